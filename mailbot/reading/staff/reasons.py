"""The reason of an order, where it stands in another sentence than the order itself.

A reason stands next to its order in the same paragraph, with no other order between them, and is bound to it: the order
points back at it ("close it"), or it tells of somebody ("she ...", "Her lad ...", a name, the number).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.around_orders import LEADING_REFERENCE, SIGNED, TAKEN_BACK, TOPIC, is_courtesy
from mailbot.reading.staff.doubts import is_told
from mailbot.reading.staff.meant import NEIGHBOURS
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.reason_words import tidied
from mailbot.reading.staff.references import references_in
from mailbot.reading.staff.second_thoughts import second_thought

_WANTS_A_REASON = frozenset(
    {Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE, Verb.HOLD, Verb.ASSIGN, Verb.PAUSE_VOLUNTEER}
)
_TOLD = frozenset({Verb.CALLED, Verb.DONE})  # answers, which may be a reason; "seen" says nothing of what was done
_SOMEBODY = re.compile(
    r"\b(?:she|he|they|her|his|him|them|their|hers|theirs|mum|mam|mother|father|dad|son|daughter|lad|family|lady"
    r"|gentleman|volunteer|th(?:is|at) one)\b"
)
_GOES_ON = re.compile(r"(?:(?:and|but|because|apparently)\W+)*(?:she|he|they|her|his|their|it)\b")
# What is said at the end of a letter and is the reason of nothing: plans, wishes, and what is not settled
_NO_REASON = re.compile(
    r"\b(?:will|shall|going to|let me|hope|see you|have a (?:good|nice|lovely)|might|maybe|perhaps|not sure|settled"
    r"|wondering|meanwhile|otherwise|also|urgent|that'?s (?:it|all)|all done|good|sorry|apologies|stands|nothing"
    r"|leave)\b"
    r"|(?:i|we)'ll\b|^(?:the )?(?:others?|rest)\b|^more\b|^long (?:day|week)"
)
_LEADING_NUMBER = re.compile(r"(?i)^\W*(?:R-?)?\d{4,6}\b(?!'s|’s)[ \t]*[:,–-]?[ \t]*")
_NAMED_ANEW = re.compile(r"^(?:[A-Z][\w'’-]+ ){1,3}\((?:R-?)?\d{4,6}\),? ")  # "Lee Carver (R-1064) has asked"
_MOST_ORDERS = 100  # of one letter whose reasons are looked for
_MOST_AFTER = 2  # sentences after an order that may give its reason


def find_reasons(sheet: OrderSheet) -> None:
    """Where the piece itself holds no reason, it stands around it in the same paragraph, in pieces of no order."""
    orders = _orders_of(sheet)
    for number, (command, words) in enumerate(sheet.found[:_MOST_ORDERS]):
        if command.verb in _WANTS_A_REASON and command.text is None:
            at = next((at for at, piece in enumerate(sheet.pieces) if _is_of(piece, words)), None)
            if at is not None:
                sheet.found[number] = (replace(command, text=_reason_around(sheet, command, at, orders)), words)


def forget_reasons_in_doubt(sheet: OrderSheet) -> None:
    """A sentence that names a referral with a doubt is asked back, unless it is the reason of an order about it."""
    reasons = " ".join(command.text or "" for command, _ in sheet.found)
    sheet.unclear = [words for words in sheet.unclear if LEADING_REFERENCE.sub("", words).strip(" .!") not in reasons]


def _orders_of(sheet: OrderSheet) -> frozenset[str]:
    """The words of the pieces that give an order."""
    told = {words for command, words in sheet.found if command.verb not in _TOLD}
    ends = list(told - {piece.words for piece in sheet.pieces})[:_MOST_ORDERS]
    return frozenset(told | {piece.words for piece in sheet.pieces if ends and any(_is_of(piece, end) for end in ends)})


def _is_of(piece: Piece, words: str) -> bool:
    """An order keeps the words of its piece, or the end of them, where it was a second thought."""
    return piece.words.endswith(words)


def _reason_around(sheet: OrderSheet, command: StaffCommand, at: int, orders: Collection[str]) -> str | None:
    """What stands before the order, else what follows it."""
    before = sheet.pieces[max(0, at - NEIGHBOURS) : at][::-1]
    told = [_without_lead(one) for one in _next_to(sheet, command, at, before, orders)][::-1]
    if reason := tidied(" ".join(told)):
        return reason
    after = sheet.pieces[at + 1 : at + 1 + _MOST_AFTER]
    bound: list[str] = []
    for one in _next_to(sheet, command, at, after, orders, follows=True):
        if one.asks or _NO_REASON.search(one.plain) or (bound and not _GOES_ON.match(one.plain)):
            break
        bound.append(_without_lead(one))
    return tidied(" ".join(bound))


def _next_to(
    sheet: OrderSheet,
    command: StaffCommand,
    at: int,
    pieces: Sequence[Piece],
    orders: Collection[str],
    *,
    follows: bool = False,
) -> Iterator[Piece]:
    """The pieces from the order on, up to another order, another referral, or what is bound to neither."""
    order = sheet.pieces[at]
    points_back = not references_in(order.words) and sheet.digest.named(order.words) is None
    for piece in pieces:
        if piece.paragraph != order.paragraph or piece.words in orders:
            return
        told = references_in(piece.words)
        if told and command.referral and command.referral not in told and not piece.lent:
            return
        if is_courtesy(piece.plain) or SIGNED.fullmatch(piece.words) or TOPIC.fullmatch(piece.plain):
            continue
        if not _may_be_a_reason(piece):
            return
        bound = follows or points_back or piece.lent or _SOMEBODY.search(piece.plain) or _names(sheet, command, piece)
        if not bound:
            return
        yield piece


def _names(sheet: OrderSheet, command: StaffCommand, piece: Piece) -> bool:
    if command.referral and command.referral in references_in(piece.words):
        return True
    named = sheet.digest.named(piece.words)
    return (named is not None and named == command.referral) or bool(sheet.digest.volunteers_in(piece.words))


def _without_lead(piece: Piece) -> str:
    """The words of a sentence without the reference or the second thought at its beginning."""
    thought = second_thought(piece.words)
    words = thought[0] if thought else piece.words
    return _LEADING_NUMBER.sub("", _NAMED_ANEW.sub("", words))


def _may_be_a_reason(piece: Piece) -> bool:
    if TAKEN_BACK.match(piece.plain) and not second_thought(piece.words):
        return False
    return is_told(piece) or not any(words.search(piece.plain) for _, words in VERBS)
