"""After a yes: the family learns who will call, and then the volunteer gets the number (rows 6 and 7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    Briefed,
    Climb,
    FamilyTold,
    MakePromise,
    MoveTo,
    RestsOn,
    Settle,
)
from mailbot.casework.asking.tasks import WORKING_DAY_HOURS, ask_staff, settle
from mailbot.casework.people import Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.sending import goes_at, to_family, to_volunteer
from mailbot.casework.snapshot import Ids, Match, Office, Snapshot, Task, TaskReason, mails_of
from mailbot.casework.timetable import add_working_hours, day_to_name
from mailbot.casework.touchpoints import (
    Briefing,
    Introduction,
)
from mailbot.weekly_hours import WeeklyHours

STILL_GOING = frozenset({"due", "sending", "uncertain"})


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
        hours=common_hours(referral, match.volunteer),
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


def common_hours(referral: Referral, volunteer: Volunteer) -> WeeklyHours | None:
    if referral.hours is None or volunteer.hours is None:
        return None
    return (referral.hours & volunteer.hours) or None
