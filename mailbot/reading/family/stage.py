"""The latest point that a letter tells of: arrest, remand, trial, sentenced, recall or release (the samples' README).

English and Welsh, and the plainest words in Polish, Romanian and Urdu in roman letters.
"""

from __future__ import annotations

import re

from mailbot.reading.family.prisons import prisons_told
from mailbot.reading.family.stage_words import (
    BARE,
    INSIDE,
    MY_OWN_WAY,
    MYSELF,
    NO_SENTENCE_BEFORE,
    NOT_SENTENCED,
    OLD_RELEASE,
    STAGE_OF_NOBODY,
    STAGES,
)
from mailbot.reading.words.patterns import search


def stage_told(said: list[str]) -> tuple[str, str] | None:
    """The stage and the sentence that tells of it: stages are tried from the last to the first."""
    told = {stage: at for stage, pattern in STAGES if (at := _first(stage, pattern, said)) is not None}
    if "sentenced" not in told and any(search(NOT_SENTENCED, sentence) for sentence in said):
        told.setdefault("remand", next(at for at, sentence in enumerate(said) if search(NOT_SENTENCED, sentence)))
    if told.get("recall", -1) >= told.get("release", len(said)):
        del told["release"]  # "he came home in March and was recalled in June"
    for stage, _ in STAGES:
        if stage in told:
            return stage, said[told[stage]]
    return _bare_length(said)


def _first(stage: str, pattern: re.Pattern[str], said: list[str]) -> int | None:
    for at, sentence in enumerate(said):
        if not search(pattern, sentence) or STAGE_OF_NOBODY.search(sentence):
            continue
        if stage == "release" and (OLD_RELEASE.search(sentence) or not pattern.search(MY_OWN_WAY.sub(" ", sentence))):
            continue
        if stage == "sentenced" and (MYSELF.search(sentence) or not pattern.search(NOT_SENTENCED.sub(" ", sentence))):
            continue
        return at
    return None


def _bare_length(said: list[str]) -> tuple[str, str] | None:
    """ "My wife went to Styal in January, 20 months": a length told with a prison is a sentence."""
    for sentence in said:
        for told in BARE.finditer(sentence):
            before = sentence[: told.start()]
            if NO_SENTENCE_BEFORE.search(before) or re.match(r"(?:an?|several|a couple of)\b", told.group()):
                continue
            if re.match(r"(?:\d+|\w+)[ -]weeks", told.group()):
                continue
            if prisons_told(before) or INSIDE.search(before[-60:]):
                return "sentenced", sentence
    return None
