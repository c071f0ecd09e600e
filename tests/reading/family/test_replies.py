"""What a family answers to one of our emails, read as the answer to the question that was asked."""

from __future__ import annotations

import time

import pytest

from mailbot.reading.family import read_family
from mailbot.reading.letter import FamilyFacts, Risk
from tests.reading.reading_cases import letter_of, wording


def answer(text: str, kind: str) -> FamilyFacts:
    return read_family(letter_of(text), wording=wording(), own_numbers=frozenset(), replying_to=kind)


SCORES = [
    ("3", 3),
    ("Three, thank you, it's going really well.", 3),
    ("2 I'd say", 2),
    ("1. It isn't working for me I'm afraid.", 1),
    ("Mae'n mynd yn dda iawn diolch.", 3),
]
ANSWERS = [
    ("1) 4\n2) 5\n3) 3", (4, 5, 3)),
    ("4, 5 and 3", (4, 5, 3)),
    ("5 5 5", (5, 5, 5)),
]
CHOICES = [
    ("I'd like to try the group please.", "group"),
    ("Please just close it, I'm fine now.", "close"),
    ("The helpline number would be enough for me, thank you.", "helpline"),
]
STOPS = ["Stop", "Please stop emailing me.", "No more emails please.", "Unsubscribe", "Peidiwch ag anfon mwy o ebyst."]
NO_STOPS = ["Please don't stop ringing, it helps.", "I'm fine, stop worrying!", "I'm not stopping you, carry on."]


@pytest.mark.parametrize(("text", "score"), SCORES)
def test_how_it_is_going_is_told_in_figures_or_words(text: str, score: int) -> None:
    reply = answer(text, "how_is_it_going").reply
    assert reply is not None
    assert reply.score == score


@pytest.mark.parametrize(("text", "answers"), ANSWERS)
def test_the_reviews_three_questions_are_answered_in_order(text: str, answers: tuple[int, ...]) -> None:
    reply = answer(text, "review_due").reply
    assert reply is not None
    assert tuple(reply.answers) == answers


@pytest.mark.parametrize(("text", "choice"), CHOICES)
def test_what_follows_at_the_ending_is_chosen_in_words(text: str, choice: str) -> None:
    reply = answer(text, "ending_due").reply
    assert reply is not None
    assert str(reply.choice) == choice


@pytest.mark.parametrize("text", STOPS)
def test_stop_is_heard_in_any_wording(text: str) -> None:
    facts = answer(text, "how_is_it_going")
    assert facts.stop
    assert facts.reply is not None
    assert facts.reply.stop


@pytest.mark.parametrize("text", NO_STOPS)
def test_other_stopping_is_no_stop(text: str) -> None:
    facts = answer(text, "how_is_it_going")
    assert not facts.stop
    assert facts.reply is None or not facts.reply.stop


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
