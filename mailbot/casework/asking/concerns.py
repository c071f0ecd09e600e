"""Concerns: a risk that a person must look at (row 22). Software opens one; only a named person closes it."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    CancelMail,
    Climb,
    ConcernPaged,
    MakePromise,
    OpenConcern,
    PauseClock,
    Settle,
    WithdrawProposal,
)
from mailbot.casework.asking.letters_shown import whole
from mailbot.casework.asking.tasks import choices_for
from mailbot.casework.people import Party, StaffMember
from mailbot.casework.promises import PromiseKind
from mailbot.casework.references import of_letter
from mailbot.casework.referral import PauseReason, Referral
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import Concern, Ids, Office, Snapshot, TaskReason
from mailbot.casework.timetable import ONE_DAY, at_london, clock_time, next_day, next_within_hours, within_hours
from mailbot.casework.timetable import is_working_day as working_day
from mailbot.casework.touchpoints import ConcernAlert, StaffTask
from mailbot.clock import london
from mailbot.reading.letter import Letter, Risk, RiskReading


def open_concern(
    risk: RiskReading,
    *,
    letter: Letter,
    letter_id: int,
    referral: Referral | None,
    office: Office,
    now: datetime,
    ids: Ids,
) -> list[Action]:
    """Freeze and page the first of the rota at once (a letter uncertain only by its language: 08:00 to 22:00)."""
    concern = Concern(
        id=ids.new(Entity.CONCERN),
        referral_id=referral.id if referral else None,
        letter_id=letter_id,
        opened_at=now,
        categories=risk.categories,
        urgent=risk.risk is Risk.URGENT,
        language_only=risk.uncertain_language and risk.risk is not Risk.URGENT and not risk.categories,
        letter=whole(letter),
        words=tuple(one.words for one in risk.evidence),
    )
    about = About(Entity.CONCERN, concern.id)
    actions: list[Action] = [
        OpenConcern(
            concern_id=concern.id,
            letter_id=letter_id,
            referral_id=concern.referral_id,
            categories=concern.categories,
            urgent=concern.urgent,
            language_only=concern.language_only,
            letter=concern.letter,
            words=concern.words,
        )
    ]
    if referral:
        actions.append(PauseClock(referral_id=referral.id, reason=PauseReason.CONCERN))
        actions.append(WithdrawProposal(referral_id=referral.id, reason="a concern is open"))
    first_page = _may_page_from(concern, now, office)
    actions.append(
        MakePromise(
            kind=PromiseKind.CONCERN,
            about=about,
            due_at=first_page,
            next_step_at=first_page,
            referral_id=concern.referral_id,
        )
    )
    if first_page <= now:
        actions += _page(concern, referral, office, now, ids)
    return actions


def climb(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Every 15 minutes up the rota until "seen"; then a reminder each working day until somebody resolves it."""
    concern, promise = snapshot.concern, snapshot.promise
    if concern is None or promise is None:
        return []
    if concern.resolved_at:
        return [Settle(kind=PromiseKind.CONCERN, about=promise.about, outcome="resolved")]
    if concern.seen_at:
        return _remind(concern, snapshot.referral, office, now, ids)
    may = _may_page_from(concern, now, office)
    if may > now:
        return [Climb(kind=PromiseKind.CONCERN, about=promise.about, step=concern.paged, next_step_at=may)]
    return _page(concern, snapshot.referral, office, now, ids)


def reminder_at(now: datetime, office: Office) -> datetime:
    """The next working day's start, when a concern that was seen is asked after again."""
    day = next_day(london(now).date(), lambda one: working_day(one, office.policy))
    return at_london(day, clock_time(office.policy.staff_day_from))


def _page(concern: Concern, referral: Referral | None, office: Office, now: datetime, ids: Ids) -> list[Action]:
    rota = office.roster.on_call(now)
    member = rota[concern.paged % len(rota)]
    about = About(Entity.CONCERN, concern.id)
    number = concern.paged + 1
    alert = _alert(concern, referral, member, tuple(one.name for one in rota[: min(concern.paged, len(rota))]), number)
    next_step = now + timedelta(minutes=office.policy.concern_page_minutes)
    mails = [
        to_staff(
            alert,
            member=member,
            about=about,
            ids=ids,
            now=now,
            occurrence=f"{'page' if page else 'email'}-{number}",
            referral_id=concern.referral_id,
            letter_id=concern.letter_id,
            page=page,
        )
        for page in (False, True)
    ]
    return [
        CancelMail(about=about, reason="a later alert follows", parties=(Party.STAFF,)),  # mail that could not go
        ConcernPaged(concern_id=concern.id),
        *mails,
        Climb(kind=PromiseKind.CONCERN, about=about, step=number, next_step_at=next_step),
    ]


def _remind(concern: Concern, referral: Referral | None, office: Office, now: datetime, ids: Ids) -> list[Action]:
    about = About(Entity.CONCERN, concern.id)
    seer = office.roster.by_id(concern.seen_by or "")
    lead = (office.roster.having("lead", london(now).date()) or office.roster.members)[0]
    old = now - concern.opened_at > 3 * ONE_DAY
    member = lead if seer is None or old else seer
    words = StaffTask(
        first_name=member.first_name,
        reason=TaskReason.CONCERN_OPEN.value,
        reference=referral.reference if referral else of_letter(concern.letter_id),
        due_at=None,
        volunteer_name="",
        choices=choices_for(TaskReason.CONCERN_OPEN, referral)
        if referral
        else (f"resolved {of_letter(concern.letter_id)}: what was done",),
        facts=(),
        letter="",
        escalated=old,
    )
    day = london(now).date().isoformat()
    return [
        to_staff(words, member=member, about=about, ids=ids, now=now, occurrence=day, referral_id=concern.referral_id),
        Climb(kind=PromiseKind.CONCERN, about=about, step=concern.paged, next_step_at=reminder_at(now, office)),
    ]


def _alert(
    concern: Concern, referral: Referral | None, member: StaffMember, unanswered: tuple[str, ...], number: int
) -> ConcernAlert:
    may_read = member.may_read_concerns  # nobody who may is on the roster: then the reference must do
    return ConcernAlert(
        first_name=member.first_name,
        reference=referral.reference if referral else of_letter(concern.letter_id),
        urgent=concern.urgent,
        language_only=concern.language_only,
        categories=concern.categories,
        words=concern.words if may_read else (),
        phones=referral.phones if referral else (),
        phones_forbidden=referral.phones_forbidden if referral else (),
        letter=concern.letter if may_read else "",
        page_number=number,
        unanswered=unanswered,
    )


def _may_page_from(concern: Concern, now: datetime, office: Office) -> datetime:
    policy = office.policy
    if not concern.language_only or within_hours(now, policy.language_page_from, policy.language_page_until):
        return now
    return next_within_hours(now, policy.language_page_from, policy.language_page_until)
