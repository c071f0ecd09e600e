"""Volunteers' replies: answers to an offer, calls told of, days away; then the samples."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.reading.letter import AwayTold, CallOutcome, Letter, VolunteerFacts, VolunteerIntent
from mailbot.reading.volunteer import read_volunteer
from tests.reading.reading_cases import letter_of, sample_letters, wording
from tests.reading.volunteer.volunteer_replies import (
    AS_SUGGESTED,
    NO_ACCEPTANCE,
    NO_CONVERSATION,
    OF_CALLS,
    TO_AN_OFFER,
)

WEDNESDAY = datetime(2026, 3, 18, 12, tzinfo=UTC)
OUR_OFFER = "Please reply to this email:\nYES if you can take this on\nNO if you can't this time"


def read(text: str, replying_to: str = "offer", **parts: object) -> VolunteerFacts:
    letter = letter_of(text, **parts)  # type: ignore[arg-type]
    return read_volunteer(letter, replying_to=replying_to, wording=wording(), sent_at=WEDNESDAY)


@pytest.mark.parametrize(("text", "right"), TO_AN_OFFER, ids=range(len(TO_AN_OFFER)))
def test_an_answer_to_an_offer_is_read(text: str, right: tuple[str, ...]) -> None:
    for replying_to in ("offer", "offer_reminder"):
        assert read(text, replying_to, quoted=OUR_OFFER).intent in right


@pytest.mark.parametrize(
    ("text", "intent", "outcome", "day", "at", "minutes", "next_day", "next_at"),
    [*OF_CALLS, *AS_SUGGESTED],
    ids=range(len(OF_CALLS) + len(AS_SUGGESTED)),
)
def test_a_report_of_a_call_is_read(
    text: str,
    intent: str,
    outcome: str | None,
    day: str | None,
    at: str | None,
    minutes: int | None,
    next_day: str | None,
    next_at: str | None,
) -> None:
    facts = read(text, "first_contact_due")
    call, coming = facts.call, facts.next_call
    assert facts.intent == intent
    assert (call and call.outcome) == outcome
    assert (call and call.date) == (date.fromisoformat(day) if day else None)
    assert (call and call.time) == (time.fromisoformat(at) if at else None)
    assert (call and call.minutes) == minutes
    assert (coming and coming.date) == (date.fromisoformat(next_day) if next_day else None)
    assert (coming and coming.time) == (time.fromisoformat(next_at) if next_at else None)


@pytest.mark.parametrize("text", NO_CONVERSATION, ids=range(len(NO_CONVERSATION)))
def test_only_a_conversation_with_the_person_is_one(text: str) -> None:
    for replying_to in ("first_contact_due", "call_checkin"):
        facts = read(text, replying_to)
        assert VolunteerIntent.CONTACT_MADE not in (facts.intent, *facts.secondary_intents)
        assert facts.call is None or facts.call.outcome is not CallOutcome.SPOKE


def test_how_often_was_tried_is_counted() -> None:
    for text, attempts in (("No answer – tried twice", 2), ("no answer x3", 3), ("No answer - 4 times", 4)):
        call = read(text, "call_checkin").call
        assert call is not None
        assert call.attempts == attempts


@pytest.mark.parametrize("text", NO_ACCEPTANCE, ids=range(len(NO_ACCEPTANCE)))
def test_words_that_only_look_like_a_yes_accept_nothing(text: str) -> None:
    assert read(text, quoted=OUR_OFFER).intent is not VolunteerIntent.ACCEPT


def test_the_quoted_word_yes_is_no_answer() -> None:
    assert read("", quoted=OUR_OFFER).intent is VolunteerIntent.UNCLEAR
    assert read("Best wishes\nBen", quoted=OUR_OFFER).intent is VolunteerIntent.UNCLEAR


def test_pointing_at_the_quoted_word_answers() -> None:
    yes = (("YES if you can take this on", "^^ this one please"),)
    no = (("NO if you can't this time", "this one"),)
    assert read("^^ this one please", answers=yes).intent is VolunteerIntent.ACCEPT
    assert read("this one", answers=no).intent is VolunteerIntent.DECLINE


@pytest.mark.parametrize(
    ("subject", "intent"),
    [
        ("Yes please", VolunteerIntent.ACCEPT),
        ("YES", VolunteerIntent.ACCEPT),
        ("No sorry", VolunteerIntent.DECLINE),
        ("Re: Could you take on a new befriendee? [R-1042]", VolunteerIntent.UNCLEAR),
        ("Re: Yes or no by Friday [R-1042]", VolunteerIntent.UNCLEAR),
        ("", VolunteerIntent.UNCLEAR),
    ],
)
def test_an_empty_letter_answers_only_by_a_subject_of_its_own(subject: str, intent: VolunteerIntent) -> None:
    assert read("", subject=subject).intent is intent


def test_a_refusal_elsewhere_in_the_letter_takes_a_yes_away() -> None:
    assert read("Yes", whole="Yes\n\nI can't this time after all").intent is VolunteerIntent.UNCLEAR
    assert read("Yes", passed_on="Not this time I'm afraid").intent is VolunteerIntent.UNCLEAR


def test_a_letter_that_could_not_be_read_whole_is_no_yes() -> None:
    assert read("Yes", not_read=("part 2",)).intent is VolunteerIntent.UNCLEAR


def test_a_yes_with_something_worrying_is_no_plain_yes() -> None:
    facts = read("Yes, happy to. My other lady says that she wants to die.")
    assert facts.intent is not VolunteerIntent.ACCEPT
    assert VolunteerIntent.CONCERN in facts.secondary_intents


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("I'm away 10-17 April.", AwayTold(date(2026, 4, 10), date(2026, 4, 17))),
        ("I'm on holiday from Saturday until the Friday after.", AwayTold(date(2026, 3, 21), date(2026, 3, 27))),
        (
            "We're off to Spain on 2 April and I'll be back on calls on the 19th.",
            AwayTold(date(2026, 4, 2), date(2026, 4, 18)),
        ),
        ("I'm away until the 30th.", AwayTold(date(2026, 3, 18), date(2026, 3, 30))),
        ("I need a break until September.", AwayTold(date(2026, 3, 18), date(2026, 8, 31))),
    ],
)
def test_days_away_are_read(text: str, away: AwayTold) -> None:
    facts = read(text, "unsolicited")
    assert facts.away == away
    assert facts.intent in (VolunteerIntent.AWAY, VolunteerIntent.PAUSE)


@pytest.mark.parametrize("text", ["Stop", "Please stop emailing me.", "Unsubscribe", "Stopiwch"])
def test_stop_always_works(text: str) -> None:
    for replying_to in ("offer", "call_checkin", "unsolicited"):
        assert read(text, replying_to).stop


def test_a_dead_line_is_no_answer() -> None:
    facts = read("I rang twice last night, the number has not been recognised.", "first_contact_due")
    assert facts.call is not None
    assert (facts.call.outcome, facts.call.attempts) == (CallOutcome.NO_ANSWER, 2)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["offer", "call_checkin", "review_due", "unsolicited", "anything"]))
def test_any_text_can_be_read(text: str, replying_to: str) -> None:
    read(text, replying_to, answers=((text[:40], text[40:80]),))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([text for text, _ in TO_AN_OFFER]), min_size=2, max_size=3, unique=True))
def test_a_yes_joined_to_anything_else_is_never_stronger_than_its_weakest_part(parts: list[str]) -> None:
    refusing = [text for text in parts if read(text).intent is VolunteerIntent.DECLINE]
    if refusing:
        assert read("\n\n".join(parts)).intent is not VolunteerIntent.ACCEPT


def told(facts: VolunteerFacts) -> dict[str, object]:
    """The facts in the shape of the labels."""

    def words(value: date | time | None) -> str | None:
        return None if value is None else value.strftime("%H:%M") if isinstance(value, time) else value.isoformat()

    call, coming, away = facts.call, facts.next_call, facts.away
    return {
        "intent": facts.intent,
        "secondary_intents": sorted(facts.secondary_intents),
        "call": call
        and {
            "outcome": call.outcome,
            "date": words(call.date),
            "time": words(call.time),
            "minutes": call.minutes,
            "attempts": call.attempts,
        },
        "next_call": coming and {"date": words(coming.date), "weekday": coming.weekday, "time": words(coming.time)},
        "away": away and {"from": words(away.from_), "until": words(away.until)},
        "risk": facts.risk.risk,
        "risk_categories": list(facts.risk.categories),
    }


def sent(letter: Letter) -> datetime:
    assert letter.sent_at is not None
    return letter.sent_at


def test_the_volunteers_samples_are_read_as_labelled() -> None:
    """Floors are what is reached. A wrong acceptance and a missed risk are never allowed."""
    exact: Counter[str] = Counter()
    for letter, label in sample_letters("volunteers"):
        facts = read_volunteer(letter, replying_to=label["replying_to"], wording=wording(), sent_at=sent(letter))
        found = told(facts)
        label["secondary_intents"] = sorted(label["secondary_intents"])
        exact.update(key for key, value in found.items() if value == label[key])
        assert facts.intent is not VolunteerIntent.ACCEPT or label["intent"] == "accept", label["file"]
        assert (facts.risk.risk == "none") <= (label["risk"] == "none"), label["file"]
        assert facts.risk.risk == "urgent" or label["risk"] != "urgent", label["file"]
    print(f"volunteers: {dict(exact)} of 60")
    floors = {
        "intent": 60,
        "secondary_intents": 59,
        "call": 60,
        "next_call": 60,
        "away": 60,
        "risk": 59,
        "risk_categories": 60,
    }
    assert {key: exact[key] for key in floors if exact[key] < floors[key]} == {}
