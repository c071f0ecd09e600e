"""Orders read out of the pieces of a staff letter, one after the other; what is not certain is left ``unclear``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.agreement import speaks_of_the_rest
from mailbot.reading.staff.alarm_orders import clears_alarm
from mailbot.reading.staff.answer_orders import answer_briefly
from mailbot.reading.staff.answers import begins_with_yes
from mailbot.reading.staff.around_orders import ALL, SIGNED, TAKEN_BACK, is_courtesy
from mailbot.reading.staff.bare_orders import bare_order
from mailbot.reading.staff.credential_orders import credential_order, speaks_of_a_credential
from mailbot.reading.staff.digest_lines import references_in
from mailbot.reading.staff.doubts import is_ruled_out, is_told, is_uncertain, leans_on_doubt
from mailbot.reading.staff.match_orders import agrees_to_a_match, approve_all, assign, in_shorthand
from mailbot.reading.staff.meant import until_meant
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.reasons import find_reasons, forget_reasons_in_doubt
from mailbot.reading.staff.second_thoughts import contradicted, second_thought
from mailbot.reading.staff.told_in_piece import asked_for, noted, reason_in, rest_of_command
from mailbot.reading.staff.volunteer_orders import add_volunteer, pause_volunteer
from mailbot.reading.words.plain import plain

_ORDERS_ITSELF = re.compile(
    r"\bplease\b|^(?:and |then |so )*(?:approve|close|hold|assign|reopen|show|pause|give|offer|put|keep|leave|push|park"
    r"|who) (?:it|her|him|them|this|that|until|till|is|has)\b(?! (?:own|old|new|bank|phone)\b)"
)
_SAYS = re.compile(r"\w\w|\d")  # lines of mere signs say nothing, and a letter may hold thousands
_NAMES_SOMETHING = re.compile(r"[^\W\d_]{2}|\d{4}")
_THEM = re.compile(r"\b(?:them|those|these)\b")


def read_orders(sheet: OrderSheet) -> None:
    """Fill the sheet, piece by piece; a reference or a reason may stand in a neighbouring piece of the paragraph."""
    skip_to = 0
    for at, piece in enumerate(sheet.pieces):
        if at < skip_to or not _SAYS.search(piece.plain) or is_courtesy(piece.plain):
            continue
        skip_to = _read_piece(sheet, at, piece)
    for one in tuple(contradicted(sheet.found)):
        sheet.withdraw(one)
    find_reasons(sheet)
    forget_reasons_in_doubt(sheet)


def _read_piece(sheet: OrderSheet, at: int, piece: Piece) -> int:
    bare = bare_order(piece.plain, answers_task=not sheet.is_digest) if not piece.asks else None
    if bare and all(other is piece or is_courtesy(other.plain) for other in sheet.pieces):
        sheet.order(bare, piece)
        return at + 1
    if not piece.relayed and not piece.asks and (credential := credential_order(piece, sheet.digest)):
        sheet.order(credential, piece)
        return at + 1
    verb = next((verb for verb, words in VERBS if words.search(piece.plain)), None)
    if verb is Verb.NOTE:
        return _note(sheet, at, piece)
    if piece.relayed:
        _relayed(sheet, verb, piece)
        return at + 1
    if sheet.found and (thought := second_thought(piece.words)):
        rest, verbs = thought
        about = {command.referral for command in sheet.take_back(at, verbs) if command.referral}
        if not rest:
            return at + 1
        lent = piece.lent or (about.pop() if len(about) == 1 else None)
        piece = replace(piece, words=rest, plain=plain(rest), lent=lent)
        verb = next((verb for verb, words in VERBS if words.search(piece.plain)), None)
    if leans_on_doubt(sheet.pieces, at) and (verb is not None or references_in(piece.words)):
        sheet.doubt(piece)
        return at + 1
    taken_back = TAKEN_BACK.search(piece.plain)
    if taken_back and verb is not Verb.ASSIGN:
        sheet.take_back(at)
        return at + 1
    if verb is None and clears_alarm(sheet, at, piece):
        return at + 1
    if verb is None and speaks_of_a_credential(piece):
        sheet.doubt(piece)
        return at + 1
    names_something = _NAMES_SOMETHING.search(piece.plain) is not None
    if names_something and (in_shorthand(sheet, at, piece) or agrees_to_a_match(sheet, verb, at, piece)):
        return at + 1
    if verb is None or (verb is Verb.APPROVE and not sheet.is_digest and begins_with_yes(piece.plain)):
        answer_briefly(sheet, at, piece)
        return at + 1
    if verb is Verb.ADD_VOLUNTEER:
        return add_volunteer(sheet, at)
    if is_ruled_out(verb, piece):
        sheet.take_back(at, {verb})
    elif is_uncertain(verb, piece, tuple(name.lower() for name, _ in sheet.digest.by_name)):
        sheet.doubt(piece)
    elif not (verb is Verb.SHOW and is_told(piece)):
        _command(sheet, verb, at, piece)
    return at + 1


def _relayed(sheet: OrderSheet, verb: Verb | None, piece: Piece) -> None:
    """What somebody else wrote orders nothing; where it would order something the desk asks whether it is meant."""
    if verb is not None and verb not in (Verb.SHOW, Verb.HELP, Verb.LIST_VOLUNTEERS, Verb.REPORT):
        sheet.doubt(piece)


def _note(sheet: OrderSheet, at: int, piece: Piece) -> int:
    """A note after a colon goes on to the end of its paragraph, or to the next order."""
    text, end = noted(piece.words), at + 1
    if text is None:  # "Could you put that on her notes": that is what stands before
        text = " ".join(one.words for one in sheet.pieces[:at] if one.paragraph == piece.paragraph) or None
    while text and end < len(sheet.pieces) and _goes_on(sheet.pieces[end], piece):
        text = f"{text} {sheet.pieces[end].words}"
        end += 1
    _add(sheet, Verb.NOTE, at, text=text)
    return end


def _goes_on(piece: Piece, note: Piece) -> bool:
    """Every part of a note's own sentence belongs to it, but for what is plainly an order by itself."""
    if piece.goes_on and piece.paragraph == note.paragraph and not references_in(piece.words):
        return _ORDERS_ITSELF.search(piece.plain) is None
    return ":" in note.words and _continues(piece, note)


