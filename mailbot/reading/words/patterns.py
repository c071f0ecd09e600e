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

MOST_PIECES = 80  # of one part of a pattern
MOST_PARTS = 3  # of one way to match that are looked for
SHORTEST_PIECE = 2  # characters: a shorter one stands in nearly every text

_Pieces = frozenset[str] | None  # one of them stands in every match; None: that cannot be told
_Ways = tuple[tuple[tuple[str, ...], ...], ...]  # of one way to match each part has one of its pieces in the text

_exact: dict[str, _Ways] = {}
_folding: dict[str, _Ways] = {}
_FOLDS_CASE = int(re.IGNORECASE)
# signs that a pattern which passes over case takes for others, and that lower() leaves as they are
_ODD_CASE = re.compile(
    "[\u0130\u0131\u017f\u00b5\u03bc\u0345\u0390-\u03ff\u1c80-\u1c8f\u1e9b\u1e9e\u1f00-\u1fff\ufb00-\ufb06]"
)


def search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """``pattern.search(text)``, quick where it finds nothing."""
    return pattern.search(text) if might_stand_in(pattern, text) else None


def might_stand_in(pattern: re.Pattern[str], text: str) -> bool:
    """False only where the pattern surely matches nowhere in the text."""
    folds = pattern.flags & _FOLDS_CASE
    known = _folding if folds else _exact
    ways = known.get(pattern.pattern)
    if ways is None:
        ways = known[pattern.pattern] = _ways_of(pattern)
    if folds:
        if not text.isascii() and _ODD_CASE.search(text):
            return True
        text = text.lower()
    for parts in ways:
        for pieces in parts:
            for piece in pieces:  # three times as fast as any()
                if piece in text:
                    break
            else:
                break
        else:
            return True
    return not ways


def _ways_of(pattern: re.Pattern[str]) -> _Ways:
    """() where nothing can be told; in lower case where the pattern passes over case."""
    folds = pattern.flags & _FOLDS_CASE
    if pattern.flags & re.VERBOSE or (folds and _ODD_CASE.search(pattern.pattern)):
        return ()
    common, branches = _branches(parser.parse(pattern.pattern, pattern.flags))
    ways = [_parts([*branch, (None, None), *common]) for branch in branches]
    if not all(ways):
        return ()
    lowered = [[frozenset(map(str.lower, part)) if folds else part for part in parts] for parts in ways]
    alone = frozenset().union(*(parts[0] for parts in lowered if len(parts) == 1))
    several = [parts for parts in lowered if len(parts) > 1]
    return tuple(
        tuple(tuple(sorted(part, key=len)) for part in parts) for parts in ([[alone]] if alone else []) + several
    )


def _branches(sequence: Iterable[tuple[Any, Any]]) -> tuple[list[tuple[Any, Any]], list[Any]]:
    """What stands beside the largest alternation of a pattern, and its alternatives; a gap is left in its place."""
    common = list(sequence)
    best: list[Any] = [[]]
    place = -1
    for at, (op, argument) in enumerate(common):
        if op is sre.SUBPATTERN and not argument[1] and not argument[2] and len(argument[3]) == 1:
            op, argument = argument[3][0]
        if op is sre.BRANCH and len(argument[1]) > len(best):
            best, place = list(argument[1]), at
    if place >= 0:
        common[place] = (None, None)
    return common, best


def _parts(sequence: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The parts that a match cannot lack, the most telling first."""
    found: list[frozenset[str]] = []
    held = ""
    for op, argument in (*sequence, (None, None)):
        if op is sre.LITERAL:
            held += chr(argument)
            continue
        for pieces in (frozenset({held}), _needed_by(op, argument)):
            if pieces and min(map(len, pieces)) >= SHORTEST_PIECE and pieces not in found:
                found.append(pieces)
        held = ""
    return sorted(found, key=_tells, reverse=True)[:MOST_PARTS]


def _tells(pieces: frozenset[str]) -> tuple[int, int]:
    return min(4, *map(len, pieces)), -len(pieces)


def _needed(sequence: Iterable[tuple[Any, Any]]) -> _Pieces:
    """Of all parts that a match cannot lack, the one that is told by the longest and fewest pieces."""
    return next(iter(_parts(sequence)), None)


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
