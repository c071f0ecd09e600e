"""When somebody may be called, as they tell it: recurring weekly hours with exceptions, in English and Welsh.

Visits, appointments, trials and the prisoner's own calls name times too; a time counts only where the sentence is
about being rung, being free, or holds nothing but the time. Source of the meanings: ``samples/README.md``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mailbot.reading.letter import Evidence
from mailbot.reading.skills.availability_words import (
    BUSY,
    CALLS,
    CLAUSE,
    CLAUSE_ENDS,
    ELSEWHERE,
    FREE,
    FREE_TIME,
    GREETINGS,
    INCLUDE_AGAIN,
    JOINED_ONLY,
    NOT_THEM,
    NOT_TO_BE_CALLED,
    NUMBERS,
    OF_ANOTHER,
    OF_THE_WRITER,
    OUT_AFTER,
    OUT_BEFORE,
    REASON,
    SMALL_WORDS,
    THE_REST,
    WANTED_WHEN,
    WORK,
)
from mailbot.reading.skills.week_grammar import Item, Sort, hours_of, items_of, spoken_clock
from mailbot.reading.skills.week_words import ALL_DAY, EVERY_DAY
from mailbot.reading.words.spelling import sentences, spelt_out
from mailbot.weekly_hours import MINUTES_A_DAY, Span, WeeklyHours


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
    gathered = _Gathered(only_for_calls)
    for sentence in _said(text):
        if not (on_behalf and OF_THE_WRITER.search(sentence) and not OF_ANOTHER.search(sentence)):
            gathered.read(sentence)
    for sentence in _said(passed_on):
        gathered.read(sentence)
    return gathered.told()


def _said(text: str) -> list[str]:
    return sentences(NUMBERS.sub(" ☎ ", GREETINGS.sub(" ", spelt_out(text)))) if text else []


# ------------------------------------------------------------------------------------- what a sentence is about


@dataclass(slots=True)
class _Gathered:
    """What the sentences read so far offer and rule out."""

    only_for_calls: bool
    offered: WeeklyHours = field(default_factory=WeeklyHours)
    ruled_out: WeeklyHours = field(default_factory=WeeklyHours)
    offered_any: bool = False
    ruled_firmly: bool = False
    about_calls: bool = False  # the sentence before was about when to be called
    last_clock: int | None = None
    evidence: list[Evidence] = field(default_factory=list)

    def read(self, sentence: str) -> None:
        items = items_of(sentence)
        times = [item for item in items if item.sort is not Sort.DATE]
        if not times:
            self.about_calls = bool(CALLS.search(sentence)) and not self.only_for_calls
            return
        if not self._is_about_calls(sentence, items):
            self.about_calls = False
            return
        before = (self.offered, self.ruled_out)
        self._sort_out(sentence, times)
        self.about_calls = True
        if before != (self.offered, self.ruled_out):
            self.evidence.append(Evidence("availability", sentence.strip()))

    def told(self) -> HoursTold:
        if self.offered_any:
            left = self.offered - self.ruled_out
        elif self.ruled_out and self.ruled_firmly:
            left = WeeklyHours.of(Span(day, *ALL_DAY) for day in EVERY_DAY) - self.ruled_out
        else:
            return HoursTold()
        return HoursTold(left, tuple(self.evidence)) if left else HoursTold()

    def _is_about_calls(self, sentence: str, items: Sequence[Item]) -> bool:
        if CALLS.search(sentence):
            return True
        if self.only_for_calls:
            return False
        if FREE.search(sentence) or FREE_TIME.search(sentence):
            return True
        rest = _without(sentence, items)
        words = re.findall(r"[^\W\d_]{2,}", SMALL_WORDS.sub(" ", rest))
        if len(words) <= 2:
            return True
        opens = not _without(sentence[: items[0].end], items[:1]).strip(" -*•:") or OUT_BEFORE.search(
            sentence[: items[0].start]
        )
        return (
            bool(opens) and (self.about_calls or self.offered_any or len(words) <= 6) and not ELSEWHERE.search(sentence)
        )

    def _sort_out(self, sentence: str, times: Sequence[Item]) -> None:
        """Offer or rule out each time of a sentence, runs of the same sign together."""
        signs = _signs(sentence, times)
        place = 0
        while place < len(times):
            sign, upto = signs[place], place + 1
            while upto < len(times) and signs[upto] == sign and not _breaks(sentence, times[upto - 1], times[upto]):
                upto += 1
            self._take(sign, times[place:upto], sentence)
            place = upto

    def _take(self, sign: int, items: Sequence[Item], sentence: str) -> None:
        told = [self._resolved(item) for item in items]
        limits = [item for item in told if item and item.sort is Sort.LIMIT]
        times = [item for item in told if item and item.sort is Sort.TIME]
        self.last_clock = next(iter(reversed(list(spoken_clock(items)))), self.last_clock)
        if not sign:
            return
        days = frozenset().union(*(item.days or frozenset() for item in times)) or EVERY_DAY
        for limit in limits:
            self._rule_out(limit, days)
        if not times:
            return
        hours = hours_of(times, sentence)
        if sign > 0:
            self.offered, self.offered_any = self.offered | hours, True
        else:
            self.ruled_out, self.ruled_firmly = (
                self.ruled_out | _widened(hours),
                self.ruled_firmly or sign == _FIRMLY_OUT,
            )

    def _rule_out(self, limit: Item, days: frozenset[int]) -> None:
        assert limit.stretch is not None
        start, end = limit.stretch
        self.ruled_out = self.ruled_out | WeeklyHours.of(Span(day, start, end) for day in days if start < end)
        self.ruled_firmly = True

    def _resolved(self, item: Item) -> Item | None:
        """ "After that" is after the clock time told last; without one it tells nothing."""
        if item.sort is not Sort.THEN:
            return item
        if self.last_clock is None or self.last_clock >= ALL_DAY[1]:
            return None
        return Item(item.start, item.end, stretch=(self.last_clock, ALL_DAY[1]))


_OFFERED, _TOLD_ONLY, _OUT, _FIRMLY_OUT = 1, 0, -1, -2


def _signs(sentence: str, times: Sequence[Item]) -> list[int]:
    """For each time of a sentence about calls: offered, merely told, or out."""
    signs: list[int] = []
    for place, item in enumerate(times):
        glue = sentence[times[place - 1].end if place else 0 : item.start]
        following = times[place + 1].start if place + 1 < len(times) else len(sentence)
        after = sentence[item.end : following]
        carried = (
            signs[-1] if signs and (JOINED_ONLY.fullmatch(glue) or (signs[-1] > 0 and glue.strip() == "but")) else None
        )
        if carried and times[place - 1].sort is Sort.LIMIT and item.days is None:
            carried = _FIRMLY_OUT  # "not before 10 or after 8"
        sign = _sign(sentence, item, glue=glue, after=after, carried=carried)
        signs.append(sign)
        if NOT_THEM.search(after):
            signs = [
                _FIRMLY_OUT if at >= place or _same_run(signs, times, at, place, sentence) else was
                for at, was in enumerate(signs)
            ]
        elif sign < 0 and carried is not None and carried > 0 and OUT_AFTER.match(after):
            signs = [sign if _same_run(signs, times, at, place, sentence) else was for at, was in enumerate(signs)]
    return signs


def _sign(sentence: str, item: Item, *, glue: str, after: str, carried: int | None) -> int:
    if item.sort is Sort.LIMIT:
        return _OFFERED
    if OUT_BEFORE.search(glue[-60:]) or NOT_TO_BE_CALLED.search(glue[-60:]):
        return _FIRMLY_OUT
    if carried == _OFFERED and item.days is not None and item.stretch is None and glue.strip() == "but":
        return _FIRMLY_OUT  # "any evening but Friday"
    if OUT_AFTER.match(after):
        return _FIRMLY_OUT
    if carried is not None and carried < 0:
        return carried
    clause, lead = _clause_around(sentence, item)
    strong = bool(CALLS.search(clause))
    if not strong and REASON.search(lead) and not WANTED_WHEN.search(lead) and not _is_time_opening(lead):
        return _TOLD_ONLY
    if not strong and ELSEWHERE.search(clause) and not re.search(r"\b(?:free|available|suits?|fine|best)\b", clause):
        return _TOLD_ONLY
    if (
        not strong
        and BUSY.search(clause)
        and not FREE_TIME.search(clause)
        and not re.search(r"\b(?:free|available|can|suits?|fine|best|after work)\b", clause)
    ):
        if WORK.search(clause):
            return _OFFERED if _opens_with_offer(clause) else _OUT if THE_REST.search(sentence) else _TOLD_ONLY
        return _OUT if item.days is not None or not _opens_with_offer(clause) else _OFFERED
    return _OFFERED if carried is None else carried


def _opens_with_offer(clause: str) -> bool:
    """ "After 6, I'm on days" offers; "I have my mum in the mornings" does not."""
    return bool(re.match(r"[\s,-]*(?:after|from|before|between|any|until|till)\b", clause))


def _is_time_opening(lead: str) -> bool:
    """Is the word that looks like a reason the beginning of the clause's own offer ("when I'm off, Tuesdays")?"""
    return "," in lead


