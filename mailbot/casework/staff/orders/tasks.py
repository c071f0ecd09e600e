"""Answers to what staff were asked: yes, no, done, for R-…, new."""

from __future__ import annotations

from mailbot.casework.actions import (
    Action,
    Hold,
    MoveTo,
    OpenAgain,
    VolunteerReachable,
)
from mailbot.casework.asking.tasks import offers
from mailbot.casework.mails.not_sent import send_after_all
from mailbot.casework.matching.introductions import family_told
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import Task, TaskReason
from mailbot.casework.staff.order import Desk, Outcome, has_a_concern, settled, which_referral
from mailbot.casework.staff.orders.letters import open_as_new
from mailbot.casework.staff.orders.newcomers import ABOUT_JOINING
from mailbot.casework.staff.orders.newcomers import no as no_to_joining
from mailbot.casework.staff.orders.newcomers import yes as yes_to_joining
from mailbot.casework.staff.orders.proposals import approve, is_about_a_proposal, refuse
from mailbot.casework.staff.orders.referrals import close_referral
from mailbot.reading.letter import StaffCommand

NOT_DONE_BY_A_WORD = frozenset({TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN})
WORRYING_TASKS = frozenset(
    {
        TaskReason.NUMBER_NOT_SENT,
        TaskReason.CONFIRM_PERSON,
        TaskReason.WITHDRAWN,
        TaskReason.FAMILY_NOT_TOLD,
        TaskReason.JOINING_CONFLICT,
    }
)


def done(command: StaffCommand, desk: Desk) -> Outcome:
    task, _ = desk.asked(command)
    if task is None:
        return Outcome(asked="Done with what? Please answer the email that asked for it.")
    if task.reason is TaskReason.VOLUNTEER_JOINING:
        return Outcome(
            asked="Which dates are right? “confirm all”, or “dbs 2028-05-04”; or “no” when they do not join."
        )
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
    if is_about_a_proposal(desk):
        return approve(command, desk)
    task, snapshot = desk.asked(command)
    if task and task.reason in ABOUT_JOINING:
        return yes_to_joining(task, desk)
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
    after_all = send_after_all(snapshot, desk.office, desk.now, desk.ids)
    if task.reason is TaskReason.NUMBER_NOT_SENT and after_all:
        return Outcome((*after_all, off_the_list), done="The volunteer gets the number after all.")
    if task.reason is TaskReason.OTHER_ADDRESS and task.letter_id is not None:
        again = OpenAgain(letter_id=task.letter_id, directed="theirs")
        return Outcome((again, off_the_list), done="The letter is taken as theirs, and what it says is done.")
    return Outcome(asked="A yes alone does not tell me what to do here. The email that you answer names the replies.")


def no(command: StaffCommand, desk: Desk) -> Outcome:
    if is_about_a_proposal(desk):
        return refuse(command, desk)
    task, snapshot = desk.asked(command)
    if task is None:
        return Outcome(asked="No to what? Please answer the email that asked for it.")
    if task.reason in ABOUT_JOINING:
        return no_to_joining(task, desk)
    if task.reason is TaskReason.CONFIRM_PERSON and snapshot.referral and not snapshot.open_concerns:
        closed = close_referral(snapshot, desk, command.text or "the person does not want it")
        return Outcome(tuple(closed), done=f"{snapshot.referral.reference} is closed. Nobody was written to.")
    if task.reason is TaskReason.OTHER_ADDRESS:
        return Outcome((settled(task, "no", desk),), done="Nothing was changed.")
    if task.reason is TaskReason.FAMILY_NOT_TOLD:
        return Outcome(done="The volunteer gets no number before the family knows. It stays on your list.")
    return Outcome(asked="A no alone does not tell me what to do here. The email that you answer names the replies.")


def join(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.open_task
    found = desk.find(command)
    if task is None or task.letter_id is None or not offers(task.reason, "for "):
        return Outcome(asked="Which letter belongs there? Please answer the email that asked for it.")
    if found is None or found.referral is None or not command.referral:
        return which_referral(command)
    if task.reason is TaskReason.SAME_NUMBER:
        return _one_person(task, found.referral, desk)
    again = OpenAgain(letter_id=task.letter_id, directed=found.referral.reference)
    line = f"The letter belongs to {found.referral.reference} now."
    return Outcome((again, settled(task, "joined", desk)), done=line)


def new(command: StaffCommand, desk: Desk) -> Outcome:
    task = desk.open_task
    if task is None or task.letter_id is None or not offers(task.reason, "new"):
        return Outcome(asked="Which letter is a new person’s? Please answer the email that asked for it.")
    if task.reason is TaskReason.SAME_NUMBER and task.referral_id is not None:
        free = Hold(referral_id=task.referral_id, until=None)
        return Outcome(
            (free, settled(task, "two people", desk)), done="They are two people. A volunteer is looked for."
        )
    return open_as_new(command, task, desk)


def _one_person(task: Task, kept: Referral, desk: Desk) -> Outcome:
    """The same person wrote twice: the younger referral is closed, and the older keeps its place and its promise."""
    double = desk.context.referral
    if double is None or double.id == kept.id:
        return Outcome(asked="With which other reference is it one person? “for R-…”")
    if desk.context.open_concerns:
        return Outcome(refused=has_a_concern(double.reference))
    closed = close_referral(desk.context, desk, f"the same person as {kept.reference}")
    return Outcome(
        (*closed, settled(task, "one person", desk)),
        done=f"{double.reference} is closed: it is the same person as {kept.reference}, which goes on.",
    )
