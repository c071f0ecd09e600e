"""What goes out next: the emails until the next digest, and what open promises will do in the coming days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mailbot.casework.about import Entity
from mailbot.casework.people import Party
from mailbot.casework.promises import Promise, PromiseKind
from mailbot.casework.references import of_letter
from mailbot.casework.snapshot import ComingMail, DeskReport

# What the next rung of each ladder does; the last of each is what every further rung does.
RUNGS: dict[PromiseKind, tuple[str, ...]] = {
    PromiseKind.FIRST_CONTACT: (
        "staff are asked to choose a volunteer", "staff are told: two days are left", "staff are asked to call",
        "an apology to the family; the lead is told", "the lead is asked again",
    ),
    PromiseKind.ESSENTIALS: ("the family is asked again for number or times", "staff are asked"),
    PromiseKind.OFFER_ANSWER: (
        "the question is taken back, if it was never sent", "the volunteer is reminded",
        "the question lapses; the next is asked",
    ),
    PromiseKind.FAMILY_TOLD: ("staff are asked to tell the family, if the email did not go",),
    PromiseKind.FIRST_CALL: ("the volunteer is asked: did you speak?", "staff are told: no report"),
    PromiseKind.ATTEMPT: ("the volunteer is asked about the next try", "staff are told: no report"),
    PromiseKind.NEXT_CALL: (
        "the volunteer is asked about the call", "the volunteer is asked again", "staff are told: no report",
    ),
    PromiseKind.STILL_WAITING: ("staff are asked: who could support this person?",),
    PromiseKind.STAFF_TASK: ("the lead is asked instead",),
    PromiseKind.JOINING: ("who would like to volunteer is asked again", "staff are told: no answer"),
    PromiseKind.CONCERN: ("the next alert, or a reminder to who has seen it",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an open promise will do at its next step, if nothing happens before. ``about`` is a reference, or ""."""

    at: datetime
    what: str
    about: str


def going_out_before(next_digest: datetime, report: DeskReport, now: datetime) -> list[ComingMail]:
    """Emails to the public that wait for a later hour, up to the next digest: with it, it would be too late to stop
    them. None while everything is paused."""
    if report.halt:
        return []
    later = [one for one in report.coming if now < one.goes_at <= next_digest]
    return [one for one in later if one.mail.party is not Party.STAFF]


def foreseen(promises: Iterable[tuple[str, Promise]], until: datetime) -> tuple[Foreseen, ...]:
    """Each open promise (with its referral's reference) whose next step falls before ``until``, the soonest first."""
    steps = [
        Foreseen(one.next_step_at, _rung(one), reference or _about(one))
        for reference, one in promises
        if one.settled_at is None and one.next_step_at < until
    ]
    return tuple(sorted(steps, key=lambda step: step.at))


def _rung(promise: Promise) -> str:
    rungs = RUNGS[promise.kind]
    if promise.kind is PromiseKind.FIRST_CALL and promise.step < 0:
        return "the briefing is written anew, if it did not go"
    return rungs[min(max(promise.step, 0), len(rungs) - 1)]


def _about(promise: Promise) -> str:
    return of_letter(promise.about.id) if promise.about.entity is Entity.LETTER else ""
