"""Is a sentence, or one of its clauses, little but the times in it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.skills.availability_words import CLAUSE, SMALL_WORDS, THE_REST
from mailbot.reading.skills.week_grammar import Item, Sort

ADDS = re.compile(
    r"^\W*(?:or|also|and|plus|otherwise|neu|a|hefyd)\b|\b(?:too|as well|also|either)\b"
)  # it comes on top of what was told


def is_bare(sentence: str, times: Sequence[Item]) -> bool:
    """Does the sentence tell little but its times, and not that they come on top?"""
    words = re.findall(r"[^\W\d_]{2,}", SMALL_WORDS.sub(" ", without(sentence, times)))
    return len(words) <= 2 and not ADDS.search(sentence) and not THE_REST.search(sentence)


def is_nothing_else(sentence: str, items: Sequence[Item]) -> bool:
    """Is a whole clause nothing but its time ("once the kids are in bed, 8pm onwards")?"""
    for item in items:
        if item.sort is Sort.DATE or (item.sort is Sort.TIME and item.stretch is None):
            continue
        start = max((found.end() for found in CLAUSE.finditer(sentence, 0, item.start)), default=0)
        end = next((found.start() for found in CLAUSE.finditer(sentence, item.end)), len(sentence))
        inside = [other for other in items if start <= other.start and other.end <= end]
        rest = SMALL_WORDS.sub(" ", without(sentence[start:end], [_moved(other, -start) for other in inside]))
        if (start or end < len(sentence)) and not re.search(r"[^\W_]", rest):
            return True
    return False


def without(sentence: str, items: Sequence[Item]) -> str:
    pieces, at = [], 0
    for item in items:
        pieces.append(sentence[at : item.start])
        at = item.end
    pieces.append(sentence[at:])
    return " ".join(pieces)


def _moved(item: Item, by: int) -> Item:
    return replace(item, start=item.start + by, end=item.end + by)
