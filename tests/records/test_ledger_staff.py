"""The ledger, on both databases: concerns, tasks and confirmations."""

from __future__ import annotations

from datetime import date

import pytest
from desk_of_tests import DAY, HOUR, NOW, DeskOfTests

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    AskConfirmation,
    AskStaff,
    ConcernPaged,
    EscalateTask,
    MakePromise,
    OpenConcern,
    ResolveConcern,
    SeeConcern,
    SettleTask,
    UseConfirmation,
)
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import Confirmation, Task, TaskReason
from mailbot.reading.letter import StaffCommand, Verb
from mailbot.records.ledger import LedgerError
from mailbot.records.tables import ConcernRow, ConfirmationRow, PromiseRow, ReferralRow, TaskRow


def concern(desk: DeskOfTests, referral_id: int | None) -> OpenConcern:
    return OpenConcern(
        concern_id=desk.new("concern"), letter_id=desk.letter(), referral_id=referral_id, categories=("self_harm",),
        urgent=True, language_only=False, letter="what was written", words=("cannot go on",),
    )  # fmt: skip


def test_a_concern_keeps_what_was_written_for_whoever_is_paged_next(desk: DeskOfTests) -> None:
    referral = desk.referral()
    opened = concern(desk, referral.id)
    desk.do(opened)
    row = desk.row(ConcernRow, opened.concern_id)
    assert (row.letter, row.words, row.categories) == ("what was written", ("cannot go on",), ("self_harm",))
    assert (row.referral_id, row.urgent, row.language_only, row.paged, row.opened_at) == (
        referral.id, True, False, 0, NOW,
    )  # fmt: skip
    assert desk.row(ReferralRow, referral.id).version == 1


def test_the_journal_of_a_concern_says_nothing_of_its_kind(desk: DeskOfTests) -> None:
    opened = concern(desk, desk.referral().id)
    desk.do(opened)
    [entry] = desk.journal_about(About(Entity.CONCERN, opened.concern_id))
    assert entry.entry.facts == {"letter": opened.letter_id, "urgent": True, "language_only": False}


def test_a_concern_is_paged_seen_by_the_first_and_resolved_by_a_named_person(desk: DeskOfTests) -> None:
    opened = concern(desk, None)
    key = opened.concern_id
    desk.do(opened, ConcernPaged(concern_id=key), ConcernPaged(concern_id=key))
    desk.do(SeeConcern(concern_id=key, staff_id="dilys"), now=NOW + HOUR)
    desk.do(SeeConcern(concern_id=key, staff_id="emrys"), now=NOW + 2 * HOUR)
    row = desk.row(ConcernRow, key)
    assert (row.paged, row.seen_by, row.seen_at, row.resolved_at) == (2, "dilys", NOW + HOUR, None)
    desk.do(ResolveConcern(concern_id=key, staff_id="emrys", text="rang, safe now"), now=NOW + DAY)
    desk.do(ResolveConcern(concern_id=key, staff_id="dilys", text="again"), now=NOW + 2 * DAY)
    row = desk.row(ConcernRow, key)
    assert (row.resolved_by, row.resolved_at, row.resolution) == ("emrys", NOW + DAY, "rang, safe now")
    entries = desk.journal_about(About(Entity.CONCERN, key))
    assert [one.entry.facts.get("by") for one in entries[3:]] == ["dilys", "emrys", "emrys", "dilys"]


def test_nobody_in_particular_cannot_end_a_concern(desk: DeskOfTests) -> None:
    opened = concern(desk, None)
    desk.do(opened)
    for action in (
        SeeConcern(concern_id=opened.concern_id, staff_id=""),
        ResolveConcern(concern_id=opened.concern_id, staff_id="", text="done"),
    ):
        with pytest.raises(LedgerError, match="named person"):
            desk.do(action)


def test_a_task_is_asked_escalated_and_settled_with_its_promise(desk: DeskOfTests) -> None:
    referral, letter_id, ben = desk.referral(), desk.letter(), desk.volunteer()
    task = Task(
        id=desk.new("task"), reason=TaskReason.UNCLEAR_LETTER, asked_at=NOW, assigned_to="dilys",
        referral_id=referral.id, letter_id=letter_id, volunteer_id=ben, letter="what was written", facts=("a fact",),
    )  # fmt: skip
    about = About(Entity.TASK, task.id)
    desk.do(
        AskStaff(task=task),
        MakePromise(kind=PromiseKind.STAFF_TASK, about=about, due_at=NOW + DAY, next_step_at=NOW + DAY),
    )
    row = desk.row(TaskRow, task.id)
    assert (row.reason, row.letter, row.facts, row.volunteer_id) == (
        TaskReason.UNCLEAR_LETTER, "what was written", ("a fact",), ben,
    )  # fmt: skip
    desk.do(EscalateTask(task_id=task.id, assigned_to="emrys"))
    row = desk.row(TaskRow, task.id)
    assert (row.escalated, row.assigned_to) == (1, "emrys")
    desk.do(SettleTask(task_id=task.id, outcome="done", by="emrys"), now=NOW + HOUR)
    desk.do(SettleTask(task_id=task.id, outcome="again", by="dilys"), now=NOW + 2 * HOUR)
    row = desk.row(TaskRow, task.id)
    assert (row.settled_at, row.settled_by, row.outcome) == (NOW + HOUR, "emrys", "done")
    assert [(one.settled_at, one.outcome) for one in desk.rows(PromiseRow)] == [(NOW + HOUR, "done")]


def test_commands_wait_encrypted_for_one_yes(desk: DeskOfTests) -> None:
    commands = (
        StaffCommand(verb=Verb.HOLD, referral="R-1042", until=date(2026, 4, 1)),
        StaffCommand(verb=Verb.ASSIGN, referral="R-1042", volunteer="Ben"),
    )
    asked = Confirmation(
        id=desk.new("confirmation"), staff_id="dilys", commands=commands, asked_at=NOW, expires_at=NOW + DAY,
        about=About(Entity.TASK, 7),
    )  # fmt: skip
    desk.do(AskConfirmation(confirmation=asked))
    row = desk.row(ConfirmationRow, asked.id)
    assert (row.commands, row.about_entity, row.about_id, row.used_at) == (commands, Entity.TASK, 7, None)
    desk.do(UseConfirmation(confirmation_id=asked.id), now=NOW + HOUR)
    assert desk.row(ConfirmationRow, asked.id).used_at == NOW + HOUR
    with pytest.raises(LedgerError, match="used already"):
        desk.do(UseConfirmation(confirmation_id=asked.id))
