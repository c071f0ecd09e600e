"""The morning digest (row 21): the day in twenty seconds. References and volunteers' names only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action
from mailbot.casework.matcher import match
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import Board, DeskReport, Ids, Office, TaskReason
from mailbot.casework.timetable import is_working_day
from mailbot.casework.touchpoints import Digest, DigestSection
from mailbot.casework.volunteers import unfit
from mailbot.clock import london

INBOX_UNSEEN_FOR = timedelta(minutes=30)


def decide_digest(report: DeskReport, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """One email to each member of staff on a working day; the day makes it unique, so it is never sent twice."""
    day = london(now).date()
    if not is_working_day(day, office.policy):
        return []
    sections = tuple(section for section in _sections(report, office, now) if section.lines)
    about = About(Entity.DIGEST, int(day.strftime("%Y%m%d")))
    return [
        to_staff(
            Digest(first_name=one.first_name, day=day, sections=sections), member=one, about=about, ids=ids, now=now,
            occurrence=one.id,
        )
        for one in office.roster.members
    ]  # fmt: skip


def _sections(report: DeskReport, office: Office, now: datetime) -> Iterator[DigestSection]:
    yield DigestSection("Worries that a person must look at", tuple(_concerns(report, office)))
    yield DigestSection("The machine", tuple(_machine(report, now)))
    yield DigestSection("Promises that break today or tomorrow", tuple(_promises(report, now)))
    yield DigestSection("New since yesterday", tuple(_new(report, now)))
    yield DigestSection("Waiting for you", tuple(_tasks(report, office)))
    yield DigestSection("Waiting for a volunteer", tuple(_waiting(report, office, now)))
    yield DigestSection("Volunteers asked", tuple(_offers(report)))
    yield DigestSection("First calls to come", tuple(_first_calls(report)))
    yield DigestSection("Room", tuple(_room(report, office, now)))


def _concerns(report: DeskReport, office: Office) -> Iterator[str]:
    for one in sorted(report.concerns, key=lambda concern: (concern.seen_at is not None, concern.opened_at)):
        name = f"R-{one.referral_id}" if one.referral_id is not None else f"L-{one.letter_id}"
        if one.seen_at is None:
            yield f"{name}: nobody has answered yet ({one.paged} alerts). Reply to the alert: seen"
        else:
            seer = office.roster.by_id(one.seen_by or "")
            who = seer.name if seer else one.seen_by
            yield f"{name}: {who} has it. Reply: resolved {name}: what was done"


def _machine(report: DeskReport, now: datetime) -> Iterator[str]:
    if report.last_look_at is None or now - report.last_look_at > INBOX_UNSEEN_FOR:
        last = f"{london(report.last_look_at):%A %-d %B, %H:%M}" if report.last_look_at else "never"
        yield f"The inbox was last looked at: {last}. New letters may be waiting there."
    counts = (
        (report.set_aside, "could not be opened and are set aside"),
        (report.waiting_to_be_opened, "wait to be opened"),
        (report.without_outcome, "on the server have no outcome yet"),
        (report.gaps, "went missing from the mailbox before they were read (somebody moved or deleted them)"),
    )
    yield from (f"Letters that {words}: {count}" for count, words in counts if count)
    mail = (
        (report.unsent, "should have gone and have not"),
        (report.uncertain, "may or may not have arrived"),
        (report.refused_since, "were refused since yesterday"),
    )
    yield from (f"Our emails that {words}: {count}" for count, words in mail if count)
    old = sum(1 for one in report.tasks if one.reason is TaskReason.HISTORY_RISK)
    if old:
        yield f"Old letters with a worry in them, to be read in the mailbox: {old}"
    yield (
        f"Since yesterday: {report.letters_since} letters, {report.machines_since} of them from machines, "
        f"{report.spam_since} unwanted."
    )
    if report.answered_by_hand:
        yield f"Letters that you answered from the mailbox itself since yesterday: {report.answered_by_hand}"


def _promises(report: DeskReport, now: datetime) -> Iterator[str]:
    soon = [
        one
        for one in report.referrals
        if one.first_contact_at is None and one.withdrawn_at is None and one.due_at - now < timedelta(days=2)
    ]
    for one in sorted(soon, key=lambda referral: referral.due_at):
        when = "was due" if one.due_at <= now else "call due by"
        words = f"{one.reference}: {when} {london(one.due_at):%A %-d %B, %H:%M}."
        yield f"{words} Reply: called {one.reference}, 20 minutes"


def _new(report: DeskReport, now: datetime) -> Iterator[str]:
    """Those of the last day, or since Friday: somebody should read each first letter."""
    since = timedelta(days=3 if london(now).weekday() == 0 else 1)
    new = sorted(one.id for one in report.referrals if now - one.received_at < since and not one.frozen)
    if new:
        references = ", ".join(f"R-{one}" for one in new)
        yield f"{references}: no word list finds every danger. Please read these first letters in the mailbox."


def _tasks(report: DeskReport, office: Office) -> Iterator[str]:
    for one in sorted(report.tasks, key=lambda task: task.asked_at):
        if one.reason is TaskReason.HISTORY_RISK:
            continue
        member = office.roster.by_id(one.assigned_to)
        name = f"R-{one.referral_id}" if one.referral_id is not None else f"L-{one.letter_id}"
        who = member.first_name if member else one.assigned_to
        yield f"{name}: {one.reason.value.replace('_', ' ')}, with {who} since {london(one.asked_at):%A %-d %B}"


def _waiting(report: DeskReport, office: Office, now: datetime) -> Iterator[str]:
    waiting = tuple(one for one in report.referrals if one.stage is Stage.WAITING and _may_be_matched(one, now))
    _, left = match(Board(waiting=waiting, volunteers=report.volunteers), office.policy, now)
    reasons = {one.referral.id: one.reason for one in left}
    for one in sorted(waiting, key=lambda referral: referral.due_at):
        why = reasons.get(one.id, "will be offered")
        yield f"{one.reference}: {why}. Reply: assign {one.reference} to (a volunteer’s name)"
    for one in report.referrals:
        if one.stage is Stage.CONFIRMING:
            yield f"{one.reference}: somebody else wrote; does the person want it?"


def _may_be_matched(referral: Referral, now: datetime) -> bool:
    held = referral.hold_until is not None and referral.hold_until > london(now).date()
    return not (referral.frozen or referral.withdrawn_at or held)


def _offers(report: DeskReport) -> Iterator[str]:
    answers = {one.about.id: one for one in report.promises if one.kind is PromiseKind.OFFER_ANSWER}
    for one in report.offers:
        promise = answers.get(one.id)
        by = f", answer by {london(promise.due_at):%A %H:%M}" if promise else ""
        yield f"R-{one.referral_id}: {one.volunteer.name}{by}"


def _first_calls(report: DeskReport) -> Iterator[str]:
    for one in report.matches:
        if one.first_contact_at is None:
            step = "has the number" if one.briefed_at else "said yes; the family is being told"
            yield f"R-{one.referral_id}: {one.volunteer.name} {step}"


def _room(report: DeskReport, office: Office, now: datetime) -> Iterator[str]:
    free = sum(
        one.capacity - one.open_matches - one.open_offers
        for one in report.volunteers
        if unfit(one, office.policy, now) is None
    )
    waiting = sum(1 for one in report.referrals if one.stage is Stage.WAITING)
    yield f"{free} people could still be taken on; {waiting} wait."
