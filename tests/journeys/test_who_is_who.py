"""An address is never an identity: second letters join, other people do not melt together."""

from __future__ import annotations

from neighbours import ADA, ADAS_LETTER, BEN, DILYS, GWEN, NESTA, OFFICER, MakeTown, open_referrals, reasons, referral

from mailbot.casework.referral import Stage


def test_a_second_letter_adds_the_number_to_the_right_referral(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    town.writes(ADA, "Please could I have the weekly phone calls? Weekday evenings are good.\n\nAda Bright")
    town.settle()
    assert referral(town).phones == ()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "Sorry, I forgot: it's 07700 900118.\n\nAda")
    town.settle()
    assert referral(town).phones == ("+447700900118",)
    assert len(open_referrals(town)) == 1
    assert len(town.got(ADA, "update_noted")) == 1
    town.wind(days=3)
    assert town.got(ADA, "essentials_reminder") == []
    assert len(town.got(BEN, "offer_made")) == 1


def test_a_second_letter_without_our_token_joins_when_nothing_disagrees(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, "Please could I have the weekly phone calls? Weekday evenings are good.\n\nAda Bright")
    town.settle()
    town.writes(ADA, "I wrote this morning. My number is 07700 900118.\n\nAda Bright", subject="my number")
    town.settle()
    assert [one.phones for one in open_referrals(town)] == [("+447700900118",)]


def test_a_new_number_from_the_address_alone_is_staffs_to_check(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(ADA, "Please use my new number, 07700 900777.\n\nAda Bright", subject="new number")
    town.settle()
    assert referral(town).phones == ("+447700900118",)
    assert reasons(town) != []


def test_mother_and_daughter_at_one_address_are_two_people(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(
        NESTA, "Hello, could somebody ring me every week as well please? Mornings, 07700 900222.\n\nNesta Bright"
    )
    town.settle()
    people = {one.name: one for one in open_referrals(town)}
    assert set(people) == {"Ada Bright", "Nesta Bright"}
    assert people["Ada Bright"].phones == ("+447700900118",)
    assert people["Nesta Bright"].phones == ("+447700900222",)
    assert people["Ada Bright"].person_id != people["Nesta Bright"].person_id


def test_what_could_be_either_of_two_is_for_staff_to_say(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.writes(NESTA, "Could somebody ring me every week please? Mornings, 07700 900222.\n\nNesta Bright")
    town.settle()
    before = {one.id: one.version for one in open_referrals(town)}
    town.writes(ADA, "Afternoons would be better after all.", subject="times")
    town.settle()
    assert "which_referral" in reasons(town)
    assert {one.id: one.version for one in open_referrals(town)} == before
    town.answers(DILYS, town.last(DILYS, "staff_task"), "for R-1001")
    town.settle()
    assert {one.id for one in open_referrals(town) if one.version > before[one.id]} == {1001}


def test_one_referrer_with_two_people_opens_two_referrals_and_hears_once_for_each(make_town: MakeTown) -> None:
    town = make_town(volunteers=("ben",))
    for name, number in (("Jean Holt", "07700 900236"), ("Amy Cole", "07700 900237")):
        town.writes(
            OFFICER,
            f"Dear team,\n\nI work at HMP Leeds as a family liaison officer and would like to refer {name} for "
            f"telephone befriending. She would like the calls. Her number is {number}, weekday evenings.\n\n"
            "Kind regards,\nColin Marsh\nFamily Liaison Officer",
            subject="Referral",
        )
        town.settle()
    found = open_referrals(town)
    assert {one.name for one in found} == {"Jean Holt", "Amy Cole"}
    assert {one.stage for one in found} == {Stage.CONFIRMING}
    assert [one.kind for one in town.got(OFFICER)] == ["referrer_acknowledgement"] * 2
    assert all("Jean" not in one.text and "Amy" not in one.text for one in town.got(OFFICER))
    town.match()
    assert town.got(BEN) == []  # nobody is asked before staff know that the person wants it
    jean = next(one for one in found if one.name == "Jean Holt")
    task = next(one for one in town.got(DILYS, "staff_task") if jean.reference in one.text + one.subject)
    town.answers(DILYS, task, "Yes")
    town.settle()
    assert referral(town, jean.id).stage is Stage.WAITING


def test_a_friend_who_answers_adas_letter_is_somebody_else(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(
        GWEN,
        town.last(ADA, "acknowledgement"),
        "Ada passed this on to me. Could somebody ring me as well please? 07700 900444, mornings.\n\nGwen Parry",
    )
    town.settle()
    assert {one.name for one in open_referrals(town)} == {"Ada Bright", "Gwen Parry"}
    assert referral(town).phones == ("+447700900118",)
