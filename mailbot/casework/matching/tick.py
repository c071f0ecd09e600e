"""One matching tick: the proposals of the matcher become offers (design rule 10)."""

from __future__ import annotations

from datetime import datetime

from mailbot.casework.actions import Action
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.matching.matcher import match
from mailbot.casework.matching.offers import make_offer
from mailbot.casework.matching.proposals import decide_proposals
from mailbot.casework.snapshot import Board, Ids, Office, TaskReason


def decide_matching(board: Board, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """An offer for everyone who can be matched now; what only looks like a conflict is shown to staff. Where staff
    approve, it is proposed to them first."""
    if office.policy.matching_approval == "staff":
        return decide_proposals(board, office, now, ids)
    proposals, _ = match(board, office.policy, now)
    actions: list[Action] = []
    for one in proposals:
        actions += make_offer(
            one.referral, one.volunteer, office=office, now=now, ids=ids, reasons=one.reasons,
            passed_over=one.passed_over,
        )  # fmt: skip
        if one.looks_like_conflict:
            actions += ask_staff(
                TaskReason.POSSIBLE_CONFLICT, office=office, ids=ids, now=now, referral=one.referral,
                volunteer=one.volunteer,
            )  # fmt: skip
    return actions
