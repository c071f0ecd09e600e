"""Which prison a letter tells of, by its present name. Kept only to see conflicts of interest; nobody is asked.

Many prisons share their name with a town or a common word ("Durham", "Send"), so such a name counts only where the
words around it place somebody there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.family.loved_one_abroad import PRISON_ABROAD
from mailbot.reading.family.prison_names import ALIASES, PLAIN_NAMES, TOWNS, TOWNS_BY_ALIAS, YOUNG


@dataclass(frozen=True, slots=True)
class PrisonTold:
    """``HMP Name`` or ``HMYOI Name``, and where in the text it was told."""

    name: str
    start: int
    words: str


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


_KNOWN: dict[str, str] = {
    **{name.lower(): name for name in _names(PLAIN_NAMES) + _names(TOWNS)},
    **ALIASES,
}
_ALSO_TOWN = frozenset(name.lower() for name in _names(TOWNS)) | TOWNS_BY_ALIAS
_NAMES = "|".join(re.escape(name).replace("\\ ", "[ -]?") for name in sorted(_KNOWN, key=len, reverse=True))
_ANY = re.compile(
    r"(?<![\w@.])(?P<title>(?:hmp\s*(?:&|and|/)?\s*(?:yoi)?|hmyoi|yoi|carchar|ngharchar|garchar|prison(?: in| at|:)?"
    r"|jail(?: in| at)?|at hmp)\s+)?"
    rf"(?P<name>{_NAMES})"
    r"(?!\w|@|\.\w)(?P<prison>(?:'s)? (?:prison|jail|nick|gaol|yoi|hmp|jel)\b)?"
)
_PLACED = re.compile(
    r"\b(?:in|at|to|from|inside|into|visiting|visit|over in|down in|up in|here at|yn|yng|ym|i|o"
    r"|w)\s+(?:the\s+)?(?:prison\s+(?:in|at)\s+"
    r"|areszcie w |jail\s+(?:in|at)\s+)?$"
)
_SOMEBODY = re.compile(
    r"\b(?:husband|wife|partner|stepson|step-son|hubby|fella|other half|boyfriend|girlfriend|fianc[ée]+|bf|gf|son"
    r"|sons|daughter|lad|boy|girl|brother|sister|dad|father|mum|mam|mother|nephew|niece|cousin|uncle|grandson"
    r"|grand\w+|mate|friend|kid|he|she|him|her|they|hes|shes|ex|fella|[gn]*g[wŵ]r|mab|frawd|brawd|mhartner|partner"
    r"|prison|jail|remand\w*|sent|moved|recalled|inmate|resident"
    r"|areszt\w*|jail mein|carchar|inside|served|serving|doing|home|licence|visit|visits|awaiting trial|wing"
    r"|residents|family (?:contact|desk|days))(?:'?s)?\b"
)
_ELSEWHERE_BEFORE = re.compile(
    r"\b(?:live|lives|living|uni|university|college|born|work|works|working|grew up|from near|byw|mieszkam|court"
    r"|school|stay|staying|moved here|i'm from|i am from|we're from|i'm in|i am in|we're in|flat|house"
    r"|travel|drive|train|bus|club|station|hospital|ger)\b(?:(?!\b(?:him|her|he|she|they|he's|she's|son|husband"
    r"|partner|brother|dad|awaiting|serving|held|remand\w*|doing|locked)\b)[^.;,]){0,22}$"
)
_NEAR = re.compile(r"\b(?:not|near|outside|i'm|i am|we're)\b(?:(?!\b(?:him|her|he|she)\b)[^.;,]){0,22}$")
_PRISON_BEFORE = re.compile(rf"(?<!\w)(?:{PRISON_ABROAD}|siedzi)\W+(?:\w+\W+){{0,2}}$")  # "w więzieniu w Peterborough"
_PRISON_AFTER = re.compile(rf"[\s'’]*(?:\w{{1,5}} )?(?:{PRISON_ABROAD})(?!\w)")
_TRIED = re.compile(
    r"\b(?:on trial|trial (?:is|starts|started|opens|opened|begins|began)(?: \w+){0,2}|tried|in the dock) (?:at|in) $"
)
_COURT_AFTER = re.compile(
    r"^\s*(?:crown|magistrates|county|combined|street|road|city|united|university|station|hospital|court|council|way"
    r"|park|lane|everest|bridge|view|care|pleasant|hotel|estate|infirmary|general)"
)
_SENT = re.compile(
    r"\s*(?:me|you|us|it|a|an|the|him|her|them|my|your|this|that|some|any)\b"
)  # "send me", and no prison

_DENIED = re.compile(
    r"\b(?:not|no longer(?: in| at)?|instead of|used to be in|sorry not|moved(?: him| her)? (?:from|out of))\s+(?:in "
    r"|at |from )?(?:hmp )?$"
)
_TAKEN_BACK = re.compile(r"^[\s,.-]*(?:sorry|no wait|i mean|oops|no)\b")


def prisons_told(text: str) -> list[PrisonTold]:
    """Every prison that a plain (lower case, straight) text places somebody in, in order."""
    told = []
    for match in _ANY.finditer(text):
        before, after = text[max(0, match.start() - 90) : match.start()], text[match.end() : match.end() + 30]
        if _DENIED.search(before) or _TAKEN_BACK.match(after):
            continue
        if _is_prison(match, before, after):
            name = _KNOWN[re.sub(r"[ -]+", " ", match["name"]).strip()] if _key(match["name"]) else ""
            told.append(PrisonTold(_with_title(name), match.start(), _words_around(text, match)))
    return [prison for prison in told if prison.name]


def _key(name: str) -> bool:
    return re.sub(r"[ -]+", " ", name).strip() in _KNOWN


def _is_prison(match: re.Match[str], before: str, after: str) -> bool:
    if not match["title"] and _TRIED.search(before):
        return False
    if match["title"] or match["prison"]:
        return True
    if match["name"] == "send" and _SENT.match(after):
        return False
    if _COURT_AFTER.match(after) or _ELSEWHERE_BEFORE.search(before):
        return False
    if _PRISON_BEFORE.search(before) or _PRISON_AFTER.match(after):
        return True
    name = re.sub(r"[ -]+", " ", match["name"])
    if name not in _ALSO_TOWN:
        return True
    if _NEAR.search(before):
        return False
    sentence = re.split(r"[.!?\n]", before)[-1]
    return bool(_PLACED.search(before) and _SOMEBODY.search(sentence)) or bool(
        _SOMEBODY.search(sentence) and re.match(r" jail| mein", after)
    )


def _with_title(name: str) -> str:
    if not name:
        return ""
    return f"HMYOI {name}" if name in YOUNG else f"HMP {name}"


def _words_around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 40) : match.end() + 20].strip()
