"""Fit what letters are for: ``make likely-intents`` (families' intents, volunteers' main points).

It writes ``likely_intents.json`` and ``likely_points.json`` into ``mailbot/reading``, from the sample letters, our own
tuned cases and those letters of ``training`` whose labels hold an ``intent``. How much an error costs is chosen by
cross-validation over the files (one file is one person's letters); of what is held back only the score is printed.
Needs the extra ``train``.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "scores"))

from letters import letters_of  # noqa: E402  (the home of our told cases, which is no package)
from told_cases import Case, email_of  # noqa: E402
from words_as_numbers import rarity_of, rows_of  # noqa: E402

from mailbot.reading.family.facts import words_about_intent  # noqa: E402
from mailbot.reading.letter import Kind, Letter  # noqa: E402
from mailbot.reading.parse import read_letter  # noqa: E402
from mailbot.reading.reader import Reader  # noqa: E402
from mailbot.reading.volunteer.likely_point import words_about_point  # noqa: E402

READING = ROOT / "mailbot" / "reading"
SEEN_IN = 2  # letters: what is rarer teaches nothing
ERRORS_COST = 6.0
MOST_FEATURES = 9_000
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Told:
    file: str
    tokens: tuple[str, ...]
    intent: str


def main() -> int:
    fit("families", "family", READING / "family" / "likely_intents.json")
    fit("volunteers", "volunteer", READING / "volunteer" / "likely_points.json")
    return 0


def fit(folder: str, by: str, to: Path) -> None:
    """Fit one kind of writer's letters and write the weights; prints how well they do."""
    told = list(_told(_taught(folder, by)))
    answers = sorted({one.intent for one in told})
    print(f"{folder}, {len(told)} letters: {dict(Counter(one.intent for one in told))}")
    rarity = rarity_of(_tokens(told), seen_in=SEEN_IN, digits=2)
    rows, wanted = rows_of(_tokens(told), rarity), np.array([answers.index(one.intent) for one in told])
    _cross_validate(told, rows, wanted)
    model = _fitted(rows, wanted)
    names = list(rarity)
    strongest = np.argsort(-np.abs(model.coef_).max(axis=0))[:MOST_FEATURES]
    features = {
        names[at]: [rarity[names[at]], *(round(float(weight), 2) for weight in model.coef_[:, at])]
        for at in sorted(int(one) for one in strongest)
    }
    data = {
        "about": "Fitted by `make likely-intents`; never edited by hand.",
        "letters": len(told),
        "answers": answers,
        "biases": [round(float(one), 3) for one in model.intercept_],
        "features": features,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n"
    to.write_text(text, "utf-8")
    print(f"{len(features)} of {len(names)} features, {to.stat().st_size // 1000} kB")
    held_back = list(_told((case.where, case) for case in letters_of(folder, "held_back", [])))
    likely = [answers[at] for at in model.predict(rows_of(_tokens(held_back), rarity))]
    right = sum(one.intent == answer for one, answer in zip(held_back, likely, strict=True))
    print(f"held back, by words alone: {right} of {len(held_back)}")


def _taught(folder: str, by: str) -> Iterator[tuple[str, Case]]:
    """Whose letters, and each letter."""
    for side in ("samples", "tuned"):
        for case in letters_of(folder, side, []):
            yield case.where.partition("/")[0], case
    for path in sorted((ROOT / "training").glob("*/*.toml")):
        for told in tomllib.loads(path.read_text("utf-8"))["case"]:
            intent = told.get("labels", {}).get("intent")
            if intent and told.get("by", "family") == by:
                replying_to = told.get("replying_to", "unsolicited")
                raw = email_of(told, replying_to)
                yield path.stem, Case(told["id"], by, replying_to, raw, {"intent": intent}, frozenset())


def _told(cases: Iterator[tuple[str, Case]]) -> Iterator[Told]:
    for file, case in cases:
        letter = read_letter(case.raw, Reader())
        if letter.kind is Kind.PERSON and case.labels["intent"] not in ("auto_reply", "bounce"):
            yield Told(file, tuple(_words(letter, case)), case.labels["intent"])


def _words(letter: Letter, case: Case) -> list[str]:
    replying_to = case.replying_to or "unsolicited"
    if case.by == "volunteer":
        return words_about_point(letter.new_text, replying_to)
    return words_about_intent(letter, replying=replying_to != "unsolicited")


def _tokens(told: Sequence[Told]) -> list[tuple[str, ...]]:
    return [one.tokens for one in told]


def _fitted(rows: csr_matrix, wanted: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=ERRORS_COST, max_iter=3000, class_weight="balanced").fit(rows, wanted)


def _cross_validate(told: Sequence[Told], rows: csr_matrix, wanted: np.ndarray) -> None:
    files = sorted({one.file for one in told})
    fold = np.array([files.index(one.file) % FOLDS for one in told])
    right = np.zeros(len(told), bool)
    for out in range(FOLDS):
        model = _fitted(rows[fold != out], wanted[fold != out])
        right[fold == out] = model.predict(rows[fold == out]) == wanted[fold == out]
    print(f"by words alone, of files not seen: {right.mean():.1%}")


if __name__ == "__main__":
    sys.exit(main())
