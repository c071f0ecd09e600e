"""What a volunteer answers to an offer. A wrong yes is the worst mistake, so a yes must be plain, whole and alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailbot.reading.letter import Letter, VolunteerIntent
from mailbot.reading.volunteer.chatter import is_chatter
from mailbot.reading.volunteer.plain_yes import begins_with_yes, is_plain_yes, without_greeting
from mailbot.reading.words.lexicon import Hit
from mailbot.reading.words.plain import MOST_CHARACTERS, Sentence, plain, sentences
from mailbot.reading.words.wording import Wording

_REPLY_PREFIX = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|sv|atb|ynghylch)\s*:)+", re.IGNORECASE)
_REFERENCE = re.compile(r"\[[^\]]{0,40}\]")
_SOMEBODY = r"(?:i|you|we|she|he|they|it|this|that|there|the|her|his|their|my|your|any\w*|some\w*|mr|mrs|ms)\b"
_ASKING = re.compile(
    rf"(?:(?:can|could|would|do|did|has|have|will|should|may|am|was|were) {_SOMEBODY}"
    r"|(?:does|is|are|how|what|what's|when|where|who|who's|why|which|any chance|a oes|oes"
    r"|beth|sut|pryd|pwy|ydy|ydi|ga i|faint|pa|allwch|allech)\b)"
    r"(?! (?:a )?(?:pleasure|lovely|great|good|nice|wonderful|safe|restful|do\b))"
)
_QUOTE_MARK = re.compile(r"(?m)^[> \t]+")
_REFUSING_SIGNS = re.compile("[\U0001f44e\u274c\u26d4\U0001f6ab\U0001f622\U0001f62d\U0001f645]|\u2639")
_YES_BEFORE = re.compile(r"(?:yes|yep|yeah|yup|aye|ie|ia)[ ,!.-]+")
_WHY_NOT = re.compile(r"why (?:ever )?not\b\W*(?:yes|yeah|of course|sign me up|count me in|\W|$)")
_BARE_NO = re.compile(
    r"(?:pass|no|nope|nah|na|nage)(?:\W+(?:sorry|thanks|thank|you|ta|x+|diolch|sori|not|this|time))*\W*"
)
_MERE_CANNOT = re.compile(r"(?:afraid |but |sorry |i'm sorry )?i (?:can't|cannot|couldn't|can not|won't)")
_STANDS_ALONE = re.compile(
    r"\s*(?:$|[.,;!()-]|(?:sorry|this|at|right|just|because|as|since|due|i'm|x+|now|with|and|but"
    r"|do (?:it|this|that|her|him)|take|help|manage|commit|accept|possibly|really|honestly|say yes|fit|face|cope"
    r"|in all)\b)"
)
_WERE_IT_SO = re.compile(r"\bif (?:only )?(?:i|we|things) (?:could|had|hadn't|were|weren't|was|wasn't|didn't|lived)\b")
_ENDS_IN_NO = re.compile(
    r"\b(?:but|so),? (?:(?:it's|it is|i'm afraid|it has to be|a) )*no\b"
    r"(?:\W+(?:from me|sorry|this time|thanks?|ta|x))*\W*$"
)
_OUR_CHOICE = re.compile(r"\b(yes|no|ie|ydw|na|byddaf)\b")


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """``intent`` is accept, decline, conditional, question, conflict_of_interest or unclear; ``words`` decided it."""

    intent: VolunteerIntent
    also: tuple[VolunteerIntent, ...] = ()
    words: str = ""


@dataclass(slots=True)
class _Heard:
    accept: str = ""
    leaning: str = ""  # begins with a yes, and goes on
    decline: str = ""
    condition: str = ""
    able: str = ""  # "I could do it once ...": a condition and the means in one sentence
    yes_if: str = ""  # a yes and its condition in one sentence, and no refusal there
    doubt: str = ""
    question: str = ""
    conflict: str = ""


def read_offer_answer(letter: Letter, wording: Wording) -> OfferAnswer:
    """Judge only the newly written text; what else stands in the letter can take a yes away, never give one."""
    subject = _own_subject(letter.subject)
    text = f"{subject}\n\n{letter.new_text}".strip() if subject else letter.new_text
    heard = _heard(sentences(text), wording, _names(letter))
    if _REFUSING_SIGNS.search(text):
        heard.doubt = heard.doubt or text[:80]
    _pointed_at(letter, wording, heard)
    answer = _judged(heard)
    if answer.intent is VolunteerIntent.ACCEPT and not _whole_letter_agrees(letter, wording):
        return OfferAnswer(VolunteerIntent.UNCLEAR, words=answer.words)
    return answer


def _names(letter: Letter) -> frozenset[str]:
    """The writer's own names: one that ends the last line signs it, and bends nothing."""
    return frozenset(re.findall(r"[\w']{2,}", plain(letter.sender.name)))


