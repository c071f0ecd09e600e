"""Wording: the phrase lists that staff keep in ``config/wording``, checked and compiled once.

A file is a table of sections; a section holds phrases by language (``en``, ``cy``, ``other``), and may hold ``about``
(for people) and ``weight`` (for a sign of risk that counts only together with others). A phrase is words in lower case:

    take~           any word that begins so             (my|his own)    one of these
    [really] tired  a word that may be missing          <he>            a group of words out of groups.toml
    put ... down    up to six words between, or thirty by "...."
    #               a number, in figures or words

Apostrophes and accents need not match ("don't" finds "dont"). Phrases match within one sentence only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from mailbot.reading.words.plain import plain

if TYPE_CHECKING:  # ``risk`` is built on wording, so that the name alone is known here
    from mailbot.reading.risk.second_opinion import SecondOpinion

CATEGORIES = (
    "suicide_self_harm",
    "domestic_abuse",
    "child_at_risk",
    "threat_to_others",
    "adult_at_risk",
    "under_18",
    "bereavement_in_custody",
    "boundary_breach",
)
STRENGTHS = ("urgent", "concern", "mention")
LANGUAGES = ("en", "cy", "other")

# Which sections the readers rely on; risk files may add signs of their own to these.
REQUIRED: Mapping[str, Sequence[str]] = {
    **dict.fromkeys(CATEGORIES, ("concern",)),
    "exclusions": (
        "figurative",
        "denied",
        "standing",
        "official",
        "conviction",
        "long_ago",
        "over",
        "live",
        "undeniable",
    ),
    "worries": ("question", "denial", "worry", "emergency"),
    "offers": (
        "accept",
        "point",
        "decline",
        "condition",
        "doubt",
        "harmless",
        "conflict",
        "start",
        "received",
        "apology",
        "late",
        "asking",
    ),
    "volunteering": (
        "resign",
        "pause",
        "away",
        "rematch",
        "changed_hours",
        "thanks",
        "received",
        "document",
        "enclosed",
        "for_good",
        "week_part",
        "question",
        "worry",
        "stop",
        "stop_alone",
    ),
    "calls": (
        "spoke",
        "no_answer",
        "dead_number",
        "declined",
        "rang_us",
        "planned",
        "not_yet",
        "last_call",
        "ending",
    ),
    "family_replies": (
        "well",
        "middling",
        "badly",
        "harmless",
        "best",
        "good",
        "fair",
        "poor",
        "worst",
        "unanswered",
        "group",
        "helpline",
        "close",
        "more_calls",
        "volunteer",
        "name",
        "phone",
        "times",
        "stop",
        "not_stop",
    ),
    "family_intents": (
        "calls",
        "calls_named",
        "no_calls",
        "group",
        "group_named",
        "no_group",
        "both",
        "wants_it",
        "no_request",
        "need",
        "refers",
        "question",
        "question_perhaps",
        "not_yet",
        "volunteering",
        "volunteering_perhaps",
        "no_volunteering",
        "known",
        "changed",
        "changed_perhaps",
        "leaving",
        "not_leaving",
        "met",
        "praise",
        "complaint",
        "elsewhere",
        "elsewhere_topic",
        "elsewhere_perhaps",
        "selling",
    ),
}
RISK_TABLES = (*CATEGORIES, "exclusions", "worries")
_KIND = {**dict.fromkeys(RISK_TABLES, "risk"), "family_replies": "replies", "family_intents": "intents"}

_Found = TypeVar("_Found")
_TOKEN = re.compile(r"[\w']+")
_SEPARATOR = r"[^\w']{1,4}"
_GAPS = {"...": rf"(?:{_SEPARATOR}[\w']+){{0,6}}?", "....": rf"(?:{_SEPARATOR}[\w']+){{0,30}}?"}
_NUMBERS = tuple(
    _TOKEN.findall(
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred"
    )
)
_NUMBER = rf"(?:\d[\d,.]*|{'|'.join(_NUMBERS)})"
# Words that most sentences hold: no use for telling which phrases cannot be there
_COMMON = frozenset(
    _TOKEN.findall(
        "i im ive id ill me my he hes she shes they theyre him her his their them it its you your we us our the a an "
        "and or but to of in on at for with from by is are was were be been am has have had do does did not dont no "
        "this that so as up out all just will would can could if when what who ddim dim yn y yr i o ar a mae dw fi"
    )
)
_LEXEME = re.compile(r"\.{3,4}|[()\[\]|]|<\w+>|#|[^\s()\[\]|<>#]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a plain sentence: where, and in which section of which file."""

    start: int
    end: int
    table: str
    section: str
    weight: int = 0

    def overlaps(self, other: Hit) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class _Phrase:
    """``needs``: a sentence without any of these words cannot hold the phrase; empty when that cannot be told."""

    pattern: str
    needs: frozenset[str]
    table: str
    section: str
    weight: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases indexed by their first word, so that a letter costs what it holds and not what the lists hold."""

    by_word: Mapping[str, tuple[_Phrase, ...]]
    by_beginning: Mapping[str, tuple[_Phrase, ...]]
    by_number: tuple[_Phrase, ...]

    _known: dict[str, tuple[Hit, ...]] = field(default_factory=dict, compare=False, repr=False)
    _candidates: dict[str, tuple[_Phrase, ...]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, sentence: str) -> tuple[Hit, ...]:
        """Every phrase in one plain sentence, in order; the same section is told once per place."""
        found = self._known.get(sentence)
        if found is None:  # several readers ask about the same sentences of one letter
            found = tuple(dict.fromkeys(self._hits(sentence)))
            _remember(self._known, sentence, found, _SENTENCES_REMEMBERED)
        return found

    def _hits(self, sentence: str) -> Iterator[Hit]:
        tokens = [(token.start(), token.group().replace("'", "")) for token in _TOKEN.finditer(sentence)]
        words = {word for _, word in tokens}
        likely = {
            word: kept
            for word in words
            if (kept := [one for one in self._starting(word) if not one.needs or not one.needs.isdisjoint(words)])
        }
        for start, word in tokens:
            for phrase in likely.get(word, ()):
                found = _regex(phrase.pattern).match(sentence, start)
                if found:
                    yield Hit(found.start(), found.end(), phrase.table, phrase.section, phrase.weight)

    def _starting(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases whose first word this may be."""
        found = self._candidates.get(word)
        if found is None:
            beginnings = (word[:length] for length in range(3, min(len(word), 14) + 1))
            found = (
                *self.by_word.get(word, ()),
                *chain.from_iterable(self.by_beginning.get(beginning, ()) for beginning in beginnings),
                *(self.by_number if word[:1].isdigit() or word in _NUMBERS else ()),
            )
            if len(word) <= _LONGEST_WORD:
                _remember(self._candidates, word, found, _WORDS_REMEMBERED)
        return found


