"""How long something took, where it is told in words: "half an hour", "40 mins", "awr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mailbot.reading.skills.calendar_words import NUMBER, NUMBERS

_LENGTH = re.compile(
    rf"""(?<![\w'])(?:
      (?P<three_quarters>three\s+quarters\s+of\s+an\s+hour|3/4\s+(?:of\s+an\s+)?hour|tri\s+chwarter\s+awr)
    | (?P<quarter>(?:a\s+)?quarter\s+of\s+an\s+hour|chwarter\s+awr)
    | (?P<half>half\s+an\s+hour|half\s+hour|hanner\s+awr)
    | (?P<hours>{NUMBER}|the\s+full|a\s+full|a\s+good|full|a\s+whole)\s*-?\s*(?:hours?|hrs?)\b
        (?:\s+and\s+(?:(?P<and_half>a\s+half)|(?P<and_quarter>a\s+quarter)|(?P<and_minutes>{NUMBER})\s*(?:minutes|mins?|munud)?))?
    | (?P<awr>awr)(?:\s+(?P<awr_half>a\s+hanner))?
    | (?P<minutes>{NUMBER})\s*-?\s*(?:odd\s+)?(?:minutes|minute|mins|min|munud)\b
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
    if found["minutes"] or found["brief"]:
        return _count(found["minutes"] or found["brief"])
    extra = 30 if found["and_half"] else 15 if found["and_quarter"] else _count(found["and_minutes"] or "0")
    return _count(found["hours"]) * 60 + extra


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS.get(words.replace("-", " "), 1)
