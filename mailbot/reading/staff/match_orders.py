"""Orders about matches: a suggestion agreed to, in whatever words, and a referral given to somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.agreement import agrees, liked, liked_together, speaks_of_the_rest
from mailbot.reading.staff.around_orders import NAMED_FOR, NOT_NAMED, REPEATED, SIGNED, is_courtesy
from mailbot.reading.staff.exceptions import all_but
from mailbot.reading.staff.giving import all_named, give
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.references import references_in
from mailbot.reading.staff.shorthand import is_hedged, shorthand
from mailbot.reading.staff.told_in_piece import name_in
from mailbot.reading.words.plain import plain

_ABOUT_THEM = re.compile(r"^(?!.*(?:'s| (?:one|match)\b)).*\b(?:is|sounds|looks|works|suits)\b")
_GO_AHEAD = re.compile(
    r"(?:(?:yes|ok|okay|great|lovely|perfect|fine)[ ,.!-]+){0,3}(?:please )?(?:go ahead|go for it|approved?)"
    r"(?:[ ,]+(?:please|pls|thanks|thank you|with it|with this)){0,2}[ .!]*"
)
_COUNTED = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MAY_BE_REPEATED = frozenset({Verb.APPROVE, Verb.SHOW, Verb.HOLD, Verb.CLOSE})


def in_shorthand(sheet: OrderSheet, at: int, piece: Piece) -> bool:
    """ "1263 ok", "Glenys: 1266", "all three: go"; what waits for no approval is not approved by an "ok"."""
    if piece.asks or piece.tied or not (short := shorthand(piece.words, sheet.digest, piece.plain)):
        return False
    if short.volunteer:
        return _likes(sheet, short.volunteer, short.references or sheet.references(at), piece)
    if short.all_of and all_but(piece.words, piece.plain, sheet.digest) is None:
        return _approves_counted(sheet, short.all_of, piece)
    if short.all_of or not set(short.references) <= set(sheet.digest.for_approval):
        return False
    sheet.order_each(Verb.APPROVE, short.references, piece)
    return True


def _approves_counted(sheet: OrderSheet, counted: str, piece: Piece) -> bool:
    waiting = sheet.digest.placed(piece.plain) or sheet.digest.for_approval
    number = next((number for word, number in _COUNTED.items() if word in counted.split()), len(waiting))
    if not waiting or number != len(waiting):
        return False
    sheet.order_each(Verb.APPROVE, waiting, piece)
    return True


def agrees_to_a_match(sheet: OrderSheet, verb: Verb | None, at: int, piece: Piece) -> bool:
    """ "ok" under a line that wants approval, "yes to all but 1312", "Saul will do", "Grace for 1310"."""
    if verb not in (None, Verb.APPROVE, Verb.SHOW) or piece.asks:
        return False
    if verb is None and piece.lent in sheet.digest.for_approval and agrees(piece.plain):
        sheet.order(StaffCommand(Verb.APPROVE, referral=piece.lent), piece)
        return True
    if _goes_ahead_with_the_only_one(sheet, piece):
        sheet.order_each(Verb.APPROVE, sheet.digest.for_approval, piece)
        return True
    but = all_but(piece.words, piece.plain, sheet.digest)
    if but is not None:
        sheet.order_each(Verb.APPROVE, but, piece)
        return True
    if _likes_together(sheet, piece) or _repeats(sheet, at, piece):
        return True
    kept = NOT_NAMED.sub("", piece.words)
    volunteer = sheet.digest.volunteer(kept)
    if (
        volunteer is None
        and verb is None
        and not piece.tied
        and (piece.lent or (sheet.context and not sheet.is_digest))
    ):
        return _names_a_stranger(sheet, at, piece)
    if volunteer is None or verb is Verb.SHOW or piece.tied:
        return False
    names = {volunteer.lower(), volunteer.split()[0].lower()}
    if said := liked(piece.plain):
        if _ABOUT_THEM.search(piece.plain) and not (references_in(piece.words) or piece.lent):
            return False  # "Ben is fine" may be how Ben is
        return not names.isdisjoint((said, *said.split())) and _likes(
            sheet, volunteer, references_in(piece.words) or sheet.references(at), piece
        )
    named = NAMED_FOR.fullmatch(plain(kept)) if verb is None and not is_hedged(piece.plain) else None
    return bool(named and named["name"] in names) and _names(sheet, volunteer, at, piece)


def _goes_ahead_with_the_only_one(sheet: OrderSheet, piece: Piece) -> bool:
    """ "Go ahead", as the whole letter, in answer to an email in which one match waits."""
    if len(sheet.digest.for_approval) != 1 or piece.lent or not _GO_AHEAD.fullmatch(piece.plain):
        return False
    others = (one for one in sheet.pieces if one is not piece)
    return all(
        is_courtesy(one.plain) or SIGNED.fullmatch(one.words) or not re.search(r"\w", one.words) for one in others
    )


def _likes_together(sheet: OrderSheet, piece: Piece) -> bool:
    """ "Yes to Ravi and Maureen": each is suggested for one referral, and named in no other way."""
    volunteers = sheet.digest.volunteers_in(piece.words)
    if len(volunteers) < 2 or references_in(piece.words) or piece.tied or not liked_together(piece.plain):
        return False
    told = [sheet.digest.suggested_for(name) for name in volunteers]
    sheet.order_each(Verb.APPROVE, [one[0] for one in told] if all(len(one) == 1 for one in told) else (), piece)
    return True


def _repeats(sheet: OrderSheet, at: int, piece: Piece) -> bool:
    """ "& 1242", "same for 1043": what was ordered just before holds for these too."""
    if (
        not REPEATED.fullmatch(piece.plain)
        or not at
        or not sheet.found
        or sheet.found[-1][1] != sheet.pieces[at - 1].words
    ):
        return False
    before = sheet.found[-1][0]
    if before.verb not in _MAY_BE_REPEATED:
        return False
    for reference in references_in(piece.words) or ((piece.lent,) if piece.lent else ()):
        sheet.order(replace(before, referral=reference), piece)
    return True


def _likes(sheet: OrderSheet, volunteer: str, told: Sequence[str], piece: Piece) -> bool:
    """A volunteer who is found good is approved where suggested, and assigned where the referral is named."""
    suggested = sheet.digest.suggested_for(volunteer)
    if not told and len(suggested) == 1:
        told = suggested
    if len(told) != 1 and not all_named(told, piece):
        sheet.doubt(piece)
        return True
    for reference in told:
        give(sheet, reference, volunteer, suggested, piece)
    return True


def _names(sheet: OrderSheet, volunteer: str, at: int, piece: Piece) -> bool:
    """ "Bartholomew for 1128 please", or the name alone in answer to the question who should take it."""
    told = references_in(piece.words) or sheet.digest.placed(piece.plain) or ((piece.lent,) if piece.lent else ())
    if not told and re.search(r"\b(?:instead|(?:this|that)(?: one)?|it|her|him)\b", piece.plain):
        told = sheet.references(at)
    if not told and not sheet.is_digest and sheet.context:
        told = (sheet.context,)
    if not told and len(sheet.digest.references) == 1:
        told = sheet.digest.references
    return len(told) == 1 and _likes(sheet, volunteer, told, piece)


def _names_a_stranger(sheet: OrderSheet, at: int, piece: Piece) -> bool:
    """A full name that our email did not hold, where it had asked who should take it."""
    name = name_in(piece.words)
    named = NAMED_FOR.fullmatch(piece.plain)
    return bool(name and named and named["name"] == plain(name)) and _names(sheet, name or "", at, piece)


def approve_all(sheet: OrderSheet, piece: Piece) -> None:
    if all_but(piece.words, piece.plain, sheet.digest) is not None:  # what is excepted was not understood
        sheet.doubt(piece)
        return
    number = re.search(r"\b(?:all|both|other)\b(?: (two|three|four|five|six|\d))?", piece.plain)
    wanted = _COUNTED.get((number and number[1]) or "")
    waiting = sheet.digest.for_approval
    if speaks_of_the_rest(piece.plain):
        told = {reference for other in sheet.pieces for reference in _told_by(sheet, other)}
        waiting = tuple(reference for reference in waiting if reference not in told)
    elif "both" in piece.plain.split():
        wanted = 2
    sheet.order_each(Verb.APPROVE, waiting if wanted in (None, len(waiting)) else (), piece)


def _told_by(sheet: OrderSheet, piece: Piece) -> tuple[str, ...]:
    named = sheet.digest.named(piece.words)
    lent = tuple(reference for reference in (piece.lent, named) if reference)
    return (*references_in(piece.words), *sheet.digest.placed(piece.plain), *lent)