_SENTENCES_REMEMBERED = 256
_WORDS_REMEMBERED = 20_000
_LONGEST_WORD = 40


def _remember(known: dict[str, _Found], key: str, found: _Found, most: int) -> None:
    """Forgets everything when full: what a letter says is not kept for long, and a flood of words costs no memory."""
    if len(known) >= most:
        known.clear()
    known[key] = found


@dataclass(frozen=True, slots=True)
class Wording:
    """All wording lists, compiled: ``risk`` holds the risk files, ``replies`` what families answer, ``intents`` what
    they write for, ``volunteer`` the rest.

    ``second_opinion`` is not of the staff's making: weights of words, fitted to stories of danger.
    """

    risk: Lexicon
    volunteer: Lexicon
    spelling: Mapping[str, str]
    _misspelt: re.Pattern[str]
    _misspelt_firsts: frozenset[str]
    replies: Lexicon
    intents: Lexicon
    second_opinion: SecondOpinion | None = None

    @classmethod
    def from_tables(cls, tables: Mapping[str, Mapping[str, object]]) -> Wording:
        """Build from parsed files, keyed by file stem. Raises ValueError naming the table, the key and the fault."""
        groups = _groups(tables)
        spelling = _spelling(tables)
        kinds: dict[str, list[tuple[_Phrase, _Firsts]]] = {"risk": [], "volunteer": [], "replies": [], "intents": []}
        for table, needed in REQUIRED.items():
            sections = tables.get(table)
            if sections is None:
                raise ValueError(f"{table}: this wording table is missing")
            for section in needed:
                if section not in sections:
                    raise ValueError(f"{table}: the section {section!r} is missing")
            kinds[_KIND.get(table, "volunteer")].extend(_table(table, sections, groups))
        for table in tables:
            if table not in REQUIRED and table not in ("groups", "spelling"):
                raise ValueError(f"{table}: no such wording table; allowed are {', '.join(REQUIRED)}, groups, spelling")
        words: list[str] = sorted(spelling, key=len, reverse=True) or ["\0"]
        misspelt = re.compile(r"(?<![\w'])(?:" + "|".join(re.escape(word) for word in words) + r")(?![\w'])")
        firsts = frozenset(token[0] for word in words if (token := _TOKEN.search(word)))
        risk, volunteer, replies, intents = (_lexicon(phrases) for phrases in kinds.values())
        return cls(risk, volunteer, spelling, misspelt, firsts, replies, intents)

    def spelt(self, sentence: str) -> str:
        """The plain sentence with text-speak and common misspellings put right."""
        if self._misspelt_firsts.isdisjoint(_TOKEN.findall(sentence)):
            return sentence
        return self._misspelt.sub(lambda found: self.spelling[found[0]], sentence)


