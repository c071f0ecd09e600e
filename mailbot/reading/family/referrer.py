"""Who writes to the desk: the person to be supported, a professional for them, or a relation, friend or neighbour."""

from __future__ import annotations

import re

from mailbot.reading.letter import Letter, Referrer
from mailbot.reading.words.patterns import search
from mailbot.reading.words.spelling import plain

_RELATION = (
    r"(?:aunty|nain|taid|mum|mam|mother|mom|dad|father|nan|nana|gran|grandma|grandmother|grandad|grandfather|uncle|aunt(?:ie|y)?"
    r"|neighbour|friend|sister|brother|wife|husband|partner|cousin|niece|nephew|daughter|son|mate|sister[- ]in[- ]law"
    r"|mother[- ]in[- ]law|daughter[- ]in[- ]law|colleague|stepmum|lodger|workmate|flatmate)"
)
_NOT_ABOUT_ME = r"\b(?:(?!\b(?:i|i'd|i'm|i've|we|me|myself)\b)[^.]){0,40}"  # "my husband is away and I would love"
_FOR_ANOTHER = re.compile(
    rf"\b(?:on behalf of|behalf of|writing for|asking for|ask for|enquir\w+ for|contacting you for"
    rf"|looking for (?:help|support) for|support for|help for|(?<!caring )(?<!care )(?<!looking )(?<!came )(?<!come )"
    rf"(?<!coming )(?<!worried )(?<!here )for) (?:my|our|a"
    rf"|an) (?:(?!while|when|their|his|her|and|who|in|is|s\b)\w+ ){{0,3}}?{_RELATION}\b"
    rf"|\b(?:someone|somebody|anyone|you|volunteers?|one of your \w+|they|your \w+|befriender) (?:to |please "
    rf"|could |can )*(?:ring|call"
    rf"|phone|telephone|help|befriend|support) (?:up )?(?:my|our) (?:\w+ ){{0,2}}?{_RELATION}\b(?! (?:if|when"
    rf"|instead|and me))"
    r"|\b(?:she|he|they)(?:'s| has| had)? (?:said|says|told me) (?:that )?(?:i|it|we)(?:'s| is| was)? (?:could|can"
    r"|should|may|might|ok|okay"
    r"|fine|all right)\b|\b(?:she|he|they) (?:says |said |thinks |reckons )?(?:(?:she|he|they) ?)?(?:'d| would"
    r"| might| will|'ll|wants?|needs?)"
    r" [^.;?!]{0,30}\b(?:calls?|befriender|volunteer|group|friendly voice|someone to (?:talk|ring|call|listen)"
    r"|somebody to (?:talk|ring))\b"
    r"|\babout (?:the|a|an|my|our) (?:\w+ )?(?:lady|man|gentleman|woman|neighbour|chap|lad|girl|couple|friend|mum"
    r"|dad)\b(?! who (?:rings"
    r"|calls|phones))|\b(?:mum|mam|mom|dad|nan|gran|she|he|grandma|grandad) (?:won't|wouldn't|will not|'d never"
    r"|would never|can't|is too"
    r" \w+ to|'s too \w+ to) (?:ask|write|e-?mail|contact|ring you)\b|\b(?:this|it)(?:'s| is) for (?:my "
    r"|our )?(?:mum|mam|dad|nan|gran"
    r"|grandma|grandad|her|him|auntie|neighbour)\b(?! (?:birthday|visit|to know))|\basked (?:me|us) (?:to"
    r"|if i (?:would|could)) (?:e-?mail|write"
    r"|ask|contact|refer|get in touch|message|send)\b|\b(?:i'm|i am) (?:doing|typing|filling|sending"
    r"|writing) this for\b"
    rf"|\bit's my (?:\w+ ){{0,3}}?(?:i'm|i am) (?:writing|asking|emailing) (?:about|for)\b"
    rf"|\b(?:put|refer|nominate|recommend|sign up) (?:forward )?(?:my|our|a) (?:\w+ ){{0,3}}?{_RELATION}\b"
    rf"|\bmy (?:\w+ ){{0,3}}?{_RELATION}{_NOT_ABOUT_ME}\b(?:won't ask|would (?:like|love|benefit|appreciate)"
    rf"|could do with|needs? (?:someone|somebody|a|some|to talk)|wants (?:to|a|the|someone)|asked me to (?:write|ask"
    rf"|email|contact)|has asked me|(?:has no|won't have|hasn't got|doesn't have|isn't on|not on)"
    rf" (?:an? |the )?(?:computer|e-?mail|internet|online)|doesn't (?:do|have|use) (?:email|a computer"
    rf"|computers|the internet))"
    rf"|\b(?:i'm|i am) (?:writing|emailing|asking|getting in touch) (?:this )?for (?:her|him|them|my|someone|somebody"
    rf"|mum|mam|dad|nan)\b|\b(?:she|he)(?:'s| has| is)? (?:no computer|asked me to write|happy for me to"
    rf"|given me permission|agreed to me|(?:knows|keen)\b.{{0,12}}\bkeen)|\bwith (?:her|his|their) (?:permission"
    rf"|consent|agreement|blessing)"
    r"|\b(?:ring|call|phone) (?:her|him|them) (?:on|at|up|any|between|after|before|in the)\b|\bring (?:her"
    r"|him), not me\b|\bsôn wrth (?:mam|dad|fy)\b|\bar ran (?:fy|ein|nain|taid|mam|dad|mam-gu|tad-cu|anti|yncl"
    r"|ffrind|cymydog)\b|\bsupport for (?:mum|mam|dad)\b"
    r"|\b(?:she|he) (?:says|said) (?:go on|yes|ok|okay|to put|to sign)\b"
    r"|\b(?:could|can|may|might) (?:mum|mam|dad|nan|gran|she|he) (?:please |also )?(?:have|try|get|join|come|be|go)\b"
    r"|\bwould (?:she|he) be able to (?:have|join|get)\b"
    r"|^\s*for (?:my )?(?:mum|mam|dad)\b|\bmy mum,? \w+\s*$"
)
_FOR_MYSELF = re.compile(
    r"\b(?:it's|its|it is) (?:for )?(?:me|myself) (?:i'm|i am|that|who|really)\b|\bfor me i'm asking\b|\bfor myself\b"
    r"|\b(?:ring|call|phone) me\b|\bsomeone to (?:ring|call|talk to) me\b|\bi(?:'d| would) like (?:the|a|someone"
    r"|to (?:join|have|come))\b|\bcould i (?:have|join|come|try)\b"
)
_PROFESSION = re.compile(
    r"\b(?:probation|social worker|support worker|key ?worker|link worker|family (?:worker|engagement|support worker"
    r"|hub)|engagement worker|officer|practitioner|prescrib\w+|nurse|chaplain\w*|health visitor|adviser|advisor"
    r"|deputy head|assistant head|head of|case ?worker|case manager|teacher|head ?teacher|senco|pastoral"
    r"|parent support|counsellor|therapist"
    r"|psycholog\w+|psychiatrist"
    r"|gp\b|doctor|solicitor|youth worker|early help|safeguarding lead|coordinator|co-ordinator|offender manager"
    r"|resettlement|welfare|midwife|housing officer|advocate|mental health|outreach|police|pcso"
    r"|parish priest|imam|rabbi|curate|vicar|revd|reverend"
    r"|paediatric\w*|consultant|tutor|mentor|lecturer|librarian|warden|pastor|minister|deacon|elder|paralegal"
    r"|governor|ward \w+|clerk"
    r"|manager|swyddog|gweithiwr|caplan)\b"
)
_REFERS = re.compile(
    r"\b(?:refer|referral|referring|your file on (?:mr|mrs|ms|miss)|we act for|with the agreement of|i pass on"
    r"|i look after family contact|my client|our client|a client|patient|one of (?:our|my) (?:parents|families|cases"
    r"|clients|patients|residents|tenants|parishioners|congregation|service users)"
    r"|service user|please (?:accept|consider|find|see)"
    r"|on my caseload|consent|i am (?:her|his|the) (?:\w+ )?(?:worker|officer|nurse)|i work with|cyfeirio"
    r"|several of the (?:men|women|families))\b"
)
_CLIENT = re.compile(  # somebody the writer meets at work
    r"\bwe act for\b|\byour file on (?:mr|mrs|ms|miss)\b|\b(?:my|our|a) (?:client|patient|tenant|parishioner|pupil"
    r"|service user|learner|congregant|regular)s?\b"
    r"|\bone of (?:our|my|the) (?:\w+ )?(?:parents|mums|dads|families|patients|tenants|residents|clients|carers"
    r"|parishioners|pupils|regulars"
    r"|ladies|men|lads|women|prisoners|students|members|service users|cases|children's)\b|\b(?:a"
    r"|our) (?:\w+ )?(?:dad|mum|mother|father"
    r"|parent|woman|man|lady|gentleman|family|pupil|girl|lad) (?:here|i work with|i support|we support"
    r"|we work with|i see|i visit|on my|on our"
    r"|at (?:our|the|my) (?:\w+ )?(?:school|centre|surgery|hub|clinic|nursery|hospice|church|unit))\b"
    r"|\bi (?:work|have been working|'ve been working|am working) (?:with|alongside) (?:a |mr|mrs|ms|miss|her|him"
    r"|this|the |families|someone)"
    r"|\bwe (?:support|work with|run|are supporting)\b|\bas (?:\w+'s|her|his|their) (?:\w+ ){0,2}?(?:gp|worker"
    r"|officer|nurse|doctor|teacher|mentor)\b"
    r"|\b(?:our|my) (?:food ?bank|school|surgery|practice|parish|caseload|centre|hub|service|ward|wing|team)\b"
    r"|\breferr(?:al|ing) from\b|\bon (?:my|our) (?:caseload|books|wing)\b|\bin my (?:care|class|parish)\b"
)
# Only below a name: where somebody works
_WORKPLACE = re.compile(
    r"\b(?:support|team|services?|council|trust|nhs|hospital|school|college|surgery|practice|centre|association"
    r"|clinic|hub|department"
    r"|unit|hmp|charity|cic|foundation|agency|partnership)\b"
)
_OWN_FAMILY = re.compile(
    r"\b(?:my|our) (?:own )?(?:husband|wife|partner|son|daughter|brother|sister|dad|father|mum|mother|lad|boy"
    r"|boyfriend|girlfriend|fianc\w+|nephew|niece|grandson|uncle|cousin|mate|best mate|fella)\b"
)


