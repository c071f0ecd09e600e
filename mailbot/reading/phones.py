"""Which of a letter's telephone numbers may be rung, and which must not.

A wrong call can betray somebody (``service.md``, never 9), so a number is forbidden when it is unclear whose it is or
whether it was offered; it then is asked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from mailbot.reading.letter import Evidence
from mailbot.reading.phone_numbers import NumberFound, digits_told, numbers_in
from mailbot.reading.spelling import sentences


class Voice(Enum):
    """Whose words a text is: those of the person to be rung, of somebody who refers them, or of nobody to be rung."""

    SUPPORTED = "supported"
    REFERRER = "referrer"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a letter that counts, and whose words it is."""

    text: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class PhonesTold:
    """Numbers in E.164: those offered, best first, and every other one."""

    usable: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def find_phones(
    passages: Sequence[Passage],
    *,
    anywhere: str = "",
    names: Iterable[str] = (),
    own_numbers: frozenset[str] = frozenset(),
) -> PhonesTold:
    """Sort every number of a letter.

    ``anywhere`` is the whole mail: a number that stands only there (quoted, in a footer) is forbidden. ``names`` are
    those of the person to be supported; ``own_numbers`` are the service's.
    """
    verdicts = [verdict for passage in passages for verdict in _verdicts(passage, _words(names))]
    elsewhere = [found.e164 for found in numbers_in(digits_told(_BROKEN.sub(r"\1 ", _QUOTE_MARKS.sub("", anywhere))))]
    bad = {verdict.e164 for verdict in verdicts if not verdict.usable} | own_numbers
    usable = _in_order(verdict.e164 for verdict in verdicts if verdict.e164 not in bad)
    told = [verdict.e164 for verdict in verdicts]
    forbidden = _in_order(number for number in [*told, *elsewhere] if number not in usable)
    return PhonesTold(usable, forbidden, _evidence(verdicts, usable))


@dataclass(frozen=True, slots=True)
class _Verdict:
    e164: str
    usable: bool
    words: str


@dataclass(slots=True)
class _Told:
    """A number with the words that belong to it: before, after, and the sentence it stands in."""

    found: NumberFound
    before: str
    after: str
    sentence: str
    at: int  # which sentence
    joined: bool  # to the number before it by nothing but "and" or "or"
    forbidden: bool = False


def _verdicts(passage: Passage, names: frozenset[str]) -> list[_Verdict]:
    body, signature = split_signature(digits_told(passage.text))
    said = sentences(body)
    told = [number for at, sentence in enumerate(said) for number in _numbers_told(sentence, at)]
    for number in told:
        number.forbidden = _is_forbidden(number, passage.voice, names)
    _spread_over_joined(told)
    _apply_what_follows(told, said)
    _apply_general_bans(told, said)
    if passage.voice is Voice.REFERRER:
        _allow_labelled(told, said)
        _forbid_bare_labels(told, said, names)
    verdicts = [_Verdict(number.found.e164, not number.forbidden, number.sentence) for number in told]
    signed_usable = passage.voice is Voice.SUPPORTED and not _WORK.search(signature)
    return verdicts + [_Verdict(found.e164, signed_usable, signature) for found in numbers_in(signature)]


# ------------------------------------------------------------------------------------------ the words of a number

_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
_BROKEN = re.compile(r"((?:\+44|\(?0)[\d ()-]{1,8})\n(?=\d)")  # a number that the mail program wrapped
_CLAUSE_BEGINS = re.compile(r"[,;:(]|\s-\s|\b(?:but|and|or|not|never|so|now|rather|instead|ond|neu|nid)\b")
_CONNECTOR = re.compile(r"[\s,/&;]*(?:\b(?:and|or|nor|a|neu|na|nac|also|then)\b[\s,/&;]*)*")


