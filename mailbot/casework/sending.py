"""Builds the ``Send`` actions: to whom, when it may go, and until when it is worth sending."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Recipient, RestsOn, Send
from mailbot.casework.people import Party, StaffMember, Volunteer
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import Ids
from mailbot.casework.timetable import ONE_DAY, at_london, quiet_over
from mailbot.casework.touchpoints import Touchpoint
from mailbot.clock import london

KEEPS = timedelta(days=7)  # how long most mail is worth sending


def to_writer(
    touchpoint: Touchpoint,
    *,
    address: str,
    name: str,
    language: str,
    letter_id: int,
    ids: Ids,
    now: datetime,
    referral_id: int | None = None,
    despite_freeze: bool = False,
) -> Send:
    """A direct answer to whoever wrote this letter: at once, at any hour."""
    return Send(
        outgoing_id=ids.new("outgoing"),
        to=Recipient(touchpoint.party, address, name, language),
        touchpoint=touchpoint,
        about=About(Entity.LETTER, letter_id),
        send_at=now,
        use_by=worth_sending_until(touchpoint, now),
        referral_id=referral_id,
        letter_id=letter_id,
        answers_letter=letter_id,
        despite_freeze=despite_freeze,
    )


def to_family(
    touchpoint: Touchpoint,
    *,
    referral: Referral,
    about: About,
    ids: Ids,
    now: datetime,
    policy: Policy,
    occurrence: str = "1",
    counts: bool = True,
    rests_on: tuple[RestsOn, ...] = (),
) -> list[Send]:
    """What the family did not ask for, outside quiet hours; within the cadence unless it does not count (rows 6, 8).

    Empty when the person is not written to by email.
    """
    if not referral.address or referral.withdrawn_at:
        return []
    send_at = goes_at(type(touchpoint), now, policy)
    if counts:  # a hold that ends on another day must keep that day's cadence too
        send_at = unasked_at(referral, goes_at(type(touchpoint), unasked_at(referral, now, policy), policy), policy)
    return [
        Send(
            outgoing_id=ids.new("outgoing"),
            to=Recipient(Party.FAMILY, referral.address, referral.name or "", referral.language),
            touchpoint=touchpoint,
            about=about,
            send_at=send_at,
            use_by=worth_sending_until(touchpoint, send_at),
            occurrence=occurrence,
            referral_id=referral.id,
            unasked=counts,
            rests_on=rests_on,
        )
    ]


def to_volunteer(
    touchpoint: Touchpoint,
    *,
    volunteer: Volunteer,
    about: About,
    referral_id: int | None,
    ids: Ids,
    now: datetime,
    policy: Policy,
    occurrence: str = "1",
    answers_letter: int | None = None,
    use_by: datetime | None = None,
    rests_on: tuple[RestsOn, ...] = (),
    despite_freeze: bool = False,
) -> Send:
    """At once when it answers a letter, else outside quiet hours, after its hold."""
    send_at = now if answers_letter is not None else goes_at(type(touchpoint), now, policy)
    return Send(
        outgoing_id=ids.new("outgoing"),
        to=Recipient(Party.VOLUNTEER, volunteer.address, volunteer.name, "en"),
        touchpoint=touchpoint,
        about=about,
        send_at=send_at,
        use_by=use_by or worth_sending_until(touchpoint, send_at),
        occurrence=occurrence,
        referral_id=referral_id,
        answers_letter=answers_letter,
        unasked=answers_letter is None,
        despite_freeze=despite_freeze,
        rests_on=rests_on,
    )


def to_staff(
    touchpoint: Touchpoint,
    *,
    member: StaffMember,
    about: About,
    ids: Ids,
    now: datetime,
    occurrence: str = "1",
    referral_id: int | None = None,
    letter_id: int | None = None,
    answers_letter: int | None = None,
    page: bool = False,
) -> Send:
    """At any hour: quiet hours and cadence do not bind mail to staff."""
    return Send(
        outgoing_id=ids.new("outgoing"),
        to=Recipient(Party.STAFF, member.address, member.name, "en", member.phone),
        touchpoint=touchpoint,
        about=about,
        send_at=now,
        use_by=now + KEEPS,
        occurrence=occurrence,
        referral_id=referral_id,
        letter_id=letter_id,
        answers_letter=answers_letter,
        despite_freeze=True,
        page=page,
    )


def goes_at(touchpoint: type[Touchpoint], now: datetime, policy: Policy) -> datetime:
    """When an email of this kind goes that is decided on now: outside quiet hours, held for as long as staff like."""
    return quiet_over(quiet_over(now, policy) + policy.held(touchpoint.template()), policy)


def worth_sending_until(touchpoint: Touchpoint, send_at: datetime) -> datetime:
    """A week; but no email that names a day by which somebody calls goes after that day (London)."""
    named = getattr(touchpoint, "call_by", None)
    if named is None:
        return send_at + KEEPS
    return min(send_at + KEEPS, at_london(named + ONE_DAY, time(0)))


def unasked_at(referral: Referral, now: datetime, policy: Policy) -> datetime:
    """The first moment at which one more unasked email keeps the cadence and the quiet hours."""
    return within_cadence(referral.last_unasked_at, now, policy)


def within_cadence(earlier: tuple[datetime, ...], now: datetime, policy: Policy) -> datetime:
    """The same, after unasked emails at these moments."""
    at = quiet_over(now, policy)
    while not _keeps_cadence(earlier, at, policy):
        at = quiet_over(at + ONE_DAY, policy)
    return at


def _keeps_cadence(earlier: tuple[datetime, ...], at: datetime, policy: Policy) -> bool:
    same_day = sum(1 for one in earlier if london(one).date() == london(at).date())
    same_week = sum(1 for one in earlier if abs(at - one) < 7 * ONE_DAY)
    return same_day < policy.family_unasked_a_day and same_week < policy.family_unasked_a_week
