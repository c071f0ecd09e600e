"""Who is in prison, as seen from the person to be supported, and the latest point of it that is told.

Relationship, prison and stage are kept only to see conflicts and to choose words; families are never asked for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.family.loved_one_abroad import PRISON_ABROAD, in_english
from mailbot.reading.family.prisons import PrisonTold, prisons_told
from mailbot.reading.family.stage import stage_told
from mailbot.reading.letter import Evidence
from mailbot.reading.words.spelling import sentences


@dataclass(frozen=True, slots=True)
class LovedOneTold:
    relationship: str | None = None
    prison: str | None = None
    stage: str | None = None
    evidence: tuple[Evidence, ...] = ()


def loved_one_told(
    text: str, *, on_behalf: bool, supported_is: str | None = None, guess: bool = True, abroad: bool = False
) -> LovedOneTold:
    """Read a plain text (``spelt_out``).

    ``on_behalf``: the writer refers somebody else, so "her husband" is the prisoner and "my brother" is the writer's.
    ``supported_is`` is what that person is to the writer ("mother"). ``guess`` allows a relation that no word places in
    prison. ``abroad``: it is in neither English nor Welsh.
    """
    of_a_case = on_behalf and bool(_CASE.search(text))
    said = sentences(_WELSH_MY.sub("fy ", in_english(text) if abroad else text))
    mentions = [
        mention
        for at, sentence in enumerate(said)
        for mention in _mentions(sentence, at, on_behalf, of_a_case, (said[at + 1 :] or [""])[0])
    ]
    best = _best(mentions, guess)
    relationship = _seen_from_supported(best, supported_is) if best else None
    prison = _prison(said, best)
    stage = stage_told(said)
    evidence = [Evidence("relationship", best.sentence)] if best and relationship else []
    evidence += [Evidence("prison", prison.words)] if prison else []
    evidence += [Evidence("stage", stage[1])] if stage else []
    return LovedOneTold(relationship, prison.name if prison else None, stage[0] if stage else None, tuple(evidence))


# ------------------------------------------------------------------------------------------------- relationship

_WELSH_MY = re.compile(
    r"(?<!\w)(?:'y |y |yr )(?=(?:ngŵr|ngwr|gŵr|gwr|mab|ferch|wraig|brawd|chwaer|nhad|mhartner|bachgen|hogyn|crwt)\b)"
    r"|(?<!\w)ma(?:e)?'(?:r|n) (?=(?:ngŵr|ngwr|gŵr|gwr|mab|ferch|wraig|brawd|mrawd|chwaer|nhad|mhartner|bachgen)\b)"
    r"|(?<!\w)(?:'|a'm |â'm |i'm )(?=(?:mhartner|ngŵr|ngwr|ngwraig|mab|merch|brawd|mrawd|chwaer|nhad|mam)\b)"
)

# What a word says the prisoner is. Order matters where one word holds another.
_RELATIONS: tuple[tuple[str, str], ...] = (
    (r"(?:step)?[- ]?grand-?(?:son|daughter|child|kid)s?|gran?daughter|[wŵ]yres?|[wŵ]yr\b", "grandchild"),
    (r"(?:brother|sister|mother|father|son|daughter)[- ]in[- ]laws?|nephew|niece|cousin|uncle|aunt(?:ie|y)?"
    r"|god-?son|(?:mab|merch|brawd|chwaer|tad|mam) yng nghyfraith|modryb|nith"
     r"|grand(?:ad|father|mother|ma|pa)|gran|nan(?:na)?|nai|ewythr|cefnder", "other"),
    (r"husband|hubby|g[wŵ]r(?! a)|ng[wŵ]r|shohar|miyan|m[ąa][żz]", "husband"),
    (r"wife|missus|mrs(?! [a-z])|ngwraig|gwraig|wraig|[żz]ona", "wife"),
    (r"partner|boyfriend|girl ?friend|bf|gf|fianc[ée]e?|fella|other half|baby ?dad|kids'? dad|children's father"
     r"|mhartner|phartner|nghariad|cariad|ch[lł]opak", "partner"),
    (r"(?:step)?-?son|(?:eldest|youngest|oldest|little|big|grown up) (?:boy|lad|son)|boy|lad|mab|meibion"
    r"|machgen|bachgen|hogyn|crwt|beta"
     r"|syn", "son"),
    (r"(?:step)?-?daughter|(?:eldest|youngest|little|big) girl|girl|lass|merch|ferch|beti|c[óo]rka", "daughter"),
    (r"youngest|eldest|oldest|middle one", "child"),
    (r"(?:big |little |older |younger |twin |half[- ])?(?:brother|bro|brawd|frawd|mrawd)|our kid|brat\b"
    r"|bhai", "brother"),
    (r"(?:big |little |older |younger |twin |half[- ])?(?:sister|sis|chwaer)|siostra|behen", "sister"),
    (r"dad|father|daddy|old man|stepdad|da\b|nhad|tad|tata|ojciec|walid|abbu", "father"),
    (r"mum|mam|mom|mother|mummy|ma\b|stepmum|fam\b|mam\b|matka|ammi", "mother"),
    (r"(?:best |old |good |close )?(?:mate|friend)|bestie|ffrind", "friend"),
)  # fmt: skip
_WORDS = "|".join(pattern for pattern, _ in _RELATIONS)
_PATTERNS = tuple((re.compile(pattern), relation) for pattern, relation in _RELATIONS)
_OWN = r"(?:my|our|me|your(?= own)|the|'?m|fy|mera|mere|m[óo]j|moja|mae'r|'n|i'r|ein)"
_MENTION = re.compile(
    rf"(?<![\w'])(?P<whose>{_OWN}|her|his|their|whose|a)?\s?(?:(?:dear|poor|late|lovely|own|only|ex|eldest|youngest"
    rf"|oldest"
    rf"|ex-)[ -])?(?<![\w-])(?P<word>{_WORDS})(?:s|'s|s')?(?![\w'-])"
)
_HAVE = re.compile(r"\b(?:i've|i have|we've|we have|i've got|we've got|i got)(?:\s[^.;?!]{0,50}?(?:,|\band))?\s*$")
_OPENS = re.compile(r"^\W*(?:hi|hello|hiya|dear \w+)?\W*$|[,.;:-]\s*$|\b(?:befriending|support|help|group)\W+$")
_OWN_CHILDREN = re.compile(r"\b(?:my|our|the|three|two|four) (?:\w+ )?(?:kids|children|boys|girls|little ones)\b")
_INSIDE = re.compile(
    r"\b(?:prison|jail|hmp|hmyoi|inside|custody|remand\w*|sentenc\w*|arrest\w*|recall\w*|convicted|sent down|charged"
    r"|locked up|banged up|in the cells|trial|got sent|carchar\w*|ngharchar"
    r"|took|taken|licence|parole|released?|bail|(?:\d+|\w+) (?:and a half )?(?:years?|yrs?|months?|mths?)|doing (?:a"
    r"|his|her|\d|\w+ years)|years?|came home|comes home|coming home|out on"
    r"|blynedd|mlynedd|flynedd|adra|adre|gartref|areszt\w*|jail mein|serving|dto|court|the prison|dedfryd\w*"
    r"|ddedfryd\w*|dan glo"
    rf"|condamnat\w*|siedzi|qaid|wing|{PRISON_ABROAD})(?!\w)"
)
_NOT_PRISONER = re.compile(
    r"\b(?:says?|said|told|think|thinks|asked|rang|phoned|came in|knows?|doesn't know|mustn't|won't|looks after"
    r"|sister's|call|calls|stop|at work|works|get|want|answers?|has hers|has his|has your|has the|had your"
    r"|goes to your|typed"
    r"|drives|suggested|reads|showed|mentioned)\b"
)
_CARED = re.compile(
    r"\b(?:i have|i've got|i take|and my|look after|with my|live with|at my|for my|to my|sôn wrth|tell my|round)\s*$"
)
_INVERSE = {
    "wife": "husband", "husband": "wife", "mother": "son", "father": "son", "son": "father", "daughter": "father",
    "sister": "brother", "brother": "brother",
}  # fmt: skip
_OF_PRISONER = re.compile(
    rf"\b(?P<word>{_WORDS}) (?:of|to) (?:an?|one of (?:our|my|the)|some(?:one|body)) (?:\w+ )?(?:resident|prisoners?"
    rf"|inmates?|man|men|cases|lads?|guys?|clients?|lifers?|bloke|fella|boy|in|serving|inside)\b"
)

# "my niece Tamsin's fella", "my mum's brother": one is told of by another
_CHAIN = re.compile(
    rf"\b(?P<whose>my|our) (?:\w+ )?(?P<of>{_WORDS})(?: [a-z]+){{0,2}}'s? (?:\w+ )?(?P<word>{_WORDS})(?![\w'-])"
)
# "I'm his mum": the writer says what they are to the prisoner
_TOLD_BY_THE_WRITER = tuple(
    (re.compile(pattern), relation)
    for pattern, relation in (
        (
            r"\b(?:i'm|i am|as) his (?:mum|mam|mom|mother|dad|father|old man)\b|\bme and his (?:dad|mum|mam)\b",
            "son",
        ),
        (r"\b(?:i'm|i am|as) her (?:mum|mam|mom|mother|dad|father)\b|\bme and her (?:dad|mum|mam)\b", "daughter"),
        (r"\b(?:i'm|i am|as) his wife\b|\bmarried\b[^.;?!]{0,40}\bhe(?:'s| is|'d)\b|\bthe man i married\b", "husband"),
        (
            r"\b(?:i'm|i am|as) her husband\b|\bmarried\b[^.;?!]{0,40}\bshe(?:'s| is|'d)\b|\bthe woman i married\b",
            "wife",
        ),
        (r"\b(?:i'm|i am|as) his (?:girlfriend|partner|fianc[ée]+|boyfriend|missus)\b", "partner"),
        (r"\b(?:i'm|i am|as) his (?:(?:big|little|older|younger|twin) )?(?:sister|brother)\b", "brother"),
        (r"\b(?:i'm|i am|as) her (?:(?:big|little|older|younger|twin) )?(?:sister|brother)\b", "sister"),
        (r"\b(?:i'm|i am|as) (?:his|her) (?:nan|gran|grandma|grandad|grandmother|grandfather)\b", "grandchild"),
    )
)
_NAMED = re.compile(rf"\b(?P<whose>[a-z]{{3,}})'s (?:own )?(?P<word>{_WORDS})(?![\w'-])")  # "Carly's husband"
_KIN = re.compile(rf"(?:{_WORDS})|that|here|there|what|who|she|let|where|how")
_ADDRESSED = re.compile(
    r"\s*,\s*(?:would|could|can|will|i|i'm|i've|we|please|may|do|have|thank)\b"
)  # "Father, would you"
_HERS = re.compile(r"\b(?:she|she's|her|hers)\b")
_CASE = re.compile(  # the writer knows the prisoner: "one of my lads is fretting about his wife"
    r"\bone of (?:my|our|the) (?:cases|lads|men|guys|residents|prisoners|offenders|clients on|young men|fellas"
    r"|blokes)\b"
    r"|\bwe act for\b|\b(?:i|we) represent (?:a|mr)\b|\bour client (?:is|was) (?:at|in|sentenced|convicted)\b"
    r"|\b(?:i'm|i am) (?:his|a resident's) (?:\w+ )?(?:worker|officer|chaplain|manager)\b|\bon (?:my|our) wing\b"
)
_PRISONERS = re.compile(rf"\b(?:prisoner|inmate|resident|offender)'s (?P<word>{_WORDS})\b")


@dataclass(frozen=True, slots=True)
class _Mention:
    relation: str
    whose: str
    sentence: str
    at: int
    start: int
    weight: int


def _mentions(sentence: str, at: int, on_behalf: bool, of_a_case: bool, following: str) -> list[_Mention]:
    found = []
    for match in (*_OF_PRISONER.finditer(sentence), *_PRISONERS.finditer(sentence)):
        relation = _relation_of(match["word"])
        found.append(_Mention(_INVERSE.get(relation, relation), "of", sentence, at, match.start(), 20))
    if not on_behalf and any(words in sentence for words in ("i'm h", "i am h", "married", "me and h", "as h")):
        for pattern, relation in _TOLD_BY_THE_WRITER:
            if told := pattern.search(sentence):
                found.append(_Mention(relation, "my", sentence, at, told.start(), 3))
    for match in _CHAIN.finditer(sentence):
        relation = _told_by_another(_relation_of(match["of"]), _relation_of(match["word"]), on_behalf)
        weight = _weight(sentence, match, on_behalf) + 5
        found.append(_Mention(relation, "her", sentence, at, match.start(), weight))
    for match in _NAMED.finditer(sentence) if on_behalf else ():
        if not _KIN.fullmatch(match["whose"]):
            relation = _relation_of(match["word"])
            weight = _weight(sentence, match, on_behalf) + 4
            found.append(_Mention(relation, "her", sentence, at, match.start(), weight))
    for match in _MENTION.finditer(sentence):
        whose = (match["whose"] or "").strip()
        if not whose and not _OPENS.search(sentence[: match.start("word")]):
            continue
        if whose == "a" and _HAVE.search(sentence[: match.start()]):
            whose = "my"  # "I've a lad in Nottingham"
        if whose in {"a", "'m"} and match["word"] not in {"mhartner", "brawd"}:
            continue
        relation = _relation_of(match["word"])
        if whose in {"her", "his", "their"} and not on_behalf:
            if whose == "whose" or (
                whose != "their"
                or relation not in {"father", "mother"}
                or not _OWN_CHILDREN.search(sentence[: match.start()])
            ):
                continue
            relation = "partner"  # "I've got the kids while their dad is in Hewell"
        if relation == "friend" and not whose and re.match(r"\s+(?:i|me|its|it's)\b", sentence[match.end() :]):
            continue  # "mate, I ..." speaks to us
        if not whose and _ADDRESSED.match(sentence, match.end()):
            continue
        if relation == "child":
            theirs = on_behalf and whose in {"her", "his", "their"}  # "her eldest": "she" is the one to be supported
            relation = _son_or_daughter(_HERS.sub(" ", sentence) if theirs else sentence, "" if theirs else following)
            if not relation:
                continue
        if of_a_case and whose == "his":  # of the prisoner, whom the writer knows: the supported is his
            relation = _INVERSE.get(relation, relation)
        weight = _weight(sentence, match, on_behalf) + (4 if of_a_case and whose == "his" else 0)
        found.append(_Mention(relation, whose, sentence, at, match.start(), weight))
    return found


def _son_or_daughter(sentence: str, following: str) -> str:
    """Of "my eldest": "" where no word tells which."""
    begins = re.match(r"\W*(he|she)\b", following)
    sentence = f"{sentence} {begins[1]}" if begins else sentence
    if re.search(r"\b(?:he|his|him|he's|hes|son|boy|lad)\b", sentence):
        return "son"
    return "daughter" if re.search(r"\b(?:she|her|she's|shes|daughter|girl|lass)\b", sentence) else ""


def _told_by_another(of: str, relation: str, on_behalf: bool) -> str:
    """What the second person of "my sister's lad" is to the supported: to the sister, or to the writer."""
    if on_behalf:
        return "son" if relation == "child" else relation
    return "partner" if of in {"son", "daughter", "child"} and relation == "father" else "other"


def _relation_of(word: str) -> str:
    return next(relation for pattern, relation in _PATTERNS if pattern.fullmatch(word.strip()))


def _weight(sentence: str, match: re.Match[str], on_behalf: bool) -> int:
    """How plainly these words place that person in prison."""
    after = re.split(r"[;]|, (?:and|but|so)\b|\band (?:i|my)\b", sentence[match.end() :])[0]
    before = sentence[: match.start()]
    weight = 0
    if _INSIDE.search(after[:90]):
        weight += 4
    if re.search(r"\b(?:sentenced|remanded|recalled|arrested|convicted|sent down|only)\b", after[:90]):
        weight += 2
    if any(prison.start < 90 for prison in prisons_told(match.group() + after)):
        weight += 4
    if _INSIDE.search(before[-40:]) or re.search(
        r"\b(?:took|taken|visit|see|arrested|moved|shipped|transferred|given|remanded)\b[^,.]{0,12}$", before
    ):
        weight += 2
    if on_behalf and match["whose"] in {"her", "his", "their", "whose"}:
        weight += 2
    if re.search(
        r"\b(?:only|just|yesterday|today|last (?:week|night|month)|on (?:mon|tues|wednes|thurs|fri)day)\b", after[:90]
    ):
        weight += 2
    if re.search(r"\bfor years\b|\bused to (?:that|it)\b|\byears ago\b|\bdied\b.{0,20}\b(?:in \d|years)", after[:90]):
        weight -= 3
    if re.match(r"\s*(?:'s|s')? ?(?:while|whilst|whose|since their|because their)\b", after):
        weight -= 8
    if re.match(rf"(?: [a-z]+){{0,2}}'s? (?:\w+ )?(?:{_WORDS})(?![\w'-])", sentence[match.end("word") :]):
        weight -= 6  # another is told of by this one
    if _NOT_PRISONER.match(after.strip()[:14]) or _CARED.search(before):
        weight -= 3
    if re.match(r"\s*(?:'s|s')\b", sentence[match.end("word") :]) and re.search(
        r"^(?:'s|s) (?:at work|number|mobile|phone|house|friend|sister|the one"
        r"|that one)",
        sentence[match.end("word") :],
    ):
        weight -= 3
    return weight


def _best(mentions: list[_Mention], guess: bool) -> _Mention | None:
    if not mentions:
        return None
    best = max(mentions, key=lambda mention: (mention.weight, -mention.at, -mention.start))
    return best if best.weight >= 2 or (guess and best.weight >= 0) else None


# What the person to be supported is to the writer, then what the prisoner is to the writer: what they are together.
_AS_SEEN = {
    (supported, prisoner): relation
    for supported, row in {
        "mother": {"brother": "son", "sister": "daughter", "father": "husband", "son": "grandchild"},
        "father": {"brother": "son", "sister": "daughter", "mother": "wife", "son": "grandchild"},
        "wife": {"son": "son", "daughter": "daughter"},
        "husband": {"son": "son", "daughter": "daughter"},
        "sister": {"brother": "brother", "sister": "sister", "father": "father", "mother": "mother"},
        "brother": {"brother": "brother", "sister": "sister", "father": "father", "mother": "mother"},
        "daughter": {"husband": "father", "partner": "father", "wife": "mother", "son": "brother"},
        "son": {"husband": "father", "partner": "father", "wife": "mother", "son": "brother"},
        "other": {"father": "son", "brother": "grandchild"},
    }.items()
    for prisoner, relation in row.items()
}


def _seen_from_supported(mention: _Mention, supported_is: str | None) -> str | None:
    if supported_is is None or mention.whose in {"her", "his", "their", "whose", "of"}:
        return mention.relation
    return _AS_SEEN.get((supported_is, mention.relation), "other" if supported_is != "friend" else None)


# ------------------------------------------------------------------------------------------------- prison


_MOVED = re.compile(
    r"\b(?:moved|transferred|now|shipped|ghosted|transfer|since (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|symud\w*)\b|\bfrom \w+(?: \w+)? to\b"
)


def _prison(said: list[str], best: _Mention | None) -> PrisonTold | None:
    """The latest told; with two prisoners, the first told from the sentence on that speaks of the loved one."""
    told = [(at, prison) for at, sentence in enumerate(said) for prison in prisons_told(sentence)]
    if not told:
        return None
    moved = [prison for at, prison in told if _MOVED.search(said[at])]
    if moved:
        return moved[-1]
    after = [prison for at, prison in told if best and (at > best.at or (at == best.at and prison.start > best.start))]
    return after[0] if after else told[-1][1]
