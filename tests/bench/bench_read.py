"""How fast letters are opened and read: ``make bench-read``. The samples over and over, to 1,000 mails, warm.

Next to them the standard library's parser alone (``email.policy.default``), every header and part of each mail asked
for, as somebody who reads a letter must. What it raises on is counted and not timed out of the comparison.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from itertools import cycle, islice
from typing import TypeVar

from mailbot.reading.family import read_family
from mailbot.reading.letter import Letter
from mailbot.reading.parse import read_letter
from mailbot.reading.staff import read_staff
from mailbot.reading.volunteer import read_volunteer
from tests.reading.reading_cases import READER, ROOT, wording

Given = TypeVar("Given")
MAILS = 1_000
SENT_AT = datetime(2026, 3, 3, 9, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of processor time for each mail."""

    what: str
    seconds: Sequence[float]
    raised: int = 0

    def __str__(self) -> str:
        whole = sum(self.seconds)
        faults = f"  raised on {self.raised}" if self.raised else ""
        return (
            f"{self.what:36}{len(self.seconds) / whole:9.0f}{1000 * whole / len(self.seconds):9.2f}"
            f"{1000 * max(self.seconds):10.1f}{faults}"
        )


def main() -> None:
    everybody = mails("families", "volunteers", "staff")
    rows = [
        measured("email.policy.default, full access", everybody, asked_for_everything),
        measured("opened (read_letter)", everybody, opened),
        measured("family, opened before", letters("families"), as_family),
        measured("volunteer, opened before", letters("volunteers"), as_volunteer),
        measured("staff, opened before", letters("staff"), as_staff),
        measured("family, opened and read", mails("families"), lambda raw: as_family(opened(raw))),
        measured("volunteer, opened and read", mails("volunteers"), lambda raw: as_volunteer(opened(raw))),
        measured("staff, opened and read", mails("staff"), lambda raw: as_staff(opened(raw))),
    ]
    print(f"{MAILS} mails each, warm, one process\n")
    print(f"{'':36}{'a second':>9}{'ms each':>9}{'slowest ms':>11}")
    for row in rows:
        print(row)


def mails(*folders: str) -> list[bytes]:
    paths = [path for folder in folders for path in sorted((ROOT / "tests" / "samples" / folder).glob("*.eml"))]
    return list(islice(cycle([path.read_bytes() for path in paths]), MAILS))


def letters(folder: str) -> list[Letter]:
    return [opened(raw) for raw in mails(folder)]


def measured(what: str, given: Sequence[Given], work: Callable[[Given], object]) -> Measured:
    for one in given[:150]:
        tried(work, one)
    seconds, raised = [], 0
    for one in given:
        begun = time.process_time()
        raised += not tried(work, one)
        seconds.append(time.process_time() - begun)
    return Measured(what, seconds, raised)


def tried(work: Callable[[Given], object], given: Given) -> bool:
    try:
        work(given)
    except (LookupError, AttributeError, ValueError, TypeError):  # what the library raises on real mail
        return False
    return True


def asked_for_everything(raw: bytes) -> None:
    for part in message_from_bytes(raw, policy=default).walk():
        for name, value in part.items():
            _ = (name, str(value), getattr(value, "addresses", None), getattr(value, "datetime", None))
        if not part.is_multipart():
            _ = (part.get_content(), part.get_filename(), part.get_content_type())


def opened(raw: bytes) -> Letter:
    return read_letter(raw, READER)


def as_family(letter: Letter) -> None:
    read_family(letter, wording=wording())


def as_volunteer(letter: Letter) -> None:
    read_volunteer(letter, replying_to="call_checkin", wording=wording(), sent_at=SENT_AT)


def as_staff(letter: Letter) -> None:
    read_staff(letter, replying_to="digest", sent_at=SENT_AT, context_reference=None, wording=wording())


if __name__ == "__main__":
    main()
