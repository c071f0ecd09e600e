"""Where the parts of the staff's desk meet: what could harm a family, leak, or act on a guess."""

from __future__ import annotations

import email.policy
import email.utils
from dataclasses import replace
from email.message import EmailMessage
from typing import Literal

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, EVE, OWEN, MakeTown, open_referrals, reasons, referral
from sqlalchemy import select

from mailbot.casework.snapshot import TaskReason
from mailbot.records import lookups, tables, volunteer_rows
from mailbot.records.lookups import TASK
from mailbot.tryout.town import Arrived, Neighbour, Town

JANET = Neighbour("Janet Holt", "janet@example.net")
SAM = Neighbour("Sam Reed", "sam@example.org")
UNCLEAR = "Hello, is this the right place? I saw your leaflet at the library and kept it.\n\nJanet"
WORRYING = "I cannot go on any more. I want to end my life tonight."
WHAT_IT_IS = "befriending, Janet Holt, 07700 900123, weekday evenings"
STAFF_APPROVE = {"MAILBOT_POLICY_MATCHING_APPROVAL": "staff"}
SAMS_ANSWERS = """1. Weekday evenings 6 to 9
2. English
3. One to start with
4. None
5. DBS 4 May 2028, befriending 30 September 2027, safeguarding 15 January 2028, boundaries 1 December 2027
6. None
"""


def asked_about(town: Town, text: str = UNCLEAR) -> Arrived:
    """The email that asks Dilys what this letter of Janet's is."""
    town.writes(JANET, text)
    town.settle()
    return town.last(DILYS, "staff_task")


def ada_asks(town: Town, text: str = "I wanted to ask about the thing we spoke of.", **more: str) -> Arrived:
    """Ada, who has a reference, writes what nobody can read; the email that asks Dilys."""
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.answers(ADA, town.last(ADA, "acknowledgement"), text, **more)  # type: ignore[arg-type]
    town.settle()
    return (town.got(DILYS, "staff_task") or town.arrived)[-1]


def answer(town: Town, letter: Arrived, text: str, who: Neighbour = DILYS) -> str:
    """What they are told after their answer."""
    town.answers(who, letter, text)
    town.settle()
    return " ".join(town.last(who, "command_done").text.split())


def waiting(town: Town) -> list[TaskReason]:
    with town.flow.store.read() as tx:
        return [one.reason for one in lookups.tasks(tx, TASK.c.settled_at.is_(None))]


def offered(town: Town) -> list[str]:
    return [one.to for one in town.arrived if one.kind == "offer_made"]


def erase(town: Town, reference: str) -> None:
    town.wind(days=1)
    town.answers(DILYS, town.last(DILYS, "digest"), f"erase {reference}")
    town.settle()
    assert "is erased" in answer(town, town.last(DILYS, "command_confirm"), "yes")


def kept(town: Town, *words: str) -> list[str]:
    """The columns that still hold one of the words, decrypted."""
    with town.flow.store.read() as tx:
        return [
            f"{table.name}.{column}"
            for table in tables.Row.metadata.sorted_tables
            for row in tx.session.execute(select(table))
            for column, value in row._mapping.items()
            if any(word in repr(value) for word in words)
        ]


def by_link(town: Town, letter: Arrived, text: str, authentication: Literal["pass"] | None = "pass") -> None:
    """Dilys writes by the letter's own link: to its address, as a new email that is no reply to anything."""
    message, to = EmailMessage(), email.utils.parseaddr(str(letter.message["Reply-To"] or letter.message["From"]))[1]
    message["From"], message["To"], message["Subject"] = f"{DILYS.name} <{DILYS.address}>", to, "befriending"
    message["Message-ID"], message["Date"] = "<by-link-1@example.org>", town.clock.now()
    message.set_content(text)
    raw = message.as_bytes(policy=email.policy.SMTP)
    town.deliver(raw, DILYS.address, to=to, authentication=authentication)
    town.settle()


