"""What a quoted digest or alert lends to a staff reply: references by line, by first name, suggested volunteers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mailbot.reading.staff.digest import Digest, once
from mailbot.reading.words.plain import plain as plain_words

_LINE = re.compile(r"^[ \t>*-]*R-?(\d{4,6})[ \t:]+(.{0,300})$", re.IGNORECASE)
_FIRST_NAME = re.compile(r"^([A-Z][\w'’-]+)\b(?!’s|'s)")
_FULL_NAME = r"[A-Z][\w'’-]+(?: (?:de |van |von |O'|Mc)?[A-Z][\w'’-]+){1,2}"
_VOLUNTEER = re.compile(rf"[Vv]olunteer:\s+({_FULL_NAME})")
_SUGGESTED = re.compile(rf"[Ss]uggest(?:ed|ion)?:?\s+({_FULL_NAME})")
_NAME_IN_LIST = re.compile(_FULL_NAME)
_VOLUNTEERS = re.compile(r"volunteer", re.IGNORECASE)
_VOLUNTEERS_LINE = re.compile(r"(?:(?:[\w' ]{0,40}\b)?[Vv]olunteers?\b[\w' ]{0,30}|[Ww]ith room(?: now)?):(.{0,400})$")
_APPROVAL = re.compile(r"approval", re.IGNORECASE)
_ON_HOLD = re.compile(r"\bhold\b", re.IGNORECASE)
_AT_RISK = re.compile(r"RISK\b")
_HEADING = re.compile(r"^[ \t>]*[A-Z][A-Z \-–:&/]{5,60}$")


def read_digest(quoted: str, volunteer_names: Iterable[str]) -> Digest:
    """Read the quoted lines of a digest; an older kind held people's first names."""
    heading, references, approval, held, at_risk = "", [], [], [], []
    names: list[tuple[str, str]] = []
    suggested: list[tuple[str, str]] = []
    volunteers = [name for name in volunteer_names if name.strip()]
    known = {name.split()[0].casefold() for name in volunteers}
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
            first = _FIRST_NAME.match(found[2].strip())
            if first and first[1].casefold() not in known:  # "R-1003: Carys Rees has the number" names a volunteer
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
        once(references),
        once(approval),
        tuple(dict.fromkeys(suggested)),
        once(held),
        once(at_risk),
        _unmistakable(names),
        once(volunteers),
        tuple(lines),
    )


def _unmistakable(names: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, reference)
        for name, reference in dict.fromkeys(names)
        if len({other for known, other in names if known == name}) == 1
    )
