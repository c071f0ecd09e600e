"""Promises: something due by a time. Kinds, the row as a value, and the ladder that each kind climbs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.casework.about import About


class PromiseKind(StrEnum):
    """Each names the timetable row of ``service.md`` that it keeps, and who acts when nobody answers."""

    FIRST_CONTACT = "first_contact"  # rows 5 and 8, about a referral: a conversation within one week
    ESSENTIALS = "essentials"  # row 2, about a referral: a number and times are still missing
    OFFER_ANSWER = "offer_answer"  # row 4, about an offer
    FAMILY_TOLD = "family_told"  # row 6, about a match: the family knows before the volunteer gets the number
    FIRST_CALL = "first_call"  # row 7, about a match: did you speak?
    ATTEMPT = "attempt"  # row 7, about a match: another try after "no answer"
    NEXT_CALL = "next_call"  # row 11, about a match: the next planned call
    STILL_WAITING = "still_waiting"  # row 12, about a referral: staff have called, and nobody supports them yet
    STAFF_TASK = "staff_task"  # row 3, about a task: a person must act, then the lead
    JOINING = "joining"  # about a joining: somebody who would like to volunteer answers, then staff are told
    CONCERN = "concern"  # row 22, about a concern: every 15 minutes up the rota until "seen", then until resolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A row: ``step`` is the next rung of the ladder, taken at ``next_step_at``. Open while ``settled_at`` is None."""

    id: int
    kind: PromiseKind
    about: About
    made_at: datetime
    due_at: datetime
    next_step_at: datetime
    step: int = 0
    settled_at: datetime | None = None
    outcome: str | None = None
