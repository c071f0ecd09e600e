"""Hands out row ids inside the transaction, before anything is rendered (design rule 6)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, text

from mailbot.casework.about import Entity

FIRST = {Entity.REFERRAL.value: 1001}  # a reference on the telephone should not sound like a list index
KINDS = (
    Entity.REFERRAL.value, Entity.OFFER.value, Entity.MATCH.value, Entity.CONCERN.value, Entity.TASK.value,
    Entity.CONFIRMATION.value, Entity.JOINING.value, "person", "call", "outgoing",
)  # fmt: skip

_NEXT_OF_SQLITE = text(
    "INSERT INTO number (kind, last) VALUES (:kind, :first) "
    "ON CONFLICT (kind) DO UPDATE SET last = number.last + 1 RETURNING last"
)
# A sequence on PostgreSQL: rows of a counting table would be locked until commit, and two workers that take the
# same kinds in another order would stop each other for ever.
_NEXT_OF_POSTGRESQL = text("SELECT nextval(CAST(:sequence AS regclass))")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The ids of one open transaction. Growing for each kind; one that was rolled back may leave a gap."""

    connection: Connection

    def new(self, entity: str) -> int:
        """The next id; raises KeyError for a kind whose ids nobody decides beforehand (letters, volunteers)."""
        kind = str(entity)
        if kind not in KINDS:
            raise KeyError(f"ids of this kind are not handed out: {kind}")
        if self.connection.dialect.name == "sqlite":
            taken = self.connection.execute(_NEXT_OF_SQLITE, {"kind": kind, "first": FIRST.get(kind, 1)})
        else:
            taken = self.connection.execute(_NEXT_OF_POSTGRESQL, {"sequence": sequence_name(kind)})
        return int(taken.scalar_one())


def sequence_name(kind: str) -> str:
    return f"number_{kind}"
