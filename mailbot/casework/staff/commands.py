"""What staff may order in a reply: a verb, its order, and the words of help."""

from __future__ import annotations

from collections.abc import Callable

from mailbot.casework.day_words import dated, day_words
from mailbot.casework.staff.order import Desk, Outcome
from mailbot.casework.staff.orders import (
    concerns,
    erasing,
    halting,
    letters,
    newcomers,
    proposals,
    referrals,
    reports,
    stopping,
    tasks,
    volunteers,
)
from mailbot.reading.letter import StaffCommand, Verb


def carry_out(command: StaffCommand, desk: Desk) -> Outcome:
    """Do it, refuse it with the reason and the nearest possible thing, or ask back. Never on a guess."""
    return VERBS[command.verb](command, desk)


def describe(command: StaffCommand) -> str:
    """The command in a line, for the confirmation that is asked by a fresh token."""
    parts = [command.verb.value.replace("_", " "), command.referral or ""]
    if command.volunteer:
        parts += ["to" if command.verb is Verb.ASSIGN else "", command.volunteer]
    if command.address:
        parts.append(command.address)
    for one in command.credentials:
        parts.append(f"{one.kind} until {dated(one.until)}" if one.until else one.kind)
    if command.until:
        parts.append(f"until {day_words(command.until)}")
    if command.number:
        parts.append(f"number {command.number}" if command.number > 0 else "the last")
    if command.minutes:
        parts.append(f"{command.minutes} minutes")
    line = " ".join(part for part in parts if part)
    told = command.text if command.verb in (Verb.REPLY, Verb.BEFRIENDING, Verb.NEW) else None
    return f"{line}: {told}" if told else line


def _help(command: StaffCommand, desk: Desk) -> Outcome:
    return Outcome(done="You can write, in a reply to any of my emails:", more=HELP)


VERBS: dict[Verb, Callable[[StaffCommand, Desk], Outcome]] = {
    Verb.ASSIGN: referrals.assign,
    Verb.APPROVE: proposals.approve,
    Verb.CHOOSE: proposals.choose,
    Verb.CLOSE: referrals.close,
    Verb.HOLD: referrals.hold,
    Verb.NOTE: referrals.note,
    Verb.SHOW: referrals.show,
    Verb.LIST_VOLUNTEERS: referrals.list_volunteers,
    Verb.SEEN: concerns.seen,
    Verb.RESOLVE_RISK: concerns.resolve,
    Verb.CALLED: referrals.called,
    Verb.DONE: tasks.done,
    Verb.YES: tasks.yes,
    Verb.NO: tasks.no,
    Verb.JOIN: tasks.join,
    Verb.NEW: tasks.new,
    Verb.BEFRIENDING: letters.befriending,
    Verb.GROUP: letters.group,
    Verb.IGNORE: letters.ignore,
    Verb.REPLY: letters.reply,
    Verb.REOPEN: referrals.reopen,
    Verb.ADD_VOLUNTEER: newcomers.add_volunteer,
    Verb.CREDENTIAL: newcomers.credential,
    Verb.PAUSE_VOLUNTEER: volunteers.pause,
    Verb.UNPAUSE_VOLUNTEER: volunteers.unpause,
    Verb.REPORT: reports.report,
    Verb.ERASE: erasing.erase,
    Verb.CANCEL: stopping.cancel,
    Verb.PAUSE_EVERYTHING: halting.pause_everything,
    Verb.RESUME_EVERYTHING: halting.resume_everything,
    Verb.HELP: _help,
}

HELP = (
    "assign R-1042 to Ben Hale",
    "approve R-1042",
    "close R-1042, moved away",
    "hold R-1042 until 7 April",
    "note R-1042: what to remember",
    "show R-1042",
    "reopen R-1042",
    "called R-1042, 20 minutes",
    "seen",
    "resolved R-1042: what was done",
    "list volunteers",
    "add volunteer Sam Reed sam@example.org",
    "dbs Ben Hale 2028-05-04",
    "pause Ben Hale until 1 May",
    "unpause Ben Hale",
    "report for March",
    "report letters",
    "erase R-1042",
    "cancel E-17",
    "pause everything",
    "resume everything",
    "befriending, (number, name, times)",
    "group",
    "for R-1042",
    "new, (number, name, times)",
    "ignore",
    "reply: (your words to them)",
    "ok, 2 or none of these, in answer to a proposal",
    "yes, no or done, in answer to a question",
)
