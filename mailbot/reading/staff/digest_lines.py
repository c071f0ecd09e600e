"""What a quoted digest or alert lends to a staff reply: references by line, by first name, suggested volunteers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.reading.words.plain import plain as plain_words

REFERENCE = re.compile(r"\bR-?\s?(\d{4,6})\b", re.IGNORECASE)
LETTER_REFERENCE = re.compile(r"\bL-\s?(\d{1,9})\b", re.IGNORECASE)  # a letter that is about no referral yet
# A bare number is a reference unless it is a year, a clock time, money, part of a telephone number, or counts things.
BARE_NUMBER = r"(?<![\w£.:/+-])(?!20[1-4]\d)[1-9]\d{3}(?![\w/]|[.,:]\d)"
BARE_REFERENCE = re.compile(
    rf"(?<!\d )({BARE_NUMBER})(?! ?\d|-\d| (?:people|families|calls|words|pounds|miles|copies|leaflets|letters|hours"
    r"|referrals|volunteers|visits|hrs|hours|o'?clock)\b)"
)
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
_LINE = re.compile(r"^[ \t>*-]*R-?(\d{4,6})[ \t:]+(.{0,300})$", re.IGNORECASE)
_FIRST_NAME = re.compile(r"^([A-Z][\w'’-]+)\b(?!’s|'s)")
_FULL_NAME = r"[A-Z][\w'’-]+(?: (?:de |van |von |O'|Mc)?[A-Z][\w'’-]+){1,2}"
_VOLUNTEER = re.compile(rf"[Vv]olunteer:\s+({_FULL_NAME})")
_UNTIL = re.compile(r"\buntil\s+(\S+ \S+(?: 20\d\d)?)")
_DESCRIBED = re.compile(r"\b(?:the|that) ((?:[\w'-]+ ){1,3})one\b")
_SUGGESTED = re.compile(rf"[Ss]uggest(?:ed|ion)?:?\s+({_FULL_NAME})")
_NAME_IN_LIST = re.compile(_FULL_NAME)
_VOLUNTEERS = re.compile(r"volunteer", re.IGNORECASE)
_VOLUNTEERS_LINE = re.compile(r"(?:(?:[\w' ]{0,40}\b)?[Vv]olunteers?\b[\w' ]{0,30}|[Ww]ith room(?: now)?):(.{0,400})$")
_APPROVAL = re.compile(r"approval", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:\bthe |^(?=\w+ one\b)|^(?:and |then |for )?(?=\w+,? (?:yes|ok|fine|go|is|can|hold|please)\b))(first|second|third|fourth|fifth|last|top|bottom|middle)\b"
    r"(?= (?:one|of (?:the|these|those|them)|and\b|can\b|is\b|goes\b|to\b|until|till|please|as\b|that\b"
    r"|too\b|then\b|i\b|we\b|needs?\b|yes\b|ok\b|fine\b|go\b|hold\b)|[,.]| -|$)"
)
_SEVERAL_PLACES = re.compile(
    r"(?:\bthe |^(?:yes to |ok to |approve )?)(first|top|last|bottom|other|next) (two|three|four)\b"
)
_OF_HOW_MANY = re.compile(r"\bof (?:the|these|those) (two|three|four|five|six)\b")
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PLACES = {"first": 0, "top": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
_ON_HOLD = re.compile(r"\bhold\b", re.IGNORECASE)
_AT_RISK = re.compile(r"RISK\b")
_HEADING = re.compile(r"^[ \t>]*[A-Z][A-Z \-–:&/]{5,60}$")


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
        return _once(listed[at] for _, at in sorted(found) if at is not None)

    def described(self, plain: str) -> tuple[str, ...]:
        """ "The Wandsworth one", "the 6 days one": by words that stand in the line of one referral only."""
        for found in _DESCRIBED.finditer(plain):
            words = re.compile(rf"\b{re.escape(found[1].strip())}\b")
            told = _once(reference for reference, line in self.lines if words.search(line))
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


def read_digest(quoted: str, volunteer_names: Iterable[str]) -> Digest:
    """Read the quoted lines of a digest; an older kind held people's first names."""
    heading, references, approval, held, at_risk = "", [], [], [], []
    names: list[tuple[str, str]] = []
    suggested: list[tuple[str, str]] = []
    volunteers = [name for name in volunteer_names if name.strip()]
    lines: list[tuple[str, str]] = []
    for line in quoted.splitlines()[:2000]:
        bare = line.strip(" \t>")
        if _HEADING.match(bare):
            heading = bare
        elif found := _LINE.match(line):
            reference = f"R-{found[1]}"
            references.append(reference)
            if _APPROVAL.search(heading):
                approval.append(reference)
            elif _ON_HOLD.search(heading):
                held.append(reference)
            elif _AT_RISK.match(heading):
                at_risk.append(reference)
            if first := _FIRST_NAME.match(found[2].strip()):
                names.append((first[1], reference))
            lines.append((reference, plain_words(found[2])))
            told = _SUGGESTED.findall(found[2])
            volunteers.extend((*told, *_VOLUNTEER.findall(found[2])))
            suggested.extend((reference, name) for name in told[:1])
        elif _VOLUNTEERS.search(heading):
            volunteers.extend(_NAME_IN_LIST.findall(bare))
        elif named := _VOLUNTEERS_LINE.match(bare):
            volunteers.extend(_NAME_IN_LIST.findall(named[1]))
    return Digest(
        _once(references),
        _once(approval),
        tuple(dict.fromkeys(suggested)),
        _once(held),
        _once(at_risk),
        _unmistakable(names),
        _once(volunteers),
        tuple(lines),
    )


@lru_cache(maxsize=512)
def references_in(text: str) -> tuple[str, ...]:
    """Every reference in the text, ``R-1042`` or bare ``1042``, and letters' ``L-17``, in order and each once."""
    found = [(match.start(), f"R-{match[1]}") for match in REFERENCE.finditer(text)]
    found += [(match.start(1), f"R-{match[1]}") for match in BARE_REFERENCE.finditer(text)]
    found += [(match.start(), f"L-{match[1]}") for match in LETTER_REFERENCE.finditer(text)]
    return _once(reference for _, reference in sorted(found))


def _is_named(name: str, text: str) -> bool:
    small = re.IGNORECASE if name.lower() not in WORDS_TOO else 0
    return re.search(rf"\b{re.escape(name)}\b", text, small) is not None


def _place(word: str, number: int) -> int | None:
    if word in ("last", "bottom"):
        return number - 1
    if word == "middle":
        return number // 2 if number % 2 else None
    return _PLACES[word]


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _unmistakable(names: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, reference)
        for name, reference in dict.fromkeys(names)
        if len({other for known, other in names if known == name}) == 1
    )
