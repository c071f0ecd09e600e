"""Letter, and what can be known from one: the frozen values that cross from ``reading`` to ``casework``.

The vocabulary of each fact is that of ``samples/README.md``; every fact that decides something carries its evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from mailbot.weekly_hours import WeeklyHours

# ---------------------------------------------------------------------------------------------- the letter itself


@dataclass(frozen=True, slots=True)
class RawLetter:
    """A message as the server gave it. ``arrived_at``: IMAP INTERNALDATE in UTC, where the clock of the promise starts.

    ``raw`` may be only the beginning of a message over the size limit; ``whole_size`` (bytes) then is larger than it.
    """

    folder: str
    uidvalidity: int
    uid: int
    arrived_at: datetime
    raw: bytes
    whole_size: int


class Kind(StrEnum):
    """Who or what wrote: RFC 3834, 3464, 5965, 8098 and what real servers send."""

    PERSON = "person"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    RECEIPT = "receipt"
    MAILING_LIST = "mailing_list"
    OWN = "own"  # our own mail coming back, known by our Message-ID


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that decided a fact, for staff to see. Never logged."""

    fact: str
    words: str


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A display name (may be empty) and an address in lower case (may be empty when there is none)."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    filename: str
    content_type: str
    size: int  # bytes, decoded


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report (RFC 3464) or a complaint (RFC 5965) says; ``original_message_id``: ours, if told."""

    recipients: tuple[str, ...]
    status: str  # "5.1.1", or "" when not told
    permanent: bool
    original_message_id: str


class Authentication(StrEnum):
    """What the topmost Authentication-Results of the configured receiver says of the From domain."""

    ALIGNED_PASS = "aligned_pass"
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who really sent it, as far as a header of our own receiver can tell (design rule 6)."""

    authentication: Authentication
    receiver: str = ""  # the authserv-id that was believed


@dataclass(frozen=True, slots=True)
class Letter:
    """One message that came in, opened: what was written, what was only quoted, who sent it.

    ``whole_text`` is everything a person would see (text parts or HTML made text, then forwarded mail and text
    attachments); ``new_text`` is only what was newly written; ``passed_on`` is forwarded mail that was passed on.
    """

    kind: Kind
    sender: Mailbox
    reply_to: tuple[Mailbox, ...]
    recipients: tuple[
        str, ...
    ]  # To, Cc, Delivered-To, X-Original-To ...: every address it was delivered by, lower case
    subject: str
    sent_at: datetime | None  # the Date header, in UTC
    message_id: str  # with its angle brackets; "" if none
    replies_to: tuple[str, ...]  # In-Reply-To, then References, message ids with angle brackets, newest first
    whole_text: str
    new_text: str
    quoted_text: str
    passed_on: str
    attachments: tuple[Attachment, ...]
    provenance: Provenance
    bounce: Bounce | None = None
    not_read: tuple[str, ...] = ()  # what lay beyond a budget of size, parts or depth, or could not be decoded
    evidence: tuple[Evidence, ...] = ()
    # each newly written piece with the quoted line it stands under, for answers between quoted lines: (quoted, answer)
    answers: tuple[tuple[str, str], ...] = ()
    signature: str = ""  # of work, or after "-- ": what follows the typed name
    disclaimer: str = ""  # notices of a firm: confidentiality, viruses, printing


# ------------------------------------------------------------------------------------------------------------ risk


class Risk(StrEnum):
    NONE = "none"
    CONCERN = "concern"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class RiskReading:
    """Is anybody's safety in question? ``uncertain_language`` means only that nobody here reads the language."""

    risk: Risk = Risk.NONE
    categories: tuple[str, ...] = ()
    uncertain_language: bool = False
    evidence: tuple[Evidence, ...] = ()


# --------------------------------------------------------------------------------------------------------- families


class FamilyIntent(StrEnum):
    BEFRIENDING = "befriending_request"
    GROUP = "group_request"
    BOTH = "both_request"
    ENQUIRY = "enquiry"
    VOLUNTEER_ENQUIRY = "volunteer_enquiry"
    UPDATE = "update"
    WITHDRAW = "withdraw"
    FEEDBACK = "feedback"
    OTHER = "other"
    SPAM = "spam"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"


class Referrer(StrEnum):
    SELF = "self"
    PROFESSIONAL = "professional"
    OTHER_PERSON = "other_person"


class Preference(StrEnum):
    FEMALE_VOLUNTEER = "female_volunteer"
    MALE_VOLUNTEER = "male_volunteer"
    LIVED_EXPERIENCE = "lived_experience"
    WELSH_SPEAKING = "welsh_speaking"
    NO_VOICEMAIL = "no_voicemail"
    TEXT_FIRST = "text_first"
    DISCREET = "discreet"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True)
class FamilyReply:
    """What is answered to one of our emails. ``unclear``: something is answered, and a person must say what."""

    agrees: bool = False  # a bare "ok", "that's fine", "thank you", and nothing else
    changes: tuple[str, ...] = ()  # out of "phone", "availability", "volunteer", "name", in this order
    score: int | None = None  # "how is it going?": 3 well, 2 middling, 1 badly
    answers: tuple[int, ...] = ()  # the review's three questions: 1 (worst) to 5 (best), 0 not answered; or empty
    choice: str | None = None  # what is to follow the ending: "group", "helpline", "close", "more_calls"
    stop: bool = False
    unclear: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """What a family's (or referrer's) letter says; keys as ``samples/README.md`` has them."""

    intent: FamilyIntent
    referrer: Referrer | None = None
    name: str | None = None  # the person to be supported
    referrer_name: str | None = None
    phones: tuple[str, ...] = ()  # E.164, best first
    phones_forbidden: tuple[str, ...] = ()
    availability: WeeklyHours | None = None
    relationship: str | None = None
    prison: str | None = None
    stage: str | None = None
    language: str = "en"
    language_certain: bool = True
    voicemail_ok: bool = False  # said, in so many words, that a message may be left (service.md, never 9)
    preferences: tuple[Preference, ...] = ()
    risk: RiskReading = RiskReading()
    missing: tuple[str, ...] = ()  # "phone", "availability", "name"
    agrees: bool = False  # a bare "ok", "that's fine", "thank you" to what we last wrote, and nothing else
    stop: bool = False  # wants no more email, in any wording
    evidence: tuple[Evidence, ...] = ()
    reply: FamilyReply | None = None  # None: it answers none of our emails


