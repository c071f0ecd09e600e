"""Asking a volunteer: the question, its window, their answer (row 4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    CancelMail,
    Climb,
    FileLetter,
    MakeMatch,
    MakeOffer,
    MakePromise,
    MoveTo,
    RestsOn,
    Settle,
    SettleOffer,
    StartOfferWindow,
    WithdrawProposal,
)
from mailbot.casework.asking.tasks import ask_staff, settle
from mailbot.casework.matching.introductions import common_hours, introduce
from mailbot.casework.matching.volunteers import unfit
from mailbot.casework.people import Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.sending import goes_at, to_volunteer
from mailbot.casework.snapshot import Ids, Match, Offer, OfferState, Office, Snapshot, TaskReason
from mailbot.casework.timetable import is_quiet, offer_window_hours, quiet_over
from mailbot.casework.touchpoints import (
    OfferAcceptedNoted,
    OfferMade,
    OfferNudge,
    OfferTaken,
)
from mailbot.reading.letter import Letter

NOT_SENT_YET, NUDGE, LAPSE = 0, 1, 2  # the rungs of OFFER_ANSWER


def make_offer(
    referral: Referral,
    volunteer: Volunteer,
    *,
    office: Office,
    now: datetime,
    ids: Ids,
    reasons: tuple[str, ...] = (),
    passed_over: tuple[tuple[int, str], ...] = (),
) -> list[Action]:
    """Ask, without identifying details. The window starts when the server has the email."""
    offer_id = ids.new(Entity.OFFER)
    about = About(Entity.OFFER, offer_id)
    sent_at = goes_at(OfferMade, now, office.policy)
    window = offer_window_hours(sent_at, referral.due_at, office.policy)
    answer_by = sent_at + timedelta(hours=window)
    words = OfferMade(
        first_name=volunteer.first_name,
        reference=referral.reference,
        hours=common_hours(referral, volunteer),
        speaks_welsh=referral.spoken_languages[:1] == ("cy",),
        answer_by=answer_by,
    )
    return [
        WithdrawProposal(referral_id=referral.id, reason="offered"),
        MakeOffer(
            offer_id=offer_id, referral_id=referral.id, volunteer_id=volunteer.id, window_hours=window,
            reasons=reasons, passed_over=passed_over,
        ),
        MoveTo(referral_id=referral.id, stage=Stage.OFFERED, reason="offered"),
        MakePromise(
            kind=PromiseKind.OFFER_ANSWER, about=about, due_at=answer_by, next_step_at=answer_by,
            step=NOT_SENT_YET, referral_id=referral.id,
        ),
        to_volunteer(
            words, volunteer=volunteer, about=about, referral_id=referral.id, ids=ids, now=now, policy=office.policy,
            use_by=answer_by, rests_on=(RestsOn(about, 1),),
        ),
    ]  # fmt: skip


def offer_sent(snapshot: Snapshot, office: Office, sent_at: datetime) -> list[Action]:
    """The server has the offer: its window and its ladder start now."""
    offer = snapshot.offer
    if offer is None or offer.state is not OfferState.OPEN:
        return []
    about = About(Entity.OFFER, offer.id)
    nudge_at = sent_at + timedelta(hours=offer.window_hours * office.policy.offer_nudge_hours / 24)
    return [
        StartOfferWindow(offer_id=offer.id, sent_at=sent_at),
        Climb(kind=PromiseKind.OFFER_ANSWER, about=about, step=NUDGE, next_step_at=nudge_at),
    ]


def climb_offer(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Nudge, lapse, ask the next; two lapses and staff are told."""
    offer, referral, promise = snapshot.offer, snapshot.referral, snapshot.promise
    if offer is None or referral is None or promise is None:
        return []
    about = About(Entity.OFFER, offer.id)
    if offer.state is not OfferState.OPEN:
        return [Settle(kind=PromiseKind.OFFER_ANSWER, about=about, outcome=offer.state.value)]
    if offer.sent_at is None:
        return [*_back_to_waiting(offer, referral, OfferState.UNDELIVERABLE, "never sent")]
    lapses_at = offer.sent_at + timedelta(hours=offer.window_hours)
    if promise.step >= LAPSE or now >= lapses_at + timedelta(hours=offer.window_hours):
        return _lapse(offer, referral, office, now, ids)
    if is_quiet(now, office.policy):
        return [
            Climb(
                kind=PromiseKind.OFFER_ANSWER, about=about, step=NUDGE, next_step_at=quiet_over(now, office.policy)
            )
        ]  # fmt: skip
    left = timedelta(hours=offer.window_hours * (1 - office.policy.offer_nudge_hours / 24))
    answer_by = max(lapses_at, goes_at(OfferNudge, now, office.policy) + left)
    actions: list[Action] = [Climb(kind=PromiseKind.OFFER_ANSWER, about=about, step=LAPSE, next_step_at=answer_by)]
    if not referral.frozen:
        actions.append(_nudge(offer, referral, answer_by, office, now, ids))
    return actions


