"""What staff sent by hand: how far the Sent folder was looked into, and which letter a mail in it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import insert, select, update

from mailbot.casework.about import About, Entity
from mailbot.casework.promises import PromiseKind
from mailbot.casework.staff.by_hand import AnsweredLetter
from mailbot.casework.staff.orders.letters import ANSWERED_BY_AN_EMAIL
from mailbot.records import lookups, tables
from mailbot.records.letter_writers import addresses_of
from mailbot.records.lookups import CONCERN, LETTER, PROMISE, TASK, lock_writer, table
from mailbot.records.store import Tx

SENT_LOOK = table(tables.SentLookRow)
MOST_NAMED = 20  # Message-IDs of one mail that are looked up


@dataclass(frozen=True, slots=True)
class SentMark:
    """How far the folder was looked into: everything below ``uidnext`` under this UIDVALIDITY."""

    folder: str
    uidvalidity: int
    uidnext: int
    looked_at: datetime


@dataclass(frozen=True, slots=True)
class HandMail:
    """A mail that a person sent from the mailbox. ``answers``: Message-IDs, the one it answers first, then its
    References, newest first. ``to`` holds everybody it went to but ourselves, in lower case. Its words are not read."""

    answers: tuple[str, ...]
    to: tuple[str, ...]
    sent_at: datetime


def sent_mark(tx: Tx, folder: str) -> SentMark | None:
    row = tx.session.execute(select(SENT_LOOK).where(SENT_LOOK.c.folder == folder)).one_or_none()
    return SentMark(row.folder, row.uidvalidity, row.uidnext, row.looked_at) if row else None


def move_mark(tx: Tx, mark: SentMark, before: SentMark | None) -> bool:
    """False when another worker moved it since ``before`` was read: then it has dealt with these mails."""
    lock_writer(tx, b"sent-folder")
    if sent_mark(tx, mark.folder) != before:
        return False
    values = {"uidvalidity": mark.uidvalidity, "uidnext": mark.uidnext, "looked_at": mark.looked_at}
    if before is None:
        tx.session.execute(insert(SENT_LOOK).values(values | {"folder": mark.folder}))
    else:
        tx.session.execute(update(SENT_LOOK).where(SENT_LOOK.c.folder == mark.folder).values(values))
    return True


def answered_letter(tx: Tx, mail: HandMail, now: datetime) -> AnsweredLetter | None:
    """The letter that it names, else the one letter of its only recipient that waits for staff; None where neither is
    certain. Who passes a letter on to somebody else has not answered it: it must have gone to whoever wrote."""
    named_ones = (_named(tx, one, mail.sent_at) for one in mail.answers[:MOST_NAMED])
    named = next((one for one in named_ones if one is not None), None)
    if named is not None:
        return _around(tx, named, now) if set(addresses_of(tx, named)) & set(mail.to) else None
    if len(mail.to) != 1:
        return None
    waiting = _waiting_of(tx, mail.to[0], mail.sent_at)
    return _around(tx, waiting[0], now) if len(waiting) == 1 else None


def _named(tx: Tx, message_id: str, sent_at: datetime) -> int | None:
    prints = list(tx.vault.fingerprints(message_id))
    query = (
        select(LETTER.c.id)
        .where(
            LETTER.c.message_id_fingerprint.in_(prints),
            LETTER.c.duplicate_of.is_(None),
            LETTER.c.arrived_at <= sent_at,
        )
        .order_by(LETTER.c.id)
        .limit(2)
    )
    found = tx.session.execute(query).scalars().all()
    return found[0] if len(found) == 1 else None


def _waiting_of(tx: Tx, address: str, sent_at: datetime) -> Sequence[int]:
    prints = list(tx.vault.fingerprints(address))
    query = (
        select(LETTER.c.id)
        .join(TASK, TASK.c.letter_id == LETTER.c.id)
        .where(
            LETTER.c.sender_fingerprint.in_(prints),
            LETTER.c.arrived_at <= sent_at,
            TASK.c.settled_at.is_(None),
            TASK.c.reason.in_(sorted(ANSWERED_BY_AN_EMAIL)),
        )
        .distinct()
        .limit(2)
    )
    return tx.session.execute(query).scalars().all()


def _around(tx: Tx, letter_id: int, now: datetime) -> AnsweredLetter:
    referral_id = tx.session.execute(select(LETTER.c.referral_id).where(LETTER.c.id == letter_id)).scalar_one()
    if referral_id is not None:
        lookups.lock_referrals(tx, [referral_id])
    concern = CONCERN.c.letter_id == letter_id
    if referral_id is not None:
        concern = concern | (CONCERN.c.referral_id == referral_id)
    found = AnsweredLetter(
        letter_id=letter_id,
        tasks=lookups.tasks(tx, TASK.c.letter_id == letter_id, TASK.c.settled_at.is_(None)),
        concern_open=bool(lookups.concerns(tx, concern, CONCERN.c.resolved_at.is_(None))),
    )
    if referral_id is None:
        return found
    about = About(Entity.REFERRAL, referral_id)
    asked_again = lookups.promises(
        tx,
        PROMISE.c.kind == PromiseKind.ESSENTIALS,
        PROMISE.c.about_entity == about.entity,
        PROMISE.c.about_id == about.id,
        PROMISE.c.settled_at.is_(None),
    )
    return replace(found, referral_id=referral_id, essentials=next(iter(asked_again), None))
