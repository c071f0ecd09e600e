"""A family's first letter: the acknowledgement at once, the referral, and the promises that it starts (row 1)."""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, FileLetter, Hold, MakePromise, OpenReferral, PauseClock, Suppress
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.people import first_word
from mailbot.casework.promises import PromiseKind
from mailbot.casework.references import listed
from mailbot.casework.referral import PauseReason, Referral, Stage
from mailbot.casework.sending import to_writer
from mailbot.casework.snapshot import Ids, Office, Snapshot, TaskReason
from mailbot.casework.timetable import ONE_DAY, day_still_to_come, promise_due
from mailbot.casework.touchpoints import Acknowledgement, LetterReceived, ReferrerAcknowledgement
from mailbot.clock import london
from mailbot.reading.letter import FamilyFacts, FamilyIntent, Letter, Preference, Referrer, Risk

WRITTEN_LANGUAGES = ("en", "cy")
SAME_NUMBER_HELD_DAYS = 2  # nobody is asked about a possible double before staff could look
BY_INTENT = {
    FamilyIntent.GROUP: TaskReason.GROUP_REQUEST,
    FamilyIntent.VOLUNTEER_ENQUIRY: TaskReason.VOLUNTEER_ENQUIRY,
    FamilyIntent.WITHDRAW: TaskReason.WITHDRAWN,
}


