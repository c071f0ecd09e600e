"""Carries out what is decided about who joins as a volunteer, and until when checks and trainings are in date."""

from __future__ import annotations

from sqlalchemy import update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import AddVolunteer, KeepJoining, SetCredentials
from mailbot.casework.newcomers import Joining
from mailbot.records import volunteer_rows
from mailbot.records.books import Books, codes
from mailbot.records.errors import LedgerError, Taken
from mailbot.records.joining_rows import JOINING, values_of
from mailbot.records.journal import Entry
from mailbot.records.volunteer_csv import NewVolunteer
from mailbot.records.volunteer_rows import VolunteerChange


def keep_joining(books: Books, action: KeepJoining) -> Entry:
    """Raises ``Taken`` when it was changed since it was read: whoever decided must look again."""
    one = action.joining
    _write(books, one)
    facts = codes(
        state=one.state.value, asked=len(one.asked), missing=",".join(one.missing), letter=one.letter_id,
        confirmed=",".join(kind.value for kind in one.confirmed), task=one.task_id,
    )  # fmt: skip
    return Entry(About(Entity.JOINING, one.id), None, facts)


def add_volunteer(books: Books, action: AddVolunteer) -> Entry:
    """Raises ``LedgerError`` unless all four dates are confirmed: the last bar before anybody is offered to them."""
    one = action.joining
    if one.unconfirmed or len(one.credentials) < len(one.confirmed):
        raise LedgerError(f"joining {one.id} has dates that nobody confirmed")
    new = NewVolunteer(
        name=one.name, address=one.address, languages=one.languages or ("en",), gender=one.gender, hours=one.hours,
        capacity=one.capacity or 1, credentials=one.credentials, lived_experience=bool(one.lived_experience),
        prisons=one.prisons or (), wishes=one.wishes,
    )  # fmt: skip
    try:
        key = volunteer_rows.add(books.tx, new, books.now)
    except volunteer_rows.AddressTaken:
        raise Taken(f"joining {one.id} has the address of a volunteer by now") from None
    _write(books, one, volunteer_id=key)
    return Entry(About(Entity.VOLUNTEER, key), None, {"joining": one.id})


def set_credentials(books: Books, action: SetCredentials) -> Entry:
    try:
        volunteer_rows.update(books.tx, action.volunteer_id, VolunteerChange(credentials=action.credentials))
    except volunteer_rows.NoSuchVolunteer:
        raise LedgerError(f"there is no volunteer {action.volunteer_id}") from None
    told = {kind.value: day.isoformat() for kind, day in action.credentials}
    return Entry(About(Entity.VOLUNTEER, action.volunteer_id), None, {"by": action.by} | told)


def _write(books: Books, one: Joining, **also: int) -> None:
    values = values_of(one) | also
    changed = (
        update(JOINING)
        .where(JOINING.c.id == one.id, JOINING.c.version == one.version)
        .values(values | {"version": one.version + 1})
        .returning(JOINING.c.id)
    )
    if books.connection.execute(changed).first() is not None:
        return
    if one.version > 1 or books.is_there(JOINING.select().where(JOINING.c.id == one.id)):
        raise Taken(f"joining {one.id} was changed meanwhile")
    fingerprint = books.tx.vault.fingerprint(one.address)
    books.insert(JOINING, id=one.id, address_fingerprint=fingerprint, version=1, **values)
