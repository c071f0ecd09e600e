"""Do the words around a number say no to it: not to be used, old, answered or seen by somebody else?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.skills.phones.context import Told
from mailbot.reading.skills.phones.words import (
    BAD_AFTER,
    HARMLESS_NO,
    LINKING,
    NO,
    NO_TO_RINGING,
    OFFERS_AFTER,
    OLD_ONE,
    ONLY_THEN,
    PREDICATE,
    PREDICATE_OF_ONES_OWN,
    REFUSES,
    WATCHED,
)


def is_ruled_out(number: Told) -> bool:
    """Do the words before or after say no to this number, or that somebody else sees or answers it?"""
    pieces = re.split(r"[,;:(]|\s-\s|\bbut\b|\bso\b(?! please)|\bond\b", number.before)
    direct = pieces[-1]
    if _says_no(direct, only_then=ONLY_THEN.match(number.after) is not None):
        return True
    if LINKING.fullmatch(direct) and any(
        _refuses_ringing(piece) or OLD_ONE.search(piece) or _REFUSED_BY_KIND.search(piece)
        for piece in _last_with_words(pieces[:-1])
    ):
        return True
    if _THAT_IS.fullmatch(direct) and any(_IS_OF_OTHERS.search(piece) for piece in _last_with_words(pieces[:-1])):
        return True
    if LINKING.fullmatch(direct) and _LOST.search(number.before):
        return True
    if _WORKPLACE.search(number.before) and _MUST_NOT_KNOW.search(number.after):
        return True
    if _FOR_OTHERS.search(number.before) or _is_watched(direct):
        return True
    after = HARMLESS_NO.sub(" ", number.after)
    return bool(BAD_AFTER.search(after) or WATCHED.search(after)) or _is_something_else(number.after)


_THAT_IS = re.compile(r"[\s(]*(?:that's|thats|that is|that'd be|that would be|it's|its|which is|i\.e\.)[\s:(]*")
_IS_OF_OTHERS = re.compile(
    rf"{WATCHED.pattern}|\bwrong (?:house|person)\b|\bone of (?:them|these|those)\b|\bhis\b|\btheirs\b"
)
_LOST = re.compile(
    r"\b(?:lost|smashed|broke|broken|sold|dropped|stole|stolen|nicked|pinched|took|taken|died)\b[^;]{0,20}\b(?:phone"
    r"|mobile"
    r"|handset|sim)\b(?!.*\b(?:so|but|new|now|another|borrow\w*|lent|using)\b)"
)
_WORKPLACE = re.compile(r"\b(?:work|works|job|office|school|shop|boss|employer)\b")
_MUST_NOT_KNOW = re.compile(r"\bthey (?:don't|mustn't|do not|must not|aren't to|can't) (?:know|hear|find)\b")
_FOR_OTHERS = re.compile(
    r"\b(?:next of kin|n\.?o\.?k|emergency contact|in (?:an |case of )?emergenc(?:y|ies)|for (?:your|the) records?"
    r"|fax)\b"
    r"(?![^;]*\b(?:my|me|mine|i'm)\b)[^;]{0,50}$"
)
_REFUSED_BY_KIND = re.compile(
    r"\b(?:bin|scrub|scrap|ignore|forget|delete|lose|drop|not|never|avoid|disregard|n't \w+)\b[^,]{0,20}\b(?:other"
    r"|old"
    r"|first|second|last|previous|land ?line|house|home|work|mobile)(?: (?:one|number|phone|no|line))*\W*$"
)


def _refuses_ringing(piece: str) -> bool:
    refused = NO_TO_RINGING.search(piece)
    return bool(refused) and not _ASKS_TO_RING.search(piece, refused.end() if refused else 0)


_ASKS_TO_RING = re.compile(r"\b(?:please|so|but|just|only)\b.{0,20}\b(?:ring|call|phone|text|try|use|message)\b")


def _is_watched(direct: str) -> bool:
    """ "He listens in on the house phone 01632 ...", yet not "he reads my phone, ring me on"."""
    watched = WATCHED.search(direct)
    return bool(watched) and not OFFERS_AFTER.search(direct, watched.end() if watched else 0)


def _is_something_else(after: str) -> bool:
    """ "07700 ... went to my ex", "goes through to my boss": what is told of a number must speak for it."""
    told = PREDICATE.match(after)
    return bool(told) and not PREDICATE_OF_ONES_OWN.search(re.split(r"[.;!]|\bbut\b", after)[0])


def _says_no(words: str, *, only_then: bool) -> bool:
    """A no, unless something is offered after it ("I never hear the landline, ring me on"). "Don't ring me on" offers
    nothing; with a time after the number (``only_then``) it says when, not never.
    """
    words = HARMLESS_NO.sub(" ", words)
    said = list(NO.finditer(words))
    if not said:
        return False
    end = said[-1].end()
    offers = [offer.start() for offer in OFFERS_AFTER.finditer(words, end)]
    return not offers or (not only_then and all(REFUSES.fullmatch(words, end, start) for start in offers))


def _last_with_words(pieces: Sequence[str]) -> list[str]:
    """The last piece that says something of its own."""
    for piece in reversed(pieces):
        if not LINKING.fullmatch(piece):
            return [piece]
    return []
