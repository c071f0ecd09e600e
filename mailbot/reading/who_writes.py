"""Who seems to write: a family, a volunteer, staff or a machine; told by what is answered and by the words.

For reading a letter with nothing known but itself (``mailbot read``). The service itself never guesses: it goes by the
signed address that was answered and by the addresses it knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mailbot.reading.letter import Evidence, Kind, Letter
from mailbot.reading.words.plain import plain

MOST_READ = 6_000  # characters of each part of a letter
ENOUGH = 2  # so much more must speak for one writer than for the next


class Seems(StrEnum):
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    STAFF = "staff"
    MACHINE = "machine"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class WhoWrites:
    """``person``: whose letter it would be, were it no machine's; UNSURE when nothing tells."""

    seems: Seems
    person: Seems
    evidence: tuple[Evidence, ...] = ()


def who_writes(letter: Letter, *, replying_to: str) -> WhoWrites:
    """Weigh every sign. ``replying_to`` is the kind of our email that is answered, "unsolicited" when none is known."""
    signs = list(dict.fromkeys(_signs(letter, replying_to)))
    weights = {one: sum(sign.weight for sign in signs if sign.writer is one) for one in _PEOPLE}
    first, second = sorted(_PEOPLE, key=lambda one: -weights[one])[:2]
    person = first if weights[first] - weights[second] >= ENOUGH else Seems.UNSURE
    evidence = tuple(Evidence(f"{sign.writer.value} writes", sign.words) for sign in signs)
    if letter.kind is not Kind.PERSON:
        machine = Evidence("machine writes", letter.kind.value.replace("_", " "))
        return WhoWrites(Seems.MACHINE, person, (machine, *evidence))
    return WhoWrites(person, person, evidence)


_PEOPLE = (Seems.FAMILY, Seems.VOLUNTEER, Seems.STAFF)


@dataclass(frozen=True, slots=True)
class _Sign:
    writer: Seems
    weight: int
    words: str


def _signs(letter: Letter, replying_to: str) -> Iterator[_Sign]:
    if answered := _ANSWERED.get(replying_to):
        yield _Sign(answered, 8, f"answers our email: {replying_to.replace('_', ' ')}")
    subject = plain(letter.subject[:500])
    is_answer = bool(_ANSWER.match(subject) or letter.replies_to)
    yield from _found(_OUR_SUBJECTS if is_answer else (), subject)
    yield from _found(_OUR_EMAILS, plain(letter.quoted_text[:MOST_READ]))
    written = plain(f"{letter.new_text[:MOST_READ]} . {letter.passed_on[:MOST_READ]}")
    yield from _found(_WORDS, written if is_answer else f"{subject} . {written}")
    if len(others := _OTHERS.findall(written)) >= _OFTEN and not _RELATED.search(written):
        yield _Sign(Seems.VOLUNTEER, 4, f"{others[0]} …: speaks of another who is no relation")
    if not is_answer:
        yield _Sign(Seems.FAMILY, ENOUGH, "answers nothing: a first letter")


def _found(table: tuple[tuple[Seems, int, re.Pattern[str]], ...], text: str) -> Iterator[_Sign]:
    for writer, weight, pattern in table:
        if found := pattern.search(text):
            yield _Sign(writer, weight, found[0].strip()[:120])


def _table(*rows: tuple[Seems, int, str]) -> tuple[tuple[Seems, int, re.Pattern[str]], ...]:
    return tuple((writer, weight, re.compile(words)) for writer, weight, words in rows)


# ---------------------------------------------------------------------------------------------------- what is answered

_ANSWERED = {
    **dict.fromkeys(("offer", "offer_reminder", "first_contact_due", "call_checkin", "away_ack"), Seems.VOLUNTEER),
    **dict.fromkeys(
        ("acknowledgement", "essentials_reminder", "introduction", "how_is_it_going", "promise_missed", "waiting"),
        Seems.FAMILY,
    ),
    **dict.fromkeys(("digest", "concern_alert", "staff_task", "command_done", "command_confirm"), Seems.STAFF),
}
_ANSWER = re.compile(r"\s*(?:re|aw|sv|antw|atb|ateb|ynghylch|automatic reply|out of office)\s*:")

