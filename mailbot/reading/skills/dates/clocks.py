"""Clock times that are told in words or figures, and spans of them ("7 till ten to 8"), in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from mailbot.reading.skills.dates.calendar_words import (
    FAR_WORDS,
    HOUR,
    NUMBERS,
    WELSH_HOUR,
    WELSH_HOURS,
    WELSH_MINUTE,
    WELSH_MINUTES,
)
from mailbot.reading.skills.dates.days import DayTold
from mailbot.reading.skills.dates.lengths import LengthTold, lengths_named

_NO_CLOCK = (
    r"\s*(?:min|hour|week|day|month|year|times?\b|st\b|nd\b|rd\b|th\b|%|of\b|quid|pound|"
    r"people|other|more|from\s+the\b)"
)
_PART = r"(?:morning|evening|afternoon)"
_CLOCK = re.compile(
    rf"""(?<![\w'£:.])(?:
      (?P<hours>[01]?\d|2[0-3])[:.](?P<minutes>[0-5]\d)\s*(?P<half_day>[ap]\.?m\b)?
    | (?P<hour_only>1[0-2]|0?[1-9])\s*(?P<half_day_only>[ap]\.?m\b)
    | half(?:\s+past)?\s+(?P<half>{HOUR})\b
    | (?:a\s+)?quarter\s+(?P<quarter>past|to)\s+(?P<quarter_hour>{HOUR})\b
    | (?P<far>\d{{1,2}}|{FAR_WORDS})\s+(?P<past_to>past|to)\s+(?P<far_hour>{HOUR})\b(?!\s*(?:min|hour))
    | (?P<noon>noon|midday|hanner\s+dydd)
    | hanner\s+(?:awr\s+)?(?:wedi\s+|a\s+)(?P<welsh_half>{WELSH_HOUR})\b
    | chwarter\s+(?P<welsh_quarter>wedi|i)\s+(?P<welsh_quarter_hour>{WELSH_HOUR})\b
    | (?P<welsh_far>{WELSH_MINUTE})(?:\s+munud)?\s+(?P<welsh_past_to>wedi|i)\s+(?P<welsh_far_hour>{WELSH_HOUR})\b
    | (?:am|tua|o|erbyn)\s+(?P<welsh_led>{WELSH_HOUR})\b(?!\s+(?:munud|awr|o\s+(?:bobl|weithiau)|wythnos|diwrnod|mis))
    | (?P<welsh_hour>{WELSH_HOUR})\s+o'?r\s+gloch
    | (?:(?:at|about|around|round|from|(?:just\s+)?after|(?:just\s+)?gone|just\s+before|between|by|@|am|o|tua)\s+)
        (?P<led>{HOUR})(?:ish|\s*-\s*ish)?\b
        (?!{_NO_CLOCK}|[/:.]\d)
    | (?P<followed>{HOUR})(?:\s*o'?clock|\s*-?\s*ish|
        \s+(?=till\b|til\b|again\b|tonight\b|this\s+{_PART}|in\s+the\s+{_PART}|at\s+night))
    )""",
    re.VERBOSE,
)
_AFTER_DAY = re.compile(
    rf"\s*(?:morning|afternoon|evening|night)?\s*,?\s*(?P<bare>{HOUR})\b(?!{_NO_CLOCK}|\s*[ap]m|[:./]\d)"
)
_TILL = re.compile(r"\s*(?:till|til|until|to|-)\s*(?:about\s+|around\s+)?")
_BARE_SPAN = re.compile(rf"(?<![\w.:])({HOUR})\s*(?:-|to|till|until)\s*({HOUR})[.:]([0-5]\d)\b")
_EVENING = re.compile(r"\b(?:evening|evenings|tonight|night|nos|heno|neithiwr)\b")
_MORNING = re.compile(r"\b(?:morning|bore)\b")
_BARE_END = re.compile(rf"(?P<bare>{HOUR})\b")


@dataclass(frozen=True, slots=True)
class ClockTold:
    start: int
    end: int
    at: time


def lengths_told(text: str) -> tuple[LengthTold, ...]:
    """How long things took, in minutes; "7 till ten to 8" is a length too."""
    told = [*lengths_named(text)]
    told.extend(_spans(text))
    return tuple(sorted(told, key=lambda length: length.start))


def clocks_told(text: str, days: tuple[DayTold, ...] = ()) -> tuple[ClockTold, ...]:
    """Clock times in plain text. A bare hour counts only after "at", "about" and the like, or right after a day."""
    lengths = [(length.start, length.end) for length in lengths_named(text)]
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


def _spans(text: str) -> Iterator[LengthTold]:
    for bare_span in _BARE_SPAN.finditer(text):
        begins, ends_at = (NUMBERS.get(hour) or int(hour) for hour in bare_span.groups()[:2])
        minutes = (ends_at - begins) % 12 * 60 + int(bare_span[3])
        if 0 < minutes <= 300:
            yield LengthTold(bare_span.start(), bare_span.end(), minutes)
    clocks = clocks_told(text)
    for clock in clocks:
        till = _TILL.match(text, clock.end)
        if not till:
            continue
        ends = next((other for other in clocks if other.start == till.end()), None)
        bare = None if ends else _BARE_END.match(text, till.end())
        until = ends.at if ends else _hour_of(bare["bare"], 0, "") if bare else None
        if until is None and text.startswith("half past", till.end()):
            until = time(clock.at.hour, 30)
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
        far = NUMBERS.get(found["far"].replace("-", " ")) or int(found["far"])
        return _past_or_to(found["far_hour"], far, found["past_to"], near) if far < 60 else None
    return _welsh_clock(found, near) or _hour_of(found["led"] or found["followed"], 0, near)


def _welsh_clock(found: re.Match[str], near: str) -> time | None:
    if found["welsh_half"]:
        return _welsh_hour(found["welsh_half"], 30, near)
    if found["welsh_quarter"]:
        past_to = "past" if found["welsh_quarter"] == "wedi" else "to"
        return _from_hour(_welsh_hour(found["welsh_quarter_hour"], 0, near), 15, past_to)
    if found["welsh_far"]:
        past_to = "past" if found["welsh_past_to"] == "wedi" else "to"
        minutes = WELSH_MINUTES[found["welsh_far"]]
        return _from_hour(_welsh_hour(found["welsh_far_hour"], 0, near), minutes, past_to)
    hour = found["welsh_led"] or found["welsh_hour"]
    return _welsh_hour(hour, 0, near) if hour else None


def _welsh_hour(words: str, minutes: int, near: str) -> time:
    return _clock_time(WELSH_HOURS[words], minutes, None, near)


def _near(text: str, start: int, end: int) -> str:
    return text[max(0, start - 22) : end + 16]


def _past_or_to(hour_words: str, minutes: int, past_to: str, near: str) -> time:
    return _from_hour(_hour_of(hour_words, 0, near), minutes, past_to)


def _from_hour(at: time, minutes: int, past_to: str) -> time:
    whole = at.hour * 60 + (minutes if past_to == "past" else -minutes)
    return time(whole // 60 % 24, whole % 60)


def _hour_of(words: str, minutes: int, near: str) -> time:
    return _clock_time(NUMBERS.get(words) or int(words), minutes, None, near)


def _clock_time(hour: int, minutes: int, half_day: str | None, near: str) -> time:
    """Bare 9, 10 and 11 are morning unless an evening is meant; 12 is noon; 1 to 8 are afternoon or evening."""
    if half_day:
        return time(hour % 12 + (12 if half_day.startswith("p") else 0), minutes)
    morning = bool(_MORNING.search(near))
    afternoon = 1 <= hour <= 8 or (9 <= hour <= 11 and bool(_EVENING.search(near)))
    return time((hour + (12 if afternoon and not morning else 0)) % 24, minutes)
