"""Sam would like to volunteer: a few questions by email, dates that Dilys confirms, and nobody offered before that."""

from __future__ import annotations

from datetime import date

import pytest
from neighbours import ADA, ADAS_LETTER, DILYS, EVE, OWEN, MakeTown, referral
from neighbours import reasons as reasons_asked

from mailbot.casework.newcomers import Joining, JoiningState
from mailbot.casework.people import Credential, Volunteer
from mailbot.records import joining_rows, volunteer_rows
from mailbot.tryout.town import Arrived, Neighbour, Town

SAM = Neighbour("Sam Reed", "sam@example.org")
ADD = "add volunteer Sam Reed sam@example.org"
ALL_TOLD = """Hello,

1. Weekday evenings 6 to 9
2. English and Welsh
3. One to start with
4. I used to work at HMP Berwyn
5. DBS 4 May 2028, befriending 30 September 2027, safeguarding 15 January 2028, boundaries 1 December 2027
6. I'm a woman. No evenings on Fridays please.

Sam
"""


def digest_of(town: Town) -> Arrived:
    town.wind_to(town.today(10, 30))
    return town.last(DILYS, "digest")


def orders(town: Town, text: str, *, authentication: str | None = "pass") -> None:
    town.answers(DILYS, digest_of(town), text, authentication=authentication)  # type: ignore[arg-type]
    town.settle()


def told_to_staff(town: Town, kind: str = "staff_task") -> Arrived:
    return [one for one in town.arrived if one.kind == kind and "Sam Reed" in one.text][-1]


def staff_answer(town: Town, letter: Arrived, text: str) -> str:
    """Whoever was asked answers; the reply they get."""
    who = DILYS if letter.to == DILYS.address else OWEN
    town.answers(who, letter, text)
    town.settle()
    return town.last(who, "command_done").text


def joining(town: Town) -> Joining:
    with town.flow.store.read() as tx:
        found = joining_rows.joining(tx, 1)
    assert found is not None
    return found


def sams_row(town: Town) -> Volunteer | None:
    with town.flow.store.read() as tx:
        return next((one for one in volunteer_rows.list_volunteers(tx) if one.address == SAM.address), None)