def _numbers_told(sentence: str, at: int) -> list[_Told]:
    lower = sentence.lower()
    found = numbers_in(sentence)
    if not found:
        return []
    gaps = [
        lower[left:right]
        for left, right in zip([0, *(n.end for n in found)], [*(n.start for n in found), len(lower)], strict=True)
    ]
    told = []
    for place, number in enumerate(found):
        before = gaps[0] if place == 0 else _split_gap(gaps[place])[1]
        after = gaps[-1] if place == len(found) - 1 else _split_gap(gaps[place + 1])[0]
        joined = place > 0 and bool(_CONNECTOR.fullmatch(gaps[place]))
        told.append(_Told(number, before, after, sentence, at, joined))
    return told


def _split_gap(gap: str) -> tuple[str, str]:
    """Words between two numbers: what belongs to the one before, and to the one after."""
    cut = 0
    for found in _CLAUSE_BEGINS.finditer(gap):
        if re.search(r"[a-z]", gap[found.start() :]) and (found.start() > 0 or cut == 0):
            right = gap[found.end() :]
            if re.search(r"[a-z]", right) or re.search(r"[a-z]", found.group()):
                cut = found.start()
    return (gap[:cut], gap[cut:]) if cut or _CLAUSE_BEGINS.match(gap) else (gap, "")


# ----------------------------------------------------------------------------------------------- may it be rung?

