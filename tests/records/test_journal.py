"""The journal: who caused what, and nothing personal in the clear."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from mailbot.casework.about import About, Entity
from mailbot.records import journal
from mailbot.records.journal import Cause, CauseKind, Entry, append, entries_about, entries_for_referral
from mailbot.records.store import Store

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
REFERRAL = About(Entity.REFERRAL, 1042)


def test_entries_come_back_in_the_order_they_were_written(store: Store) -> None:
    with store.write() as tx:
        connection = tx.session.connection()
        done = [(f"Step{number}", Entry(REFERRAL, 1042, {"n": number})) for number in range(5)]
        append(connection, done, cause=Cause("letter", 7), now=NOW)
        append(connection, [("Other", Entry(About(Entity.OFFER, 3), 1042, {}))], cause=Cause("promise", 9), now=NOW)
        append(connection, [("Elsewhere", Entry(REFERRAL, 1043, {}))], cause=Cause("mail", 5), now=NOW)
    with store.read() as tx:
        found = entries_for_referral(tx, 1042)
        assert [one.action for one in found] == ["Step0", "Step1", "Step2", "Step3", "Step4", "Other"]
        assert found[3].entry == Entry(REFERRAL, 1042, {"n": 3})
        assert found[3].cause == Cause("letter", 7)
        assert [one.action for one in entries_about(tx, About(Entity.OFFER, 3))] == ["Other"]


@pytest.mark.parametrize("kind", ["letter", "promise", "mail", "tick", "staff", "command"])
def test_every_kind_of_cause_comes_back(store: Store, kind: CauseKind) -> None:
    cause = Cause(kind, None, "dilys")
    with store.write() as tx:
        append(tx.session.connection(), [("Note", Entry(REFERRAL, 1042, {}))], cause=cause, now=NOW)
    with store.read() as tx:
        [found] = entries_for_referral(tx, 1042)
        assert (found.cause, found.at) == (cause, NOW)


def test_details_are_encrypted_and_facts_are_not(store: Store) -> None:
    entry = Entry(REFERRAL, 1042, {"by": "dilys"}, {"text": "she would rather be called Addie"})
    with store.write() as tx:
        append(tx.session.connection(), [("Note", entry)], cause=Cause("staff", None, "dilys"), now=NOW)
    with store.read() as tx:
        row = tx.session.execute(text("SELECT facts, details FROM journal")).one()
        facts = json.loads(row.facts) if isinstance(row.facts, str) else row.facts
        assert facts == {"by": "dilys"}
        assert b"Addie" not in bytes(row.details)
        assert entries_for_referral(tx, 1042)[0].entry == entry


def test_nothing_done_writes_nothing(store: Store) -> None:
    with store.write() as tx:
        append(tx.session.connection(), [], cause=Cause("tick", None, "matching"), now=NOW)
        assert tx.session.scalar(text("SELECT count(*) FROM journal")) == 0


def test_the_journal_offers_no_way_to_change_or_to_delete() -> None:
    offered = {name for name in vars(journal) if not name.startswith("_")}
    assert not {name for name in offered if name.startswith(("update", "delete", "change", "remove", "clear"))}
