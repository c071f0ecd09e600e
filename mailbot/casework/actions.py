"""Actions: what was decided, as plain data. ``records/ledger.py`` is their only interpreter.

The order in a list is the order of carrying out. Ids come from ``snapshot.Ids`` before rendering.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mailbot.casework.about import About
from mailbot.casework.newcomers import Joining
from mailbot.casework.people import Credential, Party
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import PauseReason, Referral, Stage
from mailbot.casework.snapshot import Confirmation, OfferState, Task
from mailbot.casework.touchpoints import Touchpoint
from mailbot.reading.letter import CallOutcome
from mailbot.weekly_hours import WeeklyHours

# ------------------------------------------------------------------------------------------------------- referrals


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReferral:
    """Insert the referral as given (its person too, when ``new_person``) and join the letter to it."""

    referral: Referral
    letter_id: int
    new_person: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinLetter:
    """The letter belongs to this referral."""

    letter_id: int
    referral_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A letter of staff's or a volunteer's speaks of this referral: when that is erased, the letter's words go too."""

    letter_id: int
    referral_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateReferral:
    """Particulars newly told; a field left at None stays as it is. Bumps the referral's version."""

    referral_id: int
    name: str | None = None
    address: str | None = None
    phones: tuple[str, ...] | None = None
    phones_forbidden: tuple[str, ...] | None = None
    hours: WeeklyHours | None = None
    language: str | None = None
    preferences: frozenset[str] | None = None
    voicemail_ok: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTo:
    """To another stage; the table of moves is checked against the row. ``reason`` is a short code, never a story."""

    referral_id: int
    stage: Stage
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """The family said stop: note the moment; nothing automatic goes to them or starts for them from now on."""

    referral_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Staff say that it goes on: neither withdrawn nor closed any more, and its addresses are written to again."""

    referral_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """No matching before this London day (None: released)."""

    referral_id: int
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseReferral:
    """Its letters, mail, names, addresses, numbers and words are gone for good; references, dates and codes stay.
    ``by_letter`` ordered it: it is emptied too, but for its Message-ID, under which the answer stands."""

    referral_id: int
    staff_id: str
    by_letter: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A staff member's words about a referral, kept encrypted in the journal."""

    referral_id: int
    staff_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseClock:
    referral_id: int
    reason: PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeClock:
    referral_id: int
    reason: PauseReason


# -------------------------------------------------------------------------------------------- offers, matches, calls


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeOffer:
    """Reserves referral and capacity. ``reasons`` and ``passed_over`` (volunteer id, why) are short codes."""

    offer_id: int
    referral_id: int
    volunteer_id: int
    window_hours: int
    reasons: tuple[str, ...] = ()
    passed_over: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOfferWindow:
    """The offer was sent at this moment."""

    offer_id: int
    sent_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleOffer:
    """``LAPSED`` adds one to the referral's lapsed offers."""

    offer_id: int
    state: OfferState


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeMatch:
    match_id: int
    offer_id: int
    referral_id: int
    volunteer_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTold:
    match_id: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefed:
    match_id: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EndMatch:
    match_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCall:
    """A call told of. ``spoke`` sets the first contact of match and referral when there was none, and zeroes the
    attempts; otherwise the attempts grow by ``attempts``. ``by`` is ``volunteer`` or a staff id."""

    call_id: int
    referral_id: int
    match_id: int | None
    by: str
    outcome: CallOutcome
    at: datetime
    minutes: int | None = None
    attempts: int = 1
    next_call_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerUndeliverable:
    volunteer_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerReachable:
    """Staff have put the address right."""

    volunteer_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseVolunteer:
    """Nobody is offered to them until staff say otherwise, or through the London day ``until``."""

    volunteer_id: int
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeVolunteer:
    """Staff say that they are back: no longer resting or away, and written to again."""

    volunteer_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepJoining:
    """Insert it, or write all of it over what was there (its version must be the one that was read)."""

    joining: Joining


@dataclass(frozen=True, slots=True, kw_only=True)
class AddVolunteer:
    """All four dates are confirmed: who was joining is a volunteer, and can be offered somebody."""

    joining: Joining


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCredentials:
    """Staff say until when; the kinds that are not named stay as they are."""

    volunteer_id: int
    credentials: tuple[tuple[Credential, date], ...]
    by: str  # staff id


