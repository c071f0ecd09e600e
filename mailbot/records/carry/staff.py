"""Carries out what is decided about concerns, tasks and confirmations."""

from __future__ import annotations

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    AskConfirmation,
    AskStaff,
    ConcernPaged,
    EscalateTask,
    OpenConcern,
    ResolveConcern,
    SeeConcern,
    Settle,
    SettleTask,
    UseConfirmation,
)
from mailbot.casework.promises import PromiseKind
from mailbot.records.books import CONCERN, CONFIRMATION, TASK, Books, codes
from mailbot.records.carry.promises import settle
from mailbot.records.errors import LedgerError
from mailbot.records.journal import Entry


def open_concern(books: Books, action: OpenConcern) -> Entry:
    books.insert(
        CONCERN,
        id=action.concern_id,
        referral_id=action.referral_id,
        letter_id=action.letter_id,
        opened_at=books.now,
        categories=action.categories,
        urgent=action.urgent,
        language_only=action.language_only,
        letter=action.letter or None,
        words=action.words,
    )
    facts = {"letter": action.letter_id, "urgent": action.urgent, "language_only": action.language_only}
    return Entry(About(Entity.CONCERN, action.concern_id), action.referral_id, facts)


def concern_paged(books: Books, action: ConcernPaged) -> Entry:
    paged = books.row(CONCERN, action.concern_id, "paged").paged + 1
    row = books.change(CONCERN, action.concern_id, ("referral_id",), paged=paged)
    return Entry(About(Entity.CONCERN, action.concern_id), row.referral_id, {"paged": paged})


def see_concern(books: Books, action: SeeConcern) -> Entry:
    """The first who saw it stays named; the journal names everybody."""
    about = About(Entity.CONCERN, action.concern_id)
    _named(action.staff_id)
    row = books.row(CONCERN, action.concern_id, "referral_id", "seen_by")
    if row.seen_by is None:
        books.change(CONCERN, action.concern_id, seen_by=action.staff_id, seen_at=books.now)
    return Entry(about, row.referral_id, {"by": action.staff_id})


def resolve_concern(books: Books, action: ResolveConcern) -> Entry:
    """Only a named person ends a concern (service.md, never 1): raises ``LedgerError`` otherwise."""
    about = About(Entity.CONCERN, action.concern_id)
    _named(action.staff_id)
    row = books.row(CONCERN, action.concern_id, "referral_id", "resolved_at")
    facts = {"by": action.staff_id}
    if row.resolved_at is not None:
        return Entry(about, row.referral_id, facts | {"was": "resolved already"}, {"text": action.text})
    books.change(CONCERN, action.concern_id, resolved_by=action.staff_id, resolved_at=books.now, resolution=action.text)
    return Entry(about, row.referral_id, facts, {"text": action.text})


def ask_staff(books: Books, action: AskStaff) -> Entry:
    task = action.task
    books.insert(
        TASK,
        id=task.id,
        reason=task.reason,
        asked_at=task.asked_at,
        assigned_to=task.assigned_to,
        referral_id=task.referral_id,
        letter_id=task.letter_id,
        volunteer_id=task.volunteer_id,
        offer_id=task.offer_id,
        match_id=task.match_id,
        settled_at=task.settled_at,
        escalated=task.escalated,
        letter=task.letter or None,
        facts=task.facts,
        with_it=task.with_it,
    )
    facts = codes(
        reason=task.reason.value, assigned_to=task.assigned_to, letter=task.letter_id, volunteer=task.volunteer_id,
        offer=task.offer_id, match=task.match_id,
    )  # fmt: skip
    return Entry(About(Entity.TASK, task.id), task.referral_id, facts)


def escalate_task(books: Books, action: EscalateTask) -> Entry:
    escalated = books.row(TASK, action.task_id, "escalated").escalated + 1
    row = books.change(TASK, action.task_id, ("referral_id",), escalated=escalated, assigned_to=action.assigned_to)
    facts = {"escalated": escalated, "assigned_to": action.assigned_to}
    return Entry(About(Entity.TASK, action.task_id), row.referral_id, facts)


def settle_task(books: Books, action: SettleTask) -> Entry:
    """The first outcome stays; its promise is settled in any case."""
    about = About(Entity.TASK, action.task_id)
    row = books.row(TASK, action.task_id, "referral_id", "settled_at")
    facts = {"outcome": action.outcome, "by": action.by}
    if row.settled_at is None:
        books.change(TASK, action.task_id, settled_at=books.now, settled_by=action.by, outcome=action.outcome)
    else:
        facts["was"] = "settled already"
    settle(books, Settle(kind=PromiseKind.STAFF_TASK, about=about, outcome=action.outcome))
    return Entry(about, row.referral_id, facts)


def ask_confirmation(books: Books, action: AskConfirmation) -> Entry:
    asked = action.confirmation
    books.insert(
        CONFIRMATION,
        id=asked.id,
        staff_id=asked.staff_id,
        commands=asked.commands,
        asked_at=asked.asked_at,
        expires_at=asked.expires_at,
        used_at=asked.used_at,
        about_entity=asked.about.entity if asked.about else None,
        about_id=asked.about.id if asked.about else None,
    )
    facts = codes(staff=asked.staff_id, commands=len(asked.commands), expires_at=asked.expires_at)
    return Entry(About(Entity.CONFIRMATION, asked.id), None, facts)


def use_confirmation(books: Books, action: UseConfirmation) -> Entry:
    """Raises ``LedgerError`` the second time: a yes counts once."""
    row = books.row(CONFIRMATION, action.confirmation_id, "staff_id", "used_at")
    if row.used_at is not None:
        raise LedgerError(f"confirmation {action.confirmation_id} was used already")
    books.change(CONFIRMATION, action.confirmation_id, used_at=books.now)
    return Entry(About(Entity.CONFIRMATION, action.confirmation_id), None, {"staff": row.staff_id})


def _named(staff_id: str) -> None:
    if not staff_id:
        raise LedgerError("a concern is seen and resolved by a named person only")
