"""Those who would like to volunteer, as rows: what they told is one encrypted value, what schedules nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from mailbot.casework.newcomers import AddressKnown, Joining, JoiningState
from mailbot.casework.people import Credential
from mailbot.records import tables
from mailbot.records.lookups import ADDRESS, CONCERN, LETTER, REFERRAL, rows, table
from mailbot.records.releasing import SUPPRESSION
from mailbot.records.store import Tx
from mailbot.weekly_hours import WeeklyHours

JOINING = table(tables.JoiningRow)
PERSON_ADDRESS = table(tables.PersonAddressRow)


def joining(tx: Tx, joining_id: int | None) -> Joining | None:
    return next(iter(_joinings(tx, JOINING.c.id == joining_id)), None) if joining_id is not None else None


def joining_of_task(tx: Tx, task_id: int) -> Joining | None:
    return next(iter(_joinings(tx, JOINING.c.task_id == task_id)), None)


def open_joinings(tx: Tx) -> tuple[Joining, ...]:
    """Oldest first."""
    return _joinings(tx, JOINING.c.ended_at.is_(None))


def address_known(tx: Tx, address: str) -> AddressKnown:
    """As whose the address is known, by any hash key that is still in use."""
    prints = tx.vault.fingerprints(address)
    ids = select(ADDRESS.c.id).where(ADDRESS.c.fingerprint.in_(prints))
    family = or_(exists().where(PERSON_ADDRESS.c.address_id.in_(ids)), exists().where(REFERRAL.c.address_id.in_(ids)))
    referrer = exists().where(REFERRAL.c.referrer_address_id.in_(ids))
    suppressed = exists().where(SUPPRESSION.c.fingerprint.in_(prints))
    query = select(family.label("family"), referrer.label("referrer"), suppressed.label("suppressed"))
    row = tx.session.execute(query).one()
    return AddressKnown(address, bool(row.family), bool(row.referrer), bool(row.suppressed))


def values_of(one: Joining) -> dict[str, Any]:
    """The columns, but for the id, the fingerprint and the version."""
    return {
        "name": one.name,
        "address": one.address,
        "state": one.state,
        "asked_by": one.asked_by,
        "made_at": one.made_at,
        "ended_at": one.ended_at,
        "told": _told(one),
        "task_id": one.task_id,
        "letter_id": one.letter_id,
        "volunteer_id": one.volunteer_id,
    }


def _joinings(tx: Tx, where: ColumnElement[bool]) -> tuple[Joining, ...]:
    found: Sequence[Any] = rows(tx, select(JOINING).where(where).order_by(JOINING.c.id))
    worrying = _with_a_concern(tx, found)
    return tuple(
        Joining(
            id=row.id,
            name=row.name,
            address=row.address,
            asked_by=row.asked_by,
            made_at=row.made_at,
            ended_at=row.ended_at,
            state=JoiningState(row.state),
            task_id=row.task_id,
            letter_id=row.letter_id,
            volunteer_id=row.volunteer_id,
            version=row.version,
            worrying=row.id in worrying,
            known=address_known(tx, row.address),
            **_from_told(row.told),
        )
        for row in found
    )


def _with_a_concern(tx: Tx, found: Sequence[Any]) -> set[int]:
    """Those of whose letters any, not only the latest, has an open concern."""
    if not found:
        return set()
    prints = {row.id: frozenset(tx.vault.fingerprints(row.address)) for row in found}
    query = (
        select(LETTER.c.id, LETTER.c.sender_fingerprint)
        .join(CONCERN, CONCERN.c.letter_id == LETTER.c.id)
        .where(
            CONCERN.c.resolved_at.is_(None),
            or_(
                LETTER.c.id.in_([row.letter_id for row in found if row.letter_id is not None]),
                LETTER.c.sender_fingerprint.in_(sorted({one for some in prints.values() for one in some})),
            ),
        )
    )
    worrying = rows(tx, query)
    letters, senders = {row.id for row in worrying}, {row.sender_fingerprint for row in worrying}
    return {row.id for row in found if row.letter_id in letters or not prints[row.id].isdisjoint(senders)}


def _told(one: Joining) -> dict[str, Any]:
    return {
        "asked": list(one.asked),
        "asked_again": one.asked_again,
        "nudged": one.nudged,
        "hours": one.hours.to_json() if one.hours else None,
        "languages": list(one.languages),
        "capacity": one.capacity,
        "prisons": None if one.prisons is None else list(one.prisons),
        "credentials": {kind.value: day.isoformat() for kind, day in one.credentials},
        "confirmed": [kind.value for kind in one.confirmed],
        "not_yet": [kind.value for kind in one.not_yet],
        "unclear": list(one.unclear),
        "wishes": one.wishes,
        "gender": one.gender,
        "lived_experience": one.lived_experience,
        "note": one.note,
        "conflict_accepted": one.conflict_accepted,
    }


def _from_told(told: dict[str, Any]) -> dict[str, Any]:
    dates = {Credential(kind): date.fromisoformat(day) for kind, day in told["credentials"].items()}
    return told | {
        "asked": tuple(told["asked"]),
        "hours": WeeklyHours.from_json(told["hours"]) if told["hours"] else None,
        "languages": tuple(told["languages"]),
        "prisons": None if told["prisons"] is None else tuple(told["prisons"]),
        "credentials": tuple((kind, dates[kind]) for kind in Credential if kind in dates),
        "confirmed": tuple(Credential(kind) for kind in told["confirmed"]),
        "not_yet": tuple(Credential(kind) for kind in told["not_yet"]),
        "unclear": tuple(told["unclear"]),
    }
