"""Read a letter for danger: by the signs that people wrote down, then by a second opinion that may only raise.

Where the signs name a danger, it stands; the second opinion may add that a person must look at once. Where they name
none, it may say that a person must look (``concern``) or look at once (``urgent``), and by which words. Its silence
clears nobody.
"""

from __future__ import annotations

from dataclasses import replace

from mailbot.reading.letter import Evidence, Kind, Letter, Risk, RiskReading
from mailbot.reading.risk import signs
from mailbot.reading.risk.second_opinion import Opinion
from mailbot.reading.words.wording import CATEGORIES, Wording

_EVIDENCE_LENGTH = 240
SECOND_OPINION = "second opinion"  # what such evidence is called, beside the category


def read_risk(
    letter: Letter, wording: Wording, *, by: signs.Writer, language: str, language_certain: bool
) -> RiskReading:
    """Read everything a family member wrote or passed on, or only what a volunteer newly wrote.

    ``language`` is ISO 639-1. Text that nobody here reads is a concern with ``uncertain_language`` set.
    """
    told = signs.read_risk(letter, wording, by=by, language=language, language_certain=language_certain)
    if told.risk is Risk.URGENT or wording.second_opinion is None or letter.kind is not Kind.PERSON:
        return told
    allowed = [category for category in CATEGORIES if category not in signs.NOT_READ_FOR[by]]
    opinion = wording.second_opinion.of(signs.what_counts(letter, by), wording.spelt, allowed=allowed)
    if opinion is None:
        return told
    hints = signs.hinted(letter, wording, by=by)
    return _raised(told, replace(opinion, category=hints[0]) if len(hints) == 1 else opinion)


def _raised(told: RiskReading, opinion: Opinion) -> RiskReading:
    if told.categories and not opinion.at_once:
        return told
    evidence = tuple(
        Evidence(f"risk: {opinion.category} ({SECOND_OPINION})", words[:_EVIDENCE_LENGTH]) for words in opinion.words
    )
    return RiskReading(
        Risk.URGENT if opinion.at_once else Risk.CONCERN,
        told.categories or (opinion.category,),
        told.uncertain_language,
        told.evidence + evidence,
    )
