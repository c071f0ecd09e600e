"""Volunteers: added, changed, listed; each with what they carry now and whom they are not to be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, insert, select, union
from sqlalchemy import update as change
from sqlalchemy.exc import IntegrityError

from mailbot.casework.people import Absence, Credential, Volunteer
from mailbot.casework.snapshot import OfferState
from mailbot.records import tables
from mailbot.records.errors import RecordsError
from mailbot.records.lookups import MATCH, OFFER, REFERRAL, batches, fixed, table
from mailbot.records.store import Tx
from mailbot.records.volunteer_csv import BadCell, BadRows, NewVolunteer, import_csv, text_of
from mailbot.weekly_hours import WeeklyHours

__all__ = [
    "AddressTaken", "BadCell", "BadRows", "NewVolunteer", "NoSuchVolunteer", "VolunteerChange", "add", "add_all",
    "import_csv", "list_volunteers", "show", "text_of", "update", "volunteers_by_id",
]  # fmt: skip

VOLUNTEER = table(tables.VolunteerRow)
CREDENTIAL = table(tables.CredentialRow)
ABSENCE = table(tables.AbsenceRow)
EXCLUSION = table(tables.ExclusionRow)
PROPOSED = table(tables.ProposedRow)
NOT_AGAIN = (OfferState.DECLINED, OfferState.LAPSED)


class AddressTaken(RecordsError):
    """Another volunteer has this address: each address once."""


class NoSuchVolunteer(RecordsError):
    """No volunteer has this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerChange:
    """What staff put right; a field left at None stays as it is. ``credentials`` change only the kinds they name."""

    name: str | None = None
    address: str | None = None
    languages: tuple[str, ...] | None = None
    gender: str | None = None
    hours: WeeklyHours | None = None
    capacity: int | None = None
    credentials: tuple[tuple[Credential, date], ...] = ()
    lived_experience: bool | None = None
    prisons: tuple[str, ...] | None = None
    absences: tuple[Absence, ...] | None = None
    paused: bool | None = None
    undeliverable: bool | None = None


def add(tx: Tx, new: NewVolunteer, now: datetime) -> int:
    """The new volunteer's id. Raises ``AddressTaken``."""
    if _taken(tx, new.address):
        raise AddressTaken("a volunteer with this address is there already")
    values = {
        "name": new.name,
        "address": new.address,
        "address_fingerprint": tx.vault.fingerprint(new.address),
        "languages": new.languages,
        "gender": new.gender,
        "hours": new.hours,
        "capacity": new.capacity,
        "lived_experience": new.lived_experience,
        "prisons": new.prisons,
        "wishes": new.wishes or None,
        "paused": new.paused,
        "undeliverable": new.undeliverable,
        "added_at": now,
    }
    try:
        key = tx.session.execute(insert(VOLUNTEER).values(values).returning(VOLUNTEER.c.id)).scalar_one()
    except IntegrityError:
        raise AddressTaken("a volunteer with this address is there already") from None
    _set_credentials(tx, key, new.credentials)
    _set_absences(tx, key, new.absences)
    for referral_id in sorted(new.excluded):
        tx.session.execute(insert(EXCLUSION).values(volunteer_id=key, referral_id=referral_id, made_at=now))
    return int(key)


def add_all(tx: Tx, news: Sequence[NewVolunteer], now: datetime) -> list[int]:
    """All of an imported file, or ``BadRows`` naming every line whose address is taken; then none is added."""
    faults = [
        BadCell(one.line, "email", "a volunteer with this address is there already", "each address once")
        for one in news
        if _taken(tx, one.address)
    ]
    known = set(
        tx.session.scalars(select(REFERRAL.c.id).where(REFERRAL.c.id.in_({i for n in news for i in n.excluded})))
    )
    faults += [
        BadCell(one.line, "excluded", "there is no such reference", "references that exist, like R-1042")
        for one in news
        if not one.excluded <= known
    ]
    if faults:
        raise BadRows(faults)
    return [add(tx, one, now) for one in news]


