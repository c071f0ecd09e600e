"""A referral is given to somebody: "assign 1042 to Ben", "Bridget would be better for 2101"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.around_orders import LEADING_REFERENCE, NOT_NAMED
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.reason_words import reason_in
from mailbot.reading.staff.references import references_in
from mailbot.reading.staff.told_in_piece import name_in
from mailbot.reading.words.plain import plain

_MOST_AT_ONCE = 4  # referrals that one sentence gives to one volunteer
_ANYBODY_BUT = re.compile(
    r"\b(?:any|some|every)(?:one|body)(?: else)? (?:but|except|bar|other than|apart from|instead of|not)\b"
)
_TO_SOMEBODY = re.compile(r"\b(?:to|let|assign) (?:him|her|them)\b")


def assign(sheet: OrderSheet, at: int, piece: Piece) -> None:
    instead = piece.words.partition(" instead")
    told = re.split(r"\b(?:to|with|for|assign)\b", piece.words)
    after = instead[0] if instead[1] else told[-1] if len(told) > 1 else piece.words
    volunteer = (
        _in_the_order(sheet, piece)
        or sheet.digest.volunteer(after.partition(",")[0])
        or name_in(LEADING_REFERENCE.sub("", after))
        or sheet.digest.volunteer(NOT_NAMED.sub("", piece.words))
        or name_in(piece.words)
    )
    if not volunteer and _TO_SOMEBODY.search(piece.plain):
        volunteer = sheet.somebody_before(at)
    references = sheet.references(at)
    several = len(references) > 1 and len(sheet.digest.volunteers_in(piece.words)) == 1
    one_or_named = len(references) == 1 or (several and all_named(references, piece))
    if not volunteer or not one_or_named or _ANYBODY_BUT.search(piece.plain):
        sheet.doubt(piece)
        return
    for reference in references:
        assigned(sheet, reference, volunteer, piece)


def _in_the_order(sheet: OrderSheet, piece: Piece) -> str | None:
    """The one volunteer in the clause that gives the order: "Bridget would be better for 2101, Hetty's had two"."""
    clauses = re.split(r",(?= )|;| - | because | since ", NOT_NAMED.sub("", piece.words))
    orders = [one for one in clauses if dict(VERBS)[Verb.ASSIGN].search(plain(one))]
    if len(clauses) < 2 or len(orders) != 1 or " to " in orders[0]:
        return None
    return sheet.digest.volunteer(orders[0])


def all_named(told: Sequence[str], piece: Piece) -> bool:
    """ "1438 and 1439 both to Carol": several are meant only where each is told by its number."""
    return 1 < len(told) <= _MOST_AT_ONCE and set(told) <= set(references_in(piece.words)) and " or " not in piece.plain


def give(sheet: OrderSheet, referral: str, volunteer: str, suggested: Sequence[str], piece: Piece) -> None:
    if referral in suggested:
        sheet.order(StaffCommand(Verb.APPROVE, referral=referral), piece)
    else:
        assigned(sheet, referral, volunteer, piece)


def assigned(sheet: OrderSheet, referral: str, volunteer: str, piece: Piece) -> None:
    reason = reason_in(piece.words, about=volunteer)
    sheet.order(StaffCommand(Verb.ASSIGN, referral, volunteer, text=reason), piece)
