"""The stories and letters that the second opinion is fitted to, and the sense of their passages, remembered."""

from __future__ import annotations

import json
import pickle
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from mailbot.reading.letter import Kind
from mailbot.reading.parse import read_letter
from mailbot.reading.reader import Reader
from mailbot.reading.risk import Writer
from mailbot.settings.meaning import sense_of

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
SAMPLES = ROOT / "tests" / "samples"
STORIES = ROOT / "training" / "stories"
ORDINARY = ROOT / "training" / "ordinary"
KEPT = ROOT / "build" / "senses.pickle"  # asking for the sense of everything takes long
BY: dict[str, Writer] = {"families": "family", "volunteers": "volunteer"}


@dataclass(frozen=True, slots=True)
class Story:
    text: str
    risk: str
    categories: tuple[str, ...]
    by: Writer
    file: str
    ordinary: bool = False  # of the kind that really comes in, not written to teach about danger

    @property
    def dangerous(self) -> bool:
        return self.risk != "none"


def stories() -> Iterator[Story]:
    """What the model is fitted to."""
    yield from told_in(STORIES, "family")
    yield from told_in(CASES / "risk/tuned", "family")
    for ordinary in (
        told_in(ORDINARY, "family"),
        told_in(CASES / "families/tuned", "family"),
        told_in(CASES / "volunteers/tuned", "volunteer"),
        samples(),
    ):
        yield from (replace(one, ordinary=True) for one in ordinary)


def told_in(folder: Path, by: Writer) -> Iterator[Story]:
    for path in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            labels = case.get("labels", {})
            text = "\n\n".join(part for part in (case.get("subject", ""), case["text"]) if part.strip())
            categories = tuple(labels.get("risk_categories", ()))
            yield Story(text, labels.get("risk", "none"), categories, case.get("by", by), path.stem)


def samples() -> Iterator[Story]:
    """The sample letters, each as a file of its own: the nearest that we have to what really comes in."""
    for folder in ("families", "volunteers"):
        for line in (SAMPLES / folder / "labels.jsonl").read_text("utf-8").splitlines():
            label = json.loads(line)
            letter = read_letter((SAMPLES / folder / label["file"]).read_bytes(), Reader())
            said = (letter.subject, letter.new_text, letter.passed_on) if folder == "families" else (letter.new_text,)
            if letter.kind is Kind.PERSON:
                text = "\n\n".join(part for part in said if part.strip())
                categories = tuple(label["risk_categories"])
                yield Story(text, label["risk"], categories, BY[folder], f"{folder} {label['file']}")


def kept_senses(texts: Sequence[str]) -> list[list[float]]:
    """The sense of texts, remembered between one fitting and the next."""
    if not _SENSES and KEPT.exists():
        _SENSES.update(pickle.loads(KEPT.read_bytes()))
    for text in texts:
        if text not in _SENSES:
            (_SENSES[text],) = (np.asarray(sense, np.float32) for sense in sense_of([text]))
    return [_SENSES[text] for text in texts]


_SENSES: dict[str, Any] = {}


def remember_senses() -> None:
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_bytes(pickle.dumps(_SENSES))
