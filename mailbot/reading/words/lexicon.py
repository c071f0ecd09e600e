"""Phrases that are looked for together in a plain sentence, indexed by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TypeVar

from mailbot.reading.words.phrases import NUMBERS, TOKEN, Firsts, Phrase

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a plain sentence: where, and in which section of which file."""

    start: int
    end: int
    table: str
    section: str
    weight: int = 0

    def overlaps(self, other: Hit) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases indexed by their first word, so that a letter costs what it holds and not what the lists hold."""

    by_word: Mapping[str, tuple[Phrase, ...]]
    by_beginning: Mapping[str, tuple[Phrase, ...]]
    by_number: tuple[Phrase, ...]

    _known: dict[str, tuple[Hit, ...]] = field(default_factory=dict, compare=False, repr=False)
    _candidates: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, sentence: str) -> tuple[Hit, ...]:
        """Every phrase in one plain sentence, in order; the same section is told once per place."""
        found = self._known.get(sentence)
        if found is None:  # several readers ask about the same sentences of one letter
            found = tuple(dict.fromkeys(self._hits(sentence)))
            _remember(self._known, sentence, found, _SENTENCES_REMEMBERED)
        return found

    def _hits(self, sentence: str) -> Iterator[Hit]:
        tokens = [(token.start(), token.group().replace("'", "")) for token in TOKEN.finditer(sentence)]
        words = {word for _, word in tokens}
        likely = {
            word: kept
            for word in words
            if (kept := [one for one in self._starting(word) if not one.needs or not one.needs.isdisjoint(words)])
        }
        for start, word in tokens:
            for phrase in likely.get(word, ()):
                found = _regex(phrase.pattern).match(sentence, start)
                if found:
                    yield Hit(found.start(), found.end(), phrase.table, phrase.section, phrase.weight)

    def _starting(self, word: str) -> tuple[Phrase, ...]:
        """The phrases whose first word this may be."""
        found = self._candidates.get(word)
        if found is None:
            beginnings = (word[:length] for length in range(3, min(len(word), 14) + 1))
            found = (
                *self.by_word.get(word, ()),
                *chain.from_iterable(self.by_beginning.get(beginning, ()) for beginning in beginnings),
                *(self.by_number if word[:1].isdigit() or word in NUMBERS else ()),
            )
            if len(word) <= _LONGEST_WORD:
                _remember(self._candidates, word, found, _WORDS_REMEMBERED)
        return found


_SENTENCES_REMEMBERED = 256
_WORDS_REMEMBERED = 20_000
_LONGEST_WORD = 40


def _remember(known: dict[str, _Found], key: str, found: _Found, most: int) -> None:
    """Forgets everything when full: what a letter says is not kept for long, and a flood of words costs no memory."""
    if len(known) >= most:
        known.clear()
    known[key] = found


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """Compiled once, when first needed: most phrases never are, and all of them take a second."""
    return re.compile(pattern)


def lexicon_of(phrases: Iterable[tuple[Phrase, Firsts]]) -> Lexicon:
    by_word: dict[str, list[Phrase]] = {}
    by_beginning: dict[str, list[Phrase]] = {}
    by_number: list[Phrase] = []
    for phrase, firsts in phrases:
        for word in dict.fromkeys(firsts.words):
            by_word.setdefault(word, []).append(phrase)
        for beginning in dict.fromkeys(firsts.beginnings):
            by_beginning.setdefault(beginning[:14], []).append(phrase)
        if firsts.number:
            by_number.append(phrase)
    return Lexicon(
        {word: tuple(found) for word, found in by_word.items()},
        {word: tuple(found) for word, found in by_beginning.items()},
        tuple(by_number),
    )
