"""Letters out of a folder in batches bounded by bytes; one that cannot be had never stops the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.inbox.mailbox import Listed, Mailbox, in_parts
from mailbot.inbox.trouble import Refused
from mailbot.reading.letter import RawLetter

_LISTED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, and letters at a time: what is in memory, and in one commit, at once."""

    max_letter_bytes: int = 40 << 20  # a larger one is taken in as its beginning
    first_part_bytes: int = 4 << 20  # that much of it: text comes before attachments
    batch_bytes: int = 8 << 20
    batch_letters: int = 100


@dataclass(frozen=True, slots=True)
class Listing:
    """What the server tells of letters before they are fetched; ``refused`` and ``gone`` as in ``Fetched``."""

    listed: tuple[Listed, ...]
    refused: tuple[tuple[int, str], ...]
    gone: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of a batch. ``refused``: UID and why; ``gone``: taken away by somebody since it was listed."""

    letters: tuple[RawLetter, ...]
    refused: tuple[tuple[int, str], ...]
    gone: tuple[int, ...]


def batches(listed: Sequence[Listed], limits: Limits) -> Iterator[list[Listed]]:
    """Letters together up to the limits; one over ``batch_bytes`` alone."""
    batch: list[Listed] = []
    for letter in listed:
        full = sum(each.size for each in batch) + letter.size > limits.batch_bytes or len(batch) >= limits.batch_letters
        if batch and full:
            yield batch
            batch = []
        batch.append(letter)
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches from one open folder. ``now`` stands in for an INTERNALDATE that makes no sense."""

    mailbox: Mailbox
    folder: str
    uidvalidity: int
    limits: Limits
    now: datetime

    def list(self, uids: Sequence[int]) -> Listing:
        """Sizes and times of arrival of ``uids``, which a search has just found."""
        listed = [letter for part in in_parts(uids, _LISTED_AT_ONCE) for letter in self._list(part)]
        untold = sorted(set(uids) - {letter.uid for letter in listed})
        there = set(self.mailbox.uids_from(untold[0])) if untold else set()
        return Listing(
            tuple(listed),
            tuple((uid, "the server does not tell its size") for uid in untold if uid in there),
            tuple(uid for uid in untold if uid not in there),
        )

    def fetch(self, batch: Sequence[Listed]) -> Fetched:
        """The letters of a batch. Raises ``ConnectionLost`` only."""
        whole = [letter for letter in batch if letter.size <= self.limits.max_letter_bytes]
        found = self._together([letter.uid for letter in whole])
        letters, refused, gone = [], [], []
        for letter in batch:
            raw, why = (found[letter.uid], "") if letter.uid in found else self._alone(letter)
            if raw is not None:
                letters.append(self._letter(letter, raw))
            elif self._still_there(letter.uid):
                refused.append((letter.uid, why))
            else:
                gone.append(letter.uid)
        return Fetched(tuple(letters), tuple(refused), tuple(gone))

    def _list(self, uids: Sequence[int]) -> Sequence[Listed]:
        try:
            return self.mailbox.listed(uids)
        except Refused:  # one of them spoils the command: then one by one
            return [] if len(uids) == 1 else [letter for uid in uids for letter in self._list([uid])]

    def _together(self, uids: Sequence[int]) -> dict[int, bytes]:
        try:
            return self.mailbox.bodies(uids) if uids else {}
        except Refused:
            return {}  # one of them spoils the command: then one by one

    def _alone(self, letter: Listed) -> tuple[bytes | None, str]:
        try:
            if letter.size > self.limits.max_letter_bytes:
                raw = self.mailbox.beginning(letter.uid, self.limits.first_part_bytes)
            else:
                raw = self.mailbox.bodies([letter.uid]).get(letter.uid)
        except Refused as refused:
            return None, str(refused)
        return raw, "the server lists the letter but does not give it"

    def _still_there(self, uid: int) -> bool:
        try:
            return bool(self.mailbox.listed([uid]))
        except Refused:
            return True

    def _letter(self, listed: Listed, raw: bytes) -> RawLetter:
        partly = listed.size > self.limits.max_letter_bytes
        return RawLetter(
            folder=self.folder,
            uidvalidity=self.uidvalidity,
            uid=listed.uid,
            arrived_at=listed.arrived_at or self.now,
            raw=raw,
            # some servers count RFC822.SIZE wrongly: of a whole letter the bytes themselves are the truth
            whole_size=max(listed.size, len(raw)) if partly else len(raw),
        )
