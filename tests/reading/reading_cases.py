"""What the reading tests share: the default wording, letters made of plain values, and the sample letters."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from mailbot.reading.letter import Authentication, Kind, Letter, Mailbox, Provenance
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.words.wording import Wording
from mailbot.settings.fitted import second_opinion

ROOT = Path(__file__).resolve().parents[2]
READER = Reader(own_addresses=frozenset({"befriending@example.org"}))


def wording_tables() -> dict[str, dict[str, Any]]:
    """The default wording files, parsed anew."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "config" / "wording").glob("*.toml")}


@cache
def wording() -> Wording:
    return Wording.from_tables(wording_tables())


@cache
def wording_and_opinion() -> Wording:
    """As the service reads, with the second opinion by words alone (the meaning is an optional extra)."""
    return replace(wording(), second_opinion=replace(second_opinion(), meaning=None))


def letter_of(
    new_text: str,
    *,
    subject: str = "",
    quoted: str = "",
    passed_on: str = "",
    answers: tuple[tuple[str, str], ...] = (),
    kind: Kind = Kind.PERSON,
    whole: str | None = None,
    not_read: tuple[str, ...] = (),
) -> Letter:
    return Letter(
        kind=kind,
        sender=Mailbox("", "ada@example.org"),
        reply_to=(),
        recipients=(),
        subject=subject,
        sent_at=None,
        message_id="",
        replies_to=(),
        whole_text=whole if whole is not None else "\n\n".join(part for part in (new_text, quoted, passed_on) if part),
        new_text=new_text,
        quoted_text=quoted,
        passed_on=passed_on,
        attachments=(),
        provenance=Provenance(Authentication.UNKNOWN),
        not_read=not_read,
        answers=answers,
    )


def sample_letters(folder: str) -> Iterator[tuple[Letter, dict[str, Any]]]:
    """Each sample letter of a folder, opened, with its label."""
    samples = ROOT / "tests" / "samples" / folder
    for line in (samples / "labels.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        yield read_letter((samples / label["file"]).read_bytes(), READER), label
