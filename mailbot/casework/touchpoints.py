"""Every email we may send: one frozen dataclass each, whose fields are the template's placeholders.

``row`` is the line of ``service.md``'s timetable; each of ``languages`` must have its template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from mailbot.casework.people import Party
from mailbot.weekly_hours import WeeklyHours

BOTH = ("en", "cy")
ENGLISH = ("en",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Touchpoint:
    """One kind of email we send. ``replying_to`` is what reading calls an answer to it.

    ``may_be_held``: staff may have it wait (``hold_minutes``). What answers a letter, tells staff, or takes a number
    back from a volunteer goes at once.
    """

    party: ClassVar[Party]
    row: ClassVar[int]
    languages: ClassVar[tuple[str, ...]] = ENGLISH
    replying_to: ClassVar[str] = ""
    may_be_held: ClassVar[bool] = False

    @classmethod
    def template(cls) -> str:
        """``OfferNudge`` is ``offer_nudge``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


# -------------------------------------------------------------------------------------------- families and referrers


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Touchpoint):
    """Row 1, calls asked for: what happens next, by which day; only what is missing is asked."""

    party = Party.FAMILY
    row = 1
    replying_to = "acknowledgement"
    languages = BOTH
    first_name: str
    call_by: date | None  # the day to be named (service.md, The clock); None when it is past
    asks_phone: bool
    asks_times: bool
    asks_name: bool
    bilingual: bool  # language uncertain: English with Welsh below
    wants_group: bool  # a person will write about the online group


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterReceived(Touchpoint):
    """Row 1, any other person's letter: we have it, a person will answer."""

    party = Party.FAMILY
    row = 1
    languages = BOTH
    first_name: str
    bilingual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferrerAcknowledgement(Touchpoint):
    """Row 1, somebody wrote for another person: thanks; staff ask the person first; you hear nothing later."""

    party = Party.REFERRER
    row = 1
    languages = BOTH
    first_name: str
    bilingual: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EssentialsReminder(Touchpoint):
    """Row 2: ask once more, only for what is missing."""

    party = Party.FAMILY
    row = 2
    replying_to = "essentials_reminder"
    may_be_held = True
    languages = BOTH
    first_name: str
    call_by: date
    asks_phone: bool
    asks_times: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateNoted(Touchpoint):
    """A direct answer to particulars newly told: we have it; what happens next; what is still missing."""

    party = Party.FAMILY
    row = 1
    replying_to = "acknowledgement"
    languages = BOTH
    first_name: str
    call_by: date | None  # None when the promise is kept already, or its day is past
    asks_phone: bool
    asks_times: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction(Touchpoint):
    """Row 6: who will call (first name), when, from a withheld number; a change is one reply away."""

    party = Party.FAMILY
    row = 6
    replying_to = "introduction"
    may_be_held = True
    languages = BOTH
    first_name: str
    volunteer_first_name: str
    call_by: date
    hours: WeeklyHours | None  # when both can; None: the volunteer asks on the telephone
    voicemail_ok: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffReply(Touchpoint):
    """Row 3: what a member of staff answers to somebody's letter, in their own words; signed by them."""

    party = Party.FAMILY
    row = 3
    languages = BOTH
    words: str  # as they were written; the language of the letter around them is that of the words
    signed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMissed(Touchpoint):
    """Row 8: an apology, and a choice."""

    party = Party.FAMILY
    row = 8
    replying_to = "promise_missed"
    may_be_held = True
    languages = BOTH
    first_name: str


# ------------------------------------------------------------------------------------------------------- volunteers


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade(Touchpoint):
    """Row 4: could you take this on? No identifying details."""

    party = Party.VOLUNTEER
    row = 4
    replying_to = "offer"
    may_be_held = True
    first_name: str
    reference: str
    hours: WeeklyHours | None
    speaks_welsh: bool  # the person would like Welsh
    answer_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferNudge(Touchpoint):
    """Row 4, the nudge at 18 hours."""

    party = Party.VOLUNTEER
    row = 4
    replying_to = "offer_reminder"
    may_be_held = True
    first_name: str
    reference: str
    answer_by: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferTaken(Touchpoint):
    """Row 4: a late yes after somebody else was asked, or an offer taken back. Thanks; nothing to do."""

    party = Party.VOLUNTEER
    row = 4
    replying_to = "unsolicited"
    first_name: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAcceptedNoted(Touchpoint):
    """Row 4: thank you for your yes; we tell the person first, then you get the number."""

    party = Party.VOLUNTEER
    row = 4
    replying_to = "unsolicited"
    first_name: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing(Touchpoint):
    """Row 7: first name, number, safe times, what not to do. Only inside an active match."""

    party = Party.VOLUNTEER
    row = 7
    replying_to = "first_contact_due"
    may_be_held = True
    first_name: str
    reference: str
    person_first_name: str
    phone: str  # E.164
    hours: WeeklyHours | None
    call_by: date
    voicemail_ok: bool
    text_first: bool
    discreet: bool
    speaks_welsh: bool
    needs_interpreter: bool
    phones_forbidden: bool  # another number was given that must not be used (it is not shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallReportAsked(Touchpoint):
    """Rows 7 and 11: did you speak?"""

    party = Party.VOLUNTEER
    row = 7
    replying_to = "call_checkin"
    may_be_held = True
    first_name: str
    reference: str
    person_first_name: str
    first_call: bool
    tried_before: bool  # the last answer was "no answer": how did the next try go?


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNoted(Touchpoint):
    """A direct answer to a report: what was understood, in one line."""

    party = Party.VOLUNTEER
    row = 7
    replying_to = "call_checkin"
    first_name: str
    reference: str
    spoke: bool
    next_call_at: datetime | None
    try_again_by: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchEnded(Touchpoint):
    """Rows 16 and 18, first form: please do not call any more; please delete name and number and tell us you have."""

    party = Party.VOLUNTEER
    row = 16
    replying_to = "ending_due"
    first_name: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPaused(Touchpoint):
    """Row 18, first form: the number must not be used for now; we write again."""

    party = Party.VOLUNTEER
    row = 18
    replying_to = "unsolicited"
    first_name: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerLetterReceived(Touchpoint):
    """A direct answer to what a person must read: we have it, a person will answer."""

    party = Party.VOLUNTEER
    row = 3
    replying_to = "unsolicited"
    first_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningAsked(Touchpoint):
    """Staff would like them as a volunteer: a few questions, answered in one email."""

    party = Party.VOLUNTEER
    row = 17
    replying_to = "joining"
    first_name: str
    asked_by: str  # first name


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningAskedAgain(Touchpoint):
    """Only what was not answered, or not understood; or all of it, when nothing was heard."""

    party = Party.VOLUNTEER
    row = 17
    replying_to = "joining"
    first_name: str
    heard: bool  # they answered something
    questions: tuple[str, ...]  # in their order: hours, languages, capacity, prisons, credentials
    credentials: tuple[str, ...]  # of these the date is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningWelcome(Touchpoint):
    """All is confirmed: what will happen, and how to say stop or away."""

    party = Party.VOLUNTEER
    row = 17
    replying_to = "unsolicited"
    first_name: str
    hours: WeeklyHours | None
    until: date  # when the first of the dates runs out
    until_year: int


