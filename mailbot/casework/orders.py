"""What every order of staff needs: who orders, in answer to what, and what an order comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from mailbot.casework.actions import (
    Action,
    SettleTask,
)
from mailbot.casework.people import StaffMember, Volunteer
from mailbot.casework.snapshot import CommandSnapshot, Ids, Office, Snapshot, Task
from mailbot.reading.letter import StaffCommand


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command comes to. Exactly one of ``done``, ``refused`` and ``asked`` is said."""

    actions: tuple[Action, ...] = ()
    done: str = ""
    refused: str = ""
    asked: str = ""
    more: tuple[str, ...] = ()  # further lines after ``done``


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
    taken: set[str] = field(default_factory=set)  # references already changed by this email
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

    def asked(self, command: StaffCommand) -> tuple[Task | None, Snapshot]:
        """The task that is answered, and what hangs on it: the answered email's, else the reference's only one (of a
        letter that is about no referral, its own only one)."""
        task = self.context.task
        if task and not task.settled_at:
            return task, self.context
        found = self.find(command) if command.referral and self.names(command.referral) else None
        if found is None or len(found.open_tasks) != 1:
            return None, self.context
        return found.open_tasks[0], found


def which_referral(command: StaffCommand) -> Outcome:
    if command.referral:
        return Outcome(refused=f"There is no {command.referral}.")
    return Outcome(asked=f"“{command.verb.value.replace('_', ' ')}”: for which reference? (R-…)")


def settled(task: Task, outcome: str, desk: Desk) -> SettleTask:
    return SettleTask(task_id=task.id, outcome=outcome, by=desk.staff.id)
