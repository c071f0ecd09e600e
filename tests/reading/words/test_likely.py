"""How likely each answer is, by words alone: fitted to letters, whole, and beside the signs only."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mailbot.reading.family.facts import read_family
from mailbot.reading.letter import FamilyIntent
from mailbot.reading.words.likely import Likely, tokens_of
from mailbot.settings.fitted import likely_intents
from tests.reading.reading_cases import letter_of, wording

TINY = {"answers": ["yes", "no"], "biases": [0.0, 0.0], "features": {"wyes": [1.0, 2.0, -2.0], "wno": [1.0, -2.0, 2.0]}}


def test_the_likelihoods_of_all_answers_are_one_together() -> None:
    told = likely_intents().logarithms(
        tokens_of("please could somebody ring me of an evening, my husband is in prison and i feel so alone")
    )
    assert math.isclose(sum(math.exp(one) for one in told.values()), 1.0, abs_tol=1e-9)
    assert max(told, key=lambda one: told[one]) == "befriending_request"


def test_words_that_are_not_known_say_nothing() -> None:
    assert Likely.from_data(TINY).logarithms(["perhaps"]) == pytest.approx({"yes": -math.log(2), "no": -math.log(2)})


@pytest.mark.parametrize(
    "damage",
    [{"biases": [0.0]}, {"features": {"wyes": [1.0, 2.0]}}, {"answers": None}, {"features": {"wyes": ["a", 1, 2]}}],
)
def test_damaged_weights_are_refused(damage: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Likely.from_data({**TINY, **damage})


@given(some.text(max_size=400))
def test_any_text_has_likelihoods(text: str) -> None:
    told = likely_intents().logarithms(tokens_of(text))
    assert all(one <= 0 and math.isfinite(one) for one in told.values())


@pytest.mark.parametrize(
    ("letter", "intent"),
    [
        ("Is it any bother to put me down for the Zoom evenings? I'd sooner listen than talk.", FamilyIntent.GROUP),
        ("my sim is dead so its 07700 900456 from now on, Weds as usual", FamilyIntent.UPDATE),
        ("Nothing to ask of you, only that Joan has been an absolute star on the phone to me.", FamilyIntent.FEEDBACK),
    ],
)
def test_a_letter_without_any_known_phrase_is_understood_by_its_words(letter: str, intent: FamilyIntent) -> None:
    both = replace(wording(), likely_intents=likely_intents())
    assert read_family(letter_of(letter), wording=both).intent is intent


def test_nobody_leaves_by_likelihood_alone() -> None:
    goodbye = Likely(("withdraw", *(one.value for one in FamilyIntent if one is not FamilyIntent.WITHDRAW)), (), {}, {})
    sure = replace(goodbye, biases=(9.0, *(0.0 for _ in goodbye.answers[1:])))
    told = read_family(letter_of("He comes home in May."), wording=replace(wording(), likely_intents=sure))
    assert told.intent is not FamilyIntent.WITHDRAW
    assert not told.stop
