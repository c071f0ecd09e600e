"""Real erasure: whatever holds the words, names or numbers of a referral is emptied; references, dates and codes stay.

Which letters are its own is found by every way in which one can hang on it: joined to it, the cause of something done
to it, answered in mail about it, asked about in its tasks and concerns, an answer to its mail, or sent by its person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, or_, select, update

from mailbot.casework.about import Entity
from mailbot.casework.actions import EraseReferral
from mailbot.casework.people import Party
from mailbot.casework.snapshot import Traces
from mailbot.records import tables
from mailbot.records.books import Books, about_referral
from mailbot.records.columns import (
    EncryptedBytes,
    EncryptedCommands,
    EncryptedJson,
    EncryptedStrings,
    EncryptedText,
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
from mailbot.records.store import Tx
from mailbot.records.tables import LetterState, OutgoingState

PERSON_ADDRESS = table(tables.PersonAddressRow)
REFERRAL_NUMBER = table(tables.ReferralNumberRow)
EXCLUSION = table(tables.ExclusionRow)
ENCRYPTED = (EncryptedBytes, EncryptedText, EncryptedJson, EncryptedStrings, EncryptedCommands)
EMPTY: tuple[tuple[type[Any], Any], ...] = ((EncryptedBytes, b""), (EncryptedText, ""), (EncryptedCommands, ()))
# Mail to a volunteer which tells them to delete what they hold must still go; none of it holds a word of the person's.
MUST_STILL_GO = ("match_ended", "offer_taken", "call_paused")
OF_LETTERS = ("letter_id", "answers_letter")
THEIRS = (Party.FAMILY, Party.REFERRER)


@dataclass(frozen=True, slots=True)
class _Extent:
    """What hangs on the referral alone. ``kept`` are letters that hang on something else too."""

    letters: frozenset[int]
    kept: frozenset[int]
    person_id: int
    others_of_person: tuple[int, ...]
    addresses: frozenset[int]  # rows that are nobody else's


def traces(tx: Tx, referral_id: int) -> Traces:
    """What staff are told before and after: where the words lie outside the database, and what will stay."""
    connection = tx.session.connection()
    extent = _extent(tx, connection, referral_id, None)
    letters = []
    for some in batches(extent.letters):
        query = select(LETTER.c.folder, LETTER.c.arrived_at).where(LETTER.c.id.in_(some))
        letters += [(row.folder, row.arrived_at) for row in connection.execute(query)]
    sent = select(OUTGOING.c.sent_at).where(
        OUTGOING.c.referral_id == referral_id, OUTGOING.c.sent_at.is_not(None), OUTGOING.c.page.is_(False)
    )
    done = JOURNAL.c.action == EraseReferral.__name__
    before = select(JOURNAL.c.id).where(JOURNAL.c.referral_id == referral_id, done).limit(1)
    return Traces(
        letters=tuple(sorted(letters, key=lambda one: one[1])),
        sent=tuple(sorted(connection.execute(sent).scalars())),
        kept_letters=tuple(f"L-{one}" for one in sorted(extent.kept)),
        same_person=tuple(f"R-{one}" for one in extent.others_of_person),
        erased=connection.execute(before).first() is not None,
    )


def erase_referral(books: Books, action: EraseReferral) -> Entry:
    """Irreversible. What waited to go about it goes no more, but for what asks a volunteer to delete the number."""
    referral_id, connection = action.referral_id, books.connection
    books.row(REFERRAL, referral_id)
    extent = _extent(books.tx, connection, referral_id, action.by_letter)
    letters = extent.letters | {action.by_letter}
    _empty_mail(connection, referral_id, letters, books.now)
    _empty(connection, JOURNAL, _hangs(JOURNAL, referral_id, _caused_by(letters)))
    _empty(connection, CONCERN, _hangs(CONCERN, referral_id, _in(CONCERN.c.letter_id, letters)))
    _empty(connection, TASK, _hangs(TASK, referral_id, _in(TASK.c.letter_id, letters)))
    _empty(connection, EXCLUSION, EXCLUSION.c.referral_id == referral_id)
    _empty_confirmations(connection, referral_id)
    _empty_letters(connection, letters, action.by_letter)
    _empty_referral(books, referral_id, extent)
    books.tx.erased.append(referral_id)
    facts = {"by": action.staff_id, "reason": "erased by staff", "letters": len(letters), "kept": len(extent.kept)}
    return Entry(about_referral(referral_id), referral_id, facts)


# ------------------------------------------------------------------------------------------------ what hangs on it


def _extent(tx: Tx, connection: Connection, referral_id: int, by_letter: int | None) -> _Extent:
    row = connection.execute(
        select(REFERRAL.c.person_id, REFERRAL.c.address_id, REFERRAL.c.referrer_address_id).where(
            REFERRAL.c.id == referral_id
        )
    ).one()
    same_person = (REFERRAL.c.person_id == row.person_id, REFERRAL.c.id != referral_id)
    others = tuple(connection.execute(select(REFERRAL.c.id).where(*same_person).order_by(REFERRAL.c.id)).scalars())
    linked = {row.address_id, row.referrer_address_id}
    if not others:
        theirs = select(PERSON_ADDRESS.c.address_id).where(PERSON_ADDRESS.c.person_id == row.person_id)
        linked |= set(connection.execute(theirs).scalars())
    addresses = _nobody_elses(connection, linked - {None}, referral_id, row.person_id)
    found = _letters(tx, connection, referral_id, addresses)
    kept = _needed_elsewhere(connection, found, referral_id, by_letter)
    return _Extent(frozenset(found - kept), frozenset(kept), row.person_id, others, addresses)


def _nobody_elses(connection: Connection, ids: Iterable[int], referral_id: int, person_id: int) -> frozenset[int]:
    wanted = sorted(ids)
    elsewhere = select(REFERRAL.c.address_id, REFERRAL.c.referrer_address_id).where(
        REFERRAL.c.id != referral_id,
        or_(REFERRAL.c.address_id.in_(wanted), REFERRAL.c.referrer_address_id.in_(wanted)),
    )
    shared = {one for row in connection.execute(elsewhere) for one in row}
    others = select(PERSON_ADDRESS.c.address_id).where(
        PERSON_ADDRESS.c.address_id.in_(wanted), PERSON_ADDRESS.c.person_id != person_id
    )
    shared |= set(connection.execute(others).scalars())
    return frozenset(wanted) - shared


def _letters(tx: Tx, connection: Connection, referral_id: int, addresses: Collection[int]) -> set[int]:
    o = OUTGOING.c
    about = o.referral_id == referral_id
    mine = JOURNAL.c.referral_id == referral_id
    queries = (
        select(LETTER.c.id).where(LETTER.c.referral_id == referral_id),
        select(CONCERN.c.letter_id).where(CONCERN.c.referral_id == referral_id),
        select(TASK.c.letter_id).where(TASK.c.referral_id == referral_id, TASK.c.letter_id.is_not(None)),
        select(o.letter_id).where(about, o.letter_id.is_not(None)),
        select(o.answers_letter).where(about, o.answers_letter.is_not(None)),
        select(JOURNAL.c.cause_id).where(mine, JOURNAL.c.cause_kind == "letter", JOURNAL.c.cause_id.is_not(None)),
    )
    found = {int(one) for query in queries for one in connection.execute(query).scalars()}
    found |= _that_asked(connection, referral_id)
    found |= _sent_from(tx, connection, addresses)
    found |= _answers_to(connection, referral_id, found)
    for some in batches(found):
        copies = select(LETTER.c.id).where(LETTER.c.duplicate_of.in_(some))
        found |= set(connection.execute(copies).scalars())
    return set(connection.execute(select(LETTER.c.id).where(LETTER.c.id.in_(sorted(found)))).scalars())


def _that_asked(connection: Connection, referral_id: int) -> set[int]:
    """Staff's letters whose orders about it were asked back."""
    query = select(OUTGOING.c.answers_letter).where(
        OUTGOING.c.about_entity == Entity.CONFIRMATION, OUTGOING.c.about_id.in_(_confirmations(connection, referral_id))
    )
    return {one for one in connection.execute(query).scalars() if one is not None}