_OUR_SUBJECTS = _table(
    (
        Seems.VOLUNTEER,
        6,
        r"take (?:this|on)\b|befriendee|first contact|this week's call|did you speak|your first call: "
        r"|have you seen this"
        r"|you are away|thank you for your yes|please stop calling|please wait before you phone",
    ),
    (
        Seems.STAFF,
        6,
        r"\bdigest\b|the day ahead|a person is needed|please read (?:this )?now|what was done|is this from",
    ),
    (
        Seems.FAMILY,
        4,
        r"we have your message|your message to us|one question for you|a few things we need|a call this week"
        r"|finding you a|your calls with|we are sorry|eich neges atom|un cwestiwn i chi|galwad yr wythnos",
    ),
)
_OUR_EMAILS = _table(
    (
        Seems.VOLUNTEER,
        5,
        r"(?:could|can) you (?:take|phone somebody)|befriendee|have you (?:spoken to|made|managed)"
        r"|did you (?:speak|talk)"
        r"|how was (?:this week|the call|your call)|tell us how (?:it|the call) went|\babout them:|no answer - add"
        r"|we will tell them your first name|you are away|(?:changed|more) for them|how is it going for you"
        r"|(?:that )?they still need|for everything you do|\bthe six months with\b",
    ),
    (
        Seems.STAFF,
        5,
        r"befriending digest|the day ahead|(?:waiting|suggested|suggestion|promises? due).{0,300}\br-?\d{4}\b"
        r"|you can (?:reply|answer) with|reply with one of these: -? ?(?:seen|approve|assign|done|for r)"
        r"|reply seen\b",
    ),
    (
        Seems.FAMILY,
        4,
        r"thank you for (?:your message|getting in touch|writing to us)|we have your message"
        r"|a volunteer will phone you"
        r"|will (?:phone|ring|call) you\b|what number|(?:we|to) find you a|volunteer for you\b|\byour calls are going"
        r"|this all right for you",
    ),
)

# --------------------------------------------------------------------------------------------------------- their words

