"""In a letter that refers somebody: the name of the person to be supported."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.reading.family.name_shape import (
    FULL_NAME,
    JOB,
    NAME,
    NAME_WORD,
    NO_PERSON,
    NOT_NAMES,
    TITLES,
    bare,
    put_right,
)
from mailbot.reading.family.prisons import prisons_told
from mailbot.reading.words.spelling import straight


def supported_name(text: str, *, writer: str | None, authors: Iterable[str] = ()) -> str | None:
    """Who is to be supported. ``authors``: names of those who wrote the mail that was passed on."""
    text = straight(text)
    writer_words = {word.lower() for word in (writer or "").split()}
    for pattern in _FIELDS:
        for match in pattern.finditer(text):
            name = _clean_person(match.group("name"), writer_words)
            if name:
                return name
    for author in authors:
        if not {word.lower() for word in author.split()} & writer_words:
            return author
    for pattern in _TOLD:
        for match in pattern.finditer(text):
            name = _clean_person(match.group("name"), writer_words, alone=pattern in _FIRST_NAME_ENOUGH)
            if name:
                return name
    return None


_RELATION_WORDS = (
    r"(?:mum|mam|mother|dad|father|nan|gran|grandma|grandmother|grandad|uncle|aunt|auntie|aunty|nain|taid|neighbour|friend|sister"
    r"|brother|wife|husband|partner|cousin|client|patients?|parents?|niece|nephew|colleague"
    r"|daughter|son|mate|parishioners?|tenants?|residents?|clients|mums|dads|families|service users?|carers?|lodger"
    r"|fianc[eé]e?)"
)
_FIELDS = (
    re.compile(
        rf"(?im:^\s*(?:re|ref|referral(?: for)?)\s*[:-]+\s*)(?P<name>(?:(?i:{TITLES})\.? )?{FULL_NAME})\s*$",
        re.MULTILINE,
    ),
    re.compile(
        rf"(?im:^\s*(?:full |client |patient |her |his )?(?:name|patient|client|person|parent|family member|carer"
        rf"|enw|tenant|resident|service user)(?: name)?\s*[:=-]+\s*)(?P<name>(?:(?i:{TITLES})\.? )?{NAME})"
    ),
)
_TOLD = (
    # "my mum Janet (Janet Obi)"
    re.compile(rf"\b(?i:{_RELATION_WORDS}),? {NAME_WORD} \((?P<name>{FULL_NAME})\)"),
    # "Terri Golding (07700 900001) would like", "Leila Haddad, whom I referred", "Ada Lane has asked me"
    re.compile(
        rf"(?:^|[.!?\n]\s*)(?P<name>(?:(?i:{TITLES})\.? )?{FULL_NAME})"
        r"(?= \(?\+?[\d(]|,? whom?\b|,? whose\b| (?:would|wants|needs|has (?:asked|agreed|said|consented|given)|asked"
        r" me"
        r"|is (?:keen|happy|looking|struggling|asking|interested)|could do with|wishes)\b)",
        re.MULTILINE,
    ),
    re.compile(rf"(?i:\b(?:on behalf of|refer(?:ring)?|consider|nominate|recommend|put forward|introduce|support for"
               rf"|referral for|calls? for"
               rf"|called)\b)[^.\n]{{0,50}}?\s"
        rf"(?P<name>(?:(?i:{TITLES})\.? )?{NAME_WORD}(?: {NAME_WORD}){{1,3}})"
        r"(?= ?[(,.]| whom?\b| whose\b| to | for | on | has | is |\?|\s*$)"
    ),
    # "with the agreement of Tom Lane, who", "calls to Ada Lane", "ar ran Nain ydw i, Ada Lane"
    re.compile(
        r"(?i:\b(?:agreement of|consent of|permission of|behalf of|calls? (?:to|for|with)|pass on|file on"
        r"|one of our men,"
        rf"|ar ran \w+ ydw i,))\s(?P<name>(?:(?i:{TITLES})\.? )?{FULL_NAME})"
    ),
    re.compile(rf"(?P<name>{FULL_NAME}), (?=(?:told|asked|said) (?:me|us)\b)"),
    re.compile(rf"\b(?:She|He|she|he|Her name|His name|her name|his name|name|Mum|Mam|Dad|Nan|Gran|mum|mam|dad"
               rf"|nan)(?: is|'s) (?P<name>(?:(?i:{TITLES})\.? )?{NAME_WORD}(?: {NAME_WORD}){{1,3}})(?=[.,;\n ]"
               rf"|$)"),
    re.compile(rf"(?:^|[.\n(]\s*)(?P<name>{NAME_WORD}(?: {NAME_WORD}){{1,2}}), (?:aged )?\d\d\b"),
    re.compile(rf"\b(?i:{_RELATION_WORDS}),? (?P<name>(?:(?i:{TITLES})\.? )?{NAME_WORD}(?: {NAME_WORD}){{1,2}})\b"),
    re.compile(
        r"\b(?:for|with|support|supporting|ring|call|telephone|contact|about|refer|referring|referred|seeing|visiting)"
        rf" (?P<name>{FULL_NAME})\b"
    ),
    re.compile(rf"\b(?i:mrs|mr|miss|ms|mx)\.? (?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,2}})\b"),
    re.compile(rf"\b(?i:(?:my|our) {_RELATION_WORDS}|called|name is),? (?P<name>{NAME_WORD})\b"),
)  # fmt: skip
_FIRST_NAME_ENOUGH = frozenset(_TOLD[-2:])  # mrs J Lane, "my mum Janet"


def _clean_person(name: str, writer_words: set[str], *, alone: bool = False) -> str | None:
    name = bare(re.sub(r"\s+", " ", name).strip())
    words = name.split()
    if not words or (len(words) < 2 and not alone) or NO_PERSON.search(name) or JOB.search(name):
        return None
    lower = {word.lower() for word in words}
    if lower == writer_words or lower & NOT_NAMES or words[0].lower() in writer_words or prisons_told(name.lower()):
        return None
    return put_right(name)
