"""The digest's lines about what goes out: a pause, and the emails until the next digest, each with what stops it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailbot.casework.mails import coming
from mailbot.casework.mails.words import named, to_whom, why_waits
from mailbot.casework.staff.digest.day import Day
from mailbot.casework.staff.orders.halting import HOW_TO_RESUME, since_when, what_waits
from mailbot.casework.staff.orders.stopping import why_not
from mailbot.casework.touchpoints import DigestLine
from mailbot.clock import london


def paused(day: Day) -> Iterator[DigestLine]:
    """By whom and since when; the reason stays in the leads' own mail."""
    if halt := day.report.halt:
        words = f"EVERYTHING IS PAUSED {since_when(halt, day.office.roster)}. {what_waits(halt.waiting)}"
        yield DigestLine("", words, HOW_TO_RESUME)


def going_out(day: Day) -> Iterator[DigestLine]:
    for one in coming.going_out_before(day.span.until, day.report, day.now):
        to = to_whom(one.mail, one.volunteer_name, one.letter_id)
        why = why_waits(one, day.office.policy, None, day.now)
        words = f"{_at(day, one.goes_at)} {to}, {named(one.mail.touchpoint)} ({why})."
        stops = "" if why_not(one.mail) else f"cancel {one.mail.reference}"
        yield DigestLine(one.mail.reference, words, stops)


def _at(day: Day, moment: datetime) -> str:
    """ "at 9:00", of a later day "on Saturday at 9:00"."""
    local = london(moment)
    return f"at {local:%-H:%M}" if local.date() == day.today else day.when_due(moment)


def in_the_summary(day: Day) -> str:
    """The first words of the digest; "" when nothing is paused."""
    return f"EVERYTHING IS PAUSED {since_when(day.report.halt, day.office.roster)}" if day.report.halt else ""


def headline(day: Day) -> str:
    """For the subject."""
    return "everything is paused" if day.report.halt else ""
