"""The prison, the relationship and the stage that a letter tells, for conflict checks."""

from __future__ import annotations

import pytest

from mailbot.reading.family.loved_one import loved_one_told
from mailbot.reading.words.spelling import spelt_out

LETTERS = [
    ("My son is in HMP Wandsworth on remand.", ("son", "HMP Wandsworth", "remand")),
    ("Husband in Durham, been sentenced 14 months.", ("husband", "HMP Durham", "sentenced")),
    ("My grandson is in Feltham", ("grandchild", "HMYOI Feltham", None)),
    ("he's in Armley, my brother, he got recalled last week", ("brother", "HMP Leeds", "recall")),
    ("my lad got moved from Walton to Altcourse, he's in Altcourse now", ("son", "HMP Altcourse", None)),
    ("Mae fy mab yng ngharchar y Berwyn", ("son", "HMP Berwyn", None)),
    ("Mae'r gŵr yng ngharchar Abertawe, tair blynedd gafodd o", ("husband", "HMP Swansea", "sentenced")),
    ("I live in Leeds and my dad's at Leyhill", ("father", "HMP Leyhill", None)),
    ("My partner's trial starts on Monday at Leeds Crown Court", ("partner", None, "trial")),
    ("My fiancé was arrested on Friday and released on bail", ("partner", None, "arrest")),
    ("My partner comes home from Ford in three weeks", ("partner", "HMP Ford", "release")),
    ("My wife went to Styal in January, 20 months.", ("wife", "HMP Styal", "sentenced")),
    ("My nephew received eight years and is at Lincoln", ("other", "HMP Lincoln", "sentenced")),
    ("my best mate is in Risley", ("friend", "HMP Risley", None)),
    ("Please send me a leaflet. I walked a mile to post this in Hull.", (None, None, None)),
    ("My mum says pull yourself together but my son is in HMP Hull", ("son", "HMP Hull", None)),
    ("I've got our two kids while their dad is in Hewell doing 3 years", ("partner", "HMP Hewell", "sentenced")),
    ("my other half is on tag after 2 years in Kirkham", ("partner", "HMP Kirkham", "release")),
    ("he's in Wealstun now not Leeds", (None, "HMP Wealstun", None)),
    ("My boy is in Dartmouth sorry Dartmoor", ("son", "HMP Dartmoor", None)),
]


@pytest.mark.parametrize(("words", "told"), LETTERS)
def test_who_is_in_which_prison_and_how_far_it_has_come(
    words: str, told: tuple[str | None, str | None, str | None]
) -> None:
    read = loved_one_told(spelt_out(words), on_behalf=False)
    assert (read.relationship, read.prison, read.stage) == told


@pytest.mark.parametrize(
    ("words", "supported_is", "relationship"),
    [
        ("My brother is doing 6 years in Dovegate", "mother", "son"),
        ("My sister is in HMP Styal", "father", "daughter"),
        ("Dad is in HMP Usk. My dad got 3 years", "mother", "husband"),
        ("his son Peter is serving three years in Haverigg", "other", "son"),
        ("Her husband Len was sent down and is in Norwich prison", "friend", "husband"),
    ],
)
def test_the_relationship_is_seen_from_the_person_to_be_supported(
    words: str, supported_is: str, relationship: str
) -> None:
    assert loved_one_told(spelt_out(words), on_behalf=True, supported_is=supported_is).relationship == relationship


def test_a_wife_of_a_prisoner_has_a_husband_there() -> None:
    assert loved_one_told("wife of a resident here (hmp pentonville)", on_behalf=True).relationship == "husband"
    assert loved_one_told("i've a prisoner's wife, anna bright", on_behalf=True).relationship == "husband"


def test_without_guessing_only_a_relation_placed_in_prison_counts() -> None:
    assert loved_one_told("my husband came in to see", on_behalf=False, guess=False).relationship is None
