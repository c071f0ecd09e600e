"""Which verb a piece of a sentence holds, by the words of each. What stands around an order is in ``around_orders``."""

from __future__ import annotations

import re
from functools import lru_cache

from mailbot.reading.letter import Verb
from mailbot.reading.staff import asking_words, case_words, match_words, volunteer_words

# What stands for what in the patterns below: a referral told by its number or pointed at, a volunteer's name, an alarm,
# and what may stand before an order without changing it ("As for 1310, could you please also").
_NUMBER = r"(?:r-?\s?\d{4,6}|\d{4})"
_PARTS = {
    "<number>": _NUMBER,
    "<ref>": rf"(?:{_NUMBER}|it|this(?: one)?|that(?: one)?|her|him|them"
    r"|the (?:first|second|third|fourth|last|middle|top|bottom|other)(?: one)?)",
    "<name>": r"[\w'-]+(?: [\w'-]+){0,3}?",
    "<alarm>": r"(?:risk|red|safeguarding)? ?(?:concern|alert|flag|freeze|risk|alarm|warning)",
    "<lead>": (
        r"^(?:(?:please|kindly|but|so|now|also|and|then|ok|okay|oh|yes|hi|morning|thanks|as for|for|on|re|about"
        r"|regarding|with|can"
        rf"|could|would|will|you|i'd like you to|{_NUMBER})[ ,:;.-]+)*+"
    ),
}


def _pattern(*alternatives: str) -> re.Pattern[str]:
    words = "|".join(alternatives)
    for part, meaning in _PARTS.items():
        words = words.replace(part, meaning)
    return re.compile(words)


# In the order in which they are tried: the first that fits a piece of a sentence is its verb.
VERBS = tuple(
    (verb, _pattern(*alternatives))
    for verb, alternatives in (
        (Verb.NOTE, case_words.NOTE),
        (Verb.RESOLVE_RISK, case_words.RESOLVE_RISK),
        (Verb.REOPEN, case_words.REOPEN),
        (Verb.ERASE, case_words.ERASE),
        (Verb.ADD_VOLUNTEER, volunteer_words.ADD_VOLUNTEER),
        (Verb.LIST_VOLUNTEERS, volunteer_words.LIST_VOLUNTEERS),
        (Verb.REPORT, asking_words.REPORT),
        (Verb.HELP, asking_words.HELP),
        (Verb.CLOSE, case_words.CLOSE),
        (Verb.HOLD, case_words.HOLD),
        (Verb.ASSIGN, match_words.ASSIGN),
        (Verb.UNPAUSE_VOLUNTEER, volunteer_words.UNPAUSE_VOLUNTEER),
        (Verb.PAUSE_VOLUNTEER, volunteer_words.PAUSE_VOLUNTEER),
        (Verb.APPROVE, match_words.APPROVE),
        (Verb.SHOW, asking_words.SHOW),
    )
)


@lru_cache(maxsize=512)
def verb_of(said: str) -> Verb | None:
    """The verb of a piece in plain words; neighbouring pieces ask for it again and again."""
    return next((verb for verb, words in VERBS if words.search(said)), None)
