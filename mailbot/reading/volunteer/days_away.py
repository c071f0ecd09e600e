"""The days on which a volunteer cannot call."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from mailbot.reading.letter import AwayTold
from mailbot.reading.skills.dates import DayTold, days_told, month_begins
from mailbot.reading.skills.dates.calendar_words import MONTH, MONTHS, NUMBER, NUMBERS
from mailbot.reading.volunteer.told import Told
from mailbot.reading.words.plain import plain

_UNTIL = re.compile(r"(?:until|till|til|to|through|thru|-|tan|hyd)\s*(?:and including\s+)?(?:the\s+)?$")
_BACK = re.compile(r"\b(?:back|return|returning|home|resume|restart|available again|yn ol)\b[^.]{0,40}$")
_BACK_AFTER = re.compile(  # "it's the 14th I get back"
    r"\W*(?:is |that |when |which is |of \w+ )*(?:i|i'm|we|we're)(?: am| are|'ll| will)?"
    r"(?: be| get| come| fly| return)* (?:back|home|return\w*)\b"
)
_OF_DATES = re.compile(
    r"\b(?:from|until|till|to|back|home|return\w*|leave|it's|it is|should|not|now|chang\w+|mov\w+|exten\w+|dates?|away"
    r"|meant|wrong|between|around|week|o|tan|rhwng)\b"
)
_TALE = re.compile(
    r"\b(?:was|were|had|came|went|made|burnt|saw|found|lost|rang|spoke|gave|ate|took|talked|enjoyed|walked|watched"
    r"|visited|called|phoned|tried)\b"
)
_NOT_BACK = re.compile(r"\b(?:not|won't|n't)(?: be)? (?:back|home|return\w*|available)\b")  # "not back till 6 Jan"
_PAST_TENSE = re.compile(r"\b(?:was|were|had|went|got|since|taken)\b")
_RULED_OUT = re.compile(
    r"\b(?:not|rather than|instead of|you(?:'ve| have)? (?:put|got|said|wrote|have)|it says|nid|yn lle)"
    r"(?: (?:on|from|until|till|to|the|for|as))*\s*$"
)
_ON = re.compile(r"\bon\s+(?:the\s+)?$")
_FOR_HOW_LONG = re.compile(
    rf"\b(?:for|am)\s+(?:the\s+|about\s+|around\s+|another\s+)*(?:next\s+)?"
    rf"(?:(?P<count>{NUMBER})\s+(?P<unit>days?|weeks?)"
    r"|(?P<fortnight>(?:a\s+)?fortnight|(?:b|p)ythefnos)|(?P<week>wythnos))\b"
)
_WEEK_OF = re.compile(r"\bweek (?:of|beginning|commencing|starting)\s+(?:the\s+)?$|\bw/c\s+$")
_NEXT_WEEK = re.compile(r"\b(?:(?:all|the whole) of |all |the whole )?next week\b|\bwythnos nesaf\b")
_WHOLE_MONTH = re.compile(
    rf"\b(?:all of|all|the whole of|for the whole of|throughout|for|during|in|for the month of|trwy gydol)"
    rf"\s+(?:[mf]is\s+)?(?P<month>{MONTH})(?!\s+\d)"
)
_A_MONTH_BACK = timedelta(days=31)


@dataclass(slots=True)
class _Absence:
    starts: list[DayTold] = field(default_factory=list)
    ends: DayTold | None = None
    until: date | None = None  # both ends included
    whole: tuple[date, date] | None = None  # "all of August", "next week"
    lasts: timedelta | None = None


def away_told(letter: Sequence[Told], sent_on: date, *, corrects: bool = False, quoted: str = "") -> AwayTold | None:
    """The days away, both ends included; begins on the day sent where no beginning is told.

    ``corrects``: the letter answers our note of such days, so that days alone are days away, and a beginning that it
    leaves as it was stands in our own words (``quoted``).
    """
    where = [at for at, told in enumerate(letter) if told.says("away", "pause")]
    if corrects and not where:
        where = [at for at, told in enumerate(letter) if _may_correct(told, sent_on)]
    if not where:
        return None
    absence = _absence(letter, where, sent_on)
    if corrects and not absence.starts and (absence.until or absence.ends):
        absence.starts = list(days_told(plain(quoted), sent_on)[:1])
    return _resolved(absence, sent_on)


def _may_correct(told: Told, sent_on: date) -> bool:
    """Days, told as dates of an absence are, and not in a tale of what was done on Saturday."""
    dated = bool(told.days or _months(told, sent_on))
    return dated and not told.asks and _OF_DATES.search(told.plain) is not None and not _TALE.search(told.plain)


def _absence(letter: Sequence[Told], where: Sequence[int], sent_on: date) -> _Absence:
    absence = _Absence()
    for at in range(max(0, where[0] - 1), min(len(letter), where[-1] + 2)):
        told = letter[at]
        if told.says("spoke", "no_answer") and not told.says("away", "pause"):
            continue
        for day in told.days:
            _note_day(absence, told, day, is_about_it=at in where)
        for word, first in _months(told, sent_on):
            if word in ("until", "till", "til", "tan"):
                absence.until = absence.until or first - timedelta(days=1)
        if at in where:
            absence.lasts = absence.lasts or _how_long(told)
            absence.whole = absence.whole or _whole(told, sent_on)
    return absence


def _months(told: Told, sent_on: date) -> tuple[tuple[str, date], ...]:
    return month_begins(told.plain, sent_on)


def _note_day(absence: _Absence, told: Told, day: DayTold, *, is_about_it: bool) -> None:
    if told.says("spoke", "no_answer") and not _after_away(told, day):
        return
    lead = told.plain[: day.start]
    if _RULED_OUT.search(lead) or (not day.is_fixed and _PAST_TENSE.search(lead) and not _UNTIL.search(lead)):
        return
    if _UNTIL.search(lead) and _NOT_BACK.search(lead):
        absence.until = absence.until or day.coming - timedelta(days=1)
    elif _UNTIL.search(lead):
        absence.ends = absence.ends or day
    elif _BACK.search(lead) or _BACK_AFTER.match(told.plain, day.end):
        if absence.ends is None and absence.until is None:
            absence.until = day.coming - timedelta(days=1)
    elif _WEEK_OF.search(lead):
        absence.starts.append(day)
        absence.lasts = timedelta(days=7)
    elif is_about_it or (_ON.search(lead) and not _TALE.search(told.plain)):
        absence.starts.append(day)


def _after_away(told: Told, day: DayTold) -> bool:
    return any(hit.start <= day.start for hit in told.hits if hit.section in ("away", "pause"))


def _how_long(told: Told) -> timedelta | None:
    found = _FOR_HOW_LONG.search(told.plain)
    if not found:
        return None
    if found["fortnight"]:
        return timedelta(days=14)
    if found["week"]:
        return timedelta(days=7)
    count = NUMBERS.get(found["count"].replace("-", " ")) or int(found["count"])
    return timedelta(days=min(count, 400) * (7 if found["unit"].startswith("week") else 1))


def _whole(told: Told, sent_on: date) -> tuple[date, date] | None:
    month = _WHOLE_MONTH.search(told.plain)
    if month:
        number = MONTHS[month["month"]]
        year = sent_on.year + (number < sent_on.month)
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    if _NEXT_WEEK.search(told.plain):
        monday = sent_on + timedelta(days=7 - sent_on.weekday())
        return monday, monday + timedelta(days=6)
    return None


def _resolved(absence: _Absence, sent_on: date) -> AwayTold:
    if not absence.starts and absence.ends is None and absence.until is None and absence.whole:
        return AwayTold(max(absence.whole[0], sent_on), absence.whole[1])
    until = absence.until
    if absence.ends:
        until = absence.ends.coming
    from_ = sent_on
    if absence.starts:
        start = absence.starts[0]
        begun = (
            until is not None and not start.weekly and start.coming > until and start.past >= sent_on - _A_MONTH_BACK
        )
        from_ = start.past if begun else start.coming
    if until is None:
        return AwayTold(from_, from_ + absence.lasts - timedelta(days=1) if absence.lasts else None)
    return AwayTold(from_, _not_before(from_, until, weekly=bool(absence.ends and absence.ends.weekly)))


def _not_before(from_: date, until: date, *, weekly: bool) -> date:
    """ "From 2 April ... back on the 19th": the 19th that follows, some months on; "until Friday", some weeks on."""
    for _ in range(60 if weekly else 12):
        if until >= from_:
            break
        until += timedelta(days=7 if weekly else monthrange(until.year, until.month)[1])
    return max(until, from_)