_WANTED_BY_ANOTHER = re.compile(
    r"\b(?:she|he|they)(?:'d| would| has| is)? (?:really |very much |also )?(?:like(?! to know)|love|welcome"
    r"|benefit|appreciate"
    r"|wants?(?! to know)|needs?|asked (?:me|for)|happy for|agreed|consented|given|expecting)\b"
    r"|\b(?:asked|been asked) (?:me|by [\w ]{2,30}) to (?:get in touch|contact|write|email)"
)
_ADDRESSES = re.compile(r"\S+@\S+|https?://\S+|\bwww\.\S+")


def referrer_told(letter: Letter, text: str) -> tuple[Referrer, str]:
    """Who writes, and the words that show it. ``text`` is the plain text that counts."""
    own = search(_OWN_FAMILY, text)
    refers = search(_REFERS, text) or search(_CLIENT, text)
    for_me = _FOR_MYSELF.search(text)
    below = plain(_ADDRESSES.sub(" ", _below_the_name(letter)))
    profession = _profession(letter, below) or (_says_profession(text) if refers or not own else "")
    if profession and (refers or not (own or for_me)):
        return Referrer.PROFESSIONAL, f"{profession}; {refers.group() if refers else ''}".strip("; ")
    another = search(_FOR_ANOTHER, text) or (None if own else search(_WANTED_BY_ANOTHER, text))
    if not own and not for_me and (at_work := search(_CLIENT, text)):
        return Referrer.PROFESSIONAL, at_work.group()
    if another and not own and not for_me and (workplace := _WORKPLACE.search(below)):
        return Referrer.PROFESSIONAL, f"{another.group()}; {workplace.group()}"
    if another and not _is_for_myself(text):
        return Referrer.OTHER_PERSON, another.group()
    if refers and re.search(r"\breferr?(?:al|ing)?\b", refers.group()) and not own and not for_me:
        return Referrer.PROFESSIONAL, refers.group()
    return Referrer.SELF, ""


