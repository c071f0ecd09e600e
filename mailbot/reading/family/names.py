"""Who writes, and who is to be supported: names, in the fullest form that text and From header give together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.reading.family.prisons import prisons_told
from mailbot.reading.words.spelling import straight

_TITLES = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev(?:d|erend)?|sir|dame|fr|father|sister|pc|sgt|cllr|canon|imam|rabbi"
    r"|y parch)"
)
_TITLE = re.compile(rf"^{_TITLES}\b\.?\s+", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\b(?:ipad|iphone|phone|galaxy|android|tablet|laptop|admin|info|enquir\w+|office|team|surgery|centre|center"
    r"|support|service|services|council|ltd|limited|plc|charity|mail|delivery"
    r"|system|department|claims|compensation|noreply|no-reply|reception|school|helpdesk|desk|group|hub|trust|nhs"
    r"|prison|family|families|postmaster|daemon)\b|'s (?:ipad|iphone|phone|tablet)|@|\d",
    re.IGNORECASE,
)
_NAME_WORD = (
    r"(?:[A-Z][a-zà-ÿ]*(?:['-][A-Za-zà-ÿ]+)*|[A-Z]\.|[A-Z]{2,}(?:-[A-Z]+)*|[Øø-žŻŁŚÀ-Þ][a-zà-ÿ'-]+|ap|van|de|al|ferch"
    r"|bin|von)"
)
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,3}}"


def name_in_header(display: str) -> str | None:
    """The person in a From display name: "Last, First" turned round; no title, role, firm or device."""
    display = re.sub(r"[^\w\s'.,()\[\]|/&@-]", "", straight(display)).strip().strip("\"'")
    display = re.sub(r"\s*[(\[].*?[)\]]\s*", " ", display)
    display = re.split(r"\s+-\s+|\s+via\s+|\s*\|\s*|\s+/\s+", display)[0].strip()
    last, comma, first = display.partition(",")
    if comma and first.strip() and len(first.split()) <= 3:
        display = f"{first.strip()} {last.strip()}"
    display = _without_title(re.sub(r"(?:\s+[xX]+)+$", "", display).strip(" ,"))
    if not display or _NO_PERSON.search(display) or not re.search(r"[^\W\d_]", display) or len(display.split()) > 5:
        return None
    return put_right(display)


def name_signed(text: str, header: str | None) -> str | None:
    """The name the writer gives: "my name is ...", "it's Jean", or the last short line that looks like one."""
    text = straight(text[:8_000])
    told = _SAYS_NAME.search(text)
    if told:
        name = _ENOUGH.split(_without_title(told.group("name").strip()))[0]
        if name and not _NO_PERSON.search(name) and name.lower() not in _NOT_NAMES:
            return put_right(name)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    signed = [name for line in reversed(lines[-12:]) if (name := _signed_line(line, header))]
    own = {word.lower() for word in (header or "").split()}
    for name in signed:
        if own & {word.lower() for word in name.split()}:
            return name
    if signed:
        return signed[0]
    return _name_at_the_end(lines[-1], header) if lines else None


def fullest(text_name: str | None, header_name: str | None) -> str | None:
    """Join what text and header give: "Raj" and "R. Sandhu" make "Raj Sandhu"."""
    if not text_name or not header_name:
        return text_name or header_name
    told, held = text_name.split(), header_name.split()
    if len(told) == 1 and len(held) == 1:
        return (
            text_name
            if _same_first(told[0], held[0]) and len(text_name) >= len(header_name)
            else (header_name if _same_first(told[0], held[0]) else text_name)
        )
    if len(told) == 1:
        if _same_first(told[0], held[0]):
            return " ".join([_longer(told[0], held[0]), *held[1:]])
        if told[0].lower() in (word.lower() for word in held):
            return header_name
        return text_name if len(told[0]) > 1 else header_name
    if len(held) == 1:
        return " ".join([_longer(told[0], held[0]), *told[1:]]) if _same_first(told[0], held[0]) else text_name
    if told[-1].lower().strip(".") == held[-1].lower().strip(".") or (
        held[-1][0] == told[-1][0] and min(len(held[-1]), len(told[-1])) <= 2
    ):
        surname = told[-1] if len(told[-1].strip(".")) >= len(held[-1].strip(".")) else held[-1]
        middle = told[1:-1] if len(" ".join(told[1:-1])) >= len(" ".join(held[1:-1])) else held[1:-1]
        first = _longer(told[0], held[0]) if told[0][0].lower() == held[0][0].lower() else told[0]
        return " ".join([first, *middle, surname])
    if _same_first(told[0], held[0]) and len(held) > len(told) and told[-1].lower() in header_name.lower():
        return header_name
    return text_name


def supported_name(text: str, *, writer: str | None, authors: Iterable[str] = ()) -> str | None:
    """In a referrer's letter, who is to be supported. ``authors``: who wrote the mail that was passed on."""
    text = straight(text)
    writer_words = {word.lower() for word in (writer or "").split()}
    for pattern in _FIELDS:
        for match in pattern.finditer(text):
            name = _clean_person(match.group("name"), writer_words)
            if name:
                return name
    for author in authors:
        name = name_in_header(author)
        if name and not {word.lower() for word in name.split()} & writer_words:
            return name
    for pattern in _TOLD:
        for match in pattern.finditer(text):
            name = _clean_person(match.group("name"), writer_words, alone=pattern in _FIRST_NAME_ENOUGH)
            if name:
                return name
    return None


