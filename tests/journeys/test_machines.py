"""What machines write is never answered and never counts; a bounce reopens what it was for; a loop ends."""

from __future__ import annotations

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, EVE, MakeTown, reasons, referral

from mailbot.casework.referral import Stage


def test_a_bounced_acknowledgement_goes_to_staff(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.bounces(town.last(ADA, "acknowledgement"))
    town.settle()
    assert "acknowledgement_failed" in reasons(town)
    assert len(town.got(ADA)) == 1
    assert not any("mailer-daemon" in one.to for one in town.arrived)


def test_a_bounced_offer_moves_on_to_the_next_volunteer(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    offer = next(one for one in town.arrived if one.kind == "offer_made")
    town.bounces(offer)
    town.settle()
    assert referral(town).stage is Stage.WAITING
    assert "mail_bounced" in reasons(town)
    town.match()
    offers = [one.to for one in town.arrived if one.kind == "offer_made"]
    assert sorted(offers) == sorted([BEN.address, CARYS.address])


def test_a_refused_introduction_keeps_the_number_back_until_staff_have_told_the_family(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.mail.refuse_recipients[ADA.address] = "550 5.1.1 no such user"
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes, gladly")
    town.settle()
    assert "family_not_told" in reasons(town)
    assert town.got(BEN, "briefing") == []
    town.answers(DILYS, town.last(DILYS, "staff_task"), "Yes, rang her, she knows")
    town.settle()
    assert len(town.got(BEN, "briefing")) == 1
    assert referral(town).stage is Stage.MATCHED


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Precedence": "bulk", "List-Id": "<news.example.net>"},
        {"X-Autoreply": "yes"},
    ],
)
def test_machines_are_never_answered(make_town: MakeTown, headers: dict[str, str]) -> None:
    town = make_town(volunteers=())
    town.writes(EVE, "Thank you for your message. I am out of the office until Monday.", headers=headers)
    town.settle()
    assert town.arrived == []


def test_an_answering_machine_that_does_not_say_so_is_answered_only_so_often(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    for number in range(30):
        town.writes(
            EVE, f"Your message matters to us and has been given the number {number}.", subject=f"Ticket {number}"
        )
        town.settle()
    assert 1 <= len(town.got(EVE)) <= 6
    assert reasons(town).count("too_much_mail") == 1


def test_our_own_letter_coming_back_is_no_letter(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    before = len(town.arrived)
    town.deliver(town.last(BEN, "offer_made").raw, "befriending@example.org")
    town.settle()
    assert len(town.arrived) == before
    assert referral(town).stage is Stage.OFFERED


def test_whoever_fails_authentication_gets_nothing_and_staff_see_it(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER, authentication="fail")
    town.settle()
    assert town.got(ADA) == []
    assert "not_authenticated" in reasons(town)
