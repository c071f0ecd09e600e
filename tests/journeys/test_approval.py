"""Where staff approve: Dilys chooses who is asked, before anybody is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, GWEN, OWEN, MakeTown, one_line, reasons, referral

from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import TaskReason
from mailbot.records import lookups, volunteer_rows
from mailbot.tryout.town import Arrived, Neighbour, Town

STAFF_APPROVE = {"MAILBOT_POLICY_MATCHING_APPROVAL": "staff"}
GWENS_LETTER = """Hello,

Could somebody ring me once a week, please? My brother was sentenced on Monday. Weekday evenings after 6 suit me.
My number is 07700 900119.

Gwen Parry
"""
WORRYING = "I cannot go on. I want to end my life tonight."


@pytest.fixture
def town(make_town: MakeTown) -> Town:
    town = make_town(variables=STAFF_APPROVE)
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    return town


def proposed(town: Town, who: Neighbour = DILYS) -> Arrived:
    """The match is looked for, and the email that proposes it comes."""
    assert town.match() == 0
    return town.last(who, "match_proposed")


def first_and_second(proposal: Arrived) -> tuple[Neighbour, Neighbour]:
    return (BEN, CARYS) if proposal.text.index(BEN.name) < proposal.text.index(CARYS.name) else (CARYS, BEN)


def offered(town: Town) -> list[str]:
    return [one.to for one in town.arrived if one.kind == "offer_made"]


def open_proposals(town: Town) -> int:
    with town.flow.store.read() as tx:
        return sum(1 for one in lookups.tasks(tx) if one.reason is TaskReason.PROPOSAL and not one.settled_at)


def test_dilys_says_ok_and_the_first_is_asked(town: Town) -> None:
    proposal = proposed(town)
    assert "minutes a week in common; both speak English; supports 0 of" in one_line(proposal.text)
    assert "Ada" not in proposal.text
    town.wind(hours=2)
    assert offered(town) == []
    assert len(town.got(DILYS, "match_proposed")) == 1
    town.answers(DILYS, proposal, "ok")
    town.settle()
    first, _ = first_and_second(proposal)
    assert offered(town) == [first.address]
    assert f"{first.name} is asked about R-1001" in town.last(DILYS, "command_done").text
    town.answers(first, town.last(first, "offer_made"), "Yes please.")
    town.settle()
    assert referral(town).stage in (Stage.INTRODUCING, Stage.MATCHED)


@pytest.mark.parametrize("answer", ["2", "The second one, please", "{second}"])
def test_dilys_chooses_the_second(town: Town, answer: str) -> None:
    proposal = proposed(town)
    _, second = first_and_second(proposal)
    town.answers(DILYS, proposal, answer.format(second=second.first_name))
    town.settle()
    assert offered(town) == [second.address]
    assert open_proposals(town) == 0


def test_an_answer_that_is_no_answer_is_asked_back_and_nobody_is_asked(town: Town) -> None:
    proposal = proposed(town)
    first, second = first_and_second(proposal)
    for answer in (f"ok but not {first.first_name}", "2 or 1", f"Yes, {second.first_name} is nice too", "7"):
        town.answers(DILYS, proposal, answer)
        town.settle()
        assert offered(town) == []
    assert len(town.got(DILYS, "command_done")) == 4
    assert open_proposals(town) == 1


def test_dilys_says_no_and_neither_is_ever_proposed_again(town: Town) -> None:
    proposal = proposed(town)
    town.answers(DILYS, proposal, "No, none of these.")
    town.settle()
    assert "Nobody else fits now: please assign somebody." in one_line(town.last(DILYS, "command_done").text)
    assert "needs_assigning" in reasons(town)
    town.wind(hours=5)
    assert offered(town) == []
    assert len(town.got(DILYS, "match_proposed")) == 1
    town.answers(DILYS, town.last(DILYS, "command_done"), "assign R-1001 to Carys")  # their word goes before
    town.settle()
    assert offered(town) == [CARYS.address]


def test_silence_goes_to_the_lead_who_may_answer(town: Town) -> None:
    proposed(town)
    town.wind(hours=4, minutes=5)
    again = town.last(OWEN, "match_proposed")
    assert again.subject.startswith("Still waiting for your word")
    town.answers(OWEN, again, "yes")
    town.settle()
    assert len(offered(town)) == 1
    assert open_proposals(town) == 0


def test_the_days_of_the_promise_are_told_while_a_proposal_waits(town: Town) -> None:
    proposed(town)
    town.wind(days=6, hours=1)
    subjects = [one.text for who in (DILYS, OWEN) for one in town.got(who, "staff_task")]
    assert any("Please make the call yourselves" in text for text in subjects)
    assert offered(town) == []
    assert "R-1001: proposed: " in one_line(town.last(DILYS, "digest").text)
    assert "approve R-1001" in town.last(DILYS, "digest").text
    town.answers(DILYS, town.last(DILYS, "digest"), "approve R-1001")
    town.settle()
    assert len(offered(town)) == 1


def test_whoever_was_taken_meanwhile_is_not_asked_and_the_next_nearest_is_named(make_town: MakeTown) -> None:
    town = make_town(variables=STAFF_APPROVE)
    with town.flow.store.write() as tx:  # each has room for one
        volunteer_rows.update(tx, 2, volunteer_rows.VolunteerChange(capacity=1))
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, GWENS_LETTER)
    town.settle()
    town.match()
    first, second = town.got(DILYS, "match_proposed")
    bens = first if first_and_second(first)[0] is BEN else second
    other = second if bens is first else first
    ours, theirs = ("R-1001", "R-1002") if "R-1001" in bens.subject else ("R-1002", "R-1001")
    assert first_and_second(other)[0] is CARYS  # nobody is the first choice for more than they have room for
    town.answers(DILYS, other, f"assign {theirs} to Ben")
    town.settle()
    town.answers(DILYS, bens, "ok")
    town.settle()
    assert offered(town) == [BEN.address]
    refused = one_line(town.last(DILYS, "command_done").text)
    assert "Ben Hale cannot be asked" in refused
    assert f"Carys Rees still could: reply “{ours} 2”" in refused
    town.answers(DILYS, town.last(DILYS, "command_done"), f"assign {ours} to Carys")
    town.settle()
    assert offered(town) == [BEN.address, CARYS.address]


def test_two_proposals_are_answered_in_one_email(make_town: MakeTown) -> None:
    town = make_town(variables=STAFF_APPROVE)
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, GWENS_LETTER)
    town.settle()
    town.match()
    town.answers(DILYS, town.last(DILYS, "match_proposed"), "R-1001 ok, R-1002 2")
    town.settle()
    assert sorted(offered(town)) == [BEN.address, CARYS.address]
    assert open_proposals(town) == 0


def test_two_answers_that_need_the_same_room_ask_once(make_town: MakeTown) -> None:
    town = make_town(variables=STAFF_APPROVE)
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, GWENS_LETTER)
    town.settle()
    town.match()
    town.answers(DILYS, town.last(DILYS, "match_proposed"), "R-1001 Ben, R-1002 Ben")
    town.settle()
    assert offered(town) == [BEN.address]
    assert open_proposals(town) == 1


def test_a_family_that_withdraws_meanwhile_is_not_offered_to_anybody(town: Town) -> None:
    proposal = proposed(town)
    town.writes(ADA, "Please stop. I do not want the calls any more.")
    town.settle()
    assert referral(town).withdrawn_at is not None
    assert open_proposals(town) == 0
    town.answers(DILYS, proposal, "ok")
    town.settle()
    assert offered(town) == []
    assert "R-1001 asked us to stop. Nobody was asked." in one_line(town.last(DILYS, "command_done").text)


def test_a_concern_takes_the_proposal_back_until_it_is_resolved(town: Town) -> None:
    proposal = proposed(town)
    town.writes(ADA, WORRYING)
    town.settle()
    assert open_proposals(town) == 0
    town.answers(DILYS, proposal, "ok")
    town.settle()
    assert offered(town) == []
    assert "has an open concern" in one_line(town.last(DILYS, "command_done").text)
    alert = town.last(DILYS, "concern_alert")
    town.answers(DILYS, alert, "Resolved R-1001: I spoke to her, she is safe with her sister.")
    town.settle()
    town.match()
    again = town.last(DILYS, "match_proposed")
    assert again.message_id != proposal.message_id
    town.answers(DILYS, proposal, "ok")  # the old email
    town.settle()
    assert offered(town) == []
    assert "out of date" in one_line(town.last(DILYS, "command_done").text)
    town.answers(DILYS, again, "ok")
    town.settle()
    assert len(offered(town)) == 1


def test_a_held_or_closed_one_is_not_offered_by_a_late_ok(town: Town) -> None:
    proposal = proposed(town)
    town.answers(DILYS, proposal, "hold R-1001 until 30 March")
    town.settle()
    assert open_proposals(town) == 0
    town.answers(DILYS, proposal, "ok")
    town.settle()
    town.answers(DILYS, proposal, "close R-1001, moved away")
    town.settle()
    town.answers(DILYS, proposal, "2")
    town.settle()
    assert offered(town) == []


def test_nobody_is_asked_in_eves_name(town: Town) -> None:
    proposal = proposed(town)
    town.answers(DILYS, proposal, "ok", authentication=None)
    town.answers(DILYS, proposal, "ok", authentication="fail")
    town.answers(Neighbour("Eve Sharp", "eve@example.net"), proposal, "ok")
    town.settle()
    assert offered(town) == []
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes", authentication=None)
    town.settle()
    assert len(offered(town)) == 1


def test_when_approval_is_switched_off_those_who_wait_are_offered_at_once(town: Town) -> None:
    proposed(town)
    policy = replace(town.flow.office.policy, matching_approval="automatic")
    town.flow.office = replace(town.flow.office, policy=policy)
    assert town.match() == 1
    assert open_proposals(town) == 0
