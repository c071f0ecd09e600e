"""The days on which a volunteer cannot call."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from mailbot.reading.letter import AwayTold
from mailbot.reading.skills.dates import DayTold, month_begins
from mailbot.reading.volunteer.told import Told

_UNTIL = re.compile(r"(?:until|till|til|to|through|thru|-|tan|hyd)\s*(?:and including\s+)?(?:the\s+)?$")
_BACK = re.compile(r"\b(?:back|return|returning|home|resume|restart|available again|yn ol)\b[^.]{0,40}$")
_PAST_TENSE = re.compile(r"\b(?:was|were|had|went|got|since|taken)\b")


def away_told(letter: Sequence[Told], sent_on: date) -> AwayTold | None:
    """The days away, both ends included; begins on the day sent where no beginning is told."""
    where = [at for at, told in enumerate(letter) if told.says("away", "pause")]
    if not where:
        return None
    starts: list[date] = []
    until: date | None = None
    for at in range(max(0, where[0] - 1), min(len(letter), where[-1] + 2)):
        told = letter[at]
        if told.says("spoke", "no_answer") and not told.says("away", "pause"):
            continue
        for day in told.days:
            if told.says("spoke", "no_answer") and not _after_away(told, day):
                continue
            lead = told.plain[: day.start]
            if not day.is_fixed and _PAST_TENSE.search(lead) and not _UNTIL.search(lead):
                continue
            if _BACK.search(lead):
                until = until or day.coming - timedelta(days=1)
            elif _UNTIL.search(lead):
                until = until or day.coming
            elif at in where or re.search(r"\bon\s+(?:the\s+)?$", lead):
                starts.append(day.coming)
        for word, first in month_begins(told.plain, sent_on):
            if word in ("until", "till", "til", "tan"):
                until = until or first - timedelta(days=1)
    from_ = starts[0] if starts else sent_on
    return AwayTold(from_, _not_before(from_, until) if until else None)


def _not_before(from_: date, until: date) -> date:
    """ "From 2 April ... back on the 19th": the 19th that follows, some months on."""
    for _ in range(12):
        if until >= from_:
            break
        until += timedelta(days=monthrange(until.year, until.month)[1])
    return max(until, from_)


def _after_away(told: Told, day: DayTold) -> bool:
    return any(hit.start <= day.start for hit in told.hits if hit.section in ("away", "pause"))
