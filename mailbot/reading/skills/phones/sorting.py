"""Which of a letter's telephone numbers may be rung, and which must not.

A wrong call can betray somebody (``service.md``, never 9), so a number is forbidden when it is unclear whose it is or
whether it was offered; it then is asked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from mailbot.reading.letter import Evidence
from mailbot.reading.skills.phones.abroad import is_abroad, judge_abroad
from mailbot.reading.skills.phones.afterthoughts import think_again
from mailbot.reading.skills.phones.context import Told, numbers_told
from mailbot.reading.skills.phones.numbers import digits_told, numbers_in
from mailbot.reading.skills.phones.owner import is_the_other_persons, is_the_writers
from mailbot.reading.skills.phones.owner_words import FOR_ANOTHER
from mailbot.reading.skills.phones.plainly_told import settle
from mailbot.reading.skills.phones.refusals import is_ruled_out
from mailbot.reading.skills.phones.signature import is_of_work, split_signature
from mailbot.reading.skills.phones.words import (
    BROKEN,
    CLOSING,
    IS_BEST,
    NAME_LINE,
    QUOTE_MARKS,
)
from mailbot.reading.words.spelling import sentences

MOST_NUMBERS = 60  # of one text; a list longer than that is no family's, and none of it is rung


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
    known = _words(names)
    verdicts = [verdict for passage in passages for verdict in _verdicts(passage, known)]
    elsewhere = [
        found.e164
        for found in numbers_in(digits_told(BROKEN.sub(r"\1 ", QUOTE_MARKS.sub("", _BLANKS.sub(" ", anywhere)))))
    ]
    bad = {verdict.e164 for verdict in verdicts if not verdict.usable} | own_numbers
    usable = _in_order(
        verdict.e164 for verdict in sorted(verdicts, key=lambda one: not one.best) if verdict.e164 not in bad
    )
    told = [verdict.e164 for verdict in verdicts]
    forbidden = _in_order(number for number in [*told, *elsewhere] if number not in usable)
    return PhonesTold(usable, forbidden, _evidence(verdicts, usable))


_BLANKS = re.compile(r"[ \t\u00a0]{2,}")  # long runs of them are slow to match
_NEGATED = re.compile(  # "dont" is a no like "don't"
    r"\b(do|does|did|is|are|was|were|would|could|should|has|have|had|wo|ca)nt\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Verdict:
    e164: str
    usable: bool
    words: str
    best: bool = False  # said to be better than the others


def _verdicts(passage: Passage, names: frozenset[str]) -> list[_Verdict]:
    body, signature = split_signature(digits_told(_NEGATED.sub(r"\1n't", _BLANKS.sub(" ", passage.text))))
    said = sentences(body)
    told = [number for at, sentence in enumerate(said) for number in numbers_told(sentence, at)]
    if len(told) > MOST_NUMBERS:
        return [_Verdict(number.found.e164, False, number.sentence) for number in told]
    for number in told:
        number.names = names
        number.forbidden = _is_forbidden(number, passage.voice, said, names)
    for_another = passage.voice is Voice.REFERRER
    abroad = bool(told) and passage.voice is not Voice.NOBODY and is_abroad(passage.text)
    if abroad:
        judge_abroad(told, said, for_another=for_another)
    if passage.voice is Voice.SUPPORTED and FOR_ANOTHER.search(body.lower()):
        for number in told:
            number.forbidden = True
    settle(told, own_words=passage.voice is Voice.SUPPORTED)
    think_again(told, said, for_another=names if for_another and not abroad else None)
    verdicts = [
        _Verdict(number.found.e164, not number.forbidden, number.sentence, IS_BEST.match(number.after) is not None)
        for number in told
    ]
    signed_usable = passage.voice is Voice.SUPPORTED and not is_of_work(signature, names | _signer(body))
    return verdicts + [_Verdict(found.e164, signed_usable, signature) for found in numbers_in(signature)]


def _signer(body: str) -> frozenset[str]:
    """The words of the name that a letter ends with, above its signature."""
    last = body.rstrip().rpartition("\n")[2].strip()
    return _words([last.lower().rstrip(",.")]) if NAME_LINE.match(last) and not CLOSING.match(last) else frozenset()


def _is_forbidden(number: Told, voice: Voice, said: Sequence[str], names: frozenset[str]) -> bool:
    if voice is Voice.NOBODY or is_ruled_out(number):
        return True
    if voice is Voice.REFERRER:
        return not is_the_other_persons(number, said, names)
    return not is_the_writers(number)


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in name.split() if len(word) > 2)


def _in_order(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(numbers))


def _evidence(verdicts: Sequence[_Verdict], usable: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence("phones" if verdict.e164 in usable else "phones_forbidden", verdict.words.strip())
        for verdict in verdicts
    )
