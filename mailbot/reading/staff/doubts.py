"""Is an order in earnest? What rules it out, puts it off, asks about it, tells it as done, or leaves it in doubt."""

from __future__ import annotations

import re

from mailbot.reading.letter import Verb
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.other_things import is_something_else
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.relayed import announces

RULED_OUT = re.compile(
    r"\b(?:don'?t|do not|didn'?t|never|not|won'?t|can'?t|cannot|shouldn'?t|wouldn'?t|mustn'?t|"
    r"isn'?t|no need to|without|nobody|no one|none of|neither|nor|rather than|instead of|hold off|stop short of"
    r"|refus(?:e|ing)|under no|no way|against|no(?=$| (?:more )?\w+ing\b))\b"
)
UNCERTAIN = re.compile(
    r"\b(?:if|unless|maybe|perhaps|might|should|think|shall (?:we|i)|do you think|thinking of|thinking about|not sure"
    r"|could\b(?! you)|would\b(?! you)|would you (?:like|prefer|rather)|you (?:could|may|might)|whether|wonder|hop(?:e"
    r"|ing)|wish|want(?:s|ed)? to|suggest|propos\w+|ask(?:ed|s) (?:whether|if|me|about)|supposed|have to|need(?:s)? to"
    r"|what if|would it|was going to|were going to|going to|wondering|once (?:she|he|they|i|we)|when (?:she|he|they)"
    r"|could be|may be|tempted|will probably|i'?ll|i will|we'?ll|i'?d|we'?d|ought|used to|what happens|how do i|can i"
    r"|could i|am i|may(?! be closed| now be closed| go (?:forward|ahead|through))|inclined to"
    r"|in two minds|half a mind|(?:a good|had a) mind to"
    r"|meant to|about to|intend\w*"
    r"|planned|planning|nearly"
    r"|almost|talk(?:ed|s)? of|talk\b.{1,20} of|before (?:we|i|you)|until (?:we|i|you))\b"
)
# What says politely that it is wanted: taken out before doubts are looked for. None of them is enough to erase.
_WANTED = re.compile(
    r"\b(?:i'?d|i would|we'?d|we would) (?:like|be grateful if you(?: could| would| can)?|love|appreciate it if"
    r" you(?: could| would)?)(?: you to| to)?\b(?! know)"
    r"|\b(?:i'?m|i am|we'?re|we are) (?:happy|content|fine|ok|okay|good)(?: for you)?(?: to| for)?\b"
    r"|\b(?:i|we) (?:need|want) you to\b|\bneeds to\b(?: be\b| go\b)?"
    r"|\b(?:could|can|may) (?:we|i)(?: please)?\b"
)
_PUT_POLITELY = frozenset(
    {Verb.HOLD, Verb.NOTE, Verb.REOPEN, Verb.ASSIGN, Verb.APPROVE, Verb.SHOW, Verb.REPORT, Verb.PAUSE_VOLUNTEER}
)
_CONTENT = re.compile(
    r"\b(?:happy|content|fine|ok|okay|glad|satisfied)\b(?: now)?(?: for (?:you to)?\b| to have\b| that\b)"
)
_AT_ONCE = frozenset({Verb.CLOSE, Verb.ERASE, Verb.APPROVE, Verb.ASSIGN, Verb.REOPEN, Verb.RESOLVE_RISK})
_PUT_OFF = re.compile(
    r"\b(?:some ?day|one day|at some point|eventually|later|when|once|after|next (?:week|month|year)|tomorrow|soon"
    r"|in due course|in (?:a|the) (?:few|week|month|couple|future)|sometime|perhaps|maybe|yet"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b"
)
_ON_A_DAY = frozenset({Verb.CLOSE, Verb.ERASE, Verb.REOPEN})
_LATER_DAY = re.compile(r"\b(?:on|this|by|from) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_RESOLVED = re.compile(  # a concern is resolved by saying plainly that it is
    r"(?:(?:ok|okay|yes|thanks|please|hi|morning)\W+)*(?:mark |(?:put|set|mark) (?:it|this"
    r"|that) down as )?(?:(?:r-?\s?\d+|l-\s?\d+|\d{4}|it|this|that|now|is|as"
    r"|has|been|all|the|concern|alert|risk|no further action|so|about|on|for|that's|it's|i've|i|we|we've|have"
    r"|please)\W+)*resolved?\b(?! (?:to (?!r-|l-)|by\b|soon|when|if|once|next|in (?!my name)|on (?!r-|l-)|tomorrow"
    r"|later|not\b"
    r"|yet))"
)
ALREADY = re.compile(
    r"\b(?:i|i've|we|we've|has|have|was|were|been|got|already|ruth|imran|he|she|they) (?:have |"
    r"has |been |already |just |since )?(?:closed|approved|assigned|held|reopened|erased|paused|noted|cleared|lifted"
    r"|deleted|wiped|matched|rested|closing)\b"
    r"|(?:\b(?:is|are|am|be|was|were|been)|'(?:m|re|s)) (?:now |just |already )?(?:closing|approving|holding|assigning"
    r"|erasing|deleting|reopening|clearing|pausing)\b"
)
_DOUBTS_OF_SOMEBODY = re.compile(r"\b(?:not sure|unsure|maybe|perhaps|might|if|whether|wonder\w*|i think|suppose)\b")
SAID = re.compile(
    r"\b(?:said|says|say|told|tells|asked|asks|asking|wrote|writes|reckons?|thinks?|wants|wanted|suggest\w*"
    r"|begged|hopes)\b"
)
_SAID_LAST = re.compile(rf"(?:{SAID.pattern})\W*$")
_PAST = re.compile(r"\b(?:was|were|had|yesterday|last (?:week|month|time|night)|ago)\b")
_ASKED_POLITELY = re.compile(
    r"\bcan (?:r-?\d+|\d{4}) (?:please )?(?:go on hold|go to|have)\b|"
    r"\b(?:can|could|would|will) you\b|\bplease\b|\b(?:could|can|may) (?:i|we) have\b"
)
_MAY_HAVE = re.compile(  # "Could Bridget take 1090?"
    r"(?:(?:and|so|also|please|then) )*(?:can|could|might|may|would) (?!i\b|we\b|you\b|she\b|he\b|they\b)[\w'-]+"
    r"(?: [\w'-]+)? (?:please |perhaps )?(?:have|take) (?!.*\bor\b)"
)
_ASKED_OF_US = re.compile(r"\b(?:can|could|may) (?:we|i)\b")
_WOULD_LIKE = re.compile(r" (?:and |but )?(?:she|he|they)(?:'d| would) (?:like|love|prefer|rather)\b")
_FIGURES_WANTED = re.compile(r"\b(?:want|wants|need|needs|require|requires|would like|asked for|are after)\b")
_IF = re.compile(r"\b(?:if|unless|in case)\b(?! (?:you could|you can|you would|possible|you don't mind|that's ok))")
_TOLD_OF = re.compile(r"\b(?:has|have|had) (?:written|asked|rung|emailed|requested)\b|\bdeleted?\b")
_SAYS_SOMEBODY = re.compile(r"\b(?:says|said|writes|wrote|reckons) (?!I\b)(?:[A-Z][\w'’-]+|[Rr]?-?\d{4})\W*(?:,|$)")
_NEVER_RULED_OUT = (Verb.HELP, Verb.LIST_VOLUNTEERS)


