"""How far the Sent folder was looked into, and which letter a mail in it answers."""

from __future__ import annotations

from datetime import timedelta

from desk_of_tests import DAY, HOUR, NOW, DeskOfTests
from sqlalchemy import update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import AnsweredByHand, AskStaff, FileLetter, MakePromise, OpenAgain, OpenConcern
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import Task, TaskReason
from mailbot.casework.staff.by_hand import AnsweredLetter
from mailbot.records import snapshots
from mailbot.records.lookups import LETTER
from mailbot.records.sent_rows import HandMail, SentMark, answered_letter, move_mark, sent_mark
from mailbot.records.tables import LetterRow

FIRST = SentMark("Sent", 7, 40, NOW)
ADA = "ada@example.com"


def from_ada(desk: DeskOfTests, message_id: str, *, reply_to: tuple[str, ...] = ()) -> int:
    key = desk.letter(message_id=message_id)
    with desk.store.write() as tx:
        told = {
            "message_id_fingerprint": tx.vault.fingerprint(message_id),
            "sender_fingerprint": tx.vault.fingerprint(ADA),
            "writer": {"name": "Ada", "address": ADA, "reply_to": list(reply_to)},
        }
        tx.session.execute(update(LETTER).where(LETTER.c.id == key).values(told))
    return key


def ask(desk: DeskOfTests, letter_id: int, reason: TaskReason = TaskReason.UNCLEAR_LETTER) -> None:
    task = Task(id=desk.new("task"), reason=reason, asked_at=NOW, assigned_to="dilys", letter_id=letter_id)
    desk.do(AskStaff(task=task))


def answers(desk: DeskOfTests, *named: str, to: tuple[str, ...] = (ADA,), late: timedelta = HOUR) -> int | None:
    found = what_is_answered(desk, *named, to=to, late=late)
    return found.letter_id if found else None


def what_is_answered(
    desk: DeskOfTests, *named: str, to: tuple[str, ...] = (ADA,), late: timedelta = HOUR
) -> AnsweredLetter | None:
    with desk.store.write() as tx:
        return answered_letter(tx, HandMail(answers=named, to=to, sent_at=NOW + late), NOW + late)


def test_a_mark_is_moved_once_by_whoever_knows_where_it_stood(desk: DeskOfTests) -> None:
    later = SentMark("Sent", 7, 50, NOW + HOUR)
    with desk.store.write() as tx:
        assert sent_mark(tx, "Sent") is None
        assert move_mark(tx, FIRST, None)
    with desk.store.write() as tx:
        assert not move_mark(tx, later, None)  # somebody else was faster
        assert move_mark(tx, later, FIRST)
        assert not move_mark(tx, later, FIRST)
    with desk.store.read() as tx:
        assert sent_mark(tx, "Sent") == later
        assert sent_mark(tx, "Gesendet") is None


def test_the_letter_that_is_named_first_is_the_one_that_is_answered(desk: DeskOfTests) -> None:
    one, two = from_ada(desk, "<one@example.com>"), from_ada(desk, "<two@example.com>")
    assert answers(desk, "<two@example.com>", "<one@example.com>") == two
    assert answers(desk, "<elsewhere@example.com>", "<one@example.com>") == one


def test_it_must_have_gone_to_whoever_wrote_or_where_they_asked_for_answers(desk: DeskOfTests) -> None:
    one = from_ada(desk, "<one@example.com>", reply_to=("ada@work.example.com",))
    assert answers(desk, "<one@example.com>", to=("gwen@example.net",)) is None
    assert answers(desk, "<one@example.com>", to=()) is None
    assert answers(desk, "<one@example.com>", to=("gwen@example.net", "ada@work.example.com")) == one


def test_a_mail_from_before_the_letter_came_is_no_answer(desk: DeskOfTests) -> None:
    ask(desk, from_ada(desk, "<one@example.com>"))
    assert answers(desk, "<one@example.com>", late=-HOUR) is None
    assert answers(desk, late=-HOUR) is None


def test_without_a_name_only_the_one_letter_that_waits_counts(desk: DeskOfTests) -> None:
    one, two = from_ada(desk, "<one@example.com>"), from_ada(desk, "<two@example.com>")
    assert answers(desk) is None
    ask(desk, one)
    ask(desk, one, TaskReason.GROUP_REQUEST)
    ask(desk, two, TaskReason.CONFIRM_PERSON)  # waits for a decision, not for an email
    assert answers(desk) == one
    assert answers(desk, to=(ADA, "gwen@example.net")) is None
    ask(desk, two)
    assert answers(desk) is None


def test_what_hangs_on_the_letter_is_read_with_it(desk: DeskOfTests) -> None:
    referral = desk.referral()
    key = from_ada(desk, "<one@example.com>")
    with desk.store.write() as tx:
        tx.session.execute(update(LETTER).where(LETTER.c.id == key).values(referral_id=referral.id))
    about = About(Entity.REFERRAL, referral.id)
    ask(desk, key)
    desk.do(MakePromise(kind=PromiseKind.ESSENTIALS, about=about, due_at=NOW + 2 * DAY, next_step_at=NOW + DAY))
    found = what_is_answered(desk, "<one@example.com>")
    assert found is not None
    assert found.essentials is not None
    assert (found.referral_id, len(found.tasks), found.concern_open) == (referral.id, 1, False)
    desk.do(
        OpenConcern(
            concern_id=desk.new("concern"), letter_id=key, referral_id=referral.id, categories=(), urgent=False,
            language_only=False,
        )
    )  # fmt: skip
    found = what_is_answered(desk, "<one@example.com>")
    assert found is not None
    assert found.concern_open


def test_an_answer_by_hand_is_counted_for_a_day_and_written_into_the_journal(desk: DeskOfTests) -> None:
    key = desk.letter()
    desk.do(AnsweredByHand(letter_id=key))
    assert desk.row(LetterRow, key).answered_at == NOW
    assert [one.action for one in desk.journal_about(About(Entity.LETTER, key))] == ["AnsweredByHand"]
    with desk.store.read() as tx:
        assert snapshots.desk_report(tx, NOW + HOUR).answered_by_hand == 1
        assert snapshots.desk_report(tx, NOW + 2 * DAY).answered_by_hand == 0


def test_what_staff_told_is_kept_with_the_letter_and_not_in_the_journal(desk: DeskOfTests) -> None:
    key = desk.letter()
    desk.do(FileLetter(letter_id=key, outcome="for staff"))
    desk.do(OpenAgain(letter_id=key, directed="new", told="Janet, 07700 900123"))
    assert desk.row(LetterRow, key).told == "Janet, 07700 900123"
    assert "Janet" not in str(desk.journal_about(About(Entity.LETTER, key)))
