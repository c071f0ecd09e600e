"""Who writes, how far it has come, who is in prison and what is wished, in many people's words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mailbot.reading.family.loved_one import loved_one_told
from mailbot.reading.family.referrer import referrer_told
from mailbot.reading.family.wishes import wishes_told
from mailbot.reading.words.spelling import spelt_out
from tests.reading.family.test_family import letter, read

HERE = Path(__file__).parent
SET_ASIDE = 75  # percent: of sentences that no pattern was written from


def read_as(kind: str, words: str) -> str:
    if kind == "referrer":
        return referrer_told(letter(words), spelt_out(words))[0].value
    if kind == "preference":
        return ",".join(each.value for each in wishes_told(spelt_out(words)).preferences) or "none"
    told = loved_one_told(spelt_out(words), on_behalf=False)
    return (told.stage if kind == "stage" else told.relationship) or "null"


def mistakes(name: str) -> tuple[list[tuple[str, str, str]], int]:
    table = tomllib.loads((HERE / name).read_text("utf-8"))
    rows = [
        (kind, label, words)
        for kind, by_label in table.items()
        if kind != "about"
        for label, all_words in by_label.items()
        for words in all_words
    ]
    return [(label, found, words) for kind, label, words in rows if (found := read_as(kind, words)) != label], len(rows)


def test_particulars_are_heard_in_many_words() -> None:
    assert mistakes("particulars_told.toml")[0] == []


def test_particulars_that_no_pattern_was_written_from_are_mostly_heard() -> None:
    wrong, of = mistakes("particulars_told_set_aside.toml")
    assert 100 * len(wrong) <= (100 - SET_ASIDE) * of, wrong


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Mój mąż jest w więzieniu w Leeds. Proszę o telefon.", "husband"),
        ("Mi hijo está en la cárcel y quisiera una llamada.", "son"),
        ("Mon frère est en prison depuis mars et je suis seule.", "brother"),
        ("Мой сын в тюрьме. Позвоните мне, пожалуйста.", "son"),
        ("زوجي في السجن وأنا وحيدة وأريد مكالمة كل أسبوع.", "husband"),
    ],
)
def test_who_is_in_prison_is_known_in_other_languages(words: str, relation: str) -> None:
    assert read(words + " 07700 900123").relationship == relation
