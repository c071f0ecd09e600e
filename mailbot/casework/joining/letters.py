"""A letter from somebody who would like to volunteer: what they answer, and what follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import Action, FileLetter, OpenReferral, Suppress
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.letters_shown import whole
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.joining.exchange import as_recipient, ask_again, end, put_to_staff
from mailbot.casework.newcomers import Joining, JoiningState, with_answer
from mailbot.casework.sending import to_volunteer, to_writer
from mailbot.casework.snapshot import Ids, Office, Snapshot, TaskReason
from mailbot.casework.touchpoints import JoiningAsked, LetterReceived, VolunteerLetterReceived
from mailbot.clock import london
from mailbot.reading.letter import FamilyFacts, Letter, Risk, VolunteerFacts
from mailbot.reading.volunteer.joining import read_joining, worry_in
from mailbot.reading.volunteer.joining_facts import QUESTIONS, JoiningFacts


def answers_a_joining(snapshot: Snapshot) -> bool:
    """Does the letter carry the token of our questions to somebody who is joining still?"""
    about_it = snapshot.answered is not None and snapshot.answered.about.entity is Entity.JOINING
    return about_it and snapshot.joining is not None and snapshot.joining.is_open


def take_newcomer_letter(
    letter: Letter, facts: VolunteerFacts, *, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Believed only with our token and from the address that was asked; a worry in it pages like every letter's."""
    letter_id, joining = snapshot.letter_id, snapshot.joining
    if letter_id is None or joining is None:
        raise ValueError("a letter's snapshot names the letter, and who is joining")
    actions: list[Action] = []
    worry = worry_in(letter, facts.risk, office.wording)
    risky = worry.risk is not Risk.NONE
    if risky and not snapshot.letter_had_concern:
        actions += open_concern(
            worry, letter=letter, letter_id=letter_id, referral=None, office=office, now=now, ids=ids
        )
    if facts.stop:
        actions.append(Suppress(address=letter.sender.address, reason="said stop"))
    if not snapshot.same_sender:
        quiet = risky or facts.stop
        return actions + _other_address(letter, joining, letter_id, office, now, ids, quiet=quiet)
    told = _told(letter, snapshot, joining, now)
    if facts.stop or told.declines:
        ended = end(joining, "said stop" if facts.stop else "said no", now)
        noted = _for_a_person("would rather not volunteer", letter, joining, letter_id, office, now, ids)
        return [*actions, *ended, *noted, FileLetter(letter_id=letter_id, outcome="does not join")]
    joining = replace(with_answer(joining, told), letter_id=letter_id)
    if not told.tells_something and not told.unclear:
        noted = _for_a_person("asks or says something else", letter, joining, letter_id, office, now, ids)
        answer = [] if risky else [_we_have_it(joining, letter_id, office, now, ids)]
        return [*actions, *answer, *noted, FileLetter(letter_id=letter_id, outcome="for staff")]
    return [
        *actions,
        *_go_on(
            letter,
            joining,
            told,
            letter_id,
            office,
            now,
            ids,
            quiet=risky or joining.worrying or bool(snapshot.open_concerns),
        ),
        FileLetter(letter_id=letter_id, outcome="about joining"),
    ]


def beside_a_joining(
    actions: list[Action], first: FamilyFacts, snapshot: Snapshot, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """A letter without our token, from the address of somebody who is joining: taken like anybody's. Stop still ends
    the exchange at once, and asking for calls oneself is a conflict that staff must know of."""
    joining = snapshot.joining
    if joining is None or not joining.is_open:
        return actions
    if first.stop:
        return [*end(joining, "said stop", now), *actions]
    if any(isinstance(one, OpenReferral) for one in actions):
        told = put_to_staff(
            TaskReason.JOINING_CONFLICT, joining, office, now, ids, letter_id=snapshot.letter_id,
            facts=("they have asked for calls themselves",),
        )  # fmt: skip
        return [*actions, *told]
    return actions


def _told(letter: Letter, snapshot: Snapshot, joining: Joining, now: datetime) -> JoiningFacts:
    first = snapshot.answered is not None and snapshot.answered.touchpoint == JoiningAsked.template()
    missing = tuple(one.value for one in joining.credentials_missing)
    return read_joining(
        letter,
        sent_on=london(snapshot.arrived_at or now).date(),
        asked=QUESTIONS if first or not joining.asked else joining.asked,
        asked_credentials=missing or QUESTIONS[:0],
    )


def _go_on(
    letter: Letter,
    joining: Joining,
    told: JoiningFacts,
    letter_id: int,
    office: Office,
    now: datetime,
    ids: Ids,
    *,
    quiet: bool,
) -> list[Action]:
    """What is missing is asked once more; then, or when all is told, staff have it."""
    first_time = joining.state is JoiningState.ASKED and not joining.asked_again
    if joining.missing and first_time and not quiet:
        again = ask_again(
            replace(joining, asked_again=True), office, now, ids, occurrence=f"letter-{letter_id}", letter_id=letter_id
        )
        if not told.asks:
            return again
        return [*again, *_for_a_question(letter, joining, letter_id, office, now, ids)]
    facts = ("their letter raised a concern: resolve it before anything is confirmed",) if quiet else ()
    answer = [] if quiet else [_we_have_it(joining, letter_id, office, now, ids)]
    return [
        *answer,
        *put_to_staff(
            TaskReason.VOLUNTEER_JOINING, joining, office, now, ids, facts=facts, letter_id=letter_id,
            letter=whole(letter),
        ),
    ]  # fmt: skip


def _for_a_person(
    what: str, letter: Letter, joining: Joining, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    return ask_staff(
        TaskReason.VOLUNTEER_LETTER, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
        facts=(f"{joining.name}, whom we asked to volunteer, {what}",),
    )  # fmt: skip


def _for_a_question(
    letter: Letter, joining: Joining, letter_id: int, office: Office, now: datetime, ids: Ids
) -> list[Action]:
    """Beside their answers they ask something: a person answers that."""
    return _for_a_person("asks a question beside the answers", letter, joining, letter_id, office, now, ids)


def _other_address(
    letter: Letter, joining: Joining, letter_id: int, office: Office, now: datetime, ids: Ids, *, quiet: bool
) -> list[Action]:
    thanks: list[Action] = []
    if not quiet:
        words = LetterReceived(first_name="", bilingual=False)
        thanks.append(
            to_writer(
                words, address=letter.sender.address, name=letter.sender.name, language="en", letter_id=letter_id,
                ids=ids, now=now,
            )
        )  # fmt: skip
    asked = ask_staff(
        TaskReason.OTHER_ADDRESS, office=office, ids=ids, now=now, letter_id=letter_id, shown=letter,
        facts=(f"we had written to {joining.name}, who would like to volunteer",),
    )  # fmt: skip
    return [*thanks, *asked, FileLetter(letter_id=letter_id, outcome="for staff")]


def _we_have_it(joining: Joining, letter_id: int, office: Office, now: datetime, ids: Ids) -> Action:
    return to_volunteer(
        VolunteerLetterReceived(first_name=joining.first_name), volunteer=as_recipient(joining),
        about=About(Entity.LETTER, letter_id), referral_id=None, ids=ids, now=now, policy=office.policy,
        answers_letter=letter_id,
    )  # fmt: skip
