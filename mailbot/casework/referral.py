"""Referral: a person's request for support, its stages, and the table of allowed moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mailbot.casework import references
from mailbot.casework.people import first_word
from mailbot.weekly_hours import WeeklyHours


class Stage(StrEnum):
    CONFIRMING = "confirming"  # somebody else wrote: staff confirm that the person wants it
    WAITING = "waiting"  # for a volunteer
    OFFERED = "offered"  # a volunteer is asked
    INTRODUCING = "introducing"  # a volunteer said yes; the family is told first
    MATCHED = "matched"  # the volunteer has the details; no conversation yet
    ACTIVE = "active"  # the first conversation was held
    CLOSED = "closed"


MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.CONFIRMING: frozenset({Stage.WAITING, Stage.CLOSED}),
    Stage.WAITING: frozenset({Stage.OFFERED, Stage.INTRODUCING, Stage.CLOSED}),  # straight to introducing: a late yes
    Stage.OFFERED: frozenset({Stage.WAITING, Stage.INTRODUCING, Stage.CLOSED}),
    Stage.INTRODUCING: frozenset({Stage.WAITING, Stage.MATCHED, Stage.CLOSED}),
    Stage.MATCHED: frozenset({Stage.WAITING, Stage.ACTIVE, Stage.CLOSED}),
    Stage.ACTIVE: frozenset({Stage.WAITING, Stage.CLOSED}),
    Stage.CLOSED: frozenset({Stage.WAITING, Stage.CONFIRMING}),
}


class IllegalMove(ValueError):
    """A referral was to make a move that the table does not allow."""


def check_move(before: Stage, after: Stage) -> None:
    """Raise ``IllegalMove`` unless the table allows it; staying put is always allowed."""
    if before != after and after not in MOVES[before]:
        raise IllegalMove(f"a referral does not go from {before} to {after}")


class PauseReason(StrEnum):
    """The only reasons for which a clock may be paused (service.md, The clock)."""

    WAITING_FOR_FAMILY = "waiting_for_family"
    WITHDRAWN = "withdrawn"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """All that deciding needs to know of one. Moments are UTC; ``due_at`` is strict, pauses adjust it."""

    id: int
    stage: Stage
    received_at: datetime  # INTERNALDATE of the first letter
    due_at: datetime  # the one-week promise, strict
    person_id: int
    name: str | None = None  # of the person to be supported
    address: str | None = None  # where that person is written to; None: not by email
    referrer: str | None = None  # "professional" or "other_person"; None: they wrote themselves
    referrer_name: str | None = None
    referrer_address: str | None = None
    phones: tuple[str, ...] = ()
    phones_forbidden: tuple[str, ...] = ()
    hours: WeeklyHours | None = None
    language: str = "en"  # what we write in: "en" or "cy"
    language_certain: bool = True
    spoken_languages: tuple[str, ...] = ("en",)  # any of these will do on the telephone
    preferences: frozenset[str] = frozenset()  # values of reading.letter.Preference
    voicemail_ok: bool = False
    relationship: str | None = None
    prison: str | None = None  # kept only for conflict checks
    frozen: bool = False  # a concern is open
    withdrawn_at: datetime | None = None
    hold_until: date | None = None
    closed_at: datetime | None = None
    first_contact_at: datetime | None = None  # the conversation that kept the promise
    lapsed_offers: int = 0
    last_unasked_at: tuple[
        datetime, ...
    ] = ()  # sent or waiting unasked mail to the family of the last 8 days, newest first
    paused_since: datetime | None = None
    paused_seconds: int = 0
    version: int = 1  # grows whenever something changes that rendered mail may rest on

    @property
    def reference(self) -> str:
        return references.of_referral(self.id)

    @property
    def first_name(self) -> str:
        return first_word(self.name or "")

    def adjusted_due_at(self, now: datetime) -> datetime:
        """``due_at`` put off by every pause of the clock, one that still lasts included: for reports, beside the
        strict one, and never for what is promised."""
        lasting = (now - self.paused_since) if self.paused_since else timedelta(0)
        return self.due_at + timedelta(seconds=self.paused_seconds) + lasting

    @property
    def is_open(self) -> bool:
        return self.stage is not Stage.CLOSED

    @property
    def missing(self) -> tuple[str, ...]:
        """What must still be asked, in the order of the samples' rule."""
        wanted = (("phone", not self.phones), ("availability", self.hours is None), ("name", not self.name))
        return tuple(what for what, lacking in wanted if lacking)
