"""Days, times, weekly hours and numbers in English and Welsh."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from outbox_cast import TEMPLATES

from mailbot.outbox.words import Words, WordsFault, load_words, phone
from mailbot.weekly_hours import WeeklyHours

EN, CY = (load_words(TEMPLATES / "words" / f"{one}.toml", one) for one in ("en", "cy"))


@pytest.mark.parametrize(
    ("day", "english", "welsh"),
    [
        (date(2025, 3, 7), "Friday 7 March", "dydd Gwener 7 Mawrth"),
        (date(2025, 3, 3), "Monday 3 March", "dydd Llun 3 Mawrth"),
        (date(2025, 4, 1), "Tuesday 1 April", "dydd Mawrth 1 Ebrill"),
        (date(2025, 6, 11), "Wednesday 11 June", "dydd Mercher 11 Mehefin"),
        (date(2025, 8, 21), "Thursday 21 August", "dydd Iau 21 Awst"),
        (date(2025, 11, 29), "Saturday 29 November", "dydd Sadwrn 29 Tachwedd"),
        (date(2025, 12, 28), "Sunday 28 December", "dydd Sul 28 Rhagfyr"),
        (datetime(2025, 6, 30, 23, 30, tzinfo=UTC), "Tuesday 1 July", "dydd Mawrth 1 Gorffennaf"),  # London's day
    ],
)
def test_a_day_is_written_in_full(day: date, english: str, welsh: str) -> None:
    assert EN.day(day) == english
    assert CY.day(day) == welsh


def test_on_a_day_takes_its_welsh_mutation() -> None:
    assert EN.on_day(date(2025, 3, 7)) == "on Friday 7 March"
    assert CY.on_day(date(2025, 3, 7)) == "ddydd Gwener 7 Mawrth"


@pytest.mark.parametrize(
    ("wall", "english", "welsh"),
    [
        (time(7), "7am", "7yb"),
        (time(9, 5), "9.05am", "9.05yb"),
        (time(12), "midday", "hanner dydd"),
        (time(12, 30), "12.30pm", "12.30yp"),
        (time(14), "2pm", "2yp"),
        (time(18), "6pm", "6yh"),
        (time(19, 30), "7.30pm", "7.30yh"),
        (time(0), "midnight", "hanner nos"),
        (time(0, 15), "12.15am", "12.15yb"),
        (24 * 60, "midnight", "hanner nos"),
    ],
)
def test_a_time_is_written_as_people_say_it(wall: time | int, english: str, welsh: str) -> None:
    assert EN.clock(wall) == english
    assert CY.clock(wall) == welsh


def test_a_moment_is_london_s_in_summer_too() -> None:
    assert EN.moment(datetime(2025, 7, 4, 14, 0, tzinfo=UTC)) == "3pm on Friday 4 July"
    assert CY.moment(datetime(2025, 7, 4, 14, 0, tzinfo=UTC)) == "3yp ddydd Gwener 4 Gorffennaf"


EVENINGS = WeeklyHours.on(range(5), "18:00", "21:00")


@pytest.mark.parametrize(
    ("hours", "english", "welsh"),
    [
        (EVENINGS, "Monday to Friday, 6pm to 9pm", "dydd Llun i ddydd Gwener, 6yh i 9yh"),
        (WeeklyHours.on(range(7)), "every day, 9am to 9pm", "bob dydd, 9yb i 9yh"),
        (
            WeeklyHours.on((5, 6), "09:00", "12:00"),
            "Saturday and Sunday, 9am to midday",
            "dydd Sadwrn a dydd Sul, 9yb i hanner dydd",
        ),
        (
            EVENINGS - WeeklyHours.on((2,), "00:00", "24:00"),
            "Monday, Tuesday, Thursday and Friday, 6pm to 9pm",
            "dydd Llun, dydd Mawrth, dydd Iau a dydd Gwener, 6yh i 9yh",
        ),
        (
            WeeklyHours.on((0,), "09:00", "11:00") | WeeklyHours.on((0,), "18:00", "20:00"),
            "Monday, 9am to 11am and 6pm to 8pm",
            "dydd Llun, 9yb i 11yb a hefyd 6yh i 8yh",
        ),
        (
            WeeklyHours.on((0, 3), "18:30", "21:00") | WeeklyHours.on((5,), "00:00", "24:00"),
            "Monday and Thursday, 6.30pm to 9pm; Saturday, any time",
            "dydd Llun a dydd Iau, 6.30yh i 9yh; dydd Sadwrn, unrhyw bryd",
        ),
    ],
)
def test_weekly_hours_are_put_into_words(hours: WeeklyHours, english: str, welsh: str) -> None:
    assert EN.hours(hours) == english
    assert CY.hours(hours) == welsh


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+447700900123", "07700 900123"),
        ("+442079460123", "020 7946 0123"),
        ("+441134960123", "0113 496 0123"),
        ("+442920180123", "029 2018 0123"),
        ("+35315550123", "+353 1 555 0123"),
        ("no number", "no number"),
    ],
)
def test_numbers_are_grouped_as_people_here_read_them(number: str, written: str) -> None:
    assert phone(number) == written


def test_things_in_a_row_end_with_and() -> None:
    assert EN.joined(["Ben"]) == "Ben"
    assert EN.joined(["Ben", "Carys", "Dilys"]) == "Ben, Carys and Dilys"
    assert EN.joined([]) == ""
    assert EN.language_names(["cy", "en", "pl"]) == "Welsh, English, pl"


@pytest.mark.parametrize("words", [EN, CY])
def test_every_language_has_seven_days_and_twelve_months_all_different(words: Words) -> None:
    assert len(set(words.days)) == 7
    assert len(set(words.months)) == 12


def test_a_table_that_is_incomplete_says_what_is_missing(tmp_path) -> None:
    file = tmp_path / "en.toml"
    whole = (TEMPLATES / "words" / "en.toml").read_text("utf-8")
    file.write_text(whole.replace("midday =", "noon ="), "utf-8")
    with pytest.raises(WordsFault, match="midday"):
        load_words(file, "en")
    file.write_text(whole.replace('"Sunday"', ""), "utf-8")
    with pytest.raises(WordsFault, match="seven days"):
        load_words(file, "en")
    file.write_text("days = [", "utf-8")
    with pytest.raises(WordsFault):
        load_words(file, "en")