# ------------------------------------------------------------------------------------------------------- volunteers


class VolunteerIntent(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    CONDITIONAL = "conditional"
    QUESTION = "question"
    CONTACT_MADE = "contact_made"
    NO_ANSWER = "no_answer"
    ATTEMPT_PLANNED = "attempt_planned"
    AWAY = "away"
    AVAILABILITY_CHANGE = "availability_change"
    PAUSE = "pause"
    RESIGN = "resign"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    CONCERN = "concern"
    REMATCH_REQUEST = "rematch_request"
    ENDING_CONFIRMED = "ending_confirmed"
    REVIEW_ANSWERS = "review_answers"
    DOCUMENT = "document"
    THANKS = "thanks"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    UNCLEAR = "unclear"


class CallOutcome(StrEnum):
    SPOKE = "spoke"
    NO_ANSWER = "no_answer"
    DECLINED_CALL = "declined_call"


@dataclass(frozen=True, slots=True)
class CallTold:
    """The latest call that the mail tells of; date and time are London's."""

    outcome: CallOutcome
    date: date | None = None
    time: time | None = None
    minutes: int | None = None
    attempts: int | None = None


@dataclass(frozen=True, slots=True)
class NextCall:
    date: date | None = None
    weekday: str | None = None  # "mon" ... "sun"
    time: time | None = None


@dataclass(frozen=True, slots=True)
class AwayTold:
    """Absence from calling, both days inclusive; no end told: ``until`` is None."""

    from_: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class VolunteerFacts:
    intent: VolunteerIntent
    secondary_intents: tuple[VolunteerIntent, ...] = ()
    call: CallTold | None = None
    next_call: NextCall | None = None
    away: AwayTold | None = None
    reason: str | None = None
    risk: RiskReading = RiskReading()
    visible_text: str = ""
    stop: bool = False
    evidence: tuple[Evidence, ...] = ()


# ------------------------------------------------------------------------------------------------------------ staff


class Verb(StrEnum):
    """The samples' fourteen verbs, then the ones the service adds."""

    ASSIGN = "assign"
    APPROVE = "approve"
    HOLD = "hold"
    CLOSE = "close"
    NOTE = "note"
    SHOW = "show"
    LIST_VOLUNTEERS = "list_volunteers"
    RESOLVE_RISK = "resolve_risk"
    ADD_VOLUNTEER = "add_volunteer"
    PAUSE_VOLUNTEER = "pause_volunteer"
    REPORT = "report"
    HELP = "help"
    REOPEN = "reopen"
    ERASE = "erase"
    SEEN = "seen"  # answers an alert: "seen", "I've got this", "on it"
    YES = "yes"  # answers a question we asked staff; also "confirm"
    NO = "no"  # also "refuse"
    CALLED = "called"  # "I spoke to her, 20 min": text holds the words, ``minutes`` the length
    DONE = "done"  # the task is dealt with
    JOIN = "join"  # "for R-1042": the letter asked about belongs to that referral
    NEW = "new"  # "new": the letter asked about is a new person's
    CHOOSE = "choose"  # "2", "the second one": ``number`` of what was listed, -1 for the last
    CANCEL = "cancel"  # "cancel E-17", "cancel 3", "stop that one": an email's number, a referral, or what is answered
    UNPAUSE_VOLUNTEER = "unpause_volunteer"  # "Ben is back": they may be asked again
    PAUSE_EVERYTHING = "pause_everything"  # nothing more is sent until staff say so
    RESUME_EVERYTHING = "resume_everything"  # "start again": it goes on
    BEFRIENDING = "befriending"  # the letter asked about asks for calls: ``text`` holds what is told of the person
    GROUP = "group"  # the letter asked about asks for the online group
    IGNORE = "ignore"  # "spam": nothing is to be done about the letter asked about
    REPLY = "reply"  # ``text`` goes to whoever wrote the letter asked about; None when no words were written
    CREDENTIAL = "credential"  # "dbs Sam 2028-05-04", "confirm all": until when a check or training is in date


@dataclass(frozen=True, slots=True)
class CredentialTold:
    """``kind`` is ``dbs``, ``befriending``, ``safeguarding``, ``boundaries``, or ``all`` of them. ``until`` None: the
    date that is known already is right."""

    kind: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StaffCommand:
    verb: Verb
    referral: str | None = None  # "R-1042"; of CANCEL also an email's "E-17"
    volunteer: str | None = None
    until: date | None = None
    text: str | None = None
    minutes: int | None = None
    number: int | None = None  # CHOOSE: which of several, from 1; CANCEL: a bare number, an email's or a referral's
    address: str | None = None  # ADD_VOLUNTEER: where they are written to; None when none or several were told
    credentials: tuple[CredentialTold, ...] = ()  # CREDENTIAL


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """``unclear``: newly written sentences that look like a command but are not certain: asked back, never done."""

    commands: tuple[StaffCommand, ...] = ()
    unclear: tuple[str, ...] = ()
    visible_text: str = ""
    risk: RiskReading = field(default_factory=RiskReading)
    evidence: tuple[Evidence, ...] = ()
