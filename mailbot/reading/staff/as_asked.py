"""A wish that is told, and then granted: "1224 wants everything we hold wiped. Please do so."

Only erasing is so asked for: it is somebody's right, and staff tell of the request before they order it.
"""

from __future__ import annotations

import re

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.reason_words import tidied
from mailbot.reading.staff.references import references_in

_WISH = re.compile(
    r"\b(?:wants|asked|asks|asking|requested|requests|wrote|written|put it in writing|wishes|demands)\b.{0,120}"
    r"\b(?:deleted|erased|wiped|destroyed|forgotten|removed|(?:delete|erase|wipe|destroy|remove) (?:everything|all"
    r"|every))\b"
)
_OF_ALL = re.compile(r"\b(?:everything|all|every|whatever|any ?thing|data|details|record|file|lot)\b")
_DENIED = re.compile(
    r"\b(?:not|never|no|nothing|if|unless|whether|might|may|could|would|thinking|if|until|once|when|how|what (?:it"
    r"|would))\b"
    r"|n't\b|\?"
)
_GRANTED = re.compile(
    r"(?:(?:so|and|ok|okay|yes|then|now|pls|please|can you|could you|would you)[ ,]+)*"
    r"(?:please |pls )?(?:do (?:so|it|that|this|as (?:he|she|they) asks?)|go ahead|action (?:it|this|that)"
    r"|see to (?:it|this|that)"
    r"|make it so)(?:[ ,]+(?:please|pls|thanks|thank you|now|today|for me|with that|with it))*[ .!]*"
    r"|(?:so|and)? ?please do[ .!]*"
)


def grants_erasure(sheet: OrderSheet, at: int, piece: Piece) -> bool:
    """Is this piece nothing but a "please do so", after the one sentence of its paragraph that tells of the request?"""
    if piece.asks or piece.tied or not _GRANTED.fullmatch(piece.plain):
        return False
    before = [one for one in sheet.pieces[max(0, at - 4) : at] if one.paragraph == piece.paragraph]
    wishes = [one for one in before if _is_wish(one)]
    references = sheet.references(at)
    if (
        len(wishes) != 1
        or len(references) != 1
        or any(references_in(one.words) not in ((), references) for one in before)
    ):
        return False
    text = tidied(re.sub(r"(?i)^\W*(?:R-?)?\d{4,6}\b(?!'s|’s)[\s:,–-]*", "", wishes[0].words))
    sheet.order(StaffCommand(Verb.ERASE, referral=references[0], text=text), piece)
    return True


def _is_wish(piece: Piece) -> bool:
    found = _WISH.search(piece.plain)
    return bool(found and _OF_ALL.search(piece.plain) and not piece.asks and not _DENIED.search(piece.plain))
