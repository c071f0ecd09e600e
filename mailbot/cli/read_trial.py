"""A letter on trial: read with nothing known but itself, as somebody's, or as that of whoever seems to have written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from mailbot.cli.read_labels import family_labels, letter_labels, staff_labels, volunteer_labels
from mailbot.reading.letter import Evidence, Letter
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.who_writes import Seems, who_writes
from mailbot.reading.words.wording import Wording

UNSOLICITED = "unsolicited"
DIGEST = "digest"  # what staff answer, when nobody says


class Writer(StrEnum):
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Told:
    """One letter, read as this writer's. ``labels`` can be written as JSON."""

    letter: Letter
    writer: Writer
    labels: dict[str, Any]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What letters are read with outside the service. ``now``: UTC, for a letter without a Date."""

    reader: Reader
    wording: Wording
    own_numbers: frozenset[str]
    now: datetime

    def read(
        self, raw: bytes, writer: Writer | None = None, replying_to: str | None = None, *, whole_size: int | None = None
    ) -> Told:
        """Never raises, whatever the bytes. ``whole_size`` (bytes) is larger than ``raw`` where that is a beginning.

        ``writer`` None: whoever seems to write. ``replying_to`` None: what the letter's own X-Replying-To says.
        """
        letter = read_letter(raw, self.reader, whole_size=whole_size)
        answered = replying_to or _header_told(raw)
        if writer is not None:
            return self._read_as(writer, letter, answered)
        seems = who_writes(letter, replying_to=answered or UNSOLICITED)
        told = self._read_as(_READ_AS.get(seems.person, Writer.FAMILY), letter, answered)
        labels = {**told.labels, "seems": seems.seems.value, "seems_because": [one.words for one in seems.evidence]}
        return replace(told, labels=labels, evidence=seems.evidence + told.evidence)

    def _read_as(self, writer: Writer, letter: Letter, answered: str) -> Told:
        labels, evidence = self._labels(writer, letter, answered)
        return Told(letter, writer, {**labels, **letter_labels(letter, labels)}, letter.evidence + evidence)

    def _labels(self, writer: Writer, letter: Letter, answered: str) -> tuple[dict[str, Any], tuple[Evidence, ...]]:
        """Each reader is loaded when it is needed: that takes longer than to read a letter."""
        sent_at = letter.sent_at or self.now
        replying_to = answered or (DIGEST if writer is Writer.STAFF else UNSOLICITED)
        if writer is Writer.VOLUNTEER:
            from mailbot.reading.volunteer import read_volunteer

            told = read_volunteer(letter, replying_to=replying_to, wording=self.wording, sent_at=sent_at)
            return {"replying_to": replying_to, **volunteer_labels(told)}, told.evidence + told.risk.evidence
        if writer is Writer.STAFF:
            from mailbot.reading.staff import read_staff

            said = read_staff(
                letter, replying_to=replying_to, sent_at=sent_at, context_reference=None, wording=self.wording
            )
            return staff_labels(said), said.evidence + said.risk.evidence
        from mailbot.reading.family import read_family

        facts = read_family(letter, wording=self.wording, own_numbers=self.own_numbers, replying_to=replying_to)
        return family_labels(facts), facts.evidence + facts.risk.evidence


_READ_AS = {Seems.FAMILY: Writer.FAMILY, Seems.VOLUNTEER: Writer.VOLUNTEER, Seems.STAFF: Writer.STAFF}
_REPLYING_TO = re.compile(rb"^X-Replying-To:[ \t]*([a-z_]{1,40})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEADERS_END = re.compile(rb"\r?\n\r?\n")


def _header_told(raw: bytes) -> str:
    """The header by which sample letters say what they answer; the service believes its own signed address alone."""
    end = _HEADERS_END.search(raw, 0, 100_000)
    found = _REPLYING_TO.search(raw, 0, end.start() + 1 if end else 100_000)
    return found[1].decode().lower() if found else ""
