"""Part of a sentence that leans on the part before it: "I'll close 1051 and approve 1042" orders neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.staff.doubts import ALREADY, SAID, UNCERTAIN, is_ruled_out, is_told, is_uncertain
from mailbot.reading.staff.order_words import verb_of
from mailbot.reading.staff.pieces import Piece

_LONGEST_CHAIN = 8  # parts of a sentence, each of which leans on the one before
_PAST_TOO = re.compile(r"(?:put|let|shut)\b")  # "I rang her and put 1050 on hold": it was done
_TELLS = re.compile(
    r"(?:\w+ )?(?:i|we|she|he|they|who)(?:'ve|'d| have| had| has)?\b(?! (?:want|need|think|would|agree)\b)"
)
_IMPERATIVE = re.compile(
    r"(?:please |so |just )*(?:close|approve|hold|reopen|open|pause|rest|park|show|keep|leave|give|assign|put|push)"
    r" (?:it|her|him|them|this|that|(?:r-?)?\d{4})\b"
)
_NOT_APART = re.compile(
    r"\b(?:i|we|you|who|if|unless|when|once|until|till|whether|or|should|not|never|say|said|says|told|asks|asked|wrote"
    r"|writes|reckons|thinks?|suggests?|maybe|perhaps|might)\b|n't\b"
)


def leans_on_doubt(pieces: Sequence[Piece], at: int) -> bool:
    """ "I'll close 1051 and approve 1042": the second is no more meant than the first, of which it is a part."""
    for _ in range(_LONGEST_CHAIN):
        if not at or not pieces[at].leans:
            return False
        before, piece = pieces[at - 1], pieces[at]
        if _orders_by_itself(before, piece):
            return False
        verb = verb_of(before.plain)
        if verb is not None and (is_ruled_out(verb, before) or is_uncertain(verb, before) or is_told(before)):
            return True
        if verb is None and any(words.search(before.plain) for words in (UNCERTAIN, ALREADY, SAID)):
            return True
        if _PAST_TOO.match(piece.plain) and _TELLS.match(before.plain):
            return True
        at -= 1
    return True  # nobody orders so much in one breath


def _orders_by_itself(before: Piece, piece: Piece) -> bool:
    """ "She'd like to try again, reopen her": somebody else's wish is told, and the order stands behind a comma."""
    apart = piece.joint.strip() in (",", "-", "–", "—", ", please")
    return apart and bool(_IMPERATIVE.match(piece.plain)) and not _NOT_APART.search(before.plain)
