"""The kill switch: Dilys pauses everything by a reply, danger still reaches a person, and it ends without a flood."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, GWEN, OWEN, STAFF, MakeTown, reasons, referral

from mailbot.app import build
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Stage
from mailbot.clock import london
from mailbot.outbox.delivery import Delivery
from mailbot.outbox.post import Post
from mailbot.records import outbox_rows
from mailbot.tryout.home import town_settings
from mailbot.tryout.town import Neighbour, Town

DANGER = "I do not want to live any more. I have the tablets here and I am going to take them tonight."
GWENS_LETTER = ADAS_LETTER.replace("07700 900118", "07700 900122").replace("Ada Bright", "Gwen Parry")
WITHOUT_A_NUMBER = ADAS_LETTER.replace("My number is 07700 900118.\n", "")


def orders(town: Town, words: str, who: Neighbour = DILYS) -> None:
    """They answer their digest, and say yes to what is asked back."""
    if town.flow.send_digest():
        town.settle()
    asked = len(town.got(who, "command_confirm"))
    town.answers(who, town.last(who, "digest"), words)
    town.settle()
    assert len(town.got(who, "command_confirm")) == asked + 1
    town.answers(who, town.last(who, "command_confirm"), "yes")
    town.settle()


def days_pass(town: Town, days: int) -> None:
    """A day at a time: each day's steps are taken at its end, as after a night without power."""
    for _ in range(days):
        town.clock.wind_to(town.clock.now() + timedelta(days=1))
        town.match()
        if town.flow.send_digest():
            town.settle()


def public(town: Town) -> list[tuple[str, str]]:
    """What went to families, referrers and volunteers."""
    staff = {one.address for one in STAFF}
    return [(one.to, one.kind) for one in town.arrived if one.to not in staff]


def test_paused_by_a_reply_and_a_yes_only_danger_gets_through_and_each_waiting_letter_goes_once(
    make_town: MakeTown,
) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.flow.send_digest()
    town.settle()
    town.answers(DILYS, town.last(DILYS, "digest"), "Pause everything: the letters arrive twice")
    town.settle()
    question = town.last(DILYS, "command_confirm").text
    assert "Nothing has been done yet" in question
    assert "It pauses everything." in question
    town.writes(GWEN, GWENS_LETTER)
    town.settle()
    assert len(town.got(GWEN, "acknowledgement")) == 1  # nothing is paused before the yes
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes")
    town.settle()
    assert "Everything is paused." in town.last(DILYS, "command_done").text
    notice = town.last(OWEN, "pause_notice").text
    assert "Dilys Morgan asked for it" in notice
    assert "letters arrive twice" in notice

    before = public(town)
    assert town.match() == 0
    town.writes(GWEN, DANGER)
    town.writes(Neighbour("Nia Wyn", "nia@example.net"), GWENS_LETTER.replace("900122", "900133"))
    town.settle()
    alert = town.last(DILYS, "concern_alert")
    assert "R-1002" in alert.subject + alert.text
    assert town.pages()
    town.answers(DILYS, alert, "seen")
    town.settle()
    days_pass(town, 2)
    assert public(town) == before
    digest = town.last(OWEN, "digest").text
    lines = [line for line in digest.splitlines() if line and not line.startswith(("—", "Hello"))]
    assert lines[0].startswith("EVERYTHING IS PAUSED by Dilys Morgan since Tuesday 10 March, 10:00")
    assert "Reply: resume everything" in digest
    assert "letters arrive twice" not in digest
    assert "should have gone" not in digest

    orders(town, "start again", who=OWEN)
    assert "Everything goes on." in town.last(OWEN, "command_done").text
    town.wind(hours=4)
    late = [one for one in public(town) if one not in before or public(town).count(one) > before.count(one)]
    assert ("nia@example.net", "acknowledgement") in late
    assert [kind for _, kind in late].count("offer_made") >= 1
    assert max(Counter(one.message_id for one in town.arrived).values()) == 1
    assert [kind for to, kind in public(town) if to == "nia@example.net"] == ["acknowledgement"]
    assert [one.subject for one in town.got(OWEN, "pause_notice")] == ["Everything is paused", "Everything goes on"]


