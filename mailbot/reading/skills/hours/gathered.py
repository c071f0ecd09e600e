"""What the sentences of a text offer and rule out as times to be called, gathered from the first to the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailbot.reading.letter import Evidence
from mailbot.reading.skills.hours.availability_words import (
    ASKS_OF_US,
    BUSY,
    CLAUSE,
    ELSEWHERE,
    FREE,
    FREE_TIME,
    HE_RINGS,
    NOT_THEM,
    NOTHING_ON,
    ON_TAG,
    OUT_BEFORE,
    SET_TIMES,
    SMALL_WORDS,
    SUITS,
    THE_REST,
)
from mailbot.reading.skills.hours.clauses import ADDS, is_bare, is_nothing_else, without, without_reasons
from mailbot.reading.skills.hours.pointed_back import points_back
from mailbot.reading.skills.hours.signs import FIRMLY_OUT, breaks, calls_meant, signs_of
from mailbot.reading.skills.hours.week_grammar import Item, Sort, items_of, may_tell_time
from mailbot.reading.skills.hours.week_runs import hours_of
from mailbot.reading.skills.hours.week_spelling import spelt_for_the_week
from mailbot.reading.skills.hours.week_turns import clock_told, settled
from mailbot.reading.skills.hours.week_words import ALL_DAY, EVERY_DAY
from mailbot.weekly_hours import MINUTES_A_DAY, Span, WeeklyHours


@dataclass(frozen=True, slots=True)
class _Alone:
    """What a sentence offered that told only days, or only times."""

    hours: WeeklyHours
    days: bool


_ASKS_TO_RING = re.compile(r"\b(?:ring|call|phone|telephone|ffoniwch|ffonio)\b")
_NARROWS = re.compile(  # "Evenings suit me. Say 6 to 8.", "Mondays. It would have to be after 4."
    r"\W*(?:and |but |so )*(?:say|i(?:'d| would) say|ideally|preferably|about|around|roughly|either way|both|all|any of"
    r" (?:them|those)"
    r"|(?:it|they|that)(?:'d| would| has| have| needs?| must|'s got| should| ought))\b"
)
_SECOND_BEST = re.compile(r"\b(?:best|ideal\w*|prefer\w*|better|especially|mostly|usually|orau|gorau|well)\b")
_ANY = re.compile(r"\b(?:any|every|unrhyw|bob)\b")
_EITHER_DAY = re.compile(r"\b(?:either|both|each|any of those|those|these) (?:of (?:the|those|these) )?days?\b")
_SO_ARE_THEY = re.compile(r"\W*(?:and )?(?:(?:so|nor|neither) (?:are|is|do|does)|same (?:for|goes for)|ditto)\b")
_OUTSIDE_THAT = re.compile(
    r"\b(?:so|and|please|any ?time|any day|any weekday|weekday)\b.{0,20}\b(?:outside|apart from"
    r"|other than) (?:of )?(?:that|those"
    r"|these|them)\b"
)
_OUTSIDE_WORK = re.compile(
    r"\b(?:any ?time|whenever|when) (?:i'm|i am|she's|he's) not (?:at work|in work|working|on shift)\b|\boutside"
    r" (?:of )?work"
)
_COMES_ON_TOP = re.compile(r"\b(?:or|otherwise|also|else|plus|neu|hefyd)\b")
_ONLY_THEN = re.compile(r"\b(?:but|though|although)\b.{0,20}\bonly\b")
_OPENS_SO = re.compile(r"\W*(?:so|felly)\b")


@dataclass(slots=True)
class Gathered:
    """What the sentences read so far offer and rule out."""

    only_for_calls: bool
    offered: WeeklyHours = field(default_factory=WeeklyHours)
    ruled_out: WeeklyHours = field(default_factory=WeeklyHours)
    offered_any: bool = False
    ruled_firmly: bool = False
    ended_out: bool = False  # the time told last was ruled out
    about_calls: bool = False  # the sentence before told when to be called
    before: str = ""  # the sentence before, where it told no time
    busy: WeeklyHours = field(default_factory=WeeklyHours)  # told, and no time to be called if "any other" follows
    outside_work: bool = False  # "any time I'm not at work", whose hours are told elsewhere
    last_clock: int | None = None
    told_alone: _Alone | None = None  # by the sentence before
    told_by_the_way: WeeklyHours = field(default_factory=WeeklyHours)  # "home Fridays": "So ring ..." may follow
    told_last: WeeklyHours = field(default_factory=WeeklyHours)  # offered by the sentence before
    just_told: WeeklyHours | None = None  # by the sentence before, and neither offered nor ruled out
    evidence: list[Evidence] = field(default_factory=list)

    def read(self, written: str) -> None:
        sentence = spelt_for_the_week(written) if may_tell_time(written) else written
        items = items_of(sentence)
        times = [item for item in items if item.sort is not Sort.DATE]
        if not times:
            self._offer_what_was_told(sentence, written)
            self._offer_the_rest(sentence, written)
            self.about_calls, self.before, self.just_told = False, sentence, None
            return
        self._take_back_busy_hours(sentence)
        if self._tells_of_the_rest(sentence, times):
            self.evidence.append(Evidence("availability", written.strip()))
            return
        about_calls = self._is_about_calls(sentence, items)
        before = (self.offered, self.ruled_out)
        if about_calls:
            self._sort_out(sentence, settled(sentence, times, self.last_clock))
            self.just_told = None
            if before != (self.offered, self.ruled_out):
                self.evidence.append(Evidence("availability", written.strip()))
        else:
            told = hours_of([item for item in times if item.sort is Sort.TIME], sentence)
            self.just_told, self.told_last = (self.just_told or WeeklyHours()) | told, WeeklyHours()
        self.outside_work = self.outside_work or bool(_OUTSIDE_WORK.search(sentence))
        if about_calls and before[0] != self.offered:
            pass
        elif BUSY.search(sentence) and not ELSEWHERE.search(sentence):
            self.busy = self.busy | hours_of([item for item in times if item.sort is Sort.TIME], sentence)
        self.about_calls, self.before = about_calls, ""
        self.last_clock = clock_told(times) or self.last_clock

    def _offer_what_was_told(self, sentence: str, written: str) -> None:
        """ "It's the nights that get me. Could somebody ring then?" """
        if self.just_told and points_back(sentence) and not self.only_for_calls:
            self.offered, self.offered_any = self.offered | self.just_told, True
            self.evidence.append(Evidence("availability", written.strip()))

    def _offer_the_rest(self, sentence: str, written: str) -> None:
        """ "I've choir on Mondays. Apart from that I've nothing on." """
        told = self.busy | (self.just_told or WeeklyHours())
        if not told or self.only_for_calls or not THE_REST.search(sentence) or not NOTHING_ON.search(sentence):
            return
        if not self.offered_any:
            self.offered, self.offered_any = WeeklyHours.of(Span(day, *ALL_DAY) for day in EVERY_DAY), True
            self.evidence.append(Evidence("availability", written.strip()))
        self.ruled_out, self.busy = self.ruled_out | _widened(told), WeeklyHours()

    def _tells_of_the_rest(self, sentence: str, times: Sequence[Item]) -> bool:
        """ "I work Mon to Fri 9-5 so outside that please": what is told is out, and all else is offered."""
        if self.only_for_calls or not BUSY.search(sentence) or not _OUTSIDE_THAT.search(sentence, times[-1].end):
            return False
        told = hours_of([item for item in times if item.sort is Sort.TIME], sentence)
        self.offered = self.offered | WeeklyHours.of(Span(day, *ALL_DAY) for day in EVERY_DAY)
        self.ruled_out, self.offered_any = self.ruled_out | _widened(told), True
        return True

    def _take_back_busy_hours(self, sentence: str) -> None:
        """ "I work 9-5 Mon-Fri. Any other time is fine.": the hours told before are out."""
        if self.busy and THE_REST.search(sentence):
            self.ruled_out = self.ruled_out | _widened(self.busy)
            self.busy = WeeklyHours()

    def told(self) -> tuple[WeeklyHours | None, tuple[Evidence, ...]]:
        """The hours, or None where nothing is told, and the sentences that decided."""
        if self.outside_work:
            self.ruled_out, self.busy = self.ruled_out | _widened(self.busy), WeeklyHours()
        if self.offered_any:
            left = self.offered - self.ruled_out
        elif self.ruled_out and self.ruled_firmly:
            left = WeeklyHours.of(Span(day, *ALL_DAY) for day in EVERY_DAY) - self.ruled_out
        else:
            return None, ()
        return (left, tuple(self.evidence)) if left else (None, ())

    def _is_about_calls(self, sentence: str, items: Sequence[Item]) -> bool:
        if ASKS_OF_US.search(sentence):
            return False
        if calls_meant(sentence):
            return True
        if points_back(sentence):
            return True
        if ON_TAG.search(sentence):
            return False
        if HE_RINGS.search(sentence) and NOT_THEM.search(sentence):
            return True
        if HE_RINGS.search(without_reasons(sentence)) and not _asks_besides(sentence, items):
            return False
        if self.only_for_calls:
            return False
        if FREE.search(sentence) or FREE_TIME.search(sentence):
            return True
        if _NAMES_A_DAY.fullmatch(sentence.strip()):
            return False
        rest = without(sentence, items)
        words = re.findall(r"[^\W\d_]{2,}", SMALL_WORDS.sub(" ", rest))
        elsewhere = ELSEWHERE.search(without_reasons(sentence))
        tells = _TELLS_OF_LIFE.match(sentence) and not BUSY.search(sentence)
        if not elsewhere and not tells and (len(words) <= 2 or is_nothing_else(sentence, items)):
            return True
        opens = not without(sentence[: items[0].end], items[:1]).strip(" -*•:") or OUT_BEFORE.search(
            sentence[: items[0].start]
        )
        if opens and _opens_bare(sentence, items):
            return True
        if self.offered_any and BUSY.search(sentence) and not elsewhere and any(item.days for item in items):
            return True  # "I go to my choir on Tuesdays", after an offer
        if not opens or elsewhere:
            return False
        return self.about_calls or self.offered_any or len(words) <= 6 or bool(calls_meant(self.before))

    def _sort_out(self, sentence: str, times: Sequence[Item]) -> None:
        """Offer or rule out each time of a sentence, runs of the same sign together."""
        signs = signs_of(sentence, times)
        opening = _NARROWS.match(sentence)
        narrows = self.told_last if opening and not ADDS.search(sentence, opening.end()) else None
        self.told_last, told_last = self.told_last if ADDS.search(sentence) else WeeklyHours(), self.told_last
        told_before, self.told_alone = self.told_alone, None
        if self.ended_out and _SO_ARE_THEY.match(sentence):
            signs = [FIRMLY_OUT] * len(signs)  # "Weekends are out. So are Mondays."
        self.ended_out = bool(signs) and signs[-1] < 0
        if self.offered and _EITHER_DAY.search(sentence) and any(item.clock for item in times):
            days = WeeklyHours.of(Span(span.day, *ALL_DAY) for span in self.offered.spans)
            told = hours_of([item for item, sign in zip(times, signs, strict=True) if sign > 0], sentence) & days
            self.offered, self.told_last = told or self.offered, told
            return
        if not narrows and is_bare(sentence, times) and not _SECOND_BEST.search(sentence):
            self._make_exact(
                told_last, hours_of([item for item, sign in zip(times, signs, strict=True) if sign > 0], sentence)
            )
        if _OPENS_SO.match(sentence) and any(sign > 0 for sign in signs):
            self.offered, self.told_by_the_way = self.offered - self.told_by_the_way, WeeklyHours()
        place = 0
        while place < len(times):
            sign, upto = signs[place], place + 1
            while upto < len(times) and signs[upto] == sign and not breaks(sentence, times[upto - 1], times[upto]):
                upto += 1
            run = [item for item in times[place:upto] if sign > 0 or not _is_the_rest(sentence, item)]
            if sign > 0 and place and _ONLY_THEN.search(sentence, times[place - 1].end, times[upto - 1].end):
                self._take_off_days_of(run)
            if run:
                only_offer = all(sign <= 0 for sign in (*signs[:place], *signs[upto:]))
                alone = told_before if only_offer else self.told_alone if place else None
                if place and _COMES_ON_TOP.search(sentence[times[place - 1].end : times[place].start]):
                    alone = None
                self._take(sign, run, sentence, alone, narrows=narrows, within=place > 0)
            place = upto

    def _make_exact(self, told: WeeklyHours, hours: WeeklyHours) -> None:
        """ "A call in the week, please. Tuesdays, from 10 to 12.": what lies within it takes its place."""
        if told and hours and told != hours and told & hours == hours:
            self.offered = self.offered - told

    def _take_off_days_of(self, run: Sequence[Item]) -> None:
        """ "Any day, but Sundays only after 2": the hours told for Sundays are all that there are."""
        days = frozenset[int]().union(*(item.days or frozenset() for item in run))
        self.offered = self.offered - WeeklyHours.of(Span(day, *ALL_DAY) for day in days)

    def _take(
        self,
        sign: int,
        items: Sequence[Item],
        sentence: str,
        told_before: _Alone | None,
        *,
        narrows: WeeklyHours | None,
        within: bool,
    ) -> None:
        limits = [item for item in items if item.sort is Sort.LIMIT]
        times = [_early_or_late(item, sentence) if sign < 0 else item for item in items if item.sort is Sort.TIME]
        if not sign:
            return
        days = frozenset().union(*(item.days or frozenset() for item in times)) or EVERY_DAY
        for limit in limits:
            self._rule_out(limit, _days_of(limit, items, sentence) or days)
        if not times:
            return
        hours = hours_of(times, sentence)
        if sign > 0:
            hours = self._asked_for_after_all(hours, times, sentence)
            alone = _Alone(hours, bool(times[0].days)) if len({bool(item.days) for item in times}) == 1 else None
            if any(item.days and item.stretch for item in times):
                alone = None
            if narrows and hours & narrows:
                hours = hours & narrows
                self.offered = self.offered - narrows
            elif alone and told_before and told_before.days != alone.days and (within or is_bare(sentence, times)):
                hours = hours & told_before.hours  # "Fridays please. Any time between 9 and 11."
                self.offered = self.offered - told_before.hours
            elif alone and told_before and not within and _ANY.search(sentence) and is_bare(sentence, times):
                exact = hours & told_before.hours
                hours = exact if exact == told_before.hours else hours  # "After 7 please. Any night bar Friday."
            self.told_last = self.told_last | hours
            self.told_alone = alone
            self.offered, self.offered_any = self.offered | hours, True
            if not calls_meant(sentence) and not SUITS.search(sentence):
                self.told_by_the_way = self.told_by_the_way | hours
        else:
            self.ruled_out, self.ruled_firmly = (
                self.ruled_out | _widened(hours),
                self.ruled_firmly or sign == FIRMLY_OUT,
            )

    def _asked_for_after_all(self, hours: WeeklyHours, times: Sequence[Item], sentence: str) -> WeeklyHours:
        """ "I'm in most mornings. Please ring before 11.": what is asked for makes exact what was told by the way."""
        told = self.told_by_the_way
        if not told or not _ASKS_TO_RING.search(sentence) or ADDS.search(sentence) or THE_REST.search(sentence):
            return hours
        self.offered, self.told_by_the_way = self.offered - told, WeeklyHours()
        if any(item.days for item in times):
            return hours
        return hours & WeeklyHours.of(Span(span.day, *ALL_DAY) for span in told.spans)

    def _rule_out(self, limit: Item, days: frozenset[int]) -> None:
        assert limit.stretch is not None
        start, end = limit.stretch
        self.ruled_out = self.ruled_out | WeeklyHours.of(Span(day, start, end) for day in days if start < end)
        self.ruled_firmly = True


def _asks_besides(sentence: str, items: Sequence[Item]) -> bool:
    """ "She rings me on Fridays but Saturdays would be better": a clause of its own about when to call."""
    at = 0
    for turn in [*_BUT.finditer(sentence), None]:
        end = turn.start() if turn else len(sentence)
        clause = sentence[at:end]
        if any(at <= item.start < end for item in items) and FREE.search(clause) and not HE_RINGS.search(clause):
            return True
        at = turn.end() if turn else end
    return False


def _opens_bare(sentence: str, items: Sequence[Item]) -> bool:
    """ "Afternoons, she goes out in the mornings.": the first clause is a time that comes back, and nothing else."""
    end = CLAUSE.search(sentence, items[0].end)
    if end is None or not re.search(r"[,;:(]|\s-", end.group()) or SET_TIMES.search(sentence):
        return False
    inside = [item for item in items if item.end <= end.start()]
    first = SMALL_WORDS.sub(" ", without(sentence[: end.start()], inside))
    return not re.search(r"[^\W_]", first) and any(_COMES_BACK.match(sentence, item.start) for item in inside)


_TELLS_OF_LIFE = re.compile(  # "I collect my pension on a Thursday"
    r"\W*(?:i|we|he|she|they) (?!(?:can|could|would|will|should|might|may|do|am|are|is|prefer|like|mean|want|need"
    r"|think|said|say|suggest|says|suggests|asks?|asked|prefers|likes|wants|needs|won"
    r"|only|really|usually|always|never|also|just)\b)[a-z]+\b(?!')"
)
_NAMES_A_DAY = re.compile(  # "Wet Monday", as a subject line
    r"(?!(?:not|no|never|except|bar|but|for|from|until|till|in|next|this|last|any|every|each|maybe|perhaps|either"
    r"|only|on|best|a|the|say|ideally|please|or|and|also|both|just) )[a-z']+ (?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day[.!]?"
)
_COMES_BACK = re.compile(r"(?:any|every|each|most|week|school|after|before|from|between|until|not|\d)|\w+s\b")
_BUT = re.compile(r"[,;:]|\b(?:but|so|although|though)\b")


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


def _days_of(limit: Item, items: Sequence[Item], sentence: str) -> frozenset[int] | None:
    """ "Weekdays from noon, weekends not before 2": a limit straight after days, where others have a time of theirs."""
    place = items.index(limit)
    before = items[place - 1] if place else None
    if before is None or before.days is None or before.stretch or "," in sentence[before.end : limit.start]:
        return None
    return before.days if any(item.stretch and item.sort is Sort.TIME for item in items[:place]) else None


def _early_or_late(item: Item, sentence: str) -> Item:
    """ "Early mornings are no good" does not rule out eleven."""
    if _AFTER_NINE.match(sentence, item.start) and item.stretch and item.stretch[0] < 12 * 60:
        return replace(item, stretch=(item.stretch[0] + 12 * 60, MINUTES_A_DAY))  # "after 9 is no good"
    if sentence.startswith("early morning", item.start):
        return replace(item, stretch=(ALL_DAY[0], 10 * 60))
    if sentence.startswith(("late evening", "late night"), item.start):
        return replace(item, stretch=(20 * 60, ALL_DAY[1]))
    return item


_AFTER_NINE = re.compile(
    r"(?:any ?time )?(?:after|past|from) (?:half |quarter past )?(?:9|10|11|nine|ten|eleven)\b(?![:.]?\d| ?am"
    r"| in the m)"
)


def _is_the_rest(sentence: str, item: Item) -> bool:
    """ "The other days are taken up" rules out nothing that was offered."""
    return sentence.startswith("any other day", item.start)
