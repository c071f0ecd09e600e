"""Letters that wait to be opened: oldest first, tried again after a fault, set aside when that does not help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select, update

from mailbot.casework.policy import Policy
from mailbot.reading.letter import Letter
from mailbot.records.letter_writers import writer_noted
from mailbot.records.lookups import LETTER, fixed, may_write, rows
from mailbot.records.store import Tx
from mailbot.records.tables import LetterState

FIRST_RETRY = timedelta(minutes=1)  # doubles with each fault


@dataclass(frozen=True, slots=True)
class LetterToOpen:
    """``raw`` may be only the beginning of ``whole_size`` bytes. ``history``: nothing automatic goes out."""

    id: int
    raw: bytes
    arrived_at: datetime
    attempts: int
    history: bool
    whole_size: int


def next_letter(tx: Tx, now: datetime) -> LetterToOpen | None:
    """The oldest that may be opened now; in a writing transaction locked, and those that others hold passed over."""
    found = next_letters(tx, now, 1)
    return found[0] if found else None


def next_letters(tx: Tx, now: datetime, limit: int) -> list[LetterToOpen]:
    """The oldest ``limit``, locked as ``next_letter`` does. A backlog of history keeps no new letter waiting."""
    letter = LETTER.c
    query = (
        select(letter.id, letter.raw, letter.arrived_at, letter.attempts, letter.history, letter.whole_size)
        .where(
            letter.state == fixed(letter.state, LetterState.TAKEN_IN),
            or_(letter.next_attempt_at.is_(None), letter.next_attempt_at <= now),
        )
        .order_by(letter.history, letter.arrived_at, letter.id)
        .limit(limit)
    )
    if may_write(tx):
        query = query.with_for_update(skip_locked=True)
    return [LetterToOpen(*row) for row in rows(tx, query)]


def still_to_open(tx: Tx, letter_id: int) -> bool:
    """Locks the letter. False when it was opened since it was read, or when somebody else is opening it."""
    query = select(LETTER.c.state).where(LETTER.c.id == letter_id).with_for_update(skip_locked=True)
    return tx.session.execute(query).scalar_one_or_none() is LetterState.TAKEN_IN


def letter_failed(tx: Tx, letter_id: int, error: str, now: datetime, policy: Policy) -> bool:
    """``error`` is the class of what was raised, never its message. True when the letter is set aside from now on."""
    attempts = tx.session.execute(select(LETTER.c.attempts).where(LETTER.c.id == letter_id)).scalar_one() + 1
    set_aside = bool(attempts >= policy.letter_attempts)
    tx.session.execute(
        update(LETTER)
        .where(LETTER.c.id == letter_id, LETTER.c.state == LetterState.TAKEN_IN)
        .values(
            attempts=attempts,
            fault=error[:200],
            next_attempt_at=now + FIRST_RETRY * 2 ** (attempts - 1),
            state=LetterState.SET_ASIDE if set_aside else LetterState.TAKEN_IN,
        )
    )
    return set_aside


def note_read(tx: Tx, letter_id: int, letter: Letter) -> None:
    """What later letters are compared with: the kind, who sent it, its Message-ID and what it replies to."""
    values = {
        "kind": letter.kind.value,
        "references": letter.replies_to,
        "writer": writer_noted(letter),
        "sender_fingerprint": tx.vault.fingerprint(letter.sender.address) if letter.sender.address else None,
    }
    if letter.message_id:
        values |= {"message_id": letter.message_id, "message_id_fingerprint": tx.vault.fingerprint(letter.message_id)}
    tx.session.execute(update(LETTER).where(LETTER.c.id == letter_id).values(values))
