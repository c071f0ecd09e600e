"""What a month's figures are counted from: dates and codes, never a name."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from mailbot.casework.figures import MonthFacts, ReferralDates, Span, month_after
from mailbot.casework.timetable import at_london
from mailbot.reading.letter import CallOutcome
from mailbot.records import tables
from mailbot.records.lookups import REFERRAL, batches, rows, table
from mailbot.records.store import Tx

CALL = table(tables.CallRow)
PAUSE = table(tables.PauseRow)


def month_facts(tx: Tx, first: date, now: datetime) -> MonthFacts:
    """All that touches the London month, and all that is open. Future months hold what is open."""
    begin, end = at_london(first, time()), at_london(month_after(first), time())
    dates = REFERRAL.c.received_at, REFERRAL.c.due_at, REFERRAL.c.closed_at
    in_month = [one.between(begin, end) for one in dates]
    query = select(
        REFERRAL.c.id, REFERRAL.c.received_at, REFERRAL.c.due_at, REFERRAL.c.first_contact_at, REFERRAL.c.closed_at
    ).where(or_(REFERRAL.c.closed_at.is_(None), *in_month))
    found = rows(tx, query)
    pauses = _pauses(tx, [row.id for row in found])
    held = CALL.c.outcome == CallOutcome.SPOKE
    return MonthFacts(
        first=first,
        referrals=tuple(
            ReferralDates(
                received_at=row.received_at, due_at=row.due_at, first_contact_at=row.first_contact_at,
                closed_at=row.closed_at, pauses=tuple(pauses.get(row.id, ())),
            )
            for row in found
        ),
        conversations=_calls(tx, func.count(), held, begin, min(end, now)),
        tries=_calls(tx, func.coalesce(func.sum(CALL.c.attempts), 0), ~held, begin, min(end, now)),
    )  # fmt: skip


def _calls(tx: Tx, what: Any, where: ColumnElement[bool], begin: datetime, end: datetime) -> int:
    query = select(what).select_from(CALL).where(where, CALL.c.at >= begin, CALL.c.at <= end)
    return int(tx.session.execute(query).scalar_one())


def _pauses(tx: Tx, ids: list[int]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for some in batches(ids):
        query = select(PAUSE.c.referral_id, PAUSE.c.since, PAUSE.c.until).where(PAUSE.c.referral_id.in_(some))
        for row in rows(tx, query):
            found.setdefault(row.referral_id, []).append((row.since, row.until))
    return found
