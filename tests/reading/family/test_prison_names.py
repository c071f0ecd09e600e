"""Prisons by the names people use, and towns, people and words that only look like one."""

from __future__ import annotations

import pytest

from mailbot.reading.family.prison_names import ALIASES, PLAIN_NAMES, TOWNS, TOWNS_BY_ALIAS
from mailbot.reading.family.prisons import prisons_told

CASES = [
    ("my dads in lancaster farms", "HMP Lancaster Farms"),
    ("hi, i'm sat in the car park outside onley after my visit and saw the poster.", "HMP Onley"),
    ("i'm sat outside strangeways after a visit", "HMP Manchester"),
    ("my brother's in armley", "HMP Leeds"),
    ("my lad is in wanno", "HMP Wandsworth"),
    ("he's on remand in doncatraz", "HMP Doncaster"),
    ("he got moved from parkhurst to the verne", "HMP The Verne"),
    ("my son is at hmp/yoi brinsford", "HMP Brinsford"),
    ("hmyoi wetherby", "HMYOI Wetherby"),
    ("he was in glen parva before it shut", "HMP Fosse Way"),
    ("my daughter is in low newton", "HMP Low Newton"),
    ("my son is in lindholme", "HMP Lindholme"),
    ("he's in reading prison", "HMP Reading"),
    ("my son is in preston, remand", "HMP Preston"),
    ("my partner is in send", "HMP Send"),
    ("he's down the scrubs", "HMP Wormwood Scrubs"),
    ("my husband is in the ville", "HMP Pentonville"),
    ("mae o yng ngharchar y berwyn", "HMP Berwyn"),
    ("my boyfriend got shipped out to frankland", "HMP Frankland"),
    ("i'm from leicester and my dad is in gartree", "HMP Gartree"),
    ("he's at swaleside on sheppey", "HMP Swaleside"),
    ("visit booking for hmp high down", "HMP High Down"),
    ("my nephew's in parc (bridgend)", "HMP Parc"),
    ("her majestys prison woodhill", "HMP Woodhill"),
    ("he's been in and out of lincoln prison", "HMP Lincoln"),
    ("i was in holloway myself years ago, my son is now in isis", "HMP Isis"),
    ("he went to askham grange open prison", "HMP Askham Grange"),
    ("she's in bronzefield", "HMP Bronzefield"),
    ("i am reading your leaflet and my son is inside", None),
    ("i love reading to him", None),
    ("i live in shrewsbury and work in hull", None),
    ("we drove to ford in the ford", None),
    ("i will send you his details", None),
    ("the mount everest of paperwork", None),
    ("moorland view care home, leeds", None),
    ("the parc y scarlets", None),
    ("we live near whitemoor", None),
    ("my mum is at the humber bridge", None),
]


@pytest.mark.parametrize(("words", "name"), CASES)
def test_the_last_prison_told_has_its_present_name(words: str, name: str | None) -> None:
    told = prisons_told(words)
    assert (told[-1].name if told else None) == name


def test_every_other_name_leads_to_a_prison_that_is_listed() -> None:
    listed = {name.strip() for name in (PLAIN_NAMES + ", " + TOWNS).split(",")}
    assert set(ALIASES.values()) <= listed
    assert set(ALIASES) >= TOWNS_BY_ALIAS
