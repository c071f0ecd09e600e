"""Which points a volunteer's letter makes, the main one first, out of what was found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from mailbot.reading.letter import AwayTold, CallOutcome, CallTold, NextCall, VolunteerIntent
from mailbot.reading.volunteer.offer_answer import OfferAnswer
from mailbot.reading.volunteer.told import Told, changes_hours
from mailbot.reading.words.lexicon import Hit

CALL_QUESTIONS = ("first_contact_due", "call_checkin")  # our emails that ask "did you speak?"
_A_WEEK = timedelta(days=7)  # somebody away within it cannot keep the promise
_NOT_YET = re.compile(r"(?:no,? )?(?:not|ddim|dim) (?:yet|eto)\b")
_REQUEST = re.compile(
    r"\b(?:would|could|will|can|allwch|allech|fedrwch) (?:you|chi) (?:mind|please|change|take|tell|put|let|move"
    r"|find|give|swap|remove|pass|make|add|arrange|amend|update)\b|could the review"
)
_ASKS_FOR_IT = re.compile(  # in a letter that asks for a change, these only ask for that change
    r"^(?:please |perhaps |maybe |so |and |but |gan hynny )*(?:could|can|would|may|might|should|is it possible|allech"
    r"|allwch|ga i|would it be possible)\b"
)
_NO_WORRY = re.compile(r"\b(?:no|nothing|not|never|isn't|wasn't|none|n't|dim|ddim)(?: \w+){0,3} $")
_AN_ANSWER = 10  # words: a single sentence that answers the review
_A_SLIP = 9  # words: what only names a document comes with it
_NOT_SENT = re.compile(
    r"\b(?:will|need|needs|when|where|due|expir\w+|renew\w*|lost|haven't|hasn't|not|waiting|applied|if|should"
    r"|course)\b|'ll\b"
)
_MAY_BE_AWAY = ("unsolicited", "away_ack")
_ENDING_WORDS = re.compile(
    r"\b(?:last|final|finish\w*|ended|ending|goodbyes?|farewell|wound up|wrapp\w+ up|olaf|ola|gorffen\w*)\b"
)
_NOT_MEANT = re.compile(r"\b(?:hate|not|never|don't|wouldn't|won't|rather than|without)(?: \w+){0,3} $")
_ENDS = frozenset({"last_call", "ending"})


class Danger(IntEnum):
    """How sure it is that the letter tells of danger. A doubt is the second opinion's; the signs are people's own.

    Danger is raised to staff by ``VolunteerFacts.risk`` in any case; here it only decides what the letter is about.
    """

    NONE = 0
    DOUBT = 1
    SIGNS = 2
    URGENT = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in one letter. ``quoted_answers``: it answers between our lines."""

    replying_to: str
    sent_on: date
    told: Sequence[Told]
    said: frozenset[str]
    danger: Danger
    answer: OfferAnswer | None
    call: CallTold | None
    next_call: NextCall | None
    away: AwayTold | None
    stop: bool
    has_attachments: bool
    quoted_answers: bool

    @property
    def asks(self) -> bool:
        return any(one.asks or one.says("question") for one in self.told)

    @property
    def away_has_dates(self) -> bool:
        return self.away is not None and (self.away.until is not None or self.away.from_ != self.sent_on)


def points_made(heard: Heard) -> tuple[VolunteerIntent, ...]:
    """The main point first, then the others, none twice; ``unclear`` when there is none."""
    points = _to_an_offer(heard, heard.answer) if heard.answer else _unasked(heard)
    return tuple(dict.fromkeys(points)) or (VolunteerIntent.UNCLEAR,)


def _to_an_offer(heard: Heard, answer: OfferAnswer) -> list[VolunteerIntent]:
    intents = VolunteerIntent
    pauses = "pause" in heard.said and heard.away is not None
    if "resign" in heard.said or (heard.stop and answer.intent is not intents.DECLINE):
        return [intents.RESIGN, intents.DECLINE]
    main = answer.intent
    leaves_soon = heard.away is not None and heard.away.from_ < heard.sent_on + _A_WEEK
    if main is intents.ACCEPT and (pauses or leaves_soon or heard.danger >= Danger.SIGNS):
        main = intents.CONDITIONAL
    points = [main, *answer.also]
    if _worries(heard):
        points.append(intents.CONCERN)
    if pauses:
        points.append(intents.PAUSE)
    elif "away" in heard.said and heard.away_has_dates:
        points.append(intents.AWAY)
    if heard.next_call and main is intents.ACCEPT:
        points.append(intents.ATTEMPT_PLANNED)
    return points


