"""The digest's first lines: worries for a person, promises that break, and whether the machine is well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import Concern, TaskReason
from mailbot.casework.staff.digest.day import Day, called
from mailbot.casework.touchpoints import DigestLine
from mailbot.clock import london

INBOX_UNSEEN_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Breaking:
    """Promises of a first conversation: how many are broken, break today, break until the day of the next digest."""

    broken: int
    today: int
    later: int


def unanswered(day: Day) -> list[str]:
    """The references of worries that nobody has answered, the urgent and the oldest first."""
    waiting = sorted(
        (one for one in day.report.concerns if one.seen_at is None), key=lambda one: (not one.urgent, one.opened_at)
    )
    return list(dict.fromkeys(one.reference for one in waiting))


def worries(day: Day) -> Iterator[DigestLine]:
    """Those that nobody has answered, then those that somebody has and that are not resolved."""
    by_name: dict[str, list[Concern]] = {}
    for one in sorted(day.report.concerns, key=lambda concern: concern.opened_at):
        by_name.setdefault(one.reference, []).append(one)
    open_ = unanswered(day)
    for name in open_:
        mine = [one for one in by_name[name] if one.seen_at is None]
        pages = sum(one.paged for one in mine)
        alerts = f"{pages} alert{'' if pages == 1 else 's'} {day.since(mine[0].opened_at)}"
        urgent = "urgent; " if any(one.urgent for one in mine) else ""
        yield DigestLine(name, f"{urgent}nobody has answered, {alerts}.", f"seen {name}")
    for name, concerns in by_name.items():
        if name not in open_ and (seen := concerns[0]).seen_at:
            who = day.who(seen.seen_by or "")
            yield DigestLine(name, f"with {who} {day.since(seen.seen_at)}, not resolved.", f"resolved {name}: …")


def old_worries(day: Day) -> Iterator[DigestLine]:
    """Letters of before the service started: no alert went out, so this list is all that tells of them."""
    for one in sorted(day.report.tasks, key=lambda task: task.id):
        if one.reason is TaskReason.HISTORY_RISK:
            name = one.reference
            yield DigestLine(name, "an old letter; please read it in the mailbox.", f"done {name}")


def ill(day: Day) -> list[str]:
    """What is wrong with the machine, worst first; empty when it is well."""
    report = day.report
    faults: list[str] = []
    if report.last_look_at is None or day.now - report.last_look_at > INBOX_UNSEEN_FOR:
        last = day.when(report.last_look_at) if report.last_look_at else "never"
        faults.append(f"The inbox was last looked at {last}. New letters may be waiting there.")
    counts = (
        (report.set_aside, "Letters that could not be opened and are set aside"),
        (report.without_outcome, "Letters on the server without an outcome yet"),
        (report.gaps, "Letters that somebody moved or deleted before they were read"),
        (report.unsent, "Our emails that should have gone and have not"),
        (report.uncertain, "Our emails that may or may not have arrived"),
        (report.refused_since, f"Our emails that were refused {day.since(day.span.since)}"),
    )  # fmt: skip
    faults += [f"{words}: {count}." for count, words in counts if count]
    told = [one for one in report.tasks if one.reason is TaskReason.MACHINE_TROUBLE]
    faults += [f"Trouble with the mail service itself, told to {day.who(one.assigned_to)}." for one in told[:1]]
    return faults


def machine(day: Day) -> Iterator[DigestLine]:
    """Whether it is well; no reply mends a machine, so a command stands there for whoever keeps it."""
    faults, report = ill(day), day.report
    for one in faults:
        yield DigestLine("", one)
    if faults:
        yield DigestLine("", "For whoever keeps the machine: “mailbot check” and “mailbot status” say more.")
    elif report.last_look_at:
        looked = day.when(report.last_look_at)
        yield DigestLine("", f"Well. Inbox last looked at {looked}; nothing unsent, uncertain or set aside.")
    yield DigestLine("", _letters(day))


def _letters(day: Day) -> str:
    report = day.report
    others = ((report.machines_since, "from machines"), (report.spam_since, "unwanted"))
    of_them = ", ".join(f"{count} {words}" for count, words in others if count)
    came = (
        f"{report.letters_since or 'No'} letter{'' if report.letters_since == 1 else 's'} {day.since(day.span.since)}"
    )
    waiting = f" {report.waiting_to_be_opened} to be opened." if report.waiting_to_be_opened else ""
    by_hand = f" {report.answered_by_hand} answered from the mailbox itself." if report.answered_by_hand else ""
    return f"{came}{f': {of_them}' if of_them else ''}.{waiting}{by_hand}"


def breaking(day: Day) -> list[Referral]:
    """Whose first conversation is overdue, or due until the day of the next digest; the longest overdue first."""
    last = day.next_digest_on
    soon = [
        one
        for one in day.report.referrals
        if one.first_contact_at is None
        and one.withdrawn_at is None
        and one.is_open
        and london(one.due_at).date() <= last
    ]
    return sorted(soon, key=lambda referral: referral.due_at)


def count_breaking(day: Day) -> Breaking:
    soon = breaking(day)
    broken = sum(1 for one in soon if one.due_at <= day.now)
    today = sum(1 for one in soon if one.due_at > day.now and london(one.due_at).date() == day.today)
    return Breaking(broken, today, len(soon) - broken - today)


def promises(day: Day) -> Iterator[DigestLine]:
    for one in breaking(day):
        broke = one.due_at <= day.now
        when = f"broke {day.when(one.due_at)}" if broke else f"breaks {day.when_due(one.due_at)}"
        yield DigestLine(one.reference, f"{when}; {_standing(day, one)}.", called(one.id))


def _standing(day: Day, referral: Referral) -> str:
    """Who is on it, in a few words."""
    offer = day.offer_about(referral)
    if offer:
        return f"asked: {offer.volunteer.name}"
    match = day.match_of(referral)
    if match:
        return f"volunteer: {match.volunteer.name}" + ("" if match.briefed_at else ", who has no number yet")
    if referral.frozen:
        return "a worry is open, and the promise runs on"
    if referral.stage is Stage.CONFIRMING:
        return "somebody else wrote, and the person has not confirmed yet"
    return "nobody is asked" if referral.phones else "no number to call"
