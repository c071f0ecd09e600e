"""Where in a text the words that decided stand: evidence is in plain letters and often cut short, the text is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from mailbot.reading.letter import Evidence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PIECES = re.compile(r"\s*(?:; |…|\.\.\.|\n)\s*")  # some evidence holds words from several places
ENOUGH_WORDS = 3  # so many in a row, or half of the piece, show the place where its spelling was put right


@dataclass(frozen=True, slots=True)
class Marked:
    """Where words of a fact stand in a text: ``start`` to before ``end``."""

    start: int
    end: int
    fact: str


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    start: int
    end: int


def marks_in(text: str, evidence: Iterable[Evidence]) -> tuple[Marked, ...]:
    """Each piece of evidence where it first stands in the text; what is not found is left out."""
    words = list(_words(text))
    plain = [word.plain for word in words]
    marks = []
    for one in evidence:
        for piece in _PIECES.split(one.words):
            if place := _place(plain, [word.plain for word in _words(piece)]):
                marks.append(Marked(words[place[0]].start, words[place[1] - 1].end, one.fact))
    return tuple(dict.fromkeys(marks))


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        yield _Word(_plain(found[0]), found.start(), found.end())


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "").replace("'", ""))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def _place(text: Sequence[str], piece: Sequence[str]) -> tuple[int, int] | None:
    """The first whole run of the piece's words; else the longest run of them."""
    if not piece:
        return None
    for at in (index for index, word in enumerate(text) if word == piece[0]):
        if text[at : at + len(piece)] == piece:
            return at, at + len(piece)
    run = SequenceMatcher(None, text, piece, autojunk=False).find_longest_match()
    is_enough = run.size >= ENOUGH_WORDS or run.size * 2 >= len(piece)
    return (run.a, run.a + run.size) if run.size and is_enough else None
