"""A letter from staff: who proves to be staff is obeyed; who only seems to be is asked to confirm (never 8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, AskConfirmation, FileLetter, UseConfirmation
from mailbot.casework.commands import HELP, carry_out, describe
from mailbot.casework.concerns import open_concern
from mailbot.casework.limits import only_listed
from mailbot.casework.orders import Desk, Outcome
from mailbot.casework.people import Party, StaffMember
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import (
    EVERYTHING,
    CommandSnapshot,
    Confirmation,
    Ids,
    Office,
    Snapshot,
    TaskReason,
)
from mailbot.casework.tasks import ask_staff
from mailbot.casework.touchpoints import CommandConfirm, CommandDone
from mailbot.reading.letter import Authentication, Letter, Risk, StaffCommand, StaffFacts, Verb

CONFIRMATION_LASTS = timedelta(days=3)
ONLY_THANKS = re.compile(r"(?:many |great,? )?(?:thanks?(?: you)?|ok(?:ay)?|diolch)[\s\w,.!]{0,40}", re.I)


def references_named(facts: StaffFacts, snapshot: Snapshot) -> tuple[str, ...]:
    """Every reference, and every address, that deciding will look up."""
    waiting = snapshot.confirmation.commands if snapshot.confirmation else ()
    named = [told for one in (*facts.commands, *waiting) for told in (one.referral, one.address) if told]
    if any(one.verb is Verb.REPORT for one in (*facts.commands, *waiting)):
        named.append(EVERYTHING)
    return tuple(dict.fromkeys(named))


def take_staff_letter(
    letter: Letter,
    facts: StaffFacts,
    *,
    staff: StaffMember,
    snapshot: Snapshot,
    known: CommandSnapshot,
    office: Office,
    now: datetime,
    ids: Ids,
) -> list[Action]:
    """Commands need our token, the sender it was sent to, and an aligned pass; or a "yes" to a fresh token."""
    letter_id = snapshot.letter_id
    if letter_id is None:
        raise ValueError("a letter's snapshot names the letter")
    desk = Desk(
        staff=staff,
        context=snapshot,
        known=known,
        office=office,
        now=now,
        ids=ids,
        letter_id=letter_id,
        written=facts.visible_text,
    )
    filed = FileLetter(letter_id=letter_id, outcome="staff")
    actions = _forwarded_risk(letter, facts, snapshot, letter_id, office, now, ids)
    if letter.provenance.authentication is Authentication.FAIL:
        return [
            *actions,
            *ask_staff(
                TaskReason.NOT_AUTHENTICATED, office=office, ids=ids, now=now, letter_id=letter_id, role="lead",
                letter=letter.new_text,
            ),
            filed,
        ]  # fmt: skip
    confirmed = _confirmed_commands(facts, snapshot, now)
    if confirmed is not None:
        return [*actions, *_do(confirmed, (), desk, used=snapshot.confirmation), filed]
    if not facts.commands and not facts.unclear:
        if letter.passed_on:
            return [*actions, *_for_a_person(letter, snapshot, letter_id, office, now, ids), filed]
        if facts.visible_text.strip() and not ONLY_THANKS.fullmatch(facts.visible_text.strip()):
            return [*actions, _answer(_not_understood(desk), desk), filed]
        return [*actions, filed]
    if not _proves_to_be_staff(letter, snapshot):
        token = snapshot.answered is not None and snapshot.same_sender
        if not token and snapshot.confirmations_waiting >= office.policy.confirmations_at_once:
            asked = ask_staff(
                TaskReason.NOT_AUTHENTICATED, office=office, ids=ids, now=now, letter_id=letter_id, role="lead"
            )
            return [*actions, *only_listed(asked), filed]  # somebody who is not them may be writing: enough is asked
        return [*actions, *_ask_to_confirm(facts, desk), filed]
    return [*actions, *_do(facts.commands, facts.unclear, desk), filed]


def _proves_to_be_staff(letter: Letter, snapshot: Snapshot) -> bool:
    token = snapshot.answered is not None and snapshot.answered.party is Party.STAFF
    return token and snapshot.same_sender and letter.provenance.authentication is Authentication.ALIGNED_PASS


def _confirmed_commands(facts: StaffFacts, snapshot: Snapshot, now: datetime) -> tuple[StaffCommand, ...] | None:
    """The waiting commands, when the answer to their confirmation is a yes and nothing else."""
    confirmation = snapshot.confirmation
    if confirmation is None or not snapshot.same_sender or confirmation.used_at or confirmation.expires_at <= now:
        return None
    verbs = {one.verb for one in facts.commands}
    return confirmation.commands if verbs == {Verb.YES} and not facts.unclear else None


def _do(
    commands: Sequence[StaffCommand], unclear: Sequence[str], desk: Desk, *, used: Confirmation | None = None
) -> list[Action]:
    actions: list[Action] = [UseConfirmation(confirmation_id=used.id)] if used else []
    outcomes: list[Outcome] = []
    for command in commands:
        outcome = _one_after_another(command, desk)
        outcomes.append(outcome)
        actions += outcome.actions
    asked = [one.asked for one in outcomes if one.asked]
    if unclear:
        asked.append("Part of your email was not clear to me. Nothing was done with that part. “help” names the words.")
    words = CommandDone(
        first_name=desk.staff.first_name,
        done=tuple(line for one in outcomes if one.done for line in (one.done, *one.more)),
        refused=tuple(one.refused for one in outcomes if one.refused),
        asked=tuple(asked),
    )
    return [*actions, _answer(words, desk)]


def _one_after_another(command: StaffCommand, desk: Desk) -> Outcome:
    """One email changes one referral once: a second change would rest on what is no longer true."""
    referral = command.referral or (desk.context.referral.reference if desk.context.referral else "this")
    if command.verb in (Verb.CREDENTIAL, Verb.ADD_VOLUNTEER):
        referral = command.volunteer or "this"
    if command.verb is Verb.ASSIGN and command.volunteer:
        volunteer = command.volunteer.casefold()
        if volunteer in desk.taken:
            return Outcome(
                asked=f"{command.volunteer} is asked about somebody else just now. Please send {referral} again."
            )
        desk.taken.add(volunteer)
    if referral in desk.taken and command.verb not in (Verb.NOTE, Verb.SHOW):
        return Outcome(
            asked=f"Your email has two orders for {referral}. The first was carried out; please send the other again."
        )
    outcome = carry_out(command, desk)
    if outcome.actions and command.verb is not Verb.NOTE:
        desk.taken.add(referral)
    return outcome


def _ask_to_confirm(facts: StaffFacts, desk: Desk) -> list[Action]:
    """The registered address gets a fresh token; a "yes" that comes back with it is proof enough."""
    if not facts.commands:
        words = CommandDone(
            first_name=desk.staff.first_name, done=(), refused=(), asked=("I found nothing to do.", *HELP)
        )
        return [_answer(words, desk)]
    confirmation = Confirmation(
        id=desk.ids.new(Entity.CONFIRMATION),
        staff_id=desk.staff.id,
        commands=facts.commands,
        asked_at=desk.now,
        expires_at=desk.now + CONFIRMATION_LASTS,
        about=desk.context.answered.about if desk.context.answered else None,
    )
    asked = CommandConfirm(first_name=desk.staff.first_name, commands=tuple(describe(one) for one in facts.commands))
    mail = to_staff(
        asked, member=desk.staff, about=About(Entity.CONFIRMATION, confirmation.id), ids=desk.ids, now=desk.now,
        letter_id=desk.letter_id, answers_letter=desk.letter_id,
    )  # fmt: skip
    return [AskConfirmation(confirmation=confirmation), mail]


def _not_understood(desk: Desk) -> CommandDone:
    asked = "I did not understand your answer, and nothing was done. The email that you answered names the replies."
    return CommandDone(first_name=desk.staff.first_name, done=(), refused=(), asked=(asked,))


def _answer(words: CommandDone, desk: Desk) -> Action:
    referral = desk.context.referral
    return to_staff(
        words, member=desk.staff, about=About(Entity.LETTER, desk.letter_id), ids=desk.ids, now=desk.now,
        referral_id=referral.id if referral else None, letter_id=desk.letter_id, answers_letter=desk.letter_id,
    )  # fmt: skip


def _forwarded_risk(
    letter: Letter, facts: StaffFacts, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """What staff forward is somebody's letter: its risk pages the rota like any other."""
    if not letter.passed_on or facts.risk.risk is Risk.NONE:
        return []
    return open_concern(
        facts.risk, letter=letter, letter_id=letter_id, referral=snapshot.referral, office=office, now=now, ids=ids
    )


def _for_a_person(
    letter: Letter, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    return ask_staff(
        TaskReason.FORWARDED_LETTER, office=office, ids=ids, now=now, referral=snapshot.referral, letter_id=letter_id,
        letter=f"{letter.new_text}\n\n{letter.passed_on}",
    )  # fmt: skip
