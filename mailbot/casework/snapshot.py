"""What was true when we decided: the frozen values that ``records`` reads inside the transaction and hands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from mailbot.casework import references
from mailbot.casework.about import About
from mailbot.casework.figures import MonthFacts
from mailbot.casework.newcomers import AddressKnown, Joining
from mailbot.casework.people import Party, Roster, Volunteer
from mailbot.casework.policy import Policy
from mailbot.casework.promises import Promise
from mailbot.casework.referral import Referral
from mailbot.reading.letter import StaffCommand
from mailbot.reading.words.wording import Wording


class OfferState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    UNDELIVERABLE = "undeliverable"
    STOPPED = "stopped"  # staff stopped the email before it went: the two are not brought together again by rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """``sent_at`` None: not gone yet. Its window (hours) starts when it was sent."""

    id: int
    referral_id: int
    volunteer: Volunteer
    state: OfferState
    made_at: datetime
    window_hours: int
    sent_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``family_told_at``: the server accepted row 6, or staff say the family knows. ``briefed_at``: row 7 went."""

    id: int
    referral_id: int
    volunteer: Volunteer
    made_at: datetime
    family_told_at: datetime | None = None
    briefed_at: datetime | None = None
    ended_at: datetime | None = None
    first_contact_at: datetime | None = None
    attempts: int = 0  # tries without a conversation since the last one
    next_call_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    id: int
    referral_id: int | None
    letter_id: int
    opened_at: datetime
    categories: tuple[str, ...] = ()
    urgent: bool = False
    language_only: bool = False  # uncertain only by its language: pages 08:00 to 22:00
    seen_by: str | None = None  # staff id
    seen_at: datetime | None = None
    resolved_at: datetime | None = None
    paged: int = 0  # how many times somebody was paged
    letter: str = ""  # what was written, for whoever is paged next; kept encrypted
    words: tuple[str, ...] = ()  # the evidence; kept encrypted

    @property
    def reference(self) -> str:
        return references.of_either(self.referral_id, self.letter_id)