def put_right(name: str) -> str:
    """Capitals put right: "karen whitlock", "IRIS JOLLY"."""
    words = [word for word in name.replace("\u00a0", " ").split() if word]
    return " ".join(_capitals(word, first=place == 0) for place, word in enumerate(words)).rstrip(".,")


_NOT_NAMES = frozenset(
    [
        "mondays",
        "tuesdays",
        "wednesdays",
        "thursdays",
        "fridays",
        "saturdays",
        "sundays",
        "weekdays",
        "weekday",
        "weekend",
        "anytime",
        "whenever",
        "befriender",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "hi",
        "hello",
        "hiya",
        "dear",
        "thanks",
        "thank",
        "you",
        "regards",
        "best",
        "cheers",
        "sorry",
        "please",
        "mornings",
        "evenings",
        "afternoons",
        "weekends",
        "befriending",
        "group",
        "help",
        "sent",
        "mum",
        "dad",
        "yes",
        "no",
        "ok",
        "stop",
        "love",
        "sincerely",
        "faithfully",
        "x",
        "xx",
        "diolch",
        "cofion",
        "yours",
        "truly",
        "kind",
        "many",
        "warm",
        "help",
        "sir",
        "madam",
        "evening",
        "morning",
        "afternoon",
        "team",
        "all",
        "everyone",
        "wishes",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "helo",
        "annwyl",
        "dziękuję",
        "shukriya",
        "just",
        "not",
        "so",
        "very",
        "still",
        "here",
        "really",
        "glad",
        "happy",
        "writing",
        "afraid",
        "worried",
        "asking",
        "her",
        "his",
        "only",
        "fine",
        "free",
        "on",
        "at",
        "in",
        "the",
        "a",
        "an",
        "off",
        "out",
        "from",
        "up",
        "looking",
        "going",
        "the",
        "prison",
        "hmp",
    ]
)
_SAYS_NAME = re.compile(
    r"(?:(?i:\b(?:my name is|my name's|my names|the name is|the name's|i am called|i'm called|fy enw i (?:ydy|yw)"
    r"|fy enw(?: i)? ydi|mera naam|nazywam si[eę]|mam na imi[eę]|me llamo)))\s+"
    rf"(?P<name>(?:(?i:{_TITLES})\.?\s+)?(?:{_NAME}|[a-z]+ [a-z]+))(?=[\s.,!)]|$)"
)
_ENOUGH = re.compile(r"\s+(?:and|but|i|im|i'm|my|from|who|is|am|the|hai|hoon|a|ac|dw|rwy)\b.*", re.IGNORECASE)
_ALSO_SAYS = re.compile(rf"(?:^|[.!?]\s+|\n)(?:It's|Its|it's|This is) (?P<name>{_NAME})(?=[.,!\n]|$)")
_TAIL = re.compile(r"(?:\s+[xX]+)+[\s.!]*$|\s*\([^)]*\)\s*$|[,.!\s]+$")


