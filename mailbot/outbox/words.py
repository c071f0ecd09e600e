"""How days, times, weekly hours and telephone numbers are written, one table of words for each language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path

import phonenumbers

from mailbot.clock import london
from mailbot.weekly_hours import MINUTES_A_DAY, WeeklyHours

_EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
_WEEKDAYS = (0, 1, 2, 3, 4)
_WEEKEND = (5, 6)
_EVENING = 18 * 60  # Welsh tells afternoon (yp) from evening (yh)


@dataclass(frozen=True, slots=True)
class Words:
    """The filters of one language's templates; ``reasons`` and ``languages`` are tables of set phrases."""

    language: str
    days: tuple[str, ...]
    months: tuple[str, ...]
    phrases: Mapping[str, str]
    reasons: Mapping[str, str]
    languages: Mapping[str, str]

    def day(self, day: date) -> str:
        """In full: "Friday 7 March", "dydd Gwener 7 Mawrth"; a moment gives its London day."""
        return self._dated("day", day)

    def on_day(self, day: date) -> str:
        """As something happens on it: "on Friday 7 March", "ddydd Gwener 7 Mawrth"."""
        return self._dated("on_day", day)

    def moment(self, moment: datetime) -> str:
        """London time and day: "3pm on Friday 7 March"."""
        return self._dated("moment", moment, time=self.clock(moment))

    def clock(self, moment: datetime | time | int) -> str:
        """A moment's London time, a wall time or minutes after midnight: "7pm", "6.30yh", "midday"."""
        minute = _minute(moment)
        if minute % MINUTES_A_DAY == 0:
            return self.phrases["midnight"]
        if minute == MINUTES_A_DAY // 2:
            return self.phrases["midday"]
        hour = (minute // 60 - 1) % 12 + 1
        written = f"{hour}.{minute % 60:02d}" if minute % 60 else str(hour)
        return self.phrases[_part_of_day(minute)].format(clock=written)

    def hours(self, hours: WeeklyHours) -> str:
        """One line: "Monday to Friday, 6pm to 9pm; Saturday, 9am to midday"."""
        return "; ".join(self.hours_listed(hours))

    def hours_listed(self, hours: WeeklyHours) -> tuple[str, ...]:
        """The same, days with the same times together, one entry each."""
        by_day: dict[int, list[tuple[int, int]]] = {}
        for span in hours.spans:
            by_day.setdefault(span.day, []).append((span.start, span.end))
        together: dict[tuple[tuple[int, int], ...], list[int]] = {}
        for day, spans in by_day.items():
            together.setdefault(tuple(spans), []).append(day)
        return tuple(self._entry(tuple(days), spans) for spans, days in together.items())

    def joined(self, things: Iterable[str]) -> str:
        """In a row: "Ben, Carys and Dilys"."""
        *most, last = list(things) or [""]
        return f"{', '.join(most)} {self.phrases['and']} {last}" if most else last

    def language_names(self, codes: Iterable[str]) -> str:
        """In a row: "English, Welsh"; a code without a name stays as it is."""
        return ", ".join(self.languages.get(code, code) for code in codes)

    def _dated(self, form: str, day: date, **more: str) -> str:
        local = london(day).date() if isinstance(day, datetime) else day
        names = {"day": self.days[local.weekday()], "month": self.months[local.month - 1]}
        return self.phrases[form].format(date=local.day, **names, **more)

    def _entry(self, days: tuple[int, ...], spans: Iterable[tuple[int, int]]) -> str:
        to = self.phrases["to"]
        written = [
            self.phrases["all_day"]
            if (start, end) == (0, MINUTES_A_DAY)
            else f"{self.clock(start)} {to} {self.clock(end)}"
            for start, end in spans
        ]
        return self.phrases["in_hours"].format(
            days=self._days(days), spans=f" {self.phrases['and_times']} ".join(written)
        )

    def _days(self, days: tuple[int, ...]) -> str:
        named = {_EVERY_DAY: "every_day", _WEEKDAYS: "weekdays", _WEEKEND: "weekend"}
        if days in named:
            return self.phrases[named[days]]
        each = self.phrases.get("each_day", "{day}")
        return self.joined(each.format(day=self.days[day]) for day in days)


class WordsFault(ValueError):
    """A table of words is missing something; the text says what."""


def load_words(file: Path, language: str) -> Words:
    """Raises ``WordsFault`` for a table that is incomplete, ``OSError`` for one that is not there."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise WordsFault(str(fault)) from None
    needed = ("day", "on_day", "moment", "and", "and_times", "to", "every_day", "weekdays", "weekend", "in_hours",
              "all_day", "midday", "midnight", "morning", "afternoon", "evening")  # fmt: skip
    missing = [key for key in (*needed, "languages") if key not in table]
    if missing:
        raise WordsFault(f"missing: {', '.join(missing)}")
    days, months = tuple(table.get("days", ())), tuple(table.get("months", ()))
    if (len(days), len(months)) != (7, 12):
        raise WordsFault("there must be seven days and twelve months")
    phrases = {key: value for key, value in table.items() if isinstance(value, str)}
    return Words(language, days, months, phrases, table.get("reasons", {}), table["languages"])


@lru_cache(maxsize=4096)
def phone(number: str) -> str:
    """Grouped as people here read it: "07700 900123"; a foreign one keeps its country code; anything else stays."""
    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return number
    home = parsed.country_code == 44
    shape = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, shape)


def _minute(moment: datetime | time | int) -> int:
    if isinstance(moment, int):
        return moment
    wall = london(moment).time() if isinstance(moment, datetime) else moment
    return wall.hour * 60 + wall.minute


def _part_of_day(minute: int) -> str:
    if minute < MINUTES_A_DAY // 2:
        return "morning"
    return "afternoon" if minute < _EVENING else "evening"
