"""The next call or try that a volunteer tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from mailbot.reading.letter import CallTold, NextCall
from mailbot.reading.skills.dates import DayTold, month_begins, weekday_word
from mailbot.reading.volunteer.tenses import clock_near, is_coming
from mailbot.reading.volunteer.told import Told

_SAME_TIME = re.compile(r"\b(?:same time|same again|that time|\d again|yr un amser)\b")


def next_call_told(letter: Sequence[Told], call: CallTold | None, sent_on: date) -> NextCall | None:
    """The next call or try that the letter tells of, or None."""
    for told in letter:
        if (
            (told.asks and not told.says("changed_hours"))
            or not (told.says("planned") or told.context == "coming")
            or told.says("away", "resign")
        ):
            continue
        if told.context == "past":
            continue
        for day in told.days:
            if is_coming(told, day, default=told.context == "coming") and day.coming >= sent_on:
                on = _from_month(letter, day, sent_on) if day.standing else day.coming
                at = clock_near(told, day)
                if at is None and call and _SAME_TIME.search(told.plain):
                    at = call.time
                return NextCall(on, weekday_word(on), at)
    return None


def _from_month(letter: Sequence[Told], day: DayTold, sent_on: date) -> date:
    """ "Thursdays from July" is the first Thursday in July."""
    starts = [first for told in letter for word, first in month_begins(told.plain, sent_on) if word in ("from", "o")]
    first = max(starts, default=sent_on)
    if first <= day.coming:
        return day.coming
    return first + timedelta(days=(day.coming.weekday() - first.weekday()) % 7)
