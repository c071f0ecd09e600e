"""Is it a referral that is meant? "Close her bank account", "erase the old number", "put the house on hold"."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb

_OBJECT = re.compile(
    r"^(?: (?:off|down|up|out))?(?: all| both)?(?: of)? "
    r"(?:(?:her|his|their|its) (?!(?:please|pls|off|down|up|out|now|for|as|because|since|too|then|and|she|he|they|if"
    r"|when|again|until|till|til|on|at|over|case|also|thanks|today|before|with|but|in|to|from|file|by)\b)"
    r"|(?:the|a|an|my|our|your|every|some) |(?:r-?)?\d{4,6}'s )(?P<thing>[\w'-]+(?: [\w'-]+){0,3})"
)
_A_REFERRAL = re.compile(
    r"(?:r-?)?\d|\b(?:referrals?|cases?|files?|records?|ones?|lot|match(?:es)?|famil(?:y|ies)|lad(?:y|ies)|gentlem[ae]n"
    r"|m[ae]n|wom[ae]n|mother|father|mum|mam|chap|lad|girl|guy|person|people|couple|sisters?|brothers?|entr(?:y|ies)"
    r"|duplicates?|first|second|third|fourth|last|others?|two|three|top|bottom|middle|rest|whole|thing|data|details"
    r"|information|everything|history|correspondence|particulars|caller|wife|husband|hold|suggest\w+|trace"
    r"|account of)\b"
)
_PUT_ON_HOLD = re.compile(r"\b(?:put|place|keep|leave|have)\b(?P<what> .{1,30}?) on (?:hold|ice)\b")
_ENDS = re.compile(r"\b(?:on|for|at|with|as|because|please|and|since|who|that|now|today|off|down|from|of)\b")


def is_something_else(verb: Verb, said: str, after: str, known: tuple[str, ...]) -> bool:
    """``said``: the plain words; ``after``: those behind the verb; ``known``: names that stand for referrals."""
    if verb is Verb.HOLD:
        put = _PUT_ON_HOLD.search(said)
        after = put["what"] if put else ""
    elif verb not in (Verb.CLOSE, Verb.ERASE):
        return False
    found = _OBJECT.match(after)
    if not found:
        return False
    thing = _ENDS.split(found["thing"])[0].strip()
    return bool(thing) and not _A_REFERRAL.search(thing) and not any(name in thing.split() for name in known)
