"""Ada writes; within the week somebody has called her."""

from __future__ import annotations

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, DILYS, MakeTown, referral

from mailbot.casework.referral import Stage


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_adas_letter_ends_in_a_call_within_the_week(
    make_town: MakeTown, database: str, request: pytest.FixtureRequest
) -> None:
    url = "" if database == "sqlite" else str(request.getfixturevalue("postgresql_url"))
    town = make_town(volunteers=("ben",), database_url=url)
    town.writes(ADA, ADAS_LETTER, subject="please can someone ring me")
    town.settle()

    thanks = town.last(ADA, "acknowledgement")
    assert "Tuesday 17 March" not in thanks.text  # due at ten in the morning: the day before is named
    assert "Monday 16 March" in thanks.text
    assert "What number" not in thanks.text

    assert town.match() == 1
    offer = town.last(BEN, "offer_made")
    assert "Ada" not in offer.text
    assert "900118" not in offer.raw.decode()

    town.wind(hours=2)
    town.answers(BEN, offer, "Yes, happy to.\n\nBen")
    town.settle()
    introduction = town.last(ADA, "introduction")
    assert "Ben" in introduction.text
    assert "Hale" not in introduction.text
    briefing = town.last(BEN, "briefing")
    assert "Ada" in briefing.text
    assert "07700 900118" in briefing.text
    assert town.arrived.index(introduction) < town.arrived.index(briefing)
    assert referral(town).stage is Stage.MATCHED

    town.wind(days=1, hours=1)
    asked = town.last(BEN, "call_report_asked")
    town.answers(BEN, asked, "Spoke for 40 minutes, Monday at 7 suits her.\n\nBen")
    town.settle()
    noted = town.last(BEN, "call_noted")
    assert "Monday 16 March" in noted.text
    assert referral(town).stage is Stage.ACTIVE
    assert referral(town).first_contact_at < referral(town).due_at
    assert town.got(ADA, "promise_missed") == []
    assert [one.kind for one in town.got(DILYS) if one.kind != "digest"] == []
