"""What follows when an email does not go: staff stopped it, or it grew too old while it waited.

No promise is broken silently. Where a ladder goes on by itself that is said; where it would only write the same again,
or where nobody would notice, a person is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, Climb, Settle, SettleOffer
from mailbot.casework.asking.tasks import WORKING_DAY_HOURS, ask_staff
from mailbot.casework.mails.words import named, to_whom
from mailbot.casework.matching.introductions import brief, introduce
from mailbot.casework.matching.offers import undeliverable
from mailbot.casework.people import Party
from mailbot.casework.promises import PromiseKind
from mailbot.casework.sending import to_writer
from mailbot.casework.snapshot import Ids, OfferState, Office, SentMail, Snapshot, TaskReason, mails_of
from mailbot.casework.timetable import add_working_hours
from mailbot.casework.touchpoints import (
    Acknowledgement,
    Briefing,
    CallNoted,
    CallReportAsked,
    EssentialsReminder,
    Introduction,
    OfferAcceptedNoted,
    OfferMade,
    OfferNudge,
    OfferTaken,
    PromiseMissed,
)

TOO_OLD = "past its use-by"
_GOES_OR_WENT = frozenset({"due", "sending", "sent", "uncertain"})


@dataclass(frozen=True, slots=True)
class Follows:
    """``words`` say what will not happen now, and who sees to it."""

    actions: tuple[Action, ...]
    words: str


def what_follows(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> Follows:
    """After a member of staff stopped the snapshot's email."""
    mail = snapshot.mail
    if mail is None:
        raise ValueError("the snapshot of an email shows it")
    known = _FOLLOWS.get(mail.touchpoint, _asked_of_a_person)
    return known(snapshot, office, now, ids)


