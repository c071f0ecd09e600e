"""WeeklyHours: when in the week somebody may be called, as London wall time.

A value type with the algebra that matching and wording need: union, minus, overlap, minutes, words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one weekday: ``day`` 0 (Monday) to 6, minutes after midnight, ``end`` not included."""

    day: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.day <= 6 and 0 <= self.start < self.end <= MINUTES_A_DAY):
            raise ValueError(f"no such span of a day: {self.day}, {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Spans in canonical form: sorted, merged where they touch or overlap. Truthy when any time is in it."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, spans: Iterable[Span]) -> WeeklyHours:
        """Merge any spans into canonical form."""
        merged: list[Span] = []
        for span in sorted(spans):
            last = merged[-1] if merged else None
            if last and last.day == span.day and span.start <= last.end:
                merged[-1] = Span(last.day, last.start, max(last.end, span.end))
            else:
                merged.append(span)
        return cls(tuple(merged))

    @classmethod
    def on(cls, days: Iterable[int], start: str = "09:00", end: str = "21:00") -> WeeklyHours:
        """The same stretch on several days, times as ``HH:MM``."""
        return cls.of(Span(day, minute_of(start), minute_of(end)) for day in days)

    @classmethod
    def from_json(cls, entries: Iterable[dict[str, object]]) -> WeeklyHours:
        """From ``[{"days": ["mon"], "from": "18:00", "to": "21:00"}]``; raises KeyError or ValueError otherwise."""
        spans = []
        for entry in entries:
            days = entry["days"]
            if not isinstance(days, list):
                raise ValueError("days must be a list")
            for day in days:
                spans.append(Span(DAYS.index(day), minute_of(str(entry["from"])), minute_of(str(entry["to"]))))
        return cls.of(spans)

    def to_json(self) -> list[dict[str, object]]:
        """The canonical list: days with the same spans share an entry, sorted by first day, then times."""
        by_times: dict[tuple[int, int], list[int]] = {}
        for span in self.spans:
            by_times.setdefault((span.start, span.end), []).append(span.day)
        rows = sorted((days[0], times, days) for times, days in by_times.items())
        return [
            {"days": [DAYS[day] for day in days], "from": clock_words(times[0]), "to": clock_words(times[1])}
            for _, times, days in rows
        ]

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __or__(self, other: WeeklyHours) -> WeeklyHours:
        return WeeklyHours.of(self.spans + other.spans)

    def __and__(self, other: WeeklyHours) -> WeeklyHours:
        return WeeklyHours.of(
            Span(a.day, max(a.start, b.start), min(a.end, b.end))
            for a in self.spans
            for b in other.spans
            if a.day == b.day and max(a.start, b.start) < min(a.end, b.end)
        )

    def __sub__(self, other: WeeklyHours) -> WeeklyHours:
        left = self.spans
        for hole in other.spans:
            left = tuple(piece for span in left for piece in _without(span, hole))
        return WeeklyHours.of(left)

    @property
    def minutes(self) -> int:
        """Minutes a week."""
        return sum(span.end - span.start for span in self.spans)

    def holds(self, day: int, at: time) -> bool:
        """Is this weekday (0 is Monday) and London wall time inside?"""
        minute = at.hour * 60 + at.minute
        return any(span.day == day and span.start <= minute < span.end for span in self.spans)


def minute_of(clock: str) -> int:
    """Minutes after midnight of ``HH:MM`` (``24:00`` allowed); raises ValueError on anything else."""
    hours, colon, minutes = clock.partition(":")
    if not colon or not hours.isdigit() or not minutes.isdigit() or int(minutes) > 59:
        raise ValueError(f"no clock time: {clock!r}")
    minute = int(hours) * 60 + int(minutes)
    if minute > MINUTES_A_DAY:
        raise ValueError(f"no clock time: {clock!r}")
    return minute


def clock_words(minute: int) -> str:
    """``HH:MM`` of minutes after midnight."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def exact_words(hours: WeeklyHours) -> str:
    """``mon 18:00-21:00; tue 09:00-12:00``: the exact form, as a list of volunteers holds it."""
    return "; ".join(f"{DAYS[one.day]} {clock_words(one.start)}-{clock_words(one.end)}" for one in hours.spans)


def _without(span: Span, hole: Span) -> Iterator[Span]:
    if span.day != hole.day or hole.end <= span.start or hole.start >= span.end:
        yield span
        return
    if span.start < hole.start:
        yield Span(span.day, span.start, hole.start)
    if hole.end < span.end:
        yield Span(span.day, hole.end, span.end)


EVERY_DAY = WeeklyHours.on(range(7))
