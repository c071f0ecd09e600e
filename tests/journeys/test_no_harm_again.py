"""More of what would do harm: found by a second hard look, and must not happen again."""

from __future__ import annotations

import pytest
from neighbours import (
    ADA,
    ADAS_LETTER,
    BEN,
    CARYS,
    DILYS,
    EVE,
    GWEN,
    IN_DATE,
    OFFICER,
    MakeTown,
    ada_is_matched,
    open_referrals,
    reasons,
    referral,
    settle_in,
)

from mailbot.casework.referral import Stage
from mailbot.records import promise_rows, snapshots, volunteer_rows
from mailbot.records.volunteer_csv import NewVolunteer
from mailbot.tryout.town import Town
from mailbot.weekly_hours import EVERY_DAY

DANGER = "I can't go on, I am going to end my life tonight."


def matched(make_town: MakeTown) -> Town:
    town = make_town(volunteers=("ben",))
    ada_is_matched(town)
    return town


def all_is_well(town: Town) -> None:
    """Nothing was set aside, no ladder is stuck, and every open referral has a next step."""
    with town.flow.store.read() as tx:
        report = snapshots.desk_report(tx, town.clock.now())
        waits = {reference for reference, one in promise_rows.with_references(tx) if one.settled_at is None}
    assert report.set_aside == 0
    assert report.waiting_to_be_opened == 0
    assert "ladder_stuck" not in reasons(town)
    assert {one.reference for one in open_referrals(town)} <= waits


def refer(town: Town, name: str, number: str) -> None:
    town.writes(
        OFFICER,
        f"I work at HMP Leeds as a family liaison officer and would like to refer {name} for telephone befriending. "
        f"She would like the calls. Her number is {number}, weekday evenings.\n\nColin Marsh\nFamily Liaison Officer",
    )
    town.settle()


def test_for_another_reference_closes_nobody_who_merely_could_have_been_meant(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    refer(town, "Jean Holt", "07700 900236")
    refer(town, "Mary Cole", "07700 900237")
    town.answers(OFFICER, town.got(OFFICER)[0], "Mary would rather be rung in the mornings.")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "staff_task"), "for R-1002")
    town.settle()
    assert {one.id for one in open_referrals(town)} == {1001, 1002}
    all_is_well(town)


@pytest.mark.parametrize("answer", ["new", "for R-1001"])
def test_a_worry_goes_with_its_letter_wherever_staff_put_it(make_town: MakeTown, answer: str) -> None:
    town = make_town(volunteers=("carys",))
    if answer != "new":
        town.writes(ADA, ADAS_LETTER)
        town.settle()
    town.writes(GWEN, f"{DANGER}\n\nG.")
    town.settle()
    asked = town.got(DILYS, "staff_task")
    if not asked:
        return
    town.answers(DILYS, asked[-1], answer)
    town.settle()
    for one in open_referrals(town):
        if answer == "new" or one.id == 1001:
            assert one.frozen or answer != "new"
    if answer == "new":
        town.match()
        assert town.got(CARYS) == []
    all_is_well(town)


