"""Orders about a concern: seen, resolved. Each alert is its own, and only a named person ends one (never 1)."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    Climb,
    ResolveConcern,
    ResumeClock,
    SeeConcern,
    Settle,
)
from mailbot.casework.asking.concerns import reminder_at
from mailbot.casework.matching.introductions import brief
from mailbot.casework.promises import PromiseKind
from mailbot.casework.references import of_letter, of_referral
from mailbot.casework.referral import PauseReason
from mailbot.casework.snapshot import Concern, Snapshot
from mailbot.casework.staff.order import Desk, Outcome
from mailbot.reading.letter import StaffCommand

SHORT = 200  # characters: an email that is about little else
UNFINISHED = re.compile(
    r"\b(?:yet|nothing (?:was )?done|will (?:try|ring|call)|(?:try|trying|ring|call) (?:\w+ )?again|no (?:answer|reply)"
    r"|no ?(?:one|body) (?:in|there|answer\w*|home)|nobody (?:in|there|answer\w*|home)|could(?:n.t| not) (?:reach|get)"
    r"|not (?:reached|spoken)|voicemail|(?:left|leave) a message|tomorrow|waiting (?:for|to))\b",
    re.IGNORECASE,
)
SAFE = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )\bsafe\b|\bno (?:risk|danger)\b|\bfalse alarm\b"
    r"|\b(?:police|ambulance|crisis team|social services|GP|hospital) (?:has|have|is|are|know|knows|took)\b",
    re.IGNORECASE,
)
DOUBTFUL = re.compile(
    r"\b(?:hop(?:e|ing)|not sure|unsure|i think|maybe|perhaps|probably|not (?:\w+ )?safe|unsafe)\b", re.I
)


def seen(command: StaffCommand, desk: Desk) -> Outcome:
    concerns = [one for one in _concerns(command, desk) if not one.seen_at]
    if not concerns:
        return Outcome(
            refused="There is no alert here that waits for “seen”. Please answer the alert itself, or “show R-…”."
        )
    actions: list[Action] = []
    for one in concerns:
        about = About(Entity.CONCERN, one.id)
        actions.append(SeeConcern(concern_id=one.id, staff_id=desk.staff.id))
        next_step = reminder_at(desk.now, desk.office)
        actions.append(Climb(kind=PromiseKind.CONCERN, about=about, step=one.paged, next_step_at=next_step))
    name = concerns[0].reference
    return Outcome(
        tuple(actions),
        done=f"You have {name}. It stays open until somebody writes “resolved {name}: what was done”.",
    )


def resolve(command: StaffCommand, desk: Desk) -> Outcome:
    concerns = _concerns(command, desk)
    if not concerns:
        return Outcome(
            refused="There is no open concern that this email could mean. Please answer the alert itself, or name it: "
            "“resolved R-…: what was done”."
        )
    name = concerns[0].reference
    if not any(char.isalnum() for char in command.text or ""):  # "…" is our own blank
        return Outcome(asked=f"What was done about {name}? “resolved {name}: what was done”")
    if sounds_unfinished(command.text or "", desk.written):
        return Outcome(
            asked=f"Is {name} over? Your email sounds as if somebody must still try. Nothing was changed. If they are "
            f"safe, say so: “resolved {name}: they are safe, …”"
        )
    actions: list[Action] = []
    for one in concerns:
        if not one.seen_at:
            actions.append(SeeConcern(concern_id=one.id, staff_id=desk.staff.id))
        actions.append(ResolveConcern(concern_id=one.id, staff_id=desk.staff.id, text=command.text or ""))
        about = About(Entity.CONCERN, one.id)
        actions.append(Settle(kind=PromiseKind.CONCERN, about=about, outcome="resolved"))
    left = [one for one in _around(concerns[0], desk) if one.id not in {other.id for other in concerns}]
    if left:
        line = f"That concern about {name} is resolved. {len(left)} more about {name} still need you: see their alerts."
        return Outcome(tuple(actions), done=line)
    if concerns[0].referral_id is not None:
        actions.append(ResumeClock(referral_id=concerns[0].referral_id, reason=PauseReason.CONCERN))
        actions += _brief_anew(concerns[0], desk)
    return Outcome(tuple(actions), done=f"The concern about {name} is resolved. Email about it goes out again.")


def sounds_unfinished(text: str, written: str) -> bool:
    """ "Resolved, no one in, will try again": nobody is safe by that (never 1). Doubt beats what sounds like safety."""
    said = text if len(written) > SHORT else f"{text} {written}"
    return bool(DOUBTFUL.search(said)) or (bool(UNFINISHED.search(said)) and not SAFE.search(said))


def _concerns(command: StaffCommand, desk: Desk) -> list[Concern]:
    """The very concern whose alert is answered; a reference alone means those that its writer can have known of."""
    own = desk.context.concern
    if own is not None and command.referral in (None, own.reference, of_letter(own.letter_id)):
        return [] if own.resolved_at else [own]
    if not command.referral or not desk.names(command.referral):
        return []  # "seen" under another email is about that email
    snapshot = desk.find(command)
    answered = desk.context.answered
    known_until = answered.sent_at if answered and answered.sent_at else desk.now
    return [one for one in snapshot.open_concerns if one.opened_at <= known_until] if snapshot else []


def _around(concern: Concern, desk: Desk) -> tuple[Concern, ...]:
    """All that are open about the same referral or letter."""
    return _snapshot_of(concern, desk).open_concerns


def _brief_anew(concern: Concern, desk: Desk) -> list[Action]:
    """What changed while the concern was open reaches the volunteer who holds the number."""
    snapshot = _snapshot_of(concern, desk)
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or not match.briefed_at or referral.withdrawn_at:
        return []
    free = replace(referral, frozen=False)
    return brief(
        match, free, desk.office, desk.now, desk.ids, occurrence=f"concern-{concern.id}", rests_on_referral=False,
        open_tasks=snapshot.open_tasks,
    )  # fmt: skip


def _snapshot_of(concern: Concern, desk: Desk) -> Snapshot:
    referral = desk.context.referral
    if concern.referral_id is None or (referral and referral.id == concern.referral_id):
        return desk.context
    return dict(desk.known.referrals).get(of_referral(concern.referral_id), desk.context)