def is_ruled_out(verb: Verb, piece: Piece) -> bool:
    """A "not" before the verb rules it out; one in the reason that follows does not."""
    return verb not in _NEVER_RULED_OUT and bool(RULED_OUT.search(_before(verb, piece).rpartition(",")[2]))


def is_uncertain(verb: Verb, piece: Piece, names: tuple[str, ...] = ()) -> bool:
    """Asked, planned, tied to a condition, put off, told as done, or of another thing: none of it is an order.

    ``names``, in small letters, stand for referrals of the list.
    """
    if verb in (Verb.HELP, Verb.LIST_VOLUNTEERS, Verb.REPORT):
        short = piece.asks or _ASKED_POLITELY.search(piece.plain) or len(piece.plain) < 60
        wanted = short or "how many" in piece.plain or _FIGURES_WANTED.search(piece.plain)
        return verb is Verb.REPORT and not wanted
    before = _before(verb, piece)
    if verb is Verb.SHOW:  # "About to ring her mum, what have we got on 1042?"
        before = before.rpartition(",")[2]
    if _SAYS_SOMEBODY.search(piece.words) or is_something_else(verb, piece.plain, _after(verb, piece), names):
        return True
    if piece.tied or (verb is not Verb.NOTE and _is_hearsay(before)):
        return True
    if verb in _PUT_POLITELY or (verb in (Verb.CLOSE, Verb.RESOLVE_RISK) and _CONTENT.search(before)):
        before = _WANTED.sub(" ", before)
    if ALREADY.search(piece.plain) or UNCERTAIN.search(before):
        return True
    if verb in _AT_ONCE and _PUT_OFF.search(re.split(r"[,;:]|\s-\s", _after(verb, piece))[0]):
        return True
    if verb in _ON_A_DAY and _LATER_DAY.search(re.split(r"[,;:]|\s-\s", _after(verb, piece))[0]):
        return True
    if verb is Verb.RESOLVE_RISK and "resolve" in piece.plain and not _RESOLVED.match(piece.plain):
        return True
    if verb is not Verb.HOLD and any(_IF.search(clause) for clause in _clauses_that_bind(verb, piece)):
        return True
    return piece.asks and verb is not Verb.SHOW and not _is_asked_politely(verb, piece)


