"""The schema's history: brings a database up to date with Alembic, from an installed wheel as well."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, text

from mailbot.records.errors import NotCurrent, RecordsError

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 7_261_001  # any number, the same for every mailbot: two processes never upgrade at once


def upgrade(engine: Engine) -> None:
    """To the newest revision, in one transaction.

    Raises ``RecordsError`` when rows would be left pointing nowhere, ``NotCurrent`` when a later program was here.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            _upgrade_sqlite(connection)
        else:
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
                _run(connection)


def current(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _upgrade_sqlite(connection: Connection) -> None:
    # Batch mode copies a table and drops the old one; with foreign keys on, that deletes the rows that point to it.
    # The pragma does nothing inside a transaction, so it is said to the driver before one begins.
    driver = cast(sqlite3.Connection, connection.connection.driver_connection)
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            _run(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RecordsError("the upgrade would leave rows that point nowhere: nothing was changed")
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _run(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as fault:  # its revision is none of ours
        raise NotCurrent("the database was made by a later version of mailbot: install that one") from fault


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
