"""A keeper in memory, and the letters and accounts that the inbox tests use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from mailbot.clock import Clock, WoundClock
from mailbot.inbox.keeper import Look
from mailbot.inbox.login import Account
from mailbot.inbox.poller import Poller
from mailbot.reading.letter import RawLetter
from mailbot.tryout.servers import EmbeddedMailThread

DESK = "befriending@example.org"
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

Key = tuple[str, int, int]


class DatabaseAway(Exception):
    """What a keeper may raise; nothing the inbox knows."""


@dataclass(slots=True)
class MemoryKeeper:
    """Keeps letters the way records does, without a database. ``refuses`` lets a test make it fail."""

    letters: dict[Key, RawLetter] = field(default_factory=dict)
    unfetchable: dict[Key, str] = field(default_factory=dict)
    filed: set[Key] = field(default_factory=set)
    looks: list[Look] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    refuses: Callable[[Sequence[RawLetter]], bool] = lambda letters: False

    def missing(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        known = self.letters.keys() | self.unfetchable.keys()
        return [uid for uid in uids if (folder, uidvalidity, uid) not in known]

    def take_in(self, letters: Sequence[RawLetter]) -> None:
        if self.refuses(letters):
            raise DatabaseAway
        self.batches.append(len(letters))
        self.letters |= {(letter.folder, letter.uidvalidity, letter.uid): letter for letter in letters}

    def could_not_fetch(self, folder: str, uidvalidity: int, uid: int, why: str) -> None:
        self.unfetchable[folder, uidvalidity, uid] = why

    def to_file_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        return [uid for uid in uids if (folder, uidvalidity, uid) in self.letters.keys() - self.filed]

    def filed_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        self.filed |= {(folder, uidvalidity, uid) for uid in uids}

    def looked(self, look: Look) -> None:
        self.looks.append(look)

    def last_uidnext(self, folder: str, uidvalidity: int) -> int | None:
        seen = [look.uidnext for look in self.looks if (look.folder, look.uidvalidity) == (folder, uidvalidity)]
        return seen[-1] if seen else None

    def subjects(self) -> list[str]:
        """The subjects of what was taken in, by arrival here."""
        return [subject_of(letter.raw) for letter in self.letters.values()]


def letter(subject: str, body: str = "Hello.") -> bytes:
    lines = [
        "From: Ada Example <ada@example.net>",
        f"To: {DESK}",
        f"Subject: {subject}",
        f"Message-ID: <{subject.replace(' ', '-')}@example.net>",
        "",
        body,
        "",
    ]
    return "\r\n".join(lines).encode()


def subject_of(raw: bytes) -> str:
    return raw.partition(b"Subject: ")[2].partition(b"\r\n")[0].decode()


def account(mail: EmbeddedMailThread, **changes: Any) -> Account:
    options: dict[str, Any] = {
        "host": mail.host,
        "port": mail.imap_port,
        "security": "none",
        "user": DESK,
        "secret": lambda: mail.password,
        "timeout": 5.0,
    }
    return Account(**(options | changes))


def poller(mail: EmbeddedMailThread, keeper: MemoryKeeper, clock: Clock | None = None, **changes: Any) -> Poller:
    options: dict[str, Any] = {
        "account": account(mail),
        "folders": ["INBOX"],
        "processed_folder": "Processed",
        "keeper": keeper,
        "clock": clock or WoundClock(MONDAY),
    }
    return Poller(**(options | changes))
