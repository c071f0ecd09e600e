"""Letters going out: claimed when they may go, and what became of each (design rule 5).

``due -> sending -> sent | refused | uncertain``, or ``cancelled`` for a named reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, func, select, update

from mailbot.casework.mails.release import Judgement, Verdict, judge
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.snapshot import SentMail
from mailbot.records.halts import is_halted
from mailbot.records.lookups import OUTGOING, batches, fixed, mails, rows
from mailbot.records.releasing import waiting_mails
from mailbot.records.store import Tx
from mailbot.records.tables import OutgoingState

TO_JUDGE = (
    "id", "party", "address", "use_by", "is_answer", "despite_freeze", "rests_on", "referral_id", "letter_id",
    "answers_letter", "sent_again", "unasked", "touchpoint",
)  # fmt: skip
CLAIM = timedelta(minutes=10)  # a worker that has not told the outcome by then is taken for dead
FIRST_RETRY, LONGEST_RETRY = timedelta(minutes=1), timedelta(hours=2)
REDIRECTED = "redirected"  # why a letter counts as sent though its person never got it (outbox.mode, design rule 1)
ONCE_MORE = 1  # so often an uncertain one is sent again


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedMail:
    """``raw`` is the finished message, or a page's text. ``attempts`` counts this one; ``phone`` serves pages only."""

    id: int
    message_id: str
    raw: bytes
    party: Party
    address: str
    attempts: int
    page: bool
    made_at: datetime
    touchpoint: str
    phone: str = ""
    sent_again: int = 0


@dataclass(frozen=True, slots=True)
class Claims:
    """What goes now, and what was cancelled instead: flow tells whatever rested on it."""

    mails: tuple[ClaimedMail, ...]
    cancelled_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainMail:
    """The server's answer after the final dot was lost: look in the Sent folder, else send it once more."""

    id: int
    message_id: str
    page: bool
    attempts: int


def claim(tx: Tx, *, now: datetime, limit: int, policy: Policy, worker: str, pages: bool) -> Claims:
    """Judge up to ``limit`` letters whose time has come: pages only, or everything else. Nobody else gets the same.

    While everything is paused only mail to staff is looked at: the others stay as they are, in their order.
    """
    asked = _due(tx, now, limit, pages, halted=is_halted(tx))
    waiting = waiting_mails(tx, asked, now)
    gone: dict[int, list[datetime]] = {}  # unasked mail to each family that goes with this very claim
    go, cancelled = [], []
    for row in asked:
        mail = waiting[row.id]
        if mail.unasked_at is not None:
            mail = replace(mail, unasked_at=(*mail.unasked_at, *gone.get(row.referral_id, ())))
        judgement = judge(mail, policy, now)
        if judgement.verdict is Verdict.GO:
            go.append(row.id)
            if mail.unasked_at is not None:
                gone.setdefault(row.referral_id, []).append(now)
        elif judgement.verdict is Verdict.WAIT:
            _set(tx, [row.id], next_attempt_at=judgement.until)
        elif _cancel(tx, row, judgement):
            cancelled.append(row.id)
    _set(
        tx,
        go,
        state=OutgoingState.SENDING,
        claimed_by=worker,
        claimed_until=now + CLAIM,
        attempts=OUTGOING.c.attempts + 1,
    )
    return Claims(_claimed(tx, go), tuple(cancelled))


def delivered(tx: Tx, outgoing_id: int, now: datetime, **reason: str) -> None:
    """The server accepted it, or it was found in the Sent folder. ``reason``: ``REDIRECTED`` on trial."""
    all_delivered(tx, [outgoing_id], now, **reason)


def all_delivered(tx: Tx, outgoing_ids: Iterable[int], now: datetime, **reason: str) -> None:
    """The same of many, in few statements."""
    _set(tx, outgoing_ids, state=OutgoingState.SENT, sent_at=now, **_RELEASED, **reason)


def redirected(tx: Tx) -> int:
    """How many emails to families, referrers and volunteers went to the trial's address only."""
    o = OUTGOING.c
    query = select(func.count()).select_from(OUTGOING)
    query = query.where(o.state == OutgoingState.SENT, o.reason == REDIRECTED, o.party != Party.STAFF)
    return int(tx.session.execute(query).scalar_one())


def refused(tx: Tx, outgoing_id: int, why: str, now: datetime) -> None:
    """For good (5xx). Whatever looks like an address is struck out of ``why``."""
    outcome = {"state": OutgoingState.REFUSED, "reason": _discreet(why), "next_attempt_at": now}
    _set(tx, [outgoing_id], _UNDER_WAY, **outcome, **_RELEASED)


def try_again(tx: Tx, outgoing_id: int, why: str, now: datetime, policy: Policy) -> bool:
    """Later: after a minute, doubling up to two hours. True when it was given up instead, after ``retry_days``."""
    o = OUTGOING.c
    row = tx.session.execute(select(o.attempts, o.send_at).where(o.id == outgoing_id)).one()
    if now - row.send_at >= timedelta(days=policy.retry_days):
        refused(tx, outgoing_id, f"gave up: {why}", now)
        return True
    pause = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(max(row.attempts - 1, 0), 10))
    outcome = {"state": OutgoingState.DUE, "reason": _discreet(why), "next_attempt_at": now + pause}
    _set(tx, [outgoing_id], _UNDER_WAY, **outcome, **_RELEASED)
    return False


def became_uncertain(tx: Tx, outgoing_id: int, now: datetime) -> None:
    """No answer came after the final dot."""
    _set(
        tx,
        [outgoing_id],
        _is(OutgoingState.SENDING),
        state=OutgoingState.UNCERTAIN,
        next_attempt_at=now,
        **_RELEASED,
    )


