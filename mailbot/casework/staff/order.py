"""What every order of staff needs: who orders, in answer to what, and what an order comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from mailbot.casework.actions import (
    Action,
    SettleTask,
)
from mailbot.casework.day_words import dated
from mailbot.casework.newcomers import Joining
from mailbot.casework.people import StaffMember, Volunteer
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import CommandSnapshot, Ids, Office, Snapshot, Task
from mailbot.clock import london
from mailbot.reading.letter import StaffCommand

HALF_A_YEAR = timedelta(days=183)
OneOfThem = TypeVar("OneOfThem", Volunteer, Joining, Volunteer | Joining)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command comes to. Exactly one of ``done``, ``refused`` and ``asked`` is said."""

    actions: tuple[Action, ...] = ()
    done: str = ""
    refused: str = ""
    asked: str = ""
    more: tuple[str, ...] = ()  # further lines after ``done``
    touched: frozenset[str] = frozenset()  # other references and volunteers that it changes
    own_words: str = ""  # words of theirs that go to somebody, to be shown back


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who orders, in answer to what, and what is known of everything named."""

    staff: StaffMember
    context: Snapshot
    known: CommandSnapshot
    office: Office
    now: datetime
    ids: Ids
    letter_id: int
    written: str = ""  # what was newly written, to tell a reference that was named from one that was only understood
    taken: set[str] = field(default_factory=set)  # references and volunteers already changed by this email
    offered: list[int] = field(default_factory=list)  # volunteers whom this email had asked, by id

    def find(self, command: StaffCommand) -> Snapshot | None:
        """The snapshot of the referral that the command names, or that the answered email is about."""
        if command.referral:
            return next((one for reference, one in self.known.referrals if reference == command.referral), None)
        return self.context if self.context.referral else None

    def with_load(self, volunteer: Volunteer) -> Volunteer:
        """With what this very email has asked of them already."""
        return replace(volunteer, open_offers=volunteer.open_offers + self.offered.count(volunteer.id))

    def names(self, reference: str) -> bool:
        """Does the reference stand in the email itself?"""
        return re.search(rf"(?<!\d){reference.partition('-')[2]}(?!\d)", self.written) is not None

    @property
    def known_until(self) -> datetime:
        """Nothing that came up after this moment can be meant: the answered email was sent before it."""
        if self.context.confirmation:
            return self.context.confirmation.asked_at
        answered = self.context.answered
        return answered.sent_at if answered and answered.sent_at else self.now

    @property
    def open_task(self) -> Task | None:
        """What the answered email asked, while it still waits for an answer."""
        task = self.context.task
        return task if task and not task.settled_at else None

    def asked(self, command: StaffCommand) -> tuple[Task | None, Snapshot]:
        """The task that is answered, and what hangs on it: the answered email's, else the reference's only one (of a
        letter that is about no referral, its own only one), unless it was asked after the answered email was sent."""
        if self.open_task:
            return self.open_task, self.context
        found = self.find(command) if command.referral and self.names(command.referral) else None
        if found is None or len(found.open_tasks) != 1 or found.open_tasks[0].asked_at > self.known_until:
            return None, self.context
        return found.open_tasks[0], found


def which_referral(command: StaffCommand) -> Outcome:
    if command.referral:
        return Outcome(
            refused=f"There is no {command.referral}. The morning email lists those that are open: “show R-…”."
        )
    return Outcome(asked=f"“{command.verb.value.replace('_', ' ')}”: for which reference? (R-…)")


def called(name: str, people: Iterable[OneOfThem]) -> list[OneOfThem]:
    """Those of this full name, else those whose name begins with it."""
    wanted, known = name.casefold().split(), list(people)
    exact = [one for one in known if same_name(one.name, name)]
    return exact or [one for one in known if wanted and one.name.casefold().split()[: len(wanted)] == wanted]


def same_name(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def the_one_called(name: str, people: Iterable[OneOfThem]) -> OneOfThem | Outcome:
    found = called(name, people)
    if len(found) == 1:
        return found[0]
    if not found:
        return Outcome(refused=f"There is no volunteer called {name}. “list volunteers” names those with room.")
    return Outcome(asked=f"Which one: {', '.join(one.name for one in found)}?")


def volunteer_named(name: str | None, desk: Desk, to_say: str) -> Volunteer | Outcome:
    """The one who is meant; ``to_say`` is how the order is put when nobody was named."""
    if not name:
        return Outcome(asked=f"Which volunteer? {to_say}")
    return the_one_called(name, desk.known.volunteers)


def volunteer_key(volunteer: Volunteer) -> str:
    """How ``Desk.taken`` names a volunteer."""
    return f"volunteer {volunteer.id}"


def far_ahead(until: date, order: str, desk: Desk) -> Outcome | None:
    """A day that is over, or half a year away without its year being written, was most likely meant otherwise."""
    today = london(desk.now).date()
    if until <= today:
        return Outcome(asked=f"{dated(until)} is not to come. “{order} until (a later day)”")
    if until - today > HALF_A_YEAR and str(until.year) not in desk.written:
        return Outcome(asked=f"Do you mean {dated(until)}? “{order} until {dated(until)}”")
    return None


def is_closed(referral: Referral) -> str:
    return f"{referral.reference} is closed. “reopen {referral.reference}” opens it again."


def has_a_concern(reference: str) -> str:
    return f"{reference} has an open concern. Please resolve it first: “resolved {reference}: what was done”."


def settled(task: Task, outcome: str, desk: Desk) -> SettleTask:
    return SettleTask(task_id=task.id, outcome=outcome, by=desk.staff.id)
