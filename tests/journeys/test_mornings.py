"""Dilys reads the digest on her phone at eight, taps a link, and sends what it opens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    DILYS,
    EVE,
    OFFICER,
    OWEN,
    MakeTown,
    open_referrals,
    referral,
    settle_in,
    waiting,
)
from selectolax.lexbor import LexborHTMLParser

from mailbot.casework.referral import Stage
from mailbot.records import lookups
from mailbot.records.lookups import CONCERN
from mailbot.tryout.town import Arrived, Neighbour, Town

NEIGHBOUR = Neighbour("Nia Pugh", "nia@example.net")
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


def next_morning(town: Town) -> Arrived:
    """Dilys's digest of the next day, at eight."""
    town.wind_to(town.today(8) + timedelta(days=1))
    return town.last(DILYS, "digest")


def open_concerns(town: Town) -> list[bool]:
    """Of each that is not resolved: has somebody seen it?"""
    with town.flow.store.read() as tx:
        return [one.seen_at is not None for one in lookups.concerns(tx, CONCERN.c.resolved_at.is_(None))]


@pytest.mark.parametrize("variables", [{}, NO_PLUS], ids=["with plus-addresses", "without"])
def test_dilys_taps_a_link_and_is_obeyed(make_town: MakeTown, variables: dict[str, str]) -> None:
    town = make_town(volunteers=(), variables=variables)
    town.writes(ADA, ADAS_LETTER)
    town.wind_to(town.today(7, 30) + timedelta(days=1))
    settle_in(town, ("ben",))
    town.wind(minutes=30)
    digest = town.last(DILYS, "digest")
    assert "R-1001: came yesterday at 10:00; waits for a volunteer." in digest.text
    taps(town, DILYS, links(digest)["assign R-1001 to Ben Hale"])
    assert "Ben Hale is asked about R-1001" in town.last(DILYS, "command_done").text
    town.wind(hours=2)
    assert len(town.got(BEN, "offer_made")) == 1


def test_a_link_is_worth_nothing_in_other_hands_and_is_asked_back_without_proof(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), variables=NO_PLUS)
    town.writes(ADA, ADAS_LETTER)
    link = links(next_morning(town))["assign R-1001 to …"]
    closing = link.replace("assign%20R-1001%20to", "close%20R-1001")
    taps(town, EVE, closing)  # she saw the email over a shoulder
    taps(town, DILYS, closing, authentication="fail")  # she forged the sender too
    assert len(open_referrals(town)) == 1
    taps(town, OWEN, closing)  # staff, but not who was written to
    taps(town, DILYS, closing, authentication=None)
    assert len(open_referrals(town)) == 1
    assert len(town.got(OWEN, "command_confirm")) == 1
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes", authentication=None)
    town.settle()
    assert open_referrals(town) == ()


def test_every_line_of_a_full_morning_is_dealt_with_by_its_own_link(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, f"{ADAS_LETTER}\n{WORRYING}")
    town.writes(OFFICER, REFERS)
    town.writes(NEIGHBOUR, ODD)
    digest = next_morning(town)
    assert digest.subject == "Wednesday 11 March: 1 worry needs you now"
    tapped = links(digest)
    assert {"seen R-1001", "yes R-1002", "done L-3", "list volunteers"} < set(tapped)

    taps(town, DILYS, tapped["seen R-1001"])
    assert open_concerns(town) == [True]
    taps(town, DILYS, tapped["done L-3"])
    assert waiting(town) == ["confirm_person"]
    taps(town, DILYS, tapped["yes R-1002"])
    assert referral(town, 1002).stage is Stage.WAITING
    assert waiting(town) == []
    taps(town, DILYS, tapped["list volunteers"])
    assert "Ben Hale: room for 1" in town.last(DILYS, "command_done").text

    resolving = links(next_morning(town))["resolved R-1001: …"]
    taps(town, DILYS, resolving)  # sent as it was opened: nothing was said of what was done
    taps(town, DILYS, resolving, adds="…")
    assert open_concerns(town) == [True]
    assert "What was done" in town.last(DILYS, "command_done").text
    taps(town, DILYS, resolving, adds="her sister is with her")
    assert open_concerns(town) == []
    for one in town.got(DILYS, "digest"):
        assert not {"Ada", "Gwen", "900118", "900222", "Colin"} & set(one.text.replace("+", " ").split())


def test_a_promise_that_breaks_today_is_kept_by_a_call_and_only_by_one(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind_to(town.today(8) + timedelta(days=7))
    digest = town.last(DILYS, "digest")
    assert "1 promise breaks today" in digest.text
    link = links(digest)["called R-1001, … minutes"]
    taps(town, DILYS, link)
    assert referral(town).first_contact_at is None
    assert "Did you speak with R-1001?" in " ".join(town.last(DILYS, "command_done").text.split())
    taps(town, DILYS, link, adds="25 minutes")
    assert referral(town).first_contact_at is not None
    assert "promise" not in next_morning(town).subject


def test_the_whole_list_comes_on_request(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.answers(DILYS, next_morning(town), "report new")
    town.settle()
    told = " ".join(town.last(DILYS, "command_done").text.split())
    assert "R-1001: came yesterday at 10:00; waits for a volunteer: nobody fits. Reply: assign R-1001 to …" in told
    assert "Inbox last looked at" not in told
    town.answers(DILYS, town.last(DILYS, "command_done"), "report everything")
    town.settle()
    assert "Inbox last looked at" in " ".join(town.last(DILYS, "command_done").text.split())


def test_all_quiet_goes_out_too_and_not_on_good_friday(make_town: MakeTown) -> None:
    town = make_town(start=datetime(2026, 4, 1, 12, 0, tzinfo=UTC))
    town.wind(days=6)
    digests = [one for one in town.got(DILYS, "digest") if one.at > datetime(2026, 4, 1, 20, 0, tzinfo=UTC)]
    assert [one.subject for one in digests] == ["Thursday 2 April: all quiet", "Tuesday 7 April: all quiet"]
    assert "All quiet. Nothing needs you this morning; the machine is well." in " ".join(digests[0].text.split())


def test_an_email_refused_on_a_saturday_stands_in_mondays_digest(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), start=datetime(2026, 3, 14, 10, 0, tzinfo=UTC))
    town.mail.refuse_recipients[ADA.address] = "550 5.1.1 no such user"
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.wind_to(datetime(2026, 3, 16, 8, 10, tzinfo=UTC))
    told = " ".join(town.last(DILYS, "digest").text.split())
    assert "Our emails that were refused since Friday 13 March: 1." in told
    assert "1 letter since Friday 13 March" in told


def test_a_worry_in_a_letter_of_nobody_known_is_seen_and_resolved_by_links(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(
        NEIGHBOUR,
        "The visiting times on your page are wrong. And I have had enough: I am going to end my life tonight.",
    )
    taps(town, DILYS, links(next_morning(town))["seen L-1"])
    assert open_concerns(town) == [True]
    taps(town, DILYS, links(next_morning(town))["resolved L-1: …"], adds="rang her, a friend is there")
    assert open_concerns(town) == []
