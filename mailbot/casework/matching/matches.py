"""The end of a match: nothing more is asked or sent about it, and whoever has the number deletes it (never 3)."""

from __future__ import annotations

from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, CancelMail, EndMatch, Settle
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral
from mailbot.casework.sending import to_volunteer
from mailbot.casework.snapshot import Ids, Match, Office
from mailbot.casework.touchpoints import CallPaused, MatchEnded

REPORTS = (PromiseKind.FIRST_CALL, PromiseKind.ATTEMPT, PromiseKind.NEXT_CALL)
PROMISES = (PromiseKind.FAMILY_TOLD, *REPORTS)


def end_match(
    match: Match, referral: Referral, *, reason: str, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """``reason`` is a short code. The volunteer is told even while a concern is open: it reveals nothing."""
    about = About(Entity.MATCH, match.id)
    actions: list[Action] = [
        EndMatch(match_id=match.id, reason=reason),
        CancelMail(about=about, reason=reason),
        *(Settle(kind=kind, about=about, outcome=reason) for kind in PROMISES),
    ]
    if match.briefed_at:
        words = MatchEnded(first_name=match.volunteer.first_name, reference=referral.reference)
        actions.append(
            to_volunteer(
                words, volunteer=match.volunteer, about=about, referral_id=referral.id, ids=ids, now=now,
                policy=office.policy, despite_freeze=True,
            )
        )  # fmt: skip
    return actions


def pause_calls(
    match: Match, referral: Referral, *, cause: str, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Please do not call until we write again: the number they hold is not to be used any more (never 9)."""
    words = CallPaused(first_name=match.volunteer.first_name, reference=referral.reference)
    return [
        to_volunteer(
            words, volunteer=match.volunteer, about=About(Entity.MATCH, match.id), referral_id=referral.id, ids=ids,
            now=now, policy=office.policy, occurrence=cause, despite_freeze=True,
        )
    ]  # fmt: skip
