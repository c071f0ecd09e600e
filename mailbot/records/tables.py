"""Every table, as typed rows. Names, addresses, numbers and texts are encrypted; what schedules and matches is clear.

Ids of what casework names (referrals, offers, outgoing letters ...) come from ``numbers.py``; the rest count alone.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, MetaData, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mailbot.casework.about import Entity
from mailbot.casework.newcomers import JoiningState
from mailbot.casework.people import Credential, Party
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import PauseReason, Stage
from mailbot.casework.snapshot import OfferState, TaskReason
from mailbot.reading.letter import CallOutcome, StaffCommand
from mailbot.records.columns import (
    BigId,
    Coded,
    EncryptedBytes,
    EncryptedCommands,
    EncryptedJson,
    EncryptedStrings,
    EncryptedText,
    Hours,
    Strings,
    UtcDateTime,
)
from mailbot.weekly_hours import WeeklyHours


class LetterState(StrEnum):
    TAKEN_IN = "taken_in"
    OPENED = "opened"
    SET_ASIDE = "set_aside"  # raised each time it was opened; a person must look
    DUPLICATE = "duplicate"  # the same letter as another one, seen again after a UIDVALIDITY change
    HISTORY = "history"  # too old when taken in: nothing automatic goes out


class OutgoingState(StrEnum):
    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


class Row(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigId,
        str: String,
        bytes: LargeBinary,
        datetime: UtcDateTime,
        WeeklyHours: Hours,
        Stage: Coded(Stage),
        PauseReason: Coded(PauseReason),
        OfferState: Coded(OfferState),
        JoiningState: Coded(JoiningState),
        TaskReason: Coded(TaskReason),
        PromiseKind: Coded(PromiseKind),
        Entity: Coded(Entity),
        Party: Coded(Party),
        Credential: Coded(Credential),
        CallOutcome: Coded(CallOutcome),
        LetterState: Coded(LetterState),
        OutgoingState: Coded(OutgoingState),
    }


def where(name: str, *columns: str, condition: str, unique: bool = False) -> Index:
    """A partial index, the same on both databases."""
    return Index(name, *columns, unique=unique, sqlite_where=text(condition), postgresql_where=text(condition))


# ----------------------------------------------------------------------------------------------------------- people


class PersonRow(Row):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str | None] = mapped_column(EncryptedText)
    made_at: Mapped[datetime]


class AddressRow(Row):
    """An address is never an identity: several people may share one, and one person may have several."""

    __tablename__ = "address"
    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(unique=True)
    address: Mapped[str] = mapped_column(EncryptedText)


class PersonAddressRow(Row):
    __tablename__ = "person_address"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    address_id: Mapped[int] = mapped_column(ForeignKey("address.id"), primary_key=True, index=True)
    verified_at: Mapped[datetime | None]


class LovedOneRow(Row):
    __tablename__ = "loved_one"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    relationship: Mapped[str | None] = mapped_column(EncryptedText)
    prison: Mapped[str | None] = mapped_column(EncryptedText)


# -------------------------------------------------------------------------------------------------------- referrals


class ReferralRow(Row):
    """``address_id`` is where the person is written to; ``referrer_address_id`` where somebody else wrote from."""

    __tablename__ = "referral"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    loved_one_id: Mapped[int | None] = mapped_column(ForeignKey("loved_one.id"))
    address_id: Mapped[int | None] = mapped_column(ForeignKey("address.id"), index=True)
    referrer: Mapped[str | None]
    referrer_name: Mapped[str | None] = mapped_column(EncryptedText)
    referrer_address_id: Mapped[int | None] = mapped_column(ForeignKey("address.id"), index=True)
    stage: Mapped[Stage]
    received_at: Mapped[datetime]
    due_at: Mapped[datetime]
    phones: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    phones_forbidden: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    hours: Mapped[WeeklyHours | None]
    language: Mapped[str]
    language_certain: Mapped[bool]
    spoken_languages: Mapped[tuple[str, ...]] = mapped_column(Strings)
    preferences: Mapped[tuple[str, ...]] = mapped_column(Strings)
    voicemail_ok: Mapped[bool]
    withdrawn_at: Mapped[datetime | None]
    hold_until: Mapped[date | None]
    closed_at: Mapped[datetime | None]
    closed_reason: Mapped[str | None]
    first_contact_at: Mapped[datetime | None]
    lapsed_offers: Mapped[int] = mapped_column(default=0)
    paused_since: Mapped[datetime | None]
    paused_seconds: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        where("ix_referral_open", "stage", "received_at", condition="stage <> 'closed'"),
        Index("ix_referral_closed_at", "closed_at"),
    )


class ReferralNumberRow(Row):
    """To find open referrals that hold the same telephone number; the number itself is in the referral."""

    __tablename__ = "referral_number"
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(primary_key=True, index=True)


class PauseRow(Row):
    __tablename__ = "pause"
    id: Mapped[int] = mapped_column(primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    reason: Mapped[PauseReason]
    since: Mapped[datetime]
    until: Mapped[datetime | None]

    __table_args__ = (where("uq_pause_open", "referral_id", "reason", condition="until IS NULL", unique=True),)


# ------------------------------------------------------------------------------------------------------- volunteers


class VolunteerRow(Row):
    __tablename__ = "volunteer"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    address: Mapped[str] = mapped_column(EncryptedText)
    address_fingerprint: Mapped[bytes] = mapped_column(unique=True)
    languages: Mapped[tuple[str, ...]] = mapped_column(Strings)
    gender: Mapped[str] = mapped_column(default="")
    hours: Mapped[WeeklyHours | None]
    capacity: Mapped[int] = mapped_column(default=1)
    lived_experience: Mapped[bool] = mapped_column(default=False)
    paused: Mapped[bool] = mapped_column(default=False)
    undeliverable: Mapped[bool] = mapped_column(default=False)
    prisons: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    wishes: Mapped[str | None] = mapped_column(EncryptedText)  # in their own words, for staff to see
    last_offered_at: Mapped[datetime | None]
    added_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)


class JoiningRow(Row):
    """Somebody who would like to volunteer: no row of ``volunteer`` before staff confirmed all four dates."""

    __tablename__ = "joining"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(EncryptedText)
    address: Mapped[str] = mapped_column(EncryptedText)
    address_fingerprint: Mapped[bytes]
    state: Mapped[JoiningState]
    asked_by: Mapped[str]  # staff id
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    told: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"), index=True)  # what staff are asked now
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"))  # the last they wrote
    volunteer_id: Mapped[int | None] = mapped_column(ForeignKey("volunteer.id"))
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (where("uq_joining_open", "address_fingerprint", condition="ended_at IS NULL", unique=True),)


class CredentialRow(Row):
    """In date through ``until``, a London day."""

    __tablename__ = "credential"
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"), primary_key=True)
    kind: Mapped[Credential] = mapped_column(primary_key=True)
    until: Mapped[date]


class AbsenceRow(Row):
    __tablename__ = "absence"
    id: Mapped[int] = mapped_column(primary_key=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"), index=True)
    from_day: Mapped[date]
    until_day: Mapped[date | None]


class ExclusionRow(Row):
    """This volunteer is not to support this person."""

    __tablename__ = "exclusion"
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"), primary_key=True)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), primary_key=True, index=True)
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    made_at: Mapped[datetime]


# ------------------------------------------------------------------------------------------- offers, matches, calls


class OfferRow(Row):
    __tablename__ = "offer"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"), index=True)
    state: Mapped[OfferState]
    made_at: Mapped[datetime]
    window_hours: Mapped[int]
    sent_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    reasons: Mapped[tuple[str, ...]] = mapped_column(Strings)
    passed_over: Mapped[list[Any]] = mapped_column(JSON)  # [volunteer id, why] each
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        where("uq_offer_open", "referral_id", condition="state = 'open'", unique=True),
        where("ix_offer_reserves", "volunteer_id", condition="state = 'open'"),
    )


class MatchRow(Row):
    __tablename__ = "match"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id"))
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"), index=True)
    made_at: Mapped[datetime]
    family_told_at: Mapped[datetime | None]
    briefed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_reason: Mapped[str | None]
    first_contact_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    next_call_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        where("uq_match_open", "referral_id", condition="ended_at IS NULL", unique=True),
        where("ix_match_reserves", "volunteer_id", condition="ended_at IS NULL"),
    )


class CallRow(Row):
    __tablename__ = "call"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    match_id: Mapped[int | None] = mapped_column(ForeignKey("match.id"), index=True)
    told_by: Mapped[str]  # "volunteer", or a staff id
    outcome: Mapped[CallOutcome]
    at: Mapped[datetime]
    minutes: Mapped[int | None]
    attempts: Mapped[int]
    next_call_at: Mapped[datetime | None]
    recorded_at: Mapped[datetime]


# --------------------------------------------------------------------------------------------- letters that came in


class LetterRow(Row):
    """``raw`` is committed before the server copy may move; claimed_until and next_attempt_at serve several workers."""

    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(primary_key=True)
    folder: Mapped[str]
    uidvalidity: Mapped[int]
    uid: Mapped[int]
    arrived_at: Mapped[datetime]
    taken_in_at: Mapped[datetime]
    sha256: Mapped[bytes] = mapped_column(index=True)
    message_id_fingerprint: Mapped[bytes | None] = mapped_column(index=True)
    sender_fingerprint: Mapped[bytes | None] = mapped_column(index=True)
    message_id: Mapped[str | None] = mapped_column(EncryptedText)
    references: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    whole_size: Mapped[int]
    history: Mapped[bool] = mapped_column(default=False)  # too old when taken in: nothing automatic goes out
    state: Mapped[LetterState]
    duplicate_of: Mapped[int | None] = mapped_column(ForeignKey("letter.id"))
    attempts: Mapped[int] = mapped_column(default=0)
    next_attempt_at: Mapped[datetime | None]
    claimed_by: Mapped[str | None]
    claimed_until: Mapped[datetime | None]
    directed: Mapped[str] = mapped_column(default="")  # staff said whose it is: a reference, or "new"
    fault: Mapped[str | None]  # the class of what was raised when it was opened
    kind: Mapped[str | None]
    outcome: Mapped[str | None]
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"), index=True)
    opened_at: Mapped[datetime | None]
    writer: Mapped[Any] = mapped_column(EncryptedJson, nullable=True)  # name, address, reply_to
    told: Mapped[str | None] = mapped_column(EncryptedText)  # what staff told of the person with ``directed``
    answered_at: Mapped[datetime | None]  # when staff's own answer was found in the Sent folder
    filed_at: Mapped[datetime | None]  # when the server copy was moved
    raw: Mapped[bytes] = mapped_column(EncryptedBytes, deferred=True)  # last: SQLite reads no further than asked

    __table_args__ = (
        UniqueConstraint("folder", "uidvalidity", "uid"),
        where("ix_letter_to_open", "history", "arrived_at", "id", condition="state = 'taken_in'"),
        where("ix_letter_to_file", "folder", "id", condition="filed_at IS NULL"),
        Index("ix_letter_taken_in_at", "taken_in_at"),
        where("ix_letter_set_aside", "id", condition="state = 'set_aside'"),
        where("ix_letter_answered_at", "answered_at", condition="answered_at IS NOT NULL"),
    )


class UnfetchedRow(Row):
    """A UID that is there and could not be fetched yet: it has no outcome."""

    __tablename__ = "unfetched"
    folder: Mapped[str] = mapped_column(primary_key=True)
    uidvalidity: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=1)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]


class MailboxLookRow(Row):
    """The last full look at a folder."""

    __tablename__ = "mailbox_look"
    folder: Mapped[str] = mapped_column(primary_key=True)
    uidvalidity: Mapped[int]
    uidnext: Mapped[int]
    exists: Mapped[int]
    gaps: Mapped[int]
    without_outcome: Mapped[int]
    looked_at: Mapped[datetime]


class SentLookRow(Row):
    """How far the Sent folder was looked into for what staff wrote by hand."""

    __tablename__ = "sent_look"
    folder: Mapped[str] = mapped_column(primary_key=True)
    uidvalidity: Mapped[int]
    uidnext: Mapped[int]
    looked_at: Mapped[datetime]


# ---------------------------------------------------------------------------------------------------- letters going out


class OutgoingRow(Row):
    """Rendered and encrypted when it was decided; claimed, sent and learned about later (design rule 5)."""

    __tablename__ = "outgoing"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    touchpoint: Mapped[str]
    about_entity: Mapped[Entity]
    about_id: Mapped[int]
    occurrence: Mapped[str]
    party: Mapped[Party]
    address: Mapped[str] = mapped_column(EncryptedText)
    address_fingerprint: Mapped[bytes]
    name: Mapped[str | None] = mapped_column(EncryptedText)
    phone: Mapped[str | None] = mapped_column(EncryptedText)  # handed to the paging command only
    language: Mapped[str]
    page: Mapped[bool]
    message_id: Mapped[str] = mapped_column(index=True)
    in_reply_to: Mapped[str | None] = mapped_column(EncryptedText)
    references: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    state: Mapped[OutgoingState]
    reason: Mapped[str | None]
    made_at: Mapped[datetime]
    send_at: Mapped[datetime]
    next_attempt_at: Mapped[datetime]
    use_by: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_again: Mapped[int] = mapped_column(default=0)  # after it had become uncertain, with the same Message-ID
    claimed_by: Mapped[str | None]
    claimed_until: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    unasked: Mapped[bool]
    is_answer: Mapped[bool]  # directly answers what somebody wrote: quiet hours do not bind
    despite_freeze: Mapped[bool]
    rests_on: Mapped[list[Any]] = mapped_column(JSON)  # [entity, id, version] each
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    answers_letter: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    raw: Mapped[bytes] = mapped_column(EncryptedBytes, deferred=True)  # the finished message, or the page's text

    __table_args__ = (
        UniqueConstraint("touchpoint", "about_entity", "about_id", "occurrence"),
        where("ix_outgoing_due", "next_attempt_at", "id", condition="state = 'due'"),
        where("ix_outgoing_sending", "claimed_until", condition="state = 'sending'"),
        where("ix_outgoing_uncertain", "next_attempt_at", condition="state = 'uncertain'"),
        Index("ix_outgoing_about", "about_entity", "about_id"),
        Index("ix_outgoing_referral_id", "referral_id", "id"),
        Index("ix_outgoing_address", "address_fingerprint", "made_at"),
        Index("ix_outgoing_made_at", "made_at"),
    )


class HaltRow(Row):
    """Everything is paused while one of these is open; every claim looks (issue: the staff's desk)."""

    __tablename__ = "halt"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    what: Mapped[str]  # "everything"
    since: Mapped[datetime]
    paused_by: Mapped[str]
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None]

    __table_args__ = (where("uq_halt_open", "what", condition="ended_at IS NULL", unique=True),)


