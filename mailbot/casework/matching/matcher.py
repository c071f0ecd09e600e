"""The optimal assignment of volunteers to those who wait, each with its reasons (sole home of the solver).

First the greatest number of people matched, then the least cost; integer costs and arcs in the order of ids, so that
the same board always gives the same answer (design rule 10).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from mailbot.casework.matching.volunteers import (
    WHY_NOT,
    looks_like_conflict,
    mismatch,
    not_yet_matchable,
    unfit,
)
from mailbot.casework.people import Volunteer
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Board
from mailbot.weekly_hours import MINUTES_A_DAY, WeeklyHours

Matrix = NDArray[np.int64]

COST_SCALE = 100
CONFLICT_COST = 1_000 * COST_SCALE  # only when nobody else can
LATELY = timedelta(days=28)  # asked within this counts against asking again
BETTER_ELSEWHERE = "better elsewhere"


@dataclass(frozen=True, slots=True)
class Proposal:
    """``reasons`` in words; ``passed_over`` (volunteer id, key of ``WHY_NOT`` or ``better elsewhere``)."""

    referral: Referral
    volunteer: Volunteer
    reasons: tuple[str, ...]
    passed_over: tuple[tuple[int, str], ...]
    looks_like_conflict: bool


@dataclass(frozen=True, slots=True)
class NotMatched:
    """Why somebody waits on: they cannot be matched yet, nobody fits, or others needed those who would."""

    referral: Referral
    reason: str


def match(board: Board, policy: Policy, now: datetime) -> tuple[list[Proposal], list[NotMatched]]:
    """Everyone who waits against everyone who is free, at once."""
    early = {one.id: not_yet_matchable(one, policy, now) for one in board.waiting}
    waiting = sorted((one for one in board.waiting if early[one.id] is None), key=lambda one: one.id)
    left = [NotMatched(one, early[one.id] or "") for one in board.waiting if early[one.id]]
    volunteers = sorted(board.volunteers, key=lambda one: one.id)
    able = [one for one in volunteers if unfit(one, policy, now) is None]
    costs = pair_costs(waiting, able, policy, now)
    pairs = solve(costs, [one.room for one in able])
    chosen = dict(pairs)
    proposals = [
        _proposal(waiting[row], able[column], volunteers, costs[row], able, policy, now) for row, column in pairs
    ]
    for row, referral in enumerate(waiting):
        if row not in chosen:
            fits = bool((costs[row] >= 0).any())
            busy = fits or any(_only_busy(one, referral, policy, now) for one in volunteers)
            left.append(NotMatched(referral, "whoever fits is busy" if busy else "nobody fits"))
    return proposals, left


def _only_busy(volunteer: Volunteer, referral: Referral, policy: Policy, now: datetime) -> bool:
    return unfit(volunteer, policy, now) == "no room" and mismatch(volunteer, referral, policy, now) is None


def pair_costs(waiting: Sequence[Referral], able: Sequence[Volunteer], policy: Policy, now: datetime) -> Matrix:
    """Integer cost of each pair, -1 where a hard rule forbids it. Rows are referrals, columns volunteers."""
    overlap = _overlaps([one.hours for one in waiting], [one.hours for one in able])
    costs = _soft_costs(waiting, able, overlap, policy, now)
    allowed = _allowed(waiting, able, overlap, policy)
    return np.where(allowed, costs, np.int64(-1))


def solve(costs: Matrix, room: Sequence[int]) -> list[tuple[int, int]]:
    """The most pairs at the least cost; each row at most once, each column at most ``room`` times."""
    from ortools.graph.python import min_cost_flow  # slow to import, needed only here

    rows, columns = (side.astype(np.int64) for side in np.nonzero(costs >= 0))
    if not len(rows):
        return []
    people, helpers = costs.shape
    source, sink = people + helpers, people + helpers + 1
    flow = min_cost_flow.SimpleMinCostFlow()
    used_rows, used_columns = np.unique(rows), np.unique(columns)
    capacity = np.maximum(np.asarray(room, dtype=np.int64), 0)
    tails = np.concatenate([np.full(len(used_rows), source), rows, people + used_columns])
    heads = np.concatenate([used_rows, people + columns, np.full(len(used_columns), sink)])
    room_left = np.concatenate([np.ones(len(used_rows) + len(rows), dtype=np.int64), capacity[used_columns]])
    unit = np.concatenate(
        [np.zeros(len(used_rows), np.int64), costs[rows, columns], np.zeros(len(used_columns), np.int64)]
    )
    flow.add_arcs_with_capacity_and_unit_cost(tails, heads, room_left, unit)
    flow.set_node_supply(source, len(used_rows))
    flow.set_node_supply(sink, -len(used_rows))
    status = flow.solve_max_flow_with_min_cost()
    if status != flow.OPTIMAL:
        raise ArithmeticError(f"the assignment could not be solved (status {status})")
    first = len(used_rows)
    flows = flow.flows(np.arange(first, first + len(rows)))
    return [(int(rows[one]), int(columns[one])) for one in np.flatnonzero(flows)]


def _soft_costs(
    waiting: Sequence[Referral], able: Sequence[Volunteer], overlap: Matrix, policy: Policy, now: datetime
) -> Matrix:
    ample = policy.overlap_ample_minutes
    known = np.array([one.hours is not None for one in waiting], dtype=bool)[:, None]
    shortfall = np.where(known, ample - np.minimum(overlap, ample), ample // 2)
    costs = shortfall * (policy.weight_overlap * COST_SCALE) // ample
    wishes = np.array(["lived_experience" in one.preferences for one in waiting], dtype=bool)[:, None]
    lived = np.array([one.lived_experience for one in able], dtype=bool)[None, :]
    costs = costs + (wishes & ~lived) * (policy.weight_lived_experience * COST_SCALE)
    mother = np.array([[one.spoken_languages[0] in other.languages for other in able] for one in waiting], dtype=bool)
    costs = costs + ~mother.reshape(costs.shape) * (policy.weight_language * COST_SCALE)
    load = [
        policy.weight_load * COST_SCALE * (one.open_matches + one.open_offers) // max(one.capacity, 1) for one in able
    ]
    fairness = [int(policy.weight_fairness * COST_SCALE * _lately(one, now)) for one in able]
    per_volunteer = np.array(load, dtype=np.int64) + np.array(fairness, dtype=np.int64)
    patience = np.array([_hours_left(one, now) for one in waiting], dtype=np.int64)  # less time left: cheaper
    costs = costs + per_volunteer[None, :] + patience[:, None] * COST_SCALE
    return np.asarray(costs + _conflicts(waiting, able) * CONFLICT_COST, dtype=np.int64)


def _allowed(
    waiting: Sequence[Referral], able: Sequence[Volunteer], overlap: Matrix, policy: Policy
) -> NDArray[np.bool_]:
    """The hard rules of ``volunteers.mismatch``, for all pairs at once; a test holds the two together."""
    languages = sorted({word for one in (*waiting,) for word in one.spoken_languages})
    speaks = _flags([set(one.languages) for one in able], languages)
    understands = _flags([set(one.spoken_languages) for one in waiting], languages)
    allowed = (understands.astype(np.int64) @ speaks.T.astype(np.int64)) > 0
    for wish, gender in (("female_volunteer", "female"), ("male_volunteer", "male")):
        wishes = np.array([wish in one.preferences for one in waiting], dtype=bool)[:, None]
        fits = np.array([one.gender == gender for one in able], dtype=bool)[None, :]
        allowed &= ~wishes | fits
    allowed &= np.array([one.hours is not None for one in able], dtype=bool)[None, :]
    known = np.array([one.hours is not None for one in waiting], dtype=bool)[:, None]
    allowed &= ~known | (overlap >= policy.overlap_least_minutes)
    row_of = {one.id: row for row, one in enumerate(waiting)}
    for column, volunteer in enumerate(able):
        for referral_id in volunteer.excluded_referrals | volunteer.past_referrals | volunteer.refused_referrals:
            if referral_id in row_of:
                allowed[row_of[referral_id], column] = False
    return allowed


def _overlaps(families: Sequence[WeeklyHours | None], volunteers: Sequence[WeeklyHours | None]) -> Matrix:
    """Minutes a week in common, exactly: the week is cut at every boundary that occurs on either side."""
    cuts = {0, 7 * MINUTES_A_DAY}
    for hours in (*families, *volunteers):
        for start, end in _minutes_of_week(hours):
            cuts |= {start, end}
    edges = np.array(sorted(cuts), dtype=np.int64)
    lengths = np.diff(edges)
    left, right = _presence(families, edges), _presence(volunteers, edges)
    return np.asarray((left * lengths) @ right.T).round().astype(np.int64)


def _presence(all_hours: Sequence[WeeklyHours | None], edges: Matrix) -> NDArray[np.float64]:
    present = np.zeros((len(all_hours), len(edges) - 1))
    for row, hours in enumerate(all_hours):
        for start, end in _minutes_of_week(hours):
            present[row, np.searchsorted(edges, start) : np.searchsorted(edges, end)] = 1
    return present


def _minutes_of_week(hours: WeeklyHours | None) -> Iterable[tuple[int, int]]:
    for span in hours.spans if hours else ():
        yield span.day * MINUTES_A_DAY + span.start, span.day * MINUTES_A_DAY + span.end


def _conflicts(waiting: Sequence[Referral], able: Sequence[Volunteer]) -> Matrix:
    found = np.zeros((len(waiting), len(able)), dtype=np.int64)
    with_prisons = [(column, one) for column, one in enumerate(able) if one.prisons]
    for row, referral in enumerate(waiting):
        if referral.prison:
            for column, volunteer in with_prisons:
                found[row, column] = looks_like_conflict(volunteer, referral)
    return found


def _flags(sets: Sequence[set[str]], words: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([[word in one for word in words] for one in sets], dtype=bool).reshape(len(sets), len(words))


def _lately(volunteer: Volunteer, now: datetime) -> float:
    """1 when just asked, 0 when not asked within ``LATELY``."""
    if volunteer.last_offered_at is None:
        return 0.0
    return max(0.0, 1 - (now - volunteer.last_offered_at) / LATELY)


def _hours_left(referral: Referral, now: datetime) -> int:
    return min(400, max(0, int((referral.due_at - now).total_seconds() // 3600) + 200))


def _proposal(
    referral: Referral,
    volunteer: Volunteer,
    volunteers: Sequence[Volunteer],
    row: Matrix,
    able: Sequence[Volunteer],
    policy: Policy,
    now: datetime,
) -> Proposal:
    column_of = {one.id: column for column, one in enumerate(able)}
    passed_over = []
    for other in volunteers:
        if other.id == volunteer.id:
            continue
        column = column_of.get(other.id)
        if column is not None and row[column] >= 0:
            passed_over.append((other.id, BETTER_ELSEWHERE))
            continue
        fault = unfit(other, policy, now) or mismatch(other, referral, policy, now)
        passed_over.append((other.id, fault or BETTER_ELSEWHERE))
    return Proposal(
        referral, volunteer, _reasons(referral, volunteer, now), tuple(passed_over),
        looks_like_conflict(volunteer, referral),
    )  # fmt: skip


def _reasons(referral: Referral, volunteer: Volunteer, now: datetime) -> tuple[str, ...]:
    reasons = []
    if referral.hours is not None and volunteer.hours is not None:
        reasons.append(f"{(referral.hours & volunteer.hours).minutes} minutes a week in common")
    else:
        reasons.append("the family's hours are not known yet")
    shared = sorted(set(volunteer.languages) & set(referral.spoken_languages))
    reasons.append(f"both speak {', '.join(shared)}")
    if "lived_experience" in referral.preferences and volunteer.lived_experience:
        reasons.append("has been through it, as wished")
    if {"female_volunteer", "male_volunteer"} & referral.preferences:
        reasons.append("a woman or a man, as wished")
    reasons.append(f"supports {volunteer.open_matches} of {volunteer.capacity}")
    if volunteer.last_offered_at is None:
        reasons.append("never asked before")
    elif now - volunteer.last_offered_at > LATELY:
        reasons.append("not asked lately")
    return tuple(reasons)


WORDS = {**WHY_NOT, BETTER_ELSEWHERE: "could have been asked; the whole works out better this way"}
