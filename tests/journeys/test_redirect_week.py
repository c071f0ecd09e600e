"""A trial run: a whole week of real letters, and one address alone is ever written to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, GWEN, OFFICER, MakeTown

from mailbot.tryout.town import Neighbour

pytestmark = pytest.mark.processes  # through whole weeks

TRIAL = "trial@example.org"
ON_TRIAL = {"MAILBOT_OUTBOX_MODE": "redirect", "MAILBOT_OUTBOX_REDIRECT_TO": TRIAL}


def test_in_redirect_mode_a_whole_week_reaches_one_address_only_and_still_pages(make_town: MakeTown) -> None:
    town = make_town(variables=ON_TRIAL)
    trial = Neighbour("Trial", TRIAL)
    town.writes(ADA, ADAS_LETTER)
    town.writes(OFFICER, "Please could you ring Mrs Lowri Evans, whose son is in custody? Her number is 07700 900155.")
    town.settle()
    town.match()
    offer = town.last(trial, "offer_made")
    asked = BEN if "Hello Ben" in offer.text else CARYS
    town.answers(asked, offer, "Yes please, happy to.")
    town.wind(hours=6)
    town.writes(GWEN, "I do not want to live any more. I have the tablets here and I am going to take them tonight.")
    town.wind(hours=1)
    assert town.pages()  # the danger is real, whoever gets the email
    town.answers(DILYS, town.last(trial, "concern_alert"), "seen")
    for _ in range(6):
        town.clock.wind_to(town.clock.now() + timedelta(days=1))
        town.match()
        if town.flow.send_digest():
            town.settle()
    kinds = {one.kind for one in town.arrived}
    assert {"acknowledgement", "offer_made", "introduction", "briefing", "digest", "concern_alert"} <= kinds
    assert {address for accepted in town.mail.sent() for address in accepted.recipients} == {TRIAL}
    public = (ADA.address, OFFICER.address, GWEN.address, BEN.address, CARYS.address)
    for one in town.arrived:
        assert str(one.message["To"]) == TRIAL
        assert one.subject.startswith(("[family] ", "[referrer] ", "[volunteer] ", "[staff] "))
        headers = "\n".join(f"{name}: {value}" for name, value in one.message.items())
        assert not any(address in headers for address in public)
        assert "Not sent: mailbot is in redirect mode." in one.text
        assert "Not sent: mailbot is in redirect mode." in one.html
