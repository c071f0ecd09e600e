"""Orders about an alarm that call it "it": "you can clear it" under its line, "1060: lift that please"."""

from __future__ import annotations

import re

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.pieces import Piece

_CLEARED = re.compile(
    r"(?:(?:so|and|please|now|ok|okay|yes|thanks|r-?\d{4,6}|\d{4})[ ,:.-]+)*"
    r"(?:clear|lift|drop|stand down|sign off) (?:it|this|that|this one|that one|r-?\d{4,6}|\d{4})"
    r"(?:[ ,]+(?:off|down|now|please|pls|thanks|then|for me|by me|from me))*[ .!]*"
)


def clears_alarm(sheet: OrderSheet, at: int, piece: Piece) -> bool:
    """Only of a referral that the quoted email lists as a risk: elsewhere "clear it" may mean anything."""
    if piece.asks or piece.tied or not _CLEARED.fullmatch(piece.plain):
        return False
    references = sheet.references(at)
    if len(references) != 1 or references[0] not in sheet.digest.at_risk:
        return False
    sheet.order(StaffCommand(Verb.RESOLVE_RISK, referral=references[0]), piece)
    return True
