"""Numbers that are pointed at and not written: "the second is my sister's", "not the 0161 one", "Mobile only".

A no that is said so is a no to the number that is pointed at; "only the first" is a no to all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.skills.phones.context import Told
from mailbot.reading.skills.phones.pointer_words import (
    ENDING,
    KINDS,
    NO_SIGN,
    NTH,
    NUMBERED,
    ONLY,
    ORDINAL,
    OTHER,
    SAYS_NO,
    SAYS_WHEN,
    SHORT_FOR,
)

MOST_POINTERS = 40  # of one letter; who points oftener is no family


def apply_pointers(told: Sequence[Told], said: Sequence[str]) -> frozenset[int]:
    """Forbid what is pointed at with a no. Gives the sentences that spoke of particular numbers so."""
    understood: set[int] = set()
    if not told:
        return frozenset()
    pointers = 0
    for at, sentence in enumerate(said):
        for clause in _clauses(sentence, at, told):
            pointers += 1
            if pointers > MOST_POINTERS:
                return frozenset(understood)
            if clause.targets and _apply(clause, told):
                understood.add(at)
    return frozenset(understood)


@dataclass(frozen=True, slots=True)
class _Clause:
    """Words about a number that is pointed at."""

    words: str
    targets: tuple[Told, ...]
    by_place: bool  # "the first", "ending 448": one of the numbers, and no other


def _apply(clause: _Clause, told: Sequence[Told]) -> bool:
    words = SAYS_WHEN.sub(" ", clause.words)
    if SAYS_NO.search(words):
        for number in clause.targets:
            number.forbidden = True
        return True
    if ONLY.search(words):
        for number in told:
            if all(number.found.e164 != one.found.e164 for one in clause.targets):
                number.forbidden = True
        return True
    return clause.by_place


def _clauses(sentence: str, at: int, told: Sequence[Told]) -> list[_Clause]:
    """Each piece that points at a number, with the pieces behind it (and before the first) that point at none."""
    here = [number.found for number in told if number.at == at]
    lower = sentence.lower()
    for found in reversed(here):
        lower = f"{lower[: found.start]}{_NUMBER}{lower[found.end :]}"
    pieces = _PIECES.split(lower)
    clauses: list[_Clause] = []
    waiting = ""
    for place, piece in enumerate(pieces):
        if here and (_NUMBER not in "".join(pieces[:place]) or _NUMBER in "".join(pieces[place : place + 2])):
            continue  # the words beside a number are its own
        targets, by_place = _targets(piece, at, told)
        if targets:
            clauses.append(_Clause(piece if clauses else f"{waiting} {piece}", targets, by_place))
        elif clauses and not here:
            last = clauses[-1]
            clauses[-1] = _Clause(f"{last.words} , {piece}", last.targets, last.by_place)
        else:
            waiting = f"{waiting} , {piece}"
    return clauses


_NUMBER = "\n\n"  # what stands for a number in a sentence
_PIECES = re.compile(r"[,;:.()!?]|\s-\s|\b(?:but|and|whereas|while)\b|\s(?=not (?:the|my|that)\b)")


def _targets(piece: str, at: int, told: Sequence[Told]) -> tuple[tuple[Told, ...], bool]:
    earlier = [number for number in told if number.at <= at] or list(told)
    found = ENDING.search(piece)
    if found:
        digits = next(filter(None, found.groups()))
        return tuple(number for number in told if _has_digits(number, digits)), True
    found = ORDINAL.search(piece) or NUMBERED.search(piece)
    if found and len(earlier) > 1:
        place = NTH[found.group(1) or found.group(2)]
        return ((earlier[place],), True) if -len(earlier) <= place < len(earlier) else ((), False)
    if OTHER.search(piece) and len(told) > 1:
        beside = {number.found.e164 for number in told if number.at == at}
        others = [number for number in told if number.found.e164 not in beside] if beside else earlier[1:]
        return tuple(others), True
    for words, shape in KINDS:
        if words.search(piece):
            of_kind = [number for number in told if words.search(f"{number.before[-40:]} {_beside(number)}")]
            shaped = [number for number in told if shape and re.match(shape, number.found.e164)]
            return tuple(of_kind or shaped), False
    return (), False


def _beside(number: Told) -> str:
    return SHORT_FOR.split(number.after[:30])[0]


def _has_digits(number: Told, digits: str) -> bool:
    national = "0" + number.found.e164.removeprefix("+44")
    return national.startswith(digits) if digits.startswith("0") else national.endswith(digits)


def strike_out(told: Sequence[Told]) -> None:
    """A cross behind a number is a no."""
    for number in told:
        if NO_SIGN.match(number.after):
            number.forbidden = True
