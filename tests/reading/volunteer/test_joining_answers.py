"""Somebody who would like to volunteer answers our questions in ordinary words."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joining_told import CASES, Case

from mailbot.reading.letter import Evidence, Risk, RiskReading
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.volunteer.joining import read_joining, worry_in
from mailbot.reading.volunteer.joining_facts import CREDENTIALS, QUESTIONS, JoiningFacts
from tests.reading.reading_cases import letter_of, wording

SENT = date(2026, 11, 26)


def read(text: str, asked: tuple[str, ...] = QUESTIONS, kinds: tuple[str, ...] = CREDENTIALS) -> JoiningFacts:
    raw = f"From: Sam <sam@example.org>\r\nSubject: Re: Hello\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}"
    letter = read_letter(raw.replace("\r\n", "\n").replace("\n", "\r\n").encode(), Reader())
    return read_joining(letter, sent_on=SENT, asked=asked, asked_credentials=kinds)


def told(facts: JoiningFacts) -> dict[str, object]:
    return {
        "hours": facts.hours.to_json() if facts.hours else None,
        "languages": facts.languages,
        "capacity": facts.capacity,
        "prisons": facts.prisons,
        "credentials": dict(facts.credentials),
        "not_yet": facts.not_yet,
        "wishes": facts.wishes,
        "gender": facts.gender,
        "lived_experience": facts.lived_experience,
        "unclear": tuple(sorted(facts.unclear)) if facts.unclear and facts.unclear[0] in CREDENTIALS else facts.unclear,
        "declines": facts.declines,
        "asks": facts.asks,
        "tells": facts.tells_something,
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{number}: {one.text[:40]!r}" for number, one in enumerate(CASES)])
def test_what_is_told_is_read_and_the_rest_is_not(case: Case) -> None:
    found = told(read(case.text, case.asked, case.kinds))
    assert {key: found[key] for key in case.told} == case.told


def test_answers_between_our_lines_belong_to_the_line_above() -> None:
    facts = read(
        "On Thu, 26 Nov 2026 at 10:00, Calls wrote:\n"
        "> 1. When can you make calls? For example: Monday evenings.\n\nTuesdays 6 to 8\n\n"
        "> 2. Which languages do you speak well?\n\nEnglish and Welsh\n\n"
        "> 3. How many people could you ring at the same time?\n\none\n"
    )
    assert facts.hours is not None
    assert facts.hours.to_json() == [{"days": ["tue"], "from": "18:00", "to": "20:00"}]
    assert (facts.languages, facts.capacity) == (("en", "cy"), 1)


def test_our_own_quoted_words_are_no_answer() -> None:
    facts = read("Thanks, I will answer soon.\n\n> 3. One person is a good start.\n> 5. DBS until 4 May 2028\n")
    assert not facts.tells_something


@given(st.text(max_size=300), st.sampled_from([QUESTIONS, ("credentials",), ("hours", "prisons"), ("wishes",)]))
def test_whatever_is_written_never_raises_and_no_day_is_out_of_reach(text: str, asked: tuple[str, ...]) -> None:
    facts = read(text, asked)
    assert all(day >= SENT and day.year <= SENT.year + 10 for _, day in facts.credentials)
    assert not {kind for kind, _ in facts.credentials} & set(facts.unclear)


@pytest.mark.parametrize(
    "text",
    [
        "1. It varies\n2. English\n3. two\n4. No\n5. DBS until 4 May 2028. The rest I must look up.",
        "1. Mondays 6-9pm\n2. Polish, English\n3. 1\n4. HMP Berwyn\n5. DBS 4/5/2028, safeguarding 15/1/2028\n6. no",
        "English, Welsh",
    ],
)
def test_a_list_of_days_and_languages_is_no_letter_in_an_unknown_tongue(text: str) -> None:
    letter = letter_of(text)
    doubt = RiskReading(Risk.CONCERN, uncertain_language=True)
    assert worry_in(letter, doubt, wording()).risk is Risk.NONE


def test_another_language_and_every_sign_of_danger_stay_a_worry() -> None:
    foreign = letter_of("Nie mogę teraz pomóc, mój mąż jest bardzo chory i leży w szpitalu od wczoraj.")
    doubt = RiskReading(Risk.CONCERN, uncertain_language=True)
    assert worry_in(foreign, doubt, wording()).risk is Risk.CONCERN
    sign = RiskReading(Risk.URGENT, ("suicide",), evidence=(Evidence("risk", "words"),))
    assert worry_in(letter_of("English"), sign, wording()) is sign


@pytest.mark.parametrize("word", ["a", "Mc-", "1. ", "no thanks ", "my ", "4/", "english ", "dbs until 4 may 2028 "])
def test_an_endless_answer_is_read_in_its_beginning_and_end_and_by_a_person(word: str) -> None:
    letter = letter_of(word * (60_000 // len(word)))
    began = process_time()
    assert read_joining(letter, sent_on=SENT).asks
    assert process_time() - began < 2
