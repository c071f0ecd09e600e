"""Is a day told as past or as coming, and which clock time goes with it?"""

from __future__ import annotations

import re
from datetime import time

from mailbot.reading.skills.dates import DayTold
from mailbot.reading.volunteer.told import Told

_DONE = re.compile(r"\b(?:rang|phoned|called|dialled|tried|picked up|answered|missed)\b")
_JOINS = re.compile(r",?\s+(?:on\s+|in the\s+)?(?:the\s+)?")  # "at 7 last night", "6pm on Monday"


def is_coming(told: Told, day: DayTold, *, default: bool) -> bool:
    """Is the day told as coming? The nearest word that tells the tense before it decides, else the nearest after."""
    if day.is_fixed and day.ahead:
        return day.ahead > 0
    if told.context:
        return told.context == "coming"
    cues = [
        (hit.start, hit.section == "planned")
        for hit in told.hits
        if hit.table == "calls" and hit.section in ("planned", "spoke", "no_answer", "declined", "rang_us")
    ]
    done = [found.start() for found in _DONE.finditer(told.plain)]
    cues = [
        (start, coming)
        for start, coming in cues
        if not (coming and told.plain.startswith("again", start) and any(before < start for before in done))
    ]  # "rang on Sunday, and again on Monday"
    cues = sorted([*cues, *((start, False) for start in done)])
    starts, ends = _clause(told.plain, day)
    beside = [coming for start, coming in cues if starts <= start < ends]
    if beside and all(coming == beside[0] for coming in beside):
        return beside[0]
    before = [coming for start, coming in cues if start <= day.start]
    after = [coming for start, coming in cues if start > day.start]
    if before:
        return before[-1]
    return after[0] if after else default


def _clause(sentence: str, day: DayTold) -> tuple[int, int]:
    """The stretch between commas in which the day stands."""
    starts = max(sentence.rfind(mark, 0, day.start) for mark in ",;:") + 1
    ends = min((at for mark in ",;" if (at := sentence.find(mark, day.end)) >= 0), default=len(sentence))
    return starts, ends


def clock_near(told: Told, day: DayTold) -> time | None:
    """The clock time that goes with a day: the first after it and before the next day, else the last one before it."""
    following = [other.start for other in told.days if other.start > day.start]
    limit = following[0] if following else len(told.plain) + 1
    beside = [clock.at for clock in told.clocks if _JOINS.fullmatch(told.plain, clock.end, max(clock.end, day.start))]
    if beside:
        return beside[-1]
    after = [clock.at for clock in told.clocks if day.start <= clock.start < limit]
    if after:
        return after[0]
    first = not [other for other in told.days if other.start < day.start]
    before = [clock.at for clock in told.clocks if clock.start < day.start]
    return before[-1] if before and first else None
