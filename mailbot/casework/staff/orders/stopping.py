"""One email is stopped before it goes: "cancel E-17". What it was for is told, and is some person's from then on.

An email's number is that of its row, so it is never another's. A bare "cancel 1042" may mean a referral: it is asked
back wherever the two could be mixed up.
"""

from __future__ import annotations

import re
from datetime import datetime

from mailbot.casework.actions import Action, StopMail
from mailbot.casework.day_words import moment_words
from mailbot.casework.mails.not_sent import what_follows
from mailbot.casework.mails.words import named, to_whom
from mailbot.casework.people import Party
from mailbot.casework.references import of_email, of_referral
from mailbot.casework.snapshot import Ids, Office, SentMail, Snapshot
from mailbot.casework.staff.order import Desk, Outcome, which_referral
from mailbot.casework.touchpoints import CallPaused, ConcernAlert, MatchEnded
from mailbot.reading.letter import StaffCommand

EMAIL_REFERENCE = re.compile(r"E-(\d{1,9})")
PROTECTS = frozenset({MatchEnded.template(), CallPaused.template()})  # service.md, never 3 and 9
WAITS = "due"
OTHERS = "“report outbox” lists what goes out today."


def cancel(command: StaffCommand, desk: Desk) -> Outcome:
    """Stop the one email that is meant; refuse it with the reason; or ask which."""
    if command.number is not None:
        return _by_bare_number(command.number, desk)
    if command.referral and EMAIL_REFERENCE.fullmatch(command.referral):
        return _by_reference(command.referral, desk)
    return _about_a_referral(command, desk)


def references_for(command: StaffCommand, own: str | None) -> tuple[str, ...]:
    """What must be looked up for the order besides what it names; ``own`` is what the answered email was about."""
    if command.number is not None:
        return (of_email(command.number), of_referral(command.number))
    return (own,) if own and not command.referral else ()


def stop(snapshot: Snapshot, office: Office, now: datetime, ids: Ids, *, by: str) -> Outcome:
    """This very email, if it still waits and may be stopped; ``by`` is a staff id, or who gave the command."""
    mail = snapshot.mail
    if mail is None:
        raise ValueError("the snapshot of an email shows it")
    if refusal := why_not(mail):
        return Outcome(refused=refusal)
    actions: list[Action] = [StopMail(outgoing_id=mail.id, by=by)]
    follows = what_follows(snapshot, office, now, ids)
    done = f"Stopped: {mail.reference}, {named(mail.touchpoint)}, {to_whom(mail, _volunteers_name(snapshot))}."
    return Outcome((*actions, *follows.actions), done=done, more=(follows.words,))


def why_not(mail: SentMail) -> str:
    """Why this email is not stopped, with the nearest possible thing; "" when it may be."""
    name = mail.reference
    if mail.touchpoint == ConcernAlert.template():
        return (
            f"{name} is an alert about a risk: those are never stopped. “seen”, in answer to it, says that you have it."
        )
    if mail.party is Party.STAFF:
        return f"{name} is for staff: only emails to families, referrers and volunteers are stopped. {OTHERS}"
    if mail.state == "sent":
        when = f" ({moment_words(mail.sent_at)})" if mail.sent_at else ""
        return f"{name} has gone already{when}. {OTHERS}"
    if mail.state == "sending":
        return f"{name} is being handed over at this very moment, and cannot be stopped any more. {OTHERS}"
    if mail.state == "uncertain" or mail.may_have_gone:
        return f"{name} may have gone already: its receipt was lost on the way. {OTHERS}"
    if mail.state != WAITS:
        return f"{name} does not go anyway: it was {mail.state} before. {OTHERS}"
    if mail.touchpoint in PROTECTS:
        return (
            f"{name} asks a volunteer not to use a number any more. It is not stopped: it protects the family. {OTHERS}"
        )
    return ""


def _by_bare_number(number: int, desk: Desk) -> Outcome:
    reference = of_email(number)
    referral = dict(desk.known.referrals).get(of_referral(number))
    if referral is None:
        return _by_reference(reference, desk)
    return Outcome(
        asked=f"{number} is the number of a person and may be that of an email. Which is meant: “cancel {reference}” "
        f"(the email) or “cancel R-{number}” (what waits for that person)?"
    )


def _by_reference(reference: str, desk: Desk) -> Outcome:
    found = dict(desk.known.emails).get(reference)
    if found is None:
        return Outcome(refused=f"There is no email {reference}. {OTHERS}")
    return stop(found, desk.office, desk.now, desk.ids, by=desk.staff.id)


def _about_a_referral(command: StaffCommand, desk: Desk) -> Outcome:
    """ "Cancel R-1042", or "stop that one" under an email about it: only if one alone waits."""
    snapshot = desk.find(command)
    if snapshot is None or snapshot.referral is None:
        if command.referral:
            return which_referral(command)
        return Outcome(asked="Which email? “cancel E-…”, with the number of the list")
    reference = snapshot.referral.reference
    waiting = [one for one in snapshot.mails if one.state == WAITS and not why_not(one)]
    if not waiting:
        return Outcome(refused=f"No email that could be stopped waits for {reference}. {OTHERS}")
    if len(waiting) > 1:
        listed = ", ".join(f"{one.reference} ({named(one.touchpoint)})" for one in reversed(waiting))
        return Outcome(
            asked=f"Several emails wait about {reference}: {listed}. Which? “cancel {waiting[-1].reference}”"
        )
    return _by_reference(waiting[0].reference, desk)


def _volunteers_name(snapshot: Snapshot) -> str:
    return snapshot.volunteer.name if snapshot.volunteer else ""
