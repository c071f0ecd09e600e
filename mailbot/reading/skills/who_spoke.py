"""Was it the person themselves who was spoken to? A voicemail, a mother, a wish or a "not yet" is no conversation.

Only a conversation held keeps the promise (service.md, the clock), so what can be read two ways is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.reading.words.lexicon import Hit

_ADVERBS = r"(?:(?:briefly|quickly|only|just|again|first|instead|on the phone|very) )*"
_TALKED = (
    r"(?:spoke|spoken|speak|talked|talking|chatted|nattered|got (?:through|hold)|get (?:through|hold)|reached|caught|"
    r"had (?:a|another) (?:\w+ )?(?:word|chat|talk|conversation))"
)
_ADJECTIVES = (
    r"(?:(?:elderly|older|younger|own|eldest|youngest|poor|step|grown up|new|ex|late|big|little|old|teenage|lovely"
    r"|nice|next door) )*"
)
_RELATION = (
    r"(?:step ?)?(?:mum|mam|mom|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|fiancee?|son|daughter"
    r"|brother|sister|nan|gran|grandma|grandad|grandmother|grandfather|grandson|granddaughter|aunt|auntie|aunty|uncle"
    r"|cousin|niece|nephew|neighbour|friend|mate|flatmate|housemate|carer|landlady|landlord|colleague|boss|secretary"
    r"|kids?|child|children|lad|boy|girl|ex|other half|hubby|missus|family|lodger|relative|parents|in laws?"
    r"|receptionist|gp|doctor|teacher|manager|key ?worker|support worker|social worker|probation officer)s?"
)
_MACHINE = (
    r"(?:voice ?mail|answer ?phone|answer(?:ing)? ?machine|machine|voice ?message|ansa ?phone|automated \w+|recording|"
    r"mailbox|operator|wrong (?:person|number|house|one))"
)
_SOMEBODY = (
    rf"(?:(?:her|his|their|my|one of (?:her|his|their)|\w+'s) {_ADJECTIVES}(?:{_RELATION}|{_MACHINE})\b"
    rf"|(?:a|an|the|some) {_MACHINE}\b|{_MACHINE}\b"
    r"|(?:a|an|some|another|an other) (?:\w+ )?(?:woman|man|lady|gentleman|girl|boy|bloke|child|person|voice|fella"
    r"|chap)\b|some ?(?:one|body) (?:else|who|that)\b)"
)
_ANOTHER = re.compile(rf"\b{_TALKED} {_ADVERBS}(?:to |with |of |at )?{_SOMEBODY}")
_ANSWERED_BY = re.compile(
    rf"\b{_SOMEBODY} (?:answered|picked up|took the call|took a message|came on|said (?:she|he|they))"
)
_ON_A_MACHINE = re.compile(r"\b(?:voice ?mail|answer ?phone|answer(?:ing)? machine|ansa ?phone)\b")
_WELSH_ANOTHER = re.compile(
    r"\b(?:siarad\w*|sgwrs\w*)(?: \w+){0,2} (?:gyda|efo|hefo|a)(?:'i|'u| ei| eu) (?:m?ham|mam|mum|tad|dad|thad|g?wr"
    r"|gwraig|wraig|mab|fab|merch|ferch|brawd|frawd|chwaer|ph?eiriant|cymydog|chymydog|ffrind|phartner|partner)\b"
    r"|\b(?:siarad\w*)(?: \w+){0,2} (?:gyda|efo|hefo|a)'?r? ?(?:peiriant|y peiriant)\b"
)
_NOT_ABOUT_A_CALL = re.compile(  # talk with us, or with somebody named about the person
    rf"\b{_TALKED} {_ADVERBS}(?:to |with )(?:(?:the |your |our )?(?:office|team|staff|coordinator|charity|desk"
    rf"|helpline|prison|manager|trainer|doctor|gp|police|school)\b|you\b|your\b|{_RELATION}\b|my \w+|some ?(?:one"
    rf"|body)\b|any ?(?:one|body)\b|no ?(?:one|body)\b|(?:the|a) {_ADJECTIVES}{_RELATION}\b"
    r"|(?!her\b|him\b|them\b)\w+ (?:\w+ )?about (?:her|him|them|it|this|that|my|the)\b)"
)
_TO_THEM = re.compile(  # the person, and not "to her mum"
    rf"\b(?:to|with|of|reached|caught) (?:her|him|them)(?:self)?\b(?! {_ADJECTIVES}(?:{_RELATION}|{_MACHINE})\b)"
    r"|\b(?:passed|handed|gave) (?:me|the phone|it) (?:over |across )?to\b|\bput (?:her|him|them|me) (?:on|through)\b"
    r"|\b(?:she|he|they) (?:came|come) (?:to the phone|on|back)\b"
)
_THEN_TO_THEM = re.compile(
    r"\b(?:then|and) (?:I )?(?:(?:spoke|talked) )?(?:to |with )(?:her|him|them)(?:self)? (?:for|after)\b"
)
_CLAUSE = re.compile(r"[,;:()]|\s-\s|\b(?:but|so|and|then|because|ond|felly)\b")
_NOT_SO = re.compile(
    r"(?:n't|\b(?:not|never|cannot|without|nor|unless|if|failed|unable|almost|nearly|yet to|tried to|trying to|hop(?:e"
    r"|ed|ing) to|wish(?:ed)?|(?:would|could|should|might|may) have|about to|heb|ddim|methu|na)"
    r"|'d have)(?: \w+){0,3}\s*$|\bonce (?:we|i)(?:'ve| have) $"
)
_WELSH_NOT_AFTER = re.compile(r" ?(?:i|ni|o|hi|fo|fe|nhw)? ?ddim\b")
_NOT_YET_SO = re.compile(  # "a call", told as something to come
    r"\b(?:will|shall|give|giving|owe|arranged?|fix(?:ed)?|book(?:ed)?|want|need|next|due|try|trying|plan(?:ned)?"
    r"|planning|hope|hoping|forward|to|for|if|expect\w*|await\w*|ask(?:ed|s|ing)?|like|make|making|missed|prefer\w*)\b"
    r"|'ll\b"
)


_HAPPENED = re.compile(
    r"(?:we|i|i've|we've|he|she|they|spoke|spoken|talked|chatted|nattered|had|did|rang|called|phoned|rung|were|was"
    r"|came|kept|got|reached|caught|done|all done|made|yes|when|siaradais|siaradon|siaradodd|wedi|ces|gawson|cawson"
    r"|ffoni\w+)\b"
)


def told_talk(sentence: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits of a plain sentence, without talk that was denied or only wished; with somebody else is no answer."""
    others = [
        *_ANOTHER.finditer(sentence),
        *_WELSH_ANOTHER.finditer(sentence),
        *(() if _TO_THEM.search(sentence) else _ANSWERED_BY.finditer(sentence)),
    ]
    besides = [*others, *_NOT_ABOUT_A_CALL.finditer(sentence)]
    on_a_machine = bool(_ON_A_MACHINE.search(sentence)) and not _TO_THEM.search(sentence)
    thereafter = _THEN_TO_THEM.finditer(sentence) if others else ()
    answered_by_another = not _TO_THEM.search(sentence) and _ANSWERED_BY.search(sentence)
    kept = [
        hit
        for hit in hits
        if not (answered_by_another and hit.table == "calls" and hit.section in ("declined", "spoke"))
        if not _is_talk(hit)
        or not (
            (on_a_machine and not sentence.startswith("we ", hit.start))
            or any(hit.start < other.end() and other.start() < hit.end for other in besides)
            or _denied(sentence, hit)
        )
    ]
    missed = [
        Hit(other.start(), other.end(), "calls", "no_answer") for other in others if not _denied_at(sentence, other)
    ]
    return (*kept, *missed, *(Hit(then.start(), then.end(), "calls", "spoke") for then in thereafter))


