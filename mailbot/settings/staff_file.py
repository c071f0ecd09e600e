"""``config/staff.toml`` becomes the ``Roster``: who coordinates, who leads, who is woken, and who is away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Literal, TypeGuard

from mailbot.casework.people import Absence, Roster, StaffMember
from mailbot.settings.kinds import Address, Matching, NotEmpty, Words
from mailbot.settings.reader import PERSONAL, Source
from mailbot.settings.tables import read_entries
from mailbot.settings.toml_file import TomlFile

ROLES = ("coordinator", "lead", "safeguarding")


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


def read_roster(file: TomlFile, source: Source) -> Roster:
    """Everybody in the file, in its order: the safeguarding rota is asked in this order."""
    members = read_entries(_Member, "member", file, source)
    for what in ("id", "address"):
        _refuse_doubles(what, [str(getattr(member, what)) for member in members], source)
    return Roster(tuple(_staff_member(nth, member, source) for nth, member in enumerate(members, start=1)))


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
    )


def _absence(told: Mapping[str, object], key: str, source: Source) -> Absence | None:
    first, last = told.get("from"), told.get("until")
    if set(told) <= {"from", "until"} and _is_day(first) and (last is None or (_is_day(last) and last >= first)):
        return Absence(first, last)
    mend = "each is { from = 2026-08-01, until = 2026-08-14 }, both days away; without until, no end is known"
    source.fault(source.places[key], key, "is no absence", mend)
    return None


def _is_day(told: object) -> TypeGuard[date]:
    return isinstance(told, date) and not isinstance(told, datetime)
