"""Until when a check or a training is in date: "dbs Sam 2028-05-04", "Sam's DBS runs until 4 May 2028", "confirm all".

Only a sentence that says this and nothing else: a day with its year, the names of checks, a volunteer's name, and the
few words that go with them. Anything more is left in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.reading.letter import CredentialTold, StaffCommand, Verb
from mailbot.reading.skills.dates.exact import exact_days
from mailbot.reading.staff.digest import Digest
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.words.plain import plain

_KINDS = {
    "dbs": r"d\.?b\.?s\.?(?:'s)?(?: (?:check|certificate))?",
    "befriending": r"befriend\w*(?: training| course)?",
    "safeguarding": r"safe-?guard\w*(?: training| course)?",
    "boundaries": r"(?:professional )?boundar\w+(?: training| course)?",
    "all": r"all four(?: dates)?|all(?: of them|(?: the)? dates)?|everything",
}
_KIND = re.compile("|".join(rf"(?P<{kind}>(?<![\w-])(?:{words})(?![\w-]))" for kind, words in _KINDS.items()))
_CONFIRMS = re.compile(r"(?:(?:please|ok|okay|yes|i|we|can|now|then)[ ,]+)*(?:confirm(?:ed|s|ing)?|confirmation of)\b")
_ALLOWED = re.compile(
    r"(?:please|thanks|thank you|ok|okay|yes|the|a|new|his|her|their|date|dates|is|are|has|have|been|now|both|run|runs"
    r"|running|valid|in|until|till|til|to|up|through|expires?|ends?|on|good|lasts?|renew(?:ed|s)?|update[ds]?|of|for|and"
    r"|check|training|trainings|certificate|set|change|record|again|confirm(?:ed|s)?|i|we|can|current|next|due|renewal"
    r"|s|&)"
)
_ASKS = re.compile(r"(?:has|have|is|are|was|were|does|do|did|when|what|which|why|who|how|should|would|could|might)\b")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*[\w])?|&|\d+")
_NAME_WORDS = 4


def credential_order(piece: Piece, digest: Digest) -> StaffCommand | None:
    """The order that this piece gives and nothing besides; None when it gives none."""
    said = piece.plain
    days = exact_days(said)
    confirms = _CONFIRMS.match(said) is not None
    if _ASKS.match(said) or not _KIND.search(said) or not (days or confirms) or any(one.day is None for one in days):
        return None
    named = _name(piece, digest)
    told = tuple(_told(said)) if named is not None else ()
    if not told or (not confirms and any(one.until is None for one in told)):
        return None
    kinds = [one.kind for one in told]
    if len(set(kinds)) < len(kinds) or ("all" in kinds and len(kinds) > 1):
        return None
    return StaffCommand(Verb.CREDENTIAL, volunteer=named or None, credentials=told)


def speaks_of_a_credential(piece: Piece, digest: Digest) -> bool:
    """A check or training and a day: whatever else stands beside it, it may be meant as an order. So may a check and a
    name and nothing else, where the day was left out ("dbs Ben Hale …")."""
    names_one = any(one.lastgroup != "all" for one in _KIND.finditer(piece.plain))
    return names_one and (bool(exact_days(piece.plain)) or bool(_name(piece, digest)))


def _told(said: str) -> Iterator[CredentialTold]:
    """The names before a day have that day ("dbs and safeguarding 2028-05-04"); those after the last have none."""
    held: list[str] = []
    at = 0
    for day in exact_days(said):
        held += [one.lastgroup or "" for one in _KIND.finditer(said, at, day.start)]
        yield from (CredentialTold(kind, day.day) for kind in held)
        held, at = [], day.end
    held += [one.lastgroup or "" for one in _KIND.finditer(said, at)]
    yield from (CredentialTold(kind) for kind in held)


def _name(piece: Piece, digest: Digest) -> str | None:
    """The volunteer's name; "" where none stands there; None where anything else does."""
    left = piece.plain
    for one in reversed(exact_days(left)):
        left = f"{left[: one.start]} , {left[one.end :]}"
    left = _KIND.sub(" , ", left)
    words = [re.sub(r"'s$", "", one) for one in _WORD.findall(left)]
    words = [one for one in words if not _ALLOWED.fullmatch(one)]
    if not words:
        return ""
    if len(words) > _NAME_WORDS or not re.search(r"\b" + r"(?:'s)?\s+".join(map(re.escape, words)) + r"\b", left):
        return None
    written = {plain(re.sub(r"['’]s$", "", one)): re.sub(r"['’]s$", "", one) for one in _WORD.findall(piece.words)}
    name = " ".join(written.get(one, one) for one in words)
    known = {plain(part) for one in digest.volunteers for part in (one, one.split()[0])}
    if all(part[:1].isupper() for part in name.split()) or plain(name) in known:
        return name
    return None
