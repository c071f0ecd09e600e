"""``mailbot read``: what mailbot makes of a letter in a file, and the words that decided; no database is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from mailbot.app import build_reader
from mailbot.cli.terminal import Config, Exit, Json, give_up, say, settings_at, tell_json, tell_table
from mailbot.clock import SystemClock
from mailbot.reading.family import read_family
from mailbot.reading.letter import Evidence, FamilyFacts, Letter, RiskReading, StaffFacts, VolunteerFacts
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.staff import read_staff
from mailbot.reading.volunteer import read_volunteer
from mailbot.settings import Settings, load_for_looking


class Writer(StrEnum):
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class _Read:
    """One file, read: ``labels`` in the vocabulary of ``reading.letter``, ``evidence`` as shown to staff."""

    file: Path
    letter: Letter
    labels: dict[str, Any]
    evidence: tuple[Evidence, ...]


def add_to(app: typer.Typer) -> None:
    app.command()(read)


def read(
    paths: Annotated[list[Path], typer.Argument(help="Files as a mail program saves them (.eml), or folders of them.")],
    as_: Annotated[Writer, typer.Option("--as", help="Who is taken to have written.")] = Writer.FAMILY,
    replying_to: Annotated[
        str, typer.Option(help="The kind of our email that is answered, such as offer, call_checkin or digest.")
    ] = "unsolicited",
    explain: Annotated[bool, typer.Option("--explain", help="The words that decided each fact, too.")] = False,
    json: Json = False,
    config: Config = None,
) -> None:
    """Say what a letter in a file says, and why. For trying wording; nothing is remembered."""
    settings = settings_at(config, load_for_looking)
    reader = build_reader(settings)
    for file in _files(paths):
        one = _read(file, as_, replying_to, reader, settings)
        if json:
            told = [{"fact": each.fact, "words": each.words} for each in one.evidence]
            tell_json({"file": file.name, **one.labels, **({"evidence": told} if explain else {})})
        else:
            _tell(one, explain=explain)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.eml"))
        elif path.is_file():
            yield path
        else:
            give_up(f"There is no file {path}.", Exit.USAGE)


def _read(file: Path, writer: Writer, replying_to: str, reader: Reader, settings: Settings) -> _Read:
    letter = read_letter(file.read_bytes(), reader)
    sent_at = letter.sent_at or SystemClock().now()
    if writer is Writer.VOLUNTEER:
        told = read_volunteer(letter, replying_to=replying_to, wording=settings.wording, sent_at=sent_at)
        labels, evidence = _volunteer(told), told.evidence + told.risk.evidence
    elif writer is Writer.STAFF:
        said = read_staff(letter, replying_to=replying_to, sent_at=sent_at, context_reference=None, volunteer_names=())
        labels, evidence = _staff(said), said.evidence
    else:
        facts = read_family(
            letter,
            wording=settings.wording,
            own_numbers=frozenset(settings.service.own_numbers),
            replying=replying_to != "unsolicited",
        )
        labels, evidence = _family(facts), facts.evidence + facts.risk.evidence
    return _Read(file, letter, {"kind": letter.kind.value, **labels}, letter.evidence + evidence)


def _tell(one: _Read, *, explain: bool) -> None:
    say(f"{one.file}: {one.letter.kind} from {one.letter.sender.address or 'nobody'}")
    tell_table(("", ""), ((key.replace("_", " "), _words(value)) for key, value in one.labels.items() if value))
    for what in one.letter.not_read:
        say(f"not read: {what}")
    if explain:
        tell_table(("fact", "because of these words"), ((each.fact, each.words) for each in one.evidence))
    say("")


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
        "stop": facts.stop,
    }


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
        "stop": facts.stop,
    }  # fmt: skip


def _staff(facts: StaffFacts) -> dict[str, Any]:
    return {
        "commands": [
            {"verb": one.verb.value, "referral": one.referral, "volunteer": one.volunteer, "until": _iso(one.until),
             "text": one.text}
            for one in facts.commands
        ],
        "unclear": list(facts.unclear),
        "visible_text": facts.visible_text,
    }  # fmt: skip


def _risk(told: RiskReading) -> dict[str, Any]:
    return {
        "risk": told.risk.value,
        "risk_categories": list(told.categories),
        "uncertain_language": told.uncertain_language,
    }


def _iso(told: date | time | datetime | None) -> str | None:
    if isinstance(told, time):
        return told.strftime("%H:%M")
    return told.isoformat() if told else None


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_words(each)}" for key, each in value.items() if each is not None)
    if isinstance(value, list):
        return "; ".join(_words(each) for each in value)
    return "yes" if value is True else str(value)
