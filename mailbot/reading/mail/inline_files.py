"""Files, seals and signatures that old mail programs write into the text itself: uuencode, yEnc, BinHex, OpenPGP.

They are cut out of the text and told; what was merely signed stays. Works on lines, and is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UU_BEGINS = re.compile(r"begin [0-7]{3,4} (\S.{0,200})$")
_UU_LINE = re.compile(r"[ -`]{1,90}$")
_YENC_NAME = re.compile(r"\bname=(.{1,200})$")
_ARMOUR = re.compile(r"-----BEGIN PGP ([A-Z ]{3,40})-----\s*$")
_HEADER = re.compile(r"[A-Za-z-]{2,30}: ")
_ANY = ("begin ", "=ybegin ", "-----BEGIN PGP ", "(This file must be converted with BinHex")


@dataclass(frozen=True, slots=True)
class Cleared:
    """The text without what was set into it; the names of the files found, and what nobody here can read."""

    text: str
    files: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()


def without_inline_files(text: str) -> Cleared:
    """Cut out what is no text of a person's."""
    if not any(mark in text for mark in _ANY):
        return Cleared(text)
    lines = text.split("\n")
    kept: list[str] = []
    files: list[str] = []
    not_read: list[str] = []
    at, signed = 0, False
    while at < len(lines):
        line = lines[at]
        if uu := _UU_BEGINS.match(line):
            end = _end_of_uu(lines, at)
            if end:
                files.append(uu[1].strip())
                at = end
                continue
        elif line.startswith("=ybegin ") and (name := _YENC_NAME.search(line)):
            files.append(name[1].strip())
            at = _after(lines, at, "=yend")
            continue
        elif line.startswith("(This file must be converted with BinHex"):
            files.append("")
            at = len(lines)
            continue
        elif armour := _ARMOUR.match(line):
            what = armour[1]
            if what == "SIGNED MESSAGE":
                at, signed = _past_headers(lines, at + 1), True
                continue
            if what == "MESSAGE":
                not_read.append("an encrypted message (OpenPGP)")
            at = _after(lines, at, f"-----END PGP {what}-----")
            continue
        kept.append(line.removeprefix("- ") if signed and line.startswith("- -") else line)
        at += 1
    return Cleared("\n".join(kept), tuple(files), tuple(not_read))


def _end_of_uu(lines: list[str], at: int) -> int:
    """Where the text goes on after a block, or 0 if it is none: "begin 2026 well" is how people write."""
    count = 0
    for place in range(at + 1, len(lines)):
        line = lines[place].rstrip("\r")
        if line == "end":
            return place + 1 if count else 0
        if line.strip() and not _UU_LINE.match(line):
            return place if count > 2 else 0
        count += 1
    return len(lines) if count > 2 else 0


def _after(lines: list[str], at: int, end: str) -> int:
    return next((place + 1 for place in range(at, len(lines)) if lines[place].startswith(end)), len(lines))


def _past_headers(lines: list[str], at: int) -> int:
    while at < len(lines) and _HEADER.match(lines[at]):
        at += 1
    return at + 1 if at < len(lines) and not lines[at].strip() else at
