"""Answers to a proposal: what is one, and what only looks like one."""

from __future__ import annotations

import pytest

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.proposal_answers import proposal_answers

NAMES = ("Ben Hale", "Carys Rees", "Grace Lowe", "Grace Orme")

TOLD = [
    ("ok", "approve R-1042"),
    ("OK, thanks\n\nDilys", "approve R-1042"),
    ("Yes please", "approve R-1042"),
    ("Yes, that's fine.", "approve R-1042"),
    ("Approved\n\nDilys Morgan\nBefriending Coordinator\nTel: 01632 960 101", "approve R-1042"),
    ("Go ahead!", "approve R-1042"),
    ("1", "choose R-1042 1"),
    ("2", "choose R-1042 2"),
    ("2 please", "choose R-1042 2"),
    ("No. 3 is not what I want", ""),
    ("number 3", "choose R-1042 3"),
    ("The second", "choose R-1042 2"),
    ("the second one, please", "choose R-1042 2"),
    ("the last", "choose R-1042 -1"),
    ("Ask the third", "choose R-1042 3"),
    ("Carys", "assign R-1042 Carys Rees"),
    ("ben hale please", "assign R-1042 Ben Hale"),
    ("Let's go with Carys", "assign R-1042 Carys Rees"),
    ("- 2 (asks Carys Rees)", "choose R-1042 2"),
    ("no", "no R-1042"),
    ("No thank you", "no R-1042"),
    ("None of these", "no R-1042"),
    ("No, none of them.", "no R-1042"),
    ("neither", "no R-1042"),
    ("R-1042 ok, R-1043 2", "approve R-1042, choose R-1043 2"),
    ("R-1042: ok\nR-1043: the second\nR-1044: none", "approve R-1042, choose R-1043 2, no R-1044"),
    ("1042 ok and 1043 Carys", "approve R-1042, assign R-1043 Carys Rees"),
    ("ok for R-1043", "approve R-1043"),
    ("Carys for 1043", "assign R-1043 Carys Rees"),
    ("no to R-1043", "no R-1043"),
    # what is no plain answer, or could take one back
    ("ok?", ""),
    ("ok but not Ben", ""),
    ("Yes, if she is free on Mondays", ""),
    ("ok\nbut not before Friday", ""),
    ("2 or 3", ""),
    ("ok\n2", ""),
    ("no, 2", ""),
    ("Not yet", ""),
    ("maybe", ""),
    ("Grace", ""),  # there are two
    ("Martha", ""),
    ("Thanks, I will look at it tonight", ""),
    ("hold R-1042 until 7 April", ""),
    ("R-1042 ok, R-1043 let me think", ""),
    ("10", ""),
    ("", ""),
]  # fmt: skip


def words(command: StaffCommand) -> str:
    parts = (command.verb.value, command.referral, command.volunteer, command.number)
    return " ".join(str(part) for part in parts if part is not None)


@pytest.mark.parametrize(("written", "told"), TOLD, ids=range(len(TOLD)))
def test_the_whole_letter_must_be_answers(written: str, told: str) -> None:
    answers = proposal_answers(written, "R-1042", NAMES)
    assert ", ".join(words(command) for command, _ in answers.commands) == told
    assert not (answers.commands and answers.unclear)


def test_an_answer_beside_other_words_is_asked_back() -> None:
    assert proposal_answers("ok\nbut not before Friday", "R-1042", NAMES).unclear == ("ok",)
    assert proposal_answers("R-1042 ok, R-1042 2", "R-1042", NAMES).unclear == ("R-1042 ok", "R-1042 2")


def test_without_a_reference_a_bare_answer_means_nothing() -> None:
    assert proposal_answers("ok", None, NAMES).commands == ()
    assert [command.verb for command, _ in proposal_answers("R-1042 ok", None, NAMES).commands] == [Verb.APPROVE]
