"""Asking staff: a task with a named person, its email and its ladder (rows 2, 3 and 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, AskStaff, Climb, EscalateTask, MakePromise, Settle, SettleTask
from mailbot.casework.asking.letters_shown import beside, whole
from mailbot.casework.people import StaffMember, Volunteer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import Ids, Office, Snapshot, Task, TaskReason
from mailbot.casework.timetable import add_working_hours
from mailbot.casework.touchpoints import MatchProposed, Proposed, StaffTask
from mailbot.clock import london
from mailbot.reading.letter import Letter

WORKING_DAY_HOURS = 8

REPLY = "reply: (your words to them)"

# The replies that deal with each, in words; {reference} and {volunteer} are filled in.
CHOICES: dict[TaskReason, tuple[str, ...]] = {
    TaskReason.UNCLEAR_LETTER: (  # the first is what the digest proposes
        "done", "befriending, (number, name, times)", "for R-… (the reference it belongs to)", "new (somebody else)",
        "group (the online group)", "ignore (nothing goes to them)", REPLY,
    ),
    TaskReason.GROUP_REQUEST: ("done", REPLY, "befriending, (number, name, times)", "ignore (nothing goes to them)"),
    TaskReason.VOLUNTEER_ENQUIRY: (
        "done", REPLY, "befriending, (number, name, times)", "ignore (nothing goes to them)",
    ),
    TaskReason.VOLUNTEER_LETTER: ("done", REPLY),
    TaskReason.CONFIRM_PERSON: ("yes (they want it)", "no (they do not)", REPLY),
    TaskReason.WHICH_REFERRAL: ("for R-… (the reference it belongs to)", "new (somebody else)", REPLY, "done"),
    TaskReason.SAME_NUMBER: ("for R-… (they are one person)", "new (they are two people)"),
    TaskReason.FORWARDED_LETTER: ("done",),
    TaskReason.ESSENTIALS_MISSING: ("done", "close {reference}, reason"),
    TaskReason.PROPOSAL: ("ok", "no", "assign {reference} to (a volunteer's name)"),
    TaskReason.NEEDS_ASSIGNING: ("assign {reference} to (a volunteer's name)", "called, 20 minutes"),
    TaskReason.PROMISE_AMBER: ("assign {reference} to (a volunteer's name)", "called, 20 minutes"),
    TaskReason.STAFF_CALL: ("called, 20 minutes",),
    TaskReason.PROMISE_BROKEN: ("called, 20 minutes", "close {reference}, reason"),
    TaskReason.FAMILY_NOT_TOLD: ("yes (the family knows)", "no (they do not)"),
    TaskReason.CALL_NOT_REPORTED: ("called, 20 minutes", "done"),
    TaskReason.NOT_REACHED: ("called, 20 minutes", "close {reference}, reason", "done"),
    TaskReason.OTHER_ADDRESS: ("yes (do as they say)", "no"),
    TaskReason.MAIL_BOUNCED: ("done",),
    TaskReason.COMPLAINT: ("done",),
    TaskReason.WITHDRAWN: ("close {reference}, reason", "reopen {reference} (it goes on after all)"),
    TaskReason.NOT_AUTHENTICATED: (
        "done", "new (it is real, and they would like the calls)", "ignore (nothing goes to them)",
    ),
    TaskReason.TOO_MUCH_MAIL: ("done", REPLY),
    TaskReason.SET_ASIDE: ("done",),
    TaskReason.HISTORY_RISK: ("done",),
    TaskReason.POSSIBLE_CONFLICT: ("done", "assign {reference} to (another volunteer's name)"),
    TaskReason.CONCERN_OPEN: ("resolved {reference}: what was done",),
    TaskReason.LADDER_STUCK: ("done",),
    TaskReason.MACHINE_TROUBLE: ("done",),
    TaskReason.ACKNOWLEDGEMENT_FAILED: ("done",),
    TaskReason.NOT_SENT: ("done",),
    TaskReason.NUMBER_NOT_SENT: (
        "yes (send the number after all)", "assign {reference} to (another volunteer's name)", "called, 20 minutes",
    ),
    TaskReason.REPLY_NOT_SENT: ("done",),
    TaskReason.VOLUNTEER_JOINING: ("confirm all", "confirm dbs, safeguarding", "dbs 2028-05-04", "no (not now)"),
    TaskReason.JOINING_SILENT: ("yes (write again)", "no (not now)", "done"),
    TaskReason.JOINING_CONFLICT: ("yes (write to them)", "no (do not)"),
}  # fmt: skip


NEEDS_A_CALL = frozenset(
    {
        TaskReason.CONFIRM_PERSON, TaskReason.ESSENTIALS_MISSING, TaskReason.NEEDS_ASSIGNING, TaskReason.PROMISE_AMBER,
        TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN, TaskReason.FAMILY_NOT_TOLD, TaskReason.NOT_REACHED,
        TaskReason.CALL_NOT_REPORTED, TaskReason.NUMBER_NOT_SENT, TaskReason.WITHDRAWN,
        TaskReason.ACKNOWLEDGEMENT_FAILED,
    }
)  # fmt: skip


def ask_staff(
    reason: TaskReason,
    *,
    office: Office,
    ids: Ids,
    now: datetime,
    referral: Referral | None = None,
    letter_id: int | None = None,
    letter: str = "",
    shown: Letter | None = None,
    with_it: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    volunteer: Volunteer | None = None,
    offer_id: int | None = None,
    match_id: int | None = None,
    role: str = "coordinator",
    unless_open: Iterable[Task] = (),
) -> list[Action]:
    """The task, its promise (4 working hours, then the lead) and the email to one named person.

    ``shown``: the letter that they are to read whole; it goes only to somebody who may. Nothing when the same is asked
    already in one of the tasks ``unless_open``.
    """
    if any(one.reason is reason for one in unless_open):
        return []
    letter, with_it = (whole(shown), beside(shown)) if shown else (letter, with_it)
    able = _able(role, _holds_words(letter, letter_id, facts), office, now)
    if referral and reason in NEEDS_A_CALL:
        facts = (*contact(referral), *facts)
    task_id = ids.new(Entity.TASK)
    member = able[task_id % len(able)]
    task = Task(
        id=task_id,
        reason=reason,
        asked_at=now,
        assigned_to=member.id,
        referral_id=referral.id if referral else None,
        letter_id=letter_id,
        volunteer_id=volunteer.id if volunteer else None,
        offer_id=offer_id,
        match_id=match_id,
        letter=letter,
        facts=facts,
        with_it=with_it,
    )
    due = add_working_hours(now, office.policy.staff_task_working_hours, office.policy)
    about = About(Entity.TASK, task_id)
    return [
        AskStaff(task=task),
        MakePromise(
            kind=PromiseKind.STAFF_TASK, about=about, due_at=due, next_step_at=due, referral_id=task.referral_id
        ),
        to_staff(
            _words(task, member, referral, volunteer, escalated=False),
            member=member,
            about=about,
            ids=ids,
            now=now,
            referral_id=task.referral_id,
            letter_id=letter_id,
        ),
    ]


def proposed_in(line: str) -> Proposed:
    """A proposal's fact, "Ben Hale: why", taken apart."""
    name, _, why = line.partition(": ")
    return Proposed(name, why)


