"""Somebody who would like to volunteer, from "add volunteer" until they are one: what is told, confirmed, missing.

No row of ``volunteer`` exists before all four dates are confirmed by staff, so nobody can be offered to them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from mailbot.casework.day_words import dated
from mailbot.casework.people import Credential, first_word
from mailbot.reading.volunteer.joining_facts import JoiningFacts
from mailbot.weekly_hours import WeeklyHours, exact_words

ESSENTIAL = ("hours", "languages", "capacity", "prisons", "credentials")  # asked once more; wishes are theirs to tell


class JoiningState(StrEnum):
    DOUBTED = "doubted"  # the address is a family's or a referrer's: staff say whether to write
    ASKED = "asked"  # we wait for their answer
    WITH_STAFF = "with_staff"  # told what there is to tell; staff confirm the dates
    JOINED = "joined"
    ENDED = "ended"  # they said no, staff said no, or the address takes no mail


@dataclass(frozen=True, slots=True)
class AddressKnown:
    """As whose an address is known."""

    address: str
    family: bool = False  # of somebody who is, or was, supported
    referrer: bool = False
    suppressed: bool = False  # written to no more

    @property
    def in_conflict(self) -> bool:
        return self.family or self.referrer


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """A field left at None (or empty) was not told. ``confirmed`` are the dates that a member of staff confirmed."""

    id: int
    name: str
    address: str
    asked_by: str  # staff id
    made_at: datetime
    state: JoiningState
    asked: tuple[str, ...] = ()  # the questions, as they are numbered in our last email
    asked_again: bool = False
    nudged: bool = False
    hours: WeeklyHours | None = None
    languages: tuple[str, ...] = ()
    capacity: int | None = None
    prisons: tuple[str, ...] | None = None  # empty: they said that there is none
    credentials: tuple[tuple[Credential, date], ...] = ()  # in date through this day, as told
    confirmed: tuple[Credential, ...] = ()
    not_yet: tuple[Credential, ...] = ()  # they say that they do not have it
    unclear: tuple[str, ...] = ()
    wishes: str = ""
    gender: str = ""
    lived_experience: bool | None = None
    note: str = ""  # what staff said of them
    conflict_accepted: bool = False
    worrying: bool = False  # a letter of theirs has an open concern
    known: AddressKnown | None = None  # the address as it is known now, other than as theirs
    task_id: int | None = None  # what staff are asked about them
    letter_id: int | None = None  # their last letter
    ended_at: datetime | None = None
    volunteer_id: int | None = None
    version: int = 1

    @property
    def first_name(self) -> str:
        return first_word(self.name)

    @property
    def is_open(self) -> bool:
        return self.state not in (JoiningState.JOINED, JoiningState.ENDED)

    @property
    def in_conflict(self) -> bool:
        return self.known is not None and self.known.in_conflict and not self.conflict_accepted

    @property
    def credentials_missing(self) -> tuple[Credential, ...]:
        told = dict(self.credentials)
        return tuple(one for one in Credential if one not in told and one not in self.not_yet)

    @property
    def unconfirmed(self) -> tuple[Credential, ...]:
        return tuple(one for one in Credential if one not in self.confirmed)

    @property
    def missing(self) -> tuple[str, ...]:
        """Of the essential questions those without an answer that is understood."""
        there = {
            "hours": self.hours is not None,
            "languages": bool(self.languages),
            "capacity": self.capacity is not None,
            "prisons": self.prisons is not None,
            "credentials": not self.credentials_missing,
        }
        return tuple(one for one in ESSENTIAL if not there[one])


def with_answer(joining: Joining, told: JoiningFacts) -> Joining:
    """What the letter tells is taken over; what it leaves unclear stands no more, and another date must be confirmed
    anew."""
    dates = dict(joining.credentials)
    new = {Credential(kind): day for kind, day in told.credentials}
    doubtful = {Credential(kind) for kind in told.unclear if kind in set(Credential)} | {
        Credential(kind) for kind in told.not_yet
    }
    changed = {kind for kind, day in new.items() if dates.get(kind) != day} | doubtful
    dates = {kind: day for kind, day in (dates | new).items() if kind not in doubtful}
    return replace(
        joining,
        hours=None if "hours" in told.unclear else told.hours or joining.hours,
        languages=told.languages or joining.languages,
        capacity=None if "capacity" in told.unclear else told.capacity or joining.capacity,
        prisons=_prisons(joining, told),
        credentials=tuple((kind, dates[kind]) for kind in Credential if kind in dates),
        confirmed=tuple(one for one in joining.confirmed if one not in changed),
        not_yet=tuple(
            one for one in Credential if one not in dates and (one in told.not_yet or one in joining.not_yet)
        ),
        unclear=told.unclear,
        wishes=" ".join(dict.fromkeys(one for one in (joining.wishes, told.wishes) if one)),
        gender=told.gender or joining.gender,
        lived_experience=joining.lived_experience if told.lived_experience is None else told.lived_experience,
    )


def as_facts(joining: Joining) -> tuple[str, ...]:
    """What staff are shown, a line each: the dates first, since these are theirs to confirm."""
    return (
        *(_credential_line(joining, one) for one in Credential),
        f"hours: {exact_words(joining.hours) if joining.hours else _not_told(joining, 'hours')}",
        f"languages: {', '.join(joining.languages) or 'not told (English is assumed)'}",
        f"people at once: {joining.capacity or _not_told(joining, 'capacity')}",
        f"prisons they have to do with: {_prisons_line(joining)}",
        *((f"wishes: {joining.wishes}",) if joining.wishes else ()),
        *((f"a {'woman' if joining.gender == 'female' else 'man'}",) if joining.gender else ()),
        *(("lived experience: yes",) if joining.lived_experience else ()),
        *((f"you told: {joining.note}",) if joining.note else ()),
    )


def _credential_line(joining: Joining, kind: Credential) -> str:
    day = dict(joining.credentials).get(kind)
    if day is None:
        return f"{kind.short}: {'they say not yet' if kind in joining.not_yet else _not_told(joining, kind.value)}"
    return f"{kind.short} until {dated(day)}{' (confirmed)' if kind in joining.confirmed else ''}"


def _not_told(joining: Joining, key: str) -> str:
    return "not clear, please look in the letter" if key in joining.unclear else "not told"


def _prisons_line(joining: Joining) -> str:
    if joining.prisons is None:
        return _not_told(joining, "prisons")
    return ", ".join(joining.prisons) or "none"


def _prisons(joining: Joining, told: JoiningFacts) -> tuple[str, ...] | None:
    """A prison once named stays: a later "none" does not undo a conflict of interest."""
    if "prisons" in told.unclear and not told.prisons:
        return joining.prisons or None
    if told.prisons is None:
        return joining.prisons
    return tuple(dict.fromkeys((*(joining.prisons or ()), *told.prisons)))
