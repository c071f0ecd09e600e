"""What a new volunteer tells besides hours and dates: languages, how many people, prisons, themselves, wishes.

All functions take plain text (``plain.plain``), lines kept. None where it could be read two ways.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.family.prisons import prisons_told

MOST_PEOPLE = 6
LONGEST_NO = 80  # characters: what says more than this says something
_LANGUAGES = {
    "english": "en", "saesneg": "en", "welsh": "cy", "cymraeg": "cy", "polish": "pl", "polski": "pl", "urdu": "ur",
    "punjabi": "pa", "panjabi": "pa", "bengali": "bn", "bangla": "bn", "hindi": "hi",
    "gujarati": "gu", "tamil": "ta", "arabic": "ar", "somali": "so", "romanian": "ro", "spanish": "es",
    "portuguese": "pt", "french": "fr", "german": "de", "italian": "it", "turkish": "tr", "russian": "ru",
    "ukrainian": "uk", "lithuanian": "lt", "latvian": "lv", "hungarian": "hu", "bulgarian": "bg", "albanian": "sq",
    "czech": "cs", "slovak": "sk", "greek": "el", "persian": "fa", "farsi": "fa", "kurdish": "ku", "pashto": "ps",
    "mandarin": "zh", "chinese": "zh", "cantonese": "yue", "yoruba": "yo", "igbo": "ig", "swahili": "sw",
    "tigrinya": "ti", "amharic": "am", "nepali": "ne", "dutch": "nl", "irish": "ga", "gaelic": "gd", "twi": "tw",
    "vietnamese": "vi", "tagalog": "tl", "thai": "th",
}  # fmt: skip
LANGUAGE_CODES = frozenset(_LANGUAGES.values())
LANGUAGE = re.compile(r"\b(?:" + "|".join(_LANGUAGES) + r")\b")
_LANGUAGE_ENDS = re.compile(r"\n|[,;.(]|\band\b|&|\+|\bbut\b|\bwith\b|\bplus\b|/")
_A_LITTLE = re.compile(
    r"\b(?:little|bit|some|basic|learn\w*|rusty|school|not|no|hardly|barely|broken|smattering|few words|bits|beginner"
    r"|conversational|understand|poor|isn't|don't|can't|understanding|o level|gcse|a-level|read|used to|forgotten)\b"
)
_SPEAKS = re.compile(r"\b(?:speak|speaker|speaking|fluent\w*|bilingual|language\w*|siarad|mother tongue|talk in)\b")
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "couple": 2,
    "pair": 2, "single": 1, "un": 1, "dau": 2,
}  # fmt: skip
_COUNT = re.compile(rf"\b(?:\d{{1,2}}|{'|'.join(_COUNTS)})\b")
_COUNTED = re.compile(
    rf"\b(?P<count>\d|{'|'.join(_COUNTS)})(?: of)? (?:more |other )?(?:people|persons?|callers?|families|befriendees?"
    r"|at once|at a time|at the same time|to (?:start|begin)(?: with)?|at first|calls? a week)\b"
)
_LATER = re.compile(r"[,;.(-]?\s*(?:and |but |then )?(?:maybe|perhaps|possibly|might|could|see how)\b[^.\n]*")
_UNDECIDED = re.compile(
    r"\b(?:depends|not sure|unsure|don't mind|as many|whatever|however many|any number|or|between|don't know|lots)\b|\?"
    r"|\d\s?-\s?\d"
)
_NONE = re.compile(
    r"^\W*(?:no\b(?! longer)|none|nope|nothing|n/?a\b|not (?:that i|to my|at all|any)|never|neither|nowhere|nobody"
    r"|i (?:don't|do not|have no|haven't)|na\b|nac oes)"
)
_NO_TIES = re.compile(
    r"\b(?:no|not|never|don't|haven't|without)\b[^.\n]{0,30}\b(?:links?|connection|connections|connected|work(?:ed)?"
    r"|ties|know|known|anyone|family|relatives?|relations?)\b[^.\n]{0,40}\b(?:prisons?|jails?|inside|custody)\b"
)
_ONLY_NO = re.compile(
    r"\W*(?:(?:no|none|nope|nothing|n/?a|not really|no thanks|no thank you|nothing (?:else|special|more)|no wishes"
    r"|i don't mind|don't mind|no preferences?|all good|happy with any(?:one|thing))"
    r"(?:,? (?:really|thanks|thank you|else|special|in particular))?\W*)+"
)
_KIN = (
    r"(?:husband|wife|partner|son|daughter|brother|sister|dad|father|mum|mam|mother|nephew|niece|cousin|uncle|aunt"
    r"|grandson|ex|boyfriend|girlfriend|stepson|step-son|brother-in-law)"
)
_INSIDE = r"[^.\n]{0,25}\b(?:prison|inside|jail|hmp|sentence|time|custody)\b"
_LIVED = re.compile(
    rf"\blived[- ]experience\b|\bi(?:'ve| have|'d| had)? (?:was|been|served|spent|did)\b{_INSIDE}"
    rf"|\bmy (?:\w+ ){{0,2}}{_KIN}(?:'s)? (?:is|was|has been|'s been|been|went|did|spent|served|got)\b{_INSIDE}"
)
_NOT_LIVED = re.compile(
    r"\b(?:no|not|none|don't have|haven't|without|never)\b[^.\n]{0,25}\blived[- ]experience\b"
    r"|\blived[- ]experience[ :,=-]+(?:no|none)\b|\bnever (?:been )?(?:in prison|inside|to prison|in jail)\b"
)
_MYSELF = re.compile(
    r"\b(?:i'm|i am|im) (?:a |an )?(?:\w+[ -]){0,2}?(?P<said>woman|female|lady|man|male|bloke|chap)\b"
    r"|^\W*(?:gender\W+)?(?P<alone>woman|female|man|male)\b(?!s| only| please)|\bgender\W+(?P<titled>female|male)\b"
)
_WOMAN = frozenset({"woman", "female", "lady"})
WISH = re.compile(
    r"\b(?:prefer\w*|rather|comfortable|only (?:wo)?men|only famil\w+|no (?:wo)?men|(?:wo)?men only"
    r"|no (?:evening|morning|weekend|afternoon|night)s?\b)"
)


@dataclass(frozen=True, slots=True)
class Languages:
    """Those spoken well; ``doubtful``: others were named with a "little" or a "not"."""

    codes: tuple[str, ...] = ()
    doubtful: bool = False


def languages_told(said: str, *, section: bool) -> Languages:
    """Out of a section every language named; elsewhere only where the sentence is about speaking."""
    codes, doubtful = [], False
    for sentence in re.split(r"[\n.;!?]+", said):
        if not section and not _SPEAKS.search(sentence):
            continue
        for found in LANGUAGE.finditer(sentence):
            before = _LANGUAGE_ENDS.split(sentence[: found.start()])[-1]
            after = _LANGUAGE_ENDS.split(sentence[found.end() :])[0]
            bracket = re.match(r"\s*\(([^)]*)", sentence[found.end() :])
            if _A_LITTLE.search(f"{before} {after} {bracket[1] if bracket else ''}"):
                doubtful = True
            else:
                codes.append(_LANGUAGES[found.group()])
    return Languages(tuple(dict.fromkeys(codes)), doubtful)


def capacity_told(said: str, *, section: bool) -> tuple[int | None, bool]:
    """How many people at once, and whether something was said of it that could mean several things."""
    said = _LATER.sub(" ", said)
    if not section:
        found = [_count(one["count"]) for one in _COUNTED.finditer(said)]
        return (found[0], False) if len(set(found)) == 1 and 1 <= found[0] <= MOST_PEOPLE else (None, bool(found))
    counts = {_count(one) for one in _COUNT.findall(re.sub(r"\bone (?:at a time|by one)\b", "one", said))}
    if len(counts) == 1 and not _UNDECIDED.search(said) and 1 <= min(counts) <= MOST_PEOPLE:
        return min(counts), False
    return None, bool(said.strip())


def prisons_of(said: str, *, section: bool) -> tuple[str, ...] | None:
    """The prisons they have to do with, () where they say that there is none; None where nothing certain is told."""
    named = [one.name for one in prisons_told(said)]
    if section:
        for piece in re.split(r"[,;\n/]|\band\b|\.(?=\s|$)", said):
            named += [one.name for one in prisons_told(f"hmp {piece.strip()}")] if piece.strip() else []
    if named:
        return tuple(dict.fromkeys(named))
    if section and _NONE.match(said) and not re.search(r"\b(?:but|except|although|though|apart)\b", said):
        return ()
    return () if not section and _NO_TIES.search(said) else None


def lived_experience_told(said: str) -> bool | None:
    if _NOT_LIVED.search(said):
        return False
    return True if _LIVED.search(said) else None


def gender_told(said: str) -> str:
    found = _MYSELF.search(said)
    if not found:
        return ""
    return "female" if (found["said"] or found["alone"] or found["titled"]) in _WOMAN else "male"


def says_only_no(said: str) -> bool:
    return len(said) <= LONGEST_NO and _ONLY_NO.fullmatch(said) is not None


def _count(word: str) -> int:
    return _COUNTS.get(word) or int(word) if word in _COUNTS or word.isdigit() else 0
