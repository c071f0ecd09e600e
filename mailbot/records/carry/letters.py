"""Carries out what is decided about letters that came in."""

from __future__ import annotations

from sqlalchemy import select

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import AnsweredByHand, FileLetter, JoinLetter, Mention, OpenAgain
from mailbot.records.books import CONCERN, LETTER, REFERRAL, Books, codes
from mailbot.records.errors import LedgerError
from mailbot.records.journal import Entry
from mailbot.records.tables import LetterState


def join_letter(books: Books, action: JoinLetter) -> Entry:
    books.row(REFERRAL, action.referral_id)
    books.change(LETTER, action.letter_id, referral_id=action.referral_id)
    adopt_concerns(books, action.letter_id, action.referral_id)
    return Entry(About(Entity.LETTER, action.letter_id), action.referral_id, {})


def mention(books: Books, action: Mention) -> Entry | None:
    """Nothing changes; the journal remembers it. A number that is no reference of ours (a year) is none."""
    if not books.is_there(select(REFERRAL.c.id).where(REFERRAL.c.id == action.referral_id)):
        return None
    return Entry(About(Entity.LETTER, action.letter_id), action.referral_id, {})


def adopt_concerns(books: Books, letter_id: int, referral_id: int) -> None:
    """What is still open about the letter freezes the referral that it turns out to belong to."""
    books.connection.execute(
        CONCERN.update()
        .where(CONCERN.c.letter_id == letter_id, CONCERN.c.referral_id.is_(None), CONCERN.c.resolved_at.is_(None))
        .values(referral_id=referral_id)
    )


def file_letter(books: Books, action: FileLetter) -> Entry:
    row = books.row(LETTER, action.letter_id, "outcome", "state", "referral_id")
    if row.outcome is not None:
        raise LedgerError(f"letter {action.letter_id} has an outcome already")
    state = LetterState.OPENED if row.state is LetterState.TAKEN_IN else row.state
    books.change(
        LETTER, action.letter_id,
        outcome=action.outcome, state=state, opened_at=books.now, claimed_by=None, claimed_until=None,
    )  # fmt: skip
    return Entry(About(Entity.LETTER, action.letter_id), row.referral_id, {"outcome": action.outcome})


def answered_by_hand(books: Books, action: AnsweredByHand) -> Entry:
    row = books.change(LETTER, action.letter_id, ("referral_id",), answered_at=books.now)
    return Entry(About(Entity.LETTER, action.letter_id), row.referral_id, {"by": "sent folder"})


def open_again(books: Books, action: OpenAgain) -> Entry:
    """Back to where it was when it had been taken in, with what staff said about it."""
    row = books.row(LETTER, action.letter_id, "outcome", "referral_id")
    books.change(
        LETTER, action.letter_id,
        directed=action.directed, told=action.told or None, state=LetterState.TAKEN_IN, outcome=None, opened_at=None,
        attempts=0, next_attempt_at=None, claimed_by=None, claimed_until=None,
    )  # fmt: skip
    facts = codes(directed=action.directed, was=row.outcome)
    return Entry(About(Entity.LETTER, action.letter_id), row.referral_id, facts)
