"""Marks of the mail itself: its kind, and what of it was newly written. Those cases have makers of their own."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from marking import Mark

sys.path.append(str(Path(__file__).resolve().parents[1] / "reading" / "mail"))

import kind_cases
import quoting_cases

from mailbot.reading.letter import Kind
from mailbot.reading.parse import read_letter

MAIL_FOLDERS = ("mail_kinds", "quoting")


def mail_marks(folder: str, side: str) -> list[tuple[str, list[Mark]]]:
    """Each case's name and marks; none where there are no such cases."""
    if side == "samples":
        return []
    return list(_of_kinds(side) if folder == "mail_kinds" else _of_quoting(side))


def _of_kinds(side: str) -> Iterator[tuple[str, list[Mark]]]:
    for case in kind_cases.cases(side):
        letter = case.read()
        marks = [Mark(f"kind: {case.kind.value}", letter.kind is case.kind, case.kind.value, letter.kind.value)]
        if case.kind is Kind.PERSON:
            marks.append(Mark("no person held", letter.kind is Kind.PERSON, case.kind.value, letter.kind.value))
        if case.bounce is not None:
            marks.append(Mark("bounce told", letter.bounce == case.bounce, str(case.bounce), str(letter.bounce)))
        yield case.name, marks


def _of_quoting(side: str) -> Iterator[tuple[str, list[Mark]]]:
    for case in quoting_cases.cases_of(side):
        found = read_letter(case.raw, quoting_cases.READER).new_text
        lost = Counter(case.visible.split()) - Counter(found.split())
        leaked = Counter(found.split()) - Counter(case.visible.split())
        yield (
            case.name,
            [
                Mark("visible_text", case.visible.split() == found.split(), case.visible, found),
                Mark("no words lost", not lost, "", " ".join(lost)),
                Mark("no words leaked", not leaked, "", " ".join(leaked)),
            ],
        )
