"""Days, clock times and lengths told relatively, by the table in the samples' README."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.skills.dates import clocks_told, days_told, lengths_told, month_begins, sent_day, spelt_out_ranges
from mailbot.reading.words.plain import plain

MONDAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("words", "past", "coming"),
    [
        ("today", "2026-03-16", "2026-03-16"),
        ("tonight", "2026-03-16", "2026-03-16"),
        ("this morning", "2026-03-16", "2026-03-16"),
        ("yesterday", "2026-03-15", "2026-03-15"),
        ("last night", "2026-03-15", "2026-03-15"),
        ("tomorrow", "2026-03-17", "2026-03-17"),
        ("on Monday", "2026-03-09", "2026-03-23"),
        ("on Thursday", "2026-03-12", "2026-03-19"),
        ("this Friday", "2026-03-13", "2026-03-20"),
        ("this coming Sunday", "2026-03-22", "2026-03-22"),
        ("next Tuesday", "2026-03-24", "2026-03-24"),
        ("last Thursday", "2026-03-12", "2026-03-12"),
        ("a week today", "2026-03-23", "2026-03-23"),
        ("a week on Thursday", "2026-03-26", "2026-03-26"),
        ("in a fortnight", "2026-03-30", "2026-03-30"),
        ("in three weeks", "2026-04-06", "2026-04-06"),
        ("three weeks ago", "2026-02-23", "2026-02-23"),
        ("the 10th", "2026-03-10", "2026-04-10"),
        ("Sunday 10th", "2026-03-10", "2026-04-10"),
        ("3 August", "2025-08-03", "2026-08-03"),
        ("Monday 31 August", "2025-08-31", "2026-08-31"),
        ("1/4/2026", "2026-04-01", "2026-04-01"),
        ("Wednesdays", "2026-03-11", "2026-03-18"),
        ("nos Fawrth", "2026-03-10", "2026-03-17"),
        ("yfory", "2026-03-17", "2026-03-17"),
        ("y 30ain", "2026-01-30", "2026-03-30"),
    ],
)
def test_a_day_told_relatively_is_resolved(words: str, past: str, coming: str) -> None:
    day = days_told(plain(words), MONDAY)[0]
    assert (day.past, day.coming) == (date.fromisoformat(past), date.fromisoformat(coming))


def test_the_friday_after_is_counted_from_the_day_before_it() -> None:
    first, second = days_told("from saturday until the friday after", MONDAY)
    assert (first.coming, second.coming) == (date(2026, 3, 21), date(2026, 3, 27))


def test_a_range_within_a_month_is_two_days() -> None:
    days = days_told(spelt_out_ranges("away 10-17 april"), MONDAY)
    assert [day.coming for day in days] == [date(2026, 4, 10), date(2026, 4, 17)]


def test_what_lies_between_two_days_is_a_range() -> None:
    days = days_told(spelt_out_ranges("away between 5 april and 12 april"), MONDAY)
    assert [day.coming for day in days] == [date(2026, 4, 5), date(2026, 4, 12)]


def test_the_end_of_a_month_is_where_the_next_begins() -> None:
    assert month_begins("until the end of may", MONDAY) == (("until", date(2026, 6, 1)),)
    assert month_begins("tan fis medi", MONDAY) == (("tan", date(2026, 9, 1)),)


def test_a_month_alone_begins_on_its_first() -> None:
    assert month_begins("until september", MONDAY) == (("until", date(2026, 9, 1)),)


@pytest.mark.parametrize(
    "words", ["31 february", "99/99", "the 45th", "sunshine", "may i ask", "2 sugars", "she was sat on the stairs"]
)
def test_what_is_no_day_is_left_out(words: str) -> None:
    assert days_told(words, MONDAY) == ()


def test_the_day_sent_is_londons() -> None:
    assert sent_day(datetime(2026, 6, 30, 23, 40, tzinfo=UTC)) == date(2026, 7, 1)
    assert sent_day(datetime(2026, 1, 30, 23, 40, tzinfo=UTC)) == date(2026, 1, 30)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("at 4", "16:00"),
        ("about half 9", "09:30"),
        ("half six", "18:30"),
        ("at quarter past two", "14:15"),
        ("from about quarter to eleven", "10:45"),
        ("ten to 8", "19:50"),
        ("at 12", "12:00"),
        ("noon", "12:00"),
        ("at 8pm", "20:00"),
        ("10am", "10:00"),
        ("6.30", "18:30"),
        ("18:45", "18:45"),
        ("tonight at 9", "21:00"),
        ("at 8 in the morning", "08:00"),
        ("ten-ish", "10:00"),
        ("am saith o'r gloch", "19:00"),
        ("am hanner awr wedi deg", "10:30"),
        ("ugain munud wedi saith", "19:20"),
        ("am chwarter i wyth", "19:45"),
        ("am un ar ddeg y bore", "11:00"),
        ("am ddau", "14:00"),
    ],
)
def test_a_clock_time_is_resolved(words: str, at: str) -> None:
    assert clocks_told(plain(words))[0].at == time.fromisoformat(at)


@pytest.mark.parametrize("words", ["half an hour", "at 6 minutes", "for 40", "twice", "£4.50", "07700 900118"])
def test_what_is_no_clock_time_is_left_out(words: str) -> None:
    assert clocks_told(plain(words)) == ()


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("40 mins", 40),
        ("twenty-five minutes", 25),
        ("forty five minutes", 45),
        ("an hour near enough", 60),
        ("the full hour", 60),
        ("three quarters of an hour", 45),
        ("half an hour", 30),
        ("a quarter of an hour", 15),
        ("an hour and five minutes", 65),
        ("an hour and a half", 90),
        ("7 till ten to 8", 50),
        ("ten minutes", 10),
        ("hanner awr", 30),
        ("dri chwarter awr", 45),
        ("awr a hanner", 90),
        ("pum munud ar hugain", 25),
        ("deugain munud", 40),
        ("1hr 5", 65),
        ("8 to 8.45", 45),
    ],
)
def test_a_length_is_resolved(words: str, minutes: int) -> None:
    assert lengths_told(plain(words))[0].minutes == minutes


@given(st.text(max_size=200), st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
def test_any_text_and_day_can_be_read(text: str, sent_on: date) -> None:
    made = spelt_out_ranges(plain(text))
    clocks_told(made, days_told(made, sent_on))
    lengths_told(made)
    month_begins(made, sent_on)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 3000))
def test_any_numbers_can_be_read_as_a_day(day: int, month: int, year: int) -> None:
    days_told(f"{day}/{month}/{year} the {day}th monday {day}th in {year} weeks", MONDAY)
