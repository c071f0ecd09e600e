"""The engine: SQLite that survives a power cut, or PostgreSQL by psycopg 3 (design rule 9)."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError

from mailbot.records.errors import RecordsError

READ_ONLY = "mailbot_read_only"
LOCK_SECONDS = 15


def make_engine(url: str, *, max_page_count: int | None = None) -> Engine:
    """``url`` is ``sqlite:///path`` or ``postgresql://…``. ``max_page_count`` bounds a SQLite file, in pages of 4 kB.

    A connection with the execution option ``READ_ONLY`` begins a transaction that cannot write. Errors never show
    parameters, since they may be personal. Raises ``RecordsError`` for any other URL.
    """
    try:
        if url.startswith("sqlite:///"):
            return _sqlite(url, max_page_count)
        if url.startswith(("postgresql://", "postgresql+psycopg://")):
            return _postgresql(url)
    except (ArgumentError, ValueError):
        pass  # it may hold a password: not shown
    raise RecordsError("the database's URL must be like sqlite:///records.db or postgresql://user@host/name")


def _postgresql(url: str) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=5,
        max_overflow=5,
        pool_recycle=1800,
        connect_args={
            "connect_timeout": 5,
            "options": f"-c timezone=UTC -c lock_timeout={LOCK_SECONDS}s -c idle_in_transaction_session_timeout=5min",
        },
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(READ_ONLY):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


def _sqlite(url: str, max_page_count: int | None) -> Engine:
    # isolation_level None: the driver begins nothing by itself, we say BEGIN below
    engine = create_engine(
        url, hide_parameters=True, connect_args={"timeout": float(LOCK_SECONDS), "isolation_level": None}
    )

    @event.listens_for(engine, "connect")
    def connect(driver: sqlite3.Connection, _record: Any) -> None:
        pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"]
        pragmas.append("secure_delete=ON")  # what is erased or overwritten is zeroed in the file, not only unlinked
        if max_page_count is not None:
            pragmas.append(f"max_page_count={max_page_count}")
        cursor = driver.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # a writer takes its lock at once: an upgrade from reading fails with SQLITE_BUSY and no waiting helps
        read_only = connection.get_execution_options().get(READ_ONLY)
        connection.exec_driver_sql("PRAGMA query_only=ON" if read_only else "PRAGMA query_only=OFF")
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine
