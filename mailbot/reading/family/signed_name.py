"""The name that the writer of a letter gives: in a sentence, below it, or at its end."""

from __future__ import annotations

import re

from mailbot.reading.family.name_shape import FULL_NAME, JOB, NAME, NO_PERSON, NOT_NAMES, TITLES, bare, put_right
from mailbot.reading.family.prisons import prisons_told
from mailbot.reading.words.spelling import straight

MOST_READ = 8_000  # characters
LONGEST_LINE = 300  # characters of a line, from its end


def name_signed(text: str, header: str | None) -> str | None:
    """The name the writer gives: "my name is ...", "it's Jean", or the last short line that looks like one."""
    text = straight(text[:MOST_READ])
    if told := _told(text):
        return told
    lines = [line.strip()[-LONGEST_LINE:] for line in text.split("\n") if line.strip()]
    signed = [name for line in reversed(lines[-12:]) if (name := _signed_line(line, header))]
    own = {word.lower() for word in (header or "").split()}
    for name in signed:
        if own & {word.lower() for word in name.split()}:
            return name
    if signed:
        return signed[0]
    for line in reversed(lines[-3:]):
        if name := _name_at_the_end(_TRAILING.sub("", line), header):
            return name
    return _introduced(text) or _small_letters(lines, header)


_SAYS_NAME = re.compile(
    r"(?:(?i:\b(?:my name is|my name's|my names|the name is|the name's|i am called|i'm called|fy enw i (?:ydy|yw)"
    r"|fy enw(?: i)? ydi|mera naam|nazywam si[eę]|mam na imi[eę]|me llamo|je m'appelle|numele meu este)))\s+"
    rf"(?P<name>(?:(?i:{TITLES})\.?\s+)?(?:{NAME}|[a-z][a-z'-]+ [a-z][a-z'-]+))(?=[\s.,!)]|$)"
)
_FIELD = re.compile(
    rf"^\s*(?i:(?:my |full |your )?name|enw)\s*[:=-]+\s*(?P<name>(?:(?i:{TITLES})\.? )?{NAME})\s*$", re.MULTILINE
)
_ENOUGH = re.compile(r"\s+(?:and|but|i|im|i'm|my|from|who|is|am|the|hai|hoon|a|ac|dw|rwy|i)\b.*", re.IGNORECASE)
# "I'm Ada Lane and ...", "This is Ada Lane again", "Ada Lane here.", "Nerys dw i"
_INTRODUCED = (
    re.compile(
        rf"(?:^|[.!?,\n]\s*|\b(?:hi|hello|hiya|hey)[,!]? )(?:I'm|I am|Im|im|i'm|This is|It's|Its"
        rf"|it's) (?P<name>{FULL_NAME})"
        rf"(?=[.,]| and\b| from\b| here\b| again\b| im\b| i'm\b| i am\b|,|\s*$)",
        re.MULTILINE,
    ),
    re.compile(rf"(?:^|[.!?\n]\s*)(?P<name>{NAME}) (?:here\b|dw i\b|ydw i\b)", re.MULTILINE),
)


def _told(text: str) -> str | None:
    for found in (_SAYS_NAME.search(text), _FIELD.search(text)):
        if not found:
            continue
        name = _ENOUGH.split(bare(found.group("name").strip()))[0]
        if name and not NO_PERSON.search(name) and not {word.lower() for word in name.split()} & NOT_NAMES:
            return put_right(name)
    return None


def _introduced(text: str) -> str | None:
    for pattern in _INTRODUCED:
        for found in pattern.finditer(text):
            name = found.group("name")
            words = {word.lower() for word in name.split()}
            if not words & NOT_NAMES and not NO_PERSON.search(name) and not JOB.search(name):
                return put_right(name)
    return None


_CLOSES = re.compile(
    r"(?:ta|thanks|thank you|thankyou|cheers|love|from|regards|tar|thx|ty|diolch|xx?x?)[ .,!]*$", re.IGNORECASE
)
_ENDS_SMALL = re.compile(
    r"(?:^|\b(?:ta|thanks|thank you|cheers|love|from|regards|thx|diolch)[ ,.]+)(?P<name>[a-z]{3,14})[ .x]*$"
)


