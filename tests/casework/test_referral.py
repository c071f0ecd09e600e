"""A referral's stages and its two clocks."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from casework_cast import NOW, a_referral

from mailbot.casework.referral import MOVES, IllegalMove, Stage, check_move


@pytest.mark.parametrize(("before", "after"), list(product(Stage, Stage)))
def test_only_the_moves_of_the_table_are_allowed(before: Stage, after: Stage) -> None:
    if before == after or after in MOVES[before]:
        check_move(before, after)
    else:
        with pytest.raises(IllegalMove):
            check_move(before, after)


def test_every_stage_but_closed_can_be_closed_and_closed_can_be_reopened() -> None:
    assert all(Stage.CLOSED in MOVES[stage] for stage in Stage if stage is not Stage.CLOSED)
    assert Stage.WAITING in MOVES[Stage.CLOSED]


def test_reports_show_both_clocks_and_a_pause_that_lasts_counts() -> None:
    strict = a_referral()
    paused = a_referral(paused_seconds=3600, paused_since=NOW - timedelta(hours=2))
    assert strict.adjusted_due_at(NOW) == strict.due_at
    assert paused.adjusted_due_at(NOW) == paused.due_at + timedelta(hours=3)
