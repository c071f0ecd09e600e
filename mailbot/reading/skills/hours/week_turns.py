"""What the turns of a sentence do to its times: "so", "say", "after that".

"I'm on days so after 7" offers what follows "so", and what stands before it is a reason; "midweek evenings, so Tues or
Thurs" makes exact what stands before. "I finish at 5, after that is fine" names an hour only to count from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.skills.hours.availability_words import BUSY, ELSEWHERE, OUT_BEFORE, SMALL_WORDS
from mailbot.reading.skills.hours.clauses import without
from mailbot.reading.skills.hours.week_grammar import Item, Sort
from mailbot.reading.skills.hours.week_words import ALL_DAY, DAY_START


def settled(sentence: str, times: Sequence[Item], last_clock: int | None) -> list[Item]:
    """The times that are left to be offered or ruled out. ``last_clock``: minutes told in an earlier sentence."""
    return _counted_from(_made_exact(list(times), sentence), sentence, last_clock)


def clock_told(items: Sequence[Item]) -> int | None:
    """The hour that a later "after that" would mean; minutes after midnight."""
    return next((clock for item in reversed(items) if (clock := _end(item)) is not None), None)


# ---------------------------------------------------------------------------------------- "so", "say", "which means"

_TURN = re.compile(
    r"\b(?:so(?! (?:far|that|much|many|hard|bad|sad|i'm|is|are|was|long|very|would|does|do|tired)\b)|say|i\.?e\.?"
    r"|which means|meaning|felly)\b"
)
_REFUSAL = re.compile(r"\bnot\b|n't\b|\bnever\b|\bno\b|\bnid\b|\bddim\b")
_CLAUSE_BEGINS = re.compile(r"[;!?]|[:.](?!\d)|,(?!\s*$)|\b(?:but|and then)\b")
_SOMEBODY = re.compile(r"\b(?:i|i'm|i've|we|she|he|she's|he's|my|the kids|kids|dw i|dwi)\b")


def _made_exact(times: list[Item], sentence: str) -> list[Item]:
    for turn in _TURN.finditer(sentence):
        start = _reason_begins(sentence, times, turn.start())
        reasons = [item for item in times if start <= item.start and item.end <= turn.start()]
        offers = [item for item in times if item.start >= turn.end()]
        if not reasons or not offers or _REFUSAL.search(sentence[turn.end() : offers[0].start]):
            continue
        if sentence.startswith("any other", offers[0].start):
            continue  # what stands before is what the rest is the rest of
        if offers[0].sort is Sort.LIMIT or any(_is_out(sentence, item) for item in reasons):
            continue
        if offers[0].sort in (Sort.THEN, Sort.BEFORE_THEN):
            continue  # counted from what stands before
        clause = sentence[start : turn.start()]
        times = [item for item in times if item not in reasons]
        place = times.index(offers[0])
        those = bool(re.search(r"\b(?:those|these)\b", sentence[turn.end() : offers[0].start]))
        times[place:] = _with_what_lacks(times[place:], reasons, sentence, clause, those=those)
    return times


def _reason_begins(sentence: str, times: Sequence[Item], upto: int) -> int:
    """Where the clause before a turn begins; "8.30 to 5, Monday to Friday, so ..." reaches back over bare times."""
    begins = [0, *(found.end() for found in _CLAUSE_BEGINS.finditer(sentence, 0, upto))]
    while len(begins) > 1 and _is_bare_time(sentence, times, begins[-1], upto):
        upto = begins.pop() - 1
    return begins[-1]


def _is_bare_time(sentence: str, times: Sequence[Item], start: int, end: int) -> bool:
    inside = [
        replace(item, start=item.start - start, end=item.end - start) for item in times if start <= item.start < end
    ]
    return not re.search(r"[^\W_]", SMALL_WORDS.sub(" ", without(sentence[start:end], inside)))


def _is_out(sentence: str, item: Item) -> bool:
    return bool(OUT_BEFORE.search(sentence[max(0, item.start - 60) : item.start]))


_OR = re.compile(r"[;,]|\b(?:or|and|neu)\b")


def _with_what_lacks(
    offers: list[Item], reasons: Sequence[Item], sentence: str, clause: str, *, those: bool
) -> list[Item]:
    """Days (or a part of the day) told before the turn hold for what is told after it, if that has none."""
    busy = bool(BUSY.search(clause)) and bool(_SOMEBODY.search(clause))
    days = frozenset[int]().union(*(item.days or frozenset() for item in reasons))
    parts = [item for item in reasons if item.stretch and not item.clock]
    elsewhere = bool(ELSEWHERE.search(clause)) and not those
    carries = bool(days) and not elsewhere and (not busy or those or any(item.clock for item in reasons))
    own = offers[:1] if len(offers) > 1 and _OR.search(sentence[offers[0].end : offers[1].start]) else offers
    if carries and not any(item.days for item in own):
        offers = [replace(offers[0], days=days), *offers[1:]]  # the others of the run follow
    if parts and not busy and all(item.stretch is None and item.sort is Sort.TIME for item in offers):
        offers = [*offers[:-1], replace(offers[-1], stretch=parts[-1].stretch)]
    return offers


# ------------------------------------------------------------------------------------------ "after that", "before then"


def _counted_from(times: list[Item], sentence: str, last_clock: int | None) -> list[Item]:
    """ "After that" is after the clock time told last; without one it tells nothing."""
    out: list[Item] = []
    for item in times:
        if item.sort not in (Sort.THEN, Sort.BEFORE_THEN):
            out.append(item)
            continue
        after = item.sort is Sort.THEN
        place = next((at for at in range(len(out) - 1, -1, -1) if out[at].clock), None)
        clock = last_clock if place is None else (_end(out[place]) if after else _beginning(out[place]))
        days = None
        if place is not None and out[place].sort is Sort.TIME:
            days = out[place].days
            if place and _is_part_of(out[place - 1], out[place], sentence):  # "every morning till one, so after that"
                days = days or out[place - 1].days
                del out[place - 1]
                place -= 1
            del out[place]
            if not item.days and place > 0 and out[place - 1].days and place == len(out):
                days = out[place - 1].days
                del out[place - 1]
        if clock is None:
            continue
        stretch = (clock, ALL_DAY[1]) if after else (DAY_START, clock)
        if stretch[0] < stretch[1]:
            out.append(Item(item.start, item.end, days=item.days or days, stretch=stretch, clock=True))
    return out


def _is_part_of(part: Item, clock: Item, sentence: str) -> bool:
    """A part of the day to which the clock time straight after it belongs."""
    between = sentence[part.end : clock.start]
    return part.stretch is not None and not part.clock and len(between) <= 12 and not re.search(r"[,;]|\bor\b", between)


def _end(item: Item) -> int | None:
    """The hour from which "after that" counts."""
    if item.stretch is None or not item.clock:
        return None
    if item.point or item.stretch[1] >= ALL_DAY[1]:
        return item.stretch[0]
    return item.stretch[1]


def _beginning(item: Item) -> int | None:
    if item.stretch is None or not item.clock:
        return None
    return item.stretch[1] if item.stretch[0] in (0, DAY_START) and not item.point else item.stretch[0]
