"""Dilys reads the digest on her phone at eight, taps a link, and sends what it opens."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    CARYS,
    DILYS,
    EVE,
    GWEN,
    OFFICER,
    OWEN,
    MakeTown,
    open_referrals,
    reasons,
    referral,
)
from selectolax.lexbor import LexborHTMLParser

from mailbot.casework.referral import Stage
from mailbot.records import lookups
from mailbot.records.lookups import TASK
from mailbot.tryout.town import Arrived, Neighbour, Town

NO_PLUS = {"MAILBOT_REPLY_PLUS": "false"}
WORRYING = "Since he was sent down I cannot go on. I have the tablets here and I want to end it tonight."
ODD = "Hello, my cousin said to write to you about the thing on the wall of the visitors' hall. Regards, Gwen"
REFERS = """I work with families at the visitors' centre. Please could somebody phone Gwen Parry, whose husband
is inside? She would like the weekly calls. Her number is 07700 900222, any evening.

Colin Marsh, Family Liaison Officer"""


def links(letter: Arrived) -> dict[str, str]:
    """The words of each link, and where it leads."""
    return {one.text(): one.attributes["href"] or "" for one in LexborHTMLParser(letter.html).css("a")}


def taps(
    town: Town,
    who: Neighbour,
    link: str,
    *,
    adds: str = "",
    authentication: Literal["pass", "fail"] | None = "pass",
    signature: str = "\n\nSent from my iPhone",
) -> None:
    """The mail program opens a new letter with what the link holds; ``adds`` is typed at its end, then it is sent."""
    parts = urlsplit(link)
    fields = parse_qs(parts.query, keep_blank_values=True)
    letter = EmailMessage()
    letter["From"] = f"{who.name} <{who.address}>"
    letter["To"] = to = unquote(parts.path)
    letter["Subject"] = fields["subject"][0]
    letter["Date"] = town.clock.now()
    letter["Message-ID"] = f"<tapped-{len(town.arrived)}.{abs(hash(link))}@{who.address.partition('@')[2]}>"
    letter.set_content(fields["body"][0] + adds + signature)
    town.deliver(letter.as_bytes(policy=SMTP), who.address, to=to, authentication=authentication)
    town.settle()


@pytest.mark.parametrize("variables", [{}, NO_PLUS], ids=["with plus-addresses", "without"])
def test_dilys_taps_a_link_and_is_obeyed(make_town: MakeTown, variables: dict[str, str]) -> None:
    town = make_town(volunteers=(), variables=variables)
    town.writes(ADA, ADAS_LETTER)
    town.wind(hours=23)
    from neighbours import settle_in

    settle_in(town, ("ben",))
    town.wind_to(town.today(8))
    town.clock.wind_to(town.today(8))
    town.wind(hours=23)
    digest = town.last(DILYS, "digest")
    assert digest.subject
    assert "R-1001" in digest.text


def test_a_link_without_proof_of_the_sender_is_asked_back(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), variables=NO_PLUS)
    town.writes(ADA, ADAS_LETTER)
    town.wind(hours=23)
    digest = town.last(DILYS, "digest")
    link = links(digest)["assign R-1001 to …"].replace("assign", "close").replace("to%20", "")
    taps(town, DILYS, link, authentication=None)
    assert len(open_referrals(town)) == 1
    assert len(town.got(DILYS, "command_confirm")) == 1
    taps(town, EVE, link)  # Eve saw the email over a shoulder
    taps(town, OWEN, link)  # and Owen is not whom it was sent to
    assert len(open_referrals(town)) == 1
