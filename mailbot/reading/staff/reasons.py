"""The reason of an order, where it stands in another sentence than the order itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.around_orders import LEADING_REFERENCE, SIGNED, TAKEN_BACK, TOPIC, is_courtesy
from mailbot.reading.staff.digest_lines import references_in
from mailbot.reading.staff.doubts import is_told
from mailbot.reading.staff.meant import NEIGHBOURS
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.told_in_piece import asked_to_erase

_WANTS_A_REASON = frozenset({Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE, Verb.HOLD, Verb.ASSIGN})


def find_reasons(sheet: OrderSheet) -> None:
    """Where the piece itself holds no reason, it stands around it in the same paragraph, in pieces of no order."""
    orders = {words for command, words in sheet.found if command.verb is not Verb.CALLED}
    for number, (command, words) in enumerate(sheet.found):
        if command.verb in _WANTS_A_REASON and command.text is None:
            at = next((at for at, piece in enumerate(sheet.pieces) if piece.words == words), None)
            if at is not None:
                sheet.found[number] = (replace(command, text=_reason_around(sheet, command, at, orders)), words)


def _reason_around(sheet: OrderSheet, command: StaffCommand, at: int, orders: Collection[str]) -> str | None:
    """What stands before the order, else what follows it."""
    paragraph = sheet.pieces[at].paragraph
    for near in (sheet.pieces[max(0, at - NEIGHBOURS) : at], sheet.pieces[at + 1 : at + NEIGHBOURS + 1]):
        told = [
            LEADING_REFERENCE.sub("", other.words)
            for other in near
            if other.paragraph == paragraph and other.words not in orders and _may_be_a_reason(other, command)
        ]
        if reason := " ".join(told).strip():
            return (asked_to_erase(reason) or reason) if command.verb is Verb.ERASE else reason
    return None


def forget_reasons_in_doubt(sheet: OrderSheet) -> None:
    """A sentence that names a referral with a doubt is asked back, unless it is the reason of an order about it."""
    reasons = " ".join(command.text or "" for command, _ in sheet.found)
    sheet.unclear = [words for words in sheet.unclear if LEADING_REFERENCE.sub("", words) not in reasons]


def _may_be_a_reason(piece: Piece, command: StaffCommand) -> bool:
    told = references_in(piece.words)
    if told and command.referral not in told:
        return False
    if is_courtesy(piece.plain) or SIGNED.fullmatch(piece.words) or TOPIC.fullmatch(piece.plain):
        return False
    if TAKEN_BACK.search(piece.plain):
        return False
    return is_told(piece) or not any(words.search(piece.plain) for _, words in VERBS)
