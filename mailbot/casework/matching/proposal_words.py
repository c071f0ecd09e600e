"""Why a volunteer is proposed, in plain words: a line for staff to choose by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailbot.casework.day_words import day_words
from mailbot.casework.matching.matcher import LATELY
from mailbot.casework.matching.volunteers import overlap_minutes
from mailbot.casework.people import Volunteer
from mailbot.casework.referral import Referral
from mailbot.clock import london

LANGUAGES = {
    "en": "English", "cy": "Welsh", "pl": "Polish", "ur": "Urdu", "pa": "Punjabi", "bn": "Bengali", "gu": "Gujarati",
    "hi": "Hindi", "ar": "Arabic", "so": "Somali", "fr": "French", "es": "Spanish", "pt": "Portuguese",
    "ro": "Romanian", "it": "Italian", "de": "German", "tr": "Turkish", "zh": "Chinese", "bsl": "sign language",
}  # fmt: skip


def why_propose(
    volunteer: Volunteer, referral: Referral, now: datetime, *, conflict: bool, needed_for: tuple[str, ...] = ()
) -> str:
    """ "Ben Hale: 240 minutes a week in common; both speak English; supports 0 of 1; never asked before"."""
    return f"{volunteer.name}: {'; '.join(_reasons(volunteer, referral, now, conflict, needed_for))}"


def _reasons(
    volunteer: Volunteer, referral: Referral, now: datetime, conflict: bool, needed_for: tuple[str, ...]
) -> Iterator[str]:
    if conflict:
        yield "POSSIBLE CONFLICT, please check first: they may know the family"
    if referral.hours is None:
        yield "the times of the person are not known yet"
    else:
        yield f"{overlap_minutes(volunteer, referral)} minutes a week in common"
    shared = [one for one in referral.spoken_languages if one in volunteer.languages]
    yield f"both speak {' and '.join(LANGUAGES.get(one, one) for one in shared)}"
    preferred = referral.spoken_languages[0]
    if preferred not in volunteer.languages:
        yield f"not {LANGUAGES.get(preferred, preferred)}, which the person prefers"
    if "lived_experience" in referral.preferences:
        yield "has been through it, as wished" if volunteer.lived_experience else "has not been through it"
    if "female_volunteer" in referral.preferences:
        yield "a woman, as wished"
    if "male_volunteer" in referral.preferences:
        yield "a man, as wished"
    yield f"supports {volunteer.open_matches} of {volunteer.capacity}"
    yield _lately(volunteer, now)
    if needed_for:
        yield f"also the first choice for {' and '.join(needed_for)}"


def _lately(volunteer: Volunteer, now: datetime) -> str:
    if volunteer.last_offered_at is None:
        return "never asked before"
    if now - volunteer.last_offered_at > LATELY:
        return "not asked lately"
    return f"last asked on {day_words(london(volunteer.last_offered_at))}"
