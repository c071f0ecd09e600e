"""What staff tell of the person for whom a letter asks: "Janet Holt, 07700 900123, evenings, no voicemail"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.family.wishes import wishes_told
from mailbot.reading.letter import Preference
from mailbot.reading.skills.hours import hours_told
from mailbot.reading.skills.phones.numbers import digits_told, numbers_in
from mailbot.reading.words.plain import plain
from mailbot.reading.words.spelling import spelt_out
from mailbot.weekly_hours import WeeklyHours

LONGEST = 600  # characters: a line or two of particulars, not a letter

_PARTS = re.compile(r"[,;:()\n]+|\s(?:[-–—&]|or|and)\s|\.(?=\s|$)|(?<=\d) (?=[^\W\d])|(?<=[^\W\d]) (?=[+(]?\d{4,})")
_RULED_OUT = re.compile(r"\b(?:not|never|don'?t|do not|no longer|old|wrong|dead|instead of|avoid)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?i:(?:her|his|their|the) name is|name:?|called|for|it's|this is|from)\s+)?"
    r"(?P<name>(?:(?:Mrs|Mr|Ms|Miss|Dr|Mx)\.?\s+)?[A-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]*){0,3})"
)
_TITLE = re.compile(r"(?:Mrs|Mr|Ms|Miss|Dr|Mx)\.?\s+")
_NO_NAME = frozenset(
    re.findall(
        r"\S+",
        """
        a after afternoon afternoons an and any anytime asap at before befriending best between brother call calls
        cheers dad daughter day days diolch english evening evenings family father female fri friday from gran group he
        hello her hi his hmp home husband landline letter lunchtime lunchtimes male mam man message mob mobile mon
        monday morning mornings mother mum nan never new night nights no none not number ok okay or partner phone please
        polish polish-speaking prison regards ring sat saturday see she sister son speaker speaks sun sunday tel text
        thank thanks the their they thu thur thurs thursday till times tue tues tuesday unknown until urgent voicemail
        volunteer wed wednesday weds weekday weekdays weekend weekends welsh wife woman yes you
        """,
    )
)
_FIGURES = re.compile(r"\d(?:[ ()./-]?\d){5,}")
_SAYS_NOTHING = re.compile(
    r"(?:and|or|on|at|the|a|her|his|their|number|no|tel|telephone|phone|mobile|mob|ring|call|please|can|be|is|rung|she"
    r"|he|they|it|us|thanks|thank|you|would|like|likes|want|wants|calls|befriending|weekly|them|him|for|to|with|of|in"
    r"|only|best|time|times|s)\b|\W+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOfThem:
    """``phones`` are E.164, in the order told. ``doubts``: words that nothing certain could be read from, to be asked
    back before anything is done."""

    name: str | None = None
    phones: tuple[str, ...] = ()
    phones_forbidden: tuple[str, ...] = ()
    hours: WeeklyHours | None = None
    preferences: tuple[Preference, ...] = ()
    voicemail_ok: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        return not (self.name or self.phones or self.phones_forbidden or self.hours or self.preferences)


def told_of_them(words: str) -> ToldOfThem:
    """Read with the skills that read families' letters; no number and no name is guessed."""
    text = digits_told(words[:LONGEST])
    phones, forbidden, unread = _numbers(text)
    without = _FIGURES.sub(" ", text)
    hours = hours_told(without, on_behalf=True).hours
    wishes = wishes_told(spelt_out(without))
    names = tuple(dict.fromkeys(name for part in _PARTS.split(text) if (name := _name(part))))
    doubts = [*unread, *(names if len(names) > 1 else ())]
    if len(words) > LONGEST:
        doubts.append(f"{words[:40]}…")
    told = ToldOfThem(
        name=names[0] if len(names) == 1 else None,
        phones=phones,
        phones_forbidden=forbidden,
        hours=hours,
        preferences=wishes.preferences,
        voicemail_ok=wishes.voicemail_ok,
        doubts=tuple(doubts),
    )
    if told.is_nothing and not doubts and _SAYS_NOTHING.sub("", words):
        return ToldOfThem(doubts=(words.strip(),))
    return told


def _numbers(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """To be called, never to be called, and figures like a number that is none."""
    phones: dict[str, None] = {}
    forbidden: dict[str, None] = {}
    spans = []
    for found in numbers_in(text):
        spans.append((found.start, found.end))
        clause = re.split(r"[,;.\n]|\b(?:use|but|ring|call)\b", text[: found.start])[-1]
        (forbidden if _RULED_OUT.search(clause) else phones)[found.e164] = None
    usable = tuple(one for one in phones if one not in forbidden)
    unread = tuple(
        one[0]
        for one in _FIGURES.finditer(text)
        if not any(start < one.end() and one.start() < end for start, end in spans)
    )
    return usable, tuple(forbidden), unread


def _name(part: str) -> str | None:
    found = _NAME.fullmatch(part.strip(" .,'\""))
    if not found:
        return None
    name = _TITLE.sub("", found["name"]).strip()
    is_surname = name != found["name"] and " " not in name  # "Mrs Holt": nobody is greeted as "Hello Holt"
    return None if not name or is_surname or set(plain(name).split()) & _NO_NAME else name
