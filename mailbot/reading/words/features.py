"""What fitted models look at in a text: its words, pairs of neighbouring words, and pieces of words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

_PIECES = (3, 4, 5)  # letters


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


def weighed(tokens: Sequence[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """What is known of the words, each kind of feature scaled to length 1; ``rarity``: how telling each is."""
    scaled: dict[str, float] = {}
    for kind in (words_and_pairs(tokens), pieces(tokens)):
        known = {name: (1 + math.log(count)) * rarity[name] for name, count in kind.items() if name in rarity}
        length = math.sqrt(sum(value * value for value in known.values())) or 1.0
        scaled.update((name, value / length) for name, value in known.items())
    return scaled
