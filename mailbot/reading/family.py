"""What a family's or referrer's letter says: ``read_family`` gathers each skill's answer into ``FamilyFacts``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.availability import HoursTold, hours_told
from mailbot.reading.family_intent import IntentTold, intent_told
from mailbot.reading.language import language_of
from mailbot.reading.letter import Evidence, FamilyFacts, FamilyIntent, Kind, Letter, Referrer, RiskReading
from mailbot.reading.loved_one import LovedOneTold, loved_one_told
from mailbot.reading.names import fullest, name_in_header, name_signed, supported_name
from mailbot.reading.phones import Passage, PhonesTold, Voice, find_phones
from mailbot.reading.referrer import referrer_told, supported_relation
from mailbot.reading.risk import read_risk
from mailbot.reading.spelling import plain, spelt_out, within_bounds
from mailbot.reading.wishes import WishesTold, wishes_told
from mailbot.reading.wording import Wording

MOST_READ = 12_000  # characters of a letter in which particulars are looked for; risk is read in all of it


def read_family(
    letter: Letter,
    *,
    wording: Wording,
    own_numbers: frozenset[str] = frozenset(),
    replying: bool = False,
) -> FamilyFacts:
    """Read a letter to the desk. ``own_numbers``: the service's, E.164. ``replying``: it answers one of our mails.

    Never raises, whatever the text. What is not understood has the intent ``other``, which goes to a person.
    """
    if letter.kind is not Kind.PERSON:
        return _from_a_machine(letter, own_numbers)
    written = _Written.of(letter)
    language, certain = language_of(written.everything)
    risk = read_risk(letter, wording, by="family", language=language, language_certain=certain)
    return _facts(letter, written, own_numbers=own_numbers, replying=replying, language=(language, certain), risk=risk)


# ------------------------------------------------------------------------------------------- what counts in a letter

_OURS_OR_EMPTY = re.compile(r"^\s*(?:re|aw|sv|antw|ateb)\s*:|^\s*\(?no subject\)?\s*$|^\s*$", re.IGNORECASE)
_FORWARD_MARK = re.compile(r"^\s*(?:fwd?|fw)\s*:\s*", re.IGNORECASE)
_REFERENCE = re.compile(r"\br-\d{4,}\b")
_REFERS = re.compile(r"\brefer(?:ral|ring)?\b")
_HEADER_LINE = re.compile(
    r"^(?:[-_ ]{5,}.*|-+ ?(?:original|forwarded).*|(?:from|sent|date|to|cc|subject|oddi wrth|at|pwnc|anfonwyd)\s*:.*"
    r"|begin forwarded message:?)$",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"^(?:from|oddi wrth)\s*:\s*(.+?)\s*(?:<.*>|\[mailto.*\])?\s*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Written:
    """The parts of a letter that count: the sender's subject and words, and what they passed on."""

    subject: str
    new_text: str
    passed_on: str  # without its header lines
    authors: tuple[str, ...]  # who wrote what was passed on
    plain: str  # all of it, plain
    everything: str

    @classmethod
    def of(cls, letter: Letter) -> _Written:
        subject = "" if _OURS_OR_EMPTY.match(letter.subject) else _FORWARD_MARK.sub("", letter.subject).strip()
        subject = within_bounds(subject, 500)
        new_text = within_bounds(letter.new_text, MOST_READ)
        forwarded = within_bounds(letter.passed_on, MOST_READ)
        passed_on = "\n".join(line for line in forwarded.split("\n") if not _HEADER_LINE.match(line.strip())).strip()
        authors = tuple(match.group(1) for match in _AUTHOR.finditer(forwarded))
        everything = "\n\n".join(part for part in (subject, new_text, passed_on) if part)
        return cls(subject, new_text, passed_on, authors, spelt_out(everything), everything)


# ------------------------------------------------------------------------------------------------------------ facts

_NOT_OF_SUPPORT = {FamilyIntent.VOLUNTEER_ENQUIRY, FamilyIntent.OTHER, FamilyIntent.SPAM}
_ASKS = {FamilyIntent.BEFRIENDING, FamilyIntent.BOTH, FamilyIntent.GROUP}


