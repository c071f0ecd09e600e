"""May this waiting letter go now? Asked again at every claim, since rendered mail goes stale (design rule 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.timetable import is_quiet, quiet_over


class Verdict(StrEnum):
    GO = "go"
    WAIT = "wait"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``reason`` names why not; ``until`` when to ask again (only for WAIT)."""

    verdict: Verdict
    reason: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMail:
    """What the claim knows of a letter that is due to go. ``stale`` compares every version it rests on."""

    party: Party
    is_answer: bool  # directly answers what somebody wrote, or is the first acknowledgement: quiet hours do not bind
    despite_freeze: bool
    frozen: bool
    suppressed: bool
    stale: bool
    use_by: datetime


GO = Judgement(Verdict.GO)
BOUND_BY_QUIET_HOURS = frozenset({Party.FAMILY, Party.REFERRER, Party.VOLUNTEER})


def judge(mail: WaitingMail, policy: Policy, now: datetime) -> Judgement:
    """Go, wait until quiet hours are over, or cancel for a named reason."""
    public = mail.party is not Party.STAFF
    if mail.use_by <= now:
        return Judgement(Verdict.CANCEL, "past its use-by")
    if public and mail.suppressed:
        return Judgement(Verdict.CANCEL, "written to no more")
    if public and mail.frozen and not mail.despite_freeze:
        return Judgement(Verdict.CANCEL, "a concern is open")
    if mail.stale:
        return Judgement(Verdict.CANCEL, "no longer true")
    if mail.party in BOUND_BY_QUIET_HOURS and not mail.is_answer and is_quiet(now, policy):
        return Judgement(Verdict.WAIT, "quiet hours", quiet_over(now, policy))
    return GO