def _says_profession(text: str) -> str:
    """ "I'm her probation officer": a role told in the letter itself, of somebody the letter is about."""
    said = re.search(
        rf"\bi(?:'m| am) (?:(?:her|his|their|the family's|[\w']+'s) (?:[\w']+ ){{0,3}}?|(?:a|an"
        rf"|the) (?:[\w']+ ){{0,4}}?)(?:{_PROFESSION.pattern})",
        text,
    )
    refers = _REFERS.search(text) or _CLIENT.search(text) or _WANTED_BY_ANOTHER.search(text)
    return said.group() if said and refers else ""


def supported_relation(text: str) -> str | None:
    """What the person to be supported is to the relation who writes for them ("mother"), if it is told."""
    found = _FOR_ANOTHER.search(text)
    words = text[found.start() : found.end() + 40] if found else text
    told = [(at.start(), relation) for pattern, relation in _SUPPORTED if (at := pattern.search(words))]
    return min(told)[1] if told else None


_SUPPORTED = tuple(
    (re.compile(pattern), relation)
    for pattern, relation in (
        (
            r"\b(?:in[- ]law|uncle|aunt(?:ie|y)?|nan|nana|gran|grandma|grandmother|grandad|grandfather|cousin|niece"
            r"|nephew|stepmum)\b",
            "other",
        ),
        (r"\b(?:neighbour|friend|mate|colleague|lodger)\b", "friend"),
        (r"\b(?:mum|mam|mom|mother)\b", "mother"),
        (r"\b(?:dad|father)\b", "father"),
        (r"\b(?:wife|partner)\b", "wife"),
        (r"\bhusband\b", "husband"),
        (r"\bsister\b", "sister"),
        (r"\bbrother\b", "brother"),
        (r"\bdaughter\b", "daughter"),
        (r"\bson\b", "son"),
    )
)