def accept(
    letter_id: int | None, *, snapshot: Snapshot, office: Office, now: datetime, ids: Ids, by_staff: bool = False
) -> list[Action]:
    """A yes. A late one wins only while nobody else is asked; the family learns first, then the volunteer."""
    offer, referral = snapshot.offer, snapshot.referral
    if offer is None or referral is None:
        raise ValueError("a yes is about an offer and its referral")
    late = offer.state is OfferState.LAPSED
    free = referral.stage is Stage.WAITING and snapshot.open_offer is None
    if offer.state is not OfferState.OPEN and not (late and free):
        return _too_late(letter_id, offer, referral, snapshot, office, now, ids)
    no_longer_fit = late and unfit(offer.volunteer, office.policy, now) is not None
    if referral.withdrawn_at or not referral.is_open or no_longer_fit:
        return _too_late(letter_id, offer, referral, snapshot, office, now, ids)
    match = Match(id=ids.new(Entity.MATCH), referral_id=referral.id, volunteer=offer.volunteer, made_at=now)
    about = About(Entity.OFFER, offer.id)
    actions: list[Action] = [
        WithdrawProposal(referral_id=referral.id, reason="a volunteer said yes"),
        SettleOffer(offer_id=offer.id, state=OfferState.ACCEPTED),
        Settle(kind=PromiseKind.OFFER_ANSWER, about=about, outcome="accepted"),
        CancelMail(about=about, reason="answered"),
        MoveTo(referral_id=referral.id, stage=Stage.INTRODUCING, reason="late yes" if late else "yes"),
        MakeMatch(match_id=match.id, offer_id=offer.id, referral_id=referral.id, volunteer_id=offer.volunteer.id),
    ]
    actions += settle(
        snapshot.open_tasks, (TaskReason.NEEDS_ASSIGNING, TaskReason.OTHER_ADDRESS), "a volunteer said yes"
    )
    actions += introduce(match, referral, office, now, ids)
    if letter_id is not None and not referral.frozen and not by_staff:
        words = OfferAcceptedNoted(first_name=offer.volunteer.first_name, reference=referral.reference)
        actions.append(
            to_volunteer(
                words, volunteer=offer.volunteer, about=about, referral_id=referral.id, ids=ids, now=now,
                policy=office.policy, answers_letter=letter_id,
            )
        )  # fmt: skip
    return actions


def decline(*, snapshot: Snapshot) -> list[Action]:
    """A no, said or unsaid reasons: back to waiting, and never asked about this one again."""
    offer, referral = snapshot.offer, snapshot.referral
    if offer is None or referral is None or offer.state is not OfferState.OPEN:
        return []
    return _back_to_waiting(offer, referral, OfferState.DECLINED, "declined")


def undeliverable(offer: Offer, referral: Referral) -> list[Action]:
    """The offer bounced or was refused: the next volunteer is asked."""
    return _back_to_waiting(offer, referral, OfferState.UNDELIVERABLE, "undeliverable")


def withdraw_offer(offer: Offer, referral: Referral, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Take an open offer back; a volunteer who had it is thanked."""
    actions = _back_to_waiting(offer, referral, OfferState.WITHDRAWN, "withdrawn")
    if offer.sent_at:
        words = OfferTaken(first_name=offer.volunteer.first_name, reference=referral.reference)
        actions.append(
            to_volunteer(
                words, volunteer=offer.volunteer, about=About(Entity.OFFER, offer.id), referral_id=referral.id,
                ids=ids, now=now, policy=office.policy,
            )
        )  # fmt: skip
    return actions


def for_a_person(
    letter: Letter,
    *,
    snapshot: Snapshot,
    letter_id: int,
    office: Office,
    now: datetime,
    ids: Ids,
    facts: tuple[str, ...],
) -> list[Action]:
    """A condition, a question, or what cannot be told: staff read it; the offer's ladder runs on."""
    return [
        *ask_staff(
            TaskReason.VOLUNTEER_LETTER, office=office, ids=ids, now=now, referral=snapshot.referral,
            letter_id=letter_id, shown=letter, facts=facts, volunteer=snapshot.volunteer,
            offer_id=snapshot.offer.id if snapshot.offer else None,
            match_id=snapshot.match.id if snapshot.match else None,
        ),
        FileLetter(letter_id=letter_id, outcome="for staff"),
    ]  # fmt: skip


def _lapse(offer: Offer, referral: Referral, office: Office, now: datetime, ids: Ids) -> list[Action]:
    actions = _back_to_waiting(offer, referral, OfferState.LAPSED, "lapsed")
    if referral.lapsed_offers + 1 == office.policy.offer_lapses_before_staff:
        actions += ask_staff(
            TaskReason.NEEDS_ASSIGNING, office=office, ids=ids, now=now, referral=referral, volunteer=None
        )
    return actions


def _back_to_waiting(offer: Offer, referral: Referral, state: OfferState, reason: str) -> list[Action]:
    about = About(Entity.OFFER, offer.id)
    actions: list[Action] = [
        SettleOffer(offer_id=offer.id, state=state),
        Settle(kind=PromiseKind.OFFER_ANSWER, about=about, outcome=state.value),
        CancelMail(about=about, reason=reason),
    ]
    if referral.stage is Stage.OFFERED:
        actions.append(MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason=reason))
    return actions


def _nudge(offer: Offer, referral: Referral, answer_by: datetime, office: Office, now: datetime, ids: Ids) -> Action:
    about = About(Entity.OFFER, offer.id)
    words = OfferNudge(first_name=offer.volunteer.first_name, reference=referral.reference, answer_by=answer_by)
    return to_volunteer(
        words, volunteer=offer.volunteer, about=about, referral_id=referral.id, ids=ids, now=now,
        policy=office.policy, use_by=answer_by, rests_on=(RestsOn(about, offer.version),),
    )  # fmt: skip


def _too_late(
    letter_id: int | None, offer: Offer, referral: Referral, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    already_theirs = snapshot.match is not None and snapshot.match.volunteer.id == offer.volunteer.id
    if letter_id is None or already_theirs or referral.frozen:
        return []
    words = OfferTaken(first_name=offer.volunteer.first_name, reference=referral.reference)
    return [
        to_volunteer(
            words, volunteer=offer.volunteer, about=About(Entity.OFFER, offer.id), referral_id=referral.id, ids=ids,
            now=now, policy=office.policy, occurrence=f"letter-{letter_id}", answers_letter=letter_id,
        )
    ]  # fmt: skip
