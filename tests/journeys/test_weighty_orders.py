"""Dilys's weighty orders: several closed at once, a volunteer who rests with an offer open, a month's figures."""

from __future__ import annotations

from datetime import date, timedelta

from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    CARYS,
    DILYS,
    GWEN,
    MakeTown,
    ada_is_matched,
    open_referrals,
    reasons,
    referral,
)

from mailbot.casework.referral import Stage
from mailbot.records import volunteer_rows

GWENS_LETTER = ADAS_LETTER.replace("Ada Bright", "Gwen Parry").replace("900118", "900233")


def test_two_are_closed_only_after_a_yes_that_counts_once_and_in_its_time(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, GWENS_LETTER)
    town.wind(hours=23)
    digest = town.last(DILYS, "digest")
    town.answers(DILYS, digest, "Close R-1001 and R-1002 please. Note R-1001: moved to Leeds.")
    town.settle()
    confirm = town.last(DILYS, "command_confirm")
    assert "It closes 2: R-1001, R-1002." in confirm.text
    assert "Noted for R-1001" in town.last(DILYS, "command_done").text  # what weighs nothing is done at once
    assert len(open_referrals(town)) == 2
    town.clock.wind_to(town.clock.now() + timedelta(days=4))
    town.answers(DILYS, confirm, "yes")
    town.settle()
    assert "has run out" in town.last(DILYS, "command_done").text
    assert len(open_referrals(town)) == 2
    town.answers(DILYS, digest, "Close R-1001 and R-1002 please.")
    town.settle()
    again = town.last(DILYS, "command_confirm")
    town.answers(DILYS, again, "yes")
    town.settle()
    assert open_referrals(town) == ()
    town.answers(DILYS, digest, "reopen R-1001")
    town.settle()
    town.answers(DILYS, again, "yes")
    town.settle()
    assert "answered already" in town.last(DILYS, "command_done").text
    assert [one.id for one in open_referrals(town)] == [1001]


def test_a_no_drops_what_was_asked_back(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "erase R-1001")
    town.settle()
    confirm = town.last(DILYS, "command_confirm")
    town.answers(DILYS, confirm, "no")
    town.settle()
    assert "Nothing was done" in town.last(DILYS, "command_done").text
    town.answers(DILYS, confirm, "yes")
    town.settle()
    assert referral(town).name == "Ada Bright"


def test_a_volunteer_who_rests_is_thanked_for_the_open_offer_and_the_next_is_asked(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    first = next(one for one in town.arrived if one.kind == "offer_made")
    who, other = (BEN, CARYS) if first.to == BEN.address else (CARYS, BEN)
    town.wind(hours=1)
    town.writes(DILYS, "hello", subject="morning")
    town.settle()
    task = town.last(DILYS)
    town.answers(DILYS, task, f"pause {who.first_name} until 1 May")
    town.settle()
    done = town.last(DILYS, "command_done").text
    assert "gets no offers up to and including Friday 1 May" in done
    assert "The offer of R-1001 was taken back" in done
    assert len(town.got(who, "offer_taken")) == 1
    town.wind(hours=2)
    assert len(town.got(other, "offer_made")) == 1
    town.answers(other, town.last(other, "offer_made"), "No, sorry.")
    town.wind(hours=2)
    assert len(town.got(who, "offer_made")) == 1  # nobody is offered to them while they rest
    with town.flow.store.read() as tx:
        resting = next(one for one in volunteer_rows.list_volunteers(tx) if one.name == who.name)
    assert [(one.from_, one.until) for one in resting.absences] == [(date(2026, 3, 10), date(2026, 5, 1))]
    town.answers(DILYS, town.last(DILYS), f"unpause {who.name}")
    town.settle()
    assert "may be asked again" in town.last(DILYS, "command_done").text
    with town.flow.store.read() as tx:
        resting = next(one for one in volunteer_rows.list_volunteers(tx) if one.name == who.name)
    assert resting.absences == ()


def test_a_volunteer_who_rests_keeps_whom_they_support(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    ada_is_matched(town)
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "pause Ben")
    town.settle()
    assert "still supports R-1001: nothing was changed there" in town.last(DILYS, "command_done").text
    assert referral(town).stage is Stage.MATCHED
    assert "call_not_reported" not in reasons(town)


def test_the_months_figures_come_by_reply(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, GWENS_LETTER)
    town.wind(hours=23)
    digest = town.last(DILYS, "digest")
    town.answers(DILYS, digest, "called R-1001, 20 minutes")
    town.settle()
    town.clock.wind_to(town.clock.now() + timedelta(days=7))
    town.answers(DILYS, digest, "Could I have the figures for March?")
    town.settle()
    text = " ".join(town.last(DILYS, "command_done").text.split())
    assert "Promise kept: 1 of 2 by the strict clock; 1 of 2 with pauses counted out" in text
    assert "New referrals: 2" in text
    assert "Waiting now for a first conversation: 1" in text
    assert "Conversations held: 1" in text
    assert "Ada" not in text
