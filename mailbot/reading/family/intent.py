"""What a family's or referrer's letter asks for. Where calls are not plainly asked for, a person decides.

Every pattern is for plain text (``spelt_out``); meanings as in ``samples/README.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.family.intent_words import (
    AFTER_NAME,
    CALLS,
    CALLS_ABOVE,
    CALLS_NAMED,
    CHANGED,
    ELSEWHERE,
    FEEDBACK,
    GROUP,
    GROUP_ABOUT,
    HYPOTHETICAL,
    JOIN_IT,
    NEEDS_SUPPORT,
    NEVER_WANTED_CALLS,
    NO_CALLS,
    NO_GROUP,
    NO_NAME,
    NO_RINGING,
    NOT_STOP,
    NOT_VOLUNTEER,
    NOT_WITHDRAW,
    ONLY_AFTER,
    ONLY_ASKING,
    ONLY_BEFORE,
    QUESTION,
    STOP,
    STOP_WORDS,
    THANKED,
    VOLUNTEER,
    WANTS_IT,
    WITH_YES,
    WITHDRAW,
    YES,
)
from mailbot.reading.family.intent_words_abroad import (
    CALLS_ABROAD,
    CHANGED_ABROAD,
    FEEDBACK_ABROAD,
    GROUP_ABROAD,
    NO_CALLS_ABROAD,
)
from mailbot.reading.family.selling_words import OF_A_FAMILY, SPAM
from mailbot.reading.letter import Evidence, FamilyIntent
from mailbot.reading.words.patterns import search
from mailbot.reading.words.spelling import sentences

SHORT = 60  # characters: a letter that is little more than its first word
SUPPORT_TOPIC = re.compile(
    r"\b(?:support\w*|help\w*|call\w*|ring\w*|phon\w+|volunteer\w*|befriend\w*|groups?|services?|talk\w*|listen\w*"
    r"|you (?:offer|provide|do)|referr\w*|waiting|eligib\w*|qualif\w*|sign(?:ed|ing)? up|confidential\w*"
    r"|family|families|cefnog\w*|gefnog\w*|gr[wŵ]p\w*|galwad\w*|alwad\w*|g?wasanaeth\w*)\b"
)
GREETING = re.compile(r"(?:hi|hello|hiya|helo|dear|annwyl|bore da|prynhawn da|good \w+)(?: [\w']+){0,3},?|please")


@dataclass(frozen=True, slots=True)
class IntentTold:
    intent: FamilyIntent
    agrees: bool = False
    stop: bool = False
    evidence: tuple[Evidence, ...] = ()


def intent_told(
    subject: str,
    text: str,
    *,
    passed_on: str = "",
    replying: bool,
    has_particulars: bool,
    names_a_reference: bool,
    has_number: bool = False,
    has_hours: bool = False,
    refers: bool = False,
    has_loved_one: bool = False,
    capitalised: frozenset[str] = frozenset(),
) -> IntentTold:
    """Weigh the signs of a plain letter (``spelt_out``).

    ``subject`` is "" where it is ours; ``passed_on``: mail the writer forwarded; ``replying``: it answers one of ours;
    ``has_particulars``: a number, times, a prison or a wish stand in it; ``has_number``, ``has_hours``: where and when
    to ring is told; ``refers``: a professional refers somebody; ``has_loved_one``: a prisoner is told
    of; ``capitalised``: words with a capital, in lower case.
    """
    signs = _Signs.of(subject, text, passed_on)
    if signs.spam:
        return _told(FamilyIntent.SPAM, signs.spam)
    if signs.stop:
        return _told(FamilyIntent.WITHDRAW, signs.stop, stop=True)
    if replying and not passed_on and _agrees(text, capitalised) and (not subject or _agrees(subject, frozenset())):
        return IntentTold(FamilyIntent.UPDATE, agrees=True, evidence=(Evidence("agrees", text.strip()),))
    for intent, words in (
        (FamilyIntent.WITHDRAW, signs.withdraw),
        (FamilyIntent.VOLUNTEER_ENQUIRY, signs.volunteering),
    ):
        if words:
            return _told(intent, words)
    return _of_a_family(
        signs,
        known=replying or names_a_reference,
        has_particulars=has_particulars,
        callable_and_in_need=_callable_and_in_need(
            f"{text}\n{passed_on}", has_number, has_hours, refers, has_loved_one
        ),
        about_support=has_loved_one or bool(SUPPORT_TOPIC.search(f"{subject}\n{text}\n{passed_on}")),
    )


def _of_a_family(
    signs: _Signs, *, known: bool, has_particulars: bool, callable_and_in_need: str, about_support: bool
) -> IntentTold:
    if known or signs.changed:
        if has_particulars or signs.changed:
            return _told(FamilyIntent.UPDATE, signs.changed or "answers our mail")
        if signs.feedback:
            return _told(FamilyIntent.FEEDBACK, signs.feedback)
    if signs.elsewhere and not (signs.calls_named or signs.group):
        return _told(FamilyIntent.OTHER, signs.elsewhere)
    if signs.only_asking:
        return _told(FamilyIntent.ENQUIRY, signs.only_asking)
    asked = _asked_for(signs)
    if asked:
        return asked
    if callable_and_in_need and not signs.no_calls and not signs.elsewhere:
        return _told(FamilyIntent.BEFRIENDING, callable_and_in_need)
    if signs.feedback:
        return _told(FamilyIntent.FEEDBACK, signs.feedback)
    if signs.question and about_support:
        return _told(FamilyIntent.ENQUIRY, signs.question)
    return _told(FamilyIntent.OTHER, "nothing asked for that is understood")


def _callable_and_in_need(text: str, has_number: bool, has_hours: bool, refers: bool, has_loved_one: bool) -> str:
    """Who gives a number and tells of need, of a prisoner, or when to ring, asks for calls without the words."""
    if not has_number:
        return ""
    need = NEEDS_SUPPORT.search(text)
    if need:
        return f"{need.group()}, and a number"
    return (
        "a number and times to ring"
        if has_hours
        else "refers somebody with their number"
        if refers
        else "tells of a loved one, and a number"
        if has_loved_one and not QUESTION.search(text)
        else ""
    )


def _asked_for(signs: _Signs) -> IntentTold | None:
    calls = "" if signs.no_calls else signs.calls
    if calls and signs.group:
        return _told(FamilyIntent.BOTH, calls, signs.group)
    if calls:
        return _told(FamilyIntent.BEFRIENDING, calls)
    if signs.group:
        return _told(FamilyIntent.GROUP, signs.group)
    return None


def _told(intent: FamilyIntent, *words: str, stop: bool = False) -> IntentTold:
    return IntentTold(intent, stop=stop, evidence=tuple(Evidence("intent", word.strip()) for word in words))


# ------------------------------------------------------------------------------------------------------------ signs


def _agrees(text: str, capitalised: frozenset[str]) -> bool:
    """Nothing but yes, thanks, a name thanked and the words that go with them: what says more is no bare yes."""
    words = re.findall(r"[\w']+|[^\w\s.,!:;)'-]", _bare(text)) if len(text) < 400 else []
    if not 0 < len(words) <= 16 or YES.isdisjoint(words):
        return False
    pairs = zip(words, ["", *words], [*words[1:], ""], strict=False)
    others = [(word, before, after) for word, before, after in pairs if not _goes_with_yes(word, before, after)]
    return len(others) <= 1 and all(
        before in THANKED and after in AFTER_NAME and word in capitalised - NO_NAME for word, before, after in others
    )


def _goes_with_yes(word: str, before: str, after: str) -> bool:
    if word in ONLY_BEFORE:
        return after in ONLY_BEFORE[word]
    if word in ONLY_AFTER:
        return before in ONLY_AFTER[word]
    return word in YES or word in WITH_YES


@dataclass(frozen=True, slots=True)
class _Signs:
    """The sentence that shows each sign, or ""."""

    stop: str
    spam: str
    withdraw: str
    volunteering: str
    calls: str
    calls_named: str
    no_calls: str
    group: str
    only_asking: str
    question: str
    elsewhere: str
    changed: str
    feedback: str

    @classmethod
    def of(cls, subject: str, text: str, passed_on: str) -> _Signs:
        own = sentences(text)
        said = own + sentences(passed_on)
        both = [subject, *said] if subject else said
        calls = _calls(subject, said)
        no_calls = _first(said, NO_CALLS, None) or _first(said, NO_CALLS_ABROAD, None)
        return cls(
            stop=_stop(text, own, asks=bool(calls) and not no_calls) or _stop(subject, [], asks=False),
            spam=_spam(both),
            withdraw=_first(
                said,
                WITHDRAW,
                NOT_WITHDRAW,
                refuses_only=NEVER_WANTED_CALLS if any(GROUP.search(sentence) for sentence in said) else None,
            ),
            volunteering=_first(both, VOLUNTEER, NOT_VOLUNTEER),
            calls=calls,
            calls_named=_first(both, CALLS_NAMED, None),
            no_calls=no_calls,
            group=_group(subject, said) or _first(both, GROUP_ABROAD, None),
            only_asking=_first(both, ONLY_ASKING, None),
            question=_first(both, QUESTION, None),
            elsewhere=_first(both, ELSEWHERE, None),
            changed=_first(said, CHANGED, None) or _first(said, CHANGED_ABROAD, None),
            feedback=_first(both, FEEDBACK, None) or _first(both, FEEDBACK_ABROAD, None),
        )


def _first(
    said: list[str],
    wanted: re.Pattern[str],
    unwanted: re.Pattern[str] | None,
    *,
    refuses_only: re.Pattern[str] | None = None,
) -> str:
    """The first sentence with the sign. ``refuses_only``: where a group is asked for, "no calls" is no farewell."""
    for sentence in said:
        if search(wanted, sentence) and not (unwanted and unwanted.search(sentence)):
            if refuses_only is not None and not re.search(r"\b(?:any ?more|longer|cancel|off|withdraw)\b", sentence):
                continue
            return sentence
    return ""


def _stop(text: str, said: list[str], *, asks: bool) -> str:
    """Only the sender's own words (a forwarded mail's "unsubscribe" is not theirs). A "stop" that begins the letter
    holds whatever follows, unless the letter asks for calls.
    """
    bare = _bare(text)
    begins = next((_bare(each) for each in said if not GREETING.fullmatch(_bare(each))), "")
    if STOP.fullmatch(bare) or (STOP.fullmatch(begins) and (len(bare) < SHORT or not asks)):
        return text
    return _first(said, STOP_WORDS, NOT_STOP)


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"^\W+|[\s.!,\"'-]+$", "", text)).strip()


def _spam(said: list[str]) -> str:
    """Two different signs of selling or fraud, and nothing that a family would write."""
    text = " ".join(said)
    found = [match.group() for pattern in SPAM if (match := search(pattern, text))]
    return "; ".join(found) if len(found) >= 2 and not OF_A_FAMILY.search(text) else ""


def _calls(subject: str, said: list[str]) -> str:
    for sentence in [*said, subject]:
        if search(CALLS, NO_RINGING.sub(" ", sentence)) and not HYPOTHETICAL.search(sentence):
            return sentence
    named = [place for place, sentence in enumerate(said) if search(CALLS_ABOVE, sentence)]
    for place in named:
        for sentence in said[place : place + 3]:
            if WANTS_IT.search(sentence):
                return sentence
    if (
        subject
        and CALLS_NAMED.search(subject)
        and any(re.search(r"\b(?:ring|call|phone) me\b|\bsomeone to talk\b", each) for each in said)
    ):
        return subject
    return _first([*said, subject], CALLS_ABROAD, HYPOTHETICAL)


def _group(subject: str, said: list[str]) -> str:
    if any(search(NO_GROUP, sentence) for sentence in said) and not any(search(JOIN_IT, sentence) for sentence in said):
        return ""
    for sentence in said:
        if GROUP.search(sentence) and not re.search(r"\b(?:enjoyed|thank|used to)\b", sentence):
            return sentence
    about = GROUP_ABOUT.search(subject) or any(search(GROUP_ABOUT, sentence) for sentence in said)
    return next((sentence for sentence in said if about and JOIN_IT.search(sentence)), "")
