"""What the person wishes of their volunteer and of how they are called (``samples/README.md``, preferences)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.family.wishes_words import (
    ANY_LANGUAGE,
    DISCREET,
    INTERPRETER,
    LIVED,
    MAN_WISHED,
    MESSAGE_NOT_OK,
    MESSAGE_OK,
    NO_INTERPRETER,
    NO_LIVED,
    NO_TEXT,
    NOT_DISCREET,
    SERVICES_LADY,
    TEXT_FIRST,
    WELSH,
    WOMAN_WISHED,
)
from mailbot.reading.letter import Evidence, Preference
from mailbot.reading.words.patterns import might_stand_in, search
from mailbot.reading.words.spelling import sentences


@dataclass(frozen=True, slots=True)
class WishesTold:
    """Wishes in the order of ``Preference``; ``voicemail_ok`` only where the letter says so in so many words."""

    preferences: tuple[Preference, ...] = ()
    voicemail_ok: bool = False
    evidence: tuple[Evidence, ...] = ()


def wishes_told(text: str) -> WishesTold:
    """Read a plain text (``spelt_out``)."""
    found: dict[Preference, str] = {}
    allowed: str | None = None
    likely = [row for row in _TABLE if might_stand_in(row[1], text)]
    for sentence in sentences(text):
        for preference, wanted, unwanted in likely:
            if preference not in found and search(wanted, sentence) and not (unwanted and unwanted.search(sentence)):
                found[preference] = sentence
        if search(MESSAGE_OK, sentence) and not MESSAGE_NOT_OK.search(sentence):
            allowed = sentence
    if allowed is not None and Preference.NO_VOICEMAIL in found:
        allowed = None  # said both ways: the safe one holds
    evidence = [Evidence(f"preference {preference}", words) for preference, words in found.items()]
    if allowed is not None:
        evidence.append(Evidence("voicemail_ok", allowed))
    return WishesTold(tuple(each for each in Preference if each in found), allowed is not None, tuple(evidence))


_TABLE: tuple[tuple[Preference, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (Preference.FEMALE_VOLUNTEER, WOMAN_WISHED, SERVICES_LADY),
    (
        Preference.MALE_VOLUNTEER,
        MAN_WISHED,
        re.compile(
            r"\bnot a (?:bloke|man|male|fella|guy|chap)\b|\bno men\b|n't\b.{0,40}\b(?:a man|a bloke|a male)\b"
            r"|\b(?:called|lovely man)\b"
        ),
    ),
    (Preference.LIVED_EXPERIENCE, LIVED, NO_LIVED),
    (Preference.WELSH_SPEAKING, WELSH, ANY_LANGUAGE),
    (Preference.NO_VOICEMAIL, MESSAGE_NOT_OK, None),
    (Preference.TEXT_FIRST, TEXT_FIRST, NO_TEXT),
    (Preference.DISCREET, DISCREET, NOT_DISCREET),
    (Preference.INTERPRETER, INTERPRETER, NO_INTERPRETER),
)
