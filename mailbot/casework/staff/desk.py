"""A letter from staff: who proves to be staff is obeyed; who only seems to be is asked to confirm (never 8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, FileLetter, UseConfirmation
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.mails.limits import only_listed
from mailbot.casework.people import Party, StaffMember
from mailbot.casework.sending import to_staff
from mailbot.casework.snapshot import EVERYTHING, CommandSnapshot, Ids, LookUp, Office, Snapshot, TaskReason
from mailbot.casework.staff.commands import HELP
from mailbot.casework.staff.confirming import ask_to_confirm, confirmed, consequences, is_weighty, settled_otherwise
from mailbot.casework.staff.order import Desk, called
from mailbot.casework.staff.order_round import Carried, carry_all_out, dry_run, in_words, left_out
from mailbot.casework.staff.orders.reports import month_asked
from mailbot.casework.staff.orders.stopping import references_for
from mailbot.casework.touchpoints import CommandDone
from mailbot.clock import london
from mailbot.reading.letter import Authentication, Letter, Risk, StaffFacts, Verb

ONLY_THANKS = re.compile(r"(?:many |great,? )?(?:thanks?(?: you)?|ok(?:ay)?|diolch)[\s\w,.!]{0,40}", re.I)


def all_that_is_named(
    facts: StaffFacts, snapshot: Snapshot, around: CommandSnapshot, look_up: LookUp, now: datetime
) -> CommandSnapshot:
    """What deciding rests on: every reference and address named, those of a volunteer who is to rest, and what else an
    order needs."""
    commands = (*facts.commands, *(snapshot.confirmation.commands if snapshot.confirmation else ()))
    own = snapshot.referral.reference if snapshot.referral else None
    resting = {
        one.id
        for command in commands
        if command.verb is Verb.PAUSE_VOLUNTEER and command.volunteer
        for one in called(command.volunteer, around.volunteers)
    }
    named = [told for one in commands for told in (one.referral, one.address) if told]
    named += [one for command in commands if command.verb is Verb.CANCEL for one in references_for(command, own)]
    named += [one.reference for one in around.loads if one.volunteer_id in resting]
    erasing = [one.referral or own for one in commands if one.verb is Verb.ERASE]
    if any(one.verb is Verb.REPORT for one in commands):
        named.append(EVERYTHING)
    reports = [one.text for one in commands if one.verb is Verb.REPORT]
    return look_up(
        tuple(dict.fromkeys((*named, *(one for one in erasing if one)))),
        month=month_asked(reports[0], london(now).date()) if reports else None,
        erasing=tuple(one for one in erasing if one),
    )


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
                shown=letter,
            ),
            filed,
        ]  # fmt: skip
    if asked := confirmed(facts, desk):
        carried = carry_all_out(asked.commands, desk)
        return [*actions, UseConfirmation(confirmation_id=asked.id), *_all(carried, (), desk), filed]
    if otherwise := settled_otherwise(facts, desk):
        return [*actions, *_all([Carried(facts.commands[0], otherwise)], (), desk), filed]
    if snapshot.confirmation and any(one.verb is not Verb.YES for one in facts.commands):
        facts = replace(facts, commands=tuple(one for one in facts.commands if one.verb is not Verb.YES))
    if not facts.commands and not facts.unclear:
        if letter.passed_on:
            return [*actions, *_for_a_person(letter, snapshot, letter_id, office, now, ids), filed]
        if facts.visible_text.strip() and not ONLY_THANKS.fullmatch(facts.visible_text.strip()):
            return [*actions, _answer(_not_understood(desk), desk), filed]
        return [*actions, filed]
    if not _proves_to_be_staff(letter, snapshot):
        token = snapshot.answered is not None and snapshot.same_sender
        if not token and snapshot.confirmations_waiting >= office.policy.confirmations_at_once:
            told = ask_staff(
                TaskReason.NOT_AUTHENTICATED, office=office, ids=ids, now=now, letter_id=letter_id, role="lead"
            )
            return [*actions, *only_listed(told), filed]  # somebody who is not them may be writing: enough is asked
        return [*actions, *_unproved(facts, desk), filed]
    return [*actions, *_do(facts, desk), filed]


def _proves_to_be_staff(letter: Letter, snapshot: Snapshot) -> bool:
    token = snapshot.answered is not None and snapshot.answered.party is Party.STAFF
    return token and snapshot.same_sender and letter.provenance.authentication is Authentication.ALIGNED_PASS


def _do(facts: StaffFacts, desk: Desk) -> list[Action]:
    """What erases, closes several or writes to many waits for a yes; the rest of the email is done at once."""
    tried = dry_run(facts.commands, desk)
    because = consequences(tried, desk)
    left = left_out(facts.commands, facts.unclear, desk)
    if not because:
        return _all(carry_all_out(facts.commands, desk), facts.unclear, desk, left)
    weighty = [one.command for one in tried if is_weighty(one)]
    light = [one.command for one in tried if not is_weighty(one)]
    asked = ask_to_confirm(weighty, desk, because=because, proved=True)
    if not light and not facts.unclear and not left:
        return asked
    return [*_all(carry_all_out(light, desk), facts.unclear, desk, left), *asked]


def _all(carried: Sequence[Carried], unclear: Sequence[str], desk: Desk, left: Sequence[str] = ()) -> list[Action]:
    done = [action for one in carried for action in one.outcome.actions]
    return [*done, _answer(in_words(carried, unclear, desk, left), desk)]


def _unproved(facts: StaffFacts, desk: Desk) -> list[Action]:
    """Nothing is done; the registered address is asked, if there is anything to be asked."""
    if not facts.commands:
        words = CommandDone(
            first_name=desk.staff.first_name, done=(), refused=(), asked=("I found nothing to do.", *HELP)
        )
        return [_answer(words, desk)]
    tried = dry_run(facts.commands, desk)
    if all(one.outcome.asked for one in tried):
        return _all(tried, facts.unclear, desk)  # there is nothing to say yes to
    because = consequences(tried, desk)
    return ask_to_confirm(facts.commands, desk, because=because, proved=False)


def _not_understood(desk: Desk) -> CommandDone:
    asked = "I did not understand your answer, and nothing was done. “help” names all that you can write."
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
    """What staff forward, or paste into an email that orders nothing, is somebody's letter: its risk pages the rota
    like any other."""
    if facts.risk.risk is Risk.NONE:
        return []
    return open_concern(
        facts.risk, letter=letter, letter_id=letter_id, referral=snapshot.referral, office=office, now=now, ids=ids
    )


def _for_a_person(
    letter: Letter, snapshot: Snapshot, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    return ask_staff(
        TaskReason.FORWARDED_LETTER, office=office, ids=ids, now=now, referral=snapshot.referral, letter_id=letter_id,
        shown=letter,
    )  # fmt: skip
