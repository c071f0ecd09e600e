"""Answers to an offer by people of many kinds: the main point of each."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from mailbot.reading.letter import VolunteerIntent
from mailbot.reading.volunteer import read_volunteer
from tests.reading.reading_cases import letter_of, wording
from tests.reading.volunteer.offer_answers_told import LEFT_TO_A_PERSON, TO_AN_OFFER_TOO

TOLD = [(text, intent) for intent, texts in TO_AN_OFFER_TOO.items() for text in texts]


def intent_of(text: str) -> VolunteerIntent:
    sent_at = datetime(2026, 3, 18, 12, tzinfo=UTC)
    return read_volunteer(letter_of(text), replying_to="offer", wording=wording(), sent_at=sent_at).intent


@pytest.mark.parametrize(("text", "intent"), TOLD, ids=range(len(TOLD)))
def test_the_main_point_of_an_answer_is_read(text: str, intent: str) -> None:
    assert intent_of(text) == intent


@pytest.mark.parametrize("text", LEFT_TO_A_PERSON, ids=range(len(LEFT_TO_A_PERSON)))
def test_a_roundabout_yes_is_left_to_a_person(text: str) -> None:
    assert intent_of(text) in (VolunteerIntent.UNCLEAR, VolunteerIntent.CONDITIONAL)


@pytest.mark.parametrize(("text", "intent"), TOLD, ids=range(len(TOLD)))
def test_no_answer_with_a_refusal_under_it_is_accepted(text: str, intent: str) -> None:
    assert intent_of(f"{text}\n\nOn second thoughts I can't this time.") is not VolunteerIntent.ACCEPT, intent


@pytest.mark.parametrize("run", ["}" * 4000, "-. " * 2000, "hi " * 2000, "ok, " * 2000, "hi, ok. " * 1000])
def test_a_greeting_without_end_keeps_no_answer_waiting(run: str) -> None:
    for text in (f"A{run} yes happy to, of course", f"{run}x yes of course", f"Hi {run}"):
        began = time.process_time()
        intent_of(text)
        assert time.process_time() - began < 1.0
