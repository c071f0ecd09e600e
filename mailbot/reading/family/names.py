"""Who writes, and who is to be supported: names, in the fullest form that text and From header give together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.reading.family.name_shape import JOB, NO_PERSON, NOT_NAMES, bare, header_words, put_right
from mailbot.reading.family.signed_name import name_signed
from mailbot.reading.family.supported_name import supported_name as _supported_name

__all__ = ["fullest", "name_in_header", "name_signed", "put_right", "supported_name"]


def name_in_header(display: str) -> str | None:
    """The person in a From display name: "Last, First" turned round; no title, role, firm or device."""
    display = header_words(display[:200])
    display = re.sub(r"\s*[(\[].*?[)\]]\s*", " ", display)
    display = re.split(r"\s+-\s+|\s+via\s+|\s*\|\s*|\s+/\s+", display)[0].strip()
    last, comma, first = display.partition(",")
    if comma and (JOB.search(first) or not bare(f" {first.strip()}").strip()):
        display = last
    elif comma and first.strip() and len(first.split()) <= 3:
        display = f"{first.strip()} {last.strip()}"
    display = bare(re.sub(r"(?:\s+[xX]+)+$", "", display).strip(" ,"))
    if re.fullmatch(r"[^\W\d_]{2,}(?:[._][^\W\d_]{2,}){1,2}", display):  # "ada.lane"
        display = re.sub(r"[._]", " ", display)
    if not display or NO_PERSON.search(display) or not re.search(r"[^\W\d_]", display) or len(display.split()) > 5:
        return None
    return None if display.lower() in NOT_NAMES else put_right(display)


def fullest(text_name: str | None, header_name: str | None) -> str | None:
    """Join what text and header give: "Raj" and "R. Sandhu" make "Raj Sandhu"."""
    if not text_name or not header_name:
        return text_name or header_name
    told, held = text_name.split(), header_name.split()
    if len(told) == 1 and len(held) == 1:
        return (
            text_name
            if _same_first(told[0], held[0]) and len(text_name) >= len(header_name)
            else (header_name if _same_first(told[0], held[0]) else text_name)
        )
    if len(told) == 1:
        if _same_first(told[0], held[0]):
            return " ".join([_longer(told[0], held[0]), *held[1:]])
        if told[0].lower() in (word.lower() for word in held):
            return header_name
        return text_name if len(told[0]) > 1 else header_name
    if len(held) == 1:
        return " ".join([_longer(told[0], held[0]), *told[1:]]) if _same_first(told[0], held[0]) else text_name
    if told[-1].lower() in held[-1].lower().split("-") and "-" in held[-1] and _same_first(told[0], held[0]):
        told[-1] = held[-1]
    if told[-1].lower().strip(".") == held[-1].lower().strip(".") or (
        held[-1][0] == told[-1][0] and min(len(held[-1]), len(told[-1])) <= 2
    ):
        surname = told[-1] if len(told[-1].strip(".")) >= len(held[-1].strip(".")) else held[-1]
        middle = told[1:-1] if len(" ".join(told[1:-1])) >= len(" ".join(held[1:-1])) else held[1:-1]
        same = told[0][0].lower() == held[0][0].lower() or _same_first(told[0], held[0])
        first = _longer(told[0], held[0]) if same else told[0]
        return " ".join([first, *middle, surname])
    if _same_first(told[0], held[0]) and len(held) > len(told) and told[-1].lower() in header_name.lower():
        return header_name
    return text_name


def supported_name(text: str, *, writer: str | None, authors: Iterable[str] = ()) -> str | None:
    """In a referrer's letter, who is to be supported. ``authors``: who wrote the mail that was passed on."""
    text = _NO_NAME.sub(" ", text)
    return _supported_name(text, writer=writer, authors=[name for one in authors if (name := name_in_header(one))])


def _same_first(one: str, other: str) -> bool:
    one, other = one.lower().strip("."), other.lower().strip(".")
    if _FULL.get(one, one) == other or _FULL.get(other, other) == one:
        return True
    return one == other or (one[0] == other[0] and (min(len(one), len(other)) == 1 or one[:2] == other[:2]))


def _longer(one: str, other: str) -> str:
    return one if len(one.strip(".")) >= len(other.strip(".")) else other


_NO_NAME = re.compile(r"\S{80,}")  # no name is so long, and to look for one in it takes long
# Short names that do not begin as the full one does.
_FULL = {
    short: full
    for full, shorts in {
        "robert": "bob bobby rob robbie bert", "william": "bill billy will liam", "richard": "dick rick ricky",
        "john": "jack johnny", "margaret": "peggy maggie meg greta rita",
        "elizabeth": "betty liz beth bess lizzie libby",
        "katherine": "kate kath kathy katie kay", "catherine": "kate cath cathy katie kay", "anthony": "tony",
        "edward": "ted ed eddie ned", "henry": "harry", "james": "jim jimmy jamie", "alexander": "sandy alex xander",
        "theresa": "tess terri tracy", "mary": "molly polly", "dorothy": "dot dolly", "michael": "mick mike micky",
        "charles": "chas chaz chuck", "karen": "kaz", "sharon": "shaz shazza", "gary": "gaz gazza",
        "barry": "baz bazza",
        "darren": "daz dazza", "sarah": "sal sally sadie", "helen": "nell", "patricia": "trish pat tricia patsy",
        "patrick": "paddy pat", "angus": "gus", "christopher": "kit chris topher", "christine": "tina chris chrissie",
        "stephen": "steve stevie", "susan": "sue suzie", "lawrence": "loz larry", "jeremy": "jez",
        "terence": "terry tel",
        "derek": "del", "mohammed": "mo", "deborah": "debs debbie", "rebecca": "becky bex", "joseph": "joe joey",
    }.items()
    for short in shorts.split()
}  # fmt: skip
