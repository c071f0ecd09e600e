"""Plain words, proved: how old one must be to read families' mail, how long it is, and that it asks one thing at most.

The measure is the Flesch-Kincaid grade by textstat; a British reading age is five more (grade 4: nine years). Names,
numbers and what stands under the sign-off are nobody's sentence and do not count.
"""

from __future__ import annotations

import re

import pytest
import textstat
from outbox_cast import SERVICE, make_composer

from mailbot.casework.people import Party
from mailbot.casework.touchpoints import TOUCHPOINTS
from mailbot.outbox.examples import DAY, EXAMPLES, LONG_NAME
from mailbot.reading.mail.quoting import MARKERS

READING_AGE = 9  # service.md, How we write to people
FIVE_YEARS = 5
MOST_WORDS = 150  # in each language
FAMILIES = [one.template() for one in TOUCHPOINTS if one.party in (Party.FAMILY, Party.REFERRER)]
COMPOSER = make_composer()
EVERY = [(name, number) for name in FAMILIES for number in range(len(EXAMPLES[name]))]


@pytest.mark.parametrize(("name", "number"), EVERY)
def test_a_child_of_nine_can_read_what_families_get(name: str, number: int) -> None:
    sentences = _sentences(_letter(name, number, "en"))
    assert textstat.flesch_kincaid_grade(sentences) + FIVE_YEARS <= READING_AGE


@pytest.mark.parametrize(("name", "number"), EVERY)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_families_get_is_short_and_asks_one_thing_at_most(name: str, number: int, language: str) -> None:
    letter = _letter(name, number, language)
    assert len(letter.split()) <= MOST_WORDS
    assert letter.count("?") <= 1


def test_hard_words_are_found_out() -> None:
    hard = "Subsequent communications regarding availability necessitate administrative acknowledgement procedures."
    assert textstat.flesch_kincaid_grade(hard) + FIVE_YEARS > READING_AGE


def _letter(name: str, number: int, language: str) -> str:
    """The letter's text in one language, without the line above which one answers."""
    text = COMPOSER.compose(EXAMPLES[name][number], language, DAY).text
    for marker in MARKERS.values():
        text = text.replace(marker, "")
    text = re.sub(LONG_NAME.replace(" ", r"\s+"), "Ada", text)
    english, _, welsh = text.partition("--------------------")  # a bilingual letter: English, then Welsh
    return welsh if language == "cy" and welsh else english


def _sentences(letter: str) -> str:
    letter = letter.partition(SERVICE.signed_by)[0]
    blocks = re.split(r"\n\s*\n|\n(?=- |\d+\. )", letter)
    told = (re.sub(r"\S*\d\S*", "", re.sub(r"^(?:- |\d+\. )", "", " ".join(block.split()))) for block in blocks)
    return " ".join(
        block.rstrip(" :,.") + ("" if block.endswith(("?", "!")) else ".") for block in told if block.strip()
    )
