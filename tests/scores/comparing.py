"""Is a label that was read the label that was told? By the rules of the samples' README, key by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mailbot.weekly_hours import WeeklyHours

DANGEROUS = frozenset({"assign", "approve", "close", "erase", "reopen", "resolve_risk", "pause_volunteer"})
NEIGHBOURS = 2  # so many words more or fewer at the ends of a command's text are no difference


def is_same(key: str, told: Any, read: Any) -> bool:
    """``told`` by people, ``read`` by mailbot. What cannot be compared is not the same."""
    try:
        return _LOOSELY[key](told, read) if key in _LOOSELY else bool(told == read)
    except (KeyError, ValueError, TypeError):
        return False


def same_commands(told: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]]) -> bool:
    """In the order told."""
    return len(told) == len(read) and all(same_command(one, other) for one, other in zip(told, read, strict=True))


def same_command(told: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    exact = all(told[key] == read.get(key) for key in ("verb", "referral", "volunteer", "until"))
    minutes = "minutes" not in told or told["minutes"] == read.get("minutes")
    return exact and minutes and _same_words(told["text"], read.get("text"))


def dangerous_extras(told: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Commands that would be done, cannot be undone in peace, and were not given."""
    given = [(one["verb"], one["referral"], one["volunteer"]) for one in told]
    return [
        one
        for one in read
        if one["verb"] in DANGEROUS and (one["verb"], one["referral"], one["volunteer"]) not in given
    ]


def _same_words(told: str | None, read: str | None) -> bool:
    if not told or not read:
        return not told and not read
    shorter, longer = sorted((_bare(told), _bare(read)), key=len)
    more = len(longer) - len(shorter)
    starts = range(more + 1)
    return more <= NEIGHBOURS and any(longer[at : at + len(shorter)] == shorter for at in starts)


def _bare(words: str) -> list[str]:
    return re.sub(r"[^\w\s@'+-]", " ", words.casefold().replace("’", "'")).split()


def _same_hours(told: Any, read: Any) -> bool:
    if told is None or read is None:
        return told is read
    return WeeklyHours.from_json(told) == WeeklyHours.from_json(read)


def _as_sets(told: Any, read: Any) -> bool:
    return set(told) == set(read)


def _white_space_apart(told: Any, read: Any) -> bool:
    return " ".join(str(told).split()) == " ".join(str(read).split())


_LOOSELY: dict[str, Callable[[Any, Any], bool]] = {
    "phones_forbidden": _as_sets,
    "secondary_intents": _as_sets,
    "risk_categories": _as_sets,
    "availability": _same_hours,
    "visible_text": _white_space_apart,
    "reason": lambda told, read: bool(told) == bool(read),  # its wording is never compared
    "commands": same_commands,
}
