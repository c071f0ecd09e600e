"""The order "report": a month's figures by email, counts only; or, where it names them, the digest's lists in full."""

from __future__ import annotations

import re
from datetime import date

from mailbot.casework.figures import Figures, figures, month_after
from mailbot.casework.staff.digest.morning import PARTS
from mailbot.casework.staff.order import Desk, Outcome
from mailbot.casework.staff.orders import lists
from mailbot.clock import london
from mailbot.reading.letter import StaffCommand

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_NAMED = re.compile(rf"\b({'|'.join(_MONTHS)})\b(?: (20\d\d))?|\b(last) month\b", re.IGNORECASE)
_LONGER = re.compile(r"\b(?:quarter|year|since|weeks?|months|all time|to date|annual|between)\b", re.IGNORECASE)

_LISTS = "|".join(part.key for part in PARTS)
_A_LIST = re.compile(
    rf"\W*(?:(?:please|the|report|list)\W+)*(?:(?:{_LISTS}|everything|all)\b\W*(?:and\W+|please\W*)?)+", re.I
)


def month_asked(text: str | None, today: date) -> date:
    """The first day of the month that is named last, of the latest such month; else of the present one."""
    present = today.replace(day=1)
    named = list(_NAMED.finditer(text or ""))
    if not named:
        return present
    if named[-1][3]:
        return _before(present)
    month = _MONTHS.index(named[-1][1].lower()) + 1
    if named[-1][2]:
        return date(int(named[-1][2]), month, 1)
    return date(today.year - (month > today.month), month, 1)


def report(command: StaffCommand, desk: Desk) -> Outcome:
    """One month; of a longer time asked for, the month it can give, which it says."""
    if _A_LIST.fullmatch(command.text or ""):
        return lists.report(command, desk)
    month = desk.known.month
    today = london(desk.now).date()
    if month is None:
        return Outcome(asked="The figures of which month? “report for March”")
    if month.first > today:
        return Outcome(refused=f"{month.first:%B %Y} has not begun. “report” alone gives this month’s figures.")
    so_far = " so far" if month_after(month.first) > today else ""
    more = (*lines(figures(month, desk.now)), "“report everything” lists what the morning’s email would list now.")
    if command.text and _LONGER.search(command.text):
        more += ("I can give one month at a time: “report for March”, “report for last month”.",)
    return Outcome(done=f"The figures of {month.first:%B %Y}{so_far}:", more=more)


def lines(counted: Figures) -> tuple[str, ...]:
    """A line each, ready to be read; nothing in them points at a person."""
    return (
        f"Promise kept: {counted.kept} of {counted.due} by the strict clock; "
        f"{counted.kept_adjusted} of {counted.due_adjusted} with pauses counted out",
        f"New referrals: {counted.new}",
        f"Referrals closed: {counted.closed}",
        f"Waiting now for a first conversation: {counted.waiting}",
        f"Conversations held: {counted.conversations}; tries without one: {counted.tries}",
    )


def _before(first: date) -> date:
    return date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
