"""A month's figures: the promise both ways, and which month was asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mailbot.casework.figures import MonthFacts, ReferralDates, figures
from mailbot.casework.staff.orders.reports import lines, month_asked

MARCH = date(2026, 3, 1)
NOW = datetime(2026, 3, 25, 12, 0, tzinfo=UTC)
RECEIVED = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
DUE = RECEIVED + timedelta(days=7)
DAY = timedelta(days=1)


def counted(*dates: ReferralDates, now: datetime = NOW):  # type: ignore[no-untyped-def]
    return figures(MonthFacts(first=MARCH, referrals=dates, conversations=4, tries=2), now)


def dates(**changes):  # type: ignore[no-untyped-def]
    return ReferralDates(**({"received_at": RECEIVED, "due_at": DUE} | changes))


def test_a_conversation_in_time_keeps_the_promise_by_both_clocks() -> None:
    told = counted(dates(first_contact_at=DUE))
    assert (told.due, told.kept, told.due_adjusted, told.kept_adjusted) == (1, 1, 1, 1)


def test_a_late_one_is_kept_by_the_adjusted_clock_when_pauses_made_it_late() -> None:
    pauses = ((RECEIVED + DAY, RECEIVED + 3 * DAY), (RECEIVED + 2 * DAY, RECEIVED + 4 * DAY))  # three days, not four
    assert counted(dates(first_contact_at=DUE + 3 * DAY, pauses=pauses)).kept_adjusted == 1
    late = counted(dates(first_contact_at=DUE + 3 * DAY + timedelta(minutes=1), pauses=pauses))
    assert (late.kept, late.kept_adjusted, late.due_adjusted) == (0, 0, 1)


def test_a_pause_after_the_conversation_makes_nothing_better() -> None:
    after = ((DUE + DAY, None),)
    assert counted(dates(first_contact_at=DUE + DAY, pauses=after)).kept_adjusted == 0


def test_a_clock_that_stands_still_is_not_overdue_by_the_adjusted_time() -> None:
    told = counted(dates(pauses=((RECEIVED + DAY, None),)))
    assert (told.due, told.kept, told.due_adjusted, told.waiting) == (1, 0, 0, 1)


def test_what_was_closed_before_it_was_due_counts_in_neither() -> None:
    told = counted(dates(closed_at=DUE - DAY))
    assert (told.due, told.due_adjusted, told.closed, told.waiting) == (0, 0, 1, 0)
    assert counted(dates(closed_at=DUE + DAY)).due == 1  # the promise was broken by then


def test_a_promise_counts_in_the_month_in_which_it_was_due() -> None:
    april = dates(received_at=datetime(2026, 3, 30, tzinfo=UTC), due_at=datetime(2026, 4, 6, tzinfo=UTC))
    told = counted(april)
    assert (told.new, told.due) == (1, 0)
    edge = dates(
        received_at=datetime(2026, 2, 28, 23, 30, tzinfo=UTC), due_at=datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
    )
    assert counted(edge, now=datetime(2026, 4, 2, tzinfo=UTC)).due == 1  # 23:30 in London, still March


def test_the_lines_hold_counts_only() -> None:
    told = lines(counted(dates(first_contact_at=DUE), dates()))
    assert told[0] == "Promise kept: 1 of 2 by the strict clock; 1 of 2 with pauses counted out"
    assert told[-1] == "Conversations held: 4; tries without one: 2"


@pytest.mark.parametrize(
    ("words", "month"),
    [
        (None, date(2026, 3, 1)),
        ("figures please", date(2026, 3, 1)),
        ("for February", date(2026, 2, 1)),
        ("for last month", date(2026, 2, 1)),
        ("for December", date(2025, 12, 1)),
        ("for March 2025", date(2025, 3, 1)),
        ("from January to February please", date(2026, 2, 1)),
    ],
)
def test_the_month_named_is_the_latest_such_month(words: str | None, month: date) -> None:
    assert month_asked(words, date(2026, 3, 25)) == month
    assert month_asked("last month", date(2026, 1, 5)) == date(2025, 12, 1)
