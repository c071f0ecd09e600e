"""How long something took, where it is told in words: "half an hour", "40 mins", "awr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.reading.skills.dates.calendar_words import NUMBER, NUMBERS, WELSH_MINUTE, WELSH_MINUTES

_LENGTH = re.compile(
    rf"""(?<![\w'])(?:
      (?P<three_quarters>(?:three|3)\s+quarters\s+of\s+an\s+hour|3[/\u2044]4\s+(?:of\s+)?(?:an\s+)?hour
        |[td]ri\s+chwarter\s+awr)
    | (?P<quarter>(?:a\s+)?quarter\s+of\s+an\s+hour|(?:a\s+)?quarter\s+hour|chwarter\s+awr)
    | (?P<half>half\s+(?:an?\s+)?(?:hour|hr)|1[/\u2044]2\s*(?:an\s+)?(?:hour|hr)|hanner\s+awr(?!\s+wedi\b))
    | (?P<hours>{NUMBER}|the\s+full|a\s+full|a\s+good|full|a\s+whole|a\s+solid)
        \s*-?\s*(?:hours?|hrs?|h)\b
        (?:\s+(?:and\s+)?(?:(?P<and_half>a\s+half)|(?P<and_quarter>a\s+quarter)
            |(?P<and_minutes>{NUMBER})(?:\s*(?:minutes|mins?|munud|m)\b|(?=\s*[.,;]|\s*$))))?
    | (?<!hanner\ )(?P<awr>awr)\b(?:\s+(?P<awr_half>a\s+hanner))?
    | (?P<long_munud>[pb]um\s+munud\s+(?:ar\s+hugain|a\s+deugain))
    | (?P<munud>{WELSH_MINUTE})\s+(?:o\s+)?[mf]unud(?:au)?\b(?!\s+(?:wedi|i)\s+\w)
    | (?P<minutes>{NUMBER})\s*-?\s*(?:odd\s+|or\s+so\s+)?(?:minutes|minute|mins|min|munud)\b(?!\s+(?:wedi|i)\s+\w)
    | (?P<brief>\d{{1,3}})\s*m\b
    )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class LengthTold:
    start: int
    end: int
    minutes: int


def lengths_named(text: str) -> Iterator[LengthTold]:
    """Lengths in plain text, in minutes, up to five hours."""
    for found in _LENGTH.finditer(text):
        minutes = _minutes(found)
        if 0 < minutes <= 300:
            yield LengthTold(found.start(), found.end(), minutes)


def _minutes(found: re.Match[str]) -> int:
    if found["three_quarters"]:
        return 45
    if found["quarter"]:
        return 15
    if found["half"]:
        return 30
    if found["awr"]:
        return 90 if found["awr_half"] else 60
    if found["long_munud"]:
        return 45 if "deugain" in found["long_munud"] else 25
    if found["munud"]:
        return WELSH_MINUTES[found["munud"]]
    if found["minutes"] or found["brief"]:
        return _count(found["minutes"] or found["brief"])
    extra = 30 if found["and_half"] else 15 if found["and_quarter"] else _count(found["and_minutes"] or "0")
    return _count(found["hours"]) * 60 + extra


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS.get(words.replace("-", " "), 1)
