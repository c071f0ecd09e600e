"""What is asked back by a fresh token before it is done: orders without proof of the sender, and weighty ones.

An answer counts once, within its time, and only from whom the question went to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    AskConfirmation,
    EraseReferral,
    MoveTo,
    PauseEverything,
    ResumeEverything,
    Send,
    UseConfirmation,
)
from mailbot.casework.references import listed
from mailbot.casework.referral import Stage
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import Confirmation
from mailbot.casework.staff.commands import describe
from mailbot.casework.staff.order import Desk, Outcome
from mailbot.casework.staff.order_round import Carried
from mailbot.casework.staff.orders import halting
from mailbot.casework.touchpoints import CommandConfirm
from mailbot.reading.letter import StaffCommand, StaffFacts, Verb

CONFIRMATION_LASTS = timedelta(days=3)
PEOPLE_UNASKED = 5  # what sends to more is asked back (issue: the staff's desk)
CLOSED_UNASKED = 1


def consequences(carried: Sequence[Carried], desk: Desk) -> tuple[str, ...]:
    """Why all these orders together need a yes, a line each; () when they do not."""
    actions = [action for one in carried for action in one.outcome.actions]
    erased = sorted({one.referral_id for one in actions if isinstance(one, EraseReferral)})
    closed = sorted({one.referral_id for one in actions if isinstance(one, MoveTo) and one.stage is Stage.CLOSED})
    people = {one.to.address.lower() for one in actions if isinstance(one, Send)} - {desk.staff.address.lower()}
    lines = []
    if erased:
        lines.append(f"It erases {listed(erased)}. Nobody can bring that back.")
    if len(closed) > CLOSED_UNASKED:
        lines.append(f"It closes {len(closed)}: {listed(closed)}.")
    if len(people) > PEOPLE_UNASKED:
        lines.append(f"It writes to {len(people)} people.")
    lines += halting.consequences(actions)
    return tuple(lines)


def is_weighty(one: Carried) -> bool:
    """Of an email that needs a yes, this order waits for it; what only notes, sees or shows is done at once."""
    grave = Send | EraseReferral | PauseEverything | ResumeEverything
    ends = any(isinstance(action, grave) for action in one.outcome.actions)
    return ends or any(isinstance(action, MoveTo) and action.stage is Stage.CLOSED for action in one.outcome.actions)


def ask_to_confirm(
    commands: Sequence[StaffCommand], desk: Desk, *, because: tuple[str, ...] = (), proved: bool
) -> list[Action]:
    """The registered address gets a fresh token; a "yes" that comes back with it is proof enough."""
    confirmation = Confirmation(
        id=desk.ids.new(Entity.CONFIRMATION),
        staff_id=desk.staff.id,
        commands=tuple(commands),
        asked_at=desk.now,
        expires_at=desk.now + CONFIRMATION_LASTS,
        about=desk.context.answered.about if desk.context.answered else None,
    )
    words = CommandConfirm(
        first_name=desk.staff.first_name,
        commands=tuple(describe(one) for one in commands),
        consequences=because,
        proved=proved,
    )
    mail = to_staff(
        words, member=desk.staff, about=About(Entity.CONFIRMATION, confirmation.id), ids=desk.ids, now=desk.now,
        letter_id=desk.letter_id, answers_letter=desk.letter_id,
    )  # fmt: skip
    return [AskConfirmation(confirmation=confirmation), mail]


def confirmed(facts: StaffFacts, desk: Desk) -> Confirmation | None:
    """The waiting commands, when this is a yes to them and nothing else, and the yes counts."""
    asked = desk.context.confirmation
    return asked if asked is not None and _says(Verb.YES, facts, asked) and not _why_not(asked, desk) else None


def settled_otherwise(facts: StaffFacts, desk: Desk) -> Outcome | None:
    """A no, or a yes that does not count; None when it is no answer to a confirmation."""
    asked = desk.context.confirmation
    if asked is None or not (_says(Verb.YES, facts, asked) or _says(Verb.NO, facts, asked)):
        return None
    why_not = _why_not(asked, desk)
    if why_not:
        return Outcome(refused=why_not)
    return Outcome((UseConfirmation(confirmation_id=asked.id),), done="Nothing was done, and it is not asked again.")


def _says(verb: Verb, facts: StaffFacts, asked: Confirmation) -> bool:
    """ "Yes", or "yes, erase R-1042" with the very orders that were asked back."""
    if facts.unclear or not facts.commands:
        return False
    verbs = {one.verb for one in facts.commands}
    if verbs == {verb}:
        return True
    said = {(one.verb, one.referral) for one in facts.commands if one.verb is not Verb.YES}
    return verb is Verb.YES and said == {(one.verb, one.referral) for one in asked.commands}


def _why_not(asked: Confirmation, desk: Desk) -> str:
    again = "To have it done, send the order anew."
    member = desk.office.roster.by_id(asked.staff_id)
    if not desk.context.same_sender or asked.staff_id != desk.staff.id:
        return f"{member.first_name if member else 'Somebody else'} was asked, and only they can answer. {again}"
    if asked.used_at:
        return f"That question was answered already. Nothing more was done. {again}"
    if asked.expires_at <= desk.now:
        return f"That question has run out: it was good for three days. Nothing was done. {again}"
    return ""
