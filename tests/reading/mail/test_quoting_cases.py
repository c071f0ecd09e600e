"""The collection of answers by client and language: it never gets worse, and no person's own words are lost."""

from __future__ import annotations

import pytest
from quoting_cases import cases_of, score

# the last recorded scores: (half, is it own words, by the body alone, exact at least, losing words at most)
FLOORS = [
    ("tuned", False, False, 167, 0),
    ("tuned", False, True, 163, 0),
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


def test_the_collection_has_both_halves_and_peoples_own_words() -> None:
    for half in ("tuned", "held_back"):
        cases = list(cases_of(half))
        assert sum(not case.own for case in cases) >= 125
        assert sum(case.own for case in cases) >= 30
        assert len({case.name for case in cases}) == len(cases)
