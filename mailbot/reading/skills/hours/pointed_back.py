"""Words that point back at a time told before: "so ring then", "those would suit", "that's when I can talk".

What they point at is offered, though it was told as a reason or by the way ("nobody is in on Thursdays, so ring then").
"""

from __future__ import annotations

import re

_POINTS_BACK = re.compile(
    r"\beither (?:would|will|is|of (?:those|them)|one|day|suits)\b|\b(?:that|those) (?:would|will) (?:be|do)\b"
    r"|\b(?:that's|that is|they're) my (?:free |quiet |best )?(?:hour|time|day|chance|slot|window|break)s?\b|"
    r"\b(?:ring|call|phone|speak|talk|chat|call me|ring me|phone me|someone|somebody|so|good|best|available|free|fine"
    r"|easiest|better) then\b(?! (?:i|he|she|they|we|my|it|the)\b)"
    r"|\bthen (?:please|pls|would (?:be|suit|help)|is (?:best|good|fine|ideal)|suits)"
    r"|\b(?:that|those|these|they|them)(?: (?:days?|times?|mornings|afternoons|evenings|nights|hours|ones|two))?"
    r"(?:'d| would| will|'ll)? (?:suit|suits|would be|be|are|is|'s|works?)(?: me| her| him| us| the| my| very| really"
    r"| always| usually| probably)* (?:best|good|fine|ideal|better|perfect|great|ok|okay|well|free|easiest|easier"
    r"|help)\b"
    r"|\b(?:that|those|these|they)(?: (?:days|times|mornings|afternoons|evenings|nights|hours))?(?:'d| would|'ll)?"
    r" suits?\b"
    r"|\b(?:that's|that is|those are|they're|which is|which are) (?:when|the (?:only |best )?times?) (?:i|she|he|we|to"
    r"|you)(?:'m| am| is)? (?:can|could|free|able|available|best|ring|call|phone|like)\b"
    r"|\b(?:ring|call|phone|reach|catch|get) (?:me |her |him |us )?(?:on|at|in) (?:those|these|one of those)\b"
)
_NOT_THEN = re.compile(r"n't\b|\bnot\b|\bnever\b|\bcan ?not\b|\bno (?:good|use)\b|\bunless\b")


def points_back(words: str) -> bool:
    """Do the words (of plain text) ask to be called at a time that was told before them?"""
    found = _POINTS_BACK.search(words)
    return found is not None and _NOT_THEN.search(words, max(0, found.start() - 25), found.end()) is None
