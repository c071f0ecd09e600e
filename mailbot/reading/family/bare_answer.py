"""A letter that is nothing but a yes, and a letter that says "stop"."""

from __future__ import annotations

import re

from mailbot.reading.family.intent_words import (
    AFTER_NAME,
    NO_NAME,
    NOT_STOP,
    ONLY_AFTER,
    ONLY_BEFORE,
    STOP,
    STOP_WORDS,
    THANKED,
    WITH_YES,
    YES,
)
from mailbot.reading.words.patterns import search
from mailbot.reading.words.spelling import sentences

SHORT = 60  # characters: a letter that is little more than its first word
GREETING = re.compile(r"(?:hi|hello|hiya|helo|dear|annwyl|bore da|prynhawn da|good \w+)(?: [\w']+){0,3},?|please")


def agrees_barely(text: str, subject: str, capitalised: frozenset[str]) -> bool:
    """Nothing but yes, thanks, a name thanked and the words that go with them, under no other subject."""
    return _agrees(text, capitalised) and (not subject or _agrees(subject, frozenset()))


def stop_told(subject: str, text: str, *, asks: bool) -> str:
    """The words of "stop", or "". Only the sender's own: a forwarded mail's "unsubscribe" is not theirs.

    A "stop" that begins the letter holds whatever follows, unless the letter ``asks`` for calls.
    """
    return _stop(text, sentences(text), asks=asks) or _stop(subject, [], asks=False)


def _stop(text: str, said: list[str], *, asks: bool) -> str:
    bare = _bare(text)
    begins = next((_bare(each) for each in said if not GREETING.fullmatch(_bare(each))), "")
    if STOP.fullmatch(bare) or (STOP.fullmatch(begins) and (len(bare) < SHORT or not asks)):
        return text
    return next((each for each in said if search(STOP_WORDS, each) and not NOT_STOP.search(each)), "")


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^\W+|[\s.!,\"'-]+$", "", text)).strip()


def _agrees(text: str, capitalised: frozenset[str]) -> bool:
    words = re.findall(r"[\w']+|[^\w\s.,!:;)'-]", _bare(text)) if len(text) < 400 else []
    if not 0 < len(words) <= 16 or YES.isdisjoint(words):
        return False
    pairs = zip(words, ["", *words], [*words[1:], ""], strict=False)
    others = [(word, before, after) for word, before, after in pairs if not _goes_with_yes(word, before, after)]
    return len(others) <= 1 and all(
        before in THANKED and after in AFTER_NAME and word in capitalised - NO_NAME for word, before, after in others
    )


def _goes_with_yes(word: str, before: str, after: str) -> bool:
    if word in ONLY_BEFORE:
        return after in ONLY_BEFORE[word]
    if word in ONLY_AFTER:
        return before in ONLY_AFTER[word]
    return word in YES or word in WITH_YES