def _signed_line(line: str, header: str | None) -> str | None:
    bare = line
    for _ in range(3):
        bare = _TAIL.sub("", bare)
    bare = re.sub(
        r"^(?:many thanks|kind regards|regards|thanks|thank you|cheers|love|from|best wishes|best|yours"
        r"|diolch)[,\s]+(?=[A-Za-z])",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    bare = _without_title(bare)
    words = bare.split()
    if (
        not 1 <= len(words) <= 4
        or any(word.lower().strip(".,") in _NOT_NAMES for word in words)
        or _NO_PERSON.search(bare)
    ):
        return None
    if header and {word.lower() for word in words} & {word.lower() for word in header.split()}:
        return put_right(bare) if all(re.fullmatch(r"[^\W\d_][\w'.-]*", word) for word in words) else None
    if re.fullmatch(_NAME, bare) and not prisons_told(bare.lower()) and not (len(words) > 1 and _JOB.search(bare)):
        return put_right(bare)
    return None


_JOB = re.compile(
    r"\b(?:officer|worker|manager|administrator|nurse|chaplain|adviser|advisor|practitioner|prescriber|visitor|health"
    r"|probation|social|family|engagement|link|support|housing|youth|outreach|mental|head|senior|deputy|assistant"
    r"|director|fellow|coordinator|lead|department|criminology|year|iphone|samsung|outlook)\b",
    re.IGNORECASE,
)


def _name_at_the_end(line: str, header: str | None) -> str | None:
    """A name that closes an unbroken letter or a subject: "... anytime, Jackie Tarrant", "Yours truly Iris Jolly"."""
    said = _ALSO_SAYS.search(line)
    if said:
        return put_right(said.group("name"))
    ending = re.search(
        rf"(?:[,.!?:;]|(?i:yours (?:truly|sincerely)|thank you very much|thanks|love"
        rf"|regards))\s*(?P<name>{_NAME})(?:\s+x+)?[.\s]*$",
        line,
    )
    if ending:
        words = ending.group("name").split()
        if (
            not any(word.lower() in _NOT_NAMES for word in words)
            and not prisons_told(ending.group("name").lower())
            and len(words) <= 3
        ):
            if len(words) == 1 and header is None and len(line) > 200:
                return None
            return put_right(ending.group("name"))
    if header and re.search(rf"\b{re.escape(header.split()[0].lower())}(?: x+)*\W*$", line.lower()):
        return header
    return None


_RELATION_WORDS = (
    r"(?:mum|mam|mother|dad|father|nan|gran|grandma|grandmother|grandad|uncle|aunt|auntie|neighbour|friend|sister"
    r"|brother|wife|husband|partner|cousin|client|patient|parent|niece|nephew|colleague|daughter|son|mate)"
)
_FIELDS = (
    re.compile(
        rf"(?im:^\s*(?:full |client |patient |her |his )?(?:name|patient|client|person|parent|family member|carer"
        rf"|enw)(?: name)?\s*[:=-]+\s*)(?P<name>(?:(?i:{_TITLES})\.? )?{_NAME})"
    ),
)
_TOLD = (
    re.compile(rf"(?i:\b(?:on behalf of|refer(?:ring)?|consider|nominate|recommend|put forward|introduce|support for"
               rf"|referral for|calls? for"
               rf"|called)\b)[^.\n]{{0,50}}?\s"
        rf"(?P<name>(?:(?i:{_TITLES})\.? )?{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})"
        r"(?= ?[(,.]| who| to | for | has | is |\s*$)"
    ),
    re.compile(rf"\b(?:She|He|she|he|Her name|His name|her name|his name|name|Mum|Mam|Dad|Nan|Gran|mum|mam|dad"
               rf"|nan)(?: is|'s) (?P<name>(?:(?i:{_TITLES})\.? )?{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})(?=[.,;\n ]"
               rf"|$)"),
    re.compile(rf"(?:^|[.\n(]\s*)(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}), (?:aged )?\d\d\b"),
    re.compile(rf"\b(?i:{_RELATION_WORDS}),? (?P<name>(?:(?i:{_TITLES})\.? )?{_NAME_WORD}(?: {_NAME_WORD}){{1,2}})\b"),
    re.compile(rf"\b(?i:mrs|mr|miss|ms|mx)\.? (?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{0,2}})\b"),
    re.compile(rf"\b(?i:(?:my|our) {_RELATION_WORDS}|called|name is),? (?P<name>{_NAME_WORD})\b"),
)  # fmt: skip
_FIRST_NAME_ENOUGH = frozenset(_TOLD[-2:])


def _clean_person(name: str, writer_words: set[str], *, alone: bool = False) -> str | None:
    name = _without_title(re.sub(r"\s+", " ", name).strip())
    words = name.split()
    if not words or (len(words) < 2 and not alone) or _NO_PERSON.search(name) or _JOB.search(name):
        return None
    lower = {word.lower() for word in words}
    if lower == writer_words or lower & _NOT_NAMES or words[0].lower() in writer_words or prisons_told(name.lower()):
        return None
    return put_right(name)


def _without_title(name: str) -> str:
    while True:
        shorter = _TITLE.sub("", name)
        if shorter == name:
            return name
        name = shorter


def _same_first(one: str, other: str) -> bool:
    one, other = one.lower().strip("."), other.lower().strip(".")
    return one == other or (one[0] == other[0] and (min(len(one), len(other)) == 1 or one[:2] == other[:2]))


def _longer(one: str, other: str) -> str:
    return one if len(one.strip(".")) >= len(other.strip(".")) else other


def _capitals(word: str, *, first: bool) -> str:
    if not first and word.lower() in {"ap", "van", "de", "al", "ferch", "bin", "von"}:
        return word.lower()
    if word.islower() or (word.isupper() and len(word.strip(".")) > 1):
        return re.sub(r"(^|[-'])(\w)", lambda match: match.group(1) + match.group(2).upper(), word.lower())
    return word
