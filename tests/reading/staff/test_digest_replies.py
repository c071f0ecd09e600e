"""Replies in ordinary words to a digest that is quoted under them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.reading.letter import Verb
from mailbot.reading.staff import read_staff
from tests.reading.reading_cases import letter_of
from tests.reading.staff.digest_replies import BY_NAME, DIGEST, NAMED_DIGEST, NO_ORDERS, ORDERS
from tests.reading.staff.test_staff import words

WEDNESDAY = datetime(2026, 3, 18, 9, tzinfo=UTC)
HARMLESS = {Verb.SHOW, Verb.HELP, Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.CALLED}


def commands_of(text: str, digest: str = DIGEST) -> list[tuple[Verb, str]]:
    letter = letter_of(text, quoted=digest)
    facts = read_staff(letter, replying_to="digest", sent_at=WEDNESDAY, context_reference=None)
    return [(command.verb, words(command)) for command in facts.commands]


@pytest.mark.parametrize(("text", "commands"), ORDERS, ids=range(len(ORDERS)))
def test_an_order_in_ordinary_words_is_read(text: str, commands: list[str]) -> None:
    assert [told for _, told in commands_of(text)] == commands


@pytest.mark.parametrize("text", NO_ORDERS, ids=range(len(NO_ORDERS)))
def test_what_is_asked_told_planned_or_ruled_out_changes_nothing(text: str) -> None:
    assert [told for verb, told in commands_of(text) if verb not in HARMLESS] == []


@pytest.mark.parametrize(("text", "commands"), BY_NAME, ids=range(len(BY_NAME)))
def test_a_referral_may_be_called_by_the_name_that_stands_in_the_digest(text: str, commands: list[str]) -> None:
    assert [told for _, told in commands_of(text, NAMED_DIGEST)] == commands


ONLY_ONE = "NEEDS APPROVAL\nR-1042  Suggested: Ben Carter\n\nWAITING FOR A VOLUNTEER\nR-1050  6 days"


@pytest.mark.parametrize("text", ["Go ahead", "👍 go ahead", "Yes, go for it please.\nUna", "Approved, thanks"])
def test_the_only_match_that_waits_may_go_ahead(text: str) -> None:
    assert [told for _, told in commands_of(text, ONLY_ONE)] == ["approve R-1042"]


@pytest.mark.parametrize(
    "text", ["Go ahead?", "Don't go ahead", "Go ahead. I think 1050 is next.", "Shall we go ahead", "👍"]
)
def test_less_than_that_lets_nothing_go_ahead(text: str) -> None:
    assert commands_of(text, ONLY_ONE) == []
