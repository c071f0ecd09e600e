"""What the poller asks of an IMAP server, in a few verbs; every fault comes out as ``MailboxTrouble``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from mailbot.inbox.idle import InboxClient, hang_up
from mailbot.inbox.trouble import ConnectionLost, told_in_words

_UIDS_AT_ONCE = 50_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A selected folder. ``uidnext`` is 0 when the server does not tell it (RFC 3501 lets it)."""

    uidvalidity: int
    uidnext: int
    exists: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A letter as the server lists it. ``arrived_at`` (INTERNALDATE in UTC) is None when it makes no sense."""

    uid: int
    size: int  # bytes, RFC822.SIZE
    arrived_at: datetime | None


class Mailbox:
    """One connection; a context manager that logs out."""

    def __init__(self, client: InboxClient) -> None:
        self._client = client

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, ConnectionLost):  # a LOGOUT would only wait for an answer that never comes
            hang_up(self._client)
        else:
            self._client.__exit__(kind, error, trace)

    def can(self, capability: str) -> bool:
        """Does the server offer this extension?"""
        with told_in_words("asking what it can do"):
            return bool(self._client.has_capability(capability))

    def open(self, folder: str) -> Opened:
        """SELECT: nothing in it changes a flag."""
        with told_in_words(f"opening the folder {folder}"):
            told = self._client.select_folder(folder)
        return Opened(int(told.get(b"UIDVALIDITY", 0)), int(told.get(b"UIDNEXT", 0)), int(told[b"EXISTS"]))

    def uids(self, exists: int) -> list[int]:
        """Every UID in the open folder, in order; ``exists`` messages were in it when it was opened."""
        # In pieces by sequence number: imaplib refuses a line over a million bytes.
        starts = range(1, max(exists, 1) + 1, _UIDS_AT_ONCE)
        pieces = [f"{start}:{start + _UIDS_AT_ONCE - 1}" for start in starts[:-1]]
        found: set[int] = set()
        for piece in [*pieces, f"{starts[-1]}:*" if pieces else "ALL"]:
            with told_in_words("searching"):
                found.update(self._client.search([piece]))
        return sorted(found)

    def uids_from(self, start: int) -> list[int]:
        """UIDs from ``start`` on. "n:*" always names the last message, even when that is below n: left out."""
        with told_in_words("searching"):
            found = self._client.search(["UID", f"{start}:*"])
        return sorted(uid for uid in found if uid >= start)

    def uids_since(self, day: date) -> list[int]:
        """UIDs of what arrived on that day or later (the server's own days), in order."""
        with told_in_words("searching by day"):
            return sorted(self._client.search(["SINCE", day]))

    def marked_deleted(self) -> set[int]:
        """UIDs that anybody marked ``\\Deleted``."""
        with told_in_words("searching"):
            return set(self._client.search(["DELETED"]))

    def listed(self, uids: Sequence[int]) -> list[Listed]:
        """Sizes and arrival times, by UID; what has gone meanwhile is left out."""
        with told_in_words("asking for sizes"):
            told = self._client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"])
        return [
            Listed(uid, fields[b"RFC822.SIZE"], _utc(fields.get(b"INTERNALDATE")))
            for uid, fields in sorted(told.items())
            if isinstance(fields.get(b"RFC822.SIZE"), int)
        ]

    def bodies(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The letters' bytes, without setting ``\\Seen``; one that the server does not give is left out."""
        return self._fetch_bytes(uids, "BODY.PEEK[]", b"BODY[]")

    def beginning(self, uid: int, size: int) -> bytes | None:
        """The first ``size`` bytes of a letter; None when the server does not give them."""
        return self._fetch_bytes([uid], f"BODY.PEEK[]<0.{size}>", b"BODY[]<0>").get(uid)

    def message_id_of(self, uid: int) -> bytes:
        """The Message-ID header field as it stands."""
        item = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"
        return self._fetch_bytes([uid], item, b"BODY[HEADER.FIELDS (MESSAGE-ID)]").get(uid, b"")

    def headers(self, uids: Sequence[int], names: Sequence[str]) -> dict[int, bytes]:
        """These header fields of each, as they stand, without setting ``\\Seen``."""
        fields = " ".join(name.upper() for name in names)
        with told_in_words("fetching headers"):
            told = self._client.fetch(uids, [f"BODY.PEEK[HEADER.FIELDS ({fields})]"])
        return {
            uid: value
            for uid, items in told.items()
            for key, value in items.items()
            if isinstance(key, bytes) and key.startswith(b"BODY[HEADER.FIELDS") and isinstance(value, bytes)
        }

    def with_message_id(self, message_id: str) -> list[int]:
        """UIDs whose Message-ID contains this text (SEARCH knows no "equals")."""
        with told_in_words("searching by Message-ID"):
            return list(self._client.search(["HEADER", "Message-ID", message_id]))

    def ensure_folder(self, folder: str) -> None:
        """Make the folder when it is missing."""
        with told_in_words(f"making the folder {folder}"):
            if not self._client.folder_exists(folder):
                self._client.create_folder(folder)

    def move(self, uids: Sequence[int], folder: str) -> None:
        """Move letters out of the open folder: by MOVE (RFC 6851), else copied, marked and expunged."""
        if self.can("MOVE"):
            with told_in_words(f"moving letters to {folder}"):
                self._client.move(uids, folder)
        else:
            self._copy_and_expunge(uids, folder)

    def wait_for_news(self, seconds: float, wake_fd: int | None) -> None:
        """One round of IDLE."""
        with told_in_words("waiting for news"):
            self._client.wait_for_news(seconds, wake_fd)

    def _fetch_bytes(self, uids: Sequence[int], item: str, key: bytes) -> dict[int, bytes]:
        with told_in_words("fetching a letter"):
            told = self._client.fetch(uids, [item])
        return {uid: fields[key] for uid, fields in told.items() if isinstance(fields.get(key), bytes)}

    def _copy_and_expunge(self, uids: Sequence[int], folder: str) -> None:
        with told_in_words(f"copying letters to {folder}"):
            self._client.copy(uids, folder)
            self._client.add_flags(uids, [rb"\Deleted"], silent=True)
        if self.can("UIDPLUS"):
            with told_in_words("expunging what was copied"):
                self._client.uid_expunge(uids)
        elif self.marked_deleted() <= set(uids):
            # A plain EXPUNGE would also delete what a person has marked: then ours stay, marked.
            with told_in_words("expunging what was copied"):
                self._client.expunge()


def in_parts(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """``items`` in pieces of at most ``size``."""
    return (items[start : start + size] for start in range(0, len(items), size))


def _utc(told: Any) -> datetime | None:
    try:
        return told.astimezone(UTC) if isinstance(told, datetime) else None
    except OverflowError:
        return None
