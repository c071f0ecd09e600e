"""May this waiting letter go now? Asked again at every claim, since rendered mail goes stale (design rule 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Referral
from mailbot.casework.sending import within_cadence
from mailbot.casework.timetable import is_quiet, quiet_over
from mailbot.casework.touchpoints import EssentialsReminder, PromiseMissed


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
    moot: bool = False  # what it asks for was told, or what it apologises for has been made good
    unasked_at: tuple[datetime, ...] | None = None  # when unasked mail went to this family; None: it is not bound


GO = Judgement(Verdict.GO)
MAY_GROW_MOOT = frozenset({PromiseMissed.template(), EssentialsReminder.template()})
BOUND_BY_QUIET_HOURS = frozenset({Party.FAMILY, Party.REFERRER, Party.VOLUNTEER})


def judge(mail: WaitingMail, policy: Policy, now: datetime) -> Judgement:
    """Go, wait until quiet hours are over or the cadence allows it, or cancel for a named reason."""
    public = mail.party is not Party.STAFF
    if mail.use_by <= now:
        return Judgement(Verdict.CANCEL, "past its use-by")
    if public and mail.suppressed:
        return Judgement(Verdict.CANCEL, "written to no more")
    if public and mail.frozen and not mail.despite_freeze:
        return Judgement(Verdict.CANCEL, "a concern is open")
    if mail.stale:
        return Judgement(Verdict.CANCEL, "no longer true")
    if mail.moot:
        return Judgement(Verdict.CANCEL, "no longer needed")
    if mail.party in BOUND_BY_QUIET_HOURS and not mail.is_answer and is_quiet(now, policy):
        return Judgement(Verdict.WAIT, "quiet hours", quiet_over(now, policy))
    if mail.unasked_at is not None and (at := within_cadence(mail.unasked_at, now, policy)) > now:
        return Judgement(Verdict.WAIT, "cadence", at)  # what piled up in a pause or an outage comes one by one
    return GO


def is_moot(touchpoint: str, referral: Referral) -> bool:
    """Has the reason for such an email gone since it was written? (it may have waited for days)"""
    if touchpoint == PromiseMissed.template():
        return referral.first_contact_at is not None
    if touchpoint == EssentialsReminder.template():
        return referral.first_contact_at is not None or not {"phone", "availability"} & set(referral.missing)
    return False
