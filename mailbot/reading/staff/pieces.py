"""The pieces of a staff letter: sentences, split where one begins another order, with the reference of their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.reading.letter import Letter
from mailbot.reading.staff.digest_lines import references_in
from mailbot.reading.words.plain import Sentence, plain, sentences

_SPLIT = re.compile(
    r"(?:,| -)? (?:and|also|then|plus)(?: please)?,? (?=(?:please )?(?:tell me |show|who|"
    r"close|approve|assign|hold|note|reopen|erase|pause|list|add|resolve|take the flag|bring|"
    r"give|send|can you|could you|(?:r-?)?\d{4,6}\b[^,.;]{0,3}(?: to | for | is | as |:)))|"
    r", (?=(?:please )?(?:r-?)?\d{4,6} to [a-z])|"
    r", (?=(?:please |then )?(?:close|approve|assign|hold|reopen|show|park) (?:r-?)?\d{4,6}\b)",
    re.IGNORECASE,
)

# A line that begins with an order is no continuation of the line above it.
_ORDER_LINE = re.compile(
    r"(?im)^(?:please )?(?:close|approve|assign|hold|note|show|re-?open|park) (?:R-\d{4,6}|\d{4})\b(?=[^\n?]{0,60}$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a part of one, with the reference that its place lends it."""

    words: str
    plain: str
    asks: bool
    paragraph: int
    lent: str | None = None


def pieces_of(letter: Letter, visible: str) -> tuple[Piece, ...]:
    lent = {}
    for quoted, answer in letter.answers:
        references = references_in(quoted)
        for sentence in sentences(answer):
            lent[sentence.plain] = references[0] if len(references) == 1 else None
    return tuple(
        Piece(words, plain(words), sentence.asks, sentence.paragraph, lent.get(sentence.plain))
        for sentence in sentences(_ORDER_LINE.sub(r"\n\g<0>", visible))
        for words in _parts(sentence)
    )


def _parts(sentence: Sentence) -> Iterator[str]:
    for part in _SPLIT.split(sentence.words):
        if part.strip():
            yield part.strip()
