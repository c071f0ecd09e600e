"""Overviews for people: the morning digest's figures, ``mailbot status``, the list of referrals, a referral's diary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Table, func, or_, select

from mailbot.casework.about import About
from mailbot.casework.people import Party
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import DeskReport, OfferState
from mailbot.casework.timetable import Span
from mailbot.reading.letter import Kind
from mailbot.records import halts, lookups
from mailbot.records.coming_rows import coming_mail
from mailbot.records.inbox_rows import GAP, LOOK, MARK, UNFETCHED
from mailbot.records.journal import entries_for_referral
from mailbot.records.lookups import CONCERN, LETTER, MATCH, OFFER, OUTGOING, PROMISE, REFERRAL, TASK, fixed, rows
from mailbot.records.store import Tx
from mailbot.records.tables import LetterState, OutgoingState
from mailbot.records.volunteer_rows import list_volunteers

A_DAY = timedelta(days=1)
LATE = timedelta(minutes=15)  # due for so long and not gone: something is wrong
REFUSED_MADE_WITHIN = timedelta(days=10)  # longer than any policy tries
MACHINES = (Kind.AUTO_REPLY.value, Kind.RECEIPT.value, Kind.MAILING_LIST.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLook:
    """The last full look at a folder of the mailbox."""

    folder: str
    looked_at: datetime
    without_outcome: int
    gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Counts for ``mailbot status``; ``referrals`` are the open ones by stage, ``outgoing`` the unsettled by state."""

    letters_to_open: int
    letters_set_aside: int
    letters_not_fetched: int
    letters_last_day: int
    referrals: tuple[tuple[Stage, int], ...]
    open_concerns: int
    open_tasks: int
    open_promises: int
    promises_due: int  # whose next step has come and was not taken yet
    outgoing: tuple[tuple[OutgoingState, int], ...]
    outgoing_late: int  # due more than 15 minutes ago and not gone
    refused_last_day: int
    folders: tuple[FolderLook, ...]


class DiaryKind(StrEnum):
    DONE = "done"  # an entry of the journal
    MAIL = "mail"  # an outgoing letter: when it went, or is to go
    PROMISE = "promise"  # the next step of an open one


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """``what`` is the action, touchpoint or promise kind; ``note`` a short code: cause, state and to whom, or step."""

    at: datetime
    kind: DiaryKind
    what: str
    about: About | None
    note: str


def desk_report(tx: Tx, now: datetime, span: Span | None = None) -> DeskReport:
    """``span``: what came since and what goes until; without one, the last 24 hours and the next."""
    span = span or Span(now - A_DAY, now + A_DAY)
    offers = lookups.offer_rows(tx, OFFER.c.state == fixed(OFFER.c.state, OfferState.OPEN))
    matches = lookups.match_rows(tx, MATCH.c.ended_at.is_(None))
    volunteers = list_volunteers(tx)
    people = {one.id: one for one in volunteers}
    lately = LETTER.c.taken_in_at >= span.since
    looks = rows(tx, select(LOOK.c.looked_at, LOOK.c.without_outcome))
    return DeskReport(
        referrals=list_referrals(tx, open_only=True, now=now),
        offers=tuple(lookups.as_offer(row, people) for row in offers),
        matches=tuple(lookups.as_match(row, people) for row in matches),
        concerns=lookups.concerns(tx, CONCERN.c.resolved_at.is_(None)),
        tasks=lookups.tasks(tx, TASK.c.settled_at.is_(None)),
        volunteers=volunteers,
        promises=lookups.promises(tx, PROMISE.c.settled_at.is_(None)),
        letters_since=_count(tx, LETTER, lately, LETTER.c.state != LetterState.DUPLICATE),
        spam_since=_count(tx, LETTER, lately, LETTER.c.outcome == "spam"),
        machines_since=_count(tx, LETTER, lately, LETTER.c.kind.in_(MACHINES)),
        set_aside=_letters(tx, LetterState.SET_ASIDE) + _count(tx, UNFETCHED),
        waiting_to_be_opened=_letters(tx, LetterState.TAKEN_IN),
        history_letters=_count(tx, LETTER, lately, LETTER.c.history, LETTER.c.state != LetterState.DUPLICATE),
        unsent=_late(tx, now),
        uncertain=_outgoing(tx, OutgoingState.UNCERTAIN),
        refused_since=_refused(tx, span.since),
        last_look_at=max((row.looked_at for row in looks), default=None),
        without_outcome=sum(row.without_outcome for row in looks),
        gaps=_count(tx, MARK, MARK.c.name == GAP, MARK.c.at >= span.since),
        coming=coming_mail(tx, until=span.until),
        halt=halts.halt(tx),
        answered_by_hand=_count(tx, LETTER, LETTER.c.answered_at >= span.since),
    )