class TaskReason(StrEnum):
    """Why a person must act. Each has its words in the ``staff_task`` template."""

    UNCLEAR_LETTER = "unclear_letter"  # row 3: a person must read this
    GROUP_REQUEST = "group_request"  # a promise for staff until groups exist
    VOLUNTEER_ENQUIRY = "volunteer_enquiry"
    VOLUNTEER_LETTER = "volunteer_letter"  # a question, a condition, an absence, a resignation ...
    CONFIRM_PERSON = "confirm_person"  # somebody else wrote: does the person want it? yes / no
    WHICH_REFERRAL = "which_referral"  # cannot be joined by rule: "for R-1042" / "new"
    SAME_NUMBER = "same_number"  # two referrals with one telephone number: one person, or two?
    FORWARDED_LETTER = "forwarded_letter"  # staff passed on somebody's letter
    ESSENTIALS_MISSING = "essentials_missing"  # row 2's silence
    PROPOSAL = "proposal"  # who shall be asked? Staff choose before anybody is
    NEEDS_ASSIGNING = "needs_assigning"  # row 5: two lapsed offers, or day 4
    PROMISE_AMBER = "promise_amber"  # day 5
    STAFF_CALL = "staff_call"  # day 6: make the call yourselves
    PROMISE_BROKEN = "promise_broken"  # day 7
    FAMILY_NOT_TOLD = "family_not_told"  # row 6 bounced, is held, or there is no address: "family knows"
    CALL_NOT_REPORTED = "call_not_reported"  # row 7's silence
    NOT_REACHED = "not_reached"  # the attempts ladder ended
    OTHER_ADDRESS = "other_address"  # a valid answer from an address that was not asked: yes / no
    MAIL_BOUNCED = "mail_bounced"
    COMPLAINT = "complaint"
    WITHDRAWN = "withdrawn"  # "stop": staff close
    NOT_AUTHENTICATED = "not_authenticated"  # the sender failed authentication: nothing was answered
    TOO_MUCH_MAIL = "too_much_mail"  # a limit held back an automatic answer
    SET_ASIDE = "set_aside"  # a letter that could not be opened
    HISTORY_RISK = "history_risk"  # an old letter with a risk in it
    POSSIBLE_CONFLICT = "possible_conflict"  # same surname and prison: looks like one
    CONCERN_OPEN = "concern_open"  # seen, and not yet resolved: a reminder each working day
    LADDER_STUCK = "ladder_stuck"  # a promise could not be kept by the machine: look yourselves
    MACHINE_TROUBLE = "machine_trouble"  # the inbox cannot be looked at, mail cannot be sent ...
    NUMBER_NOT_SENT = "number_not_sent"  # staff stopped a briefing: the volunteer has no number, and does not call
    ACKNOWLEDGEMENT_FAILED = "acknowledgement_failed"  # an acknowledgement was refused or bounced
    NOT_SENT = "not_sent"  # an email was stopped, or grew too old while it waited: what it was for is a person's now
    REPLY_NOT_SENT = "reply_not_sent"  # staff's own words were held back: a concern opened meanwhile, say
    VOLUNTEER_JOINING = "volunteer_joining"  # somebody who would like to volunteer answered: confirm their dates
    JOINING_SILENT = "joining_silent"  # ... did not answer
    JOINING_CONFLICT = "joining_conflict"  # ... has an address that is known as a family's or a referrer's


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    id: int
    reason: TaskReason
    asked_at: datetime
    assigned_to: str  # staff id
    referral_id: int | None = None
    letter_id: int | None = None
    volunteer_id: int | None = None
    offer_id: int | None = None
    match_id: int | None = None
    settled_at: datetime | None = None
    escalated: int = 0
    letter: str = ""  # what was written, for whoever is asked next; kept encrypted
    facts: tuple[str, ...] = ()  # what was understood; kept encrypted
    with_it: tuple[str, ...] = ()  # language, attachments, what could not be read; kept encrypted
    proposed: tuple[int, ...] = ()  # of a proposal: the volunteers' ids, the first choice first

    @property
    def reference(self) -> str:
        """Under which it is dealt with; "" when it is about neither a referral nor a letter."""
        return references.of_either(self.referral_id, self.letter_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Commands that wait for a "yes" by the fresh token that was sent to the registered address."""

    id: int
    staff_id: str
    commands: tuple[StaffCommand, ...]
    asked_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    about: About | None = None  # what the original answer was about (a task, a concern)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMail:
    """One outgoing letter as a snapshot shows it: which email, to whom, about what."""

    id: int
    touchpoint: str
    about: About
    occurrence: str
    party: Party
    address: str
    referral_id: int | None
    state: str  # due, sending, sent, refused, uncertain, cancelled
    sent_at: datetime | None
    message_id: str
    reason: str = ""  # why it was cancelled or refused, as a short code
    may_have_gone: bool = False  # it was uncertain once, and waits to go once more

    @property
    def reference(self) -> str:
        return references.of_email(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt:
    """Everything is paused. ``by`` is a staff id, or whoever gave the command on the machine."""

    id: int
    since: datetime
    by: str
    waiting: int  # emails to families, referrers and volunteers that wait


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingMail:
    """An email that waits to go. ``goes_at`` is the first moment at which it may; ``tries`` in vain so far.

    ``volunteer_name`` for a volunteer's; nobody else's name is read.
    """

    mail: SentMail
    made_at: datetime
    send_at: datetime
    goes_at: datetime
    tries: int = 0
    letter_id: int | None = None
    volunteer_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWriter:
    """Who wrote the letter that staff were asked about. ``kind`` is what wrote it (a ``Kind`` value, "" if unknown)."""

    address: str
    name: str = ""
    kind: str = ""
    party: Party = Party.FAMILY
    suppressed: bool = False  # the address is written to no more
    at_risk: bool = False  # a concern is open about any letter from the address


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything that may matter for one decision; what does not apply is None or empty.

    For a letter: ``answered`` is our mail whose signed token it carries, ``same_sender`` whether it came from that
    mail's recipient; ``referrals`` are those of the sender's address as a family's, ``referred`` those it referred.
    """

    letter_id: int | None = None
    arrived_at: datetime | None = None
    history: bool = False
    directed: str = ""  # staff said whose the letter is: a reference (then ``referral`` is that one), "new" or "theirs"
    told: str = ""  # what staff told of the person with it: numbers, name, times
    answered: SentMail | None = None
    same_sender: bool = False
    volunteer: Volunteer | None = None  # by address for a letter; of the offer or match otherwise
    referrals: tuple[Referral, ...] = ()  # open or closed within 8 weeks, newest first
    people_at_address: int = 0
    referred: tuple[Referral, ...] = ()
    referral: Referral | None = None  # the one the token, promise or mail is about
    offer: Offer | None = None
    open_offer: Offer | None = None  # the referral's open offer, whoever was asked
    match: Match | None = None  # the referral's match that has not ended
    concern: Concern | None = None
    open_concerns: tuple[Concern, ...] = ()  # of the referral (or of the letter when it has none)
    joining: Joining | None = None  # somebody who would like to volunteer: of what is answered, else of the sender
    task: Task | None = None
    open_tasks: tuple[Task, ...] = ()  # of the referral
    confirmation: Confirmation | None = None
    bounced: SentMail | None = None  # for a bounce: which of our mails it is about
    mail: SentMail | None = None  # for something that happened to an outgoing letter
    promise: Promise | None = None
    mails: tuple[SentMail, ...] = ()  # all outgoing letters about the referral, newest first
    automatic_to_sender: int = 0  # automatic letters queued to this address in the last 24 hours
    automatic_to_public: int = 0  # ... to all families, referrers and unknown writers in the last hour
    suppressed: bool = False  # the sender's address is written to no more
    same_number_referrals: tuple[int, ...] = ()  # open referrals that hold the same telephone number: shown to staff
    supports: tuple[Referral, ...] = ()  # those whom the volunteer who wrote supports now
    tasks_for_sender: int = 0  # how often staff were asked about letters of this sender in the last 24 hours
    confirmations_waiting: int = 0  # of the member of staff who (seems to have) written, not used and not expired
    letter_had_concern: bool = False  # a concern was opened for this very letter before
    too_much_told: bool = False  # staff were told within 24 hours that this sender ran into a limit
    writer: LetterWriter | None = None  # of the letter that the task is about, for staff's answer
    letter_already_opened: bool = False  # another letter with this Message-ID and sender was opened before


@dataclass(frozen=True, slots=True)
class Load:
    """A volunteer's open offer, or their match that has not ended."""

    volunteer_id: int
    referral_id: int
    is_match: bool

    @property
    def reference(self) -> str:
        return references.of_referral(self.referral_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """Where a referral's words lie outside the database, and what is not only its own and therefore stays.

    ``letters`` are (folder, when it arrived) of all that would be erased; ``sent`` when our emails about it went.
    """

    letters: tuple[tuple[str, datetime], ...] = ()
    sent: tuple[datetime, ...] = ()
    kept_letters: tuple[str, ...] = ()  # "L-17": they belong to another referral too, or still wait for a person
    same_person: tuple[str, ...] = ()  # other references of the same person
    erased: bool = False  # it was erased before


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandSnapshot:
    """What staff commands are decided on: named referrals and volunteers, found by reference and by name."""

    referrals: tuple[tuple[str, Snapshot], ...] = ()  # "R-1042" -> its snapshot
    volunteers: tuple[Volunteer, ...] = ()  # all of them
    joinings: tuple[Joining, ...] = ()  # the open ones
    addresses: tuple[AddressKnown, ...] = ()  # those looked up
    loads: tuple[Load, ...] = ()  # whom each volunteer supports or is asked about
    traces: tuple[tuple[str, Traces], ...] = ()  # of the references that are to be erased
    month: MonthFacts | None = None  # of the month that was asked for
    emails: tuple[tuple[str, Snapshot], ...] = ()  # "E-17" -> that email of ours, and what hangs on it
    halt: Halt | None = None  # everything is paused
    report: DeskReport | None = None  # when ``EVERYTHING`` was looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What a matching tick sees: all who wait and may be matched, and all volunteers."""

    waiting: tuple[Referral, ...]
    volunteers: tuple[Volunteer, ...]
    proposals: tuple[Task, ...] = ()  # open ones: their first choices count as asked when others are proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskReport:
    """What the morning digest is made of (row 21), read at one moment; "since" is since the digest before."""

    referrals: tuple[Referral, ...]  # all open ones
    offers: tuple[Offer, ...]  # open
    matches: tuple[Match, ...]  # not ended
    concerns: tuple[Concern, ...]  # not resolved
    tasks: tuple[Task, ...]  # not settled
    volunteers: tuple[Volunteer, ...]
    promises: tuple[Promise, ...]  # open
    letters_since: int  # letters taken in
    spam_since: int
    machines_since: int  # auto-replies, receipts and lists
    set_aside: int
    waiting_to_be_opened: int
    history_letters: int
    unsent: int  # due more than 15 minutes ago and not gone
    uncertain: int
    refused_since: int
    last_look_at: datetime | None  # the poller's last full look at the inbox
    without_outcome: int  # UIDs on the server that have none
    gaps: int  # UIDs that went missing from the mailbox since and were reported
    coming: tuple[ComingMail, ...] = ()  # emails that wait to go until the next digest, the soonest first
    halt: Halt | None = None  # everything is paused
    answered_by_hand: int = 0  # letters that staff answered from the mailbox itself since


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What every decision may look up: the policy, the roster, the wording, the service's own address and numbers."""

    policy: Policy
    roster: Roster
    wording: Wording
    address: str
    own_numbers: frozenset[str] = frozenset()
    processed_folder: str = "Processed"  # of the mailbox: where what was taken in lies, for staff to delete by hand
    sent_folder: str = "Sent"


class Ids(Protocol):
    """Hands out row ids inside the transaction, before anything is rendered (design rule 6)."""

    def new(self, entity: str) -> int:
        """The next id of that kind: an ``Entity`` value, or ``person``, ``call``, ``outgoing``."""
        ...


EVERYTHING = "everything"  # looked up like a reference: the whole desk's report


class LookUp(Protocol):
    """References ("R-1042", "L-17") and addresses to what is known of each, and all volunteers."""

    def __call__(
        self, references: tuple[str, ...], *, month: date | None = None, erasing: tuple[str, ...] = ()
    ) -> CommandSnapshot:
        """``month``: the facts of the month that begins on this London day; ``erasing``: the traces of these."""
        ...


def mails_of(mails: Sequence[SentMail], touchpoint: str, about: About | None = None) -> list[SentMail]:
    """Those of one kind (and about one thing), newest first."""
    return [one for one in mails if one.touchpoint == touchpoint and (about is None or one.about == about)]
