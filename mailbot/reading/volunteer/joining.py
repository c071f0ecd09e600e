"""What somebody who would like to volunteer answers to our few questions (``replying_to`` is ``joining``).

In ordinary words, by number, between our lines or as they like. What could be read two ways is ``unclear``: it is
asked once more, and staff see the words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from mailbot.reading.letter import Evidence, Letter, RiskReading
from mailbot.reading.risk import read_risk
from mailbot.reading.skills.dates.exact import exact_days
from mailbot.reading.skills.hours import hours_told
from mailbot.reading.volunteer.joining_dates import NAMES_ONE, DatesTold, dates_told
from mailbot.reading.volunteer.joining_facts import CREDENTIALS, QUESTIONS, JoiningFacts
from mailbot.reading.volunteer.joining_particulars import (
    LANGUAGE,
    WISH,
    capacity_told,
    gender_told,
    languages_told,
    lived_experience_told,
    prisons_of,
    says_only_no,
)
from mailbot.reading.volunteer.joining_sections import Sections, plain_lines, sections_of
from mailbot.reading.words.plain import beginning_and_end, plain, sentences
from mailbot.reading.words.wording import Wording
from mailbot.weekly_hours import EVERY_DAY, WeeklyHours

LONGEST_WISH = 400  # characters
LONGEST_ANSWER = 4_000  # characters are read; a longer letter is also read by a person
_ANY_TIME = re.compile(
    r"\b(?:any\s?time|any day|every ?day|all (?:day|week|days)|seven days|24/7|mon(?:day)?\s*(?:-|to)\s*sun)\b"
)
_NOT_THE_SAME = re.compile(
    r"\b(?:var(?:y|ies|ied|iable)|shifts?|depends|depending|rota|not sure|unsure|(?:different|differs) (?:each|every)?"
    r"|changes?|week by week|don't know|hard to say)\b|\?"
)
_NO_HOURS = re.compile(r"\b(?:prison|jail|hmp|training|course|speak|language|lived experience)\b")
_DECLINES = re.compile(
    r"\b(?:no,? thank(?:s| you)|changed my mind|not (?:for me|interested)|(?:do not|don't|no longer) (?:want|wish) to"
    r" (?:volunteer|join|do (?:this|it)|be a volunteer|take part|go ahead|carry on)|rather not(?! say)\b"
    r"|can(?:'t|not) (?:do this|take (?:this|it) on|commit|volunteer|join)|count me out|take me off|not be joining"
    r"|won't be (?:joining|volunteering)|decided (?:not to|against)|leave me out|dim diolch)\b"
)
_WORDS_OF_ANSWERS = re.compile(
    r"\b(?:hmp|yoi|training\w*|courses?|checks?|certificates?|valid|expir\w+|fluent\w*|native|none|nope|varies|shifts?"
    r"|evenings?|mornings?|afternoons?|weekdays?|weekends?|[ap]m|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:days?)?|january|february|march|april|june|july|august|september|october|november|december)\b"
)
_TOO_FEW_TO_TELL = 3  # words
_LONGEST_NO = 45  # words: a no is said shortly; in a longer letter a person reads it


def read_joining(
    letter: Letter, *, sent_on: date, asked: Sequence[str] = QUESTIONS, asked_credentials: Collection[str] = CREDENTIALS
) -> JoiningFacts:
    """``asked``: the questions as they were numbered in the email that is answered. ``sent_on`` is a London day."""
    whole = letter
    if len(letter.new_text) > LONGEST_ANSWER:
        letter = replace(letter, new_text=beginning_and_end(letter.new_text, LONGEST_ANSWER), answers=())
    told = sections_of(letter, asked)
    hours, hours_unclear = _hours(told, sent_on)
    section = "languages" in told.own
    languages = languages_told(told.own.get("languages", told.rest), section=section)
    capacity, capacity_unclear = capacity_told(told.own.get("capacity", told.rest), section="capacity" in told.own)
    prisons = prisons_of(told.own.get("prisons", told.rest), section="prisons" in told.own)
    dates = _dates(told, sent_on, asked_credentials)
    about_self = "\n".join((told.own.get("wishes", ""), told.own.get("prisons", ""), told.rest))
    unclear = [
        *(("hours",) if hours_unclear else ()),
        *(("languages",) if not languages.codes and (section or languages.doubtful) else ()),
        *(("capacity",) if capacity is None and capacity_unclear else ()),
        *(("prisons",) if prisons is None and "prisons" in told.own else ()),
        *(kind for kind in CREDENTIALS if kind in dates.unclear),
    ]
    facts = JoiningFacts(
        hours=hours,
        languages=languages.codes,
        capacity=capacity,
        prisons=prisons,
        credentials=tuple((kind, dates.told[kind]) for kind in CREDENTIALS if kind in dates.told),
        not_yet=tuple(kind for kind in CREDENTIALS if kind in dates.not_yet),
        wishes=_wishes(told),
        gender=gender_told(told.own.get("wishes", "")) or gender_told(told.rest),
        lived_experience=lived_experience_told(about_self),
        unclear=tuple(unclear),
        asks="?" in whole.new_text or whole is not letter,
        evidence=tuple(Evidence(key, words[:120]) for key, words in told.as_written.items()),
    )
    return _with_a_no(facts, letter, told)


def worry_in(letter: Letter, risk: RiskReading, wording: Wording) -> RiskReading:
    """A list of days, languages and dates looks like no language at all. Where nothing but the language is in doubt, it
    is judged by the other words alone."""
    if not risk.uncertain_language or risk.categories or risk.evidence:
        return risk
    said = plain_lines(letter.new_text)
    for day in reversed(exact_days(said)):
        said = f"{said[: day.start]} {said[day.end :]}"
    left = LANGUAGE.sub(" ", _WORDS_OF_ANSWERS.sub(" ", NAMES_ONE.sub(" ", said)))
    if len(re.findall(r"[^\W\d_]{2,}", left)) <= _TOO_FEW_TO_TELL:
        return RiskReading()
    return read_risk(
        replace(letter, new_text=left, answers=()), wording, by="volunteer", language="en", language_certain=False
    )


def _hours(told: Sections, sent_on: date) -> tuple[WeeklyHours | None, bool]:
    """The hours, and whether something is said of them that holds only some weeks."""
    own = told.own.get("hours")
    if own is not None:
        hours = _certain(own, hours_told(own).hours)
        if own and (hours is None or _NOT_THE_SAME.search(own)):
            return None, True
        wished = told.own.get("wishes", "")
        return (_less(hours, wished) if hours else hours), False
    about_hours = [line for line in _sentences(told.rest_as_written) if not _is_of_something_else(line)]
    said = ". ".join(about_hours)
    hours = _certain(said, hours_told(said).hours)
    doubtful = hours is not None and any(_NOT_THE_SAME.search(line) for line in about_hours if hours_told(line).hours)
    return (None, True) if doubtful else (hours, False)


def _certain(said: str, hours: WeeklyHours | None) -> WeeklyHours | None:
    """Seven whole days only where that is plainly said."""
    return None if hours == EVERY_DAY and not _ANY_TIME.search(said) else hours or None


def _less(hours: WeeklyHours, wished: str) -> WeeklyHours:
    """A wish such as "no evenings please" takes them out of the hours told before it."""
    if not re.search(r"\bno(?:t)?\b[^.\n]{0,20}\b(?:evening|morning|afternoon|weekend|\w+day)s?\b", wished):
        return hours
    whole = hours_told(f"any time, {wished}").hours
    return (hours & whole) or hours if whole else hours


def _sentences(text: str) -> list[str]:
    return [one.plain for one in sentences(text)]


def _is_of_something_else(line: str) -> bool:
    return bool(exact_days(line) or NAMES_ONE.search(line) or _NO_HOURS.search(line))


def _dates(told: Sections, sent_on: date, asked: Collection[str]) -> DatesTold:
    own = told.own.get("credentials")
    if own is None:
        return dates_told(told.rest, sent_on, asked=asked)
    rest = dates_told(told.rest, sent_on, asked=asked)
    found = dates_told(own, sent_on, asked=asked, section=True)
    for kind, day in rest.told.items():
        found.take(kind, day, sent_on)
    found.settle()
    return found


def _wishes(told: Sections) -> str:
    own = told.own.get("wishes", "")
    if own:
        return "" if says_only_no(own) else told.as_written["wishes"][:LONGEST_WISH]
    wished = [
        one.words
        for one in sentences(told.rest_as_written)
        if WISH.search(one.plain) and not hours_told(one.plain).hours
    ]
    return " ".join(wished)[:LONGEST_WISH]


def _with_a_no(facts: JoiningFacts, letter: Letter, told: Sections) -> JoiningFacts:
    """A no to the whole stands under none of the questions, is short, and tells nothing else."""
    said = plain(letter.new_text)
    if not _DECLINES.search(plain_lines(told.rest)) and not (len(told.own) == 1 and _DECLINES.search(said)):
        return facts
    known = facts.hours or facts.languages or facts.capacity or facts.credentials
    if known or len(said.split()) > _LONGEST_NO:
        return replace(facts, asks=True)
    return replace(facts, declines=True)
