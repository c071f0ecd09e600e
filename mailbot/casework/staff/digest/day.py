"""A morning at the desk: what the digest's lines are made of, and how they name people, times and replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mailbot.casework.day_words import weekday
from mailbot.casework.matching.matcher import match, pair_costs
from mailbot.casework.matching.volunteers import looks_like_conflict, unfit
from mailbot.casework.people import StaffMember, Volunteer
from mailbot.casework.references import of_referral
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import Board, DeskReport, Match, Offer, Office, Task
from mailbot.casework.timetable import Span, between_digests
from mailbot.clock import london

ASKABLE = frozenset({Stage.WAITING, Stage.OFFERED, Stage.INTRODUCING, Stage.MATCHED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What is so this morning, as one member of staff reads it."""

    report: DeskReport
    office: Office
    now: datetime
    fits: Mapping[int, str]  # referral id -> the name of the volunteer who fits best and has room
    why_not: Mapping[int, str]  # referral id -> why nobody is proposed
    reader: StaffMember | None = None  # None: anybody's

    @property
    def today(self) -> date:
        return london(self.now).date()

    @property
    def span(self) -> Span:
        """From the digest before to the next one."""
        return between_digests(self.now, self.office.policy)

    @property
    def next_digest_on(self) -> date:
        """What is due until the end of this day is told today."""
        return london(self.span.until).date()

    @property
    def referrals(self) -> Mapping[int, Referral]:
        return {one.id: one for one in self.report.referrals}

    @property
    def own(self) -> str:
        """The staff id of whoever reads it; "" for anybody's."""
        return self.reader.id if self.reader else ""

    def offer_about(self, referral: Referral) -> Offer | None:
        return next((one for one in self.report.offers if one.referral_id == referral.id), None)

    def match_of(self, referral: Referral) -> Match | None:
        return next((one for one in self.report.matches if one.referral_id == referral.id), None)

    def own_first(self, tasks: Iterable[Task]) -> list[Task]:
        """The reader's own tasks, then the others', the longest waiting first."""
        return sorted(tasks, key=lambda task: (task.assigned_to != self.own, task.asked_at, task.id))

    def who(self, staff_id: str) -> str:
        """By first name; whoever reads it is "you"."""
        if self.own and staff_id == self.own:
            return "you"
        member = self.office.roster.by_id(staff_id)
        return member.first_name if member else staff_id

    def when(self, moment: datetime) -> str:
        """In London: "today at 15:00", "yesterday at 9:05", "on Monday 9 March"."""
        local = london(moment)
        near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((local.date() - self.today).days)
        return f"{near} at {local:%-H:%M}" if near else f"on {weekday(local)}"

    def when_due(self, moment: datetime) -> str:
        """As `when`, and of the days to come with its hour: "on Sunday at 15:00"."""
        local = london(moment)
        ahead = (local.date() - self.today).days
        return f"on {local:%A} at {local:%-H:%M}" if 1 < ahead < 7 else self.when(moment)

    def since(self, moment: datetime) -> str:
        """Since when: "since 7:10", "since yesterday", "since Monday 9 March"."""
        local = london(moment)
        ago = (self.today - local.date()).days
        return f"since {local:%-H:%M}" if ago <= 0 else "since yesterday" if ago == 1 else f"since {weekday(local)}"

    def assign(self, referral: Referral) -> str:
        """The reply that has somebody asked; the nearest possible one when nobody may be asked yet."""
        if not may_be_asked_about(referral):
            return f"show {referral.reference}"
        return f"assign {referral.reference} to {self.fits.get(referral.id, '…')}"


def look_over(report: DeskReport, office: Office, now: datetime) -> Day:
    """The report with the best fit for each who may need one. Those who wait are weighed together, as matching does;
    for the others it is whoever would be best in place of the one who is asked or on their way."""
    waiting = tuple(one for one in report.referrals if one.stage is Stage.WAITING and _may_be_matched(one, now))
    proposals, left = match(Board(waiting=waiting, volunteers=report.volunteers), office.policy, now)
    fits = {one.referral.id: one.volunteer.name for one in proposals if not one.looks_like_conflict}
    others = [one for one in report.referrals if one.stage is not Stage.WAITING and may_be_asked_about(one)]
    fits |= _instead(others, report, office, now)
    twice = {name for name, count in Counter(one.name for one in report.volunteers).items() if count > 1}
    return Day(
        report=report,
        office=office,
        now=now,
        fits={key: name for key, name in fits.items() if name not in twice},  # the reply would be asked back
        why_not={one.referral.id: one.reason for one in left},
    )


def may_be_asked_about(referral: Referral) -> bool:
    """Would an order to assign be carried out?"""
    free = referral.is_open and not referral.frozen and not referral.withdrawn_at
    return free and bool(referral.phones) and referral.stage in ASKABLE


def called(referral_id: int) -> str:
    return f"called {of_referral(referral_id)}, … minutes"


def in_groups(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """By reference, those without one left out."""
    groups: dict[str, list[Task]] = {}
    for one in tasks:
        if name := one.reference:
            groups.setdefault(name, []).append(one)
    return groups


def _instead(referrals: Sequence[Referral], report: DeskReport, office: Office, now: datetime) -> dict[int, str]:
    taken = {one.referral_id: one.volunteer.id for one in report.offers}
    taken |= {one.referral_id: one.volunteer.id for one in report.matches}
    able = [one for one in report.volunteers if unfit(one, office.policy, now) is None]
    if not referrals or not able:
        return {}
    costs = pair_costs(referrals, able, office.policy, now)
    fits: dict[int, str] = {}
    for row, referral in zip(costs, referrals, strict=True):
        ranked = sorted((int(cost), one.id, one) for cost, one in zip(row, able, strict=True) if cost >= 0)
        best = next((one for *_, one in ranked if _may_stand_in(one, referral, taken)), None)
        if best:
            fits[referral.id] = best.name
    return fits


def _may_stand_in(volunteer: Volunteer, referral: Referral, taken: Mapping[int, int]) -> bool:
    return taken.get(referral.id) != volunteer.id and not looks_like_conflict(volunteer, referral)


def _may_be_matched(referral: Referral, now: datetime) -> bool:
    held = referral.hold_until is not None and referral.hold_until > london(now).date()
    return not (referral.frozen or referral.withdrawn_at or held)
