"""What a family answers to one of our emails, read as the answer to the question that was asked."""

from __future__ import annotations

import time

import pytest

from mailbot.reading.family import read_family
from mailbot.reading.letter import FamilyFacts, Risk
from tests.reading.family import replies_told
from tests.reading.reading_cases import letter_of, wording


def answer(text: str, kind: str) -> FamilyFacts:
    return read_family(letter_of(text), wording=wording(), own_numbers=frozenset(), replying_to=kind)


@pytest.mark.parametrize(("text", "score"), replies_told.SCORES)
def test_how_it_is_going_is_told_in_figures_or_words(text: str, score: int | None) -> None:
    reply = answer(text, "how_is_it_going").reply
    assert reply is not None
    assert reply.score == score


@pytest.mark.parametrize(("text", "answers"), replies_told.ANSWERS)
def test_the_reviews_three_questions_are_answered_in_order(text: str, answers: tuple[int, ...]) -> None:
    reply = answer(text, "review_due").reply
    assert reply is not None
    assert tuple(reply.answers) == answers


@pytest.mark.parametrize(("text", "choice"), replies_told.CHOICES)
def test_what_follows_at_the_ending_is_chosen_in_words(text: str, choice: str | None) -> None:
    reply = answer(text, "ending_due").reply
    assert reply is not None
    assert reply.choice == choice


@pytest.mark.parametrize("text", replies_told.STOPS)
def test_stop_is_heard_in_any_wording(text: str) -> None:
    facts = answer(text, "how_is_it_going")
    assert facts.stop
    assert facts.reply is not None
    assert facts.reply.stop


@pytest.mark.parametrize("text", replies_told.NO_STOPS)
def test_other_stopping_is_no_stop(text: str) -> None:
    facts = answer(text, "how_is_it_going")
    assert not facts.stop
    assert facts.reply is None or not facts.reply.stop


@pytest.mark.parametrize(("kind", "text", "changes"), replies_told.CHANGES)
def test_changes_are_told_by_what_is_to_change(kind: str, text: str, changes: tuple[str, ...]) -> None:
    reply = answer(text, kind).reply
    assert reply is not None
    assert reply.changes == changes


@pytest.mark.parametrize("text", replies_told.AGREES)
def test_a_bare_ok_agrees(text: str) -> None:
    reply = answer(text, "introduction").reply
    assert reply is not None
    assert reply.agrees


@pytest.mark.parametrize("text", replies_told.NO_AGREES)
def test_an_ok_with_a_but_agrees_to_nothing(text: str) -> None:
    reply = answer(text, "introduction").reply
    assert reply is None or not reply.agrees


def test_a_change_of_volunteer_is_asked_for() -> None:
    reply = answer("Could I have a different volunteer please? We didn't click.", "introduction").reply
    assert reply is not None
    assert "volunteer" in reply.changes


def test_a_bare_ok_agrees_and_changes_nothing() -> None:
    reply = answer("That's fine, thank you", "introduction").reply
    assert reply is not None
    assert reply.agrees
    assert not reply.changes


def test_a_figure_that_the_words_contradict_is_left_to_a_person() -> None:
    reply = answer("3, but to be honest it's been awful.", "how_is_it_going").reply
    assert reply is not None
    assert reply.unclear


def test_danger_in_an_answer_is_still_danger() -> None:
    assert answer("1. I can't go on, I want to die.", "how_is_it_going").risk.risk is not Risk.NONE


def test_nothing_of_ours_answered_is_no_reply() -> None:
    assert answer("3", "unsolicited").reply is None


@pytest.mark.parametrize("text", ["3 " * 30_000, "1) " * 20_000])
def test_an_endless_answer_is_read_within_a_second(text: str) -> None:
    began = time.process_time()
    for kind in ("how_is_it_going", "review_due"):
        answer(text[:60_000], kind)
    assert time.process_time() - began < 2.0
