"""What stands in a piece beside its verb: the text of a note, a name, what is asked for."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb
from mailbot.reading.staff.around_orders import LEADING_REFERENCE, NAME, is_courtesy
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.references import references_in
from mailbot.reading.words.plain import plain

_WHO = re.compile(  # how one asks for volunteers, before what is asked of them
    r"(?i)^.*?\b(?:who\b|which (?:of (?:our|the|your) )?(?:volunteers|befrienders|people)"
    r"|(?:is there|are there|do we have|have we(?: got)?|have you(?: got)?)(?= (?:any|some|an?)\b)"
    r"|(?:list|show|send|give)(?: me| us)?(?: all| the| a list of)*(?: free| available)* (?:volunteers|befrienders)"
    r"|list of (?:all |the )*(?:volunteers|befrienders|those|people|everyone|everybody)"
    r"|(?:any|some) ?(?:one|body|volunteers?|befrienders?)(?: else)?)"
)
_ASKED_OF_THEM = re.compile(  # and what only says that they should be there and free
    r"(?i)^(?:\W*\b(?:(?:any|some) ?(?:one|body|volunteers?|befrienders?)|else|who|that|which|is|are|'?s|'?ve|has"
    r"|have|had"
    r"|can|could|might|do|does|we|you|there|got|take|on (?:our|the) (?:books|list)|currently|free|available"
    r"|(?:with |any |some |a ){0,3}(?:room|space|capacity)|with a (?:gap|slot))\b(?!['’]t))+"
)
_AS_WELL = re.compile(r"(?i)[\s,]*\b(?:as well|too|please|thanks|at the moment)?\W*$")
_FIGURES = re.compile(  # from the first word that says what is to be reported
    r"(?i)\b(?:the )?((?:(?:\w+ to \w+|the (?:\w+ )?(?:month|quarter|year|week)|last (?:month|quarter|year|week)):"
    r"|figures|statistics|stats|numbers?\b(?= of| for)|reports?\b|how (?:many|long)|summary|tally|totals?|breakdown"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) in (?:numbers|figures)"
    r"|average (?:wait|number))\s?.*)"
)
_RECORD = re.compile(r"(?i)\b(?:record|file|notes)\b(?: (?:of|for|on) (?=(?:R-?)?\d))?")
_QUOTED = re.compile(r"[\"“]([^\"“”\n]{3,400})[\"”]\W*$")
_LONGEST_OBJECT = 8  # words between "note" and its colon: "for the file on 1050 please:"
_ONLY_ASKS = re.compile(r"(?i)\b(?:would|could|can|will) you\b|\bplease\b|\bfor me\b|\bthanks?\b")
_NOTE_OBJECT = re.compile(
    r"(?i)^(?:['’]s (?:file|record|notes)\b)?[\s,]*(?:(?:on|for|of|to|against|about|in"
    r"|under) )?(?:(?:R-?\s?)?\d{4,6}\b(?:['’]s (?:file|record"
    r"|notes)\b)?|(?:the|her|his|their) (?:file"
    r"|record)\b|it\b|there\b|here\b|file\b)?(?: for (?:me|us)\b)?[\s,:;.-]*(?:(?:please|to say"
    r"|saying)[\s,:;–-]+)?(?:that\b[\s,]*)?"
)


def noted(words: str) -> str | None:
    """The text of a note: what stands in quotation marks, after the colon, or after the words that ask for it."""
    # plain words are as long as the written, but for rare letters
    asked = dict(VERBS)[Verb.NOTE].search(plain(words)) or _RECORD.search(words)
    rest = words[asked.end() :] if asked else words
    if quoted := _QUOTED.search(rest):
        return quoted[1].strip(" .") or None
    before, colon, after = rest.partition(": ")
    if colon and after.strip() and len(before.split()) <= _LONGEST_OBJECT:
        return after.strip()
    text = _NOTE_OBJECT.sub("", rest, count=1).strip(" ?")
    return text if re.search(r"\w", _ONLY_ASKS.sub("", text)) else None


def asked_for(words: str, verb: Verb) -> str | None:
    if verb is Verb.REPORT:
        found = _FIGURES.search(words)
        return found[1].strip(" ?.") if found else None
    asked = _WHO.search(words)
    rest = words[asked.end() :] if asked else words
    told = _AS_WELL.sub("", _ASKED_OF_THEM.sub("", rest, count=1)).strip(" ?.,'’-")
    if told or not asked:
        return told or None
    return words[: asked.start(0)].strip(" ?.,-") or _before_the_question(words)


def _before_the_question(words: str) -> str | None:
    """ "1317 can only do Saturday mornings - who've we got?": what is asked of them stands before it."""
    told = re.split(r"\s[-–—]\s|, (?=who|which|any)", words)[0]
    return None if told == words else LEADING_REFERENCE.sub("", told).strip(" ,.") or None


def name_in(words: str) -> str | None:
    found = NAME.search(words)
    return re.sub(r"['’]s$", "", found[0]) if found else None


def is_particular(piece: Piece) -> bool:
    """A line that tells something of the new volunteer, not the next command."""
    if references_in(piece.words) and not re.search(r"\d{3} ?\d{3}", piece.words):
        return False
    if piece.asks or is_courtesy(piece.plain):
        return False
    return not any(words.search(piece.plain) for _, words in VERBS) and len(piece.words) > 2
