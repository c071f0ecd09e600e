"""Which of a letter's telephone numbers may be rung, and which must not.

A wrong call can betray somebody (``service.md``, never 9), so a number is forbidden when it is unclear whose it is or
whether it was offered; it then is asked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from mailbot.reading.letter import Evidence
from mailbot.reading.skills.phone_numbers import NumberFound, digits_told, numbers_in
from mailbot.reading.skills.phone_words import (
    BAD_AFTER,
    BANS,
    BROKEN,
    CLAUSE_BEGINS,
    CLOSING,
    CONNECTOR,
    ELSES_AFTER,
    FIRST_IS_OUT,
    HANGS,
    HARMLESS_NO,
    LABEL_ONLY,
    LINKING,
    NAME_LINE,
    NO,
    NO_TO,
    NO_TO_RINGING,
    OFFERED,
    OFFERED_ANEW,
    OFFERS_AFTER,
    ONLY_THEN,
    PHONE_TAKEN,
    POINTS_BACK,
    QUOTE_MARKS,
    REFERRERS_OWN,
    REFUSES,
    SOMEBODY_ELSES,
    SOURCE,
    SPEAKS_OF_THEM,
    THEIR_OWN,
    THEIR_PEOPLES,
    THEIRS_AFTER,
    THEIRS_BEFORE,
    WATCHED,
    WORK,
)
from mailbot.reading.words.spelling import sentences


class Voice(Enum):
    """Whose words a text is: those of the person to be rung, of somebody who refers them, or of nobody to be rung."""

    SUPPORTED = "supported"
    REFERRER = "referrer"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a letter that counts, and whose words it is."""

    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class PhonesTold:
    """Numbers in E.164: those offered, best first, and every other one."""

    usable: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def find_phones(
    passages: Sequence[Passage],
    *,
    anywhere: str = "",
    names: Iterable[str] = (),
    own_numbers: frozenset[str] = frozenset(),
) -> PhonesTold:
    """Sort every number of a letter.

    ``anywhere`` is the whole mail: a number that stands only there (quoted, in a footer) is forbidden. ``names`` are
    those of the person to be supported; ``own_numbers`` are the service's.
    """
    verdicts = [verdict for passage in passages for verdict in _verdicts(passage, _words(names))]
    elsewhere = [found.e164 for found in numbers_in(digits_told(BROKEN.sub(r"\1 ", QUOTE_MARKS.sub("", anywhere))))]
    bad = {verdict.e164 for verdict in verdicts if not verdict.usable} | own_numbers
    usable = _in_order(verdict.e164 for verdict in verdicts if verdict.e164 not in bad)
    told = [verdict.e164 for verdict in verdicts]
    forbidden = _in_order(number for number in [*told, *elsewhere] if number not in usable)
    return PhonesTold(usable, forbidden, _evidence(verdicts, usable))


