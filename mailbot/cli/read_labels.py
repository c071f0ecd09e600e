"""What a letter says, as labels in the samples' vocabulary: what ``mailbot read --json`` prints and what is scored.

First stand the keys of the samples' README for that kind of writer, in its order; then what else is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from mailbot.reading.letter import (
    Evidence,
    FamilyFacts,
    Letter,
    RiskReading,
    StaffCommand,
    StaffFacts,
    Verb,
    VolunteerFacts,
)
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.who_writes import Seems, who_writes
from mailbot.reading.words.wording import Wording

UNSOLICITED = "unsolicited"
DIGEST = "digest"  # what staff answer, when nobody says


class Writer(StrEnum):
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Told:
    """One letter, read as this writer's. ``labels`` can be written as JSON."""

    letter: Letter
    writer: Writer
    labels: dict[str, Any]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What letters are read with outside the service. ``now``: UTC, for a letter without a Date."""

    reader: Reader
    wording: Wording
    own_numbers: frozenset[str]
    now: datetime

    def read(
        self, raw: bytes, writer: Writer | None = None, replying_to: str | None = None, *, whole_size: int | None = None
    ) -> Told:
        """Never raises, whatever the bytes. ``whole_size`` (bytes) is larger than ``raw`` where that is a beginning.

        ``writer`` None: whoever seems to write. ``replying_to`` None: what the letter's own X-Replying-To says.
        """
        letter = read_letter(raw, self.reader, whole_size=whole_size)
        answered = replying_to or _header_told(raw)
        if writer is not None:
            return self._read_as(writer, letter, answered)
        seems = who_writes(letter, replying_to=answered or UNSOLICITED)
        told = self._read_as(_READ_AS.get(seems.person, Writer.FAMILY), letter, answered)
        labels = {**told.labels, "seems": seems.seems.value, "seems_because": [one.words for one in seems.evidence]}
        return replace(told, labels=labels, evidence=seems.evidence + told.evidence)

    def _read_as(self, writer: Writer, letter: Letter, answered: str) -> Told:
        labels, evidence = self._labels(writer, letter, answered)
        return Told(letter, writer, {**labels, **_of_the_letter(letter, labels)}, letter.evidence + evidence)

    def _labels(self, writer: Writer, letter: Letter, answered: str) -> tuple[dict[str, Any], tuple[Evidence, ...]]:
        """Each reader is loaded when it is needed: that takes longer than to read a letter."""
        sent_at = letter.sent_at or self.now
        replying_to = answered or (DIGEST if writer is Writer.STAFF else UNSOLICITED)
        if writer is Writer.VOLUNTEER:
            from mailbot.reading.volunteer import read_volunteer

            told = read_volunteer(letter, replying_to=replying_to, wording=self.wording, sent_at=sent_at)
            return {"replying_to": replying_to, **_volunteer(told)}, told.evidence + told.risk.evidence
        if writer is Writer.STAFF:
            from mailbot.reading.staff import read_staff

            said = read_staff(
                letter, replying_to=replying_to, sent_at=sent_at, context_reference=None, wording=self.wording
            )
            return _staff(said), said.evidence + said.risk.evidence
        from mailbot.reading.family import read_family

        facts = read_family(
            letter, wording=self.wording, own_numbers=self.own_numbers, replying=replying_to != UNSOLICITED
        )
        return _family(facts), facts.evidence + facts.risk.evidence


_READ_AS = {Seems.FAMILY: Writer.FAMILY, Seems.VOLUNTEER: Writer.VOLUNTEER, Seems.STAFF: Writer.STAFF}
_REPLYING_TO = re.compile(rb"^X-Replying-To:[ \t]*([a-z_]{1,40})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEADERS_END = re.compile(rb"\r?\n\r?\n")


def _header_told(raw: bytes) -> str:
    """The header by which sample letters say what they answer; the service believes its own signed address alone."""
    end = _HEADERS_END.search(raw, 0, 100_000)
    found = _REPLYING_TO.search(raw, 0, end.start() + 1 if end else 100_000)
    return found[1].decode().lower() if found else ""


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


# --------------------------------------------------------------------------------------------- the keys of the samples


def _family(facts: FamilyFacts) -> dict[str, Any]:
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


def _volunteer(facts: VolunteerFacts) -> dict[str, Any]:
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


def _staff(facts: StaffFacts) -> dict[str, Any]:
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


def _of_the_letter(letter: Letter, labels: dict[str, Any]) -> dict[str, Any]:
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
