"""What was true when we decided: the rows that may matter for one decision, read after the locks, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, or_, select

from mailbot.casework.about import About, Entity
from mailbot.casework.promises import Promise
from mailbot.casework.references import of_email
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import (
    EVERYTHING,
    Board,
    CommandSnapshot,
    Concern,
    Load,
    OfferState,
    Snapshot,
    Task,
    TaskReason,
)
from mailbot.casework.staff.orders.stopping import EMAIL_REFERENCE
from mailbot.casework.timetable import Span
from mailbot.clock import london
from mailbot.reading.letter import Letter
from mailbot.records import halts, joining_rows, lookups
from mailbot.records.erasing_extent import traces
from mailbot.records.figures import month_facts
from mailbot.records.letter_writers import writer_of
from mailbot.records.lookups import CONCERN, LETTER, MATCH, OFFER, OUTGOING, PROMISE, REFERRAL, TASK, fixed
from mailbot.records.overviews import Status as Status
from mailbot.records.overviews import desk_report as desk_report
from mailbot.records.overviews import diary as diary
from mailbot.records.overviews import list_referrals as list_referrals
from mailbot.records.overviews import status as status
from mailbot.records.places import REFERENCE, Found, Place, place_of, place_of_letter, place_of_mail
from mailbot.records.senders import known_of, referrals_with_numbers
from mailbot.records.store import Tx
from mailbot.records.tables import OutgoingState
from mailbot.records.volunteer_rows import list_volunteers, volunteers_by_id

MATCHING = b"matching"


def for_letter(
    tx: Tx,
    *,
    letter_id: int,
    letter: Letter,
    arrived_at: datetime,
    history: bool,
    answered_id: int | None,
    bounced_id: int | None,
    now: datetime,
) -> Snapshot:
    """``answered_id``: our mail whose valid token the letter carries; ``bounced_id``: our mail that a report is about.
    Locks the sender first, then every referral that the letter may belong to."""
    sender = known_of(tx, letter, letter_id, now)
    answered, bounced = lookups.mail(tx, answered_id), lookups.mail(tx, bounced_id)
    place = place_of_letter(tx, answered, bounced, sender.directed)
    wanted = {*sender.referral_ids, *([place.referral_id] if place.referral_id else [])}
    lookups.lock_referrals(tx, wanted)
    known = lookups.referrals(tx, REFERRAL.c.id.in_(sorted(wanted)), now=now) if wanted else ()
    mine = _around(tx, place, now, letter_id=letter_id, known=known)
    by_address = volunteers_by_id(tx, [sender.volunteer_id]) if sender.volunteer_id is not None else {}
    return replace(
        mine,
        letter_id=letter_id,
        arrived_at=arrived_at,
        history=history,
        directed=sender.directed,
        told=sender.told,
        answered=answered,
        same_sender=answered is not None and answered.address.lower() == letter.sender.address.lower(),
        volunteer=by_address.get(sender.volunteer_id or 0),
        referrals=tuple(one for one in known if one.id in sender.own),
        people_at_address=sender.people,
        referred=tuple(one for one in known if one.id in sender.referred),
        bounced=bounced,
        automatic_to_sender=sender.automatic_to_sender,
        automatic_to_public=sender.automatic_to_public,
        suppressed=sender.suppressed,
        same_number_referrals=referrals_with_numbers(tx, letter, mine.referral),
        supports=_supported_by(tx, sender.volunteer_id, now),
        tasks_for_sender=sender.tasks,
        confirmations_waiting=sender.confirmations_waiting,
        letter_had_concern=sender.letter_had_concern,
        too_much_told=sender.too_much_told,
        writer=writer_of(tx, mine.task.letter_id, mine.referral) if mine.task else None,
        letter_already_opened=sender.letter_already_opened,
        joining=mine.joining or joining_rows.joining(tx, sender.joining_id),
    )


def for_promise(tx: Tx, promise_id: int, now: datetime) -> Snapshot | None:
    """None when it was settled, or its step taken, by somebody else meanwhile."""
    promise = _one_promise(tx, promise_id)
    if promise is None or promise.settled_at:
        return None
    place = place_of(tx, promise.about)
    lookups.lock_referrals(tx, [place.referral_id] if place.referral_id else [])
    promise = _one_promise(tx, promise_id, lock=True)
    if promise is None or promise.settled_at or promise.next_step_at > now:
        return None
    return replace(_around(tx, place, now), promise=promise)


def for_mail(tx: Tx, outgoing_id: int, now: datetime) -> Snapshot:
    """For something that happened to an outgoing letter. Raises LookupError when there is none."""
    mail = lookups.mail(tx, outgoing_id)
    if mail is None:
        raise LookupError(f"there is no outgoing letter {outgoing_id}")
    place = place_of_mail(tx, mail)
    lookups.lock_referrals(tx, [place.referral_id] if place.referral_id else [])
    around = _around(tx, place, now)
    newest = next((one for one in around.mails if one.id == outgoing_id), None)
    return replace(around, mail=newest or lookups.mail(tx, outgoing_id))


def for_referral(tx: Tx, referral_id: int, now: datetime) -> Snapshot:
    """``referral`` is None when there is no such one."""
    lookups.lock_referrals(tx, [referral_id])
    return _around(tx, Place(About(Entity.REFERRAL, referral_id), referral_id=referral_id), now)


def for_command(
    tx: Tx,
    *,
    references: Sequence[str],
    now: datetime,
    month: date | None = None,
    erasing: Sequence[str] = (),
    span: Span | None = None,
) -> CommandSnapshot:
    """Each reference as it was named, with its snapshot: "R-1042" a referral, "L-17" a letter. Unknown ones are left
    out. Of an address: as whose it is known. ``span``: of the report, as `desk_report` has it."""
    named = {reference: told for reference in references if (told := REFERENCE.fullmatch(reference.strip()))}
    wanted = {reference: (told[1].upper(), int(told[2])) for reference, told in named.items()}
    lookups.lock_referrals(tx, [key for kind, key in wanted.values() if kind == "R"])
    found = []
    for reference, (kind, key) in wanted.items():
        snapshot = for_referral(tx, key, now) if kind == "R" else _of_kept_letter(tx, key, now)
        if snapshot.referral or snapshot.letter_id:
            found.append((reference, snapshot))
    known = {reference for reference, snapshot in found if snapshot.referral}
    return CommandSnapshot(
        referrals=tuple(found),
        volunteers=list_volunteers(tx),
        joinings=joining_rows.open_joinings(tx),
        addresses=tuple(joining_rows.address_known(tx, one) for one in references if "@" in one),
        loads=_loads(tx),
        traces=tuple((one, traces(tx, wanted[one][1])) for one in dict.fromkeys(erasing) if one in known),
        report=desk_report(tx, now, span) if EVERYTHING in references else None,
        month=month_facts(tx, month, now) if month else None,
        emails=tuple(_emails(tx, references, found, now)),
        halt=halts.halt(tx),
    )


def board(tx: Tx, now: datetime) -> Board:
    """All who wait and may be matched, longest first, and all volunteers; under the lock of matching (rule 10)."""
    lookups.lock_writer(tx, MATCHING)
    referral = REFERRAL.c
    free = (
        referral.stage != fixed(referral.stage, Stage.CLOSED),  # the partial index is of open ones
        referral.stage == Stage.WAITING,
        referral.withdrawn_at.is_(None),
        or_(referral.hold_until.is_(None), referral.hold_until <= london(now).date()),
    )
    waiting = [one for one in lookups.referrals(tx, *free, now=now) if not one.frozen]
    is_proposal = TASK.c.reason == fixed(TASK.c.reason, TaskReason.PROPOSAL)
    proposals = lookups.tasks(tx, TASK.c.settled_at.is_(None), is_proposal)
    return Board(waiting=tuple(reversed(waiting)), volunteers=list_volunteers(tx), proposals=proposals)


def _around(
    tx: Tx, place: Place, now: datetime, *, letter_id: int | None = None, known: Sequence[Referral] = ()
) -> Snapshot:
    """Read after the locks: the place again where it may have changed, and all of its referral."""
    if place.about is not None and place.found != Found():
        place = replace(place_of(tx, place.about), referral_id=place.referral_id)
    referral_id, found = place.referral_id, place.found
    offers = _offers(tx, place)
    matches = _matches(tx, place)
    wanted = [row.volunteer_id for row in (*offers, *matches)] + [place.volunteer_id]
    people = volunteers_by_id(tx, (one for one in wanted if one is not None))
    offer = next((lookups.as_offer(row, people) for row in offers if row.id == place.offer_id), None)
    theirs = next((lookups.as_match(row, people) for row in matches if row.id == place.match_id), None)
    current = next((lookups.as_match(row, people) for row in matches if row.ended_at is None), None)
    if theirs and theirs != current:
        current = None  # it is about a match that has ended: what is on now is somebody else's
    about_whom = offer or theirs or current
    return Snapshot(
        referral=next((one for one in known if one.id == referral_id), None) or lookups.referral(tx, referral_id, now),
        volunteer=people.get(place.volunteer_id or 0) or (about_whom.volunteer if about_whom else None),
        offer=offer,
        open_offer=next((lookups.as_offer(row, people) for row in offers if row.state is OfferState.OPEN), None),
        match=current,
        concern=found.concern,
        open_concerns=_open_concerns(tx, referral_id, {letter_id, place.letter_id} - {None}),
        task=found.task,
        open_tasks=_open_tasks(tx, referral_id),
        confirmation=found.confirmation,
        joining=found.joining,
        mails=lookups.mails(tx, OUTGOING.c.referral_id == referral_id) if referral_id is not None else (),
    )


def _offers(tx: Tx, place: Place) -> Sequence[Any]:
    """The referral's open one, and the one it is about."""
    wanted = []
    if place.referral_id is not None:
        is_open = OFFER.c.state == fixed(OFFER.c.state, OfferState.OPEN)
        wanted.append(and_(OFFER.c.referral_id == place.referral_id, is_open))
    if place.offer_id is not None:
        wanted.append(OFFER.c.id == place.offer_id)
    return lookups.offer_rows(tx, or_(*wanted)) if wanted else ()


