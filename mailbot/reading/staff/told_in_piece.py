"""What stands in a piece beside its verb: a reason, the text of a note, a name, what is asked for."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb
from mailbot.reading.staff.digest_lines import references_in
from mailbot.reading.staff.order_words import LEADING_REFERENCE, NAME, RULED_OUT, UNCERTAIN, VERBS
from mailbot.reading.staff.pieces import Piece


def after_colon(words: str) -> str | None:
    after = words.partition(":")[2].strip()
    if after:
        return after
    rest = re.sub(
        r"(?i)^(?:please |can you |could you )?(?:(?:add|make|put) (?:a )?)?note\b(?: (?:on|for|to))?"
        r"\s*(?:R-?\s?\d{4,6}|\d{4})?\W*",
        "",
        words,
    )
    return rest.strip() or None


def reason_in(words: str) -> str | None:
    """What follows the first comma after the command, where it is a reason: "..., Desmond's full"."""
    bare = LEADING_REFERENCE.sub("", words)
    reason = bare.partition(",")[2].strip(" .")
    if not reason or len(reason.split()) < 2 or re.match(r"(?i)(?:R-?)?\d|not |till|until|please|say ", reason):
        return None
    return reason


def rest_of_command(words: str, verb: Verb) -> str | None:
    bare = LEADING_REFERENCE.sub("", words)
    if verb is Verb.ERASE and re.search(r"(?i)\bhas asked|wants|requested", bare):
        asked = re.search(r"(?i)(?:has asked|wants|requested)\b.*", bare)
        return asked[0].strip(" .") if asked else None
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
    return after.strip() if len(after.split()) >= 2 else None


def asked_for(words: str, verb: Verb) -> str | None:
    if verb is Verb.REPORT:
        found = re.search(r"(?i)\b(?:the )?((?:figures|statistics|stats|numbers|report|how many)\b.*)", words)
        return found[1].strip(" ?.") if found else None
    found = re.search(r"(?i)\b(?:room|space|capacity|free|available)\b(?: on)?(?: a| an| the)?\s*(.*)", words)
    if not found:
        return None
    asked = found[1].strip(" ?.")
    return asked or None


def name_in(words: str) -> str | None:
    found = NAME.search(words)
    return found[0] if found else None


def is_doubted(piece: Piece) -> bool:
    return bool(UNCERTAIN.search(piece.plain) or RULED_OUT.search(piece.plain) or references_in(piece.words))


def is_particular(piece: Piece) -> bool:
    """A line that tells something of the new volunteer, not the next command."""
    if references_in(piece.words) and not re.search(r"\d{3} ?\d{3}", piece.words):
        return False
    return not any(words.search(piece.plain) for _, words in VERBS) and len(piece.words) > 2
