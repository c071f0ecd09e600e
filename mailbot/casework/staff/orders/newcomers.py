"""Orders about volunteers' standing: somebody new, and until when checks and trainings are in date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mailbot.casework.about import Entity
from mailbot.casework.actions import Action, KeepJoining, SetCredentials
from mailbot.casework.day_words import dated
from mailbot.casework.joining.exchange import ask_again, begin, end, names_of, put_to_staff, welcome
from mailbot.casework.newcomers import AddressKnown, Joining, JoiningState
from mailbot.casework.people import Credential, Volunteer
from mailbot.casework.snapshot import Task, TaskReason
from mailbot.casework.staff.order import Desk, Outcome, same_name, settled, the_one_called
from mailbot.clock import london
from mailbot.reading.letter import StaffCommand

ABOUT_JOINING = frozenset({TaskReason.VOLUNTEER_JOINING, TaskReason.JOINING_SILENT, TaskReason.JOINING_CONFLICT})
FURTHEST = timedelta(days=10 * 366)


def add_volunteer(command: StaffCommand, desk: Desk) -> Outcome:
    """Writes to them, and to nobody before everything that could be a mistake is looked at."""
    name, address = command.volunteer, command.address
    if not name or not address:
        asked = f"To which one address shall I write? “add volunteer {name or 'Sam Reed'} sam@example.org”"
        return Outcome(asked=asked)
    refusal = _may_not_ask(name, address, desk)
    if refusal:
        return Outcome(refused=refusal)
    known = next((one for one in desk.known.addresses if one.address == address), AddressKnown(address))
    joining = Joining(
        id=desk.ids.new(Entity.JOINING), name=name, address=address, asked_by=desk.staff.id, made_at=desk.now,
        state=JoiningState.DOUBTED, note=_besides(command.text or "", address), known=known,
    )  # fmt: skip
    if known.in_conflict:
        actions = put_to_staff(
            TaskReason.JOINING_CONFLICT, joining, desk.office, desk.now, desk.ids, facts=(_known_as(known),)
        )
        return Outcome(tuple(actions), asked=f"{name} has an address that is known here already. See the email beside.")
    actions = begin(joining, desk.staff.first_name, desk.office, desk.now, desk.ids)
    return Outcome(
        tuple(actions),
        done=f"{name} is asked a few questions by email. You get the answers, and confirm the dates.",
    )


def credential(command: StaffCommand, desk: Desk) -> Outcome:
    """A date of somebody who is joining is confirmed or put right; a volunteer's is renewed."""
    whose = _whose(command, desk)
    if isinstance(whose, Outcome):
        return whose
    told = _dates_told(command)
    today = london(desk.now).date()
    for kind, day in told.items():
        if day and not today <= day <= today + FURTHEST:
            wrong = "is past" if day < today else "is too far away"
            return Outcome(
                refused=f"{kind.short} until {dated(day)}: that day {wrong}. Nothing was changed. "
                f"“{kind.value} {whose.name} 2028-05-04” tells another."
            )
    return _renew(whose, told, desk) if isinstance(whose, Volunteer) else _confirm(whose, told, desk)


def yes(task: Task, desk: Desk) -> Outcome:
    joining = desk.context.joining
    if joining is None or not joining.is_open:
        return Outcome(refused="That is over already. “add volunteer …” begins anew.")
    if joining.worrying:
        return Outcome(refused=_worrying(joining))
    if task.reason is TaskReason.JOINING_SILENT:
        again = ask_again(replace(joining, task_id=None), desk.office, desk.now, desk.ids, occurrence=f"task-{task.id}")
        return Outcome((settled(task, "yes", desk), *again), done=f"{joining.name} is asked once more.")
    if task.reason is TaskReason.JOINING_CONFLICT:
        accepted = replace(joining, conflict_accepted=True, task_id=None)
        if joining.state is JoiningState.DOUBTED:
            asked = begin(accepted, desk.staff.first_name, desk.office, desk.now, desk.ids)
            return Outcome((settled(task, "yes", desk), *asked), done=f"{joining.name} is asked by email.")
        anew = put_to_staff(TaskReason.VOLUNTEER_JOINING, accepted, desk.office, desk.now, desk.ids)
        return Outcome((settled(task, "yes", desk), *anew), done=f"{joining.name} may join. Please confirm the dates.")
    return Outcome(asked="Which dates are right? “confirm all”, or “confirm dbs, safeguarding”, or “dbs 2028-05-04”")