def _own_subject(subject: str) -> str:
    """A letter may begin with its answer in the subject; ours, with "Re:" or a reference, is no answer."""
    bare = _REFERENCE.sub("", _REPLY_PREFIX.sub("", subject)).strip()
    ours = "?" in bare or _REFERENCE.search(subject) is not None
    return "" if ours else bare


def _heard(letter: Sequence[Sentence], wording: Wording, names: frozenset[str] = frozenset()) -> _Heard:
    heard = _Heard()
    read = [_Read.of(replace(written, plain=wording.spelt(written.plain)), wording, names) for written in letter]
    has_a_firm_yes = any(one.is_plain and one.is_firm for one in read)
    for one in read:
        weighs = one.is_plain or one.leans or one.refuses or "conflict" in one.said
        if weighs or not is_chatter(one.sentence.plain):
            _note(heard, one, said_yes=has_a_firm_yes and not one.leans)
    return heard


def _goes_on(hit: Hit, said: str) -> bool:
    """ "I can't" refuses where it stands alone; "I won't leave messages" does not."""
    return (
        hit.section == "decline"
        and _MERE_CANNOT.fullmatch(said, hit.start, hit.end) is not None
        and _STANDS_ALONE.match(said, hit.end) is None
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """One sentence, the sections that were found in it and count, and whether it is a plain yes."""

    sentence: Sentence
    stands: tuple[Hit, ...]
    is_plain: bool
    is_figure: bool  # "How could I say no?" asks nothing

    @classmethod
    def of(cls, sentence: Sentence, wording: Wording, names: frozenset[str] = frozenset()) -> _Read:
        hits = [hit for hit in wording.volunteer.find(sentence.plain) if hit.table == "offers"]
        harmless = [hit for hit in hits if hit.section in ("harmless", "late")]
        stands = tuple(
            hit
            for hit in hits
            if (hit.section == "late" or not any(calm.start <= hit.start < calm.end for calm in harmless))
            and not _goes_on(hit, sentence.plain)
        )
        bare = len(sentence.plain) - len(without_greeting(sentence.plain))
        figure = any(hit.section == "harmless" and hit.start <= bare and hit.end - bare > 8 for hit in harmless)
        return cls(sentence, stands, is_plain_yes(hits, sentence, names), figure)

    @property
    def said(self) -> set[str]:
        return {hit.section for hit in self.stands}

    @property
    def is_firm(self) -> bool:
        """More than the bare word: "I will take him"."""
        return "accept" in self.said

    @property
    def refuses(self) -> bool:
        bare = without_greeting(self.sentence.plain)
        ends_so = _BARE_NO.fullmatch(bare) is not None or _ENDS_IN_NO.search(bare) is not None
        return ends_so or "decline" in self.said

    @property
    def leans(self) -> bool:
        bare = without_greeting(self.sentence.plain)
        begins = any(begins_with_yes(hit, self.sentence) for hit in self.stands)
        return self.is_firm or begins or _YES_BEFORE.match(bare) is not None


def _note(heard: _Heard, one: _Read, *, said_yes: bool) -> None:
    sentence, said = one.sentence, one.said
    bare = without_greeting(sentence.plain)
    if ("apology" in said and "late" not in said) or ("received" in said and not said_yes):
        said.add("doubt")  # sorry for what? Only for the delay is harmless
    asks = "asking" in said or (_asks(sentence, bare) and not one.is_figure)
    for name, is_so in (
        ("accept", one.is_plain),
        ("leaning", one.leans),
        ("decline", one.refuses),
        ("condition", "condition" in said),
        ("doubt", "doubt" in said),
        ("conflict", "conflict" in said),
        ("question", asks),
        ("able", not asks and {"able", "condition"} <= said),
        ("yes_if", "condition" in said and one.leans and not one.refuses and not _WERE_IT_SO.search(sentence.plain)),
    ):
        if is_so and not getattr(heard, name):
            setattr(heard, name, sentence.words)


def _asks(sentence: Sentence, bare: str) -> bool:
    """ "Why not?" asks nothing."""
    asked = _YES_BEFORE.sub("", bare, count=1)
    return not _WHY_NOT.match(asked) and (sentence.asks or _ASKING.match(asked) is not None)


def _pointed_at(letter: Letter, wording: Wording, heard: _Heard) -> None:
    """ "This one please" under the quoted line that begins with YES, or with NO."""
    for quoted, answer in letter.answers:
        choices = set(_OUR_CHOICE.findall(plain(quoted)))
        given = plain(answer)
        if len(choices) != 1 or "?" in answer or not _points(given, wording):
            continue
        if choices & {"yes", "ie", "ydw", "byddaf"}:
            heard.accept = heard.accept or answer
        else:
            heard.decline = heard.decline or answer


def _points(answer: str, wording: Wording) -> bool:
    words = answer.strip(" ^<->.!✓✔☑*")
    if not words:
        return bool(answer)
    return any(hit.section == "point" and hit.end - hit.start == len(words) for hit in wording.volunteer.find(words))


def _judged(heard: _Heard) -> OfferAnswer:
    intents = VolunteerIntent
    if heard.conflict:
        asks_about_it = heard.question and not heard.decline
        also = (intents.QUESTION,) if asks_about_it else () if heard.accept else (intents.DECLINE,)
        return OfferAnswer(intents.CONFLICT_OF_INTEREST, also, heard.conflict)
    if heard.decline and not heard.yes_if and not (heard.condition and _only_weakly(heard)):
        return OfferAnswer(intents.DECLINE, words=heard.decline)
    asks = (intents.QUESTION,) if heard.question else ()
    if heard.yes_if or heard.able or ((heard.accept or heard.leaning) and heard.condition):
        return OfferAnswer(intents.CONDITIONAL, asks, heard.yes_if or heard.able or heard.condition)
    if heard.question:
        return OfferAnswer(intents.QUESTION, words=heard.question)
    if heard.accept and not heard.doubt:
        return OfferAnswer(intents.ACCEPT, words=heard.accept)
    if heard.condition:
        return OfferAnswer(intents.CONDITIONAL, words=heard.condition)
    return OfferAnswer(intents.UNCLEAR, words=heard.doubt or heard.condition)


def _only_weakly(heard: _Heard) -> bool:
    """A refusal and an acceptance in one sentence: "I can't do evenings, but if mornings suit, count me in"."""
    return heard.decline == heard.condition == (heard.accept or heard.leaning)


def _whole_letter_agrees(letter: Letter, wording: Wording) -> bool:
    """Nothing unread, and no refusal in words that are neither new nor quoted (design rule 7)."""
    if letter.not_read:
        return False
    told = plain(_QUOTE_MARK.sub("", letter.new_text + "\n" + letter.quoted_text))
    lines = _QUOTE_MARK.sub("", letter.whole_text[:MOST_CHARACTERS]).splitlines()
    left = [line for line in lines if plain(line) and plain(line) not in told]
    rest = _heard(sentences("\n".join([*left, letter.passed_on])), wording)
    return not (rest.decline or rest.conflict)
