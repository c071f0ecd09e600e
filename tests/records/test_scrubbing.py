"""After an erasure PostgreSQL is told to free what it overwrote, in every table there is."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from mailbot.records.scrubbing import scrub
from mailbot.records.store import Store
from mailbot.records.tables import Row

VACUUMED = text("SELECT relname FROM pg_stat_user_tables WHERE vacuum_count > 0")


def test_every_table_is_freed_of_what_was_overwritten(store: Store) -> None:
    with store.read() as tx:
        engine = tx.session.get_bind().engine
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite zeroes what it deletes; its log is looked at in the journey of erasing")
    scrub(engine)
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_stat_clear_snapshot()"))
        freed = set(connection.execute(VACUUMED).scalars())
    assert {one.name for one in Row.metadata.sorted_tables} <= freed
