"""Which referral a piece of a staff letter means: told in it, lent by its place, or told just before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.staff.digest import Digest
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.references import references_in

NEIGHBOURS = 12  # sentences before or after one that may hold its reference or reason; each is read again for it
LETTER = 60  # pieces before one in which a letter names all that it is about
_NOT_THAT = re.compile(
    r"(?i)\b(?:not|rather than|instead of|same \w+ as|(?:duplicate|copy|twin|double) of) (?:R-?)?\d{4,6}"
)
_SINGLE = re.compile(r"\b(?:this|that|it|her|him|them|one)\b")
_POINTS_BACK = re.compile(r"\b(?:that one|this one|it|instead|that)\b")
_REASON = re.compile(r",(?! ?(?:and |& ?)?(?:R-?)?\d)|;| [-–—] (?!(?:R-?)?\d)| because | since ", re.IGNORECASE)
_THE_OTHER = re.compile(
    r"\bthe other(?: (one|two|three|four|ones)|(s))?\b(?= *$|[,.!;:-]| (?:to|can|is|are|on|until|till|please"
    r"|for|go|may|as|with|then|too|instead)\b)"
)
_COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4}


def references_meant(pieces: Sequence[Piece], at: int, digest: Digest, context: str | None) -> tuple[str, ...]:
    """In the piece itself, lent by its place, by a name or a place in the list, or told before in its paragraph.

    Last comes the referral that the answered mail was about; of a mail that names only one, that one.
    """
    piece = pieces[at]
    others = _others(pieces, piece, digest)
    if others is not None:
        return others
    ruled_out = set(references_in(" ".join(_NOT_THAT.findall(piece.words))))
    here = tuple(reference for reference in _of_the_order(piece.words) if reference not in ruled_out)
    if here:
        return here
    if piece.lent:
        return (piece.lent,)
    if named := digest.named(piece.words):
        return (named,)
    if placed := digest.placed(piece.plain) or digest.described(piece.plain):
        return placed
    for before in reversed(pieces[max(0, at - NEIGHBOURS) : at]):
        if before.paragraph != piece.paragraph:
            break
        named_there = digest.named(before.words)
        told = references_in(before.words) or digest.placed(before.plain) or ((named_there,) if named_there else ())
        if told:
            return told if len(told) == 1 else ()
    if _POINTS_BACK.search(piece.plain) and (lent := _suggested_before(pieces, at, digest)):
        return (lent,)
    if context:
        return (context,)
    named_before = dict.fromkeys(
        one for before in pieces[max(0, at - LETTER) : at] for one in references_in(before.words)
    )
    if len(named_before) == 1:  # the letter is about one referral
        return tuple(named_before)
    return digest.references if len(digest.references) == 1 and _SINGLE.search(piece.plain) else ()


def _suggested_before(pieces: Sequence[Piece], at: int, digest: Digest) -> str | None:
    """ "Ravi is lovely. Go ahead with that one": by the volunteer, where no number stands before in the paragraph."""
    for before in reversed(pieces[max(0, at - NEIGHBOURS) : at]):
        if before.paragraph != pieces[at].paragraph:
            return None
        if lent := digest.suggested_in(before.words):
            return lent
    return None


def _others(pieces: Sequence[Piece], piece: Piece, digest: Digest) -> tuple[str, ...] | None:
    """ "The other one", "the other two": of those that wait for approval, what the letter tells of nowhere else."""
    found = _THE_OTHER.search(piece.plain)
    if not found:
        return None
    if len(pieces) > 2 * LETTER:
        return ()
    told = {reference for one in pieces for reference in (*references_in(one.words), digest.named(one.words), one.lent)}
    told |= {reference for one in pieces if one is not piece for reference in digest.placed(one.plain)}
    left = tuple(reference for reference in digest.for_approval if reference not in told)
    if len(left) == len(digest.for_approval):
        return ()
    return left if len(left) == _COUNTED.get(found[1] or found[2] or "one", len(left)) else ()


def _of_the_order(words: str) -> tuple[str, ...]:
    """The references of a piece without those in its reason: "close 1324, the same family wrote as 1325"."""
    found = references_in(words)
    if len(found) < 2:
        return found
    begins = next((cut.start() for cut in _REASON.finditer(words) if references_in(words[: cut.start()])), len(words))
    return references_in(words[:begins]) or found
