"""One look at one folder: take in what has no outcome, file away what has one, and prove that nothing is left over."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mailbot.clock import Clock
from mailbot.inbox.fetching import Fetched, Fetcher, Limits, batches
from mailbot.inbox.keeper import Keeper, Look
from mailbot.inbox.mailbox import Listed, Mailbox, Opened, in_parts
from mailbot.inbox.trouble import ConnectionLost, Refused
from mailbot.reading.letter import RawLetter

log = logging.getLogger(__name__)

_ASKED_AT_ONCE = 500  # UIDs per question to the keeper
_MOVED_AT_ONCE = 200
_SMALL_FOLDER = 1000  # messages: below, every look is at all of them
_FULL_LOOK_EVERY = timedelta(minutes=15)
_GAPS_NAMED = 1000
_GAPS_LOOKED_AT = 10_000  # UIDs
_STRIKES = 3
_TRIED_ALONE = 3  # letters


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one look did."""

    look: Look
    taken_in: int
    could_not_fetch: int
    filed_away: int
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class _TakenIn:
    taken_in: int
    refused: int
    gone: list[int]


@dataclass(slots=True)
class _Memory:
    """What we still know of a folder from the last look; losing it costs only a full look."""

    uidvalidity: int
    uidnext: int = 0
    full_look_at: datetime | None = None
    unfinished: set[int] = field(default_factory=set)
    strikes: dict[int, int] = field(default_factory=dict)  # UID -> connections lost while it was being fetched


