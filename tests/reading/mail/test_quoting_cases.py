"""The collection of answers by client and language: it never gets worse, and no person's own words are lost."""

from __future__ import annotations

import time

import pytest
from quoting_cases import READER, cases_of, score

from mailbot.reading.mail.quoting import circumstances, split_text
from mailbot.reading.parse import read_letter

# the last recorded scores: (half, is it own words, by the body alone, exact at least, losing words at most)
FLOORS = [
    ("tuned", False, False, 209, 0),
    ("tuned", False, True, 205, 0),
    ("tuned", True, False, 30, 0),
    ("tuned", True, True, 29, 0),
    ("held_back", False, False, 148, 0),
    ("held_back", False, True, 148, 0),
    ("held_back", True, False, 30, 0),
    ("held_back", True, True, 30, 0),
]


@pytest.mark.parametrize(("half", "own", "bare", "exact", "losing"), FLOORS)
def test_the_newly_written_text_is_found_as_often_as_last_recorded(
    half: str, own: bool, bare: bool, exact: int, losing: int
) -> None:
    found = score((case for case in cases_of(half) if case.own is own), bare=bare)
    assert found.exact >= exact, str(found)
    assert len(found.lost) <= losing, str(found)


@pytest.mark.parametrize(
    "words",
    [
        "Please call.\nWritten on my phone, ring me on 07700 900123",
        "He wrote again.\nSent by three officers to the other wing",
        "Hello\n\nOn 3 February 2026 at 10:30 Officer Smith said:\n\nNo visits this month.",
        "Hello\n\n__\nPlease could you ring after six",
    ],
)
def test_words_that_go_on_in_the_same_line_are_the_writers_own(words: str) -> None:
    letter = read_letter(f"From: ada@example.net\nSubject: hello\n\n{words}\n".encode(), READER)
    assert letter.new_text.split() == words.split()


def test_a_signature_and_a_notice_are_kept_apart_from_the_words() -> None:
    letter = read_letter(
        b"From: Ada Example <ada@example.net>\nSubject: hello\n\nMondays.\n\nAda\n\n"
        b"Ada Example | Keeper\n\nThis email is confidential and meant only for the intended recipient.\n",
        READER,
    )
    assert letter.new_text == "Mondays.\n\nAda"
    assert letter.signature == "Ada Example | Keeper"
    assert "intended recipient" in letter.disclaimer


HOSTILE = {
    "attributions": "On Wed, 4 Feb 2026 at 16:22, B <b@example.com> wrote\n",
    "colons": "a b c d e f g h:\n",
    "header lines": "From: a\nSent: b\n",
    "dashes": "--\nAnn\n",
    "marks and links": "> a\nhttps://example.org/a\n",
    "devices": "Sent from My Own Long Name Of A Thing\n",
    "notices": "this is confidential\n\n",
    "one line": "Sent from my On 4 Feb 2026 > | wrote: ",
}


@pytest.mark.parametrize("row", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_megabyte_is_taken_apart_within_a_second(row: str) -> None:
    text = row * (1_000_000 // len(row))
    around = circumstances("Re: x", replies=True, sender_name="Ada", is_own_address=lambda address: False)
    begun = time.process_time()
    split_text(text, around)
    assert time.process_time() - begun < 1


def test_the_collection_has_both_halves_and_peoples_own_words() -> None:
    for half in ("tuned", "held_back"):
        cases = list(cases_of(half))
        assert sum(not case.own for case in cases) >= 125
        assert sum(case.own for case in cases) >= 30
        assert len({case.name for case in cases}) == len(cases)
