"""The clock of the promise and the hours in which things happen (service.md, The clock)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mailbot.casework.policy import Policy
from mailbot.casework.timetable import (
    Span,
    add_working_hours,
    between_digests,
    day_to_name,
    is_quiet,
    is_working_day,
    next_within_hours,
    offer_window_hours,
    promise_due,
    quiet_over,
    start_of_staff_time,
)
from mailbot.clock import LONDON

POLICY = Policy()


def at(text: str) -> datetime:
    """A London wall time as a moment."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-03-10 14:05", "2026-03-17 14:05"),  # an ordinary week
        ("2026-03-24 14:05", "2026-03-31 14:05"),  # over the spring change: the wall time stays
        ("2026-03-22 01:30", "2026-03-29 02:00"),  # a time that does not exist: the next valid one
        ("2026-10-22 09:00", "2026-10-29 09:00"),  # over the autumn change
        ("2025-12-25 18:00", "2026-01-01 18:00"),  # bank holidays never pause the promise
    ],
)
def test_the_promise_is_due_at_the_same_wall_time_a_week_later(received: str, due: str) -> None:
    assert promise_due(at(received), 7) == at(due)


@pytest.mark.parametrize(
    ("now", "before", "after"),
    [
        ("2026-03-10 08:00", "2026-03-09 08:00", "2026-03-11 08:00"),
        ("2026-03-09 08:00", "2026-03-06 08:00", "2026-03-10 08:00"),  # a Monday
        ("2026-03-14 11:00", "2026-03-13 08:00", "2026-03-16 08:00"),  # a Saturday
        ("2026-04-02 08:00", "2026-04-01 08:00", "2026-04-07 08:00"),  # before Easter
        ("2026-03-30 08:00", "2026-03-27 08:00", "2026-03-31 08:00"),  # over the spring change
    ],
)
def test_a_digest_tells_of_all_from_the_one_before_to_the_next(now: str, before: str, after: str) -> None:
    assert between_digests(at(now), POLICY) == Span(at(before), at(after))


def test_a_time_that_exists_twice_means_the_first() -> None:
    assert promise_due(at("2026-10-18 01:30"), 7) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "named"),
    [
        ("2026-03-17 11:59", date(2026, 3, 16)),
        ("2026-03-17 12:00", date(2026, 3, 17)),
        ("2026-07-01 00:10", date(2026, 6, 30)),
    ],
)
def test_emails_name_the_day_before_when_it_is_due_before_noon(due: str, named: date) -> None:
    assert day_to_name(at(due)) == named


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [("2026-07-01 19:59", False), ("2026-07-01 20:00", True), ("2026-07-01 03:00", True), ("2026-07-01 09:00", False)],
)
def test_quiet_hours_are_eight_in_the_evening_to_nine(moment: str, quiet: bool) -> None:
    assert is_quiet(at(moment), POLICY) is quiet


@pytest.mark.parametrize(
    ("moment", "over"),
    [
        ("2026-07-01 12:00", "2026-07-01 12:00"),
        ("2026-07-01 20:00", "2026-07-02 09:00"),
        ("2026-07-02 02:00", "2026-07-02 09:00"),
        ("2026-10-24 23:00", "2026-10-25 09:00"),  # the night of twenty-five hours
    ],
)
def test_what_falls_due_at_night_goes_at_nine(moment: str, over: str) -> None:
    assert quiet_over(at(moment), POLICY) == at(over)


@pytest.mark.parametrize(
    ("moment", "hours", "then"),
    [
        ("2026-03-10 10:00", 4, "2026-03-10 14:00"),
        ("2026-03-10 15:00", 4, "2026-03-11 11:00"),
        ("2026-03-13 16:00", 4, "2026-03-16 12:00"),  # over a weekend
        ("2026-12-24 15:00", 4, "2026-12-29 11:00"),  # over Christmas and its substitute day
        ("2026-03-10 03:00", 4, "2026-03-10 13:00"),
        ("2026-03-14 12:00", 1, "2026-03-16 10:00"),
    ],
)
def test_working_hours_leave_out_nights_weekends_and_bank_holidays(moment: str, hours: int, then: str) -> None:
    assert add_working_hours(at(moment), hours, POLICY) == at(then)


def test_staff_time_begins_at_nine_on_the_next_working_day() -> None:
    assert start_of_staff_time(at("2026-04-02 18:00"), POLICY) == at("2026-04-07 09:00")  # Good Friday, Easter Monday


def test_bank_holidays_are_those_of_the_nation() -> None:
    scotland = Policy(nation="SCT")
    assert add_working_hours(at("2026-01-02 10:00"), 1, POLICY) == at("2026-01-02 11:00")
    assert add_working_hours(at("2026-01-02 10:00"), 1, scotland) == at("2026-01-05 10:00")


def test_a_language_page_waits_for_the_morning() -> None:
    assert next_within_hours(at("2026-03-10 23:00"), "08:00", "22:00") == at("2026-03-11 08:00")
    assert next_within_hours(at("2026-03-10 09:00"), "08:00", "22:00") == at("2026-03-10 09:00")


def test_windows_shrink_as_the_promise_nears() -> None:
    now = at("2026-03-10 10:00")
    windows = [offer_window_hours(now, now + timedelta(days=left), POLICY) for left in (7, 4, 3, 2, 1, 0)]
    assert windows == [24, 24, 18, 12, 6, 3]


# As GOV.UK lists them, substitute days included ("Mon 28 December, Boxing Day (substitute day)").
ENGLAND_AND_WALES = """2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28"""
SCOTLAND = """2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25
    2026-12-28 2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28"""
NORTHERN_IRELAND = """2026-01-01 2026-03-17 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-07-13 2026-08-31
    2026-12-25 2026-12-28 2027-01-01 2027-03-17 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-07-12 2027-08-30
    2027-12-27 2027-12-28"""


@pytest.mark.parametrize(
    ("nation", "listed"),
    [("ENG", ENGLAND_AND_WALES), ("WLS", ENGLAND_AND_WALES), ("SCT", SCOTLAND), ("NIR", NORTHERN_IRELAND)],
)
def test_no_weekday_is_free_but_the_bank_holidays_that_gov_uk_lists(nation: str, listed: str) -> None:
    policy = Policy(nation=nation)
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(730)]
    free = [day for day in days if day.weekday() < 5 and not is_working_day(day, policy)]
    assert free == [date.fromisoformat(one) for one in listed.split()]