@dataclass(slots=True)
class Looker:
    """Looks at folders for as long as the process lives."""

    keeper: Keeper
    clock: Clock
    limits: Limits
    on_new: Callable[[], None]
    stopping: Callable[[], bool]
    _memories: dict[str, _Memory] = field(default_factory=dict)

    def look(self, mailbox: Mailbox, folder: str, processed_folder: str) -> Outcome:
        """``processed_folder`` "" moves nothing. Raises ``MailboxTrouble``, or whatever the keeper raises: then
        nothing more is touched on the server."""
        opened = mailbox.open(folder)
        memory = self._memory(folder, opened)
        uids = self._uids(mailbox, memory, opened)
        done = self._take_in(mailbox, folder, memory, self._missing(folder, memory, uids))
        filed_away, trouble = self._file_away(mailbox, folder, memory, uids, processed_folder)
        look = self._reconcile(folder, memory, opened, uids, done.gone)
        return Outcome(look, done.taken_in, done.refused, filed_away, trouble)

    def uidnext(self, folder: str) -> int:
        """Where the last look at the folder ended; 0 when unknown."""
        memory = self._memories.get(folder)
        return memory.uidnext if memory else 0

    # ------------------------------------------------------------------------------------------- what is there

    def _memory(self, folder: str, opened: Opened) -> _Memory:
        memory = self._memories.get(folder)
        if memory is None or memory.uidvalidity != opened.uidvalidity:
            memory = self._memories[folder] = _Memory(opened.uidvalidity)
        return memory

    def _uids(self, mailbox: Mailbox, memory: _Memory, opened: Opened) -> list[int]:
        now = self.clock.now()
        fresh = memory.full_look_at is not None and now - memory.full_look_at < _FULL_LOOK_EVERY
        if fresh and memory.uidnext and opened.exists > _SMALL_FOLDER:
            return sorted({*memory.unfinished, *mailbox.uids_from(memory.uidnext)})
        memory.full_look_at = now
        return mailbox.uids(opened.exists)

    def _missing(self, folder: str, memory: _Memory, uids: Sequence[int]) -> list[int]:
        parts = (self.keeper.missing(folder, memory.uidvalidity, part) for part in in_parts(uids, _ASKED_AT_ONCE))
        return [uid for part in parts for uid in part]

    # ------------------------------------------------------------------------------------------------- take in

    def _take_in(self, mailbox: Mailbox, folder: str, memory: _Memory, missing: Sequence[int]) -> _TakenIn:
        fetcher = Fetcher(mailbox, folder, memory.uidvalidity, self.limits, self.clock.now())
        listing = fetcher.list(missing)
        self._set_aside(folder, memory, listing.refused)
        taken_in, refused, gone = 0, len(listing.refused), list(listing.gone)
        for batch in self._in_order(listing.listed, memory):
            if self.stopping():
                break
            fetched = self._fetch(fetcher, batch, memory)
            not_kept = self._keep(fetched.letters)
            self._set_aside(folder, memory, [*fetched.refused, *not_kept])
            taken_in += len(fetched.letters) - len(not_kept)
            refused += len(fetched.refused) + len(not_kept)
            gone += fetched.gone
        return _TakenIn(taken_in, refused, gone)

    def _in_order(self, listed: Sequence[Listed], memory: _Memory) -> Iterator[Sequence[Listed]]:
        """By UID; but a letter that was being fetched when the connection broke comes last, and alone."""
        yield from batches([letter for letter in listed if letter.uid not in memory.strikes], self.limits)
        yield from ([letter] for letter in listed if letter.uid in memory.strikes)

    def _fetch(self, fetcher: Fetcher, batch: Sequence[Listed], memory: _Memory) -> Fetched:
        if len(batch) == 1 and memory.strikes.get(batch[0].uid, 0) >= _STRIKES:
            return Fetched((), ((batch[0].uid, "the connection is lost each time it is fetched"),), ())
        try:
            fetched = fetcher.fetch(batch)
        except ConnectionLost:
            for letter in batch:
                memory.strikes[letter.uid] = memory.strikes.get(letter.uid, 0) + 1
            raise
        for letter in batch:
            memory.strikes.pop(letter.uid, None)
        return fetched

    def _keep(self, letters: Sequence[RawLetter]) -> list[tuple[int, str]]:
        """Commit the letters; returns UID and reason of any that alone cannot be kept."""
        if not letters:
            return []
        try:
            self.keeper.take_in(letters)
            not_kept: list[tuple[int, str]] = []
        except Exception as error:  # noqa: BLE001 (the keeper may raise anything; raised again unless one letter is to blame)
            not_kept = self._keep_one_by_one(letters, error)
        self.on_new()
        return not_kept

    def _keep_one_by_one(self, letters: Sequence[RawLetter], error: Exception) -> list[tuple[int, str]]:
        """Is the keeper away, or is one letter to blame? It is away when it says so (``temporary``: a full disk, which
        may have room for a small letter still), or when none of the first few can be kept."""
        not_kept: list[tuple[int, str]] = []
        for tried, letter in enumerate(letters, start=1):
            try:
                self.keeper.take_in([letter])
            except Exception as own:
                if getattr(own, "temporary", False):
                    raise
                not_kept.append((letter.uid, f"it could not be recorded ({type(own).__name__})"))
            if tried == len(not_kept) == min(_TRIED_ALONE, len(letters)):
                raise error
        return not_kept

    def _set_aside(self, folder: str, memory: _Memory, refused: Iterable[tuple[int, str]]) -> None:
        for uid, why in refused:
            log.warning("a letter stays on the server: folder %s, UID %d: %s", folder, uid, why)
            self.keeper.could_not_fetch(folder, memory.uidvalidity, uid, why)

    # ---------------------------------------------------------------------------------------------- file away

    def _file_away(
        self, mailbox: Mailbox, folder: str, memory: _Memory, uids: Sequence[int], processed_folder: str
    ) -> tuple[int, str]:
        moved = 0
        if not processed_folder or processed_folder == folder:
            return moved, ""
        for asked in in_parts(uids, _ASKED_AT_ONCE):
            movable = self.keeper.to_file_away(folder, memory.uidvalidity, asked)
            for part in in_parts(movable, _MOVED_AT_ONCE):
                if self.stopping():
                    return moved, ""
                try:
                    mailbox.move(part, processed_folder)
                except Refused as refused:  # a full quota, say: nothing is lost, it is tried again at the next look
                    return moved, str(refused)
                self.keeper.filed_away(folder, memory.uidvalidity, part)
                moved += len(part)
        return moved, ""

    # ---------------------------------------------------------------------------------------------- reconcile

    def _reconcile(
        self, folder: str, memory: _Memory, opened: Opened, uids: Sequence[int], gone: Sequence[int]
    ) -> Look:
        uidnext = max(opened.uidnext, uids[-1] + 1 if uids else 1)
        unfinished = set(self._missing(folder, memory, uids)) - set(gone)
        gaps = self._gaps(folder, memory, uidnext, {*uids} - {*gone})
        look = Look(
            folder=folder,
            uidvalidity=memory.uidvalidity,
            uidnext=uidnext,
            exists=opened.exists,
            gaps=tuple(gaps[:_GAPS_NAMED]),
            without_outcome=len(unfinished),
            looked_at=self.clock.now(),
        )
        # A look cut short proves nothing: unrecorded, so that what vanishes before the next one is still noticed.
        if not (unfinished and self.stopping()):
            self.keeper.looked(look)
            memory.uidnext, memory.unfinished = uidnext, unfinished
        return look

    def _gaps(self, folder: str, memory: _Memory, uidnext: int, present: set[int]) -> list[int]:
        """UIDs given out since the last look, or seen without an outcome then, and neither here nor taken in."""
        last = self.keeper.last_uidnext(folder, memory.uidvalidity)
        # On the first look at a folder everything before is history; a server may also leap far ahead.
        given_out = range(max(last, uidnext - _GAPS_LOOKED_AT), uidnext) if last else range(0)
        return self._missing(folder, memory, sorted({*given_out, *memory.unfinished} - present))
