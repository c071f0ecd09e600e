"""Mornings at the desk, as reports: what the digest's tests are about. It is Tuesday 10 March 2026, 8:00 in London."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from casework_cast import DILYS, EVENINGS, IN_DATE, a_referral, a_volunteer

from mailbot.casework.about import About, Entity
from mailbot.casework.people import Credential
from mailbot.casework.promises import Promise, PromiseKind
from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import Concern, DeskReport, Match, Offer, OfferState, Task, TaskReason

EIGHT = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
CARYS = a_volunteer(2, name="Carys Rees", languages=("en", "cy"), capacity=2)
BEN = a_volunteer(1, name="Ben Hale")
SIAN = a_volunteer(3, name="Siân O'Neill-Hughes", hours=EVENINGS)


def ago(**step: float) -> datetime:
    return EIGHT - timedelta(**step)


def a_report(**parts: Any) -> DeskReport:
    """A quiet morning but for the parts."""
    quiet: dict[str, Any] = {
        "referrals": (), "offers": (), "matches": (), "concerns": (), "tasks": (), "volunteers": (), "promises": (),
        "letters_since": 0, "spam_since": 0, "machines_since": 0, "set_aside": 0, "waiting_to_be_opened": 0,
        "history_letters": 0, "unsent": 0, "uncertain": 0, "refused_since": 0, "last_look_at": ago(minutes=1),
        "without_outcome": 0, "gaps": 0,
    }  # fmt: skip
    return DeskReport(**(quiet | parts))


def a_task(number: int, reason: TaskReason, **parts: Any) -> Task:
    told: dict[str, Any] = {"asked_at": ago(days=1), "assigned_to": DILYS.id}
    return Task(id=number, reason=reason, **(told | parts))


def a_concern(number: int, **parts: Any) -> Concern:
    told: dict[str, Any] = {"referral_id": None, "letter_id": number, "opened_at": ago(hours=2), "paged": 3}
    return Concern(id=number, **(told | parts))


def an_offer(number: int, referral_id: int, **parts: Any) -> Offer:
    told: dict[str, Any] = {
        "volunteer": CARYS, "state": OfferState.OPEN, "made_at": ago(hours=15), "window_hours": 24,
        "sent_at": ago(hours=15),
    }  # fmt: skip
    return Offer(id=number, referral_id=referral_id, **(told | parts))


def a_match(number: int, referral_id: int, **parts: Any) -> Match:
    told: dict[str, Any] = {"volunteer": CARYS, "made_at": ago(days=1), "briefed_at": ago(hours=20)}
    return Match(id=number, referral_id=referral_id, **(told | parts))


def a_promise(number: int, kind: PromiseKind, about: About, **parts: Any) -> Promise:
    told: dict[str, Any] = {"made_at": ago(days=2), "due_at": ago(hours=1), "next_step_at": ago(hours=1)}
    return Promise(id=number, kind=kind, about=about, **(told | parts))


def an_ordinary_morning() -> DeskReport:
    """A little of everything that the digest tells."""
    return a_report(
        referrals=(
            a_referral(1060, received_at=ago(days=2), frozen=True),
            a_referral(1061, received_at=ago(days=3), frozen=True, stage=Stage.MATCHED),
            a_referral(1042, received_at=ago(days=6, hours=16)),
            a_referral(1043, received_at=ago(days=5, hours=20), stage=Stage.OFFERED),
            a_referral(1051, received_at=ago(days=2), stage=Stage.OFFERED),
            a_referral(1052, received_at=ago(days=3), stage=Stage.MATCHED),
            a_referral(1053, received_at=ago(days=4), stage=Stage.CONFIRMING, referrer="professional"),
            a_referral(1054, received_at=ago(days=2), lapsed_offers=1),
            a_referral(1070, received_at=ago(hours=15)),
            a_referral(1055, received_at=ago(days=4), stage=Stage.MATCHED),
        ),
        concerns=(
            a_concern(1, referral_id=1060, urgent=True),
            a_concern(2, referral_id=1061, seen_by="owen", seen_at=ago(hours=14), opened_at=ago(hours=16)),
        ),
        offers=(an_offer(1, 1051), an_offer(2, 1043)),
        matches=(a_match(1, 1052), a_match(2, 1055), a_match(3, 1061)),
        tasks=(
            a_task(1, TaskReason.CONFIRM_PERSON, referral_id=1053, assigned_to="owen"),
            a_task(2, TaskReason.UNCLEAR_LETTER, letter_id=17),
            a_task(3, TaskReason.CALL_NOT_REPORTED, referral_id=1055, match_id=2),
        ),
        volunteers=(
            BEN,
            CARYS,
            a_volunteer(4, name="Dora Kemble", credentials=((Credential.DBS, date(2026, 3, 31)), *IN_DATE[1:])),
        ),
        promises=(
            a_promise(1, PromiseKind.OFFER_ANSWER, About(Entity.OFFER, 1), due_at=EIGHT + timedelta(hours=9)),
            a_promise(2, PromiseKind.FIRST_CALL, About(Entity.MATCH, 2), step=1),
        ),
        letters_since=9,
        machines_since=2,
        spam_since=1,
    )


def a_bad_morning() -> DeskReport:
    """Three hundred open things."""
    reasons = (
        TaskReason.UNCLEAR_LETTER, TaskReason.ESSENTIALS_MISSING, TaskReason.NEEDS_ASSIGNING,
        TaskReason.CALL_NOT_REPORTED, TaskReason.VOLUNTEER_LETTER,
    )  # fmt: skip
    return a_report(
        referrals=(
            *(a_referral(1000 + one, received_at=ago(days=8, minutes=one)) for one in range(1, 31)),
            *(a_referral(1100 + one, received_at=ago(days=2, minutes=one)) for one in range(1, 101)),
            *(a_referral(1300 + one, received_at=ago(hours=one), stage=Stage.OFFERED) for one in range(1, 15)),
        ),
        concerns=tuple(a_concern(one, letter_id=one, opened_at=ago(hours=one)) for one in range(1, 31)),
        offers=tuple(an_offer(one, 1300 + one) for one in range(1, 15)),
        tasks=tuple(a_task(one, reasons[one % 5], referral_id=1100 + one) for one in range(1, 101)),
        volunteers=(
            BEN,
            *(a_volunteer(10 + one, name=f"Nia Parry{'x' * one}", credentials=IN_DATE[:2]) for one in range(30)),
        ),
        uncertain=2,
    )
