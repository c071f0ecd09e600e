"""Marks of what is done once for each key: the digest of a day, a trouble told on a day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from mailbot.records import tables
from mailbot.records.lookups import table
from mailbot.records.store import Tx

MARK = table(tables.TickMarkRow)


def first_time(tx: Tx, name: str, key: str, now: datetime) -> bool:
    """True for the first who asks; the mark stands when the transaction is committed."""
    known = select(MARK.c.key).where(MARK.c.name == name, MARK.c.key == key)
    if tx.session.execute(known).one_or_none() is not None:
        return False
    try:
        with tx.session.begin_nested():
            tx.session.execute(insert(MARK).values(name=name, key=key, at=now))
    except IntegrityError:  # another worker was faster
        return False
    return True


def is_marked(tx: Tx, name: str, key: str) -> bool:
    """Has it been done for this key?"""
    known = select(MARK.c.key).where(MARK.c.name == name, MARK.c.key == key)
    return tx.session.execute(known).one_or_none() is not None
