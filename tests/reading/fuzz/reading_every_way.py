"""One mail read in every way that the service reads mail, with the time that it took."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from mailbot.reading.family import read_family
from mailbot.reading.letter import Kind, Letter
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.staff import read_staff
from mailbot.reading.volunteer import read_volunteer
from mailbot.reading.words.wording import Wording

READER = Reader(
    own_addresses=frozenset({"befriending@example.org"}),
    is_own_message_id=lambda told: told.startswith("<mb."),
    authserv_id="mx.example.org",
)
SENT_AT = datetime(2026, 3, 3, 9, 12, tzinfo=UTC)
FAULT = "the letter as a whole, which could not be opened"


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of processor time that one way of reading took."""

    way: str
    seconds: float


WAYS = ("family", "volunteer", "staff")


def read_every_way(raw: bytes, wording: Wording, ways: Collection[str] = WAYS) -> Iterator[Taken]:
    """Open the mail, then read it as a family's, a volunteer's and a staff member's (each reads risk).

    Raises what reading raises.
    """
    begun = time.process_time()
    letter = read_letter(raw, READER)
    yield Taken("open", time.process_time() - begun)
    _check(letter)
    persons = replace(letter, kind=Kind.PERSON)  # what a machine wrote is read less, and could hide a fault
    is_answer = len(raw) % 2 == 0
    to_volunteers = "call_checkin" if is_answer else "offer"
    for way, read in (
        ("family", lambda: read_family(persons, wording=wording, replying=is_answer)),
        (
            "volunteer",
            lambda: read_volunteer(persons, replying_to=to_volunteers, wording=wording, sent_at=SENT_AT),
        ),
        (
            "staff",
            lambda: read_staff(persons, replying_to="digest", sent_at=SENT_AT, context_reference=None, wording=wording),
        ),
    ):
        if way in ways:
            begun = time.process_time()
            read()
            yield Taken(way, time.process_time() - begun)


def _check(letter: Letter) -> None:
    """Nothing in the letter that could not be stored or shown, and no fault hidden in ``not_read``."""
    for text in _texts(letter):
        text.encode("utf-8")  # no lone surrogates
        assert "\0" not in text
    faults = [told for told in letter.not_read if told.startswith(FAULT)]
    assert not faults, faults


def _texts(letter: Letter) -> Iterator[str]:
    yield from (letter.subject, letter.whole_text, letter.new_text, letter.quoted_text, letter.passed_on)
    yield from (letter.sender.name, letter.sender.address, letter.message_id)
    yield from (*letter.recipients, *letter.replies_to, *letter.not_read)
    for attachment in letter.attachments:
        yield from (attachment.filename, attachment.content_type)
    for quoted, answer in letter.answers:
        yield from (quoted, answer)
    for told in letter.evidence:
        yield told.words