# ------------------------------------------------------------------------------------------------------------ staff


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffTask(Touchpoint):
    """Rows 2, 3, 5: a person is needed. ``letter`` is whole, only for staff who may; ``facts`` what was understood."""

    party = Party.STAFF
    row = 3
    first_name: str
    reason: str  # a TaskReason value
    reference: str  # "R-1042", or ""
    due_at: datetime | None  # of the promise, if one is at stake
    volunteer_name: str
    choices: tuple[str, ...]  # the replies that deal with it, in words: "yes", "for R-1042", "close R-1042, reason"
    facts: tuple[str, ...]
    letter: str
    escalated: bool
    with_it: tuple[str, ...] = ()  # its language if it is not read here, attachments, what could not be read
    kept_back: bool = False  # there is a letter, which this member of staff may not read


@dataclass(frozen=True, slots=True)
class Proposed:
    """A volunteer of a ranked list, and why, in plain words."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchProposed(Touchpoint):
    """Row 4, where staff approve: who shall be asked? Nobody is before they answer."""

    party = Party.STAFF
    row = 4
    first_name: str
    reference: str
    due_at: datetime | None  # of the promise, if one is at stake
    proposed: tuple[Proposed, ...]  # the best first, three at most
    escalated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernAlert(Touchpoint):
    """Row 22: read this now. ``page_number`` counts from 1."""

    party = Party.STAFF
    row = 22
    first_name: str
    reference: str  # "R-1042", or the letter's "L-17" when it has no referral
    urgent: bool
    language_only: bool
    categories: tuple[str, ...]
    words: tuple[str, ...]  # the evidence
    phones: tuple[str, ...]
    phones_forbidden: tuple[str, ...]
    letter: str
    page_number: int
    unanswered: tuple[str, ...]  # names of those who were paged before


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandDone(Touchpoint):
    """What was done, refused (with the reason) or asked back, a line each."""

    party = Party.STAFF
    row = 21
    first_name: str
    done: tuple[str, ...]
    refused: tuple[str, ...]
    asked: tuple[str, ...]
    own_words: str = ""  # what goes to somebody in staff's own words, as it will be read


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandConfirm(Touchpoint):
    """Answer "yes" to this to have the commands done: they came without proof of the sender, or weigh much."""

    party = Party.STAFF
    row = 21
    first_name: str
    commands: tuple[str, ...]
    consequences: tuple[str, ...] = ()  # what makes them weighty, a line each
    proved: bool = False  # the sender is known; it is asked only because of the consequences


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseNotice(Touchpoint):
    """Everything is paused, or goes on: each lead is told once (issue: the staff's desk, before it goes)."""

    party = Party.STAFF
    row = 21
    first_name: str
    paused: bool
    by: str
    at: datetime
    reason: str
    waiting: int  # emails to families, referrers and volunteers that wait


@dataclass(frozen=True, slots=True)
class DigestLine:
    """``about`` is a reference or a volunteer's name, or "". ``reply`` deals with it; what stands after a "…" in it is
    for staff to say; "" when no reply can."""

    about: str
    words: str  # references and volunteers' names only
    reply: str = ""


@dataclass(frozen=True, slots=True)
class DigestSection:
    title: str
    lines: tuple[DigestLine, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest(Touchpoint):
    """Row 21: the day in twenty seconds."""

    party = Party.STAFF
    row = 21
    first_name: str
    day: date
    headline: str  # for the subject: the most important thing in a few words; reveals nothing
    summary: str  # the sum of it all in one sentence
    sections: tuple[DigestSection, ...]  # empty ones left out


TOUCHPOINTS: tuple[type[Touchpoint], ...] = (
    Acknowledgement, LetterReceived, ReferrerAcknowledgement, EssentialsReminder, UpdateNoted, Introduction,
    PromiseMissed, StaffReply, OfferMade, OfferNudge, OfferTaken, OfferAcceptedNoted, Briefing, CallReportAsked,
    CallNoted, MatchEnded, CallPaused, VolunteerLetterReceived, JoiningAsked, JoiningAskedAgain, JoiningWelcome,
    StaffTask, MatchProposed, ConcernAlert, CommandDone, CommandConfirm, PauseNotice, Digest,
)  # fmt: skip
