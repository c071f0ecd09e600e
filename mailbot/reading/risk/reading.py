"""Read a letter for danger: by the signs that people wrote down, then by a second opinion that may only raise.

Where the signs name a danger, they stand. Where they name none, the second opinion may say that a person must look
(``concern``), and by which words; it never says "at once", and its silence clears nobody.
"""

from __future__ import annotations

from mailbot.reading.letter import Evidence, Kind, Letter, Risk, RiskReading
from mailbot.reading.risk import signs
from mailbot.reading.words.wording import CATEGORIES, Wording

_MOST_EVIDENCE = 3
_EVIDENCE_LENGTH = 240
SECOND_OPINION = "second opinion"  # what such evidence is called, beside the category


def read_risk(
    letter: Letter, wording: Wording, *, by: signs.Writer, language: str, language_certain: bool
) -> RiskReading:
    """Read everything a family member wrote or passed on, or only what a volunteer newly wrote.

    ``language`` is ISO 639-1. Text that nobody here reads is a concern with ``uncertain_language`` set.
    """
    told = signs.read_risk(letter, wording, by=by, language=language, language_certain=language_certain)
    if told.categories or wording.second_opinion is None or letter.kind is not Kind.PERSON:
        return told
    allowed = [category for category in CATEGORIES if category not in signs.NOT_READ_FOR[by]]
    doubts = wording.second_opinion.doubts(signs.what_counts(letter, by), wording.spelt, allowed=allowed)
    if not doubts:
        return told
    evidence = tuple(
        Evidence(f"risk: {doubt.category} ({SECOND_OPINION})", doubt.words[:_EVIDENCE_LENGTH])
        for doubt in doubts[:_MOST_EVIDENCE]
    )
    return RiskReading(
        max(told.risk, Risk.CONCERN, key=signs.ORDER.index),
        (doubts[0].category,),
        told.uncertain_language,
        told.evidence + evidence,
    )