def _facts(
    letter: Letter,
    written: _Written,
    *,
    own_numbers: frozenset[str],
    replying: bool,
    language: tuple[str, bool],
    risk: RiskReading,
) -> FamilyFacts:
    referrer, referrer_words = referrer_told(letter, written.plain)
    writer = _writer(letter, written)
    supported = _supported(written, writer, referrer)
    phones = _phones(letter, written, referrer=referrer, supported=supported, own_numbers=own_numbers)
    hours = _hours(written, on_behalf=referrer is not Referrer.SELF)
    wishes = wishes_told(written.plain)
    loved_one = _loved_one(written, referrer, guess=True)
    told = intent_told(
        plain(spelt_out(written.subject)),
        spelt_out("\n\n".join(part for part in (_unsigned(written.new_text, writer), written.passed_on) if part)),
        replying=replying,
        has_particulars=bool(phones.usable or hours.hours or wishes.preferences or loved_one.prison or loved_one.stage),
        names_a_reference=bool(_REFERENCE.search(plain(letter.subject))),
        has_number=bool(phones.usable),
        has_hours=hours.hours is not None,
        refers=referrer is Referrer.PROFESSIONAL and bool(_REFERS.search(written.plain)),
    )
    intent = told.intent
    if intent in _NOT_OF_SUPPORT or (
        intent is FamilyIntent.ENQUIRY and referrer is not Referrer.SELF and not supported
    ):
        loved_one = (
            _loved_one(written, referrer, guess=False)
            if intent is not FamilyIntent.VOLUNTEER_ENQUIRY
            else LovedOneTold()
        )
    if intent is FamilyIntent.ENQUIRY and referrer is Referrer.PROFESSIONAL and not supported:
        loved_one = LovedOneTold()
    if intent in {FamilyIntent.FEEDBACK, FamilyIntent.UPDATE, FamilyIntent.WITHDRAW}:
        loved_one = _loved_one(written, referrer, guess=False)
    if intent in _NOT_OF_SUPPORT:
        phones = _phones(
            letter,
            written,
            referrer=None if intent is not FamilyIntent.SPAM else referrer,
            supported=None,
            own_numbers=own_numbers,
            spam=intent is FamilyIntent.SPAM,
        )
        wishes, referrer = WishesTold(), None
    hours = _hours_that_count(intent, hours, written)
    name = _name(intent, referrer, writer, supported)
    return FamilyFacts(
        intent=intent,
        referrer=referrer,
        name=name,
        referrer_name=writer if referrer in (Referrer.PROFESSIONAL, Referrer.OTHER_PERSON) else None,
        phones=phones.usable,
        phones_forbidden=phones.forbidden,
        availability=hours.hours,
        relationship=loved_one.relationship,
        prison=loved_one.prison,
        stage=loved_one.stage,
        language=language[0],
        language_certain=language[1],
        voicemail_ok=wishes.voicemail_ok,
        preferences=wishes.preferences,
        risk=risk,
        missing=_missing(intent, phones, hours, name),
        agrees=told.agrees,
        stop=told.stop,
        evidence=_evidence(told, phones, hours, wishes, loved_one, referrer_words),
    )


def _writer(letter: Letter, written: _Written) -> str | None:
    header = name_in_header(letter.sender.name)
    told = name_signed(written.new_text, header) or (
        None if written.new_text.strip() else name_signed(written.subject, header)
    )
    if told is None and written.passed_on and any(name_in_header(author) == header for author in written.authors):
        told = name_signed(written.passed_on, header)
    return fullest(told, header)


def _unsigned(text: str, writer: str | None) -> str:
    """Without the writer's own name at the end, which says nothing about what is asked."""
    lines = text.rstrip().split("\n")
    names = {word.lower() for word in (writer or "").split()}
    while (
        len(lines) > 1 and (words := re.findall(r"\w+", lines[-1].lower())) and set(words) <= names | {"x", "xx", "xxx"}
    ):
        lines = "\n".join(lines[:-1]).rstrip().split("\n")
    return "\n".join(lines)


def _supported(written: _Written, writer: str | None, referrer: Referrer) -> str | None:
    if referrer is Referrer.SELF:
        return writer
    return supported_name("\n".join((written.new_text, written.subject)), writer=writer, authors=written.authors)


