"""Wording: the phrase lists that staff keep in ``config/wording``, checked and compiled once.

A file is a table of sections; a section holds phrases by language (``en``, ``cy``, ``other``), and may hold ``about``
(for people) and ``weight`` (for a sign of risk that counts only together with others). How a phrase is
written: ``phrases.py``. Phrases match within one sentence only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mailbot.reading.words.lexicon import Lexicon, lexicon_of
from mailbot.reading.words.likely import Likely
from mailbot.reading.words.phrases import TOKEN, Firsts, Phrase, compiled
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


@dataclass(frozen=True, slots=True)
class Wording:
    """All wording lists, compiled: ``risk`` holds the risk files, ``replies`` what families answer, ``intents`` what
    they write for, ``volunteer`` the rest.

    ``second_opinion``, ``likely_intents`` and ``likely_points`` are not of the staff's making: weights of words,
    fitted to letters.
    """

    risk: Lexicon
    volunteer: Lexicon
    spelling: Mapping[str, str]
    _misspelt: re.Pattern[str]
    _misspelt_firsts: frozenset[str]
    replies: Lexicon
    intents: Lexicon
    second_opinion: SecondOpinion | None = None
    likely_intents: Likely | None = None
    likely_points: Likely | None = None

    @classmethod
    def from_tables(cls, tables: Mapping[str, Mapping[str, object]]) -> Wording:
        """Build from parsed files, keyed by file stem. Raises ValueError naming the table, the key and the fault."""
        groups = _groups(tables)
        spelling = _spelling(tables)
        kinds: dict[str, list[tuple[Phrase, Firsts]]] = {"risk": [], "volunteer": [], "replies": [], "intents": []}
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
        firsts = frozenset(token[0] for word in words if (token := TOKEN.search(word)))
        risk, volunteer, replies, intents = (lexicon_of(phrases) for phrases in kinds.values())
        return cls(risk, volunteer, spelling, misspelt, firsts, replies, intents)

    def spelt(self, sentence: str) -> str:
        """The plain sentence with text-speak and common misspellings put right."""
        if self._misspelt_firsts.isdisjoint(TOKEN.findall(sentence)):
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


def _table(table: str, sections: Mapping[str, object], groups: Mapping[str, str]) -> Iterator[tuple[Phrase, Firsts]]:
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
                yield compiled(phrase, table, section, weight, groups)


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
