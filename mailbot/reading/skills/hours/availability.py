"""When somebody may be called, as they tell it: recurring weekly hours with exceptions, in English, Welsh and more.

Visits, appointments, trials and the prisoner's own calls name times too; a time counts only where the sentence is
about being rung, being free, or holds nothing but the time. Source of the meanings: ``samples/README.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.letter import Evidence
from mailbot.reading.skills.hours.availability_words import (
    GREETINGS,
    NUMBERS,
    OF_ANOTHER,
    OF_THE_WRITER,
)
from mailbot.reading.skills.hours.gathered import Gathered
from mailbot.reading.skills.hours.week_other_languages import in_english
from mailbot.reading.words.spelling import sentences, spelt_out
from mailbot.weekly_hours import WeeklyHours


@dataclass(frozen=True, slots=True)
class HoursTold:
    """The hours, or None where the text tells none, with the sentences that decided."""

    hours: WeeklyHours | None = None
    evidence: tuple[Evidence, ...] = ()


def read_hours(text: str, *, only_for_calls: bool = False) -> WeeklyHours | None:
    """When the writer (or the person written about) may be called, as London wall time; None where nothing is told.

    ``only_for_calls`` takes no notice of mere free time ("I have Thursdays free"), which for somebody who offers to
    volunteer is no wish to be rung.
    """
    return hours_told(text, only_for_calls=only_for_calls).hours


def hours_told(text: str, *, passed_on: str = "", only_for_calls: bool = False, on_behalf: bool = False) -> HoursTold:
    """``read_hours`` with its evidence, of a text and of the mail that its writer passed on.

    ``on_behalf``: the writer refers somebody else, so when the writer can be reached is no matter.
    """
    gathered = Gathered(only_for_calls)
    for sentence in _said(text):
        said = _of_another(sentence) if on_behalf else sentence
        if said:
            gathered.read(said)
    for sentence in _said(passed_on):
        gathered.read(sentence)
    return HoursTold(*gathered.told())


def _of_another(sentence: str) -> str:
    """What a referrer says of somebody else: "I'm not in on Fridays but Mrs Owen is" without its first clause."""
    if not OF_THE_WRITER.search(sentence):
        return sentence
    if not OF_ANOTHER.search(sentence):
        return ""
    first, but, rest = sentence.partition(" but ")
    alone = but and OF_THE_WRITER.search(first) and not OF_ANOTHER.search(first) and OF_ANOTHER.search(rest)
    return rest if alone else sentence


def _said(text: str) -> list[str]:
    if not text:
        return []
    text = _BLANKS.sub(" ", text)  # long runs of them are slow to match
    plain = _SHORT_DAY.sub(r"\1", _HALF_DAY.sub(r"\1m", spelt_out(text)))  # its stops end no sentence
    return sentences(NUMBERS.sub(" ☎ ", GREETINGS.sub(" ", in_english(plain))))


_BLANKS = re.compile(r"[ \t\u00a0]{2,}")
_SHORT_DAY = re.compile(
    r"\b(mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.(?=\s*(?:[,&/;:)+-]|\d|(?:to|till?|and|or|before|after|from"
    r"|between|until"
    r"|mornings?|afternoons?|evenings?|nights?|eves?|am|pm|mon|tue|wed|thu|fri|sat|sun)\b))"
)
_HALF_DAY = re.compile(r"\b([ap])\.\s?m\b\.?(?!\w)")
