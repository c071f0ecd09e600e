"""Puts the newly written lines together, and each answer with the quoted line that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.reading.mail.quoting_signs import INITIALS, MARKS

_MOST_WRAPPED = 12  # lines of one quoted question


def pieces_and_answers(lines: Iterable[tuple[str, str]]) -> tuple[list[str], list[tuple[str, str]]]:
    """The new text in the pieces between which quoted lines stand, and those under a quoted line as (line, piece).

    ``lines``: each with "new", "quoted" or "" (neither).
    """
    pieces: list[str] = []
    answers: list[tuple[str, str]] = []
    held: list[str] = []
    above: list[str] = []

    def close() -> None:
        if text := tidy("\n".join(held)):
            pieces.append(text)
            if above:
                answers.append((_logical_line(above), text))
        held.clear()

    for line, role in lines:
        if role == "new":
            held.append(line)
        elif role == "quoted" and bare(line):
            if any(part.strip() for part in held):
                close()
                above.clear()
            held.clear()
            above.append(bare(line))
        elif role == "quoted" and above and above[-1]:
            above.append("")
    close()
    return pieces, answers


def bare(line: str) -> str:
    """A quoted line without its marks."""
    head = line[:2_000]
    marks = MARKS if MARKS.match(head) else INITIALS
    return marks.sub("", head).strip() + line[2_000:].rstrip()


def tidy(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _logical_line(above: list[str]) -> str:
    """The quoted line above, joined with those before it where the mail program has wrapped it."""
    rows = above[-_MOST_WRAPPED:]
    while rows and not rows[-1]:
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    line = rows.pop() if rows else ""
    while rows and rows[-1] and width <= 80 and len(rows[-1]) + 1 + len(line.split(" ")[0]) > min(width, 76) - 4:
        if re.match(r"(\d+[.)]|[-*•]|R-\d)", line):
            break
        line = rows.pop() + " " + line
    return line