_RELATIONS = (
    r"(?:husband|wife|partner|boyfriend|bf|girlfriend|gf|fianc[eé]e?|ex|mum|mam|mom|mother|dad|father|son|daughter"
    r"|brother|sister|neighbour|friend|mate|boss"
    r"|in[- ]laws?|nan|gran|grandad|uncle|aunt|auntie|cousin|lad|landlord|carer|fella|bloke|man|old man|other half"
    r"|hubby|parents|kids)"
)
_NO = re.compile(
    r"\b(?:not|never|no longer|nor|instead of|rather than|peidiwch|paid|peidio|nid|dim|bilkul|avoid|stop|ignore"
    r"|disregard|forget|nie|na)\b|n't\b"
    r"|(?<!years )(?<!yrs )(?<!months )\bold\b|\bused to\b|\b(?:previous|former|hen|wrong|dead|lost|purana)\b"
    r"|\b(?:take|remove|delete|cross out|get rid of|scrub|scrap|bin)\s*(?:the number |number |this |off )*$"
    r"|\b(?:number|mobile|phone|it|one|which|that|landline) (?:was|used to be)\b|\b(?:gave|given"
    r"|had)\b.{0,25}\bas\s*$"
    r"|\byou(?:'ve| have| had|'d)? (?:got|have|had)?(?: (?:me|it))?(?: down)?(?: (?:is|as|for me|on file"
    r"|for me is))*\s*[:(]*\s*$"
)
_OFFERS_AFTER = re.compile(r"\b(?:so|instead|ring me on|call me on|now on|now it's|new one is)\b")
_HARMLESS_NO = re.compile(
    r"(?:n't|not|never) (?:mind|worry|hesitate|forget|be (?:shy|afraid|scared)|sure|got (?:a|another|any)|have (?:a"
    r"|another|any)|bad|far)\b|\bwhy not\b|\bif not\b"
    r"|\bnot only\b|\bif (?:i|we) (?:do|can)n't\b|\bnot (?:too |so |very )?(?:late|early|long)\b|\bno problem\b"
)
_NO_TO_RINGING = re.compile(
    r"(?:n't|not|never|stop|avoid|peidiwch â|peidiwch a|paid â) (?:\w+ ){0,4}?(?:ring\w*|call\w*|phon\w*|us(?:e|ing)"
    r"|try|contact\w*|dial|answer\w*|pick up|get me|reach|ffonio\w*"
    r"|defnyddio|other|landline|house|home)\b|\b(?:never|not) the\b"
)
_LINKING = re.compile(
    r"[\s,(:-]*(?:(?:that's|thats|that is|it's|its|it is|which is|which|i\.e\.|ie|on|at|number|the number|no|tel|is"
    r"|the|my|this is|called)[\s,(:-]*)*"
)
_OFFERED = re.compile(
    r"\b(?:(?:ring|call|phone|get|reach|contact|try|text|catch|find) me (?:\w+ ){0,3}?(?:on|at|via|through)|i'm on"
    r"|i am on|im on|me on|use|you can (?:ring|call|use)|only ring"
    r"|my (?:new |own )?(?:number|mobile|phone|mob) is)\b"
)
_SOMEBODY_ELSES = re.compile(
    rf"\b(?:his|hers|their|(?:my|our|the|his|her) (?:\w+ ){{0,2}}?{_RELATIONS}(?:'?s)?(?: [a-z]+)?)(?: (?:own|new|old"
    rf"|work|home))*"
    r"(?: (?:mobile|number|phone|landline|work|house|home|line|cell|one|mob|no))*(?:'s|s)?(?: is| on| at| has|:|="
    r"|,)?[\s(:-]*$"
    rf"|\b(?:him(?: indoors)?|her indoors|them|hubby|{_RELATIONS})\s*[:=(-]?\s*$"
    r"|\bfy ng[wŵ]r\b|\bmere shohar\b|\bghar ke\b"
)
_ELSES_AFTER = re.compile(
    rf"\b(?:is|was|that's|it's|its|thats) (?:my|his|her|our|the"
    rf"|their) (?:\w+[ -]){{0,4}}?{_RELATIONS}(?:[- ]in[- ]law)?(?:'s|s|s')?(?! (?:who|that) )\b"
    rf"|^\W*(?:\(|- )?(?:my|his|our) (?:\w+ ){{0,2}}?{_RELATIONS}(?:(?:'s|s)\b|[).,;])|\bbelongs to\b|\bhas (?:that"
    rf"|this|it|the) (?:one|number|phone|mobile)?"
    r"|\b(?:is|that's|it's) (?:his|hers|theirs|not mine|somebody else|someone else)|\b(?:they're|they are|both|is"
    r"|are) ours\b"
)
_WATCHED = re.compile(
    rf"\b(?:he|she|they|{_RELATIONS}|someone|somebody|everyone|anyone)(?:'ll| will| always| usually| sometimes| often"
    rf"| might| may| can| could| would|'s|'s got| has got| who)*"
    r" (?:has|have|answers?|sees?|check(?:s|ing)?|looks?|reads?|picks?|listens?|goes through|go through|monitors?"
    r"|tracks?|took|takes|keeps|login|pays)\b"
    r"|\bsy'n ateb\b|\bmae (?:o|e|hi|\w+)'n ateb\b"
)
_BAD_AFTER = re.compile(
    r"(?:n't|\bdo not|\bnever|\bnot to|\bno need to|\bstop) (?:\w+ ){0,3}?(?:ring|call|phone|use|try|contact|dial"
    r"|rung|called|used)\b"
    r"(?! (?:me |us |it |that |her |him |there )?(?:before|after|on [mtwfs]|on a|in the|at (?:night|the weekend|\d)"
    r"|until|till|between|during|unless|when|late|early|of a|of an"
    r"|mon|tue|wed|thu|fri|sat|sun|week|morning|afternoon|evening|too))"
    r"|\b(?:but|since|as|because)\b.{0,10}\bi(?:'ve| have| had to)? (?:since )?(?:chang\w+|lost|got a new|moved"
    r"|had to change)\b|\b(?:watched|monitored|tapped|bugged|tracked|hacked|shared|spied on|on (?:his|her) (?:account"
    r"|contract|bill|name))\b"
    r"|^\W*(?:(?:is|was|has|that|this|it|which|it's|that's|been|being|now|one|number|phone|the|my|an?|got|already"
    r"|just|s)\W+){0,6}"
    r"(?:old|dead|gone|lost|stolen|broken|cut off|disconnected|switched off|no longer|no good|wrong|changed|expired"
    r"|defunct|off your|off the|off my|out of)\b"
    r"|\b(?:doesn't|does not|won't|didn't) work\b|\bnot (?:for|mine|me\b|hers|safe|in use|working|any ?more|to be"
    r"|that one)|\b(?:isn't|no longer) (?:safe|mine|working|in use|used|hers)|\bunsafe\b|\bnot allowed\b"
    r"|\b(?:answered|picked up|shared|watched|used) (?:by|with)\b|\bis (?:wrong|old|incorrect|out of date"
    r"|not right)\b|^\W*(?:no|x)\W*$|\bcut off\b|\bin the canal\b"
    r"|\bna kare|\bphone na\b|\bmat kar|\bfor me\b, not|\bpeidiwch\b"
)
_WORK = re.compile(
    r"\b(?:ltd|limited|plc|llp|inc|council|nhs|trust|department|dept|officer|manager|administrator|worker"
    r"|practitioner|nurse|solicitors?|direct(?:or)?|switchboard|office|ext|ddi"
    r"|fax|www|website|registered|university|college|school|hospital|centre|surgery|reception|team|coordinator"
    r"|co-ordinator|adviser|advisor|chaplain\w*|assistant|executive"
    r"|consultant|engineer|accountant|lecturer|fellow|probation|group|services?|hmp|prison|w:)\b|\bt:|\be:|https?:",
    re.IGNORECASE,
)


