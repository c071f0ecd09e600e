"""``config/staff.toml`` becomes the ``Roster``: who coordinates, leads, is woken and in which week, and who is away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal, TypeGuard

from mailbot.casework.people import Absence, Roster, StaffMember
from mailbot.casework.rota import Rota
from mailbot.settings.kinds import Address, ClockTime, Matching, NotEmpty, Words
from mailbot.settings.reader import PERSONAL, Source, read_section
from mailbot.settings.tables import read_entries
from mailbot.settings.toml_file import TomlFile

ROLES = ("coordinator", "lead", "safeguarding")
READERS = frozenset({"lead", "safeguarding"})
ROTA = "safeguarding_rota"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    id: Annotated[str, Matching(r"[a-z][a-z0-9_-]*", 'a short name in small letters, such as "dilys"')]
    name: Words = field(metadata=PERSONAL)
    address: Address = field(metadata=PERSONAL)
    roles: Annotated[tuple[Literal["coordinator", "lead", "safeguarding"], ...], NotEmpty()]
    phone: Annotated[str, Matching(r"(?:\+[1-9]\d{6,14})?", 'a number such as "+447700900123", or nothing')] = field(
        default="", metadata=PERSONAL
    )
    away: tuple[dict[str, object], ...] = ()
    may_read_concerns: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rota:
    starts: date
    weeks: Annotated[tuple[tuple[str, ...], ...], NotEmpty('a list for each week, such as [["dilys", "owen"]]')]
    changes_at: ClockTime = "09:00"


def read_roster(file: TomlFile, source: Source) -> Roster:
    """Everybody in the file, in its order; without a rota by week this is the order of asking."""
    members = read_entries(_Member, "member", file, source, beside=(ROTA,))
    for what in ("id", "address"):
        _refuse_doubles(what, [str(getattr(member, what)) for member in members], source)
    staff = tuple(_staff_member(nth, member, source) for nth, member in enumerate(members, start=1))
    return Roster(staff, _rota(file, members, source) if ROTA in file.values else None)


def _rota(file: TomlFile, members: tuple[_Member, ...], source: Source) -> Rota | None:
    table = file.section(ROTA)
    if table is None:
        source.fault(file.root().place(ROTA), ROTA, "is no section", f"write [{ROTA}] on a line of its own")
        return None
    alone = Source({}, source.home, source.faults, source.places)  # no environment variable names people
    told = read_section(_Rota, ROTA, table, alone)
    if told is None:
        return None
    roles = {one.id: one.roles for one in members}
    for staff_id in dict.fromkeys(staff_id for week in told.weeks for staff_id in week):
        place, key = table.place("weeks"), f"{ROTA}.weeks"
        if staff_id not in roles:
            source.fault(place, key, f'names "{staff_id}", who is not in this file', "known are " + ", ".join(roles))
        elif "safeguarding" not in roles[staff_id]:
            mend = f'give "{staff_id}" the role "safeguarding", or take them off'
            source.fault(place, key, f'names "{staff_id}", who has not the role "safeguarding"', mend)
    return Rota(told.starts, told.weeks, told.changes_at)


def _refuse_doubles(what: str, values: list[str], source: Source) -> None:
    for nth, value in enumerate(values, start=1):
        if value.lower() in [other.lower() for other in values[: nth - 1]]:
            key = f"member[{nth}].{what}"
            source.fault(source.places[key], key, "is another member's too", f"each needs an {what} of their own")


def _staff_member(nth: int, member: _Member, source: Source) -> StaffMember:
    absences = tuple(
        absence for told in member.away if (absence := _absence(told, f"member[{nth}].away", source)) is not None
    )
    return StaffMember(
        id=member.id,
        name=member.name,
        address=member.address.lower(),
        roles=tuple(member.roles),
        away=absences,
        phone=member.phone,
        may_read_concerns=_may_read(nth, member, source),
    )


def _may_read(nth: int, member: _Member, source: Source) -> bool:
    """Unless told otherwise: those who are woken for a concern, and the leads, to whom an unanswered letter goes."""
    if member.may_read_concerns is None:
        return not READERS.isdisjoint(member.roles)
    if "safeguarding" in member.roles and not member.may_read_concerns:
        key = f"member[{nth}].may_read_concerns"
        mend = 'the alert holds the letter: set it to true, or take the role "safeguarding" away'
        source.fault(source.places[key], key, "is false for somebody on the safeguarding rota", mend)
    return member.may_read_concerns


def _absence(told: Mapping[str, object], key: str, source: Source) -> Absence | None:
    first, last = told.get("from"), told.get("until")
    if set(told) <= {"from", "until"} and _is_day(first) and (last is None or (_is_day(last) and last >= first)):
        return Absence(first, last)
    mend = "each is { from = 2026-08-01, until = 2026-08-14 }, both days away; without until, no end is known"
    source.fault(source.places[key], key, "is no absence", mend)
    return None


def _is_day(told: object) -> TypeGuard[date]:
    return isinstance(told, date) and not isinstance(told, datetime)
