"""What staff may order in a reply, one function a verb: actions, and the line that tells what was done or why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    CancelMail,
    Climb,
    Hold,
    MakePromise,
    MoveTo,
    Note,
    OpenAgain,
    RecordCall,
    Reopen,
    ResolveConcern,
    ResumeClock,
    SeeConcern,
    Settle,
    SettleTask,
    VolunteerReachable,
)
from mailbot.casework.calls import spoke
from mailbot.casework.concerns import reminder_at
from mailbot.casework.matches import end_match
from mailbot.casework.offers import brief, family_told, make_offer, withdraw_offer
from mailbot.casework.people import StaffMember, Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import PauseReason, Referral, Stage
from mailbot.casework.snapshot import CommandSnapshot, Concern, Ids, Office, Snapshot, Task, TaskReason
from mailbot.casework.tasks import settle
from mailbot.casework.timetable import promise_due
from mailbot.casework.volunteers import WHY_NOT, all_faults, unfit
from mailbot.casework.waiting import still_waiting
from mailbot.clock import london
from mailbot.reading.letter import CallOutcome, StaffCommand, Verb

STAFF_MAY_OVERRIDE = frozenset({"too little overlap", "hours not known", "together before", "gender wish"})
NO_CONVERSATION = re.compile(
    r"\b(no answer|no reply|didn.?t (?:answer|pick up|speak|get)|did not (?:answer|pick up|speak)"
    r"|couldn.?t (?:reach|get)|not reached|voicemail|answerphone|rang out|engaged|wrong number)\b",
    re.I,
)
CONVERSATION = re.compile(r"\b(spoke|talked|spoken|chatted|had a (?:good |long )?(?:chat|talk)|conversation)\b", re.I)
OUTLIVES_CLOSING = frozenset({TaskReason.GROUP_REQUEST, TaskReason.UNCLEAR_LETTER, TaskReason.VOLUNTEER_LETTER})
NOT_DONE_BY_A_WORD = frozenset({TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN})
WORRYING_TASKS = frozenset({TaskReason.CONFIRM_PERSON, TaskReason.WITHDRAWN, TaskReason.FAMILY_NOT_TOLD})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command comes to. Exactly one of ``done``, ``refused`` and ``asked`` is said."""

    actions: tuple[Action, ...] = ()
    done: str = ""
    refused: str = ""
    asked: str = ""
    more: tuple[str, ...] = ()  # further lines after ``done``


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who orders, in answer to what, and what is known of everything named."""

    staff: StaffMember
    context: Snapshot
    known: CommandSnapshot
    office: Office
    now: datetime
    ids: Ids
    letter_id: int
    taken: set[str] = field(default_factory=set)  # references already changed by this email

    def find(self, command: StaffCommand) -> Snapshot | None:
        """The snapshot of the referral that the command names, or that the answered email is about."""
        if command.referral:
            return next((one for reference, one in self.known.referrals if reference == command.referral), None)
        return self.context if self.context.referral else None

    def task(self) -> Task | None:
        task = self.context.task
        return task if task and not task.settled_at else None


def carry_out(command: StaffCommand, desk: Desk) -> Outcome:
    """Do it, refuse it with the reason and the nearest possible thing, or ask back. Never on a guess."""
    return VERBS.get(command.verb, _not_yet)(command, desk)


def describe(command: StaffCommand) -> str:
    """The command in a line, for the confirmation that is asked by a fresh token."""
    parts = [command.verb.value.replace("_", " "), command.referral or ""]
    if command.volunteer:
        parts += ["to" if command.verb is Verb.ASSIGN else "", command.volunteer]
    if command.until:
        parts.append(f"until {command.until:%-d %B}")
    if command.minutes:
        parts.append(f"{command.minutes} minutes")
    return " ".join(part for part in parts if part)


def close_referral(snapshot: Snapshot, desk: Desk, reason: str) -> list[Action]:
    """End everything that is open about it; a volunteer who has the number is asked to delete it (never 3)."""
    referral = snapshot.referral
    if referral is None:
        return []
    about = About(Entity.REFERRAL, referral.id)
    actions: list[Action] = [CancelMail(about=about, reason="closed")]
    if snapshot.open_offer:
        actions += withdraw_offer(snapshot.open_offer, referral, desk.office, desk.now, desk.ids)
    if snapshot.match:
        actions += end_match(snapshot.match, referral, reason="closed", office=desk.office, now=desk.now, ids=desk.ids)
    for kind in (PromiseKind.FIRST_CONTACT, PromiseKind.ESSENTIALS, PromiseKind.STILL_WAITING):
        actions.append(Settle(kind=kind, about=about, outcome="closed"))
    over = set(TaskReason) - OUTLIVES_CLOSING
    actions += settle(snapshot.open_tasks, over, "closed", desk.staff.id)
    actions.append(MoveTo(referral_id=referral.id, stage=Stage.CLOSED, reason="closed by staff"))
    if reason:
        actions.append(Note(referral_id=referral.id, staff_id=desk.staff.id, text=reason))
    return actions


def _assign(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    referral = snapshot.referral
    volunteer = _volunteer_named(command.volunteer, desk)
    if isinstance(volunteer, Outcome):
        return volunteer
    refusal = _may_not_assign(snapshot, referral, volunteer, desk)
    if refusal:
        return Outcome(refused=refusal)
    actions: list[Action] = []
    if snapshot.match:
        actions += end_match(
            snapshot.match, referral, reason="reassigned", office=desk.office, now=desk.now, ids=desk.ids
        )
        actions.append(MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="reassigned"))
    if snapshot.open_offer:
        actions += withdraw_offer(snapshot.open_offer, referral, desk.office, desk.now, desk.ids)
    actions += make_offer(
        referral, volunteer, office=desk.office, now=desk.now, ids=desk.ids, reasons=(f"assigned by {desk.staff.id}",)
    )
    answered = (TaskReason.NEEDS_ASSIGNING, TaskReason.POSSIBLE_CONFLICT)
    actions += settle(snapshot.open_tasks, answered, "assigned", desk.staff.id)
    return Outcome(tuple(actions), done=f"{volunteer.name} is asked about {referral.reference}.")


def _may_not_assign(snapshot: Snapshot, referral: Referral, volunteer: Volunteer, desk: Desk) -> str:
    reference = referral.reference
    if not referral.is_open:
        return f"{reference} is closed."
    if referral.frozen:
        return f"{reference} has an open concern. Please resolve it first: “resolved {reference}: what was done”."
    if referral.withdrawn_at:
        return f"{reference} asked us to stop. “close {reference}, reason” ends it."
    if referral.stage is Stage.CONFIRMING:
        return f"{reference} cannot be assigned yet: the person must confirm first that they want it."
    if snapshot.match and snapshot.match.volunteer.id == volunteer.id:
        return f"{volunteer.name} has {reference} already."
    if not referral.phones:
        return f"{reference} has no number to call yet."
    if snapshot.open_offer and snapshot.open_offer.volunteer.id == volunteer.id:
        return f"{volunteer.name} is asked about {reference} already."
    faults = all_faults(volunteer, referral, desk.office.policy, desk.now)
    grave = [one for one in faults if one not in STAFF_MAY_OVERRIDE]
    if grave:
        return f"{volunteer.name} cannot be asked about {reference}: {WHY_NOT[grave[0]]}."
    return ""


def _close(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    reference = snapshot.referral.reference
    if not snapshot.referral.is_open:
        return Outcome(refused=f"{reference} is closed already.")
    if snapshot.open_concerns:
        return Outcome(
            refused=f"{reference} has an open concern. Please resolve it first: “resolved {reference}: what was done”."
        )
    return Outcome(tuple(close_referral(snapshot, desk, command.text or "")), done=f"{reference} is closed.")


def _hold(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    referral = snapshot.referral
    if command.until is None:
        return Outcome(asked=f"Until which day shall {referral.reference} be held? “hold {referral.reference} until …”")
    return Outcome(
        (Hold(referral_id=referral.id, until=command.until),),
        done=f"Nobody is asked about {referral.reference} before {command.until:%-d %B}. Its promise runs on.",
    )


def _note(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    referral = snapshot.referral
    if not command.text:
        return Outcome(asked=f"What shall be noted for {referral.reference}?")
    note = Note(referral_id=referral.id, staff_id=desk.staff.id, text=command.text)
    return Outcome((note,), done=f"Noted for {referral.reference}.")


def _show(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    return Outcome(done=f"{snapshot.referral.reference}: {summary(snapshot)}")


def summary(snapshot: Snapshot) -> str:
    """One line of references, stages, days and volunteers' names: nothing private."""
    referral = snapshot.referral
    if referral is None:
        return ""
    parts = [referral.stage.value, f"call due by {london(referral.due_at):%A %-d %B, %H:%M}"]
    if referral.first_contact_at:
        parts[1] = f"first conversation {london(referral.first_contact_at):%A %-d %B}"
    if snapshot.open_offer:
        parts.append(f"{snapshot.open_offer.volunteer.name} is asked")
    if snapshot.match:
        parts.append(f"volunteer {snapshot.match.volunteer.name}")
    if referral.frozen:
        parts.append("a concern is open")
    if referral.withdrawn_at:
        parts.append("asked us to stop")
    if referral.is_open and referral.missing:
        parts.append(f"missing: {', '.join(referral.missing)}")
    return "; ".join(parts)


