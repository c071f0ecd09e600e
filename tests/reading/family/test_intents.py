"""What short letters are for, in many people's words: each kind, and the kinds that are easily taken for it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.reading.family.test_family import read

HERE = Path(__file__).parent
SET_ASIDE = 95  # percent: of letters that the phrases were not written from


def told(name: str) -> list[tuple[str, str]]:
    table = tomllib.loads((HERE / name).read_text("utf-8"))
    return [(intent, words) for intent, letters in table.items() if intent != "about" for words in letters]


def mistakes(name: str) -> list[tuple[str, str, str]]:
    return [(intent, found, words) for intent, words in told(name) if (found := read(words).intent.value) != intent]


def test_a_short_letter_is_read_for_what_it_is_for() -> None:
    assert mistakes("intents_told.toml") == []


def test_letters_that_no_phrase_was_written_from_are_read_nearly_as_well() -> None:
    wrong = mistakes("intents_told_set_aside.toml")
    assert 100 * len(wrong) <= (100 - SET_ASIDE) * len(told("intents_told_set_aside.toml")), wrong


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("I don't want help with money, I want someone to ring me", "befriending_request"),
        ("I don't just want the group, I want the calls and all.", "both_request"),
        ("Not the calls, please. May I come to the group?", "group_request"),
        ("Couldn't someone ring me now and then?", "befriending_request"),
        ("No calls before ten please, but could I have a weekly call after that?", "befriending_request"),
    ],
)
def test_a_not_turns_round_what_it_stands_before_and_no_more(words: str, intent: str) -> None:
    assert read(words).intent == intent


def test_a_story_and_a_number_ask_for_the_calls_unless_something_else_is_asked() -> None:
    story = "They came for my son last night. I have been sitting in the kitchen ever since. "
    assert read(story + "07700 900123").intent == "befriending_request"
    assert read(story + "How do I book a visit? 07700 900123").intent == "other"
    assert read(story + "Before I decide, do you tell the prison? 07700 900123").intent == "enquiry"
