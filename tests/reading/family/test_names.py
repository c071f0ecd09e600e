"""Names: the writer's, and the person's to be supported."""

from __future__ import annotations

import pytest

from mailbot.reading.family.names import fullest, name_in_header, name_signed, supported_name
from tests.reading.family.names_told import IN_HEADERS, JOINED, SIGNED, SUPPORTED


@pytest.mark.parametrize(
    ("display", "name"),
    [
        ("Ada Lane", "Ada Lane"),
        ("Lane, Ada", "Ada Lane"),
        ("ada lane", "Ada Lane"),
        ("ADA LANE", "Ada Lane"),
        ("Dr Ada Lane", "Ada Lane"),
        ("Revd Ada Lane", "Ada Lane"),
        ("Ada Lane (Family Engagement)", "Ada Lane"),
        ("Ada Lane - Social Prescribing", "Ada Lane"),
        ("Ada x", "Ada"),
        ("Ada's iPad", None),
        ("Larkfield Surgery", None),
        ("ada@example.org", None),
        ("Befriending Team", None),
        ("", None),
        ("🙂", None),
        ("ada lane 🙂", "Ada Lane"),
    ],
)
def test_the_header_names_a_person_or_nobody(display: str, name: str | None) -> None:
    assert name_in_header(display) == name


@pytest.mark.parametrize(
    ("text", "header", "name"),
    [
        ("Raj", "R. Sandhu", "Raj Sandhu"),
        ("Ada", "Ada Lane-Clark", "Ada Lane-Clark"),
        ("Arthur J. Lane", "A. J. Lane", "Arthur J. Lane"),
        ("M. Lane", "Maurice Lane", "Maurice Lane"),
        ("Daz Lane", "Darren Lane", "Darren Lane"),
        ("Abigail Lane", "Abi Lane", "Abigail Lane"),
        ("Ada Lane", None, "Ada Lane"),
        (None, "Ada Lane", "Ada Lane"),
        ("Ada W", "A", "Ada W"),
        (None, None, None),
    ],
)
def test_text_and_header_give_the_fullest_name_together(text: str | None, header: str | None, name: str | None) -> None:
    assert fullest(text, header) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Please ring.\n\nThanks\nAda Lane", "Ada Lane"),
        ("My name is ada lane and my son is in Hull", "Ada Lane"),
        ("MY NAME IS MRS ADA LANE AND MY GRANDSON IS AWAY", "Ada Lane"),
        ("Fy enw i ydy Nerys Lane a dw i'n byw yma", "Nerys Lane"),
        ("Please ring, evenings.\n\nRegards\nAda Lane (Mrs)", "Ada Lane"),
        ("Could a volunteer ring me? 07700 900223, Mondays", None),
        ("Mornings.\n\nThanks", None),
        ("Not giving my name till I know, sorry.", None),
        ("", None),
    ],
)
def test_the_name_the_writer_gives(text: str, name: str | None) -> None:
    assert name_signed(text, None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name: Ada Lane (Mrs)\nTel: 07700 900118", "Ada Lane"),
        ("Patient:   Ada Lane, 58", "Ada Lane"),
        ("I write on behalf of my next door neighbour Mrs Ada Lane who has no computer", "Ada Lane"),
        ("Please consider Ada Lane-Brooks (07700 900118) for your groups", "Ada Lane-Brooks"),
        ("She is Ada Lane. Ring her on 01632 960672", "Ada Lane"),
        ("I'd like to put my uncle forward. Ron Lane, 79, lives alone", "Ron Lane"),
        ("I'm emailing for my nan, Doreen Lane.", "Doreen Lane"),
        ("I'm asking for my mum.", None),
    ],
)
def test_the_person_to_be_supported_in_a_referrers_words(text: str, name: str | None) -> None:
    assert supported_name(text, writer="Eve Hill") == name


def test_who_wrote_the_forwarded_mail_is_the_person_to_be_supported() -> None:
    assert supported_name("Please see below.", writer="Eve Hill", authors=["Ada Lane"]) == "Ada Lane"
    assert supported_name("Please see below.", writer="Eve Hill", authors=["Hill, Eve"]) is None


@pytest.mark.parametrize(("display", "name"), IN_HEADERS)
def test_a_header_gives_the_name_with_its_capitals_put_right(display: str, name: str | None) -> None:
    assert name_in_header(display) == name


@pytest.mark.parametrize(("text", "header", "name"), SIGNED)
def test_a_letter_gives_its_writers_name(text: str, header: str | None, name: str | None) -> None:
    assert name_signed(text, header) == name


@pytest.mark.parametrize(("text", "header", "name"), JOINED)
def test_short_and_full_forms_are_one_name(text: str, header: str, name: str) -> None:
    assert fullest(text, header) == name


@pytest.mark.parametrize(("text", "name"), SUPPORTED)
def test_a_referral_names_the_person_to_be_supported(text: str, name: str | None) -> None:
    assert supported_name(text, writer="Eve Hill") == name
