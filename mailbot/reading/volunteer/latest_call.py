"""The latest call that a volunteer tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from mailbot.reading.letter import CallOutcome, CallTold
from mailbot.reading.volunteer.attempts import attempts_told
from mailbot.reading.volunteer.tenses import clock_near, is_coming
from mailbot.reading.volunteer.told import Told

_YES = re.compile(r"(?:yes|yep|yeah|did|do|ie|do|we did)\b")
_NO = re.compile(r"(?:no|nope|not|na|naddo|nac)\b")
_RANG = re.compile(r"\b(?:rang|rung|called|phoned|dialled|got hold|got through|ffoniais|ffonies)\b")

_EACH = re.compile(r"\b(?:both|each|all(?: at| of them)|every time|either day)\b")
_MERE_GREETING = 5  # minutes: who had as long as that was spoken to, whatever cut it short


@dataclass(frozen=True, slots=True)
class _Try:
    """A day (and time) on which a call was made, and how sure the tense is."""

    on: date | None
    at: time | None


def call_told(letter: Sequence[Told], sent_on: date, *, asked_of_calls: bool = True) -> CallTold | None:
    """The latest call that the letter tells of, or None.

    Where we did not ask about calls (``asked_of_calls``), talk counts only with a day, a time or a length.
    """
    spoke = [at for at, told in enumerate(letter) if _tells_of(told, "spoke") or _answers_yes(told)]
    missed = [at for at, told in enumerate(letter) if _tells_of(told, "no_answer") or _answers_no(told)]
    declined = [at for at, told in enumerate(letter) if _tells_of(told, "declined")]
    rang_us = [at for at, told in enumerate(letter) if told.says("rang_us")]
    talked = spoke and (_length(letter, [*spoke, *declined]) or 0) >= _MERE_GREETING
    if declined and not talked and (spoke or not missed):
        where, outcome = sorted({*spoke, *declined}), CallOutcome.DECLINED_CALL
    elif spoke or rang_us:
        where, outcome = sorted({*spoke, *rang_us}), CallOutcome.SPOKE
        if missed and not rang_us and _later(letter, missed, spoke, sent_on):
            where, outcome = missed, CallOutcome.NO_ANSWER
    elif missed:
        where, outcome = missed, CallOutcome.NO_ANSWER
    else:
        return None
    tries = _tries(letter, where, sent_on, every=outcome is CallOutcome.NO_ANSWER)
    latest = max((one for one in tries if one.on), key=lambda one: (one.on, one.at or time(0)), default=None)
    latest = latest or next((one for one in tries if one.at), None) or _Try(None, None)
    on = latest.on or (sent_on if latest.at or "just" in letter[where[0]].plain.split() else None)
    minutes = _length(letter, where) if outcome is not CallOutcome.NO_ANSWER else None
    if not asked_of_calls and on is None and minutes is None:
        return None
    days = [one.on for one in tries]
    if outcome is CallOutcome.SPOKE and missed:
        days += [one.on for one in _tries(letter, missed, sent_on, every=True) if one.on and (not on or one.on <= on)]
    attempts = attempts_told(letter, days, outcome, by_them=bool(rang_us))
    return CallTold(outcome, on, latest.at, minutes, attempts)


def _tells_of(told: Told, section: str) -> bool:
    return told.says(section) and not told.asks and told.context != "coming"


def _answers_yes(told: Told) -> bool:
    return told.context == "past" and bool(_YES.match(told.plain))


def _answers_no(told: Told) -> bool:
    return told.context == "past" and bool(_NO.match(told.plain))


def _later(letter: Sequence[Told], missed: Sequence[int], spoke: Sequence[int], sent_on: date) -> bool:
    def latest(where: Sequence[int]) -> date | None:
        days = [one.on for one in _tries(letter, where, sent_on, every=True) if one.on]
        return max(days, default=None)

    missed_on, spoke_on = latest(missed), latest(spoke)
    return bool(missed_on and spoke_on and missed_on > spoke_on)


def _tries(letter: Sequence[Told], where: Sequence[int], sent_on: date, *, every: bool) -> tuple[_Try, ...]:
    """Days and times in the sentences that tell of the call, then in those that go on about it."""
    found: list[_Try] = []
    for at in _with_followers(letter, where, every=every):
        told = letter[at]
        days = [day for day in told.days if not is_coming(told, day, default=False)]
        for day in days:
            if day.past <= sent_on:
                found.append(_Try(day.past, clock_near(told, day) or _for_each(told)))
        if not days and not any(is_coming(told, day, default=False) for day in told.days):
            found.extend(_Try(None, clock.at) for clock in told.clocks[:1] if not told.says("planned"))
        if found and not every:
            break
    dated = [one for one in found if one.on]
    times = [one.at for one in found if one.at and not one.on]
    if dated and times and all(one.at is None for one in dated):
        dated[-1] = _Try(dated[-1].on, times[0])
    return tuple(dated or found)


def _for_each(told: Told) -> time | None:
    """ "At 7 on both Monday and Tuesday": the one time of all the days."""
    return told.clocks[0].at if len(told.clocks) == 1 and _EACH.search(told.plain) else None


def _with_followers(letter: Sequence[Told], where: Sequence[int], *, every: bool) -> Iterator[int]:
    seen = set(where)
    yield from where
    for at in where[:1]:
        if not every and at and _RANG.search(letter[at - 1].plain) and not letter[at - 1].says("planned"):
            yield at - 1
    for at in where:
        for after in (at + 1, at + 2) if not every else (at - 1, at + 1):
            if 0 <= after < len(letter) and after not in seen:
                told = letter[after]
                if not told.says("planned", "away", "pause", "spoke") and not told.asks and told.context != "coming":
                    seen.add(after)
                    yield after


def _length(letter: Sequence[Told], where: Sequence[int]) -> int | None:
    near = sorted({*where, *(at + step for at in where for step in (1, 2))})
    for at in near:
        if at < len(letter) and letter[at].minutes and not letter[at].says("away", "pause"):
            return letter[at].minutes
    return None
