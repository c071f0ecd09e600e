"""The numbers of a sentence, each with the words that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.skills.phones.numbers import NumberFound, numbers_in
from mailbot.reading.skills.phones.words import (
    CLAUSE_BEGINS,
    CONNECTOR,
    CORRECTS,
)


@dataclass(slots=True)
class Told:
    """A number with the words that belong to it: before, after, and the sentence it stands in."""

    found: NumberFound
    before: str
    after: str
    sentence: str
    at: int  # which sentence
    joined: bool  # to the number before it by nothing but "and" or "or"
    names: frozenset[str] = frozenset()  # of the person to be rung, in lower case
    forbidden: bool = False
    settled: bool = False  # said so plainly that nothing else beside it counts


def numbers_told(sentence: str, at: int) -> list[Told]:
    lower = sentence.lower()
    found = numbers_in(sentence)
    if not found:
        return []
    gaps = [
        lower[left:right]
        for left, right in zip([0, *(n.end for n in found)], [*(n.start for n in found), len(lower)], strict=True)
    ]
    told = []
    for place, number in enumerate(found):
        before = gaps[0] if place == 0 else _split_gap(gaps[place])[1]
        after = gaps[-1] if place == len(found) - 1 else _split_gap(gaps[place + 1])[0]
        joined = place > 0 and bool(CONNECTOR.fullmatch(gaps[place]))
        told.append(Told(number, before, after, sentence, at, joined))
    return told


def _split_gap(gap: str) -> tuple[str, str]:
    """Words between two numbers: what belongs to the one before, and to the one after."""
    bracketed = re.match(r"\s*\([^()]{1,40}\)", gap)  # "07700 ... (mine), 07700 ..."
    if bracketed:
        return gap[: bracketed.end()], gap[bracketed.end() :]
    if re.fullmatch(r"\W*(?:mine|hers|his|ours|theirs)(?: is)?\W*", gap):
        return "", gap
    corrected = list(CORRECTS.finditer(gap))
    if corrected and not gap.rstrip().endswith(":"):  # what was taken back is the number before
        cut = max(corrected[-1].end(), max(gap.rfind(sign) for sign in ",;-"))
        return gap[:cut], gap[cut:]
    cut = 0
    for found in CLAUSE_BEGINS.finditer(gap):
        if re.search(r"[a-z]", gap[found.start() :]) and (found.start() > 0 or cut == 0):
            right = gap[found.end() :]
            if re.search(r"[a-z]", right) or re.search(r"[a-z]", found.group()):
                cut = found.start()
    return (gap[:cut], gap[cut:]) if cut or CLAUSE_BEGINS.match(gap) else (gap, "")