def _is_forbidden(number: _Told, voice: Voice, names: frozenset[str]) -> bool:
    if voice is Voice.NOBODY:
        return True
    if _is_ruled_out(number):
        return True
    if voice is Voice.REFERRER:
        return not _is_the_other_persons(number, names)
    if _is_attached_to_another(number.before):
        return True
    offered = _OFFERED.search(number.before)
    return bool((_SOMEBODY_ELSES.search(number.before) or _ELSES_AFTER.search(number.after)) and not offered)


# In the person's own letter a number that hangs on words must hang on words of their own: "my number is", "ring me on".
_HANGS = re.compile(
    r"(?:^|[\s(])(?:on|at|from|is|are|was|via|to|yw|ydy|ydi|oedd|ar|number|num|no|line|helpline|[:=])[\s(:=-]*$"
    r"|[:=]\s*$"
)
_NUMBER_WORDS = (
    r"(?:own|new|best|only|main|usual|current|personal|contact|mobile|mob|phone|tel|telephone|home|house|work"
    r"|land ?line|cell|number|num|no|line"
    r"|daytime|evening|private|safe|correct|right|same|direct|ff[oô]n|symudol|rhif|numer)"
)
_THEIR_OWN = re.compile(
    r"\b(?:ring|call|phone|text|txt|get|reach|contact|try|catch|find|message|telephone|speak to|talk to"
    r"|hold of) (?:me|us)\b[^,;]{0,40}$"
    r"|(?:^|[\s(])(?:i'm|im|i am|i can)(?: (?:always|usually|best|mostly|only|now|still|also|here|be|contacted"
    r"|reached|called|rung|got|found|available|back))*"
    r" (?:on|at|via)[\s(:-]*$"
    rf"|\b(?:my|our|mera|m[oó]j|fy)(?: {_NUMBER_WORDS})+(?: i)?(?: (?:is|still|now|again|yw|ydy|ydi|hai|to|for|calls?"
    rf"|numer))*[\s(:=-]*$"
    rf"|^\W*(?:and |or |also |the |a |please |here's |here is )*(?:{_NUMBER_WORDS}|me|ring|call|phone|text|numer"
    rf"|rhif)(?: {_NUMBER_WORDS}| one)*"
    r"(?: (?:to (?:ring|call|use)|for me|for calls))?(?: (?:is|still|now|on|at))*[\s(:=-]*$"
    r"|\b(?:it's|its|it is|that's|number's|new one(?: is)?|which is|still|now)(?: (?:on|at|the same))?[\s(:=-]*$"
    r"|\bffoniwch(?: fi)? ar\s*$|\bfy ffonio(?: i)? ar\s*$|\b(?:this|one|have a) number[\s(:=-]*$"
    r"|\bleave (?:me )?a (?:\w+ )?(?:message|voicemail) (?:on|at)\s*$|(?<![\w'])i(?:'m|'d|'ll)? [^,;]{0,20}\b(?:being"
    r"|be) (?:rung|called|phoned|reached|contacted) on\s*$"
    r"|\b(?:only|please|just|can you|could you) (?:ring|call|use|try|text|phone)(?: me)?(?: on| at)?[\s(:=-]*$"
    r"|\b(?:ring|call) (?:at|on)\s*$"
)
_SOURCE = re.compile(
    r"\b(?:rang|called|phoned|dialled|rung|texted|ringing|rings|calls|saw|found)\b[^,;]{0,14}$|\b(?:visits? line"
    r"|helpline|office|reception|desk|solicitors?|prison|gp"
    r"|surgery|doctor|probation|police|school|nurse|worker|officer|poster|leaflet|website|form"
    r"|your number)\b[^,;]{0,15}$"
)


