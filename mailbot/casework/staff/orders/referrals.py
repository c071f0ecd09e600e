"""Orders about a referral: assign, close, hold, note, show, called, reopen."""

from __future__ import annotations

import re

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    CancelMail,
    Hold,
    MakePromise,
    MoveTo,
    Note,
    RecordCall,
    Reopen,
    ResumeClock,
    Settle,
    WithdrawProposal,
)
from mailbot.casework.asking.tasks import ask_staff, settle
from mailbot.casework.day_words import day_words, moment_words, weekday
from mailbot.casework.family.waiting import RUNGS, still_waiting
from mailbot.casework.matching.matches import end_match
from mailbot.casework.matching.offers import make_offer, withdraw_offer
from mailbot.casework.matching.volunteers import WHY_NOT, all_faults, unfit
from mailbot.casework.people import Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import PauseReason, Referral, Stage
from mailbot.casework.snapshot import Snapshot, TaskReason
from mailbot.casework.staff.order import (
    Desk,
    Outcome,
    far_ahead,
    has_a_concern,
    is_closed,
    volunteer_key,
    volunteer_named,
    which_referral,
)
from mailbot.casework.timetable import promise_due
from mailbot.casework.volunteer.calls import spoke
from mailbot.clock import london
from mailbot.reading.letter import CallOutcome, StaffCommand

STAFF_MAY_OVERRIDE = frozenset(
    {"too little overlap", "hours not known", "together before", "gender wish", "staff said no"}
)
NO_CONVERSATION = re.compile(
    r"\b(no answer|no reply|no (?:joy|luck|success|good)|(?:was|is) out|nobody"
    r"|didn.?t (?:answer|pick up|speak|get)|did not (?:answer|pick up|speak)"
    r"|couldn.?t (?:reach|get)|not reached|voicemail|answerphone|rang out|engaged|wrong number)\b",
    re.I,
)
CONVERSATION = re.compile(r"\b(spoke|talked|spoken|chatted|had a (?:good |long )?(?:chat|talk)|conversation)\b", re.I)
OUTLIVES_CLOSING = frozenset({TaskReason.GROUP_REQUEST, TaskReason.UNCLEAR_LETTER, TaskReason.VOLUNTEER_LETTER})


def assign(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral = snapshot.referral
    volunteer = volunteer_named(command.volunteer, desk, f"“assign {referral.reference} to (a volunteer’s name)”")
    if isinstance(volunteer, Outcome):
        return volunteer
    volunteer = desk.with_load(volunteer)
    refusal = may_not_assign(snapshot, referral, volunteer, desk)
    if refusal:
        return Outcome(refused=refusal)
    actions: list[Action] = []
    if snapshot.match:
        actions += end_match(
            snapshot.match, referral, reason="reassigned", office=desk.office, now=desk.now, ids=desk.ids
        )
        actions.append(MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="reassigned"))
        if referral.first_contact_at:
            actions.append(still_waiting(referral, desk.now))
    if snapshot.open_offer:
        actions += withdraw_offer(snapshot.open_offer, referral, desk.office, desk.now, desk.ids)
    actions += make_offer(
        referral, volunteer, office=desk.office, now=desk.now, ids=desk.ids, reasons=(f"assigned by {desk.staff.id}",)
    )
    desk.offered.append(volunteer.id)
    answered = (TaskReason.NEEDS_ASSIGNING, TaskReason.POSSIBLE_CONFLICT, TaskReason.NUMBER_NOT_SENT)
    actions += settle(snapshot.open_tasks, answered, "assigned", desk.staff.id)
    done = f"{volunteer.name} is asked about {referral.reference}."
    return Outcome(tuple(actions), done=done, touched=frozenset({volunteer_key(volunteer)}))


