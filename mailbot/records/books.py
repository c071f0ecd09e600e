"""The open books of one ``apply``: what the steps of the ledger share, down to their few kinds of statement.

Statements are built once and kept: building them anew costs more than carrying them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Connection, Insert, Select, Table, Update, bindparam, select, update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import RestsOn, Send
from mailbot.records import tables
from mailbot.records.errors import LedgerError
from mailbot.records.store import Tx

ADDRESS = cast(Table, tables.AddressRow.__table__)
CALL = cast(Table, tables.CallRow.__table__)
CONCERN = cast(Table, tables.ConcernRow.__table__)
CONFIRMATION = cast(Table, tables.ConfirmationRow.__table__)
LETTER = cast(Table, tables.LetterRow.__table__)
LOVED_ONE = cast(Table, tables.LovedOneRow.__table__)
MATCH = cast(Table, tables.MatchRow.__table__)
OFFER = cast(Table, tables.OfferRow.__table__)
OUTGOING = cast(Table, tables.OutgoingRow.__table__)
PAUSE = cast(Table, tables.PauseRow.__table__)
PERSON = cast(Table, tables.PersonRow.__table__)
PERSON_ADDRESS = cast(Table, tables.PersonAddressRow.__table__)
PROPOSED = cast(Table, tables.ProposedRow.__table__)
PROMISE = cast(Table, tables.PromiseRow.__table__)
REFERRAL = cast(Table, tables.ReferralRow.__table__)
REFERRAL_NUMBER = cast(Table, tables.ReferralNumberRow.__table__)
SUPPRESSION = cast(Table, tables.SuppressionRow.__table__)
TASK = cast(Table, tables.TaskRow.__table__)
VOLUNTEER = cast(Table, tables.VolunteerRow.__table__)


@dataclass(frozen=True, slots=True)
class Thread:
    """What a new letter stands under: Message-IDs with their angle brackets, oldest reference first; "" if nothing."""

    in_reply_to: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished message, or the text of a page."""

    message_id: str
    raw: bytes


Render = Callable[[Send, Thread], Rendered]


@dataclass(slots=True)
class Books:
    """``mail`` waits to be inserted together; ``versions`` holds (before, now) of the rows that changed."""

    tx: Tx
    connection: Connection
    now: datetime
    render: Render
    mail: list[dict[str, Any]] = field(default_factory=list)
    versions: dict[About, tuple[int, int]] = field(default_factory=dict)
    threads: dict[tuple[int, str], Thread] = field(default_factory=dict)
    opened: set[int] = field(default_factory=set)  # referrals opened here: nothing was sent about them before

    def insert(self, table: Table, **values: Any) -> Any:
        """The new row's id, where the database gives one."""
        done = self.connection.execute(_insert(table), values)
        return done.inserted_primary_key[0] if done.inserted_primary_key else None

    def row(self, table: Table, row_id: int, *names: str) -> Any:
        """These columns of the row, which is locked until the transaction ends. Raises ``LedgerError``."""
        found = self.connection.execute(_select(table, names), {"row_id": row_id}).one_or_none()
        if found is None:
            raise LedgerError(f"there is no {table.name} {row_id}")
        return found

    def change(self, table: Table, row_id: int, returning: tuple[str, ...] = ("id",), **values: Any) -> Any:
        """Set these columns of the row and return some others. Raises ``LedgerError``."""
        given = {f"new_{name}": value for name, value in values.items()}
        statement = _update(table, tuple(values), returning)
        found = self.connection.execute(statement, {"row_id": row_id, **given}).one_or_none()
        if found is None:
            raise LedgerError(f"there is no {table.name} {row_id}")
        return found

    def bump(self, table: Table, about: About, returning: tuple[str, ...] = (), **values: Any) -> Any:
        """``change`` something that rendered mail may rest on."""
        given = {f"new_{name}": value for name, value in values.items()}
        statement = _update(table, tuple(values), ("version", *returning), bump=True)
        found = self.connection.execute(statement, {"row_id": about.id, **given}).one_or_none()
        if found is None:
            raise LedgerError(f"there is no {table.name} {about.id}")
        before = self.versions[about][0] if about in self.versions else found.version - 1
        self.versions[about] = (before, found.version)
        return found

    def is_there(self, query: Select[Any]) -> bool:
        return self.connection.execute(query.limit(1)).first() is not None

    def by_fingerprint(self, table: Table, value: str) -> Any:
        """The row of this address, or None."""
        prints = list(self.tx.vault.fingerprints(value))
        return self.connection.execute(_by_fingerprint(table), {"prints": prints}).first()

    def resting(self, rests_on: Iterable[RestsOn]) -> list[list[Any]]:
        """The versions a letter rests on. What this same decision changed, the letter knows of already."""
        listed: list[list[Any]] = []
        for rest in rests_on:
            before, current = self.versions.get(rest.about, (rest.version, rest.version))
            version = current if rest.version == before else rest.version
            listed.append([rest.about.entity.value, rest.about.id, version])
        return listed

    def put_mail_away(self) -> None:
        """Insert the mail that waits."""
        if self.mail:
            values = [entry | {"rests_on": self.resting(entry["rests_on"])} for entry in self.mail]
            self.connection.execute(OUTGOING.insert(), values)
            self.mail.clear()


def codes(**facts: Any) -> Mapping[str, Any]:
    """Facts for the journal: those that are not None, moments as text."""
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in facts.items()
        if value is not None
    }


def about_referral(referral_id: int) -> About:
    return About(Entity.REFERRAL, referral_id)


@lru_cache(maxsize=64)
def _insert(table: Table) -> Insert:
    return table.insert()


@lru_cache(maxsize=8)
def _by_fingerprint(table: Table) -> Select[Any]:
    query = select(*table.primary_key.columns)
    return query.where(table.c.fingerprint.in_(bindparam("prints", expanding=True)))


@lru_cache(maxsize=256)
def _select(table: Table, names: tuple[str, ...]) -> Select[Any]:
    query = select(*(table.c[name] for name in names)) if names else select(table.c.id)
    return query.where(table.c.id == bindparam("row_id")).with_for_update()


@lru_cache(maxsize=256)
def _update(table: Table, names: tuple[str, ...], returning: tuple[str, ...], *, bump: bool = False) -> Any:
    values: dict[str, Any] = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    if bump:
        values["version"] = table.c.version + 1
    statement: Update = update(table).where(table.c.id == bindparam("row_id")).values(values)
    return statement.returning(*(table.c[name] for name in returning))
