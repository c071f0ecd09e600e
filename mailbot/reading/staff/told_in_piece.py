"""What stands in a piece beside its verb: a reason, the text of a note, a name, what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.reading.letter import Verb
from mailbot.reading.staff.around_orders import LEADING_REFERENCE, NAME, is_courtesy
from mailbot.reading.staff.digest_lines import references_in
from mailbot.reading.staff.order_words import VERBS
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.words.plain import plain

_WHO = re.compile(  # how one asks for volunteers, before what is asked of them
    r"(?i)^.*?\b(?:who(?:'s|’s| is| are| else| has| have| can| do| could)*(?: we| got| there| take| on our"
    r" books| on the books| have)*"
    r"|which (?:of (?:our|the|your) )?(?:volunteers|befrienders|people)(?: are| have| has| is)?"
    r"|(?:is there|are there|do we have|have we(?: got)?) (?:any|some) ?(?:one|body|volunteers?"
    r"|befrienders?)(?: else)?(?: who| that| is| are)*"
    r"|(?:list|show)(?: me)?(?: all| the| free| available)* (?:volunteers|befrienders)"
    r"|(?:any|some) ?(?:one|body|volunteers?|befrienders?)(?: else)?)\b"
)
_RECORD = re.compile(r"(?i)\b(?:record|file|notes)\b(?: (?:of|for|on) (?=(?:R-?)?\d))?")
_NOTE_OBJECT = re.compile(
    r"(?i)^[\s,]*(?:(?:on|for|of|to|against|about|in|under) )?(?:(?:R-?\s?)?\d{4,6}\b|(?:the|her|his|their) (?:file"
    r"|record)\b|it\b|there\b|here\b|file\b)?(?: for (?:me|us)\b)?[\s,:;.-]*(?:(?:please|to say"
    r"|saying)[\s,]+)?(?:that\b[\s,]*)?"
)
_PARTS = re.compile(
    r",(?= )|;|:(?= )|\s[-–—]\s| \((?=[a-zA-Z])|\s(?:because|since)\s|\sas (?=(?:she|he|they|i|we|it|her|his)\b)",
    re.IGNORECASE,
)
_NO_REASON = re.compile(
    r"(?i)(?:R-?)?\d|correction|not |till|until|please|thank|say |for (?:now|a |the time|\d)|to (?:the )?\d"
    r"|(?:would|could|will|can) you|if you|do by all means|by all means|go ahead|so that's a yes|thanks|and"
    r" (?:then )?(?:R-?)?\d"
)
_BY_ME = re.compile(
    r"(?i)^(?:(?:now|then|today|off|by me|from me|my name on it|in my name|(?:as )?far as (?:i|we)(?:'m| am|"
    r" are|'re) concerned|from my side|and)\b[\s,.]*)+"
)
_ALARM_OBJECT = re.compile(
    r"(?i)^(?:(?:the|that|this|her|his) )?(?:(?:risk|red|safeguarding) )?(?:concern|alert|flag|freeze|risk|alarm)"
    r"(?: (?:on|for|from|off) (?:it|her|him|them|(?:R-?\s?)?\d{4,6}))?[\s,.:;–-]*"
)

_OBJECT = re.compile(  # what is closed or erased, and no reason for it
    r"(?i)(?:(?:the|this|that|her|his|their|whole) )*(?:lot|all|everything|referral|record|file|case|data"
    r"|details|it|one|up"
    r"|again|back)?(?: (?:for|on|of|about|up|again|down|off|now)(?: (?:this|that|the|her|him|it|one|list"
    r"|books|please))*)*"
    r"(?:,? (?:please|thanks|thank you|would you|now))*[\s.,!]*"
)


def noted(words: str) -> str | None:
    """The text of a note: what follows the colon, else what follows the words that ask for it."""
    after = words.partition(": ")[2].strip()
    if after:
        return after
    # plain words are as long as the written, but for rare letters
    asked = dict(VERBS)[Verb.NOTE].search(plain(words)) or _RECORD.search(words)
    rest = words[asked.end() :] if asked else words
    return _NOTE_OBJECT.sub("", rest, count=1).strip(" ?") or None


def reason_in(words: str, *, about: str | None = None) -> str | None:
    """The parts of the piece that give no order: "..., Desmond's full", "... because she is in hospital".

    What stands after the order comes first, else what stands before it. A part that names the volunteer (``about``) is
    the order itself: "No, Grace would be better".
    """
    parts = [part.strip(" .)") for part in _PARTS.split(LEADING_REFERENCE.sub("", words))]
    orders = [at for at, part in enumerate(parts) if _is_order(part, about)]
    last = orders[-1] if orders else 0
    after = parts[last + 1 :]
    before = parts[: orders[0]] if orders else []
    for told in (after, before):
        reason = ", ".join(_reasons(told))
        if len(reason.split()) >= 2:
            return reason
    return None


def _reasons(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if _NO_REASON.match(part):
            return
        if part and not re.fullmatch(r"(?i)(?:R-?\s?)?\d{4,6}|(?:(?:R-?)?\\d{4,6} )?(?:yes|no|ok)|please|thanks", part):
            yield part


def _is_order(part: str, about: str | None) -> bool:
    if about and about.split()[0].lower() in re.findall(r"[\w'-]+", part.lower()):
        return True
    return any(words.search(plain(part)) for _, words in VERBS)


def rest_of_command(words: str, verb: Verb) -> str | None:
    bare = LEADING_REFERENCE.sub("", words)
    if verb is Verb.ERASE and (asked := asked_to_erase(bare)):
        return asked
    colon = bare.partition(":")[2].strip()
    if colon:
        return colon
    found = dict(VERBS)[verb].search(bare.lower())
    after = bare[found.end() :] if found else ""
    after = re.sub(
        r"(?i)^[\s,]*(?:please\b)?[\s,]*(?:R-?\s?\d{4,6}\b|L-\s?\d+\b|\d{4}\b)?[\s,]*(?:please\b)?[\s,.:;–-]*",
        "",
        after,
    )
    after = re.sub(r"(?i)^(?:as|because|since)\s+", "", after)
    after = _BY_ME.sub("", _ALARM_OBJECT.sub("", after))
    if _OBJECT.fullmatch(after):
        return None
    return after.strip() if len(after.split()) >= 2 else None


def asked_to_erase(words: str) -> str | None:
    """ "has asked us to delete everything": the wish of the person whose case it is, without who that is."""
    wish = re.search(r"(?i)\b(?:has (?:asked|written|requested|told|said)|asked us|wrote|wants|requested)\b.*", words)
    return wish[0].strip(" .") if wish else None


def asked_for(words: str, verb: Verb) -> str | None:
    if verb is Verb.REPORT:
        found = re.search(
            r"(?i)\b(?:the )?((?:\w+ to \w+: )?(?:figures|statistics|stats|numbers|report|how many)\b.*)", words
        )
        return found[1].strip(" ?.") if found else None
    asked = _WHO.sub("", words, count=1)
    asked = re.sub(r"(?i)^\s*(?:free|available|(?:some |any )?(?:room|space|capacity))\b", "", asked.strip(" ?.,"))
    return asked.strip(" ?.,") or None


def name_in(words: str) -> str | None:
    found = NAME.search(words)
    return re.sub(r"['’]s$", "", found[0]) if found else None


def is_particular(piece: Piece) -> bool:
    """A line that tells something of the new volunteer, not the next command."""
    if references_in(piece.words) and not re.search(r"\d{3} ?\d{3}", piece.words):
        return False
    if piece.asks or is_courtesy(piece.plain):
        return False
    return not any(words.search(piece.plain) for _, words in VERBS) and len(piece.words) > 2


def why_paused(words: str) -> str | None:
    """What a sentence tells of a volunteer: "he's off to meet his grandson" of "Saul rang: he's off ..."."""
    told = words.partition(": ")[2] or words
    return (
        re.split(r"(?i),? (?:and (?:won't|can't|cannot|will)|that'?s why|thats why|so\b|until\b|till?\b)", told)[
            0
        ].strip(" .,")
        or None
    )
