"""After an erasure: what the database keeps of what it overwrote is made to go too, as far as it can be.

SQLite zeroes what is deleted (``secure_delete``, https://sqlite.org/pragma.html#pragma_secure_delete), but its
write-ahead log still holds the pages as they were: a truncating checkpoint empties it. No VACUUM is needed: nothing is
left in the free pages. PostgreSQL keeps the old version of a row until VACUUM, which frees it and does not zero it:
what is left is ciphertext under our key. Backups, and a server's archive of its log, are out of reach.
"""

from __future__ import annotations

import contextlib

from sqlalchemy import Engine

from mailbot.records.tables import Row


def scrub(engine: Engine) -> None:
    """Best done at once, and harmless when it cannot be: a reader who still looks at the old rows puts it off to the
    database's own next turn."""
    connection = engine.raw_connection()
    try:
        with contextlib.suppress(engine.dialect.loaded_dbapi.Error):
            if engine.dialect.name == "sqlite":
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            else:
                connection.driver_connection.autocommit = True  # type: ignore[union-attr]
                every = ", ".join(f'"{one.name}"' for one in Row.metadata.sorted_tables)
                connection.cursor().execute(f"VACUUM {every}")
    finally:
        connection.invalidate()  # not given back to the pool as it is now
