"""The digest's end: credentials that run out, and room against those who wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mailbot.casework.day_words import dated
from mailbot.casework.matching.volunteers import unfit
from mailbot.casework.people import Credential, Volunteer
from mailbot.casework.referral import Stage
from mailbot.casework.staff.digest.day import Day
from mailbot.casework.touchpoints import DigestLine

CREDENTIAL_DAYS = 90  # row 17's first notice


def credentials(day: Day) -> Iterator[DigestLine]:
    """A line for each volunteer with a date that is past, lacking, or within 90 days; the soonest first.

    The reply is for the one that presses most, its new date to be filled in.
    """
    found = [(one, dates) for one in day.report.volunteers if (dates := _ending(one, day.today))]
    for one, dates in sorted(found, key=lambda pair: (pair[1][0][1] or date.min, pair[0].name)):
        told = "; ".join(_told(kind, until, day.today) for kind, until in dates)
        yield DigestLine(one.name, f"{told}.", f"{dates[0][0].value} {one.name} …")


def room(day: Day) -> Iterator[DigestLine]:
    """Those who could be taken on, against those for whom nobody is asked yet."""
    free = sum(one.room for one in day.report.volunteers if unfit(one, day.office.policy, day.now) is None)
    waiting = sum(1 for one in day.report.referrals if one.stage is Stage.WAITING)
    people = "1 more person" if free == 1 else f"{free} more people"
    wait = {0: "nobody waits", 1: "1 waits"}.get(waiting, f"{waiting} wait")
    short = f": {waiting - free} more than there is room for" if waiting > free else ""
    yield DigestLine("", f"Room for {people}; {wait}{short}.", "list volunteers")


def _ending(volunteer: Volunteer, today: date) -> list[tuple[Credential, date | None]]:
    held = dict(volunteer.credentials)
    dates = [(one, held.get(one)) for one in Credential]
    near = [(one, until) for one, until in dates if until is None or (until - today).days <= CREDENTIAL_DAYS]
    return sorted(near, key=lambda pair: (pair[1] or date.min, pair[0].value))


def _told(kind: Credential, until: date | None, today: date) -> str:
    if until is None:
        return f"no date for {kind.in_full}"
    return f"{kind.in_full} {'ended' if until < today else 'ends'} on {dated(until)}"
