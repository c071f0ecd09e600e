"""The matcher: exact, explained, and in step with the hard rules of ``volunteers``."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import numpy as np
import pytest
from casework_cast import EVENINGS, MORNINGS, NOW, a_referral, a_volunteer
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.casework.matching.matcher import BETTER_ELSEWHERE, match, pair_costs, solve
from mailbot.casework.matching.volunteers import why_not
from mailbot.casework.people import Absence, Credential
from mailbot.casework.policy import Policy
from mailbot.casework.snapshot import Board
from mailbot.weekly_hours import Span, WeeklyHours

POLICY = Policy()


def brute_force(costs: np.ndarray, room: list[int]) -> tuple[int, int]:
    """(number matched, least cost) over every assignment there is."""
    people, helpers = costs.shape
    best = (0, 0)
    for choice in product(range(-1, helpers), repeat=people):
        used = [choice.count(one) for one in range(helpers)]
        if any(count > room[one] for one, count in enumerate(used)):
            continue
        pairs = [(row, column) for row, column in enumerate(choice) if column >= 0]
        if any(costs[pair] < 0 for pair in pairs):
            continue
        found = (len(pairs), -sum(int(costs[pair]) for pair in pairs))
        best = max(best, found)
    return best[0], -best[1]


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda helpers: st.tuples(
            st.lists(st.lists(st.integers(-1, 9), min_size=helpers, max_size=helpers), min_size=1, max_size=5),
            st.lists(st.integers(0, 3), min_size=helpers, max_size=helpers),
        )
    )
)
def test_agrees_with_brute_force_on_small_boards(board: tuple[list[list[int]], list[int]]) -> None:
    costs, room = np.array(board[0], dtype=np.int64), board[1]
    pairs = solve(costs, room)
    matched, cost = brute_force(costs, room)
    assert len(pairs) == matched
    assert sum(int(costs[pair]) for pair in pairs) == cost
    assert len({row for row, _ in pairs}) == len(pairs)


spans = st.lists(st.tuples(st.integers(0, 6), st.integers(36, 70), st.integers(1, 14)), min_size=0, max_size=4).map(
    lambda told: WeeklyHours.of(Span(day, start * 15, (start + length) * 15) for day, start, length in told)
)
maybe_hours = st.one_of(st.none(), spans.filter(bool))
volunteers = st.builds(
    a_volunteer,
    st.integers(1, 6),
    hours=maybe_hours,
    languages=st.sampled_from([("en",), ("cy", "en"), ("pl",)]),
    gender=st.sampled_from(["", "female", "male"]),
    capacity=st.integers(0, 2),
    open_matches=st.integers(0, 1),
    paused=st.booleans(),
    excluded_referrals=st.sampled_from([frozenset(), frozenset({1001})]),
    past_referrals=st.sampled_from([frozenset(), frozenset({1002})]),
)
people = st.builds(
    a_referral,
    st.integers(1001, 1004),
    hours=maybe_hours,
    received_at=st.sampled_from([NOW - timedelta(days=3), NOW - timedelta(hours=2)]),
    spoken_languages=st.sampled_from([("en",), ("cy",), ("cy", "en")]),
    preferences=st.sampled_from([frozenset(), frozenset({"female_volunteer"}), frozenset({"lived_experience"})]),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(people, max_size=4, unique_by=lambda one: one.id),
    st.lists(volunteers, max_size=5, unique_by=lambda one: one.id),
)
def test_matches_only_whom_the_hard_rules_allow_and_repeats_itself(waiting: list, helpers: list) -> None:
    board = Board(waiting=tuple(waiting), volunteers=tuple(helpers))
    proposals, left = match(board, POLICY, NOW)
    assert {one.referral.id for one in proposals} | {one.referral.id for one in left} == {one.id for one in waiting}
    for one in proposals:
        assert why_not(one.volunteer, one.referral, POLICY, NOW) is None
        assert one.reasons
        told = dict(one.passed_over)
        assert set(told) == {other.id for other in helpers} - {one.volunteer.id}
        for other in helpers:
            if other.id != one.volunteer.id and why_not(other, one.referral, POLICY, NOW) is None:
                assert told[other.id] == BETTER_ELSEWHERE
    again, _ = match(Board(waiting=tuple(reversed(waiting)), volunteers=tuple(reversed(helpers))), POLICY, NOW)
    assert [(one.referral.id, one.volunteer.id) for one in again] == [
        (one.referral.id, one.volunteer.id) for one in proposals
    ]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(people, max_size=3, unique_by=lambda one: one.id),
    st.lists(volunteers, max_size=4, unique_by=lambda one: one.id),
)
def test_the_vectorised_rules_are_those_of_one_pair_at_a_time(waiting: list, helpers: list) -> None:
    able = [one for one in helpers if one.capacity > one.open_matches and not one.paused]
    costs = pair_costs(waiting, able, POLICY, NOW)
    for row, referral in enumerate(waiting):
        for column, volunteer in enumerate(able):
            assert (costs[row, column] >= 0) == (why_not(volunteer, referral, POLICY, NOW) is None)


def only(volunteer: object, referral: object | None = None) -> list:
    waiting = (referral or a_referral(),)
    return match(Board(waiting=waiting, volunteers=(volunteer,)), POLICY, NOW)[0]  # type: ignore[arg-type]


SOON = NOW.date() + timedelta(days=20)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"paused": True}, "paused"),
        ({"undeliverable": True}, "undeliverable"),
        ({"credentials": tuple((one, SOON) for one in Credential)}, "not in date"),
        ({"credentials": tuple((one, date(2027, 1, 1)) for one in list(Credential)[1:])}, "not in date"),
        ({"open_matches": 1}, "no room"),
        ({"open_offers": 1}, "no room"),
        ({"absences": (Absence(NOW.date(), None),)}, "away"),
        ({"excluded_referrals": frozenset({1001})}, "excluded"),
        ({"past_referrals": frozenset({1001})}, "together before"),
        ({"languages": ("pl",)}, "no shared language"),
        ({"hours": None}, "hours not known"),
        ({"hours": MORNINGS}, "too little overlap"),
    ],
)
def test_each_hard_rule_forbids_the_offer_and_names_itself(changes: dict, reason: str) -> None:
    assert only(a_volunteer()) != []
    assert only(a_volunteer(**changes)) == []
    assert why_not(a_volunteer(**changes), a_referral(), POLICY, NOW) == reason


def test_a_wish_for_a_woman_is_kept() -> None:
    wish = a_referral(preferences=frozenset({"female_volunteer"}))
    assert only(a_volunteer(gender="male"), wish) == []
    assert only(a_volunteer(gender=""), wish) == []
    assert len(only(a_volunteer(gender="female"), wish)) == 1


def test_unknown_family_hours_block_for_two_days_and_then_no_more() -> None:
    fresh = a_referral(hours=None, received_at=NOW - timedelta(hours=30))
    old = a_referral(hours=None, received_at=NOW - timedelta(hours=49))
    assert only(a_volunteer(), fresh) == []
    assert len(only(a_volunteer(), old)) == 1


def test_nobody_is_offered_a_person_who_cannot_be_called_yet() -> None:
    assert only(a_volunteer(), a_referral(phones=())) == []


def test_one_volunteer_for_two_goes_to_whoever_is_nearer_to_their_day() -> None:
    late = a_referral(1002, received_at=NOW - timedelta(days=4))
    board = Board(waiting=(a_referral(1001), late), volunteers=(a_volunteer(),))
    proposals, left = match(board, POLICY, NOW)
    assert [one.referral.id for one in proposals] == [1002]
    assert [(one.referral.id, one.reason) for one in left] == [(1001, "whoever fits is busy")]


def test_more_people_matched_goes_before_a_better_match() -> None:
    flexible = a_referral(1001, hours=EVENINGS | MORNINGS)
    narrow = a_referral(1002, hours=EVENINGS)
    good, poor = a_volunteer(1, hours=EVENINGS), a_volunteer(2, hours=MORNINGS)
    proposals, _ = match(Board(waiting=(flexible, narrow), volunteers=(good, poor)), POLICY, NOW)
    assert {(one.referral.id, one.volunteer.id) for one in proposals} == {(1001, 2), (1002, 1)}


def test_lived_experience_is_preferred_where_it_was_wished_for() -> None:
    wish = a_referral(preferences=frozenset({"lived_experience"}))
    board = Board(waiting=(wish,), volunteers=(a_volunteer(1), a_volunteer(2, lived_experience=True)))
    assert [one.volunteer.id for one in match(board, POLICY, NOW)[0]] == [2]


def test_the_language_somebody_wrote_in_is_preferred_where_another_would_do() -> None:
    welsh = a_referral(spoken_languages=("cy", "en"))
    board = Board(waiting=(welsh,), volunteers=(a_volunteer(1), a_volunteer(2, languages=("en", "cy"))))
    assert [one.volunteer.id for one in match(board, POLICY, NOW)[0]] == [2]


def test_whoever_was_asked_lately_is_asked_later() -> None:
    board = Board(
        waiting=(a_referral(),), volunteers=(a_volunteer(1, last_offered_at=NOW - timedelta(days=1)), a_volunteer(2))
    )
    assert [one.volunteer.id for one in match(board, POLICY, NOW)[0]] == [2]


def test_what_only_looks_like_a_conflict_is_told_and_chosen_last() -> None:
    person = a_referral(name="Ada Hale", prison="HMP Leeds")
    kin = a_volunteer(1, name="Ben Hale", prisons=("HMP Leeds",))
    alone, _ = match(Board(waiting=(person,), volunteers=(kin,)), POLICY, NOW)
    assert alone[0].looks_like_conflict
    both, _ = match(Board(waiting=(person,), volunteers=(kin, a_volunteer(2, open_matches=1, capacity=2))), POLICY, NOW)
    assert (both[0].volunteer.id, both[0].looks_like_conflict) == (2, False)
