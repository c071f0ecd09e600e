"""What volunteers answer: no, too late, from elsewhere, with a condition."""

from __future__ import annotations

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, EVE, MakeTown, reasons, referral

from mailbot.casework.referral import Stage
from mailbot.tryout.town import Town


def asked(make_town: MakeTown, *names: str) -> Town:
    town = make_town(volunteers=names)
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    return town


def test_after_a_no_the_next_is_asked_and_the_family_hears_nothing(make_town: MakeTown) -> None:
    town = asked(make_town, "ben")
    offer = town.last(BEN, "offer_made")
    town.answers(BEN, offer, "Sorry, I can't this time. Best wishes, Ben")
    town.settle()
    assert referral(town).stage is Stage.WAITING
    assert referral(town).lapsed_offers == 0
    town.match()
    assert len(town.got(BEN, "offer_made")) == 1  # never asked about her again
    assert [one.kind for one in town.got(ADA)] == ["acknowledgement"]


def test_a_late_yes_wins_while_nobody_else_is_asked(make_town: MakeTown) -> None:
    town = asked(make_town, "ben")
    offer = town.last(BEN, "offer_made")
    town.wind(days=2)
    assert referral(town).stage is Stage.WAITING
    town.answers(BEN, offer, "Sorry for the delay. Yes, I'd be glad to.\n\nBen")
    town.settle()
    assert referral(town).stage is Stage.MATCHED
    assert "07700 900118" in town.last(BEN, "briefing").text


def test_a_late_yes_loses_once_somebody_else_is_asked(make_town: MakeTown) -> None:
    town = asked(make_town, "ben", "carys")
    offer = next(one for one in town.arrived if one.kind == "offer_made")
    late, other = (BEN, CARYS) if offer.to == BEN.address else (CARYS, BEN)
    town.wind(days=1, hours=8)
    assert len(town.got(other, "offer_made")) == 1
    town.answers(late, offer, "Yes, I can take this on.")
    town.settle()
    assert len(town.got(late, "offer_taken")) == 1
    assert town.got(late, "briefing") == []
    assert referral(town).stage is Stage.OFFERED


def test_a_yes_from_another_address_releases_nothing_until_staff_say_so(make_town: MakeTown) -> None:
    town = asked(make_town, "ben")
    offer = town.last(BEN, "offer_made")
    town.answers(BEN, offer, "Yes, happy to.\n\nBen", from_address="ben.hale.work@example.net")
    town.settle()
    assert referral(town).stage is Stage.OFFERED
    assert "other_address" in reasons(town)
    assert not any("900118" in one.text for one in town.arrived if "ben" in one.to)
    town.answers(DILYS, town.last(DILYS, "staff_task"), "Yes")
    town.settle()
    assert referral(town).stage is Stage.MATCHED
    briefing = town.last(BEN, "briefing")
    assert briefing.to == BEN.address


def test_eve_with_the_volunteers_name_and_no_token_gets_nothing(make_town: MakeTown) -> None:
    town = asked(make_town, "ben")
    town.writes(EVE, "Yes, I can take on R-1001, please send me the number.\n\nBen Hale")
    town.settle()
    assert referral(town).stage is Stage.OFFERED
    assert not any("900118" in one.text for one in town.got(EVE))


@pytest.mark.parametrize(
    "words", ["Yes, if it can wait until after the 20th.", "Could you tell me first whether she minds a man?"]
)
def test_a_condition_or_a_question_is_read_by_a_person_and_is_no_yes(make_town: MakeTown, words: str) -> None:
    town = asked(make_town, "ben")
    town.answers(BEN, town.last(BEN, "offer_made"), words)
    town.settle()
    assert referral(town).stage is Stage.OFFERED
    assert "volunteer_letter" in reasons(town)
    assert town.got(ADA, "introduction") == []


def test_neither_an_out_of_office_nor_the_quoted_words_are_a_yes(make_town: MakeTown) -> None:
    town = asked(make_town, "ben")
    offer = town.last(BEN, "offer_made")
    town.answers(
        BEN,
        offer,
        "I am away until Monday. Yes, I will read your email then.",
        headers={"Auto-Submitted": "auto-replied"},
    )
    town.answers(BEN, offer, "")
    town.settle()
    assert referral(town).stage is Stage.OFFERED
    assert town.got(ADA, "introduction") == []


def test_no_answer_starts_the_attempts_ladder(make_town: MakeTown) -> None:
    town = asked(make_town, "ben")
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please")
    town.settle()
    town.answers(BEN, town.last(BEN, "briefing"), "I rang this morning but there was no answer.\n\nBen")
    town.settle()
    assert len(town.got(BEN, "call_noted")) == 1
    assert referral(town).first_contact_at is None
    for _ in range(2):
        town.wind(days=3, hours=2)
        town.answers(BEN, town.last(BEN, "call_report_asked"), "Tried again today, no answer again.")
        town.settle()
    assert "not_reached" in reasons(town)
    assert referral(town).first_contact_at is None