def _is_attached_to_another(before: str) -> bool:
    """ "My solicitor is on", "I rang", "In an emergency only:": the number is told, yet not as the writer's own."""
    segment = re.split(r"[,;]|\.\s|\s-\s|\b(?:but|so)\b", before)[-1]
    if _OFFERED.search(segment) or _THEIR_OWN.search(segment):
        return False
    if _SOURCE.search(segment):
        return True
    label = segment.rstrip(" (").endswith((":", "=")) and len(segment.split()) > 5
    return bool(_HANGS.search(segment)) and not label


def _is_ruled_out(number: _Told) -> bool:
    """Do the words before or after say no to this number, or that somebody else sees or answers it?"""
    pieces = re.split(r"[,;:(]|\s-\s|\bbut\b|\bso\b(?! please)|\bond\b", number.before)
    direct = pieces[-1]
    if _says_no(direct):
        return True
    if _LINKING.fullmatch(direct) and any(_NO_TO_RINGING.search(piece) for piece in _last_with_words(pieces[:-1])):
        return True
    return bool(_BAD_AFTER.search(_HARMLESS_NO.sub(" ", number.after)) or _WATCHED.search(number.after))


def _says_no(words: str) -> bool:
    """A no, unless something is offered after it ("I never hear the landline, ring me on")."""
    words = _HARMLESS_NO.sub(" ", words)
    said = list(_NO.finditer(words))
    return bool(said) and not _OFFERS_AFTER.search(words, said[-1].end())


def _last_with_words(pieces: Sequence[str]) -> list[str]:
    """The last piece that says something of its own."""
    for piece in reversed(pieces):
        if not _LINKING.fullmatch(piece):
            return [piece]
    return []


# ------------------------------------------------------------------------------------------------ referrers' words

_THEIRS_BEFORE = re.compile(
    rf"\b(?:her|his|their|(?:mum|mam|mom|dad|nan|gran|client|patient|neighbour|uncle|aunt|auntie"
    rf"|friend)'?s)(?: \w+){{0,3}}?(?: is| are)?[\s:(]*$"
    r"|\b(?:ring|call|phone|contact|reach|get|try|telephone|text|gets?|reached|called|rung"
    r"|contacted) (?:\w+ ){0,3}?(?:on|at|via|is)[\s:(]*$"
    r"|(?:^|[\n|•*-])\s*(?:(?:her|his|client|patient|best|home|mobile|daytime|contact|preferred)(?:'s)? )?(?:contact"
    r"|tel|telephone|mobile|phone|number|mob|landline|tel no|phone no|ph)"
    rf"\.?(?: (?:no\.?|number|details))?\s*[:=-]\s*$|\b(?:she|he)(?:'s| is) (?:on|at)[\s:(]*$|\b(?:ei rh?if"
    rf"|ei ff[oô]n)\b[\w\s]*$|\b(?:my|our) (?:\w+ )?{_RELATIONS}"
    r"(?:'s|s)? (?:number|mobile|phone|landline)(?: is)?[\s:(]*$"
)
_THEIRS_AFTER = re.compile(
    r"^\W*(?:is |that's |it's |\()?(?:(?:mobile|landline|home)\W+)?(?:his|hers|her|theirs|mum's|mam's|dad's"
    r"|nan's)\b(?! (?:probation|social|support|prison|offender|key|case|school))"
)
_THEIR_PEOPLES = re.compile(  # "her solicitor", "Ada's brother": not the person to be rung
    rf"(?:\b(?:her|his|their)|\w's) (?:\w+ ){{0,2}}?(?:{_RELATIONS}|solicitor|school|college|work|worker|keyworker"
    rf"|officer|doctor|gp|surgery|carer|nurse)\b"
)
_REFERRERS_OWN = re.compile(
    r"\b(?:i'm|i am|im|i(?: can| could|'ll| will) (?:always |usually )?be|me|mine|my (?:own |direct |work |office "
    r"|desk |personal )*(?:number|mobile|line|phone|tel"
    r"|extension|mob|cell)|our|us|office|duty|desk|direct|switchboard|reception"
    r"|back line|practice|questions|queries|problems)\b"
)


