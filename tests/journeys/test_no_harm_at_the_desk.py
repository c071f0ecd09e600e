"""Where the parts of the staff's desk meet: what could harm a family, leak, or act on a guess."""

from __future__ import annotations

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, EVE, OWEN, MakeTown, open_referrals

from mailbot.casework.snapshot import TaskReason
from mailbot.records import lookups, volunteer_rows
from mailbot.records.lookups import TASK
from mailbot.tryout.town import Arrived, Neighbour, Town

JANET = Neighbour("Janet Holt", "janet@example.net")
SAM = Neighbour("Sam Reed", "sam@example.org")
UNCLEAR = "Hello, is this the right place? I saw your leaflet at the library and kept it.\n\nJanet"
WORRYING = "I cannot go on any more. I want to end my life tonight."
STAFF_APPROVE = {"MAILBOT_POLICY_MATCHING_APPROVAL": "staff"}
SAMS_ANSWERS = """1. Weekday evenings 6 to 9
2. English
3. One to start with
4. None
5. DBS 4 May 2028, befriending 30 September 2027, safeguarding 15 January 2028, boundaries 1 December 2027
6. None
"""


def asked_about(town: Town, text: str = UNCLEAR, who: Neighbour = JANET, **more: str) -> Arrived:
    town.writes(who, text, **more)  # type: ignore[arg-type]
    town.settle()
    return town.last(DILYS, "staff_task")


def answer(town: Town, task: Arrived, text: str, **more: object) -> str:
    town.answers(DILYS, task, text, **more)  # type: ignore[arg-type]
    town.settle()
    return " ".join(town.last(DILYS, "command_done").text.split())


def tasks(town: Town) -> list[TaskReason]:
    with town.flow.store.read() as tx:
        return [one.reason for one in lookups.tasks(tx, TASK.c.settled_at.is_(None))]


@pytest.mark.parametrize(
    "below",
    [
        "note: her husband reads her email, he must not find out",
        "Note for us - her husband is violent",
        "Internal: she sounds suicidal to me",
        "resolved: police called, the children are with their grandmother",
        "hold until 7 April",
        "close, she is not telling the truth about him",
        "called, 20 minutes",
        "PS Owen, I think she drinks",
    ],
)
def test_what_stands_below_her_words_for_the_desk_never_goes_to_the_writer(make_town: MakeTown, below: str) -> None:
    town = make_town(volunteers=())
    done = answer(town, asked_about(town), f"reply:\n\nDear Janet,\n\nSomebody will ring you.\n\n{below}")
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    assert "not clear" in done
    assert tasks(town) == [TaskReason.UNCLEAR_LETTER]


