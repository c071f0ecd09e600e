"""Staff say until when a check or training is in date, or who would like to volunteer; what is not certain is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mailbot.reading.letter import CredentialTold, StaffCommand, StaffFacts, Verb
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.staff import read_staff

NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
DAY, LATER = date(2028, 5, 4), date(2029, 1, 31)
KINDS = ("dbs", "befriending", "safeguarding", "boundaries")


def read(text: str, replying_to: str = "staff_task") -> StaffFacts:
    raw = f"From: Dilys <dilys@example.org>\r\nSubject: Re: A person is needed\r\n\r\n{text}\r\n".encode()
    return read_staff(
        read_letter(raw, Reader()), replying_to=replying_to, sent_at=NOON, context_reference=None,
        volunteer_names=("Ben Hale", "Carys Rees", "Sam Reed"),
    )  # fmt: skip


def credential(name: str | None, **told: date | None) -> StaffCommand:
    return StaffCommand(
        Verb.CREDENTIAL, volunteer=name, credentials=tuple(CredentialTold(kind, day) for kind, day in told.items())
    )


ORDERS = {
    "confirm all": credential(None, all=None),
    "Confirm all please": credential(None, all=None),
    "confirm all four": credential(None, all=None),
    "Confirmed, all dates": credential(None, all=None),
    "confirm dbs, safeguarding": credential(None, dbs=None, safeguarding=None),
    "confirm DBS and boundaries, thanks": credential(None, dbs=None, boundaries=None),
    "I confirm the befriending training": credential(None, befriending=None),
    "confirm dbs for Sam Reed": credential("Sam Reed", dbs=None),
    "confirm all for Sam": credential("Sam", all=None),
    "dbs 2028-05-04": credential(None, dbs=DAY),
    "DBS 4 May 2028, safeguarding 31/1/2029": credential(None, dbs=DAY, safeguarding=LATER),
    "confirm dbs, safeguarding 2028-05-04": credential(None, dbs=DAY, safeguarding=DAY),
    "dbs 2028-05-04, confirm boundaries": None,
    "dbs Sam 2028-05-04": credential("Sam", dbs=DAY),
    "dbs sam reed 2028-05-04": credential("sam reed", dbs=DAY),
    "Sam's DBS runs until 4 May 2028": credential("Sam", dbs=DAY),
    "Sam Reed's DBS is valid until 4 May 2028.": credential("Sam Reed", dbs=DAY),
    "Ben Hale: safeguarding renewed until 31 January 2029": credential("Ben Hale", safeguarding=LATER),
    "Please update Carys's boundaries training to 31.01.2029": credential("Carys", boundaries=LATER),
    "Carys Rees, all four until 4 May 2028": credential("Carys Rees", all=DAY),
    "Ben’s DBS and safeguarding are both in date until 4 May 2028": credential("Ben", dbs=DAY, safeguarding=DAY),
    "DBS for Owain Lloyd-Price: 4 May 2028": credential("Owain Lloyd-Price", dbs=DAY),
    # not certain, or not an order
    "I think Sam's DBS runs until 4 May 2028": None,
    "Sam's DBS runs until 4 May 2028?": None,
    "Has Sam's DBS been renewed until 4 May 2028": None,
    "Sam's DBS does not run until 4 May 2028": None,
    "If Sam's DBS runs until 4 May 2028 confirm it": None,
    "Sam's DBS runs until 4 May": None,
    "Sam's DBS runs until 31/02/2028": None,
    "Sam's DBS": None,
    "dbs 2028-05-04, dbs 2029-01-31": None,
    "confirm": None,
    "Sam says her DBS runs until 4 May 2028": None,
    "I will confirm dbs tomorrow": None,
    "don't confirm all": None,
    "please ask Sam about the DBS 2028-05-04": None,
    "confirm all but the DBS": None,
    "confirm all except safeguarding": None,
}


@pytest.mark.parametrize("text", ORDERS)
def test_what_is_plainly_said_of_a_credential_is_an_order_and_nothing_else_is(text: str) -> None:
    found = [one for one in read(text).commands if one.verb is Verb.CREDENTIAL]
    wanted = ORDERS[text]
    assert found == ([wanted] if wanted else [])
    if wanted:
        assert read(text).commands == (wanted,)
        assert read(text).unclear == ()


@pytest.mark.parametrize(
    "text",
    [
        "I think Sam's DBS runs until 4 May 2028", "Sam's DBS runs until 4 May 2028?",
        "please ask Sam about the DBS 2028-05-04",
    ],
)  # fmt: skip
def test_a_doubtful_day_is_asked_back(text: str) -> None:
    assert read(text).unclear != ()


def test_two_lines_about_one_volunteer_are_one_order() -> None:
    assert read("dbs 2028-05-04\nsafeguarding 2029-01-31").commands == (credential(None, dbs=DAY, safeguarding=LATER),)


def test_other_verbs_beside_it_are_read_as_before() -> None:
    verbs = [one.verb for one in read("confirm all\nnote R-1042: rang her").commands]
    assert verbs == [Verb.CREDENTIAL, Verb.NOTE]


NEW = {
    "add volunteer Sam Reed sam@example.org": ("Sam Reed", "sam@example.org"),
    "Please add volunteer Sam Reed, Sam@Example.org": ("Sam Reed", "sam@example.org"),
    "add volunteer sam reed sam@example.org": ("Sam Reed", "sam@example.org"),
    "New volunteer: Siân O'Neill <sian@example.org>": ("Siân O'Neill", "sian@example.org"),
    "add Sam Reed (sam@example.org) as a volunteer": ("Sam Reed", "sam@example.org"),
    "Can you add a new volunteer, Sam J Reed, sam@example.org please": ("Sam J Reed", "sam@example.org"),
    "add volunteer:\nSam Reed\nsam@example.org\n07700 900123": ("Sam Reed", "sam@example.org"),
    "add volunteer Sam Reed": ("Sam Reed", None),
    "add volunteer: Sam Reed, sam@example.org or reed@example.net": ("Sam Reed", None),
}


@pytest.mark.parametrize("text", NEW)
def test_somebody_new_is_read_with_the_one_address_told(text: str) -> None:
    (order,) = read(text).commands
    assert (order.verb, order.volunteer, order.address) == (Verb.ADD_VOLUNTEER, *NEW[text])


@pytest.mark.parametrize(
    "text",
    ["don't add volunteer Sam Reed sam@example.org", "add volunteer sam@example.org", "should we add a volunteer?"],
)
def test_nobody_is_added_on_a_guess(text: str) -> None:
    assert read(text).commands == ()
