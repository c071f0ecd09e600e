"""Three journeys once more, with real delivery: Postfix takes every letter, Dovecot keeps it, answers come back by plus
addresses, and what cannot be delivered bounces."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from mailstack import MailStack
from real_town import Cast, RealTown, open_real_town

from mailbot.casework.referral import Referral, Stage
from mailbot.clock import london
from mailbot.inbox.login import connect
from mailbot.records import lookups, snapshots
from mailbot.tryout.town import Neighbour

pytestmark = pytest.mark.servers

LETTER = """Hello,

My son was taken into custody last week and I do not know what to do with myself. I saw that somebody can
ring me once a week. Please could I have the phone calls? Any evening after 6 is best.

My number is 07700 900118.

Thank you
Ada Bright
"""
WORRYING = f"{LETTER}\nI have the tablets beside me and I am going to take them tonight. I can't go on.\n"
MakeRealTown = Callable[..., RealTown]


@pytest.fixture
def make_real_town(stack: MailStack, tmp_path: Path) -> Iterator[MakeRealTown]:
    with ExitStack() as opened:

        def make(cast: Cast, *volunteers: Neighbour) -> RealTown:
            town = open_real_town(stack, cast, tmp_path, volunteers)
            opened.callback(town.close)
            opened.callback(town.mail.close)
            return town

        yield make


def referral(town: RealTown) -> Referral:
    with town.flow.store.read() as tx:
        found = snapshots.for_referral(tx, 1001, town.clock.now()).referral
    assert found is not None
    return found


def reasons(town: RealTown) -> list[str]:
    with town.flow.store.read() as tx:
        return [one.reason.value for one in lookups.tasks(tx)]


def test_adas_letter_travels_all_the_way_to_a_call(make_real_town: MakeRealTown) -> None:
    cast = Cast.anew()
    town = make_real_town(cast, cast.ben)
    town.writes(cast.ada, LETTER, subject="please can someone ring me")
    town.settle()
    thanks = town.last(cast.ada, "acknowledgement")
    assert str(thanks.message["Reply-To"]).startswith("befriending+")
    assert thanks.message["In-Reply-To"]
    named_by = london(referral(town).due_at)
    assert f"{named_by:%B}" in thanks.text

    assert town.match() == 1
    offer = town.last(cast.ben, "offer_made")
    assert "900118" not in offer.raw.decode()
    town.wind(hours=2)
    town.answers(cast.ben, offer, "Yes, happy to.\n\nBen")
    town.settle()
    assert "Ben" in town.last(cast.ada, "introduction").text
    briefing = town.last(cast.ben, "briefing")
    assert "07700 900118" in briefing.text
    assert referral(town).stage is Stage.MATCHED

    town.wind(days=1, hours=1)
    asked = town.last(cast.ben, "call_report_asked")
    town.answers(cast.ben, asked, "Spoke for 40 minutes, Monday at 7 suits her.\n\nBen")
    town.settle()
    assert "Monday" in town.last(cast.ben, "call_noted").text
    assert referral(town).stage is Stage.ACTIVE
    assert [one.kind for one in town.got(cast.dilys) if one.kind != "digest"] == []
    with connect(town.mail.account(cast.desk)) as client:  # every letter that came was filed away
        assert client.select_folder("INBOX")[b"EXISTS"] == 0
        assert client.select_folder("Processed")[b"EXISTS"] == 3


def test_a_worrying_letter_is_seen_and_resolved_by_ordinary_replies(make_real_town: MakeRealTown) -> None:
    cast = Cast.anew()
    town = make_real_town(cast, cast.ben)
    town.writes(cast.ada, WORRYING)
    town.settle()
    assert [one.kind for one in town.got(cast.ada)] == ["acknowledgement"]
    assert "tablets" in town.last(cast.dilys, "concern_alert").text
    assert town.pages() == ["R-1001"]

    town.wind(minutes=16)
    alert = town.last(cast.owen, "concern_alert")
    town.answers(cast.owen, alert, "seen\n\nOwen", authentication=None)  # nobody says that it was Owen
    town.settle()
    assert [one.kind for one in town.got(cast.owen)][-1] == "command_confirm"
    town.answers(cast.owen, alert, "seen\n\nOwen")
    town.settle()
    pages = len(town.pages())
    town.wind(hours=1)
    assert len(town.pages()) == pages
    assert town.match() == 0
    assert referral(town).frozen

    town.answers(cast.owen, alert, "resolved R-1001: spoke to her twice, her GP and sister are with her")
    town.settle()
    assert not referral(town).frozen
    assert town.match() == 1
    assert len(town.got(cast.ben, "offer_made")) == 1


def test_an_offer_that_bounces_reopens_the_referral_for_the_next_volunteer(make_real_town: MakeRealTown) -> None:
    cast = Cast.anew(ben="nosuch-ben")
    town = make_real_town(cast, cast.ben)
    town.writes(cast.ada, LETTER)
    town.settle()
    assert town.match() == 1
    assert referral(town).stage is Stage.WAITING
    assert "mail_bounced" in reasons(town)
    assert town.got(cast.ben) == []
    assert town.last(cast.dilys, "staff_task")
    assert town.match() == 0  # Ben is not asked again


def test_an_acknowledgement_that_bounces_goes_to_staff(make_real_town: MakeRealTown) -> None:
    cast = Cast.anew(ada="nosuch-ada")
    town = make_real_town(cast)
    town.writes(cast.ada, LETTER)
    town.settle()
    assert "acknowledgement_failed" in reasons(town)
    assert town.last(cast.dilys, "staff_task")
    assert town.got(cast.ada) == []
