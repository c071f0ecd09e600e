"""What stands around an order in a piece: names, references, courtesies, topics, and what takes it all back."""

from __future__ import annotations

import re

from mailbot.reading.staff.order_words import VERBS

TAKEN_BACK = re.compile(
    r"\b(?:no,? wait|(?:please|actually|but|so|no),? (?:don'?t|do not)\b(?=[ ,.!]*$|[,.] )|scrap that|scrub"
    r" (?:that|my|the|what)|disregard|ignore (?:what|that|my|the)|leave (?:him|her|them|it|that|"
    r"this|r-\d+|\d{4})\b(?! (?:alone |be |as it is |where it is |for now |on hold |with )?"
    r"(?:until|till|til)\b| on hold| in abeyance| with [a-z])|on second thoughts|on reflection|thinking"
    r" again|having said that|let (?:him|her|it|them) be\b|"
    r"forget (?:that|what i|i said|it)\b|cancel that|as you were"
    r"|(?:keep|leave) (?:it|her|him|them|this|that|(?:r-?)?\d{4,6}) open\b|(?:stays?|must remain|remains?) open\b)"
)
ALL = re.compile(
    r"\ball (?:of (?:them|these)|the (?:above|rest)|three|two|four|five|six|\d)\b|\ball\b(?=$|"
    r"[ ,.!]*(?:please|thanks|approved))|\bboth\b|\bthe lot\b|\beverything\b"
)
LEADING_REFERENCE = re.compile(
    r"^\W*(?:(?:the |our )?(?:gentleman|lady|man|woman|family|mother|mum|mam|person|caller|chap|lad|girl|one)"
    r" (?:at|on|in|from|for) )?(?:(?:R-?\s?)?\d{4,6}|L-\s?\d+)\b(?: again)?[ \t]*[:,–-]?[ \t]*",
    re.IGNORECASE,
)
NAME_WORD = r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*"
NAME = re.compile(
    rf"(?<![\w-])(?!(?:Assign|Give|Please|Match|Could|Can|Pause|Stand|Rest|Let|Would|Add|Put|Enter|And|But|So|Then|Also|Or|Oh|The|Her|His"
    rf"|Their|My|Our|Yes|No|If|When|Now|Right|Ok|Okay|Thanks|Hi|Hello|Dear|Morning|Best|Kind|Many|With|From|For|To|It|She|He"
    rf"|They|We|You|That|This|Try|Use|Make|Offer|Send|Approve|Close|Hold|Show|Note|New"
    rf"|Swap)\b)(?:{NAME_WORD} ){{1,2}}{NAME_WORD}(?![\w-])"
)
_SIGN_OFF = re.compile(
    r"^(?:thanks|thank you|ta|cheers|many thanks|kind regards|regards|best|best wishes|"
    r"morning|hi|hello|hiya|afternoon)\b[^?]{0,30}$"
)


def is_courtesy(said: str) -> bool:
    """ "Thanks, Meg", "Morning all": short, and neither an order nor a number ("Best pause her until May")."""
    return (
        bool(_SIGN_OFF.match(said))
        and not any(words.search(said) for _, words in VERBS)
        and not re.search(r"\d{4}", said)
    )


SOMEBODY = re.compile(
    r"\b(?:pause|rest|stand|take|give|from|for|to|send|offer) (?:him|her|them)\b|^(?:please )?(?:pause"
    r"|rest)(?: please)?\W*$"
)
# "Bartholomew for 1128 please", "Winifred Lake please", "1128: Grace", "Dora for 1044 is fine too"
NAMED_FOR = re.compile(
    r"\W*(?:(?:yes|ok|okay|please|and|let's (?:have|try|go with|use)|i'd say|i would say|make it|it's|go for|try|use"
    r"|go with|but)[ ,]+)*"
    r"(?:(?:for )?(?:r-?\d{4,6}|\d{4}),?:? +(?:- )?)?"
    r"(?P<name>[\w'-]+(?: [\w'-]+){0,2}?)"
    r"(?: instead)?(?: (?:for|on|with) (?:(?:r-?\d{4,6}|\d{4})|this(?: one)?|that(?: one)?|it|her|him"
    r"|the (?:first|second|third|fourth|last|middle|top|bottom)(?: one)?))?(?: instead)?"
    r"(?: (?:is|sounds|looks|would be) (?:fine|good|great|ok|okay|perfect|ideal|lovely|spot on|right|better)"
    r"(?: too| as well| by me| with me| for me)?)?"
    r"(?:,? (?:please|thanks|thank you|then)[ .!]*)*(?:,[^,?]{0,90})?[ ,.!]*"
)
NOT_NAMED = re.compile(r"(?i:\b(?:not|rather than|instead of)) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
REPEATED = re.compile(
    r"(?:(?:and|&|also|same (?:for|with|goes for)|the same (?:for|with|goes for)|ditto(?: for)?|likewise(?:"
    r" for)?|plus)[ ,]+)+"
    r"(?:(?:r-?\d{4,6}|\d{4})(?:,| and| &)? ?)+(?:too|as well|likewise|please|pls|thanks|while you(?:'re"
    r"| are) (?:at it|there))?[ .!?]*"
    r"|(?:(?:and|yes|also) )?(?:this|that)(?: one)?,? (?:too|as well|also)(?:,? (?:please|pls|thanks))?[ .!]*"
)
TOPIC = re.compile(
    r"(?:(?:with regard to|regarding|re|about|as for|as to|on|concerning|now|to come to|first|next)[: ]+)*"
    r"(?:r-?\d{4,6}|\d{4})?(?: again)?[ .,:;-]*"
)
# "Joel", "Jodie (trainee)": a name under a letter
SIGNED = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}(?: \([^()]{1,30}\))?\.?")
