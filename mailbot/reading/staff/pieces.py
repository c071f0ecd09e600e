"""The pieces of a staff letter: sentences, split where one begins another order, with the reference of their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.reading.letter import Letter
from mailbot.reading.staff.references import references_in
from mailbot.reading.staff.relayed import relayed_sentences
from mailbot.reading.staff.second_thoughts import BREAKS, EXCEPTS
from mailbot.reading.words.plain import Sentence, plain, sentences

_VERB = (
    r"tell me |show|who|close|approve|assign|hold|note|make a note|reopen|re-open|open |erase|pause|rest |list|add"
    r"|resolve|take the flag|bring|give|send|put|park|keep |leave|let|match|offer|swap|clear|lift"
    r"|push (?:it|her|him|them) |can you"
    r"|could you|would you|please do\b|pls do\b|a report"
)
_SPLIT = re.compile(
    rf"{BREAKS}|(?:,| -)? (?:and|also|then|plus|so|but|&)(?: please)?,? (?=(?:please |you can |you may )?(?:{_VERB}|"
    r"(?:r-?)?\d{4,6}\b[^,.;]{0,3}(?: to | for | is | as | goes |can |:)|for (?:r-?)?\d{4,6},? ))|"
    r",(?: so)? (?=(?:please )?(?:r-?)?\d{4,6}[:,]? (?:to|for|yes|no|nope|ok|hold|close|approve|is|can|please"
    r"|goes|should|lets|let's|give|use|fine"
    r"|on hold)\b)"
    r"| - (?=(?:r-?)?\d{4,6} [a-z])|,? (?=(?:r-?)?\d{4,6} (?:yes|no|ok|fine)\b)"
    # "Osian for 2101 and Hetty for 2102": each name with its number
    r"|(?:,| and| &|, and| plus) (?=(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?(?: (?:for|to|with|on|have|takes?"
    r"|gets))?"
    r" (?:R-?)?\d{4}\b)"
    r"|,(?: but)? (?=(?:(?:please|then|just|instead) )*(?:close|approve|assign|hold|reopen|show|park|note|keep|put"
    r"|pause|give|let|offer|leave|(?:hang|hold) on to|sit on|send|shut|rest|push|move) (?:(?:r-?)?\d{4,6}|it|her|him"
    r"|them|this|that)\b)",
    re.IGNORECASE,
)

_OF_ALL = re.compile(r"\b(?:all|both|everything|the lot|the rest|each|every)\b")
_CONDITION = re.compile(
    r"(?:(?:and|but|so|then|ok|okay|please|also|only|unfortunately)\W+)*"
    r"(?:if|once|when|whenever|unless|after|as soon as|until|in case|before|provided|assuming|supposing|wait"
    r"|should|had (?:she|he|they|you|we|i))\b"
)
# However kindly it is put, it is asked for: "Might I trouble you to", "I would therefore ask you to", "do by all means"
_COURTEOUS = re.compile(
    r"\b(?:"
    r"(?:would|could|will|can) (?:you|u) (?:(?:therefore|then|now) )?(?!like|prefer|rather|say|think|have"
    r"|tell|explain|remind|let me know|understand|see|help"
    r"|not\b|even|still|imagine|believe|mind)(?:please |kindly |possibly |just |also |perhaps )*"
    r"(?:be (?:so kind as|so good as|kind enough|good enough|able) to )?"
    r"|(?<!what )(?:might|may|could|can) (?:i|we) (?:trouble|ask|get) you (?:please )?to "
    r"|(?<!can )(?<!could )(?<!may )(?<!might )(?:i|we)(?:'d| would| should| must| will|'ll)? (?:therefore "
    r"|also |just |now |so )*(?:ask|like|want|need) you to "
    r"|(?:i|we)(?:'d| would| should) be (?:very |most |so )?(?:grateful|glad|obliged|pleased|thankful) if you "
    r"(?:would|could|can) "
    r"|do (?=(?:put|give|go|close|hold|approve|keep|let|match|assign|open|add|pause|show|send)\b)|kindly |do"
    r" by all means |by all means |do please |feel free to |be so good as to |you (?:can|may) (?!want|wish"
    r"|like|need|have|find|be |think|not|imagine|see)(?:now |just |safely )*"
    r")(?=[a-z])"
)
_DOING = {  # "Would you mind closing 1042?"
    "closing": "close", "approving": "approve", "holding": "hold", "assigning": "assign", "reopening": "reopen",
    "noting": "note", "giving": "give", "putting": "put", "pausing": "pause", "resting": "rest", "showing": "show",
    "sending": "send", "adding": "add", "matching": "match", "keeping": "keep", "offering": "offer", "taking": "take",
}  # fmt: skip
_MIND = re.compile(rf"\b(?:would|do|could) you mind ({'|'.join(_DOING)})\b")
_ONLY_NUMBERS = re.compile(r"(?:R-?)?\d{4,6}(?:(?:, | and | ?& ?)(?:R-?)?\d{4,6})*", re.IGNORECASE)
# Words between quotation marks were said or typed elsewhere: "I put 'close 1242' and did not mean it".
_QUOTED = re.compile(r'"[^"\n]{1,400}(?:"|$)')
# What makes a further order one of its own: "she is better, so close 1042"
_OWN_ORDER = re.compile(r"(?i)\b(?:so|but|please|just|instead|only)\b")
_QUESTION = re.compile(
    r"(?:(?:and|but|so|ok|also|please|morning|hi)\W+)*(?:who|what|which|how|where|when|why|any|can|could"
    r"|would|will|should"
    r"|shall|do|does|did|is|are|was|were|has|have|may|might)\b"
)

# A line that begins with an order is no continuation of the line above it.
_ORDER_LINE = re.compile(
    r"(?im)^(?:please )?(?:close|approve|assign|hold|note|show|re-?open|park) (?:R-\d{4,6}|\d{4})\b(?=[^\n?]{0,60}$)"
    r"|^(?:R-?\d{4,6}|\d{4}|[A-Z][\w']+) ?(?: -|:) (?=[^\n]{2,90}$)"
    r"|^(?:R-\d{4,6}|\d{4}):? (?:approve|close|hold|yes|no|ok|note|show|fine|to|for|go)\b(?=[^\n?]{0,80}$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a part of one, with the reference that its place lends.

    ``goes_on``: it is not the first part; ``joint``: what joins it to the part before, " and ". ``tied``: the sentence
    begins with a condition. ``relayed``: somebody else's words. ``leans``: it goes on where the part before it stops,
    and is meant only if that is ("I'll close it and ...").
    """

    words: str
    plain: str
    asks: bool
    paragraph: int
    lent: str | None = None
    goes_on: bool = False
    tied: bool = False
    relayed: bool = False
    leans: bool = False
    joint: str = " "