def _unasked(heard: Heard) -> list[VolunteerIntent]:
    intents = VolunteerIntent
    points: list[VolunteerIntent] = []
    if _sends_a_document(heard):
        points.append(intents.DOCUMENT)
    if any(_resigns(one) for one in heard.told) or heard.stop:
        points.append(intents.RESIGN)
    if _pauses(heard) and intents.RESIGN not in points:
        points.append(intents.PAUSE)
    if "rematch" in heard.said:
        points.append(intents.REMATCH_REQUEST)
    if _answers_a_review(heard, points):
        points.append(intents.REVIEW_ANSWERS)
    if _worries(heard):
        asks_first = heard.asks and not heard.call
        points.extend([intents.QUESTION, intents.CONCERN] if asks_first else [intents.CONCERN])
    changes = intents.RESIGN not in points and changes_hours(heard.told, across=heard.replying_to == "unsolicited")
    if changes and not heard.call:
        points.append(intents.AVAILABILITY_CHANGE)
    if _confirms_an_ending(heard):
        points.append(intents.ENDING_CONFIRMED)
        return _with_question(heard, points)
    if heard.replying_to != "away_ack" or heard.call:
        points.extend(_about_calls(heard, points))
    if changes:
        points.append(intents.AVAILABILITY_CHANGE)
    tells_days = "away" in heard.said or heard.replying_to == "away_ack"
    if tells_days and heard.away_has_dates and intents.PAUSE not in points:
        points.append(intents.AWAY)
    points = _document_last(_with_question(heard, points)) or _by_what_is_left(heard)
    if not points and heard.danger is not Danger.NONE:
        points.append(intents.CONCERN)
    if not points and "thanks" in heard.said:
        points.append(intents.THANKS)
    return points


def _by_what_is_left(heard: Heard) -> list[VolunteerIntent]:
    """A letter that makes none of the points outright: what it names, in a mail that is about nothing else."""
    intents = VolunteerIntent
    told = heard.told
    own_times = any(one.says("week_part") for one in told)
    if own_times and heard.replying_to == "unsolicited" and not any(one.says("spoke", "thanks") for one in told):
        return [intents.AVAILABILITY_CHANGE]
    if any(one.asks or one.says("question") for one in told):
        return [intents.QUESTION]
    named = [one for one in told if one.says("enclosed") and len(one.plain.split()) <= _A_SLIP]
    if heard.replying_to == "unsolicited" and named and not any(_NOT_SENT.search(one.plain) for one in told):
        return [intents.DOCUMENT]
    if heard.away is not None and heard.away.until and heard.replying_to in _MAY_BE_AWAY:
        return [intents.AWAY]
    return []


def _document_last(points: list[VolunteerIntent]) -> list[VolunteerIntent]:
    """A report with a certificate beside it is first of all a report."""
    document = VolunteerIntent.DOCUMENT
    weightier = {VolunteerIntent.CONTACT_MADE, VolunteerIntent.NO_ANSWER, VolunteerIntent.CONCERN}
    if document in points and weightier & set(points):
        return [*(one for one in points if one is not document), document]
    return points


def _sends_a_document(heard: Heard) -> bool:
    if any(one.says("document") and not one.asks for one in heard.told):
        return True
    return heard.has_attachments and bool({"enclosed", "document"} & heard.said)


def _resigns(one: Told) -> bool:
    """ "Take me off your list", and not "take me off evenings"."""
    meant = any(hit.section == "resign" and not _NOT_MEANT.search(one.plain[: hit.start]) for hit in one.hits)
    return meant and not (one.says("week_part") and one.says("changed_hours"))


def _pauses(heard: Heard) -> bool:
    return "pause" in heard.said and heard.away is not None


