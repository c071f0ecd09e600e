"""What the second opinion looks at: passages of a letter.

A passage is a whole letter of ordinary length; a long one is cut between sentences into passages of about the same
length, so that one dangerous paragraph is not drowned by ten harmless ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from mailbot.reading.words.plain import sentences

PASSAGE = 110  # words, at most
SENTENCE = 28  # words: what nobody ends is cut
MOST_PASSAGES = 40  # of a longer letter the beginning and the end; some ten pages
_TOKEN = re.compile(r"[\w']+")


@dataclass(frozen=True, slots=True)
class Window:
    """One or two neighbouring sentences: ``words`` as written, ``tokens`` in plain spelling."""

    words: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring sentences, each cut to ``SENTENCE`` words; at least one."""

    sentences: tuple[Window, ...]

    @property
    def words(self) -> str:
        return " ".join(sentence.words for sentence in self.sentences)

    @property
    def tokens(self) -> tuple[str, ...]:
        """In order, with a full stop between sentences."""
        joined: list[str] = []
        for sentence in self.sentences:
            joined.extend((*sentence.tokens, "."))
        return tuple(joined[:-1])

    @property
    def pairs(self) -> tuple[str, ...]:
        """The sentences two by two, as written."""
        return tuple(
            " ".join(sentence.words for sentence in self.sentences[at : at + 2])
            for at in range(0, len(self.sentences), 2)
        )

    @property
    def windows(self) -> tuple[Window, ...]:
        """Every two neighbouring sentences."""
        if len(self.sentences) < 2:
            return self.sentences
        return tuple(
            Window(f"{first.words} {second.words}", (*first.tokens, ".", *second.tokens))
            for first, second in pairwise(self.sentences)
        )


def passages(text: str, spelt: Callable[[str], str]) -> tuple[Passage, ...]:
    """A text's passages, none without words; ``spelt`` puts a plain sentence's spelling right."""
    short = _short_sentences(text, spelt)
    if not short:
        return ()
    total = sum(len(sentence.tokens) for sentence in short)
    share = total / ceil(total / PASSAGE)
    cut: list[list[Window]] = []
    seen = 0.0
    for sentence in short:
        place = int(seen // share)
        while len(cut) <= place:
            cut.append([])
        cut[place].append(sentence)
        seen += len(sentence.tokens)
    made = [Passage(tuple(sentences_of_it)) for sentences_of_it in cut if sentences_of_it]
    if len(made) > MOST_PASSAGES:
        made = made[: MOST_PASSAGES * 2 // 3] + made[-(MOST_PASSAGES - MOST_PASSAGES * 2 // 3) :]
    return tuple(made)


def _short_sentences(text: str, spelt: Callable[[str], str]) -> list[Window]:
    short: list[Window] = []
    for sentence in sentences(text):
        tokens = [token.replace("'", "") for token in _TOKEN.findall(spelt(sentence.plain))]
        written = sentence.words.split()
        for start in range(0, len(tokens), SENTENCE):
            first, last = (at * len(written) // len(tokens) for at in (start, min(start + SENTENCE, len(tokens))))
            if words := " ".join(written[first:last]):
                short.append(Window(words, tuple(tokens[start : start + SENTENCE])))
    return short
