"""Which replies of staff give an order, and which, close to one, give none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mailbot.reading.letter import StaffCommand
from mailbot.reading.staff import read_staff
from tests.reading.reading_cases import letter_of

FRIDAY = datetime(2026, 3, 20, 12, tzinfo=UTC)
ORDERS = [
    ("2", "choose 2"), ("The second one", "choose 2"), ("the last one please", "choose -1"),
    ("go with option 3", "choose 3"), ("Option two please", "choose 2"), ("pick number 4", "choose 4"),
    ("cancel 3", "cancel 3"), ("Please cancel number 12.", "cancel 12"), ("Stop that one going out", "cancel"),
    ("Cancel R-1042", "cancel R-1042"), ("pause everything", "pause_everything"),
    ("Stop all emails now", "pause_everything"), ("Stop everything at once!", "pause_everything"),
    ("cancel 1042", "cancel 1042"), ("Cancel E-17", "cancel E-17"), ("cancel email 17 please", "cancel E-17"),
    ("Please stop E-1042 going out", "cancel E-1042"), ("E-17: cancel", "cancel E-17"), ("cancel e17", "cancel E-17"),
    ("Don't send E-17", "cancel E-17"), ("Stop email number 1042!", "cancel E-1042"),
    ("pause everything: letters arrive twice", "pause_everything"), ("Stop sending emails now", "pause_everything"),
    ("Pause everything because the server is odd.", "pause_everything"),
    ("resume everything", "resume_everything"), ("Start again", "resume_everything"),
    ("Please start everything again.", "resume_everything"), ("OK, restart sending", "resume_everything"),
    ("Unpause everything please", "resume_everything"), ("Everything goes on", "resume_everything"),
    ("You can start sending again", "resume_everything"),
    ("Hold R-1042 for a fortnight", "hold R-1042 2026-04-03"), ("Park 1042 for three weeks", "hold R-1042 2026-04-10"),
    ("What have we got on R-1042?", "show R-1042"), ("Any news on R-1042?", "show R-1042"),
    ("Where are we with R-1042?", "show R-1042"), ("Tell me about R-1042", "show R-1042"),
    ("Any befrienders near Leeds?", "list_volunteers"), ("What can you understand?", "help"),
    ("Leave R-1042 until Monday", "hold R-1042 2026-03-23"), ("Keep 1042 back until 7 April", "hold R-1042 2026-04-07"),
    ("Shut 1042 down, she has moved away", "close R-1042"),
    ("Could you make a note on R-1042: rang her", "note R-1042"),
    ("Ben Carter has hurt his foot. Pause him until 1 May", "pause_volunteer Ben Carter 2026-05-01"),
    ("Put Ben Carter with R-1042", "assign R-1042 Ben Carter"), ("Ben can take 1042", "assign R-1042 Ben Carter"),
    ("Let Ben have R-1042", "assign R-1042 Ben Carter"),
    ("Can 1042 go on hold for a fortnight?", "hold R-1042 2026-04-03"),
]  # fmt: skip
NO_ORDER = [
    "Don't cancel 3", "Should we pause everything?", "Shall I go with option 3?", "Maybe the second one",
    "Don't pause everything", "Not the second one", "I would rather not stop all emails now", "If she agrees, cancel 3",
    "Two of us will be in on Monday", "I rang her 2 times", "The first one was lovely", "Pause everything?",
    "Don't approve 1042 yet, I want a word with Ben", "Not Ben for 1042", "Don't hold R-1042 for a fortnight",
    "I think the second one", "We may have to stop everything soon", "Is option 3 any good?",
    "Pause everything. Actually no, not yet.", "The second one. Or am I wrong?", "Please don't stop that one going out",
    "Leave R-1042 alone", "Don't leave R-1042 until Monday", "She wrote that everything about her should be kept",
    "I am not sure about Ben Carter. Pause him until 1 May", "Maybe shut 1042 down",
    "Don't let Ben have R-1042", "Ben can take 1042?", "Ben can take 1042 if she agrees", "Nobody can take 1042",
    "Don't cancel E-17", "Cancel E-17?", "If Ben is ill, cancel E-17", "Maybe cancel E-17", "E-17", "Never stop E-17",
    "Shall we cancel E-17?", "I nearly wrote cancel E-17", "Can we start again?", "Do not resume everything",
    "We will start again on Monday", "Don't start again yet", "Should everything go on?", "Resume everything? Not yet.",
    "Start again with R-1042", "She wants to start again",
    "Do not put Ben with R-1042", "Ben can take 1042 next month",
]  # fmt: skip


def orders(text: str, replying_to: str = "staff_task") -> list[str]:
    facts = read_staff(
        letter_of(text),
        replying_to=replying_to,
        sent_at=FRIDAY,
        context_reference=None,
        volunteer_names=("Ben Carter",),
    )
    return [_words(command) for command in facts.commands]


@pytest.mark.parametrize(("text", "order"), ORDERS, ids=range(len(ORDERS)))
def test_a_plain_order_is_read(text: str, order: str) -> None:
    assert orders(text) == [order]


@pytest.mark.parametrize("text", NO_ORDER, ids=range(len(NO_ORDER)))
def test_a_doubt_a_question_or_a_mention_orders_nothing(text: str) -> None:
    assert not [order for order in orders(text) if not order.startswith(("yes", "no"))]


def test_a_lone_number_chooses_nothing_in_answer_to_a_digest() -> None:
    assert orders("2", "digest") == []


def _words(command: StaffCommand) -> str:
    until = command.until.isoformat() if command.until else None
    number = str(command.number) if command.number else None
    return " ".join(part for part in (command.verb.value, command.referral, command.volunteer, until, number) if part)