def _small_letters(lines: list[str], header: str | None) -> str | None:
    """ "ta / jodie", "thanks shannon": a name without a capital, where the header has none or begins alike."""
    found = _ENDS_SMALL.search(lines[-1]) if lines else None
    if not found or found["name"] in NOT_NAMES or NO_PERSON.search(found["name"]):
        return None
    alone = found.start("name") == 0 and len(lines) > 1 and _CLOSES.search(lines[-2])
    alike = header is not None and header[:3].lower() == found["name"][:3]
    return put_right(found["name"]) if alike or (alone and header is None) else None


_ALSO_SAYS = re.compile(rf"(?:^|[.!?]\s+|\n)(?:It's|Its|it's|This is) (?P<name>{NAME})(?=[.,!\n]|$)")
_TRAILING = re.compile(  # a number or an address after the name
    r"[\s,;(:|-]*(?:(?i:tel|mob|mobile|phone|t|m|no|number|ring|on|call)\b[.:\s]*){0,3}(?:\+?\(?\d[\d ()-]{8,20}"
    r"|\S{1,60}@\S{1,60})[\s).]*$"
)
_TAIL = re.compile(r"(?:\s+[xX]+)+[\s.!]*$|\s*\([^)]*\)\s*$|[,.!\s]+$")


def _signed_line(line: str, header: str | None) -> str | None:
    left = line
    for _ in range(3):
        left = _TAIL.sub("", left)
    left = re.sub(
        r"^(?:many thanks|kind regards|regards|thanks|thank you|cheers|love|from|best wishes|best|yours"
        r"|diolch)[,\s]+(?=[A-Za-z])",
        "",
        left,
        flags=re.IGNORECASE,
    )
    left = bare(left)
    words = left.split()
    if (
        not 1 <= len(words) <= 4
        or any(word.lower().strip(",") in NOT_NAMES for word in words)
        or NO_PERSON.search(left)
    ):
        return None
    if header and {word.lower() for word in words} & {word.lower() for word in header.split()}:
        return put_right(left) if all(re.fullmatch(r"[^\W\d_][\w'.-]*", word) for word in words) else None
    if re.fullmatch(NAME, left) and not prisons_told(left.lower()) and not (len(words) > 1 and JOB.search(left)):
        return put_right(left)
    return None


def _name_at_the_end(line: str, header: str | None) -> str | None:
    """A name that closes an unbroken letter or a subject: "... anytime, Jackie Tarrant", "Yours truly Iris Jolly"."""
    said = _ALSO_SAYS.search(line)
    if said:
        return put_right(said.group("name"))
    titled = _BEFORE_JOB.search(line[-160:])
    if titled and JOB.search(line[-160:], titled.end()) and not NO_PERSON.search(titled.group("name")):
        return put_right(titled.group("name"))
    ending = _AFTER_CLOSING.search(line[-120:]) or _AFTER_STOP.search(line[-120:])
    if ending:
        words = ending.group("name").split()
        if (
            not any(word.lower() in NOT_NAMES for word in words)
            and not prisons_told(ending.group("name").lower())
            and len(words) <= 3
        ):
            if len(words) == 1 and header is None and len(line) > 200:
                return None
            return put_right(ending.group("name"))
    if header and re.search(rf"\b{re.escape(header.split()[0].lower())}(?: x+)*\W*$", line.lower()):
        return header
    return None


_AFTER_CLOSING = re.compile(
    r"(?i:\b(?:yours (?:truly|sincerely|faithfully)|thank you very much|thank you|thanks|love|regards|wishes|cheers|ta"
    rf"|diolch|cofion))[,.!\s]+(?P<name>{NAME})(?:\s+[xX]+)*[.\s]*$"
)
_BEFORE_JOB = re.compile(rf"(?:^|[.!?]\s+)(?P<name>{FULL_NAME})(?=,? (?:[A-Z][\w'-]+,? ?){{1,6}}$)")  # and their firm
_AFTER_STOP = re.compile(rf"[,.!?:;]\s*(?P<name>{NAME})(?:\s+[xX]+)*[.\s]*$")
