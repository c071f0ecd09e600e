"""Words of somebody else that a letter passes on: between quotation marks, or after "Message from Sue:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.reading.words.plain import Sentence

# However it is announced, whose words follow: not the writer's own ("I said:", "from me:")
_ANNOUNCED = re.compile(
    r"(?<!\bi )(?<!\bwe )\b(?:said|says|say|wrote|writes|put|texted|texts|emailed|e-mailed|emails|messaged|replied"
    r"|replies|answered|announced|instructs?|instructed|reads?|goes|went|asks?|asked|tells|told (?:me|us)|demands?"
    r"|(?:exact |own )?words(?: were| are)?|again|was|were|is|this)\b[^:]{0,60}$"
    r"|\b(?:from|according to|by) (?!me\b|us\b|my|our|now|today|then|the (?:list|top|digest)|[\d(]|r-)[\w' -]{2,60}$"
    r"|\b(?:message|note|email|e-mail|letter|text|voicemail|mail|version|request|instructions?|answer|reply)\b"
    r"[^:]{0,40}$"
)
_OWN = re.compile(
    r"^(?:please |add |a |the |file |make (?:a )?|leave (?:a )?|for (?:the )?|on (?:the )?|my |our |one |put (?:a )?)*"
    r"(?:notes?|answers?|repl(?:y|ies)|mail|letters?|requests?)\b(?!.{0,20}\bfrom\b)"
    r"|\b(?:i|we)(?:'d|'ve|'m| would| should| have| am)?\b|\bnotes?\b.{0,20}\b(?:on|for|to|saying|that says)\b"
    r"|\bplease\b"
    r"|\b(?:do|done|want(?:ed)?|need(?:ed)?|orders?|today)\b|\b(?:new )?(?:volunteer|befriender)"
)
_RECEIVED = re.compile(r"\b(?:got|had|have|received|here is|here's|this is|below is|see) (?:this|that|what|the)?\b")
_LONGEST_INTRODUCTION = 120  # characters


def announces(said: str) -> bool:
    """Do the plain words before a colon say that somebody else's words follow?"""
    said = said.strip(' :-"')[-_LONGEST_INTRODUCTION:]
    own = _OWN.search(said)
    return bool(_ANNOUNCED.search(said)) and (own is None or bool(_RECEIVED.search(said) and "from" in said.split()))


def relayed_sentences(told: Sequence[Sentence]) -> Iterator[bool]:
    """For each sentence, are its words relayed? What follows an announcement is, and what stands in quotation marks."""
    inside = False
    announced: int | None = None
    balanced = sum(one.plain.count('"') for one in told) % 2 == 0
    for one in told:
        if announced is not None and one.paragraph > announced + 1:
            announced = None
        starts_quoted = one.plain.startswith('"') and balanced
        yield inside or starts_quoted or announced is not None
        if balanced and one.plain.count('"') % 2:
            inside = not inside
        if one.plain.endswith((":", " -")) and announces(one.plain):
            announced = one.paragraph
