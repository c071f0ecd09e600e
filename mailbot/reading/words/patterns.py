"""A cheap look before an expensive one: can a pattern stand in a text at all?

Most patterns of the readers stand in few letters, and each costs microseconds for every letter it does not stand in,
since the engine tries all its words at every place. Each match holds one of some literal pieces, which are taken from
the pattern itself; ``in`` finds out a hundred times faster that a text has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]  # the standard library's own view of a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST_PIECES = 40
SHORTEST_PIECE = 2  # characters: a shorter one stands in nearly every text

_FOLDS_CASE = int(re.IGNORECASE)
# signs that a pattern which passes over case takes for others, and that lower() leaves as they are
_ODD_CASE = re.compile(
    "[\u0130\u0131\u017f\u00b5\u03bc\u0345\u0390-\u03ff\u1c80-\u1c8f\u1e9b\u1e9e\u1f00-\u1fff\ufb00-\ufb06]"
)
_Pieces = frozenset[str] | None  # one of them stands in every match; None: that cannot be told

_exact: dict[str, tuple[str, ...]] = {}
_folding: dict[str, tuple[str, ...]] = {}


def search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """``pattern.search(text)``, quick where it finds nothing."""
    return pattern.search(text) if might_stand_in(pattern, text) else None


def might_stand_in(pattern: re.Pattern[str], text: str) -> bool:
    """False only where the pattern surely matches nowhere in the text."""
    folds = pattern.flags & _FOLDS_CASE
    pieces = (_folding if folds else _exact).get(pattern.pattern)
    if pieces is None:
        pieces = (_folding if folds else _exact)[pattern.pattern] = _pieces_of(pattern)
    if folds:
        if not text.isascii() and _ODD_CASE.search(text):
            return True
        text = text.lower()
    for piece in pieces:  # three times as fast as any()
        if piece in text:
            return True
    return not pieces


def _pieces_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """() where nothing can be told; in lower case where the pattern passes over case."""
    if pattern.flags & re.VERBOSE or (pattern.flags & _FOLDS_CASE and _ODD_CASE.search(pattern.pattern)):
        return ()
    pieces = _needed(parser.parse(pattern.pattern, pattern.flags))
    if pieces and pattern.flags & _FOLDS_CASE:
        pieces = frozenset(piece.lower() for piece in pieces)
    return tuple(sorted(pieces, key=len)) if pieces else ()


def _needed(sequence: Iterable[tuple[Any, Any]]) -> _Pieces:
    """Of all parts that a match cannot lack, the one that is told by the longest and fewest pieces."""
    best: _Pieces = None
    held = ""
    for op, argument in (*sequence, (None, None)):
        if op is sre.LITERAL:
            held += chr(argument)
            continue
        best = _better(best, frozenset({held}) if held else None)
        held = ""
        best = _better(best, _needed_by(op, argument))
    return best


def _needed_by(op: Any, argument: Any) -> _Pieces:
    if op is sre.SUBPATTERN:
        return _needed(argument[3]) if not argument[1] & re.IGNORECASE else None
    if op is sre.BRANCH:
        return _any_of(_needed(branch) for branch in argument[1])
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT) and argument[0] > 0:
        return _needed(argument[2])
    return None


def _any_of(branches: Iterable[_Pieces]) -> _Pieces:
    found: set[str] = set()
    for pieces in branches:
        if pieces is None:
            return None
        found |= pieces
    shortest = {piece for piece in found if not any(other != piece and other in piece for other in found)}
    return frozenset(shortest) if len(shortest) <= MOST_PIECES else None


def _better(one: _Pieces, other: _Pieces) -> _Pieces:
    usable = [pieces for pieces in (one, other) if pieces and min(map(len, pieces)) >= SHORTEST_PIECE]
    return max(usable, key=lambda pieces: (min(4, *map(len, pieces)), -len(pieces)), default=None)
