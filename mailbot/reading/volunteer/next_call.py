"""The next call or try that a volunteer tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from mailbot.reading.letter import CallTold, NextCall
from mailbot.reading.skills.dates import DayTold, month_begins, weekday_word
from mailbot.reading.volunteer.tenses import clock_near, is_coming
from mailbot.reading.volunteer.told import Told, changes_hours

_A_WEEK_ON = re.compile(r"\b(?:same|usual)(?: \w+){0,3} next week\b|\byr un amser(?: yr)? wythnos nesaf\b")
_PAST = re.compile(r"\b(?:was|were|had|went|been|since|because|got|came|took|fell|rang|tried)\b")
_SAME_TIME = re.compile(r"\b(?:same time|same again|that time|\d again|yr un amser)\b")


def next_call_told(
    letter: Sequence[Told], call: CallTold | None, sent_on: date, *, asked_of_calls: bool = False
) -> NextCall | None:
    """The next call or try that the letter tells of, or None.

    ``asked_of_calls``: it answers a mail of ours about calls, so that a day and a time to come are the next one's.
    """
    changes = changes_hours(letter)
    waits = asked_of_calls and call is None and any(told.says("not_yet") for told in letter)
    for told in letter:
        if (told.asks and not told.says("changed_hours")) or told.says("resign") or told.context == "past":
            continue
        comes = told.context == "coming" or (waits and not _PAST.search(told.plain))
        planned = told.says("planned") or comes
        for day in told.days:
            if told.says("away") and not (asked_of_calls and _is_after_plan(told, day)):
                continue
            if day.is_fixed and day.ahead == 0 and not told.says("planned"):
                continue
            if not planned and not (asked_of_calls and _is_appointment(told, day)):
                continue
            at = clock_near(told, day)
            if (day.standing or day.weekly) and changes and at is None:
                continue  # "put me down for Thursdays" is no call
            if is_coming(told, day, default=comes) and day.coming >= sent_on:
                on = _first_of(letter, day, sent_on) if day.standing else day.coming
                if at is None and call and _SAME_TIME.search(told.plain):
                    at = call.time
                return NextCall(on, weekday_word(on), at or _time_told_later(letter, told, on))
        if planned and call and call.date and _A_WEEK_ON.search(told.plain) and not told.days:
            on = call.date + timedelta(days=7)
            if on > sent_on:
                return NextCall(on, weekday_word(on), call.time)
    return None


def _is_after_plan(told: Told, day: DayTold) -> bool:
    """ "I've been away, but I'll ring on Thursday": the plan is the nearest word before the day."""
    before = [hit for hit in told.hits if hit.section in ("away", "pause", "planned") and hit.start <= day.start]
    return bool(before) and max(before, key=lambda hit: hit.start).section == "planned"


def _time_told_later(letter: Sequence[Told], told: Told, on: date) -> time | None:
    """ "She wants me to leave it till Monday ... So Monday at 4 it is." """
    after = letter[letter.index(told) + 1 :] if told in letter else ()
    for one in after[:1]:
        if one.says("planned") and one.clocks and not one.days:  # "Saturday is mine. I will phone her at 11."
            return one.clocks[0].at
    for one in after:
        for day in one.days:
            if day.coming == on and not one.says("spoke", "no_answer", "away") and (at := clock_near(one, day)):
                return at
    return None


def _is_appointment(told: Told, day: DayTold) -> bool:
    """ "Next Tues 7pm", "it is tomorrow at 10": a day that can only be coming, with a time, and no call told beside."""
    only_coming = day.is_fixed and day.ahead > 0 and not told.says("pause", "changed_hours")
    return only_coming and clock_near(told, day) is not None and not told.says("spoke", "declined", "no_answer")


def _first_of(letter: Sequence[Told], day: DayTold, sent_on: date) -> date:
    """ "Moving to Mondays, first one's 1 Feb": the date that is told for the first of them, else by the month."""
    dated = [
        other.coming
        for told in letter
        for other in told.days
        if not other.weekly and other.ahead > 0 and other.coming.weekday() == day.coming.weekday()
    ]
    return min(dated) if dated else _from_month(letter, day, sent_on)


def _from_month(letter: Sequence[Told], day: DayTold, sent_on: date) -> date:
    """ "Thursdays from July" is the first Thursday in July."""
    starts = [first for told in letter for word, first in month_begins(told.plain, sent_on) if word in ("from", "o")]
    first = max(starts, default=sent_on)
    if first <= day.coming:
        return day.coming
    return first + timedelta(days=(day.coming.weekday() - first.weekday()) % 7)
