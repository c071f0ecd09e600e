"""Real erasure: whatever holds the words, names or numbers of a referral is emptied; references, dates and codes stay.

What hangs on a referral, and on it alone, is found in ``erasing_extent.py``.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, or_, select, update

from mailbot.casework.actions import EraseReferral
from mailbot.casework.people import Party
from mailbot.records import tables
from mailbot.records.books import Books, about_referral
from mailbot.records.columns import (
    EncryptedBytes,
    EncryptedCommands,
    EncryptedJson,
    EncryptedStrings,
    EncryptedText,
)
from mailbot.records.erasing_extent import (
    OF_LETTERS,
    PERSON_ADDRESS,
    Extent,
    confirmations_about,
    extent_of,
    hangs,
    is_in,
)
from mailbot.records.journal import JOURNAL, Entry
from mailbot.records.lookups import (
    ADDRESS,
    CONCERN,
    CONFIRMATION,
    LETTER,
    LOVED_ONE,
    OUTGOING,
    PERSON,
    REFERRAL,
    TASK,
    batches,
    table,
)
from mailbot.records.releasing import SUPPRESSION
from mailbot.records.tables import OutgoingState

REFERRAL_NUMBER = table(tables.ReferralNumberRow)
EXCLUSION = table(tables.ExclusionRow)
ENCRYPTED = (EncryptedBytes, EncryptedText, EncryptedJson, EncryptedStrings, EncryptedCommands)
EMPTY: tuple[tuple[type[Any], Any], ...] = ((EncryptedBytes, b""), (EncryptedText, ""), (EncryptedCommands, ()))
# Mail to a volunteer which tells them to delete what they hold must still go; none of it holds a word of the person's.
MUST_STILL_GO = ("match_ended", "offer_taken", "call_paused")
THEIRS = (Party.FAMILY, Party.REFERRER)


def erase_referral(books: Books, action: EraseReferral) -> Entry:
    """Irreversible. What waited to go about it goes no more, but for what asks a volunteer to delete the number."""
    referral_id, connection = action.referral_id, books.connection
    books.row(REFERRAL, referral_id)
    extent = extent_of(books.tx, connection, referral_id, action.by_letter)
    letters = extent.letters | {action.by_letter}
    _empty_mail(connection, referral_id, letters, books.now)
    _empty(connection, JOURNAL, hangs(JOURNAL, referral_id, _caused_by(letters)))
    _empty(connection, CONCERN, hangs(CONCERN, referral_id, is_in(CONCERN.c.letter_id, letters)))
    _empty(connection, TASK, hangs(TASK, referral_id, is_in(TASK.c.letter_id, letters)))
    _empty(connection, EXCLUSION, EXCLUSION.c.referral_id == referral_id)
    _empty_confirmations(connection, referral_id, letters)
    _empty_letters(connection, letters, action.by_letter)
    _empty_referral(books, referral_id, extent)
    books.tx.erased.append(referral_id)
    facts = {"by": action.staff_id, "reason": "erased by staff", "letters": len(letters), "kept": len(extent.kept)}
    return Entry(about_referral(referral_id), referral_id, facts)


# -------------------------------------------------------------------------------------------------------- emptying


def _blank(where: Table, *keep: str) -> dict[str, Any]:
    """Every encrypted column, emptied: what another hand adds to the table later is emptied too."""
    values: dict[str, Any] = {}
    for column in where.columns:
        if isinstance(column.type, ENCRYPTED) and column.name not in keep:
            empty = next((value for kind, value in EMPTY if isinstance(column.type, kind)), None)
            values[column.name] = None if column.nullable else empty
    return values


def _empty(connection: Connection, where: Table, which: ColumnElement[bool]) -> None:
    connection.execute(update(where).where(which).values(_blank(where)))


def _caused_by(letters: Collection[int]) -> ColumnElement[bool]:
    return and_(JOURNAL.c.cause_kind == "letter", JOURNAL.c.cause_id.in_(sorted(letters)))


def _empty_mail(connection: Connection, referral_id: int, letters: Collection[int], now: Any) -> None:
    """Sent or not, it can never go (again): an empty one must not. The address of a volunteer or of staff is theirs."""
    o = OUTGOING.c
    here = hangs(OUTGOING, referral_id, or_(*(is_in(o[one], letters) for one in OF_LETTERS)))
    must_go = and_(o.state == OutgoingState.DUE, o.touchpoint.in_(MUST_STILL_GO))
    over = {"use_by": now, "sent_again": 1, "rests_on": []}
    words = _blank(OUTGOING, "address", "name", "phone")
    connection.execute(update(OUTGOING).where(here, ~must_go).values(words | over))
    connection.execute(
        update(OUTGOING)
        .where(here, ~must_go, o.state == OutgoingState.DUE)
        .values(state=OutgoingState.CANCELLED, reason="erased")
    )
    theirs = {**_blank(OUTGOING), "address_fingerprint": b""}
    connection.execute(update(OUTGOING).where(here, ~must_go, o.party.in_(THEIRS)).values(theirs))


def _empty_letters(connection: Connection, letters: Collection[int], by_letter: int) -> None:
    """The hashes stay, so that a copy which the server shows again is known and is not opened."""
    for some in batches(letters):
        values = {**_blank(LETTER, "message_id", "references"), "sender_fingerprint": None, "directed": ""}
        connection.execute(update(LETTER).where(LETTER.c.id.in_(some)).values(values))
        where = (LETTER.c.id.in_(some), LETTER.c.id != by_letter)
        connection.execute(update(LETTER).where(*where).values(_blank(LETTER)))


def _empty_confirmations(connection: Connection, referral_id: int, letters: Collection[int]) -> None:
    """Staff's orders may hold a reason, and a reason somebody's words."""
    which = CONFIRMATION.c.id.in_(confirmations_about(connection, referral_id, letters))
    connection.execute(update(CONFIRMATION).where(which).values(commands=()))


def _empty_referral(books: Books, referral_id: int, extent: Extent) -> None:
    connection = books.connection
    loved_one = books.row(REFERRAL, referral_id, "loved_one_id").loved_one_id
    books.bump(
        REFERRAL, about_referral(referral_id), **_blank(REFERRAL), loved_one_id=None, address_id=None,
        referrer_address_id=None, hours=None, spoken_languages=(), preferences=(), voicemail_ok=False,
        hold_until=None, closed_reason="erased by staff",
    )  # fmt: skip
    connection.execute(delete(REFERRAL_NUMBER).where(REFERRAL_NUMBER.c.referral_id == referral_id))
    if loved_one is not None and not _pointed_at(connection, loved_one):
        connection.execute(delete(LOVED_ONE).where(LOVED_ONE.c.id == loved_one))
    if not extent.others_of_person:
        connection.execute(delete(PERSON_ADDRESS).where(PERSON_ADDRESS.c.person_id == extent.person_id))
        connection.execute(delete(LOVED_ONE).where(LOVED_ONE.c.person_id == extent.person_id))
        connection.execute(update(PERSON).where(PERSON.c.id == extent.person_id).values(_blank(PERSON)))
    _delete_addresses(connection, extent.addresses)


def _pointed_at(connection: Connection, loved_one: int) -> bool:
    return connection.execute(select(REFERRAL.c.id).where(REFERRAL.c.loved_one_id == loved_one)).first() is not None


def _delete_addresses(connection: Connection, addresses: Collection[int]) -> None:
    """Of an address that said stop, the keyed hash stays: it is to be written to no more."""
    here = ADDRESS.c.id.in_(sorted(addresses))
    prints = select(ADDRESS.c.fingerprint).where(here)
    _empty(connection, SUPPRESSION, SUPPRESSION.c.fingerprint.in_(prints))
    connection.execute(delete(PERSON_ADDRESS).where(PERSON_ADDRESS.c.address_id.in_(sorted(addresses))))
    connection.execute(delete(ADDRESS).where(here))
