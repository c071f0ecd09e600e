"""What a volunteer says: to an offer, about calls, about days away, about the work itself (samples/README.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from mailbot.reading.letter import (
    AwayTold,
    CallOutcome,
    CallTold,
    Evidence,
    Kind,
    Letter,
    NextCall,
    Risk,
    VolunteerFacts,
    VolunteerIntent,
)
from mailbot.reading.risk import read_risk
from mailbot.reading.skills.dates import sent_day
from mailbot.reading.volunteer.days_away import away_told
from mailbot.reading.volunteer.latest_call import call_told
from mailbot.reading.volunteer.next_call import next_call_told
from mailbot.reading.volunteer.offer_answer import OfferAnswer, read_offer_answer
from mailbot.reading.volunteer.told import Told, told_in
from mailbot.reading.words.plain import plain
from mailbot.reading.words.wording import Wording

OFFERS = ("offer", "offer_reminder")
CALL_QUESTIONS = ("first_contact_due", "call_checkin")  # our emails that ask "did you speak?"
_AUTOMATIC = re.compile(
    r"\b(?:this is an automat(?:ed|ic)|automat(?:ed|ic) (?:response|reply|answer)|out of (?:the )?office|auto-?reply|"
    r"no access to email|limited access to (?:my )?email|i will read your email)\b"
)
_REQUEST = re.compile(
    r"\b(?:would|could|will|can) you (?:mind|please|change|take|tell|put|let|move)\b|could the review"
)
_NOT_YET = re.compile(r"(?:no,? )?(?:not|ddim|dim) (?:yet|eto)\b")
_A_WEEK = timedelta(days=7)  # somebody away within it cannot keep the promise


def read_volunteer(letter: Letter, *, replying_to: str, wording: Wording, sent_at: datetime) -> VolunteerFacts:
    """Read only what was newly written. ``replying_to`` is the kind of our mail that is answered; days are London's."""
    visible = "\n".join(line.rstrip() for line in letter.new_text.splitlines()).strip("\n")
    sent_on = sent_day(sent_at)
    if letter.kind is Kind.BOUNCE:
        return VolunteerFacts(VolunteerIntent.BOUNCE, visible_text="")
    risk = read_risk(letter, wording, by="volunteer", language="en", language_certain=False)
    told = told_in(visible, letter.answers, wording, sent_on)
    if letter.kind is Kind.AUTO_REPLY or _is_automatic(letter, visible):
        away = away_told(told, sent_on)
        away = away if away and (away.until or away.from_ != sent_on) else None
        return VolunteerFacts(VolunteerIntent.AUTO_REPLY, away=away, risk=risk, visible_text=visible)
    reader = _Reader(letter, replying_to, wording, sent_on, told, risk.risk is not Risk.NONE)
    intent, also = reader.intents()
    evidence = (Evidence("answer", reader.answer.words),) if reader.answer and reader.answer.words else ()
    return VolunteerFacts(
        intent=intent,
        secondary_intents=also,
        call=reader.call,
        next_call=reader.next_call,
        away=reader.away if {VolunteerIntent.AWAY, VolunteerIntent.PAUSE} & {intent, *also} else None,
        reason=_reason(intent, reader),
        risk=risk,
        visible_text=visible,
        stop=reader.stop,
        evidence=evidence,
    )


def _is_automatic(letter: Letter, visible: str) -> bool:
    return bool(
        _AUTOMATIC.search(plain(visible[:2000]))
        or re.match(r"(?i)\s*(?:automatic reply|out of office)\b", letter.subject)
    )


