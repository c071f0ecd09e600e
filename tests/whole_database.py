"""Every word that a database holds, every encrypted column read with the vault: to prove that something is gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from mailbot.records.store import Store
from mailbot.records.tables import Row


def all_that_is_held(store: Store) -> Iterator[tuple[str, str]]:
    """(table.column, what stands there) of every cell of every table."""
    with store.read() as tx:
        for table in Row.metadata.sorted_tables:
            for row in tx.session.execute(select(*table.columns)).all():
                for column, value in zip(table.columns, row, strict=True):
                    yield f"{table.name}.{column.name}", _told(value)


def cells_with(store: Store, *words: str) -> list[str]:
    """Where any of these words stands, in any letters' case: "letter.raw", each once."""
    wanted = [word.casefold() for word in words]
    return sorted({place for place, told in all_that_is_held(store) if any(one in told for one in wanted)})


def _told(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").casefold()
    return str(value).casefold()
