"""Orders about volunteers themselves: one rests, one is new."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.doubts import RULED_OUT
from mailbot.reading.staff.meant import until_meant
from mailbot.reading.staff.order_sheet import OrderSheet
from mailbot.reading.staff.order_words import NAME, SOMEBODY
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.told_in_piece import is_particular, name_in, reason_in


def pause_volunteer(sheet: OrderSheet, at: int, piece: Piece) -> None:
    volunteer, reason = sheet.volunteer(piece), None
    if not volunteer and SOMEBODY.search(piece.plain):
        volunteer, reason = sheet.somebody_before(at)
    if not volunteer:
        if re.search(r"\bpause\b", piece.plain):
            sheet.doubt(piece)
        return
    text = reason or reason_in(piece.words, about=volunteer)
    until = until_meant(sheet.pieces, at, sheet.sent_on)
    sheet.order(StaffCommand(Verb.PAUSE_VOLUNTEER, None, volunteer, until, text), piece)


def add_volunteer(sheet: OrderSheet, at: int) -> int:
    """The particulars stand in the rest of the sentence, or in the lines that follow it."""
    piece = sheet.pieces[at]
    lines = [piece.words.partition(":")[2].strip()] if ":" in piece.words else []
    end = at + 1
    while end < len(sheet.pieces) and len(lines) < 8 and is_particular(sheet.pieces[end]):
        lines.append(sheet.pieces[end].words)
        end += 1
    lines = _from_the_name_on([line for line in lines if line])
    name = next((found for line in lines if (found := name_in(line))), None) or name_in(piece.words)
    if not name or RULED_OUT.search(piece.plain):
        sheet.doubt(piece)
        return end
    rest = [line.replace(name, "").strip(" ,") for line in lines]
    text = "\n".join(line for line in rest if line) or None
    sheet.order(StaffCommand(Verb.ADD_VOLUNTEER, volunteer=name, text=text), piece)
    return end


def _from_the_name_on(lines: Sequence[str]) -> list[str]:
    """The particulars begin at the line that holds nothing but a name, where there is one."""
    begin = next((at for at, line in enumerate(lines) if re.fullmatch(rf"(?:Name: *)?{NAME.pattern}", line)), 0)
    return list(lines[begin:])