class SuppressionRow(Row):
    """Nothing automatic to this address any more."""

    __tablename__ = "suppression"
    fingerprint: Mapped[bytes] = mapped_column(primary_key=True)
    address: Mapped[str] = mapped_column(EncryptedText)
    reason: Mapped[str]
    at: Mapped[datetime]


# ------------------------------------------------------------------------------------- promises, concerns and tasks


class PromiseRow(Row):
    __tablename__ = "promise"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PromiseKind]
    about_entity: Mapped[Entity]
    about_id: Mapped[int]
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"))
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    next_step_at: Mapped[datetime]
    step: Mapped[int] = mapped_column(default=0)
    settled_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)  # how often keeping it raised
    claimed_by: Mapped[str | None]
    claimed_until: Mapped[datetime | None]

    __table_args__ = (
        where("uq_promise_open", "kind", "about_entity", "about_id", condition="settled_at IS NULL", unique=True),
        where("ix_promise_due", "next_step_at", condition="settled_at IS NULL"),
        Index("ix_promise_referral_id", "referral_id"),
    )


class ConcernRow(Row):
    """Open until a named person resolves it; an open one freezes its referral."""

    __tablename__ = "concern"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"), index=True)
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), index=True)
    opened_at: Mapped[datetime]
    categories: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    urgent: Mapped[bool]
    language_only: Mapped[bool]
    seen_by: Mapped[str | None]
    seen_at: Mapped[datetime | None]
    resolved_by: Mapped[str | None]
    resolved_at: Mapped[datetime | None]
    resolution: Mapped[str | None] = mapped_column(EncryptedText)
    paged: Mapped[int] = mapped_column(default=0)
    letter: Mapped[str | None] = mapped_column(EncryptedText)
    words: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)

    __table_args__ = (where("ix_concern_open", "referral_id", condition="resolved_at IS NULL"),)


