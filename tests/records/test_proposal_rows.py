"""Proposals in the records, on both databases: one open for a referral, in their order, refused and taken back."""

from __future__ import annotations

import pytest
from desk_of_tests import HOUR, NOW, DeskOfTests

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import AskStaff, MakePromise, Propose, RefuseProposed, SettleTask, WithdrawProposal
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import Task, TaskReason
from mailbot.records import snapshots, volunteer_rows
from mailbot.records.errors import RecordsError
from mailbot.records.tables import PromiseRow, ProposedRow, TaskRow


def propose(desk: DeskOfTests, referral_id: int, *volunteers: int) -> int:
    task = Task(
        id=desk.new("task"), reason=TaskReason.PROPOSAL, asked_at=NOW, assigned_to="dilys", referral_id=referral_id,
        facts=("Ben: why",),
    )  # fmt: skip
    promise = MakePromise(
        kind=PromiseKind.STAFF_TASK, about=About(Entity.TASK, task.id), due_at=NOW, next_step_at=NOW,
        referral_id=referral_id,
    )  # fmt: skip
    listed = Propose(task_id=task.id, referral_id=referral_id, volunteer_ids=volunteers)
    desk.do(AskStaff(task=task), listed, promise)
    return task.id


def test_the_list_keeps_its_order_and_is_seen_wherever_the_task_is(desk: DeskOfTests) -> None:
    referral, other = desk.referral(), desk.referral()
    ben, carys = desk.volunteer(), desk.volunteer("carys@example.org")
    task_id = propose(desk, referral.id, carys, ben)
    with desk.store.write() as tx:
        board = snapshots.board(tx, NOW)
        around = snapshots.for_referral(tx, referral.id, NOW)
    assert [(one.id, one.proposed) for one in board.proposals] == [(task_id, (carys, ben))]
    assert around.open_tasks == board.proposals
    assert {one.id for one in board.waiting} == {referral.id, other.id}
    assert all(one.open_offers == 0 for one in board.volunteers)


def test_a_referral_has_one_open_proposal(desk: DeskOfTests) -> None:
    referral, ben = desk.referral(), desk.volunteer()
    task_id = propose(desk, referral.id, ben)
    with pytest.raises(RecordsError):
        propose(desk, referral.id, ben)
    assert len(desk.rows(TaskRow)) == 1
    desk.do(SettleTask(task_id=task_id, outcome="chose 1", by="dilys"))
    propose(desk, referral.id, ben)
    assert [one.outcome for one in desk.rows(TaskRow)] == ["chose 1", None]


def test_taking_one_back_settles_its_task_and_its_promise_once(desk: DeskOfTests) -> None:
    referral, ben = desk.referral(), desk.volunteer()
    task_id = propose(desk, referral.id, ben)
    withdrawal = WithdrawProposal(referral_id=referral.id, reason="the family said stop")
    desk.do(withdrawal)
    desk.do(withdrawal, now=NOW + HOUR)
    task = desk.row(TaskRow, task_id)
    assert (task.settled_at, task.settled_by, task.outcome) == (NOW, "mailbot", "the family said stop")
    assert [one.outcome for one in desk.rows(PromiseRow)] == ["the family said stop"]
    assert [action for action, _ in desk.journal(referral.id)].count("WithdrawProposal") == 1


def test_whom_staff_refused_for_a_referral_is_known_of_the_volunteer(desk: DeskOfTests) -> None:
    referral, ben, carys = desk.referral(), desk.volunteer(), desk.volunteer("carys@example.org")
    task_id = propose(desk, referral.id, ben)
    desk.do(RefuseProposed(task_id=task_id), SettleTask(task_id=task_id, outcome="none of these", by="dilys"))
    assert [one.refused_at for one in desk.rows(ProposedRow)] == [NOW]
    with desk.store.read() as tx:
        known = {one.id: one.refused_referrals for one in volunteer_rows.list_volunteers(tx)}
        some = volunteer_rows.volunteers_by_id(tx, [ben])
    assert known == {ben: frozenset({referral.id}), carys: frozenset()}
    assert some[ben].refused_referrals == frozenset({referral.id})
