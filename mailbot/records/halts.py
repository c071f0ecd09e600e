"""Is everything paused? Asked inside each claim, so that every worker sees it at once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, text

from mailbot.casework.people import Party
from mailbot.casework.snapshot import Halt
from mailbot.records import tables
from mailbot.records.lookups import OUTGOING, fixed, may_write, rows, table
from mailbot.records.store import Tx
from mailbot.records.tables import OutgoingState

HALT = table(tables.HaltRow)
HALT_LOCK = 7_261_002  # any number, the same for every worker: who pauses waits for claims that have begun


def is_halted(tx: Tx) -> bool:
    """Whether it is, until this transaction ends: a pause is not committed before."""
    if not tx.is_sqlite and may_write(tx):
        tx.session.execute(text("SELECT pg_advisory_xact_lock_shared(:lock)"), {"lock": HALT_LOCK})
    return _open_since(tx) is not None


def halt(tx: Tx) -> Halt | None:
    """The pause that lasts now, with what waits because of it."""
    found = rows(tx, select(HALT.c.id, HALT.c.since, HALT.c.paused_by).where(HALT.c.ended_at.is_(None)))
    if not found:
        return None
    one = found[0]
    return Halt(id=one.id, since=one.since, by=one.paused_by, waiting=waiting_for_the_public(tx))


def waiting_for_the_public(tx: Tx) -> int:
    """How many emails to families, referrers and volunteers wait to go."""
    due = OUTGOING.c.state == fixed(OUTGOING.c.state, OutgoingState.DUE)
    query = select(func.count()).select_from(OUTGOING).where(due, OUTGOING.c.party != Party.STAFF)
    return int(tx.session.execute(query).scalar_one())


def _open_since(tx: Tx) -> datetime | None:
    query = select(HALT.c.since).where(HALT.c.ended_at.is_(None))
    found: datetime | None = tx.session.execute(query).scalar_one_or_none()
    return found
