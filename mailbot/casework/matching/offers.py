"""Asking a volunteer, their answer, and the introduction that follows a yes (rows 4, 6 and 7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    Briefed,
    CancelMail,
    Climb,
    FamilyTold,
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
from mailbot.casework.asking.tasks import WORKING_DAY_HOURS, ask_staff, settle
from mailbot.casework.matching.volunteers import unfit
from mailbot.casework.people import Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.sending import goes_at, to_family, to_volunteer
from mailbot.casework.snapshot import Ids, Match, Offer, OfferState, Office, Snapshot, Task, TaskReason, mails_of
from mailbot.casework.timetable import add_working_hours, day_to_name, is_quiet, offer_window_hours, quiet_over
from mailbot.casework.touchpoints import (
    Briefing,
    Introduction,
    OfferAcceptedNoted,
    OfferMade,
    OfferNudge,
    OfferTaken,
)
from mailbot.reading.letter import Letter
from mailbot.weekly_hours import WeeklyHours

NOT_SENT_YET, NUDGE, LAPSE = 0, 1, 2  # the rungs of OFFER_ANSWER
STILL_GOING = frozenset({"due", "sending", "uncertain"})


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
        hours=_common_hours(referral, volunteer),
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


def introduce(
    match: Match, referral: Referral, office: Office, now: datetime, ids: Ids, *, attempt: int = 1
) -> list[Action]:
    """Row 6. Without an address, or while a concern is open, staff tell the family."""
    about = About(Entity.MATCH, match.id)
    policy = office.policy
    sent_at = goes_at(Introduction, now, policy)
    actions: list[Action] = [
        MakePromise(
            kind=PromiseKind.FAMILY_TOLD, about=about, due_at=referral.due_at,
            next_step_at=sent_at + timedelta(hours=policy.family_told_staff_hours), referral_id=referral.id,
        )
    ]  # fmt: skip
    if referral.frozen:
        return actions
    words = Introduction(
        first_name=referral.first_name,
        volunteer_first_name=match.volunteer.first_name,
        call_by=day_to_name(max(referral.due_at, sent_at + timedelta(days=1))),
        hours=_common_hours(referral, match.volunteer),
        voicemail_ok=referral.voicemail_ok,
    )
    mail = to_family(
        words, referral=referral, about=about, ids=ids, now=now, policy=policy, occurrence=str(attempt), counts=False,
        rests_on=(RestsOn(about, match.version),),
    )  # fmt: skip
    if mail:
        return [*actions, *mail]
    return actions + ask_staff(
        TaskReason.FAMILY_NOT_TOLD, office=office, ids=ids, now=now, referral=referral, volunteer=match.volunteer,
        match_id=match.id,
    )  # fmt: skip


def family_told(snapshot: Snapshot, office: Office, at: datetime, ids: Ids) -> list[Action]:
    """The server has row 6, or staff say that the family knows: now the volunteer gets the number."""
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or match.ended_at or match.family_told_at:
        return []
    about = About(Entity.MATCH, match.id)
    actions: list[Action] = [
        FamilyTold(match_id=match.id, at=at),
        Settle(kind=PromiseKind.FAMILY_TOLD, about=about, outcome="told"),
    ]
    actions += settle(snapshot.open_tasks, (TaskReason.FAMILY_NOT_TOLD,), "told")
    return actions + brief(match, referral, office, at, ids, open_tasks=snapshot.open_tasks)


def brief(
    match: Match,
    referral: Referral,
    office: Office,
    now: datetime,
    ids: Ids,
    *,
    occurrence: str = "1",
    rests_on_referral: bool = True,
    open_tasks: Iterable[Task] = (),
) -> list[Action]:
    """Row 7: first name, number, safe times, what not to do. Its ladder starts when it was sent."""
    about = About(Entity.MATCH, match.id)
    fallback = goes_at(Briefing, now, office.policy) + timedelta(hours=office.policy.family_told_staff_hours)
    actions: list[Action] = [
        MakePromise(
            kind=PromiseKind.FIRST_CALL, about=about, due_at=max(referral.due_at, fallback), next_step_at=fallback,
            step=-1, referral_id=referral.id,
        )
    ]  # fmt: skip
    if match.briefed_at:
        actions = []
    if not referral.phones:
        return actions + ask_staff(
            TaskReason.ESSENTIALS_MISSING, office=office, ids=ids, now=now, referral=referral,
            volunteer=match.volunteer, match_id=match.id, unless_open=open_tasks,
        )  # fmt: skip
    if referral.frozen or referral.withdrawn_at:
        return actions
    resting = (RestsOn(About(Entity.REFERRAL, referral.id), referral.version),) if rests_on_referral else ()
    return [
        *actions,
        to_volunteer(
            briefing(match, referral, goes_at(Briefing, now, office.policy)), volunteer=match.volunteer, about=about,
            referral_id=referral.id, ids=ids, now=now, policy=office.policy, occurrence=occurrence, rests_on=resting,
        ),
    ]  # fmt: skip


def briefing(match: Match, referral: Referral, sent_at: datetime) -> Briefing:
    return Briefing(
        first_name=match.volunteer.first_name,
        reference=referral.reference,
        person_first_name=referral.first_name,
        phone=referral.phones[0],
        hours=referral.hours,
        call_by=day_to_name(max(referral.due_at, sent_at + timedelta(days=1))),
        voicemail_ok=referral.voicemail_ok,
        text_first="text_first" in referral.preferences,
        discreet="discreet" in referral.preferences,
        speaks_welsh=referral.spoken_languages[:1] == ("cy",),
        needs_interpreter="interpreter" in referral.preferences,
        phones_forbidden=bool(referral.phones_forbidden),
    )


def briefed(snapshot: Snapshot, office: Office, sent_at: datetime) -> list[Action]:
    """The server has row 7: did you speak? is asked a day later."""
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or match.ended_at or match.briefed_at:
        return []
    about = About(Entity.MATCH, match.id)
    ask_at = sent_at + timedelta(hours=office.policy.call_report_nudge_hours)
    moves: list[Action] = []
    if referral.stage is Stage.INTRODUCING:
        moves.append(MoveTo(referral_id=referral.id, stage=Stage.MATCHED, reason="briefed"))
    return [
        Briefed(match_id=match.id, at=sent_at),
        *moves,
        Climb(kind=PromiseKind.FIRST_CALL, about=about, step=0, next_step_at=ask_at),
    ]


def climb_family_told(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Row 6's silence: once more by email if it was cancelled or refused; then staff tell the family."""
    match, referral, promise = snapshot.match, snapshot.referral, snapshot.promise
    if promise is None:
        return []
    about = promise.about
    if match is None or referral is None or match.ended_at or match.family_told_at or referral.withdrawn_at:
        return [Settle(kind=PromiseKind.FAMILY_TOLD, about=about, outcome="no longer needed")]
    if referral.frozen:
        soon = now + timedelta(hours=1)
        return [Climb(kind=PromiseKind.FAMILY_TOLD, about=about, step=promise.step, next_step_at=soon)]
    introductions = mails_of(snapshot.mails, Introduction.template(), about)
    waiting = any(one.state in STILL_GOING for one in introductions)
    if referral.address and not waiting and promise.step == 0:
        again = introduce(match, referral, office, now, ids, attempt=len(introductions) + 1)
        next_step = goes_at(Introduction, now, office.policy) + timedelta(hours=office.policy.family_told_staff_hours)
        return [*again, Climb(kind=PromiseKind.FAMILY_TOLD, about=about, step=1, next_step_at=next_step)]
    later = add_working_hours(now, WORKING_DAY_HOURS, office.policy)
    actions: list[Action] = [
        Climb(kind=PromiseKind.FAMILY_TOLD, about=about, step=promise.step + 1, next_step_at=later)
    ]
    return actions + ask_staff(
        TaskReason.FAMILY_NOT_TOLD, office=office, ids=ids, now=now, referral=referral,
        volunteer=match.volunteer, match_id=match.id, unless_open=snapshot.open_tasks,
    )  # fmt: skip


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


def _common_hours(referral: Referral, volunteer: Volunteer) -> WeeklyHours | None:
    if referral.hours is None or volunteer.hours is None:
        return None
    return (referral.hours & volunteer.hours) or None
