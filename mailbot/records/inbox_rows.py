"""Letters as they come in: kept before anything else happens, each UID with an outcome, one keeper per mailbox."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Table, case, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from mailbot.clock import Clock, london
from mailbot.reading.letter import RawLetter
from mailbot.records import tables
from mailbot.records.errors import RecordsError
from mailbot.records.lookups import LETTER, batches, rows, table
from mailbot.records.opening_rows import LetterToOpen as LetterToOpen
from mailbot.records.opening_rows import letter_failed as letter_failed
from mailbot.records.opening_rows import next_letter as next_letter
from mailbot.records.opening_rows import next_letters as next_letters
from mailbot.records.opening_rows import note_read as note_read
from mailbot.records.opening_rows import still_to_open as still_to_open
from mailbot.records.store import Store, Tx
from mailbot.records.tables import LetterState

UNFETCHED = table(tables.UnfetchedRow)
LOOK = table(tables.MailboxLookRow)
LEASE = table(tables.LeaseRow)
MARK = table(tables.TickMarkRow)
GAP = "uid gone"  # a mark for each UID that went missing, so that one is reported once
HEADERS_AT_MOST = 256_000  # bytes looked through for a Message-ID


class LeaseLost(RecordsError):
    """Another poller holds the mailbox now: nothing was kept, and this one must stop."""


class Looked(Protocol):
    """One reconciliation of a folder, as the poller tells it."""

    @property
    def folder(self) -> str: ...
    @property
    def uidvalidity(self) -> int: ...
    @property
    def uidnext(self) -> int: ...
    @property
    def exists(self) -> int: ...
    @property
    def gaps(self) -> Sequence[int]: ...
    @property
    def without_outcome(self) -> int: ...
    @property
    def looked_at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class _Lease:
    name: str
    fence: int | None  # None: it was asked for and is not ours


class InboxRows:
    """What the poller remembers letters by. Letters from before ``take_in_since`` (a London day), or more than
    ``history_days`` old when taken in, are history (design rule 1). Every method is a transaction of its own."""

    def __init__(self, store: Store, clock: Clock, *, take_in_since: date, history_days: int) -> None:
        self._store = store
        self._clock = clock
        self._take_in_since = take_in_since
        self._history = timedelta(days=history_days)
        self._lease: _Lease | None = None

    def missing(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        """Those of ``uids`` that have no outcome yet, in the order given."""
        with self._store.read() as tx:
            known = set(_known(tx, folder, uidvalidity, uids))
        return [uid for uid in uids if uid not in known]

    def take_in(self, letters: Sequence[RawLetter]) -> None:
        """One durable commit, or none. Raises ``LeaseLost`` when a lease was asked for and is somebody else's."""
        if not letters:
            return
        values = [self._values(letter) for letter in letters]
        with self._store.write() as tx:
            self._check_fence(tx)
            _keep(tx, values)

    def could_not_fetch(self, folder: str, uidvalidity: int, uid: int, why: str) -> None:
        """An outcome too: the letter stays on the server, and staff are told in the digest."""
        now = self._clock.now()
        with self._store.write() as tx:
            self._check_fence(tx)
            here = _key(UNFETCHED, folder, uidvalidity, [uid])
            told = (
                update(UNFETCHED).where(*here).values(reason=why[:200], last_at=now, attempts=UNFETCHED.c.attempts + 1)
            )
            if not tx.session.execute(told.returning(UNFETCHED.c.uid)).all():
                new = {"folder": folder, "uidvalidity": uidvalidity, "uid": uid, "reason": why[:200]}
                tx.session.execute(insert(UNFETCHED).values(new | {"first_at": now, "last_at": now}))

    def to_file_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        """Those of ``uids`` that are kept and whose server copy has not been moved yet, in the order given."""
        with self._store.read() as tx:
            kept = {
                row.uid
                for some in batches(uids)
                for row in rows(
                    tx,
                    select(LETTER.c.uid).where(*_key(LETTER, folder, uidvalidity, some), LETTER.c.filed_at.is_(None)),
                )
            }
        return [uid for uid in uids if uid in kept]

    def filed_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        """Their server copies have been moved: so it is, whoever holds the lease now."""
        with self._store.write() as tx:
            for some in batches(uids):
                moved = update(LETTER).where(*_key(LETTER, folder, uidvalidity, some), LETTER.c.filed_at.is_(None))
                tx.session.execute(moved.values(filed_at=self._clock.now()))

    def looked(self, look: Looked) -> None:
        """Remember the reconciliation; each gap counts once, when it is first seen."""
        values = {
            "uidvalidity": look.uidvalidity,
            "uidnext": look.uidnext,
            "exists": look.exists,
            "gaps": len(look.gaps),
            "without_outcome": look.without_outcome,
            "looked_at": look.looked_at,
        }
        with self._store.write() as tx:
            self._check_fence(tx)
            changed = update(LOOK).where(LOOK.c.folder == look.folder).values(values).returning(LOOK.c.folder)
            if not tx.session.execute(changed).all():
                tx.session.execute(insert(LOOK).values(values | {"folder": look.folder}))
            _mark_gaps(tx, look)

    def last_uidnext(self, folder: str, uidvalidity: int) -> int | None:
        """The UIDNEXT of the last look at the folder under this UIDVALIDITY."""
        query = select(LOOK.c.uidnext).where(LOOK.c.folder == folder, LOOK.c.uidvalidity == uidvalidity)
        with self._store.read() as tx:
            return tx.session.execute(query).scalar_one_or_none()

    def hold_lease(self, name: str, holder: str, now: datetime, seconds: float) -> int | None:
        """The fencing number when ``holder`` has the lease (anew or still) until ``seconds`` from ``now``, else None.
        From then on ``take_in`` checks that nobody has taken it over (design rule 9)."""
        with self._store.write() as tx:
            fence = _hold(tx, name, holder, now, now + timedelta(seconds=seconds))
        self._lease = _Lease(name, fence)
        return fence

    def give_back_lease(self, name: str, holder: str, now: datetime) -> None:
        """Somebody else may take it at once; done when stopping in good order."""
        with self._store.write() as tx:
            held = (LEASE.c.name == name, LEASE.c.holder == holder)
            tx.session.execute(update(LEASE).where(*held, LEASE.c.until > now).values(until=now))
        self._lease = _Lease(name, None)

    def _check_fence(self, tx: Tx) -> None:
        lease = self._lease
        if lease is None:
            return
        query = select(LEASE.c.fence).where(LEASE.c.name == lease.name).with_for_update(read=True)
        if lease.fence is None or tx.session.execute(query).scalar_one_or_none() != lease.fence:
            raise LeaseLost("another poller holds this mailbox")

    def _values(self, letter: RawLetter) -> dict[str, Any]:
        now = self._clock.now()
        message_id = message_id_of(letter.raw)
        return {
            "folder": letter.folder,
            "uidvalidity": letter.uidvalidity,
            "uid": letter.uid,
            "arrived_at": letter.arrived_at,
            "taken_in_at": now,
            "sha256": hashlib.sha256(letter.raw).digest(),
            "message_id": message_id or None,
            "message_id_fingerprint": self._store.vault.fingerprint(message_id) if message_id else None,
            "raw": letter.raw,
            "whole_size": letter.whole_size,
            "history": self._is_history(letter.arrived_at, now),
            "state": LetterState.TAKEN_IN,
            "duplicate_of": None,
        }

    def _is_history(self, arrived_at: datetime, now: datetime) -> bool:
        return london(arrived_at).date() < self._take_in_since or arrived_at < now - self._history


