"""The wording files: what a phrase may say, and how a mistake in one is told."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.reading.words.plain import sentences
from mailbot.reading.words.wording import CATEGORIES, Wording
from tests.reading.reading_cases import wording, wording_tables

WHOLE = {"groups", "spelling"}


def short_tables() -> dict[str, Any]:
    """Every table and section, with one phrase a language: what must be there, and is quickly compiled."""
    return {
        stem: {name: _shortened(section) for name, section in table.items()} if stem not in WHOLE else table
        for stem, table in wording_tables().items()
    }


def _shortened(section: Any) -> Any:
    if not isinstance(section, dict):
        return section
    return {key: told[:1] if isinstance(told, list) else told for key, told in section.items()}


def with_phrase(phrase: str) -> Wording:
    tables = short_tables()
    tables["threat_to_others"] = {"concern": {"en": [phrase]}}
    return Wording.from_tables(tables)


def finds(phrase: str, sentence: str) -> bool:
    plain = sentences(sentence)[0].plain
    return any(hit.table == "threat_to_others" for hit in with_phrase(phrase).risk.find(plain))


@pytest.mark.parametrize(
    ("phrase", "sentence", "found"),
    [
        ("red lorry", "A red lorry", True),
        ("red lorry", "A red, lorry", True),
        ("red lorry", "A tired lorry", False),
        ("don't stop", "dont stop", True),
        ("don't stop", "don’t stop", True),
        ("byth", "bŷth", True),
        ("lorr~", "two lorries", True),
        ("(red|blue) lorry", "blue lorry", True),
        ("red [big] lorry", "red big lorry", True),
        ("red [big] lorry", "red lorry", True),
        ("red ... lorry", "red and very big old lorry", True),
        ("red ... lorry", "red a b c d e f g lorry", False),
        ("red .... lorry", "red a b c d e f g lorry", True),
        ("red ... lorry", "Red. A lorry", False),
        ("# lorries", "12 lorries", True),
        ("# lorries", "two lorries", True),
        ("<he> drove", "she drove", True),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, sentence: str, found: bool) -> None:
    assert finds(phrase, sentence) is found


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("(red|blue lorry", "lacks a ')'"),
        ("red) lorry", "too many"),
        ("... lorry", "must begin with a word"),
        ("re~ lorry", "three letters"),
        ("<nobody> lorry", "groups.toml does not have"),
        ("red ? lorry", "letters and figures only"),
    ],
)
def test_a_mistake_in_a_phrase_names_the_table_the_section_and_the_fault(phrase: str, fault: str) -> None:
    with pytest.raises(ValueError) as told:
        with_phrase(phrase)
    assert "threat_to_others: concern" in str(told.value)
    assert fault in str(told.value)


def broken(table: str, content: Any) -> dict[str, dict[str, Any]]:
    tables = short_tables()
    tables[table] = content
    return tables


@pytest.mark.parametrize(
    ("table", "content", "fault"),
    [
        ("offers", {}, "offers: the section 'accept' is missing"),
        ("under_18", {"concern": {"fr": ["x"]}}, "under_18: concern.fr is no language"),
        ("under_18", {"concern": {"en": "x"}}, "under_18: concern.en must be a list"),
        ("under_18", {"concern": ["x"]}, "must be a section"),
        ("under_18", {"concern": {"en": ["x"]}, "sign": {"en": ["x"]}}, "under_18: sign is a sign and needs a weight"),
        ("under_18", {"concern": {"en": ["x"]}, "sign": {"weight": 9}}, "under_18: sign.weight must be 1, 2 or 3"),
        ("offer", {}, "offer: no such wording table"),
        ("spelling", {"x": 1}, "spelling: 'x' must be set to the right word"),
        ("groups", {"he": "x"}, "groups: he must be a list"),
    ],
)
def test_a_mistake_in_a_table_names_its_place(table: str, content: Any, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Wording.from_tables(broken(table, content))


def test_a_missing_table_is_named() -> None:
    tables = short_tables()
    del tables["calls"]
    with pytest.raises(ValueError, match="calls: this wording table is missing"):
        Wording.from_tables(tables)


def test_every_risk_file_says_what_it_is_about() -> None:
    tables = short_tables()
    assert all(tables[category].get("about") for category in CATEGORIES)


def test_text_speak_is_put_right() -> None:
    assert wording().spelt("im gonna kil meself 2nite") == "i'm going to kill myself tonight"
