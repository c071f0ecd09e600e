"""Signs by which a family, a volunteer and staff are told apart: what each answers, and what each writes.

For ``who_writes`` alone. They weigh together and decide nothing that the service does: no wording for staff to extend.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Seems(StrEnum):
    FAMILY = "family"
    VOLUNTEER = "volunteer"
    STAFF = "staff"
    MACHINE = "machine"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Signs:
    """Words that speak with this weight for a writer, once, however often they stand in plain text."""

    writer: Seems
    weight: int
    words: re.Pattern[str]


def _signs(writer: Seems, weight: int, *alternatives: str) -> Signs:
    return Signs(writer, weight, re.compile(rf"\b(?:{'|'.join(alternatives)})"))


# ---------------------------------------------------------------------------------------------------- what is answered

ANSWERED = {
    **dict.fromkeys(("offer", "offer_reminder", "first_contact_due", "call_checkin", "away_ack"), Seems.VOLUNTEER),
    **dict.fromkeys(
        ("acknowledgement", "essentials_reminder", "introduction", "how_is_it_going", "promise_missed", "waiting"),
        Seems.FAMILY,
    ),
    **dict.fromkeys(("digest", "concern_alert", "staff_task", "command_done", "command_confirm"), Seems.STAFF),
}
EITHER = ("review_due", "ending_due")  # we write these to families and to volunteers
OUR_SUBJECTS = (
    _signs(
        Seems.VOLUNTEER,
        6,
        r"take (?:this|on)\b",
        r"(?:new )?befriendee",
        r"first contact",
        r"(?:this week's|your first) call\b",
        r"did you speak",
        r"have you seen this",
        r"you are away",
        r"thank you for your yes",
        r"please (?:stop calling|wait before you phone)",
    ),
    _signs(
        Seems.STAFF,
        6,
        r"digest\b",
        r"the day ahead",
        r"a person is needed",
        r"still waiting for a person",
        r"please read (?:this )?now",
        r"what was done",
        r"is this from",
    ),
    _signs(
        Seems.FAMILY,
        4,
        r"we have your message",
        r"your message to us",
        r"one question for you",
        r"a few things we need",
        r"a call this week",
        r"finding you a",
        r"your calls with",
        r"we are sorry",
        r"eich neges atom",
        r"un cwestiwn i chi",
        r"galwad yr wythnos",
    ),
)
OUR_EMAILS = (
    _signs(
        Seems.VOLUNTEER,
        5,
        r"(?:could|can) you (?:take|phone somebody)",
        r"befriendee",
        r"have you (?:spoken to|made|managed)",
        r"did you (?:speak|talk)",
        r"how was (?:this week|the call|your call)",
        r"tell us how (?:it|the call) went",
        r"about them:",
        r"no answer - add",
        r"we tell them your first name",
        r"you are away",
        r"(?:changed|more) for them",
        r"how is it going for you",
        r"they still need",
        r"for everything you do",
        r"the six months with\b",
    ),
    _signs(
        Seems.STAFF,
        5,
        r"befriending digest",
        r"the day ahead",
        r"(?:waiting|suggested|suggestion|promises? due).{0,300}\br-?\d{4}\b",
        r"you can (?:reply|answer) with",
        r"reply with one of these: -? ?(?:seen|approve|assign|done|for r)",
        r"reply seen\b",
    ),
    _signs(
        Seems.FAMILY,
        4,
        r"thank you for (?:your message|getting in touch|writing to us)",
        r"we have your message",
        r"will (?:phone|ring|call) you\b",
        r"what number",
        r"(?:we|to) find you a",
        r"volunteer for you\b",
        r"your calls are going",
        r"this all right for you",
    ),
)

# --------------------------------------------------------------------------------------------------------- their words

_KIN = (
    r"(?:sons?|lads?|boys?|daughter|girl|bird|husband|hubby|wife|mrs|partner|fella|boyfriend|bf|girlfriend|fiancee?|dad"
    r"|father|da|mum|mam|ma|mother|nan|gran|brother|bros?|sister|uncle|auntie?|nephew|cousin|grandson|granddaughter"
    r"|stepdad|mate|pal|kid|ex|mab|gwr|merch|brawd|chwaer|tad)"
)
_INSIDE = (
    r"(?:prison|jail|hmp|hmyoi|remand\w*|sentenced?|arrest\w*|custody|recall\w*|sent ?down|sent dwn|inside|locked up"
    r"|court|trial|convicted|police|licence|parole|bail|(?:months|years|yrs?)\b|released?|g?charchar|comes? home"
    r"|came home|(?:home|out) (?:in|on|from))"
)
_HIM = r"(?:her|him|them|mrs?|miss|ms|my (?:lady|gentleman|chap|lad|person|gent))\b"
_MINUTES = (
    r"(?:\d+|half an|an|an? (?:full|good|whole)|quarters of an|half|twenty|thirty|forty|fifty|ten|fifteen|\w+ty-?five)"
    r" (?:min\w*|hour)"
)
_REFERENCE = r"(?:r-?\s?\d{4,6}|(?<![\d£.:/+-])(?<!\d )1[0-8]\d\d(?![\d/:]| \d))\b"
_COMMAND = (
    r"(?:approved?|assign|hold|close|re-?open|erase|delete|note|show|resolved?|put|give|pause|match|sit on|park|seen"
    r"|everything on|happening with|tell me)\b"
)

OTHERS = re.compile(r"\b(?:she|he|her|him|his|hi'n|e'n|o'n|meddai)\b")
RELATED = re.compile(rf"(?:\b(?:my|me|our|ur|fy|'?r) (?:\w+ )?|\w's ){_KIN}\b|{_INSIDE}")
THEIR_WORDS = (
    _signs(
        Seems.FAMILY,
        3,
        rf"(?:my|me|our|ur|the|fy|'?r|his|her) (?:\w+ )?{_KIN}\b(?:[^\w']+[\w']+){{0,14}}?[^\w']+{_INSIDE}",
    ),
    _signs(
        Seems.FAMILY,
        2,
        rf"(?:my|me|our) (?:\w+ )?{_KIN}(?:'?s)?(?: is| was| has)? (?:in|at|gone to|been|got|went) \w+",
    ),
    _signs(
        Seems.FAMILY,
        3,
        r"(?:some ?(?:one|body|1)|a (?:volunteer|lady|woman|man)|you|they) "
        r"(?:to |could |can |will |would |pls |plz )?(?:please )?"
        r"(?:ring|call|phone|telephone|talk to|speak to|chat to|listen to)(?: to)? (?:me|her|him|my|us)\b",
        r"(?:friendly|kind|human) (?:voice|ear)\b",
    ),
    _signs(
        Seems.FAMILY, 3, r"(?:some ?(?:one|body|1)|rhywun) (?:to|2|i) (?:talk|tlk|speak|chat|siarad)\b", r"ring me\b"
    ),
    _signs(
        Seems.FAMILY,
        3,
        r"(?:befriending|befriender|support|peer|online|your) (?:\w+ )?(?:scheme|service|calls?|groups?|support)\b",
        r"weekly (?:\w+ )?calls?\b",
        r"grwp(?:iau)?\b",
        r"group for\b",
        r"join the group\b",
        r"befriending\b",
        r"phone support\b",
        r"zoom\b",
        r"(?:the|any) calls\b",
    ),
    _signs(
        Seems.FAMILY,
        3,
        r"to refer\b",
        r"(?:a )?referral (?:for|to|form)\b",
        r"self-?referral\b",
        r"referred by\b",
        r"on behalf of\b",
        r"i (?:have )?referred\b",
        r"your file on\b",
        r"for my (?:neighbour|friend|mum|mam|dad|nan)\b",
        r"(?:would|'d) (?:like|love|welcome) (?:a|the|some|your) (?:\w+ )?(?:calls?|volunteer|befriender)\b",
        r"caseload\b",
    ),
    _signs(
        Seems.FAMILY,
        2,
        r"(?:hmp|hmyoi|on remand|prison|jail|g?charchar|inmates?)\b",
        r"visitors'? (?:hall|centre)\b",
    ),
    _signs(Seems.FAMILY, 2, r"(?<!\d)(?:44|0)\s?\(?\d[\d\s().-]{7,12}\d"),
    _signs(Seems.FAMILY, 2, r"(?:my|new) (?:new )?(?:number|mobile|landline)\b", r"(?:call|get|reach|text|txt) me\b"),
    _signs(
        Seems.FAMILY,
        2,
        r"leaflets?\b",
        r"your (?:web ?site|page|charity|charities|families|leaflet)\b",
        r"donat(?:e|ion)\w*",
        r"found you\b",
        r"heard (?:of|about) you\b",
        r"do you (?:help|still)\b",
    ),
    _signs(Seems.FAMILY, 3, r"(?:to volunteer|volunteering|as a volunteer|become a|giving something back|voluntary)\b"),
    _signs(
        Seems.FAMILY,
        3,
        r"my (?:volunteer|befriender)\b",
        r"my (?:\w+ )?calls? (?:with|from|move|be|on|to)\b",
        r"my calls\b",
        r"(?:bloke|woman|man|lady|male|female|different) (?:volunteer|befriender)\b",
        r"(?:the|that) (?:\w+ )?(?:lady|man|girl|woman|lass|volunteer) (?:who|that|you|ye|what)? ?"
        r"(?:is |'s )?(?:got |sent )?(?:phon|ring|call)(?:e?s|ing|ed)?\b",
        r"(?:ring|phon|call)(?:s|es|ing|ed) (?:me|us)\b",
        r"the calls any (?:more|longer)\b",
        r"need(?:ing)? the (?:\w+ )?calls?\b",
        r"nobody (?:has )?(?:rang|rung|phoned)\b",
        r"no call (?:on |this )?\w+day\b",
        r"tell (?:the lady|her|him) ",
    ),
    _signs(  # who is rung praises, or complains of, the one that rings
        Seems.FAMILY,
        5,
        r"your volunteer (?:is|was|has|had|never|always|rang|rings|called|did|keeps|told|said|forgot)\b",
        r"(?:the|that) volunteer who (?:r[iau]ngs?|calls?|phones?|phoned|called)\b",
        r"(?:somebody|someone|you|them|everyone)(?: in (?:charge|the office))?,? (?:to know |know )?how (?:good"
        r"|kind|nice"
        r"|lovely|patient|helpful|much)\b",
        r"(?:gets?|deserves?|give (?:her|him)) a (?:medal|rise|raise|pay rise)\b",
        r"(?:like|want|wish) to (?:complain|make a complaint|praise|grumble)\b",
        r"(?:late|not|never) (?:ringing|calling|phoning)\b",
        rf"{_MINUTES} late\b",
        r"have a (?:quiet |little )?word with (?:her|him|them)\b",
        r"have a quiet word\b",
        r"look(?:ing|ed)? forward to (?:her call|his call|the call|my call|(?:mon|tues|wednes|thurs|fri|satur|sun)"
        r"days?)\b(?! (?:with|calling|ringing))",
        r"(?:half hour|hour|part|bit) of my week\b",
        r"pay (?:her|him|them) well\b",
        r"(?:she|he) (?:always )?(?:rings|phones|calls) (?:on time|me|when)\b",
        r"yn fy ffonio\b",
    ),
    _signs(
        Seems.FAMILY,
        3,
        r"stop (?:my|the|these) (?:\w+ )?calls\b",
        r"(?:y|eich|o'r|'r) galwadau\b",
        rf"(?:moved|transferred|shipped|took|taken|visit|see|seeing|visiting) (?:my|our) (?:\w+ )?{_KIN}\b",
        rf"(?:my|our) (?:\w+ )?{_KIN},? (?:was|is|has) (?:found|died|passed|been moved|home)\b",
        r"would like (?:some ?one|some ?body|a volunteer|you) to\b",
        r"(?:one|several|some|many|a number) of (?:our|my) (?:\w+ )?(?:parents|mums|dads|families|patients|clients"
        r"|tenants"
        r"|pupils|students|residents|parishioners|service users)\b",
        r"before i (?:mention|recommend|suggest|apply|ask|decide|sign)\b",
    ),
    _signs(  # strangers write to the families' inbox, too
        Seems.FAMILY,
        5,
        r"(?:podcast|documentary|dissertation|doctorate|thesis|questionnaire|msc|phd|journalist|reporter|researchers?)\b",
        r"(?:your (?:parcel|mailbox|password|domain|website|account) (?:is|has|was|will|could)"
        r"|card details|bank (?:details|particulars)|click (?:here|the|this)|unsubscribe at|pay now|processing fee"
        r"|fee of)",
        r"(?:minute|free|quick|online) demo\b",
        r"(?:charities|non-?profits|organisations) (?:just )?like yours?\b",
    ),
    _signs(
        Seems.FAMILY,
        4,
        r"be of (?:any |some )?(?:use|help|service)\b(?! to (?:her|him|them))",
        r"(?:offer|give|giving|donate) (?:you )?(?:some of |a bit of )?my (?:time|services|spare time|help)\b",
        r"an offer of help\b",
    ),
    _signs(
        Seems.VOLUNTEER,
        4,
        r"(?:my |the |new |another |a )befriendees?\b",
        r"the pack\b",
        r"first contact\b",
        r"the new person\b",
        r"take (?:this|it|him|her|them|that|one)(?: \w+)? on\b",
        r"count me in\b",
        r"i'?ll take\b",
        r"put me down for (?:\w+day|him|her|them|one|another|this)",
    ),
    _signs(
        Seems.VOLUNTEER,
        4,
        r"stand(?:ing)? down\b",
        r"my resignation\b",
        r"take my name off\b",
        r"(?:my name|me) off (?:the|your) (?:\w+ )?(?:rota|books)\b",
        r"(?:stop|give up) volunteering\b",
        r"back on calls\b",
        r"(?:rest|break) from (?:calls|volunteering)\b",
        r"cover (?:for )?(?:me|my)\b",
        r"step(?:ping)? (?:back|down)\b",
        r"my (?:dbs|training|supervision|refresher)\b",
        r"dbs (?:as|is|cert\w*|form|check|renew\w*)\b",
        r"(?:safeguarding|boundaries) (?:course|module)\b",
        r"my times (?:from|are|have|change)\b",
        r"change your list\b",
    ),
    _signs(
        Seems.VOLUNTEER,
        4,
        r"(?:we|i) (?:\w+ )?(?:spoke|talked|chatted|had (?:a|our|another|my) (?:\w+ )?(?:call|chat|natter))\b",
        r"(?:(?<=^)|(?<=[.!?,] ))(?:spoke|talked|rang|called|phoned|chatted|tried|had a (?:\w+ )?call|call done"
        r"|siarad\w+ ni|triais)\b",
        r"off the phone with\b",
        rf"{_MINUTES}\w* (?:with|on the phone)\b",
        rf"(?:spoke|on) for {_MINUTES}",
        rf"i(?:'ve| have)? (?:rang|rung|phoned|called|tried|got|dialled) {_HIM}",
    ),
    _signs(
        Seems.VOLUNTEER,
        4,
        r"(?:the|my) (?:lady|gentleman|chap|gent|man|lad|woman|person)(?: that)? i(?:'ve been)? "
        r"(?:call|ring|phone|speak)",
        r"my (?:lady|gentleman|gent)\b",
        r"when i (?:call|r[au]ng|phon|spoke)",
        r"s?he (?:rang|phoned|called|texted) me (?:her|him)self\b",
        r"(?:one|something|bit) to flag\b",
        r"heads up\b",
        r"written down what s?he\b",
        r"i(?: am|'m) (?:meant|supposed) to report\b",
        r"(?:on|in) (?:today|this week)'s call\b",
        r"(?:my|a) (?:first|second|other) (?:call|gentleman|lady|one)\b",
        r"s?he(?:'s| has|'d| had)? (?:told|asked|tells|says to) me\b",
    ),
    _signs(
        Seems.VOLUNTEER,
        3,
        r"no (?:answer|joy|reply)\b",
        r"dim ateb\b",
        r"attempts\b",
        r"r[ai]ngs? out\b",
        r"(?:went|goes) to voicemail\b",
        r"(?:our|the) (?:next|last|first|usual) calls?\b",
        r"next (?:call|one)(?:'s| is)\b",
        rf"{_MINUTES}\b(?! late)",
        r"(?:good|lovely|cracking|class|nice|great|long|short) call\b",
        r"(?:s?he|they)(?:'s| is| was)? (?:didn't|did not|isn't|wasn't|not|never|hasn't) "
        r"(?:pick|answer|reply|in\b|there\b)",
        r"(?:put the phone down|hung up)\b",
        r"left (?:a |no |her a |him a )?(?:short |brief )?(?:message|voicemail)",
        r"our (?:\w+ )?calls?\b",
        r"(?:missed|moved|swapped|rearranged) (?:our|the|his|her) call\b",
        r"my (?:availability|rota|calling days)\b",
        r"another (?:volunteer|befriender) for (?:her|him|them)\b",
        r"(?:training|induction|refresher|supervision) (?:day|session|evening|course)\b",
        r"(?:mileage|expenses)\b",
        r"(?:ffonia(?:is|i) i|siaradais|wedi siarad (?:efo|a|gyda)|cawsom sgwrs)\b",
    ),
    _signs(
        Seems.VOLUNTEER,
        2,
        r"i(?:'ll| will| can|'d) (?:try|ring|call|phone|have another go)(?: \w+)? ?(?:her|him|them|again|on)",
    ),
    _signs(
        Seems.VOLUNTEER,
        4,
        r"(?:(?:i'?m|i am|i'?ll be|i will be|i travel|be) |(?<=^)|(?<=[.!?] ))"
        r"(?:away|off to|on holiday|abroad|to \w+ from)\b.{0,60}"
        r"(?:\b\d{1,2}(?:st|nd|rd|th)\b|week|fortnight|until|till|\bback\b)",
    ),
    _signs(
        Seems.VOLUNTEER,
        2,
        r"(?:he|she|they) knows?\b(?! (?:i|where|what|who|how))",
        r"(?:she|he)'?s (?:cool|fine|happy) with\b",
    ),
    _signs(Seems.VOLUNTEER, 3, r"i (?:can'?t|could|can) (?:take|do|manage|fit)(?: on)? (?:another|any more|someone)\b"),
    _signs(
        Seems.STAFF,
        5,
        rf"{_COMMAND}.{{0,40}}\b{_REFERENCE}",
        rf"{_REFERENCE}[^.!?]{{0,30}}\b(?:{_COMMAND}|to\b|as suggested\b|fine\b)",
    ),
    _signs(Seems.STAFF, 3, _REFERENCE),
    _signs(
        Seems.STAFF,
        4,
        r"approve (?:all|both|it|them|the)\b",
        r"approved?[.!]",
        r"(?:new|add \w+ (?:as )?an?(?: new)?) volunteer\b",
        r"(?:pause|rest|assign|unpause) (?!for|my|from|me)\w+(?: \w+)? (?:until|till|to|for|please|from)\b",
        r"who(?:'s| is| else is|'s got| has)(?: \w+)? (?:free|room|available)\b",
        r"who (?:can|could) take\b",
        r"(?:list|show me|which)(?: of)?(?: the| all| our| free)? volunteers\b",
    ),
    _signs(
        Seems.STAFF,
        4,
        r"(?:figures|numbers|report|stats|statistics) (?:for|on|of|since)\b",
        r"trustees\b",
        r"take the flag off\b",
        r"(?:data protection|gdpr|erasure)\b",
        r"the digest\b",
        r"what (?:can|may|am) i (?:allowed to )?(?:say|ask|type|write)\b",
        r"i'?ll (?:ring|call|phone) (?:him|her|them) myself\b",
        r"on hold\b",
        r"mark (?:it|that|this) (?:as )?(?:done|resolved)\b",
    ),
)
