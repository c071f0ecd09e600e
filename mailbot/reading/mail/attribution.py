"""Finds the line, or the lines where it is wrapped, that introduces a quotation: "On ... Befriending <...> wrote:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.mail.attribution_signs import (
    ADDRESS,
    BETWEEN_DASHES,
    BRACKETED,
    BY_NAME,
    DATE,
    ENDS,
    PARTICLES,
    SAME_LINE,
    SPOKEN,
    STARTS,
    TIME,
    VERB,
)

_MOST_LINES = 5
_LONGEST = 500  # characters


@dataclass(frozen=True, slots=True)
class Attribution:
    """The lines from ``begin`` up to, not with, ``end``. ``certain``: even before lines that bear no marks."""

    begin: int
    end: int
    certain: bool
    text: str

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(found.lower() for found in ADDRESS.findall(self.text))


def attribution_ending(heads: Sequence[str], at: int) -> Attribution | None:
    """The attribution that ends in line ``at``. ``heads``: without marks and outer space; an empty line divides."""
    head = heads[at]
    if not ENDS.search(head[-12:]) or (head[-1] == ">" and at + 1 < len(heads) and heads[at + 1]):
        return None  # a program that ends it with the address alone leaves a line free below it
    if BETWEEN_DASHES.match(head):
        return Attribution(at, at + 1, certain=True, text=head)
    for begin in range(at, max(-1, at - _MOST_LINES), -1):
        if not heads[begin] or (begin < at and heads[begin][-1] in ".!?:"):
            break
        text = " ".join(heads[begin : at + 1])
        if len(text) > _LONGEST:
            break
        if _attributes(text):
            begin, text = _with_date_above(heads, begin, text)
            return Attribution(begin, at + 1, _is_certain(text), text)
    if _may_attribute(head):
        return Attribution(at, at + 1, certain=False, text=head)
    return None


def attribution_within(head: str) -> bool:
    """Does the line begin with a whole attribution and go on with the quoted words?"""
    found = SAME_LINE.match(head)
    return bool(found and STARTS.match(found[1]) and BRACKETED.search(found[1]) and DATE.search(found[1]))


def _attributes(text: str) -> bool:
    """Two of address, date and verb, in the order in which no sentence of a person has them."""
    address, verb = bool(ADDRESS.search(text)), bool(VERB.search(text))
    date = bool(DATE.search(text))
    starts = bool(STARTS.match(text))
    ends_openly = text[-1] == ">"  # no verb and no colon
    if ends_openly:
        return starts and date and bool(TIME.search(text)) and bool(BRACKETED.search(text[-130:]))
    if address and verb:
        return starts or (bool(BRACKETED.search(text)) and not _is_spoken(text))
    if address and (date or TIME.search(text)):
        return starts or (bool(BRACKETED.search(text)) and not _is_spoken(text))
    if verb and any(character.isdigit() for character in text):
        return (starts or date) and not _is_spoken(text)
    return False


def _is_certain(text: str) -> bool:
    if ADDRESS.search(text):
        return True
    return bool(DATE.search(text) and TIME.search(text) and VERB.search(text)) and _names_somebody(text)


def _may_attribute(head: str) -> bool:
    """Enough where marked lines follow: a name and a verb, an address, a date with a time."""
    if len(head) > 300 or _is_spoken(head):
        return False
    if ADDRESS.search(head) or (DATE.search(head) and TIME.search(head)):
        return True
    return bool(BY_NAME.match(head) and VERB.search(head))


def _is_spoken(text: str) -> bool:
    return bool(SPOKEN.search(text))


def _names_somebody(text: str) -> bool:
    """Is the author a name ("Befriending Desk") and not told of ("my daughter", "syn")?"""
    after_time = text[max((found.end() for found in TIME.finditer(text)), default=0) :]
    words = re.findall(r"[^\W\d_]+", VERB.sub(" ", after_time if len(after_time) > 12 else text))
    return not any(word.islower() and word not in PARTICLES for word in words)


def _with_date_above(heads: Sequence[str], begin: int, text: str) -> tuple[int, str]:
    """With the lines above it where the program has wrapped it after the date."""
    if STARTS.match(text) and (DATE.search(text) or TIME.search(text)):
        return begin, text
    for above in range(begin - 1, max(-1, begin - _MOST_LINES), -1):
        head = heads[above]
        if not head or head[-1] in ".!?:" or len(head) + len(text) > _LONGEST:
            break
        if STARTS.match(head) and (DATE.search(head) or TIME.search(head)):
            return above, " ".join(heads[above:begin]) + " " + text
    return begin, text
