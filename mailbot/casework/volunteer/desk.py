"""A letter from a volunteer: yes or no, a report of a call, or something that a person must read."""

from __future__ import annotations

import re
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, FileLetter, JoinLetter, PauseVolunteer, Suppress
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.day_words import day_words
from mailbot.casework.matching.offers import accept, decline, for_a_person
from mailbot.casework.people import Party, Volunteer
from mailbot.casework.referral import Referral
from mailbot.casework.sending import to_volunteer, to_writer
from mailbot.casework.snapshot import Ids, OfferState, Office, Snapshot, TaskReason
from mailbot.casework.touchpoints import (
    TOUCHPOINTS,
    Briefing,
    CallReportAsked,
    LetterReceived,
    MatchEnded,
    OfferMade,
    OfferNudge,
    VolunteerLetterReceived,
)
from mailbot.casework.volunteer.calls import report
from mailbot.reading.letter import Letter, Risk, VolunteerFacts, VolunteerIntent

REPLYING_TO = {one.template(): one.replying_to for one in TOUCHPOINTS if one.replying_to}
OFFER_MAIL = frozenset({OfferMade.template(), OfferNudge.template()})
CALL_MAIL = frozenset({Briefing.template(), CallReportAsked.template(), "call_noted"})
DELETED = re.compile(r"\b(deleted|removed|erased|gone from)\b", re.I)
NOT_YET = re.compile(r"\b(not|haven.?t|hasn.?t|will|can.?t|yet)\b", re.I)
REPORTS = frozenset({VolunteerIntent.CONTACT_MADE, VolunteerIntent.NO_ANSWER})
SAYS_MORE = frozenset(VolunteerIntent) - {
    VolunteerIntent.ACCEPT, VolunteerIntent.DECLINE, VolunteerIntent.CONTACT_MADE, VolunteerIntent.NO_ANSWER,
    VolunteerIntent.ATTEMPT_PLANNED, VolunteerIntent.THANKS,
}  # fmt: skip


def replying_to(snapshot: Snapshot) -> str:
    """What reading calls the kind of our mail that is answered; ``unsolicited`` when none is."""
    return REPLYING_TO.get(snapshot.answered.touchpoint, "unsolicited") if snapshot.answered else "unsolicited"


