"""A month in figures: counts only, and the promise both strict and adjusted (service.md, The clock)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailbot.clock import london

Span = tuple[datetime, datetime | None]  # since, until; None: it still lasts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDates:
    """What of a referral is counted. ``pauses`` are those of its clock, whatever their reasons; they may overlap."""

    received_at: datetime
    due_at: datetime
    first_contact_at: datetime | None = None
    closed_at: datetime | None = None
    pauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFacts:
    """``first`` is the month's first London day; the calls are those held, and tried in vain, in it so far."""

    first: date
    referrals: tuple[ReferralDates, ...]
    conversations: int = 0
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A promise counts in the month in which it was due; one that was closed before it was due, unkept, counts in none.

    ``due_adjusted`` leaves out those whose clock was paused and which are not overdue by the adjusted time.
    """

    new: int
    closed: int
    waiting: int  # open now, and nobody has spoken with them yet
    due: int
    kept: int
    due_adjusted: int
    kept_adjusted: int
    conversations: int
    tries: int


def figures(month: MonthFacts, now: datetime) -> Figures:
    """The figures of the month as they stand now."""
    promised = [one for one in month.referrals if _in(one.due_at, month) and not _closed_first(one)]
    due = [one for one in promised if one.first_contact_at or one.due_at <= now]
    adjusted = [one for one in promised if one.first_contact_at or _adjusted(one, now) <= now]
    return Figures(
        new=sum(1 for one in month.referrals if _in(one.received_at, month)),
        closed=sum(1 for one in month.referrals if _in(one.closed_at, month)),
        waiting=sum(1 for one in month.referrals if one.closed_at is None and one.first_contact_at is None),
        due=len(due),
        kept=sum(1 for one in due if one.first_contact_at and one.first_contact_at <= one.due_at),
        due_adjusted=len(adjusted),
        kept_adjusted=sum(
            1 for one in adjusted if one.first_contact_at and one.first_contact_at <= _adjusted(one, now)
        ),
        conversations=month.conversations,
        tries=month.tries,
    )


def month_after(first: date) -> date:
    """The first day of the next month."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def _in(at: datetime | None, month: MonthFacts) -> bool:
    return at is not None and month.first <= london(at).date() < month_after(month.first)


def _closed_first(one: ReferralDates) -> bool:
    """It ended before anybody could break the promise."""
    return one.first_contact_at is None and one.closed_at is not None and one.closed_at <= one.due_at


def _adjusted(one: ReferralDates, now: datetime) -> datetime:
    """The due time, put off by how long the clock stood still before the conversation (or until now)."""
    until = min(at for at in (now, one.first_contact_at, one.closed_at) if at)
    return one.due_at + _paused(one.pauses, until)


def _paused(pauses: Iterable[Span], until: datetime) -> timedelta:
    """How long at least one of them lasted before that moment."""
    total, reached = timedelta(0), datetime.min.replace(tzinfo=until.tzinfo)
    for since, ended in sorted(pauses, key=lambda span: span[0]):
        begin, end = max(since, reached), min(ended or until, until)
        if end > begin:
            total += end - begin
            reached = end
    return total
