"""Did you speak? Reports of calls, the attempts ladder, and silence (rows 7 and 11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, CancelMail, Climb, FileLetter, MakePromise, MoveTo, RecordCall, Settle
from mailbot.casework.asking.tasks import ask_staff, settle
from mailbot.casework.family.waiting import RUNGS
from mailbot.casework.matching.introductions import brief
from mailbot.casework.matching.matches import REPORTS
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.sending import goes_at, to_volunteer
from mailbot.casework.snapshot import Ids, Match, Office, Snapshot, Task, TaskReason, mails_of
from mailbot.casework.timetable import ONE_DAY, at_london, is_quiet, quiet_over
from mailbot.casework.touchpoints import Briefing, CallNoted, CallReportAsked
from mailbot.clock import london
from mailbot.reading.letter import CallOutcome, VolunteerFacts

QUIET_STEP = timedelta(days=7)  # how often a ladder whose task is with staff looks again
DAYTIME = time(12)  # when a next call is told by its day alone
TWO_WEEKS = timedelta(days=14)


def report(
    facts: VolunteerFacts, *, letter_id: int, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """A volunteer tells of a call. Only a conversation held keeps the promise."""
    match, referral, call = snapshot.match, snapshot.referral, facts.call
    if match is None or referral is None or call is None:
        raise ValueError("a report is about a match and tells of a call")
    at = told_at(call.date, call.time, before=snapshot.arrived_at or now)
    next_call_at = told_next(facts, after=now)
    actions: list[Action] = [
        RecordCall(
            call_id=ids.new("call"), referral_id=referral.id, match_id=match.id, by="volunteer", outcome=call.outcome,
            at=at, minutes=call.minutes, attempts=call.attempts or 1, next_call_at=next_call_at,
        )
    ]  # fmt: skip
    if call.outcome is CallOutcome.SPOKE:
        actions += spoke(
            match, referral, at=at, next_call_at=next_call_at, office=office, now=now, tasks=snapshot.open_tasks
        )
        try_again_by = None
    else:
        actions += settle(snapshot.open_tasks, (TaskReason.CALL_NOT_REPORTED,), "reported")
        tries = match.attempts + (call.attempts or 1)
        more, try_again_by = _not_reached(match, referral, tries, next_call_at, office, now, ids)
        actions += more
    if not referral.frozen:
        words = CallNoted(
            first_name=match.volunteer.first_name, reference=referral.reference,
            spoke=call.outcome is CallOutcome.SPOKE, next_call_at=next_call_at, try_again_by=try_again_by,
        )  # fmt: skip
        actions.append(
            to_volunteer(
                words, volunteer=match.volunteer, about=About(Entity.LETTER, letter_id), referral_id=referral.id,
                ids=ids, now=now, policy=office.policy, answers_letter=letter_id,
            )
        )  # fmt: skip
    return [*actions, FileLetter(letter_id=letter_id, outcome="call reported")]


SPOKEN_SETTLES = frozenset({*RUNGS, TaskReason.CALL_NOT_REPORTED, TaskReason.NOT_REACHED, TaskReason.NUMBER_NOT_SENT})


def spoke(
    match: Match | None,
    referral: Referral,
    *,
    at: datetime,
    next_call_at: datetime | None,
    office: Office,
    now: datetime,
    tasks: Iterable[Task],
    by: str = "mailbot",
) -> list[Action]:  # fmt: skip
    """A conversation was held: the one-week promise is kept (or kept late), the next call is awaited."""
    about = About(Entity.REFERRAL, referral.id)
    outcome = "kept" if at <= referral.due_at else "kept late"
    actions: list[Action] = [Settle(kind=PromiseKind.FIRST_CONTACT, about=about, outcome=outcome)]
    actions += settle(tasks, SPOKEN_SETTLES, "spoke", by)
    if match is None:
        return actions
    if referral.stage in (Stage.INTRODUCING, Stage.MATCHED):
        if referral.stage is Stage.INTRODUCING:
            actions.append(MoveTo(referral_id=referral.id, stage=Stage.MATCHED, reason="spoke"))
        actions.append(MoveTo(referral_id=referral.id, stage=Stage.ACTIVE, reason="spoke"))
    actions += _settle_match(match, "spoke")
    follows = next_call_at or at_london(london(at).date() + 7 * ONE_DAY, london(at).time())
    ask_at = max(follows, now) + timedelta(hours=office.policy.call_report_after_hours)
    actions.append(_await(PromiseKind.NEXT_CALL, match, ask_at))
    return actions


def climb_first_call(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Row 7's silence: asked a day after the briefing, staff a day later. Rung -1: the briefing has not gone yet."""
    match, referral, promise = snapshot.match, snapshot.referral, snapshot.promise
    if promise is None:
        return []
    over = _over(PromiseKind.FIRST_CALL, snapshot)
    if over or match is None or referral is None:
        return over
    if promise.step < 0:
        return _brief_again(match, referral, snapshot, office, now, ids)
    return _ask_then_staff(
        PromiseKind.FIRST_CALL, snapshot, match, referral, office, now, ids, first_call=True, tried_before=False,
        staff_after=timedelta(hours=office.policy.call_report_staff_hours - office.policy.call_report_nudge_hours),
    )  # fmt: skip