def _list_volunteers(command: StaffCommand, desk: Desk) -> Outcome:
    free = [one for one in desk.known.volunteers if unfit(one, desk.office.policy, desk.now) is None]
    lines = tuple(f"{one.name}: room for {one.capacity - one.open_matches - one.open_offers}" for one in free)
    return Outcome(done="Volunteers with room:" if lines else "No volunteer has room now.", more=lines)


def _seen(command: StaffCommand, desk: Desk) -> Outcome:
    concerns = [one for one in _concerns(command, desk) if not one.seen_at]
    if not concerns:
        return Outcome(refused="There is no alert here that waits for “seen”. Please answer the alert itself.")
    actions: list[Action] = []
    for one in concerns:
        about = About(Entity.CONCERN, one.id)
        actions.append(SeeConcern(concern_id=one.id, staff_id=desk.staff.id))
        next_step = reminder_at(desk.now, desk.office)
        actions.append(Climb(kind=PromiseKind.CONCERN, about=about, step=one.paged, next_step_at=next_step))
    name = _reference(concerns[0])
    return Outcome(
        tuple(actions),
        done=f"You have {name}. It stays open until somebody writes “resolved {name}: what was done”.",
    )


def _resolve(command: StaffCommand, desk: Desk) -> Outcome:
    concerns = _concerns(command, desk)
    if not concerns:
        return Outcome(refused=f"There is no open concern{f' for {command.referral}' if command.referral else ''}.")
    name = _reference(concerns[0])
    if not command.text:
        return Outcome(asked=f"What was done about {name}? “resolved {name}: what was done”")
    actions: list[Action] = []
    for one in concerns:
        if not one.seen_at:
            actions.append(SeeConcern(concern_id=one.id, staff_id=desk.staff.id))
        actions.append(ResolveConcern(concern_id=one.id, staff_id=desk.staff.id, text=command.text))
        about = About(Entity.CONCERN, one.id)
        actions.append(Settle(kind=PromiseKind.CONCERN, about=about, outcome="resolved"))
    left = [one for one in _around(concerns[0], desk) if one.id not in {other.id for other in concerns}]
    if left:
        line = f"That concern about {name} is resolved. {len(left)} more about {name} still need you: see their alerts."
        return Outcome(tuple(actions), done=line)
    if concerns[0].referral_id is not None:
        actions.append(ResumeClock(referral_id=concerns[0].referral_id, reason=PauseReason.CONCERN))
        actions += _brief_anew(concerns[0], desk)
    return Outcome(tuple(actions), done=f"The concern about {name} is resolved. Email about it goes out again.")


