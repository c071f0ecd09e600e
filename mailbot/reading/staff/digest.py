"""A quoted digest as a value: what its lines, places and names point at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# First names that are also words: they stand for a person only with their capital
WORDS_TOO = frozenset(
    [
        "art",
        "bill",
        "bob",
        "chance",
        "dawn",
        "drew",
        "faith",
        "frank",
        "gene",
        "grace",
        "grant",
        "guy",
        "hope",
        "iris",
        "ivy",
        "jack",
        "jay",
        "joy",
        "june",
        "lance",
        "mark",
        "may",
        "miles",
        "nick",
        "pat",
        "pearl",
        "penny",
        "ray",
        "reg",
        "rob",
        "rose",
        "ruby",
        "sandy",
        "sky",
        "sue",
        "summer",
        "sunny",
        "violet",
        "will",
        "win",
    ]
)
_UNTIL = re.compile(r"\buntil\s+(\S+ \S+(?: 20\d\d)?)")
_DESCRIBED = re.compile(r"\b(?:the|that) ((?:[\w'-]+ ){1,3})one\b")
_PLACE = re.compile(
    r"(?:\bthe |^(?=\w+ one\b)|^(?:and |then |for )?(?=\w+,? (?:yes|ok|fine|go|is|can|hold|please)\b))(first|second"
    r"|third|fourth|fifth|last|top|bottom|middle)\b"
    r"(?= (?:one|of (?:the|these|those|them)|and\b|can\b|is\b|goes\b|to\b|until|till|please|as\b|that\b"
    r"|too\b|then\b|i\b|we\b|needs?\b|yes\b|ok\b|fine\b|go\b|hold\b)|[,.]| -|$)"
)
_SEVERAL_PLACES = re.compile(
    r"(?:\bthe |^(?:yes to |ok to |approve )?)(first|top|last|bottom|other|next) (two|three|four)\b"
)
_OF_HOW_MANY = re.compile(r"\bof (?:the|these|those) (two|three|four|five|six)\b")
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PLACES = {"first": 0, "top": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}


@dataclass(frozen=True, slots=True)
class Digest:
    """``by_name`` holds only first names that stand for one referral; ``volunteers`` full names, each once.

    ``suggested``: (reference, volunteer) as the lines propose them. ``lines``: (reference, what its lines say, plain).
    """

    references: tuple[str, ...] = ()
    for_approval: tuple[str, ...] = ()
    suggested: tuple[tuple[str, str], ...] = ()
    on_hold: tuple[str, ...] = ()
    at_risk: tuple[str, ...] = ()
    by_name: tuple[tuple[str, str], ...] = ()
    volunteers: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()

    def named(self, text: str) -> str | None:
        """The one referral whose person is named in the text."""
        found = {reference for name, reference in self.by_name if _is_named(name, text)}
        return found.pop() if len(found) == 1 else None

    def suggested_for(self, volunteer: str) -> tuple[str, ...]:
        """The referrals for which this volunteer is suggested."""
        return tuple(reference for reference, name in self.suggested if name == volunteer)

    def placed(self, plain: str) -> tuple[str, ...]:
        """ "The first and the last", "the middle one": by their place among those that wait for approval, or all."""
        listed = self.for_approval or self.references
        counted = _OF_HOW_MANY.search(plain)
        if len(listed) < 2 or (counted and _COUNTED[counted[1]] != len(listed)):
            return ()
        if several := _SEVERAL_PLACES.search(plain):
            count = _COUNTED[several[2]]
            if count >= len(listed) or several[1] in ("other", "next"):
                return ()
            return tuple(listed[:count] if several[1] in ("first", "top") else listed[-count:])
        found = [(place.start(), _place(place[1], len(listed))) for place in _PLACE.finditer(plain)]
        if any(at is None or at >= len(listed) for _, at in found):
            return ()
        return once(listed[at] for _, at in sorted(found) if at is not None)

    def described(self, plain: str) -> tuple[str, ...]:
        """ "The Wandsworth one", "the 6 days one": by words that stand in the line of one referral only."""
        for found in _DESCRIBED.finditer(plain):
            words = re.compile(rf"\b{re.escape(found[1].strip())}\b")
            told = once(reference for reference, line in self.lines if words.search(line))
            if len(told) == 1:
                return told
        return ()

    def held_until(self, reference: str) -> str | None:
        """The day that the list gives for a hold, in its words."""
        held = (_UNTIL.search(line) for one, line in self.lines if one == reference and reference in self.on_hold)
        return next((found[1] for found in held if found), None)

    def volunteers_in(self, text: str) -> tuple[str, ...]:
        """Every volunteer named in the text, by full name or by a first name that only one has."""
        firsts = [name.split()[0] for name in self.volunteers]
        return tuple(
            name
            for name in self.volunteers
            if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
            or (firsts.count(name.split()[0]) == 1 and re.search(rf"\b{re.escape(name.split()[0])}\b", text))
        )

    def suggested_in(self, text: str) -> str | None:
        """The one referral whose suggested volunteer is named in the text: "Ravi's one"."""
        found = {reference for name in self.volunteers_in(text) for reference in self.suggested_for(name)}
        return found.pop() if len(found) == 1 else None

    def volunteer(self, text: str) -> str | None:
        """The one volunteer named in the text, by full name or by a first name that only one has."""
        whole = [name for name in self.volunteers if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)]
        if whole:
            return max(whole, key=len) if len({name.lower() for name in whole}) == 1 else None
        first = [name for name in self.volunteers if re.search(rf"\b{re.escape(name.split()[0])}\b", text)]
        return first[0] if len(first) == 1 else None


def once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _is_named(name: str, text: str) -> bool:
    small = re.IGNORECASE if name.lower() not in WORDS_TOO else 0
    return re.search(rf"\b{re.escape(name)}\b", text, small) is not None


def _place(word: str, number: int) -> int | None:
    if word in ("last", "bottom"):
        return number - 1
    if word == "middle":
        return number // 2 if number % 2 else None
    return _PLACES[word]