class TaskRow(Row):
    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[TaskReason]
    asked_at: Mapped[datetime]
    assigned_to: Mapped[str]
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    volunteer_id: Mapped[int | None] = mapped_column(ForeignKey("volunteer.id"))
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offer.id"))
    match_id: Mapped[int | None] = mapped_column(ForeignKey("match.id"))
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]
    outcome: Mapped[str | None]
    escalated: Mapped[int] = mapped_column(default=0)
    letter: Mapped[str | None] = mapped_column(EncryptedText)
    facts: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)
    with_it: Mapped[tuple[str, ...]] = mapped_column(EncryptedStrings, nullable=True)

    __table_args__ = (
        where("ix_task_open", "referral_id", condition="settled_at IS NULL"),
        where(
            "uq_task_open_proposal",
            "referral_id",
            condition="reason = 'proposal' AND settled_at IS NULL",
            unique=True,
        ),
    )


class ProposedRow(Row):
    """One volunteer of the ranked list that a proposal holds; ``refused_at``: staff want none of that list."""

    __tablename__ = "proposed"
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)  # from 1
    volunteer_id: Mapped[int] = mapped_column(ForeignKey("volunteer.id"))
    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"))
    refused_at: Mapped[datetime | None]

    __table_args__ = (where("ix_proposed_refused", "volunteer_id", condition="refused_at IS NOT NULL"),)