def _holds_words(letter: str, letter_id: int | None, facts: Sequence[str]) -> bool:
    """Does the task hold a letter, or what was understood of one, which quotes the words that it rests on?"""
    return bool(letter) or (letter_id is not None and bool(facts))


def _able(role: str, holds_words: bool, office: Office, now: datetime) -> Sequence[StaffMember]:
    """Whom the task may go to: with somebody's words in it, only those who may read them."""
    day = london(now).date()
    readers = office.roster.readers(role, day) if holds_words else ()
    return readers or office.roster.having(role, day) or office.roster.members


def contact(referral: Referral) -> tuple[str, ...]:
    """How staff reach the person by telephone: in a task's own email only, never in a digest."""
    name = (f"name: {referral.name}",) if referral.name else ()
    may = tuple(f"may be called on {number}" for number in referral.phones)
    return (*name, *may, *(f"never call {number}" for number in referral.phones_forbidden))


def settle(tasks: Iterable[Task], reasons: Collection[TaskReason], outcome: str, by: str = "mailbot") -> list[Action]:
    """What those tasks asked for has happened: nobody need be reminded of it."""
    return [SettleTask(task_id=one.id, outcome=outcome, by=by) for one in tasks if one.reason in reasons]


def climb(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Row 3's silence: the lead, and again every other working day for as long as nobody answers."""
    task, promise = snapshot.task, snapshot.promise
    if promise is None:
        return []
    if task is None or task.settled_at:
        return [Settle(kind=PromiseKind.STAFF_TASK, about=promise.about, outcome="settled")]
    leads = _able("lead", _holds_words(task.letter, task.letter_id, task.facts), office, now)
    lead = leads[task.escalated % len(leads)]
    next_step = add_working_hours(now, 2 * WORKING_DAY_HOURS, office.policy)
    return [
        EscalateTask(task_id=task.id, assigned_to=lead.id),
        to_staff(
            _words(task, lead, snapshot.referral, snapshot.volunteer, escalated=True),
            member=lead,
            about=promise.about,
            ids=ids,
            now=now,
            occurrence=f"lead-{promise.step + 1}",
            referral_id=task.referral_id,
            letter_id=task.letter_id,
        ),
        Climb(kind=PromiseKind.STAFF_TASK, about=promise.about, step=promise.step + 1, next_step_at=next_step),
    ]


def offers(reason: TaskReason, word: str) -> bool:
    """Does the email that asked name a reply that begins with this word?"""
    return any(choice.startswith(word) for choice in CHOICES[reason])


def choices_for(reason: TaskReason, referral: Referral | None) -> tuple[str, ...]:
    reference = referral.reference if referral else "R-…"
    return tuple(choice.format(reference=reference) for choice in CHOICES[reason])


def _words(
    task: Task, member: StaffMember, referral: Referral | None, volunteer: Volunteer | None, *, escalated: bool
) -> StaffTask | MatchProposed:
    at_stake = referral is not None and referral.is_open and referral.first_contact_at is None
    if task.reason is TaskReason.PROPOSAL and referral is not None:
        return MatchProposed(
            first_name=member.first_name,
            reference=referral.reference,
            due_at=referral.due_at if at_stake else None,
            proposed=tuple(proposed_in(line) for line in task.facts),
            escalated=escalated,
        )
    may_read = member.may_read_concerns or not _holds_words(task.letter, task.letter_id, task.facts)
    return StaffTask(
        first_name=member.first_name,
        reason=task.reason.value,
        reference=referral.reference if referral else "",
        due_at=referral.due_at if referral and at_stake else None,
        volunteer_name=volunteer.name if volunteer else "",
        choices=choices_for(task.reason, referral),
        facts=task.facts if may_read else (),
        letter=task.letter if may_read else "",
        with_it=task.with_it if may_read else (),
        kept_back=bool(task.letter) and not may_read,
        escalated=escalated,
    )
