"""Quiet hours, cadence, a freeze, and what is no longer true: asked when a letter is queued, and again at its claim."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from casework_cast import NOW, a_referral

from mailbot.casework.mails.release import Verdict, WaitingMail, judge
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.sending import unasked_at
from mailbot.clock import london

POLICY = Policy()
NIGHT = NOW.replace(hour=23)


def waiting(**changes: Any) -> WaitingMail:
    told: dict[str, Any] = {
        "party": Party.FAMILY, "is_answer": False, "despite_freeze": False, "frozen": False, "suppressed": False,
        "stale": False, "use_by": NOW + timedelta(days=7),
    }  # fmt: skip
    return WaitingMail(**(told | changes))


@pytest.mark.parametrize(
    ("changes", "now", "verdict"),
    [
        ({}, NOW, Verdict.GO),
        ({}, NIGHT, Verdict.WAIT),
        ({"party": Party.VOLUNTEER}, NIGHT, Verdict.WAIT),
        ({"party": Party.STAFF}, NIGHT, Verdict.GO),
        ({"is_answer": True}, NIGHT, Verdict.GO),
        ({"frozen": True}, NOW, Verdict.CANCEL),
        ({"frozen": True, "is_answer": True}, NOW, Verdict.CANCEL),
        ({"frozen": True, "despite_freeze": True}, NOW, Verdict.GO),
        ({"frozen": True, "party": Party.STAFF}, NOW, Verdict.GO),
        ({"suppressed": True}, NOW, Verdict.CANCEL),
        ({"suppressed": True, "party": Party.STAFF}, NOW, Verdict.GO),
        ({"stale": True}, NOW, Verdict.CANCEL),
        ({"use_by": NOW}, NOW, Verdict.CANCEL),
    ],
)
def test_a_waiting_letter_goes_waits_or_is_cancelled(changes: dict[str, Any], now: Any, verdict: Verdict) -> None:
    judgement = judge(waiting(**changes), POLICY, now)
    assert judgement.verdict is verdict
    assert bool(judgement.reason) is (verdict is not Verdict.GO)


def test_what_waits_for_the_morning_goes_at_nine() -> None:
    until = judge(waiting(), POLICY, NIGHT).until
    assert until is not None
    assert london(until).hour == 9


@pytest.mark.parametrize(
    ("earlier_days", "waits_days"),
    [((), 0), ((0,), 1), ((1,), 0), ((1, 2), 5), ((0, 3), 4), ((6, 8), 0)],
)
def test_a_family_gets_two_unasked_letters_a_week_and_never_two_a_day(
    earlier_days: tuple[int, ...], waits_days: int
) -> None:
    earlier = tuple(NOW - timedelta(days=days) for days in earlier_days)
    at = unasked_at(a_referral(last_unasked_at=earlier), NOW, POLICY)
    assert (london(at).date() - london(NOW).date()).days == waits_days
