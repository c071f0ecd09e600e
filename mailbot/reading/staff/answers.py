"""Staff's short answers: "seen", "yes, she knows", "done", "called, 20 minutes", "for R-1042", "new".

Each must stand at the beginning of a sentence. What is doubted, denied, asked or put off is no answer: it is unclear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.letter import Verb
from mailbot.reading.skills.who_spoke import talked_to_another

_REFERENCE = r"(?:[rl]-?\s?\d{1,6}|\d{4})"
_GAP = r"[\s,;:.()!-]+"
_SEEN = re.compile(
    rf"(?:(?:ok|okay|thanks|thank you|yes){_GAP})?(?:{_REFERENCE}{_GAP}(?:is )?)?(?:i(?:'ve| have) )?"
    r"(?:seen(?: (?:it|this|thanks|thank you|and (?:on it|ringing|calling)))?|on it|got it|got this|i'?ve got (?:this"
    r"|it|her|him)|got (?:this|it|her|him)|have (?:this|it)|i have (?:this|it)|i'?ll (?:take|deal with|handle"
    r"|pick up) (?:this|it)|mine|i'?m (?:on it|dealing with (?:it|this)|ringing (?:her|him|them) now|calling (?:her"
    r"|him|them) now)|dealing with (?:it|this)(?: now)?|looking (?:at (?:it|this) )?now)(?: (?:now|thanks|thank you))*"
    rf"(?: {_REFERENCE})?"
)
_YES = re.compile(r"(?:yes|yep|yeah|yup|aye|ydy|ie)\b(?! and no)")
_NO = re.compile(
    r"(?:no|nope|nah|na)\b(?! (?:idea|answer|reply|need|problem|problems|change|news|one|luck|worries|doubt|rush|more"
    r"|longer|wait|contact|response|further)\b)"
)
# Only as a whole piece: "confirm all" is about dates, and "I refuse to believe it" is no answer
_CONFIRMED = re.compile(
    rf"(?:(?:please|yes|ok|okay){_GAP})?confirm(?:ed)?(?: {_REFERENCE})?(?:{_GAP}(?:please|thanks|thank you))*"
)
_REFUSED = re.compile(
    rf"(?:(?:please|no|ok|okay){_GAP})?refused?(?: {_REFERENCE})?(?:{_GAP}(?:please|thanks|thank you))*"
)
_DONE = re.compile(
    rf"(?:{_REFERENCE}{_GAP})?(?:(?:is|it's|that's|this is|all|now) )*(?:done|dealt with|sorted|taken care of"
    rf"|finished)\b"
)
_NEW = re.compile(
    r"(?:(?:it'?s|it is|this is|she'?s|he'?s|they'?re) )?(?:a )?new(?: (?:person|one|referral|family|request))?"
    rf"(?:{_GAP}(?:(?:it'?s|this is) )?(?:some ?(?:body|one) else|another person|please|thanks|thank you))*\W*"
)
_JOIN = re.compile(
    r"(?:(?:it'?s|it is|this is|that'?s|that is|it belongs|belongs|goes|this goes|this belongs|join|add it|put it"
    r"|file it|same person as|for|to|with|under|on)[ ,]+)*(?:r-?\s?\d{4,6}|\d{4})"
    rf"(?:{_GAP}(?:please|thanks|thank you|the reference it belongs to))*\W*"
)
_CALLED = re.compile(
    rf"(?:{_REFERENCE}{_GAP})?(?:(?:she|he|they) (?:rang|called|phoned)(?: me| us)?(?: back)?,?(?: and| so)? (?=we\b))?"
    r"(?:(?:i|we)(?:'ve| have)? )?(?:just |now )?(?:spoke|spoken|talked|called|rang|rung"
    rf"|phoned|got through|had an? (?:\w+ ){{0,2}}(?:chat|talk|conversation))\b"
    rf"(?: (?:to|with))?(?: (?:her|him|them|{_REFERENCE}))?(?=\W*$|\s?[,;:.()-]| (?:for|at|and"
    rf"|this|today|yesterday"
    r"|on|twice|again|last|just|now|three|\d+|about \d+|about (?:half|an|twenty|ten)|no answer|no reply|straight|but"
    r"|she|he|they|it went|half|an hour|earlier)\b)"
)
_TALK = re.compile(r"\b(?:spoke|spoken|talked|chatted|conversation|had a (?:\w+ )?(?:chat|talk))\b")
_NOT_REACHED = re.compile(
    r"\b(?:no answer|no reply|not in|nobody|no one|engaged|voice ?mail|answer ?phone|machine|rang out|wrong number"
    r"|unobtainable|left (?:(?:a|her|him|them) )*(?:\w+ )?message|not reached|no (?:luck|joy|success|good)|switched off"
    r"|tried|was out|is out)\b"
    r"|n't (?:answer|pick|reach|get|speak|talk|there|in\b|home|available)"
)
# Not a plain answer: put off, doubted, tied to something
_DOUBT = (
    r"but|if|unless|when|once|maybe|perhaps|think|might|may|should|would|could|until|till|later|tomorrow|yet|soon"
    r"|although|though|however|except|or|wait|hold on|hang on|unsure|probably|possibly|going to|will|whether|hope"
    r"|guess|suppose|almost|nearly|half|partly|in principle|wondering|ask|check|instead|some|other|another|rather"
)
_DOUBTS = re.compile(rf"\b(?:{_DOUBT})\b|'ll\b|\?")
_GLADLY = re.compile(r"\b(?:she|he|they|i)(?:'d| would) (?:love|like|welcome|be (?:glad|grateful|happy|pleased))\b")
_REFUSES = re.compile(r"n't\b|\b(?:not|never|no|cannot|nor|nobody|without)\b")
_AFFIRMS = re.compile(r"\byes\b|\b(?:she|he|they|i) (?:does|do|did|is|wants?|would|knows?)\b(?! not)|\bplease do\b")
_NOT_TAKEN = re.compile(
    r"n't\b|\b(?:but|not|cannot|if|unless|when|only|tomorrow|later|some ?(?:one|body) else|another|nobody|could|would"
    r"|should)\b|\?"
)
_COURTESY = re.compile(rf"\b(?:please|thanks|thank you|ta|cheers|sorry|now|x+|{_REFERENCE})\b")
LONGEST_ANSWER = 14  # words: a yes with a longer tail is a letter to read
_CONTRADICTS = re.compile(r"(?:but|actually|only|unless|wait|no wait|not yet|don't|do not|on second thoughts|except)\b")
_NOT_MINE = re.compile(
    r"(?:(?:but|sorry|please|and)\W+)*(?:(?:can|could|would|will) (?:you ask )?(?:some|any) ?(?:one|body)|i can(?:no"
    r"|')t|i am not|i'm not (?:able|free|on)|not me\b|some ?(?:one|body) else (?:must|has to|should|needs))"
)


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """``verb`` is None where the sentence begins like an answer and is none for certain. ``has_more``: words follow."""

    verb: Verb | None
    has_more: bool = False


def short_answer(said: str, *, asks: bool) -> ShortAnswer | None:
    """The answer that a plain sentence (``plain``) gives, or None when it does not begin like one."""
    said = said.strip(" .!,-")
    if not said:
        return None
    if _NEW.fullmatch(said):
        return ShortAnswer(None if asks else Verb.NEW)
    if _JOIN.fullmatch(said):
        return ShortAnswer(None if asks else Verb.JOIN)
    for verb, begins, spoils in _ANSWERS:
        found = begins.match(said)
        if found and _ends_a_word(said, found.end()):
            rest = said[found.end() :]
            plain_enough = not asks and len(rest.split()) <= LONGEST_ANSWER and not spoils(rest)
            return ShortAnswer(verb if plain_enough else None, bool(re.search(r"\w", _COURTESY.sub(" ", rest))))
    return None


def confirms_or_refuses(said: str, *, doubted: bool) -> ShortAnswer | None:
    """ "Confirm", "confirmed R-1042", "refuse": a yes or a no, where one email asks one question (not in a digest)."""
    for whole, verb in ((_CONFIRMED, Verb.YES), (_REFUSED, Verb.NO)):
        if whole.fullmatch(said.strip(" .!,-")):
            return ShortAnswer(None if doubted else verb)
    return None


def begins_with_yes(said: str) -> bool:
    return _YES.match(said) is not None


def told_call(said: str, *, asks: bool) -> ShortAnswer | None:
    """ "Called R-1042, no answer", "spoke to her for 20 minutes": a call that was made, reached or not."""
    if not _CALLED.match(said):
        return None
    reached = not _NOT_REACHED.search(said)
    clear = not asks and not talked_to_another(said) and (reached or not _TALK.search(said))
    return ShortAnswer(Verb.CALLED if clear else None, has_more=True)


def was_reached(said: str) -> bool:
    """Does the sentence tell of no missed call?"""
    return _NOT_REACHED.search(said) is None


def taken_back(said: str) -> frozenset[Verb]:
    """The answers that a later sentence takes back: "Yes. But not Friday.", "Seen. Can somebody else take it?"."""
    if _NOT_MINE.match(said):
        return frozenset({Verb.SEEN})
    return frozenset({Verb.YES, Verb.NO, Verb.DONE}) if _CONTRADICTS.match(said) else frozenset()


def _ends_a_word(said: str, end: int) -> bool:
    return end >= len(said) or not said[end].isalnum()


def _spoils_seen(rest: str) -> bool:
    """ "Seen her" is no "seen"; nor is a "seen" by somebody who cannot take it."""
    return bool(
        re.match(r" (?!now|and|thanks|thank|by me|ta\b|the (?:alert|email|message))\w", rest) or _NOT_TAKEN.search(rest)
    )


def _spoils_yes(rest: str) -> bool:
    return bool(_DOUBTS.search(_GLADLY.sub(" ", rest)) or _REFUSES.search(rest))


def _spoils_no(rest: str) -> bool:
    return bool(_DOUBTS.search(rest) or _AFFIRMS.search(_not_denied(rest)))


def _not_denied(rest: str) -> str:
    return re.sub(r"\b(?:(?:does|do|did|is|would) )?(?:\w+n't|not|never|no longer) \w+", " ", rest)


def _spoils_done(rest: str) -> bool:
    return bool(_DOUBTS.search(rest) or _REFUSES.search(rest))


_ANSWERS = (
    (Verb.SEEN, _SEEN, _spoils_seen),
    (Verb.DONE, _DONE, _spoils_done),
    (Verb.YES, _YES, _spoils_yes),
    (Verb.NO, _NO, _spoils_no),
)
