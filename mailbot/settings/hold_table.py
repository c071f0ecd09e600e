"""``[hold_minutes]`` of ``config/policy.toml``: which emails wait before they go, and which may not be made to wait."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from pathlib import Path

from mailbot.casework.people import Party
from mailbot.casework.touchpoints import TOUCHPOINTS, CallPaused, MatchEnded, Touchpoint
from mailbot.settings.fault import Place
from mailbot.settings.reader import Source, variable
from mailbot.settings.toml_file import Table, TomlFile

HOLDS = "hold_minutes"
HOLDS_VARIABLE = variable("policy", HOLDS)  # as: introduction = 30, offer_made = 10
LONGEST_HOLD = 12 * 60  # minutes: a held offer or introduction takes its time from the one-week promise
BY_NAME = {one.template(): one for one in TOUCHPOINTS}
MAY_BE_HELD = tuple(name for name, one in BY_NAME.items() if one.may_be_held)


def read_holds(file: TomlFile, source: Source) -> tuple[tuple[str, int], ...] | None:
    """Touchpoint and minutes, those of nought left out; None when something in it is wrong."""
    table = _told(file, source)
    if table is None:
        return None
    wrong = [_fault(name, minutes) for name, minutes in table.values.items()]
    for name, fault in zip(table.values, wrong, strict=True):
        if fault:
            source.fault(table.place(name), f"policy.{HOLDS}.{name}", *fault)
    holds = {name: minutes for name, minutes in table.values.items() if isinstance(minutes, int) and minutes}
    return None if any(wrong) else tuple(sorted(holds.items()))


def why_never_held(touchpoint: type[Touchpoint]) -> str:
    """Why an email of this kind goes at once; "" when it may be held."""
    if touchpoint.may_be_held:
        return ""
    if touchpoint.party is Party.STAFF:
        return "cannot be held: alerts, tasks and answers to staff go at once"
    if touchpoint in (CallPaused, MatchEnded):
        return "cannot be held: it keeps a volunteer from using a number"
    return "cannot be held: it answers what somebody wrote"


def _told(file: TomlFile, source: Source) -> Table | None:
    """The environment's table goes before the file's."""
    told = source.environ.get(HOLDS_VARIABLE)
    if told is not None:
        try:
            values = tomllib.loads(f"told = {{ {told} }}")["told"]
        except tomllib.TOMLDecodeError:
            may_be = 'it must be touchpoints and minutes, as "introduction = 30, offer_made = 10"'
            source.fault(Place(HOLDS_VARIABLE), f"policy.{HOLDS}", "cannot be understood", may_be)
            return None
        return Table(Path(HOLDS_VARIABLE), values, {})
    table = file.section(HOLDS)
    if table is None:
        source.fault(
            file.root().place(HOLDS), f"policy.{HOLDS}", "is no table", f"write [{HOLDS}] on a line of its own"
        )
    return table


def _fault(name: str, minutes: object) -> tuple[str, str] | None:
    touchpoint = BY_NAME.get(name)
    allowed = "those that may be held are " + ", ".join(MAY_BE_HELD)
    if touchpoint is None:
        near = get_close_matches(name, BY_NAME, n=1)
        return "is no email of ours", f'did you mean "{near[0]}"?' if near else allowed
    if type(minutes) is not int or not 0 <= minutes <= LONGEST_HOLD:
        return f"is {minutes!r}", f"it must be a whole number of minutes from 0 to {LONGEST_HOLD}"
    why = why_never_held(touchpoint)
    return (why, allowed) if why and minutes else None