def take_volunteer_letter(
    letter: Letter, facts: VolunteerFacts, *, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Act only on a token that comes back from the address that was asked; anything less goes to staff."""
    letter_id = snapshot.letter_id
    if letter_id is None:
        raise ValueError("a letter's snapshot names the letter")
    actions: list[Action] = []
    if snapshot.referral:
        actions.append(JoinLetter(letter_id=letter_id, referral_id=snapshot.referral.id))
    if facts.stop:
        actions.append(Suppress(address=letter.sender.address, reason="said stop"))
        if snapshot.volunteer:
            actions.append(PauseVolunteer(volunteer_id=snapshot.volunteer.id))
        if snapshot.same_sender and facts.intent is not VolunteerIntent.DECLINE:
            actions += decline(snapshot=snapshot)
    if facts.risk.risk is not Risk.NONE and not snapshot.letter_had_concern:
        for one in _about_whom(snapshot):
            actions += open_concern(
                facts.risk, letter=letter, letter_id=letter_id, referral=one, office=office, now=now, ids=ids
            )
    asked = snapshot.answered is not None and snapshot.answered.party is Party.VOLUNTEER
    if asked and not snapshot.same_sender:
        return actions + _other_address(letter, facts, snapshot, letter_id, office, now, ids)
    risky = facts.risk.risk is not Risk.NONE
    quiet = risky or facts.stop or bool(snapshot.referral and snapshot.referral.frozen)
    more = bool(SAYS_MORE & set(facts.secondary_intents)) or facts.stop
    acted = _act(facts, letter, snapshot, letter_id, office, now, ids) if asked else None
    if acted is None:
        if not quiet:
            actions.append(_we_have_it(letter, snapshot, letter_id, office, now, ids))
        return actions + for_a_person(
            letter,
            snapshot=snapshot,
            letter_id=letter_id,
            office=office,
            now=now,
            ids=ids,
            facts=_understood(facts, snapshot),
        )
    actions += acted
    if more:  # what was clear is done; the rest is read by a person
        actions += [
            one
            for one in for_a_person(
                letter, snapshot=snapshot, letter_id=letter_id, office=office, now=now, ids=ids,
                facts=_understood(facts, snapshot),
            )
            if not isinstance(one, FileLetter)
        ]  # fmt: skip
    return actions


def _about_whom(snapshot: Snapshot) -> tuple[Referral | None, ...]:
    """Whom a volunteer's worry may be about: the one our mail was about, else everybody they support."""
    if snapshot.referral:
        return (snapshot.referral,)
    return snapshot.supports or (None,)


def _act(
    facts: VolunteerFacts, letter: Letter, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action] | None:
    """None when no rule may act on it."""
    answered = snapshot.answered.touchpoint if snapshot.answered else ""
    if answered in OFFER_MAIL and snapshot.offer and snapshot.referral:
        if facts.intent is VolunteerIntent.DECLINE and snapshot.offer.state is OfferState.ACCEPTED:
            return None  # they back out of a yes: a person must know at once
        if facts.intent is VolunteerIntent.ACCEPT:
            taken = accept(letter_id, snapshot=snapshot, office=office, now=now, ids=ids)
            return [*taken, FileLetter(letter_id=letter_id, outcome="yes")]
        if facts.intent is VolunteerIntent.DECLINE:
            return [*decline(snapshot=snapshot), FileLetter(letter_id=letter_id, outcome="no")]
    match = snapshot.match
    theirs = match is not None and snapshot.volunteer is not None and match.volunteer.id == snapshot.volunteer.id
    if answered in CALL_MAIL and theirs and match and match.briefed_at and facts.call and facts.intent in REPORTS:
        return report(facts, letter_id=letter_id, snapshot=snapshot, office=office, now=now, ids=ids)
    if answered == MatchEnded.template() and DELETED.search(letter.new_text) and not NOT_YET.search(letter.new_text):
        return [FileLetter(letter_id=letter_id, outcome="deleted the details")]
    if facts.intent is VolunteerIntent.THANKS:
        return [FileLetter(letter_id=letter_id, outcome="thanks")]
    return None


def _other_address(
    letter: Letter, facts: VolunteerFacts, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """The token is right, the address is not the one we asked: staff say yes or no."""
    volunteer = snapshot.offer.volunteer if snapshot.offer else snapshot.volunteer
    words = LetterReceived(first_name="", bilingual=False)
    frozen = bool(snapshot.referral and snapshot.referral.frozen) or facts.risk.risk is not Risk.NONE
    thanks: list[Action] = [] if frozen or facts.stop else [
        to_writer(
            words, address=letter.sender.address, name=letter.sender.name, language="en", letter_id=letter_id,
            ids=ids, now=now,
        )
    ]  # fmt: skip
    return [
        *thanks,
        *ask_staff(
            TaskReason.OTHER_ADDRESS, office=office, ids=ids, now=now, referral=snapshot.referral,
            letter_id=letter_id, shown=letter, facts=_understood(facts, snapshot), volunteer=volunteer,
            offer_id=snapshot.offer.id if snapshot.offer else None,
            match_id=snapshot.match.id if snapshot.match else None,
        ),
        FileLetter(letter_id=letter_id, outcome="for staff"),
    ]  # fmt: skip


def _we_have_it(letter: Letter, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids) -> Action:
    volunteer: Volunteer | None = snapshot.volunteer
    if volunteer is None:
        words = LetterReceived(first_name="", bilingual=False)
        return to_writer(
            words, address=letter.sender.address, name=letter.sender.name, language="en", letter_id=letter_id,
            ids=ids, now=now,
        )  # fmt: skip
    return to_volunteer(
        VolunteerLetterReceived(first_name=volunteer.first_name), volunteer=volunteer,
        about=About(Entity.LETTER, letter_id), referral_id=snapshot.referral.id if snapshot.referral else None,
        ids=ids, now=now, policy=office.policy, answers_letter=letter_id,
    )  # fmt: skip


def _understood(facts: VolunteerFacts, snapshot: Snapshot) -> tuple[str, ...]:
    held = ", ".join(one.reference for one in snapshot.supports)
    told = [f"holds the number of {held}: ring them, since we write to them no more"] if facts.stop and held else []
    told += [f"seems to say: {facts.intent.value.replace('_', ' ')}"]
    told += [f"and: {one.value.replace('_', ' ')}" for one in facts.secondary_intents]
    if facts.away:
        until = f" to {day_words(facts.away.until)}" if facts.away.until else ", no end told"
        told.append(f"away from {day_words(facts.away.from_)}{until}")
    return (*told, *(f"{one.fact}: “{one.words}”" for one in facts.evidence[:8]))