def _confirmations(connection: Connection, referral_id: int) -> list[int]:
    """Those of orders about the referral; the orders are encrypted, so each is looked at."""
    waiting = connection.execute(select(CONFIRMATION.c.id, CONFIRMATION.c.commands))
    return [row.id for row in waiting if any(one.referral == f"R-{referral_id}" for one in row.commands)]


def _sent_from(tx: Tx, connection: Connection, addresses: Collection[int]) -> set[int]:
    told = connection.execute(select(ADDRESS.c.address).where(ADDRESS.c.id.in_(sorted(addresses)))).scalars()
    prints = [one for address in told for one in tx.vault.fingerprints(address)]
    query = select(LETTER.c.id).where(LETTER.c.sender_fingerprint.in_(prints))
    return set(connection.execute(query).scalars()) if prints else set()


def _answers_to(connection: Connection, referral_id: int, found: Collection[int]) -> set[int]:
    """Letters that belong to nothing and quote our mail about it, or about such a letter, most likely with what it
    held. References are encrypted, so each is looked at; erasing is rare."""
    query = select(LETTER.c.id, LETTER.c.references).where(
        LETTER.c.referral_id.is_(None), LETTER.c.references.is_not(None)
    )
    unjoined = [(row.id, frozenset(row.references)) for row in connection.execute(query)]
    answers, reached = set(found), -1
    while len(answers) > reached:
        reached = len(answers)
        about = _hangs(OUTGOING, referral_id, or_(*(_in(OUTGOING.c[one], answers) for one in OF_LETTERS)))
        ours = set(connection.execute(select(OUTGOING.c.message_id).where(about)).scalars())
        answers |= {letter_id for letter_id, references in unjoined if not references.isdisjoint(ours)}
    return answers


