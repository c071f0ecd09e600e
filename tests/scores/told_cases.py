"""Our own cases, told in TOML (tests/cases/README.md): each becomes the bytes of an email and its labels."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import Header
from email.utils import parseaddr, quote
from pathlib import Path
from typing import Any

from case_labels import labels_of

CASES = Path(__file__).resolve().parents[1] / "cases"
FOLDERS = ("families", "family_replies", "volunteers", "staff", "risk")
SIDES = ("tuned", "held_back")

ADA = "Ada <ada@example.org>"
A_DAY = "Tue, 03 Mar 2026 09:12:00 +0000"
OURS = "On Mon, 2 Mar 2026 at 09:00, The Befriending Team <befriending@example.org> wrote:"


@dataclass(frozen=True, slots=True)
class Case:
    """``where`` names it for people: file and id. ``by``: family, volunteer or staff."""

    where: str
    by: str
    replying_to: str | None  # None: not told, which of staff means the digest
    raw: bytes
    labels: dict[str, Any]
    told: frozenset[str]  # the labels that its author wrote down


class CaseWrong(ValueError):
    """A case is written wrongly; names the file, the case's id and the key, and never what stands in it."""


def files_of(folder: str, side: str, cases: Path = CASES) -> list[Path]:
    """The files of ``folder/side``; none if it is not there."""
    return sorted((cases / folder / side).glob("*.toml"))


def cases_in(path: Path, folder: str) -> Iterator[Case]:
    """The cases of one file, in its order. Raises CaseWrong."""
    seen: set[str] = set()
    for told in _tables(path):
        where = f"{path.stem}/{told.get('id', '?')}"
        if where in seen:
            raise CaseWrong(f"{path}: the id of {where} is there twice")
        seen.add(where)
        yield _case(folder, where, told)


def _tables(path: Path) -> list[dict[str, Any]]:
    try:
        tables: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("case", [])
    except tomllib.TOMLDecodeError as fault:
        raise CaseWrong(f"{path} is no TOML: {fault}") from None
    return tables


_KEYS = {"id", "from", "date", "subject", "replying_to", "by", "text", "quoted", "labels", "about", "why", "notes"}
_BY = {"families": "family", "family_replies": "family", "volunteers": "volunteer", "staff": "staff"}


def _case(folder: str, where: str, told: dict[str, Any]) -> Case:
    wrong = sorted(set(told) - _KEYS)
    if wrong or "id" not in told or "text" not in told:
        raise CaseWrong(f"{folder} {where}: {', '.join(wrong) or 'id or text'} is no key, or is missing")
    try:
        labels = labels_of(folder, told.get("labels", {}))
    except (KeyError, ValueError, TypeError) as fault:
        raise CaseWrong(f"{folder} {where}: {fault}") from None
    by = _BY.get(folder) or told.get("by", "family")
    replying_to = told.get("replying_to", None if by == "staff" else "unsolicited")
    raw = email_of(told, replying_to)
    return Case(where, by, replying_to, raw, labels, frozenset(told.get("labels", {})))


def email_of(told: dict[str, Any], replying_to: str | None) -> bytes:
    """The email as a mail program would send it: the quoted mail stands under the text as Gmail sets it."""
    name, address = parseaddr(told.get("from", ADA))
    headers = {
        "From": f"{_name(name)} <{address}>" if name else address,
        "To": "The Befriending Team <befriending@example.org>",
        "Subject": _header(told["subject"]) if "subject" in told else None,
        "Date": told.get("date", A_DAY),
        "Message-ID": "<a-case@mail.example.net>",
        "X-Replying-To": replying_to,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    body = told["text"].strip("\n") + "\n"
    if quoted := told.get("quoted", "").strip("\n"):
        headers["In-Reply-To"] = "<ours@mail.example.org>"
        body += f"\n{OURS}\n\n" + "".join(f"> {line}".rstrip() + "\n" for line in quoted.split("\n"))
    head = "".join(f"{key}: {value}\n" for key, value in headers.items() if value is not None)
    return f"{head}\n{body}".replace("\r\n", "\n").replace("\n", "\r\n").encode()


def _header(words: str) -> str:
    """Plain words, or RFC 2047's where they are not ASCII."""
    return words if words.isascii() else Header(words, "utf-8", maxlinelen=10_000).encode()


def _name(words: str) -> str:
    """A display name; RFC 5322 wants quotes around some characters."""
    return f'"{quote(words)}"' if words.isascii() and set(words) & set("()<>@,;:\\.[]") else _header(words)
