"""What a look at the settings finds: how bad it is, where, what, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Only a blocker keeps ``mailbot run`` from starting: what grows old (a helpline) must not stop the service."""

    BLOCKER = "blocker"
    FAULT = "fault"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that ``mailbot check`` tells: where, what, and how to mend it."""

    severity: Severity
    place: str
    what: str
    mend: str
