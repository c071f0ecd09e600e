"""What hangs on a referral alone, and so goes when it is erased; what hangs on something else too, and stays.

Which letters are its own is found by every way in which one can hang on it: joined to it, the cause of something done
to it, answered in mail about it, asked about in its tasks and concerns, an answer to its mail, or sent by its person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from mailbot.casework.about import Entity
from mailbot.casework.actions import EraseReferral
from mailbot.casework.references import of_letter, of_referral
from mailbot.casework.snapshot import Traces
from mailbot.records import tables
from mailbot.records.journal import JOURNAL
from mailbot.records.lookups import ADDRESS, CONCERN, CONFIRMATION, LETTER, OUTGOING, REFERRAL, TASK, batches, table
from mailbot.records.store import Tx
from mailbot.records.tables import LetterState

PERSON_ADDRESS = table(tables.PersonAddressRow)
VOLUNTEER = table(tables.VolunteerRow)
OF_LETTERS = ("letter_id", "answers_letter")


@dataclass(frozen=True, slots=True)
class Extent:
    """What hangs on the referral alone. ``kept`` are letters that hang on something else too."""

    letters: frozenset[int]
    kept: frozenset[int]
    person_id: int
    others_of_person: tuple[int, ...]
    addresses: frozenset[int]  # rows that are nobody else's


def traces(tx: Tx, referral_id: int) -> Traces:
    """What staff are told before and after: where the words lie outside the database, and what will stay."""
    connection = tx.session.connection()
    extent = extent_of(tx, connection, referral_id, None)
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
        kept_letters=tuple(map(of_letter, sorted(extent.kept))),
        same_person=tuple(map(of_referral, extent.others_of_person)),
        erased=connection.execute(before).first() is not None,
    )


def extent_of(tx: Tx, connection: Connection, referral_id: int, by_letter: int | None) -> Extent:
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
    return Extent(frozenset(found - kept), frozenset(kept), row.person_id, others, addresses)


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
    found |= _sent_from(tx, connection, addresses)
    found |= _that_dealt_with(connection, referral_id, found)
    found |= _that_asked(connection, referral_id, found)
    found |= _answers_to(connection, referral_id, found)
    for some in batches(found):
        copies = select(LETTER.c.id).where(LETTER.c.duplicate_of.in_(some))
        found |= set(connection.execute(copies).scalars())
    return set(connection.execute(select(LETTER.c.id).where(LETTER.c.id.in_(sorted(found)))).scalars())


def _that_dealt_with(connection: Connection, referral_id: int, letters: Collection[int]) -> set[int]:
    """Staff's letters that told what one of its letters is, before it had a reference: they name the person."""
    found: set[int] = set()
    for entity, ids in _around(connection, referral_id, letters).items():
        for some in batches(ids):
            query = select(JOURNAL.c.cause_id).where(
                JOURNAL.c.about_entity == entity, JOURNAL.c.about_id.in_(some),
                JOURNAL.c.cause_kind == "letter", JOURNAL.c.cause_id.is_not(None),
            )  # fmt: skip
            found |= set(connection.execute(query).scalars())
    return found


def _around(connection: Connection, referral_id: int, letters: Collection[int]) -> dict[Entity, set[int]]:
    """The letters, and the tasks and concerns about them or about the referral."""
    around = {Entity.LETTER: set(letters)}
    for entity, where in ((Entity.TASK, TASK), (Entity.CONCERN, CONCERN)):
        here = hangs(where, referral_id, is_in(where.c.letter_id, letters))
        around[entity] = set(connection.execute(select(where.c.id).where(here)).scalars())
    return around


def _that_asked(connection: Connection, referral_id: int, letters: Collection[int]) -> set[int]:
    """Staff's letters whose orders about it were asked back."""
    query = select(OUTGOING.c.answers_letter).where(
        OUTGOING.c.about_entity == Entity.CONFIRMATION,
        OUTGOING.c.about_id.in_(confirmations_about(connection, referral_id, letters)),
    )
    return {one for one in connection.execute(query).scalars() if one is not None}


def confirmations_about(connection: Connection, referral_id: int, letters: Collection[int]) -> list[int]:
    """Those of orders about the referral, named or by what was answered (words to its person name nothing). The orders
    are encrypted, so each is looked at."""
    around = _around(connection, referral_id, letters) | {Entity.REFERRAL: {referral_id}}
    c = CONFIRMATION.c
    waiting = connection.execute(select(c.id, c.commands, c.about_entity, c.about_id))
    return [
        row.id
        for row in waiting
        if any(one.referral == of_referral(referral_id) for one in row.commands)
        or row.about_id in around.get(row.about_entity, ())
    ]


def _sent_from(tx: Tx, connection: Connection, addresses: Collection[int]) -> set[int]:
    told = connection.execute(select(ADDRESS.c.address).where(ADDRESS.c.id.in_(sorted(addresses)))).scalars()
    prints = [one for address in told for one in tx.vault.fingerprints(address)]
    # who volunteers as well writes about others from the same address
    theirs = set(connection.execute(select(VOLUNTEER.c.address_fingerprint)).scalars())
    prints = [one for one in prints if one not in theirs]
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
        about = hangs(OUTGOING, referral_id, or_(*(is_in(OUTGOING.c[one], answers) for one in OF_LETTERS)))
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


def hangs(where: Table, referral_id: int, on_letters: ColumnElement[bool]) -> ColumnElement[bool]:
    """On the referral, or on its letters and on no referral: what another referral has of the same letter stays."""
    column = where.c.referral_id
    return or_(column == referral_id, and_(column.is_(None), on_letters))


def is_in(column: ColumnElement[Any], ids: Collection[int]) -> ColumnElement[bool]:
    return column.in_(sorted(ids))
