"""What a volunteer says: to an offer, about calls, about days away, about the work itself (samples/README.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from mailbot.reading.letter import (
    AwayTold,
    Evidence,
    Kind,
    Letter,
    NextCall,
    Risk,
    RiskReading,
    VolunteerFacts,
    VolunteerIntent,
)
from mailbot.reading.risk import read_risk
from mailbot.reading.risk.reading import SECOND_OPINION
from mailbot.reading.risk.signs import UNSPECIFIED
from mailbot.reading.skills.dates import sent_day
from mailbot.reading.volunteer.days_away import away_told
from mailbot.reading.volunteer.latest_call import call_told
from mailbot.reading.volunteer.likely_point import likeliest, words_about_point
from mailbot.reading.volunteer.next_call import next_call_told
from mailbot.reading.volunteer.offer_answer import OfferAnswer, read_offer_answer
from mailbot.reading.volunteer.points import CALL_QUESTIONS, Danger, Heard, points_made
from mailbot.reading.volunteer.told import Told, told_in
from mailbot.reading.words.plain import plain
from mailbot.reading.words.wording import Wording

OFFERS = ("offer", "offer_reminder")
_ABOUT_CALLS = (*CALL_QUESTIONS, "ending_due")
_AUTOMATIC = re.compile(
    r"\b(?:this is an automat(?:ed|ic)|automat(?:ed|ic) (?:response|reply|answer)|out of (?:the )?office|auto-?reply|"
    r"no access to email|limited access to (?:my )?email|i will read your email)\b"
)


def read_volunteer(letter: Letter, *, replying_to: str, wording: Wording, sent_at: datetime) -> VolunteerFacts:
    """Read only what was newly written. ``replying_to`` is the kind of our mail that is answered; days are London's."""
    visible = "\n".join(line.rstrip() for line in letter.new_text.splitlines()).strip("\n")
    sent_on = sent_day(sent_at)
    if letter.kind is Kind.BOUNCE:
        return VolunteerFacts(VolunteerIntent.BOUNCE, visible_text="")
    risk = read_risk(letter, wording, by="volunteer", language="en", language_certain=False)
    told = told_in(visible, letter.answers, wording, sent_on, asked_of_calls=replying_to in CALL_QUESTIONS)
    if letter.kind is Kind.AUTO_REPLY or _is_automatic(letter, visible):
        away = _dated(away_told(told, sent_on, corrects=True), sent_on)
        return VolunteerFacts(VolunteerIntent.AUTO_REPLY, away=away, risk=risk, visible_text=visible)
    heard = _heard(letter, replying_to, wording, sent_on, told, risk)
    intent, *also = _points(heard, visible, wording)
    answer = heard.answer
    return VolunteerFacts(
        intent=intent,
        secondary_intents=tuple(also),
        call=heard.call,
        next_call=None if replying_to == "away_ack" and not heard.call else heard.next_call,
        away=heard.away if {VolunteerIntent.AWAY, VolunteerIntent.PAUSE} & {intent, *also} else None,
        reason=_reason(intent, heard),
        risk=risk,
        visible_text=visible,
        stop=heard.stop,
        evidence=(Evidence("answer", answer.words),) if answer and answer.words else (),
    )


def _points(heard: Heard, visible: str, wording: Wording) -> tuple[VolunteerIntent, ...]:
    points = points_made(heard)
    if wording.likely_points is None:
        return points
    return likeliest(points, heard, words_about_point(visible, heard.replying_to), wording.likely_points)


def _is_automatic(letter: Letter, visible: str) -> bool:
    return bool(
        _AUTOMATIC.search(plain(visible[:2000]))
        or re.match(r"(?i)\s*(?:automatic reply|out of office)\b", letter.subject)
    )


def _dated(away: AwayTold | None, sent_on: date) -> AwayTold | None:
    return away if away and (away.until or away.from_ != sent_on) else None


def _heard(
    letter: Letter, replying_to: str, wording: Wording, sent_on: date, told: Sequence[Told], risk: RiskReading
) -> Heard:
    answer = read_offer_answer(letter, wording) if replying_to in OFFERS else None
    call = None if answer else call_told(told, sent_on, asked_of_calls=replying_to in CALL_QUESTIONS)
    said = frozenset(hit.section for one in told for hit in one.hits if hit.table in ("volunteering", "calls"))
    return Heard(
        replying_to=replying_to,
        sent_on=sent_on,
        told=told,
        said=said,
        danger=_danger(risk),
        answer=answer,
        call=call,
        next_call=_next_call(answer, told, sent_on)
        if answer
        else next_call_told(told, call, sent_on, asked_of_calls=replying_to in _ABOUT_CALLS),
        away=away_told(told, sent_on, corrects=replying_to in ("away_ack", "unsolicited"), quoted=letter.quoted_text),
        stop="stop" in said or _is_stop_alone(letter, wording),
        has_attachments=bool(letter.attachments),
        quoted_answers=bool(letter.answers),
    )


def _next_call(answer: OfferAnswer, told: Sequence[Told], sent_on: date) -> NextCall | None:
    """Beside a yes alone: "only if Sundays suit her" announces no call."""
    return next_call_told(told, None, sent_on) if answer.intent is VolunteerIntent.ACCEPT else None


def _danger(risk: RiskReading) -> Danger:
    if risk.risk is not Risk.CONCERN:
        return Danger.URGENT if risk.risk is Risk.URGENT else Danger.NONE
    doubted = risk.categories in ((), (UNSPECIFIED,)) or (
        bool(risk.evidence) and all(one.fact.endswith(f"({SECOND_OPINION})") for one in risk.evidence)
    )
    return Danger.DOUBT if doubted else Danger.SIGNS


def _is_stop_alone(letter: Letter, wording: Wording) -> bool:
    whole = plain(letter.new_text).strip(" .!")
    return any(
        hit.section == "stop_alone" and hit.start == 0 and hit.end == len(whole)
        for hit in wording.volunteer.find(whole)
    )


def _reason(intent: VolunteerIntent, heard: Heard) -> str | None:
    """The writer's own words that come nearest to a why; never compared."""
    wanted = {
        VolunteerIntent.RESIGN: ("resign",),
        VolunteerIntent.PAUSE: ("pause", "away"),
        VolunteerIntent.REMATCH_REQUEST: ("rematch",),
        VolunteerIntent.AVAILABILITY_CHANGE: ("changed_hours", "for_good"),
    }.get(intent)
    if wanted:
        return next((one.words for one in heard.told if one.says(*wanted)), None)
    if heard.answer and intent is not VolunteerIntent.ACCEPT:
        return heard.answer.words or None
    return None
