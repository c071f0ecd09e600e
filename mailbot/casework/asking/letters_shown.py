"""A letter as staff are shown it: whole, as it was written, with who wrote it, and what lay beside its words.

Only in an email to one member of staff who may read letters (``may_read_concerns``): never in a digest, a log or
the journal (service.md, never 7).
"""

from __future__ import annotations

from collections.abc import Iterator

from mailbot.reading.letter import Attachment, Letter
from mailbot.reading.skills.language import language_of

READ_HERE = frozenset({"en", "cy"})
MOST_ATTACHMENTS = 20
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fr": "French", "gu": "Gujarati", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "ne": "Nepali", "nl": "Dutch", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovene", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil",
    "te": "Telugu", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def whole(letter: Letter) -> str:
    """Everything the writer wrote or chose to pass on, under who wrote and the subject."""
    head = f"From: {letter.sender.name} <{letter.sender.address}>\nSubject: {letter.subject}\n\n"
    return head + (letter.new_text or letter.whole_text) + (f"\n\n{letter.passed_on}" if letter.passed_on else "")


def beside(letter: Letter) -> tuple[str, ...]:
    """A line each: the language if it is not read here, what was attached, what could not be read."""
    return (
        *_language(letter),
        *map(_attached, letter.attachments[:MOST_ATTACHMENTS]),
        *_more(letter),
        *_unread(letter),
    )


def _language(letter: Letter) -> Iterator[str]:
    language, certain = language_of(letter.new_text or letter.whole_text)
    if language not in READ_HERE:
        name = LANGUAGES.get(language, language)
        yield f"language: {name}, which is not read here" if certain else f"language: perhaps {name}; it was not read"


def _attached(attachment: Attachment) -> str:
    return f"attached: {attachment.filename or 'a file without a name'} ({_size(attachment.size)})"


def _more(letter: Letter) -> Iterator[str]:
    if len(letter.attachments) > MOST_ATTACHMENTS:
        yield f"attached: {len(letter.attachments) - MOST_ATTACHMENTS} more"


def _unread(letter: Letter) -> Iterator[str]:
    yield from (f"not read: {one}" for one in letter.not_read)


def _size(size: int) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1_000))} kB"
    return f"{size / 1_000_000:.1f} MB"
