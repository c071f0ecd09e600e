"""Carries out what is decided about offers, matches and calls."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, func, or_, select, update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Briefed,
    EndMatch,
    FamilyTold,
    MakeMatch,
    MakeOffer,
    PauseVolunteer,
    RecordCall,
    ResumeVolunteer,
    SettleOffer,
    StartOfferWindow,
    VolunteerReachable,
    VolunteerUndeliverable,
)
from mailbot.casework.snapshot import OfferState
from mailbot.clock import london
from mailbot.reading.letter import CallOutcome
from mailbot.records.books import (
    ABSENCE,
    CALL,
    MATCH,
    OFFER,
    REFERRAL,
    SUPPRESSION,
    VOLUNTEER,
    Books,
    about_referral,
    codes,
)
from mailbot.records.errors import LedgerError, Taken
from mailbot.records.journal import Entry

SETTLES = {
    OfferState.OPEN: frozenset(OfferState) - {OfferState.OPEN},
    OfferState.LAPSED: frozenset({OfferState.ACCEPTED}),  # a late yes
}


def make_offer(books: Books, action: MakeOffer) -> Entry:
    """Raises ``Taken``. Both rows stay locked until the end, so that two workers cannot promise the same hour."""
    books.row(REFERRAL, action.referral_id)
    capacity = books.row(VOLUNTEER, action.volunteer_id, "capacity").capacity
    if _has_open_offer(books, action.referral_id) or _has_open_match(books, action.referral_id):
        raise Taken(f"referral {action.referral_id} is reserved already")
    if _load(books, action.volunteer_id) >= capacity:
        raise Taken(f"volunteer {action.volunteer_id} has no room left")
    books.insert(
        OFFER,
        id=action.offer_id,
        referral_id=action.referral_id,
        volunteer_id=action.volunteer_id,
        state=OfferState.OPEN,
        made_at=books.now,
        window_hours=action.window_hours,
        reasons=action.reasons,
        passed_over=[list(one) for one in action.passed_over],
    )
    books.change(VOLUNTEER, action.volunteer_id, last_offered_at=books.now)
    facts = {
        "volunteer": action.volunteer_id,
        "window_hours": action.window_hours,
        "reasons": list(action.reasons),
        "passed_over": [list(one) for one in action.passed_over],
    }
    return Entry(About(Entity.OFFER, action.offer_id), action.referral_id, facts)


def start_offer_window(books: Books, action: StartOfferWindow) -> Entry:
    row = books.change(OFFER, action.offer_id, ("referral_id",), sent_at=action.sent_at)
    return Entry(About(Entity.OFFER, action.offer_id), row.referral_id, codes(sent_at=action.sent_at))


def settle_offer(books: Books, action: SettleOffer) -> Entry:
    """Only an open offer is settled, or a lapsed one by a late yes; anything else raises ``LedgerError``."""
    about = About(Entity.OFFER, action.offer_id)
    row = books.row(OFFER, action.offer_id, "state", "referral_id", "volunteer_id")
    if action.state not in SETTLES.get(row.state, frozenset()):
        raise LedgerError(f"offer {action.offer_id} does not go from {row.state} to {action.state}")
    books.bump(OFFER, about, state=action.state, settled_at=books.now)
    if action.state is OfferState.LAPSED:
        lapsed = books.row(REFERRAL, row.referral_id, "lapsed_offers").lapsed_offers
        books.change(REFERRAL, row.referral_id, lapsed_offers=lapsed + 1)
    facts = {"from": row.state.value, "to": action.state.value, "volunteer": row.volunteer_id}
    return Entry(about, row.referral_id, facts)


def make_match(books: Books, action: MakeMatch) -> Entry:
    """Raises ``Taken`` when the referral has a match that has not ended."""
    books.row(REFERRAL, action.referral_id)
    books.row(OFFER, action.offer_id)
    if _has_open_match(books, action.referral_id):
        raise Taken(f"referral {action.referral_id} has a match already")
    books.insert(
        MATCH,
        id=action.match_id,
        offer_id=action.offer_id,
        referral_id=action.referral_id,
        volunteer_id=action.volunteer_id,
        made_at=books.now,
    )
    facts = {"volunteer": action.volunteer_id, "offer": action.offer_id}
    return Entry(About(Entity.MATCH, action.match_id), action.referral_id, facts)


def family_told(books: Books, action: FamilyTold) -> Entry:
    row = books.change(MATCH, action.match_id, ("referral_id",), family_told_at=action.at)
    return Entry(About(Entity.MATCH, action.match_id), row.referral_id, codes(at=action.at))


def briefed(books: Books, action: Briefed) -> Entry:
    row = books.change(MATCH, action.match_id, ("referral_id",), briefed_at=action.at)
    return Entry(About(Entity.MATCH, action.match_id), row.referral_id, codes(at=action.at))


def end_match(books: Books, action: EndMatch) -> Entry:
    about = About(Entity.MATCH, action.match_id)
    row = books.row(MATCH, action.match_id, "referral_id", "ended_at")
    if row.ended_at is not None:
        return Entry(about, row.referral_id, {"reason": action.reason, "was": "ended already"})
    books.bump(MATCH, about, ended_at=books.now, ended_reason=action.reason, next_call_at=None)
    return Entry(about, row.referral_id, {"reason": action.reason})


def record_call(books: Books, action: RecordCall) -> Entry:
    """What is told of a call outdates whatever waits to ask about it: the match's version grows."""
    books.insert(
        CALL,
        id=action.call_id,
        referral_id=action.referral_id,
        match_id=action.match_id,
        told_by=action.by,
        outcome=action.outcome,
        at=action.at,
        minutes=action.minutes,
        attempts=action.attempts,
        next_call_at=action.next_call_at,
        recorded_at=books.now,
    )
    spoke = action.outcome is CallOutcome.SPOKE
    if spoke and books.row(REFERRAL, action.referral_id, "first_contact_at").first_contact_at is None:
        books.change(REFERRAL, action.referral_id, first_contact_at=action.at)
    if action.match_id is not None:
        match = books.row(MATCH, action.match_id, "first_contact_at", "attempts")
        books.bump(
            MATCH, About(Entity.MATCH, action.match_id),
            first_contact_at=(match.first_contact_at or action.at) if spoke else match.first_contact_at,
            attempts=0 if spoke else match.attempts + action.attempts,
            next_call_at=action.next_call_at,
        )  # fmt: skip
    about = about_referral(action.referral_id)
    if action.match_id is not None:
        about = About(Entity.MATCH, action.match_id)
    facts = codes(
        call=action.call_id, by=action.by, outcome=action.outcome.value, at=action.at, minutes=action.minutes,
        attempts=None if spoke else action.attempts, next_call_at=action.next_call_at,
    )  # fmt: skip
    return Entry(about, action.referral_id, facts)


