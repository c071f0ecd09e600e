"""What a claim must know of each waiting letter: freeze, suppression, and whether what it rests on has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table, select

from mailbot.casework.about import About, Entity
from mailbot.casework.mails.release import MAY_GROW_MOOT, WaitingMail, is_moot
from mailbot.casework.people import Party
from mailbot.casework.touchpoints import JoiningAsked, JoiningAskedAgain, StaffReply
from mailbot.records import tables
from mailbot.records.lookups import (
    CONCERN,
    LETTER,
    MATCH,
    OFFER,
    REFERRAL,
    batches,
    referrals,
    rows,
    table,
    unasked_sent,
)
from mailbot.records.store import Tx

SUPPRESSION = table(tables.SuppressionRow)
BY_THEIR_ADDRESS = frozenset({StaffReply.template(), JoiningAsked.template(), JoiningAskedAgain.template()})
VERSIONED: dict[Entity, Table] = {
    Entity.REFERRAL: REFERRAL,
    Entity.OFFER: OFFER,
    Entity.MATCH: MATCH,
    Entity.VOLUNTEER: table(tables.VolunteerRow),
}


def waiting_mails(tx: Tx, asked: Sequence[Any], now: datetime) -> dict[int, WaitingMail]:
    """By id of the outgoing row. A handful of queries, however many there are."""
    frozen_referrals = _open_concerns(tx, "referral_id", (row.referral_id for row in asked))
    about_letters = {row.id: row.letter_id or row.answers_letter for row in asked if row.referral_id is None}
    frozen_letters = _open_concerns(tx, "letter_id", about_letters.values())
    fingerprints = {row.id: tx.vault.fingerprints(row.address) for row in asked if row.party is not Party.STAFF}
    suppressed = _suppressed(tx, {one for some in fingerprints.values() for one in some})
    worried = _at_risk(tx, {one for row in asked if _by_address(row) for one in fingerprints.get(row.id, ())})
    moot = _told_or_spoken(tx, asked, now)
    unasked = unasked_sent(tx, {row.referral_id for row in asked if _counts(row)}, now)
    versions = _versions(tx, {about for row in asked for about, _ in _rests_on(row)})
    return {
        row.id: WaitingMail(
            party=row.party,
            is_answer=row.is_answer,
            despite_freeze=row.despite_freeze,
            frozen=row.referral_id in frozen_referrals
            or about_letters.get(row.id) in frozen_letters
            or (_by_address(row) and not worried.isdisjoint(fingerprints.get(row.id, ()))),
            suppressed=not suppressed.isdisjoint(fingerprints.get(row.id, ())),
            stale=any(versions.get(about) != version for about, version in _rests_on(row)),
            use_by=row.use_by,
            moot=row.id in moot,
            unasked_at=unasked.get(row.referral_id, ()) if _counts(row) else None,
        )
        for row in asked
    }


def _counts(row: Any) -> bool:
    """Is it bound by the cadence?"""
    return bool(row.unasked and row.party is Party.FAMILY and row.referral_id is not None)


def _told_or_spoken(tx: Tx, asked: Sequence[Any], now: datetime) -> set[int]:
    """Of those that ask for what is missing, or apologise for the week: those whose reason is gone."""
    doubtful = [row for row in asked if row.touchpoint in MAY_GROW_MOOT and row.referral_id is not None]
    if not doubtful:
        return set()
    found = referrals(tx, REFERRAL.c.id.in_(sorted({row.referral_id for row in doubtful})), now=now)
    known = {one.id: one for one in found}
    return {row.id for row in doubtful if is_moot(row.touchpoint, known[row.referral_id])}


def _rests_on(row: Any) -> list[tuple[About, int]]:
    return [(About(Entity(entity), key), version) for entity, key, version in row.rests_on]


def _open_concerns(tx: Tx, column: str, ids: Iterable[int | None]) -> set[int]:
    key = CONCERN.c[column]
    found: set[int] = set()
    for some in batches(one for one in ids if one is not None):
        found |= {row[0] for row in rows(tx, select(key).where(key.in_(some), CONCERN.c.resolved_at.is_(None)))}
    return found


def _by_address(row: Any) -> bool:
    """What hangs on no referral and may wait: meanwhile any letter of theirs may raise a concern."""
    return bool(row.touchpoint in BY_THEIR_ADDRESS)


def _at_risk(tx: Tx, fingerprints: set[bytes]) -> set[bytes]:
    """Those addresses from which some letter came about which a concern is open."""
    if not fingerprints:
        return set()
    query = select(LETTER.c.sender_fingerprint).join(CONCERN, CONCERN.c.letter_id == LETTER.c.id)
    query = query.where(CONCERN.c.resolved_at.is_(None), LETTER.c.sender_fingerprint.in_(sorted(fingerprints)))
    return {row.sender_fingerprint for row in rows(tx, query)}


def _suppressed(tx: Tx, fingerprints: set[bytes]) -> set[bytes]:
    if not fingerprints:
        return set()
    query = select(SUPPRESSION.c.fingerprint).where(SUPPRESSION.c.fingerprint.in_(sorted(fingerprints)))
    return {row.fingerprint for row in rows(tx, query)}


def _versions(tx: Tx, abouts: set[About]) -> dict[About, int]:
    """A row that is gone has no version, so what rests on it is stale. So is what rests on a kind without versions."""
    found: dict[About, int] = {}
    for entity, where in VERSIONED.items():
        for some in batches(about.id for about in abouts if about.entity is entity):
            query = select(where.c.id, where.c.version).where(where.c.id.in_(some))
            found |= {About(entity, row.id): row.version for row in rows(tx, query)}
    return found
