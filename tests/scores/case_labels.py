"""Labels in the short form of tests/cases/README.md, made whole as the samples have them: what is left out is null."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mailbot.reading.letter import FamilyIntent, Preference, Referrer, Risk, Verb, VolunteerIntent
from mailbot.weekly_hours import DAYS, minute_of

RISK: dict[str, Any] = {"risk": "none", "risk_categories": []}
FAMILY: dict[str, Any] = {
    "intent": None, "referrer": None, "name": None, "referrer_name": None, "phones": [], "phones_forbidden": [],
    "availability": None, "relationship": None, "prison": None, "stage": None, "language": "en", "preferences": [],
    **RISK, "missing": [],
}  # fmt: skip
VOLUNTEER: dict[str, Any] = {
    "intent": None, "secondary_intents": [], "call": None, "next_call": None, "away": None, "reason": None, **RISK,
}  # fmt: skip
REPLY: dict[str, Any] = {
    "agrees": False, "changes": [], "score": None, "answers": [], "choice": None, "stop": False,
}  # fmt: skip
LABELS: dict[str, dict[str, Any]] = {
    "families": FAMILY,
    "family_replies": {**FAMILY, "reply": {}},
    "volunteers": VOLUNTEER,
    "staff": {"commands": []},
    "risk": RISK,
}
COMMAND: dict[str, Any] = {"verb": None, "referral": None, "volunteer": None, "until": None, "text": None}
_OF_PARTS: dict[str, dict[str, Any]] = {
    "call": {"outcome": None, "date": None, "time": None, "minutes": None, "attempts": None},
    "next_call": {"date": None, "weekday": None, "time": None},
    "away": {"from": None, "until": None},
}
_WORDS: dict[str, frozenset[str]] = {
    "risk": frozenset(Risk),
    "referrer": frozenset(Referrer),
    "preferences": frozenset(Preference),
    "missing": frozenset({"phone", "availability", "name"}),
    "relationship": frozenset(
        {
            "partner", "husband", "wife", "son", "daughter", "father", "mother", "brother", "sister", "grandchild",
            "friend", "other",
        }
    ),
    "stage": frozenset({"arrest", "remand", "trial", "sentenced", "recall", "release"}),
    "risk_categories": frozenset(
        {
            "suicide_self_harm", "domestic_abuse", "child_at_risk", "threat_to_others", "adult_at_risk", "under_18",
            "bereavement_in_custody", "boundary_breach",
        }
    ),
}  # fmt: skip


def labels_of(folder: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """Every key of the folder's labels. Raises ValueError that names a key or word which is none."""
    known = LABELS[folder]
    also = {"visible_text"} if folder == "volunteers" else set()
    _all_known("label", set(told) - set(known) - also)
    labels = {**known, **told}
    if isinstance(labels.get("availability"), str):
        labels["availability"] = spans_told(labels["availability"])
    for key, whole in _OF_PARTS.items():
        if labels.get(key) is not None:
            _all_known(key, set(labels[key]) - set(whole))
            labels[key] = {**whole, **{part: _text(value) for part, value in labels[key].items()}}
    if "reply" in labels:
        _all_known("reply", set(labels["reply"]) - set(REPLY))
        labels["reply"] = {**REPLY, **labels["reply"]}
    if "commands" in labels:
        labels["commands"] = [_command(one) for one in labels["commands"]]
    if folder == "families" and "missing" not in told:
        labels["missing"] = missing_by_rule(labels)
    _check_words(folder, labels)
    return labels


def spans_told(short: str) -> list[dict[str, object]]:
    """``mon-fri 18:00-21:00; sat,sun 10:00-12:00`` as the samples have it; merged and sorted when compared."""
    entries: list[dict[str, object]] = []
    for part in filter(None, (piece.strip() for piece in short.split(";"))):
        days, _, times = part.rpartition(" ")
        start, _, end = times.partition("-")
        minute_of(start), minute_of(end)
        entries.append({"days": _days(days or "mon-sun"), "from": start, "to": end})
    return entries


def missing_by_rule(labels: Mapping[str, Any]) -> list[str]:
    """What must still be asked, by the rule of the samples' README."""
    calls = labels["intent"] in ("befriending_request", "both_request")
    asked = {
        "phone": calls and not labels["phones"],
        "availability": calls and labels["availability"] is None,
        "name": (calls or labels["intent"] == "group_request") and labels["name"] is None,
    }
    return [key for key, is_asked in asked.items() if is_asked]


def _days(words: str) -> list[str]:
    days: list[str] = []
    for piece in words.replace(" ", "").split(","):
        first, dash, last = piece.partition("-")
        days += DAYS[DAYS.index(first) : DAYS.index(last) + 1] if dash else [DAYS[DAYS.index(first)]]
    return days


def _command(told: Mapping[str, Any]) -> dict[str, Any]:
    _all_known("command", set(told) - set(COMMAND) - {"minutes"})
    return {**COMMAND, **{key: _text(value) for key, value in told.items()}}


def _text(value: Any) -> Any:
    """TOML's own dates and times as the labels write them."""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:5] if hasattr(value, "hour") and not hasattr(value, "day") else value.isoformat()
    return value


def _check_words(folder: str, labels: Mapping[str, Any]) -> None:
    intents = frozenset(VolunteerIntent) if folder == "volunteers" else frozenset(FamilyIntent)
    if folder in ("families", "volunteers") and labels["intent"] is None:
        raise ValueError("intent is missing")
    for key in ("intent", "secondary_intents"):
        _all_known(key, _as_set(labels.get(key)) - intents)
    for key, words in _WORDS.items():
        _all_known(key, _as_set(labels.get(key)) - words)
    for one in labels.get("commands", ()):
        _all_known("verb", {one["verb"]} - frozenset(Verb))


def _as_set(value: Any) -> set[str]:
    return set(value) if isinstance(value, list) else {value} if value else set()


def _all_known(what: str, unknown: set[Any]) -> None:
    if unknown:
        raise ValueError(f"{what}: {', '.join(sorted(map(str, unknown)))} is not known")
