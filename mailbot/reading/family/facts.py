"""What a family's or referrer's letter says: ``read_family`` gathers each skill's answer into ``FamilyFacts``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mailbot.reading.family.intent import Circumstances, IntentTold, intent_told, words_of
from mailbot.reading.family.loved_one import LovedOneTold, loved_one_told
from mailbot.reading.family.names import fullest, name_in_header, name_signed, supported_name
from mailbot.reading.family.referrer import referrer_told, supported_relation
from mailbot.reading.family.replies import UNSOLICITED, reply_told
from mailbot.reading.family.wishes import WishesTold, wishes_told
from mailbot.reading.letter import Evidence, FamilyFacts, FamilyIntent, Kind, Letter, Referrer, RiskReading
from mailbot.reading.risk import read_risk
from mailbot.reading.skills.hours import HoursTold, hours_told
from mailbot.reading.skills.language import language_of
from mailbot.reading.skills.phones import Passage, PhonesTold, Voice, find_phones
from mailbot.reading.words.spelling import plain, spelt_out, within_bounds
from mailbot.reading.words.wording import Wording

MOST_READ = 12_000  # characters of a letter in which particulars are looked for; risk is read in all of it


def read_family(
    letter: Letter,
    *,
    wording: Wording,
    own_numbers: frozenset[str] = frozenset(),
    replying: bool = False,
    replying_to: str = UNSOLICITED,
) -> FamilyFacts:
    """Read a letter to the desk. ``own_numbers``: the service's, E.164. ``replying``: it answers one of our mails,
    of the kind ``replying_to`` (a touchpoint's word) where that is known.

    Never raises, whatever the text. What is not understood has the intent ``other``, which goes to a person.
    """
    if letter.kind is not Kind.PERSON:
        return _from_a_machine(letter, wording, own_numbers)
    written = _Written.of(letter)
    language, certain = written.language
    risk = read_risk(letter, wording, by="family", language=language, language_certain=certain)
    replying = replying or replying_to != UNSOLICITED
    facts = _facts(
        letter,
        written,
        wording=wording,
        own_numbers=own_numbers,
        replying=replying,
        risk=risk,
    )
    reply = reply_told(letter, facts, replying_to=replying_to, wording=wording)
    return replace(facts, reply=reply, stop=facts.stop or (reply is not None and reply.stop))


# ------------------------------------------------------------------------------------------- what counts in a letter

_OURS_OR_EMPTY = re.compile(r"^\s*(?:re|aw|sv|antw|ateb)\s*:|^\s*\(?no subject\)?\s*$|^\s*$", re.IGNORECASE)
_FORWARD_MARK = re.compile(r"^\s*(?:fwd?|fw)\s*:\s*", re.IGNORECASE)
_REFERENCE = re.compile(r"\br-\d{4,}\b")
_HEADER_LINE = re.compile(
    r"^(?:[-_ ]{5,}.*|-+ ?(?:original|forwarded).*|(?:from|sent|date|to|cc|subject|oddi wrth|at|pwnc|anfonwyd)\s*:.*"
    r"|begin forwarded message:?)$",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[A-Z][a-zâêîôûŵŷ'-]+\b")
SHORT_LETTER = 400  # characters: a bare "ok, thanks Ben" is no longer
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
    language: tuple[str, bool]  # ISO 639-1; certain?

    @classmethod
    def of(cls, letter: Letter) -> _Written:
        subject = "" if _OURS_OR_EMPTY.match(letter.subject) else _FORWARD_MARK.sub("", letter.subject).strip()
        subject = within_bounds(subject, 500)
        new_text = within_bounds(letter.new_text, MOST_READ)
        forwarded = within_bounds(letter.passed_on, MOST_READ)
        passed_on = "\n".join(line for line in forwarded.split("\n") if not _HEADER_LINE.match(line.strip())).strip()
        authors = tuple(match.group(1) for match in _AUTHOR.finditer(forwarded))
        everything = "\n\n".join(part for part in (subject, new_text, passed_on) if part)
        return cls(subject, new_text, passed_on, authors, spelt_out(everything), everything, language_of(everything))

    @property
    def abroad(self) -> bool:
        """Neither in English nor in Welsh."""
        return self.language[0] not in ("en", "cy")


# ------------------------------------------------------------------------------------------------------------ facts

_NOT_OF_SUPPORT = {FamilyIntent.VOLUNTEER_ENQUIRY, FamilyIntent.OTHER, FamilyIntent.SPAM}
_ASKS = {FamilyIntent.BEFRIENDING, FamilyIntent.BOTH, FamilyIntent.GROUP}


def _facts(
    letter: Letter,
    written: _Written,
    *,
    wording: Wording,
    own_numbers: frozenset[str],
    replying: bool,
    risk: RiskReading,
) -> FamilyFacts:
    people = _people(letter, written)
    everything = _particulars(letter, written, people, own_numbers=own_numbers)
    told = _intent(letter, written, people, everything, wording=wording, replying=replying)
    kept = _that_count(told.intent, letter, written, people, everything, own_numbers=own_numbers)
    referrer = None if told.intent in _NOT_OF_SUPPORT else people.referrer
    name = _name(told.intent, referrer, people)
    return FamilyFacts(
        intent=told.intent,
        referrer=referrer,
        name=name,
        referrer_name=people.writer if referrer in (Referrer.PROFESSIONAL, Referrer.OTHER_PERSON) else None,
        phones=kept.phones.usable,
        phones_forbidden=kept.phones.forbidden,
        availability=kept.hours.hours,
        relationship=kept.loved_one.relationship,
        prison=kept.loved_one.prison,
        stage=kept.loved_one.stage,
        language=written.language[0],
        language_certain=written.language[1],
        voicemail_ok=kept.wishes.voicemail_ok,
        preferences=kept.wishes.preferences,
        risk=risk,
        missing=_missing(told.intent, kept, name),
        agrees=told.agrees and not letter.not_read,
        stop=told.stop,
        evidence=_evidence(told, people, kept),
    )


@dataclass(frozen=True, slots=True)
class _People:
    """Who writes, who is to be supported, and the words that show whether they are the same."""

    referrer: Referrer
    referrer_words: str
    writer: str | None
    supported: str | None


@dataclass(frozen=True, slots=True)
class _Particulars:
    phones: PhonesTold
    hours: HoursTold
    wishes: WishesTold
    loved_one: LovedOneTold


def _people(letter: Letter, written: _Written) -> _People:
    referrer, words = referrer_told(letter, written.plain)
    writer = _writer(letter, written)
    if referrer is Referrer.SELF:
        return _People(referrer, words, writer, writer)
    about = "\n".join((written.new_text, written.subject))
    return _People(referrer, words, writer, supported_name(about, writer=writer, authors=written.authors))


def _particulars(letter: Letter, written: _Written, people: _People, *, own_numbers: frozenset[str]) -> _Particulars:
    own_voice = Voice.SUPPORTED if people.referrer is Referrer.SELF else Voice.REFERRER
    return _Particulars(
        phones=_phones(letter, written, own_voice, supported=people.supported, own_numbers=own_numbers),
        hours=_hours(written, on_behalf=people.referrer is not Referrer.SELF),
        wishes=wishes_told(written.plain),
        loved_one=_loved_one(written, people.referrer, guess=True),
    )


def _intent(
    letter: Letter,
    written: _Written,
    people: _People,
    told: _Particulars,
    *,
    wording: Wording,
    replying: bool,
) -> IntentTold:
    return intent_told(
        spelt_out(written.subject),
        spelt_out(_unsigned(written.new_text, people.writer)),
        wording.intents,
        passed_on=spelt_out(written.passed_on),
        beside=_circumstances(letter, written, people, told, replying=replying),
        capitalised=frozenset(word.lower() for word in _CAPITALISED.findall(written.new_text[:SHORT_LETTER])),
        likely=wording.likely_intents,
    )


def words_about_intent(letter: Letter, *, replying: bool = False) -> list[str]:
    """What ``Likely`` looks at in this letter (``training/intents.py`` fits it to the same)."""
    written = _Written.of(letter)
    people = _people(letter, written)
    told = _particulars(letter, written, people, own_numbers=frozenset())
    return words_of(
        spelt_out(written.subject),
        spelt_out(_unsigned(written.new_text, people.writer)),
        spelt_out(written.passed_on),
        _circumstances(letter, written, people, told, replying=replying),
    )


def _circumstances(
    letter: Letter, written: _Written, people: _People, told: _Particulars, *, replying: bool
) -> Circumstances:
    loved_one = told.loved_one
    return Circumstances(
        replying=replying,
        reference=bool(_REFERENCE.search(plain(letter.subject))),
        number=bool(told.phones.usable),
        hours=told.hours.hours is not None,
        wishes=bool(told.wishes.preferences),
        for_another=people.referrer is not Referrer.SELF,
        loved_one=bool(loved_one.relationship or loved_one.prison or loved_one.stage),
        abroad=written.abroad,
        placed=bool(loved_one.prison or loved_one.stage),
    )


def _that_count(
    intent: FamilyIntent,
    letter: Letter,
    written: _Written,
    people: _People,
    told: _Particulars,
    *,
    own_numbers: frozenset[str],
) -> _Particulars:
    """Keep what a letter of this intent can tell: ``samples/README.md``, families."""
    phones, wishes = told.phones, told.wishes
    if intent in _NOT_OF_SUPPORT:
        voice = Voice.NOBODY if intent is FamilyIntent.SPAM else Voice.SUPPORTED
        phones = _phones(letter, written, voice, supported=None, own_numbers=own_numbers)
        wishes = WishesTold()
    if intent is FamilyIntent.WITHDRAW:  # nobody who has had enough is rung
        phones = PhonesTold(forbidden=(*phones.forbidden, *phones.usable), evidence=phones.evidence)
    return _Particulars(
        phones,
        _hours_that_count(intent, told.hours, written),
        wishes,
        _loved_one_that_counts(intent, written, people, told),
    )


def _loved_one_that_counts(
    intent: FamilyIntent, written: _Written, people: _People, told: _Particulars
) -> LovedOneTold:
    """Of a general question nobody is the loved one; outside a request only a relation placed in prison is."""
    about_nobody = intent is FamilyIntent.ENQUIRY and people.referrer is Referrer.PROFESSIONAL and not people.supported
    if about_nobody or intent in {FamilyIntent.VOLUNTEER_ENQUIRY, FamilyIntent.SPAM}:
        return LovedOneTold()
    if intent in _ASKS or (intent is FamilyIntent.ENQUIRY and people.supported):
        return told.loved_one
    return _loved_one(written, people.referrer, guess=False)


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


def _name(intent: FamilyIntent, referrer: Referrer | None, people: _People) -> str | None:
    if intent is FamilyIntent.SPAM:
        return None
    return people.writer if referrer in (None, Referrer.SELF) else people.supported


def _phones(
    letter: Letter, written: _Written, own: Voice, *, supported: str | None, own_numbers: frozenset[str]
) -> PhonesTold:
    by_supported = bool(supported) and any(_is_same(author, supported or "") for author in written.authors)
    passed = Voice.SUPPORTED if by_supported else own
    if own is Voice.SUPPORTED and written.authors and not by_supported:
        passed = Voice.NOBODY  # somebody else wrote what is passed on: the numbers in it are theirs
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
    return loved_one_told(
        written.plain, on_behalf=on_behalf, supported_is=supported_is, guess=guess, abroad=written.abroad
    )


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


def _missing(intent: FamilyIntent, told: _Particulars, name: str | None) -> tuple[str, ...]:
    """What must still be asked: ``samples/README.md``, key ``missing``."""
    calls = intent in {FamilyIntent.BEFRIENDING, FamilyIntent.BOTH}
    asked = (
        ("phone", calls and not told.phones.usable),
        ("availability", calls and told.hours.hours is None),
        ("name", intent in _ASKS and name is None),
    )
    return tuple(what for what, is_missing in asked if is_missing)


def _evidence(told: IntentTold, people: _People, kept: _Particulars) -> tuple[Evidence, ...]:
    referrer = (Evidence("referrer", people.referrer_words),) if people.referrer_words else ()
    particulars = kept.phones.evidence + kept.hours.evidence + kept.wishes.evidence + kept.loved_one.evidence
    return told.evidence + referrer + particulars


def _from_a_machine(letter: Letter, wording: Wording, own_numbers: frozenset[str]) -> FamilyFacts:
    """Nothing a machine says is a particular of anybody; its numbers are named only to be kept from use.

    Risk is read all the same: a person's letter may bear a machine's marks.
    """
    phones = find_phones([], anywhere=_anywhere(letter), own_numbers=own_numbers)
    language, certain = language_of(letter.new_text or letter.whole_text)
    intents = {Kind.AUTO_REPLY: FamilyIntent.AUTO_REPLY, Kind.BOUNCE: FamilyIntent.BOUNCE}
    return FamilyFacts(
        intent=intents.get(letter.kind, FamilyIntent.OTHER),
        phones_forbidden=phones.forbidden,
        language=language,
        language_certain=certain,
        risk=read_risk(letter, wording, by="family", language=language, language_certain=certain),
    )