def _is_for_myself(text: str) -> bool:
    if re.search(r"\bfor me i'm asking\b|\bfor myself\b|\bit's for me\b", text):
        return True
    return bool(_FOR_MYSELF.search(text)) and not re.search(
        r"\b(?:on behalf of|ring (?:her|him)|call (?:her|him)|with (?:her|his) permission|not me\b|don't ring me"
        r"|her number|his number)\b",
        text,
    )


def _profession(letter: Letter, below: str) -> str:
    """A paid or official role in the From name, or below the writer's name, where work signatures stand."""
    display = _PROFESSION.search(plain(re.sub(r"\S+@\S+", " ", letter.sender.name)))
    if display:
        return display.group()
    signature = _PROFESSION.search(below)
    return signature.group() if signature else ""


def _below_the_name(letter: Letter) -> str:
    """The last lines the writer wrote, with the signature that was cut off after them."""
    lines = [line for line in letter.new_text.split("\n") if line.strip()]
    if not lines:
        return ""
    last = lines[-1]
    at = letter.whole_text.find(last)
    cut_off = letter.whole_text[at + len(last) : at + len(last) + 300] if at >= 0 else ""
    cut_off = re.split(r"\n\s*(?:from:|on .{5,80} wrote:|-{4,}|_{6,})", cut_off, maxsplit=1, flags=re.IGNORECASE)[0]
    short = [line for line in lines[1:][-8:] if len(line) < 60 and not re.search(r"[.?!]\s*$", line)]
    return "\n".join(short) + "\n" + "\n".join(line for line in cut_off.split("\n")[:5] if len(line) < 60)
