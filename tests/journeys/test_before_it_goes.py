"""Before it goes: what is held can be looked at and stopped by its number, and no promise is broken in silence."""

from __future__ import annotations

from datetime import timedelta

from neighbours import ADA, ADAS_LETTER, BEN, DILYS, OWEN, MakeTown, reasons, referral

from mailbot.casework.referral import Stage
from mailbot.records import coming_rows, lookups
from mailbot.tryout.town import Arrived, Town

HOLD = "MAILBOT_POLICY_HOLD_MINUTES"


def waiting(town: Town, kind: str) -> str:
    """The number of the one email of this kind that waits."""
    with town.flow.store.read() as tx:
        (found,) = [one.mail for one in coming_rows.coming_mail(tx) if one.mail.touchpoint == kind]
    return found.reference


def number(town: Town, kind: str) -> str:
    """Of the first email of this kind, whatever became of it."""
    with town.flow.store.read() as tx:
        return next(one.reference for one in reversed(lookups.mails(tx)) if one.touchpoint == kind)


def orders(town: Town, words: str, under: Arrived | None = None) -> str:
    """Dilys answers her digest (or that email); what comes back."""
    if under is None and town.flow.send_digest():
        town.settle()
    town.answers(DILYS, under or town.last(DILYS, "digest"), words)
    town.settle()
    return town.last(DILYS, "command_done").text


def test_a_held_question_goes_so_many_minutes_later_and_its_window_starts_when_it_was_sent(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",), variables={HOLD: "offer_made = 45"})
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    asked_at = town.clock.now()
    town.wind(minutes=44)
    assert town.got(BEN) == []
    town.wind(minutes=2)
    offer = town.last(BEN, "offer_made")
    assert offer.at - asked_at == timedelta(minutes=45)
    assert "10.45am" in offer.text  # a whole day from when it goes
    town.wind(hours=23)
    assert town.last(BEN, "offer_nudge").at - offer.at >= timedelta(hours=18)


def test_dilys_stops_a_held_introduction_and_tells_the_family_herself(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",), variables={HOLD: "introduction = 60"})
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please, happy to.")
    town.settle()
    number = waiting(town, "introduction")
    town.wind(minutes=20)
    done = orders(town, f"cancel {number}")
    assert f"Stopped: {number}, who will call, and when, to the family of R-1001" in done
    assert "You are asked to tell them" in done
    assert "Ada" not in done
    assert reasons(town)[-1] == "family_not_told"
    town.wind(hours=6)
    assert town.got(ADA, "introduction") == []
    assert town.got(BEN, "briefing") == []
    told = orders(town, "yes", under=town.last(DILYS, "staff_task"))
    assert "gets what is needed" in told
    assert len(town.got(BEN, "briefing")) == 1


def test_a_stopped_question_frees_the_person_and_that_volunteer_is_not_asked_again(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",), variables={HOLD: "offer_made = 60"})
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    done = orders(town, f"Please cancel {waiting(town, 'offer_made')}.")
    assert "Ben Hale is not asked about R-1001, now or later" in done
    assert referral(town).stage is Stage.WAITING
    town.wind(days=2)
    assert town.got(BEN) == []
    assert "Ben Hale is asked about R-1001" in orders(town, "assign R-1001 to Ben Hale")  # staff may think again


def test_a_stopped_briefing_is_not_written_anew_until_dilys_says_so(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",), variables={HOLD: "briefing = 30"})
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please, happy to.")
    town.settle()
    assert "Ben Hale does not get the number" in orders(town, f"cancel {waiting(town, 'briefing')}")
    town.wind(hours=5)
    assert town.got(BEN, "briefing") == []
    task = next(one for one in reversed(town.got(DILYS, "staff_task")) if "nobody will call" in one.text)
    orders(town, "yes", under=task)
    town.wind(minutes=31)
    assert len(town.got(BEN, "briefing")) == 1
    town.wind(hours=25)
    assert len(town.got(BEN, "call_report_asked")) == 1


def test_what_has_gone_what_is_unknown_and_what_is_staffs_own_is_refused_with_the_reason(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(ADA, "I do not want to live any more. I have the tablets here.")
    town.settle()
    assert "has gone already" in orders(town, f"cancel {number(town, 'acknowledgement')}")
    assert "There is no email E-999" in orders(town, "cancel 999")
    assert "alert about a risk" in orders(town, f"cancel {number(town, 'concern_alert')}")
    assert "No email that could be stopped waits for R-1001" in orders(town, "cancel R-1001")


def test_a_bare_number_that_may_be_a_persons_is_asked_back(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",), variables={HOLD: "offer_made = 60"})
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    asked = orders(town, "cancel 1001")
    assert "“cancel E-1001” (the email) or “cancel R-1001”" in asked
    assert "Stopped: " + waiting(town, "offer_made") in orders(town, "cancel R-1001")


def test_the_digest_lists_what_goes_out_today_with_the_reply_that_stops_it(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",), variables={HOLD: "introduction = 720"})
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.wind_to(town.today(22, 30))
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please, happy to.")
    town.wind_to(town.today(23, 59))
    town.wind(hours=8, minutes=10)
    digest = town.last(OWEN, "digest")
    held = waiting(town, "introduction")
    assert "Going out before" not in digest.text  # nine at night is in quiet hours: it goes tomorrow
    town.wind(days=1)
    line = f"{held}: at 9:00 to the family of R-1001, who will call, and when (held for 720 minutes). Reply: cancel"
    digest = town.last(OWEN, "digest")
    assert f"{line} {held}" in " ".join(digest.text.split())
    assert "Ada" not in digest.text
    assert "Stopped: " + held in orders(town, f"cancel {held}", under=town.last(DILYS, "digest"))
