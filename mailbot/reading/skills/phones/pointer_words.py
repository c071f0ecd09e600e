"""The words that point at a number without writing it, and those that say no to what is pointed at."""

from __future__ import annotations

import re

from mailbot.reading.skills.phones.words import RELATIONS

NTH = {
    "first": 0, "1st": 0, "former": 0, "top": 0, "cyntaf": 0, "1": 0, "one": 0,
    "second": 1, "2nd": 1, "ail": 1, "2": 1, "two": 1, "third": 2, "3rd": 2, "trydydd": 2, "3": 2, "three": 2,
    "last": -1, "latter": -1, "bottom": -1, "final": -1, "olaf": -1,
}  # fmt: skip
_ONE = r"(?:one|1|number|num|no|phone|mobile|mob|line|landline|un|rhif|ffôn)"
ORDINAL = re.compile(
    r"\b(?:(?:the|my|y|yr|a'r|r) (?=\w+)|(?=\w+ (?:one|number|phone|mobile|un|rhif)\b))(first|1st|former|top|cyntaf"
    r"|second|2nd|latter|bottom|ail|third|3rd|trydydd"
    rf"|last|final|olaf)(?: {_ONE}\b| of (?:these|those|them|the (?:two|three))\b|(?:'s)?(?= (?:is|was|isn't|wasn't"
    r"|belongs|goes|has|please|only|but|yw|ydy|ydi)\b)|'s\b|\s*$)"
    r"(?<!the first time)"
)
NUMBERED = re.compile(
    r"\b(?:(?:number|num|phone|rhif) #?|no ?(?=\d))([123]|one|two|three)\b(?! ?(?:\d|of|pm|am|child|son|fan|wh))"
    r"|#([123])\b"
)
OTHER = re.compile(
    rf"\b(?:the|that|my|y) (?:other|llall)\b(?: {_ONE}\b|(?=\s*$)|(?= (?:is|was|isn't|belongs|please)\b))"
)
ENDING = re.compile(
    r"\b(?:ends?|ending|finish\w*|gorffen)(?: (?:in|with|on|yn|gyda|â))? (\d{2,4})\b"
    r"|\b(?:the|that|any|yr?) (0?\d{3,5})(?: (?:one|number|num|line|no|1|rhif|un))?\b(?! ?\d)"
)
KINDS = (
    (
        re.compile(
            r"\b(?:work|works|office|job|gwaith)\b(?: (?:one|number|phone|mobile|line|no)\b|(?=\s*$)|(?= is\b))"
        ),
        None,
    ),
    (
        re.compile(
            r"\bland ?line\b|\blandlein\b|\b(?:house|home) (?:phone|number|line|one|no|telephone)\b"
            r"|\b(?:ring|call|phone|use|try|not|never|n't)(?: \w+)? the house\b|\bthe house (?=is\b|has\b|gets\b)"
            r"|\by t[yŷ]\b|\bffôn (?:y )?t[yŷ]\b|\bfixed line\b"
        ),
        r"\+44[123]",
    ),
    (re.compile(r"\b(?:mobile|mob|cell|symudol)\b(?! (?:signal|network|contract))"), r"\+447"),
)
SHORT_FOR = re.compile(r"[,.;!?/\n]|\s-\s|\b(?:and|or|but)\b")
_ANOTHERS = (
    rf"\b(?:his|hers|theirs|her|their)\b|\b{RELATIONS}(?:'?s)?(?: ?-? ?in[- ]law)?(?:'?s)?\b|\b(?!it|that|he|she"
    rf"|there"
    r"|who|what|here|let|one|number|where|phone|mobile|everything|nobody|line)[a-z]{2,}'s\b|\b[a-z]{2,}s'(?!\w)"
)
SAYS_NO = re.compile(
    r"n't\b|\b(?:not|never|no|nor|without|scrub|scrap|bin|delete|ignore|forget|drop|lose|cross|remove|strike|avoid"
    r"|disregard|skip|leave (?:that|it|out|off|alone)|leave|steer clear|dead|old|gone|cut off|lost|stolen|broken"
    r"|wrong"
    r"|out of|disconnected|barred|shared|work|works?|office|everyone|everybody|whole house|hears?|overhears?"
    r"|answer(?:s|ed|ing)?|listens?|picks|sees|checks?|reads?|watch\w*|tracks?|bugged|expired|former|previous|unsafe"
    r"|emergenc\w+|peidiwch|paid|nid|ddim|dim|hen|pawb|clywed|ateb|gwrando|was|used to|oedd|anything but"
    rf"|apart from|except|instead of|rather than)\b|{_ANOTHERS}"
)
# A no that only tells when, or that asks for no message, is no no; nor is being hard of hearing.
SAYS_WHEN = re.compile(
    r"(?:n't|\bdo not|\bnot|\bnever) (?:\w+ ){0,4}?(?:before|after (?!all)|until|till|between|during|early|late"
    r"|mornings?"
    r"|evenings?|weekends?|on (?:mon|tue|wed|thu|fri|sat|sun)\w*)\b|(?:n't|\bdo not|\bnever|\bnot to|\bno) (?:\w+ )?"
    r"(?:leave (?:a |any )?)?(?:messages?|voicemails?)\b|\b(?:never|don't|can't|not always|don't always) hear\b"
    r"|\b(?:have|has|got|own|with|there's|is) no \w+|n't (?:have|got|own)(?: got)? (?:a|any)\b"
    r"|\bi answer\b|\bonly (?:i|one who) answers?\b|\bno (?:problem|bother|matter)\b|(?:n't|\bnot) (?:mind|matter"
    r"|worry)"
    r"|\b(?:work|works) (?:fine|well|best|ok|okay|too)\b|\b(?:nobody|no one|noone) else (?:\w+)\b"
)
ONLY = re.compile(
    r"\b(?:only|just|solely|unig|strictly|it's|its|it is|i mean|meant|correct one|right one)\b|^\W*(?:please"
    r"|pls) (?:the"
    r"|use the)\b"
)
NO_SIGN = re.compile(r"^[ \t(]*[✗✘❌×]")
