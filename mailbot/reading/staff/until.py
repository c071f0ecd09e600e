"""Until when something is held, or somebody rests: a day that is named, or a length of time from a day."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from mailbot.reading.skills.dates import days_told, month_begins
from mailbot.reading.staff.pieces import Piece

_UNTIL = re.compile(r"\b(?:until|till|til)\b")
_THEN = re.compile(r"\b(?:until|till|til) then\b")
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "another": 1,
    "couple of": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_LENGTH = re.compile(
    r"(?P<lead>\bfor (?:the next |about |say |at least )?|\b(?:hold|park|wait|pause|rest|it|her|him|them|this|that|one"
    r"|\d{4}),? (?:for )?|^(?:please |ok |yes )?)?"
    r"\b(?P<count>a couple of|another couple of|a|an|one|another|two|three|four|five|six|\d{1,2})?"
    r"(?P<more> (?:more|further|extra))? ?\b(?P<unit>day|week|fortnight|month)s?\b(?! (?:ago|old|now|early|of|in|on"
    r"|today|time)\b)"
)
# "she has been away for two weeks": no length of a hold
_GONE_BY = re.compile(r"\b(?:been|was|were|waiting|waited|away|gone|quiet|heard|ill|last|past|every)(?: \w+){0,2} $")
_END_OF = re.compile(r"\bend of (?:(?:the|this) )?(?P<next>next )?(?P<unit>week|month|year)\b")
_CLAUSES = re.compile(r",(?= )|;| - |\b(?:because|since)\b|\bas (?=(?:she|he|they|i|we|it)\b)")
_ABOUT_ELSE = re.compile(r"\s*(?:and |but |so )?(?:i|we|she|he|they|you|it|his|her|their|the (?!\d))(?:'\w+)?\b")
_SOMEBODY = re.compile(r"\b(?:pause|rest|hold|park|stand)(?: down)? (?:him|her|them|it)\b")
_FRIDAY = 4
_FEAST = re.compile(
    r"\W*(?:after |the |early |late )*(?:easter|good|whit(?:sun)?|pancake|shrove|palm|bank holiday|may day|holy|maundy)"
    r" ?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)


def until_meant(pieces: Sequence[Piece], at: int, sent_on: date, held: date | None = None) -> date | None:
    """The day until which, in the piece, or in those before it where it says "till then".

    ``held``: the day until which it is held so far, from which "another week" is counted.
    """
    piece = pieces[at]
    told = until_told(piece.plain, sent_on, held)
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after and after.paragraph == piece.paragraph and len(after.plain.split()) <= 3:
        exact = days_told(after.plain, sent_on)  # "Another week please. 23 October."
        told = exact[0].coming if exact else told
    if told and not _THEN.search(piece.plain):
        return told
    if (
        at and _SOMEBODY.search(piece.plain) and pieces[at - 1].paragraph == piece.paragraph
    ):  # "a break until May. Rest him"
        until = _UNTIL.search(pieces[at - 1].plain)
        if until and not pieces[at - 1].asks and not _THEN.search(piece.plain):
            return until_told(pieces[at - 1].plain[until.start() :], sent_on)
    if not (_THEN.search(piece.plain) or piece.goes_on):
        return None
    for before in reversed(pieces[max(0, at - 3) : at]):
        if before.paragraph == piece.paragraph and (days := days_told(before.plain, sent_on)):
            return days[-1].coming if _THEN.search(piece.plain) else until_told(before.plain, sent_on)
    return None


def until_told(plain: str, sent_on: date, held: date | None = None) -> date | None:
    """A day (London) named after "until", else a length from ``sent_on``, else a day beside the order."""
    until = _UNTIL.search(plain)
    days = [day for day in days_told(plain, sent_on) if until and day.start >= until.start()]
    if until and days and _FEAST.fullmatch(plain[until.end() : days[0].end]):
        return None  # its day is not in its words: "until Easter Monday" is no Monday of this month
    if days:
        return days[0].coming
    if (length := _after_length(plain, sent_on, held)) or (length := _end_of(plain, sent_on)):
        return length
    if until is None:
        for clause in _CLAUSES.split(plain):
            if not _ABOUT_ELSE.match(clause) and (named := days_told(clause, sent_on)):
                return named[0].coming
    return next((first - timedelta(days=1) for word, first in month_begins(plain, sent_on) if word != "in"), None)


def _after_length(plain: str, sent_on: date, held: date | None) -> date | None:
    for found in _LENGTH.finditer(plain):
        another = "another" in (found["count"] or "") or bool(found["more"])
        if not (found["lead"] is not None or another) or _GONE_BY.search(plain[: found.start()]):
            continue
        if not (found["count"] or found["more"]):
            continue
        begins = held if another and held and held >= sent_on else sent_on
        return _later(begins, _count(found["count"] or "one"), found["unit"])
    return None


def _count(words: str) -> int:
    if "couple" in words:
        return 2
    return int(words) if words.isdigit() else _NUMBERS[words]


def _later(day: date, count: int, unit: str) -> date:
    if unit != "month":
        return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    month = day.month - 1 + count
    return _clamped(day.year + month // 12, month % 12 + 1, day.day)


def _end_of(plain: str, sent_on: date) -> date | None:
    found = _END_OF.search(plain)
    if not found:
        return None
    if found["unit"] == "week":  # an office's week ends on Friday
        return sent_on + timedelta(days=(_FRIDAY - sent_on.weekday()) % 7 + (7 if found["next"] else 0))
    if found["unit"] == "year":
        return date(sent_on.year + bool(found["next"]), 12, 31)
    month = sent_on.month - 1 + bool(found["next"])
    return _clamped(sent_on.year + month // 12, month % 12 + 1, 31)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