def _name(intent: FamilyIntent, referrer: Referrer | None, writer: str | None, supported: str | None) -> str | None:
    if intent is FamilyIntent.SPAM:
        return None
    return writer if referrer in (None, Referrer.SELF) else supported


def _phones(
    letter: Letter,
    written: _Written,
    *,
    referrer: Referrer | None,
    supported: str | None,
    own_numbers: frozenset[str],
    spam: bool = False,
) -> PhonesTold:
    own = Voice.NOBODY if spam else Voice.SUPPORTED if referrer in (None, Referrer.SELF) else Voice.REFERRER
    passed = own
    if own is Voice.REFERRER and supported and any(_is_same(author, supported) for author in written.authors):
        passed = Voice.SUPPORTED
    passages = [Passage(written.new_text, own), Passage(written.subject, own), Passage(written.passed_on, passed)]
    return find_phones(
        [passage for passage in passages if passage.text],
        anywhere=_anywhere(letter),
        names=[supported] if supported else [],
        own_numbers=own_numbers,
    )


def _anywhere(letter: Letter) -> str:
    parts = (letter.subject, letter.whole_text, letter.quoted_text)
    return "\n".join(within_bounds(part, 3 * MOST_READ) for part in parts)


def _is_same(author: str, supported: str) -> bool:
    name = name_in_header(author)
    return name is not None and bool(
        {word.lower() for word in name.split()} & {word.lower() for word in supported.split()}
    )


def _loved_one(written: _Written, referrer: Referrer, *, guess: bool) -> LovedOneTold:
    on_behalf = referrer is not Referrer.SELF
    supported_is = supported_relation(written.plain) if referrer is Referrer.OTHER_PERSON else None
    return loved_one_told(written.plain, on_behalf=on_behalf, supported_is=supported_is, guess=guess)


def _hours_that_count(intent: FamilyIntent, hours: HoursTold, written: _Written) -> HoursTold:
    """Hours of volunteering, of a visit or of a call that did not come are no times to be rung."""
    if intent in {FamilyIntent.SPAM, FamilyIntent.FEEDBACK, FamilyIntent.WITHDRAW}:
        return HoursTold()
    if intent in {FamilyIntent.VOLUNTEER_ENQUIRY, FamilyIntent.OTHER}:
        return _hours(written, only_for_calls=True)
    return hours


def _hours(written: _Written, *, on_behalf: bool = False, only_for_calls: bool = False) -> HoursTold:
    own = "\n\n".join(part for part in (written.subject, written.new_text) if part)
    return hours_told(own, passed_on=written.passed_on, on_behalf=on_behalf, only_for_calls=only_for_calls)


def _missing(intent: FamilyIntent, phones: PhonesTold, hours: HoursTold, name: str | None) -> tuple[str, ...]:
    """What must still be asked: ``samples/README.md``, key ``missing``."""
    calls = intent in {FamilyIntent.BEFRIENDING, FamilyIntent.BOTH}
    asked = (
        ("phone", calls and not phones.usable),
        ("availability", calls and hours.hours is None),
        ("name", intent in _ASKS and name is None),
    )
    return tuple(what for what, is_missing in asked if is_missing)


def _evidence(
    told: IntentTold,
    phones: PhonesTold,
    hours: HoursTold,
    wishes: WishesTold,
    loved_one: LovedOneTold,
    referrer_words: str,
) -> tuple[Evidence, ...]:
    referrer = (Evidence("referrer", referrer_words),) if referrer_words else ()
    return told.evidence + referrer + phones.evidence + hours.evidence + wishes.evidence + loved_one.evidence


def _from_a_machine(letter: Letter, own_numbers: frozenset[str]) -> FamilyFacts:
    """Nothing a machine says is a particular of anybody; its numbers are named only to be kept from use."""
    phones = find_phones([], anywhere=_anywhere(letter), own_numbers=own_numbers)
    language, certain = language_of(letter.new_text or letter.whole_text)
    intents = {Kind.AUTO_REPLY: FamilyIntent.AUTO_REPLY, Kind.BOUNCE: FamilyIntent.BOUNCE}
    return FamilyFacts(
        intent=intents.get(letter.kind, FamilyIntent.OTHER),
        phones_forbidden=phones.forbidden,
        language=language,
        language_certain=certain,
    )
