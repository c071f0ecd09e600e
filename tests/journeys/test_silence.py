"""Nobody answers: each step's silence ends at a named person, up to the breach and the apology."""

from __future__ import annotations

from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, OWEN, MakeTown, reasons, referral

from mailbot.casework.referral import Stage
from mailbot.clock import london


def test_silence_at_every_step_up_to_the_breach_and_the_apology(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    first = next(one for one in town.arrived if one.kind == "offer_made")
    asked_first, asked_next = (BEN, CARYS) if first.to == BEN.address else (CARYS, BEN)

    town.wind(days=1, hours=6)  # a nudge at 18 hours falls into the night and goes at nine; then the offer lapses
    nudge = town.last(asked_first, "offer_nudge")
    assert london(nudge.at).hour == 9
    assert referral(town).lapsed_offers == 1
    assert len(town.got(asked_next, "offer_made")) == 1

    town.wind(days=2)
    assert referral(town).lapsed_offers == 2
    assert "needs_assigning" in reasons(town)
    assert len([one for one in town.arrived if one.kind == "offer_made"]) == 2  # nobody is asked twice

    town.wind_to(referral(town).due_at)
    told = reasons(town)
    assert told.count("promise_amber") >= 1
    assert told.count("staff_call") >= 1
    assert "promise_broken" in reasons(town)  # the lead
    sorry = town.last(ADA, "promise_missed")
    assert london(sorry.at).date() == london(referral(town).due_at).date()
    assert len(town.got(ADA)) == 2  # the acknowledgement and the apology; nothing in between

    town.wind(days=3)
    assert len(town.got(ADA, "promise_missed")) == 1
    assert referral(town).stage is Stage.WAITING


def test_a_volunteer_who_does_not_tell_is_asked_then_staff_know(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes, I can do this.")
    town.settle()
    briefed = town.last(BEN, "briefing").at
    town.wind(hours=25)
    asked = town.last(BEN, "call_report_asked")
    assert 23 <= (asked.at - briefed).total_seconds() / 3600 <= 25
    assert "call_not_reported" not in reasons(town)
    town.wind(hours=25)
    assert "call_not_reported" in reasons(town)


def test_staff_who_do_not_answer_are_followed_by_the_lead(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, "Could you tell me whether your office is open at Easter?\n\nAda Bright", subject="a question")
    town.settle()
    assert len(town.got(DILYS, "staff_task")) == 1
    assert town.got(OWEN, "staff_task") == []
    town.wind(hours=5)
    assert len(town.got(OWEN, "staff_task")) == 1


def test_essentials_are_asked_for_once_more_and_then_staff_are_told(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, "Please could I have the weekly phone calls? Evenings are good.\n\nAda Bright")
    town.settle()
    assert "number" in town.last(ADA, "acknowledgement").text
    town.wind(days=2, hours=1)
    assert len(town.got(ADA, "essentials_reminder")) == 1
    assert town.got(BEN) == []
    town.wind(days=1, hours=1)
    assert "essentials_missing" in reasons(town)
    town.wind(days=10)
    assert len(town.got(ADA, "essentials_reminder")) == 1