def told_talk_denied(sentence: str) -> bool:
    """Does this plain sentence tell of talk with a machine or with somebody else, and not with the person?"""
    on_a_machine = bool(_ON_A_MACHINE.search(sentence)) and not _TO_THEM.search(sentence)
    return on_a_machine or talked_to_another(sentence) or bool(_NOT_ABOUT_A_CALL.search(sentence))


def talked_to_another(sentence: str) -> bool:
    """Is talk with somebody else told in this plain sentence?"""
    return bool(_ANOTHER.search(sentence) or _WELSH_ANOTHER.search(sentence))


def without_their_talk(sentence: str, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """In a letter that tells of talk with another, only talk plainly with the person themselves counts."""
    if _TO_THEM.search(sentence):
        return tuple(hits)
    return tuple(hit for hit in hits if not _is_talk(hit))


def _is_talk(hit: Hit) -> bool:
    return hit.table == "calls" and hit.section == "spoke"


def _denied(sentence: str, hit: Hit) -> bool:
    before = _CLAUSE.split(sentence[: hit.start])[-1]
    if _NOT_SO.search(before) or _WELSH_NOT_AFTER.match(sentence[hit.end :]):
        return True
    said = sentence[hit.start : hit.end]
    return not _HAPPENED.match(said) and bool(_NOT_YET_SO.search(before))


def _denied_at(sentence: str, found: re.Match[str]) -> bool:
    return bool(_NOT_SO.search(_CLAUSE.split(sentence[: found.start()])[-1]))
