"""Who seems to write: a family, a volunteer, staff or a machine; told by what is answered and by the words.

For reading a letter with nothing known but itself (``mailbot read``). The service itself never guesses: it goes by the
signed address that was answered and by the addresses it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.reading.letter import Evidence, Kind, Letter
from mailbot.reading.words.plain import plain
from mailbot.reading.writer_signs import ANSWERED, EITHER, OTHERS, OUR_EMAILS, OUR_SUBJECTS, RELATED, THEIR_WORDS, Signs
from mailbot.reading.writer_signs import Seems as Seems

MOST_READ = 6_000  # characters of each part of a letter
ENOUGH = 2  # so much more must speak for one writer than for the next
OFTEN = 2  # so many times is another spoken of


@dataclass(frozen=True, slots=True)
class WhoWrites:
    """``person``: whose letter it would be, were it no machine's; UNSURE when nothing tells."""

    seems: Seems
    person: Seems
    evidence: tuple[Evidence, ...] = ()


def who_writes(letter: Letter, *, replying_to: str) -> WhoWrites:
    """Weigh every sign. ``replying_to`` is the kind of our email that is answered, "unsolicited" when none is known."""
    found = list(dict.fromkeys(_found(letter, replying_to)))
    weights = {one: sum(sign.weight for sign in found if sign.writer is one) for one in _PEOPLE}
    first, second = sorted(_PEOPLE, key=lambda one: -weights[one])[:2]
    person = first if weights[first] - weights[second] >= ENOUGH else Seems.UNSURE
    evidence = tuple(Evidence(f"{sign.writer.value} writes", sign.words) for sign in found)
    if letter.kind is not Kind.PERSON:
        machine = Evidence("machine writes", letter.kind.value.replace("_", " "))
        return WhoWrites(Seems.MACHINE, person, (machine, *evidence))
    return WhoWrites(person, person, evidence)


_PEOPLE = (Seems.FAMILY, Seems.VOLUNTEER, Seems.STAFF)
_ANSWER = re.compile(r"\s*(?:re|aw|sv|antw|atb|ateb|ynghylch|automatic reply|out of office)\s*:")


@dataclass(frozen=True, slots=True)
class _Found:
    writer: Seems
    weight: int
    words: str


def _found(letter: Letter, replying_to: str) -> Iterator[_Found]:
    if answered := ANSWERED.get(replying_to):
        yield _Found(answered, 8, f"answers our email: {replying_to.replace('_', ' ')}")
    subject = plain(letter.subject[:500])
    is_answer = bool(replying_to != "unsolicited" or letter.replies_to or _ANSWER.match(subject))
    yield from _in(OUR_SUBJECTS if is_answer else (), subject)
    yield from _in(OUR_EMAILS, plain(letter.quoted_text[:MOST_READ]))
    written = plain(f"{letter.new_text[:MOST_READ]} . {letter.passed_on[:MOST_READ]}")
    yield from _in(THEIR_WORDS, written if is_answer else f"{subject} . {written}")
    # volunteers speak of "her" and "him" to us, who know whom they mean; families say first whose mother they are
    others, often = OTHERS.findall(written), 1 if replying_to in EITHER else OFTEN
    if len(others) >= often and not RELATED.search(written):
        yield _Found(Seems.VOLUNTEER, 4, f"{others[0]} …: speaks of another who is no relation")
    elif replying_to in EITHER and not others:
        yield _Found(Seems.FAMILY, ENOUGH, "answers for nobody but themselves")
    if not is_answer:
        yield _Found(Seems.FAMILY, ENOUGH, "answers nothing: a first letter")


def _in(table: Iterable[Signs], text: str) -> Iterator[_Found]:
    for signs in table:
        if found := signs.words.search(text):
            yield _Found(signs.writer, signs.weight, found[0].strip()[:120])