def _matches(tx: Tx, place: Place) -> Sequence[Any]:
    """The referral's that has not ended, and the one it is about."""
    wanted = []
    if place.referral_id is not None:
        wanted.append(and_(MATCH.c.referral_id == place.referral_id, MATCH.c.ended_at.is_(None)))
    if place.match_id is not None:
        wanted.append(MATCH.c.id == place.match_id)
    return lookups.match_rows(tx, or_(*wanted)) if wanted else ()


def _emails(
    tx: Tx, references: Sequence[str], named: Sequence[tuple[str, Snapshot]], now: datetime
) -> Iterator[tuple[str, Snapshot]]:
    """Our emails that are named ("E-17"), and those that wait about a referral that is. Locked: while we decide, none
    of them is claimed."""
    wanted = {int(told[1]) for one in references if (told := EMAIL_REFERENCE.fullmatch(one))}
    wanted |= {mail.id for _, snapshot in named for mail in snapshot.mails if mail.state == OutgoingState.DUE.value}
    if not wanted:
        return
    for outgoing_id in lookups.lock_outgoing(tx, wanted):
        yield of_email(outgoing_id), for_mail(tx, outgoing_id, now)


def _loads(tx: Tx) -> tuple[Load, ...]:
    offers = lookups.offer_rows(tx, OFFER.c.state == fixed(OFFER.c.state, OfferState.OPEN))
    matches = lookups.match_rows(tx, MATCH.c.ended_at.is_(None))
    asked = tuple(Load(row.volunteer_id, row.referral_id, False) for row in offers)
    return asked + tuple(Load(row.volunteer_id, row.referral_id, True) for row in matches)


