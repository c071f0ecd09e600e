"""How a phrase of the wording lists is written, and the regular expression that it becomes.

A phrase is words in lower case, with a few signs:

    take~           any word that begins so             (my|his own)    one of these
    [really] tired  a word that may be missing          <he>            a group of words out of groups.toml
    put ... down    up to six words between, or thirty by "...."
    #               a number, in figures or words

Apostrophes and accents need not match ("don't" finds "dont").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from mailbot.reading.words.plain import plain

TOKEN = re.compile(r"[\w']+")
_SEPARATOR = r"[^\w']{1,4}"
_GAPS = {"...": rf"(?:{_SEPARATOR}[\w']+){{0,6}}?", "....": rf"(?:{_SEPARATOR}[\w']+){{0,30}}?"}
NUMBERS = tuple(
    TOKEN.findall(
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred"
    )
)
_NUMBER = rf"(?:\d[\d,.]*|{'|'.join(NUMBERS)})"
# Words that most sentences hold: no use for telling which phrases cannot be there
_COMMON = frozenset(
    TOKEN.findall(
        "i im ive id ill me my he hes she shes they theyre him her his their them it its you your we us our the a an "
        "and or but to of in on at for with from by is are was were be been am has have had do does did not dont no "
        "this that so as up out all just will would can could if when what who ddim dim yn y yr i o ar a mae dw fi"
    )
)
_LEXEME = re.compile(r"\.{3,4}|[()\[\]|]|<\w+>|#|[^\s()\[\]|<>#]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``needs``: a sentence without any of these words cannot hold the phrase; empty when that cannot be told."""

    pattern: str
    needs: frozenset[str]
    table: str
    section: str
    weight: int


@dataclass(frozen=True, slots=True)
class Firsts:
    """What the first word of a phrase may be: whole words, beginnings of words, or a number."""

    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    number: bool = False


def compiled(phrase: str, table: str, section: str, weight: int, groups: Mapping[str, str]) -> tuple[Phrase, Firsts]:
    try:
        parser = _Parser(phrase, groups)
        pattern, firsts = parser.parse()
    except ValueError as fault:
        raise ValueError(f"{table}: {section}: the phrase {phrase!r} {fault}") from None
    return Phrase(pattern, _needs(parser.must_have), table, section, weight), firsts


def _needs(must_have: Iterable[Firsts]) -> frozenset[str]:
    """The words of that part of a phrase which ordinary sentences hold most rarely."""
    telling = [
        frozenset(part.words) for part in must_have if not (part.beginnings or part.number or _COMMON & set(part.words))
    ]
    return min(telling, key=len, default=frozenset())


class _Parser:
    """Turns one phrase into a regular expression without any repetition that could run away."""

    def __init__(self, phrase: str, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._depth = 0
        self.must_have: list[Firsts] = []  # the parts that no sentence with this phrase can lack
        self._lexemes: list[str] = _LEXEME.findall(re.sub(r"[-&£]", " ", self._unfolded(phrase)))
        self._at = 0

    def parse(self) -> tuple[str, Firsts]:
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

    def _sequence(self, closing: str) -> tuple[str, Firsts]:
        pattern = ""
        firsts: Firsts | None = None
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

    def _must_have(self, part: Firsts) -> None:
        if not self._depth:
            self.must_have.append(part)

    def _element(self, lexeme: str) -> tuple[str, Firsts]:
        if lexeme == "(":
            return self._alternatives(")")
        if lexeme == "#":
            return _NUMBER, Firsts(number=True)
        if lexeme in (")", "]", "|"):
            raise ValueError(f"has a {lexeme!r} too many")
        return self._word(lexeme)

    def _word(self, lexeme: str) -> tuple[str, Firsts]:
        begins = lexeme.endswith("~")
        word = plain(lexeme.rstrip("~"))
        if not re.fullmatch(r"[\w']+", word):
            raise ValueError(f"holds {lexeme!r}: one word at a time, letters and figures only")
        key = word.replace("'", "")
        pattern = re.escape(word).replace("'", "'?")
        if not begins:
            return pattern + r"(?![\w'])", Firsts(words=(key,))
        if len(key) < 3:
            raise ValueError(f"holds {lexeme!r}: give at least three letters before ~")
        return pattern + r"[\w']*", Firsts(beginnings=(key,))

    def _alternatives(self, closing: str) -> tuple[str, Firsts]:
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
        return "(?:" + "|".join(patterns) + ")", Firsts(
            tuple(chain.from_iterable(first.words for first in firsts)),
            tuple(chain.from_iterable(first.beginnings for first in firsts)),
            any(first.number for first in firsts),
        )

    def _take(self) -> str:
        self._at += 1
        return self._lexemes[self._at - 1]