def status(tx: Tx, now: datetime) -> Status:
    by_stage = select(REFERRAL.c.stage, func.count().label("many")).where(_is_open()).group_by(REFERRAL.c.stage)
    looks = rows(tx, select(*LOOK.c).order_by(LOOK.c.folder))
    is_open = PROMISE.c.settled_at.is_(None)
    waiting = (OutgoingState.DUE, OutgoingState.SENDING, OutgoingState.UNCERTAIN)
    return Status(
        letters_to_open=_letters(tx, LetterState.TAKEN_IN),
        letters_set_aside=_letters(tx, LetterState.SET_ASIDE),
        letters_not_fetched=_count(tx, UNFETCHED),
        letters_last_day=_count(tx, LETTER, LETTER.c.taken_in_at > now - A_DAY),
        referrals=tuple(sorted((row.stage, row.many) for row in rows(tx, by_stage))),
        open_concerns=_count(tx, CONCERN, CONCERN.c.resolved_at.is_(None)),
        open_tasks=_count(tx, TASK, TASK.c.settled_at.is_(None)),
        open_promises=_count(tx, PROMISE, is_open),
        promises_due=_count(tx, PROMISE, is_open, PROMISE.c.next_step_at <= now),
        outgoing=tuple((state, _outgoing(tx, state)) for state in waiting),
        outgoing_late=_late(tx, now),
        refused_last_day=_refused(tx, now - A_DAY),
        folders=tuple(
            FolderLook(folder=row.folder, looked_at=row.looked_at, without_outcome=row.without_outcome, gaps=row.gaps)
            for row in looks
        ),
    )


def list_referrals(tx: Tx, *, open_only: bool, now: datetime) -> tuple[Referral, ...]:
    """Newest first."""
    return lookups.referrals(tx, *((_is_open(),) if open_only else ()), now=now)


def diary(tx: Tx, referral_id: int) -> tuple[DiaryEntry, ...]:
    """What was done and sent, and what is promised next, in the order of time. References and codes only."""
    entries = (*_done(tx, referral_id), *_mails(tx, referral_id), *_coming(tx, referral_id))
    return tuple(sorted(entries, key=lambda one: one.at))


def _is_open() -> ColumnElement[bool]:
    return REFERRAL.c.stage != fixed(REFERRAL.c.stage, Stage.CLOSED)


def _count(tx: Tx, table: Table, *where: ColumnElement[bool]) -> int:
    return int(tx.session.execute(select(func.count()).select_from(table).where(*where)).scalar_one())


def _letters(tx: Tx, state: LetterState) -> int:
    return _count(tx, LETTER, LETTER.c.state == fixed(LETTER.c.state, state))


def _outgoing(tx: Tx, state: OutgoingState) -> int:
    return _count(tx, OUTGOING, OUTGOING.c.state == fixed(OUTGOING.c.state, state))


def _late(tx: Tx, now: datetime) -> int:
    """Those that wait for the end of quiet hours are not late; those that were tried in vain are."""
    o = OUTGOING.c
    overdue = or_(o.attempts > 0, o.next_attempt_at <= now - LATE)
    claimable = (o.party == Party.STAFF,) if halts.is_halted(tx) else ()  # what is paused is not late
    is_due = o.state == fixed(o.state, OutgoingState.DUE)
    return _count(tx, OUTGOING, is_due, o.send_at <= now - LATE, overdue, *claimable)


def _refused(tx: Tx, since: datetime) -> int:
    """Tries go on for days, so it counts when it was refused, not when it was made."""
    o = OUTGOING.c
    made_lately = o.made_at > since - REFUSED_MADE_WITHIN
    return _count(tx, OUTGOING, made_lately, o.state == OutgoingState.REFUSED, o.next_attempt_at >= since)


def _done(tx: Tx, referral_id: int) -> Iterator[DiaryEntry]:
    for one in entries_for_referral(tx, referral_id):
        cause = one.cause
        note = " ".join(word for word in (cause.kind, cause.name, f"{cause.id or ''}") if word)
        yield DiaryEntry(at=one.at, kind=DiaryKind.DONE, what=one.action, about=one.entry.about, note=note)


def _mails(tx: Tx, referral_id: int) -> Iterator[DiaryEntry]:
    o = OUTGOING.c
    query = select(
        o.touchpoint, o.about_entity, o.about_id, o.party, o.state, o.reason, o.sent_at, o.next_attempt_at
    ).where(o.referral_id == referral_id)
    for row in rows(tx, query.order_by(o.id)):
        about = About(row.about_entity, row.about_id)
        note = " ".join(word for word in (row.party.value, row.state.value, row.reason) if word)
        at = row.sent_at or row.next_attempt_at
        yield DiaryEntry(at=at, kind=DiaryKind.MAIL, what=row.touchpoint, about=about, note=note)


def _coming(tx: Tx, referral_id: int) -> Iterator[DiaryEntry]:
    for one in lookups.promises(tx, PROMISE.c.referral_id == referral_id, PROMISE.c.settled_at.is_(None)):
        note = f"step {one.step}"
        yield DiaryEntry(at=one.next_step_at, kind=DiaryKind.PROMISE, what=one.kind.value, about=one.about, note=note)
