"""What a volunteer tells of calls: the latest one, the next one, and days away."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from mailbot.reading.letter import AwayTold, CallOutcome, CallTold, NextCall
from mailbot.reading.skills.dates import (
    ClockTold,
    DayTold,
    clocks_told,
    days_told,
    lengths_told,
    month_begins,
    spelt_out_ranges,
    weekday_word,
)
from mailbot.reading.skills.who_spoke import talked_to_another, told_talk, without_their_talk
from mailbot.reading.words.plain import Sentence, plain, sentences
from mailbot.reading.words.wording import Hit, Wording

_HOW_OFTEN = {
    "once": 1,
    "twice": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "unwaith": 1,
    "dwywaith": 2,
    "ddwywaith": 2,
    "teirgwaith": 3,
}
_TIMES = re.compile(
    r"\b(?P<who>he|she|they)?\s*(?:rang|rung|tried|called|dialled|phoned|ringing|trying|"
    r"attempts?)\b(?:\s+[\w']+){0,3}?\s+"
    r"(?:(?P<word>once|twice)|(?P<count>\d{1,2}|two|three|four|five|six|seven|eight)\s+times)\b"
)
_COUNT_FIRST = re.compile(r"\b(?P<count>\d|two|three|four|five|six)\s+(?:tries|attempts|calls|missed calls)\b")
_BARE_COUNT = re.compile(
    r"\bx ?(\d)\b|\b(once|twice|\d{1,2}|two|three|four|five|six|unwaith|d?dwywaith|teirgwaith)(?: times)?$"
)
_SAME_TIME = re.compile(r"\b(?:same time|same again|that time|\d again|yr un amser)\b")
_PAST_QUESTION = re.compile(r"did you speak|have you spoken|did you get|siarad")
_COMING_QUESTION = re.compile(r"next call|galwad nesaf")
_YES = re.compile(r"(?:yes|yep|yeah|did|do|ie|do|we did)\b")
_NO = re.compile(r"(?:no|nope|not|na|naddo|nac)\b")
_UNTIL = re.compile(r"(?:until|till|til|to|through|thru|-|tan|hyd)\s*(?:and including\s+)?(?:the\s+)?$")
_BACK = re.compile(r"\b(?:back|return|returning|home|resume|restart|available again|yn ol)\b[^.]{0,40}$")
_RANG = re.compile(r"\b(?:rang|rung|called|phoned|dialled|got hold|got through|ffoniais|ffonies)\b")
_DONE = re.compile(
    r"(?:yes\b\W+)?(?:all )?(?:done|spoke|talked)\W+(\d{1,3})(?=\W|$)(?!\W*(?:am|pm|times|jan|"
    r"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_DAY_WORD = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|tomorrow|tonight|(?:d?dydd |nos |bore )(?:llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul)"
    r"|yfory|fory|heno|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)"
)
_ONLY_WHEN = re.compile(  # a day and a time, and nothing that says what was or is then
    rf"(?:and |then |the |our |see (?:you|her|him|them) |again |next (?:call |one |time |chat )?|is |it's |on |this "
    rf"|coming |y |yr |galwad |nesaf |eto )*{_DAY_WORD}(?: (?:next|week|coming|again|evening|morning|afternoon|night"
    rf"|at|around|about|for|\d{{1,2}}"
    r"(?:[.:]\d\d)? ?(?:am|pm)?|half|past|quarter|to|o'clock|noon|six|seven|eight|nine|ten|eleven|twelve|one|two|three"
    r"|four|five|please|thanks|o'r gloch|gyda'r nos|as usual|usual|same time|am|yr un amser"
    r"|again please))*,?(?: \w+){0,1}"
)
_REPORT_THEN_DAY = re.compile(
    r"(?P<report>(?:(?:yes\W+)?(?:(?:we|i) )?(?:talked|spoke|spoken|chatted|done|siaradais|siaradon"
    r"|(?:wedi )?siarad)\b|yes,? (?=\d))[^;.]*?(?:\d|hour|min|half|awr|munud)[^,;.-]*?|not yet|ddim eto"
    r"|dim eto)(?:\s*[,;-]\s*|\s+(?=(?:and |then )?(?:the )?next\b))"
    rf"(?P<then>(?!last\b|on\b)[^,]*\b{_DAY_WORD}.*)"
)
_GOING_TO_CALL = re.compile(r"\b(?:going|hoping|planning|due|able|trying) to (?:ring|call|phone|try|speak|talk|have)\b")
_NO_ABSENCE = re.compile(  # "straight away", "ring back on Monday", "I'm to ring him"
    r"\b(?:straight|right|far|passed|put|taken|took|walked|moved|ran|got) away$|\b(?:straight|right|far|passed) away\b"
    r"|\b(?:ring|call|phone|rung|text)(?: (?:her|him|them|me))? back\b|\bi(?:'m| am) to \w"
)
_PAST_TENSE = re.compile(r"\b(?:was|were|had|went|got|since|taken)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with everything that was found in it; ``context`` is past, coming or empty."""

    words: str
    plain: str
    hits: tuple[Hit, ...]
    days: tuple[DayTold, ...]
    clocks: tuple[ClockTold, ...]
    minutes: int | None
    asks: bool
    context: str = ""

    @property
    def is_report(self) -> bool:
        """A call was held, or none yet, and no day is told: what stands alone after it is when the next one is."""
        bare = self.minutes is not None or len(self.plain.split()) <= 3
        return (self.says("spoke") and bare and not self.days) or self.plain.strip(" .!") in ("not yet", "ddim eto")

    def says(self, *sections: str) -> bool:
        return any(hit.section in sections for hit in self.hits if hit.table in ("calls", "volunteering"))


