"""The tables and their column types: what comes back, what stays hidden, what may stand once only."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, Table, text
from sqlalchemy.orm import Session

from mailbot.casework.about import Entity
from mailbot.casework.people import Credential
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import TaskReason
from mailbot.records.columns import UtcDateTime
from mailbot.records.errors import RecordsConflict, WrongKey
from mailbot.records.store import Store
from mailbot.records.tables import (
    AbsenceRow,
    AddressRow,
    CredentialRow,
    LetterRow,
    LetterState,
    PersonRow,
    PromiseRow,
    Row,
    TaskRow,
    TickMarkRow,
    VolunteerRow,
)
from mailbot.records.vault import Vault
from mailbot.weekly_hours import WeeklyHours

NOW = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)


def volunteer(vault: Vault, **told: object) -> VolunteerRow:
    values = {
        "name": "Carys Wyn", "address": "carys@example.org", "languages": ("cy", "en"), "added_at": NOW,
        "address_fingerprint": vault.fingerprint("carys@example.org"),
    }  # fmt: skip
    return VolunteerRow(**(values | told))


def letter(uid: int, **told: object) -> LetterRow:
    values = {
        "folder": "INBOX", "uidvalidity": 7, "uid": uid, "arrived_at": NOW, "taken_in_at": NOW, "sha256": b"0" * 32,
        "raw": b"raw", "whole_size": 3, "state": LetterState.TAKEN_IN,
    }  # fmt: skip
    return LetterRow(**(values | told))


def promise(**told: object) -> PromiseRow:
    values = {
        "kind": PromiseKind.ESSENTIALS, "about_entity": Entity.REFERRAL, "about_id": 1001, "made_at": NOW,
        "due_at": NOW, "next_step_at": NOW,
    }  # fmt: skip
    return PromiseRow(**(values | told))


# ------------------------------------------------------------------------------------------------------ column types


@pytest.mark.parametrize(
    "moment",
    [
        NOW,
        datetime(2026, 7, 1, 1, 30, tzinfo=timezone(timedelta(hours=1))),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2040, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_a_moment_comes_back_in_utc_to_the_microsecond(store: Store, moment: datetime) -> None:
    with store.write() as tx:
        tx.session.add(TickMarkRow(name="x", key="y", at=moment))
    with store.read() as tx:
        row = tx.session.get(TickMarkRow, ("x", "y"))
        assert row is not None
        assert row.at == moment
        assert row.at.utcoffset() == timedelta(0)


def test_a_moment_without_a_time_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="without a time zone"), store.write() as tx:
        tx.session.add(TickMarkRow(name="x", key="y", at=NOW.replace(tzinfo=None)))


def test_moments_are_ordered_and_compared_by_the_database(store: Store) -> None:
    with store.write() as tx:
        tx.session.add_all(TickMarkRow(name="x", key=str(hour), at=NOW + timedelta(hours=hour)) for hour in range(5))
    with store.read() as tx:
        later = tx.session.query(TickMarkRow).filter(TickMarkRow.at > NOW + timedelta(hours=2))
        assert [row.key for row in later.order_by(TickMarkRow.at.desc())] == ["4", "3"]


def test_a_volunteer_comes_back_as_it_was(store: Store, vault: Vault) -> None:
    hours = WeeklyHours.on([1, 3], "18:00", "20:30")
    with store.write() as tx:
        row = volunteer(vault, hours=hours, prisons=("HMP Example", "HMP Sample"), gender="female", capacity=3)
        tx.session.add(row)
        tx.session.flush()
        tx.session.add_all(
            [
                CredentialRow(volunteer_id=row.id, kind=Credential.DBS, until=date(2027, 1, 31)),
                AbsenceRow(volunteer_id=row.id, from_day=date(2026, 4, 1), until_day=None),
            ]
        )
    with store.read() as tx:
        [found] = tx.session.query(VolunteerRow)
        assert (found.name, found.address, found.languages) == ("Carys Wyn", "carys@example.org", ("cy", "en"))
        assert (found.hours, found.prisons, found.gender) == (hours, ("HMP Example", "HMP Sample"), "female")
        assert (found.capacity, found.paused, found.undeliverable, found.version) == (3, False, False, 1)
        [credential] = tx.session.query(CredentialRow)
        assert (credential.kind, credential.until) == (Credential.DBS, date(2027, 1, 31))


def test_no_hours_told_and_no_hours_at_all_are_two_things(store: Store, vault: Vault) -> None:
    with store.write() as tx:
        tx.session.add(volunteer(vault))
        other = vault.fingerprint("ben@example.org")
        tx.session.add(volunteer(vault, hours=WeeklyHours(), address_fingerprint=other))
    with store.read() as tx:
        rows = tx.session.query(VolunteerRow).order_by(VolunteerRow.id)
        assert [row.hours for row in rows] == [None, WeeklyHours()]
        assert tx.session.scalar(text("SELECT count(*) FROM volunteer WHERE hours IS NULL")) == 1


def test_a_code_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="not a valid LetterState"), store.write() as tx:
        tx.session.add(letter(1, state="lost"))


# --------------------------------------------------------------------------------------------------- what is personal

PERSONAL = {
    "halt": {"reason"},
    "person": {"name"},
    "address": {"address"},
    "loved_one": {"relationship", "prison"},
    "referral": {"referrer_name", "phones", "phones_forbidden"},
    "volunteer": {"name", "address", "prisons", "wishes"},
    "joining": {"name", "address", "told"},
    "exclusion": {"reason"},
    "letter": {"raw", "message_id", "references", "writer", "told"},
    "outgoing": {"address", "name", "phone", "raw", "references", "in_reply_to"},
    "suppression": {"address"},
    "concern": {"categories", "letter", "words", "resolution"},
    "task": {"letter", "facts", "with_it"},
    "confirmation": {"commands"},
    "journal": {"details"},
}
IN_THE_CLEAR_AS_BYTES = {"fingerprint", "address_fingerprint", "message_id_fingerprint", "sender_fingerprint", "sha256"}


def encrypted(table: Table) -> set[str]:
    return {column.name for column in table.columns if type(column.type).__name__.startswith("Encrypted")}


def test_exactly_what_is_personal_is_encrypted() -> None:
    assert {table.name: encrypted(table) for table in Row.metadata.sorted_tables if encrypted(table)} == PERSONAL


def test_bytes_in_the_clear_are_hashes_only() -> None:
    for table in Row.metadata.sorted_tables:
        clear = {column.name for column in table.columns if isinstance(column.type, LargeBinary)}
        assert clear <= IN_THE_CLEAR_AS_BYTES, table.name


def test_every_moment_has_a_time_zone() -> None:
    for table in Row.metadata.sorted_tables:
        for column in table.columns:
            assert "DATETIME" not in str(column.type).upper() or isinstance(column.type, UtcDateTime), column


def test_nothing_personal_can_be_read_in_the_file(sqlite_url: str, vault: Vault) -> None:
    store = Store.open(sqlite_url, vault)
    with store.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada Lovell", made_at=NOW))
        tx.session.add(AddressRow(fingerprint=vault.fingerprint("ada@example.org"), address="ada@example.org"))
        tx.session.add(letter(1, raw=b"Subject: please call me", message_id="<ada@example.org>"))
        tx.session.add(
            TaskRow(id=1, reason=TaskReason.UNCLEAR_LETTER, asked_at=NOW, assigned_to="dilys", letter="please call")
        )
    store.close()
    kept = Path(sqlite_url.removeprefix("sqlite:///")).read_bytes()
    for words in (b"Ada", b"Lovell", b"ada@example.org", b"please call"):
        assert words not in kept


def test_another_key_reads_nothing_and_says_why(database_url: str, vault: Vault) -> None:
    store, stranger = Store.open(database_url, vault), Store.open(database_url, Vault([Vault.new_keys().key]))
    with store.write() as tx:
        tx.session.add(PersonRow(id=1, name="Ada", made_at=NOW))
    with pytest.raises(WrongKey, match="a key that the vault does not hold"), stranger.read() as tx:
        tx.session.get(PersonRow, 1)
    store.close()
    stranger.close()


def test_the_text_of_a_letter_is_read_only_when_asked_for(store: Store) -> None:
    with store.write() as tx:
        tx.session.add(letter(1))
    with store.read() as tx:
        row = tx.session.get(LetterRow, 1)
        assert row is not None
        assert "raw" not in row.__dict__
        assert row.raw == b"raw"


# ------------------------------------------------------------------------------------------------- what stands once


def twice(store: Store, *rows: Row) -> None:
    with store.write() as tx:
        tx.session.add_all(rows)


def test_one_letter_for_one_uid(store: Store) -> None:
    twice(store, letter(1), letter(2), letter(1, uidvalidity=8), letter(1, folder="Junk"))
    with pytest.raises(RecordsConflict):
        twice(store, letter(2))


def test_one_open_promise_of_a_kind_about_one_thing(store: Store) -> None:
    twice(store, promise(settled_at=NOW), promise(settled_at=NOW), promise(), promise(about_id=1002))
    with pytest.raises(RecordsConflict):
        twice(store, promise())


def test_one_volunteer_for_one_address(store: Store, vault: Vault) -> None:
    twice(store, volunteer(vault))
    with pytest.raises(RecordsConflict):
        twice(store, volunteer(vault, name="Ben"))


def test_something_recurring_is_marked_once(store: Store) -> None:
    twice(store, TickMarkRow(name="digest", key="2026-03-02", at=NOW))
    with pytest.raises(RecordsConflict):
        twice(store, TickMarkRow(name="digest", key="2026-03-02", at=NOW))


def plan(session: Session, query: str) -> str:
    if session.get_bind().dialect.name == "sqlite":
        return str(session.execute(text(f"EXPLAIN QUERY PLAN {query}")).all())
    session.execute(text("SET LOCAL enable_seqscan = off"))
    session.execute(text("SET LOCAL enable_sort = off"))
    return str(session.execute(text(f"EXPLAIN {query}")).all())


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM promise WHERE settled_at IS NULL AND next_step_at <= '2026-03-02'", "ix_promise_due"),
        ("SELECT id FROM outgoing WHERE state = 'due' AND next_attempt_at <= '2026-03-02'", "ix_outgoing_due"),
        ("SELECT id FROM letter WHERE state = 'taken_in' ORDER BY arrived_at, id", "ix_letter_to_open"),
    ],
)
def test_what_is_due_is_found_by_a_partial_index(store: Store, query: str, index: str) -> None:
    twice(store, *(promise(about_id=one, next_step_at=NOW + timedelta(days=30)) for one in range(500)))
    with store.write() as tx:
        tx.session.execute(text("ANALYZE"))  # of an empty table PostgreSQL takes any index
    with store.read() as tx:
        assert index in plan(tx.session, query)
