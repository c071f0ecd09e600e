"""The journal: for every action what was done, to what, and which letter, promise or person caused it. Append-only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from sqlalchemy import Connection, Select, Table, select

from mailbot.casework.about import About, Entity
from mailbot.records.store import Tx
from mailbot.records.tables import JournalRow

CauseKind = Literal["letter", "promise", "mail", "tick", "staff", "command"]
JOURNAL = cast(Table, JournalRow.__table__)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something was done: ``id`` is the row's, ``name`` a tick's, a command's or a staff member's."""

    kind: CauseKind
    id: int | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """``facts`` are references and short codes; ``details`` may be personal and are kept encrypted."""

    about: About | None
    referral_id: int | None
    facts: Mapping[str, Any]
    details: Any = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry as it stands in the journal; ``action`` is the name of the action's type."""

    id: int
    at: datetime
    action: str
    cause: Cause
    entry: Entry


def append(connection: Connection, done: Sequence[tuple[str, Entry]], *, cause: Cause, now: datetime) -> None:
    """Write what was done, all at once: pairs of an action's name and its entry."""
    if done:
        connection.execute(JOURNAL.insert(), [_values(action, entry, cause, now) for action, entry in done])


def entries_for_referral(tx: Tx, referral_id: int) -> tuple[Recorded, ...]:
    """All that was done about this referral, its offers, matches, concerns and mail, oldest first."""
    return _read(tx, select(*JOURNAL.c).where(JOURNAL.c.referral_id == referral_id))


def entries_about(tx: Tx, about: About) -> tuple[Recorded, ...]:
    """All that was done to this one row, oldest first."""
    here = (JOURNAL.c.about_entity == about.entity.value, JOURNAL.c.about_id == about.id)
    return _read(tx, select(*JOURNAL.c).where(*here))


def _read(tx: Tx, query: Select[Any]) -> tuple[Recorded, ...]:
    return tuple(_recorded(row) for row in tx.session.execute(query.order_by(JOURNAL.c.id)))


def _values(action: str, entry: Entry, cause: Cause, now: datetime) -> dict[str, Any]:
    return {
        "at": now,
        "action": action,
        "about_entity": entry.about.entity.value if entry.about else None,
        "about_id": entry.about.id if entry.about else None,
        "referral_id": entry.referral_id,
        "cause_kind": cause.kind,
        "cause_id": cause.id,
        "cause_name": cause.name,
        "facts": dict(entry.facts),
        "details": entry.details,
    }


def _recorded(row: Any) -> Recorded:
    about = About(Entity(row.about_entity), row.about_id) if row.about_entity else None
    return Recorded(
        id=row.id,
        at=row.at,
        action=row.action,
        cause=Cause(row.cause_kind, row.cause_id, row.cause_name),
        entry=Entry(about, row.referral_id, row.facts, row.details),
    )
