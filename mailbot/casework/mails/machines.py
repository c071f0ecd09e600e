"""What machines write is never answered, never counts as an answer; a bounce reopens what it was for (never 4, 5)."""

from __future__ import annotations

from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, Climb, FileLetter, Suppress, VolunteerUndeliverable
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.family.whose_referral import ASKS_FOR_CALLS
from mailbot.casework.joining.exchange import end as end_joining
from mailbot.casework.matching.offers import undeliverable
from mailbot.casework.people import Party
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import Ids, OfferState, Office, SentMail, Snapshot, TaskReason
from mailbot.casework.touchpoints import (
    Acknowledgement,
    Briefing,
    Introduction,
    LetterReceived,
    OfferMade,
    OfferNudge,
    ReferrerAcknowledgement,
)
from mailbot.clock import london
from mailbot.reading.letter import FamilyFacts, FamilyIntent, Kind, Letter, Risk

ACKNOWLEDGEMENTS = frozenset(one.template() for one in (Acknowledgement, LetterReceived, ReferrerAcknowledgement))
MAY_BE_A_PERSONS = frozenset({Kind.AUTO_REPLY, Kind.MAILING_LIST})
OFFERS = frozenset(one.template() for one in (OfferMade, OfferNudge))


def take_machine_letter(
    letter: Letter, facts: FamilyFacts, *, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """File it; act only on what it proves: a bounce, a complaint. ``facts`` are read as if a person had written: web
    forms mark people's letters as automatic, so a risk or a request in one still reaches a person, unanswered."""
    letter_id = snapshot.letter_id
    if letter_id is None:
        raise ValueError("a letter's snapshot names the letter")
    actions: list[Action] = []
    if letter.kind is Kind.BOUNCE:
        actions += _bounced(letter, snapshot, letter_id, office, now, ids)
    elif letter.kind is Kind.COMPLAINT:
        actions += _complained(letter, snapshot, letter_id, office, now, ids)
    elif letter.kind in MAY_BE_A_PERSONS:
        actions += _may_be_a_persons(letter, facts, snapshot, letter_id, office, now, ids)
    return [*actions, FileLetter(letter_id=letter_id, outcome=letter.kind.value)]


def _may_be_a_persons(
    letter: Letter, facts: FamilyFacts, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    risk = facts.risk
    if risk.risk is not Risk.NONE and risk.categories:
        return open_concern(
            risk, letter=letter, letter_id=letter_id, referral=snapshot.referral, office=office, now=now, ids=ids
        )
    known = snapshot.answered is not None or any(one.is_open for one in snapshot.referrals)
    if known and (facts.stop or facts.intent is FamilyIntent.WITHDRAW):
        return ask_staff(
            TaskReason.UNCLEAR_LETTER, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
            facts=("it is marked as written by a machine, and seems to say stop",), referral=snapshot.referral,
        )  # fmt: skip
    if facts.intent in ASKS_FOR_CALLS and not letter.replies_to:
        return ask_staff(
            TaskReason.UNCLEAR_LETTER, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
            facts=("it is marked as written by a machine, and asks for calls: nothing was answered",),
        )  # fmt: skip
    return []


def did_not_arrive(
    mail: SentMail, snapshot: Snapshot, office: Office, now: datetime, ids: Ids, *, letter_id: int | None, why: str
) -> list[Action]:
    """A letter of ours was refused or bounced for good: what it served is open again, and staff know."""
    referral, offer = snapshot.referral, snapshot.offer
    told = (why,)
    if mail.party is Party.STAFF:
        return _staff_unreachable(mail, snapshot, office, now)
    if mail.touchpoint in OFFERS and offer and referral:
        actions: list[Action] = [VolunteerUndeliverable(volunteer_id=offer.volunteer.id)]
        if offer.state is OfferState.OPEN:
            actions += undeliverable(offer, referral)
        return actions + ask_staff(
            TaskReason.MAIL_BOUNCED, office=office, ids=ids, now=now, referral=referral, volunteer=offer.volunteer,
            letter_id=letter_id, facts=told, offer_id=offer.id,
        )  # fmt: skip
    if mail.touchpoint == Introduction.template() and snapshot.match:
        return ask_staff(
            TaskReason.FAMILY_NOT_TOLD, office=office, ids=ids, now=now, referral=referral,
            volunteer=snapshot.match.volunteer, match_id=snapshot.match.id, letter_id=letter_id, facts=told,
        )  # fmt: skip
    if mail.touchpoint == Briefing.template() and snapshot.match:
        return [
            VolunteerUndeliverable(volunteer_id=snapshot.match.volunteer.id),
            *ask_staff(
                TaskReason.MAIL_BOUNCED, office=office, ids=ids, now=now, referral=referral,
                volunteer=snapshot.match.volunteer, match_id=snapshot.match.id, letter_id=letter_id, facts=told,
            ),
        ]  # fmt: skip
    if mail.about.entity is Entity.JOINING and (joining := snapshot.joining):
        over: list[Action] = end_joining(joining, "undeliverable", now) if joining.is_open else []
        if joining.volunteer_id is not None:
            over.append(VolunteerUndeliverable(volunteer_id=joining.volunteer_id))
        whom = f"{joining.name} at {joining.address}, who would like to volunteer"
        return over + ask_staff(
            TaskReason.MAIL_BOUNCED, office=office, ids=ids, now=now, letter_id=letter_id, facts=(whom, why)
        )
    acknowledged = mail.touchpoint in ACKNOWLEDGEMENTS
    reason = TaskReason.ACKNOWLEDGEMENT_FAILED if acknowledged else TaskReason.MAIL_BOUNCED
    return ask_staff(
        reason, office=office, ids=ids, now=now, referral=referral, letter_id=letter_id, facts=told,
        volunteer=snapshot.volunteer if mail.party is Party.VOLUNTEER else None,
    )  # fmt: skip


def _bounced(
    letter: Letter, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    permanent = letter.bounce is None or letter.bounce.permanent
    if not permanent:
        return []  # a delay: the server still tries
    status = letter.bounce.status if letter.bounce else ""
    why = f"came back undelivered{f' ({status})' if status else ''}"
    if snapshot.bounced is None:
        return ask_staff(
            TaskReason.MAIL_BOUNCED, office=office, ids=ids, now=now, letter_id=letter_id, letter=letter.new_text,
            facts=(why,),
        )  # fmt: skip
    return did_not_arrive(snapshot.bounced, snapshot, office, now, ids, letter_id=letter_id, why=why)


def _complained(
    letter: Letter, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    actions: list[Action] = []
    if snapshot.bounced and snapshot.bounced.party is not Party.STAFF:
        actions.append(Suppress(address=snapshot.bounced.address, reason="complained"))
    return actions + ask_staff(
        TaskReason.COMPLAINT, office=office, ids=ids, now=now, referral=snapshot.referral, letter_id=letter_id
    )


def _staff_unreachable(mail: SentMail, snapshot: Snapshot, office: Office, now: datetime) -> list[Action]:
    """Mail to staff fails: the ladder of its task or concern goes on at once, once round, never in a loop."""
    about = About(mail.about.entity, mail.about.id)
    if about.entity is Entity.CONCERN and snapshot.concern:
        concern = snapshot.concern
        rota = office.roster.having("safeguarding", london(now).date())
        if concern.seen_at or concern.paged >= max(2, len(rota)):
            return []  # the next page comes in its own time
        return [Climb(kind=PromiseKind.CONCERN, about=about, step=concern.paged, next_step_at=now)]
    if about.entity is Entity.TASK and snapshot.task and snapshot.task.escalated == 0 and not snapshot.task.settled_at:
        return [Climb(kind=PromiseKind.STAFF_TASK, about=about, step=0, next_step_at=now)]
    return []