def test_a_yes_given_in_a_pause_is_taken_and_what_follows_goes_when_it_is_over(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    orders(town, "pause everything")
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please, happy to.")
    town.wind(hours=2)
    assert referral(town).stage is Stage.INTRODUCING
    assert town.got(ADA, "introduction") == []
    orders(town, "resume everything")
    assert len(town.got(ADA, "introduction")) == 1
    assert len(town.got(BEN, "briefing")) == 1


def test_a_volunteer_is_reminded_before_a_question_lapses_that_a_pause_ran_into(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    orders(town, "pause everything")
    town.wind(days=1, hours=1)  # the reminder fell due in the night, and the question would have lapsed
    assert referral(town).stage is Stage.OFFERED
    orders(town, "resume everything")
    town.wind(hours=2)
    nudge = town.last(BEN, "offer_nudge")
    town.answers(BEN, nudge, "Yes, I can.")
    town.settle()
    assert len(town.got(BEN, "briefing")) == 1


def test_nobody_is_called_silent_who_was_never_asked(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please, happy to.")
    town.settle()
    orders(town, "pause everything")
    days_pass(town, 3)
    assert "call_not_reported" not in reasons(town)
    orders(town, "resume everything")
    town.wind(hours=2)
    assert len(town.got(BEN, "call_report_asked")) == 1
    town.wind(days=1, hours=2)
    assert "call_not_reported" in reasons(town)


def test_a_long_pause_breaks_no_promise_in_silence_and_ends_without_a_flood(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(GWEN, WITHOUT_A_NUMBER.replace("Ada Bright", "Gwen Parry"))
    town.settle()
    orders(town, "pause everything")
    town.writes(ADA, ADAS_LETTER)
    days_pass(town, 8)
    told = reasons(town)
    assert told.count("staff_call") == told.count("promise_broken") == 2  # the week ran on, and staff were told
    assert "essentials_missing" in told
    assert len(town.got(GWEN)) == 1
    assert town.got(ADA) == []
    task = next(one for one in reversed(town.got(OWEN, "staff_task")) if "R-1001" in one.text)
    town.answers(OWEN, task, "called R-1001, spoke for 20 minutes")
    town.settle()
    orders(town, "resume everything")
    days_pass(town, 2)
    assert [one.kind for one in town.got(ADA)] == ["promise_missed"]  # no first answer that names a day gone by
    assert [one.kind for one in town.got(GWEN)] == ["acknowledgement"]  # somebody spoke to her: no apology any more


def test_a_first_answer_that_waited_beyond_the_day_it_names_is_written_anew_without_it(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), variables={"MAILBOT_POLICY_PROMISE_DAYS": "9"})
    orders(town, "pause everything")
    town.writes(ADA, ADAS_LETTER)
    days_pass(town, 8)  # letters are worth sending for a week
    orders(town, "resume everything")
    town.wind(hours=1)
    (answer,) = town.got(ADA)
    assert answer.kind == "acknowledgement"
    assert "by Wednesday 18 March" not in answer.text
    assert "not_sent" not in reasons(town)


def test_another_worker_and_one_started_anew_see_the_pause(make_town: MakeTown, postgresql_url: str) -> None:
    town = make_town(database_url=postgresql_url)
    town.flow.pause_everything("dilys", "")
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    settings = town_settings(town.mail, day=london(town.clock.now()).date(), staff=STAFF, database_url=postgresql_url)
    other = build(settings, clock=town.clock)
    assert other.once()["sent"] == 2  # the digest, to both of staff
    assert town.got(ADA) == []
    assert town.flow.pause_everything("owen", "") is not None  # paused already: nothing is done twice
    assert other.flow.resume_everything("owen") is not None
    assert other.flow.resume_everything("owen") is None
    other.store.close()
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1


def test_a_worker_killed_while_it_sent_does_not_break_the_pause(make_town: MakeTown) -> None:
    town = make_town()
    town.writes(ADA, ADAS_LETTER)
    town.poller.once()
    town.flow.open_letters()
    with town.flow.store.write() as tx:  # and dies
        outbox_rows.claim(tx, now=town.clock.now(), limit=9, policy=Policy(), worker="dead", pages=False)
    town.flow.pause_everything("dilys", "")
    town.wind(minutes=40)
    assert town.got(ADA) == []
    town.flow.resume_everything("dilys")
    town.wind(minutes=5)
    assert len(town.got(ADA, "acknowledgement")) == 1


class SlowPost(Post):
    """A slow server: while it takes the first letter, somebody pauses everything."""

    town: Town | None = None

    async def deliver(self, mail_id: int, message_id: str, recipient: str, raw: bytes) -> Delivery:
        if self.town is not None:
            town, self.town = self.town, None
            town.flow.pause_everything("dilys", "")
            town.clock.wind_to(town.clock.now() + timedelta(seconds=30))
        return await super().deliver(mail_id, message_id, recipient, raw)


def test_a_claim_that_a_slow_server_draws_out_does_not_outlast_the_pause(make_town: MakeTown) -> None:
    town = make_town(variables={"MAILBOT_SMTP_CONNECTIONS": "1"})
    post = SlowPost(town.flow.post.account, town.flow.post.sender)
    town.flow.post, post.town = post, town
    for number, who in enumerate((ADA, GWEN, CARYS)):
        writer = Neighbour(who.name, f"writer-{number}@example.net")
        town.writes(writer, ADAS_LETTER.replace("900118", f"90012{number}"))
    town.settle()
    assert len(public(town)) == 1  # what was in the server's hands
    town.flow.resume_everything("dilys")
    town.wind(minutes=3)
    answered = [one for one in public(town) if one[1] == "acknowledgement"]
    assert len(answered) == len(set(answered)) == 3
