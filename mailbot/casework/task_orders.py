"""Answers to what staff were asked: yes, no, done, for R-…, new."""

from __future__ import annotations

from mailbot.casework.actions import (
    Action,
    MoveTo,
    OpenAgain,
    VolunteerReachable,
)
from mailbot.casework.offers import family_told
from mailbot.casework.orders import Desk, Outcome, settled, which_referral
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.referral_orders import close_referral
from mailbot.casework.snapshot import Snapshot, Task, TaskReason
from mailbot.reading.letter import StaffCommand

NOT_DONE_BY_A_WORD = frozenset({TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN})
WORRYING_TASKS = frozenset({TaskReason.CONFIRM_PERSON, TaskReason.WITHDRAWN, TaskReason.FAMILY_NOT_TOLD})


def done(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.task()
    if task is None:
        return Outcome(asked="Done with what? Please answer the email that asked for it.")
    if task.reason in WORRYING_TASKS:
        return Outcome(asked="This one needs a plain yes or no, or “close R-…, reason”.")
    if task.reason in NOT_DONE_BY_A_WORD:
        return Outcome(
            asked="Has somebody spoken to them? “called, 20 minutes” keeps the promise; “done” alone does not."
        )
    actions: list[Action] = [settled(task, "done", desk)]
    if task.reason is TaskReason.MAIL_BOUNCED and task.volunteer_id is not None:
        actions.append(VolunteerReachable(volunteer_id=task.volunteer_id))  # staff have put the address right
    return Outcome(tuple(actions), done="Thank you. It is off the list.")


def yes(command: StaffCommand, desk: Desk) -> Outcome:
    task, snapshot = desk.task(), desk.context
    if task is None or (snapshot.referral is None and task.reason is not TaskReason.OTHER_ADDRESS):
        return Outcome(asked="Yes to what? Please answer the email that asked for it.")
    referral = snapshot.referral
    off_the_list = settled(task, "yes", desk)
    if task.reason is TaskReason.CONFIRM_PERSON and referral and referral.stage is Stage.CONFIRMING:
        move = MoveTo(referral_id=referral.id, stage=Stage.WAITING, reason="confirmed by staff")
        return Outcome((move, off_the_list), done=f"{referral.reference} waits for a volunteer now.")
    if task.reason is TaskReason.FAMILY_NOT_TOLD and referral:
        told = family_told(snapshot, desk.office, desk.now, desk.ids)
        return Outcome((*told, off_the_list), done=f"The volunteer gets what is needed to call {referral.reference}.")
    if task.reason is TaskReason.OTHER_ADDRESS and task.letter_id is not None:
        again = OpenAgain(letter_id=task.letter_id, directed="theirs")
        return Outcome((again, off_the_list), done="The letter is taken as theirs, and what it says is done.")
    return Outcome(asked="A yes alone does not tell me what to do here. The email that you answer names the replies.")


def no(command: StaffCommand, desk: Desk) -> Outcome:
    task, snapshot = desk.task(), desk.context
    if task is None:
        return Outcome(asked="No to what? Please answer the email that asked for it.")
    if task.reason is TaskReason.CONFIRM_PERSON and snapshot.referral and not snapshot.open_concerns:
        closed = close_referral(snapshot, desk, command.text or "the person does not want it")
        return Outcome(tuple(closed), done=f"{snapshot.referral.reference} is closed. Nobody was written to.")
    if task.reason is TaskReason.OTHER_ADDRESS:
        return Outcome((settled(task, "no", desk),), done="Nothing was changed.")
    if task.reason is TaskReason.FAMILY_NOT_TOLD:
        return Outcome(done="The volunteer gets no number before the family knows. It stays on your list.")
    return Outcome(asked="A no alone does not tell me what to do here. The email that you answer names the replies.")


def join(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.task()
    found = desk.find(command)
    if task is None or task.letter_id is None:
        return Outcome(asked="Which letter belongs there? Please answer the email that asked.")
    if found is None or found.referral is None or not command.referral:
        return which_referral(command)
    if desk.context.referral and desk.context.referral.id != found.referral.id and _opened_by(task, desk.context):
        return _one_person(task, desk.context.referral, found.referral, desk)
    again = OpenAgain(letter_id=task.letter_id, directed=found.referral.reference)
    return Outcome(
        (again, settled(task, "joined", desk)), done=f"The letter belongs to {found.referral.reference} now."
    )


def new(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.task()
    if task is None or task.letter_id is None:
        return Outcome(asked="Which letter is a new person’s? Please answer the email that asked.")
    again = OpenAgain(letter_id=task.letter_id, directed="new")
    return Outcome((again, settled(task, "new person", desk)), done="The letter is taken as a new person’s.")


def _opened_by(task: Task, context: Snapshot) -> bool:
    """Was a referral of its own opened by the very letter that the task is about?"""
    return task.reason is TaskReason.WHICH_REFERRAL and context.referral is not None and task.referral_id is not None


def _one_person(task: Task, double: Referral, kept: Referral, desk: Desk) -> Outcome:
    """The same person wrote twice: the younger referral is closed, and the older keeps its place and its promise."""
    closed = close_referral(desk.context, desk, f"the same person as {kept.reference}")
    return Outcome(
        (*closed, settled(task, "one person", desk)),
        done=f"{double.reference} is closed: it is the same person as {kept.reference}, which goes on.",
    )
