"""Who is woken, week by week; and who never gets to read what a family wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, DILYS, GWEN, OFFICER, OWEN, STAFF, MakeTown

from mailbot.casework.people import Absence, Roster, StaffMember
from mailbot.casework.rota import Rota
from mailbot.tryout.town import Neighbour, Town

SUNDAY = datetime(2026, 3, 15, 12, 0, tzinfo=UTC)
WORRYING = "I cannot go on. I want to end my life tonight."
NIA = Neighbour("Nia Wyn", "nia@example.org")
NIA_MAY_NOT_READ = StaffMember(id="nia", name=NIA.name, address=NIA.address, may_read_concerns=False)
WEEKS = Rota(date(2026, 3, 9), (("owen", "dilys"), ("dilys", "owen")))  # Owen's week ends on Monday the 16th at nine


def staffed(town: Town, members: Sequence[StaffMember], rota: Rota | None = None) -> Town:
    town.flow.office = replace(town.flow.office, roster=Roster(tuple(members), rota))
    return town


def paged(town: Town) -> list[str]:
    """The telephones that the paging command was called for, in order."""
    phones = {one.address: one.phone for one in town.flow.office.roster.members}
    return [phones[one.to] for one in town.arrived if one.kind == "concern_alert"]


@pytest.mark.parametrize(
    ("owen_away", "rung"),
    [
        (None, ["+447700900902", "+447700900901"]),  # it is still Owen's week
        (Absence(date(2026, 3, 16), date(2026, 3, 20)), ["+447700900901", "+447700900901"]),  # from midnight on
    ],
)
def test_at_two_on_monday_morning_the_week_that_ends_is_rung(
    make_town: MakeTown, owen_away: Absence | None, rung: list[str]
) -> None:
    dilys, owen = STAFF
    away = (owen_away,) if owen_away else ()
    town = staffed(make_town(start=SUNDAY, volunteers=()), (dilys, replace(owen, away=away)), WEEKS)
    town.wind_to(datetime(2026, 3, 16, 2, 0, tzinfo=UTC))
    town.writes(ADA, WORRYING)
    town.settle()
    town.wind(minutes=15)
    assert paged(town) == rung
    assert len(town.pages()) == 2


def test_at_nine_the_new_week_is_rung_first(make_town: MakeTown) -> None:
    town = staffed(make_town(start=SUNDAY, volunteers=()), STAFF, WEEKS)
    town.wind_to(datetime(2026, 3, 16, 9, 0, tzinfo=UTC))
    town.writes(ADA, WORRYING)
    town.settle()
    assert paged(town) == ["+447700900901"]


def test_the_digest_tells_of_a_gap_while_it_can_be_closed(make_town: MakeTown) -> None:
    away = (Absence(date(2026, 3, 24), date(2026, 3, 25)),)
    members = tuple(replace(one, away=away) for one in STAFF)
    town = staffed(make_town(start=SUNDAY, volunteers=()), members, WEEKS)
    town.wind_to(datetime(2026, 3, 16, 9, 0, tzinfo=UTC))
    text = " ".join(town.last(DILYS, "digest").text.split())
    assert "From Tuesday 24 March to Wednesday 25 March everybody on the safeguarding rota is away" in text


# What the public writes in a month: each word in capitals stands nowhere but in a letter.
GWENS = """Could somebody ring me once a week? My brother MARMADUKE was sentenced on Monday. Evenings after 6 suit me.
My number is 07700 900119.
Gwen Parry"""
UNCLEAR = "Good morning, about the matter of the HARPSICHORD we discussed: what happens on the ninth?"
THIRD = (
    "I supervise a young woman, FELICIA, whose partner is on remand. Please could somebody call her on 07700 900120?"
)
CONCERN = "I cannot go on without my PERIWINKLE. I want to end my life tonight."
CONDITION = "I could, but only if the TROMBONE lessons end before. Could I ring on Sundays instead?"
FORWARDED = "I have found this in my own inbox:"
PASSED_ON = "My son would like the calls to begin soon. QUIXOTIC times."


@pytest.mark.processes  # through a whole month
def test_in_a_whole_month_no_word_of_a_letter_reaches_a_coordinator_who_may_not_read(make_town: MakeTown) -> None:
    town = staffed(make_town(), (NIA_MAY_NOT_READ, *STAFF))
    town.writes(ADA, ADAS_LETTER.replace("My son", "My son BARTHOLOMEW"))
    town.writes(GWEN, GWENS)
    town.writes(OFFICER, THIRD)
    town.writes(Neighbour("Una Voss", "una@example.net"), UNCLEAR)
    town.wind(hours=1)
    for volunteer in (BEN, CARYS):
        if asked := town.got(volunteer, "offer_made"):
            town.answers(volunteer, asked[-1], CONDITION)
    town.writes(DILYS, FORWARDED, headers={"X-Test": "passed on"})
    town.deliver(passed_on(town), DILYS.address)
    town.wind(days=1)
    for reference in ("R-1001", "R-1002"):  # nobody is looked for from now on, which would only take time
        town.answers(DILYS, town.last(DILYS, "digest"), f"hold {reference} until 30 April")
    town.wind(days=2)
    town.writes(GWEN, CONCERN)
    town.wind(minutes=20)
    for who in (DILYS, OWEN):
        for alert in town.got(who, "concern_alert"):
            town.answers(who, alert, "seen")
    town.wind(hours=2)
    town.writes(Neighbour("Una Voss", "una@example.net"), "The HARPSICHORD again: any news?", authentication="fail")
    town.wind(days=5)
    town.writes(ADA, "It is BARTHOLOMEW's mother. Please stop the calls, ZEBEDEE said so.")
    town.wind(days=19)
    words = set(re.findall(r"\b[A-Z]{7,}\b", " ".join((GWENS, UNCLEAR, THIRD, CONCERN, CONDITION, PASSED_ON))))
    words |= {"BARTHOLOMEW", "ZEBEDEE"}
    assert len(words) == 8
    theirs = "\n".join(everything_sent_to(town, NIA))
    for word in words:
        assert word.casefold() not in theirs.casefold(), word
    assert len(town.got(NIA, "digest")) >= 18
    assert town.got(NIA, "staff_task")
    others = "\n".join(text for who in (DILYS, OWEN) for text in everything_sent_to(town, who))
    assert {word for word in words if word not in others} == {
        "MARMADUKE"
    }  # that letter was answered; no person read it


def everything_sent_to(town: Town, who: Neighbour) -> list[str]:
    """Subjects and both bodies, whole, and the bytes as they went."""
    return [f"{one.subject}\n{one.text}\n{one.html}\n{one.raw!r}" for one in town.got(who)]


def passed_on(town: Town) -> bytes:
    message = EmailMessage()
    message["From"] = f"{DILYS.name} <{DILYS.address}>"
    message["To"] = town.address
    message["Subject"] = "Fwd: calls"
    message["Date"] = town.clock.now()
    message["Message-ID"] = "<passed-on@example.org>"
    message.set_content(
        f"{FORWARDED}\n\n---------- Forwarded message ---------\nFrom: Rhys Moon <rhys@example.net>\n"
        f"Date: Tue, 10 Mar 2026 at 09:00\nSubject: calls\nTo: <{DILYS.address}>\n\n{PASSED_ON}\n"
    )
    return message.as_bytes()