def _continues(piece: Piece, note: Piece) -> bool:
    if piece.paragraph != note.paragraph or piece.asks or references_in(piece.words):
        return False
    if is_courtesy(piece.plain) or SIGNED.fullmatch(piece.words) or "please" in piece.plain:
        return False
    return all(not words.search(piece.plain) or verb is Verb.ASSIGN for verb, words in VERBS)


def _command(sheet: OrderSheet, verb: Verb, at: int, piece: Piece) -> None:
    if (
        verb is Verb.APPROVE
        and not references_in(piece.words)
        and (ALL.search(piece.plain) or speaks_of_the_rest(piece.plain))
    ):
        approve_all(sheet, piece)
    elif verb is Verb.APPROVE and _THEM.search(piece.plain) and _told_of_all(sheet, at):
        approve_all(sheet, sheet.pieces[at - 1])
    elif verb is Verb.ASSIGN:
        assign(sheet, at, piece)
    elif verb is Verb.PAUSE_VOLUNTEER:
        pause_volunteer(sheet, at, piece)
    elif verb in (Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.HELP):
        text = None if verb is Verb.HELP else asked_for(piece.words, verb)
        sheet.order(StaffCommand(verb, text=text), piece)
    elif verb is Verb.HOLD:
        _add(sheet, verb, at, until=until_meant(sheet.pieces, at, sheet.sent_on), text=reason_in(piece.words))
    elif verb in (Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE):
        _add(sheet, verb, at, text=rest_of_command(piece.words, verb))
    else:
        _add(sheet, verb, at, text=_why_approved(piece) if verb is Verb.APPROVE else None)


def _add(sheet: OrderSheet, verb: Verb, at: int, *, until: date | None = None, text: str | None = None) -> None:
    piece = sheet.pieces[at]
    references = sheet.references(at)
    grave = verb in (Verb.ERASE, Verb.RESOLVE_RISK)
    if not references or (grave and len(references) > 1):
        sheet.doubt(piece)
        return
    for reference in references:
        sheet.order(StaffCommand(verb, referral=reference, until=until, text=text), piece)


def _why_approved(piece: Piece) -> str | None:
    reason = reason_in(piece.words)
    return reason if reason and not any(words.search(plain(reason)) for _, words in VERBS) else None


def _told_of_all(sheet: OrderSheet, at: int) -> bool:
    """Does the piece before this one, which says "them", speak of all that wait?"""
    before = sheet.pieces[at - 1] if at else None
    return before is not None and bool(ALL.search(before.plain)) and not references_in(sheet.pieces[at].words)