def test_seen_under_another_email_of_the_same_referral_stops_no_alert(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.answers(ADA, town.last(ADA, "introduction"), DANGER)
    town.settle()
    town.answers(BEN, town.last(BEN, "briefing"), "How old is she, roughly? And may I ring on Sundays?")
    town.settle()
    task = town.last(DILYS, "staff_task")
    town.answers(DILYS, task, "seen, thanks")
    town.settle()
    before = len([one for one in town.arrived if one.kind == "concern_alert"])
    town.wind(minutes=16)
    assert len([one for one in town.arrived if one.kind == "concern_alert"]) == before + 1


def test_nobody_is_asked_about_calls_to_a_number_that_was_taken_back(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.answers(ADA, town.last(ADA, "introduction"), "Please do not ring 07700 900118 any more, it is not safe.")
    town.settle()
    town.wind(days=3)
    assert town.got(BEN)[-1].kind == "call_paused"
    assert "essentials_missing" in reasons(town)
    all_is_well(town)


def test_no_and_stop_in_one_letter_do_both(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "No, sorry, not this time. Please stop emailing me.")
    town.settle()
    assert referral(town).stage is Stage.WAITING
    all_is_well(town)


def test_whoever_said_stop_and_writes_with_a_new_number_is_heard_by_a_person(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "Please stop emailing me.")
    town.settle()
    before = len(town.got(DILYS, "staff_task"))
    town.writes(ADA, "I have changed my mind, could I have the calls? My new number is 07700 900777.\n\nAda Bright")
    town.settle()
    assert len(town.got(DILYS, "staff_task")) == before + 1


def test_reopening_somebody_who_was_referred_asks_them_first(make_town: MakeTown) -> None:
    town = make_town(volunteers=("carys",))
    refer(town, "Jean Holt", "07700 900236")
    town.answers(DILYS, town.last(DILYS, "staff_task"), "no (they do not)")
    town.settle()
    assert open_referrals(town) == ()
    town.wind(hours=23)
    town.answers(DILYS, town.last(DILYS, "digest"), "reopen R-1001")
    town.settle()
    assert referral(town).stage is Stage.CONFIRMING
    town.match()
    assert town.got(CARYS) == []
    all_is_well(town)


def test_new_under_a_bounce_answers_no_machine(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.bounces(town.last(ADA, "acknowledgement"))
    town.settle()
    town.answers(DILYS, town.last(DILYS, "staff_task"), "new")
    town.settle()
    assert not any("daemon" in one.to for one in town.arrived)
    assert len(open_referrals(town)) == 1


def test_one_person_twice_is_not_opened_a_third_time_by_new(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(GWEN, ADAS_LETTER.replace("Ada Bright", "Gwen Parry"))
    town.settle()
    task = [one for one in town.got(DILYS, "staff_task") if "R-1002" in one.text + one.subject][-1]
    town.answers(DILYS, task, "new (they are two people)")
    town.settle()
    assert {one.id for one in open_referrals(town)} == {1001, 1002}
    assert referral(town, 1002).hold_until is None


def test_a_busy_referrer_is_asked_about_by_email_for_every_person(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    for number in range(12):
        refer(town, f"Jean Holt{chr(97 + number)}", f"07700 9002{number:02d}")
    assert reasons(town).count("confirm_person") == 12
    assert len([one for one in town.got(DILYS, "staff_task") if "R-10" in one.subject]) >= 12
    all_is_well(town)


def test_seen_with_our_token_is_asked_back_however_many_forged_letters_came(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    for _ in range(6):
        town.writes(DILYS, "close R-1001, moved away", authentication=None)
    town.writes(ADA, f"Please could somebody ring me each week? 07700 900118. {DANGER}\n\nAda Bright")
    town.settle()
    before = len(town.got(DILYS, "command_confirm"))
    town.answers(DILYS, town.last(DILYS, "concern_alert"), "seen", authentication=None)
    town.settle()
    assert len(town.got(DILYS, "command_confirm")) == before + 1


def test_after_a_reassignment_that_fails_somebody_is_still_looked_for(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.wind(hours=25)
    town.answers(BEN, town.last(BEN, "call_report_asked"), "Spoke for 40 minutes.")
    town.settle()
    assert referral(town).stage is Stage.ACTIVE
    settle_in(town, ("carys",))
    town.wind(hours=22)
    town.answers(DILYS, town.last(DILYS, "digest"), "assign R-1001 to Carys")
    town.settle()
    town.answers(CARYS, town.last(CARYS, "offer_made"), "No, sorry, not this time.")
    town.settle()
    all_is_well(town)


def test_two_orders_for_one_volunteer_with_room_for_one_are_not_both_done(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.writes(GWEN, ADAS_LETTER.replace("Ada Bright", "Gwen Parry").replace("900118", "900444"))
    town.settle()
    settle_in(town, ("ben",))
    town.wind_to(town.today(20))
    digest = town.last(DILYS, "digest")
    with town.flow.store.write() as tx:
        known = volunteer_rows.list_volunteers(tx)
    assert len(known) == 1
    town.answers(DILYS, digest, "assign R-1001 to Ben\nassign R-1002 to Ben")
    town.settle()
    all_is_well(town)
    assert len(town.got(BEN, "offer_made")) <= 2


def test_stop_marked_as_automatic_is_read_by_a_person(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(
        ADA, town.last(ADA, "acknowledgement"), "Please stop emailing me.", headers={"Auto-Submitted": "auto-generated"}
    )
    town.settle()
    assert "unclear_letter" in reasons(town)


def test_what_looks_like_a_conflict_is_shown_to_staff(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    with town.flow.store.write() as tx:
        kin = NewVolunteer(
            name="Ben Bright", address=BEN.address, credentials=IN_DATE, hours=EVERY_DAY, prisons=("HMP Leeds",)
        )
        volunteer_rows.add(tx, kin, town.clock.now())
    town.writes(ADA, ADAS_LETTER.replace("into custody last week", "to HMP Leeds last week"))
    town.settle()
    town.match()
    assert "possible_conflict" in reasons(town)


COMPLAINT = """From: <feedback@mx.example.net>\r
To: befriending@example.org\r
Subject: FW: complaint\r
Message-ID: <complaint@mx.example.net>\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=feedback-report; boundary="b"\r
\r
--b\r
Content-Type: text/plain\r
\r
This is an email abuse report.\r
--b\r
Content-Type: message/feedback-report\r
\r
Feedback-Type: abuse\r
User-Agent: Example/1.0\r
Version: 1\r
\r
--b\r
Content-Type: message/rfc822\r
\r
{returned}\r
--b--\r
"""


def test_a_complaint_ends_our_mail_to_that_address_and_staff_know(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, "Please could I have the weekly calls? Evenings are good.\n\nAda Bright")
    town.settle()
    ours = town.last(ADA, "acknowledgement").raw.decode()
    town.deliver(COMPLAINT.format(returned=ours).encode(), authentication=None)
    town.settle()
    assert "complaint" in reasons(town)
    town.wind(days=5)
    assert len(town.got(ADA)) == 1


def test_a_read_receipt_is_neither_answered_nor_an_answer(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    offer = town.last(BEN, "offer_made")
    before = len(town.arrived)
    receipt = (
        f"From: Ben Hale <{BEN.address}>\r\nTo: {offer.message['Reply-To']}\r\nSubject: Read: {offer.subject}\r\n"
        f"In-Reply-To: {offer.message_id}\r\nMessage-ID: <read@example.org>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=disposition-notification; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nYes, your message was read.\r\n"
        "--b\r\nContent-Type: message/disposition-notification\r\n\r\n"
        "Final-Recipient: rfc822; ben@example.org\r\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\r\n\r\n--b--\r\n"
    )
    town.deliver(receipt.encode(), BEN.address)
    town.settle()
    assert len(town.arrived) == before
    assert referral(town).stage is Stage.OFFERED


def test_the_global_limit_holds_automatic_answers_back_and_a_person_sees_each(make_town: MakeTown) -> None:
    town = make_town(volunteers=(), variables={"MAILBOT_POLICY_AUTOMATIC_TO_PUBLIC_AN_HOUR": "3"})
    people = (ADA, GWEN, EVE, BEN, CARYS)
    for who in people:
        town.writes(who, ADAS_LETTER.replace("Ada Bright", who.name).replace("900118", f"9001{len(who.name):02d}"))
        town.settle()
    answered = [one for one in town.arrived if one.kind == "acknowledgement"]
    assert len(answered) == 3
    assert len(open_referrals(town)) == len(people)
    assert "too_much_mail" in reasons(town)


def test_an_introduction_that_bounces_tells_staff_that_the_family_does_not_know(make_town: MakeTown) -> None:
    town = matched(make_town)
    town.bounces(town.last(ADA, "introduction"))
    town.settle()
    assert "family_not_told" in reasons(town)
