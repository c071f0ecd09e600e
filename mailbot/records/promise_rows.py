"""Which promises are due? (design rule 4: a tick costs what is due, not what exists)"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select

from mailbot.casework.promises import Promise
from mailbot.casework.references import of_either
from mailbot.records.lookups import PROMISE, promises, rows
from mailbot.records.store import Tx


def due(tx: Tx, now: datetime, limit: int) -> list[int]:
    """Ids of open promises whose next step has come, the longest waiting first, by the partial index.

    Whoever keeps one reads it again under its lock (``snapshots.for_promise``), so two workers may be told the same.
    """
    promise = PROMISE.c
    query = (
        select(promise.id)
        .where(
            promise.settled_at.is_(None),
            promise.next_step_at <= now,
            or_(promise.claimed_until.is_(None), promise.claimed_until <= now),
        )
        .order_by(promise.next_step_at)
        .limit(limit)
    )
    return [row.id for row in rows(tx, query)]


def next_due_at(tx: Tx) -> datetime | None:
    """When the next step of any promise is to be taken."""
    query = select(PROMISE.c.next_step_at).where(PROMISE.c.settled_at.is_(None)).order_by(PROMISE.c.next_step_at)
    return tx.session.execute(query.limit(1)).scalar_one_or_none()


def open_with_references(tx: Tx) -> tuple[tuple[str, Promise], ...]:
    """Every open promise with its referral's reference ("" for none), the next due first."""
    is_open = PROMISE.c.settled_at.is_(None)
    by_id = {row.id: row.referral_id for row in rows(tx, select(PROMISE.c.id, PROMISE.c.referral_id).where(is_open))}
    found = promises(tx, is_open)
    return tuple((of_either(by_id[one.id]), one) for one in found)


def with_references(tx: Tx) -> tuple[tuple[str, Promise], ...]:
    """Every promise there ever was, open or settled, with its referral's reference ("" for none), oldest first."""
    by_id = {row.id: row.referral_id for row in rows(tx, select(PROMISE.c.id, PROMISE.c.referral_id))}
    found = sorted(promises(tx), key=lambda one: (by_id[one.id] or 0, one.made_at, one.id))
    return tuple((of_either(by_id[one.id]), one) for one in found)