def _around(concern: Concern, desk: Desk) -> tuple[Concern, ...]:
    """All that are open about the same referral or letter."""
    return _snapshot_of(concern, desk).open_concerns


def _brief_anew(concern: Concern, desk: Desk) -> list[Action]:
    """What changed while the concern was open reaches the volunteer who holds the number."""
    snapshot = _snapshot_of(concern, desk)
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or not match.briefed_at or referral.withdrawn_at:
        return []
    free = replace(referral, frozen=False)
    return brief(
        match, free, desk.office, desk.now, desk.ids, occurrence=f"concern-{concern.id}", rests_on_referral=False,
        open_tasks=snapshot.open_tasks,
    )  # fmt: skip


def _snapshot_of(concern: Concern, desk: Desk) -> Snapshot:
    referral = desk.context.referral
    if concern.referral_id is None or (referral and referral.id == concern.referral_id):
        return desk.context
    return dict(desk.known.referrals).get(f"R-{concern.referral_id}", desk.context)


def _called(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    referral, words = snapshot.referral, command.text or ""
    failed = bool(NO_CONVERSATION.search(words))
    spoken = not failed and bool(command.minutes or CONVERSATION.search(words))
    if not failed and not spoken:
        return Outcome(
            asked=f"Did you speak with {referral.reference}? Only a conversation keeps the promise. "
            f"“called {referral.reference}, 20 minutes” or “called {referral.reference}, no answer”"
        )
    outcome = CallOutcome.SPOKE if spoken else CallOutcome.NO_ANSWER
    actions: list[Action] = [
        RecordCall(
            call_id=desk.ids.new("call"), referral_id=referral.id, match_id=None, by=desk.staff.id, outcome=outcome,
            at=desk.now, minutes=command.minutes,
        )
    ]  # fmt: skip
    if failed:
        return Outcome(
            tuple(actions), done=f"Your try to call {referral.reference} is noted. The promise is still open."
        )
    actions += spoke(
        None, referral, at=desk.now, next_call_at=None, office=desk.office, now=desk.now, tasks=snapshot.open_tasks,
        by=desk.staff.id,
    )  # fmt: skip
    if snapshot.match is None:
        actions.append(still_waiting(referral, desk.now))
    return Outcome(tuple(actions), done=f"Your call with {referral.reference} is recorded. The promise is kept.")


def _done(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.task()
    if task is None:
        return Outcome(asked="Done with what? Please answer the email that asked for it.")
    if task.reason in WORRYING_TASKS:
        return Outcome(asked="This one needs a plain yes or no, or “close R-…, reason”.")
    if task.reason in NOT_DONE_BY_A_WORD:
        return Outcome(
            asked="Has somebody spoken to them? “called, 20 minutes” keeps the promise; “done” alone does not."
        )
    actions: list[Action] = [_settled(task, "done", desk)]
    if task.reason is TaskReason.MAIL_BOUNCED and task.volunteer_id is not None:
        actions.append(VolunteerReachable(volunteer_id=task.volunteer_id))  # staff have put the address right
    return Outcome(tuple(actions), done="Thank you. It is off the list.")


def _yes(command: StaffCommand, desk: Desk) -> Outcome:
    task, snapshot = desk.task(), desk.context
    if task is None or (snapshot.referral is None and task.reason is not TaskReason.OTHER_ADDRESS):
        return Outcome(asked="Yes to what? Please answer the email that asked for it.")
    referral = snapshot.referral
    settled = _settled(task, "yes", desk)
    if task.reason is TaskReason.CONFIRM_PERSON and referral and referral.stage is Stage.CONFIRMING:
        move = MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="confirmed by staff")
        return Outcome((move, settled), done=f"{referral.reference} waits for a volunteer now.")
    if task.reason is TaskReason.FAMILY_NOT_TOLD and referral:
        told = family_told(snapshot, desk.office, desk.now, desk.ids)
        return Outcome((*told, settled), done=f"The volunteer gets what is needed to call {referral.reference}.")
    if task.reason is TaskReason.OTHER_ADDRESS and task.letter_id is not None:
        again = OpenAgain(letter_id=task.letter_id, directed="theirs")
        return Outcome((again, settled), done="The letter is taken as theirs, and what it says is done.")
    return Outcome(asked="A yes alone does not tell me what to do here. The email that you answer names the replies.")


def _no(command: StaffCommand, desk: Desk) -> Outcome:
    task, snapshot = desk.task(), desk.context
    if task is None:
        return Outcome(asked="No to what? Please answer the email that asked for it.")
    if task.reason is TaskReason.CONFIRM_PERSON and snapshot.referral and not snapshot.open_concerns:
        closed = close_referral(snapshot, desk, command.text or "the person does not want it")
        return Outcome(tuple(closed), done=f"{snapshot.referral.reference} is closed. Nobody was written to.")
    if task.reason is TaskReason.OTHER_ADDRESS:
        return Outcome((_settled(task, "no", desk),), done="Nothing was changed.")
    if task.reason is TaskReason.FAMILY_NOT_TOLD:
        return Outcome(done="The volunteer gets no number before the family knows. It stays on your list.")
    return Outcome(asked="A no alone does not tell me what to do here. The email that you answer names the replies.")


def _join(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.task()
    found = desk.find(command)
    if task is None or task.letter_id is None:
        return Outcome(asked="Which letter belongs there? Please answer the email that asked.")
    if found is None or found.referral is None or not command.referral:
        return _which_referral(command)
    if desk.context.referral and desk.context.referral.id != found.referral.id and _opened_by(task, desk.context):
        return _one_person(task, desk.context.referral, found.referral, desk)
    again = OpenAgain(letter_id=task.letter_id, directed=found.referral.reference)
    return Outcome(
        (again, _settled(task, "joined", desk)), done=f"The letter belongs to {found.referral.reference} now."
    )


def _opened_by(task: Task, context: Snapshot) -> bool:
    """Was a referral of its own opened by the very letter that the task is about?"""
    return task.reason is TaskReason.WHICH_REFERRAL and context.referral is not None and task.referral_id is not None


def _one_person(task: Task, double: Referral, kept: Referral, desk: Desk) -> Outcome:
    """The same person wrote twice: the younger referral is closed, and the older keeps its place and its promise."""
    closed = close_referral(desk.context, desk, f"the same person as {kept.reference}")
    return Outcome(
        (*closed, _settled(task, "one person", desk)),
        done=f"{double.reference} is closed: it is the same person as {kept.reference}, which goes on.",
    )


def _new(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.task()
    if task is None or task.letter_id is None:
        return Outcome(asked="Which letter is a new person’s? Please answer the email that asked.")
    again = OpenAgain(letter_id=task.letter_id, directed="new")
    return Outcome((again, _settled(task, "new person", desk)), done="The letter is taken as a new person’s.")


def _reopen(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return _which_referral(command)
    referral = snapshot.referral
    if referral.is_open and not referral.withdrawn_at:
        return Outcome(refused=f"{referral.reference} is open.")
    actions: list[Action] = [Reopen(referral_id=referral.id), Hold(referral_id=referral.id, until=None)]
    if referral.stage not in (Stage.WAITING, Stage.CONFIRMING) and snapshot.match is None:
        actions.append(MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="reopened"))
    actions += settle(snapshot.open_tasks, (TaskReason.WITHDRAWN,), "it goes on", desk.staff.id)
    actions.append(ResumeClock(referral_id=referral.id, reason=PauseReason.WITHDRAWN))
    actions.append(still_waiting(referral, desk.now) if referral.first_contact_at else _promise_anew(referral, desk))
    return Outcome(tuple(actions), done=f"{referral.reference} goes on. A volunteer is looked for again.")


def _promise_anew(referral: Referral, desk: Desk) -> Action:
    """The one-week promise as it was; when its day is past, its ladder is climbed at once."""
    return MakePromise(
        kind=PromiseKind.FIRST_CONTACT, about=About(Entity.REFERRAL, referral.id), due_at=referral.due_at,
        next_step_at=max(desk.now, promise_due(referral.received_at, desk.office.policy.staff_told_days)),
        referral_id=referral.id,
    )  # fmt: skip


def _help(command: StaffCommand, desk: Desk) -> Outcome:
    return Outcome(done="You can write, in a reply to any of my emails:", more=HELP)


def _not_yet(command: StaffCommand, desk: Desk) -> Outcome:
    return Outcome(
        refused=f"“{command.verb.value.replace('_', ' ')}” cannot be done by email yet. Nothing was changed."
    )


def _concerns(command: StaffCommand, desk: Desk) -> list[Concern]:
    """The very concern whose alert is answered; a reference alone means those that its writer can have known of."""
    own = desk.context.concern
    if own is not None and command.referral in (None, _reference(own)):
        return [] if own.resolved_at else [own]
    if not command.referral:
        return []
    snapshot = desk.find(command)
    answered = desk.context.answered
    known_until = answered.sent_at if answered and answered.sent_at else desk.now
    return [one for one in snapshot.open_concerns if one.opened_at <= known_until] if snapshot else []


def _reference(concern: Concern) -> str:
    return f"R-{concern.referral_id}" if concern.referral_id is not None else f"L-{concern.letter_id}"


def _volunteer_named(name: str | None, desk: Desk) -> Volunteer | Outcome:
    if not name:
        return Outcome(asked="To whom? “assign R-… to (a volunteer’s name)”")
    wanted = name.casefold().split()
    exact = [one for one in desk.known.volunteers if one.name.casefold().split() == wanted]
    found = exact or [one for one in desk.known.volunteers if one.name.casefold().split()[: len(wanted)] == wanted]
    if len(found) == 1:
        return found[0]
    if not found:
        return Outcome(refused=f"There is no volunteer called {name}. “list volunteers” names those with room.")
    return Outcome(asked=f"Which one: {', '.join(one.name for one in found)}?")


def _settled(task: Task, outcome: str, desk: Desk) -> SettleTask:
    return SettleTask(task_id=task.id, outcome=outcome, by=desk.staff.id)


def _which_referral(command: StaffCommand) -> Outcome:
    if command.referral:
        return Outcome(refused=f"There is no {command.referral}.")
    return Outcome(asked=f"“{command.verb.value.replace('_', ' ')}”: for which reference? (R-…)")


VERBS: dict[Verb, Callable[[StaffCommand, Desk], Outcome]] = {
    Verb.ASSIGN: _assign,
    Verb.CLOSE: _close,
    Verb.HOLD: _hold,
    Verb.NOTE: _note,
    Verb.SHOW: _show,
    Verb.LIST_VOLUNTEERS: _list_volunteers,
    Verb.SEEN: _seen,
    Verb.RESOLVE_RISK: _resolve,
    Verb.CALLED: _called,
    Verb.DONE: _done,
    Verb.YES: _yes,
    Verb.NO: _no,
    Verb.JOIN: _join,
    Verb.NEW: _new,
    Verb.REOPEN: _reopen,
    Verb.HELP: _help,
}

HELP = (
    "assign R-1042 to Ben Hale",
    "close R-1042, moved away",
    "hold R-1042 until 7 April",
    "note R-1042: what to remember",
    "show R-1042",
    "reopen R-1042",
    "called R-1042, 20 minutes",
    "seen",
    "resolved R-1042: what was done",
    "list volunteers",
    "yes, no or done, in answer to a question",
)
