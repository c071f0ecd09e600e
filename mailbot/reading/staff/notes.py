"""A note: which words belong to it, in its own sentence, before it and behind it."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb
from mailbot.reading.staff.around_orders import SIGNED, is_courtesy
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.references import references_in
from mailbot.reading.staff.told_in_piece import noted

_ORDERS_ITSELF = re.compile(
    r"\bplease\b|^(?:and |then |so )*(?:approve|close|hold|assign|reopen|show|pause|give|offer|put|keep|leave|push|park"
    r"|who) (?:it|her|him|them|this|that|until|till|is|has)\b(?! (?:own|old|new|bank|phone)\b)"
)
_TAKES_OVER = re.compile(r"[\w'-]+(?: [\w'-]+)? (?:to|can|will) (?:take|have) (?:it|her|him|them|over|this)\b")


def note_at(sheet: OrderSheet, at: int) -> tuple[str | None, int]:
    """The note's text, and where the next order may begin: after a colon it goes on to the end of its paragraph."""
    piece = sheet.pieces[at]
    text, end = noted(piece.words), at + 1
    if text is None:  # "Could you put that on her notes": that is what stands before
        text = _told_before(sheet, at)
    while text and end < len(sheet.pieces) and _goes_on(sheet.pieces[end], piece):
        text = f"{text}{sheet.pieces[end].joint}{sheet.pieces[end].words}"
        end += 1
    return text, end


def _told_before(sheet: OrderSheet, at: int) -> str | None:
    """The sentence before, or what stands before in the same sentence."""
    begin = at
    while begin and (begin == at or sheet.pieces[begin].goes_on):
        if sheet.pieces[begin - 1].paragraph != sheet.pieces[at].paragraph:
            break
        begin -= 1
    return "".join(f"{one.joint}{one.words}" for one in sheet.pieces[begin:at]).strip() or None


def _goes_on(piece: Piece, note: Piece) -> bool:
    """Every part of a note's own sentence belongs to it, but for what is plainly an order by itself."""
    if piece.goes_on and piece.paragraph == note.paragraph and not references_in(piece.words):
        return _ORDERS_ITSELF.search(piece.plain) is None
    return ":" in note.words and _continues(piece, note)


def _continues(piece: Piece, note: Piece) -> bool:
    if piece.paragraph != note.paragraph or piece.asks or references_in(piece.words):
        return False
    if (
        _TAKES_OVER.match(piece.plain)
        or is_courtesy(piece.plain)
        or SIGNED.fullmatch(piece.words)
        or "please" in piece.plain
    ):
        return False
    return all(not words.search(piece.plain) or verb is Verb.ASSIGN for verb, words in VERBS)
