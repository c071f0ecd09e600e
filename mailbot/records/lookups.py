"""Rows as casework's values: referrals, offers, matches, concerns, tasks, promises and mails, a query each.

Everything is read column by column, never as cached objects: a snapshot shows what is in the database at that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    LargeBinary,
    Select,
    Table,
    bindparam,
    exists,
    func,
    select,
    text,
    type_coerce,
)

from mailbot.casework.about import About
from mailbot.casework.people import Party, Volunteer
from mailbot.casework.promises import Promise
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Concern, Confirmation, Match, Offer, SentMail, Task, TaskReason
from mailbot.records import tables
from mailbot.records.engine import READ_ONLY
from mailbot.records.store import Tx
from mailbot.records.tables import OutgoingState

CADENCE = timedelta(days=8)  # how far back Referral.last_unasked_at looks
A_BATCH = 1000  # so many ids in one IN, well below what either database takes


def table(row: type[tables.Row]) -> Table:
    """The table of a kind of row, to be asked column by column."""
    return cast(Table, row.__table__)


REFERRAL = table(tables.ReferralRow)
PERSON = table(tables.PersonRow)
ADDRESS = table(tables.AddressRow)
LOVED_ONE = table(tables.LovedOneRow)
CONCERN = table(tables.ConcernRow)
OFFER = table(tables.OfferRow)
MATCH = table(tables.MatchRow)
TASK = table(tables.TaskRow)
PROPOSED = table(tables.ProposedRow)
CONFIRMATION = table(tables.ConfirmationRow)
PROMISE = table(tables.PromiseRow)
OUTGOING = table(tables.OutgoingRow)
LETTER = table(tables.LetterRow)

STILL_COUNTS = (OutgoingState.DUE, OutgoingState.SENDING, OutgoingState.SENT, OutgoingState.UNCERTAIN)


def rows(tx: Tx, query: Select[Any]) -> Sequence[Any]:
    return tx.session.execute(query).all()


def fixed(column: ColumnElement[Any], code: StrEnum) -> BindParameter[Any]:
    """A code written into the statement itself: PostgreSQL's plan for any value, which it makes after a few turns, uses
    no partial index for one that is bound."""
    return bindparam(None, code, type_=column.type, literal_execute=True)


def may_write(tx: Tx) -> bool:
    """PostgreSQL locks no rows in a transaction that only reads."""
    return not tx.session.connection().get_execution_options().get(READ_ONLY)


def lock_writer(tx: Tx, fingerprint: bytes) -> None:
    """Until the transaction ends, nobody else decides on letters from this address (design rule 9). SQLite has one
    writer at a time anyway."""
    if not tx.is_sqlite:
        number = int.from_bytes(fingerprint[-8:], signed=True)
        tx.session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def lock_referrals(tx: Tx, ids: Iterable[int]) -> None:
    """In the order of their ids, so that two transactions never wait for each other."""
    wanted = sorted(set(ids))
    if wanted and not tx.is_sqlite and may_write(tx):
        query = select(REFERRAL.c.id).where(REFERRAL.c.id.in_(wanted)).order_by(REFERRAL.c.id)
        tx.session.execute(query.with_for_update()).all()


def lock_outgoing(tx: Tx, ids: Iterable[int]) -> list[int]:
    """Those that exist, locked in the order of their ids: no claim takes one until the transaction ends. Their
    referrals are locked first, as everybody does it."""
    wanted = sorted(set(ids))
    around = rows(tx, select(OUTGOING.c.referral_id).where(OUTGOING.c.id.in_(wanted)))
    lock_referrals(tx, (row.referral_id for row in around if row.referral_id is not None))
    query = select(OUTGOING.c.id).where(OUTGOING.c.id.in_(wanted)).order_by(OUTGOING.c.id)
    if not tx.is_sqlite and may_write(tx):
        query = query.with_for_update()
    return [row.id for row in rows(tx, query)]


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), A_BATCH):
        yield wanted[start : start + A_BATCH]


def referrals(tx: Tx, *where: ColumnElement[bool], now: datetime) -> tuple[Referral, ...]:
    """Newest first."""
    found = rows(tx, _referrals().where(*where))
    unasked = _unasked(tx, [row.id for row in found], now)
    return tuple(_referral(row, unasked.get(row.id, ())) for row in found)


def referral(tx: Tx, referral_id: int | None, now: datetime) -> Referral | None:
    return _one(referrals(tx, REFERRAL.c.id == referral_id, now=now)) if referral_id is not None else None


def offer_rows(tx: Tx, *where: ColumnElement[bool]) -> Sequence[Any]:
    return rows(tx, select(OFFER).where(*where).order_by(OFFER.c.id))


def as_offer(row: Any, people: Mapping[int, Volunteer]) -> Offer:
    return Offer(
        id=row.id,
        referral_id=row.referral_id,
        volunteer=people[row.volunteer_id],
        state=row.state,
        made_at=row.made_at,
        window_hours=row.window_hours,
        sent_at=row.sent_at,
        version=row.version,
    )


def match_rows(tx: Tx, *where: ColumnElement[bool]) -> Sequence[Any]:
    return rows(tx, select(MATCH).where(*where).order_by(MATCH.c.id))


def as_match(row: Any, people: Mapping[int, Volunteer]) -> Match:
    return Match(
        id=row.id,
        referral_id=row.referral_id,
        volunteer=people[row.volunteer_id],
        made_at=row.made_at,
        family_told_at=row.family_told_at,
        briefed_at=row.briefed_at,
        ended_at=row.ended_at,
        first_contact_at=row.first_contact_at,
        attempts=row.attempts,
        next_call_at=row.next_call_at,
        version=row.version,
    )


def concerns(tx: Tx, *where: ColumnElement[bool]) -> tuple[Concern, ...]:
    return tuple(
        Concern(
            id=row.id,
            referral_id=row.referral_id,
            letter_id=row.letter_id,
            opened_at=row.opened_at,
            categories=row.categories,
            urgent=row.urgent,
            language_only=row.language_only,
            seen_by=row.seen_by,
            seen_at=row.seen_at,
            resolved_at=row.resolved_at,
            paged=row.paged,
            letter=row.letter or "",
            words=row.words,
        )
        for row in rows(tx, select(CONCERN).where(*where).order_by(CONCERN.c.id))
    )


def tasks(tx: Tx, *where: ColumnElement[bool]) -> tuple[Task, ...]:
    found = rows(tx, select(TASK).where(*where).order_by(TASK.c.id))
    proposed = _proposed(tx, [row.id for row in found if row.reason is TaskReason.PROPOSAL])
    return tuple(
        Task(
            id=row.id,
            reason=row.reason,
            asked_at=row.asked_at,
            assigned_to=row.assigned_to,
            referral_id=row.referral_id,
            letter_id=row.letter_id,
            volunteer_id=row.volunteer_id,
            offer_id=row.offer_id,
            match_id=row.match_id,
            settled_at=row.settled_at,
            escalated=row.escalated,
            letter=row.letter or "",
            facts=row.facts,
            with_it=row.with_it,
            proposed=proposed.get(row.id, ()),
        )
        for row in found
    )


def _proposed(tx: Tx, task_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The volunteers of each proposal, the first choice first."""
    found: dict[int, tuple[int, ...]] = {}
    for some in batches(task_ids):
        query = select(PROPOSED.c.task_id, PROPOSED.c.volunteer_id).where(PROPOSED.c.task_id.in_(some))
        for row in rows(tx, query.order_by(PROPOSED.c.task_id, PROPOSED.c.place)):
            found[row.task_id] = (*found.get(row.task_id, ()), row.volunteer_id)
    return found


