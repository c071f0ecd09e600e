"""The only reader of time. Everything else is handed a ``Clock`` or a ``now``.

Every ``datetime`` in mailbot is aware and in UTC; Europe/London is used only to compute hours and to show.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Tells the present moment."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(slots=True)
class WoundClock:
    """A clock that stands still until it is wound on: for tests, the try-out and the simulation."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def wind(self, step: timedelta) -> datetime:
        """Go ``step`` forward (never back) and return the new moment."""
        if step < timedelta(0):
            raise ValueError("a clock is only wound forward")
        self.at += step
        return self.at

    def wind_to(self, at: datetime) -> datetime:
        """Go forward to ``at``; a moment already past leaves the clock as it is."""
        self.at = max(self.at, at.astimezone(UTC))
        return self.at


def monotonic() -> float:
    """Seconds that only ever grow, for measuring how long something took."""
    return time.monotonic()


def london(moment: datetime) -> datetime:
    """The same moment as a wall clock in London shows it."""
    return moment.astimezone(LONDON)
