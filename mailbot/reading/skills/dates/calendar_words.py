"""The words of the calendar and the clock, English and Welsh: months, days of the week, numbers, hours."""

from __future__ import annotations

import re


def _numbered(*names: str, start: int) -> dict[str, int]:
    """Each word of the first text is ``start``, of the second one more, and so on."""
    return {name: number for number, of_one in enumerate(names, start) for name in of_one.split()}


# Welsh words stand with their mutations, as they follow "am", "i", "tan" and "fis"
MONTHS = _numbered(
    "january jan ionawr",
    "february feb chwefror",
    "march mar",
    "april apr ebrill",
    "may mai fai",
    "june jun mehefin fehefin",
    "july jul gorffennaf orffennaf",
    "august aug awst",
    "september sept sep medi fedi",
    "october oct hydref",
    "november nov tachwedd dachwedd",
    "december dec rhagfyr",
    start=1,
)
WEEKDAYS = _numbered(
    "monday mon llun lun",
    "tuesday tues tue mawrth fawrth",
    "wednesday weds wed mercher fercher",
    "thursday thurs thur thu iau",
    "friday fri gwener wener",
    "saturday sat sadwrn",
    "sunday sun sul",
    start=0,
)
NUMBERS = dict(
    zip(
        re.findall(r"\w+", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
        range(1, 16),
        strict=True,
    )
) | {
    "a": 1, "an": 1, "twenty": 20, "twenty five": 25, "thirty": 30, "thirty five": 35, "forty": 40, "forty five": 45,
    "fifty": 50, "fifty five": 55, "sixty": 60,
}  # fmt: skip
WELSH_HOURS = {
    "un": 1, "ddau": 2, "dau": 2, "dri": 3, "tri": 3, "bedwar": 4, "pedwar": 4, "bump": 5, "pump": 5, "chwech": 6,
    "saith": 7, "wyth": 8, "naw": 9, "ddeg": 10, "deg": 10, "un ar ddeg": 11, "ddeuddeg": 12, "deuddeg": 12,
}  # fmt: skip
WELSH_MINUTES = {
    "bum": 5, "pum": 5, "ddeng": 10, "deng": 10, "bymtheng": 15, "pymtheng": 15, "ugain": 20,
    "dri deg": 30, "tri deg": 30, "ddeugain": 40, "deugain": 40, "pedwar deg": 40,
    "hanner can": 50, "pum deg": 50, "hanner cant": 50,
}  # fmt: skip

ENGLISH_DAYS = (
    "monday|mon|tuesday|tues|tue|wednesday|weds|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun"
)
_WELSH_DAYS = "llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul"
_WELSH_BEFORE = r"(?:d?dydd|nos|[fb]ore|[pb]rynhawn|p'?nawn)\s+"
WEEKDAY = rf"(?:{_WELSH_BEFORE}(?P<welsh>{_WELSH_DAYS})|(?P<weekday>{ENGLISH_DAYS})(?P<plural>'?s)?)\b"


def one_of(words: dict[str, int]) -> str:
    """A pattern for any of them, the longest first; a space may be a hyphen."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)).replace(" ", "[ -]") + ")"


MONTH = one_of(MONTHS) + r"\b"
NUMBER = rf"(?:\d{{1,3}}|{one_of(NUMBERS)})"
WELSH_HOUR = one_of(WELSH_HOURS)
WELSH_MINUTE = one_of(WELSH_MINUTES)
_HOURS = {word: number for word, number in NUMBERS.items() if number < 13 and word not in ("a", "an")}
HOUR = rf"(?:1[0-2]|0?[1-9]|{one_of(_HOURS)})"
FAR_WORDS = "five|ten|twenty|twenty five|twenty-five"