def _answers_a_review(heard: Heard, points: Sequence[VolunteerIntent]) -> bool:
    told = heard.told
    if heard.replying_to != "review_due" or points:
        return False
    only_asks = bool(told) and told[0].asks and not heard.quoted_answers
    long_enough = len(told) > 1 or any(len(one.plain.split()) >= _AN_ANSWER for one in told)
    return not only_asks and (long_enough or heard.quoted_answers)


def _worries(heard: Heard) -> bool:
    """What is urgent always; else signs or a doubt beside words of worry. Signs alone may be a turn of phrase."""
    if heard.danger is Danger.NONE or heard.danger is Danger.URGENT:
        return heard.danger is Danger.URGENT
    signs_count = "rematch" in heard.said or heard.replying_to == "review_due"  # the review asks for worries itself
    return (heard.danger is Danger.SIGNS and signs_count) or any(
        _is_worry(one, hit) for one in heard.told for hit in one.hits
    )


def _is_worry(one: Told, hit: Hit) -> bool:
    return hit.section == "worry" and hit.table == "volunteering" and not _NO_WORRY.search(one.plain[: hit.start])


def _confirms_an_ending(heard: Heard) -> bool:
    if heard.replying_to != "ending_due":
        return False
    tells_when = heard.call is not None or heard.next_call is not None
    return any(
        not one.asks and (one.says(*_ENDS) or (tells_when and _ENDING_WORDS.search(one.plain))) for one in heard.told
    )


def _about_calls(heard: Heard, points: Sequence[VolunteerIntent]) -> list[VolunteerIntent]:
    intents = VolunteerIntent
    found: list[VolunteerIntent] = []
    if heard.call:
        missed = heard.call.outcome is CallOutcome.NO_ANSWER
        asks_first = missed and bool(heard.told) and (heard.told[0].asks or _wants_a_number(heard))
        found.extend([intents.QUESTION] if asks_first else [])
        if missed:
            found.append(intents.NO_ANSWER)
        elif heard.call.attempts is not None or "spoke" in heard.said:
            found.append(intents.CONTACT_MADE)  # a befriendee's own call alone is no contact made
        if missed and heard.next_call:
            found.append(intents.ATTEMPT_PLANNED)
    elif _plans_a_try(heard, points):
        found.append(intents.ATTEMPT_PLANNED)
    return found


def _wants_a_number(heard: Heard) -> bool:
    """The number that they have is dead, and they ask for another: that must be answered before they can go on."""
    return "dead_number" in heard.said and any(one.asks for one in heard.told)


def _plans_a_try(heard: Heard, points: Sequence[VolunteerIntent]) -> bool:
    """ "Not yet" in answer to "did you speak?", or a next call told."""
    first = heard.told[0] if heard.told else None
    if heard.replying_to in CALL_QUESTIONS and not points and first and _NOT_YET.match(first.plain):
        return not first.asks
    changes = VolunteerIntent.AVAILABILITY_CHANGE in points or heard.replying_to == "review_due"
    return heard.next_call is not None and not changes


def _with_question(heard: Heard, points: list[VolunteerIntent]) -> list[VolunteerIntent]:
    wants_a_change = bool(
        {
            VolunteerIntent.REMATCH_REQUEST,
            VolunteerIntent.PAUSE,
            VolunteerIntent.RESIGN,
            VolunteerIntent.AVAILABILITY_CHANGE,
        }
        & set(points)
    )
    asks = any(_is_question(one, wants_a_change=wants_a_change) for one in heard.told)
    return [*points, VolunteerIntent.QUESTION] if asks else points


def _is_question(one: Told, *, wants_a_change: bool) -> bool:
    if not (one.asks or one.says("question")):
        return False
    if one.says("rematch", "pause", "resign", "changed_hours") or _REQUEST.search(one.plain):
        return (
            not wants_a_change
            and not one.says("rematch", "pause", "resign", "changed_hours")
            and bool(re.search(r"\b(?:tell|let) (?:me|us)\b|\bgive me\b", one.plain))
        )
    return not (wants_a_change and _ASKS_FOR_IT.match(one.plain))