def confirmation(tx: Tx, confirmation_id: int) -> Confirmation | None:
    row = tx.session.execute(select(CONFIRMATION).where(CONFIRMATION.c.id == confirmation_id)).one_or_none()
    if row is None:
        return None
    about = About(row.about_entity, row.about_id) if row.about_entity is not None else None
    return Confirmation(
        id=row.id,
        staff_id=row.staff_id,
        commands=row.commands,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
        used_at=row.used_at,
        about=about,
    )


def promises(tx: Tx, *where: ColumnElement[bool]) -> tuple[Promise, ...]:
    return tuple(
        Promise(
            id=row.id,
            kind=row.kind,
            about=About(row.about_entity, row.about_id),
            made_at=row.made_at,
            due_at=row.due_at,
            next_step_at=row.next_step_at,
            step=row.step,
            settled_at=row.settled_at,
            outcome=row.outcome,
        )
        for row in rows(tx, select(PROMISE).where(*where).order_by(PROMISE.c.next_step_at, PROMISE.c.id))
    )


def mails(tx: Tx, *where: ColumnElement[bool]) -> tuple[SentMail, ...]:
    """Newest first. An address that stands in many rows is decrypted once."""
    opener = tx.vault
    opened: dict[bytes, str] = {}
    found = []
    for row in rows(tx, _mails().where(*where)):
        address = opened.get(row.address_fingerprint)
        if address is None:
            address = opened[row.address_fingerprint] = opener.decrypt_text(row.secret)
        found.append(
            SentMail(
                id=row.id,
                touchpoint=row.touchpoint,
                about=About(row.about_entity, row.about_id),
                occurrence=row.occurrence,
                party=row.party,
                address=address,
                referral_id=row.referral_id,
                state=row.state.value,
                sent_at=row.sent_at,
                message_id=row.message_id,
                reason=row.reason or "",
                may_have_gone=row.sent_again > 0 and row.state is OutgoingState.DUE,
            )
        )
    return tuple(found)