_MESSAGE_ID = re.compile(rb"^message-id[ \t]*:((?:[^\r\n]|\r?\n[ \t]){0,2000})", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")


def message_id_of(raw: bytes) -> str:
    """The Message-ID with its angle brackets, "" when there is none; never raises, whatever the bytes."""
    head = raw[:HEADERS_AT_MOST]
    end = _END_OF_HEADERS.search(head)
    found = _MESSAGE_ID.search(head[: end.start()] if end else head)
    if not found:
        return ""
    value = b"".join(found[1].split())
    bracketed = re.search(rb"<[^<>]+>", value)
    return (bracketed[0] if bracketed else value).decode("latin-1")


def _known(tx: Tx, folder: str, uidvalidity: int, uids: Sequence[int]) -> Iterator[int]:
    for some in batches(uids):
        for where in (LETTER, UNFETCHED):
            query = select(where.c.uid).where(*_key(where, folder, uidvalidity, some))
            yield from (row.uid for row in rows(tx, query))


def _key(where: Table, folder: str, uidvalidity: int, uids: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
    return where.c.folder == folder, where.c.uidvalidity == uidvalidity, where.c.uid.in_(uids)


def _keep(tx: Tx, values: list[dict[str, Any]]) -> None:
    """Those not kept yet. Of equal ones the first is the letter, the others are recorded as its duplicates.

    Equal are the same bytes of the same whole size: the hash covers the Message-ID too.
    """
    fresh = {(one["folder"], one["uidvalidity"], one["uid"]): one for one in values}
    for place in _taken(tx, fresh):
        fresh.pop(place, None)
    ids = _ids_of_same(tx, [one["sha256"] for one in fresh.values()])
    letters: dict[tuple[bytes, int], dict[str, Any]] = {}
    twins = []
    for one in fresh.values():
        if _same(one) in ids or letters.setdefault(_same(one), one) is not one:
            twins.append(one)
    ids |= dict(zip(letters, _insert(tx, list(letters.values())), strict=True))
    _insert(tx, [one | {"state": LetterState.DUPLICATE, "duplicate_of": ids[_same(one)], "raw": b""} for one in twins])
    for folder, uidvalidity, uid in fresh:  # fetched after all
        tx.session.execute(delete(UNFETCHED).where(*_key(UNFETCHED, folder, uidvalidity, [uid])))


def _same(one: dict[str, Any]) -> tuple[bytes, int]:
    return one["sha256"], one["whole_size"]


def _taken(tx: Tx, places: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Which of these (folder, UIDVALIDITY, UID) are kept already."""
    boxes: dict[tuple[str, int], list[int]] = {}
    for folder, uidvalidity, uid in places:
        boxes.setdefault((folder, uidvalidity), []).append(uid)
    for (folder, uidvalidity), uids in boxes.items():
        for some in batches(uids):
            for row in rows(tx, select(LETTER.c.uid).where(*_key(LETTER, folder, uidvalidity, some))):
                yield folder, uidvalidity, row.uid


def _ids_of_same(tx: Tx, hashes: Sequence[bytes]) -> dict[tuple[bytes, int], int]:
    query = select(LETTER.c.id, LETTER.c.sha256, LETTER.c.whole_size).where(
        LETTER.c.sha256.in_(hashes), LETTER.c.state != LetterState.DUPLICATE
    )
    return {(row.sha256, row.whole_size): row.id for row in rows(tx, query)}


def _insert(tx: Tx, values: list[dict[str, Any]]) -> list[int]:
    if not values:
        return []
    inserted = insert(LETTER).returning(LETTER.c.id, sort_by_parameter_order=True)
    return list(tx.session.execute(inserted, values).scalars())


def _mark_gaps(tx: Tx, look: Looked) -> None:
    keys = [f"{look.folder}/{look.uidvalidity}/{uid}" for uid in look.gaps]
    if not keys:
        return
    known = {row.key for row in rows(tx, select(MARK.c.key).where(MARK.c.name == GAP, MARK.c.key.in_(keys)))}
    new = [{"name": GAP, "key": key, "at": look.looked_at} for key in dict.fromkeys(keys) if key not in known]
    if new:
        tx.session.execute(insert(MARK), new)


def _hold(tx: Tx, name: str, holder: str, now: datetime, until: datetime) -> int | None:
    """One statement decides: the row is changed only by its holder or when its time is over."""
    mine = or_(LEASE.c.holder == holder, LEASE.c.until <= now)
    fence = case((LEASE.c.holder == holder, LEASE.c.fence), else_=LEASE.c.fence + 1)
    taken = update(LEASE).where(LEASE.c.name == name, mine).values(holder=holder, fence=fence, until=until)
    held = tx.session.execute(taken.returning(LEASE.c.fence)).scalar_one_or_none()
    if held is not None:
        return int(held)
    if tx.session.execute(select(LEASE.c.name).where(LEASE.c.name == name)).one_or_none() is not None:
        return None
    try:
        with tx.session.begin_nested():
            tx.session.execute(insert(LEASE).values(name=name, holder=holder, fence=1, until=until))
    except IntegrityError:  # somebody else asked at the same moment
        return None
    return 1
