"""What a letter says, as labels in the samples' vocabulary: what ``mailbot read --json`` prints and what is scored.

First stand the keys of the samples' README for that kind of writer, in its order; then what else is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from mailbot.reading.letter import (
    FamilyFacts,
    Letter,
    RiskReading,
    StaffCommand,
    StaffFacts,
    Verb,
    VolunteerFacts,
)


def family_labels(facts: FamilyFacts) -> dict[str, Any]:
    return {
        "intent": facts.intent.value,
        "referrer": facts.referrer.value if facts.referrer else None,
        "name": facts.name,
        "referrer_name": facts.referrer_name,
        "phones": list(facts.phones),
        "phones_forbidden": list(facts.phones_forbidden),
        "availability": facts.availability.to_json() if facts.availability is not None else None,
        "relationship": facts.relationship,
        "prison": facts.prison,
        "stage": facts.stage,
        "language": facts.language,
        "preferences": [one.value for one in facts.preferences],
        **_risk(facts.risk),
        "missing": list(facts.missing),
        "uncertain_language": facts.risk.uncertain_language,
        "stop": facts.stop,
        "reply": _reply(facts),
    }


def _reply(facts: FamilyFacts) -> dict[str, Any]:
    """What is answered to one of our emails."""
    told = getattr(facts, "reply", None)
    if is_dataclass(told):
        return {field.name: _plain(getattr(told, field.name)) for field in fields(told) if field.name != "evidence"}
    return {"agrees": facts.agrees, "stop": facts.stop}


def volunteer_labels(facts: VolunteerFacts) -> dict[str, Any]:
    call, next_call, away = facts.call, facts.next_call, facts.away
    return {
        "intent": facts.intent.value,
        "secondary_intents": [one.value for one in facts.secondary_intents],
        "call": call and {"outcome": call.outcome.value, "date": _iso(call.date), "time": _iso(call.time),
                          "minutes": call.minutes, "attempts": call.attempts},
        "next_call": next_call and {"date": _iso(next_call.date), "weekday": next_call.weekday,
                                    "time": _iso(next_call.time)},
        "away": away and {"from": _iso(away.from_), "until": _iso(away.until)},
        "reason": facts.reason,
        **_risk(facts.risk),
        "visible_text": facts.visible_text,
        "uncertain_language": facts.risk.uncertain_language,
        "stop": facts.stop,
    }  # fmt: skip


SAMPLES_VERBS = frozenset(
    {
        Verb.ASSIGN, Verb.APPROVE, Verb.HOLD, Verb.CLOSE, Verb.NOTE, Verb.SHOW, Verb.LIST_VOLUNTEERS,
        Verb.RESOLVE_RISK, Verb.ADD_VOLUNTEER, Verb.PAUSE_VOLUNTEER, Verb.REPORT, Verb.HELP, Verb.REOPEN, Verb.ERASE,
    }
)  # fmt: skip


def staff_labels(facts: StaffFacts) -> dict[str, Any]:
    """``commands`` holds the samples' fourteen verbs and nothing else; what staff say besides stands in ``answers``."""
    return {
        "commands": [_command(one) for one in facts.commands if one.verb in SAMPLES_VERBS],
        "answers": [
            {**_command(one), "minutes": one.minutes} for one in facts.commands if one.verb not in SAMPLES_VERBS
        ],
        "unclear": list(facts.unclear),
        **_risk(facts.risk),
        "visible_text": facts.visible_text,
    }


def _command(one: StaffCommand) -> dict[str, Any]:
    return {
        "verb": one.verb.value,
        "referral": one.referral,
        "volunteer": one.volunteer,
        "until": _iso(one.until),
        "text": one.text,
    }


def _risk(told: RiskReading) -> dict[str, Any]:
    return {"risk": told.risk.value, "risk_categories": list(told.categories)}


# -------------------------------------------------------------------------------------------------- what else is known


def letter_labels(letter: Letter, labels: dict[str, Any]) -> dict[str, Any]:
    bounce = letter.bounce
    return {
        "kind": letter.kind.value,
        "visible_text": labels.get("visible_text", letter.new_text.strip()),
        "bounce": bounce
        and {"recipients": list(bounce.recipients), "status": bounce.status, "permanent": bounce.permanent},
        "not_read": list(letter.not_read),
    }


def _iso(told: date | time | None) -> str | None:
    if isinstance(told, time):
        return told.strftime("%H:%M")
    return told.isoformat() if told else None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | frozenset | list):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value


# ------------------------------------------------------------------------------------------------------- for people


def fact_rows(labels: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Labels for people: what is known, each in words."""
    for key, value in labels.items():
        if value and key not in _TOLD_ELSEWHERE and (words := _words(value)):
            yield key.replace("_", " "), words


_TOLD_ELSEWHERE = ("kind", "not_read", "visible_text", "seems", "seems_because")


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_words(each)}" for key, each in value.items() if each not in (None, False, []))
    if isinstance(value, list):
        return "; ".join(_words(each) for each in value)
    return "yes" if value is True else str(value)
