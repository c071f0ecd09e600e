"""The digest's middle: who waits on whom, new referrals, lapsed offers, calls, reviews, letters for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mailbot.casework.about import Entity
from mailbot.casework.day_words import day_words
from mailbot.casework.promises import Promise, PromiseKind
from mailbot.casework.references import of_either, of_referral
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import Offer, Task, TaskReason
from mailbot.casework.staff.digest.alarms import breaking
from mailbot.casework.staff.digest.day import Day, called, in_groups
from mailbot.casework.staff.digest.proposals import proposals, proposed_for
from mailbot.casework.staff.digest.tasks import (
    ABOUT_CALLS,
    ABOUT_LETTERS,
    NOT_AMONG_TASKS,
    gravest_first,
    task_line,
    tasks_without_a_name,
)
from mailbot.casework.touchpoints import DigestLine
from mailbot.clock import london

REPORTED = frozenset({PromiseKind.FIRST_CALL, PromiseKind.ATTEMPT, PromiseKind.NEXT_CALL})
REVIEWS = ("review", "ending")  # how the names of these kinds of promises begin


def on_staff(day: Day) -> list[Task]:
    """What staff were asked that is neither a letter to read nor a call to report, their own first."""
    others = ABOUT_CALLS | ABOUT_LETTERS | NOT_AMONG_TASKS
    asked = [one for one in day.report.tasks if one.reason not in others and not _is_lapsed(day, one)]
    return day.own_first(asked)


def waits(day: Day) -> Iterator[DigestLine]:
    """On staff, on a volunteer's yes, on a first call, on somebody to be found."""
    shown = {one.id for one in breaking(day)} | {one.id for one in newcomers(day)}
    for group in gravest_first(day, in_groups(on_staff(day)).values()):
        yield task_line(day, group)
        shown |= {one.referral_id for one in group if one.referral_id is not None}
    yield from tasks_without_a_name(day, on_staff(day))
    shown |= proposed_for(day)
    shown |= {one.id for one in day.report.referrals if one.frozen}  # these stand among the worries
    yield from (_asked(day, one) for one in day.report.offers if one.referral_id not in shown)
    yield from _first_calls(day, shown)
    shown |= {one.id for one in lapsed_ones(day)}
    for one in sorted(day.report.referrals, key=lambda referral: referral.due_at):
        if one.id not in shown and one.stage in (Stage.WAITING, Stage.CONFIRMING) and not one.frozen:
            yield DigestLine(one.reference, f"{_standing(day, one)}.", day.assign(one))


def count_of_things_to_do(day: Day) -> int:
    """What waits for staff: tasks, letters, calls and lapsed offers; the promises that break are counted there."""
    breaking_now = {one.reference for one in breaking(day)}
    asked = set(in_groups(on_staff(day))) - breaking_now
    lines = (*letters(day), *calls(day), *lapsed(day), *proposals(day))
    return len(asked) + sum(1 for line in lines if line.about not in breaking_now)


def newcomers(day: Day) -> list[Referral]:
    """Since the digest of the working day before, oldest first; one with an open worry stands there."""
    new = [one for one in day.report.referrals if one.received_at >= day.span.since and not one.frozen]
    return sorted(new, key=lambda referral: referral.received_at)


def new(day: Day) -> Iterator[DigestLine]:
    """Somebody should read each first letter."""
    for one in newcomers(day):
        came = f"came {day.when(one.received_at)}"
        yield DigestLine(one.reference, f"{came}; {_standing(day, one)}.", day.assign(one))


def lapsed_ones(day: Day) -> list[Referral]:
    """Whom volunteers were asked about without an answer, and nobody is asked now; longest waiting first."""
    lapsed = [one for one in day.report.referrals if one.lapsed_offers and one.stage is Stage.WAITING]
    return sorted((one for one in lapsed if not one.frozen), key=lambda referral: referral.due_at)


def lapsed(day: Day) -> Iterator[DigestLine]:
    for one in lapsed_ones(day):
        count = one.lapsed_offers
        silent = f"{count} volunteer{'' if count == 1 else 's'} did not answer"
        yield DigestLine(one.reference, f"{silent}, nobody is asked now.", day.assign(one))


