"""A cheap look at a pattern never hides a match."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.reading.words.patterns import might_stand_in, search
from mailbot.reading.words.spelling import spelt_out
from tests.reading.reading_cases import sample_letters

HOMES = ("family.intent_words", "family.wishes", "family.loved_one", "family.referrer", "family.names", "staff.facts")


def patterns_of(home: str) -> list[re.Pattern[str]]:
    """Every pattern that stands in a module, also within its tables."""
    found, waiting = [], list(vars(import_module(f"mailbot.reading.{home}")).values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, re.Pattern):
            found.append(value)
        elif isinstance(value, tuple):
            waiting.extend(value)
    return found


@pytest.mark.parametrize("home", HOMES)
def test_every_match_in_the_samples_is_found_behind_the_cheap_look(home: str) -> None:
    texts = [spelt_out(letter.new_text) for folder in ("families", "staff") for letter, _ in sample_letters(folder)]
    patterns = patterns_of(home)
    assert patterns
    for pattern in patterns:
        for text in texts:
            if pattern.search(text):
                assert search(pattern, text), pattern.pattern[:80]


WRITTEN = (
    "ab|cd",
    r"\bx(?:ab|cd)+y",
    "(?:ab)?cd",
    "[ab]cde",
    "a(?i:bc)d",
    "(?=ab)a",
    "(?:ab|c)d",
    "ab{0,2}c",
    "(ab)(?:cd|ef)x",
)


@given(st.sampled_from(WRITTEN), st.text("abcdefxyABCD", max_size=12))
def test_no_match_is_ever_hidden(written: str, text: str) -> None:
    pattern = re.compile(written)
    assert bool(search(pattern, text)) == bool(pattern.search(text))


def test_a_pattern_that_passes_over_case_is_told_apart_from_one_that_does_not() -> None:
    assert might_stand_in(re.compile("prison", re.IGNORECASE), "PRISON")
    assert not might_stand_in(re.compile("prison"), "PRISON")
    assert not might_stand_in(re.compile("prison", re.IGNORECASE), "nothing of the kind")


FOLDED = ("Prison|STRASSE", "ŵyr|Gŵr", "kelvin", "μs", "(?:Абв|Éa)x", "silk")
SIGNS = "prisonPRISONſıİKkelvinµμÉéŵŴyrgGsSilkАБВабвxaAẞß"


@given(st.sampled_from(FOLDED), st.text(SIGNS, max_size=14))
def test_no_match_is_hidden_that_passes_over_case(written: str, text: str) -> None:
    pattern = re.compile(written, re.IGNORECASE)
    assert bool(search(pattern, text)) == bool(pattern.search(text))


@pytest.mark.parametrize(
    "letters", [("prison", "priſon"), ("kelvin", "\u212aelvin"), ("silk", "sılk"), ("μs", "µs"), ("yanıt", "yanit")]
)
def test_signs_that_only_a_pattern_takes_for_others_are_looked_for(letters: tuple[str, str]) -> None:
    written, text = letters
    pattern = re.compile(written, re.IGNORECASE)
    assert bool(search(pattern, text)) == bool(pattern.search(text))
