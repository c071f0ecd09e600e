"""How often a volunteer dialled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from mailbot.reading.letter import CallOutcome
from mailbot.reading.volunteer.told import Told

_HOW_OFTEN = {
    "once": 1,
    "twice": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "unwaith": 1,
    "dwywaith": 2,
    "ddwywaith": 2,
    "teirgwaith": 3,
}
_TIMES = re.compile(
    r"\b(?P<who>he|she|they)?\s*(?:rang|rung|tried|called|dialled|phoned|ringing|trying|"
    r"attempts?)\b(?:\s+[\w']+){0,3}?\s+"
    r"(?:(?P<word>once|twice)|(?P<count>\d{1,2}|two|three|four|five|six|seven|eight)\s+times)\b"
)
_COUNT_FIRST = re.compile(r"\b(?P<count>\d|two|three|four|five|six)\s+(?:tries|attempts|calls|missed calls)\b")
_BARE_COUNT = re.compile(
    r"\bx ?(\d)\b|\b(once|twice|\d{1,2}|two|three|four|five|six|unwaith|d?dwywaith|teirgwaith)(?: times)?$"
)


def attempts_told(
    letter: Sequence[Told], tries: Sequence[date | None], outcome: CallOutcome, *, by_them: bool
) -> int | None:
    if by_them:
        return None
    counted = [
        _HOW_OFTEN.get(found["word"] or found["count"]) or int(found["count"])
        for told in letter
        for found in _TIMES.finditer(told.plain)
        if not found["who"] and not told.says("planned")
    ]
    counted += [
        _HOW_OFTEN.get(found["count"]) or int(found["count"])
        for told in letter
        for found in _COUNT_FIRST.finditer(told.plain)
    ]
    counted = counted or [
        _HOW_OFTEN.get(found[1] or found[2]) or int(found[1] or found[2])
        for told in letter
        if told.says("no_answer") and not told.says("planned")
        for found in _BARE_COUNT.finditer(told.plain)
    ]
    if outcome is not CallOutcome.NO_ANSWER:
        return 1 + (counted[0] if counted else 0)
    return counted[0] if counted else max(1, len([on for on in tries if on])) if tries else None
