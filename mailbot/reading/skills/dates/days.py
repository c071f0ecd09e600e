"""Days that are told relatively, by the table in ``tests/samples/README.md``.

All functions take plain text (``plain.plain``) and the day the mail was sent in Europe/London.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailbot.clock import london
from mailbot.reading.skills.dates.calendar_words import ENGLISH_DAYS, MONTH, MONTHS, NUMBER, NUMBERS, WEEKDAY, WEEKDAYS
from mailbot.weekly_hours import DAYS

_DAY = re.compile(
    rf"""(?<![\w'])(?:
      (?P<before_yesterday>(?:the\s+)?(?:day|night|evening)\s+before\s+yesterday|echdoe)
    | (?P<after_tomorrow>(?:the\s+)?day\s+after\s+tomorrow)
    | (?P<yesterday>yesterday|last\s+night|ddoe|neithiwr)
    | (?P<tomorrow>tomorrow|tmrw|yfory|fory)
    | (?P<today>today|tonight|this\s+(?:morning|afternoon|evening)|heddiw|heno|(?:y\s+)?bore\s+'?ma|just\s+now)
    | (?P<in_words>in|within)?\s*(?P<count>{NUMBER})\s+(?P<unit>days?|weeks?)(?:'?\s+time)?
        (?=\s|[.,;!?)]|$)(?P<ago>\s+ago)?(?:\s+on\s+(?P<count_weekday>{ENGLISH_DAYS}))?
        (?:\s+(?P<count_today>today|tomorrow))?
    | (?P<fortnight>in\s+a\s+fortnight|a\s+fortnight'?s?\s+(?:time|today)|a\s+fortnight(?P<fortnight_ago>\s+ago))
    | (?P<modifier>next|last|this\s+coming|this\s+past|this)?\s*{WEEKDAY}
        (?P<week>\s+week\b)?(?P<after>\s+after\b(?!\s+[\d(next)]))?
        (?:,?\s+(?:the\s+)?(?P<weekday_number>[0-3]?\d)
           (?:(?:st|nd|rd|th)\b(?:\s+(?:of\s+)?(?P<ordinal_month>{MONTH}))?
             |\s+(?:of\s+)?(?P<weekday_month>{MONTH}))(?:\s+(?P<weekday_year>20\d\d))?)?
    | (?P<slash_day>[0-3]?\d)/(?P<slash_month>[01]?\d)(?:/(?P<slash_year>(?:20)?\d\d))?(?![\d/])
    | (?P<month_first>{MONTH})\s+(?P<month_first_day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])
    | (?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)?\s+(?:of\s+|o\s+)?(?P<month>{MONTH})
        (?:\s+(?P<year>20\d\d))?
    | (?:the\s+)?(?P<ordinal>[0-3]?\d)(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)\b
    )""",
    re.VERBOSE,
)
_RANGE = re.compile(
    rf"\b([0-3]?\d)(?:st|nd|rd|th)?\s*(?:-|to|until|till|and)\s*(?:the\s+)?([0-3]?\d)(?:st|nd|rd|th)?"
    rf"\s+(?:of\s+)?({MONTH})"
)
_DAY_NEAR = rf"(?:{ENGLISH_DAYS}|(?:the\s+)?[0-3]?\d(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|the\s+[0-3]?\d(?:st|nd|rd|th))"
_BETWEEN = re.compile(rf"\b(between|rhwng)\s+({_DAY_NEAR}(?:\s+\w+){{0,2}}?)\s+(?:and|ac?)\s+(?={_DAY_NEAR})")
_SITTING_BEFORE = re.compile(r"\b(?:was|were|been|be|being|got|i|he|she|we|they|who|have|has|had|and) ?$")
_SITTING_AFTER = re.compile(
    r"\s+(?:down|up|there|here|with|by|waiting|watching|listening|reading|outside|on (?:the (?!\d)|my|her|his|it)"
    r"|in|at (?:the|my|her|his|home)|through)\b"
)
_MONTH_ALONE = re.compile(
    r"\b(from|until|till|til|tan|in|o)\s+(?:(?:the\s+)?(start|end|beginning|middle)\s+of\s+|early\s+|[mf]is\s+"
    r"|diwedd\s+)?"
    rf"({MONTH})(?!\s+\d)"
)


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day named between ``start`` and ``end``; which one it is may hang on the tense."""

    start: int
    end: int
    past: date
    coming: date
    standing: bool = False  # "Wednesdays"
    weekly: bool = False  # a day of the week with no date: it comes again a week later
    ahead: int = 0  # days from the day sent to ``coming``

    @property
    def is_fixed(self) -> bool:
        """The words alone say which day."""
        return self.past == self.coming


def sent_day(sent_at: datetime) -> date:
    """The day a mail was sent, in London."""
    return london(sent_at).date()


def weekday_word(day: date) -> str:
    """``mon`` to ``sun``."""
    return DAYS[day.weekday()]


def spelt_out_ranges(text: str) -> str:
    """``10-17 april`` as ``10 april to 17 april``, ``between monday and friday`` as ``from monday to friday``."""
    dated = _RANGE.sub(lambda found: f"{found[1]} {found[3]} to {found[2]} {found[3]}", text)
    return _BETWEEN.sub(lambda found: f"{'from' if found[1] == 'between' else 'o'} {found[2]} to ", dated)


def days_told(text: str, sent_on: date) -> tuple[DayTold, ...]:
    """Every day named in plain text, in order. Impossible dates are left out."""
    told: list[DayTold] = []
    for found in _DAY.finditer(text):
        both = _resolved(found, sent_on, told[-1] if told else None)
        if both and not _is_sitting(found, text):
            lead = len(found.group()) - len(found.group().lstrip())
            weekly = bool(found["weekday"] or found["welsh"]) and not found["weekday_number"]
            ahead = (both[1] - sent_on).days
            told.append(DayTold(found.start() + lead, found.end(), *both, bool(found["plural"]), weekly, ahead))
    return tuple(told)


def _is_sitting(found: re.Match[str], text: str) -> bool:
    """ "She was sat on the stairs" is no Saturday."""
    if found["weekday"] != "sat":
        return False
    return bool(_SITTING_BEFORE.search(text, 0, found.start()) or _SITTING_AFTER.match(text, found.end("weekday")))


def month_begins(text: str, sent_on: date) -> tuple[tuple[str, date], ...]:
    """``from july``, ``until september`` as the word and the first day of that month, the next one to come.

    The end of a month is told as the first day of the month that follows.
    """
    return tuple((found[1], _month_start(found, sent_on)) for found in _MONTH_ALONE.finditer(text))


def _month_start(found: re.Match[str], sent_on: date) -> date:
    month = MONTHS[found[3]]
    year = sent_on.year + (month < sent_on.month)
    if found[2] == "end" or "diwedd" in found[0]:
        return date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 15 if found[2] == "middle" else 1)


def _resolved(found: re.Match[str], sent_on: date, before: DayTold | None) -> tuple[date, date] | None:
    for group, days in (
        ("before_yesterday", -2),
        ("yesterday", -1),
        ("today", 0),
        ("tomorrow", 1),
        ("after_tomorrow", 2),
    ):
        if found[group]:
            return (sent_on + timedelta(days=days),) * 2
    if found["count"]:
        return _counted(found, sent_on)
    if found["fortnight"]:
        return (sent_on + timedelta(days=-14 if found["fortnight_ago"] else 14),) * 2
    if found["weekday"] or found["welsh"]:
        return _weekday(found, sent_on, before)
    return _dated(found, sent_on)


def _counted(found: re.Match[str], sent_on: date) -> tuple[date, date] | None:
    count = NUMBERS.get(found["count"].replace("-", " ")) or int(found["count"])
    step = timedelta(days=count * (7 if found["unit"].startswith("week") else 1))
    if step.days > 400:
        return None
    if found["ago"]:
        return (sent_on - step,) * 2
    if found["count_weekday"]:
        return (_after(sent_on, WEEKDAYS[found["count_weekday"]]) + step,) * 2
    if found["count_today"]:
        return (sent_on + step + timedelta(days=found["count_today"] == "tomorrow"),) * 2
    if found["in_words"] == "in" or "time" in found.group():
        return (sent_on + step,) * 2
    return None


def _weekday(found: re.Match[str], sent_on: date, before: DayTold | None) -> tuple[date, date] | None:
    weekday = WEEKDAYS[found["weekday"] or found["welsh"]]
    modifier = found["modifier"] or ""
    if found["weekday_number"]:
        named = found["weekday_month"] or found["ordinal_month"]
        month = MONTHS[named] if named else None
        year = int(found["weekday_year"]) if found["weekday_year"] else None
        return _nearest(int(found["weekday_number"]), month, year, sent_on)
    past, coming = _before(sent_on, weekday), _after(sent_on, weekday)
    if found["after"] and before:
        coming = _after(before.coming, weekday)
        return coming, coming
    if modifier == "next":
        monday = sent_on - timedelta(days=sent_on.weekday()) + timedelta(days=7)
        coming = monday + timedelta(days=weekday)
        return coming, coming
    if found["week"]:
        coming += timedelta(days=7)
        return coming, coming
    if modifier in ("last", "this past"):
        return past, past
    if modifier == "this coming":
        return coming, coming
    return past, coming


def _dated(found: re.Match[str], sent_on: date) -> tuple[date, date] | None:
    if found["slash_day"]:
        year = int(found["slash_year"]) if found["slash_year"] else None
        year = year + 2000 if year is not None and year < 100 else year
        return _nearest(int(found["slash_day"]), int(found["slash_month"]), year, sent_on)
    if found["month_first"]:
        return _nearest(int(found["month_first_day"]), MONTHS[found["month_first"]], None, sent_on)
    if found["day"]:
        year = int(found["year"]) if found["year"] else None
        return _nearest(int(found["day"]), MONTHS[found["month"]], year, sent_on)
    return _nearest(int(found["ordinal"]), None, None, sent_on)


def _nearest(day: int, month: int | None, year: int | None, sent_on: date) -> tuple[date, date] | None:
    """The nearest such day before and after the day sent (the day itself counts for both)."""
    months = [
        (sent_on.year + (sent_on.month - 1 + step) // 12, (sent_on.month - 1 + step) % 12 + 1)
        for step in range(-13, 14)
    ]
    possible = [
        made
        for at_year, at_month in months
        if (month is None or at_month == month) and (year is None or at_year == year)
        if (made := _date(at_year, at_month, day))
    ]
    if not possible and year and month:
        possible = [made for made in (_date(year, month, day),) if made]
    if not possible:
        return None
    past = max((made for made in possible if made <= sent_on), default=possible[0])
    coming = min((made for made in possible if made >= sent_on), default=possible[-1])
    return past, coming


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def _after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)