# ------------------------------------------------------------------------------------------------------ reading files


def _groups(tables: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    words = tables.get("groups", {})
    for name, members in words.items():
        if name != "about":
            _strings("groups", name, members)
    return {name: "|".join(_strings("groups", name, members)) for name, members in words.items() if name != "about"}


def _spelling(tables: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    put_right = {}
    for wrong, right in tables.get("spelling", {}).items():
        if not isinstance(right, str) or not wrong.strip():
            raise ValueError(f"spelling: {wrong!r} must be set to the right word, in quotes")
        if wrong != "about":
            put_right[plain(wrong)] = plain(right)
    return put_right


def _table(table: str, sections: Mapping[str, object], groups: Mapping[str, str]) -> Iterator[tuple[_Phrase, _Firsts]]:
    for section, content in sections.items():
        if section == "about":
            continue
        if not isinstance(content, Mapping):
            raise ValueError(f"{table}: {section!r} must be a section of phrases by language")
        weight = _weight(table, section, content)
        for language, phrases in content.items():
            if language in ("about", "weight"):
                continue
            if language not in LANGUAGES:
                raise ValueError(f"{table}: {section}.{language} is no language; allowed are {', '.join(LANGUAGES)}")
            for phrase in _strings(table, f"{section}.{language}", phrases):
                yield _compiled(phrase, table, section, weight, groups)


def _weight(table: str, section: str, content: Mapping[object, object]) -> int:
    weight = content.get("weight", 0)
    if not isinstance(weight, int) or isinstance(weight, bool) or not 0 <= weight <= 3:
        raise ValueError(f"{table}: {section}.weight must be 1, 2 or 3")
    if table in CATEGORIES and section not in STRENGTHS and not weight:
        raise ValueError(f"{table}: {section} is a sign and needs a weight of 1, 2 or 3")
    if weight and (table not in CATEGORIES or section in STRENGTHS):
        raise ValueError(f"{table}: {section} takes no weight")
    return weight


def _strings(table: str, key: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f"{table}: {key} must be a list of phrases in quotes")
    return [str(item) for item in value]


# --------------------------------------------------------------------------------------------------------- compiling


@dataclass(frozen=True, slots=True)
class _Firsts:
    """What the first word of a phrase may be: whole words, beginnings of words, or a number."""

    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    number: bool = False


def _compiled(phrase: str, table: str, section: str, weight: int, groups: Mapping[str, str]) -> tuple[_Phrase, _Firsts]:
    try:
        parser = _PhraseParser(phrase, groups)
        pattern, firsts = parser.parse()
    except ValueError as fault:
        raise ValueError(f"{table}: {section}: the phrase {phrase!r} {fault}") from None
    return _Phrase(pattern, _needs(parser.must_have), table, section, weight), firsts


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """Compiled once, when first needed: most phrases never are, and all of them take a second."""
    return re.compile(pattern)


def _needs(must_have: Iterable[_Firsts]) -> frozenset[str]:
    """The words of that part of a phrase which ordinary sentences hold most rarely."""
    telling = [
        frozenset(part.words) for part in must_have if not (part.beginnings or part.number or _COMMON & set(part.words))
    ]
    return min(telling, key=len, default=frozenset())


class _PhraseParser:
    """Turns one phrase into a regular expression without any repetition that could run away."""

    def __init__(self, phrase: str, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._depth = 0
        self.must_have: list[_Firsts] = []  # the parts that no sentence with this phrase can lack
        self._lexemes: list[str] = _LEXEME.findall(re.sub(r"[-&£]", " ", self._unfolded(phrase)))
        self._at = 0

    def parse(self) -> tuple[str, _Firsts]:
        pattern, firsts = self._sequence("")
        if self._at < len(self._lexemes):
            raise ValueError(f"has a {self._lexemes[self._at]!r} too many")
        return rf"(?<![\w'])(?:{pattern})(?![\w'])", firsts

    def _unfolded(self, phrase: str) -> str:
        def members(found: re.Match[str]) -> str:
            if found.group(1) not in self._groups:
                raise ValueError(f"names the group <{found.group(1)}>, which groups.toml does not have")
            return f"({self._groups[found.group(1)]})"

        for _ in range(3):  # a group may name other groups
            phrase = re.sub(r"<(\w+)>", members, phrase)
        return phrase

    def _sequence(self, closing: str) -> tuple[str, _Firsts]:
        pattern = ""
        firsts: _Firsts | None = None
        while self._at < len(self._lexemes) and self._lexemes[self._at] not in ("|", ")", "]"):
            lexeme = self._take()
            if firsts is None:
                if lexeme in _GAPS or lexeme == "[":
                    raise ValueError("must begin with a word")
                pattern, firsts = self._element(lexeme)
                self._must_have(firsts)
            elif lexeme in _GAPS:
                pattern += _GAPS[lexeme]
            elif lexeme == "[":
                inner, _ = self._alternatives("]")
                pattern += f"(?:{_SEPARATOR}{inner})?"
            else:
                inner, first = self._element(lexeme)
                self._must_have(first)
                pattern += _SEPARATOR + inner
        if firsts is None:
            raise ValueError(f"has nothing before {closing or 'its end'!r}")
        return pattern, firsts

    def _must_have(self, part: _Firsts) -> None:
        if not self._depth:
            self.must_have.append(part)

    def _element(self, lexeme: str) -> tuple[str, _Firsts]:
        if lexeme == "(":
            return self._alternatives(")")
        if lexeme == "#":
            return _NUMBER, _Firsts(number=True)
        if lexeme in (")", "]", "|"):
            raise ValueError(f"has a {lexeme!r} too many")
        return self._word(lexeme)

    def _word(self, lexeme: str) -> tuple[str, _Firsts]:
        begins = lexeme.endswith("~")
        word = plain(lexeme.rstrip("~"))
        if not re.fullmatch(r"[\w']+", word):
            raise ValueError(f"holds {lexeme!r}: one word at a time, letters and figures only")
        key = word.replace("'", "")
        pattern = re.escape(word).replace("'", "'?")
        if not begins:
            return pattern + r"(?![\w'])", _Firsts(words=(key,))
        if len(key) < 3:
            raise ValueError(f"holds {lexeme!r}: give at least three letters before ~")
        return pattern + r"[\w']*", _Firsts(beginnings=(key,))

    def _alternatives(self, closing: str) -> tuple[str, _Firsts]:
        patterns, firsts = [], []
        self._depth += 1
        while True:
            pattern, first = self._sequence(closing)
            patterns.append(pattern)
            firsts.append(first)
            if self._at >= len(self._lexemes):
                raise ValueError(f"lacks a {closing!r}")
            lexeme = self._take()
            if lexeme == closing:
                break
            if lexeme != "|":
                raise ValueError(f"has a {lexeme!r} too many")
        self._depth -= 1
        return "(?:" + "|".join(patterns) + ")", _Firsts(
            tuple(chain.from_iterable(first.words for first in firsts)),
            tuple(chain.from_iterable(first.beginnings for first in firsts)),
            any(first.number for first in firsts),
        )

    def _take(self) -> str:
        self._at += 1
        return self._lexemes[self._at - 1]


def _lexicon(phrases: Iterable[tuple[_Phrase, _Firsts]]) -> Lexicon:
    by_word: dict[str, list[_Phrase]] = {}
    by_beginning: dict[str, list[_Phrase]] = {}
    by_number: list[_Phrase] = []
    for phrase, firsts in phrases:
        for word in dict.fromkeys(firsts.words):
            by_word.setdefault(word, []).append(phrase)
        for beginning in dict.fromkeys(firsts.beginnings):
            by_beginning.setdefault(beginning[:14], []).append(phrase)
        if firsts.number:
            by_number.append(phrase)
    return Lexicon(
        {word: tuple(found) for word, found in by_word.items()},
        {word: tuple(found) for word, found in by_beginning.items()},
        tuple(by_number),
    )
