"""The engine and the store: transactions, locks, ids, and plain words when something is wrong."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from mailbot.casework.about import Entity
from mailbot.records.columns import give_vault
from mailbot.records.engine import make_engine
from mailbot.records.errors import NotCurrent, RecordsAway, RecordsConflict, RecordsError, RecordsFull
from mailbot.records.store import Store, Tx
from mailbot.records.tables import PersonRow, TickMarkRow
from mailbot.records.vault import Vault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def people(tx: Tx) -> int:
    return tx.session.scalar(select(func.count()).select_from(PersonRow)) or 0


def test_what_is_written_stays_after_the_block(store: Store) -> None:
    with store.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
    with store.read() as tx:
        row = tx.session.get(PersonRow, 1)
        assert row is not None
        assert (row.name, row.made_at) == ("Ada", NOW)


def test_nothing_stays_of_a_block_that_raises(store: Store) -> None:
    with pytest.raises(KeyError), store.write() as tx:  # noqa: PT012 - the flush is what must be undone
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
        tx.session.flush()
        raise KeyError("anything")
    with store.read() as tx:
        assert people(tx) == 0


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match=r"read-?only|reached|another"), store.read() as tx:
        tx.session.execute(text("INSERT INTO number (kind, last) VALUES ('x', 1)"))
    with store.write() as tx:
        tx.session.execute(text("INSERT INTO number (kind, last) VALUES ('x', 1)"))


def test_a_reader_sees_one_moment(store: Store) -> None:
    with store.read() as reading:
        assert people(reading) == 0
        with store.write() as tx:
            tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
        assert people(reading) == 0


def test_the_row_that_stands_in_the_way_is_a_conflict_and_what_it_says_is_not_repeated(store: Store) -> None:
    statement, told = text("INSERT INTO number (kind, last) VALUES (:kind, :last)"), {"kind": "x", "last": 4711}
    with store.write() as tx:
        tx.session.execute(statement, told)
    with pytest.raises(RecordsConflict) as raised, store.write() as tx:
        tx.session.execute(statement, told)
    assert raised.value.temporary
    assert raised.value.__cause__ is not None
    assert "4711" not in f"{raised.value} {raised.value.__cause__}"


def test_a_row_that_points_nowhere_is_refused(store: Store) -> None:
    with pytest.raises(RecordsConflict), store.write() as tx:
        tx.session.execute(text("INSERT INTO credential (volunteer_id, kind, until) VALUES (99, 'dbs', '2027-01-01')"))


def test_ids_grow_by_one_and_references_start_at_1001(store: Store) -> None:
    with store.write() as tx:
        ids = store.ids(tx)
        assert [ids.new(Entity.REFERRAL), ids.new("referral"), ids.new("outgoing"), ids.new("person")] == [
            1001, 1002, 1, 1,
        ]  # fmt: skip
    with store.write() as tx:
        assert store.ids(tx).new(Entity.REFERRAL) == 1003


def test_ids_of_letters_are_not_handed_out(store: Store) -> None:
    with pytest.raises(KeyError), store.write() as tx:
        store.ids(tx).new(Entity.LETTER)


def test_two_workers_that_take_ids_crosswise_do_not_stop_each_other(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    with store.write() as one, store.write() as other:
        taken = [
            store.ids(one).new("offer"),
            store.ids(other).new("task"),
            store.ids(one).new("task"),
            store.ids(other).new("offer"),
        ]
    assert taken == [1, 1, 2, 2]
    store.close()


def test_writers_on_sqlite_wait_for_each_other(sqlite_url: str, vault: Vault) -> None:
    store = Store.open(sqlite_url, vault)

    def add_many(first: int) -> None:
        for number in range(first, first + 10):
            with store.write() as tx:
                seen = people(tx)
                tx.session.add(PersonRow(id=number, name=str(seen), made_at=NOW))

    threads = [threading.Thread(target=add_many, args=(first,)) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as tx:
        names = tx.session.scalars(select(PersonRow)).all()
        assert sorted(int(row.name or "") for row in names) == list(range(30))
    store.close()


def test_sqlite_keeps_what_was_committed_in_a_power_cut_and_checks_what_points_where(sqlite_url: str) -> None:
    with make_engine(sqlite_url).connect() as connection:
        said = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert said == ["wal", 2, 1]


def test_a_full_disk_is_said_plainly_and_what_was_there_stays(sqlite_url: str, vault: Vault) -> None:
    store = Store.open(sqlite_url, vault)
    with store.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
    pages = int(Path(sqlite_url.removeprefix("sqlite:///")).stat().st_size / 4096) + 4
    store.close()
    full = Store.open(sqlite_url, vault, max_page_count=pages)
    with pytest.raises(RecordsFull) as raised, full.write() as tx:
        tx.session.add_all(PersonRow(id=number, name="Ada" * 100, made_at=NOW) for number in range(2, 3000))
    assert raised.value.temporary
    with full.write() as tx:
        tx.session.add(TickMarkRow(name="digest", key="2026-03-02", at=NOW))
        assert people(tx) == 1
    full.close()


def test_a_database_that_is_away_is_said_plainly(tmp_path: Path, vault: Vault) -> None:
    for url in ("postgresql://nobody@127.0.0.1:1/none", f"sqlite:///{tmp_path}/no/such/folder/records.db"):
        store = Store.open(url, vault)
        with pytest.raises(RecordsAway) as raised, store.write() as tx:
            people(tx)
        assert raised.value.temporary


@pytest.mark.parametrize("url", ["", "records.db", "oracle://example.org/x", "postgresql://u:secret@host:port/x"])
def test_a_url_of_another_kind_is_refused_with_what_is_allowed(url: str, vault: Vault) -> None:
    with pytest.raises(RecordsError, match=r"like sqlite:///records.db or postgresql://"):
        Store.open(url, vault)


def test_a_connection_that_the_server_ends_is_said_plainly_and_the_next_one_works(
    postgresql_url: str, vault: Vault
) -> None:
    store = Store.open(postgresql_url, vault)
    with store.write() as tx:
        mine = tx.session.scalar(text("SELECT pg_backend_pid()"))
        with pytest.raises(RecordsAway), store.write() as other:
            other.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        assert tx.session.scalar(text("SELECT pg_backend_pid()")) == mine
    with store.read() as tx:
        assert people(tx) == 0
    store.close()


def test_an_empty_database_asks_for_the_upgrade(tmp_path: Path, empty_postgresql_url: str, vault: Vault) -> None:
    for url in (f"sqlite:///{tmp_path}/empty.db", empty_postgresql_url):
        store = Store.open(url, vault)
        assert store.current() is None
        assert not store.is_current()
        with pytest.raises(NotCurrent, match="db upgrade"), store.read() as tx:
            people(tx)
        store.close()


def test_two_stores_in_one_process_each_use_their_own_vault(sqlite_url: str, tmp_path: Path, vault: Vault) -> None:
    other_vault = Vault([Vault.new_keys().key])
    one, other = Store.open(sqlite_url, vault), Store.open(f"sqlite:///{tmp_path}/other.db", other_vault)
    other.upgrade()
    for store in (one, other):
        with store.write() as tx:
            tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
    for store in (one, other):
        with store.read() as tx:
            row = tx.session.get(PersonRow, 1)
            assert row is not None
            assert row.name == "Ada"
            assert store.vault.decrypt_text(tx.session.scalar(text("SELECT name FROM person")) or b"") == "Ada"
        store.close()


def test_an_engine_without_a_vault_writes_nothing_personal(sqlite_url: str, vault: Vault) -> None:
    store = Store.open(sqlite_url, vault)
    give_vault(store.engine, "no vault")  # type: ignore[arg-type]
    with pytest.raises(RecordsError, match="no vault"), store.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
    store.close()
