"""A matching tick that staff must approve: whom it proposes for each who waits, ranked, before anybody is asked.

A proposal reserves nothing: its first choice only counts as asked when others are proposed, so that nobody is the first
choice for more people than they have room for. Whether they still may is looked at anew when staff answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.casework.actions import Action, Propose, WithdrawProposal
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.matching.matcher import Matrix, match, pair_costs
from mailbot.casework.matching.proposal_words import why_propose
from mailbot.casework.matching.volunteers import looks_like_conflict, unfit, why_not
from mailbot.casework.people import Volunteer
from mailbot.casework.policy import Policy
from mailbot.casework.references import of_referral
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Board, Ids, Office, Task, TaskReason

MOST_PROPOSED = 3


@dataclass(frozen=True, slots=True)
class Ranked:
    """The first is the optimum's choice; the others are the next best for this referral."""

    referral: Referral
    volunteers: tuple[Volunteer, ...]


def decide_proposals(board: Board, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """A task with its ranked list for everyone who could be matched now and waits for no answer of staff."""
    policy = office.policy
    firsts = first_choices(board, policy, now)
    stale = [one for one in board.proposals if _waits(one, board) and one.referral_id not in firsts]
    actions: list[Action] = [
        WithdrawProposal(referral_id=one.referral_id or 0, reason="nobody on the list may any more") for one in stale
    ]
    asked = Counter(one.id for one in firsts.values())
    free = replace(
        board,
        waiting=tuple(one for one in board.waiting if one.id not in firsts),
        volunteers=tuple(replace(one, open_offers=one.open_offers + asked[one.id]) for one in board.volunteers),
    )
    ranked = rank(free, policy, now)
    elsewhere = {**firsts, **{one.referral.id: one.volunteers[0] for one in ranked}}
    for one in ranked:
        actions += _propose(one, elsewhere, office, now, ids)
    return actions


def first_choices(board: Board, policy: Policy, now: datetime) -> dict[int, Volunteer]:
    """For each open proposal the first on its list who still may; those of whose list nobody may are left out."""
    volunteers = {one.id: one for one in board.volunteers}
    waiting = {one.id: one for one in board.waiting}
    found: dict[int, Volunteer] = {}
    asked: Counter[int] = Counter()
    for task in sorted(board.proposals, key=lambda one: one.id):
        referral = waiting.get(task.referral_id or 0)
        listed = [volunteers[one] for one in task.proposed if one in volunteers]
        may = [] if referral is None else [
            one for one in listed
            if why_not(replace(one, open_offers=one.open_offers + asked[one.id]), referral, policy, now) is None
        ]  # fmt: skip
        if referral is not None and may:
            found[referral.id] = may[0]
            asked[may[0].id] += 1
    return found


def rank(board: Board, policy: Policy, now: datetime) -> list[Ranked]:
    """The optimum's choice for each, then whoever would cost least; first those whom nobody else needs."""
    proposals, _ = match(board, policy, now)
    if not proposals:
        return []
    able = sorted((one for one in board.volunteers if unfit(one, policy, now) is None), key=lambda one: one.id)
    costs = pair_costs([one.referral for one in proposals], able, policy, now)
    needed = Counter(one.volunteer.id for one in proposals)
    left = [one.room - needed[one.id] for one in able]
    return [
        Ranked(one.referral, (one.volunteer, *_next_best(one.volunteer, costs[row], able, left)))
        for row, one in enumerate(proposals)
    ]


def _next_best(first: Volunteer, costs: Matrix, able: Sequence[Volunteer], left: Sequence[int]) -> Iterable[Volunteer]:
    may = [column for column, one in enumerate(able) if costs[column] >= 0 and one.id != first.id]
    may.sort(key=lambda column: (left[column] <= 0, int(costs[column]), able[column].id))
    return (able[column] for column in may[: MOST_PROPOSED - 1])


def _waits(task: Task, board: Board) -> bool:
    return any(one.id == task.referral_id for one in board.waiting)


def _propose(ranked: Ranked, firsts: Mapping[int, Volunteer], office: Office, now: datetime, ids: Ids) -> list[Action]:
    referral = ranked.referral
    told = tuple(
        why_propose(
            one, referral, now,
            conflict=looks_like_conflict(one, referral),
            needed_for=tuple(
                of_referral(key) for key, first in firsts.items() if first.id == one.id and key != referral.id
            ),
        )
        for one in ranked.volunteers
    )  # fmt: skip
    asked = ask_staff(TaskReason.PROPOSAL, office=office, ids=ids, now=now, referral=referral, facts=told)
    task_id = next(one.task.id for one in asked if hasattr(one, "task"))
    listed = Propose(task_id=task_id, referral_id=referral.id, volunteer_ids=tuple(one.id for one in ranked.volunteers))
    return [asked[0], listed, *asked[1:]]
