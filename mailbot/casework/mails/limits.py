"""Per-sender and global limits on automatic mail: they end any loop (never 5), and a person is told once."""

from __future__ import annotations

from datetime import datetime

from mailbot.casework.about import Entity
from mailbot.casework.actions import Action, AskStaff, MakePromise, Send
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.people import Party
from mailbot.casework.snapshot import Ids, Office, Snapshot, TaskReason
from mailbot.casework.touchpoints import CommandDone

STAFF_TIMES = 5  # what staff get of us in a day, in times of what one address of the public may

MERELY_READ = frozenset(
    {
        TaskReason.UNCLEAR_LETTER, TaskReason.VOLUNTEER_ENQUIRY, TaskReason.GROUP_REQUEST, TaskReason.NOT_AUTHENTICATED,
    }
)  # fmt: skip


def within_limits(
    actions: list[Action], snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:  # fmt: skip
    """The same actions without the automatic answers that would go over a limit."""
    policy = office.policy
    if snapshot.tasks_for_sender >= policy.tasks_for_one_sender_a_day:
        actions = only_listed(actions)
    over_sender = snapshot.automatic_to_sender >= policy.automatic_to_one_address_a_day
    over_all = snapshot.automatic_to_public >= policy.automatic_to_public_an_hour
    if not (over_sender or over_all):
        return actions
    kept = [one for one in actions if not _is_automatic_answer(one)]
    if len(kept) == len(actions) or snapshot.too_much_told:
        return kept
    return kept + ask_staff(
        TaskReason.TOO_MUCH_MAIL, office=office, ids=ids, now=now, referral=snapshot.referral,
        letter_id=snapshot.letter_id,
    )  # fmt: skip


def staff_within_limits(
    actions: list[Action], snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """The same of a letter that seems to be from staff, and proves nothing or orders nothing: somebody else may be
    writing in their name, or a machine of theirs answers ours. They get much mail from us anyway."""
    policy = office.policy
    if snapshot.tasks_for_sender >= policy.tasks_for_one_sender_a_day:
        actions = only_listed(actions)
    if snapshot.automatic_to_sender < STAFF_TIMES * policy.automatic_to_one_address_a_day:
        return actions
    kept = [one for one in actions if not (isinstance(one, Send) and isinstance(one.touchpoint, CommandDone))]
    if len(kept) == len(actions) or snapshot.too_much_told:
        return kept
    return kept + ask_staff(
        TaskReason.TOO_MUCH_MAIL, office=office, ids=ids, now=now, letter_id=snapshot.letter_id, role="lead"
    )


def _is_automatic_answer(action: Action) -> bool:
    return isinstance(action, Send) and action.answers_letter is not None and action.to.party is not Party.STAFF


def only_listed(actions: list[Action]) -> list[Action]:
    """Tasks that merely ask for a look, without an email or a ladder of their own: the digest lists them."""
    quiet = {one.task.id for one in actions if isinstance(one, AskStaff) and one.task.reason in MERELY_READ}

    def is_loud(action: Action) -> bool:
        return (
            isinstance(action, Send | MakePromise) and action.about.entity is Entity.TASK and action.about.id in quiet
        )

    return [one for one in actions if not is_loud(one)]
