"""What the poller needs of whoever remembers letters: it knows records only through this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.reading.letter import RawLetter


@dataclass(frozen=True, slots=True)
class Look:
    """One reconciliation of a folder (design rule 1): does every UID have an outcome?

    ``gaps`` are UIDs that the server gave out since the last look, or that we had seen, and that are gone although
    nobody took them in: somebody dragged a mail away. At most a thousand are named.
    """

    folder: str
    uidvalidity: int
    uidnext: int
    exists: int  # messages in the folder when it was opened
    gaps: tuple[int, ...]
    without_outcome: int  # letters that lie there and are not taken in (yet)
    looked_at: datetime


class Keeper(Protocol):
    """Durable memory of letters, keyed by (folder, UIDVALIDITY, UID). Any method may raise what it likes when the
    database is away; then nothing on the server is touched, and the poller tries again later. An error whose attribute
    ``temporary`` is true is never a letter's own fault."""

    def missing(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        """Those of ``uids`` that have no outcome yet."""
        ...

    def take_in(self, letters: Sequence[RawLetter]) -> None:
        """Commit all of them durably, or raise and keep none."""
        ...

    def could_not_fetch(self, folder: str, uidvalidity: int, uid: int, why: str) -> None:
        """An outcome too: the letter stays on the server, staff must look at it there. ``why`` is in plain words."""
        ...

    def to_file_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        """Those of ``uids`` that are taken in (or a recorded duplicate) and whose server copy may be moved."""
        ...

    def filed_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        """Their server copies have been moved."""
        ...

    def looked(self, look: Look) -> None:
        """Remember the reconciliation; ``last_uidnext`` then answers with its ``uidnext``."""
        ...

    def last_uidnext(self, folder: str, uidvalidity: int) -> int | None:
        """The UIDNEXT of the last look at the folder under this UIDVALIDITY; None when there was none."""
        ...