def update(tx: Tx, volunteer_id: int, told: VolunteerChange) -> None:
    """Raises ``NoSuchVolunteer`` or ``AddressTaken``. Bumps the version, so that rendered mail is looked at again."""
    names = (
        "name",
        "languages",
        "gender",
        "hours",
        "capacity",
        "lived_experience",
        "prisons",
        "paused",
        "undeliverable",
    )
    values = {name: getattr(told, name) for name in names if getattr(told, name) is not None}
    if told.address is not None:
        if _taken(tx, told.address) not in (None, volunteer_id):
            raise AddressTaken("a volunteer with this address is there already")
        values |= {"address": told.address, "address_fingerprint": tx.vault.fingerprint(told.address)}
    values["version"] = VOLUNTEER.c.version + 1
    done = tx.session.execute(
        change(VOLUNTEER).where(VOLUNTEER.c.id == volunteer_id).values(values).returning(VOLUNTEER.c.id)
    )
    if done.one_or_none() is None:
        raise NoSuchVolunteer(f"there is no volunteer {volunteer_id}")
    _set_credentials(tx, volunteer_id, told.credentials)
    if told.absences is not None:
        _set_absences(tx, volunteer_id, told.absences)


def exclude(tx: Tx, volunteer_id: int, referral_id: int, now: datetime) -> None:
    """Record that the two are never to be matched; recording it again changes nothing. Raises ``NoSuchVolunteer``."""
    there = select(EXCLUSION.c.volunteer_id).where(
        EXCLUSION.c.volunteer_id == volunteer_id, EXCLUSION.c.referral_id == referral_id
    )
    if show(tx, volunteer_id) is None:
        raise NoSuchVolunteer(f"there is no volunteer {volunteer_id}")
    if tx.session.execute(there).one_or_none() is None:
        values = {"volunteer_id": volunteer_id, "referral_id": referral_id, "made_at": now}
        tx.session.execute(insert(EXCLUSION).values(values))


def list_volunteers(tx: Tx) -> tuple[Volunteer, ...]:
    """All of them, by id."""
    return _volunteers(tx, None)


def show(tx: Tx, volunteer_id: int) -> Volunteer | None:
    return volunteers_by_id(tx, [volunteer_id]).get(volunteer_id)


def volunteers_by_id(tx: Tx, ids: Iterable[int]) -> dict[int, Volunteer]:
    return {one.id: one for some in batches(ids) for one in _volunteers(tx, some)}


def _volunteers(tx: Tx, ids: Sequence[int] | None) -> tuple[Volunteer, ...]:
    """These (None: all), by id, with credentials, absences, exclusions, past and refusals: six queries however many."""
    found, credentials, absences, exclusions, past, refusals = (
        tx.session.execute(query, {"ids": ids} if ids is not None else {}).all() for query in _asked(ids is not None)
    )
    until: dict[int, list[tuple[Credential, date]]] = {}
    for row in credentials:
        until.setdefault(row.volunteer_id, []).append((row.kind, row.until))
    away: dict[int, list[Absence]] = {}
    for row in absences:
        away.setdefault(row.volunteer_id, []).append(Absence(row.from_day, row.until_day))
    excluded, met, refused = _referrals_of(exclusions), _referrals_of(past), _referrals_of(refusals)
    return tuple(
        Volunteer(
            id=row.id,
            name=row.name,
            address=row.address,
            languages=row.languages,
            gender=row.gender,
            hours=row.hours,
            capacity=row.capacity,
            open_matches=row.open_matches,
            open_offers=row.open_offers,
            credentials=tuple(until.get(row.id, ())),
            absences=tuple(away.get(row.id, ())),
            lived_experience=row.lived_experience,
            paused=row.paused,
            undeliverable=row.undeliverable,
            excluded_referrals=excluded.get(row.id, frozenset()),
            past_referrals=met.get(row.id, frozenset()),
            refused_referrals=refused.get(row.id, frozenset()),
            last_offered_at=row.last_offered_at,
            prisons=row.prisons,
            wishes=row.wishes or "",
            version=row.version,
        )
        for row in found
    )


