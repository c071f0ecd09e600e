"""Who is shown a letter whole, what stands beside it, and what an answer by hand settles."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from casework_cast import DILYS, NOW, OWEN, CountingIds, a_referral, an_office

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import AskStaff, CancelMail, Climb, EscalateTask, Send, Settle, SettleTask
from mailbot.casework.asking.letters_shown import beside, whole
from mailbot.casework.asking.tasks import ask_staff, climb
from mailbot.casework.people import Roster, StaffMember
from mailbot.casework.promises import Promise, PromiseKind
from mailbot.casework.snapshot import Office, Snapshot, Task, TaskReason
from mailbot.casework.staff.by_hand import AnsweredLetter, answered_by_hand
from mailbot.casework.touchpoints import StaffTask
from mailbot.reading.letter import Attachment
from tests.reading.reading_cases import letter_of, wording

NIA = StaffMember(id="nia", name="Nia Lloyd", address="nia@example.org", may_read_concerns=False)
LETTER = replace(
    letter_of("Is this the right place?", not_read=("an attached document",)),
    attachments=(
        Attachment("leaflet.pdf", "application/pdf", 1_240_000),
        Attachment("", "image/jpeg", 400),
    ),
)


def office(*members: StaffMember) -> Office:
    return replace(an_office(wording()), roster=Roster(members))


def asked(office_: Office) -> tuple[Task, StaffTask]:
    actions = ask_staff(
        TaskReason.UNCLEAR_LETTER, office=office_, ids=CountingIds(), now=NOW, letter_id=17, shown=LETTER,
        facts=("asks: other", "other: “the right place”"),
    )  # fmt: skip
    task = next(one.task for one in actions if isinstance(one, AskStaff))
    return task, next(one.touchpoint for one in actions if isinstance(one, Send))  # type: ignore[return-value]


def test_a_letter_is_shown_with_who_wrote_and_all_that_came_with_it() -> None:
    assert whole(LETTER).startswith("From:  <ada@example.org>\nSubject: \n\nIs this the right place?")
    assert beside(LETTER) == (
        "attached: leaflet.pdf (1.2 MB)", "attached: a file without a name (1 kB)", "not read: an attached document",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dzień dobry, czy ktoś może do mnie zadzwonić? Mój syn jest daleko.", "language: Polish"),
        ("Bună ziua, aș dori să vorbesc cu cineva despre fiul meu.", "language: Romanian"),
        ("Hello, is this the right place? I saw your leaflet.", None),
        ("Bore da, a allwch chi fy ffonio i os gwelwch yn dda?", None),
    ],
)
def test_a_language_that_is_not_read_here_is_named(text: str, line: str | None) -> None:
    told = [one for one in beside(letter_of(text)) if one.startswith("language")]
    assert [one.partition(",")[0] for one in told] == ([line] if line else [])


def test_many_attachments_are_not_all_listed() -> None:
    told = beside(replace(LETTER, attachments=LETTER.attachments * 20, not_read=()))
    assert len(told) == 21
    assert told[-1] == "attached: 20 more"


def test_a_letter_goes_to_one_who_may_read_it() -> None:
    for roster in ((NIA, DILYS), (DILYS, NIA), (NIA, OWEN)):
        task, words = asked(office(*roster))
        assert task.assigned_to in ("dilys", "owen")
        assert "the right place" in words.letter
        assert words.with_it


def test_where_nobody_may_read_it_the_letter_is_kept_back_and_so_are_its_words() -> None:
    task, words = asked(office(NIA))
    assert "the right place" in task.letter  # kept for whoever may
    assert (words.letter, words.facts, words.with_it, words.kept_back) == ("", (), (), True)


def test_the_lead_who_may_not_read_letters_is_told_without_it() -> None:
    task, _ = asked(office(DILYS))
    promise = Promise(
        id=1, kind=PromiseKind.STAFF_TASK, about=About(Entity.TASK, task.id), made_at=NOW, due_at=NOW,
        next_step_at=NOW, step=0,
    )  # fmt: skip
    climbed = climb(Snapshot(task=task, promise=promise), office(NIA), NOW, CountingIds())
    assert any(isinstance(one, EscalateTask) for one in climbed)
    words = next(one.touchpoint for one in climbed if isinstance(one, Send))
    assert isinstance(words, StaffTask)
    assert (words.letter, words.kept_back) == ("", True)


# ------------------------------------------------------------------------------------------------ answered by hand


def essentials(in_hours: float, step: int = 0) -> Promise:
    at = NOW + timedelta(hours=in_hours)
    return Promise(
        id=1, kind=PromiseKind.ESSENTIALS, about=About(Entity.REFERRAL, 1001), made_at=NOW, due_at=at,
        next_step_at=at, step=step,
    )  # fmt: skip


def after(**told: Any) -> list[Any]:
    return answered_by_hand(AnsweredLetter(letter_id=17, **told), NOW)


@pytest.mark.parametrize("reason", sorted(TaskReason))
def test_an_answer_by_hand_settles_what_an_email_deals_with_and_nothing_else(reason: TaskReason) -> None:
    settled = [one for one in after(tasks=(a_task(reason),)) if isinstance(one, SettleTask)]
    deals = reason.value in (
        "unclear_letter", "group_request", "volunteer_enquiry", "volunteer_letter", "too_much_mail",
    )  # fmt: skip
    assert bool(settled) is deals


def test_while_a_concern_is_open_nothing_is_settled() -> None:
    done = after(tasks=(a_task(TaskReason.UNCLEAR_LETTER),), concern_open=True)
    assert not [one for one in done if isinstance(one, SettleTask)]


@pytest.mark.parametrize(
    ("promise", "put_off_to"),
    [
        (essentials(3), 27),
        (essentials(23), 47),
        (essentials(-2), 24),
        (essentials(30), None),
        (essentials(3, step=1), None),
        (None, None),
    ],
)
def test_the_question_for_what_is_missing_is_put_off_by_a_day_and_never_dropped(
    promise: Promise | None, put_off_to: float | None
) -> None:
    done = after(referral_id=a_referral().id, essentials=promise)
    climbed = [one.next_step_at for one in done if isinstance(one, Climb)]
    assert climbed == ([NOW + timedelta(hours=put_off_to)] if put_off_to else [])
    assert not [one for one in done if isinstance(one, Settle)]  # no promise is kept by an email
    kinds = [one.touchpoints for one in done if isinstance(one, CancelMail)]
    assert kinds == [("letter_received",), *([("essentials_reminder",)] if promise else [])]


def a_task(reason: TaskReason) -> Task:
    return Task(id=5, reason=reason, asked_at=NOW, assigned_to="dilys", letter_id=17)
