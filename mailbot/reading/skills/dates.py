"""Days, clock times and lengths that are told relatively, by the table in ``tests/samples/README.md``.

All functions take plain text (``plain.plain``) and the day the mail was sent in Europe/London.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mailbot.clock import london
from mailbot.weekly_hours import DAYS

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr",
            "february feb chwefror",
            "march mar",
            "april apr ebrill",
            "may mai",
            "june jun mehefin",
            "july jul gorffennaf",
            "august aug awst",
            "september sept sep medi",
            "october oct hydref",
            "november nov tachwedd",
            "december dec rhagfyr",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon llun lun",
            "tuesday tues tue mawrth fawrth",
            "wednesday weds wed mercher fercher",
            "thursday thurs thur thu iau",
            "friday fri gwener wener",
            "saturday sat sadwrn",
            "sunday sun sul",
        )
    )
    for name in names.split()
}
_WORDS = dict(
    zip(
        re.findall(r"\w+", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
        range(1, 16),
        strict=True,
    )
) | {"a": 1, "an": 1, "twenty": 20, "twenty five": 25, "thirty": 30, "forty": 40, "fifty": 50, "forty five": 45}

_ENGLISH_DAYS = (
    "monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun"
)
_WELSH_DAYS = "llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul"
_WELSH_BEFORE = r"(?:d?dydd|nos|bore|prynhawn|p'?nawn)\s+"
_WEEKDAY = rf"(?:{_WELSH_BEFORE}(?P<welsh>{_WELSH_DAYS})|(?P<weekday>{_ENGLISH_DAYS})(?P<plural>'?s)?)\b"
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)).replace(" ", "[ -]") + ")"
_ORDINAL = r"(?P<number>[0-3]?\d)(?:st|nd|rd|th)?"

_DAY = re.compile(
    rf"""(?<![\w'])(?:
      (?P<before_yesterday>(?:the\s+)?day\s+before\s+yesterday|echdoe)
    | (?P<after_tomorrow>(?:the\s+)?day\s+after\s+tomorrow)
    | (?P<yesterday>yesterday|last\s+night|ddoe|neithiwr)
    | (?P<tomorrow>tomorrow|tmrw|yfory|fory)
    | (?P<today>today|tonight|this\s+(?:morning|afternoon|evening)|heddiw|heno|(?:y\s+)?bore\s+'?ma|just\s+now)
    | (?P<in_words>in|within)?\s*(?P<count>{_NUMBER})\s+(?P<unit>days?|weeks?)(?:'?\s+time)?
        (?=\s|[.,;!?)]|$)(?P<ago>\s+ago)?(?:\s+on\s+(?P<count_weekday>{_ENGLISH_DAYS}))?
        (?:\s+(?P<count_today>today|tomorrow))?
    | (?P<fortnight>in\s+a\s+fortnight|a\s+fortnight'?s?\s+(?:time|today)|a\s+fortnight(?P<fortnight_ago>\s+ago))
    | (?P<modifier>next|last|this\s+coming|this\s+past|this)?\s*{_WEEKDAY}
        (?P<week>\s+week\b)?(?P<after>\s+after\b(?!\s+[\d(next)]))?
        (?:,?\s+(?:the\s+)?(?P<weekday_number>[0-3]?\d)
           (?:(?:st|nd|rd|th)\b(?:\s+(?:of\s+)?(?P<ordinal_month>{_MONTH}))?
             |\s+(?:of\s+)?(?P<weekday_month>{_MONTH}))(?:\s+(?P<weekday_year>20\d\d))?)?
    | (?P<slash_day>[0-3]?\d)/(?P<slash_month>[01]?\d)(?:/(?P<slash_year>(?:20)?\d\d))?(?![\d/])
    | (?P<month_first>{_MONTH})\s+(?P<month_first_day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:])
    | (?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:\s+(?P<year>20\d\d))?
    | (?:the\s+)?(?P<ordinal>[0-3]?\d)(?:st|nd|rd|th)\b
    )""",
    re.VERBOSE,
)
_RANGE = re.compile(
    rf"\b([0-3]?\d)(?:st|nd|rd|th)?\s*(?:-|to|until|till|and)\s*([0-3]?\d)(?:st|nd|rd|th)?\s+({_MONTH})"
)
_MONTH_ALONE = re.compile(
    rf"\b(from|until|till|til|tan|in|o)\s+(?:the\s+(?:start|end|beginning)\s+of\s+)?({_MONTH})(?!\s+\d)"
)


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day named between ``start`` and ``end``; which one it is may hang on the tense."""

    start: int
    end: int
    past: date
    coming: date
    standing: bool = False  # "Wednesdays"

    @property
    def is_fixed(self) -> bool:
        """The words alone say which day."""
        return self.past == self.coming


@dataclass(frozen=True, slots=True)
class ClockTold:
    start: int
    end: int
    at: time


@dataclass(frozen=True, slots=True)
class LengthTold:
    start: int
    end: int
    minutes: int


def sent_day(sent_at: datetime) -> date:
    """The day a mail was sent, in London."""
    return london(sent_at).date()


def weekday_word(day: date) -> str:
    """``mon`` to ``sun``."""
    return DAYS[day.weekday()]


def spelt_out_ranges(text: str) -> str:
    """``10-17 april`` as ``10 april to 17 april``."""
    return _RANGE.sub(lambda found: f"{found[1]} {found[3]} to {found[2]} {found[3]}", text)


def days_told(text: str, sent_on: date) -> tuple[DayTold, ...]:
    """Every day named in plain text, in order. Impossible dates are left out."""
    told: list[DayTold] = []
    for found in _DAY.finditer(text):
        both = _resolved(found, sent_on, told[-1] if told else None)
        if both:
            lead = len(found.group()) - len(found.group().lstrip())
            told.append(DayTold(found.start() + lead, found.end(), *both, standing=bool(found["plural"])))
    return tuple(told)


def month_begins(text: str, sent_on: date) -> tuple[tuple[str, date], ...]:
    """``from july``, ``until september`` as the word and the first day of that month, the next one to come."""
    return tuple((found[1], _month_start(_MONTHS[found[2]], sent_on)) for found in _MONTH_ALONE.finditer(text))


def _month_start(month: int, sent_on: date) -> date:
    year = sent_on.year + (month < sent_on.month)
    return date(year, month, 1)


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
    count = _WORDS.get(found["count"].replace("-", " ")) or int(found["count"])
    step = timedelta(days=count * (7 if found["unit"].startswith("week") else 1))
    if step.days > 400:
        return None
    if found["ago"]:
        return (sent_on - step,) * 2
    if found["count_weekday"]:
        return (_after(sent_on, _WEEKDAYS[found["count_weekday"]]) + step,) * 2
    if found["count_today"]:
        return (sent_on + step + timedelta(days=found["count_today"] == "tomorrow"),) * 2
    if found["in_words"] == "in" or "time" in found.group():
        return (sent_on + step,) * 2
    return None


def _weekday(found: re.Match[str], sent_on: date, before: DayTold | None) -> tuple[date, date] | None:
    weekday = _WEEKDAYS[found["weekday"] or found["welsh"]]
    modifier = found["modifier"] or ""
    if found["weekday_number"]:
        named = found["weekday_month"] or found["ordinal_month"]
        month = _MONTHS[named] if named else None
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
        return _nearest(int(found["month_first_day"]), _MONTHS[found["month_first"]], None, sent_on)
    if found["day"]:
        year = int(found["year"]) if found["year"] else None
        return _nearest(int(found["day"]), _MONTHS[found["month"]], year, sent_on)
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


# ------------------------------------------------------------------------------------------------- times and lengths

_HOUR = r"(?:1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FAR_WORDS = "five|ten|twenty|twenty five|twenty-five"
_NO_CLOCK = (
    r"\s*(?:min|hour|week|day|month|year|times?\b|st\b|nd\b|rd\b|th\b|%|of\b|quid|pound|"
    r"people|other|more|from\s+the\b)"
)
_PART = r"(?:morning|evening|afternoon)"
_CLOCK = re.compile(
    rf"""(?<![\w'£:.])(?:
      (?P<hours>[01]?\d|2[0-3])[:.](?P<minutes>[0-5]\d)\s*(?P<half_day>[ap]\.?m\b)?
    | (?P<hour_only>1[0-2]|0?[1-9])\s*(?P<half_day_only>[ap]\.?m\b)
    | half(?:\s+past)?\s+(?P<half>{_HOUR})\b
    | (?:a\s+)?quarter\s+(?P<quarter>past|to)\s+(?P<quarter_hour>{_HOUR})\b
    | (?P<far>\d{{1,2}}|{_FAR_WORDS})\s+(?P<past_to>past|to)\s+(?P<far_hour>{_HOUR})\b(?!\s*(?:min|hour))
    | (?P<noon>noon|midday|hanner\s+dydd)
    | (?:(?:at|about|around|round|from|just\s+after|by|@|am|o|tua)\s+)(?P<led>{_HOUR})(?:ish|\s*-\s*ish)?\b
        (?!{_NO_CLOCK}|[/:.]\d)
    | (?P<followed>{_HOUR})(?:\s*o'?clock|\s*-?\s*ish|
        \s+(?=till\b|til\b|again\b|tonight\b|this\s+{_PART}|in\s+the\s+{_PART}|at\s+night))
    )""",
    re.VERBOSE,
)
_AFTER_DAY = re.compile(
    rf"\s*(?:morning|afternoon|evening|night)?\s*,?\s*(?P<bare>{_HOUR})\b(?!{_NO_CLOCK}|\s*[ap]m|[:./]\d)"
)
_LENGTH = re.compile(
    rf"""(?<![\w'])(?:
      (?P<three_quarters>three\s+quarters\s+of\s+an\s+hour|3/4\s+(?:of\s+an\s+)?hour|tri\s+chwarter\s+awr)
    | (?P<quarter>(?:a\s+)?quarter\s+of\s+an\s+hour|chwarter\s+awr)
    | (?P<half>half\s+an\s+hour|half\s+hour|hanner\s+awr)
    | (?P<hours>{_NUMBER}|the\s+full|a\s+full|a\s+good|full|a\s+whole)\s*-?\s*(?:hours?|hrs?)\b
        (?:\s+and\s+(?:(?P<and_half>a\s+half)|(?P<and_quarter>a\s+quarter)|(?P<and_minutes>{_NUMBER})\s*(?:minutes|mins?|munud)?))?
    | (?P<awr>awr)(?:\s+(?P<awr_half>a\s+hanner))?
    | (?P<minutes>{_NUMBER})\s*-?\s*(?:odd\s+)?(?:minutes|minute|mins|min|munud)\b
    | (?P<brief>\d{{1,3}})\s*m\b
    )""",
    re.VERBOSE,
)
_TILL = re.compile(r"\s*(?:till|til|until|to|-)\s*(?:about\s+|around\s+)?")
_EVENING = re.compile(r"\b(?:evening|evenings|tonight|night|nos|heno|neithiwr)\b")
_MORNING = re.compile(r"\b(?:morning|bore)\b")
_BARE_END = re.compile(rf"(?P<bare>{_HOUR})\b")


def lengths_told(text: str) -> tuple[LengthTold, ...]:
    """How long things took, in minutes; "7 till ten to 8" is a length too."""
    told = [LengthTold(found.start(), found.end(), minutes) for found, minutes in _lengths(text)]
    told.extend(_spans(text))
    return tuple(sorted(told, key=lambda length: length.start))


def clocks_told(text: str, days: tuple[DayTold, ...] = ()) -> tuple[ClockTold, ...]:
    """Clock times in plain text. A bare hour counts only after "at", "about" and the like, or right after a day."""
    lengths = [(found.start(), found.end()) for found, _ in _lengths(text)]
    told: dict[int, ClockTold] = {}
    for found in _CLOCK.finditer(text):
        at = _clock(found, text)
        if at and not any(start <= found.start() < end or start < found.end() <= end for start, end in lengths):
            told[found.start()] = ClockTold(found.start(), found.end(), at)
    for day in days:
        bare = _AFTER_DAY.match(text, day.end)
        if bare and not any(clock.start < bare.end() and bare.start("bare") < clock.end for clock in told.values()):
            if any(start <= bare.start("bare") < end for start, end in lengths):
                continue  # "Monday an hour"
            at = _hour_of(bare["bare"], 0, _near(text, bare.start(), bare.end()))
            told[bare.start("bare")] = ClockTold(bare.start("bare"), bare.end("bare"), at)
    return tuple(told[start] for start in sorted(told))


def _lengths(text: str) -> Iterator[tuple[re.Match[str], int]]:
    for found in _LENGTH.finditer(text):
        minutes = _minutes(found)
        if 0 < minutes <= 300:
            yield found, minutes


def _minutes(found: re.Match[str]) -> int:
    if found["three_quarters"]:
        return 45
    if found["quarter"]:
        return 15
    if found["half"]:
        return 30
    if found["awr"]:
        return 90 if found["awr_half"] else 60
    if found["minutes"] or found["brief"]:
        return _count(found["minutes"] or found["brief"])
    extra = 30 if found["and_half"] else 15 if found["and_quarter"] else _count(found["and_minutes"] or "0")
    return _count(found["hours"]) * 60 + extra


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS.get(words.replace("-", " "), 1)


def _spans(text: str) -> Iterator[LengthTold]:
    clocks = clocks_told(text)
    for clock in clocks:
        till = _TILL.match(text, clock.end)
        if not till:
            continue
        ends = next((other for other in clocks if other.start == till.end()), None)
        bare = None if ends else _BARE_END.match(text, till.end())
        until = ends.at if ends else _hour_of(bare["bare"], 0, "") if bare else None
        if until:
            minutes = (until.hour - clock.at.hour) * 60 + until.minute - clock.at.minute
            if 0 < minutes <= 300:
                yield LengthTold(clock.start, ends.end if ends else till.end(), minutes)


def _clock(found: re.Match[str], text: str) -> time | None:
    near = _near(text, found.start(), found.end())
    if found["hours"]:
        return _clock_time(int(found["hours"]), int(found["minutes"]), found["half_day"], near)
    if found["hour_only"]:
        return _clock_time(int(found["hour_only"]), 0, found["half_day_only"], near)
    if found["half"]:
        return _hour_of(found["half"], 30, near)
    if found["noon"]:
        return time(12)
    if found["quarter"]:
        return _past_or_to(found["quarter_hour"], 15, found["quarter"], near)
    if found["far"]:
        far = _WORDS.get(found["far"].replace("-", " ")) or int(found["far"])
        return _past_or_to(found["far_hour"], far, found["past_to"], near) if far < 60 else None
    return _hour_of(found["led"] or found["followed"], 0, near)


def _near(text: str, start: int, end: int) -> str:
    return text[max(0, start - 22) : end + 16]


def _past_or_to(hour_words: str, minutes: int, past_to: str, near: str) -> time:
    at = _hour_of(hour_words, 0, near)
    whole = at.hour * 60 + (minutes if past_to == "past" else -minutes)
    return time(whole // 60 % 24, whole % 60)


def _hour_of(words: str, minutes: int, near: str) -> time:
    return _clock_time(_WORDS.get(words) or int(words), minutes, None, near)


def _clock_time(hour: int, minutes: int, half_day: str | None, near: str) -> time:
    """Bare 9, 10 and 11 are morning unless an evening is meant; 12 is noon; 1 to 8 are afternoon or evening."""
    if half_day:
        return time(hour % 12 + (12 if half_day.startswith("p") else 0), minutes)
    morning = bool(_MORNING.search(near))
    afternoon = 1 <= hour <= 8 or (9 <= hour <= 11 and bool(_EVENING.search(near)))
    return time((hour + (12 if afternoon and not morning else 0)) % 24, minutes)