def take_request(
    letter: Letter, facts: FamilyFacts, *, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Somebody asks for calls, for themselves or for another: open a referral, start the clock, acknowledge."""
    letter_id, arrived_at = _which(snapshot)
    referral = _referral(letter, facts, arrived_at=arrived_at, office=office, ids=ids)
    actions: list[Action] = [OpenReferral(referral=referral, letter_id=letter_id)]
    actions += _start_promises(referral, office, now)
    if referral.referrer:
        actions.append(_thank_referrer(letter, facts, letter_id, now=now, ids=ids, referral=referral))
        actions += ask_staff(
            TaskReason.CONFIRM_PERSON, office=office, ids=ids, now=now, referral=referral, letter_id=letter_id,
            shown=letter, facts=understood(facts),
        )  # fmt: skip
    else:
        actions.append(_acknowledge(letter, facts, referral, letter_id, now=now, ids=ids))
    if facts.intent is FamilyIntent.BOTH:
        actions += ask_staff(
            TaskReason.GROUP_REQUEST, office=office, ids=ids, now=now, referral=referral, letter_id=letter_id,
            facts=understood(facts),
        )  # fmt: skip
    if snapshot.same_number_referrals:
        held = london(now).date() + timedelta(days=SAME_NUMBER_HELD_DAYS)
        actions.append(Hold(referral_id=referral.id, until=held))
        actions += ask_staff(
            TaskReason.SAME_NUMBER, office=office, ids=ids, now=now, referral=referral, letter_id=letter_id,
            facts=(f"the same telephone number stands in {listed(snapshot.same_number_referrals)}",),
        )  # fmt: skip
    if facts.risk.risk is not Risk.NONE and not snapshot.letter_had_concern:
        actions += open_concern(
            facts.risk, letter=letter, letter_id=letter_id, referral=referral, office=office, now=now, ids=ids
        )
    return [*actions, FileLetter(letter_id=letter_id, outcome="referral opened")]


def take_other_letter(
    letter: Letter, facts: FamilyFacts, *, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Any other letter of somebody not known: we have it, and a person will answer. Spam: only the digest says so."""
    letter_id, _ = _which(snapshot)
    risky = facts.risk.risk is not Risk.NONE
    if facts.intent is FamilyIntent.SPAM and not risky:
        return [FileLetter(letter_id=letter_id, outcome="spam")]
    actions: list[Action] = []
    if facts.stop or (facts.intent is FamilyIntent.WITHDRAW and not risky):
        actions.append(Suppress(address=letter.sender.address, reason="said stop"))
    else:
        actions.append(receipt(letter, facts, letter_id, now=now, ids=ids, despite_freeze=True))
    if risky and not snapshot.letter_had_concern:
        actions += open_concern(
            facts.risk, letter=letter, letter_id=letter_id, referral=None, office=office, now=now, ids=ids
        )
    reason = BY_INTENT.get(facts.intent, TaskReason.UNCLEAR_LETTER)
    actions += ask_staff(
        reason, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter, facts=understood(facts)
    )
    return [*actions, FileLetter(letter_id=letter_id, outcome="for staff")]


def receipt(
    letter: Letter,
    facts: FamilyFacts,
    letter_id: int,
    *,
    now: datetime,
    ids: Ids,
    referral: Referral | None = None,
    despite_freeze: bool = False,
) -> Action:
    """Row 1 for any other person's letter: we have it, a person will answer."""
    known = referral.first_name if referral else ""
    words = LetterReceived(first_name=known or _writer_first_name(letter, facts), bilingual=_bilingual(facts))
    return to_writer(
        words,
        address=letter.sender.address,
        name=letter.sender.name,
        language=referral.language if referral else written_language(facts),
        letter_id=letter_id,
        ids=ids,
        now=now,
        referral_id=referral.id if referral else None,
        despite_freeze=despite_freeze,
    )


def understood(facts: FamilyFacts) -> tuple[str, ...]:
    """What was read, with the words it rests on, for staff to see."""
    told = [
        f"asks: {facts.intent.value.replace('_', ' ')}",
        *(f"may be called on {number}" for number in facts.phones),
        *(f"never call {number}" for number in facts.phones_forbidden),
        *((f"name: {facts.name}",) if facts.name else ()),
        *(preference.value.replace("_", " ") for preference in facts.preferences),
    ]
    return (*told, *(f"{one.fact}: “{one.words}”" for one in facts.evidence[:12]))


def written_language(facts: FamilyFacts) -> str:
    """What we write in: Welsh to whoever writes in it or asks for it, else English."""
    welsh = facts.language == "cy" or Preference.WELSH_SPEAKING in facts.preferences
    return "cy" if welsh else "en"


def _referral(letter: Letter, facts: FamilyFacts, *, arrived_at: datetime, office: Office, ids: Ids) -> Referral:
    by_another = facts.referrer in (Referrer.PROFESSIONAL, Referrer.OTHER_PERSON)
    return Referral(
        id=ids.new(Entity.REFERRAL),
        stage=Stage.CONFIRMING if by_another else Stage.WAITING,
        received_at=arrived_at,
        due_at=promise_due(arrived_at, office.policy.promise_days),
        person_id=ids.new("person"),
        name=facts.name,
        address=None if by_another else letter.sender.address,
        referrer=facts.referrer.value if by_another and facts.referrer else None,
        referrer_name=facts.referrer_name if by_another else None,
        referrer_address=letter.sender.address if by_another else None,
        phones=tuple(one for one in facts.phones if one not in facts.phones_forbidden),
        phones_forbidden=facts.phones_forbidden,
        hours=facts.availability,
        language=written_language(facts),
        language_certain=facts.language_certain,
        spoken_languages=_spoken(facts),
        preferences=frozenset(one.value for one in facts.preferences),
        voicemail_ok=facts.voicemail_ok and Preference.NO_VOICEMAIL not in facts.preferences,
        relationship=facts.relationship,
        prison=facts.prison,
        frozen=facts.risk.risk is not Risk.NONE,
    )


def _spoken(facts: FamilyFacts) -> tuple[str, ...]:
    """A wish for Welsh is a need; a Welsh letter without the wish leaves either language; others need their own."""
    if Preference.WELSH_SPEAKING in facts.preferences:
        return ("cy",)
    if facts.language == "cy":
        return ("cy", "en")
    if facts.language != "en" and facts.language_certain and Preference.INTERPRETER not in facts.preferences:
        return (facts.language, "en")
    return ("en",)


def _start_promises(referral: Referral, office: Office, now: datetime) -> list[Action]:
    about = About(Entity.REFERRAL, referral.id)
    day4 = promise_due(referral.received_at, office.policy.staff_told_days)
    actions: list[Action] = [
        MakePromise(
            kind=PromiseKind.FIRST_CONTACT, about=about, due_at=referral.due_at, next_step_at=max(day4, now),
            referral_id=referral.id,
        )
    ]  # fmt: skip
    if {"phone", "availability"} & set(referral.missing) and not referral.referrer:
        again = now + timedelta(days=office.policy.essentials_again_days)
        actions.append(
            MakePromise(
                kind=PromiseKind.ESSENTIALS, about=about, due_at=again + ONE_DAY, next_step_at=again,
                referral_id=referral.id,
            )
        )  # fmt: skip
    if not referral.phones and not referral.referrer:
        actions.append(PauseClock(referral_id=referral.id, reason=PauseReason.WAITING_FOR_FAMILY))
    return actions


def _acknowledge(
    letter: Letter, facts: FamilyFacts, referral: Referral, letter_id: int, *, now: datetime, ids: Ids
) -> Action:
    words = Acknowledgement(
        first_name=referral.first_name,
        call_by=day_still_to_come(referral.due_at, now),
        asks_phone="phone" in referral.missing,
        asks_times="availability" in referral.missing,
        asks_name="name" in referral.missing,
        bilingual=_bilingual(facts),
        wants_group=facts.intent is FamilyIntent.BOTH,
    )
    return to_writer(
        words, address=letter.sender.address, name=referral.name or "", language=referral.language,
        letter_id=letter_id, ids=ids, now=now, referral_id=referral.id, despite_freeze=True,
    )  # fmt: skip


def _thank_referrer(
    letter: Letter, facts: FamilyFacts, letter_id: int, *, now: datetime, ids: Ids, referral: Referral
) -> Action:
    words = ReferrerAcknowledgement(first_name=first_word(facts.referrer_name or ""), bilingual=_bilingual(facts))
    return to_writer(
        words, address=letter.sender.address, name=facts.referrer_name or "", language=written_language(facts),
        letter_id=letter_id, ids=ids, now=now, referral_id=referral.id, despite_freeze=True,
    )  # fmt: skip


def _bilingual(facts: FamilyFacts) -> bool:
    return not facts.language_certain or facts.language not in WRITTEN_LANGUAGES


def _writer_first_name(letter: Letter, facts: FamilyFacts) -> str:
    by_another = facts.referrer in (Referrer.PROFESSIONAL, Referrer.OTHER_PERSON)
    return first_word((facts.referrer_name if by_another else facts.name) or "")


def _which(snapshot: Snapshot) -> tuple[int, datetime]:
    if snapshot.letter_id is None or snapshot.arrived_at is None:
        raise ValueError("a letter's snapshot names the letter and when it arrived")
    return snapshot.letter_id, snapshot.arrived_at
