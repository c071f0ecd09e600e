"""Emails that wait to go, as lists show them: no address, and no name but a volunteer's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from mailbot.casework.people import Party
from mailbot.casework.snapshot import ComingMail
from mailbot.records import lookups
from mailbot.records.lookups import OUTGOING, fixed, rows
from mailbot.records.store import Tx
from mailbot.records.tables import OutgoingState


def coming_mail(tx: Tx, *, until: datetime | None = None) -> tuple[ComingMail, ...]:
    """Those that go until ``until`` as things stand, the soonest first. Pages are left out: they wait for nobody."""
    o = OUTGOING.c
    is_due = o.state == fixed(o.state, OutgoingState.DUE)
    where = (is_due, o.page.is_(False), *((o.next_attempt_at <= until,) if until else ()))
    mails = {one.id: one for one in lookups.mails(tx, *where)}
    query = select(o.id, o.made_at, o.send_at, o.next_attempt_at, o.attempts, o.letter_id).where(*where)
    names = select(o.id, o.name).where(*where, o.party == Party.VOLUNTEER)
    volunteers = {row.id: row.name for row in rows(tx, names)}
    return tuple(
        ComingMail(
            mail=mails[row.id],
            made_at=row.made_at,
            send_at=row.send_at,
            goes_at=row.next_attempt_at,
            tries=row.attempts,
            letter_id=row.letter_id,
            volunteer_name=volunteers.get(row.id) or "",
        )
        for row in rows(tx, query.order_by(o.next_attempt_at, o.id))
    )
