"""Our emails in words, for lists and digests: which one, to whom by reference or volunteer's name, why it waits."""

from __future__ import annotations

from datetime import datetime

from mailbot.casework.about import Entity
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.references import of_either, of_letter
from mailbot.casework.snapshot import ComingMail, Halt, SentMail
from mailbot.casework.timetable import quiet_over

NAMES = {
    "acknowledgement": "the first answer",
    "letter_received": "“we have your letter”",
    "referrer_acknowledgement": "thanks for writing for somebody",
    "essentials_reminder": "asking again for number or times",
    "update_noted": "what they told us is noted",
    "introduction": "who will call, and when",
    "promise_missed": "an apology for the missed week",
    "offer_made": "could you take this person on?",
    "offer_nudge": "a reminder of that question",
    "offer_taken": "somebody else was asked",
    "offer_accepted_noted": "thanks for the yes",
    "briefing": "name, number and safe times",
    "call_report_asked": "did you speak?",
    "call_noted": "their report is noted",
    "match_ended": "please call no more, and delete the number",
    "call_paused": "please do not call for now",
    "volunteer_letter_received": "“we have your letter”",
    "joining_asked": "what a new volunteer is asked",
    "joining_asked_again": "what a new volunteer is asked, once more",
    "joining_welcome": "welcome",
    "match_proposed": "whom shall we ask?",
    "staff_reply": "staff's own words",
    "staff_task": "a person is needed",
    "concern_alert": "an alert",
    "command_done": "what was done",
    "command_confirm": "shall this be done?",
    "pause_notice": "everything is paused, or goes on",
    "digest": "the morning email",
}


def named(touchpoint: str) -> str:
    """ "who will call, and when" for ``introduction``."""
    return NAMES.get(touchpoint, touchpoint.replace("_", " "))


def to_whom(mail: SentMail, volunteer_name: str = "", letter_id: int | None = None) -> str:
    """ "to Ben Hale about R-1042", "to the family of R-1042", "to who wrote L-17": never a family's name or address."""
    reference = of_either(mail.referral_id)
    if mail.party is Party.VOLUNTEER:
        about = f" about {reference}" if reference else ""
        return f"to {volunteer_name or 'a volunteer'}{about}"
    if mail.party is Party.STAFF:
        return "to staff"
    if mail.party is Party.REFERRER and reference:
        return f"to who referred {reference}"
    if reference:
        return f"to the family of {reference}"
    letter = letter_id or (mail.about.id if mail.about.entity is Entity.LETTER else None)
    return f"to who wrote {of_letter(letter)}" if letter else "to who wrote"


def why_waits(one: ComingMail, policy: Policy, halt: Halt | None, now: datetime) -> str:
    """Paused, tried in vain, held, quiet hours or cadence; "" when it goes at once."""
    if halt and one.mail.party is not Party.STAFF:
        return "paused"
    if one.tries:
        return f"tried {one.tries} times in vain" if one.tries > 1 else "tried once in vain"
    if one.goes_at <= now:
        return ""
    held = policy.held(one.mail.touchpoint)
    as_always = quiet_over(one.made_at, policy)
    if held and one.made_at < one.send_at and one.goes_at <= quiet_over(as_always + held, policy):
        return f"held for {int(held.total_seconds() // 60)} minutes"
    return "quiet hours" if one.goes_at <= as_always else "not two on one day"