def calls(day: Day) -> Iterator[DigestLine]:
    """Volunteers who were asked whether they spoke and have not said; tasks about it first."""
    groups = in_groups(day.own_first([one for one in day.report.tasks if one.reason in ABOUT_CALLS]))
    yield from (task_line(day, group) for group in groups.values())
    matches = {one.id: one for one in day.report.matches}
    for one in sorted(day.report.promises, key=lambda promise: promise.due_at):
        match = matches.get(one.about.id) if one.about.entity is Entity.MATCH else None
        if match and one.kind in REPORTED and one.step >= 1 and of_referral(match.referral_id) not in groups:
            words = f"asked whether they spoke: {match.volunteer.name}; no answer yet."
            yield DigestLine(of_referral(match.referral_id), words, called(match.referral_id))


def reviews(day: Day) -> Iterator[DigestLine]:
    """Reviews and endings that are due until the day of the next digest."""
    for one in sorted(day.report.promises, key=lambda promise: promise.due_at):
        name = _about(day, one)
        if name and one.kind.value.startswith(REVIEWS) and london(one.due_at).date() <= day.next_digest_on:
            words = f"{one.kind.value.replace('_', ' ')}, {'was' if one.due_at <= day.now else 'is'} due"
            yield DigestLine(name, f"{words} {day.when_due(one.due_at)}.", f"show {name}")


def letters(day: Day) -> Iterator[DigestLine]:
    """Letters that nobody could read, or that a person must answer."""
    theirs = day.own_first([one for one in day.report.tasks if one.reason in ABOUT_LETTERS])
    yield from (task_line(day, group) for group in in_groups(theirs).values())
    yield from tasks_without_a_name(day, theirs)


def _is_lapsed(day: Day, task: Task) -> bool:
    """Stands among the lapsed offers, with the same reply."""
    one = day.referrals.get(task.referral_id or 0)
    asked = task.reason is TaskReason.NEEDS_ASSIGNING
    return asked and one is not None and bool(one.lapsed_offers) and one.stage is Stage.WAITING and not one.frozen


def _standing(day: Day, referral: Referral) -> str:
    """How far it is, in a few words; never beginning with a name, which a quoted line would lend to a reply."""
    offer = day.offer_about(referral)
    if offer:
        return _being_asked(day, offer)
    match = day.match_of(referral)
    if match:
        return f"volunteer: {match.volunteer.name}"
    if referral.withdrawn_at:
        return "asked us to stop"
    if referral.stage is Stage.CONFIRMING:
        return "somebody else wrote, and the person has not confirmed yet"
    if not referral.phones:
        return "no number to call yet; the family is asked"
    if referral.hold_until and referral.hold_until > day.today:
        return f"on hold until {day_words(referral.hold_until)}"
    if referral.id in proposed_for(day):
        return "waits for your choice of a volunteer"
    why = day.why_not.get(referral.id, "")
    return f"waits for a volunteer{f': {why}' if why else ''}"


def _being_asked(day: Day, offer: Offer) -> str:
    answer = next(
        (one for one in day.report.promises if one.kind is PromiseKind.OFFER_ANSWER and one.about.id == offer.id), None
    )
    by = f", answer due {day.when(answer.due_at)}" if answer and offer.sent_at else ""
    return f"asked: {offer.volunteer.name}{by}"


def _asked(day: Day, offer: Offer) -> DigestLine:
    referral = day.referrals.get(offer.referral_id)
    before = referral.lapsed_offers if referral else 0
    others = f"; {before} did not answer before" if before else ""
    reply = day.assign(referral) if referral and referral.id in day.fits else f"show {of_referral(offer.referral_id)}"
    return DigestLine(of_referral(offer.referral_id), f"{_being_asked(day, offer)}{others}.", reply)


def _first_calls(day: Day, shown: Iterable[int]) -> Iterator[DigestLine]:
    pressed = {one.reference for one in day.report.tasks if one.reason in ABOUT_CALLS}
    for one in day.report.matches:
        name = of_referral(one.referral_id)
        if one.first_contact_at or one.referral_id in shown or name in pressed:
            continue
        referral = day.referrals.get(one.referral_id)
        by = f", call due {day.when(referral.due_at)}" if referral and not referral.first_contact_at else ""
        if one.briefed_at:
            yield DigestLine(name, f"first call: {one.volunteer.name} has the number{by}.", called(one.referral_id))
        else:
            yield DigestLine(name, f"the family is being told that {one.volunteer.name} will call{by}.", f"show {name}")


def _about(day: Day, promise: Promise) -> str:
    if promise.about.entity is Entity.REFERRAL:
        return of_referral(promise.about.id)
    matches = {one.id: one.referral_id for one in day.report.matches}
    found = matches.get(promise.about.id) if promise.about.entity is Entity.MATCH else None
    return of_either(found)
