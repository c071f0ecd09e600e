"""Refusals that no plain reply reaches: each names the nearest thing that can be replied."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from casework_cast import DILYS, NOW, CountingIds, a_referral, a_volunteer, an_office

from mailbot.casework.newcomers import AddressKnown, Joining, JoiningState
from mailbot.casework.people import Credential
from mailbot.casework.snapshot import CommandSnapshot, Concern, LetterWriter, Snapshot, Task, TaskReason
from mailbot.casework.staff.order import Desk
from mailbot.casework.staff.orders.letters import MOST_CHARACTERS, reply
from mailbot.casework.staff.orders.newcomers import add_volunteer, credential, yes
from mailbot.casework.staff.orders.proposals import approve
from mailbot.reading.letter import CredentialTold, StaffCommand, Verb
from mailbot.reading.words.wording import Wording
from mailbot.weekly_hours import WeeklyHours

DAY = date(2028, 5, 4)
SAM = Joining(
    id=1, name="Sam Reed", address="sam@example.org", asked_by="dilys", made_at=NOW, state=JoiningState.WITH_STAFF,
    hours=WeeklyHours.on([0], "18:00", "21:00"), credentials=tuple((one, DAY) for one in Credential),
)  # fmt: skip
BEN = a_volunteer(name="Ben Hale", address="ben@example.org")
CONFIRM_ALL = StaffCommand(Verb.CREDENTIAL, credentials=(CredentialTold("all"),))


@cache
def wording() -> Wording:
    folder = Path(__file__).parents[3] / "config" / "wording"
    return Wording.from_tables({one.stem: tomllib.loads(one.read_text("utf-8")) for one in folder.glob("*.toml")})


def desk(context: Snapshot, known: CommandSnapshot | None = None) -> Desk:
    return Desk(
        staff=DILYS, context=context, known=known or CommandSnapshot(), office=an_office(wording()), now=NOW,
        ids=CountingIds(), letter_id=900,
    )  # fmt: skip


def a_task(reason: TaskReason) -> Task:
    return Task(id=3, reason=reason, asked_at=NOW, assigned_to="dilys", referral_id=1001, letter_id=51)


@pytest.mark.parametrize(
    ("joining", "why", "nearest"),
    [
        (replace(SAM, worrying=True), "has an open concern", "“resolved L-…: what was done”"),
        (replace(SAM, state=JoiningState.DOUBTED), "has not been written to", "“yes” or “no”"),
        (
            replace(SAM, credentials=((Credential.DBS, NOW.date() - timedelta(days=1)), *SAM.credentials[1:])),
            "is past by now",
            "“dbs Sam Reed 2028-05-04”",
        ),
        (replace(SAM, address=BEN.address), "is Ben Hale’s by now", "“dbs Ben Hale 2028-05-04”"),
    ],
)
def test_dates_that_cannot_be_confirmed_are_refused_with_the_nearest_reply(
    joining: Joining, why: str, nearest: str
) -> None:
    outcome = credential(CONFIRM_ALL, desk(Snapshot(joining=joining), CommandSnapshot(volunteers=(BEN,))))
    assert outcome.actions == ()
    assert why in outcome.refused
    assert nearest in outcome.refused


def test_a_yes_to_somebody_with_an_open_concern_is_refused_and_its_alert_pointed_to() -> None:
    context = Snapshot(joining=replace(SAM, worrying=True))
    outcome = yes(a_task(TaskReason.JOINING_SILENT), desk(context))
    assert "“resolved L-…: what was done”" in outcome.refused


@pytest.mark.parametrize(
    ("address", "known"),
    [
        (DILYS.address, CommandSnapshot()),
        ("kit@example.org", CommandSnapshot(addresses=(AddressKnown("kit@example.org", suppressed=True),))),
    ],
)
def test_a_volunteer_who_cannot_be_asked_there_is_refused_with_how_to_name_another_address(
    address: str, known: CommandSnapshot
) -> None:
    command = StaffCommand(Verb.ADD_VOLUNTEER, volunteer="Kit Marsh", address=address)
    outcome = add_volunteer(command, desk(Snapshot(), known))
    assert outcome.actions == ()
    assert "“add volunteer Kit Marsh (that address)”" in outcome.refused


def test_words_that_are_too_long_are_refused_with_the_length_that_goes() -> None:
    context = Snapshot(task=a_task(TaskReason.UNCLEAR_LETTER), writer=LetterWriter(address="ada@example.com"))
    told = StaffCommand(Verb.REPLY, text="a " * MOST_CHARACTERS)
    outcome = reply(told, desk(context))
    assert outcome.actions == ()
    assert "“reply: (your words to them)”" in outcome.refused
    assert "20,000" in outcome.refused


@pytest.mark.parametrize(
    ("reason", "writer", "nearest"),
    [
        (
            TaskReason.UNCLEAR_LETTER,
            LetterWriter(address="ada@example.com", at_risk=True),
            "“resolved R-…: what was done”",
        ),
        (TaskReason.UNCLEAR_LETTER, LetterWriter(address="ada@example.com", kind="bounce"), "“done”"),
        (TaskReason.UNCLEAR_LETTER, LetterWriter(address=DILYS.address), "“done”"),
        (TaskReason.UNCLEAR_LETTER, LetterWriter(address="ada@example.com", suppressed=True), "“done”"),
        (TaskReason.CONFIRM_PERSON, LetterWriter(address="ada@example.com", suppressed=True), "“help”"),
        (TaskReason.NOT_AUTHENTICATED, LetterWriter(address="ada@example.com"), "“done”"),
    ],
)
def test_words_that_may_not_go_to_a_writer_are_refused_with_what_deals_with_the_letter(
    reason: TaskReason, writer: LetterWriter, nearest: str
) -> None:
    outcome = reply(
        StaffCommand(Verb.REPLY, text="We will ring you"), desk(Snapshot(task=a_task(reason), writer=writer))
    )
    assert outcome.actions == ()
    assert nearest in outcome.refused


def test_a_reply_under_an_alert_is_refused_with_how_the_concern_ends() -> None:
    worry = Concern(id=7, referral_id=1001, letter_id=44, opened_at=NOW)
    context = Snapshot(referral=a_referral(1001, frozen=True), concern=worry, open_concerns=(worry,))
    outcome = reply(StaffCommand(Verb.REPLY, text="I will ring you"), desk(context))
    assert outcome.actions == ()
    assert "“resolved R-…: what was done”" in outcome.refused


@pytest.mark.parametrize(("asked_later", "another"), [(True, False), (False, True)])
def test_a_list_that_is_not_the_one_answered_is_refused_with_how_to_name_somebody(
    asked_later: bool, another: bool
) -> None:
    answered = a_task(TaskReason.PROPOSAL)
    later = NOW + timedelta(hours=1) if asked_later else NOW
    waits = replace(answered, id=4 if another else 3, asked_at=later)
    context = Snapshot(referral=a_referral(1001), task=answered, open_tasks=(waits,))
    outcome = approve(StaffCommand(Verb.APPROVE), desk(context))
    assert outcome.actions == ()
    assert "“assign R-1001 to (a volunteer’s name)”" in outcome.refused
