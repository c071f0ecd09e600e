"""Who may be offered whom, and why not: the hard rules of matching, one named reason each (design rule 10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mailbot.casework.people import Credential, Volunteer, is_away
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Referral
from mailbot.clock import london

# In the order in which they are looked at; the first that applies is the reason told to staff.
WHY_NOT = {
    "paused": "is resting from befriending",
    "undeliverable": "cannot be reached by email",
    "not in date": "a DBS check or training is not in date through the first month",
    "no room": "has as many people as they can take",
    "away": "is away",
    "excluded": "is never to be matched with this person",
    "together before": "was asked about this person, or supported them, before",
    "staff said no": "staff said no to the two together",
    "no shared language": "no language in common",
    "gender wish": "the person wished for a woman or a man",
    "hours not known": "has not told us when they can call",
    "too little overlap": "their hours hardly meet",
}


def why_not(volunteer: Volunteer, referral: Referral, policy: Policy, now: datetime) -> str | None:
    """The first hard rule that forbids the offer, as a key of ``WHY_NOT``; None when nothing does."""
    return unfit(volunteer, policy, now) or mismatch(volunteer, referral, policy, now)


def all_faults(volunteer: Volunteer, referral: Referral, policy: Policy, now: datetime) -> list[str]:
    """Every hard rule that forbids the offer: what staff may set aside must not hide what they may not."""
    return [*_unfit(volunteer, policy, now), *_mismatches(volunteer, referral, policy)]


def unfit(volunteer: Volunteer, policy: Policy, now: datetime) -> str | None:
    """Rules about the volunteer alone."""
    return next(_unfit(volunteer, policy, now), None)


def mismatch(volunteer: Volunteer, referral: Referral, policy: Policy, now: datetime) -> str | None:
    """Rules about the two together."""
    return next(_mismatches(volunteer, referral, policy), None)


def not_yet_matchable(referral: Referral, policy: Policy, now: datetime) -> str | None:
    """Why nobody is looked for yet, for this referral; None when it may be matched."""
    if not referral.phones:
        return "no number to call"
    if referral.hours is None and now - referral.received_at < timedelta(days=policy.hours_unknown_blocks_days):
        return "waiting for their times"
    return None


def in_date(volunteer: Volunteer, policy: Policy, now: datetime) -> bool:
    """All four credentials in date through the first month."""
    needed = london(now).date() + timedelta(days=policy.in_date_through_days)
    held = dict(volunteer.credentials)
    return all(one in held and held[one] >= needed for one in Credential)


def overlap_minutes(volunteer: Volunteer, referral: Referral) -> int:
    """Minutes a week in which both can; 0 when either is unknown."""
    if volunteer.hours is None or referral.hours is None:
        return 0
    return (volunteer.hours & referral.hours).minutes


def looks_like_conflict(volunteer: Volunteer, referral: Referral) -> bool:
    """Same surname and a prison they have to do with, or that prison at all: shown to staff, never decided by rule."""
    same_prison = bool(referral.prison and referral.prison.casefold() in {one.casefold() for one in volunteer.prisons})
    return same_prison or (_same_surname(volunteer.name, referral.name) and bool(referral.prison and volunteer.prisons))


def _same_surname(one: str, other: str | None) -> bool:
    a, b = one.split(), (other or "").split()
    return len(a) > 1 and len(b) > 1 and a[-1].casefold() == b[-1].casefold()


def _against_gender_wish(volunteer: Volunteer, referral: Referral) -> bool:
    wants_woman = "female_volunteer" in referral.preferences and volunteer.gender != "female"
    wants_man = "male_volunteer" in referral.preferences and volunteer.gender != "male"
    return wants_woman or wants_man


def _unfit(volunteer: Volunteer, policy: Policy, now: datetime) -> Iterator[str]:
    if volunteer.paused:
        yield "paused"
    if volunteer.undeliverable:
        yield "undeliverable"
    if not in_date(volunteer, policy, now):
        yield "not in date"
    if volunteer.room <= 0:
        yield "no room"
    if any(is_away(one, london(now).date()) for one in volunteer.absences):
        yield "away"


def _mismatches(volunteer: Volunteer, referral: Referral, policy: Policy) -> Iterator[str]:
    if referral.id in volunteer.excluded_referrals:
        yield "excluded"
    if referral.id in volunteer.past_referrals:
        yield "together before"
    if referral.id in volunteer.refused_referrals:
        yield "staff said no"
    if not set(volunteer.languages) & set(referral.spoken_languages):
        yield "no shared language"
    if _against_gender_wish(volunteer, referral):
        yield "gender wish"
    if volunteer.hours is None:
        yield "hours not known"
    elif referral.hours is not None and overlap_minutes(volunteer, referral) < policy.overlap_least_minutes:
        yield "too little overlap"
