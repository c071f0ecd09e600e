"""Who deals with this letter, this due promise, this outgoing letter? The one door into casework."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.casework.actions import Action, AskStaff, FileLetter, LiftSuppression, Send
from mailbot.casework.asking import concerns, tasks
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.family import waiting
from mailbot.casework.family.intake import take_request
from mailbot.casework.family.replies import take_family_letter
from mailbot.casework.family.whose_referral import ASKS_FOR_CALLS, asks_as_another, mentions
from mailbot.casework.joining.exchange import climb_joining
from mailbot.casework.joining.letters import answers_a_joining, beside_a_joining, take_newcomer_letter
from mailbot.casework.mails.limits import staff_within_limits, within_limits
from mailbot.casework.mails.machines import take_machine_letter
from mailbot.casework.matching import introductions, offers
from mailbot.casework.people import Party
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import CommandSnapshot, Ids, LookUp, Office, Snapshot, Task, TaskReason
from mailbot.casework.staff.desk import all_that_is_named, take_staff_letter
from mailbot.casework.staff.staff_told import with_what_staff_told
from mailbot.casework.timetable import ONE_DAY
from mailbot.casework.volunteer import calls
from mailbot.casework.volunteer.desk import replying_to, take_volunteer_letter
from mailbot.reading.family import read_family
from mailbot.reading.letter import (
    Authentication,
    FamilyFacts,
    FamilyIntent,
    Kind,
    Letter,
    Referrer,
    Risk,
    RiskReading,
    StaffFacts,
)
from mailbot.reading.staff import read_staff
from mailbot.reading.volunteer import read_volunteer

RECENT_HISTORY = timedelta(days=30)  # an old letter with a risk pages the rota up to this age; older ones are listed

LADDERS: dict[PromiseKind, Callable[[Snapshot, Office, datetime, Ids], list[Action]]] = {
    PromiseKind.FIRST_CONTACT: waiting.climb_first_contact,
    PromiseKind.ESSENTIALS: waiting.climb_essentials,
    PromiseKind.OFFER_ANSWER: offers.climb_offer,
    PromiseKind.FAMILY_TOLD: introductions.climb_family_told,
    PromiseKind.FIRST_CALL: calls.climb_first_call,
    PromiseKind.ATTEMPT: calls.climb_attempt,
    PromiseKind.NEXT_CALL: calls.climb_next_call,
    PromiseKind.STILL_WAITING: waiting.climb_still_waiting,
    PromiseKind.STAFF_TASK: tasks.climb,
    PromiseKind.JOINING: climb_joining,
    PromiseKind.CONCERN: concerns.climb,
}


def first_reading(letter: Letter, office: Office) -> FamilyFacts | None:
    """What the letter says if a family member wrote it, whatever its headers claim; None for staff's letters. It needs
    no snapshot, so it is read before any lock is taken."""
    return None if office.roster.by_address(letter.sender.address) else _as_a_persons(letter, office)


def decide_letter(
    letter: Letter,
    snapshot: Snapshot,
    office: Office,
    now: datetime,
    ids: Ids,
    look_up: LookUp,
    first: FamilyFacts | None = None,
) -> list[Action]:
    """Read the letter as its writer's and decide what follows. Ends with exactly one ``FileLetter``.

    ``first`` is the ``first_reading``, when there is one already.
    """
    if snapshot.letter_id is None or snapshot.arrived_at is None:
        raise ValueError("a letter's snapshot names the letter and when it arrived")
    staff = office.roster.by_address(letter.sender.address)
    facts = first or (FamilyFacts(FamilyIntent.OTHER) if staff else _as_a_persons(letter, office))
    if snapshot.history:
        return _history(letter, facts, snapshot, office, now, ids)
    if snapshot.directed == "ignored":
        return [FileLetter(letter_id=snapshot.letter_id, outcome="ignored")]
    if snapshot.directed == "new":
        return _new_person(letter, facts, snapshot, office, now, ids)
    if letter.kind is not Kind.PERSON:
        return take_machine_letter(letter, facts, snapshot=snapshot, office=office, now=now, ids=ids)
    if snapshot.directed == "theirs":
        snapshot = _vouched_for(snapshot)
    if staff:
        around = look_up(())
        orders = _staff_facts(letter, snapshot, office, around)
        known = all_that_is_named(orders, snapshot, around, look_up, now)
        taken = take_staff_letter(
            letter, orders, staff=staff, snapshot=snapshot, known=known, office=office, now=now, ids=ids
        )
        if not orders.commands or letter.provenance.authentication is not Authentication.ALIGNED_PASS:
            taken = staff_within_limits(taken, snapshot, office, now, ids)
        return [*mentions(letter, snapshot), *taken]
    if letter.provenance.authentication is Authentication.FAIL:
        return _not_authenticated(letter, facts, snapshot, office, now, ids)
    if snapshot.letter_already_opened and not snapshot.directed:
        return _opened_before(letter, facts, snapshot, office, now, ids)
    actions = _public_letter(letter, facts, snapshot, office, now, ids, look_up)
    actions = _unread_for_a_person(letter, actions, snapshot, office, now, ids)
    return within_limits(actions, snapshot, office, now, ids)


def decide_promise(snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """The next rung of a due promise's ladder."""
    if snapshot.promise is None:
        raise ValueError("a due promise is in its snapshot")
    return LADDERS[snapshot.promise.kind](snapshot, office, now, ids)


