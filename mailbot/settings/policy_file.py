"""``config/policy.toml`` becomes ``Policy``: limits of each number, and which may not overtake which."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from typing import Annotated, Any, Literal

from mailbot.casework.policy import Policy
from mailbot.settings.hold_table import HOLDS, HOLDS_VARIABLE, read_holds
from mailbot.settings.kinds import Between, ClockTime
from mailbot.settings.reader import Source, read_section
from mailbot.settings.toml_file import TomlFile

_AT_LEAST_NONE = Between(0, 100_000)
_AT_LEAST_ONE = Between(1, 100_000)
MAY_BE_NONE = frozenset(
    {
        "weight_overlap",
        "weight_language",
        "weight_lived_experience",
        "weight_load",
        "weight_fairness",
        "hours_unknown_blocks_days",
        "overlap_least_minutes",
        "call_report_after_hours",
        "new_volunteer_capacity",
        "staff_reply_held_minutes",
    }
)

# The first may not come after the second.
IN_ORDER = (
    ("essentials_again_days", "essentials_staff_days"),
    ("essentials_staff_days", "promise_days"),
    ("staff_told_days", "amber_days"),
    ("amber_days", "staff_call_days"),
    ("staff_call_days", "promise_days"),
    ("offer_nudge_hours", "offer_window_hours"),
    ("offer_shortest_window_hours", "offer_window_hours"),
    ("call_report_nudge_hours", "call_report_staff_hours"),
    ("overlap_least_minutes", "overlap_ample_minutes"),
    ("joining_nudge_days", "joining_staff_days"),
    ("family_unasked_a_day", "family_unasked_a_week"),
    ("staff_day_from", "staff_day_until"),
    ("language_page_from", "language_page_until"),
    ("matching_from", "matching_until"),
)


def read_policy(file: TomlFile, source: Source) -> Policy | None:
    """The policy, or None when something in it is wrong."""
    holds = read_holds(file, source)
    root = file.root()
    numbers = replace(root, values={key: value for key, value in root.values.items() if key != HOLDS})
    without = replace(source, environ={key: told for key, told in source.environ.items() if key != HOLDS_VARIABLE})
    policy = read_section(Policy, "policy", numbers, without, narrowed=_limits())
    if policy is None or holds is None:
        return None
    policy = replace(policy, hold_minutes=holds)
    before = len(source.faults)
    for first, second in IN_ORDER:
        if getattr(policy, first) > getattr(policy, second):
            wrong = f"is {getattr(policy, first)}, after {second} ({getattr(policy, second)})"
            place = source.places.get(f"policy.{first}") or file.root().place(second)
            source.fault(place, f"policy.{first}", wrong, f"it must not come after {second}")
    return policy if len(source.faults) == before else None


def _limits() -> dict[str, Any]:
    limits: dict[str, Any] = {}
    for one in dataclasses.fields(Policy):
        if one.type == "int":
            limits[one.name] = Annotated[int, _AT_LEAST_NONE if one.name in MAY_BE_NONE else _AT_LEAST_ONE]
        elif one.name.endswith(("_from", "_until", "_at")):
            limits[one.name] = ClockTime
    limits["nation"] = Literal["ENG", "WLS", "SCT", "NIR"]
    limits["matching_approval"] = Literal["automatic", "staff"]
    return limits
