"""Plain sentences: text made ready for comparing with wording lists, beside the words as they were written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# \x91 to \x94 are quotes where windows-1252 was announced as iso-8859-1
_STRAIGHT = str.maketrans(
    {
        "\x91": "'",
        "\x92": "'",
        "\x93": '"',
        "\x94": '"',
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
    }
)
_STRAY_APOSTROPHE = re.compile(r"(?<!\w)'|'(?!\w)")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|;(?=\s)|[\U0001f300-\U0001faff]+")
_BULLET = re.compile(r"^\s*(?:[-*•·–>]|\(?\d{1,2}[.)])\s+")
_LIST_ITEM = re.compile(r"^\s*(?:[-*•·–]|\(?\d{1,2}[.)])\s+\S")
_WRAPPED = 55  # characters: a shorter line was ended by its writer, not by the mail program
MOST_CHARACTERS = 60_000  # what is read: of a longer text two thirds from its beginning, one from its end
LONGEST_SENTENCE = 1_500  # characters; what nobody ends is cut, so that no letter takes long to read


@dataclass(frozen=True, slots=True)
class Sentence:
    """``words`` as written, ``plain`` for comparing; ``paragraph`` from 0; ``asks``: ends with a question mark."""

    words: str
    plain: str
    paragraph: int
    asks: bool = False


def plain(text: str) -> str:
    """Lower case, straight quotes, no accents, one space between words; apostrophes only within words."""
    folded = _without_accents(text).lower()
    if "'" in folded:
        folded = _STRAY_APOSTROPHE.sub(" ", folded)
    return " ".join(folded.split())


def _without_accents(text: str) -> str:
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    straight = text.translate(_STRAIGHT)
    if straight.isascii():
        return straight
    # a ligature may stand for eighteen letters, yet no text that people write grows more than threefold
    decomposed = unicodedata.normalize("NFKD", straight)[: 3 * len(straight) + 20]
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=32)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a letter: ended by a stop, a blank line, a list item, or a line that its writer ended."""
    found = []
    for number, paragraph in enumerate(_paragraphs(beginning_and_end(text, MOST_CHARACTERS))):
        for piece, asks in _split(paragraph):
            for part in _cut(piece):
                if made := plain(part):
                    found.append(Sentence(" ".join(part.split()), made, number, asks))
    return tuple(found)


def beginning_and_end(text: str, most: int) -> str:
    """The text, or of one longer than ``most`` characters its first two thirds of them and its last third."""
    if len(text) <= most:
        return text
    return text[: most * 2 // 3] + "\n\n" + text[-(most // 3) :]


def _cut(piece: str) -> Iterator[str]:
    while len(piece) > LONGEST_SENTENCE:
        at = piece.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE)
        at = at if at > 0 else LONGEST_SENTENCE
        yield piece[:at]
        piece = piece[at:]
    yield piece


def _paragraphs(text: str) -> Iterator[str]:
    held: list[str] = []
    for line in text.splitlines():
        ends_before = not line.strip() or _LIST_ITEM.match(line) or (held and len(held[-1]) < _WRAPPED)
        if ends_before and held:
            yield " ".join(held)
            held = []
        if line.strip():
            held.append(_BULLET.sub("", line).strip())
    if held:
        yield " ".join(held)


def _split(paragraph: str) -> Iterator[tuple[str, bool]]:
    start = 0
    for end in _END.finditer(paragraph):
        yield paragraph[start : end.end()], "?" in end.group()
        start = end.end()
    yield paragraph[start:], False
