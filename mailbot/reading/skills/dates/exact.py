"""Days told with their year, as people write the last day of a certificate: nothing is left to guess.

Takes plain text (``plain.plain``). ``4/5/2028`` is the fourth of May; a year of two digits is of this century.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mailbot.reading.skills.dates.calendar_words import MONTH, MONTHS

_YEAR = r"(?:20)?\d\d"
_EXACT = re.compile(
    rf"""(?<![\w/.-])(?:
      (?P<iso_year>20\d\d)[-/](?P<iso_month>[01]?\d)[-/](?P<iso_day>[0-3]?\d)
    | (?P<day>[0-3]?\d)\s?[/.-]\s?(?P<month>[01]?\d)\s?[/.-]\s?(?P<year>{_YEAR})
    | (?:the\s+)?(?P<said_day>[0-3]?\d)(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<said_month>{MONTH})[,.\s-]*'?
        (?P<said_year>{_YEAR})
    | (?P<first_month>{MONTH})\.?\s+(?:the\s+)?(?P<first_day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<first_year>20\d\d)
    )(?![\w/-])""",
    re.VERBOSE,
)
_ROUGH = re.compile(rf"(?<!\w)(?:{MONTH}|20\d\d|[0-3]?\d[/.][01]?\d(?:[/.]\d+)?)(?!\w)")


@dataclass(frozen=True, slots=True)
class ExactDay:
    """``day`` is None where the words name a day that no calendar has (31/02/2028)."""

    start: int
    end: int
    day: date | None


def exact_days(text: str) -> tuple[ExactDay, ...]:
    """Every day that is told with its year, in order."""
    return tuple(ExactDay(found.start(), found.end(), _day(found)) for found in _EXACT.finditer(text))


def names_some_day(text: str) -> bool:
    """Is there a month, a year or a day of a month in it, however roughly told?"""
    return _ROUGH.search(text) is not None


def _day(found: re.Match[str]) -> date | None:
    if found["iso_year"]:
        return _date(found["iso_year"], int(found["iso_month"]), found["iso_day"])
    if found["month"]:
        return _date(found["year"], int(found["month"]), found["day"])
    if found["said_month"]:
        return _date(found["said_year"], MONTHS[found["said_month"]], found["said_day"])
    return _date(found["first_year"], MONTHS[found["first_month"]], found["first_day"])


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None
