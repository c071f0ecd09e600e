"""What staff answer to a letter that nobody could read; what only looks like an answer does nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.reading.letter import StaffCommand, StaffFacts, Verb
from mailbot.reading.parse import read_letter
from mailbot.reading.staff import read_staff
from mailbot.reading.staff.told_of_them import told_of_them
from tests.reading.reading_cases import READER
from tests.reading.staff.letter_answers_told import BOTH, NEITHER, REPLIES, WHAT_IT_IS

FRIDAY = datetime(2026, 3, 20, 12, tzinfo=UTC)
OF_A_LETTER = {Verb.BEFRIENDING, Verb.NEW, Verb.GROUP, Verb.IGNORE, Verb.REPLY, Verb.JOIN}


def read(text: str, replying_to: str = "staff_task") -> StaffFacts:
    raw = f"From: Dilys Morgan <dilys@example.org>\nSubject: Re: A person is needed\n\n{text}\n".encode()
    letter = read_letter(raw, READER)
    return read_staff(letter, replying_to=replying_to, sent_at=FRIDAY, context_reference=None)


def words(command: StaffCommand) -> str:
    named = f"{command.verb.value} {command.referral}" if command.referral else command.verb.value
    return f"{named}: {command.text}" if command.text and command.verb is not Verb.DONE else named


@pytest.mark.parametrize(("text", "commands"), WHAT_IT_IS + BOTH, ids=range(len(WHAT_IT_IS + BOTH)))
def test_what_staff_say_a_letter_is(text: str, commands: list[str]) -> None:
    facts = read(text)
    assert [words(one) for one in facts.commands] == commands
    assert facts.unclear == ()


@pytest.mark.parametrize(("text", "sent"), REPLIES, ids=range(len(REPLIES)))
def test_words_for_the_writer_are_taken_as_they_were_written_and_order_nothing_else(text: str, sent: str) -> None:
    facts = read(text)
    assert [(one.verb, one.text) for one in facts.commands] == [(Verb.REPLY, sent)]
    assert facts.unclear == ()


@pytest.mark.parametrize("text", NEITHER, ids=range(len(NEITHER)))
def test_what_is_doubted_denied_or_told_of_sends_nothing_and_opens_nothing(text: str) -> None:
    assert [one for one in read(text).commands if one.verb in OF_A_LETTER] == []


@pytest.mark.parametrize("text", ["reply:", "reply: (your words to them)", "reply: your words", "reply: …"])
def test_the_words_of_our_own_choices_are_no_words_for_anybody(text: str) -> None:
    assert [(one.verb, one.text) for one in read(text).commands] == [(Verb.REPLY, None)]


def test_quoted_words_are_not_sent() -> None:
    text = "Done, thanks.\n\nOn Tue, 10 Mar 2026, Befriending wrote:\n> - reply: (your words to them)\n> reply: hello"
    assert [one.verb for one in read(text).commands] == [Verb.DONE]


def test_words_under_several_quoted_lines_are_not_taken_for_one_reply() -> None:
    text = (
        "On Tue, 10 Mar 2026, Befriending wrote:\n> Hello Dilys,\n> - reply: (your words to them)\n"
        "reply: Thank you, we will ring you.\n> - done\nThe other one is done\n> The letter:"
    )
    facts = read(text)
    assert [one for one in facts.commands if one.verb is Verb.REPLY] == []
    assert facts.unclear


def test_a_reply_between_quoted_lines_is_taken() -> None:
    text = (
        "On Tue, 10 Mar 2026, Befriending wrote:\n> Hello Dilys,\n> - reply: (your words to them)\n"
        "reply: Thank you, we will ring you.\n> - done\n> The letter:"
    )
    assert [(one.verb, one.text) for one in read(text).commands] == [(Verb.REPLY, "Thank you, we will ring you.")]


def test_nothing_goes_to_anybody_in_answer_to_the_digest() -> None:
    facts = read("reply: thank you for this", "digest")
    assert facts.commands == ()
    assert facts.unclear


@pytest.mark.parametrize(
    ("text", "name", "phones", "forbidden", "has_hours"),
    [
        ("Janet, 07700 900123, evenings", "Janet", ("+447700900123",), (), True),
        ("not 07700 900999, use 07700 900123", None, ("+447700900123",), ("+447700900999",), False),
        ("07700 900123 but never 07700 900999", None, ("+447700900123",), ("+447700900999",), False),
        ("Évelyne O'Hara, 07700900123. Mornings.", "Évelyne O'Hara", ("+447700900123",), (), True),
        ("Mrs Holt, 07700 900123", None, ("+447700900123",), (), False),
        ("her number is 07700 900123, call after 6pm, not Mondays", None, ("+447700900123",), (), True),
    ],
)
def test_particulars_are_read_as_in_families_letters(
    text: str, name: str | None, phones: tuple[str, ...], forbidden: tuple[str, ...], has_hours: bool
) -> None:
    told = told_of_them(text)
    assert (told.name, told.phones, told.phones_forbidden) == (name, phones, forbidden)
    assert (told.hours is not None) is has_hours
    assert told.doubts == ()


@pytest.mark.parametrize("text", ["07700 90012", "Janet, Bob, 07700 900123", "she cried a lot"])
def test_particulars_that_are_not_certain_are_doubts(text: str) -> None:
    assert told_of_them(text).doubts