def told_in(text: str, answers: Iterable[tuple[str, str]], wording: Wording, sent_on: date) -> tuple[Told, ...]:
    """The sentences of a volunteer's letter. An answer under our question takes its tense from the question."""
    contexts = {}
    for question, answer in answers:
        asked = plain(question)
        context = "past" if _PAST_QUESTION.search(asked) else "coming" if _COMING_QUESTION.search(asked) else ""
        for sentence in sentences(answer):
            contexts[sentence.plain] = context
    found: list[Told] = []
    after = False
    for sentence in sentences(text):
        context = contexts.get(sentence.plain, "")
        after = bool(found) and (
            found[-1].is_report or (after and found[-1].minutes is not None and not found[-1].days)
        )
        for piece, tense in _report_and_next(spelt_out_ranges(sentence.plain), context, follows_report=after):
            found.append(_told(sentence, piece, tense, wording, sent_on))
    if any(talked_to_another(told.plain) for told in found):
        return tuple(replace(told, hits=without_their_talk(told.plain, told.hits)) for told in found)
    return tuple(found)


def _told(sentence: Sentence, piece: str, context: str, wording: Wording, sent_on: date) -> Told:
    days = days_told(piece, sent_on)
    lengths = lengths_told(piece)
    hits = told_talk(piece, _without_calls_to_come(piece, wording.volunteer.find(piece)))
    minutes = lengths[0].minutes if lengths else _done(piece)
    return Told(sentence.words, piece, hits, days, clocks_told(piece, days), minutes, sentence.asks, context)


def _report_and_next(sentence: str, context: str, *, follows_report: bool) -> tuple[tuple[str, str], ...]:
    """ "Talked 40 minutes, Monday at 7" as our own emails suggest it: a report, then the day of the next call."""
    if context:
        return ((sentence, context),)
    if follows_report and _ONLY_WHEN.fullmatch(sentence.strip(" .!-")):
        return ((sentence, "coming"),)
    found = _REPORT_THEN_DAY.match(sentence)
    if not found or not _ONLY_WHEN.fullmatch(found["then"].strip(" .!-")):
        return ((sentence, ""),)
    return ((found["report"], ""), (found["then"], "coming"))