def _clause_around(sentence: str, item: Item) -> tuple[str, str]:
    """The clause that holds the time, and its part before the time."""
    start = 0
    for found in CLAUSE.finditer(sentence, 0, item.start):
        start = found.end()
    end_match = CLAUSE_ENDS.search(sentence, item.end)
    end = end_match.start() if end_match else len(sentence)
    return sentence[start:end], sentence[start : item.start]


def _breaks(sentence: str, last: Item, following: Item) -> bool:
    """Does a new offer begin between two times of the same sign?"""
    between = sentence[last.end : following.start]
    if following.days is None and between.strip() == "but":  # "evenings but before 8" narrows
        return False
    return bool(INCLUDE_AGAIN.search(between)) or len(between) > 90


def _same_run(signs: Sequence[int], times: Sequence[Item], at: int, place: int, sentence: str) -> bool:
    """Are the times from ``at`` to ``place`` joined by nothing but "and", "or" or the like?"""
    if at > place:
        return False
    return all(
        JOINED_ONLY.fullmatch(sentence[here.end : following.start])
        for here, following in zip(times[at:place], times[at + 1 : place + 1], strict=True)
    )


def _widened(hours: WeeklyHours) -> WeeklyHours:
    """What is out is out to the ends of the day where it reaches the ends of the calling day."""
    return WeeklyHours.of(
        Span(
            span.day,
            0 if span.start <= ALL_DAY[0] else span.start,
            MINUTES_A_DAY if span.end >= ALL_DAY[1] else span.end,
        )
        for span in hours.spans
    )


def _without(sentence: str, items: Sequence[Item]) -> str:
    pieces, at = [], 0
    for item in items:
        pieces.append(sentence[at : item.start])
        at = item.end
    pieces.append(sentence[at:])
    return " ".join(pieces)
