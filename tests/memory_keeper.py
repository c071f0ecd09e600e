"""A keeper in memory: what records does for the poller, without a database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event

from mailbot.clock import monotonic
from mailbot.inbox.keeper import Look
from mailbot.reading.letter import RawLetter

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

    def wait_for_looks(self, number: int, seconds: float) -> None:
        """Until the poller has looked so many times."""
        end = monotonic() + seconds
        while len(self.looks) < number:
            assert monotonic() < end, "it never looked"
            Event().wait(0.01)


def subject_of(raw: bytes) -> str:
    return raw.partition(b"Subject: ")[2].partition(b"\r\n")[0].decode()
