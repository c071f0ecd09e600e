"""Is a sentence, or one of its clauses, little but the times in it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.skills.hours.availability_words import CLAUSE, CLAUSE_ENDS, SMALL_WORDS, THE_REST
from mailbot.reading.skills.hours.week_grammar import Item, Sort

ADDS = re.compile(
    r"^\W*(?:or|also|and|plus|otherwise|failing|apart from that|second choice|neu|a|hefyd)\b|\b(?:too|as well|also"
    r"|either)\b"
)  # it comes on top of what was told


def is_bare(sentence: str, times: Sequence[Item]) -> bool:
    """Does the sentence tell little but its times, and not that they come on top?"""
    words = re.findall(r"[^\W\d_]{2,}", SMALL_WORDS.sub(" ", without_reasons(without(sentence, times))))
    return len(words) <= 2 and not ADDS.search(sentence) and not THE_REST.search(sentence)


def is_nothing_else(sentence: str, items: Sequence[Item]) -> bool:
    """Is a whole clause nothing but its time ("once the kids are in bed, 8pm onwards")?"""
    for item in items:
        if item.sort is Sort.DATE or (item.sort is Sort.TIME and item.stretch is None):
            continue
        start = max((found.end() for found in CLAUSE.finditer(sentence, 0, item.start)), default=0)
        end = next((found.start() for found in CLAUSE_ENDS.finditer(sentence, item.end)), len(sentence))
        inside = [other for other in items if start <= other.start and other.end <= end]
        rest = _LEFT_OUT.sub(" ", without(sentence[start:end], [_moved(other, -start) for other in inside]))
        rest = SMALL_WORDS.sub(" ", rest)
        if _OF_WORK.search(_clause_before(sentence, start)):
            continue
        if (start or end < len(sentence)) and not re.search(r"[^\W_]", rest):
            return True
    return False


_OF_WORK = re.compile(r"\b(?:works?|shifts?|open|opens)\b(?!.*\bso\b)")


def _clause_before(sentence: str, start: int) -> str:
    """The clause that a comma joins to the one at ``start``: "he works shifts, 7 till 7" tells of his work."""
    if not sentence[:start].endswith(","):
        return ""
    begins = max((found.end() for found in CLAUSE.finditer(sentence, 0, start - 1)), default=0)
    return sentence[begins : start - 1]


_LEFT_OUT = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|apart from|other than|bar|save(?: for)?|heblaw(?: am)?|but not)\b"
)
_REASON = re.compile(
    r"\b(?:because|cos|coz|'?cause|as|since|so that|in case|achos)\b (?=(?:i|i'm|i've|he|he's|she|she's|we|we're|they"
    r"|they're|the|my|his|her|it|it's|that|that's|little|there|there's|of|dw|dwi|mae|rwy|nobody|no one)\b)"
    r"[^,;:.!?]{0,200}?(?=[,;:.!?]|\bso\b|\bbut\b|$)"
)


def without_reasons(sentence: str) -> str:
    """The sentence without "as I sleep badly": what a reason tells of is not what the sentence is about."""
    return _REASON.sub(" ", sentence)


def without(sentence: str, items: Sequence[Item]) -> str:
    pieces, at = [], 0
    for item in items:
        pieces.append(sentence[at : item.start])
        at = item.end
    pieces.append(sentence[at:])
    return " ".join(pieces)


def _moved(item: Item, by: int) -> Item:
    return replace(item, start=item.start + by, end=item.end + by)
