"""Our own mail of every kind: short TOML tables made whole messages, as the README beside them tells."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mailbot.reading.letter import Bounce, Kind, Letter
from mailbot.reading.parse import read_letter
from mailbot.reading.reader import Reader

FOLDER = Path(__file__).parents[2] / "cases" / "mail_kinds"
OURS = "befriending@example.org"
OUR_ID = "<mb.0123456789abcdefghjkmnpq@example.org>"
READER = Reader(own_addresses=frozenset({OURS}), is_own_message_id=lambda told: told.startswith("<mb."))
TO = "ada@example.net"
HEADS = f"From: Befriending <{OURS}>\nTo: Ada <{TO}>\nMessage-ID: {OUR_ID}\nSubject: Your message"
COPY = f"{HEADS}\nContent-Type: text/plain; charset=utf-8\n\nDear Ada,\nplease reply YES or NO.\n"
BOUNDARY = "=-part-7f3a"


@dataclass(frozen=True, slots=True)
class Case:
    """One message and what it is. ``bounce`` is None where nothing is said of one."""

    name: str
    raw: bytes
    kind: Kind
    bounce: Bounce | None

    def read(self) -> Letter:
        return read_letter(self.raw, READER)


def cases(folder: str) -> list[Case]:
    """The cases of ``tuned`` or ``held_back``; none where the folder is not there."""
    files = sorted((FOLDER / folder).glob("*.toml"))
    return [case for file in files for case in _of_file(file.stem, tomllib.loads(file.read_text("utf-8")))]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of a kind there are, were found, were wrongly found, and whose bounce is told right in every field."""

    of: int
    found: int
    wrongly: int
    told: int
    to_tell: int


def scores(folder: str) -> dict[Kind, Score]:
    of, found, wrongly, told, to_tell = (Counter[Kind]() for _ in range(5))
    for case in cases(folder):
        letter = case.read()
        of[case.kind] += 1
        (found if letter.kind is case.kind else wrongly)[letter.kind] += 1
        if case.bounce is not None:
            to_tell[case.kind] += 1
            told[case.kind] += letter.bounce == case.bounce
    return {kind: Score(of[kind], found[kind], wrongly[kind], told[kind], to_tell[kind]) for kind in Kind if of[kind]}


def _of_file(stem: str, table: dict[str, Any]) -> Iterator[Case]:
    for told in table["case"]:
        kind = Kind(told["kind"])
        for number, it in enumerate(told.get("each", [""])):
            yield Case(
                name=f"{stem}/{told['id']}" + (f"/{number}" if "each" in told else ""),
                raw=_message(_filled(told["mail"], it), bare=told.get("bare", False)).encode("utf-8"),
                kind=kind,
                bounce=_bounce(kind, told, _pieces(it)),
            )


def _bounce(kind: Kind, told: dict[str, Any], pieces: dict[str, str]) -> Bounce | None:
    if kind is Kind.BOUNCE:
        return Bounce(
            recipients=tuple(told.get("recipients", [TO])),
            status=pieces[told["status_from"]] if "status_from" in told else told.get("status", ""),
            permanent=told.get("permanent", True),
            original_message_id=OUR_ID if told.get("original", True) else "",
        )
    if kind is Kind.COMPLAINT:
        return Bounce(tuple(told.get("recipients", [TO])), "", permanent=True, original_message_id=OUR_ID)
    return None


def _pieces(it: str) -> dict[str, str]:
    """What stands between the bars of one of ``each``: two pieces, or three."""
    left, _, right = it.partition("|")
    middle, _, last = right.partition("|")
    return {"it": it, "left": left, "right": right, "middle": middle, "last": last}


def _filled(text: str, it: str) -> str:
    for name, value in (*_pieces(it).items(), ("copy", COPY), ("heads", HEADS)):
        text = text.replace("{" + name + "}", value)
    lines = [_delivery_status(line) if line.startswith("{dsn ") else line for line in text.split("\n")]
    return "\n".join(lines).replace("{to}", TO).replace("{id}", OUR_ID).replace("{ours}", OURS)


def _delivery_status(line: str) -> str:
    """``{dsn failed 5.1.1}``: the fields of RFC 3464 for one recipient."""
    _, action, status = line.strip("{}").split()
    return (
        f"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; {TO}\nAction: {action}\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; {status[0]}50 not today"
    )


def _message(text: str, *, bare: bool) -> str:
    """Headers made whole, and ``=== type`` lines made MIME parts."""
    head, _, body = text.partition("\n\n")
    lines = head.split("\n")
    if not bare:
        lines = [*lines, *(line for line in _USUAL if not _has(lines, line.partition(":")[0]))]
    if body.startswith("=== ") or "\n=== " in body:
        lines = [f'{line}; boundary="{BOUNDARY}"' if _has([line], "Content-Type") else line for line in lines]
        body = _parts(body)
    return "\n".join(lines) + "\n\n" + body


_USUAL = (
    f"To: {OURS}",
    "Date: Tue, 03 Mar 2026 09:12:00 +0000",
    "Message-ID: <case@mx.example.net>",
    "MIME-Version: 1.0",
)


def _has(lines: list[str], name: str) -> bool:
    return any(line.lower().startswith(name.lower() + ":") for line in lines)


def _parts(body: str) -> str:
    out = []
    for line in body.split("\n"):
        out.append(f"--{BOUNDARY}\nContent-Type: {line[4:]}\n" if line.startswith("=== ") else line)
    return "\n".join(out) + f"\n--{BOUNDARY}--\n"