def no(task: Task, desk: Desk) -> Outcome:
    joining = desk.context.joining
    if joining is None or not joining.is_open:
        return Outcome((settled(task, "no", desk),), done="It is off the list.")
    actions = (*end(joining, "refused by staff", desk.now, by=desk.staff.id), settled(task, "no", desk))
    written = "" if joining.state is JoiningState.DOUBTED else " I do not tell them: please write to them yourself."
    return Outcome(actions, done=f"{joining.name} does not join.{written}")


def _may_not_ask(name: str, address: str, desk: Desk) -> str:
    """Why they are not asked, with the nearest thing that is possible; "" when nothing stands against it."""
    if address == desk.office.address.lower() or desk.office.roster.by_address(address):
        return (
            f"{address} is the service’s own or a member of staff’s. A volunteer needs an "
            f"address of their own: “add volunteer {name} (that address)”."
        )
    there = next((one for one in desk.known.volunteers if one.address.lower() == address), None)
    if there:
        return f"{there.name} is a volunteer with this address. “dbs {there.name} 2028-05-04” tells a new date."
    asked = next((one for one in desk.known.joinings if one.address == address), None)
    if asked:
        return f"{asked.name} was asked at this address already. “confirm all for {asked.name}” confirms their dates."
    same = [one.name for one in _everybody(desk) if same_name(one.name, name)]
    if same:
        first, _, last = name.partition(" ")
        return (
            f"There is a {same[0]} already. If this is somebody else, tell them apart: "
            f"“add volunteer {first} J {last} {address}”"
        )
    if any(one.suppressed for one in desk.known.addresses if one.address == address):
        return (
            "This address asked us to write no more, or complained. Please ring them. If they name another: "
            f"“add volunteer {name} (that address)”."
        )
    return ""


def _worrying(joining: Joining) -> str:
    return (
        f"A letter of {joining.name} has an open concern. Please resolve it first, in answer to its alert: "
        "“resolved L-…: what was done”."
    )


def _renew(volunteer: Volunteer, told: dict[Credential, date | None], desk: Desk) -> Outcome:
    days = tuple((kind, day) for kind, day in told.items() if day)
    if len(days) < len(told):
        return Outcome(asked=f"Until which day? “dbs {volunteer.name} 2028-05-04”")
    done = f"{volunteer.name}: {_in_words(dict(days))}."
    actions = (SetCredentials(volunteer_id=volunteer.id, credentials=days, by=desk.staff.id),)
    return Outcome(actions, done=done, more=_not_through_the_first_month(dict(days), desk))


def _confirm(joining: Joining, told: dict[Credential, date | None], desk: Desk) -> Outcome:
    if joining.worrying:
        return Outcome(refused=_worrying(joining))
    if joining.state is JoiningState.DOUBTED:
        return Outcome(
            refused=f"{joining.name} has not been written to. Answer “yes” or “no” to the question about it."
        )
    known = dict(joining.credentials)
    days = {kind: day or known.get(kind) for kind, day in told.items()}
    without = [kind.short for kind, day in days.items() if day is None]
    if without:
        example = f"“{without[0].lower()} 2028-05-04”"
        return Outcome(asked=f"{joining.name} told no date for {', '.join(without)}. Which one is it? {example}")
    past = [kind for kind, day in days.items() if day and day < london(desk.now).date()]
    if past:
        named = ", ".join(kind.short for kind in past)
        return Outcome(
            refused=f"{joining.name}: the date for {named} is past by now. “{past[0].value} {joining.name} 2028-05-04” "
            "tells a new one."
        )
    sure = {kind: day for kind, day in days.items() if day}
    now_known = known | sure
    confirmed = tuple(one for one in Credential if one in joining.confirmed or one in sure)
    joining = replace(
        joining,
        credentials=tuple((kind, now_known[kind]) for kind in Credential if kind in now_known),
        confirmed=confirmed,
        not_yet=tuple(one for one in joining.not_yet if one not in sure),
    )
    return _after_confirming(joining, sure, desk)


