"""Carries out what is decided about proposals: who was proposed, refused, or is proposed no more."""

from __future__ import annotations

from sqlalchemy import select, update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Propose, RefuseProposed, SettleTask, WithdrawProposal
from mailbot.casework.snapshot import TaskReason
from mailbot.records.books import PROPOSED, TASK, Books
from mailbot.records.carry.staff import settle_task
from mailbot.records.journal import Entry


def propose(books: Books, action: Propose) -> Entry:
    for place, volunteer_id in enumerate(action.volunteer_ids, start=1):
        books.insert(
            PROPOSED, task_id=action.task_id, place=place, volunteer_id=volunteer_id, referral_id=action.referral_id
        )
    facts = {"volunteers": list(action.volunteer_ids)}
    return Entry(About(Entity.TASK, action.task_id), action.referral_id, facts)


def refuse_proposed(books: Books, action: RefuseProposed) -> Entry:
    referral_id = books.row(TASK, action.task_id, "referral_id").referral_id
    refused = update(PROPOSED).where(PROPOSED.c.task_id == action.task_id).values(refused_at=books.now)
    books.connection.execute(refused)
    return Entry(About(Entity.TASK, action.task_id), referral_id, {})


def withdraw_proposal(books: Books, action: WithdrawProposal) -> Entry | None:
    """One at most is open (``uq_task_open_proposal``)."""
    query = select(TASK.c.id).where(
        TASK.c.referral_id == action.referral_id, TASK.c.settled_at.is_(None), TASK.c.reason == TaskReason.PROPOSAL
    )
    found = books.connection.execute(query).scalar_one_or_none()
    if found is None:
        return None
    return settle_task(books, SettleTask(task_id=found, outcome=action.reason, by="mailbot"))
