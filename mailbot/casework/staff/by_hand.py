"""Staff answered a letter by hand, from the mailbox itself: what that settles, and what it does not.

Their words are not read: what was promised about calls, a concern, and whatever needs a decision stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, AnsweredByHand, CancelMail, Climb, SettleTask
from mailbot.casework.promises import Promise
from mailbot.casework.snapshot import Task
from mailbot.casework.staff.orders.letters import ANSWERED_BY_AN_EMAIL
from mailbot.casework.timetable import ONE_DAY
from mailbot.casework.touchpoints import EssentialsReminder, LetterReceived

BY = "sent folder"
ASKED_AGAIN_AFTER = ONE_DAY  # the question for what is missing never comes on the day of a person's own answer


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredLetter:
    """The letter that was answered. ``essentials``: the open promise to ask once more for what is missing."""

    letter_id: int
    referral_id: int | None = None
    tasks: tuple[Task, ...] = ()  # open ones about this letter
    concern_open: bool = False
    essentials: Promise | None = None


def answered_by_hand(answered: AnsweredLetter, now: datetime) -> list[Action]:
    """Off the list what an answer deals with; not while a concern is open, which a named person resolves (never 1)."""
    actions: list[Action] = [
        AnsweredByHand(letter_id=answered.letter_id),
        CancelMail(
            about=About(Entity.LETTER, answered.letter_id), reason="answered by hand",
            touchpoints=(LetterReceived.template(),),
        ),
    ]  # fmt: skip
    if not answered.concern_open:
        actions += [
            SettleTask(task_id=one.id, outcome="answered by hand", by=BY)
            for one in answered.tasks
            if one.reason in ANSWERED_BY_AN_EMAIL
        ]
    return actions + _ask_no_more_today(answered, now)


def _ask_no_more_today(answered: AnsweredLetter, now: datetime) -> list[Action]:
    """A reminder of ours (row 2) that waits to go, goes no more; one that is due within a day is put off by a day: what
    they wrote may have been the same question. It is not dropped, since it may not have been."""
    promise = answered.essentials
    if answered.referral_id is None or promise is None:
        return []
    cancel = CancelMail(
        about=About(Entity.REFERRAL, answered.referral_id), reason="answered by hand",
        touchpoints=(EssentialsReminder.template(),),
    )  # fmt: skip
    if promise.step or promise.next_step_at - now >= ASKED_AGAIN_AFTER:
        return [cancel]
    later = max(promise.next_step_at, now) + ASKED_AGAIN_AFTER
    return [cancel, Climb(kind=promise.kind, about=promise.about, step=promise.step, next_step_at=later)]