def _after_confirming(joining: Joining, sure: dict[Credential, date], desk: Desk) -> Outcome:
    """They join once the four are confirmed, their hours are known, and nobody has to look at a conflict first."""
    done = f"Confirmed for {joining.name}: {_in_words(sure)}."
    more = _not_through_the_first_month(sure, desk)
    if joining.unconfirmed:
        left = ", ".join(one.short for one in joining.unconfirmed)
        return Outcome((KeepJoining(joining=joining),), done=done, more=(*more, f"Still to be confirmed: {left}."))
    if joining.hours is None:
        told = f"They join as soon as they have told us: {names_of(('hours',))}. You get it when they write."
        return Outcome((KeepJoining(joining=joining),), done=done, more=(*more, told))
    there = next((one for one in desk.known.volunteers if one.address.lower() == joining.address), None)
    if there:
        return Outcome(
            refused=f"{joining.name}’s address is {there.name}’s by now, who is a volunteer. Nothing was changed. "
            f"“dbs {there.name} 2028-05-04” tells a new date."
        )
    if joining.in_conflict and joining.known:
        actions = put_to_staff(
            TaskReason.JOINING_CONFLICT, joining, desk.office, desk.now, desk.ids, facts=(_known_as(joining.known),)
        )
        return Outcome(
            tuple(actions), done=done, more=("First there is a question about their address: see its email.",)
        )
    welcomed: list[Action] = welcome(joining, desk.office, desk.now, desk.ids, by=desk.staff.id)
    return Outcome(tuple(welcomed), done=done, more=(*more, f"{joining.name} is a volunteer now, and is told so."))


def _whose(command: StaffCommand, desk: Desk) -> Volunteer | Joining | Outcome:
    if not command.volunteer:
        joining = desk.context.joining
        if joining and joining.is_open:
            return joining
        task = desk.context.task
        if task and task.volunteer_id is not None and desk.context.volunteer:
            return desk.context.volunteer
        return Outcome(asked="Whose is it? “dbs Ben Hale 2028-05-04”")
    return the_one_called(command.volunteer, _everybody(desk))


def _everybody(desk: Desk) -> tuple[Volunteer | Joining, ...]:
    return (*desk.known.volunteers, *desk.known.joinings)


def _dates_told(command: StaffCommand) -> dict[Credential, date | None]:
    told: dict[Credential, date | None] = {}
    for one in command.credentials:
        for kind in Credential if one.kind == "all" else (Credential(one.kind),):
            told[kind] = one.until or told.get(kind)
    return told


def _in_words(days: dict[Credential, date]) -> str:
    return "; ".join(f"{kind.short} until {dated(day)}" for kind, day in days.items())


def _not_through_the_first_month(days: dict[Credential, date], desk: Desk) -> tuple[str, ...]:
    needed = london(desk.now).date() + timedelta(days=desk.office.policy.in_date_through_days)
    if all(day >= needed for day in days.values()):
        return ()
    return (f"Nobody is offered to them while a date is before {dated(needed)}: it must cover the first month.",)


def _known_as(known: AddressKnown) -> str:
    whose = "somebody who asked for calls" if known.family else "somebody who wrote for another person"
    return f"the address is known as that of {whose}"


def _besides(text: str, address: str) -> str:
    """What staff told beside the address: it is shown to them again with the answers."""
    lines = (line.replace(address, "").strip(" ,;.<>()") for line in text.splitlines())
    return "; ".join(line for line in lines if line)
