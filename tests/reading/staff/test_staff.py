"""Staff's commands in ordinary words: tables of our own, then the samples."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.reading.letter import Kind, Risk, RiskReading, StaffCommand, StaffFacts, Verb
from mailbot.reading.staff import read_staff
from tests.reading.reading_cases import letter_of, sample_letters, wording
from tests.reading.staff.staff_replies import (
    IN_CONTEXT,
    NOTHING_IN_CONTEXT,
    TO_THE_DIGEST,
    UNCLEAR,
    UNCLEAR_IN_CONTEXT,
    WITH_WORDS,
)

WEDNESDAY = datetime(2026, 3, 18, 12, tzinfo=UTC)
VOLUNTEERS = ("Ben Carter", "Carys Hughes")


def read(text: str, replying_to: str = "digest", context: str | None = None, **parts: object) -> StaffFacts:
    letter = letter_of(text, **parts)  # type: ignore[arg-type]
    return read_staff(
        letter,
        replying_to=replying_to,
        sent_at=WEDNESDAY,
        context_reference=context,
        volunteer_names=VOLUNTEERS,
    )


def words(command: StaffCommand) -> str:
    until = command.until.isoformat() if command.until else None
    return " ".join(part for part in (command.verb.value, command.referral, command.volunteer, until) if part)


@pytest.mark.parametrize(("text", "commands"), TO_THE_DIGEST, ids=range(len(TO_THE_DIGEST)))
def test_an_answer_to_the_digest_commands_what_it_says(text: str, commands: list[str]) -> None:
    facts = read(text)
    assert [words(command) for command in facts.commands] == commands
    assert facts.unclear == ()


@pytest.mark.parametrize("text", UNCLEAR, ids=range(len(UNCLEAR)))
def test_what_is_not_certain_is_asked_back_and_not_done(text: str) -> None:
    facts = read(text)
    assert facts.commands == ()
    assert facts.unclear


@pytest.mark.parametrize(("text", "commands"), IN_CONTEXT, ids=range(len(IN_CONTEXT)))
def test_an_answer_to_an_alert_is_about_its_referral(text: str, commands: list[str]) -> None:
    assert [words(command) for command in read(text, "concern_alert", "R-1042").commands] == commands


@pytest.mark.parametrize(("text", "command", "told", "minutes"), WITH_WORDS, ids=range(len(WITH_WORDS)))
def test_an_answer_keeps_the_words_that_go_with_it(
    text: str, command: str, told: str | None, minutes: int | None
) -> None:
    facts = read(text, "staff_task", "R-1042")
    assert [words(one) for one in facts.commands] == [command]
    assert (facts.commands[0].text, facts.commands[0].minutes) == (told, minutes)
    assert facts.unclear == ()


@pytest.mark.parametrize("text", UNCLEAR_IN_CONTEXT, ids=range(len(UNCLEAR_IN_CONTEXT)))
def test_half_an_answer_is_asked_back(text: str) -> None:
    facts = read(text, "staff_task", "R-1042")
    assert facts.commands == ()
    assert facts.unclear


@pytest.mark.parametrize("text", NOTHING_IN_CONTEXT, ids=range(len(NOTHING_IN_CONTEXT)))
def test_what_orders_nothing_does_nothing(text: str) -> None:
    assert read(text, "staff_task", "R-1042").commands == ()


def test_a_risk_is_read_in_what_staff_pass_on_and_in_nothing_else() -> None:
    worrying = "From: A <a@example.org>\n\nI want to kill myself tonight."

    def risk_of(text: str, **parts: object) -> RiskReading:
        letter = letter_of(text, **parts)  # type: ignore[arg-type]
        return read_staff(
            letter, replying_to="digest", sent_at=WEDNESDAY, context_reference=None, wording=wording()
        ).risk

    assert risk_of("Please see below", passed_on=worrying).risk is Risk.URGENT
    assert risk_of("She says she wants to kill herself", quoted=worrying) == RiskReading()
    assert read("Please see below", passed_on=worrying).risk == RiskReading()


def test_the_reason_goes_with_the_command() -> None:
    def text_of(reply: str) -> str | None:
        return read(reply).commands[0].text

    assert text_of("resolved R-1042: spoke to her, safe now") == "spoke to her, safe now"
    assert text_of("R-1042 resolved, she is safe and the GP knows.") == "she is safe and the GP knows."
    assert text_of("note R-1042: prefers mornings") == "prefers mornings"
    assert text_of("close R-1033, moved away") == "moved away"


def test_a_call_is_told_with_its_length() -> None:
    command = read("I spoke to her for 20 minutes", "contact_alert", "R-1042").commands[0]
    assert (command.verb, command.minutes) == (Verb.CALLED, 20)


DIGEST = """NEEDS APPROVAL
R-1042  Suggested: Ben Carter
R-1043  Suggested: Carys Hughes

ON HOLD
R-1044

Reply with what you want done, for instance "close R-1042" or "erase R-1043"."""


def test_the_digests_own_lines_command_nothing() -> None:
    assert read("Thank you", quoted=DIGEST) == StaffFacts(visible_text="Thank you")


def test_all_of_them_are_those_that_need_approval() -> None:
    assert [words(command) for command in read("Approve all", quoted=DIGEST).commands] == [
        "approve R-1042",
        "approve R-1043",
    ]
    assert [words(command) for command in read("approve both", quoted=DIGEST).commands] == [
        "approve R-1042",
        "approve R-1043",
    ]
    assert read("approve all five", quoted=DIGEST).commands == ()


def test_an_answer_under_a_quoted_line_is_about_its_reference() -> None:
    answers = (
        ("R-1042  Suggested: Ben Carter", "Yes"),
        ("R-1043  Suggested: Carys Hughes", "Close please, moved away"),
    )
    facts = read("Yes\n\nClose please, moved away", answers=answers, quoted=DIGEST)
    assert [words(command) for command in facts.commands] == ["approve R-1042", "close R-1043"]


def test_a_machines_reply_commands_nothing() -> None:
    assert read("close R-1042", kind=Kind.AUTO_REPLY).commands == ()


def test_telephone_numbers_years_and_clock_times_are_no_references() -> None:
    assert read("close, rang 01632 960 1042 in 2026 at 10:42, £1042").commands == ()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300), st.one_of(st.none(), st.just("R-1042")))
def test_any_text_can_be_read(text: str, context: str | None) -> None:
    read(text, context=context, quoted=text, answers=((text[:30], text[30:90]),))


def test_the_staffs_samples_are_read_as_labelled() -> None:
    exact: Counter[str] = Counter()
    for letter, label in sample_letters("staff"):
        assert letter.sent_at is not None
        facts = read_staff(letter, replying_to="digest", sent_at=letter.sent_at, context_reference=None)
        expected = [
            " ".join(part for part in (one["verb"], one["referral"], one["volunteer"], one["until"]) if part)
            for one in label["commands"]
        ]
        exact["commands"] += [words(command) for command in facts.commands] == expected
        texts = zip(facts.commands, label["commands"], strict=False)
        exact["text"] += all(_alike(command.text, one["text"]) for command, one in texts)
    print(f"staff: {dict(exact)} of 15")
    assert exact["commands"] >= 15
    assert exact["text"] >= 15


def _alike(told: str | None, expected: str | None) -> bool:
    """White space, a full stop at the end and a neighbouring word may differ."""
    first, second = (" ".join((text or "").split()).strip(" .").casefold() for text in (told, expected))
    return first == second or (
        bool(first and second) and (first in second or second in first) and abs(len(first) - len(second)) < 15
    )
