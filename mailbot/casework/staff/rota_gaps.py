"""The days on which nobody could be woken, found before they come: by ``mailbot check``, and by the digest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from mailbot.casework.day_words import weekday
from mailbot.casework.people import Roster
from mailbot.casework.timetable import ONE_DAY, at_london

DAYS_AHEAD = 28
NOBODY = "nobody is on the safeguarding rota"
ALL_AWAY = "everybody on the safeguarding rota is away"
NO_READER = "everybody who may read concerns is away"


@dataclass(frozen=True, slots=True)
class RotaGap:
    """London days, both included."""

    first: date
    last: date
    why: str

    @property
    def words(self) -> str:
        if self.first == self.last:
            return f"on {weekday(self.first)} {self.why}"
        return f"from {weekday(self.first)} to {weekday(self.last)} {self.why}"


def rota_gaps(roster: Roster, day: date, days: int = DAYS_AHEAD) -> tuple[RotaGap, ...]:
    """Every stretch of the coming days, ``day`` included, in which the rota is empty or away; others with the role
    would still be asked then, but nobody has said that they are there."""
    found: list[RotaGap] = []
    for one in (day + timedelta(days=number) for number in range(days)):
        for why in dict.fromkeys(_faults(roster, one)):
            last = next((gap for gap in found if gap.why == why and gap.last == one - ONE_DAY), None)
            if last:
                found[found.index(last)] = replace(last, last=one)
            else:
                found.append(RotaGap(one, one, why))
    return tuple(found)


def _faults(roster: Roster, day: date) -> Iterator[str]:
    morning, evening = _asked(roster, day, time(0)), _asked(roster, day, time(23, 59))  # it is handed over by day
    for week in dict.fromkeys((morning, evening)):
        if not week:
            yield NOBODY
        elif not any(member.is_here(day) for member in roster.members if member.id in week):
            yield ALL_AWAY
    readers = [member for member in roster.members if member.may_read_concerns]
    if readers and not any(member.is_here(day) for member in readers):
        yield NO_READER


def _asked(roster: Roster, day: date, wall: time) -> tuple[str, ...]:
    if roster.rota is None:
        return tuple(one.id for one in roster.members if "safeguarding" in one.roles)
    return roster.rota.on(at_london(day, wall))