def climb_attempt(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """After "no answer": how did the next try go? Silence for a day, and staff know."""
    match, referral, promise = snapshot.match, snapshot.referral, snapshot.promise
    over = _over(PromiseKind.ATTEMPT, snapshot)
    if over or match is None or referral is None or promise is None:
        return over
    return _ask_then_staff(
        PromiseKind.ATTEMPT, snapshot, match, referral, office, now, ids, first_call=referral.first_contact_at is None,
        tried_before=True, staff_after=ONE_DAY,
    )  # fmt: skip


def climb_next_call(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Row 11: three hours after a planned call, again the next day; two silent weeks, and staff know."""
    match, referral, promise = snapshot.match, snapshot.referral, snapshot.promise
    over = _over(PromiseKind.NEXT_CALL, snapshot)
    if over or match is None or referral is None or promise is None:
        return over
    if promise.step == 1 and referral.phones:
        words = CallReportAsked(
            first_name=match.volunteer.first_name, reference=referral.reference,
            person_first_name=referral.first_name, first_call=False, tried_before=False,
        )  # fmt: skip
        ask = [] if referral.frozen else [_send(words, match, referral, f"next-{promise.id}-2", office, now, ids)]
        later = Climb(kind=promise.kind, about=promise.about, step=2, next_step_at=promise.made_at + TWO_WEEKS)
        if later.next_step_at > now:
            return [*ask, later]
    return _ask_then_staff(
        PromiseKind.NEXT_CALL, snapshot, match, referral, office, now, ids, first_call=False, tried_before=False,
        staff_after=ONE_DAY, staff_from=2,
    )  # fmt: skip


def told_at(day: date | None, clock: time | None, *, before: datetime) -> datetime:
    """The moment of a call that was told of; what is not told is the letter's own moment; never after ``before``."""
    if day is None:
        return before
    at = at_london(day, clock) if clock else at_london(day, time(23, 59))
    return min(at, before)


def told_next(facts: VolunteerFacts, *, after: datetime) -> datetime | None:
    """The next call in UTC; a day without a time is taken as noon; None when nothing later than ``after`` was told."""
    told = facts.next_call
    if told is None or told.date is None:
        return None
    at = at_london(told.date, told.time or DAYTIME)
    return at if at > after else None


def _not_reached(
    match: Match, referral: Referral, tries: int, next_try: datetime | None, office: Office, now: datetime, ids: Ids
) -> tuple[list[Action], datetime | None]:
    """The attempts ladder: within 24 h, then 72 h, then a person on the staff makes contact by the safe way."""
    ladder = office.policy.attempt_hours
    actions = _settle_match(match, "no answer")
    if tries > len(ladder):
        later = now + timedelta(hours=ladder[-1])
        actions.append(_await(PromiseKind.ATTEMPT, match, later, step=2))
        actions += ask_staff(
            TaskReason.NOT_REACHED, office=office, ids=ids, now=now, referral=referral, volunteer=match.volunteer,
            match_id=match.id,
        )  # fmt: skip
        return actions, None
    by = now + timedelta(hours=ladder[tries - 1])
    ask_at = by if next_try is None else min(by, next_try + timedelta(hours=office.policy.call_report_after_hours))
    return [*actions, _await(PromiseKind.ATTEMPT, match, ask_at)], by


def _ask_then_staff(
    kind: PromiseKind, snapshot: Snapshot, match: Match, referral: Referral, office: Office, now: datetime, ids: Ids,
    *, first_call: bool, tried_before: bool, staff_after: timedelta, staff_from: int = 1,
) -> list[Action]:  # fmt: skip
    promise = snapshot.promise
    if promise is None:
        return []
    if not referral.phones:
        return _without_a_number(kind, snapshot, match, referral, office, now, ids)
    if promise.step < staff_from:
        if is_quiet(now, office.policy):
            wait = quiet_over(now, office.policy)
            return [Climb(kind=kind, about=promise.about, step=promise.step, next_step_at=wait)]
        occurrence = f"{kind.value}-{promise.id}-{match.attempts}"
        words = CallReportAsked(
            first_name=match.volunteer.first_name, reference=referral.reference,
            person_first_name=referral.first_name, first_call=first_call, tried_before=tried_before,
        )  # fmt: skip
        ask = [] if referral.frozen else [_send(words, match, referral, occurrence, office, now, ids)]
        starts = goes_at(CallReportAsked, now, office.policy)
        return [*ask, Climb(kind=kind, about=promise.about, step=promise.step + 1, next_step_at=starts + staff_after)]
    actions: list[Action] = [
        Climb(kind=kind, about=promise.about, step=promise.step + 1, next_step_at=now + QUIET_STEP)
    ]
    return actions + ask_staff(
        TaskReason.CALL_NOT_REPORTED, office=office, ids=ids, now=now, referral=referral, volunteer=match.volunteer,
        match_id=match.id, unless_open=snapshot.open_tasks,
    )  # fmt: skip


def _without_a_number(
    kind: PromiseKind, snapshot: Snapshot, match: Match, referral: Referral, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """The number may not be used any more: the volunteer is not asked about calls; staff find another way."""
    promise = snapshot.promise
    if promise is None:
        return []
    return [
        *ask_staff(
            TaskReason.ESSENTIALS_MISSING, office=office, ids=ids, now=now, referral=referral,
            volunteer=match.volunteer, match_id=match.id, unless_open=snapshot.open_tasks,
        ),
        Climb(kind=kind, about=promise.about, step=promise.step, next_step_at=now + ONE_DAY),
    ]  # fmt: skip


def _send(
    words: CallReportAsked, match: Match, referral: Referral, occurrence: str, office: Office, now: datetime, ids: Ids
) -> Action:
    return to_volunteer(
        words, volunteer=match.volunteer, about=About(Entity.MATCH, match.id), referral_id=referral.id, ids=ids,
        now=now, policy=office.policy, occurrence=occurrence,
    )  # fmt: skip


def _brief_again(
    match: Match, referral: Referral, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """The briefing was cancelled (stale, frozen) or refused: write it anew from what is true now."""
    about = About(Entity.MATCH, match.id)
    hour = Climb(kind=PromiseKind.FIRST_CALL, about=about, step=-1, next_step_at=now + timedelta(hours=1))
    earlier = mails_of(snapshot.mails, Briefing.template(), about)
    if referral.frozen or any(one.state in ("due", "sending", "uncertain") for one in earlier):
        return [hour]
    if len(earlier) >= 3:
        day = Climb(kind=PromiseKind.FIRST_CALL, about=about, step=-1, next_step_at=now + ONE_DAY)
        told = ask_staff(
            TaskReason.CALL_NOT_REPORTED, office=office, ids=ids, now=now, referral=referral,
            volunteer=match.volunteer, match_id=match.id, unless_open=snapshot.open_tasks,
        )  # fmt: skip
        return [day, *told]
    return brief(match, referral, office, now, ids, occurrence=str(len(earlier) + 1), open_tasks=snapshot.open_tasks)


def _over(kind: PromiseKind, snapshot: Snapshot) -> list[Action]:
    """Settles a promise about a match that is no more, or whose family has withdrawn."""
    promise, match, referral = snapshot.promise, snapshot.match, snapshot.referral
    if promise is None:
        return []
    gone = match is None or match.ended_at is not None or referral is None or referral.withdrawn_at is not None
    return [Settle(kind=kind, about=promise.about, outcome="no longer needed")] if gone else []


def _settle_match(match: Match, outcome: str) -> list[Action]:
    about = About(Entity.MATCH, match.id)
    settled: list[Action] = [Settle(kind=kind, about=about, outcome=outcome) for kind in REPORTS]
    return [*settled, CancelMail(about=about, reason="answered")]


def _await(kind: PromiseKind, match: Match, ask_at: datetime, *, step: int = 0) -> Action:
    return MakePromise(
        kind=kind, about=About(Entity.MATCH, match.id), due_at=ask_at.astimezone(UTC), next_step_at=ask_at, step=step,
        referral_id=match.referral_id,
    )  # fmt: skip
