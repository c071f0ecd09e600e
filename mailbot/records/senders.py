"""What we know of whoever wrote a letter, by the fingerprint of the address alone: an address is never an identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, Select, bindparam, exists, func, literal, or_, select, union_all

from mailbot.casework.about import Entity
from mailbot.casework.people import Party
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import TaskReason
from mailbot.reading.letter import Letter
from mailbot.reading.skills.phones.numbers import digits_told, numbers_in
from mailbot.records import tables
from mailbot.records.joining_rows import JOINING
from mailbot.records.lookups import (
    ADDRESS,
    CONCERN,
    CONFIRMATION,
    LETTER,
    OUTGOING,
    REFERRAL,
    TASK,
    lock_writer,
    rows,
    table,
)
from mailbot.records.releasing import SUPPRESSION
from mailbot.records.store import Tx
from mailbot.records.tables import LetterState, OutgoingState
from mailbot.records.volunteer_rows import VOLUNTEER

PERSON_ADDRESS = table(tables.PersonAddressRow)
REFERRAL_NUMBER = table(tables.ReferralNumberRow)
A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)
CLOSED_COUNTS = timedelta(weeks=8)  # a referral closed for longer is not the sender's any more
TO_PUBLIC = (Party.FAMILY, Party.REFERRER)
NUMBERS_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Sender:
    """Referral ids: ``own`` are those of the address as a family's, ``referred`` those it wrote for somebody else."""

    own: tuple[int, ...] = ()
    referred: tuple[int, ...] = ()
    people: int = 0
    volunteer_id: int | None = None
    automatic_to_sender: int = 0
    automatic_to_public: int = 0
    suppressed: bool = False
    too_much_told: bool = False
    tasks: int = 0  # staff were asked about letters of this sender in the last 24 hours
    confirmations_waiting: int = 0
    letter_had_concern: bool = False
    letter_already_opened: bool = False
    directed: str = ""  # what staff said of the letter
    told: str = ""  # and told of the person with it
    joining_id: int | None = None  # open: somebody who would like to volunteer

    @property
    def referral_ids(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys((*self.own, *self.referred)))


def known_of(tx: Tx, letter: Letter, letter_id: int, now: datetime) -> Sender:
    """Locks the sender's address first (design rule 9). One query for somebody unknown, two for somebody known."""
    address = letter.sender.address
    prints = tx.vault.fingerprints(address) if address else ()
    if prints:
        lock_writer(tx, prints[0])
    given = {
        "sender": prints or (b"",),
        "message_ids": tx.vault.fingerprints(letter.message_id) if letter.message_id else (b"",),
        "letter_id": letter_id,
        "a_day_ago": now - A_DAY,
        "an_hour_ago": now - AN_HOUR,
        "now": now,
    }
    row = tx.session.execute(_known(), given).one()
    own, referred = _referral_ids(tx, row.address_id, now) if row.address_id is not None else ((), ())
    return Sender(
        own=own,
        referred=referred,
        people=row.people,
        volunteer_id=row.volunteer_id,
        automatic_to_sender=row.automatic_to_sender,
        automatic_to_public=row.automatic_to_public,
        suppressed=bool(row.suppressed),
        too_much_told=bool(row.too_much_told),
        tasks=row.tasks,
        confirmations_waiting=row.confirmations_waiting,
        letter_had_concern=bool(row.letter_had_concern),
        letter_already_opened=bool(row.letter_already_opened),
        directed=row.directed or "",
        told=row.told or "",
        joining_id=row.joining_id,
    )


def referrals_with_numbers(tx: Tx, letter: Letter, but: Referral | None) -> tuple[int, ...]:
    """Open referrals, other than ``but``, that hold a telephone number which stands in the letter."""
    numbers = {found.e164 for found in numbers_in(digits_told(letter.new_text))}
    prints = [one for number in sorted(numbers)[:NUMBERS_AT_MOST] for one in tx.vault.fingerprints(number)]
    if not prints:
        return ()
    query = (
        select(REFERRAL.c.id)
        .join(REFERRAL_NUMBER, REFERRAL_NUMBER.c.referral_id == REFERRAL.c.id)
        .where(REFERRAL_NUMBER.c.fingerprint.in_(prints), REFERRAL.c.stage != Stage.CLOSED)
        .order_by(REFERRAL.c.id)
        .distinct()
    )
    return tuple(row.id for row in rows(tx, query) if but is None or row.id != but.id)


