"""All letters that are scored, by folder and side: the samples, our own tuned cases, and those held back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from told_cases import SIDES, Case, CaseWrong, cases_in, files_of

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ALL_SIDES = ("samples", *SIDES)
_BY = {"families": "family", "volunteers": "volunteer", "staff": "staff"}


def letters_of(folder: str, side: str, wrong: list[str]) -> list[Case]:
    """Empty where there is no such folder. A file that is written wrongly is left out and told in ``wrong``."""
    if side == "samples":
        return list(_samples(folder)) if folder in _BY else []
    letters: list[Case] = []
    for path in files_of(folder, side):
        try:
            letters += list(cases_in(path, folder))
        except (CaseWrong, UnicodeDecodeError) as fault:
            wrong.append(f"{folder}/{side}/{path.name} is left out: {fault}")
    return letters


def _samples(folder: str) -> Iterator[Case]:
    for line in (SAMPLES / folder / "labels.jsonl").read_text("utf-8").splitlines():
        labels = json.loads(line)
        raw = (SAMPLES / folder / labels["file"]).read_bytes()
        replying_to = labels.get("replying_to")
        yield Case(labels["file"], _BY[folder], replying_to, raw, labels, frozenset(labels) - {"file", "notes"})
