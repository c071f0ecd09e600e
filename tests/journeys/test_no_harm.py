"""What would do harm, and must not happen again: each test is a thing that once went wrong in a trial."""

from __future__ import annotations

from datetime import timedelta

import pytest
from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    CARYS,
    DILYS,
    GWEN,
    NESTA,
    MakeTown,
    ada_is_matched,
    open_referrals,
    reasons,
    referral,
)

from mailbot.casework.referral import Stage
from mailbot.clock import london
from mailbot.records import lookups, promise_rows
from mailbot.tryout.town import Town

BARE = f"From: Ada Bright <{ADA.address}>\r\nSubject: x\r\nMessage-ID: <x@example.com>\r\n\r\n{ADAS_LETTER}"
DANGER = "I am going to kill myself tonight, I have the tablets in my hand."


def matched(make_town: MakeTown, *names: str) -> Town:
    """Ben has Ada's number."""
    town = make_town(volunteers=names or ("ben",))
    ada_is_matched(town)
    return town


def open_promises(town: Town) -> list[str]:
    with town.flow.store.read() as tx:
        return [one.kind.value for _, one in promise_rows.with_references(tx) if one.settled_at is None]


@pytest.mark.parametrize("header", [{"Auto-Submitted": "auto-generated"}, {"Precedence": "list", "List-Id": "<a.b>"}])
def test_danger_in_a_letter_marked_as_a_machines_reaches_a_person(make_town: MakeTown, header: dict[str, str]) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, DANGER, headers=header)
    town.settle()
    assert len(town.got(DILYS, "concern_alert")) == 1


def test_a_request_from_a_web_form_marked_as_automatic_is_not_answered_and_not_lost(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER, headers={"Auto-Submitted": "auto-generated"})
    town.settle()
    assert town.got(ADA) == []
    assert "unclear_letter" in reasons(town)
    town.answers(DILYS, town.last(DILYS, "staff_task"), "new")
    town.settle()
    assert referral(town).phones == ("+447700900118",)


def test_resolving_one_worry_leaves_the_next_open(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, f"Please could somebody ring me each week? 07700 900118. {DANGER}\n\nAda Bright")
    town.settle()
    first = town.last(DILYS, "concern_alert")
    town.answers(DILYS, first, "seen")
    town.settle()
    town.wind(minutes=10)
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I have taken all the tablets. I am going to die.")
    town.settle()
    assert len(town.got(DILYS, "concern_alert")) == 2
    town.answers(DILYS, first, "resolved: rang her this morning, she was safe")
    town.settle()
    assert referral(town).frozen
    before = len([one for one in town.arrived if one.kind == "concern_alert"])
    town.wind(minutes=16)
    assert len([one for one in town.arrived if one.kind == "concern_alert"]) == before + 1


def test_seen_under_another_email_stops_no_alert(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(GWEN, "Is your office open at Easter?\n\nGwen Parry")
    town.writes(ADA, f"Please could somebody ring me each week? 07700 900118. {DANGER}\n\nAda Bright")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "staff_task"), "seen")
    town.settle()
    before = len([one for one in town.arrived if one.kind == "concern_alert"])
    town.wind(minutes=16)
    assert len([one for one in town.arrived if one.kind == "concern_alert"]) == before + 1


