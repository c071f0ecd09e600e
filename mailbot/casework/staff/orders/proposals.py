"""Orders about a proposal: "ok", "2", "no". Whoever is chosen must still be free; else the next nearest is named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.casework.actions import Action, RefuseProposed
from mailbot.casework.asking.tasks import ask_staff, settle
from mailbot.casework.matching.offers import make_offer
from mailbot.casework.matching.volunteers import WHY_NOT, why_not
from mailbot.casework.people import Volunteer
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Snapshot, Task, TaskReason
from mailbot.casework.staff.order import Desk, Outcome, has_a_concern, is_closed, settled, which_referral
from mailbot.casework.staff.orders.referrals import may_not_assign
from mailbot.reading.letter import StaffCommand

_CLAUSES = re.compile(r"[\n;,]+")


def is_about_a_proposal(desk: Desk) -> bool:
    """Does the email answer one, open or not?"""
    return desk.context.task is not None and desk.context.task.reason is TaskReason.PROPOSAL


def approve(command: StaffCommand, desk: Desk) -> Outcome:
    """The first of the list."""
    found = _proposal(command, desk)
    if isinstance(found, Outcome):
        return found
    task, snapshot, referral = found
    others = _others_named(task, referral, desk)
    if others:
        return Outcome(asked=f"You said yes for {referral.reference}, and named {others[0].name}. Whom shall I ask?")
    return _ask(task, snapshot, referral, 1, desk)


def choose(command: StaffCommand, desk: Desk) -> Outcome:
    """The volunteer in that place of the list; -1 is the last."""
    found = _proposal(command, desk)
    if isinstance(found, Outcome):
        return found
    task, snapshot, referral = found
    number = len(task.proposed) if command.number == -1 else command.number or 0
    if not 1 <= number <= len(task.proposed):
        return Outcome(asked=f"Which of the {len(task.proposed)} for {referral.reference}? I have no number {number}.")
    return _ask(task, snapshot, referral, number, desk)


def refuse(command: StaffCommand, desk: Desk) -> Outcome:
    """None of these, ever again for this referral: others are proposed, or staff look for somebody themselves."""
    found = _proposal(command, desk)
    if isinstance(found, Outcome):
        return found
    task, snapshot, referral = found
    actions: list[Action] = [RefuseProposed(task_id=task.id), settled(task, "none of these", desk)]
    if any(_may_be_next(one, task, referral, desk) for one in desk.known.volunteers):
        done = f"None of these is asked about {referral.reference}. Others are proposed at the next matching."
        return Outcome(tuple(actions), done=done)
    actions += ask_staff(
        TaskReason.NEEDS_ASSIGNING, office=desk.office, ids=desk.ids, now=desk.now, referral=referral,
        unless_open=snapshot.open_tasks,
    )  # fmt: skip
    done = f"None of these is asked about {referral.reference}. Nobody else fits now: please assign somebody."
    return Outcome(tuple(actions), done=done)


def _proposal(command: StaffCommand, desk: Desk) -> tuple[Task, Snapshot, Referral] | Outcome:
    """The open proposal of the referral that is named, or of the email that is answered."""
    about = desk.context.referral
    elsewhere = command.referral is not None and (about is None or command.referral != about.reference)
    named = command.referral is not None and desk.names(command.referral)
    if not (elsewhere or named or is_about_a_proposal(desk)):
        return Outcome(asked="Yes or no to what? Please answer the email that asked, or name the reference.")
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        return which_referral(command)
    referral = snapshot.referral
    task = next((one for one in snapshot.open_tasks if one.reason is TaskReason.PROPOSAL), None)
    if task is None:
        return Outcome(refused=_why_over(snapshot, referral))
    if task.asked_at > desk.known_until:
        return Outcome(
            refused=f"The list for {referral.reference} is newer than the email that you answer: it may name "
            f"somebody else. Please answer the email that proposes them, or "
            f"“assign {referral.reference} to (a volunteer’s name)”."
        )
    if is_about_a_proposal(desk) and not elsewhere and desk.context.task and desk.context.task.id != task.id:
        return Outcome(
            refused=f"That list for {referral.reference} is out of date: there is a newer one. Please answer that, or "
            f"“assign {referral.reference} to (a volunteer’s name)”."
        )
    return task, snapshot, referral


def _why_over(snapshot: Snapshot, referral: Referral) -> str:
    reference = referral.reference
    if not referral.is_open:
        return is_closed(referral)
    if referral.frozen:
        return f"{has_a_concern(reference)} Nobody is asked before."
    if referral.withdrawn_at:
        return f"{reference} asked us to stop. Nobody was asked. “reopen {reference}” says that it goes on."
    if snapshot.match:
        has = snapshot.match.volunteer.name
        return f"{has} has {reference} already. “assign {reference} to (another name)” asks somebody else instead."
    if snapshot.open_offer:
        asked = snapshot.open_offer.volunteer.name
        return f"{asked} is asked about {reference} already. “assign {reference} to (another name)” asks somebody else."
    return (
        f"No proposal for {reference} waits for an answer. “assign {reference} to (a volunteer’s name)” asks somebody."
    )


def _ask(task: Task, snapshot: Snapshot, referral: Referral, number: int, desk: Desk) -> Outcome:
    listed = _listed(task, desk)
    volunteer = next((one for one in listed if one.id == task.proposed[number - 1]), None)
    if volunteer is None:
        gone = f"Number {number} of {referral.reference} is not a volunteer any more."
        return _next_nearest(gone, task, listed, referral, desk)
    refusal = may_not_assign(snapshot, referral, volunteer, desk)
    fault = why_not(volunteer, referral, desk.office.policy, desk.now)
    if refusal or fault:
        why = refusal or f"{volunteer.name} cannot be asked about {referral.reference}: {WHY_NOT[fault or '']}."
        return _next_nearest(why, task, listed, referral, desk)
    desk.offered.append(volunteer.id)
    actions: list[Action] = [settled(task, f"chose {number}", desk)]
    actions += settle(snapshot.open_tasks, (TaskReason.NEEDS_ASSIGNING,), "a volunteer was chosen", desk.staff.id)
    reasons = (f"approved by {desk.staff.id}", f"number {number} of {len(task.proposed)}")
    actions += make_offer(referral, volunteer, office=desk.office, now=desk.now, ids=desk.ids, reasons=reasons)
    return Outcome(tuple(actions), done=f"{volunteer.name} is asked about {referral.reference}.")


def _next_nearest(why: str, task: Task, listed: Sequence[Volunteer], referral: Referral, desk: Desk) -> Outcome:
    for number, volunteer_id in enumerate(task.proposed, start=1):
        for one in listed:
            if one.id == volunteer_id and why_not(one, referral, desk.office.policy, desk.now) is None:
                return Outcome(refused=f"{why} {one.name} still could: reply “{referral.reference} {number}”.")
    over = settled(task, "nobody on the list may any more", desk)
    others = (
        f"The next matching proposes others; “assign {referral.reference} to (a volunteer’s name)” asks somebody now."
    )
    return Outcome((over,), refused=f"{why} Nor can anybody else on that list. {others}")


def _listed(task: Task, desk: Desk) -> list[Volunteer]:
    """As they are now, with what this email has asked of them already."""
    return [desk.with_load(one) for one in desk.known.volunteers if one.id in task.proposed]


def _others_named(task: Task, referral: Referral, desk: Desk) -> list[Volunteer]:
    """Listed volunteers who stand in the words about this referral, when the first of the list does not."""
    digits = referral.reference.partition("-")[2]
    words = [one for one in _CLAUSES.split(desk.written) if digits in one or not re.search(r"\d{4,}", one)]
    listed = _listed(task, desk)
    named = [one for one in listed if any(re.search(rf"\b{re.escape(one.first_name)}\b", text) for text in words)]
    return [] if any(one.id == task.proposed[0] for one in named) else named


def _may_be_next(volunteer: Volunteer, task: Task, referral: Referral, desk: Desk) -> bool:
    free = desk.with_load(volunteer)
    return volunteer.id not in task.proposed and why_not(free, referral, desk.office.policy, desk.now) is None
