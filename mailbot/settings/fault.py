"""A wrong setting: which, where it stands, what is wrong with it and what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a setting was told: a file and its line (0: not known), or the name of an environment variable."""

    source: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.source}:{self.line}" if self.line else self.source


@dataclass(frozen=True, slots=True, order=True)
class SettingsFault:
    """``key`` is ``section.key``; ``allowed`` says how to mend it. A secret's value never stands in ``wrong``."""

    place: Place
    key: str
    wrong: str
    allowed: str

    def __str__(self) -> str:
        return f"{self.place}: {self.key} {self.wrong}; {self.allowed}"


class SettingsWrong(ValueError):
    """The settings cannot be used. ``faults`` has all that was found, not only the first."""

    def __init__(self, faults: Sequence[SettingsFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
