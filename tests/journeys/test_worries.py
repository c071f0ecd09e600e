"""Anything worrying: frozen at once, told to a person at once, open until a named person resolves it."""

from __future__ import annotations

from datetime import UTC, datetime

from neighbours import ADA, ADAS_LETTER, BEN, DILYS, OWEN, MakeTown, open_referrals, reasons, referral

WORRYING = """I would like the telephone befriending please, 07700 900118, weekday evenings.

I do not want to be here any more. I have the tablets beside me and I am going to take them tonight.

Ada Bright
"""


def test_a_worrying_letter_is_acknowledged_paged_seen_and_resolved(make_town: MakeTown) -> None:
    town = make_town(start=datetime(2026, 3, 11, 2, 30, tzinfo=UTC))  # half past two at night
    town.writes(ADA, WORRYING)
    town.settle()
    assert [one.kind for one in town.got(ADA)] == ["acknowledgement"]
    alert = town.last(DILYS, "concern_alert")
    assert alert.at == town.clock.now()
    assert "07700 900118" in alert.text
    assert "tablets" in alert.text
    assert "tablets" not in alert.subject
    assert town.pages() == ["R-1001"]
    assert referral(town).frozen

    town.wind(minutes=16)  # up the rota
    assert len(town.got(OWEN, "concern_alert")) == 1
    assert "tablets" in town.last(OWEN, "concern_alert").text
    assert len(town.pages()) == 2
    town.wind(minutes=15)
    assert len(town.got(DILYS, "concern_alert")) == 2

    town.answers(OWEN, town.last(OWEN, "concern_alert"), "seen\n\nOwen")
    town.settle()
    pages = len(town.pages())
    town.wind(hours=6)
    assert len(town.pages()) == pages

    town.match()
    assert town.got(BEN) == []  # frozen: nobody is asked, nothing automatic goes
    town.wind(days=2)
    assert [one.kind for one in town.got(ADA)] == ["acknowledgement"]
    assert referral(town).frozen  # no software closes it

    town.answers(
        OWEN, town.last(OWEN, "concern_alert"), "resolved R-1001: spoke to her twice, her GP and sister are with her"
    )
    town.settle()
    assert not referral(town).frozen
    town.match()
    assert len([one for one in town.arrived if one.kind == "offer_made"]) == 1


def test_the_promise_runs_on_while_a_concern_is_open(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, WORRYING)
    town.settle()
    town.answers(DILYS, town.last(DILYS, "concern_alert"), "seen")
    town.wind(days=7, hours=1)
    assert "promise_broken" in reasons(town)
    assert town.got(ADA, "promise_missed") == []  # nothing automatic to her but the first answer


def test_a_worry_in_a_later_letter_freezes_what_was_under_way(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I can't go on. I am going to end my life tonight.")
    town.settle()
    assert len(town.got(DILYS, "concern_alert")) == 1
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes, happy to.")
    town.settle()
    assert [one.kind for one in town.got(ADA)] == ["acknowledgement"]
    assert town.got(BEN, "briefing") == []
    town.answers(
        DILYS, town.last(DILYS, "concern_alert"), "resolved: rang her at once, she is safe and wants the calls"
    )
    town.wind(hours=5)
    assert len(town.got(ADA, "introduction")) == 1
    assert len(town.got(BEN, "briefing")) == 1


def test_a_letter_in_a_language_nobody_reads_waits_for_the_morning_and_is_answered_in_both(make_town: MakeTown) -> None:
    town = make_town(start=datetime(2026, 3, 10, 23, 30, tzinfo=UTC))
    town.writes(
        ADA,
        "Dzień dobry, mój syn jest od tygodnia w areszcie i nie wiem, co robić. Czy ktoś mógłby do mnie dzwonić raz w "
        "tygodniu? Mój numer to 07700 900118. Dziękuję bardzo, czekam na odpowiedź.",
    )
    town.settle()
    assert town.got(DILYS, "concern_alert") == []
    answer = town.got(ADA)[0]
    assert "Diolch" in answer.text
    assert "Thank you" in answer.text
    town.wind(hours=9)
    alert = town.last(DILYS, "concern_alert")
    assert alert.at.hour == 8


def test_stop_works_at_once_and_the_volunteer_is_told(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes, gladly")
    town.settle()
    before = len(town.got(ADA))
    town.answers(ADA, town.last(ADA, "introduction"), "Please stop. I don't want any more emails or calls.")
    town.settle()
    assert len(town.got(ADA)) == before
    assert len(town.got(BEN, "match_ended")) == 1
    assert "withdrawn" in reasons(town)
    town.wind(days=10)
    assert len(town.got(ADA)) == before
    town.answers(DILYS, town.last(DILYS, "staff_task"), "close R-1001, no longer wants it")
    town.settle()
    assert open_referrals(town) == ()