def uncertain_due(tx: Tx, now: datetime, policy: Policy) -> list[UncertainMail]:
    """Uncertain for long enough to look into. One that was sent again already is left to staff, and in ``status``."""
    o = OUTGOING.c
    query = select(o.id, o.message_id, o.page, o.attempts).where(
        _is(OutgoingState.UNCERTAIN),
        o.next_attempt_at <= now - timedelta(minutes=policy.uncertain_after_minutes),
        o.sent_again < ONCE_MORE,
    )
    return [
        UncertainMail(id=row.id, message_id=row.message_id, page=row.page, attempts=row.attempts)
        for row in rows(tx, query.order_by(o.next_attempt_at, o.id).with_for_update(skip_locked=True))
    ]


def send_once_more(tx: Tx, outgoing_id: int, now: datetime) -> bool:
    """With the same Message-ID, and counted. False when it is not uncertain any more, or was sent again already."""
    o = OUTGOING.c
    return _set(
        tx,
        [outgoing_id],
        _is(OutgoingState.UNCERTAIN),
        o.sent_again < ONCE_MORE,
        state=OutgoingState.DUE,
        sent_again=o.sent_again + 1,
        next_attempt_at=now,
    )


def expire_claims(tx: Tx, now: datetime) -> int:
    """Claims whose worker died: nobody knows how far it came, so they are uncertain since they ran out. How many."""
    o = OUTGOING.c
    query = select(o.id, o.claimed_until).where(_is(OutgoingState.SENDING), o.claimed_until <= now)
    expired = rows(tx, query.with_for_update(skip_locked=True))
    for row in expired:
        became_uncertain(tx, row.id, row.claimed_until)
    return len(expired)


def renew_claims(tx: Tx, ids: Iterable[int], worker: str, now: datetime) -> None:
    """They are still being sent by this worker."""
    _set(tx, ids, OUTGOING.c.claimed_by == worker, claimed_until=now + CLAIM)


def next_due_at(tx: Tx) -> datetime | None:
    """When the next waiting letter is to be looked at; while everything is paused, the next one to staff."""
    o = OUTGOING.c
    query = select(o.next_attempt_at).where(_is(OutgoingState.DUE), *_claimable(is_halted(tx)))
    query = query.order_by(o.next_attempt_at).limit(1)
    return tx.session.execute(query).scalar_one_or_none()


def find_by_message_ids(tx: Tx, message_ids: Sequence[str]) -> tuple[SentMail, ...]:
    """Ours among these Message-IDs (with angle brackets), newest first."""
    wanted = list(dict.fromkeys(message_ids))[:50]  # a hostile References header names thousands
    return mails(tx, OUTGOING.c.message_id.in_(wanted)) if wanted else ()


def lately_sent(tx: Tx, limit: int) -> list[str]:
    """The Message-IDs of the latest letters that the server accepted, newest first: what a Sent folder should hold."""
    o = OUTGOING.c
    query = select(o.message_id).where(o.state == OutgoingState.SENT, o.page.is_(False)).order_by(o.id.desc())
    return [row.message_id for row in rows(tx, query.limit(limit))]


_RELEASED: dict[str, Any] = {"claimed_by": None, "claimed_until": None}
# a worker that was taken for dead must not bring back what has been settled since
_UNDER_WAY = OUTGOING.c.state.in_((OutgoingState.SENDING, OutgoingState.UNCERTAIN))


def _claimable(halted: bool) -> tuple[ColumnElement[bool], ...]:
    return (OUTGOING.c.party == Party.STAFF,) if halted else ()


def _due(tx: Tx, now: datetime, limit: int, pages: bool, *, halted: bool) -> Sequence[Any]:
    o = OUTGOING.c
    query = (
        select(*(o[name] for name in TO_JUDGE))
        .where(_is(OutgoingState.DUE), o.next_attempt_at <= now, o.send_at <= now, o.page == pages)
        .where(*_claimable(halted))
        .order_by(o.next_attempt_at, o.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return rows(tx, query)


def _is(state: OutgoingState) -> ColumnElement[bool]:
    return OUTGOING.c.state == fixed(OUTGOING.c.state, state)


def _cancel(tx: Tx, row: Any, judgement: Judgement) -> bool:
    """One that may have been delivered before stays uncertain: cancelling it would say that it never went."""
    state = OutgoingState.UNCERTAIN if row.sent_again else OutgoingState.CANCELLED
    _set(tx, [row.id], state=state, reason=judgement.reason)
    return state is OutgoingState.CANCELLED


def _claimed(tx: Tx, ids: Sequence[int]) -> tuple[ClaimedMail, ...]:
    if not ids:
        return ()
    o = OUTGOING.c
    wanted = (
        o.id, o.message_id, o.raw, o.party, o.address, o.attempts, o.page, o.made_at, o.touchpoint, o.phone,
        o.sent_again,
    )  # fmt: skip
    found = {
        row.id: ClaimedMail(**(row._asdict() | {"phone": row.phone or ""}))
        for some in batches(ids)
        for row in rows(tx, select(*wanted).where(o.id.in_(some)))
    }
    return tuple(found[outgoing_id] for outgoing_id in ids)


def _set(tx: Tx, ids: Iterable[int], *where: ColumnElement[bool], **values: Any) -> bool:
    """Whether any row was changed."""
    changed = 0
    for some in batches(ids):
        query = update(OUTGOING).where(OUTGOING.c.id.in_(some), *where).values(values)
        changed += cast("CursorResult[Any]", tx.session.execute(query)).rowcount
    return changed > 0


def _discreet(why: str) -> str:
    return re.sub(r"\S*@\S*", "…", why)[:200]