def mail(tx: Tx, outgoing_id: int | None) -> SentMail | None:
    return _one(mails(tx, OUTGOING.c.id == outgoing_id)) if outgoing_id is not None else None


def _one(found: Sequence[Any]) -> Any:
    return found[0] if found else None


def _referral(row: Any, last_unasked_at: tuple[datetime, ...]) -> Referral:
    return Referral(
        id=row.id,
        stage=row.stage,
        received_at=row.received_at,
        due_at=row.due_at,
        person_id=row.person_id,
        name=row.name,
        address=row.address,
        referrer=row.referrer,
        referrer_name=row.referrer_name,
        referrer_address=row.referrer_address,
        phones=row.phones,
        phones_forbidden=row.phones_forbidden,
        hours=row.hours,
        language=row.language,
        language_certain=row.language_certain,
        spoken_languages=row.spoken_languages,
        preferences=frozenset(row.preferences),
        voicemail_ok=row.voicemail_ok,
        relationship=row.relationship,
        prison=row.prison,
        frozen=bool(row.frozen),
        withdrawn_at=row.withdrawn_at,
        hold_until=row.hold_until,
        closed_at=row.closed_at,
        first_contact_at=row.first_contact_at,
        lapsed_offers=row.lapsed_offers,
        last_unasked_at=last_unasked_at,
        paused_since=row.paused_since,
        paused_seconds=row.paused_seconds,
        version=row.version,
    )


def unasked_sent(tx: Tx, ids: Iterable[int], now: datetime) -> dict[int, tuple[datetime, ...]]:
    """When unasked mail went to the families of these referrals, what is on its way included."""
    found: dict[int, tuple[datetime, ...]] = {}
    o = OUTGOING.c
    at = func.coalesce(o.sent_at, o.next_attempt_at).label("at")
    went = (OutgoingState.SENDING, OutgoingState.SENT, OutgoingState.UNCERTAIN)
    for some in batches(ids):
        counts = (o.unasked, o.party == Party.FAMILY, o.state.in_(went), at >= now - CADENCE)
        for row in rows(tx, select(o.referral_id, at).where(o.referral_id.in_(some), *counts)):
            found[row.referral_id] = (*found.get(row.referral_id, ()), row.at)
    return found


def _unasked(tx: Tx, ids: Sequence[int], now: datetime) -> dict[int, tuple[datetime, ...]]:
    """When unasked mail to the family went or is to go: the cadence counts both."""
    found: dict[int, tuple[datetime, ...]] = {}
    for some in batches(ids):
        for row in tx.session.execute(_unasked_mail(), {"ids": some, "since": now - CADENCE}).all():
            found[row.referral_id] = (*found.get(row.referral_id, ()), row.at)
    return found


# The larger statements are built once: building one takes longer than the database needs to answer it.


@lru_cache(maxsize=1)
def _referrals() -> Select[Any]:
    home, referrer_home = ADDRESS.alias("home"), ADDRESS.alias("referrer_home")
    is_frozen = exists().where(CONCERN.c.referral_id == REFERRAL.c.id, CONCERN.c.resolved_at.is_(None))
    return (
        select(
            REFERRAL,
            PERSON.c.name.label("name"),
            home.c.address.label("address"),
            referrer_home.c.address.label("referrer_address"),
            LOVED_ONE.c.relationship.label("relationship"),
            LOVED_ONE.c.prison.label("prison"),
            is_frozen.label("frozen"),
        )
        .select_from(REFERRAL)
        .join(PERSON, PERSON.c.id == REFERRAL.c.person_id)
        .outerjoin(home, home.c.id == REFERRAL.c.address_id)
        .outerjoin(referrer_home, referrer_home.c.id == REFERRAL.c.referrer_address_id)
        .outerjoin(LOVED_ONE, LOVED_ONE.c.id == REFERRAL.c.loved_one_id)
        .order_by(REFERRAL.c.received_at.desc(), REFERRAL.c.id.desc())
    )


@lru_cache(maxsize=1)
def _unasked_mail() -> Select[Any]:
    o = OUTGOING.c
    at = func.coalesce(o.sent_at, o.send_at).label("at")
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    since: BindParameter[Any] = bindparam("since", type_=o.send_at.type)
    counts = (o.unasked, o.party == Party.FAMILY, o.state.in_(STILL_COUNTS), at >= since)
    return select(o.referral_id, at).where(o.referral_id.in_(ids), *counts).order_by(at.desc())


@lru_cache(maxsize=1)
def _mails() -> Select[Any]:
    o = OUTGOING.c
    return select(
        o.id, o.touchpoint, o.about_entity, o.about_id, o.occurrence, o.party, o.address_fingerprint, o.referral_id,
        o.state, o.sent_at, o.message_id, o.reason, o.sent_again, type_coerce(o.address, LargeBinary).label("secret"),
    ).order_by(o.id.desc())  # fmt: skip
