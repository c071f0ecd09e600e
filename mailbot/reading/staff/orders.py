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
from mailbot.reading.staff.around_orders import ALL, TAKEN_BACK, is_courtesy
from mailbot.reading.staff.as_asked import grants_erasure
from mailbot.reading.staff.bare_orders import bare_order
from mailbot.reading.staff.credential_orders import credential_order, speaks_of_a_credential
from mailbot.reading.staff.doubts import is_ruled_out, is_told, is_uncertain
from mailbot.reading.staff.giving import assign
from mailbot.reading.staff.leaning import leans_on_doubt
from mailbot.reading.staff.match_orders import agrees_to_a_match, approve_all, in_shorthand
from mailbot.reading.staff.notes import note_at
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import verb_of
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.reason_words import reason_in, reason_of
from mailbot.reading.staff.reasons import find_reasons, forget_reasons_in_doubt
from mailbot.reading.staff.references import references_in
from mailbot.reading.staff.second_thoughts import contradicted, second_thought
from mailbot.reading.staff.sending_orders import emails_to_stop
from mailbot.reading.staff.told_in_piece import asked_for
from mailbot.reading.staff.until import until_meant, until_told
from mailbot.reading.staff.volunteer_orders import add_volunteer, pause_volunteer, unpause_volunteer
from mailbot.reading.words.plain import plain

_SAYS = re.compile(r"\w\w|\d")  # lines of mere signs say nothing, and a letter may hold thousands
_NAMES_SOMETHING = re.compile(r"[^\W\d_]{2}|\d{4}")
_MEANS_ANOTHER = re.compile(r"(?i)^\W*(?:i meant? |sorry,? |it'?s |for )*(?:r-?\s?)?\d{4,6}\W*$")
_REPORTS_A_WORRY = re.compile(
    r"\breport(?:s|ed|ing)? (?:a |an |this |that |her |his |their )?(?:\w+ )?(?:concern|worry|risk)\b"
)
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
    stopped = emails_to_stop(piece.plain)
    if stopped and not (piece.asks or piece.tied or piece.relayed or leans_on_doubt(sheet.pieces, at)):
        for command in stopped:
            sheet.order(command, piece)
        return at + 1
    if not piece.relayed and not piece.asks and (credential := credential_order(piece, sheet.digest)):
        sheet.order(credential, piece)
        return at + 1
    verb = verb_of(piece.plain)
    if verb is Verb.NOTE:
        return _note(sheet, at, piece)
    if piece.relayed:
        _relayed(sheet, verb, piece)
        return at + 1
    if sheet.found and (thought := second_thought(piece.words)):
        rest, verbs = thought
        taken = sheet.take_back(at, verbs) or (sheet.take_back_last(verbs) if _MEANS_ANOTHER.search(rest) else [])
        about = {command.referral for command in taken if command.referral}
        if not rest:
            return at + 1
        lent = piece.lent or (about.pop() if len(about) == 1 else None)
        piece = replace(piece, words=rest, plain=plain(rest), lent=lent)
        verb = verb_of(piece.plain)
    if leans_on_doubt(sheet.pieces, at) and (verb is not None or references_in(piece.words)):
        sheet.doubt(piece)
        return at + 1
    taken_back = TAKEN_BACK.search(piece.plain)
    if taken_back and verb is not Verb.ASSIGN:
        sheet.take_back(at)
        return at + 1
    if verb is None and clears_alarm(sheet, at, piece):
        return at + 1
    if verb is None and speaks_of_a_credential(piece, sheet.digest):
        sheet.doubt(piece)
        return at + 1
    if grants_erasure(sheet, at, piece):
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


def _note(sheet: OrderSheet, at: int, piece: Piece) -> int:
    text, end = note_at(sheet, at)
    own = references_in(piece.words.partition(":")[0]) if ":" in piece.words else ()
    if own:  # "note R-1042: the same family as R-1043" is no note on the other
        for reference in own:
            sheet.order(StaffCommand(Verb.NOTE, referral=reference, text=text), piece)
    else:
        _add(sheet, Verb.NOTE, at, text=text)
    return end


def _relayed(sheet: OrderSheet, verb: Verb | None, piece: Piece) -> None:
    """What somebody else wrote orders nothing; where it would order something the desk asks whether it is meant."""
    if verb is not None and verb not in (Verb.SHOW, Verb.HELP, Verb.LIST_VOLUNTEERS, Verb.REPORT):
        sheet.doubt(piece)


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
    elif verb is Verb.UNPAUSE_VOLUNTEER:
        unpause_volunteer(sheet, at, piece)
    elif verb is Verb.REPORT and (references_in(piece.words) or _REPORTS_A_WORRY.search(piece.plain)):
        sheet.doubt(piece)  # "report a concern about R-1042" asks for no figures
    elif verb in (Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.HELP):
        text = None if verb is Verb.HELP else asked_for(piece.words, verb)
        sheet.order(StaffCommand(verb, text=text), piece)
    elif verb is Verb.HOLD:
        until = until_meant(sheet.pieces, at, sheet.sent_on, _held_until(sheet, at))
        _add(sheet, verb, at, until=until, text=reason_in(piece.words))
    elif verb in (Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE):
        _add(sheet, verb, at, text=reason_of(piece.words, verb))
    else:
        _add(sheet, verb, at)


def _add(sheet: OrderSheet, verb: Verb, at: int, *, until: date | None = None, text: str | None = None) -> None:
    piece = sheet.pieces[at]
    references = sheet.references(at)
    grave = verb in (Verb.ERASE, Verb.RESOLVE_RISK)
    if not references or (grave and len(references) > 1) or (verb is Verb.APPROVE and not _waits(sheet, at)):
        sheet.doubt(piece)
        return
    for reference in references:
        sheet.order(StaffCommand(verb, referral=reference, until=until, text=text), piece)


def _waits(sheet: OrderSheet, at: int) -> bool:
    """May what is approved be what waits for it? A number that the sentence names itself may be left off the list."""
    waiting = sheet.digest.for_approval
    return not waiting or bool(references_in(sheet.pieces[at].words)) or set(sheet.references(at)) <= set(waiting)


def _held_until(sheet: OrderSheet, at: int) -> date | None:
    references = sheet.references(at)
    held = sheet.digest.held_until(references[0]) if len(references) == 1 else None
    return until_told(held, sheet.sent_on) if held else None


def _told_of_all(sheet: OrderSheet, at: int) -> bool:
    """Does the piece before this one, which says "them", speak of all that wait?"""
    before = sheet.pieces[at - 1] if at else None
    return before is not None and bool(ALL.search(before.plain)) and not references_in(sheet.pieces[at].words)
