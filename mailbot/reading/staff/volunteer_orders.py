"""Orders about volunteers themselves: one rests, one is new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.around_orders import NAME, SOMEBODY
from mailbot.reading.staff.doubts import RULED_OUT
from mailbot.reading.staff.meant import until_meant
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.shorthand import volunteers_named
from mailbot.reading.staff.told_in_piece import is_particular, name_in, reason_in
from mailbot.reading.words.plain import plain

_ADDRESS = re.compile(r"[^\s@,;:<>()\"“”']+@[\w-]+(?:\.[\w-]+)+")
_NAMED_BEFORE_ADDRESS = re.compile(  # "add volunteer sam reed sam@…": typed in small letters
    r"(?i)\b(?:volunteer|befriender|add|enrol|register|sign up|set up|take on)(?: called| named)?[:,]? +"
    r"(?P<name>(?!(?:a|the|our|new|as|to|please|for|volunteer|befriender)\b)[^\W\d_][\w'’-]*"
    r"(?: [^\W\d_][\w'’-]*){1,3})(?:,? +|,? *[(<\[])[^\s@,;:<>()]+@"
)
_THEM = re.compile(r"\b(?:put|add|enter|take|get|set) (?:him|her|them)\b")


def pause_volunteer(sheet: OrderSheet, at: int, piece: Piece) -> None:
    together = volunteers_named(piece.words, sheet.digest)
    if len(together) > 1 and _paused_together(piece, together):
        for one in together:
            _pause(sheet, at, one, reason_in(piece.words, about=one))
        return
    volunteer, reason = sheet.volunteer(piece) or _named_in_full(sheet, at), None
    if not volunteer and SOMEBODY.search(piece.plain):
        volunteer, reason = sheet.somebody_before(at)
    if not volunteer:
        if re.search(r"\bpause\b", piece.plain):
            sheet.doubt(piece)
        return
    _pause(sheet, at, volunteer, reason or reason_in(piece.words, about=volunteer))


def _pause(sheet: OrderSheet, at: int, volunteer: str, text: str | None) -> None:
    until = until_meant(sheet.pieces, at, sheet.sent_on)
    sheet.order(StaffCommand(Verb.PAUSE_VOLUNTEER, None, volunteer, until, text), sheet.pieces[at])


def _paused_together(piece: Piece, names: Sequence[str]) -> bool:
    """ "Pause Ben and Carys until May": nothing but an "and" stands between them."""
    either = "|".join(re.escape(plain(form)) for name in names for form in (name, name.split()[0]))
    joined = rf"(?:pause|rest|stand down|stand) (?:both )?(?:{either})(?:(?:,| and|, and| &) (?:{either}))+(?![\w'])"
    found = re.search(joined, piece.plain)
    return found is not None and all(plain(name.split()[0]) in found[0] for name in names)


def _named_in_full(sheet: OrderSheet, at: int) -> str | None:
    """A name that our email did not hold: in full here, or by its first name after the full one in the paragraph."""
    piece = sheet.pieces[at]
    if name := name_in(piece.words):
        return name
    for before in reversed(sheet.pieces[max(0, at - 3) : at]):
        name = name_in(before.words) if before.paragraph == piece.paragraph and not before.asks else None
        if name and re.search(rf"\b{re.escape(name.split()[0])}\b", piece.words):
            return name
    return None


def add_volunteer(sheet: OrderSheet, at: int) -> int:
    """The particulars stand in the rest of the sentence, or in the lines that follow it."""
    piece = sheet.pieces[at]
    if _THEM.search(piece.plain):
        return _add_who_was_told_of(sheet, at)
    lines = [piece.words.partition(":")[2].strip()] if ":" in piece.words else []
    end = at + 1
    while end < len(sheet.pieces) and len(lines) < 8 and is_particular(sheet.pieces[end]):
        lines.append(sheet.pieces[end].words)
        end += 1
    lines = _from_the_name_on([line for line in lines if line])
    name = next((found for line in lines if (found := name_in(line))), None) or name_in(piece.words)
    name = name or _named_before_the_address(piece.words)
    if not name or RULED_OUT.search(piece.plain):
        sheet.doubt(piece)
        return end
    rest = [line.replace(name, "").strip(" ,") for line in lines]
    text = "\n".join(line for line in rest if line) or None
    address = _only_address([piece.words, *lines])
    sheet.order(StaffCommand(Verb.ADD_VOLUNTEER, volunteer=name, text=text, address=address), piece)
    return end


def _named_before_the_address(words: str) -> str | None:
    found = _NAMED_BEFORE_ADDRESS.search(words)
    return " ".join(part[:1].upper() + part[1:] for part in found["name"].split()) if found else None


def _only_address(lines: Sequence[str]) -> str | None:
    """Where the new volunteer is written to; None when none or several are told."""
    found = {one.lower().rstrip(".") for line in lines for one in _ADDRESS.findall(line)}
    return found.pop() if len(found) == 1 else None


def _add_who_was_told_of(sheet: OrderSheet, at: int) -> int:
    """ "Noor Haddad has done her training. Please put her on the books as a volunteer." """
    piece = sheet.pieces[at]
    before = [one for one in sheet.pieces[max(0, at - 3) : at] if one.paragraph == piece.paragraph and not one.asks]
    names = dict.fromkeys(re.sub(r"['’]s$", "", name) for one in before for name in NAME.findall(one.words))
    if len(names) != 1 or (piece.asks and "please" not in piece.plain) or RULED_OUT.search(piece.plain):
        sheet.doubt(piece)
        return at + 1
    end = at + 1
    while end < len(sheet.pieces) and end < at + 8 and _gives_an_address(sheet.pieces[end]):
        end += 1
    told = [one.words for one in (*before, *sheet.pieces[at + 1 : end]) if _gives_an_address(one)]
    order = StaffCommand(
        Verb.ADD_VOLUNTEER, volunteer=next(iter(names)), text="\n".join(told) or None, address=_only_address(told)
    )
    sheet.order(order, piece)
    return end


def _gives_an_address(piece: Piece) -> bool:
    return re.search(r"\S@\S|\d{3} ?\d{3}", piece.words) is not None


def _from_the_name_on(lines: Sequence[str]) -> list[str]:
    """The particulars begin at the line that holds nothing but a name, where there is one."""
    begin = next((at for at, line in enumerate(lines) if re.fullmatch(rf"(?:Name: *)?{NAME.pattern}", line)), 0)
    return list(lines[begin:])