def _referrals_of(found: Iterable[Any]) -> dict[int, frozenset[int]]:
    gathered: dict[int, set[int]] = {}
    for row in found:
        gathered.setdefault(row.volunteer_id, set()).add(row.referral_id)
    return {key: frozenset(ids) for key, ids in gathered.items()}


@lru_cache(maxsize=2)
def _asked(some: bool) -> tuple[Select[Any], ...]:
    """The six queries, of some ids or of all. Built once: building them takes longer than answering them."""

    def of(query: Select[Any], column: ColumnElement[int]) -> Select[Any]:
        return query.where(column.in_(bindparam("ids", expanding=True))) if some else query

    declined = select(OFFER.c.volunteer_id, OFFER.c.referral_id).where(OFFER.c.state.in_(NOT_AGAIN))
    ended = select(MATCH.c.volunteer_id, MATCH.c.referral_id).where(MATCH.c.ended_at.is_not(None))
    met = union(of(declined, OFFER.c.volunteer_id), of(ended, MATCH.c.volunteer_id)).subquery("met")
    then, any_time = REFERRAL.alias("then"), REFERRAL.alias("any_time")
    every_referral_of_the_person = (
        select(met.c.volunteer_id, any_time.c.id.label("referral_id"))
        .join(then, then.c.id == met.c.referral_id)
        .join(any_time, any_time.c.person_id == then.c.person_id)
    )
    return (
        of(select(VOLUNTEER, *_load()), VOLUNTEER.c.id).order_by(VOLUNTEER.c.id),
        of(select(CREDENTIAL), CREDENTIAL.c.volunteer_id).order_by(CREDENTIAL.c.kind),
        of(select(ABSENCE), ABSENCE.c.volunteer_id).order_by(ABSENCE.c.from_day),
        of(select(EXCLUSION.c.volunteer_id, EXCLUSION.c.referral_id), EXCLUSION.c.volunteer_id),
        every_referral_of_the_person,
        of(
            select(PROPOSED.c.volunteer_id, PROPOSED.c.referral_id).where(PROPOSED.c.refused_at.is_not(None)),
            PROPOSED.c.volunteer_id,
        ),
    )


def _load() -> tuple[ColumnElement[int], ColumnElement[int]]:
    """What each carries now, from the partial indexes that reserve capacity."""
    matches = select(func.count()).where(MATCH.c.volunteer_id == VOLUNTEER.c.id, MATCH.c.ended_at.is_(None))
    is_open = OFFER.c.state == fixed(OFFER.c.state, OfferState.OPEN)
    offers = select(func.count()).where(OFFER.c.volunteer_id == VOLUNTEER.c.id, is_open)
    return matches.scalar_subquery().label("open_matches"), offers.scalar_subquery().label("open_offers")


def _taken(tx: Tx, address: str) -> int | None:
    """Whose address it is, by any hash key that is still in use."""
    query = select(VOLUNTEER.c.id).where(VOLUNTEER.c.address_fingerprint.in_(tx.vault.fingerprints(address)))
    return tx.session.execute(query).scalar_one_or_none()


def _set_credentials(tx: Tx, volunteer_id: int, credentials: Iterable[tuple[Credential, date]]) -> None:
    until = dict(credentials)
    if until:
        old = delete(CREDENTIAL).where(CREDENTIAL.c.volunteer_id == volunteer_id, CREDENTIAL.c.kind.in_(until))
        tx.session.execute(old)
        new = [{"volunteer_id": volunteer_id, "kind": kind, "until": last} for kind, last in until.items()]
        tx.session.execute(insert(CREDENTIAL), new)


def _set_absences(tx: Tx, volunteer_id: int, absences: Iterable[Absence]) -> None:
    old = delete(ABSENCE).where(ABSENCE.c.volunteer_id == volunteer_id)
    tx.session.execute(old)
    new = [{"volunteer_id": volunteer_id, "from_day": one.from_, "until_day": one.until} for one in absences]
    if new:
        tx.session.execute(insert(ABSENCE), new)
