"""Who is woken in which week, who may read, and the days on which nobody would be there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from casework_cast import DILYS, NOW, OWEN, CountingIds, a_referral, an_office, few_words

from mailbot.casework.actions import AskStaff, Send
from mailbot.casework.asking.concerns import open_concern
from mailbot.casework.asking.tasks import ask_staff
from mailbot.casework.people import Absence, Roster, StaffMember
from mailbot.casework.rota import Rota
from mailbot.casework.snapshot import TaskReason
from mailbot.casework.staff.rota_gaps import rota_gaps
from mailbot.casework.touchpoints import ConcernAlert
from mailbot.reading.letter import Kind, Letter, Risk, RiskReading
from mailbot.reading.parse import Reader, read_letter

CARYS = StaffMember(id="carys", name="Carys Rees", address="carys@example.org", roles=("safeguarding",))
NIA = StaffMember(id="nia", name="Nia Wyn", address="nia@example.org", roles=("coordinator",), may_read_concerns=False)
ROTA = Rota(date(2026, 3, 2), (("dilys", "owen"), ("owen", "carys")))
ROSTER = Roster((DILYS, OWEN, CARYS, NIA), ROTA)


def away(member: StaffMember, first: date, last: date | None = None) -> StaffMember:
    return replace(member, away=(Absence(first, last),))


@pytest.mark.parametrize(
    ("moment", "asked"),
    [
        (datetime(2026, 3, 1, 12, tzinfo=UTC), ["dilys", "owen", "carys"]),  # before it starts: the order of the file
        (datetime(2026, 3, 2, 9, tzinfo=UTC), ["dilys", "owen", "carys"]),
        (datetime(2026, 3, 9, 8, 59, tzinfo=UTC), ["dilys", "owen", "carys"]),  # the night belongs to the old week
        (datetime(2026, 3, 9, 9, tzinfo=UTC), ["owen", "carys", "dilys"]),
        (datetime(2026, 3, 16, 9, tzinfo=UTC), ["dilys", "owen", "carys"]),
        (datetime(2026, 3, 30, 7, 59, tzinfo=UTC), ["owen", "carys", "dilys"]),  # summer time began the day before
        (datetime(2026, 3, 30, 8, tzinfo=UTC), ["dilys", "owen", "carys"]),
        (datetime(2027, 3, 1, 9, tzinfo=UTC), ["dilys", "owen", "carys"]),  # 52 weeks on
    ],
)
def test_the_weeks_people_are_asked_first_then_everybody_with_the_role(moment: datetime, asked: list[str]) -> None:
    assert [one.id for one in ROSTER.on_call(moment)] == asked


def test_those_away_are_passed_over_until_only_they_are_left() -> None:
    monday = date(2026, 3, 9)
    without_owen = Roster((DILYS, away(OWEN, monday, monday), CARYS), ROTA)
    assert [one.id for one in without_owen.on_call(datetime(2026, 3, 9, 9, tzinfo=UTC))] == ["carys", "dilys"]
    assert [one.id for one in without_owen.on_call(datetime(2026, 3, 9, 2, tzinfo=UTC))] == ["dilys", "carys"]
    everybody = Roster((away(DILYS, monday), away(OWEN, monday), away(CARYS, monday)), ROTA)
    assert [one.id for one in everybody.on_call(datetime(2026, 3, 9, 9, tzinfo=UTC))] == ["owen", "carys", "dilys"]


def test_without_a_rota_the_order_of_the_file_counts() -> None:
    assert [one.id for one in Roster((OWEN, NIA, DILYS)).on_call(NOW)] == ["owen", "dilys"]


@pytest.mark.parametrize(
    ("members", "rota", "told"),
    [
        ((DILYS, OWEN, CARYS), ROTA, []),
        ((DILYS, OWEN), None, []),
        (
            (away(DILYS, date(2026, 3, 10)), away(OWEN, date(2026, 3, 20)), CARYS), ROTA,
            ["from Friday 20 March to Monday 23 March everybody on the safeguarding rota is away",
             "from Monday 30 March to Monday 6 April everybody on the safeguarding rota is away"],
        ),
        (
            (DILYS, OWEN, CARYS), replace(ROTA, starts=date(2026, 3, 12)),
            ["from Tuesday 10 March to Thursday 12 March nobody is on the safeguarding rota"],
        ),
        (
            (away(DILYS, date(2026, 3, 10), date(2026, 3, 10)), NIA), None,
            ["on Tuesday 10 March everybody on the safeguarding rota is away",
             "on Tuesday 10 March everybody who may read concerns is away"],
        ),
    ],
)  # fmt: skip
def test_gaps_of_the_coming_four_weeks_are_found(
    members: tuple[StaffMember, ...], rota: Rota | None, told: list[str]
) -> None:
    assert [gap.words for gap in rota_gaps(Roster(members, rota), date(2026, 3, 10))] == told


def test_a_task_with_a_letter_goes_only_to_somebody_who_may_read_it() -> None:
    office = replace(an_office(few_words()), roster=Roster((NIA, OWEN)))
    with_a_letter = ask_staff(
        TaskReason.UNCLEAR_LETTER, office=office, ids=CountingIds(), now=NOW, letter="My secret.", letter_id=1
    )
    quoted = ask_staff(
        TaskReason.GROUP_REQUEST, office=office, ids=CountingIds(), now=NOW, letter_id=1, facts=("intent: “a secret”",)
    )
    without = ask_staff(TaskReason.NEEDS_ASSIGNING, office=office, ids=CountingIds(), now=NOW, referral=a_referral())
    assert [one.task.assigned_to for one in with_a_letter if isinstance(one, AskStaff)] == ["owen"]
    assert [one.task.assigned_to for one in quoted if isinstance(one, AskStaff)] == ["owen"]
    assert [one.task.assigned_to for one in without if isinstance(one, AskStaff)] == ["nia"]


def test_when_nobody_may_read_the_task_and_the_alert_go_without_the_letter() -> None:
    office = replace(an_office(few_words()), roster=Roster((NIA,)))
    asked = ask_staff(
        TaskReason.UNCLEAR_LETTER, office=office, ids=CountingIds(), now=NOW, letter="My secret.", letter_id=1,
        facts=("says: secret",),
    )  # fmt: skip
    alert = open_concern(
        RiskReading(risk=Risk.URGENT), letter=a_letter(), letter_id=1, referral=None, office=office, now=NOW,
        ids=CountingIds(),
    )  # fmt: skip
    sent = [one.touchpoint for one in (*asked, *alert) if isinstance(one, Send)]
    assert len(sent) == 3
    assert "secret" not in repr(sent)
    assert isinstance(sent[1], ConcernAlert)


def a_letter() -> Letter:
    letter = read_letter(b"From: Ada <ada@example.com>\r\n\r\nMy secret.\r\n", Reader())
    assert letter.kind is Kind.PERSON
    return letter
