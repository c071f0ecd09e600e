"""Risk in families' and volunteers' letters: stories of our own, then the samples."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.reading.letter import Kind, Risk, RiskReading
from mailbot.reading.risk import Writer, read_risk
from tests.reading.reading_cases import letter_of, sample_letters, wording, wording_and_opinion
from tests.reading.risk.risk_stories import UNREADABLE, told

FAMILY_RISK = told("family_risk")
VOLUNTEER_RISK = told("volunteer_risk")
FAMILY_HARMLESS = [text for text, _, _ in told("family_harmless")]
VOLUNTEER_HARMLESS = [text for text, _, _ in told("volunteer_harmless")]

AT_LEAST = {"concern": (Risk.CONCERN, Risk.URGENT), "urgent": (Risk.URGENT,)}


def read(text: str, by: Writer = "family", **parts: object) -> RiskReading:
    """By the signs alone."""
    return read_risk(letter_of(text, **parts), wording(), by=by, language="en", language_certain=True)  # type: ignore[arg-type]


def read_both(text: str, by: Writer = "family") -> RiskReading:
    """By the signs and the second opinion."""
    return read_risk(letter_of(text), wording_and_opinion(), by=by, language="en", language_certain=True)


@pytest.mark.parametrize(("story", "risk", "category"), FAMILY_RISK, ids=range(len(FAMILY_RISK)))
def test_a_familys_story_of_risk_is_found(story: str, risk: str, category: str) -> None:
    found = read_both(story)
    assert found.risk in AT_LEAST[risk]
    assert category in found.categories


@pytest.mark.parametrize("story", FAMILY_HARMLESS, ids=range(len(FAMILY_HARMLESS)))
def test_alarming_words_without_risk_raise_no_alarm(story: str) -> None:
    assert read(story).risk is Risk.NONE


@pytest.mark.parametrize(("story", "risk", "category"), VOLUNTEER_RISK, ids=range(len(VOLUNTEER_RISK)))
def test_a_volunteers_report_of_risk_is_found(story: str, risk: str, category: str) -> None:
    found = read_both(story, by="volunteer")
    assert found.risk in AT_LEAST[risk]
    assert category in found.categories


@pytest.mark.parametrize("story", VOLUNTEER_HARMLESS, ids=range(len(VOLUNTEER_HARMLESS)))
def test_an_ordinary_report_raises_no_alarm(story: str) -> None:
    assert read(story, by="volunteer").risk is Risk.NONE


def test_danger_told_without_its_keywords_is_found() -> None:
    """A floor of what is reached on stories that have been tuned on; on unseen ones far less is found."""
    stories: list[tuple[Writer, tuple[str, str, str]]] = [("family", story) for story in told("family_told")]
    stories += [("volunteer", story) for story in told("volunteer_told")]
    found = [(label, read_both(story, by=by).risk) for by, (story, label, _) in stories]
    assert sum(risk is not Risk.NONE for _, risk in found) >= 0.97 * len(found)
    urgent = [risk for label, risk in found if label == "urgent"]
    assert sum(risk is Risk.URGENT for risk in urgent) >= 0.85 * len(urgent)


def test_ordinary_letters_seldom_raise_an_alarm() -> None:
    family, volunteer = told("family_ordinary"), told("volunteer_ordinary")
    alarms = sum(read(letter).risk is not Risk.NONE for letter, _, _ in family)
    alarms += sum(read(letter, by="volunteer").risk is not Risk.NONE for letter, _, _ in volunteer)
    assert alarms <= 0.03 * (len(family) + len(volunteer))


@pytest.mark.parametrize(
    "words",
    [
        "My sister sometimes wishes she wasn't here.",
        "I am concerned for the children's safety.",
        "I have not eaten for days.",
        "I don't know how much longer I can do this.",
        "Sometimes I wish I wasn't here.",
        "Don't worry, I'm not going to do anything silly, but I do think about it.",
    ],
)
def test_an_understated_sentence_is_enough_for_a_person_to_look(words: str) -> None:
    assert read_both(words).risk is not Risk.NONE


def test_not_coping_with_a_booking_line_is_no_danger() -> None:
    assert read("I don't know how much longer I can cope with the visits booking line.").risk is Risk.NONE


@pytest.mark.parametrize(("language", "text"), UNREADABLE)
def test_a_language_that_nobody_here_reads_is_a_concern(language: str, text: str) -> None:
    for certain in (True, False):
        found = read_risk(letter_of(text), wording(), by="family", language=language, language_certain=certain)
        assert (found.risk, found.uncertain_language) == (Risk.CONCERN, True)


def test_text_speak_of_an_uncertain_language_is_read_all_the_same() -> None:
    text = "hiya hun cn sum1 ring me plz my bf is in forest bank and i just want sum1 to tlk to who has been thru it"
    found = read_risk(letter_of(text), wording(), by="family", language="en", language_certain=False)
    assert found == RiskReading()


def test_the_subject_and_what_was_passed_on_count_for_families() -> None:
    assert read("Please ring me.", subject="I want to die").risk is Risk.URGENT
    assert read("See below.", passed_on="He says he will kill himself tonight.").risk is Risk.URGENT


def test_what_was_merely_quoted_does_not_count() -> None:
    assert read("No, nothing like that.", quoted="Have you thought of suicide? Is anyone violent?").risk is Risk.NONE


def test_only_newly_written_words_count_for_volunteers() -> None:
    found = read("All well.", by="volunteer", subject="suicide", passed_on="I want to die", quoted="self-harm")
    assert found.risk is Risk.NONE


def test_categories_are_read_only_where_they_belong() -> None:
    assert read("I'm 15.", by="volunteer").risk is Risk.NONE
    assert read("I gave him my number.", by="family").risk is Risk.NONE


WORRY = "3. Did anything worry you (talk of suicide or self-harm, being hurt by someone, a child in danger)?"


@pytest.mark.parametrize("answer", ["Yes, rather.", "A bit, yes", "Sort of. Can we talk?", "Oes, braidd."])
def test_an_answer_to_our_question_about_worries_counts_unless_it_is_a_no(answer: str) -> None:
    assert read(answer, by="volunteer", answers=((WORRY, answer),)).risk is Risk.CONCERN
    numbered = f"1. Spoke\n2. Fine\n3. {answer}"
    assert read(numbered, by="volunteer", quoted=f"> {WORRY}").risk is Risk.CONCERN


@pytest.mark.parametrize("answer", ["No", "Nothing at all", "None.", "no, all fine", "Naddo", "Not really, no"])
def test_a_no_to_our_question_about_worries_is_no_risk(answer: str) -> None:
    assert read(answer, by="volunteer", answers=((WORRY, answer),)).risk is Risk.NONE


def test_a_machines_report_holds_no_risk() -> None:
    assert read("suicide", kind=Kind.BOUNCE).risk is Risk.NONE


def test_evidence_holds_the_words_that_decided() -> None:
    found = read("Hello. I want to die. Ring me.")
    assert [evidence.words for evidence in found.evidence] == ["I want to die."]


def test_an_old_story_counts_again_when_it_comes_back() -> None:
    assert read("I took an overdose twenty years ago. I'm well now.").risk is Risk.NONE
    assert (
        read("I took an overdose twenty years ago and lately it is all coming back. I'm well now.").risk
        is not Risk.NONE
    )


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    for by in ("family", "volunteer"):
        read_risk(letter_of(text, subject=text[:50]), wording(), by=by, language="xx", language_certain=False)


@pytest.mark.parametrize(
    "text",
    [
        "i " * 20_000,
        "kill " * 10_000,
        "if you are " * 8_000,
        "no no no. " * 5_000,
        "a" * 60_000,
        "\n" * 60_000,
        "'" * 60_000,
    ],
    ids=range(7),
)
def test_a_crafted_text_takes_no_more_time_than_its_length(text: str) -> None:
    before = time.perf_counter()
    read(text)
    assert time.perf_counter() - before < 3


def test_the_familys_samples_are_read_as_labelled() -> None:
    """Floors are what is reached: every mail exact, each in well under three milliseconds."""
    exact: Counter[str] = Counter()
    spent = 0.0
    total = 0
    for letter, label in [*sample_letters("families")] * 2:  # the first round compiles what the second one uses
        if total == 70:
            exact, spent, total = Counter(), 0.0, 0
        before = time.perf_counter()
        found = read_risk(letter, wording(), by="family", language=label["language"], language_certain=True)
        spent += time.perf_counter() - before
        total += 1
        unread_only = found.uncertain_language and not found.categories
        exact["risk"] += (Risk.NONE if unread_only else found.risk) == label["risk"]
        exact["risk_categories"] += list(found.categories) == label["risk_categories"]
        if label["risk"] == "urgent":
            assert found.risk is Risk.URGENT, label["file"]
        if label["risk"] == "concern":
            assert found.risk is not Risk.NONE, label["file"]
    print(f"families: {dict(exact)} of {total}, {1000 * spent / total:.2f} ms each")
    assert exact["risk"] >= 70
    assert exact["risk_categories"] >= 70
    assert spent / total < 0.02  # seconds; a busy machine is allowed for


def test_help_that_was_called_makes_an_alarm_urgent_and_is_none_alone() -> None:
    worry = "There are marks on the little lad's arms again."
    assert read(worry).risk is Risk.CONCERN
    assert read(f"{worry} I've rung the police.").risk is Risk.URGENT
    assert read("Somebody took the van. I've rung the police. Could you ring me on Monday?").risk is Risk.NONE