def pieces_of(letter: Letter, visible: str) -> tuple[Piece, ...]:
    lent = {}
    for quoted, answer in letter.answers:
        references = references_in(quoted)
        for sentence in sentences(answer):
            lent[sentence.plain] = references[0] if len(references) == 1 else None
    told = _with_exceptions(sentences(_ORDER_LINE.sub(r"\n\g<0>", visible)))
    relayed = tuple(relayed_sentences(told))
    if all(relayed):  # a letter of nothing but "approve R-1042", marks and all, copies the help line
        relayed = (False,) * len(told)
    return tuple(
        piece
        for sentence, said_elsewhere in zip(told, relayed, strict=True)
        for piece in _pieces(sentence, lent.get(sentence.plain), relayed=said_elsewhere)
    )


def _with_exceptions(told: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """ "Approve the lot please... Except 1355": what is excepted belongs to the sentence before it."""
    joined: list[Sentence] = []
    for one in told:
        before = joined[-1] if joined else None
        if before and before.paragraph == one.paragraph and EXCEPTS.match(one.plain) and _OF_ALL.search(before.plain):
            words = f"{before.words.rstrip(' .!…')}, {one.words}"
            joined[-1] = replace(before, words=words, plain=plain(words))
        else:
            joined.append(one)
    return tuple(joined)


def _pieces(sentence: Sentence, lent: str | None, *, relayed: bool) -> Iterator[Piece]:
    parts = _joined([part.strip() for part in _SPLIT.split(sentence.words) if part.strip()])
    tied = _CONDITION.match(sentence.plain) is not None
    # "1042 yes, and who is free?" asks in its last part only; "close 1042, hold 1043?" asks about both
    last_only = bool(parts) and bool(_QUESTION.match(plain(parts[-1]))) and not _QUESTION.match(sentence.plain)
    requested = (
        _COURTEOUS.match(plain(sentence.words)) is not None
    )  # "Would you close 1042, and hold 1043?" is no question
    ended = 0
    for number, words in enumerate(parts):
        asks = sentence.asks and (number == len(parts) - 1 or not last_only) and not (requested and number)
        at = sentence.words.find(words, ended)
        joint = sentence.words[ended:at] if number and at > ended else " "
        ended = at + len(words) if at >= 0 else ended
        leans = number > 0 and not _OWN_ORDER.search(joint + words.partition(" ")[0])
        yield Piece(words, _as_asked(words), asks, sentence.paragraph, lent, number > 0, tied, relayed, leans, joint)


def _joined(parts: Sequence[str]) -> list[str]:
    """A part that holds nothing but a number belongs to the next: "1367 and 1368: go"."""
    joined: list[str] = []
    waiting = ""
    for part in parts:
        if _ONLY_NUMBERS.fullmatch(part) and part is not parts[-1]:
            waiting += f"{part} and "
        else:
            joined.append(waiting + part)
            waiting = ""
    return joined


def _as_asked(words: str) -> str:
    """The plain words, every courtesy said as "please", without what stands in quotation marks beside other words."""
    said = plain(words)
    unquoted = _QUOTED.sub(" ", said)
    if re.search(r"[a-z]{2}", unquoted):
        said = " ".join(unquoted.split())
    return _COURTEOUS.sub("please ", _MIND.sub(lambda asked: f"please {_DOING[asked[1]]}", said))
