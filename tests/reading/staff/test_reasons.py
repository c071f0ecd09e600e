"""Which words of a letter go with an order: its reason, a note's text, what is asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.reading.letter import StaffCommand
from mailbot.reading.staff import read_staff
from tests.reading.reading_cases import letter_of
from tests.reading.staff.digest_replies import DIGEST
from tests.reading.staff.reason_replies import ASKED_FOR, NOTES, WITH_REASONS

WEDNESDAY = datetime(2026, 3, 18, 9, tzinfo=UTC)


def the_order(text: str) -> StaffCommand:
    facts = read_staff(letter_of(text, quoted=DIGEST), replying_to="digest", sent_at=WEDNESDAY, context_reference=None)
    assert len(facts.commands) == 1
    return facts.commands[0]


@pytest.mark.parametrize(
    ("text", "told"), [*WITH_REASONS, *NOTES, *ASKED_FOR], ids=range(len(WITH_REASONS) + len(NOTES) + len(ASKED_FOR))
)
def test_the_words_that_go_with_an_order_are_kept_as_they_stand(text: str, told: str | None) -> None:
    read = the_order(text).text
    assert (read.strip(" .") if read else read) == told