def set_aside(letter_id: int, snapshot: Snapshot, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """A letter that could not be opened, however often it was tried: a person must look at it whole."""
    return ask_staff(
        TaskReason.SET_ASIDE, office=office, ids=ids, now=now, letter_id=letter_id, referral=snapshot.referral
    )


def _public_letter(
    letter: Letter,
    first: FamilyFacts,
    snapshot: Snapshot,
    office: Office,
    now: datetime,
    ids: Ids,
    look_up: LookUp,
) -> list[Action]:
    by_token = snapshot.answered is not None and snapshot.answered.party is Party.VOLUNTEER
    if snapshot.volunteer is not None or by_token:
        sent_at = letter.sent_at if _plausible(letter, snapshot) else snapshot.arrived_at
        facts = read_volunteer(
            letter, replying_to=replying_to(snapshot), wording=office.wording, sent_at=sent_at or now
        )
        take = take_newcomer_letter if answers_a_joining(snapshot) else take_volunteer_letter
        taken = take(letter, facts, snapshot=snapshot, office=office, now=now, ids=ids)
        return [*mentions(letter, snapshot), *taken]
    family = _family_facts(letter, first, snapshot, office)
    taken = take_family_letter(letter, family, snapshot=snapshot, office=office, now=now, ids=ids, look_up=look_up)
    return beside_a_joining(taken, first, snapshot, office, now, ids)


def _as_a_persons(letter: Letter, office: Office) -> FamilyFacts:
    """What the letter would say if a person had written it, whatever its headers claim."""
    return read_family(replace(letter, kind=Kind.PERSON), wording=office.wording, own_numbers=office.own_numbers)


def _new_person(
    letter: Letter, facts: FamilyFacts, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Staff said that somebody new asks for calls: that settles what no rule could tell."""
    if facts.intent not in ASKS_FOR_CALLS:
        facts = replace(facts, intent=FamilyIntent.BEFRIENDING, referrer=facts.referrer or Referrer.SELF)
    facts = with_what_staff_told(facts, snapshot.told)
    actions: list[Action] = [LiftSuppression(address=letter.sender.address)]
    actions += take_request(letter, facts, snapshot=snapshot, office=office, now=now, ids=ids)
    if letter.kind is Kind.PERSON:
        return actions
    return [one for one in actions if not (isinstance(one, Send) and one.answers_letter)]  # no machine is answered


def _vouched_for(snapshot: Snapshot) -> Snapshot:
    """Staff said that the address is theirs who were asked."""
    asked = snapshot.offer or snapshot.match
    return replace(snapshot, same_sender=True, volunteer=snapshot.volunteer or (asked.volunteer if asked else None))


def _unread_for_a_person(
    letter: Letter, actions: list[Action], snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """What could not be read, or not for certain, is looked at by a person, whatever was done about the rest."""
    if not letter.not_read or any(isinstance(one, AskStaff) for one in actions):
        return actions
    asked = ask_staff(
        TaskReason.UNCLEAR_LETTER, office=office, ids=ids, now=now, referral=snapshot.referral,
        letter_id=snapshot.letter_id, shown=letter,
    )  # fmt: skip
    return [*actions, *asked]


def _family_facts(letter: Letter, first: FamilyFacts, snapshot: Snapshot, office: Office) -> FamilyFacts:
    """As anybody's at first, since what comes back to us may be somebody else's own request; else as an answer."""
    known = snapshot.answered is not None or any(one.is_open for one in snapshot.referrals)
    if not known or asks_as_another(first, snapshot):
        return first
    return read_family(
        letter, wording=office.wording, own_numbers=office.own_numbers, replying=True, replying_to=replying_to(snapshot)
    )


def _staff_facts(letter: Letter, snapshot: Snapshot, office: Office, around: CommandSnapshot) -> StaffFacts:
    context = snapshot.referral.reference if snapshot.referral else None
    names = (*(one.name for one in around.volunteers), *(one.name for one in around.joinings))
    answered = snapshot.answered.touchpoint if snapshot.answered else "unsolicited"
    sent_at = letter.sent_at if _plausible(letter, snapshot) else snapshot.arrived_at
    if sent_at is None:
        raise ValueError("a letter's snapshot tells when it arrived")
    return read_staff(
        letter,
        replying_to=answered,
        sent_at=sent_at,
        context_reference=context,
        volunteer_names=names,
        wording=office.wording,
    )


def _plausible(letter: Letter, snapshot: Snapshot) -> bool:
    """A Date header within a day of the arrival is the day meant by "today"; else the server's own time is."""
    if letter.sent_at is None or snapshot.arrived_at is None:
        return False
    return abs(letter.sent_at - snapshot.arrived_at) <= ONE_DAY


def _history(
    letter: Letter, facts: FamilyFacts, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Years of old mail are not answered; a risk in it is still told to staff (design rule 1)."""
    letter_id, arrived_at = snapshot.letter_id, snapshot.arrived_at
    if letter_id is None or arrived_at is None:
        return []
    risky = facts.risk.risk is not Risk.NONE and facts.intent is not FamilyIntent.SPAM
    if letter.kind is not Kind.PERSON or not risky:
        return [FileLetter(letter_id=letter_id, outcome="history")]
    filed = FileLetter(letter_id=letter_id, outcome="history with a risk")
    if now - arrived_at <= RECENT_HISTORY:
        concern = open_concern(
            facts.risk, letter=letter, letter_id=letter_id, referral=None, office=office, now=now, ids=ids
        )
        return [*concern, filed]
    return [*_listed(letter, facts.risk, letter_id, office, now, ids), filed]


def _listed(letter: Letter, risk: RiskReading, letter_id: int, office: Office, now: datetime, ids: Ids) -> list[Action]:
    """A task for the digest's list, without an email of its own: hundreds may come at a first start."""
    asked = ask_staff(
        TaskReason.HISTORY_RISK, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
        facts=tuple(one.words for one in risk.evidence), role="lead",
    )  # fmt: skip
    return [one for one in asked if isinstance(one, AskStaff) and isinstance(one.task, Task)]


def _not_authenticated(
    letter: Letter, facts: FamilyFacts, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Nothing is answered and nothing is changed; staff see it, and a risk is still a risk."""
    letter_id = snapshot.letter_id
    if letter_id is None:
        return []
    actions: list[Action] = []
    if facts.risk.risk is not Risk.NONE and not snapshot.letter_had_concern:
        actions += open_concern(
            facts.risk, letter=letter, letter_id=letter_id, referral=None, office=office, now=now, ids=ids
        )
    if facts.intent is FamilyIntent.SPAM and not actions:
        return [FileLetter(letter_id=letter_id, outcome="spam")]
    actions += ask_staff(
        TaskReason.NOT_AUTHENTICATED, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
        referral=snapshot.referral,
    )  # fmt: skip
    return [*actions, FileLetter(letter_id=letter_id, outcome="not authenticated")]


def _opened_before(
    letter: Letter, facts: FamilyFacts, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """The same Message-ID from the same sender, in other bytes: most likely a second copy; a person may check."""
    letter_id = snapshot.letter_id
    if letter_id is None:
        return []
    risk = facts.risk
    worry: list[Action] = []
    if risk.risk is not Risk.NONE:
        worry = open_concern(
            risk, letter=letter, letter_id=letter_id, referral=snapshot.referral, office=office, now=now, ids=ids
        )
    asked = ask_staff(
        TaskReason.UNCLEAR_LETTER, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
        facts=("another letter with the same Message-ID was opened before: most likely a copy",),
        referral=snapshot.referral,
    )  # fmt: skip
    return [*worry, *asked, FileLetter(letter_id=letter_id, outcome="second copy")]