def _open_concerns(tx: Tx, referral_id: int | None, letter_ids: Iterable[int | None]) -> tuple[Concern, ...]:
    if referral_id is not None:
        return lookups.concerns(tx, CONCERN.c.referral_id == referral_id, CONCERN.c.resolved_at.is_(None))
    letters = sorted(key for key in letter_ids if key is not None)
    return lookups.concerns(tx, CONCERN.c.letter_id.in_(letters), CONCERN.c.resolved_at.is_(None)) if letters else ()


def _open_tasks(tx: Tx, referral_id: int | None) -> tuple[Task, ...]:
    return lookups.tasks(tx, TASK.c.referral_id == referral_id, TASK.c.settled_at.is_(None)) if referral_id else ()


def _supported_by(tx: Tx, volunteer_id: int | None, now: datetime) -> tuple[Referral, ...]:
    if volunteer_id is None:
        return ()
    theirs = select(MATCH.c.referral_id).where(MATCH.c.volunteer_id == volunteer_id, MATCH.c.ended_at.is_(None))
    return lookups.referrals(tx, REFERRAL.c.id.in_(theirs), now=now)


def _one_promise(tx: Tx, promise_id: int, *, lock: bool = False) -> Promise | None:
    if lock:
        tx.session.execute(select(PROMISE.c.id).where(PROMISE.c.id == promise_id).with_for_update()).all()
    return next(iter(lookups.promises(tx, PROMISE.c.id == promise_id)), None)


def _of_kept_letter(tx: Tx, letter_id: int, now: datetime) -> Snapshot:
    """Of a letter that staff name; ``letter_id`` is None when there is no such one."""
    about = About(Entity.LETTER, letter_id)
    row = tx.session.execute(
        select(LETTER.c.arrived_at, LETTER.c.history).where(LETTER.c.id == letter_id)
    ).one_or_none()
    if row is None:
        return Snapshot()
    place = place_of(tx, about)
    lookups.lock_referrals(tx, [place.referral_id] if place.referral_id else [])
    around = _around(tx, place, now, letter_id=letter_id)
    asked = lookups.tasks(tx, TASK.c.letter_id == letter_id, TASK.c.referral_id.is_(None), TASK.c.settled_at.is_(None))
    return replace(
        around, letter_id=letter_id, arrived_at=row.arrived_at, history=row.history, open_tasks=asked
    )  # those about the letter itself: its referral's are told by the referral's own reference
