"""The kill switch: everything is paused, and goes on again. Risk alerts, pages and mail to staff are never paused.

Letters are taken in and read meanwhile, and what they call for is written and waits. The one-week promise runs on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, AskStaff, Climb, EscalateTask, PauseEverything, ResumeEverything, Send
from mailbot.casework.day_words import moment_words
from mailbot.casework.people import Party, Roster
from mailbot.casework.promises import Promise
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import Halt, Ids, Office
from mailbot.casework.staff.order import Desk, Outcome
from mailbot.casework.touchpoints import PauseNotice
from mailbot.reading.letter import StaffCommand

LOOKED_AT_AGAIN = timedelta(hours=1)  # a rung that would write to the public, while everything is paused
PAUSED = "Nothing goes to families, referrers or volunteers, and nobody is asked. Alerts and your own mail still go."
HOW_TO_RESUME = "resume everything"


def pause_everything(command: StaffCommand, desk: Desk) -> Outcome:
    if desk.known.halt:
        since = since_when(desk.known.halt, desk.office.roster)
        return Outcome(refused=f"It is paused already, {since}. “{HOW_TO_RESUME}” ends it.")
    actions = pause(desk.staff.id, command.text or "", office=desk.office, now=desk.now, ids=desk.ids)
    return Outcome(tuple(actions), done=f"Everything is paused. {PAUSED} “{HOW_TO_RESUME}” ends it.")


def resume_everything(command: StaffCommand, desk: Desk) -> Outcome:
    if desk.known.halt is None:
        return Outcome(refused="Nothing is paused: email goes out as always. “pause everything” stops it.")
    actions = resume(desk.known.halt, desk.staff.id, office=desk.office, now=desk.now, ids=desk.ids)
    return Outcome(tuple(actions), done=f"Everything goes on. {what_waits(desk.known.halt.waiting)}")


def pause(by: str, reason: str, *, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """``by`` is a staff id, or who gave the command. All leads are told, once."""
    halt_id = ids.new(Entity.HALT)
    notices = _tell_leads(halt_id, paused=True, by=by, reason=reason, waiting=0, office=office, now=now, ids=ids)
    return [PauseEverything(halt_id=halt_id, by=by, reason=reason), *notices]


def resume(halt: Halt, by: str, *, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """What waits goes in its order, judged anew: what has grown too old is written anew, or staff hear of it."""
    notices = _tell_leads(
        halt.id, paused=False, by=by, reason="", waiting=halt.waiting, office=office, now=now, ids=ids
    )
    return [ResumeEverything(halt_id=halt.id, by=by), *notices]


def consequences(actions: Iterable[Action]) -> tuple[str, ...]:
    """Why an order needs a yes by a fresh token, a line each; () when it does not."""
    lines = []
    for one in actions:
        if isinstance(one, PauseEverything):
            lines.append(f"It pauses everything. {PAUSED} What is being handed over at this moment may still arrive.")
        elif isinstance(one, ResumeEverything):
            lines.append("Email goes out again, what has waited included.")
    return tuple(lines)


def while_paused(actions: list[Action], promise: Promise, now: datetime) -> list[Action]:
    """A ladder while everything is paused: rungs for staff are taken; one that would only write to the public waits on
    its rung, so that nobody is called silent who was never asked."""
    to_public = any(isinstance(one, Send) and one.to.party is not Party.STAFF for one in actions)
    if not to_public or any(isinstance(one, AskStaff | EscalateTask) for one in actions):
        return actions
    return [Climb(kind=promise.kind, about=promise.about, step=promise.step, next_step_at=now + LOOKED_AT_AGAIN)]


def since_when(halt: Halt, roster: Roster) -> str:
    """ "by Dilys Morgan since Tuesday 10 March, 10:05"."""
    return f"by {_who(halt.by, roster)} since {moment_words(halt.since)}"


def what_waits(waiting: int) -> str:
    """ "12 emails wait."."""
    if not waiting:
        return "No email waits."
    return "1 email waits." if waiting == 1 else f"{waiting} emails wait."


def _tell_leads(
    halt_id: int, *, paused: bool, by: str, reason: str, waiting: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    leads = [one for one in office.roster.members if "lead" in one.roles] or list(office.roster.members)
    return [
        to_staff(
            PauseNotice(
                first_name=one.first_name, paused=paused, by=_who(by, office.roster), at=now, reason=reason,
                waiting=waiting,
            ),
            member=one, about=About(Entity.HALT, halt_id), ids=ids, now=now,
            occurrence=f"{'paused' if paused else 'goes on'} {one.id}",
        )
        for one in leads
    ]  # fmt: skip


def _who(by: str, roster: Roster) -> str:
    member = roster.by_id(by)
    return member.name if member else by
