"""What must not be read by somebody else: words that reveal, and sentences too long for a frightened person.

service.md, Never 2 (headers) and Words (what families are never called); How we write to people (short sentences).
"""

from __future__ import annotations

import re

LONGEST_SENTENCE = 25  # words

# English, then Welsh with its mutations (carchar, garchar, ngharchar, charchar ...).
_PLACES_AND_COURTS = (
    r"prison\w*|jail\w*|gaol\w*|imprison\w*|inmates?|offen[cd]\w*|offending|crim\w+|convict\w*|courts?|custod\w*|"
    r"probation|parole|remand\w*|bail|hmp|arrest\w*|sentenc\w*|guilty|behind bars|police|"
    r"(?:c|g|ngh|ch)archar\w*|(?:t|d|th|nh)roseddw?\w*|(?:ll|l)ys(?:oedd)?|(?:dd|d|n)edfryd\w*|(?:dd|d|n)alfa|"
    r"(?:p|b|mh|ph)rawf|parôl|mechnïaeth|euog|arest\w+|heddlu"
)
_CALLED_NEVER = r"referrals?|cases?|befriendees?|offenders?|atgyfeiri\w*|achos(?:ion)?"
_WORRIES = r"risk\w*|suicid\w*|harm\w*|abus\w+|safeguard\w*|violen\w+|hunanladd\w*|niwed\w*|diogelu"

_IN_HEADERS = re.compile(rf"\b(?:{_PLACES_AND_COURTS}|{_CALLED_NEVER}|{_WORRIES})\b", re.IGNORECASE)
_TO_FAMILIES = re.compile(rf"\b(?:{_PLACES_AND_COURTS}|{_CALLED_NEVER})\b", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


def revealing_words(header: str) -> list[str]:
    """Words that a sender name, subject or preheader must not show."""
    return _IN_HEADERS.findall(header)


def words_never_to_families(text: str) -> list[str]:
    """Words that no email to a family or a referrer uses."""
    return _TO_FAMILIES.findall(text)


def long_sentences(text: str) -> list[str]:
    """Sentences over 25 words; each line of the text stands for itself."""
    sentences = (one.strip() for one in _END_OF_SENTENCE.split(text))
    return [one for one in sentences if len(one.split()) > LONGEST_SENTENCE]
