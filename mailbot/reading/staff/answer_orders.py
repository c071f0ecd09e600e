"""Short answers as orders: "seen", "yes", "done", "called, 20 minutes", "for R-1042"."""

from __future__ import annotations

import re

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.skills.dates import lengths_told
from mailbot.reading.staff.answers import (
    ShortAnswer,
    confirms_or_refuses,
    short_answer,
    taken_back,
    told_call,
    was_reached,
)
from mailbot.reading.staff.around_orders import is_courtesy
from mailbot.reading.staff.doubts import UNCERTAIN
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.references import references_in

YES_TO_ONE = re.compile(r"(?:yes|no),? R-\d{4,6}[.!]?", re.IGNORECASE)  # what the digest prints, and nothing more
_WHEN = re.compile(
    r"\b(?:minutes?|mins?|hours?|hrs?|an hour) (?:ago|earlier|late|early)\b|\bin \d+ ?(?:m|min|mins|minutes)\b"
)


def answer_briefly(sheet: OrderSheet, at: int, piece: Piece) -> None:
    """ "Seen", "yes", "done", "new": answers that begin a sentence, with what goes with them."""
    answer = short_answer(piece.plain, asks=piece.asks) or told_call(piece.plain, asks=piece.asks)
    if answer is None and not sheet.is_digest:
        answer = confirms_or_refuses(piece.plain, doubted=piece.asks or not _stands_alone(sheet, piece))
    if answer is None:
        if references_in(piece.words) and (piece.asks or UNCERTAIN.search(piece.plain)):
            sheet.doubt(piece)
        elif sheet.found and (verbs := taken_back(piece.plain)):
            sheet.take_back(at, verbs)
    elif answer.verb is None:
        sheet.doubt(piece)
    elif answer.verb is Verb.NEW:
        sheet.order(StaffCommand(Verb.NEW), piece)
    elif answer.verb is Verb.JOIN:
        _joins(sheet, piece)
    elif answer.verb is Verb.CALLED:
        _called(sheet, at, piece)
    else:
        _answered(sheet, at, piece, answer, answer.verb)


def _stands_alone(sheet: OrderSheet, piece: Piece) -> bool:
    """ "Confirmed, she does not want it" and "confirm. Or rather refuse": what stands beside the word may turn it."""
    beside = [one for one in sheet.pieces if one is not piece and one.paragraph == piece.paragraph]
    return all(is_courtesy(one.plain) for one in beside)


def _answered(sheet: OrderSheet, at: int, piece: Piece, answer: ShortAnswer, verb: Verb) -> None:
    references = references_in(piece.words)
    yes_or_no = verb in (Verb.YES, Verb.NO)
    if yes_or_no and sheet.is_digest and sheet.context is None and YES_TO_ONE.fullmatch(piece.words.strip()):
        sheet.order(StaffCommand(verb, referral=references[0]), piece)
        return
    answers_itself = (
        yes_or_no and at > 0 and sheet.pieces[at - 1].asks and sheet.pieces[at - 1].paragraph == piece.paragraph
    )
    if answers_itself or len(references) > 1 or (yes_or_no and references and references != (sheet.context,)):
        sheet.doubt(piece)
        return
    lent = references[0] if references else piece.lent or sheet.context
    if yes_or_no and sheet.is_digest:
        if piece.lent and verb is Verb.YES and not answer.has_more:
            sheet.order(StaffCommand(Verb.APPROVE, referral=piece.lent), piece)
            return
        if not piece.lent and sheet.context is None:
            sheet.doubt(piece)
            return
    if verb is Verb.DONE and not lent:
        lent = next(iter(sheet.references(at)), None)
    text = piece.words.strip() if answer.has_more else None
    sheet.order(StaffCommand(verb, referral=lent, text=text), piece)


def _called(sheet: OrderSheet, at: int, piece: Piece) -> None:
    references = sheet.references(at)
    if not references:
        return
    if len(references) > 1 or sheet.digest.volunteer(piece.words):
        sheet.doubt(piece)
        return
    following = sheet.pieces[at + 1] if at + 1 < len(sheet.pieces) else None
    lengths = lengths_told(piece.plain)
    if not lengths and following and len(following.plain.split()) <= 3:  # "Called. 20 minutes."
        lengths = lengths_told(following.plain)
    told = lengths and was_reached(piece.plain) and not _WHEN.search(piece.plain)
    minutes = lengths[0].minutes if told else None
    command = StaffCommand(Verb.CALLED, referral=references[0], text=piece.words, minutes=minutes)
    sheet.order(command, piece)


def _joins(sheet: OrderSheet, piece: Piece) -> None:
    references = references_in(piece.words)
    if len(references) == 1 and not sheet.is_digest:
        sheet.order(StaffCommand(Verb.JOIN, referral=references[0]), piece)
    else:
        sheet.doubt(piece)
