"""Carries out what is decided about mail: rendered and queued, cancelled, or written to no more."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select, update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import CancelMail, LiftSuppression, Send, StopMail, Suppress
from mailbot.casework.people import Party
from mailbot.records.books import LETTER, OUTGOING, SUPPRESSION, Books, Thread, codes
from mailbot.records.errors import LedgerError
from mailbot.records.journal import Entry
from mailbot.records.tables import OutgoingState

LONGEST_THREAD = 12  # references kept: the first, and the newest (RFC 5322, 3.6.4 allows any; long ones get cut)


def send(books: Books, action: Send) -> Entry:
    """Skipped, and so noted, when it is queued already or its address is written to no more."""
    key = (action.touchpoint.template(), action.about.entity, action.about.id, action.occurrence)
    facts = codes(
        touchpoint=key[0], occurrence=action.occurrence, party=action.to.party.value, page=action.page or None
    )
    if _is_queued(books, key):
        return Entry(action.about, action.referral_id, {**facts, "skipped": "queued already"})
    if action.to.party is not Party.STAFF and _is_suppressed(books, action.to.address):
        return Entry(action.about, action.referral_id, {**facts, "skipped": "written to no more"})
    thread = _thread(books, action)
    rendered = books.render(action, thread)
    books.mail.append(
        {
            "id": action.outgoing_id,
            "touchpoint": key[0],
            "about_entity": action.about.entity,
            "about_id": action.about.id,
            "occurrence": action.occurrence,
            "party": action.to.party,
            "address": action.to.address,
            "address_fingerprint": books.tx.vault.fingerprint(action.to.address),
            "name": action.to.name or None,
            "phone": action.to.phone or None,
            "language": action.to.language,
            "page": action.page,
            "message_id": rendered.message_id,
            "in_reply_to": thread.in_reply_to or None,
            "references": thread.references,
            "raw": rendered.raw,
            "state": OutgoingState.DUE,
            "made_at": books.now,
            "send_at": action.send_at,
            "next_attempt_at": action.send_at,
            "use_by": action.use_by,
            "unasked": action.unasked,
            "is_answer": action.answers_letter is not None,
            "despite_freeze": action.despite_freeze,
            "rests_on": action.rests_on,  # the versions are looked up when it is put away
            "referral_id": action.referral_id,
            "letter_id": action.letter_id,
            "answers_letter": action.answers_letter,
        }
    )
    queued = codes(outgoing=action.outgoing_id, send_at=action.send_at)
    return Entry(action.about, action.referral_id, {**facts, **queued})


def cancel_mail(books: Books, action: CancelMail) -> Entry:
    """About a referral: everything that concerns it, its offers and matches included."""
    books.put_mail_away()
    here = and_(OUTGOING.c.about_entity == action.about.entity, OUTGOING.c.about_id == action.about.id)
    if action.about.entity is Entity.REFERRAL:
        here = or_(here, OUTGOING.c.referral_id == action.about.id).self_group()
    if action.touchpoints:
        here = and_(here, OUTGOING.c.touchpoint.in_(action.touchpoints))
    cancelled = books.connection.execute(
        update(OUTGOING)
        .where(here, OUTGOING.c.state == OutgoingState.DUE, OUTGOING.c.party.in_(action.parties))
        .values(state=OutgoingState.CANCELLED, reason=action.reason)
        .returning(OUTGOING.c.id, OUTGOING.c.referral_id)
    ).all()
    referral_id = action.about.id if action.about.entity is Entity.REFERRAL else None
    referral_id = referral_id or next((row.referral_id for row in cancelled if row.referral_id), None)
    facts = {"reason": action.reason, "outgoing": sorted(row.id for row in cancelled)}
    return Entry(action.about, referral_id, facts)


def stop_mail(books: Books, action: StopMail) -> Entry:
    """Raises ``LedgerError`` when it does not wait any more: the order is then carried out anew, and says so."""
    stopped = books.connection.execute(
        update(OUTGOING)
        .where(OUTGOING.c.id == action.outgoing_id, OUTGOING.c.state == OutgoingState.DUE, OUTGOING.c.sent_again == 0)
        .values(state=OutgoingState.CANCELLED, reason=f"stopped by {action.by}")
        .returning(OUTGOING.c.about_entity, OUTGOING.c.about_id, OUTGOING.c.referral_id)
    ).one_or_none()
    if stopped is None:
        raise LedgerError(f"outgoing letter {action.outgoing_id} does not wait")
    about = About(stopped.about_entity, stopped.about_id)
    return Entry(about, stopped.referral_id, {"outgoing": action.outgoing_id, "by": action.by})


def suppress(books: Books, action: Suppress) -> Entry:
    if not _is_suppressed(books, action.address):
        books.insert(
            SUPPRESSION,
            fingerprint=books.tx.vault.fingerprint(action.address),
            address=action.address,
            reason=action.reason,
            at=books.now,
        )
    return Entry(None, None, {"reason": action.reason}, {"address": action.address})


def lift_suppression(books: Books, action: LiftSuppression) -> Entry:
    prints = books.tx.vault.fingerprints(action.address)
    books.connection.execute(SUPPRESSION.delete().where(SUPPRESSION.c.fingerprint.in_(prints)))
    return Entry(None, None, {}, {"address": action.address})


def _is_queued(books: Books, key: tuple[str, Entity, int, str]) -> bool:
    touchpoint, entity, about_id, occurrence = key
    waits = any(
        key == (one["touchpoint"], one["about_entity"], one["about_id"], one["occurrence"]) for one in books.mail
    )
    given = {"touchpoint_": touchpoint, "entity_": entity, "id_": about_id, "occurrence_": occurrence}
    return waits or books.connection.execute(_by_key(), given).first() is not None


def _is_suppressed(books: Books, address: str) -> bool:
    return books.by_fingerprint(SUPPRESSION, address) is not None


def _thread(books: Books, action: Send) -> Thread:
    """Under what was just written; else under our last mail to this address about the same referral."""
    if action.page:
        return Thread()
    if action.answers_letter is not None:
        row = books.row(LETTER, action.answers_letter, "message_id", "references")
        return _under(row.message_id, row.references)
    if action.referral_id is None or action.referral_id in books.opened:
        return Thread()
    known = (action.referral_id, action.to.address)
    if known not in books.threads:
        books.threads[known] = _after_our_last(books, action.referral_id, action.to.address)
    return books.threads[known]


def _after_our_last(books: Books, referral_id: int, address: str) -> Thread:
    given = {"referral_": referral_id, "prints": list(books.tx.vault.fingerprints(address))}
    last = books.connection.execute(_last_sent(), given).first()
    return _under(last.message_id, last.references) if last else Thread()


def _under(message_id: str | None, references: tuple[str, ...]) -> Thread:
    if not message_id:
        return Thread()
    line = tuple(dict.fromkeys((*references, message_id)))
    return Thread(message_id, line if len(line) <= LONGEST_THREAD else (line[0], *line[1 - LONGEST_THREAD :]))


@lru_cache(maxsize=1)
def _by_key() -> Select[Any]:
    return select(OUTGOING.c.id).where(
        OUTGOING.c.touchpoint == bindparam("touchpoint_"),
        OUTGOING.c.about_entity == bindparam("entity_", type_=OUTGOING.c.about_entity.type),
        OUTGOING.c.about_id == bindparam("id_"),
        OUTGOING.c.occurrence == bindparam("occurrence_"),
    )


@lru_cache(maxsize=1)
def _last_sent() -> Select[Any]:
    return (
        select(OUTGOING.c.message_id, OUTGOING.c.references)
        .where(
            OUTGOING.c.referral_id == bindparam("referral_"),
            OUTGOING.c.address_fingerprint.in_(bindparam("prints", expanding=True)),
            OUTGOING.c.state == OutgoingState.SENT,
            OUTGOING.c.page.is_(False),
        )
        .order_by(OUTGOING.c.id.desc())
        .limit(1)
    )
