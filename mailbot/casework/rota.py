"""The safeguarding rota by week: who is asked first, and who next, until the weeks begin again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailbot.casework.timetable import clock_time
from mailbot.clock import london


@dataclass(frozen=True, slots=True)
class Rota:
    """``weeks`` take turns from the London day ``starts`` on, each handed over at ``changes_at`` (London, "HH:MM"), so
    that a night belongs to the week it began in. Staff ids, in the order of asking."""

    starts: date
    weeks: tuple[tuple[str, ...], ...]
    changes_at: str = "09:00"

    def on(self, moment: datetime) -> tuple[str, ...]:
        """The week's people at that moment; nobody before the rota starts."""
        wall = london(moment)
        day = wall.date() if wall.time() >= clock_time(self.changes_at) else wall.date() - timedelta(days=1)
        number = (day - self.starts).days // 7
        return self.weeks[number % len(self.weeks)] if self.weeks and number >= 0 else ()
