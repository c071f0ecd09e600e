"""Calendar arithmetic of the timetable: the promise's due time, quiet hours, working hours, shrinking windows.

Moments go in and come out in UTC; hours are London wall time (service.md, The clock; Quiet hours and cadence).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays

from mailbot.casework.policy import Policy
from mailbot.clock import LONDON, london

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, both UTC."""

    since: datetime
    until: datetime


def promise_due(received_at: datetime, days: int) -> datetime:
    """The same London wall time ``days`` calendar days later: one that does not exist gives the next valid one,
    one that exists twice the first (service.md, The clock)."""
    return at_london(london(received_at).date() + timedelta(days=days), london(received_at).time())


def at_london(day: date, wall: time) -> datetime:
    """That London wall time as a UTC moment; in the spring gap the next valid one, in autumn the first of two."""
    local = datetime.combine(day, wall.replace(tzinfo=None, fold=0), tzinfo=LONDON)
    moment = local.astimezone(UTC)
    if london(moment).replace(tzinfo=None) != local.replace(tzinfo=None):
        return _end_of_gap(day, wall)
    return moment


def day_to_name(due_at: datetime) -> date:
    """The day that emails name: the day before when it is due before noon in London."""
    local = london(due_at)
    return local.date() - ONE_DAY if local.time() < time(12) else local.date()


def day_still_to_come(due_at: datetime, now: datetime) -> date | None:
    """The day that emails name, or None when it is past: nobody is told of a day that has been."""
    named = day_to_name(due_at)
    return named if named >= london(now).date() else None


def is_quiet(moment: datetime, policy: Policy) -> bool:
    """Inside the hours in which unasked mail does not go to families, volunteers and facilitators?"""
    wall = london(moment).time()
    start, end = clock_time(policy.quiet_from), clock_time(policy.quiet_until)
    return wall >= start or wall < end if start > end else start <= wall < end


def quiet_over(moment: datetime, policy: Policy) -> datetime:
    """The first moment from ``moment`` on at which unasked mail may go."""
    if not is_quiet(moment, policy):
        return moment
    end = clock_time(policy.quiet_until)
    today = at_london(london(moment).date(), end)
    return today if today > moment else at_london(london(moment).date() + ONE_DAY, end)


def is_working_day(day: date, policy: Policy) -> bool:
    """Monday to Friday and no bank holiday of the configured nation."""
    return day.weekday() < 5 and day not in _bank_holidays(policy.nation, day.year)


def between_digests(now: datetime, policy: Policy) -> Span:
    """From the digest of the working day before to that of the working day after: what one digest must tell of, so
    that nothing of a weekend or a bank holiday is told in none (row 21: digests go out on working days)."""
    today = london(now).date()
    before = today - ONE_DAY
    while not is_working_day(before, policy):
        before -= ONE_DAY
    after = next_day(today, lambda one: is_working_day(one, policy))
    at = clock_time(policy.digest_at)
    return Span(at_london(before, at), at_london(after, at))


def add_working_hours(moment: datetime, hours: float, policy: Policy) -> datetime:
    """``hours`` of staff time later: bank holidays, weekends and nights pause staff work."""
    left = timedelta(hours=hours)
    at = start_of_staff_time(moment, policy)
    while True:
        closes = at_london(london(at).date(), clock_time(policy.staff_day_until))
        if at + left <= closes:
            return at + left
        left -= closes - at
        at = start_of_staff_time(at_london(london(at).date() + ONE_DAY, time(0)), policy)


def start_of_staff_time(moment: datetime, policy: Policy) -> datetime:
    """The first moment from ``moment`` on at which staff are at work."""
    day = london(moment).date()
    closes = at_london(day, clock_time(policy.staff_day_until))
    if is_working_day(day, policy) and moment < closes:
        return max(moment, at_london(day, clock_time(policy.staff_day_from)))
    return at_london(next_day(day, lambda one: is_working_day(one, policy)), clock_time(policy.staff_day_from))


def within_hours(moment: datetime, start: str, end: str) -> bool:
    """Is the London wall time in [start, end)? Both ``HH:MM`` of the same day."""
    return clock_time(start) <= london(moment).time() < clock_time(end)


def next_within_hours(moment: datetime, start: str, end: str) -> datetime:
    """The first moment from ``moment`` on inside [start, end) of a London day."""
    if within_hours(moment, start, end):
        return moment
    today = at_london(london(moment).date(), clock_time(start))
    return today if today > moment else at_london(london(moment).date() + ONE_DAY, clock_time(start))


def offer_window_hours(now: datetime, promise_due_at: datetime, policy: Policy) -> int:
    """Hours a volunteer has to answer: the whole window, or a quarter of what is left of the promise, never under the
    shortest (row 4: the windows shrink as the promise nears)."""
    left_hours = (promise_due_at - now).total_seconds() / 3600
    return max(policy.offer_shortest_window_hours, min(policy.offer_window_hours, int(left_hours / 4)))


def clock_time(words: str) -> time:
    """``HH:MM`` as a time; raises ValueError on anything else."""
    return time.fromisoformat(words)


def next_day(day: date, fits: Callable[[date], bool]) -> date:
    """The first later day that fits."""
    day += ONE_DAY
    while not fits(day):
        day += ONE_DAY
    return day


@lru_cache(maxsize=64)
def _bank_holidays(nation: str, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv=nation, years=year))


def _end_of_gap(day: date, wall: time) -> datetime:
    minute = datetime.combine(day, wall.replace(second=0, microsecond=0))
    while True:
        minute += timedelta(minutes=1)
        local = minute.replace(tzinfo=LONDON)
        if london(local.astimezone(UTC)).replace(tzinfo=None) == minute:
            return local.astimezone(UTC)
