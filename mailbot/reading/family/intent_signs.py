"""The signs of what a letter is for, found sentence by sentence: each with its words, and a "not" that turns it round.

The phrases are the staff's own (``config/wording/family_intents.toml``); only leaving has patterns besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.reading.family.intent_words import NOT_WITHDRAW, SURELY_A_FAREWELL, WITHDRAW
from mailbot.reading.words.lexicon import Hit, Lexicon
from mailbot.reading.words.patterns import search
from mailbot.reading.words.plain import plain
from mailbot.reading.words.spelling import sentences

_DENIED = re.compile(
    r"\b(?:not|no|never|nor|without|nid|ddim|dim|peidiwch|(?:do|does|did|is|are|was|were|ca|wo|would|could|should|sha"
    r"|have|has|had)n'?t)(?: (?:really|actually|to|be|be able to|that|think|i|we|need|want|going|more|ever|even"
    r"|particularly|after|any|a|the|one for))* *$|last thing (?:i|we|she|he) *$"
)
_ASKED_WITH_NOT = re.compile(
    r"\b(?:can|could|would|will|may|might|wo|why do)n'?t(?: (?:you|someone|somebody|i|we))? *$"
)
# Words of asking which ask only at the beginning of a sentence, or before a question mark: "I know how it works"
_INTERROGATIVE = re.compile(r"(?:how|who|what|which|why|when|where|is|are|do|does|would|will|can|could|am|it)\b")
_OF_US = re.compile(
    r"\b(?:you|your|yours|calls?|call|group|zoom|support|service|help|befriend\w*|volunteers?|chi|eich|galwad\w*|grwp"
    r"|grup\w*|telefon\w*|wolontari\w*|volunt\w*)\b"
)
_JUDGES = {"praise", "complaint"}
_US = re.compile(
    r"\b(?:you|you're|youre|you've|your|yours|volunteers?|befriender|callers?|calls?|group|zoom|session|form|website|e-?mails?"
    r"|calling|rang|rung|rings|ringing|phoned|phones|nobody|no one|referred|chi|eich|galwad\w*|alwad\w*|ffon\w*)\b"
)
_WANTS = re.compile(
    r"\b(?:please|how do i|who do i|where do i|could you|can you|would you|do you|i need|we need|i'd like|would like"
    r"|i want|we'd love|looking for|attached|enclosed|let me know|contact me|get back to me)\b"
)
_OPENLY = re.compile(
    r"(?:^|[,.;:-] |\band |\bbut |\bso |\bor )(?:what|how|who|which|when|where|why|do|does|did|is|are|would"
    r"|will|am|if)\b"
)
_BEGINS = 14  # characters: "hello, and how"
_TURNED_BACK = re.compile(r"\b(?:but|just|only|though|instead|ond)\b")
_CAN_BE_DENIED = {"calls": "no_calls", "group": "no_group"}
# What takes a sign out of a sentence that has its words
_VOIDS = {
    "calls": ("no_request", "no_calls", "praise"),
    "group": ("no_request", "no_group"),
    "volunteering": ("no_volunteering",),
    "leaving": ("not_leaving",),
    "praise": ("if_only",),
    "met": ("if_only",),
    "together": ("no_calls", "no_group", "question", "not_yet"),
}
_NOT_AT_TIMES = {"leaving", "no_calls"}  # "no calls before ten" refuses no calls
_TIMED = re.compile(
    r" ,?(?:please |ever )?(?:there\b|here\b|to (?:that|this) (?:number|one|line)|(?:that|this|the old) number"
    r"|before|after(?! all)|on (?=an? |the (?!phone)|my |mon|tue|wed|thu|fri|sat|sun|week)|at"
    r"|in the(?! end)|when|while|until|till|during|between|too|so|early|late|cyn"
    r"|ar ol|rhwng|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_ANYWHERE = {"leaving", "together"}  # the words that void these need not overlap them
_BUT = re.compile(r"\b(?:but|though|except)\b")
_NOT = re.compile(r"\b(?:not|no|never|without|rather than|instead|ddim|dim|nid)\b|n't\b")
_NUMBER = re.compile(r"\d[\d ().-]{8,}\d")
_OF_PRISON = re.compile(
    r"\b(?:prisons?|prisoners?|visits?|visiting|visitors?|wing|cell|officers?|governor|solicitor|appeal|parole|tag|hmp"
    r"|jail|canteen|property|video call)\b"
)
_ASKED_FOR = {"calls", "group", "wants_it", "refers"}


@dataclass(frozen=True, slots=True)
class Sign:
    """The first sentence that shows it, and in how many it stands."""

    words: str
    count: int


NO_SIGN = Sign("", 0)


@dataclass(frozen=True, slots=True)
class Signs:
    """What was found in a letter, by the section of the wording file."""

    found: dict[str, Sign]
    sold: frozenset[str]  # the different words of selling

    def __getitem__(self, section: str) -> Sign:
        return self.found.get(section, NO_SIGN)


def signs_of(subject: str, text: str, passed_on: str, phrases: Lexicon) -> Signs:
    """The signs of a plain letter (``spelt_out``). A wish to leave is read in no subject, which may be ours."""
    said = sentences(text) + sentences(passed_on)
    found: dict[str, list[str]] = {}
    sold: set[str] = set()
    for sentence, is_subject in [*((each, False) for each in said), *([(subject, True)] if subject else [])]:
        folded = plain(sentence)
        hits = phrases.find(folded)
        sold.update(folded[hit.start : hit.end] for hit in hits if hit.section == "selling")
        sections = _of_sentence(folded, set(_sections(folded, hits)) | ({"asks"} if "?" in sentence else set()))
        if not is_subject and search(WITHDRAW, sentence) and not NOT_WITHDRAW.search(sentence):
            sections.add("leaving")
        for section in sections:
            found.setdefault(section, []).append(sentence)
    if "judged" in found and not {"met", "known", "praise", "complaint"}.isdisjoint(found):
        found.setdefault("complaint" if "complaint" in found else "praise", []).extend(found["judged"])
    stays = not {"calls", "group"}.isdisjoint(found) or {"group_named", "no_calls"} <= set(found)
    if "leaving" in found and stays:  # "no calls, only the group" is no farewell
        found["leaving"] = [sentence for sentence in found["leaving"] if SURELY_A_FAREWELL.search(sentence)]
    return Signs({section: Sign(of[0], len(dict.fromkeys(of))) for section, of in found.items() if of}, frozenset(sold))


def _of_sentence(folded: str, sections: set[str]) -> set[str]:
    """The signs of one sentence, weighed against each other: what is judged, asked, or another matter."""
    if sections & _JUDGES and not _US.search(folded):
        sections = sections - _JUDGES | {"judged"}
    asked_for = not sections.isdisjoint({"calls", "group", "volunteering"}) or (
        "question" in sections and not sections.isdisjoint({"calls_named", "group_named"})
    )
    if "together" in sections and not sections.isdisjoint(_ASKED_FOR):
        sections.add("both")
    wanted = "asks" in sections or _WANTS.search(folded)
    if "elsewhere_topic" in sections and not asked_for and wanted and not _NUMBER.search(folded):
        sections.add("elsewhere")  # but "07700 900123 is the landlord's, please don't" tells whose number it is
    if "elsewhere" in sections:
        sections = sections - {"calls"}  # "half an hour of a volunteer's time for an interview"
    if "question" in sections and not asked_for and _OF_PRISON.search(folded) and not _OF_US.search(folded):
        sections = sections - {"question"} | {"elsewhere"}
    if "asks" in sections and _OF_US.search(folded):
        sections.add("asks_us")
        if not asked_for and "elsewhere" not in sections and _OPENLY.search(folded):
            sections.add("question")
    return sections


def _sections(folded: str, hits: Iterable[Hit]) -> Iterator[str]:
    by_section: dict[str, list[Hit]] = {}
    for hit in hits:
        by_section.setdefault(hit.section, []).append(hit)
    for section, of in by_section.items():
        voiding = [hit for hit in _of(by_section, _VOIDS.get(section, ())) if _asks(folded, hit)]
        if section in _ANYWHERE and voiding:
            continue
        standing = [hit for hit in of if not any(hit.overlaps(void) for void in voiding)]
        if section == "no_calls":  # "I don't want to be a bother, but a call would be company"
            standing = [hit for hit in standing if not _BUT.search(folded, hit.start, hit.end)]
        if section == "together":  # "the group and not the calls"
            standing = [hit for hit in standing if not _NOT.search(folded, hit.start, hit.end)]
        if section in _NOT_AT_TIMES:
            standing = [hit for hit in standing if not _is_timed(folded, hit)]
        if section in ("question", "elsewhere"):
            standing = [hit for hit in standing if _asks(folded, hit)]
        if section == "leaving":  # "please don't stop the calls"
            standing = [hit for hit in standing if not _is_denied(folded, hit)]
        if section not in _CAN_BE_DENIED:
            if standing:
                yield section
            continue
        said = [hit for hit in standing if not _is_denied(folded, hit)]
        if said:
            yield section
        elif any(not _is_timed(folded, hit) for hit in standing):
            yield _CAN_BE_DENIED[section]


def _of(by_section: dict[str, list[Hit]], sections: Iterable[str]) -> list[Hit]:
    return [hit for section in sections for hit in by_section.get(section, ())]


def _is_timed(folded: str, hit: Hit) -> bool:
    return bool(_TIMED.match(folded, hit.end) or _TIMED.search(folded, hit.start, hit.end))


def _asks(folded: str, hit: Hit) -> bool:
    return hit.start <= _BEGINS or "?" in folded or not _INTERROGATIVE.match(folded, hit.start)


def _is_denied(folded: str, hit: Hit) -> bool:
    before = folded[max(0, hit.start - 40) : hit.start]
    if _ASKED_WITH_NOT.search(before) or _TURNED_BACK.search(folded[hit.start : hit.end]):
        return False
    return bool(_DENIED.search(before))