_KIN = (
    r"(?:sons?|lads?|boys?|daughter|girl|bird|husband|hubby|wife|mrs|partner|fella|boyfriend|bf|girlfriend"
    r"|fiancee?|dad"
    r"|father|da|mum|mam|ma|mother|nan|gran|brother|bros?|sister|uncle|auntie?|nephew|cousin|grandson|granddaughter"
    r"|stepdad|mate|pal|kid|ex|mab|gwr|merch|brawd|chwaer|tad)"
)
_OF_MINE = rf"\b(?:my|me|our|ur|the|fy|'?r|his|her) (?:\w+ )?{_KIN}"
_INSIDE = (
    r"(?:prison|jail|hmp|hmyoi|remand\w*|sentenced?|arrest\w*|custody|recall\w*|sent ?down|sent dwn|inside|locked up"
    r"|court|trial|convicted|police|licence|parole|bail|(?:months|years|yrs?)\b|released?|g?charchar|comes? home"
    r"|came home|(?:home|out) (?:in|on|from))"
)
_RELATED = re.compile(rf"\b(?:my|me|our|ur|fy|'?r) (?:\w+ )?{_KIN}\b|{_INSIDE}")
_OTHERS = re.compile(r"\b(?:she|he|her|him|his|hi'n|e'n|o'n|meddai)\b")
_OFTEN = 2
_HIM = r"(?:her|him|them|mrs?|miss|ms|my (?:lady|gentleman|chap|lad|person|gent))\b"
_MINUTES = (
    r"(?:\d+|half an|an|an? (?:full|good|whole)|quarters of an|half|twenty|thirty|forty|fifty|ten|fifteen|\w+ty-?five)"
    r" (?:min\w*|hour)"
)
_WORDS = _table(
    # ------------------------------------------------------------------------------------------------------- families
    (Seems.FAMILY, 3, rf"{_OF_MINE}\b(?:[^\w']+[\w']+){{0,14}}?[^\w']+{_INSIDE}"),
    (
        Seems.FAMILY,
        2,
        rf"\b(?:my|me|our) (?:\w+ )?{_KIN}(?:'?s)?(?: is| was| has)? (?:in|at|gone to|been|got|went) \w+",
    ),
    (
        Seems.FAMILY,
        3,
        r"\b(?:some ?(?:one|body|1)|a (?:volunteer|lady|woman|man)|you|they) (?:to |could |can |will |would "
        r"|pls |plz )?"
        r"(?:please )?(?:ring|call|phone|talk to|speak to|chat to|listen to)(?: to)? (?:me|her|him|my|us)\b",
    ),
    (Seems.FAMILY, 3, r"\b(?:some ?(?:one|body|1)|rhywun) (?:to|2|i) (?:talk|tlk|speak|chat|siarad)\b|\bring me\b"),
    (
        Seems.FAMILY,
        3,
        r"\b(?:befriending|befriender|support|peer|online|zoom|your) (?:\w+ )?(?:scheme|service|calls?"
        r"|groups?|support)\b"
        r"|\bweekly (?:\w+ )?calls?\b|\bgrwp(?:iau)?\b|\bgroup for\b|\bbefriending\b|\bphone support\b|\bzoom\b"
        r"|\bjoin the group\b|\b(?:the|any) calls\b",
    ),
    (Seems.FAMILY, 3, r"\b(?:to refer|referral (?:for|to|form)|a referral|self-?referral|referred by)\b"),
    (Seems.FAMILY, 2, r"\b(?:hmp|hmyoi|on remand|visitors'? (?:hall|centre)|prison|jail|carchar|garchar|inmates?)\b"),
    (Seems.FAMILY, 2, r"(?<!\d)(?:\+44|0)\s?\(?\d[\d\s().-]{7,12}\d"),
    (Seems.FAMILY, 2, r"\b(?:my (?:new )?(?:number|mobile|landline)|(?:call|get|reach|text|txt) me|new number)\b"),
    (
        Seems.FAMILY,
        2,
        r"\b(?:leaflets?|your (?:web ?site|page)|found you|heard (?:of|about) you|do you (?:help|still))\b",
    ),
    (Seems.FAMILY, 3, r"\b(?:to volunteer|volunteering|as a volunteer|become a|giving something back|voluntary)\b"),
    (
        Seems.FAMILY,
        3,
        r"\bmy (?:volunteer|befriender)\b|\b(?:bloke|woman|man|lady|male|female|different) (?:volunteer|befriender)\b"
        r"|\b(?:the|that) (?:\w+ )?(?:lady|man|girl|woman|lass|volunteer) (?:who|that|you|ye|what)? ?"
        r"(?:is |'s )?(?:got |sent )?(?:phon|ring|call)(?:e?s|ing|ed)?\b"
        r"|\bthe calls any (?:more|longer)\b|\bneed(?:ing)? the (?:\w+ )?calls?\b|\bnobody (?:has )?(?:rang"
        r"|rung|phoned)"
        r"|\b(?:ring|phon|call)(?:s|es|ing|ed) (?:me|us)\b|\bno call (?:on |this )?\w+day\b"
        r"|\btell (?:the lady|her|him) ",
    ),
    # ----------------------------------------------------------------------------------------------------- volunteers
    (
        Seems.VOLUNTEER,
        4,
        r"\b(?:my |the |new |another |a )befriendees?\b|\bthe pack\b|\bfirst contact\b|\bthe new person\b",
    ),
    (Seems.VOLUNTEER, 4, r"\b(?:take (?:this|it|him|her|them|that|one)(?: \w+)? on|count me in|i'?ll take)\b"),
    (
        Seems.VOLUNTEER,
        4,
        r"\b(?:stand(?:ing)? down|my resignation|(?:my name|me) off (?:the|your) (?:\w+ )?(?:rota|books)"
        r"|take my name off|stop volunteering|give up volunteering|back on calls|rest from calls"
        r"|cover (?:for )?(?:me|my)"
        r"|break from (?:volunteering|calls)|step(?:ping)? (?:back|down)|my (?:dbs|training|supervision"
        r"|refresher))\b",
    ),
    (
        Seems.VOLUNTEER,
        4,
        r"\bdbs (?:as|is|cert\w*|form|check|renew\w*)\b|\b(?:safeguarding|boundaries) (?:course|module)\b",
    ),
    (
        Seems.VOLUNTEER,
        4,
        rf"\b(?:we|i) (?:\w+ )?(?:spoke|talked|chatted|had (?:a|our|another|my) (?:\w+ )?(?:call|chat|natter))\b"
        rf"|(?:^|[.!?,] )(?:spoke|talked|rang|called|phoned|chatted|tried|had a (?:\w+ )?call|call done"
        rf"|siarad\w+ ni|triais)\b"
        rf"|\boff the phone with\b|\b{_MINUTES}\w* (?:with|on the phone)\b|\b(?:spoke|on) for {_MINUTES}",
    ),
    (Seems.VOLUNTEER, 4, rf"\bi(?:'ve| have)? (?:rang|rung|phoned|called|tried|got|dialled) {_HIM}"),
    (
        Seems.VOLUNTEER,
        4,
        r"\b(?:the|my) (?:lady|gentleman|chap|gent|man|lad|woman|person)(?: that)? i(?:'ve been)? "
        r"(?:call|ring|phone|speak|talk)|\bmy (?:lady|gentleman|gent)\b|\bwhen i (?:call|r[au]ng|phon|spoke)"
        r"|\b(?:s?he) (?:rang|phoned|called|texted) me (?:her|him)self\b|\b(?:one|something|bit) to flag\b"
        r"|\bwritten down what s?he\b|\bi(?: am|'m) (?:meant|supposed) to report\b|\bheads up\b|\b(?:on"
        r"|in) (?:today|this week)'s call\b|\b(?:my|a) (?:first|second|other) (?:call|gentleman|lady|one)\b"
        r"|\b(?:s?he)'?(?:s| has|d| had)? (?:told|asked|tells|says to) me\b",
    ),
    (
        Seems.VOLUNTEER,
        3,
        r"\b(?:no (?:answer|joy|reply)|dim ateb|attempts|rings out|rang out|(?:went|goes) to voicemail)\b"
        r"|\b(?:our|the) (?:next|last|first|usual) calls?\b|\bnext (?:call|one)(?:'s| is)\b"
        rf"|\b{_MINUTES}|\b(?:good|lovely|cracking|class|nice|great|long|short) call\b",
    ),
    (
        Seems.VOLUNTEER,
        2,
        r"\bi(?:'ll| will| can|'d) (?:try|ring|call|phone|have another go)(?: \w+)? ?(?:her|him|them|again|on)",
    ),
    (
        Seems.VOLUNTEER,
        4,
        r"\b(?:my times (?:from|are|have|change)|change your list|put me down for (?:\w+day|him|her|them|one"
        r"|another|this))",
    ),
    (
        Seems.VOLUNTEER,
        4,
        r"(?:\b(?:i'?m|i am|i'?ll be|i will be|i travel|be) |(?:^|[.!?] ))(?:away|off to|on holiday|abroad"
        r"|to \w+ from)\b"
        r".{0,60}(?:\b\d{1,2}(?:st|nd|rd|th)\b|week|fortnight|until|till|\bback\b)",
    ),
    (
        Seems.VOLUNTEER,
        2,
        r"\b(?:he|she|they) knows?\b(?! (?:i|where|what|who|how))|\b(?:she|he)'?s (?:cool|fine|happy) with\b",
    ),
    (Seems.VOLUNTEER, 3, r"\b(?:i can'?t|i could|i can) (?:take|do|manage|fit)(?: on)? (?:another|any more|someone)\b"),
    # ---------------------------------------------------------------------------------------------------------- staff
    (
        Seems.STAFF,
        5,
        r"\b(?:approve|assign|hold|close|reopen|re-open|erase|note|show|resolve|put"
        r"|give)\b.{0,40}\b(?:r-?\s?\d{4,6}|1\d{3})\b"
        r"|\br-?\s?\d{4,6}\b[^.!?]{0,30}\b(?:approve|assign|hold|close|reopen|erase|resolved?|to|as suggested)\b",
    ),
    (Seems.STAFF, 2, r"\br-\d{4,6}\b"),
    (
        Seems.STAFF,
        4,
        r"\bapprove (?:all|both|it|them|the)\b|\badd (?:a|the) (?:new )?volunteer\b|\b(?:pause"
        r"|rest) (?!for)\w+ until\b"
        r"|\bwho(?:'s| is| else is|'s got| has)(?: \w+)? (?:free|room|available)\b|\b(?:list|show me)(?: the"
        r"| all)? volunteers\b",
    ),
    (
        Seems.STAFF,
        4,
        r"\b(?:figures|numbers|report|stats) for\b|\bfor the trustees\b|\btrustees meet\b|\btake the flag off\b",
    ),
)