def is_meant(said: str) -> bool:
    """Is agreement, in plain words, meant here and now: not denied, doubted, told as past, or told of somebody else?"""
    said = _WANTED.sub(" ", said)
    return not any(words.search(said) for words in (RULED_OUT, UNCERTAIN, ALREADY, SAID, _PAST))


def is_told(piece: Piece) -> bool:
    """Does the piece tell what somebody asked for or what was deleted, so that a "show" in it shows nothing?"""
    return bool(_TOLD_OF.search(piece.plain))


def leaves_doubt(piece: Piece) -> bool:
    """Does a sentence that names a volunteer leave in doubt what is wanted?"""
    return bool(_DOUBTS_OF_SOMEBODY.search(piece.plain))


def _clauses_that_bind(verb: Verb, piece: Piece) -> list[str]:
    """The clauses of a piece but for what somebody would like: "open it, she'd like Frank if he can"."""
    order, *others = re.split(r",(?= )", _before(verb, piece) + "\0" + piece.plain[len(_before(verb, piece)) :])
    return [order, *(one for one in others if "\0" in one or not _WOULD_LIKE.match(one))]


def _is_hearsay(before: str) -> bool:
    """ "She said: close it" is; "it's her sister writing to say she is in hospital - hold it" is not."""
    introduction, colon, _ = before.partition(":")
    if colon and announces(introduction):
        return True
    told, dash, own = before.rpartition(" - ")
    return bool(SAID.search(own)) or bool(dash and _SAID_LAST.search(told))


def _is_asked_politely(verb: Verb, piece: Piece) -> bool:
    if _ASKED_POLITELY.search(piece.plain):
        return True
    if verb is Verb.ASSIGN and _MAY_HAVE.match(piece.plain):
        return True
    return verb in _PUT_POLITELY and bool(_ASKED_OF_US.search(piece.plain))


def _before(verb: Verb, piece: Piece) -> str:
    words = dict(VERBS)[verb].search(piece.plain)
    return piece.plain[: words.start()] if words else ""


def _after(verb: Verb, piece: Piece) -> str:
    words = dict(VERBS)[verb].search(piece.plain)
    return piece.plain[words.end() :] if words else ""
