"""Which promises are due is asked of the partial index: a tick costs what is due, not what exists."""

from __future__ import annotations

from typing import Any

import pytest
from desk_of_tests import DAY, HOUR, NOW, DeskOfTests, about
from sqlalchemy import event, insert

from mailbot.casework.about import Entity
from mailbot.casework.actions import Climb, MakePromise, Settle
from mailbot.casework.promises import PromiseKind
from mailbot.records import promise_rows
from mailbot.records.store import Store
from mailbot.records.tables import PromiseRow
from mailbot.records.vault import Vault


@pytest.fixture
def desk(store: Store) -> DeskOfTests:
    return DeskOfTests(store)


def make(desk: DeskOfTests, number: int, **told: Any) -> None:
    values: dict[str, Any] = {"due_at": NOW + DAY, "next_step_at": NOW}
    desk.do(MakePromise(kind=PromiseKind.STAFF_TASK, about=about(Entity.TASK, number), **(values | told)))


def due(store: Store, now: Any = NOW, limit: int = 100) -> list[int]:
    """What the due ones are about."""
    with store.read() as tx:
        ids = promise_rows.due(tx, now, limit)
        return [tx.session.get_one(PromiseRow, key).about_id for key in ids]


def test_promises_are_due_when_their_next_step_has_come_longest_waiting_first(desk: DeskOfTests) -> None:
    make(desk, 1, next_step_at=NOW)
    make(desk, 2, next_step_at=NOW - HOUR)
    make(desk, 3, next_step_at=NOW + HOUR)
    assert due(desk.store) == [2, 1]
    assert due(desk.store, NOW + HOUR) == [2, 1, 3]
    assert due(desk.store, NOW + HOUR, limit=2) == [2, 1]
    with desk.store.read() as tx:
        assert promise_rows.next_due_at(tx) == NOW - HOUR


def test_a_settled_promise_is_never_due_and_one_that_climbed_is_due_later(desk: DeskOfTests) -> None:
    make(desk, 1)
    make(desk, 2)
    desk.do(
        Settle(kind=PromiseKind.STAFF_TASK, about=about(Entity.TASK, 1), outcome="done"),
        Climb(kind=PromiseKind.STAFF_TASK, about=about(Entity.TASK, 2), step=1, next_step_at=NOW + DAY),
    )
    assert due(desk.store) == []
    assert due(desk.store, NOW + DAY) == [2]


def test_nothing_promised_is_nothing_due(store: Store) -> None:
    with store.read() as tx:
        assert promise_rows.due(tx, NOW, 10) == []
        assert promise_rows.next_due_at(tx) is None


def test_among_hundreds_the_partial_index_finds_the_due_ones(sqlite_url: str, vault: Vault) -> None:
    store = Store.open(sqlite_url, vault)
    rows = [
        {
            "kind": PromiseKind.STAFF_TASK, "about_entity": Entity.TASK, "about_id": number, "made_at": NOW,
            "due_at": NOW, "next_step_at": NOW + number * HOUR, "settled_at": NOW if number % 10 else None,
        }
        for number in range(900)
    ]  # fmt: skip
    with store.write() as tx:
        tx.session.execute(insert(PromiseRow), rows)
    assert due(store, NOW + 25 * HOUR) == [0, 10, 20]
    asked: list[tuple[str, Any]] = []
    event.listen(store.engine, "before_cursor_execute", lambda c, cur, sql, given, *_: asked.append((sql, given)))
    with store.read() as tx:
        promise_rows.due(tx, NOW, 10)
        sql, given = asked[-1]
        plan = str(tx.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).all())
    store.close()
    assert "ix_promise_due" in plan
    assert "TEMP B-TREE" not in plan
