"""Who seems to write: by what is answered and by the words; the samples, and letters of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mailbot.reading.letter import Kind, Letter
from mailbot.reading.parse import read_letter
from mailbot.reading.who_writes import Seems, who_writes
from tests.reading.reading_cases import READER, ROOT, letter_of

FAMILIES = [
    ("calls please", "Could someone ring me once a week? My husband is on remand in Leeds."),
    ("", "me ma got sent down n i cant talk to no one about it"),
    ("group", "Can I come to the Zoom group on Tuesdays?"),
    ("", "Hoffwn i gael rhywun i siarad efo fi, mae'r gŵr yng ngharchar y Berwyn."),
    ("", "The lady who rings me is lovely but please tell her I am out on Friday."),
    ("Referral", "I would like to refer Mrs Jolly to your telephone befriending. I am her GP."),
    ("Helping", "I should like to become a volunteer and give something back."),
    ("", "My new number is 07700 900118, please don't use the old one."),
    ("", "No call on Sunday please, we have the christening."),
]
VOLUNTEERS = [
    ("", "Rang her yesterday at 4 and we were on for 40 mins. Same time next week."),
    ("", "No answer Wednesday, no answer today. I'll try her again on Saturday."),
    ("Holiday", "I'm away from the 4th to the 11th, she knows."),
    ("", "I'd like a new befriendee now that Trevor and I have finished."),
    ("", "The lady I call says her nephew has her bank card. Is that something I'm meant to report?"),
    ("", "After much thought I am standing down. Please take my name off the list."),
    ("", "Triais i ddwywaith ddydd Llun a dim ateb."),
    ("My times from May", "I could do mornings from May, so please change your list."),
    ("", "Spoke to Mr Pemberton, half an hour, all well."),
]
STAFF = [
    ("", "approve R-1042\nassign R-1043 to Colin Jarrow"),
    ("", "Please hold 1071 till Monday."),
    ("", "Who else is free on Tuesday evenings?"),
    ("Figures", "Trustees meet on Wednesday, could I have the figures for April?"),
    ("", "R-1050: close, she has gone elsewhere"),
]


LETTERS = [
    (who, number, *told)
    for who, letters in ((Seems.FAMILY, FAMILIES), (Seems.VOLUNTEER, VOLUNTEERS), (Seems.STAFF, STAFF))
    for number, told in enumerate(letters, start=1)
]


@pytest.mark.parametrize(
    ("who", "subject", "text"),
    [pytest.param(who, subject, text, id=f"{who} {number}") for who, number, subject, text in LETTERS],
)
def test_a_first_letter_is_told_by_its_words(who: Seems, subject: str, text: str) -> None:
    told = who_writes(letter_of(text, subject=subject), replying_to="unsolicited")
    assert told.seems is told.person is who
    assert told.evidence


@pytest.mark.parametrize(
    ("answered", "who"),
    [
        ("offer", Seems.VOLUNTEER),
        ("call_checkin", Seems.VOLUNTEER),
        ("introduction", Seems.FAMILY),
        ("digest", Seems.STAFF),
    ],
)
def test_what_is_answered_tells_where_the_words_do_not(answered: str, who: Seems) -> None:
    assert who_writes(letter_of("Yes, thank you.", subject="Re: hello"), replying_to=answered).seems is who


@pytest.mark.parametrize(
    ("subject", "quoted", "who"),
    [
        ("Re: Could you take this on? R-1042", "", Seems.VOLUNTEER),
        ("Re: hello", "Did you speak to Ada?\nNo answer - add how many times you tried.", Seems.VOLUNTEER),
        ("RE: Friday 6 March: the day ahead", "", Seems.STAFF),
        ("Re: A person is needed: R-1042", "", Seems.STAFF),
        ("Re: Your message to us", "A volunteer will phone you by Friday.", Seems.FAMILY),
        ("ATB: Un cwestiwn i chi", "", Seems.FAMILY),
    ],
)
def test_our_own_email_that_is_answered_tells_by_its_subject_or_its_quoted_words(
    subject: str, quoted: str, who: Seems
) -> None:
    assert who_writes(letter_of("Yes.", subject=subject, quoted=quoted), replying_to="unsolicited").seems is who


def test_a_bare_answer_to_nobody_knows_what_is_unsure() -> None:
    assert who_writes(letter_of("Yes.", subject="Re: hello"), replying_to="unsolicited").seems is Seems.UNSURE


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PERSON])
def test_a_machines_letter_seems_a_machines_and_still_tells_whose_it_is(kind: Kind) -> None:
    told = who_writes(replace(letter_of("I am away."), kind=kind), replying_to="offer")
    assert (told.seems, told.person) == (Seems.MACHINE, Seems.VOLUNTEER)
    assert told.evidence[0].words == kind.value.replace("_", " ")


def test_of_the_samples_at_least_95_in_100_are_told_by_their_words_alone() -> None:
    wrong = [name for name, letter, who in _samples() if who_writes(letter, replying_to="unsolicited").seems is not who]
    assert len(wrong) <= 0.05 * 145, wrong


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece", ["my son ", "'", "0 7 ", "waiting ", "i "], ids=["kin", "apostrophes", "figures", "waiting", "pronouns"]
)
def test_no_text_makes_it_slow(piece: str) -> None:
    text = piece * 50_000
    assert who_writes(letter_of(text, quoted=text, subject=text), replying_to="unsolicited")


def _samples() -> Iterator[tuple[str, Letter, Seems]]:
    for folder, who in (("families", Seems.FAMILY), ("volunteers", Seems.VOLUNTEER), ("staff", Seems.STAFF)):
        samples = ROOT / "tests" / "samples" / folder
        for line in (samples / "labels.jsonl").read_text("utf-8").splitlines():
            label = json.loads(line)
            is_machine = label.get("intent") in ("auto_reply", "bounce")
            letter = read_letter((samples / label["file"]).read_bytes(), READER)
            yield f"{folder}/{label['file']}", letter, Seems.MACHINE if is_machine else who
