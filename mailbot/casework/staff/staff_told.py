"""What staff tell of the person for whom a letter asks goes before what was read in the letter itself."""

from __future__ import annotations

from dataclasses import replace

from mailbot.reading.letter import Evidence, FamilyFacts
from mailbot.reading.staff.told_of_them import told_of_them


def with_what_staff_told(facts: FamilyFacts, words: str) -> FamilyFacts:
    """Numbers, name, times and wishes; what staff did not tell stays as it was read."""
    if not words:
        return facts
    told = told_of_them(words)
    forbidden = tuple(dict.fromkeys((*told.phones_forbidden, *facts.phones_forbidden)))
    phones = tuple(one for one in dict.fromkeys((*told.phones, *facts.phones)) if one not in forbidden)
    return replace(
        facts,
        name=told.name or facts.name,
        phones=phones,
        phones_forbidden=forbidden,
        availability=told.hours or facts.availability,
        preferences=tuple(dict.fromkeys((*facts.preferences, *told.preferences))),
        voicemail_ok=told.voicemail_ok or facts.voicemail_ok,
        evidence=(*facts.evidence, Evidence("told by staff", words)),
    )
