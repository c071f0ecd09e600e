"""Text written to take for ever is read at once by each skill of a family's particulars."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest

from mailbot.reading.family.names import name_in_header, name_signed, supported_name
from mailbot.reading.family.prisons import prisons_told
from mailbot.reading.skills.hours import hours_told
from mailbot.reading.skills.language import language_of
from mailbot.reading.skills.phones import Passage, Voice, find_phones

LENGTH = 12_000  # characters: as many as the family reader looks at
PIECES = [
    " ",
    "(",
    "'",
    "a-",
    "O'",
    "Mc",
    "Ada Lane ",
    "Ada\n",
    "0770 ",
    "seven ",
    "O7I",
    "07700 900118 ",
    "My number is 07700 900118 but not 07700 900448, sorry, ",
    "so monday ",
    "after church so ",
    "move from monday to ",
    "tuesday sorry ",
    "before the the the the ",
    "mon-fri 9-5 except after 6 so any time but ",
    "in the prison at hull ",
]
SKILLS: list[Callable[[str], object]] = [
    hours_told,
    lambda text: find_phones([Passage(text, Voice.SUPPORTED), Passage(text, Voice.REFERRER)], anywhere=text),
    lambda text: (name_in_header(text), name_signed(text, "Ada Lane"), supported_name(text, writer="Eve Hill")),
    prisons_told,
    language_of,
]


@pytest.mark.parametrize("skill", SKILLS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_a_skill_longer_than_two_seconds(piece: str, skill: Callable[[str], object]) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    began = perf_counter()
    skill(text)
    assert perf_counter() - began < 2
