"""What follows when the server took one of our letters, refused it, or it was not sent after all."""

from __future__ import annotations

from datetime import datetime

from mailbot.casework.actions import Action
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.joining.exchange import asked_is_sent
from mailbot.casework.mails.machines import did_not_arrive
from mailbot.casework.mails.not_sent import TOO_OLD, after_growing_old
from mailbot.casework.matching.introductions import briefed, family_told
from mailbot.casework.matching.offers import offer_sent, undeliverable
from mailbot.casework.snapshot import Ids, OfferState, Office, Snapshot, TaskReason
from mailbot.casework.touchpoints import Briefing, Introduction, JoiningAsked, OfferMade, StaffReply

_SOMETHING_FOLLOWS = frozenset(
    {OfferMade.template(), Introduction.template(), Briefing.template(), JoiningAsked.template()}
)


def something_follows(touchpoint: str) -> bool:
    """Does ``when_sent`` decide anything about such a letter? After most nothing follows: no snapshot is needed."""
    return touchpoint in _SOMETHING_FOLLOWS


def when_sent(snapshot: Snapshot, office: Office, at: datetime, ids: Ids) -> list[Action]:
    """Ladders start when the letter was sent; row 7 follows row 6."""
    touchpoint = snapshot.mail.touchpoint if snapshot.mail else ""
    if touchpoint == OfferMade.template():
        return offer_sent(snapshot, office, at)
    if touchpoint == Introduction.template():
        return family_told(snapshot, office, at, ids)
    if touchpoint == Briefing.template():
        return briefed(snapshot, office, at)
    if touchpoint == JoiningAsked.template():
        return asked_is_sent(snapshot, office, at)
    return []


def when_refused(snapshot: Snapshot, office: Office, now: datetime, ids: Ids, *, why: str) -> list[Action]:
    """The server said no for good, or we gave up: the promise it served is open again, and staff know."""
    if snapshot.mail is None:
        return []
    return did_not_arrive(snapshot.mail, snapshot, office, now, ids, letter_id=None, why=why)


def when_cancelled(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """An offer that did not go frees its volunteer at once; that their own words did not go, staff are told; what grew
    too old is written anew or told; the rest is looked after by its ladder."""
    mail, offer, referral = snapshot.mail, snapshot.offer, snapshot.referral
    if mail is not None and mail.touchpoint == StaffReply.template():
        return ask_staff(
            TaskReason.REPLY_NOT_SENT, office=office, ids=ids, now=now, referral=referral, letter_id=mail.about.id
        )
    if mail is None:
        return []
    if mail.touchpoint == OfferMade.template():
        never_asked = offer is not None and offer.state is OfferState.OPEN and offer.sent_at is None
        return undeliverable(offer, referral) if offer and referral and never_asked else []
    return after_growing_old(snapshot, office, now, ids) if mail.reason == TOO_OLD else []
