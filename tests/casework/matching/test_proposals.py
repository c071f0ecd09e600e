"""What a matching tick proposes where staff approve: ranked, within everybody's room, and never twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from casework_cast import EVENINGS, NOW, CountingIds, a_referral, a_volunteer, an_office, few_words

from mailbot.casework.actions import Action, AskStaff, MakeOffer, MakePromise, Propose, Send, WithdrawProposal
from mailbot.casework.matching.proposal_words import why_propose
from mailbot.casework.matching.proposals import rank
from mailbot.casework.matching.tick import decide_matching
from mailbot.casework.people import Volunteer
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Board, Task, TaskReason
from mailbot.casework.timetable import add_working_hours
from mailbot.weekly_hours import WeeklyHours

ONE_EVENING = WeeklyHours.on((0,), "18:00", "20:00")


def decide(waiting: list[Referral], volunteers: list[Volunteer], proposals: tuple[Task, ...] = ()) -> list[Action]:
    board = Board(waiting=tuple(waiting), volunteers=tuple(volunteers), proposals=proposals)
    return decide_matching(board, an_office(few_words(), matching_approval="staff"), NOW, CountingIds())


def listed(actions: list[Action]) -> dict[int, tuple[int, ...]]:
    return {one.referral_id: one.volunteer_ids for one in actions if isinstance(one, Propose)}


def a_proposal(referral_id: int, *volunteers: int, number: int = 90) -> Task:
    return Task(
        id=number, reason=TaskReason.PROPOSAL, asked_at=NOW - timedelta(hours=1), assigned_to="dilys",
        referral_id=referral_id, proposed=volunteers,
    )  # fmt: skip


def test_up_to_three_are_proposed_the_optimum_first_and_nobody_is_offered() -> None:
    lately = {number: NOW - timedelta(days=9 - 2 * number) for number in (3, 4)}
    asked = [a_volunteer(number, last_offered_at=moment) for number, moment in lately.items()]
    volunteers = [a_volunteer(1, hours=ONE_EVENING, last_offered_at=NOW), a_volunteer(2), *asked]
    actions = decide([a_referral()], volunteers)
    assert listed(actions) == {1001: (2, 3, 4)}
    assert not any(isinstance(one, MakeOffer) for one in actions)
    (task,) = [one.task for one in actions if isinstance(one, AskStaff)]
    assert task.reason is TaskReason.PROPOSAL
    (promise,) = [one for one in actions if isinstance(one, MakePromise)]
    assert promise.next_step_at == add_working_hours(NOW, 4, Policy())
    (mail,) = [one for one in actions if isinstance(one, Send)]
    assert "Ada" not in repr(mail.touchpoint)


def test_the_first_choices_keep_within_everybodys_room() -> None:
    people = [a_referral(1001 + number) for number in range(3)]
    best, other = a_volunteer(1, capacity=2), a_volunteer(2, hours=ONE_EVENING, capacity=1)
    firsts = [ids[0] for ids in listed(decide(people, [best, other])).values()]
    assert sorted(firsts) == [1, 1, 2]


def test_those_nobody_else_needs_come_before_those_who_are_first_elsewhere() -> None:
    people = [a_referral(1001), a_referral(1002)]
    volunteers = [a_volunteer(1), a_volunteer(2), a_volunteer(3, hours=ONE_EVENING)]
    for ids in listed(decide(people, volunteers)).values():
        assert ids[1] == 3
        assert set(ids) == {1, 2, 3}


def test_an_open_proposal_is_not_made_again_and_its_first_choice_is_not_proposed_first_elsewhere() -> None:
    people = [a_referral(1001), a_referral(1002)]
    actions = decide(people, [a_volunteer(1), a_volunteer(2, hours=ONE_EVENING)], (a_proposal(1001, 1, 2),))
    assert listed(actions) == {1002: (2,)}
    assert not any(isinstance(one, WithdrawProposal) for one in actions)


def test_when_the_first_of_a_list_may_no_more_its_next_counts_as_the_first() -> None:
    people = [a_referral(1001), a_referral(1002)]
    taken = a_volunteer(1, open_offers=1)
    actions = decide(people, [taken, a_volunteer(2), a_volunteer(3)], (a_proposal(1001, 1, 2),))
    assert listed(actions) == {1002: (3,)}


def test_a_list_of_which_nobody_may_any_more_is_taken_back_and_others_are_proposed() -> None:
    actions = decide([a_referral()], [a_volunteer(1, paused=True), a_volunteer(2)], (a_proposal(1001, 1),))
    assert [one.referral_id for one in actions if isinstance(one, WithdrawProposal)] == [1001]
    assert listed(actions) == {1001: (2,)}
    order = [type(one) for one in actions]
    assert order.index(WithdrawProposal) < order.index(Propose)


def test_whom_staff_refused_for_somebody_is_proposed_for_others_only() -> None:
    refused = a_volunteer(1, refused_referrals=frozenset({1001}))
    assert listed(decide([a_referral(1001)], [refused])) == {}
    assert listed(decide([a_referral(1002)], [refused])) == {1002: (1,)}


def test_the_same_board_is_always_ranked_alike() -> None:
    people = tuple(a_referral(1001 + number) for number in range(5))
    volunteers = tuple(a_volunteer(1 + number, capacity=1 + number % 2) for number in range(6))
    rankings = [
        [[one.id for one in ranked.volunteers] for ranked in rank(Board(waiting=who, volunteers=able), Policy(), NOW)]
        for who, able in ((people, volunteers), (people[::-1], volunteers[::-1]))
    ]
    assert rankings[0] == rankings[1]


@pytest.mark.parametrize(
    ("volunteer", "referral", "extra", "told"),
    [
        ({}, {}, {}, "900 minutes a week in common; both speak English; supports 0 of 1; never asked before"),
        (
            {"hours": ONE_EVENING, "languages": ("en", "cy"), "lived_experience": True, "gender": "female",
             "open_matches": 1, "capacity": 2, "last_offered_at": NOW - timedelta(days=2)},
            {"spoken_languages": ("cy", "en"), "preferences": frozenset({"lived_experience", "female_volunteer"})}, {},
            "120 minutes a week in common; both speak Welsh and English; has been through it, as wished; "
            "a woman, as wished; supports 1 of 2; last asked on 8 March",
        ),
        (
            {"last_offered_at": NOW - timedelta(days=60)},
            {"spoken_languages": ("cy", "en"), "hours": None, "preferences": frozenset({"lived_experience"})},
            {"needed_for": ("R-1002",)},
            "the times of the person are not known yet; both speak English; not Welsh, which the person prefers; "
            "has not been through it; supports 0 of 1; not asked lately; also the first choice for R-1002",
        ),
        (
            {}, {}, {"conflict": True},
            "POSSIBLE CONFLICT, please check first: they may know the family; 900 minutes a week in common; "
            "both speak English; supports 0 of 1; never asked before",
        ),
    ],
)  # fmt: skip
def test_the_reasons_are_told_in_plain_words(
    volunteer: dict[str, Any], referral: dict[str, Any], extra: dict[str, Any], told: str
) -> None:
    one = a_volunteer(hours=volunteer.pop("hours", EVENINGS), **volunteer)
    line = why_propose(one, a_referral(**referral), NOW, **({"conflict": False} | extra))
    assert line == f"Ben Hale1: {told}"
