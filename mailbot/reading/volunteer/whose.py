"""Whose absence, and whose times: the volunteer's own, or those of the person whom they ring?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.words.lexicon import Hit

_OWN = ("away", "pause", "changed_hours", "for_good")  # sections that count only when the volunteer is meant
_SUBJECT = re.compile(
    r"\b(?:(?P<own>i|i'm|i'll|i've|i'd|im|ill|we|we're|we'll|we've|we'd|my|our|me|us|fi|ni|mi|dw|bydda|byddaf|dwi)"
    r"|(?P<theirs>he|she|they|he's|she's|they're|he'll|she'll|they'll|he'd|she'd|they'd|she'd|his|hes|shes"
    r"|(?:her|their)(?= \w)|mae hi|mae o|mae e|mae fo|mae hi'n|fydd hi|fydd o|bydd hi|bydd o))\b(?!')"
)
_NAMED = re.compile(
    r"(?:\b(?P<title>mr|mrs|ms|miss|dr) \w+|\b(?P<of_mine>my|our) (?:\w+ )?(?P<mine>\w+)|(?P<name>\b[\w]+))"
    r"(?:'s| is| will be| goes| has gone| has)(?: \w+){0,2} ?$"
)
_ON_THEIR_ACCOUNT = re.compile(r"\b(?:as|because|since) (?:she|he|they)\b")
_MY_KIN = re.compile(r"\bmy (?:\w+ ){1,4}?(?:and )?(?:rang|called|phoned|rings|calls) me\b")
_NO_NAMES = frozenset(
    re.findall(
        r"\w+", "it that there which this what who where here i we holiday all today tomorrow work easter christmas"
    )
)


def without_what_is_theirs(sentence: str, words: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """ "She's off to Spain on Friday" is no absence of the volunteer's; ``words`` is the sentence as it was written."""
    return tuple(
        hit
        for hit in hits
        if not (hit.section in _OWN and _is_theirs(sentence, words, hit))
        and not (hit.section == "rang_us" and _MY_KIN.search(sentence, 0, hit.end))
    )


def _is_theirs(sentence: str, words: str, hit: Hit) -> bool:
    subjects = list(_SUBJECT.finditer(sentence, 0, hit.end))
    named = _NAMED.search(sentence, 0, hit.start)
    own_after = subjects and subjects[-1]["own"] and named and subjects[-1].start() > named.start()
    if named and not named["of_mine"] and not own_after:
        name = named["name"]
        if named["title"] or (name and name not in _NO_NAMES and re.search(rf"\b{re.escape(name.title())}\b", words)):
            return True
    for_them = _ON_THEIR_ACCOUNT.search(sentence, hit.end, hit.end + 40)
    return for_them is not None or (bool(subjects) and subjects[-1]["theirs"] is not None)
