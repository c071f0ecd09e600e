"""What likelihood may do with a volunteer's answer, and what it must never do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailbot.reading.letter import VolunteerFacts, VolunteerIntent
from mailbot.reading.volunteer import read_volunteer
from mailbot.reading.words.likely import Likely
from mailbot.settings.fitted import likely_points
from tests.reading.reading_cases import letter_of, wording

ANSWERS = tuple(one.value for one in VolunteerIntent)


def read(text: str, likely: Likely | None, replying_to: str = "offer") -> VolunteerFacts:
    words = replace(wording(), likely_points=likely)
    return read_volunteer(
        letter_of(text), replying_to=replying_to, wording=words, sent_at=datetime(2026, 3, 3, 9, tzinfo=UTC)
    )


def sure_of(intent: VolunteerIntent) -> Likely:
    """A model that says the same of every letter."""
    return Likely(ANSWERS, tuple(20.0 if one == intent else 0.0 for one in ANSWERS), {}, {})


@pytest.mark.parametrize("text", ["Thank you.", "Which evenings?", "No, sorry.", "Perhaps, if it is a Monday."])
def test_likelihood_never_makes_a_yes(text: str) -> None:
    assert read(text, sure_of(VolunteerIntent.ACCEPT)).intent is not VolunteerIntent.ACCEPT


@pytest.mark.parametrize("intent", [VolunteerIntent.CONTACT_MADE, VolunteerIntent.NO_ANSWER, VolunteerIntent.AWAY])
def test_no_call_and_no_absence_is_told_of_that_was_not_found(intent: VolunteerIntent) -> None:
    assert read("Thank you for the leaflets.", sure_of(intent), "unsolicited").intent is not intent


@pytest.mark.parametrize("intent", [VolunteerIntent.DECLINE, VolunteerIntent.THANKS])
def test_a_yes_that_the_words_speak_against_goes_to_a_person(intent: VolunteerIntent) -> None:
    assert read("Yes please.", None).intent is VolunteerIntent.ACCEPT
    assert read("Yes please.", sure_of(intent)).intent is VolunteerIntent.UNCLEAR


@pytest.mark.parametrize("text", ["Yes please.", "Yes, happy to.", "Yes I can do that", "Byddwn wrth fy modd, iawn"])
def test_a_plain_yes_stays_one(text: str) -> None:
    assert read(text, likely_points()).intent is VolunteerIntent.ACCEPT


def test_a_refusal_without_any_known_phrase_is_understood() -> None:
    told = read(
        "Ah no, not this time I am afraid, my plate is piled up to the ceiling just now, do ask some other kind soul.",
        likely_points(),
    )
    assert told.intent is VolunteerIntent.DECLINE