def close(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    reference = snapshot.referral.reference
    if not snapshot.referral.is_open:
        return Outcome(refused=f"{reference} is closed already. “reopen {reference}” opens it again.")
    if snapshot.open_concerns:
        return Outcome(refused=has_a_concern(reference))
    return Outcome(tuple(close_referral(snapshot, desk, command.text or "")), done=f"{reference} is closed.")


def hold(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral = snapshot.referral
    if not referral.is_open:
        return Outcome(refused=is_closed(referral))
    if command.until is not None and (asked := far_ahead(command.until, f"hold {referral.reference}", desk)):
        return asked
    if command.until is None:
        return Outcome(asked=f"Until which day shall {referral.reference} be held? “hold {referral.reference} until …”")
    return Outcome(
        (
            Hold(referral_id=referral.id, until=command.until),
            WithdrawProposal(referral_id=referral.id, reason="held"),
        ),
        done=f"Nobody is asked about {referral.reference} before {day_words(command.until)}. Its promise runs on.",
    )


def note(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral = snapshot.referral
    if not command.text:
        return Outcome(asked=f"What shall be noted for {referral.reference}?")
    note = Note(referral_id=referral.id, staff_id=desk.staff.id, text=command.text)
    return Outcome((note,), done=f"Noted for {referral.reference}.")


def show(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    return Outcome(done=f"{snapshot.referral.reference}: {summary(snapshot)}")


def called(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral, words = snapshot.referral, command.text or ""
    if not referral.is_open:
        return Outcome(refused=is_closed(referral))
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


def reopen(command: StaffCommand, desk: Desk) -> Outcome:
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral = snapshot.referral
    if referral.is_open and not referral.withdrawn_at and referral.hold_until:
        free = Hold(referral_id=referral.id, until=None)
        return Outcome((free,), done=f"{referral.reference} is held no more. A volunteer is looked for again.")
    if referral.is_open and not referral.withdrawn_at:
        return Outcome(
            refused=f"{referral.reference} is open. “show {referral.reference}” tells how it stands; "
            f"“close {referral.reference}, reason” ends it."
        )
    actions: list[Action] = [Reopen(referral_id=referral.id), Hold(referral_id=referral.id, until=None)]
    if referral.stage is Stage.CLOSED and referral.referrer and not referral.first_contact_at:
        return _confirm_anew(referral, actions, desk)
    if referral.stage not in (Stage.WAITING, Stage.CONFIRMING) and snapshot.match is None:
        actions.append(MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="reopened"))
    actions += settle(snapshot.open_tasks, (TaskReason.WITHDRAWN,), "it goes on", desk.staff.id)
    actions.append(ResumeClock(referral_id=referral.id, reason=PauseReason.WITHDRAWN))
    actions.append(still_waiting(referral, desk.now) if referral.first_contact_at else _promise_anew(referral, desk))
    return Outcome(tuple(actions), done=f"{referral.reference} goes on. A volunteer is looked for again.")


def list_volunteers(command: StaffCommand, desk: Desk) -> Outcome:
    free = [one for one in desk.known.volunteers if unfit(one, desk.office.policy, desk.now) is None]
    lines = tuple(f"{one.name}: room for {one.room}" for one in free)
    return Outcome(done="Volunteers with room:" if lines else "No volunteer has room now.", more=lines)


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


def summary(snapshot: Snapshot) -> str:
    """One line of references, stages, days and volunteers' names: nothing private."""
    referral = snapshot.referral
    if referral is None:
        return ""
    parts = [referral.stage.value, f"call due by {moment_words(referral.due_at)}"]
    if referral.first_contact_at:
        parts[1] = f"first conversation {weekday(london(referral.first_contact_at))}"
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


def may_not_assign(snapshot: Snapshot, referral: Referral, volunteer: Volunteer, desk: Desk) -> str:
    reference = referral.reference
    if not referral.is_open:
        return is_closed(referral)
    if referral.frozen:
        return has_a_concern(reference)
    if referral.withdrawn_at:
        return f"{reference} asked us to stop. “close {reference}, reason” ends it."
    if referral.stage is Stage.CONFIRMING:
        return (
            f"{reference} cannot be assigned yet: the person must say first that they want it. Answer “yes” or “no” to "
            "the email that asked whether they do."
        )
    if snapshot.match and snapshot.match.volunteer.id == volunteer.id:
        return f"{volunteer.name} has {reference} already. “show {reference}” tells how it stands."
    if not referral.phones:
        return f"{reference} has no number to call yet. “note {reference}: …” keeps what you know until there is one."
    if snapshot.open_offer and snapshot.open_offer.volunteer.id == volunteer.id:
        return f"{volunteer.name} is asked about {reference} already. “show {reference}” tells how it stands."
    faults = all_faults(volunteer, referral, desk.office.policy, desk.now)
    grave = [one for one in faults if one not in STAFF_MAY_OVERRIDE]
    if grave:
        back = f", “unpause {volunteer.first_name}” ends their rest" if grave[0] in ("paused", "away") else ""
        words = f"{volunteer.name} cannot be asked about {reference}: {WHY_NOT[grave[0]]}."
        return f"{words} “list volunteers” names those with room{back}."
    return ""


def _confirm_anew(referral: Referral, actions: list[Action], desk: Desk) -> Outcome:
    """Somebody else had written for them: they are asked again before anybody is offered."""
    actions.append(MoveTo(referral_id=referral.id, stage=Stage.CONFIRMING, reason="reopened"))
    actions.append(_promise_anew(referral, desk))
    actions += ask_staff(TaskReason.CONFIRM_PERSON, office=desk.office, ids=desk.ids, now=desk.now, referral=referral)
    return Outcome(tuple(actions), done=f"{referral.reference} goes on, once the person has said that they want it.")


def _promise_anew(referral: Referral, desk: Desk) -> Action:
    """The one-week promise as it was; when its day is past, its ladder is climbed at once."""
    return MakePromise(
        kind=PromiseKind.FIRST_CONTACT, about=About(Entity.REFERRAL, referral.id), due_at=referral.due_at,
        step=0 if desk.now < referral.due_at else len(RUNGS),  # nobody apologises for a week in which they said stop
        next_step_at=max(desk.now, promise_due(referral.received_at, desk.office.policy.staff_told_days)),
        referral_id=referral.id,
    )  # fmt: skip
