"""A figure that is an answer: "3", "it's a two", "4 out of 5", and not "3 calls", "at 3" or "in 2 weeks"."""

from __future__ import annotations

import re

_NAMED = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "un": 1, "dau": 2, "dwy": 2, "tri": 3, "tair": 3, "pedwar": 4, "pedair": 4, "pump": 5, "pum": 5,
    "1st": 1, "2nd": 2, "3rd": 3, "first": 1, "second": 2, "third": 3, "fives": 5, "fours": 4, "threes": 3, "twos": 2,
    "ones": 1,
}  # fmt: skip
_ORDINAL = frozenset({"1st", "2nd", "3rd", "first", "second", "third"})
_FIGURE = re.compile(r"(?<![\w.,:/£+-])(\d|[a-z]{2,6}|[123](?:st|nd|rd))(?:s\b)?(?![\w:£%]|[.,/]\d|-\d)")
_OUT_OF = re.compile(r"\s*(?:/|out of|allan o)\s*(\d{1,2}|three|five|ten|tri|bump|pump)\b")
# What stands before a figure that answers
_LEADS = re.compile(
    r"(?:^|[.,;:!?(-]\s*|\b(?:a|an|it's|its|is|be|say|said|number|no|score|scored|give|giving|gave|it|them|her|him|put"
    r"|me|as|at a|at|for|definitely|probably|maybe|about|around|option|answer|answers|go|going|with|solid|strong|firm"
    r"|big|good|rhif|sgor|n|yn|o|and|then|ac|a|yes|um|er|hmm|well|oh|hi|hello|think|reckon|mark|rate|rated|rating|to"
    r"|question|level|plus|all|both|just|only|choose|pick|choice|down|would be|am|i'm|between|or)\s+)$"
)
# What stands after one that does not: something is counted or a clock is told
_COUNTS = re.compile(
    r"\s*(?:of (?:us|them|my|the|our|these|those|you)\b|(?:more |missed |good |bad |phone |or \w+ |to \w+ |long |short "
    r"|whole |other |little |small |great |lovely )*(?:calls?|weeks?|days?|times?|months?|years?|hours?"
    r"|minutes?|mins?|hrs?|people|kids?|children|boys|girls|sons|daughters|o'?clock|am\b|pm\b|chats?|sessions?|visits?"
    r"|emails?|messages?|letters|things?|volunteers?|evenings?|mornings?|nights?|wythnos|galwad|gwaith|mis|diwrnod)\b)"
)
_OF_SCALE = re.compile(r"(?<![\d/])(\d)s? ?/ ?(\d{1,2})(?![\d/])")
_BOTH_ENDS = re.compile(r"\b[123] (?:to|or|and|-) [2-5]\b(?= (?:scale|meaning|is|was|what|how))")


MOST_READ = 1_500  # characters of a sentence: nobody's answer is longer


def figures_told(said: str, *, most: int) -> tuple[int, ...]:
    """Each figure from 1 to ``most`` that answers, in a plain sentence and in its order; of another scale, none."""
    said = _OF_SCALE.sub(r"\1 out of \2", _BOTH_ENDS.sub(" ", said[:MOST_READ]))
    found = []
    for match in _FIGURE.finditer(said):
        value = int(match[1]) if match[1].isdigit() else _NAMED.get(match[1])
        if value is None or match[1] in _ORDINAL or not 1 <= value <= most:
            continue
        rest = said[match.end() :]
        scale = _OUT_OF.match(rest)
        if scale and not _is_scale(scale[1], most):
            continue
        if scale or (_LEADS.search(said[: match.start()]) and not _COUNTS.match(rest) and not _is_article(match, said)):
            found.append(value)
    return tuple(found)


def ordinal_or_figure(words: str) -> int | None:
    """``1``, ``first`` or ``the second``: which of several is named; None when it is none."""
    words = words.strip(" .):(")
    return int(words) if words.isdigit() else _NAMED.get(words)


def _is_scale(words: str, most: int) -> bool:
    return {"three": 3, "tri": 3, "five": 5, "pump": 5, "bump": 5, "ten": 10}.get(words, 0) == most or words == str(
        most
    )


def _is_article(match: re.Match[str], said: str) -> bool:
    """ "One of", "one thing", "that one": a word, no figure. "Un" and "dau" alone are Welsh figures."""
    if match[1] not in ("one", "un"):
        return False
    return bool(said[match.end() :].strip(" .!,")) or said[: match.start()].endswith(("that ", "this ", "the ", "no "))
