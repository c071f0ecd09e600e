"""Helplines that emails name: only those that somebody has verified lately (service.md, How we write to people)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

FRESH_FOR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Helpline:
    """One entry of ``config/helplines.toml``. ``number`` as it should be read, ``languages`` as codes (en, cy)."""

    name: str
    number: str
    languages: tuple[str, ...] = ("en",)
    verified_on: date | None = None
    verified_by: str = ""

    def is_fresh(self, today: date) -> bool:
        """Has a named person verified it within a year?"""
        if self.verified_on is None or not self.verified_by:
            return False
        return today - timedelta(days=FRESH_FOR_DAYS) <= self.verified_on <= today + timedelta(days=1)


def fresh(helplines: Iterable[Helpline], today: date) -> tuple[Helpline, ...]:
    """Those that may stand in an email, in the order of the file."""
    return tuple(one for one in helplines if one.is_fresh(today))


def left_out(helplines: Iterable[Helpline], today: date) -> tuple[Helpline, ...]:
    """Those that staff must verify before they are shown again."""
    return tuple(one for one in helplines if not one.is_fresh(today))
