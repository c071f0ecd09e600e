"""What somebody who would like to volunteer answered to our questions: values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mailbot.reading.letter import Evidence
from mailbot.weekly_hours import WeeklyHours

QUESTIONS = ("hours", "languages", "capacity", "prisons", "credentials", "wishes")  # in the order of our email
CREDENTIALS = ("dbs", "befriending", "safeguarding", "boundaries")


@dataclass(frozen=True, slots=True)
class JoiningFacts:
    """None (or empty) where nothing was told. ``prisons`` empty: they said that there is none.

    ``unclear`` names what was answered and could be read two ways: keys of ``QUESTIONS``, or a credential's own name.
    ``not_yet`` are credentials that they say they do not have.
    """

    hours: WeeklyHours | None = None
    languages: tuple[str, ...] = ()
    capacity: int | None = None
    prisons: tuple[str, ...] | None = None
    credentials: tuple[tuple[str, date], ...] = ()  # in date through this day
    not_yet: tuple[str, ...] = ()
    wishes: str = ""  # in their own words
    gender: str = ""  # "female", "male", or "" when not told
    lived_experience: bool | None = None
    unclear: tuple[str, ...] = ()
    declines: bool = False  # would rather not volunteer
    asks: bool = False  # a question of their own: a person must read it
    evidence: tuple[Evidence, ...] = ()

    @property
    def tells_something(self) -> bool:
        told = (self.hours, self.languages, self.capacity, self.credentials, self.not_yet, self.wishes, self.gender)
        return any(told) or self.prisons is not None or self.lived_experience is not None
