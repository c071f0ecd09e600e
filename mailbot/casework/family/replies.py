"""A letter from a family we know: what it changes, and who must read it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    CancelMail,
    FileLetter,
    Hold,
    JoinLetter,
    PauseClock,
    ResumeClock,
    Settle,
    Suppress,
    UpdateReferral,
    Withdraw,
    WithdrawProposal,
)
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff, settle
from mailbot.casework.family.intake import receipt, take_other_letter, take_request, understood
from mailbot.casework.family.whose_referral import ASKS_FOR_CALLS, Join, join
from mailbot.casework.matching.introductions import brief
from mailbot.casework.matching.matches import end_match, pause_calls
from mailbot.casework.matching.offers import withdraw_offer
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import PauseReason, Referral
from mailbot.casework.sending import to_writer
from mailbot.casework.snapshot import Ids, LookUp, Office, Snapshot, TaskReason
from mailbot.casework.timetable import day_still_to_come
from mailbot.casework.touchpoints import UpdateNoted
from mailbot.clock import london
from mailbot.reading.letter import FamilyFacts, FamilyIntent, Letter, Risk
from mailbot.reading.skills.phones.numbers import digits_told, numbers_in

HELD_DAYS = 14  # nobody is asked about them before a person has read what they meant
SPEAKS_AGAINST = re.compile(
    r"\b(?:not|no|never|stop|old|wrong|changed?|different|other|new|instead|any ?more"
    r"|\w+n['’]t|dont|cant|wont|peidi\w+)\b",
    re.IGNORECASE,
)
PARTICULARS = ASKS_FOR_CALLS | {FamilyIntent.UPDATE}


def take_family_letter(
    letter: Letter,
    facts: FamilyFacts,
    *,
    snapshot: Snapshot,
    office: Office,
    now: datetime,
    ids: Ids,
    look_up: LookUp,
) -> list[Action]:
    """A person wrote who is neither volunteer nor staff: known or not, for themselves or for another."""
    joining = join(facts, snapshot)
    desk = _Desk(letter, facts, snapshot, office, now, ids, look_up)
    if joining.how is Join.NEW or (joining.referral is None and joining.how is not Join.STAFF_CHOOSE):
        take = take_request if facts.intent in ASKS_FOR_CALLS and not snapshot.suppressed else take_other_letter
        return take(letter, facts, snapshot=snapshot, office=office, now=now, ids=ids)
    if joining.how is Join.BELONGS and joining.referral:
        return desk.belongs(joining.referral, trusted=joining.trusted)
    other = joining.how is Join.OTHER_ADDRESS
    return desk.staff_choose(joining.referral, TaskReason.OTHER_ADDRESS if other else TaskReason.WHICH_REFERRAL)


class _Desk:
    """One letter on the desk: what every step below needs."""

    def __init__(
        self,
        letter: Letter,
        facts: FamilyFacts,
        snapshot: Snapshot,
        office: Office,
        now: datetime,
        ids: Ids,
        look_up: LookUp,
    ) -> None:
        if snapshot.letter_id is None:
            raise ValueError("a letter's snapshot names the letter")
        self.letter, self.facts, self.snapshot, self.office = letter, facts, snapshot, office
        self.now, self.ids, self.look_up = now, ids, look_up
        self.letter_id = snapshot.letter_id

    def belongs(self, referral: Referral, *, trusted: bool) -> list[Action]:
        """The letter is this referral's: stop first, then risk, then particulars, and what is left goes to a person."""
        facts = self.facts
        actions: list[Action] = [JoinLetter(letter_id=self.letter_id, referral_id=referral.id)]
        risky = facts.risk.risk is not Risk.NONE
        stops = self._stops()
        if stops:
            actions += self._stop(referral)
        if risky:
            actions += self._worry(referral)
        if stops:
            return [*actions, FileLetter(letter_id=self.letter_id, outcome="withdrawn")]
        if facts.intent is FamilyIntent.WITHDRAW:  # and there is danger: a person reads which of the two it is
            actions += self._hold_for_a_person(referral)
        changes = self._changes(referral)
        quiet = risky or referral.frozen or referral.withdrawn_at is not None
        if changes and not self._may_change(referral, changes, trusted=trusted):
            return [*actions, *self._ask(TaskReason.UNCLEAR_LETTER, referral, thank=not quiet)]
        if changes:
            actions += self._update(referral, changes, quiet=quiet)
            actions += self._tell_volunteer(referral, changes, quiet=quiet)
        if referral.withdrawn_at:  # they said stop before: what they want now is for a person to hear
            return [*actions, *self._ask(TaskReason.UNCLEAR_LETTER, referral, thank=False)]
        understood_whole = facts.agrees or (changes is not None and facts.intent in PARTICULARS)
        if understood_whole or risky:
            outcome = "agreed" if facts.agrees and not changes else "joined"
            return [*actions, FileLetter(letter_id=self.letter_id, outcome=outcome)]
        return [*actions, *self._ask(TaskReason.UNCLEAR_LETTER, referral, thank=not quiet and changes is None)]

    def staff_choose(self, referral: Referral | None, reason: TaskReason) -> list[Action]:
        """Nothing is changed by rule; a risk or a "stop" still acts at once, for everybody it may be about."""
        actions: list[Action] = []
        open_here = [one for one in self.snapshot.referrals if one.is_open]
        candidates: list[Referral] = [referral] if referral else open_here
        risky = self.facts.risk.risk is not Risk.NONE
        if risky:
            for one in (*candidates,) or (None,):
                actions += self._worry(one)
        if self._stops():
            for one in candidates:
                actions += self._stop(one)
            if candidates:
                return [*actions, FileLetter(letter_id=self.letter_id, outcome="withdrawn")]
            actions.append(Suppress(address=self.letter.sender.address, reason="said stop"))
        quiet = risky or self._stops() or any(one.frozen for one in candidates)
        references = ", ".join(one.reference for one in candidates)
        facts = ((f"could belong to {references}",) if references else ()) + understood(self.facts)
        return actions + self._ask(reason, referral, thank=not quiet, facts=facts)

    def _stops(self) -> bool:
        """A plain "stop" always; where there is danger, "I do not want this any more" is for a person to read."""
        risky = self.facts.risk.risk is not Risk.NONE
        return self.facts.stop or (self.facts.intent is FamilyIntent.WITHDRAW and not risky)

    def _stop(self, referral: Referral) -> list[Action]:
        """Everything automatic ends at once; staff close it kindly, or say that it goes on after all."""
        snapshot = self._around(referral)
        about = About(Entity.REFERRAL, referral.id)
        actions: list[Action] = [
            Withdraw(referral_id=referral.id),
            PauseClock(referral_id=referral.id, reason=PauseReason.WITHDRAWN),
            WithdrawProposal(referral_id=referral.id, reason="the family said stop"),
            CancelMail(about=about, reason="the family said stop"),
            Settle(kind=PromiseKind.FIRST_CONTACT, about=about, outcome="withdrawn"),
            Settle(kind=PromiseKind.ESSENTIALS, about=about, outcome="withdrawn"),
        ]
        if self.snapshot.people_at_address <= 1:
            actions.append(Suppress(address=self.letter.sender.address, reason="said stop"))
        if snapshot.open_offer:
            actions += withdraw_offer(snapshot.open_offer, referral, self.office, self.now, self.ids)
        if snapshot.match:
            actions += end_match(
                snapshot.match, referral, reason="withdrawn", office=self.office, now=self.now, ids=self.ids
            )
        actions += ask_staff(
            TaskReason.WITHDRAWN, office=self.office, ids=self.ids, now=self.now, referral=referral,
            letter_id=self.letter_id, shown=self.letter,
            volunteer=snapshot.match.volunteer if snapshot.match else None, unless_open=snapshot.open_tasks,
        )  # fmt: skip
        return actions

    def _around(self, referral: Referral) -> Snapshot:
        """All that hangs on this referral: the letter's own snapshot knows it only for the one our mail was about."""
        if self.snapshot.referral and self.snapshot.referral.id == referral.id:
            return self.snapshot
        found = dict(self.look_up((referral.reference,)).referrals)
        return found.get(referral.reference, Snapshot(referral=referral))

    def _changes(self, referral: Referral) -> UpdateReferral | None:
        """What the letter tells that we did not know; None when it tells nothing new."""
        facts = self.facts
        no_more = self._no_more(referral)
        forbidden = tuple(dict.fromkeys((*referral.phones_forbidden, *no_more)))
        phones = tuple(one for one in dict.fromkeys((*facts.phones, *referral.phones)) if one not in no_more)
        preferences = referral.preferences | {one.value for one in facts.preferences}
        changes = UpdateReferral(
            referral_id=referral.id,
            name=facts.name if facts.name and not referral.name else None,
            phones=phones if phones != referral.phones else None,
            phones_forbidden=forbidden if forbidden != referral.phones_forbidden else None,
            hours=facts.availability if facts.availability and facts.availability != referral.hours else None,
            preferences=preferences if preferences != referral.preferences else None,
            voicemail_ok=_voicemail(facts, referral),
        )
        return None if changes == UpdateReferral(referral_id=referral.id) else changes

    def _no_more(self, referral: Referral) -> tuple[str, ...]:
        """Numbers that the letter forbids. One that is merely quoted (their own first letter, our helplines) is not,
        unless it is theirs and what they write may be about it ("please not that number")."""
        letter = self.letter
        written = "\n".join((letter.subject, letter.new_text, letter.passed_on))
        told = {one.e164 for one in numbers_in(digits_told(written))}
        doubted = SPEAKS_AGAINST.search(letter.new_text) is not None
        return tuple(one for one in self.facts.phones_forbidden if one in told or (doubted and one in referral.phones))

    def _may_change(self, referral: Referral, changes: UpdateReferral, *, trusted: bool) -> bool:
        """From alone changes nothing that stands: it may only add what was missing, or forbid a number."""
        if trusted:
            return True
        adds_number = changes.phones is not None and set(changes.phones) - set(referral.phones)
        return not (adds_number and referral.phones) and not (changes.hours and referral.hours)

    def _update(self, referral: Referral, changes: UpdateReferral, *, quiet: bool) -> list[Action]:
        known = _after(referral, changes)
        actions: list[Action] = [changes]
        if not {"phone", "availability"} & set(known.missing):
            about = About(Entity.REFERRAL, referral.id)
            actions.append(Settle(kind=PromiseKind.ESSENTIALS, about=about, outcome="told"))
            actions += settle(self.snapshot.open_tasks, (TaskReason.ESSENTIALS_MISSING,), "told")
        if known.phones and not referral.phones:
            actions.append(ResumeClock(referral_id=referral.id, reason=PauseReason.WAITING_FOR_FAMILY))
        if quiet:
            return actions
        return [*actions, self._note_update(known)]

    def _tell_volunteer(self, referral: Referral, changes: UpdateReferral, *, quiet: bool) -> list[Action]:
        """Whoever holds the number learns what they may no longer do with it, or the new particulars (only those)."""
        match = self._around(referral).match
        if match is None or not match.briefed_at:
            return []
        known, cause = _after(referral, changes), f"letter-{self.letter_id}"
        if not known.phones or (quiet and referral.phones[:1] != known.phones[:1]):
            return pause_calls(match, referral, cause=cause, office=self.office, now=self.now, ids=self.ids)
        if quiet:
            return []  # told when the concern is resolved
        return brief(match, known, self.office, self.now, self.ids, occurrence=cause, rests_on_referral=False)

    def _worry(self, referral: Referral | None) -> list[Action]:
        if self.snapshot.letter_had_concern:
            return []  # staff have read this very letter, and said whose it is
        return open_concern(
            self.facts.risk, letter=self.letter, letter_id=self.letter_id, referral=referral, office=self.office,
            now=self.now, ids=self.ids,
        )  # fmt: skip

    def _hold_for_a_person(self, referral: Referral) -> list[Action]:
        until = london(self.now).date() + timedelta(days=HELD_DAYS)
        return [
            Hold(referral_id=referral.id, until=until),
            *ask_staff(
                TaskReason.WITHDRAWN, office=self.office, ids=self.ids, now=self.now, referral=referral,
                letter_id=self.letter_id, shown=self.letter,
            ),
        ]  # fmt: skip

    def _note_update(self, referral: Referral) -> Action:
        missing = referral.missing
        words = UpdateNoted(
            first_name=referral.first_name,
            call_by=None if referral.first_contact_at else day_still_to_come(referral.due_at, self.now),
            asks_phone="phone" in missing,
            asks_times="availability" in missing,
        )
        return to_writer(
            words, address=self.letter.sender.address, name=referral.name or "", language=referral.language,
            letter_id=self.letter_id, ids=self.ids, now=self.now, referral_id=referral.id,
        )  # fmt: skip

    def _ask(
        self, reason: TaskReason, referral: Referral | None, *, thank: bool, facts: tuple[str, ...] = ()
    ) -> list[Action]:
        actions: list[Action] = []
        if thank and not self.snapshot.suppressed:
            actions.append(
                receipt(self.letter, self.facts, self.letter_id, now=self.now, ids=self.ids, referral=referral)
            )
        actions += ask_staff(
            reason, office=self.office, ids=self.ids, now=self.now, referral=referral, letter_id=self.letter_id,
            shown=self.letter, facts=facts or understood(self.facts),
        )  # fmt: skip
        return [*actions, FileLetter(letter_id=self.letter_id, outcome="for staff")]


def _voicemail(facts: FamilyFacts, referral: Referral) -> bool | None:
    says_no = "no_voicemail" in {one.value for one in facts.preferences}
    if says_no and referral.voicemail_ok:
        return False
    return True if facts.voicemail_ok and not says_no and not referral.voicemail_ok else None


def _after(referral: Referral, changes: UpdateReferral) -> Referral:
    """The referral as it will be, for the words that go out in the same transaction."""
    return replace(
        referral,
        name=changes.name or referral.name,
        phones=referral.phones if changes.phones is None else changes.phones,
        phones_forbidden=referral.phones_forbidden if changes.phones_forbidden is None else changes.phones_forbidden,
        hours=changes.hours or referral.hours,
        preferences=changes.preferences or referral.preferences,
        voicemail_ok=referral.voicemail_ok if changes.voicemail_ok is None else changes.voicemail_ok,
    )