def test_sam_joins_in_three_emails_and_is_offered_somebody_only_then(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    orders(town, ADD)
    assert "Sam Reed is asked a few questions" in town.last(DILYS, "command_done").text
    asked = town.last(SAM)
    assert asked.kind == "joining_asked"
    assert "Dilys asked us to write to you" in " ".join(asked.text.split())
    town.answers(SAM, asked, ALL_TOLD)
    town.settle()
    assert [one.kind for one in town.got(SAM)] == ["joining_asked", "volunteer_letter_received"]
    task = told_to_staff(town)
    for line in ("DBS until 4 May 2028", "boundaries until 1 December 2027", "HMP Berwyn", "a woman", "confirm all"):
        assert line in task.text
    town.match()
    assert (sams_row(town), town.got(SAM, "offer_made")) == (None, [])
    assert "is a volunteer now" in " ".join(staff_answer(town, task, "confirm all").split())
    assert town.last(SAM).kind == "joining_welcome"
    sam = sams_row(town)
    assert sam is not None
    assert dict(sam.credentials)[Credential.DBS] == date(2028, 5, 4)
    assert (sam.languages, sam.gender, sam.prisons, sam.capacity) == (("en", "cy"), "female", ("HMP Berwyn",), 1)
    assert joining(town).state is JoiningState.JOINED
    town.match()
    assert len(town.got(SAM, "offer_made")) == 1
    town.answers(SAM, town.last(SAM, "offer_made"), "Yes please")
    town.settle()
    assert referral(town).stage.value in ("introducing", "matched")


def test_silent_sam_is_nudged_once_and_staff_are_told_in_a_week(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    town.wind(days=2, hours=23)
    assert [one.kind for one in town.got(SAM)] == ["joining_asked"]
    town.wind(hours=3)
    assert [one.kind for one in town.got(SAM)] == ["joining_asked", "joining_asked_again"]
    assert "Could you answer these questions" in " ".join(town.last(SAM).text.split())
    town.wind(days=3)
    assert "joining_silent" not in reasons_asked(town)
    town.wind(days=1, hours=2)
    assert "joining_silent" in reasons_asked(town)
    town.wind(days=10)
    assert len(town.got(SAM)) == 2
    assert "asked once more" in " ".join(staff_answer(town, told_to_staff(town), "yes").split())
    town.wind(days=20)
    assert len(town.got(SAM)) == 3
    staff_answer(town, told_to_staff(town), "no")
    assert joining(town).state is JoiningState.ENDED


def test_what_sam_leaves_out_is_asked_once_more_and_only_that(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    town.answers(
        SAM,
        town.last(SAM),
        "1. It varies\n2. English\n3. two\n4. No\n5. DBS until 4 May 2028. The rest I must look up.",
    )
    town.settle()
    again = town.last(SAM)
    assert again.kind == "joining_asked_again"
    text = " ".join(again.text.split())
    assert "1. When can you make calls?" in text
    assert "befriending, safeguarding and boundaries" in text
    assert "Which languages" not in text
    assert "DBS" not in text.partition("On ")[0].replace("DBS check", "")
    assert "volunteer_joining" not in reasons_asked(town)
    town.answers(SAM, again, "1. Mondays 6 to 8\n2. All trainings until about summer 2027")
    town.settle()
    assert [one.kind for one in town.got(SAM)] == ["joining_asked", "joining_asked_again", "volunteer_letter_received"]
    task = told_to_staff(town)
    assert "hours: mon 18:00-20:00" in task.text
    assert "boundaries: not clear" in task.text
    assert "no date for befriending, safeguarding, boundaries" in " ".join(
        staff_answer(town, task, "confirm all").split()
    )
    assert sams_row(town) is None
    town.wind(days=14)
    assert len(town.got(SAM)) == 3


BETWEEN_THE_LINES = {
    "1. When": "Tuesdays 6 to 8",
    "2. Which": "English",
    "3. How": "Two.",
    "someone?": "no",
    "DBS check": "4 May 2028",
    "Befriending training": "30/9/2027",
    "Safeguarding training": "15/1/2028",
    "Boundaries training": "1/12/2027",
    "a woman or a man": "I'd like to ring men.",
}


def test_sam_may_answer_between_our_lines(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    asked = town.last(SAM)
    lines = ["On Tue, 10 Mar 2026 at 10:30, Befriending wrote:", ""]
    for line in asked.text.splitlines():
        answer = next((told for words, told in BETWEEN_THE_LINES.items() if words in line), "")
        lines += [f"> {line}", *(["", answer, ""] if answer else [])]
    town.answers(SAM, asked, "\n".join(lines), quoted=False)
    town.settle()
    told = joining(town)
    assert told.missing == ()
    assert [day for _, day in told.credentials] == [
        date(2028, 5, 4), date(2027, 9, 30), date(2028, 1, 15), date(2027, 12, 1),
    ]  # fmt: skip
    assert (told.capacity, told.prisons, told.wishes) == (2, (), "I'd like to ring men.")
    assert told.state is JoiningState.WITH_STAFF


def test_dilys_confirms_part_puts_a_date_right_and_the_rest_later(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    orders(town, ADD)
    town.answers(SAM, town.last(SAM), ALL_TOLD)
    town.settle()
    task = told_to_staff(town)
    assert "Still to be confirmed: befriending, boundaries." in staff_answer(town, task, "confirm dbs, safeguarding")
    assert "Which dates are right?" in staff_answer(town, task, "yes")
    town.match()
    assert town.got(SAM, "offer_made") == []
    assert "that day is past" in staff_answer(town, task, "boundaries 2024-12-01")
    assert "befriending until 31 October 2027" in staff_answer(town, task, "befriending 31/10/2027")
    assert sams_row(town) is None
    assert "is a volunteer now" in " ".join(staff_answer(town, task, "confirm boundaries").split())
    sam = sams_row(town)
    assert sam is not None
    assert dict(sam.credentials)[Credential.BEFRIENDING] == date(2027, 10, 31)
    town.match()
    assert len(town.got(SAM, "offer_made")) == 1


def test_another_date_from_sam_after_dilys_confirmed_is_confirmed_anew(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    asked = town.last(SAM)
    town.answers(SAM, asked, ALL_TOLD)
    town.settle()
    staff_answer(town, told_to_staff(town), "confirm dbs, safeguarding, befriending")
    town.answers(SAM, asked, "Sorry, my DBS runs until 4 May 2027, I misread it.")
    town.settle()
    assert set(joining(town).confirmed) == {Credential.BEFRIENDING, Credential.SAFEGUARDING}
    reply = staff_answer(town, told_to_staff(town), "confirm boundaries")
    assert "Still to be confirmed: DBS." in reply
    assert sams_row(town) is None


def test_the_address_of_somebody_we_support_is_asked_about_before_anything_is_sent(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    before = len(town.got(ADA))
    orders(town, f"add volunteer Sam Reed {ADA.address}")
    assert len(town.got(ADA)) == before
    task = told_to_staff(town)
    assert "somebody who asked for calls" in task.text
    assert "has not been written to" in staff_answer(town, task, "confirm all")
    staff_answer(town, task, "no")
    town.wind(hours=2)
    assert town.got(ADA, "joining_asked") == []
    assert joining(town).state is JoiningState.ENDED


def test_sam_who_asks_for_calls_meanwhile_is_not_made_a_volunteer_unseen(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    town.answers(SAM, town.last(SAM), ALL_TOLD)
    town.settle()
    town.writes(SAM, ADAS_LETTER.replace("Ada Bright", "Sam Reed"))
    town.settle()
    assert "joining_conflict" in reasons_asked(town)
    orders(town, "confirm all for Sam Reed")
    assert sams_row(town) is None


@pytest.mark.parametrize("text", ["No thanks, I've changed my mind.", "stop"])
def test_no_thanks_and_stop_end_it_at_once(make_town: MakeTown, text: str) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    town.answers(SAM, town.last(SAM), text)
    town.settle()
    assert joining(town).state is JoiningState.ENDED
    assert "would rather not volunteer" in " ".join(told_to_staff(town).text.split())
    town.wind(days=9)
    assert [one.kind for one in town.got(SAM)] == ["joining_asked"]


def test_a_worry_in_sams_answer_pages_the_rota_and_nothing_is_confirmed_over_it(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    town.answers(SAM, town.last(SAM), ALL_TOLD + "\nTo be honest I want to kill myself, I cannot go on.")
    town.settle()
    assert town.pages() != []
    assert town.got(SAM, "volunteer_letter_received") == []
    assert "open concern" in staff_answer(town, told_to_staff(town), "confirm all")
    assert sams_row(town) is None
    town.answers(DILYS, town.last(DILYS, "concern_alert"), "seen")
    town.wind(days=4)
    assert [one.kind for one in town.got(SAM)] == ["joining_asked"]


def test_only_sams_own_address_with_our_token_is_believed(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    asked = town.last(SAM)
    town.answers(EVE, asked, ALL_TOLD)
    town.answers(SAM, asked, ALL_TOLD, authentication="fail")
    town.writes(SAM, ALL_TOLD)
    town.settle()
    assert joining(town).credentials == ()
    assert "other_address" in reasons_asked(town)
    other = next(
        one for one in town.got(DILYS, "staff_task") + town.got(OWEN, "staff_task") if "did not write to" in one.text
    )
    staff_answer(town, other, "yes")
    assert dict(joining(town).credentials)[Credential.DBS] == date(2028, 5, 4)


def test_only_staff_who_prove_it_add_anybody(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD, authentication=None)
    town.writes(EVE, ADD)
    town.settle()
    assert town.got(SAM) == []
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes", authentication=None)
    town.settle()
    assert [one.kind for one in town.got(SAM)] == ["joining_asked"]


def test_the_same_person_twice_is_refused_with_the_nearest_thing(make_town: MakeTown) -> None:
    town = make_town()
    orders(town, ADD)
    for text, words in (
        (ADD, "was asked at this address already"),
        ("add volunteer Sam Reed samreed@example.net", "tell them apart"),
        ("add volunteer Benedict Hale ben@example.org", "Ben Hale is a volunteer with this address"),
        ("add volunteer Carys Rees carys.rees@example.net", "There is a Carys Rees already"),
        ("add volunteer Dilys Morgan dilys@example.org", "member of staff"),
        ("add volunteer Jo Small", "To which one address"),
    ):
        orders(town, text)
        assert words in " ".join(town.last(DILYS, "command_done").text.split()), text
    assert [one.kind for one in town.got(SAM)] == ["joining_asked"]


def test_an_address_that_takes_no_mail_ends_it_and_staff_are_told(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    orders(town, ADD)
    town.bounces(town.last(SAM))
    town.settle()
    assert joining(town).state is JoiningState.ENDED
    assert "mail_bounced" in reasons_asked(town)
    orders(town, "add volunteer Sam Reed sam.reed@example.net")
    assert [one.kind for one in town.arrived if one.to == "sam.reed@example.net"] == ["joining_asked"]


def test_a_date_is_renewed_by_a_reply(make_town: MakeTown) -> None:
    town = make_town()
    orders(town, "Ben's DBS runs until 4 May 2029\nsafeguarding Carys 2029-01-31, boundaries 2029-02-28")
    done = town.last(DILYS, "command_done").text
    assert "Ben Hale: DBS until 4 May 2029." in done
    with town.flow.store.read() as tx:
        ben, carys = volunteer_rows.list_volunteers(tx)
    assert dict(ben.credentials)[Credential.DBS] == date(2029, 5, 4)
    assert dict(ben.credentials)[Credential.SAFEGUARDING] == date(2028, 1, 1)
    assert dict(carys.credentials)[Credential.BOUNDARIES] == date(2029, 2, 28)
    orders(town, "dbs Nobody Known 2029-05-04")
    assert "no volunteer called Nobody Known" in " ".join(town.last(DILYS, "command_done").text.split())
    orders(town, "I think Ben's DBS runs until 4 May 2030")
    with town.flow.store.read() as tx:
        assert dict(volunteer_rows.list_volunteers(tx)[0].credentials)[Credential.DBS] == date(2029, 5, 4)