class ConfirmationRow(Row):
    __tablename__ = "confirmation"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    staff_id: Mapped[str]
    commands: Mapped[tuple[StaffCommand, ...]] = mapped_column(EncryptedCommands)
    asked_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    about_entity: Mapped[Entity | None]
    about_id: Mapped[int | None]


# ----------------------------------------------------------------------------------------------------- housekeeping


class JournalRow(Row):
    """Append-only: what was done, when, to what, and why. ``details`` may be personal, ``facts`` never is."""

    __tablename__ = "journal"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    action: Mapped[str]
    about_entity: Mapped[str | None]
    about_id: Mapped[int | None]
    referral_id: Mapped[int | None]
    cause_kind: Mapped[str]
    cause_id: Mapped[int | None]
    cause_name: Mapped[str]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)
    details: Mapped[Any] = mapped_column(EncryptedJson, nullable=True)

    __table_args__ = (
        where("ix_journal_referral_id", "referral_id", "id", condition="referral_id IS NOT NULL"),
        Index("ix_journal_about", "about_entity", "about_id"),
    )


class NumberRow(Row):
    """The last id given out, for each kind of row."""

    __tablename__ = "number"
    kind: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]


class LeaseRow(Row):
    """Who may do what only one may: ``fence`` grows with each new holder."""

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    fence: Mapped[int]
    until: Mapped[datetime]


class TickMarkRow(Row):
    """Something recurring was done for this key, once: the digest of a day, say."""

    __tablename__ = "tick_mark"
    name: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
