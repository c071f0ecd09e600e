"""Carries out that everything is paused, and that it goes on."""

from __future__ import annotations

from sqlalchemy import text

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import PauseEverything, ResumeEverything
from mailbot.records.books import Books
from mailbot.records.errors import LedgerError
from mailbot.records.halts import HALT, HALT_LOCK
from mailbot.records.journal import Entry

EVERYTHING = "everything"


def pause_everything(books: Books, action: PauseEverything) -> Entry:
    """Raises a conflict when somebody else paused it at the same moment."""
    _wait_for_claims(books)
    books.insert(
        HALT, id=action.halt_id, what=EVERYTHING, since=books.now, paused_by=action.by, reason=action.reason or None
    )
    details = {"reason": action.reason} if action.reason else None
    return Entry(About(Entity.HALT, action.halt_id), None, {"by": action.by}, details)


def resume_everything(books: Books, action: ResumeEverything) -> Entry:
    """Raises ``LedgerError`` when it goes on already."""
    if books.row(HALT, action.halt_id, "ended_at").ended_at is not None:
        raise LedgerError(f"pause {action.halt_id} was ended already")
    books.change(HALT, action.halt_id, ended_at=books.now, ended_by=action.by)
    return Entry(About(Entity.HALT, action.halt_id), None, {"by": action.by})


def _wait_for_claims(books: Books) -> None:
    """Claims that did not see the pause are committed before it is; SQLite has one writer at a time anyway."""
    if not books.tx.is_sqlite:
        books.connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": HALT_LOCK})