def _is_the_other_persons(number: _Told, names: frozenset[str]) -> bool:
    """In a referrer's letter only a number plainly told as the other person's may be rung."""
    before = re.split(r"[;]|\.\s", number.before)[-1]
    nearest = re.split(r"[,]|\bbut\b|\bor\b", before)[-1]
    if _REFERRERS_OWN.search(nearest) or re.search(
        r"\bfor me\b|\b(?:is|are|they're) ours\b|\bmine\b|\bmy (?:own|direct|work)\b", number.after
    ):
        return False
    if _THEIR_PEOPLES.search(nearest):
        return False
    named = any(re.search(rf"\b{re.escape(name)}\b", before[-60:]) for name in names)
    named = named or any(re.match(rf"\W*{re.escape(name)}\b", number.after) for name in names)
    return named or bool(_THEIRS_BEFORE.search(before) or _THEIRS_AFTER.search(number.after))


_LABEL_ONLY = re.compile(
    r"^\W*(?:(?:best |main )?contact )?(?:number|no|tel|telephone|mobile|phone)(?: (?:number|no))?(?: is)?\W*$"
)
_SPEAKS_OF_THEM = re.compile(r"\b(?:she|he|her|him|she's|he's|she'd|he'd|who'd|they)\b")


def _allow_labelled(told: list[_Told], said: Sequence[str]) -> None:
    """ "She'd like calls. Contact number 07700 900118. She works shifts": a label amid talk of the other person."""
    for number in told:
        around = [*said[max(0, number.at - 1) : number.at], *said[number.at + 1 : number.at + 2]]
        labelled = _LABEL_ONLY.match(number.before) and not _is_ruled_out(number)
        if labelled and number.at + 1 < len(said) and any(_SPEAKS_OF_THEM.search(other.lower()) for other in around):
            number.forbidden = (
                bool(_REFERRERS_OWN.search(number.after))
                or _POINTS_BACK.search(said[number.at + 1].lower()) is not None
            )


def _forbid_bare_labels(told: list[_Told], said: Sequence[str], names: frozenset[str]) -> None:
    """ "Tel: 07700 900118" before anybody was named is more likely the referrer's own."""
    for number in told:
        earlier = " ".join(said[: number.at]).lower()
        named = _SPEAKS_OF_THEM.search(earlier) or any(re.search(rf"\b{re.escape(name)}\b", earlier) for name in names)
        if _LABEL_ONLY.match(number.before) and not named:
            number.forbidden = True


# ---------------------------------------------------------------------------------- sentences about other sentences

_POINTS_BACK = re.compile(
    r"(?:n't|\bnot|\bnever|\bstop|\bavoid)\b.{0,40}\b(?:ring|call|phone|use|using|contact|try"
    r"|dial)\w*\b.{0,30}\b(?:either|those|them|that|it|this|these|both|the (?:second|other|last|first))\b"
    r"(?!.{0,12}\b(?:before|after (?!all)|until|time|late|early)\b)"
    r"|^\W*(?:that|it|this|they|those|both)(?: (?:one|number|last one))?(?:'s|'re| is| are"
    r"| was)? (?:\w+ ){0,3}?(?:old|out of date|wrong|changed|dead|gone|not mine|not safe|his|my \w+(?:'s|s)|ours"
    r"|cut off|no longer)\b"
    rf"|^\W*(?:but |because |and )?(?:he|she|they|my {_RELATIONS}) (?:\w+ )?(?:answers?|sees|checks?|picks (?:it"
    rf"|that) up|has the|looks at)\b"
)
_BANS = (
    (
        re.compile(r"\b(?:land ?line|house(?: phone| number)?|home(?: phone| number| line)|t[yŷ]|ghar)\b"),
        re.compile(r"\+44[123]"),
    ),
    (re.compile(r"\b(?:mobile|mob|cell)\b"), re.compile(r"\+447")),
)
_NO_TO = re.compile(
    r"(?:n't|\bdo not|\bnever|\bnot|\bstop|\bpeidiwch)\b.{0,15}\b(?:ring|call|phone|use|using|try|contact|ringing"
    r"|calling|phoning|ffonio|ddefnyddio|defnyddio)\b"
    r"(?: (?:me|us|her|him|on|at|my|the|y|fy|â|house|home|work|her|his)| )*"
)


