"""Trouble that lasts is told to a person: an inbox that cannot be looked at, a server that never takes a letter."""

from __future__ import annotations

import pytest
from neighbours import ADA, ADAS_LETTER, OWEN, MakeTown, reasons

from mailbot.tryout.town import Town

pytestmark = pytest.mark.processes  # through whole weeks

HEAD = (
    f"From: Ada Bright <{ADA.address}>\r\nTo: befriending@example.org\r\nSubject: Hello\r\n"
    "Message-ID: <odd@example.com>\r\nMIME-Version: 1.0\r\n"
)
WORDS = ADAS_LETTER.replace("\n", "\r\n")


def test_trouble_with_the_mailbox_is_told_to_the_lead_once_a_day(town: Town) -> None:
    for _ in range(3):
        town.flow.tell_of_trouble("the server does not accept the password")
        town.settle()
    assert len(town.got(OWEN, "staff_task")) == 1


def test_a_server_that_says_later_for_ever_is_told_to_staff(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.mail.refuse_recipients[ADA.address] = "451 4.2.2 mailbox full"
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=town.flow.office.policy.retry_days, hours=3)
    assert town.got(ADA) == []
    assert "acknowledgement_failed" in reasons(town)