def volunteer_undeliverable(books: Books, action: VolunteerUndeliverable) -> Entry:
    about = About(Entity.VOLUNTEER, action.volunteer_id)
    books.bump(VOLUNTEER, about, undeliverable=True)
    return Entry(about, None, {})


def volunteer_reachable(books: Books, action: VolunteerReachable) -> Entry:
    about = About(Entity.VOLUNTEER, action.volunteer_id)
    books.bump(VOLUNTEER, about, undeliverable=False)
    return Entry(about, None, {})


def pause_volunteer(books: Books, action: PauseVolunteer) -> Entry:
    """Until a day: away from today on. Else resting until staff say otherwise."""
    about = About(Entity.VOLUNTEER, action.volunteer_id)
    if action.until is None:
        books.bump(VOLUNTEER, about, paused=True)
        return Entry(about, None, {})
    books.bump(VOLUNTEER, about)
    today = london(books.now).date()
    books.insert(ABSENCE, volunteer_id=action.volunteer_id, from_day=today, until_day=action.until)
    return Entry(about, None, codes(until=action.until))


def resume_volunteer(books: Books, action: ResumeVolunteer) -> Entry:
    """Absences that have begun end yesterday; those to come stay."""
    about = About(Entity.VOLUNTEER, action.volunteer_id)
    address = books.bump(VOLUNTEER, about, ("address",), paused=False).address
    today = london(books.now).date()
    theirs, begun = ABSENCE.c.volunteer_id == action.volunteer_id, ABSENCE.c.from_day <= today
    lasts = or_(ABSENCE.c.until_day.is_(None), ABSENCE.c.until_day >= today)
    books.connection.execute(delete(ABSENCE).where(theirs, ABSENCE.c.from_day == today, lasts))
    ended = update(ABSENCE).where(theirs, begun, lasts).values(until_day=today - timedelta(days=1))
    books.connection.execute(ended)
    books.connection.execute(
        SUPPRESSION.delete().where(SUPPRESSION.c.fingerprint.in_(books.tx.vault.fingerprints(address)))
    )
    return Entry(about, None, {})


def _has_open_offer(books: Books, referral_id: int) -> bool:
    return books.is_there(
        select(OFFER.c.id).where(OFFER.c.referral_id == referral_id, OFFER.c.state == OfferState.OPEN)
    )


def _has_open_match(books: Books, referral_id: int) -> bool:
    return books.is_there(select(MATCH.c.id).where(MATCH.c.referral_id == referral_id, MATCH.c.ended_at.is_(None)))


def _load(books: Books, volunteer_id: int) -> int:
    """Offers open and matches not ended: what the volunteer's capacity bounds."""
    offers = select(func.count()).where(OFFER.c.volunteer_id == volunteer_id, OFFER.c.state == OfferState.OPEN)
    matches = select(func.count()).where(MATCH.c.volunteer_id == volunteer_id, MATCH.c.ended_at.is_(None))
    counted = select(offers.scalar_subquery() + matches.scalar_subquery())
    return int(books.connection.execute(counted).scalar_one())
