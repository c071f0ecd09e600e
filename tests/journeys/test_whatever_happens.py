"""A property: whatever people write or do not write, nobody is forgotten, disturbed at night, or given away."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, NESTA, OFFICER, OWEN, STAFF, open_referrals, settle_in

from mailbot.app.tryout import open_town
from mailbot.clock import WoundClock, london
from mailbot.records import promise_rows, snapshots
from mailbot.tryout.servers import EmbeddedMailThread
from mailbot.tryout.town import Arrived, Neighbour, Town

EXAMPLES = int(os.environ.get("MAILBOT_EXAMPLES", "3"))  # more of them for a long look: MAILBOT_EXAMPLES=500
STAFF_ADDRESSES = {DILYS.address, OWEN.address}
VOLUNTEERS = {BEN.address, CARYS.address}
NUMBERS = ("900118", "900222", "900236")
NAMES = ("Ada", "Nesta", "Jean")
TELLS_A_NUMBER = {"briefing"}
TELLS_A_NAME = {"briefing", "call_report_asked"}

Step = Callable[[Town], None]


def write(who: Neighbour, text: str) -> Step:
    return lambda town: town.writes(who, text)


def answer(who: Neighbour, text: str, *, machine: bool = False) -> Step:
    def step(town: Town) -> None:
        letters = [one for one in town.got(who) if one.kind != "digest"]
        if letters:
            headers = {"Auto-Submitted": "auto-replied"} if machine else {}
            town.answers(who, letters[-1], text, headers=headers)

    return step


def elsewhere(town: Town, who: Neighbour, text: str) -> None:
    letters = [one for one in town.got(who) if one.kind != "digest"]
    if letters:
        town.answers(who, letters[-1], text, from_address=f"other.{who.address}")


def bounce(who: Neighbour) -> Step:
    def step(town: Town) -> None:
        if town.got(who):
            town.bounces(town.got(who)[-1])

    return step


def wind(hours: int) -> Step:
    return lambda town: town.wind(hours=hours)


def named(what: str, step: Step) -> tuple[str, Step]:
    return what, step


families = [
    named("Ada asks for calls", write(ADA, ADAS_LETTER)),
    named("Ada forgets her number", write(ADA, "Please could I have the weekly calls?\n\nAda Bright")),
    named("Nesta asks too", write(NESTA, "Please ring me each week, mornings, 07700 900222.\n\nNesta Bright")),
    named(
        "an officer refers Jean",
        write(
            OFFICER,
            "I work at HMP Leeds as a liaison officer and would like to refer Jean Holt for telephone befriending. "
            "Her number is 07700 900236, evenings.\n\nColin Marsh\nFamily Liaison Officer",
        ),
    ),
    named("Ada gives her number", answer(ADA, "It is 07700 900118, any evening.\n\nAda")),
    named("Ada says ok", answer(ADA, "ok thank you")),
    named("Ada says stop", answer(ADA, "Please stop emailing me.")),
    named("Ada is in danger", answer(ADA, "I can't go on, I am going to end my life tonight.")),
    named("Ada forbids her number", answer(ADA, "Please do not ring 07700 900118 any more, it is not safe.")),
    named("Ada answers from elsewhere", lambda town: elsewhere(town, ADA, "ok, and evenings are better")),
    named("Ada fails authentication", lambda town: town.writes(ADA, ADAS_LETTER, authentication="fail")),
    named("Ada asks something", answer(ADA, "Will it cost me anything?")),
    named("Ada's mailbox is gone", bounce(ADA)),
]
volunteers = [
    named(f"{who.first_name} {what}", step)
    for who in (BEN, CARYS)
    for what, step in (
        ("says yes", answer(who, "Yes, happy to.")),
        ("says no", answer(who, "No, sorry, not this time.")),
        ("asks", answer(who, "How old is she?")),
        ("is out of office", answer(who, "Yes, I am away.", machine=True)),
        ("spoke", answer(who, "Spoke for 40 minutes today.")),
        ("did not reach her", answer(who, "No answer, tried twice today.")),
        ("worries", answer(who, "She told me she has been cutting herself again and has a plan to die.")),
        ("says stop", answer(who, "Please stop emailing me, I no longer volunteer.")),
        ("says yes from elsewhere", lambda town, who=who: elsewhere(town, who, "Yes, happy to.")),
        ("cannot be reached", bounce(who)),
    )
]
staff = [
    named("Dilys has seen it", answer(DILYS, "seen")),
    named("Owen resolves", answer(OWEN, "resolved: spoke to her, all is well")),
    named("Dilys says yes", answer(DILYS, "yes")),
    named("Dilys is done", answer(DILYS, "done")),
    named("Dilys closes", answer(DILYS, "close R-1001, moved away")),
    named("Dilys assigns", answer(DILYS, "assign R-1001 to Carys")),
    named("Dilys says new", answer(DILYS, "new")),
    named("Dilys says for", answer(DILYS, "for R-1001")),
    named("Dilys reopens", answer(DILYS, "reopen R-1001")),
    named("Dilys holds", answer(DILYS, "hold R-1001 until 7 April")),
    named("Owen seen by name", answer(OWEN, "seen R-1001")),
    named("Dilys says no", answer(DILYS, "no")),
    named("Dilys called", answer(DILYS, "called R-1001, spoke 20 minutes")),
]
times = [named(f"{hours} hours pass", wind(hours)) for hours in (1, 5, 26, 60)]
steps = st.lists(
    st.one_of(st.sampled_from(families), st.sampled_from(volunteers), st.sampled_from(staff), st.sampled_from(times)),
    min_size=3,
    max_size=12,
)


@pytest.mark.timeout(60 + 15 * EXAMPLES)
@settings(
    max_examples=int(os.environ.get("MAILBOT_EXAMPLES", "3")), deadline=None, suppress_health_check=list(HealthCheck)
)
@given(steps, st.sampled_from([10, 19, 23]))
def test_nobody_is_forgotten_disturbed_or_given_away(story: list[tuple[str, Step]], hour: int) -> None:
    with ExitStack() as stack:
        clock = WoundClock(datetime(2026, 3, 27, hour, 0, tzinfo=UTC))  # the clocks change in two days
        mail = stack.enter_context(EmbeddedMailThread(clock=clock))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        town = open_town(folder, mail, clock=clock, staff=STAFF)
        stack.callback(town.close)
        settle_in(town, ("ben", "carys"))
        families[0][1](town)
        seen = 0
        for _, step in story:
            step(town)
            town.settle()
            everybody_has_a_next_step(town)
            details_stay_in_an_active_match(town, town.arrived[seen:])
            seen = len(town.arrived)
        town.wind(hours=30)
        everybody_has_a_next_step(town)
        for one in town.arrived:
            nobody_is_disturbed(one)
            nobody_is_given_away(one)


def everybody_has_a_next_step(town: Town) -> None:
    with town.flow.store.read() as tx:
        promises = promise_rows.with_references(tx)
        report = snapshots.desk_report(tx, town.clock.now())
    roster = town.flow.office.roster
    assert all(roster.by_id(one.assigned_to) for one in report.tasks), "a task without a person"
    assert "ladder_stuck" not in {one.reason.value for one in report.tasks}
    waits = {reference for reference, one in promises if one.settled_at is None}
    for referral in open_referrals(town):
        assert referral.reference in waits, f"{referral.reference} ({referral.stage}) has no next step"
    assert all(one.next_step_at > town.clock.now() for _, one in promises if one.settled_at is None)
    assert report.set_aside == 0
    assert report.waiting_to_be_opened == 0


def details_stay_in_an_active_match(town: Town, arrived: list[Arrived]) -> None:
    """Whoever got a number a moment ago is in a match that has not ended, unless they were told so right after."""
    with town.flow.store.read() as tx:
        active = {one.volunteer.address for one in snapshots.desk_report(tx, town.clock.now()).matches}
    for number, one in enumerate(arrived):
        if one.kind in TELLS_A_NUMBER and one.to not in active:
            later = [other.kind for other in arrived[number:] if other.to == one.to]
            assert "match_ended" in later, f"{one.kind} to {one.to} outside a match"


def nobody_is_disturbed(one: Arrived) -> None:
    answers = one.message["Auto-Submitted"] == "auto-replied"
    if one.to not in STAFF_ADDRESSES and not answers:
        assert 9 <= london(one.at).hour < 20, f"{one.kind} at {london(one.at)}"


def nobody_is_given_away(one: Arrived) -> None:
    if one.to in STAFF_ADDRESSES and one.kind not in ("digest", "command_done"):
        return
    content = one.raw.decode("utf-8", "replace") + one.text + one.html
    if one.kind not in TELLS_A_NUMBER:
        assert not any(number in content.replace(" ", "") for number in NUMBERS), f"a number in {one.kind}"
    if one.to in VOLUNTEERS and one.kind not in TELLS_A_NAME:
        assert not any(name in one.text for name in NAMES), f"a name in {one.kind}"
    if one.kind in TELLS_A_NAME:
        assert one.to in VOLUNTEERS
    assert len(one.message.get_all("To", [])) == 1
    assert "," not in str(one.message["To"])
    assert one.message["Cc"] is None