def after_growing_old(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """It waited (in a pause, or because the server said "later") until its words were no longer true. What can be
    written anew is; the rest is a person's."""
    mail, referral = snapshot.mail, snapshot.referral
    if mail is None:
        return []
    if mail.touchpoint == Acknowledgement.template():
        return _late_acknowledgement(snapshot, mail, office, now, ids)
    if mail.touchpoint == Introduction.template() and snapshot.match and referral and not referral.withdrawn_at:
        if snapshot.match.family_told_at:
            return []
        attempt = len(mails_of(snapshot.mails, Introduction.template(), mail.about)) + 1
        return introduce(snapshot.match, referral, office, now, ids, attempt=attempt)
    if mail.touchpoint in _LADDER_SEES_TO_IT:
        return []
    return list(_asked_of_a_person(snapshot, office, now, ids).actions)


def _offer_stopped(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> Follows:
    offer, referral = snapshot.offer, snapshot.referral
    if offer is None or referral is None or offer.state is not OfferState.OPEN:
        return Follows((), "That question had been settled already.")
    back = [
        replace(one, state=OfferState.STOPPED) if isinstance(one, SettleOffer) else one  # nobody asks the two again
        for one in undeliverable(offer, referral)
    ]
    name, reference = offer.volunteer.name, referral.reference
    return Follows(
        tuple(back),
        f"{name} is not asked about {reference}, now or later. Somebody else will be: “assign {reference} to …” "
        f"chooses, “hold {reference} until …” waits.",
    )


def _introduction_stopped(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> Follows:
    """The ladder would write it once more: from here on the family is told by staff."""
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or match.family_told_at:
        return Follows((), "The family knows already.")
    later = add_working_hours(now, WORKING_DAY_HOURS, office.policy)
    asked = ask_staff(
        TaskReason.FAMILY_NOT_TOLD, office=office, ids=ids, now=now, referral=referral, volunteer=match.volunteer,
        match_id=match.id, unless_open=snapshot.open_tasks,
    )  # fmt: skip
    step = Climb(kind=PromiseKind.FAMILY_TOLD, about=About(Entity.MATCH, match.id), step=1, next_step_at=later)
    return Follows(
        (step, *asked),
        f"The family of {referral.reference} does not learn who calls, and {match.volunteer.name} gets no number "
        "before they know. You are asked to tell them.",
    )


def _briefing_stopped(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> Follows:
    """The ladder would write it anew within the hour: it ends here, and a person decides."""
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or match.briefed_at:
        return _asked_of_a_person(snapshot, office, now, ids)
    settled = Settle(kind=PromiseKind.FIRST_CALL, about=About(Entity.MATCH, match.id), outcome="briefing stopped")
    asked = ask_staff(
        TaskReason.NUMBER_NOT_SENT, office=office, ids=ids, now=now, referral=referral, volunteer=match.volunteer,
        match_id=match.id, facts=_facts(snapshot),
    )  # fmt: skip
    return Follows(
        (settled, *asked),
        f"{match.volunteer.name} does not get the number of {referral.reference}, and will not call. The email that "
        "comes to you now asks what shall happen.",
    )


def _asked_of_a_person(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> Follows:
    mail, referral = snapshot.mail, snapshot.referral
    if mail is None:
        return Follows((), "")
    letter_id = mail.about.id if mail.about.entity is Entity.LETTER else None
    asked = ask_staff(
        TaskReason.NOT_SENT, office=office, ids=ids, now=now, referral=referral, letter_id=letter_id,
        volunteer=snapshot.volunteer if mail.party is Party.VOLUNTEER else None, facts=_facts(snapshot),
    )  # fmt: skip
    return Follows(tuple(asked), "Whoever it was for hears nothing from us now. A person is asked to see to it.")


def send_after_all(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """Staff say yes to a briefing that was stopped: written anew, from what is true now."""
    match, referral = snapshot.match, snapshot.referral
    if match is None or referral is None or match.ended_at or match.briefed_at or not match.family_told_at:
        return []
    occurrence = str(len(mails_of(snapshot.mails, Briefing.template(), About(Entity.MATCH, match.id))) + 1)
    return brief(match, referral, office, now, ids, occurrence=occurrence, open_tasks=snapshot.open_tasks)


def _late_acknowledgement(snapshot: Snapshot, mail: SentMail, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """The first answer, late: without a day that is past."""
    referral = snapshot.referral
    if referral is None or not referral.is_open or referral.withdrawn_at or referral.first_contact_at:
        return list(_asked_of_a_person(snapshot, office, now, ids).actions)
    if any(one.state in _GOES_OR_WENT for one in mails_of(snapshot.mails, PromiseMissed.template())):
        return []  # the apology says all that there is to say, and names the helplines too
    missing = set(referral.missing)
    words = Acknowledgement(
        first_name=referral.first_name, call_by=None, asks_phone="phone" in missing,
        asks_times="availability" in missing, asks_name="name" in missing, bilingual=not referral.language_certain,
        wants_group=False,
    )  # fmt: skip
    late = to_writer(
        words, address=mail.address, name=referral.name or "", language=referral.language, letter_id=mail.about.id,
        ids=ids, now=now, referral_id=referral.id, despite_freeze=True,
    )  # fmt: skip
    return [replace(late, occurrence="late")]


def _facts(snapshot: Snapshot) -> tuple[str, ...]:
    mail = snapshot.mail
    if mail is None:
        return ()
    name = snapshot.volunteer.name if snapshot.volunteer else ""
    return (f"not sent: {mail.reference}, {named(mail.touchpoint)}, {to_whom(mail, name)}",)


def _goes_on(words: str) -> Callable[[Snapshot, Office, datetime, Ids], Follows]:
    return lambda snapshot, office, now, ids: Follows((), words)


_FOLLOWS: dict[str, Callable[[Snapshot, Office, datetime, Ids], Follows]] = {
    OfferMade.template(): _offer_stopped,
    Introduction.template(): _introduction_stopped,
    Briefing.template(): _briefing_stopped,
    OfferNudge.template(): _goes_on("They are not reminded. The question lapses in its time; then the next is asked."),
    CallReportAsked.template(): _goes_on("They are not asked now. If they tell us nothing, it comes to you."),
    EssentialsReminder.template(): _goes_on("The family is not asked again. If nothing comes, you are asked on day 3."),
    PromiseMissed.template(): _goes_on("The family gets no apology by email. The call is still with the lead."),
    OfferTaken.template(): _goes_on("Nothing depends on it."),
    OfferAcceptedNoted.template(): _goes_on("Their yes stands. Only the thanks do not go."),
    CallNoted.template(): _goes_on("Their report stands. Only the thanks do not go."),
}
_LADDER_SEES_TO_IT = frozenset(_FOLLOWS) - {Introduction.template()}
