"""The schema's history: the migrations build exactly what the tables say, and harm nothing on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Index, inspect, text

from mailbot.records import schema
from mailbot.records.errors import NotCurrent, RecordsError
from mailbot.records.numbers import KINDS, sequence_name
from mailbot.records.store import Store
from mailbot.records.tables import AddressRow, PersonAddressRow, PersonRow, Row
from mailbot.records.vault import Vault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path, vault: Vault) -> Iterator[Store]:
    on_postgresql = request.param == "postgresql"
    url = request.getfixturevalue("empty_postgresql_url") if on_postgresql else f"sqlite:///{tmp_path}/empty.db"
    store = Store.open(url, vault)
    yield store
    store.close()


def test_an_empty_database_is_brought_up_to_date_and_stays_there(empty: Store) -> None:
    assert (empty.current(), empty.is_current()) == (None, False)
    empty.upgrade()
    assert empty.is_current()
    with empty.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
    empty.upgrade()
    with empty.read() as tx:
        assert tx.session.get(PersonRow, 1) is not None


def test_the_migrations_build_exactly_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def partial_indexes() -> list[Index]:
    return [
        index
        for table in Row.metadata.sorted_tables
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    ]


def test_every_partial_index_is_there_with_its_condition(store: Store) -> None:
    """``compare_metadata`` does not look at conditions."""
    assert len(partial_indexes()) > 10
    if store.engine.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    else:
        query = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    with store.read() as tx:
        built = dict(tx.session.execute(text(query)).all())
    for index in partial_indexes():
        condition = str(index.dialect_options["sqlite"]["where"])
        assert words(condition) == words(built[str(index.name)].partition(" WHERE ")[2]), index.name
        assert ("UNIQUE" in built[str(index.name)]) is bool(index.unique), index.name


def words(condition: str) -> list[str]:
    return re.findall(r"[\w']+|<>|=", re.sub(r"::[\w ]+", "", condition).lower())


def test_a_primary_key_of_ids_counts_by_itself_or_is_given_as_the_tables_say(store: Store) -> None:
    if store.engine.dialect.name == "sqlite":
        return
    with store.engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            if table.autoincrement_column is not None:
                found = {column["name"]: column for column in inspect(connection).get_columns(table.name)}
                assert "nextval" in str(found[table.autoincrement_column.name]["default"]), table.name


def test_every_kind_of_number_has_its_sequence_and_encrypted_letters_are_not_compressed(
    postgresql_url: str, vault: Vault
) -> None:
    store = Store.open(postgresql_url, vault)
    with store.read() as tx:
        found = set(
            tx.session.scalars(text("SELECT sequencename FROM pg_sequences WHERE sequencename LIKE 'number_%'"))
        )
        assert {sequence_name(kind) for kind in KINDS} <= found
        query = "SELECT attstorage FROM pg_attribute WHERE attname = 'raw' AND attrelid = CAST(:it AS regclass)"
        assert [tx.session.scalar(text(query), {"it": it}) for it in ("letter", "outgoing")] == ["e", "e"]
    store.close()


def test_there_is_one_line_of_history() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    history = ScriptDirectory.from_config(config)
    assert len(history.get_heads()) == 1
    assert history.get_current_head() == schema.newest()


def test_a_database_from_a_later_program_is_left_alone(empty: Store) -> None:
    empty.upgrade()
    with empty.write() as tx:
        tx.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not empty.is_current()
    with pytest.raises(NotCurrent, match="later version"):
        empty.upgrade()


# -------------------------------------------------------------------------------------------- upgrades that go wrong


def a_family_at_home(store: Store, vault: Vault) -> None:
    with store.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
        tx.session.add(AddressRow(id=1, fingerprint=vault.fingerprint("ada@example.org"), address="ada@example.org"))
        tx.session.flush()
        tx.session.add(PersonAddressRow(person_id=1, address_id=1))


def test_rebuilding_a_table_on_sqlite_keeps_the_rows_that_point_to_it(
    sqlite_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(sqlite_url, vault)
    a_family_at_home(store, vault)

    def rebuild(connection: object) -> None:
        operations = Operations(MigrationContext.configure(connection))  # type: ignore[arg-type]
        with operations.batch_alter_table("person", recreate="always"):
            pass

    monkeypatch.setattr(schema, "_run", rebuild)
    store.upgrade()
    with store.read() as tx:
        assert tx.session.scalar(text("SELECT count(*) FROM person_address")) == 1
    with store.write() as tx:
        assert tx.session.scalar(text("PRAGMA foreign_keys")) == 1
    store.close()


def test_an_upgrade_that_would_leave_rows_pointing_nowhere_changes_nothing(
    sqlite_url: str, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(sqlite_url, vault)
    a_family_at_home(store, vault)

    def lose_people(connection: object) -> None:
        connection.exec_driver_sql("DELETE FROM person")  # type: ignore[attr-defined]

    monkeypatch.setattr(schema, "_run", lose_people)
    with pytest.raises(RecordsError, match="nothing was changed"):
        store.upgrade()
    with store.read() as tx:
        assert tx.session.scalar(text("SELECT count(*) FROM person")) == 1
    store.close()


def test_an_upgrade_that_raises_half_way_changes_nothing(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run = schema._run

    def run_and_fail(connection: object) -> None:
        run(connection)  # type: ignore[arg-type]
        raise RuntimeError("the power went")

    monkeypatch.setattr(schema, "_run", run_and_fail)
    with pytest.raises(RuntimeError):
        empty.upgrade()
    assert empty.current() is None
    with empty.engine.connect() as connection:
        assert [name for name in inspect(connection).get_table_names() if name != "alembic_version"] == []
