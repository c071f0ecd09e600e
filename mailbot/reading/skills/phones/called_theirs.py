"""In a referrer's letter: is a number called that of the person to be rung, in so many words?"""

from __future__ import annotations

import re

from mailbot.reading.skills.phones.context import Told
from mailbot.reading.skills.phones.owner_words import ABOUT_THEM, THEIRS_AFTER

MOST_BEFORE = 110  # characters
MOST_NAMES = 6


GIVEN_BY_THEM = (  # "Ada asked me to give you 07700 ..."
    r"\b(?:asked|asks|wants?|wanted|told|said|happy for|agreed for) (?:me|us)?(?: |$)?(?:to|i could|i can|that i)"
    r" (?:give|pass|send|let|share)(?: on)?(?: (?:you|to you|have|on|her|his|their|the|this|mobile|phone"
    r"|number))*[\s:(-]*$"
)


def is_called_theirs(number: Told, names: frozenset[str]) -> bool:
    """ "Her mobile is", "ring Ada on", "she is on", "Ada Lane, 52:". That she was spoken of before is not enough."""
    near = re.split(r"[;!?]|\.\s", number.before)[-1][-MOST_BEFORE:]
    listed = "|".join(re.escape(name) for name in sorted(names)[:MOST_NAMES]) or "(?!)"
    if THEIRS_AFTER.match(number.after) or ABOUT_THEM.match(number.after):
        return True
    if re.match(rf"\W*(?:is )?(?:for )?(?:{listed})\b", number.after):
        return True
    them = rf"(?:{listed}|{_KIN}|mrs? \w+|ms \w+|miss \w+)"
    return any(
        re.search(pattern, near)
        for pattern in (
            rf"(?:\b(?:her|his|their|ei)|\b{them}'?s)(?: {_NUMBER})+(?:, [^,]{{3,30}},)?{_IS}$",
            GIVEN_BY_THEM,
            r"^\W*(?:hers?|him|his|them|theirs|hi|fo)[\s:=(-]*$",
            rf"\b(?:rhif|ff[oô]n|symudol)(?: ff[oô]n)? {them}{_IS}$",
            rf"\b{_RING} (?:{them} )?(?:her|him|them|{them}){_WHEN}(?: on| at| ar)?{_SIGNS}$",
            rf"\b(?:she|he|they|hi|fo|{them})(?:'s|'d| is| are| can| may| could| would| will|'ll| has| says?"
            rf"| prefers?| wants?| yw"
            rf"| ydy| ydi)*{_WHEN}(?: on| at| ar)?{_SIGNS}$",
            rf"\b(?:number|contact|numbers|details|tel|telephone|phone|mobile|calls?|rhif) (?:number |numbers "
            rf"|details )?(?:for|to)"
            rf" {them}{_IS}$",
            rf"\b{them}(?: {them})*(?:{_SIGNS}(?:aged?|dob|\d[\d.]*|of|from|{_NUMBER}))*{_SIGNS}$",
            rf"\b(?:client|patient|parent|tenant|resident|service user)(?:'s)?(?: {_NUMBER})*{_SIGNS}$",
        )
    )


_KIN = (
    r"(?:(?:my|our|fy) )?(?:nain|taid|mam-?gu|tad-?cu|chwaer|mrawd|nhad|ffrind|merch|mab|nghymydog"
    r"|mum|mam|mom|mother|dad|father|nan|nana|gran|grandma|grandmother|grandad|grandfather|uncle"
    r"|aunt|auntie"
    r"|sister|brother|neighbour|friend|mate|daughter|son|cousin|niece|nephew|lodger|client|patient|tenant|resident)"
)
_NUMBER = (
    r"(?:own|new|best|preferred|only|safe|current|mobile|home|house|landline|telephone|phone|contact|work|private"
    r"|main|tel|mob"
    r"|cell|number|numbers|no|num|line|usual|ff[oô]n|symudol|rhif|first|direct)"
)
_IS = r"(?: is| are| now| still| would be| being| yw| ydy| ydi|'s| to ring| to use)*[\s:,=(/-]*"
_RING = r"(?:ring|call|phone|text|contact|reach|get|telephone|try|speak to|talk to|catch|find|ffoniwch)"
_SIGNS = r"[\s:,=()/-]*"
_WHEN = (
    r"(?:[ ,]+(?:direct|directly|always|usually|best|reached|rung|called|telephoned|contacted|phoned|available|happy"
    r"|to|be|got|had"
    r"|found|an?|any"
    r"|every|all|afternoons?|evenings?|mornings?|nights?|weekdays?|weekends?|day|days|in|the|and|now|still|home|at"
    r"|after|before"
    r"|until|for|you|ring|call|phone|mobile|landline|number|telephone|new|own|am|pm|between|lane|please|expecting|it"
    r"|safe|good"
    r"|calls?|take|able|talk|freely|free|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*|\d+(?:[.:]\d+)?))*"
)
