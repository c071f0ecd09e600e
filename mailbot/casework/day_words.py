"""Days and moments in words, as staff read them: English, and by London's clock."""

from __future__ import annotations

from datetime import date, datetime

from mailbot.clock import london


def day_words(day: date) -> str:
    """ "4 May", of a day that is near."""
    return f"{day:%-d %B}"


def dated(day: date) -> str:
    """ "4 May 2028", where the year may be another, or is to be confirmed."""
    return f"{day:%-d %B %Y}"


def weekday(day: date) -> str:
    """ "Thursday 4 May"."""
    return f"{day:%A %-d %B}"


def moment_words(moment: datetime) -> str:
    """ "Thursday 4 May, 10:05"."""
    local = london(moment)
    return f"{weekday(local)}, {local:%H:%M}"
