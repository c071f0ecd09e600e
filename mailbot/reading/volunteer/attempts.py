"""How often a volunteer dialled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from mailbot.reading.letter import CallOutcome
from mailbot.reading.volunteer.told import Told

_HOW_OFTEN = {
    "once": 1, "unwaith": 1, "one": 1, "first": 1,
    "twice": 2, "two": 2, "dwywaith": 2, "ddwywaith": 2, "second": 2, "couple of": 2,
    "three": 3, "thrice": 3, "teirgwaith": 3, "deirgwaith": 3, "tair gwaith": 3, "dair gwaith": 3, "third": 3,
    "four": 4, "pedair gwaith": 4, "bedair gwaith": 4, "fourth": 4,
    "five": 5, "pum gwaith": 5, "bum gwaith": 5, "fifth": 5,
    "six": 6, "chwe gwaith": 6, "seven": 7, "eight": 8,
}  # fmt: skip
_FIGURE = r"(?:\d{1,2}|two|three|four|five|six|seven|eight)"
_WELSH = r"(?:unwaith|d?dwywaith|[td]eirgwaith|[td]air gwaith|[pb]edair gwaith|[pb]um gwaith|chwe gwaith)"
_TIMES = re.compile(
    r"\b(?P<who>he|she|they)?\s*(?:rang|rung|tried|called|dialled|phoned|ringing|trying|calling|phoning|"
    r"attempts?)\b(?:\s+[\w']+){0,5}?\s+"
    rf"(?:(?P<word>once|twice|thrice)|(?P<count>{_FIGURE})\s+(?:separate\s+|different\s+)?times|(?P<figure>\d)x)\b"
)
_COUNT_FIRST = re.compile(
    rf"\b(?P<count>{_FIGURE}|couple of)\s+(?:\w+\s+)?(?:tries|attempts|calls|(?<=different )days"
    r"|occasions|missed calls|goes|shots|messages left)\b"
)
_TRIED_IN_WELSH = re.compile(
    rf"\b(?:ffoni\w*|[td]ri\w*|galw\w*|ceisi\w*)\b(?:\s+[\w']+){{0,4}}?\s+(?P<count>{_WELSH})\b"
)
_BARE_COUNT = re.compile(
    rf"\bx ?(\d)\b|\b(\d)x\b|\b(once|twice|{_FIGURE}|{_WELSH})(?: times)?$"
    rf"|\b(twice|{_FIGURE} times|both times|{_WELSH})\b"
)
_DAY_AFTER = (
    r"(?=(?:(?:on|yesterday|today|this|last|tonight|earlier|in the|at|ddoe|heddiw|neithiwr|heno|d?dydd|nos"
    r"|bore)\b|mon|tue|wed|thu|fri|sat|sun))"
)
_EACH_DAY = re.compile(
    rf"\b(?:(?P<count>once|twice|thrice|{_FIGURE} times|{_WELSH}) (?:more )?{_DAY_AFTER}"
    rf"|(?:and|then|plus|ac|a|wedyn) (?P<again>(?:again|eto) ){_DAY_AFTER})"
)
_TOOK = re.compile(
    rf"\b(?:took|taken|needed|after) (?:me )?(?P<count>{_FIGURE}|a couple of) (?:goes|tries|attempts|shots|calls)\b"
    r"|\b(?:on|at|was|with|by) (?:the|my) (?P<nth>second|third|fourth|fifth) (?:attempt|try|go"
    r"|time of (?:trying|asking)|time|call)\b|\b(?P<lucky>second|third|fourth|fifth) time lucky\b"
)


def attempts_told(
    letter: Sequence[Told], tries: Sequence[date | None], outcome: CallOutcome, *, by_them: bool
) -> int | None:
    """``tries``: the day of each try that was found, None for one without. None when the befriendee rang."""
    if by_them:
        return None
    missed = outcome is CallOutcome.NO_ANSWER
    if not missed and (took := _took(letter)):
        return took
    counted = _counted(letter)
    if missed:
        return counted or (max(1, len([on for on in tries if on])) if tries else None)
    also_missed = any(told.says("no_answer") for told in letter)
    return 1 + counted if counted else max(1, len({on for on in tries if on}) if also_missed else 1)


def _took(letter: Sequence[Told]) -> int | None:
    for told in letter:
        if found := _TOOK.search(told.plain):
            return _number((found["count"] or found["nth"] or found["lucky"]).removeprefix("a "))
    return None


def _counted(letter: Sequence[Told]) -> int:
    told_of = [told for told in letter if not told.says("planned") or told.says("no_answer")]
    for told in told_of:
        days = [_number(found["count"] or "once") for found in _EACH_DAY.finditer(told.plain)]
        if len(days) > 1:
            return sum(days)
    counts = [
        _number(found["word"] or found["count"] or found["figure"])
        for told in told_of
        for found in _TIMES.finditer(told.plain)
        if not found["who"]
    ]
    counts += [_number(found["count"]) for told in letter for found in _COUNT_FIRST.finditer(told.plain)]
    counts += [_number(found["count"]) for told in told_of for found in _TRIED_IN_WELSH.finditer(told.plain)]
    counts = counts or [
        _number(next(one for one in found.groups() if one))
        for told in told_of
        if told.says("no_answer")
        for found in _BARE_COUNT.finditer(told.plain)
    ]
    return counts[0] if counts else 0


def _number(words: str) -> int:
    bare = words.removesuffix(" times")
    return 2 if bare == "both" else _HOW_OFTEN.get(bare) or int(bare)