def _referral_ids(tx: Tx, address_id: int, now: datetime) -> tuple[tuple[int, ...], tuple[int, ...]]:
    given = {"address_id": address_id, "closed_after": now - CLOSED_COUNTS}
    found = tx.session.execute(_referrals_at(), given).all()
    own = tuple(row.id for row in found if not row.referred)
    return own, tuple(row.id for row in found if row.referred)


@lru_cache(maxsize=1)
def _known() -> Select[Any]:
    """Each part by its own index. Built once: building it takes longer than the database needs to answer."""
    sender: BindParameter[Any] = bindparam("sender", expanding=True)
    addresses = select(ADDRESS.c.id).where(ADDRESS.c.fingerprint.in_(sender))
    people = select(func.count(PERSON_ADDRESS.c.person_id.distinct())).where(PERSON_ADDRESS.c.address_id.in_(addresses))
    volunteer = select(VOLUNTEER.c.id).where(VOLUNTEER.c.address_fingerprint.in_(sender)).limit(1)
    is_open = (JOINING.c.address_fingerprint.in_(sender), JOINING.c.ended_at.is_(None))
    joining = select(JOINING.c.id).where(*is_open).limit(1)
    o = OUTGOING.c
    counts = (o.state != OutgoingState.CANCELLED, o.page.is_(False))
    to_sender = select(func.count()).where(o.address_fingerprint.in_(sender), o.made_at > _moment("a_day_ago"), *counts)
    to_public = select(func.count()).where(o.made_at > _moment("an_hour_ago"), o.party.in_(TO_PUBLIC), *counts)
    opened_before = exists().where(
        LETTER.c.message_id_fingerprint.in_(bindparam("message_ids", expanding=True)),
        LETTER.c.sender_fingerprint.in_(sender),
        LETTER.c.state == LetterState.OPENED,
        LETTER.c.id != bindparam("letter_id"),
    )
    told = exists().where(
        LETTER.c.sender_fingerprint.in_(sender),
        TASK.c.letter_id == LETTER.c.id,
        TASK.c.reason == TaskReason.TOO_MUCH_MAIL,
        TASK.c.asked_at > _moment("a_day_ago"),
    )
    tasks = select(func.count()).where(
        LETTER.c.sender_fingerprint.in_(sender), TASK.c.letter_id == LETTER.c.id, TASK.c.asked_at > _moment("a_day_ago")
    )
    confirming = select(func.count()).where(
        o.address_fingerprint.in_(sender),
        o.about_entity == Entity.CONFIRMATION,
        CONFIRMATION.c.id == o.about_id,
        CONFIRMATION.c.used_at.is_(None),
        CONFIRMATION.c.expires_at > _moment("now"),
    )
    worried = exists().where(CONCERN.c.letter_id == bindparam("letter_id"))
    return select(
        tasks.scalar_subquery().label("tasks"),
        confirming.scalar_subquery().label("confirmations_waiting"),
        worried.label("letter_had_concern"),
        addresses.limit(1).scalar_subquery().label("address_id"),
        people.scalar_subquery().label("people"),
        volunteer.scalar_subquery().label("volunteer_id"),
        joining.scalar_subquery().label("joining_id"),
        to_sender.scalar_subquery().label("automatic_to_sender"),
        to_public.scalar_subquery().label("automatic_to_public"),
        exists().where(SUPPRESSION.c.fingerprint.in_(sender)).label("suppressed"),
        opened_before.label("letter_already_opened"),
        told.label("too_much_told"),
        select(LETTER.c.directed).where(LETTER.c.id == bindparam("letter_id")).scalar_subquery().label("directed"),
        select(LETTER.c.told).where(LETTER.c.id == bindparam("letter_id")).scalar_subquery().label("told"),
    )


@lru_cache(maxsize=1)
def _referrals_at() -> CompoundSelect[Any]:
    """By the address itself, and by the people who have it (a second address of theirs is theirs too)."""
    here: BindParameter[Any] = bindparam("address_id")
    people = select(PERSON_ADDRESS.c.person_id).where(PERSON_ADDRESS.c.address_id == here)
    referral = REFERRAL.c
    counts = or_(referral.stage != Stage.CLOSED, referral.closed_at > _moment("closed_after"))
    own = select(referral.id, literal(False).label("referred")).where(
        or_(referral.address_id == here, referral.person_id.in_(people)), counts
    )
    referred = select(referral.id, literal(True).label("referred")).where(referral.referrer_address_id == here, counts)
    return union_all(own, referred)


def _moment(name: str) -> BindParameter[datetime]:
    return bindparam(name, type_=OUTGOING.c.made_at.type)
