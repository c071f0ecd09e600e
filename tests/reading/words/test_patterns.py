"""A cheap look at a pattern never hides a match."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from re import _constants as sre  # type: ignore[attr-defined]  # the standard library's own view of a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot import reading
from mailbot.reading.words.patterns import might_stand_in, search
from mailbot.reading.words.spelling import spelt_out
from tests.reading.reading_cases import sample_letters

HOMES = (
    "family.intent_words",
    "family.wishes",
    "family.loved_one",
    "family.referrer",
    "family.names",
    "family.stage",
    "staff.order_words",
)


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


def _alternatives(sequence: Iterable[Any]) -> Iterator[list[Any]]:
    items = list(sequence)
    while len(items) == 1 and items[0][0] is sre.SUBPATTERN:
        items = list(items[0][1][3])
    if len(items) == 1 and items[0][0] is sre.BRANCH:
        for branch in items[0][1][1]:
            yield from _alternatives(branch)
    else:
        yield items


def _repeats_a_repetition(sequence: Iterable[Any]) -> bool:
    for op, argument in sequence:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
            endless = argument[1] == sre.MAXREPEAT
            for items in _alternatives(argument[2]):
                alone = len(items) == 1 and items[0][0] in (sre.MAX_REPEAT, sre.MIN_REPEAT)
                if endless and alone and items[0][1][1] == sre.MAXREPEAT:
                    return True
            inner = [argument[2]]
        elif op is sre.SUBPATTERN:
            inner = [argument[3]]
        elif op is sre.BRANCH:
            inner = argument[1]
        else:
            continue
        if any(_repeats_a_repetition(each) for each in inner):
            return True
    return False


def test_no_pattern_repeats_what_is_itself_an_endless_repetition() -> None:
    """``(?:a|b+)*`` is tried in twice as many ways for each further b: such a letter would never be read."""
    assert _repeats_a_repetition(parser.parse(r"(?:hi|[^\w]+)*", 0))
    homes = [
        module.name.removeprefix("mailbot.reading.")
        for module in pkgutil.walk_packages(reading.__path__, "mailbot.reading.")
    ]
    found = [
        f"{home}: {pattern.pattern[:40]}"
        for home in homes
        for pattern in patterns_of(home)
        if _repeats_a_repetition(parser.parse(pattern.pattern, pattern.flags))
    ]
    assert found == []
