"""The week of waiting: what is still missing (row 2), and the days 4 to 7 up to the apology (rows 5 and 8)."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, Climb, MakePromise, Settle
from mailbot.casework.asking import tasks
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.sending import to_family
from mailbot.casework.snapshot import Ids, Office, Snapshot, TaskReason
from mailbot.casework.timetable import ONE_DAY, add_working_hours, day_to_name, promise_due
from mailbot.casework.touchpoints import EssentialsReminder, PromiseMissed

# The rungs of FIRST_CONTACT: what staff are told at each.
RUNGS = (TaskReason.NEEDS_ASSIGNING, TaskReason.PROMISE_AMBER, TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN)
BROKEN = len(RUNGS) - 1


def climb_first_contact(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Day 4 staff are told, day 5 amber, day 6 staff make the call, day 7 breach and apology; on until they spoke.

    After an outage only the latest rung that is due is taken (design rule 1).
    """
    referral, promise = snapshot.referral, snapshot.promise
    if referral is None or promise is None:
        return []
    if referral.first_contact_at or not referral.is_open or referral.withdrawn_at:
        return [Settle(kind=promise.kind, about=promise.about, outcome="no longer needed")]
    moments = rung_moments(referral, office)
    rung = max((number for number, at in enumerate(moments) if at <= now), default=promise.step)
    rung = max(rung, promise.step)
    if rung > BROKEN:
        return _again(snapshot, referral, office, now, ids, rung)
    actions = tasks.settle(snapshot.open_tasks, RUNGS, "the next day has come")
    if not (rung == 0 and referral.stage in (Stage.INTRODUCING, Stage.MATCHED)):
        role = "lead" if rung == BROKEN else "coordinator"
        volunteer = snapshot.match.volunteer if snapshot.match else None
        actions += ask_staff(
            RUNGS[rung], office=office, ids=ids, now=now, referral=referral, volunteer=volunteer, role=role,
            match_id=snapshot.match.id if snapshot.match else None,
        )  # fmt: skip
    if rung == BROKEN:
        actions += _apologise(snapshot, referral, office, now, ids)
    next_at = moments[rung + 1] if rung < BROKEN else add_working_hours(now, 8, office.policy)
    step = Climb(kind=promise.kind, about=promise.about, step=rung + 1, next_step_at=max(next_at, now))
    return [*actions, step]


def rung_moments(referral: Referral, office: Office) -> tuple[datetime, datetime, datetime, datetime]:
    """When each rung is due: days 4, 5 and 6 after the first letter, and the promise itself."""
    policy = office.policy
    day4, day5, day6 = (
        promise_due(referral.received_at, days)
        for days in (policy.staff_told_days, policy.amber_days, policy.staff_call_days)
    )
    return day4, day5, day6, referral.due_at


def climb_essentials(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Two days on, ask once more, only for what is missing; on day 3 it is with staff."""
    referral, promise = snapshot.referral, snapshot.promise
    if referral is None or promise is None:
        return []
    missing = {"phone", "availability"} & set(referral.missing)
    over = not missing or not referral.is_open or referral.withdrawn_at or referral.first_contact_at
    if over or (missing == {"availability"} and referral.stage is not Stage.WAITING):
        return [Settle(kind=promise.kind, about=promise.about, outcome="no longer needed")]
    late = now >= referral.received_at + timedelta(days=office.policy.essentials_staff_days + 1)
    if promise.step == 0 and not late:
        return _ask_again(snapshot, referral, office, now, ids)
    return [
        Settle(kind=promise.kind, about=promise.about, outcome="with staff"),
        *ask_staff(TaskReason.ESSENTIALS_MISSING, office=office, ids=ids, now=now, referral=referral),
    ]


def _ask_again(snapshot: Snapshot, referral: Referral, office: Office, now: datetime, ids: Ids) -> list[Action]:
    promise = snapshot.promise
    if promise is None:
        return []
    about = About(Entity.REFERRAL, referral.id)
    mail = []
    if not referral.frozen and not _is_not_reached_by_email(snapshot):
        words = EssentialsReminder(
            first_name=referral.first_name,
            call_by=day_to_name(referral.due_at),
            asks_phone="phone" in referral.missing,
            asks_times="availability" in referral.missing,
        )
        mail = to_family(words, referral=referral, about=about, ids=ids, now=now, policy=office.policy)
    wait = timedelta(days=office.policy.essentials_staff_days - office.policy.essentials_again_days)
    starts = mail[0].send_at if mail else now
    return [*mail, Climb(kind=promise.kind, about=about, step=1, next_step_at=starts + wait)]


def _apologise(snapshot: Snapshot, referral: Referral, office: Office, now: datetime, ids: Ids) -> list[Action]:
    if referral.frozen or referral.stage is Stage.CONFIRMING or _is_not_reached_by_email(snapshot):
        return []
    words = PromiseMissed(first_name=referral.first_name)
    about = About(Entity.REFERRAL, referral.id)
    return list(to_family(words, referral=referral, about=about, ids=ids, now=now, policy=office.policy, counts=False))


def _is_not_reached_by_email(snapshot: Snapshot) -> bool:
    """Our first answer came back, and staff have not put it right yet: another email would go nowhere."""
    return any(one.reason is TaskReason.ACKNOWLEDGEMENT_FAILED for one in snapshot.open_tasks)


def _again(snapshot: Snapshot, referral: Referral, office: Office, now: datetime, ids: Ids, rung: int) -> list[Action]:
    """Broken and still not called: each working day the lead is asked, unless the last asking is still open."""
    promise = snapshot.promise
    if promise is None:
        return []
    next_at = add_working_hours(now + ONE_DAY, 1, office.policy)
    return [
        *ask_staff(
            TaskReason.PROMISE_BROKEN, office=office, ids=ids, now=now, referral=referral, role="lead",
            unless_open=snapshot.open_tasks,
        ),
        Climb(kind=promise.kind, about=promise.about, step=rung, next_step_at=next_at),
    ]  # fmt: skip


def climb_still_waiting(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Staff have called, so the promise is kept; that nobody supports the person yet is asked after every week."""
    referral, promise = snapshot.referral, snapshot.promise
    if referral is None or promise is None:
        return []
    if not referral.is_open or referral.withdrawn_at:
        return [Settle(kind=promise.kind, about=promise.about, outcome="no longer needed")]
    supported = snapshot.match is not None  # as long as that lasts
    asked = [] if supported else ask_staff(
        TaskReason.NEEDS_ASSIGNING, office=office, ids=ids, now=now, referral=referral,
        unless_open=snapshot.open_tasks,
    )  # fmt: skip
    return [
        *asked,
        Climb(kind=promise.kind, about=promise.about, step=promise.step + 1, next_step_at=now + 7 * ONE_DAY),
    ]  # fmt: skip


def still_waiting(referral: Referral, now: datetime) -> Action:
    """Somebody must still be found for this person."""
    in_a_week = now + 7 * ONE_DAY
    return MakePromise(
        kind=PromiseKind.STILL_WAITING, about=About(Entity.REFERRAL, referral.id), due_at=in_a_week,
        next_step_at=in_a_week, referral_id=referral.id,
    )  # fmt: skip
