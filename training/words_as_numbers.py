"""The words of many texts as a matrix: which features are looked at, how telling each is, and a row for each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from mailbot.reading.words.features import pieces, weighed, words_and_pairs


def rarity_of(texts: Sequence[Sequence[str]], *, seen_in: int, digits: int) -> dict[str, float]:
    """How telling each feature is (inverse document frequency), of those that stand in at least ``seen_in`` texts."""
    seen = Counter(name for tokens in texts for name in {**words_and_pairs(tokens), **pieces(tokens)})
    often = [(name, count) for name, count in seen.items() if count >= seen_in]
    return {name: round(float(np.log((1 + len(texts)) / (1 + count)) + 1), digits) for name, count in sorted(often)}


def rows_of(texts: Sequence[Sequence[str]], rarity: dict[str, float]) -> csr_matrix:
    """A row a text, a column a feature in the order of ``rarity``: the very numbers that the reading computes."""
    place = {name: at for at, name in enumerate(rarity)}
    found = [
        (row, place[name], value) for row, tokens in enumerate(texts) for name, value in weighed(tokens, rarity).items()
    ]
    rows, columns, values = zip(*found, strict=True) if found else ((), (), ())
    return csr_matrix((values, (rows, columns)), shape=(len(texts), len(rarity)))
