"""Carries out what is decided about promises: made, climbed, settled."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, text, update
from sqlalchemy.dialects import postgresql, sqlite

from mailbot.casework.actions import Climb, MakePromise, Settle
from mailbot.records.books import PROMISE, Books, codes
from mailbot.records.errors import LedgerError
from mailbot.records.journal import Entry

RESTARTED = (
    "made_at", "due_at", "next_step_at", "step", "referral_id", "attempts", "claimed_by", "claimed_until",
)  # fmt: skip


def make_promise(books: Books, action: MakePromise) -> Entry:
    """In one statement, so that two workers cannot open it twice."""
    books.connection.execute(
        _upsert(books.connection.dialect.name),
        {
            "kind": action.kind,
            "about_entity": action.about.entity,
            "about_id": action.about.id,
            "referral_id": action.referral_id,
            "made_at": books.now,
            "due_at": action.due_at,
            "next_step_at": action.next_step_at,
            "step": action.step,
            "attempts": 0,
            "claimed_by": None,
            "claimed_until": None,
        },
    )
    facts = codes(promise=action.kind.value, due_at=action.due_at, next_step_at=action.next_step_at, step=action.step)
    return Entry(action.about, action.referral_id, facts)


def climb(books: Books, action: Climb) -> Entry:
    """Raises ``LedgerError`` when no such promise is open."""
    found = _change_open(books, action, step=action.step, next_step_at=action.next_step_at)
    if found is None:
        raise LedgerError(f"no promise {action.kind} is open about {action.about.entity} {action.about.id}")
    facts = codes(promise=action.kind.value, step=action.step, next_step_at=action.next_step_at)
    return Entry(action.about, found.referral_id, facts)


def settle(books: Books, action: Settle) -> Entry | None:
    """None when no such promise is open: nothing happened."""
    found = _change_open(books, action, settled_at=books.now, outcome=action.outcome)
    if found is None:
        return None
    facts = {"promise": action.kind.value, "outcome": action.outcome}
    return Entry(action.about, found.referral_id, facts)


def _change_open(books: Books, action: Climb | Settle, **values: Any) -> Any:
    which = {"kind_": action.kind, "entity_": action.about.entity, "id_": action.about.id}
    given = {f"new_{name}": value for name, value in values.items()}
    return books.connection.execute(_update_open(tuple(values)), which | given).one_or_none()


@lru_cache(maxsize=8)
def _update_open(names: tuple[str, ...]) -> Any:
    open_one = (
        PROMISE.c.kind == bindparam("kind_", type_=PROMISE.c.kind.type),
        PROMISE.c.about_entity == bindparam("entity_", type_=PROMISE.c.about_entity.type),
        PROMISE.c.about_id == bindparam("id_"),
        PROMISE.c.settled_at.is_(None),
    )
    values = {name: bindparam(f"new_{name}", type_=PROMISE.c[name].type) for name in names}
    return update(PROMISE).where(*open_one).values(values).returning(PROMISE.c.referral_id)


@lru_cache(maxsize=2)
def _upsert(dialect: str) -> Any:
    insert = sqlite.insert(PROMISE) if dialect == "sqlite" else postgresql.insert(PROMISE)
    return insert.on_conflict_do_update(
        index_elements=["kind", "about_entity", "about_id"],
        index_where=text("settled_at IS NULL"),
        set_={name: insert.excluded[name] for name in RESTARTED},
    )
