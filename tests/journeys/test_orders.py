"""Dilys runs the service from her inbox."""

from __future__ import annotations

from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    CARYS,
    DILYS,
    EVE,
    OWEN,
    MakeTown,
    ada_is_matched,
    open_referrals,
    reasons,
    referral,
)

from mailbot.casework.referral import Stage


def test_dilys_assigns_and_is_told_what_was_done(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.wind_to(town.today(23))
    digest = None
    town.wind(hours=10)
    digest = town.last(DILYS, "digest")
    offered = next(one for one in town.arrived if one.kind == "offer_made").to
    other = CARYS if offered == BEN.address else BEN
    town.answers(DILYS, digest, f"assign R-1001 to {other.first_name}")
    town.settle()
    assert len(town.got(other, "offer_made")) == 1
    first = BEN if other is CARYS else CARYS
    assert len(town.got(first, "offer_taken")) == 1
    done = town.last(DILYS, "command_done")
    assert f"{other.name} is asked about R-1001" in done.text


def test_close_with_a_reason_ends_it_and_tells_the_volunteer(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    ada_is_matched(town)
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "close R-1001, moved away")
    town.settle()
    assert open_referrals(town) == ()
    assert len(town.got(BEN, "match_ended")) == 1
    before = len(town.got(BEN))
    town.wind(days=5)
    assert len(town.got(BEN)) == before


def test_a_command_without_proof_of_the_sender_is_asked_back_by_a_fresh_token(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "close R-1001, moved away", authentication=None)
    town.settle()
    assert len(open_referrals(town)) == 1
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes", authentication=None)
    town.settle()
    assert open_referrals(town) == ()


def test_eve_in_dilyss_name_is_not_obeyed(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(DILYS, "close R-1001, moved away", authentication=None)  # Eve forged the From
    town.writes(DILYS, "close R-1001, moved away", authentication="fail")
    town.writes(EVE, "close R-1001, moved away")
    town.settle()
    assert len(open_referrals(town)) == 1
    assert len(town.got(DILYS, "command_confirm")) == 1


def test_staffs_own_call_keeps_the_promise(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=6, hours=1)
    assert "staff_call" in reasons(town)
    task = [one for one in town.got(DILYS, "staff_task") if "R-1001" in one.text or "R-1001" in one.subject][-1]
    town.answers(DILYS, task, "called R-1001, spoke for 20 minutes")
    town.settle()
    assert referral(town).first_contact_at is not None
    assert referral(town).stage is Stage.WAITING
    town.wind(days=3)
    assert town.got(ADA, "promise_missed") == []


def test_the_digest_comes_at_eight_on_working_days_and_names_nobody(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=7)
    digests = town.got(DILYS, "digest")
    assert len(digests) == 6  # today's, late since the service began at ten; then five working days
    assert len(town.got(OWEN, "digest")) == 6
    for one in digests[1:]:
        assert "Ada" not in one.text
        assert "900118" not in one.text
        assert "R-1001" in one.text
    assert all(one.at.hour == 8 for one in digests[1:])


def test_a_mere_mention_of_a_verb_does_nothing(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(hours=23)
    town.answers(
        DILYS, town.last(DILYS, "digest"), "I wonder whether we should close R-1001 some day. Don't close it yet."
    )
    town.settle()
    assert len(open_referrals(town)) == 1