_NEGATED = re.compile(  # "dont" is a no like "don't"
    r"\b(do|does|did|is|are|was|were|would|could|should|has|have|had|wo|ca)nt\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Verdict:
    e164: str
    usable: bool
    words: str


@dataclass(slots=True)
class _Told:
    """A number with the words that belong to it: before, after, and the sentence it stands in."""

    found: NumberFound
    before: str
    after: str
    sentence: str
    at: int  # which sentence
    joined: bool  # to the number before it by nothing but "and" or "or"
    forbidden: bool = False


def _verdicts(passage: Passage, names: frozenset[str]) -> list[_Verdict]:
    body, signature = split_signature(digits_told(_NEGATED.sub(r"\1n't", passage.text)))
    said = sentences(body)
    told = [number for at, sentence in enumerate(said) for number in _numbers_told(sentence, at)]
    for number in told:
        number.forbidden = _is_forbidden(number, passage.voice, names)
    _spread_over_joined(told)
    _apply_what_follows(told, said)
    _apply_general_bans(told, said)
    _apply_taken_phone(told, said)
    if passage.voice is Voice.REFERRER:
        _allow_labelled(told, said)
        _forbid_bare_labels(told, said, names)
    verdicts = [_Verdict(number.found.e164, not number.forbidden, number.sentence) for number in told]
    signed_usable = passage.voice is Voice.SUPPORTED and not WORK.search(signature)
    return verdicts + [_Verdict(found.e164, signed_usable, signature) for found in numbers_in(signature)]


# ------------------------------------------------------------------------------------------ the words of a number


def _numbers_told(sentence: str, at: int) -> list[_Told]:
    lower = sentence.lower()
    found = numbers_in(sentence)
    if not found:
        return []
    gaps = [
        lower[left:right]
        for left, right in zip([0, *(n.end for n in found)], [*(n.start for n in found), len(lower)], strict=True)
    ]
    told = []
    for place, number in enumerate(found):
        before = gaps[0] if place == 0 else _split_gap(gaps[place])[1]
        after = gaps[-1] if place == len(found) - 1 else _split_gap(gaps[place + 1])[0]
        joined = place > 0 and bool(CONNECTOR.fullmatch(gaps[place]))
        told.append(_Told(number, before, after, sentence, at, joined))
    return told


def _split_gap(gap: str) -> tuple[str, str]:
    """Words between two numbers: what belongs to the one before, and to the one after."""
    cut = 0
    for found in CLAUSE_BEGINS.finditer(gap):
        if re.search(r"[a-z]", gap[found.start() :]) and (found.start() > 0 or cut == 0):
            right = gap[found.end() :]
            if re.search(r"[a-z]", right) or re.search(r"[a-z]", found.group()):
                cut = found.start()
    return (gap[:cut], gap[cut:]) if cut or CLAUSE_BEGINS.match(gap) else (gap, "")


# ----------------------------------------------------------------------------------------------- may it be rung?


def _is_forbidden(number: _Told, voice: Voice, names: frozenset[str]) -> bool:
    if voice is Voice.NOBODY:
        return True
    if _is_ruled_out(number):
        return True
    if voice is Voice.REFERRER:
        return not _is_the_other_persons(number, names)
    if _is_attached_to_another(number.before):
        return True
    offered = OFFERED.search(number.before)
    return bool((SOMEBODY_ELSES.search(number.before) or ELSES_AFTER.search(number.after)) and not offered)


def _is_attached_to_another(before: str) -> bool:
    """ "My solicitor is on", "I rang", "In an emergency only:": the number is told, yet not as the writer's own."""
    segment = re.split(r"[,;]|\.\s|\s-\s|\b(?:but|so)\b", before)[-1]
    if OFFERED.search(segment) or THEIR_OWN.search(segment):
        return False
    if SOURCE.search(segment):
        return True
    label = segment.rstrip(" (").endswith((":", "=")) and len(segment.split()) > 5
    return bool(HANGS.search(segment)) and not label


def _is_ruled_out(number: _Told) -> bool:
    """Do the words before or after say no to this number, or that somebody else sees or answers it?"""
    pieces = re.split(r"[,;:(]|\s-\s|\bbut\b|\bso\b(?! please)|\bond\b", number.before)
    direct = pieces[-1]
    if _says_no(direct, only_then=ONLY_THEN.match(number.after) is not None):
        return True
    if LINKING.fullmatch(direct) and any(NO_TO_RINGING.search(piece) for piece in _last_with_words(pieces[:-1])):
        return True
    return bool(BAD_AFTER.search(HARMLESS_NO.sub(" ", number.after)) or WATCHED.search(number.after))


def _says_no(words: str, *, only_then: bool) -> bool:
    """A no, unless something is offered after it ("I never hear the landline, ring me on"). "Don't ring me on" offers
    nothing; with a time after the number (``only_then``) it says when, not never.
    """
    words = HARMLESS_NO.sub(" ", words)
    said = list(NO.finditer(words))
    if not said:
        return False
    end = said[-1].end()
    offers = [offer.start() for offer in OFFERS_AFTER.finditer(words, end)]
    return not offers or (not only_then and all(REFUSES.fullmatch(words, end, start) for start in offers))


def _last_with_words(pieces: Sequence[str]) -> list[str]:
    """The last piece that says something of its own."""
    for piece in reversed(pieces):
        if not LINKING.fullmatch(piece):
            return [piece]
    return []


# ------------------------------------------------------------------------------------------------ referrers' words


def _is_the_other_persons(number: _Told, names: frozenset[str]) -> bool:
    """In a referrer's letter only a number plainly told as the other person's may be rung."""
    before = re.split(r"[;]|\.\s", number.before)[-1]
    nearest = re.split(r"[,]|\bbut\b|\bor\b", before)[-1]
    if REFERRERS_OWN.search(nearest) or re.search(
        r"\bfor me\b|\b(?:is|are|they're) ours\b|\bmine\b|\bmy (?:own|direct|work)\b", number.after
    ):
        return False
    if THEIR_PEOPLES.search(nearest):
        return False
    named = any(re.search(rf"\b{re.escape(name)}\b", before[-60:]) for name in names)
    named = named or any(re.match(rf"\W*{re.escape(name)}\b", number.after) for name in names)
    return named or bool(THEIRS_BEFORE.search(before) or THEIRS_AFTER.search(number.after))


def _allow_labelled(told: list[_Told], said: Sequence[str]) -> None:
    """ "She'd like calls. Contact number 07700 900118. She works shifts": a label amid talk of the other person."""
    for number in told:
        around = [*said[max(0, number.at - 1) : number.at], *said[number.at + 1 : number.at + 2]]
        labelled = LABEL_ONLY.match(number.before) and not _is_ruled_out(number)
        if labelled and number.at + 1 < len(said) and any(SPEAKS_OF_THEM.search(other.lower()) for other in around):
            number.forbidden = (
                bool(REFERRERS_OWN.search(number.after)) or POINTS_BACK.search(said[number.at + 1].lower()) is not None
            )


def _forbid_bare_labels(told: list[_Told], said: Sequence[str], names: frozenset[str]) -> None:
    """ "Tel: 07700 900118" before anybody was named is more likely the referrer's own."""
    for number in told:
        earlier = " ".join(said[: number.at]).lower()
        named = SPEAKS_OF_THEM.search(earlier) or any(re.search(rf"\b{re.escape(name)}\b", earlier) for name in names)
        if LABEL_ONLY.match(number.before) and not named:
            number.forbidden = True


# ---------------------------------------------------------------------------------- sentences about other sentences


def _spread_over_joined(told: list[_Told]) -> None:
    """ "Not A or B", "A and B are old": numbers joined by nothing but "and" share their lot."""
    for _ in range(2):
        for first, second in pairwise(told):
            if second.joined and second.at == first.at and (first.forbidden or second.forbidden):
                first.forbidden = second.forbidden = True


def _apply_what_follows(told: list[_Told], said: Sequence[str]) -> None:
    """ "Please don't ring her on either of those": the next sentence may speak of the numbers before it."""
    for number in told:
        following = said[number.at + 1].lower() if number.at + 1 < len(said) else ""
        if following and not numbers_in(following) and POINTS_BACK.search(following):
            number.forbidden = True


def _apply_general_bans(told: list[_Told], said: Sequence[str]) -> None:
    """ "Never ring the landline", told where no number stands, forbids every number of that kind."""
    for at, sentence in enumerate(said):
        lower = sentence.lower()
        if any(number.at == at for number in told):
            continue
        if FIRST_IS_OUT.search(lower):
            for number in told[:-1] if len(told) > 1 else told:
                number.forbidden = True
        for no in NO_TO.finditer(lower):
            for words, shape in BANS:
                if words.search(lower[no.start() : no.end() + 12]):
                    _forbid(told, shape)


def _apply_taken_phone(told: list[_Told], said: Sequence[str]) -> None:
    """ "He has got my phone": a number is forbidden unless it is offered anew ("ring me on", "my new one is")."""
    for at, sentence in enumerate(said):
        taken = PHONE_TAKEN.search(sentence.lower())
        for number in told if taken else []:
            within = number.at == at and number.found.start > taken.start() if taken else False
            if number.at == at and not within:
                continue
            before = number.before.partition(taken.group())[2] if within and taken else number.before
            number.forbidden = number.forbidden or not OFFERED_ANEW.search(before)


def _forbid(told: list[_Told], shape: re.Pattern[str]) -> None:
    for number in told:
        if shape.match(number.found.e164):
            number.forbidden = True


# ------------------------------------------------------------------------------------------------------- signature


def split_signature(text: str) -> tuple[str, str]:
    """The letter proper, and what stands below the closing words and the name (job, firm, telephone, footer)."""
    lines = text.split("\n")
    for place in range(len(lines) - 1, -1, -1):
        if CLOSING.match(lines[place].strip()):
            below = place + 1
            while below < len(lines) and (not lines[below].strip() or NAME_LINE.match(lines[below].strip())):
                if WORK.search(lines[below]):
                    break
                below += 1
            return "\n".join(lines[:below]), "\n".join(lines[below:])
    return text, ""


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in name.split() if len(word) > 2)


def _in_order(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(numbers))


def _evidence(verdicts: Sequence[_Verdict], usable: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence("phones" if verdict.e164 in usable else "phones_forbidden", verdict.words.strip())
        for verdict in verdicts
    )
