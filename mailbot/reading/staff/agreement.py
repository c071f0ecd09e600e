"""Agreeing to a match without saying "approve": "ok" under its line, "Saul will do", "yes to all but 1312"."""

from __future__ import annotations

import re

from mailbot.reading.staff.doubts import is_meant

_BARE = re.compile(
    r"(?:(?:yes|yep|yeah|grand|aye|champion|sure|ok|okay|fine|good|great|perfect|lovely|agreed|ideal|super"
    r"|brilliant|excellent|please|pls|plz|thanks|thx|ta"
    r"|thank you|fine by me|fine with me|good with me|ok by me|ok with me|sounds good|looks good|sounds fine|looks fine"
    r"|that works|works for me|go for it|do it|do that|that's fine|that is fine|that's good|a good match|good match"
    r"|good choice|good call|happy with that|happy with this|no objections?|as it is|all good|let's do it)[\s,.!-]*)+"
)
_THE_REST = re.compile(r"\b(?:the (?:rest|others|other (?:two|three|four|ones))|all the (?:rest|others))\b")
_PRAISE = (
    r"(?:fine|good|great|perfect|ideal|right(?! about)|spot on|a good|a great|a lovely|the right|just right"
    r"|lovely|ok|okay"
    r"|suitable)"
)
_LIKED = re.compile(
    r"\b(?:happy|fine|ok|okay|content|good|pleased) (?:with|about) (?P<a>[\w'-]+(?: [\w'-]+){0,2}?)"
    r"(?= (?:for|on|taking|to|as)\b|[,.!]|$)"
    r"|\b(?:yes to|go with|stick with|say yes to|keep) (?P<b>[\w'-]+(?: [\w'-]+){0,2}?)"
    r"(?= (?:for|on|to|with|then)\b|[,.!]|$)"
    r"|\b(?:i'd like|i would like|i should like|i'd want|i'd go for|i'd prefer|i want|let's have)"
    r" (?P<d>[\w'-]+(?: [\w'-]+){0,2}?)"
    r"(?= (?:for|on|please|here)\b|[,.!]|$)"
    r"|^(?:(?:yes|and|ok|i think|for (?:r-?\d+|\d{4}),?|(?:r-?\d+|\d{4}):?),? )*(?P<c>[\w'-]+(?:"
    r" [\w'-]+)?)(?: for (?:r-?\d+|\d{4}|the \w+(?: one)?))?"
    rf" (?:will (?:do|be {_PRAISE}|suit)|would (?:do|be {_PRAISE}|suit)|'ll do|(?:is|sounds|looks) {_PRAISE}"
    r"|works|suits|gets my vote|can go ahead|can have (?:it|this one|her|him)|can take (?:it|this one|her|him))\b"
)
_TOGETHER = re.compile(
    r"\b(?:yes to|happy with|fine with|ok with|content with|approve|go with|go ahead with) (?:both"
    r" )?[\w'-]+(?: [\w'-]+)?"
    r"(?:, [\w'-]+(?: [\w'-]+)?)*,? ?(?:and|&|\+) ?[\w'-]+"
    r"|^[\w'-]+(?: [\w'-]+)?(?:, [\w'-]+)*,? ?(?:and|&|\+) ?[\w'-]+(?: [\w'-]+)? (?:are|can|both|will|look|sound) "
    rf"(?:both |do|go ahead)?(?:{_PRAISE})?"
)
_SPOILS = re.compile(
    r"\b(?:not|but|if|unless|should|think|maybe|perhaps|might|whether|when|once|after|until|later|wait|yet"
    r"|rather|instead"
    r"|no|never|nobody|neither|hold)\b|n't\b|\?"
)


def agrees(plain: str) -> bool:
    """Is the whole sentence nothing but agreement?"""
    return _BARE.fullmatch(plain.strip(" .!")) is not None


def speaks_of_the_rest(plain: str) -> bool:
    return _THE_REST.search(plain) is not None


def liked(plain: str) -> str | None:
    """The words in which a volunteer is found good: "saul" of "Saul will do very well"; None where there is a but."""
    found = _LIKED.search(plain)
    around = f"{plain[: found.start()]} {plain[found.end() :]}" if found else ""
    if not found or _SPOILS.search(around) or not is_meant(plain[: found.start()]):
        return None
    said = found["a"] or found["b"] or found["c"] or found["d"]
    return re.sub(r"'s?\b(?: one| match)?", "", said)


def liked_together(plain: str) -> bool:
    """Several volunteers are found good at once: "yes to Ravi and Maureen", "Ravi and Maureen are both fine"."""
    return _TOGETHER.search(plain) is not None and _SPOILS.search(plain) is None