def _without_calls_to_come(sentence: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """ "I'm going to phone on Friday" is not "I'm going to Spain on Friday"."""
    return tuple(
        hit
        for hit in hits
        if not (
            hit.section == "away"
            and (
                _GOING_TO_CALL.search(sentence[hit.start : hit.end + 8])
                or _NO_ABSENCE.search(sentence[max(0, hit.start - 20) : hit.start + 8])
            )
        )
    )


def _done(sentence: str) -> int | None:
    """ "Done 40" is forty minutes."""
    found = _DONE.match(sentence)
    return int(found[1]) if found and 0 < int(found[1]) <= 300 else None


# ---------------------------------------------------------------------------------------------------- the latest call


@dataclass(frozen=True, slots=True)
class _Try:
    """A day (and time) on which a call was made, and how sure the tense is."""

    on: date | None
    at: time | None


def call_told(letter: Sequence[Told], sent_on: date) -> CallTold | None:
    """The latest call that the letter tells of, or None."""
    spoke = [at for at, told in enumerate(letter) if _tells_of(told, "spoke") or _answers_yes(told)]
    missed = [at for at, told in enumerate(letter) if _tells_of(told, "no_answer") or _answers_no(told)]
    declined = [at for at, told in enumerate(letter) if _tells_of(told, "declined")]
    rang_us = [at for at, told in enumerate(letter) if told.says("rang_us")]
    if declined and (spoke or not missed):
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
    attempts = _attempts(letter, tries, outcome, by_them=bool(rang_us))
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
        days = [day for day in told.days if not _is_coming(told, day, default=False)]
        for day in days:
            if day.past <= sent_on:
                found.append(_Try(day.past, _clock_near(told, day)))
        if not days and not any(_is_coming(told, day, default=False) for day in told.days):
            found.extend(_Try(None, clock.at) for clock in told.clocks[:1] if not told.says("planned"))
        if found and not every:
            break
    dated = [one for one in found if one.on]
    times = [one.at for one in found if one.at and not one.on]
    if dated and times and all(one.at is None for one in dated):
        dated[-1] = _Try(dated[-1].on, times[0])
    return tuple(dated or found)


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


def _is_coming(told: Told, day: DayTold, *, default: bool) -> bool:
    """Is the day told as coming? The nearest word that tells the tense before it decides, else the nearest after."""
    if told.context:
        return told.context == "coming"
    if day.is_fixed:
        return day.coming > day.past or (told.says("planned") and not told.says("spoke", "no_answer", "declined"))
    cues = [
        (hit.start, hit.section == "planned")
        for hit in told.hits
        if hit.table == "calls" and hit.section in ("planned", "spoke", "no_answer", "declined", "rang_us")
    ]
    starts, ends = _clause(told.plain, day)
    beside = [coming for start, coming in cues if starts <= start < ends]
    if beside and all(coming == beside[0] for coming in beside):
        return beside[0]
    before = [coming for start, coming in cues if start <= day.start]
    after = [coming for start, coming in cues if start > day.start]
    if before:
        return before[-1]
    return after[0] if after else default


def _clause(sentence: str, day: DayTold) -> tuple[int, int]:
    """The stretch between commas in which the day stands."""
    starts = max(sentence.rfind(mark, 0, day.start) for mark in ",;:") + 1
    ends = min((at for mark in ",;" if (at := sentence.find(mark, day.end)) >= 0), default=len(sentence))
    return starts, ends


def _clock_near(told: Told, day: DayTold) -> time | None:
    """The clock time that goes with a day: the first after it and before the next day, else the last one before it."""
    following = [other.start for other in told.days if other.start > day.start]
    limit = following[0] if following else len(told.plain) + 1
    after = [clock.at for clock in told.clocks if day.start <= clock.start < limit]
    if after:
        return after[0]
    first = not [other for other in told.days if other.start < day.start]
    before = [clock.at for clock in told.clocks if clock.start < day.start]
    return before[-1] if before and first else None


def _length(letter: Sequence[Told], where: Sequence[int]) -> int | None:
    near = sorted({*where, *(at + step for at in where for step in (1, 2))})
    for at in near:
        if at < len(letter) and letter[at].minutes and not letter[at].says("away", "pause"):
            return letter[at].minutes
    return None


def _attempts(letter: Sequence[Told], tries: Sequence[_Try], outcome: CallOutcome, *, by_them: bool) -> int | None:
    if by_them:
        return None
    counted = [
        _HOW_OFTEN.get(found["word"] or found["count"]) or int(found["count"])
        for told in letter
        for found in _TIMES.finditer(told.plain)
        if not found["who"] and not told.says("planned")
    ]
    counted += [
        _HOW_OFTEN.get(found["count"]) or int(found["count"])
        for told in letter
        for found in _COUNT_FIRST.finditer(told.plain)
    ]
    counted = counted or [
        _HOW_OFTEN.get(found[1] or found[2]) or int(found[1] or found[2])
        for told in letter
        if told.says("no_answer") and not told.says("planned")
        for found in _BARE_COUNT.finditer(told.plain)
    ]
    if outcome is not CallOutcome.NO_ANSWER:
        return 1 + (counted[0] if counted else 0)
    return counted[0] if counted else max(1, len([one for one in tries if one.on])) if tries else None


# ------------------------------------------------------------------------------------------------------ the next call


def next_call_told(letter: Sequence[Told], call: CallTold | None, sent_on: date) -> NextCall | None:
    """The next call or try that the letter tells of, or None."""
    for told in letter:
        if (
            (told.asks and not told.says("changed_hours"))
            or not (told.says("planned") or told.context == "coming")
            or told.says("away", "resign")
        ):
            continue
        if told.context == "past":
            continue
        for day in told.days:
            if _is_coming(told, day, default=told.context == "coming") and day.coming >= sent_on:
                on = _from_month(letter, day, sent_on) if day.standing else day.coming
                at = _clock_near(told, day)
                if at is None and call and _SAME_TIME.search(told.plain):
                    at = call.time
                return NextCall(on, weekday_word(on), at)
    return None


def _from_month(letter: Sequence[Told], day: DayTold, sent_on: date) -> date:
    """ "Thursdays from July" is the first Thursday in July."""
    starts = [first for told in letter for word, first in month_begins(told.plain, sent_on) if word in ("from", "o")]
    first = max(starts, default=sent_on)
    if first <= day.coming:
        return day.coming
    return first + timedelta(days=(day.coming.weekday() - first.weekday()) % 7)


# --------------------------------------------------------------------------------------------------------------- away


def away_told(letter: Sequence[Told], sent_on: date) -> AwayTold | None:
    """The days away, both ends included; begins on the day sent where no beginning is told."""
    where = [at for at, told in enumerate(letter) if told.says("away", "pause")]
    if not where:
        return None
    starts: list[date] = []
    until: date | None = None
    for at in range(max(0, where[0] - 1), min(len(letter), where[-1] + 2)):
        told = letter[at]
        if told.says("spoke", "no_answer") and not told.says("away", "pause"):
            continue
        for day in told.days:
            if told.says("spoke", "no_answer") and not _after_away(told, day):
                continue
            lead = told.plain[: day.start]
            if not day.is_fixed and _PAST_TENSE.search(lead) and not _UNTIL.search(lead):
                continue
            if _BACK.search(lead):
                until = until or day.coming - timedelta(days=1)
            elif _UNTIL.search(lead):
                until = until or day.coming
            elif at in where or re.search(r"\bon\s+(?:the\s+)?$", lead):
                starts.append(day.coming)
        for word, first in month_begins(told.plain, sent_on):
            if word in ("until", "till", "til", "tan"):
                until = until or first - timedelta(days=1)
    from_ = starts[0] if starts else sent_on
    return AwayTold(from_, _not_before(from_, until) if until else None)


def _not_before(from_: date, until: date) -> date:
    """ "From 2 April ... back on the 19th": the 19th that follows, some months on."""
    for _ in range(12):
        if until >= from_:
            break
        until += timedelta(days=monthrange(until.year, until.month)[1])
    return max(until, from_)


def _after_away(told: Told, day: DayTold) -> bool:
    return any(hit.start <= day.start for hit in told.hits if hit.section in ("away", "pause"))
