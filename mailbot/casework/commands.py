"""What staff may order in a reply: a verb, its order, and the words of help."""

from __future__ import annotations

from collections.abc import Callable

from mailbot.casework import (
    concern_orders,
    erase_orders,
    halting,
    letter_orders,
    newcomer_orders,
    proposal_orders,
    referral_orders,
    report_orders,
    stopping,
    task_orders,
    volunteer_orders,
)
from mailbot.casework.orders import Desk, Outcome
from mailbot.reading.letter import StaffCommand, Verb


def carry_out(command: StaffCommand, desk: Desk) -> Outcome:
    """Do it, refuse it with the reason and the nearest possible thing, or ask back. Never on a guess."""
    return VERBS.get(command.verb, _not_yet)(command, desk)


def describe(command: StaffCommand) -> str:
    """The command in a line, for the confirmation that is asked by a fresh token."""
    parts = [command.verb.value.replace("_", " "), command.referral or ""]
    if command.volunteer:
        parts += ["to" if command.verb is Verb.ASSIGN else "", command.volunteer]
    if command.address:
        parts.append(command.address)
    for one in command.credentials:
        parts.append(f"{one.kind} until {one.until:%-d %B %Y}" if one.until else one.kind)
    if command.until:
        parts.append(f"until {command.until:%-d %B}")
    if command.number:
        parts.append(f"number {command.number}" if command.number > 0 else "the last")
    if command.minutes:
        parts.append(f"{command.minutes} minutes")
    line = " ".join(part for part in parts if part)
    told = command.text if command.verb in (Verb.REPLY, Verb.BEFRIENDING, Verb.NEW) else None
    return f"{line}: {told}" if told else line


def _help(command: StaffCommand, desk: Desk) -> Outcome:
    return Outcome(done="You can write, in a reply to any of my emails:", more=HELP)


def _not_yet(command: StaffCommand, desk: Desk) -> Outcome:
    return Outcome(
        refused=f"“{command.verb.value.replace('_', ' ')}” cannot be done by email yet. Nothing was changed. "
        "“help” names what can."
    )


VERBS: dict[Verb, Callable[[StaffCommand, Desk], Outcome]] = {
    Verb.ASSIGN: referral_orders.assign,
    Verb.APPROVE: proposal_orders.approve,
    Verb.CHOOSE: proposal_orders.choose,
    Verb.CLOSE: referral_orders.close,
    Verb.HOLD: referral_orders.hold,
    Verb.NOTE: referral_orders.note,
    Verb.SHOW: referral_orders.show,
    Verb.LIST_VOLUNTEERS: referral_orders.list_volunteers,
    Verb.SEEN: concern_orders.seen,
    Verb.RESOLVE_RISK: concern_orders.resolve,
    Verb.CALLED: referral_orders.called,
    Verb.DONE: task_orders.done,
    Verb.YES: task_orders.yes,
    Verb.NO: task_orders.no,
    Verb.JOIN: task_orders.join,
    Verb.NEW: task_orders.new,
    Verb.BEFRIENDING: letter_orders.befriending,
    Verb.GROUP: letter_orders.group,
    Verb.IGNORE: letter_orders.ignore,
    Verb.REPLY: letter_orders.reply,
    Verb.REOPEN: referral_orders.reopen,
    Verb.ADD_VOLUNTEER: newcomer_orders.add_volunteer,
    Verb.CREDENTIAL: newcomer_orders.credential,
    Verb.PAUSE_VOLUNTEER: volunteer_orders.pause,
    Verb.UNPAUSE_VOLUNTEER: volunteer_orders.unpause,
    Verb.REPORT: report_orders.report,
    Verb.ERASE: erase_orders.erase,
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
    "ignore",
    "reply: (your words to them)",
    "yes, no or done, in answer to a question",
)
