"""The people of a snapshot: who we know, as plain values. An address is never an identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mailbot.casework.rota import Rota
from mailbot.clock import london
from mailbot.weekly_hours import WeeklyHours


class Party(StrEnum):
    """To whom a letter goes; quiet hours and cadence bind only mail to the first three."""

    FAMILY = "family"
    REFERRER = "referrer"
    VOLUNTEER = "volunteer"
    STAFF = "staff"


class Credential(StrEnum):
    """The four that must be in date before anybody is offered a person to support (service.md, The promise)."""

    DBS = "dbs"
    BEFRIENDING = "befriending"
    SAFEGUARDING = "safeguarding"
    BOUNDARIES = "boundaries"

    @property
    def short(self) -> str:
        """As in a reply: "DBS", "safeguarding"."""
        return "DBS" if self is Credential.DBS else self.value

    @property
    def in_full(self) -> str:
        """ "DBS check", "safeguarding training"."""
        return "DBS check" if self is Credential.DBS else f"{self.value} training"


@dataclass(frozen=True, slots=True)
class Absence:
    """Away from calling, London days, both inclusive; ``until`` None: no end told."""

    from_: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """``open_matches`` counts matches not ended, ``open_offers`` offers reserved; ``capacity`` bounds their sum."""

    id: int
    name: str
    address: str
    languages: tuple[str, ...] = ("en",)
    gender: str = ""  # "female", "male", or "" when not told
    hours: WeeklyHours | None = None
    capacity: int = 1
    open_matches: int = 0
    open_offers: int = 0
    credentials: tuple[tuple[Credential, date], ...] = ()  # in date through this London day
    absences: tuple[Absence, ...] = ()
    lived_experience: bool = False
    paused: bool = False
    undeliverable: bool = False  # mail to them bounced; nobody is offered until staff put it right
    excluded_referrals: frozenset[int] = frozenset()  # recorded exclusions, as referral ids
    past_referrals: frozenset[int] = frozenset()  # declined, lapsed, stopped or ended together before
    refused_referrals: frozenset[int] = frozenset()  # staff said no when they were proposed together
    last_offered_at: datetime | None = None
    prisons: tuple[str, ...] = ()  # where they work, worked or have kin
    wishes: str = ""  # in their own words, for staff to see
    version: int = 1

    @property
    def first_name(self) -> str:
        return first_word(self.name)

    @property
    def room(self) -> int:
        """For how many more people."""
        return self.capacity - self.open_matches - self.open_offers


@dataclass(frozen=True, slots=True)
class StaffMember:
    """From ``config/staff.toml``. ``roles``: coordinator, lead, safeguarding. ``away`` days are inclusive.

    ``may_read_concerns``: whole letters and alerts go only to those who may; others get the reference.
    """

    id: str  # short and stable, "dilys"
    name: str
    address: str
    roles: tuple[str, ...] = ("coordinator",)
    away: tuple[Absence, ...] = ()
    phone: str = ""  # handed to the paging command only
    may_read_concerns: bool = True

    @property
    def first_name(self) -> str:
        return first_word(self.name)

    def is_here(self, day: date) -> bool:
        return not any(is_away(absence, day) for absence in self.away)


@dataclass(frozen=True, slots=True)
class Roster:
    """Who does what. Without a ``rota`` those with the role are asked in the order of the file."""

    members: tuple[StaffMember, ...]
    rota: Rota | None = None

    def by_address(self, address: str) -> StaffMember | None:
        wanted = address.lower()
        return next((one for one in self.members if one.address.lower() == wanted), None)

    def by_id(self, staff_id: str) -> StaffMember | None:
        return next((one for one in self.members if one.id == staff_id), None)

    def having(self, role: str, day: date) -> tuple[StaffMember, ...]:
        """Those with the role who are not away on that London day; when all are away, everybody with the role."""
        able = [one for one in self.members if role in one.roles]
        here = [one for one in able if one.is_here(day)]
        return tuple(here or able)

    def on_call(self, moment: datetime) -> tuple[StaffMember, ...]:
        """Who is alerted, in this order: the week's people, then everybody else with the role; those away left out.

        Never empty while there is anybody: an alert that nobody gets would be worse than one to the wrong person.
        """
        able = self.having("safeguarding", london(moment).date()) or self.members
        week = self.rota.on(moment) if self.rota else ()
        first = [one for staff_id in week for one in able if one.id == staff_id]
        order = list(dict.fromkeys([*first, *able]))
        return tuple([one for one in order if one.may_read_concerns] or order)

    def readers(self, role: str, day: date) -> tuple[StaffMember, ...]:
        """To whom a whole letter may go: with the role and there; else anybody there; else whoever may at all."""
        may = tuple(one for one in self.members if one.may_read_concerns)
        here = tuple(one for one in may if one.is_here(day))
        return tuple(one for one in here if role in one.roles) or here or may


def is_away(absence: Absence, day: date) -> bool:
    return absence.from_ <= day and (absence.until is None or day <= absence.until)


def first_word(name: str) -> str:
    return name.split()[0] if name.split() else ""
