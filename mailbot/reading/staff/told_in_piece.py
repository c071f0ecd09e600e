"""What stands in a piece beside its verb: a reason, the text of a note, a name, what is asked for."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb
from mailbot.reading.staff.digest_lines import references_in
from mailbot.reading.staff.order_words import LEADING_REFERENCE, NAME, VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.words.plain import plain

_NOTE_OBJECT = re.compile(
    r"(?i)^[\s,]*(?:(?:on|for|to|against|about|in|under) )?(?:(?:R-?\s?)?\d{4,6}\b|(?:the|her|his|their) (?:file"
    r"|record)\b|it\b|file\b)?[\s,:;.-]*(?:(?:please|to say|saying)[\s,]+)?(?:that\b[\s,]*)?"
)
_REASON_BEGINS = re.compile(
    r",|;|:(?= )|\s[-–—]\s| \(|\s(?:because|since)\s|\sas (?=(?:she|he|they|i|we|it|her|his)\b)", re.IGNORECASE
)
_NO_REASON = re.compile(
    r"(?i)(?:R-?)?\d|not |till|until|please|thank|say |for (?:now|a |the time|\d)|to (?:the )?\d"
    r"|and (?:then )?(?:R-?)?\d"
)
_ALARM_OBJECT = re.compile(
    r"(?i)^(?:(?:the|that|this|her|his) )?(?:(?:risk|red|safeguarding) )?(?:concern|alert|flag|freeze|risk|alarm)"
    r"(?: (?:on|for|from|off) (?:it|her|him|them|(?:R-?\s?)?\d{4,6}))?[\s,.:;–-]*"
)


def noted(words: str) -> str | None:
    """The text of a note: what follows the colon, else what follows the words that ask for it."""
    after = words.partition(":")[2].strip()
    if after:
        return after
    asked = dict(VERBS)[Verb.NOTE].search(plain(words))
    rest = words[asked.end() :] if asked else words  # plain words are as long as the written, but for rare letters
    return _NOTE_OBJECT.sub("", rest, count=1).strip() or None


def reason_in(words: str) -> str | None:
    """What follows the command, where it is a reason: "..., Desmond's full", "... because she is in hospital"."""
    bare = LEADING_REFERENCE.sub("", words)
    begins = _REASON_BEGINS.search(bare)
    reason = bare[begins.end() :].strip(" .)") if begins else ""
    if not reason or len(reason.split()) < 2 or _NO_REASON.match(reason):
        return None
    return reason


def rest_of_command(words: str, verb: Verb) -> str | None:
    bare = LEADING_REFERENCE.sub("", words)
    if verb is Verb.ERASE and (asked := asked_to_erase(bare)):
        return asked
    colon = bare.partition(":")[2].strip()
    if colon:
        return colon
    found = dict(VERBS)[verb].search(bare.lower())
    after = bare[found.end() :] if found else ""
    after = re.sub(
        r"(?i)^[\s,]*(?:please\b)?[\s,]*(?:R-?\s?\d{4,6}\b|L-\s?\d+\b|\d{4}\b)?[\s,]*(?:please\b)?[\s,.:;–-]*",
        "",
        after,
    )
    after = re.sub(r"(?i)^(?:as|because|since)\s+", "", after)
    after = _ALARM_OBJECT.sub("", after)
    return after.strip() if len(after.split()) >= 2 else None


def asked_to_erase(words: str) -> str | None:
    """ "has asked us to delete everything": the wish of the person whose case it is, without who that is."""
    wish = re.search(r"(?i)\b(?:has (?:asked|written|requested|told|said)|asked us|wrote|wants|requested)\b.*", words)
    return wish[0].strip(" .") if wish else None


def asked_for(words: str, verb: Verb) -> str | None:
    if verb is Verb.REPORT:
        found = re.search(r"(?i)\b(?:the )?((?:figures|statistics|stats|numbers|report|how many)\b.*)", words)
        return found[1].strip(" ?.") if found else None
    found = re.search(r"(?i)\b(?:room|space|capacity|free|available)\b\s*(.*)", words)
    if not found:
        return None
    asked = found[1].strip(" ?.")
    return asked or None


def name_in(words: str) -> str | None:
    found = NAME.search(words)
    return found[0] if found else None


def is_particular(piece: Piece) -> bool:
    """A line that tells something of the new volunteer, not the next command."""
    if references_in(piece.words) and not re.search(r"\d{3} ?\d{3}", piece.words):
        return False
    return not any(words.search(piece.plain) for _, words in VERBS) and len(piece.words) > 2