def test_a_number_that_is_forbidden_after_the_briefing_is_taken_back(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.answers(ADA, town.last(ADA, "introduction"), "Please do not ring 07700 900118 any more, it is not safe.")
    town.settle()
    assert referral(town).phones == ()
    assert len(town.got(BEN, "call_paused")) == 1
    town.answers(ADA, town.got(ADA)[-1], "You can use 07700 900222 instead.\n\nAda")
    town.settle()
    assert "07700 900222" in town.last(BEN, "briefing").text


def test_no_messages_please_reaches_the_volunteer(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER + "\nYou can leave a voicemail, that is fine.\n")
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes, happy to.")
    town.settle()
    assert referral(town).voicemail_ok
    town.answers(ADA, town.last(ADA, "introduction"), "Please don't leave any voicemail after all.")
    town.settle()
    assert not referral(town).voicemail_ok
    assert len(town.got(BEN, "briefing")) == 2


def test_a_stop_while_a_worry_is_open_still_reaches_the_volunteer(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.answers(ADA, town.last(ADA, "introduction"), DANGER)
    town.settle()
    assert referral(town).frozen
    town.answers(ADA, town.last(ADA, "introduction"), "Please stop. I do not want any more emails or calls.")
    town.settle()
    assert len(town.got(BEN, "match_ended")) == 1
    town.answers(DILYS, town.last(DILYS, "concern_alert"), "resolved: her sister is with her, she is safe")
    town.wind(days=3)
    assert town.got(BEN)[-1].kind == "match_ended"
    assert referral(town).withdrawn_at is not None


def test_a_no_from_another_address_stays_a_no_whatever_staff_vouch_for(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    offer = town.last(BEN, "offer_made")
    town.answers(BEN, offer, "No, sorry, I can't take anybody on.", from_address="ben@work.example.net")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "staff_task"), "yes")
    town.settle()
    assert town.got(ADA, "introduction") == []
    assert referral(town).stage is Stage.WAITING


def test_a_volunteer_who_backs_out_of_a_yes_is_read_by_a_person_at_once(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.answers(BEN, town.last(BEN, "offer_made"), "Sorry, I can't do this after all. No.")
    town.settle()
    assert "volunteer_letter" in reasons(town)


def test_a_volunteers_worry_without_our_token_freezes_whom_they_support(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.writes(BEN, "I am worried about Ada: she says she wants to kill herself tonight.\n\nBen")
    town.settle()
    assert referral(town).frozen
    assert "R-1001" in town.last(DILYS, "concern_alert").subject


def test_the_same_message_id_hides_no_danger(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    same = {"X-Note": "a"}
    town.writes(ADA, ADAS_LETTER, headers=same)
    town.settle()
    raw = town.mail.messages("befriending@example.org", "Processed")[0].raw
    town.deliver(raw.replace(b"My number is 07700 900118.", DANGER.encode()), ADA.address)
    town.settle()
    assert len(town.got(DILYS, "concern_alert")) == 1


def test_a_stop_at_a_shared_address_stops_everybody_there_until_staff_have_asked(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben", "carys"))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(NESTA, "Could somebody ring me every week please? Mornings, 07700 900222.\n\nNesta Bright")
    town.settle()
    town.match()
    town.writes(ADA, "Stop. No more emails please.")
    town.settle()
    assert all(one.withdrawn_at for one in open_referrals(town))
    before = len(town.got(ADA))
    town.wind(days=2)
    assert len(town.got(ADA)) == before
    task = next(one for one in town.got(DILYS, "staff_task") if "R-1002" in one.text + one.subject)
    town.answers(DILYS, task, "reopen R-1002")
    town.settle()
    assert referral(town, 1002).withdrawn_at is None
    assert referral(town, 1001).withdrawn_at is not None


def test_new_opens_a_referral_whatever_the_letter_said(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(GWEN, "I saw your poster. It is all too much since he went away. Gwen Parry, 07700 900444")
    town.settle()
    if not open_referrals(town):
        town.answers(DILYS, town.last(DILYS, "staff_task"), "new")
        town.settle()
    assert [one.phones for one in open_referrals(town)] == [("+447700900444",)]


def test_whoever_said_stop_and_asks_again_is_not_refused(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "Please stop emailing me.")
    town.settle()
    town.wind(days=1)
    town.writes(ADA, "I have changed my mind, please could I have the calls after all?\n\nAda Bright")
    town.settle()
    asked = town.got(DILYS, "staff_task")
    assert len(asked) >= 2
    town.answers(DILYS, asked[-1], "reopen R-1001")
    town.settle()
    assert referral(town).withdrawn_at is None
    assert "first_contact" in open_promises(town)


def test_after_staffs_own_call_somebody_is_still_looked_for(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=6, hours=1)
    task = [one for one in town.got(DILYS, "staff_task") if "R-1001" in one.text + one.subject][-1]
    town.answers(DILYS, task, "called, 20 minutes")
    town.settle()
    assert referral(town).first_contact_at is not None
    assert "still_waiting" in open_promises(town)
    before = reasons(town).count("needs_assigning")
    town.wind(days=8)
    assert reasons(town).count("needs_assigning") == before + 1


def test_done_alone_does_not_end_a_broken_promise(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=7, hours=2)
    broken = [one for one in town.arrived if one.kind == "staff_task" and "R-1001" in one.text + one.subject][-1]
    who = DILYS if broken.to == DILYS.address else None
    with town.flow.store.read() as tx:
        before = [one for one in lookups.tasks(tx) if one.settled_at is None]
    if who:
        town.answers(who, broken, "done")
        town.settle()
    with town.flow.store.read() as tx:
        assert [one for one in lookups.tasks(tx) if one.settled_at is None] == before


def test_an_ill_volunteer_is_replaced_by_assigning_another(make_town: MakeTown) -> None:
    town = matched(make_town, "ben", "carys") if False else matched(make_town, "ben")
    with town.flow.store.write() as tx:
        from neighbours import VOLUNTEERS

        from mailbot.records import volunteer_rows

        volunteer_rows.add(tx, VOLUNTEERS["carys"], town.clock.now())
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "assign R-1001 to Carys")
    town.settle()
    assert len(town.got(BEN, "match_ended")) == 1
    assert len(town.got(CARYS, "offer_made")) == 1
    assert referral(town).stage is Stage.OFFERED


def test_a_volunteer_who_said_stop_is_asked_no_more_and_blocks_nobody(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Please stop emailing me, I no longer volunteer.")
    town.settle()
    assert referral(town).stage is Stage.WAITING
    town.match()
    assert referral(town).stage is Stage.WAITING
    assert len(town.got(BEN, "offer_made")) == 1


def test_one_person_who_wrote_twice_is_asked_about_once(make_town: MakeTown) -> None:
    town = make_town(volunteers=("carys",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(GWEN, ADAS_LETTER.replace("Ada Bright", "A. Bright"))
    town.settle()
    assert len(open_referrals(town)) == 2
    town.match()
    assert len(town.got(CARYS, "offer_made")) == 1
    task = [one for one in town.got(DILYS, "staff_task") if "R-1002" in one.text + one.subject][-1]
    town.answers(DILYS, task, "for R-1001")
    town.settle()
    assert [one.id for one in open_referrals(town)] == [1001]


def test_a_letter_of_staffs_own_is_never_swallowed(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(DILYS, "Mrs Gwen Parry rang the office and would like the calls, 07700 900333.")
    town.settle()
    assert len(town.got(DILYS)) == 1


def test_a_server_whose_clock_is_ahead_puts_no_promise_off(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.deliver(
        BARE.encode(),
        ADA.address,
        arrived_at=town.clock.now() + timedelta(days=400),
    )
    town.settle()
    assert referral(town).due_at == town.clock.now() + timedelta(days=7)


def test_nobody_is_told_of_a_day_that_has_passed(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.deliver(
        BARE.encode(),
        ADA.address,
        arrived_at=town.clock.now() - timedelta(days=6, hours=23),
    )
    town.settle()
    yesterday = london(town.clock.now() - timedelta(days=1))
    assert len(town.got(ADA)) <= 1
    assert not any(f"{yesterday:%A}" in one.text for one in town.got(ADA))


def test_a_flood_of_one_sender_does_not_drown_the_staff(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    for number in range(30):
        town.writes(GWEN, f"Question {number}: when is the office open on day {number}?", subject=f"Question {number}")
    town.settle()
    assert len(town.got(DILYS, "staff_task")) <= 10
    assert len(reasons(town)) >= 30
    for _ in range(12):
        town.writes(DILYS, "close R-1001, moved away", authentication=None)
    town.settle()
    assert len(town.got(DILYS, "command_confirm")) <= 3


def test_five_days_without_a_mail_server_end_in_one_alert_and_not_five_hundred(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.mail.before_the_dot = lambda envelope: "451 4.3.0 try again later"
    town.writes(ADA, f"Please could somebody ring me each week? 07700 900118. {DANGER}\n\nAda Bright")
    town.settle()
    for _ in range(30):
        town.clock.wind(timedelta(minutes=16))
        town.flow.keep_promises()
    town.mail.before_the_dot = None
    town.wind(hours=3)
    late = [one for one in town.arrived if one.kind == "concern_alert"]
    assert 1 <= len(late) <= 14  # one every fifteen minutes from now on, none of the thirty that could not go