def _spread_over_joined(told: list[_Told]) -> None:
    """ "Not A or B", "A and B are old": numbers joined by nothing but "and" share their lot."""
    for _ in range(2):
        for first, second in pairwise(told):
            if second.joined and second.at == first.at and (first.forbidden or second.forbidden):
                first.forbidden = second.forbidden = True


def _apply_what_follows(told: list[_Told], said: Sequence[str]) -> None:
    """ "Please don't ring her on either of those": the next sentence may speak of the numbers before it."""
    for number in told:
        following = said[number.at + 1].lower() if number.at + 1 < len(said) else ""
        if following and not numbers_in(following) and _POINTS_BACK.search(following):
            number.forbidden = True


_FIRST_IS_OUT = re.compile(
    r"\b(?:delete|remove|ignore|forget|scrap|disregard|don't use|not use|lose|bin) (?:the|that|those|my|any) (?:first"
    r"|old|other|previous|earlier|last)\b"
)


def _apply_general_bans(told: list[_Told], said: Sequence[str]) -> None:
    """ "Never ring the landline", told where no number stands, forbids every number of that kind."""
    for at, sentence in enumerate(said):
        lower = sentence.lower()
        if any(number.at == at for number in told):
            continue
        if _FIRST_IS_OUT.search(lower):
            for number in told[:-1] if len(told) > 1 else told:
                number.forbidden = True
        for no in _NO_TO.finditer(lower):
            for words, shape in _BANS:
                if words.search(lower[no.start() : no.end() + 12]):
                    _forbid(told, shape)


def _forbid(told: list[_Told], shape: re.Pattern[str]) -> None:
    for number in told:
        if shape.match(number.found.e164):
            number.forbidden = True


# ------------------------------------------------------------------------------------------------------- signature

_CLOSING = re.compile(
    r"^(?:(?:many |with |kind |best |warm |all )*(?:thanks?(?: you)?|regards|wishes|cheers|love)\b.{0,30}"
    r"|yours\b.{0,20}|sincerely.{0,10}|best|diolch.{0,25}|yn gywir|cofion.{0,10}"
    r"|every blessing|hwyl.{0,10}|take care|god bless.{0,10}|ta)[\s,.!]*$",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(r"^(?:[A-Z][\w.'-]*)(?: (?:[A-Z][\w.'-]*|\([\w ]+\))){0,3}[,.]?$")


def split_signature(text: str) -> tuple[str, str]:
    """The letter proper, and what stands below the closing words and the name (job, firm, telephone, footer)."""
    lines = text.split("\n")
    for place in range(len(lines) - 1, -1, -1):
        if _CLOSING.match(lines[place].strip()):
            below = place + 1
            while below < len(lines) and (not lines[below].strip() or _NAME_LINE.match(lines[below].strip())):
                if _WORK.search(lines[below]):
                    break
                below += 1
            return "\n".join(lines[:below]), "\n".join(lines[below:])
    return text, ""


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in name.split() if len(word) > 2)


def _in_order(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(numbers))


def _evidence(verdicts: Sequence[_Verdict], usable: Sequence[str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence("phones" if verdict.e164 in usable else "phones_forbidden", verdict.words.strip())
        for verdict in verdicts
    )