class _Reader:
    """The facts of one letter, then the points it makes."""

    def __init__(
        self,
        letter: Letter,
        replying_to: str,
        wording: Wording,
        sent_on: date,
        told: Sequence[Told],
        is_risky: bool,
    ) -> None:
        self.letter = letter
        self.replying_to = replying_to
        self.told = told
        self.is_risky = is_risky
        self.sent_on = sent_on
        self.said = {hit.section for one in told for hit in one.hits if hit.table in ("volunteering", "calls")}
        self.asks = any(one.asks for one in told)
        self.answer: OfferAnswer | None = read_offer_answer(letter, wording) if replying_to in OFFERS else None
        self.call: CallTold | None = None if self.answer else call_told(told, sent_on)
        self.next_call: NextCall | None = next_call_told(told, self.call, sent_on)
        self.away: AwayTold | None = away_told(told, sent_on)
        whole = plain(letter.new_text).strip(" .!")
        alone = any(
            hit.section == "stop_alone" and hit.start == 0 and hit.end == len(whole)
            for hit in wording.volunteer.find(whole)
        )
        self.stop = "stop" in self.said or alone

    def intents(self) -> tuple[VolunteerIntent, tuple[VolunteerIntent, ...]]:
        """The main point first, then the others, none twice."""
        points = self._to_an_offer(self.answer) if self.answer else self._points()
        points = list(dict.fromkeys(points))
        if not points:
            return VolunteerIntent.UNCLEAR, ()
        return points[0], tuple(points[1:])

    def _to_an_offer(self, answer: OfferAnswer) -> list[VolunteerIntent]:
        intents = VolunteerIntent
        pauses = "pause" in self.said and self.away is not None
        if "resign" in self.said or (self.stop and answer.intent is not intents.DECLINE):
            return [intents.RESIGN, intents.DECLINE]
        main = answer.intent
        leaves_soon = self.away is not None and self.away.from_ < self.sent_on + _A_WEEK
        if main is intents.ACCEPT and (pauses or leaves_soon or self.is_risky):
            main = intents.CONDITIONAL
        points = [main, *answer.also]
        if self.is_risky:
            points.append(intents.CONCERN)
        if pauses:
            points.append(intents.PAUSE)
        elif self.away and self._away_has_dates():
            points.append(intents.AWAY)
        if self.next_call and main is intents.ACCEPT:
            points.append(intents.ATTEMPT_PLANNED)
        if main is intents.UNCLEAR and "thanks" in self.said and self.replying_to not in OFFERS:
            return [intents.THANKS]
        return points

    def _points(self) -> list[VolunteerIntent]:
        intents = VolunteerIntent
        points: list[VolunteerIntent] = []
        if self.letter.attachments and "document" in self.said:
            points.append(intents.DOCUMENT)
        if "resign" in self.said or self.stop:
            points.append(intents.RESIGN)
        if "pause" in self.said and self.away:
            points.append(intents.PAUSE)
        if "rematch" in self.said:
            points.append(intents.REMATCH_REQUEST)
        if self._answers_a_review(points):
            points.append(intents.REVIEW_ANSWERS)
        if self.is_risky:
            points.extend([intents.CONCERN] if self.call or not self.asks else [intents.QUESTION, intents.CONCERN])
        if "changed_hours" in self.said:
            points.append(intents.AVAILABILITY_CHANGE)
        if self.replying_to == "ending_due" and "last_call" in self.said:
            points.append(intents.ENDING_CONFIRMED)
            return self._with_question(points)
        points.extend(self._about_calls(points))
        if "away" in self.said and self._away_has_dates() and intents.PAUSE not in points:
            points.append(intents.AWAY)
        points = self._with_question(points)
        if not points and "thanks" in self.said:
            points.append(intents.THANKS)
        return points

    def _answers_a_review(self, points: Sequence[VolunteerIntent]) -> bool:
        only_asks = bool(self.told) and self.told[0].asks and not self.letter.answers
        answers = not only_asks and (len(self.told) > 1 or bool(self.letter.answers))
        return self.replying_to == "review_due" and not points and answers

    def _about_calls(self, points: Sequence[VolunteerIntent]) -> list[VolunteerIntent]:
        intents = VolunteerIntent
        found: list[VolunteerIntent] = []
        if self.call:
            missed = self.call.outcome is CallOutcome.NO_ANSWER
            asks_first = missed and bool(self.told) and self.told[0].asks
            found.extend([intents.QUESTION] if asks_first else [])
            if missed:
                found.append(intents.NO_ANSWER)
            elif self.call.attempts is not None or "spoke" in self.said:
                found.append(intents.CONTACT_MADE)  # a befriendee's own call alone is no contact made
            if missed and self.next_call:
                found.append(intents.ATTEMPT_PLANNED)
        elif self._plans_a_try(points):
            found.append(intents.ATTEMPT_PLANNED)
        return found

    def _plans_a_try(self, points: Sequence[VolunteerIntent]) -> bool:
        """ "Not yet" in answer to "did you speak?", or a next call told."""
        if self.replying_to in CALL_QUESTIONS and not points and self.told and _NOT_YET.match(self.told[0].plain):
            return not self.told[0].asks
        changes = VolunteerIntent.AVAILABILITY_CHANGE in points or self.replying_to == "review_due"
        return self.next_call is not None and not changes

    def _with_question(self, points: list[VolunteerIntent]) -> list[VolunteerIntent]:
        asks = any(
            one.asks and not one.says("rematch", "pause", "resign", "changed_hours") and not _REQUEST.search(one.plain)
            for one in self.told
        )
        return [*points, VolunteerIntent.QUESTION] if asks else points

    def _away_has_dates(self) -> bool:
        return self.away is not None and (self.away.until is not None or self.away.from_ != self.sent_on)


def _reason(intent: VolunteerIntent, reader: _Reader) -> str | None:
    """The writer's own words that come nearest to a why; never compared."""
    wanted = {
        VolunteerIntent.RESIGN: ("resign",),
        VolunteerIntent.PAUSE: ("pause", "away"),
        VolunteerIntent.REMATCH_REQUEST: ("rematch",),
        VolunteerIntent.AVAILABILITY_CHANGE: ("changed_hours",),
    }.get(intent)
    if wanted:
        return next((one.words for one in reader.told if one.says(*wanted)), None)
    if reader.answer and intent is not VolunteerIntent.ACCEPT:
        return reader.answer.words or None
    return None