def test_a_worry_in_another_letter_of_theirs_stops_words_that_are_held(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    answer(town, asked_about(town), "reply: Yes, you are right here. Would you like the calls?")
    town.writes(JANET, WORRYING, subject="please")
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    assert TaskReason.REPLY_NOT_SENT in tasks(town)


def test_words_do_not_go_to_another_address_that_answered_mail_of_ours(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(
        ADA, town.last(ADA, "acknowledgement"), "When will somebody ring? At which number?", from_address=EVE.address
    )
    town.settle()
    done = answer(town, town.last(DILYS, "staff_task"), "reply: Dear Ada, Ben rings on Monday at 6.")
    town.wind(minutes=11)
    assert town.got(EVE, "staff_reply") == []
    assert "do not know for certain who wrote" in done


def test_an_earlier_worry_of_somebody_who_is_joining_still_bars_them(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    answer(town, task, "add volunteer Sam Reed sam@example.org")
    town.settle()
    asked = town.last(SAM, "joining_asked")
    town.answers(SAM, asked, WORRYING)
    town.settle()
    town.answers(SAM, asked, SAMS_ANSWERS)
    town.settle()
    told = [one for one in town.arrived if one.kind == "staff_task" and "confirm all" in one.text][-1]
    who = DILYS if told.to == DILYS.address else OWEN
    town.answers(who, told, "confirm all")
    town.settle()
    with town.flow.store.read() as tx:
        assert volunteer_rows.list_volunteers(tx) == ()
        assert "open concern" in " ".join(town.last(who, "command_done").text.split())


def test_an_old_morning_email_approves_no_newer_list(make_town: MakeTown) -> None:
    town = make_town(variables=STAFF_APPROVE)
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.wind(days=1)
    digest = town.last(DILYS, "digest")
    assert "R-1001" in digest.text
    proposal = town.last(DILYS, "match_proposed")
    first = BEN if proposal.text.index(BEN.name) < proposal.text.index(CARYS.name) else CARYS
    town.answers(DILYS, proposal, f"pause {first.first_name} until 1 May")
    town.settle()
    print(town.last(DILYS, "command_done").text)
    answer(town, proposal, "hold R-1001 until 12 March")
    town.wind(days=1, hours=4)
    town.match()
    assert len(town.got(DILYS, "match_proposed")) > 1
    before = [one.to for one in town.arrived if one.kind == "offer_made"]
    done = answer(town, digest, "approve R-1001")
    assert [one.to for one in town.arrived if one.kind == "offer_made"] == before, done
    assert "newer" in done


def test_a_done_under_an_old_email_is_not_about_what_was_asked_since(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=1)
    digest = town.last(DILYS, "digest")
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I wanted to ask about the thing we spoke of.")
    town.settle()
    before = tasks(town)
    assert before == [TaskReason.UNCLEAR_LETTER]
    done = answer(town, digest, "done R-1001")
    assert tasks(town) == before, done


def test_who_left_the_desk_changes_nothing_of_a_family(make_town: MakeTown) -> None:
    """Owen's address answers an old email of ours after he has left: it is a stranger's then."""


def everything(town: Town) -> str:
    """All that is kept, decrypted."""
    from sqlalchemy import select

    from mailbot.records import tables

    told = []
    with town.flow.store.read() as tx:
        for name, one in (
            tables.Base.metadata.tables.items() if hasattr(tables, "Base") else tables.Row.metadata.tables.items()
        ):
            for row in tx.session.execute(select(one)):
                told += [f"{name}.{column}: {value!r}" for column, value in row._mapping.items()]
    return "\n".join(told)


@pytest.mark.parametrize("threaded", [True, False])
def test_what_staff_told_of_a_person_is_erased_with_them(make_town: MakeTown, threaded: bool) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    headers = {} if threaded else {"In-Reply-To": "", "References": ""}
    if threaded:
        town.answers(DILYS, task, "befriending, Janet Holt, 07700 900123, weekday evenings")
    else:
        import email.utils

        reply_to = str(task.message["Reply-To"] or task.message["From"])
        message = town._message(
            DILYS, reply_to, "befriending", "befriending, Janet Holt, 07700 900123, weekday evenings", {}
        )
        import email.policy

        town.deliver(message.as_bytes(policy=email.policy.SMTP), DILYS.address, to=email.utils.parseaddr(reply_to)[1])
    town.settle()
    [opened] = open_referrals(town)
    town.wind(days=1)
    digest = town.last(DILYS, "digest")
    town.answers(DILYS, digest, f"erase {opened.reference}")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes")
    town.settle()
    assert "is erased" in town.last(DILYS, "command_done").text
    left = [
        one[:300]
        for one in everything(town).splitlines()
        if any(word in one for word in ("900123", "Janet", "janet@", "leaflet"))
    ]
    assert left == []


def test_words_that_waited_for_a_yes_are_erased_with_their_person(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I wanted to ask about the thing we spoke of.")
    town.settle()
    task = town.last(DILYS, "staff_task")
    town.answers(DILYS, task, "reply: Dear Ada, the platypus is well.", authentication=None)
    town.settle()
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes")
    town.wind(days=1)
    digest = town.last(DILYS, "digest")
    town.answers(DILYS, digest, "erase R-1001")
    town.settle()
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes")
    town.settle()
    left = [
        one[:300]
        for one in everything(town).splitlines()
        if any(word in one for word in ("platypus", "900118", "Ada", "ada@"))
    ]
    assert left == []
