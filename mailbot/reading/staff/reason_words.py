"""Which words are a reason: the clauses beside an order that order nothing, verbatim, without what leads up to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.reading.letter import Verb
from mailbot.reading.staff.around_orders import LEADING_REFERENCE
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.words.plain import plain

_PARTS = re.compile(
    r",(?= )|;|:(?= )|\s[-–—]\s| \((?=[a-zA-Z])|\s(?:because|since)\s|\sas (?=(?:she|he|they|i|we|it|her|his)\b)"
    r"|\sso (?=(?:no|not|please|off|best|let|can|could|would|that (?:i|she|he|we|they))\b)",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    r"(?i)(?:can we )?swap|(?:R-?)?\d|correction|not (?:until|till|yet|(?-i:[A-Z])|(?:R-?)?\d)|till?\b|until|please"
    r"|thank|say |for (?:now|a |the time|\d)|to (?:the )?\d"
    r"|(?:would|could|will|can) you|if you|do by all means|by all means|go ahead|so that's a yes|thanks"
    r"|(?:and )?then (?:R-?)?\d|and (?:R-?)?\d|and (?:i|we)(?:'ll| will)\b|no further action|(?:as|like) (?:he|she"
    r"|they) ask"
)
# "the top one", "likewise for the third", "1042", "yes", "please": what points at a referral, or answers
_POINTS = re.compile(
    r"(?i)(?:(?:and|but|also|likewise|same|as|for|to|the|with|on|well|this|that) )*(?:first|second|third|fourth"
    r"|fifth|last"
    r"|top|bottom|middle|other|one|two|both|it|this|that|them|her|him|(?:R-?\s?)?\d{4,6})(?: (?:one|two|three|ones))?"
    r"(?: (?:yes|no|nope|ok|okay|though|too|then))?|yes|no|nope|ok|okay|please|thanks|today|now|well"
    r"|with that understood"
)
# What leads up to a reason: "I am sorry to say that ...", "nope, ...", "Outcome for R-1347: ..."
_LEADS = re.compile(
    r"(?i)^(?:(?:(?:i am|i'm|we are|we're) (?:so |very )?(?:sorry|afraid|pleased|glad|told)(?: to (?:say|tell you|hear"
    r"|report))?,?(?: that)?"
    r"|(?:outcome|update|result) (?:for|on|of) (?:R-?)?\d{4,6}:?"
    r"|hi|hello|morning|so sorry|and|but|because|since|so that|actually,? do ?n[o']?t|as(?= (?:she|he|they|i|we|it"
    r"|her|his)\b)"
    r"|(?:oh|ok|okay|right|well|sorry|nope|no|yes|actually|hmm)(?=[,!-]| -))[\s,!-]+)+"
)
_SO = re.compile(
    r"(?i),? (?:and )?so (?:not\b|that'?s\b|please\b|let\b|best\b|no (?:calls|offers|more)\b|off\b|could\b"
    r"|can\b)[^.;]*[.;!]?$"
)
_OBJECT = re.compile(  # what is closed or erased, and no reason for it
    r"(?i)(?:\s*\b(?:(?:R-?\s?)?\d{4,6}|L-\s?\d+|the|this|that|her|his|their|whole|him|them|lot|all|everything|referral"
    r"|record|file|case|data|details|it|one|up|again|back|for|on|of|about|down|off|now|list|books|if|could|then|too|today"
    r"|completely|entirely|altogether|straight away|from|concern|alert|flag|risk|red|alarm|and(?= (?:R-?)?\d)"
    r"|(?-i:[A-Z][\w’-]+))(?:'s|’s)?(?![\w'’])(?:,(?= (?:R-?)?\d))?)*"
    r"(?:,? (?:please|thanks|thank you|would you|by me|my name on it|in my name|from (?:my side|me)"
    r"|(?:as )?far as (?:i|we)(?:'m| am| are|'re) concerned))*"
)
_BEGINS_A_REASON = re.compile(
    r"(?i)[\s.]*(?:[,:;(–—-]|(?:as|because|since|so that)\b|(?:she|he|they|i|we|her|his|their|the|it|there|no|has"
    r"|had|is|was"
    r"|who|wants?|duplicate|dupe|same)\b)"
)
_LEAST = 2  # words; one word alone ("exams") only where it can be no name
_ONE_WORD = re.compile(r"[a-z]{4,}")


def reason_in(words: str, *, about: str | None = None) -> str | None:
    """The part of the piece that gives no order: "..., Desmond's full", "... because she is in hospital".

    What stands after the order comes first, else what stands before it. A part that names the volunteer (``about``) is
    the order itself: "No, Grace would be better".
    """
    whole = LEADING_REFERENCE.sub("", words)
    spans = list(_spans(whole))
    orders = [at for at, (start, end) in enumerate(spans) if _is_order(whole[start:end], about)]
    after = spans[(orders[-1] if orders else 0) + 1 :]
    before = spans[: orders[0]] if orders else []
    return tidied(_run(whole, after)) or tidied(_run(whole, before))


def reason_of(words: str, verb: Verb) -> str | None:
    """The reason in a piece that closes, erases, reopens or resolves: what follows its object, else what stands before.

    "close 1042, she has moved away", "1283 shut, same people as 1281", "she has moved away, so close it".
    """
    found = dict(VERBS)[verb].search(plain(words))
    if found is None:
        return None
    object_ends = _OBJECT.match(words, found.end())
    after = words[object_ends.end() if object_ends else found.end() :]
    if _BEGINS_A_REASON.match(after):
        told = re.sub(r"^[\s.,:;(–—-]+", "", after)
        if reason := tidied(_run(told, list(_spans(told)))):
            return reason
    before = LEADING_REFERENCE.sub("", words[: found.start()])
    spans = list(_spans(before))
    return tidied(_run(before, spans[:-1])) if spans else None


def tidied(words: str | None) -> str | None:
    """A reason without what leads up to it and what only joins it to the order; None where nothing is left."""
    if not words:
        return None
    told = _SO.sub("", _LEADS.sub("", words.strip(" ,;:-–—"), count=1)).strip(" ,;:-–—")
    told = told.strip("()") if told.count("(") != told.count(")") else told
    if _POINTS.fullmatch(told.strip(" .!")):
        return None
    enough = len(told.split()) >= _LEAST or _ONE_WORD.fullmatch(told.strip(" .)"))
    return told or None if enough else None


def _spans(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _PARTS.finditer(words):
        yield start, cut.start()
        start = cut.end()
    yield start, len(words)


def _run(words: str, spans: Sequence[tuple[int, int]]) -> str | None:
    """From the first clause that may be a reason to the last, as they stand."""
    begin = end = None
    for start, stop in spans:
        part = words[start:stop].strip(" .)")
        if _NO_REASON.match(part):
            if begin is None:
                continue
            break
        if begin is None and (not part or _POINTS.fullmatch(part)):
            continue
        begin, end = (start if begin is None else begin), stop
    return words[begin:end] if begin is not None else None


def _is_order(part: str, about: str | None) -> bool:
    if about and about.split()[0].lower() in re.findall(r"[\w'-]+", part.lower()):
        return True
    return any(words.search(plain(part)) for _, words in VERBS)
