"""The exchange with somebody who would like to volunteer: asked, nudged once, asked once more, then staff have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    AddVolunteer,
    AskStaff,
    CancelMail,
    Climb,
    KeepJoining,
    MakePromise,
    Settle,
    SettleTask,
)
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.newcomers import Joining, JoiningState, as_facts
from mailbot.casework.people import Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.sending import to_volunteer
from mailbot.casework.snapshot import Ids, Office, Snapshot, TaskReason
from mailbot.casework.timetable import ONE_DAY, quiet_over
from mailbot.casework.touchpoints import JoiningAsked, JoiningAskedAgain, JoiningWelcome, Touchpoint
from mailbot.reading.volunteer.joining_facts import QUESTIONS

NUDGE, TELL = 0, 1  # the rungs of JOINING


def begin(joining: Joining, asked_by: str, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """The first email, and the promise that somebody looks when nothing comes back. ``asked_by`` is a first name."""
    joining = replace(joining, state=JoiningState.ASKED, asked=QUESTIONS)
    first_step = quiet_over(now, office.policy) + timedelta(days=office.policy.joining_nudge_days)
    words = JoiningAsked(first_name=joining.first_name, asked_by=asked_by)
    return [
        KeepJoining(joining=joining),
        _promise(joining, NUDGE, first_step, office, now),
        _mail(words, joining, office, now, ids),
    ]


def ask_again(
    joining: Joining, office: Office, now: datetime, ids: Ids, *, occurrence: str, letter_id: int | None = None
) -> list[Action]:
    """Only what is missing. Staff have it when that stays without an answer. ``letter_id``: what is answered."""
    questions = joining.missing
    heard = letter_id is not None or joining.letter_id is not None
    words = JoiningAskedAgain(
        first_name=joining.first_name,
        heard=heard,
        questions=questions,
        credentials=tuple(one.short for one in joining.credentials_missing),
    )
    goes_at = now if letter_id is not None else quiet_over(now, office.policy)
    left = timedelta(days=office.policy.joining_staff_days - office.policy.joining_nudge_days)
    return [
        KeepJoining(joining=replace(joining, state=JoiningState.ASKED, asked=questions)),
        _promise(joining, TELL, goes_at + max(left, ONE_DAY), office, now),
        _mail(words, joining, office, now, ids, occurrence=occurrence, answers_letter=letter_id),
    ]


def climb_joining(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Silence: one nudge, then staff. Nobody with an open concern is nudged (never 11)."""
    joining, promise = snapshot.joining, snapshot.promise
    if promise is None:
        return []
    if joining is None or joining.state is not JoiningState.ASKED:
        return [Settle(kind=PromiseKind.JOINING, about=promise.about, outcome="no longer needed")]
    if joining.worrying or snapshot.open_concerns:
        return [Climb(kind=PromiseKind.JOINING, about=promise.about, step=promise.step, next_step_at=now + ONE_DAY)]
    if promise.step == NUDGE and joining.missing:
        return ask_again(replace(joining, nudged=True), office, now, ids, occurrence="nudge")
    reason = TaskReason.VOLUNTEER_JOINING if joining.letter_id else TaskReason.JOINING_SILENT
    return put_to_staff(reason, joining, office, now, ids)


def put_to_staff(
    reason: TaskReason,
    joining: Joining,
    office: Office,
    now: datetime,
    ids: Ids,
    *,
    facts: tuple[str, ...] = (),
    letter_id: int | None = None,
    letter: str = "",
) -> list[Action]:
    """What is known so far, in a task of their own; one that asked before is off the list."""
    actions: list[Action] = [Settle(kind=PromiseKind.JOINING, about=about(joining), outcome="staff have it")]
    if joining.task_id is not None:
        actions.append(SettleTask(task_id=joining.task_id, outcome="asked anew", by="mailbot"))
    told = as_facts(joining) if reason is TaskReason.VOLUNTEER_JOINING else ()
    asked = ask_staff(
        reason, office=office, ids=ids, now=now, letter_id=letter_id or joining.letter_id, letter=letter,
        facts=(f"{joining.name}, {joining.address}", *facts, *told),
    )  # fmt: skip
    task_id = next((one.task.id for one in asked if isinstance(one, AskStaff)), None)
    state = JoiningState.DOUBTED if joining.state is JoiningState.DOUBTED else JoiningState.WITH_STAFF
    return [*actions, *asked, KeepJoining(joining=replace(joining, state=state, task_id=task_id))]


def end(joining: Joining, outcome: str, now: datetime, *, by: str = "mailbot") -> list[Action]:
    """Nothing more goes to them, and nobody waits for an answer."""
    actions: list[Action] = [
        CancelMail(about=about(joining), reason=outcome),
        Settle(kind=PromiseKind.JOINING, about=about(joining), outcome=outcome),
    ]
    if joining.task_id is not None:
        actions.append(SettleTask(task_id=joining.task_id, outcome=outcome, by=by))
    return [*actions, KeepJoining(joining=replace(joining, state=JoiningState.ENDED, ended_at=now))]


def welcome(joining: Joining, office: Office, now: datetime, ids: Ids, *, by: str) -> list[Action]:
    """All is confirmed: from now on they can be offered somebody, and they are told so."""
    until = min(day for _, day in joining.credentials)
    words = JoiningWelcome(first_name=joining.first_name, hours=joining.hours, until=until, until_year=until.year)
    actions: list[Action] = [Settle(kind=PromiseKind.JOINING, about=about(joining), outcome="joined")]
    if joining.task_id is not None:
        actions.append(SettleTask(task_id=joining.task_id, outcome="confirmed", by=by))
    joined = replace(joining, state=JoiningState.JOINED, ended_at=now)
    return [
        *actions, CancelMail(about=about(joining), reason="joined"), AddVolunteer(joining=joined),
        _mail(words, joining, office, now, ids),
    ]  # fmt: skip


def asked_is_sent(snapshot: Snapshot, office: Office, at: datetime) -> list[Action]:
    """The server has the first email: its ladder starts now."""
    joining = snapshot.joining
    if joining is None or joining.state is not JoiningState.ASKED or joining.nudged or joining.asked_again:
        return []
    nudge_at = at + timedelta(days=office.policy.joining_nudge_days)
    return [Climb(kind=PromiseKind.JOINING, about=about(joining), step=NUDGE, next_step_at=nudge_at)]


def about(joining: Joining) -> About:
    return About(Entity.JOINING, joining.id)


def as_recipient(joining: Joining) -> Volunteer:
    """Whom a letter goes to; of a volunteer's particulars only name and address matter there."""
    return Volunteer(id=joining.volunteer_id or 0, name=joining.name, address=joining.address)


def names_of(questions: Sequence[str]) -> str:
    words = {"capacity": "how many people", "credentials": "dates"}
    return ", ".join(words.get(one, one) for one in questions)


def _promise(joining: Joining, step: int, next_step_at: datetime, office: Office, now: datetime) -> MakePromise:
    due = max(next_step_at, now + timedelta(days=office.policy.joining_staff_days))
    return MakePromise(kind=PromiseKind.JOINING, about=about(joining), due_at=due, next_step_at=next_step_at, step=step)


def _mail(
    words: Touchpoint,
    joining: Joining,
    office: Office,
    now: datetime,
    ids: Ids,
    *,
    occurrence: str = "1",
    answers_letter: int | None = None,
) -> Action:
    return to_volunteer(
        words, volunteer=as_recipient(joining), about=about(joining), referral_id=None, ids=ids, now=now,
        policy=office.policy, occurrence=occurrence, answers_letter=answers_letter,
    )  # fmt: skip
