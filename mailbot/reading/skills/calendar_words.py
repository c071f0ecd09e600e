"""The words of the calendar and the clock, English and Welsh: months, days of the week, numbers, hours."""

from __future__ import annotations

import re

MONTHS = {
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
WEEKDAYS = {
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
NUMBERS = dict(
    zip(
        re.findall(r"\w+", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
        range(1, 16),
        strict=True,
    )
) | {"a": 1, "an": 1, "twenty": 20, "twenty five": 25, "thirty": 30, "forty": 40, "fifty": 50, "forty five": 45}

ENGLISH_DAYS = (
    "monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun"
)
_WELSH_DAYS = "llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul"
_WELSH_BEFORE = r"(?:d?dydd|nos|bore|prynhawn|p'?nawn)\s+"
WEEKDAY = rf"(?:{_WELSH_BEFORE}(?P<welsh>{_WELSH_DAYS})|(?P<weekday>{ENGLISH_DAYS})(?P<plural>'?s)?)\b"
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b"
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)).replace(" ", "[ -]") + ")"
HOUR = r"(?:1[0-2]|0?[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
FAR_WORDS = "five|ten|twenty|twenty five|twenty-five"