# ------------------------------------------------------------------------------------------------- concerns and tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConcern:
    """Freezes the referral (when there is one) by being open."""

    concern_id: int
    letter_id: int
    referral_id: int | None
    categories: tuple[str, ...]
    urgent: bool
    language_only: bool
    letter: str = ""  # kept encrypted, for whoever is paged next
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernPaged:
    """One more page went out for this concern."""

    concern_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeConcern:
    concern_id: int
    staff_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveConcern:
    concern_id: int
    staff_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStaff:
    """Insert the task. Its promise and its email are actions of their own."""

    task: Task


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateTask:
    task_id: int
    assigned_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleTask:
    """Also settles the task's promise."""

    task_id: int
    outcome: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Propose:
    """Whom that task (just asked) proposes, the first choice first. Nothing is reserved by it."""

    task_id: int
    referral_id: int
    volunteer_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseProposed:
    """Staff want none of that list: these are not proposed for this referral again."""

    task_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawProposal:
    """The referral's open proposal is over. Nothing happens when it has none."""

    referral_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConfirmation:
    confirmation: Confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class UseConfirmation:
    confirmation_id: int


# ------------------------------------------------------------------------------------------------------------ promises


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePromise:
    """Opens a promise; one that is open already for (kind, about) is started anew with these times."""

    kind: PromiseKind
    about: About
    due_at: datetime
    next_step_at: datetime
    step: int = 0
    referral_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """The ladder's next rung and when."""

    kind: PromiseKind
    about: About
    step: int
    next_step_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """Kept, broken or no longer needed: ``outcome`` is a short code. Nothing happens when no such promise is open."""

    kind: PromiseKind
    about: About
    outcome: str


# ---------------------------------------------------------------------------------------------------------------- mail


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A rendered letter goes stale when this row's version is no longer the one it was written from."""

    about: About
    version: int


@dataclass(frozen=True, slots=True)
class Recipient:
    party: Party
    address: str
    name: str = ""
    language: str = "en"
    phone: str = ""  # handed to the paging command only


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """Queue one email to one person (unique by touchpoint, about and occurrence: queueing it again does nothing).

    ``answers_letter``: what somebody just wrote, for threading; such a letter is no unasked one. ``send_at`` has quiet
    hours worked in already. A ``page`` goes to the configured command instead, with the reference only.
    ``despite_freeze``: the first acknowledgement, and mail to staff.
    """

    outgoing_id: int
    to: Recipient
    touchpoint: Touchpoint
    about: About
    send_at: datetime
    use_by: datetime
    occurrence: str = "1"
    referral_id: int | None = None
    letter_id: int | None = None  # what it is about, when that has no referral
    answers_letter: int | None = None
    unasked: bool = False
    despite_freeze: bool = False
    rests_on: tuple[RestsOn, ...] = ()
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelMail:
    """Whatever waits to go about this, and has not been claimed, goes no more."""

    about: About
    reason: str
    parties: tuple[Party, ...] = (Party.FAMILY, Party.REFERRER, Party.VOLUNTEER)
    touchpoints: tuple[str, ...] = ()  # only emails of these kinds; () for all


@dataclass(frozen=True, slots=True, kw_only=True)
class StopMail:
    """This one email, which waits, does not go. Raises when it does not wait any more."""

    outgoing_id: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseEverything:
    """From now on nothing is claimed but mail to staff. ``by`` is a staff id, or who gave the command."""

    halt_id: int
    by: str
    reason: str = ""  # kept encrypted


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeEverything:
    halt_id: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppress:
    """Nothing automatic to this address from now on."""

    address: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftSuppression:
    """Staff vouch for it: this address is written to again."""

    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLetter:
    """What became of the letter, as a short code: every letter ends with exactly one."""

    letter_id: int
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAgain:
    """Staff said whose the letter is: ``directed`` is a reference ("R-1042"), "new" for somebody new, or "theirs" for
    whoever was asked, at another address. It is opened once more."""

    letter_id: int
    directed: str
    told: str = ""  # what staff told of the person with it, kept encrypted


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredByHand:
    """Staff answered this letter from the mailbox itself: found in its Sent folder."""

    letter_id: int


Action = (
    OpenReferral | JoinLetter | UpdateReferral | MoveTo | Withdraw | Hold | Note | PauseClock | ResumeClock
    | MakeOffer | StartOfferWindow | SettleOffer | MakeMatch | FamilyTold | Briefed | EndMatch | RecordCall
    | VolunteerUndeliverable | OpenConcern | ConcernPaged | SeeConcern | ResolveConcern | AskStaff | EscalateTask
    | SettleTask | AskConfirmation | UseConfirmation | MakePromise | Climb | Settle | Send | CancelMail | Suppress
    | Propose | RefuseProposed | WithdrawProposal | KeepJoining | AddVolunteer | SetCredentials
    | FileLetter | OpenAgain | AnsweredByHand | Reopen | VolunteerReachable | PauseVolunteer | ResumeVolunteer
    | LiftSuppression | EraseReferral | Mention | StopMail | PauseEverything | ResumeEverything
)  # fmt: skip