def _needed_elsewhere(connection: Connection, found: set[int], referral_id: int, by_letter: int | None) -> set[int]:
    """Another referral's letters, those that somebody is still asked about, and those that were never opened."""
    kept: set[int] = set()
    for some in batches(found):
        unread = (LETTER.c.state.in_((LetterState.TAKEN_IN, LetterState.SET_ASIDE)), LETTER.c.id != (by_letter or 0))
        theirs = and_(LETTER.c.referral_id.is_not(None), LETTER.c.referral_id != referral_id)
        kept |= set(
            connection.execute(select(LETTER.c.id).where(LETTER.c.id.in_(some), or_(theirs, and_(*unread)))).scalars()
        )
        for where, also in ((TASK, TASK.c.settled_at), (CONCERN, CONCERN.c.resolved_at)):
            asked = or_(where.c.referral_id.is_(None), where.c.referral_id != referral_id)
            query = select(where.c.letter_id).where(where.c.letter_id.in_(some), also.is_(None), asked)
            kept |= set(connection.execute(query).scalars())
    return kept - {by_letter}


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


def _in(column: ColumnElement[Any], ids: Collection[int]) -> ColumnElement[bool]:
    return column.in_(sorted(ids))


def _hangs(where: Table, referral_id: int, on_letters: ColumnElement[bool]) -> ColumnElement[bool]:
    """On the referral, or on its letters and on no referral: what another referral has of the same letter stays."""
    column = where.c.referral_id
    return or_(column == referral_id, and_(column.is_(None), on_letters))


def _caused_by(letters: Collection[int]) -> ColumnElement[bool]:
    return and_(JOURNAL.c.cause_kind == "letter", JOURNAL.c.cause_id.in_(sorted(letters)))


def _empty_mail(connection: Connection, referral_id: int, letters: Collection[int], now: Any) -> None:
    """Sent or not, it can never go (again): an empty one must not. The address of a volunteer or of staff is theirs."""
    o = OUTGOING.c
    here = _hangs(OUTGOING, referral_id, or_(*(_in(o[one], letters) for one in OF_LETTERS)))
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


def _empty_confirmations(connection: Connection, referral_id: int) -> None:
    """Staff's orders may hold a reason, and a reason somebody's words."""
    which = CONFIRMATION.c.id.in_(_confirmations(connection, referral_id))
    connection.execute(update(CONFIRMATION).where(which).values(commands=()))


def _empty_referral(books: Books, referral_id: int, extent: _Extent) -> None:
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
