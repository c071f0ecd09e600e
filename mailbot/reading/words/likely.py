"""Which of several answers a text most likely has, by its words: a linear model, fitted to letters and not written.

``training/intents.py`` fits it; nothing in its data is for anybody to edit. It knows how people write when none of the
phrases that somebody once thought of stands in their letter, and it knows no reasons: what it says counts beside the
signs, never in place of a rule that keeps somebody from harm.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mailbot.reading.words.features import weighed

MOST_READ = 6_000  # characters
_TOKEN = re.compile(r"\d+|[^\W\d]+|[?!]")
_NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Likely:
    """``rarity``: how telling a feature is; ``weights``: what it says for each of the ``answers``, in their order."""

    answers: tuple[str, ...]
    biases: tuple[float, ...]
    rarity: Mapping[str, float]
    weights: Mapping[str, Sequence[float]]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Likely:
        """From what ``training/intents.py`` wrote. Raises KeyError, TypeError or ValueError if it is damaged."""
        answers = tuple(str(one) for one in data["answers"])
        biases = tuple(float(one) for one in data["biases"])
        features: Mapping[str, Sequence[float]] = data["features"]
        weights = {name: tuple(float(one) for one in row[1:]) for name, row in features.items()}
        if len(biases) != len(answers) or any(len(row) != len(answers) for row in weights.values()):
            raise ValueError("answers and weights do not fit together")
        return cls(answers, biases, {name: float(row[0]) for name, row in features.items()}, weights)

    def logarithms(self, tokens: Sequence[str]) -> dict[str, float]:
        """The natural logarithm of how likely each answer is: 0 is certain, -1 about a third."""
        sums = list(self.biases)
        for name, value in weighed(tokens, self.rarity).items():
            for at, weight in enumerate(self.weights[name]):
                sums[at] += weight * value
        highest = max(sums)
        whole = highest + math.log(sum(math.exp(one - highest) for one in sums))
        return {answer: one - whole for answer, one in zip(self.answers, sums, strict=True)}


def tokens_of(text: str) -> list[str]:
    """The words of a plain text, digits as one sign, questions and cries kept."""
    return [_NUMBER if token.isdigit() else token for token in _TOKEN.findall(text[:MOST_READ].replace("'", ""))]