# ------------------------------------------------------------------------------------------------ staff's own words


@pytest.mark.parametrize(
    "below",
    [
        "note: her husband reads her email, he must not find out",
        "Internal: she sounds suicidal to me",
        "resolved: police called, the children are with their grandmother",
        "close, she is not telling the truth about him",
    ],
)
def test_what_stands_below_her_words_for_the_desk_never_goes_to_the_writer(make_town: MakeTown, below: str) -> None:
    town = make_town(volunteers=())
    done = answer(town, asked_about(town), f"reply:\n\nDear Janet,\n\nSomebody will ring you.\n\n{below}")
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    assert "not clear" in done
    assert waiting(town) == [TaskReason.UNCLEAR_LETTER]


def test_words_for_a_colleague_below_hers_never_go_to_the_writer(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    done = answer(town, asked_about(town), "reply: Somebody will ring you.\n\nPS Owen, I think she drinks")
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    assert "speak to Owen" in done


def test_our_email_that_a_program_quotes_without_any_mark_does_not_go_along(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = asked_about(
        town, f"{UNCLEAR}\nThe library on the square keeps the leaflets beside the big window downstairs."
    )
    below = "The letter:\n\nThe library on the square keeps the leaflets beside the big window downstairs."
    town.answers(DILYS, task, f"reply: Somebody will ring you.\n\n{below}", quoted=False)
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    assert "quoted below them without a mark" in " ".join(town.last(DILYS, "command_done").text.split())


def test_a_worry_in_another_letter_of_theirs_stops_words_that_are_held(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    answer(town, asked_about(town), "reply: Yes, you are right here. Would you like the calls?")
    town.writes(JANET, WORRYING, subject="please")
    town.wind(minutes=11)
    assert town.got(JANET, "staff_reply") == []
    assert TaskReason.REPLY_NOT_SENT in waiting(town)


def test_words_do_not_go_to_another_address_that_answered_mail_of_ours(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    task = ada_asks(town, "When will somebody ring? At which number?", from_address=EVE.address)
    assert reasons(town) == ["other_address"]
    done = answer(town, task, "reply: Dear Ada, Ben rings on Monday at 6.")
    town.wind(minutes=11)
    assert town.got(EVE, "staff_reply") == []
    assert "do not know for certain who wrote" in done


# ------------------------------------------------------------------------------------------------------- old emails


def test_an_old_morning_email_approves_no_newer_list(make_town: MakeTown) -> None:
    town = make_town(variables=STAFF_APPROVE)
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.wind(days=1)
    digest, proposal = town.last(DILYS, "digest"), town.last(DILYS, "match_proposed")
    first = BEN if proposal.text.index(BEN.name) < proposal.text.index(CARYS.name) else CARYS
    answer(town, proposal, f"pause {first.first_name} until 1 May")
    answer(town, proposal, "hold R-1001 until 12 March")
    town.wind(days=1, hours=4)
    assert len(town.got(DILYS, "match_proposed")) > 1
    assert "newer than the email that you answer" in answer(town, digest, "approve R-1001")
    assert offered(town) == []
    answer(town, town.last(DILYS, "match_proposed"), "ok")
    assert len(offered(town)) == 1


def test_a_done_under_an_old_email_is_not_about_what_was_asked_since(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=1)
    digest = town.last(DILYS, "digest")
    town.answers(ADA, town.last(ADA, "acknowledgement"), "I wanted to ask about the thing we spoke of.")
    town.settle()
    assert "Done with what?" in answer(town, digest, "done R-1001")
    assert waiting(town) == [TaskReason.UNCLEAR_LETTER]


# ------------------------------------------------------------------------------------------------ who seems to be staff


@pytest.mark.parametrize("text", ["Please ring her on 07700 900666 from now on.", "stop", "Please stop, close R-1001."])
def test_who_left_the_desk_changes_nothing_of_a_family(make_town: MakeTown, text: str) -> None:
    town = make_town(volunteers=())
    task = ada_asks(town)
    office = town.flow.office
    stays = tuple(one for one in office.roster.members if one.address != DILYS.address)
    town.flow.office = replace(office, roster=replace(office.roster, members=stays))
    town.answers(DILYS, task, text)
    town.settle()
    assert referral(town).phones == ("+447700900118",)
    assert referral(town).withdrawn_at is None
    assert town.got(DILYS, "update_noted") == []


def test_letters_in_her_name_are_not_answered_without_end(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    for number in range(40):
        town.writes(DILYS, f"I am somewhere else and read nothing. {number}", authentication=None)
    town.settle()
    assert len(town.got(DILYS)) == 30
    assert waiting(town) == [TaskReason.TOO_MUCH_MAIL]


@pytest.mark.parametrize(
    "text", [f"Got this on our page, what do we do?\n\n{WORRYING} Ada", f"Somebody left this by phone: {WORRYING}"]
)
def test_a_worry_that_staff_paste_into_an_email_pages_the_rota(make_town: MakeTown, text: str) -> None:
    town = make_town(volunteers=())
    town.writes(DILYS, text)
    town.settle()
    assert [one for one in town.arrived if one.kind == "concern_alert"]


def test_an_earlier_worry_of_somebody_who_is_joining_still_bars_them(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    answer(town, asked_about(town), "add volunteer Sam Reed sam@example.org")
    asked = town.last(SAM, "joining_asked")
    town.answers(SAM, asked, WORRYING)
    town.settle()
    town.answers(SAM, asked, SAMS_ANSWERS)
    town.settle()
    assert [one.kind for one in town.got(SAM)] == ["joining_asked"]
    told = [one for one in town.arrived if one.kind == "staff_task" and "confirm all" in one.text][-1]
    who = DILYS if told.to == DILYS.address else OWEN
    assert "open concern" in answer(town, told, "confirm all", who)
    with town.flow.store.read() as tx:
        assert volunteer_rows.list_volunteers(tx) == ()


# -------------------------------------------------------------------------------------- what stands below an answer


def quoting(text: str) -> str:
    lines = "\n".join(f"> {line}" for line in ADAS_LETTER.splitlines())
    return f"{text}\n\nOn Tue, 10 Mar 2026 at 10:00, Ada Bright <ada@example.com> wrote:\n\n{lines}"


def test_her_own_number_is_not_lost_because_her_first_letter_stands_below_her_answer(make_town: MakeTown) -> None:
    """As it does once staff have answered by hand, from the mailbox itself."""
    town = make_town(volunteers=())
    ada_asks(town, quoting("Thank you so much."))
    assert referral(town).phones == ("+447700900118",)
    assert referral(town).phones_forbidden == ()
    assert [one.kind for one in town.got(ADA)] == ["acknowledgement"]


def test_the_number_below_is_rung_no_more_when_she_says_so(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    ada_asks(town, quoting("Please do not ring that number any more."))
    assert referral(town).phones == ()


# --------------------------------------------------------------------------------------------------------- erasing


@pytest.mark.parametrize("proved", [True, False])
def test_what_staff_told_of_a_person_by_a_link_is_erased_with_them(make_town: MakeTown, proved: bool) -> None:
    town = make_town(volunteers=())
    task = asked_about(town)
    by_link(town, task, WHAT_IT_IS, "pass" if proved else None)
    if not proved:
        town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes", quoted=False)
        town.settle()
    [opened] = open_referrals(town)
    erase(town, opened.reference)
    assert kept(town, "900123", "Janet", "janet@", "leaflet") == []


def test_words_that_waited_for_a_yes_are_erased_with_their_person(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.answers(DILYS, ada_asks(town), "reply: Dear Ada, the tortoise is well.", authentication=None)
    town.settle()
    town.answers(DILYS, town.last(DILYS, "command_confirm"), "yes")
    erase(town, "R-1001")
    assert kept(town, "tortoise", "900118", "Ada", "ada@") == []
