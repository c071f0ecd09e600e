"""The store: opens the database, gives transactions, and says in plain words what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import RLock

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session, sessionmaker

from mailbot.records import schema
from mailbot.records.columns import give_vault
from mailbot.records.engine import LOCK_SECONDS, READ_ONLY, make_engine
from mailbot.records.errors import NotCurrent, RecordsAway, RecordsConflict, RecordsError, RecordsFull
from mailbot.records.numbers import Numbers
from mailbot.records.scrubbing import scrub
from mailbot.records.vault import Vault

SQLITE_FULL = 13
SQLITE_BUSY = 5
# https://www.postgresql.org/docs/current/errcodes-appendix.html
POSTGRESQL_FULL = frozenset({"53100", "53200"})
POSTGRESQL_CONFLICT = frozenset({"40001", "40P01", "55P03"})
POSTGRESQL_NO_SUCH_TABLE = frozenset({"42P01", "42703"})


@dataclass(frozen=True, slots=True)
class Tx:
    """One open transaction. ``erased``: referrals whose words it makes away with."""

    session: Session
    vault: Vault
    erased: list[int] = field(default_factory=list)

    @property
    def is_sqlite(self) -> bool:
        return self.session.get_bind().dialect.name == "sqlite"


@dataclass(frozen=True, slots=True)
class Store:
    """Safe to share between threads; a ``Tx`` is not. Two stores in one process do not touch each other."""

    engine: Engine
    vault: Vault
    _writers: sessionmaker[Session]
    _readers: sessionmaker[Session]
    _writing: RLock = field(default_factory=RLock, repr=False)

    @classmethod
    def open(cls, url: str, vault: Vault, *, max_page_count: int | None = None) -> Store:
        """Connects nothing yet; raises ``RecordsError`` for a URL that is none.

        ``max_page_count`` bounds a SQLite file, in pages of 4 kB.
        """
        engine = make_engine(url, max_page_count=max_page_count)
        give_vault(engine, vault)
        readers = sessionmaker(engine, expire_on_commit=False, execution_options={READ_ONLY: True})
        return cls(engine, vault, sessionmaker(engine, expire_on_commit=False), readers)

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """One transaction: committed at the end, rolled back when anything is raised.

        Raises ``RecordsAway``, ``RecordsFull``, ``RecordsConflict`` or another ``RecordsError``; whatever the block
        itself raises passes through.
        """
        with told_plainly(), self._turn(), self._writers() as session:
            tx = Tx(session, self.vault)
            with session.begin():
                yield tx
            session.close()
            if tx.erased:
                scrub(self.engine)

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """One moment's view, which cannot write. Raises as ``write`` does."""
        with told_plainly(), self._readers() as session, session.begin():
            yield Tx(session, self.vault)

    def ids(self, tx: Tx) -> Numbers:
        return Numbers(tx.session.connection())

    def upgrade(self) -> None:
        """Bring the schema up to date, in one transaction; nothing happens when it is."""
        with told_plainly():
            schema.upgrade(self.engine)

    def current(self) -> str | None:
        """The schema's revision; None for an empty database."""
        with told_plainly():
            return schema.current(self.engine)

    def is_current(self) -> bool:
        return self.current() == schema.newest()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """SQLite has one writer at a time, and the others sleep between looks: threads wait in line here instead."""
        if self.engine.dialect.name != "sqlite":
            yield
            return
        if not self._writing.acquire(timeout=LOCK_SECONDS):
            raise RecordsAway("the database stayed locked for too long")
        try:
            yield
        finally:
            self._writing.release()

    def close(self) -> None:
        """Give every connection back to the database."""
        self.engine.dispose()


@contextmanager
def told_plainly() -> Iterator[None]:
    """What a driver raises, as one of ours: without parameters, statements or anything personal."""
    try:
        yield
    except SQLAlchemyError as fault:
        raise _plain(fault) from (None if _is_ours(fault) else fault)


def _is_ours(fault: SQLAlchemyError) -> bool:
    return isinstance(fault, StatementError) and isinstance(fault.orig, RecordsError)


def _plain(fault: SQLAlchemyError) -> Exception:
    if isinstance(fault, PoolTimeout):
        return RecordsAway("no connection to the database became free in time")
    if isinstance(fault, IntegrityError):
        return RecordsConflict("another row stands in the way of this one")
    if isinstance(fault, DBAPIError):
        return _of_driver(fault)
    if isinstance(fault, StatementError) and isinstance(fault.orig, RecordsError | ValueError):
        return fault.orig
    return fault


def _of_driver(fault: DBAPIError) -> Exception:
    primary = getattr(fault.orig, "sqlite_errorcode", 0) & 0xFF
    state = getattr(fault.orig, "sqlstate", None) or ""
    said = str(fault.orig)
    if primary == SQLITE_FULL or state in POSTGRESQL_FULL:
        return RecordsFull("the database is full: nothing was written")
    if state in POSTGRESQL_CONFLICT:
        return RecordsConflict("another transaction stood in the way: nothing was written")
    if "no such table" in said or "no such column" in said or state in POSTGRESQL_NO_SUCH_TABLE:
        return NotCurrent("the database has another schema than this program: run `mailbot db upgrade`")
    if primary == SQLITE_BUSY:
        return RecordsAway("the database stayed locked for too long")
    if type(fault.orig).__name__ in ("OperationalError", "InterfaceError", "AdminShutdown") or state[:2] in (
        "08",
        "57",
    ):
        return RecordsAway("the database cannot be reached or opened")
    return fault
