"""What staff were asked, as lines of the digest: one for each reference, with the reply that deals with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mailbot.casework.asking.tasks import CHOICES
from mailbot.casework.snapshot import Task, TaskReason
from mailbot.casework.staff.digest.day import Day, called, may_be_asked_about
from mailbot.casework.touchpoints import DigestLine

ABOUT_CALLS = frozenset({TaskReason.CALL_NOT_REPORTED, TaskReason.NOT_REACHED})
ABOUT_LETTERS = frozenset(
    {
        TaskReason.UNCLEAR_LETTER, TaskReason.GROUP_REQUEST, TaskReason.VOLUNTEER_ENQUIRY, TaskReason.VOLUNTEER_LETTER,
        TaskReason.WHICH_REFERRAL, TaskReason.FORWARDED_LETTER, TaskReason.OTHER_ADDRESS,
        TaskReason.NOT_AUTHENTICATED, TaskReason.TOO_MUCH_MAIL, TaskReason.SET_ASIDE,
    }
)  # fmt: skip
NOT_AMONG_TASKS = frozenset(
    {TaskReason.HISTORY_RISK, TaskReason.MACHINE_TROUBLE, TaskReason.CONCERN_OPEN, TaskReason.PROPOSAL}
)

# Small letters first: a name at the beginning of a quoted line would be taken for the person's own.
TASK_WORDS: dict[TaskReason, str] = {
    TaskReason.UNCLEAR_LETTER: "a letter that we could not read for certain",
    TaskReason.GROUP_REQUEST: "somebody asks about the online group",
    TaskReason.VOLUNTEER_ENQUIRY: "somebody would like to volunteer",
    TaskReason.VOLUNTEER_LETTER: "a volunteer wrote something that needs a person",
    TaskReason.CONFIRM_PERSON: "somebody else wrote; does the person want our calls?",
    TaskReason.WHICH_REFERRAL: "a letter; whose is it?",
    TaskReason.SAME_NUMBER: "the same number as somebody else’s; one person or two?",
    TaskReason.FORWARDED_LETTER: "a letter that you passed on",
    TaskReason.ESSENTIALS_MISSING: "number or times still missing, asked twice",
    TaskReason.NEEDS_ASSIGNING: "still has no volunteer",
    TaskReason.PROMISE_AMBER: "two days left, no call yet",
    TaskReason.STAFF_CALL: "one day left; please make the call",
    TaskReason.PROMISE_BROKEN: "the week is over, no call yet",
    TaskReason.FAMILY_NOT_TOLD: "the family may not know who will call",
    TaskReason.CALL_NOT_REPORTED: "the volunteer has not said whether they spoke",
    TaskReason.NOT_REACHED: "the volunteer tried, and nobody answered",
    TaskReason.OTHER_ADDRESS: "a good answer, from an address we do not know",
    TaskReason.MAIL_BOUNCED: "our email came back",
    TaskReason.COMPLAINT: "our email was marked as junk",
    TaskReason.WITHDRAWN: "asked us to stop; please close it kindly",
    TaskReason.NOT_AUTHENTICATED: "may not be from the sender it names; not answered",
    TaskReason.TOO_MUCH_MAIL: "an automatic answer was held back: too many went out",
    TaskReason.SET_ASIDE: "a letter that could not be opened",
    TaskReason.POSSIBLE_CONFLICT: "volunteer and family may know each other",
    TaskReason.LADDER_STUCK: "we could not go on by ourselves; please look",
    TaskReason.VOLUNTEER_JOINING: "a new volunteer told their dates; are they right?",
    TaskReason.JOINING_SILENT: "somebody who would like to volunteer has not answered",
    TaskReason.JOINING_CONFLICT: "a new volunteer’s address is known to us already; shall they join?",
    TaskReason.ACKNOWLEDGEMENT_FAILED: "our first answer did not reach this person",
}

GRAVEST_FIRST = (
    TaskReason.PROMISE_BROKEN, TaskReason.STAFF_CALL, TaskReason.PROMISE_AMBER, TaskReason.WITHDRAWN,
    TaskReason.FAMILY_NOT_TOLD, TaskReason.NOT_REACHED, TaskReason.NEEDS_ASSIGNING, TaskReason.CONFIRM_PERSON,
)  # fmt: skip
BY_ASSIGNING = frozenset({TaskReason.NEEDS_ASSIGNING, TaskReason.PROMISE_AMBER, TaskReason.POSSIBLE_CONFLICT})
ONLY_THERE = "Please answer the email that asked."  # where no reply to the digest deals with it
BY_A_CALL = ABOUT_CALLS | {TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN}


def task_line(day: Day, group: Sequence[Task]) -> DigestLine:
    """All that is asked about one reference: the gravest in words, the others counted."""
    first = min(group, key=_gravity)
    words = _in_words(first)
    more = f" (and {len(group) - 1} more)" if len(group) > 1 else ""
    told, reply = _with(day, first, words + more), _reply(day, first)
    return DigestLine(first.reference, told if reply else f"{told} {ONLY_THERE}", reply)


def gravest_first(day: Day, groups: Iterable[Sequence[Task]]) -> list[Sequence[Task]]:
    """The reader's own before the others'."""
    return sorted(
        groups, key=lambda group: (all(one.assigned_to != day.own for one in group), min(map(_gravity, group)))
    )


def tasks_without_a_name(day: Day, tasks: Iterable[Task]) -> Iterator[DigestLine]:
    """About neither a referral nor a letter (a volunteer's email came back, say): only the email that asked knows."""
    names = {one.id: one.name for one in day.report.volunteers}
    for one in tasks:
        if not one.reference:
            words = _in_words(one)
            asked = f"{_with(day, one, words)} {ONLY_THERE}"
            yield DigestLine(names.get(one.volunteer_id or 0, ""), asked)


def _in_words(task: Task) -> str:
    return TASK_WORDS.get(task.reason, task.reason.value.replace("_", " "))


def _with(day: Day, task: Task, words: str) -> str:
    whose = f"ith {day.who(task.assigned_to)} {day.since(task.asked_at)}."
    return f"{words} W{whose}" if words.endswith("?") else f"{words}; w{whose}"


def _gravity(task: Task) -> tuple[int, int]:
    grave = GRAVEST_FIRST.index(task.reason) if task.reason in GRAVEST_FIRST else len(GRAVEST_FIRST)
    return grave, task.id


def _reply(day: Day, task: Task) -> str:
    name, referral = task.reference, day.referrals.get(task.referral_id or 0)
    if referral:
        if task.reason in BY_ASSIGNING and may_be_asked_about(referral):
            return day.assign(referral)
        if task.reason in BY_A_CALL:
            return called(referral.id)
        if task.reason is TaskReason.WITHDRAWN and not referral.frozen:
            return f"close {name}, they asked us to stop"
    word = CHOICES[task.reason][0].partition(" (")[0]
    alone = sum(1 for one in day.report.tasks if one.reference == name) == 1  # else the word would be asked back
    if alone and (word == "done" or (word == "yes" and referral)):
        return f"{word} {name}"
    return f"show {name}" if referral else ""
