"""Carries out what is decided about referrals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, select

from mailbot.casework.actions import (
    Hold,
    MoveTo,
    Note,
    OpenReferral,
    PauseClock,
    Reopen,
    ResumeClock,
    UpdateReferral,
    Withdraw,
)
from mailbot.casework.referral import Referral, Stage, check_move
from mailbot.records.books import (
    ADDRESS,
    LETTER,
    LOVED_ONE,
    PAUSE,
    PERSON,
    PERSON_ADDRESS,
    REFERRAL,
    REFERRAL_NUMBER,
    SUPPRESSION,
    Books,
    about_referral,
    codes,
)
from mailbot.records.carry.letters import adopt_concerns
from mailbot.records.journal import Entry


def open_referral(books: Books, action: OpenReferral) -> Entry:
    referral = action.referral
    _person(books, referral, new=action.new_person)
    address_id = _address(books, referral.address, referral.person_id)
    loved_one_id = None
    if referral.relationship or referral.prison:
        loved_one_id = books.insert(
            LOVED_ONE, person_id=referral.person_id, relationship=referral.relationship, prison=referral.prison
        )
    books.insert(
        REFERRAL,
        id=referral.id,
        person_id=referral.person_id,
        loved_one_id=loved_one_id,
        address_id=address_id,
        referrer=referral.referrer,
        referrer_name=referral.referrer_name,
        referrer_address_id=_address(books, referral.referrer_address, None),
        stage=referral.stage,
        received_at=referral.received_at,
        due_at=referral.due_at,
        phones=referral.phones,
        phones_forbidden=referral.phones_forbidden,
        hours=referral.hours,
        language=referral.language,
        language_certain=referral.language_certain,
        spoken_languages=referral.spoken_languages,
        preferences=sorted(referral.preferences),
        voicemail_ok=referral.voicemail_ok,
        withdrawn_at=referral.withdrawn_at,
        hold_until=referral.hold_until,
        closed_at=referral.closed_at,
        first_contact_at=referral.first_contact_at,
        lapsed_offers=referral.lapsed_offers,
        paused_since=referral.paused_since,
        paused_seconds=referral.paused_seconds,
        version=referral.version,
    )
    _index_numbers(books, referral.id, referral.phones)
    books.change(LETTER, action.letter_id, referral_id=referral.id)
    adopt_concerns(books, action.letter_id, referral.id)
    books.opened.add(referral.id)
    facts = codes(letter=action.letter_id, person=referral.person_id, stage=referral.stage, due_at=referral.due_at)
    return Entry(about_referral(referral.id), referral.id, facts)


def update_referral(books: Books, action: UpdateReferral) -> Entry:
    """The journal names the particulars that changed, not what they are."""
    told = {
        name: getattr(action, name)
        for name in ("phones", "phones_forbidden", "hours", "language", "voicemail_ok")
        if getattr(action, name) is not None
    }
    changed = list(told)
    person_id = books.row(REFERRAL, action.referral_id, "person_id").person_id
    if action.preferences is not None:
        told["preferences"] = sorted(action.preferences)
        changed.append("preferences")
    if action.address is not None:
        told["address_id"] = _address(books, action.address, person_id)
        changed.append("address")
    if action.name is not None:
        books.change(PERSON, person_id, name=action.name)
        changed.append("name")
    books.bump(REFERRAL, about_referral(action.referral_id), **told)
    if action.phones is not None:
        books.connection.execute(delete(REFERRAL_NUMBER).where(REFERRAL_NUMBER.c.referral_id == action.referral_id))
        _index_numbers(books, action.referral_id, action.phones)
    return Entry(about_referral(action.referral_id), action.referral_id, {"changed": sorted(changed)})


def move_to(books: Books, action: MoveTo) -> Entry:
    """Raises ``IllegalMove``. Who is asked back in after closing has not withdrawn any more."""
    about = about_referral(action.referral_id)
    before = books.row(REFERRAL, action.referral_id, "stage").stage
    check_move(before, action.stage)
    if action.stage is Stage.CLOSED and before is not Stage.CLOSED:
        books.bump(REFERRAL, about, stage=action.stage, closed_at=books.now, closed_reason=action.reason)
    elif before is Stage.CLOSED and action.stage is not Stage.CLOSED:
        books.bump(REFERRAL, about, stage=action.stage, closed_at=None, closed_reason=None, withdrawn_at=None)
    else:
        books.change(REFERRAL, action.referral_id, stage=action.stage)
    facts = {"from": before.value, "to": action.stage.value, "reason": action.reason}
    return Entry(about, action.referral_id, facts)


def withdraw(books: Books, action: Withdraw) -> Entry:
    about = about_referral(action.referral_id)
    at = books.row(REFERRAL, action.referral_id, "withdrawn_at").withdrawn_at or books.now
    books.bump(REFERRAL, about, withdrawn_at=at)
    return Entry(about, action.referral_id, codes(withdrawn_at=at))


def reopen(books: Books, action: Reopen) -> Entry:
    """Its stage is moved by an action of its own."""
    about = about_referral(action.referral_id)
    row = books.row(REFERRAL, action.referral_id, "address_id")
    books.bump(REFERRAL, about, withdrawn_at=None)
    if row.address_id is not None:
        fingerprint = select(ADDRESS.c.fingerprint).where(ADDRESS.c.id == row.address_id)
        books.connection.execute(SUPPRESSION.delete().where(SUPPRESSION.c.fingerprint.in_(fingerprint)))
    return Entry(about, action.referral_id, {})


def hold(books: Books, action: Hold) -> Entry:
    books.change(REFERRAL, action.referral_id, hold_until=action.until)
    return Entry(about_referral(action.referral_id), action.referral_id, codes(until=action.until))


def note(books: Books, action: Note) -> Entry:
    books.row(REFERRAL, action.referral_id)
    facts = {"by": action.staff_id}
    return Entry(about_referral(action.referral_id), action.referral_id, facts, {"text": action.text})


def pause_clock(books: Books, action: PauseClock) -> Entry:
    """One pause for each reason; the clock stands still while any is open."""
    since = books.row(REFERRAL, action.referral_id, "paused_since").paused_since
    about, facts = about_referral(action.referral_id), {"reason": action.reason.value}
    if _is_paused(books, action.referral_id, PAUSE.c.reason == action.reason):
        return Entry(about, action.referral_id, facts | {"was": "paused already"})
    books.insert(PAUSE, referral_id=action.referral_id, reason=action.reason, since=books.now)
    if since is None:
        books.change(REFERRAL, action.referral_id, paused_since=books.now)
    return Entry(about, action.referral_id, facts)


def resume_clock(books: Books, action: ResumeClock) -> Entry:
    """The clock runs on when the last open pause ends."""
    row = books.row(REFERRAL, action.referral_id, "paused_since", "paused_seconds")
    about, facts = about_referral(action.referral_id), {"reason": action.reason.value}
    ended = books.connection.execute(
        PAUSE.update()
        .where(PAUSE.c.referral_id == action.referral_id, PAUSE.c.reason == action.reason, PAUSE.c.until.is_(None))
        .values(until=books.now)
    )
    if not ended.rowcount:
        return Entry(about, action.referral_id, facts | {"was": "not paused"})
    if row.paused_since is not None and not _is_paused(books, action.referral_id):
        seconds = row.paused_seconds + int((books.now - row.paused_since).total_seconds())
        books.change(REFERRAL, action.referral_id, paused_since=None, paused_seconds=seconds)
    return Entry(about, action.referral_id, facts)


def _person(books: Books, referral: Referral, *, new: bool) -> None:
    if new:
        books.insert(PERSON, id=referral.person_id, name=referral.name, made_at=books.now)
    elif not books.row(PERSON, referral.person_id, "name").name and referral.name:
        books.change(PERSON, referral.person_id, name=referral.name)


def _address(books: Books, address: str | None, person_id: int | None) -> int | None:
    """The row of this address, made if need be, and linked to the person (if one is given)."""
    if not address:
        return None
    known = books.by_fingerprint(ADDRESS, address)
    address_id: int = known.id if known else _new_address(books, address)
    if person_id is not None and not (known and _is_linked(books, person_id, address_id)):
        books.insert(PERSON_ADDRESS, person_id=person_id, address_id=address_id)
    return address_id


def _new_address(books: Books, address: str) -> int:
    added: int = books.insert(ADDRESS, fingerprint=books.tx.vault.fingerprint(address), address=address.strip())
    return added


def _is_linked(books: Books, person_id: int, address_id: int) -> bool:
    link = PERSON_ADDRESS.c
    return books.is_there(select(link.person_id).where(link.person_id == person_id, link.address_id == address_id))


def _index_numbers(books: Books, referral_id: int, phones: Iterable[str]) -> None:
    prints = dict.fromkeys(books.tx.vault.fingerprint(phone) for phone in phones)
    if prints:
        values = [{"referral_id": referral_id, "fingerprint": one} for one in prints]
        books.connection.execute(REFERRAL_NUMBER.insert(), values)


def _is_paused(books: Books, referral_id: int, *also: Any) -> bool:
    return books.is_there(select(PAUSE.c.id).where(PAUSE.c.referral_id == referral_id, PAUSE.c.until.is_(None), *also))
