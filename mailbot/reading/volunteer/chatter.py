"""Is a sentence of an answer only talk around it? A friendly volunteer tells of marrows and buses before the yes.

What bends an answer sets a condition or a time, is about the person or the calls, says what the writer can or will do,
or is short. Talk about the weather does none of that. In doubt a sentence is no chatter.
"""

from __future__ import annotations

import re

_FEWEST_WORDS = 6
_NOT_ABOUT_IT = (  # "I couldn't stand the smell", "I don't see the point"
    r"(?! (?:never |really |quite |even |not |ever )*(?:stand|see|find|found|believe|hear|remember|recall|tell you"
    r"|imagine|abide|bear|resist|spell|type|park|get over|know where|know how|know what|understand|talk the|say"
    r"|no good at|one of|using|typing|sat|sitting|enjoy|come in|come from|came|lost|had|told|made|have)\b)"
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas|half term"
)
_ABOUT_IT = re.compile(
    r"\b(?:i|we) (?:really |also |do |simply )?(?:can|can't|cannot|could|couldn't|will|won't|shall|shan't|would"
    r"|wouldn't|might|may|must|mustn't|need|should|shouldn't|have to|hope to|hope i|think (?:i|it|so|that|about)|wonder"
    r"|suppose|guess|doubt|feel|fear|worry|prefer|want|wish|am|don't|do not|have no"
    r"|haven't (?:got|the|any|time|decided)"
    rf"|struggle|only|just|still)\b{_NOT_ABOUT_IT}"
    r"|\b(?:i'm|we're)\b(?! (?:using|typing|sitting|writing|told|sure you))"
    rf"|\b(?:i'll|i'd|we'll|we'd|let me)\b{_NOT_ABOUT_IT}"
    r"|\b(?:if|unless|provided|providing|as long as|so long as|condition|proviso|except|apart from|subject to|depend\w*"
    r"|assuming|until|till (?!ten|late|midnight|teatime|\w+ing)|not before|instead|rather than|on second thoughts)\b"
    r"|\b(?:after|from|once|when|before) (?:my|i'm|i am|i've|the (?:holidays?|summer|\d|end|start|new year)"
    rf"|{_MONTHS})\b"
    rf"|\bin (?:a|two|three|four|{_MONTHS})\b|\bnext (?:week|month|year|time)\b"
    r"|\bfor (?:a|two|three|six|the) (?:week|weeks|month|months|while|time being|moment)\b"
    r"|\b(?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|mornings|evenings|afternoons|weekends"
    r"|weekdays|fortnightly|weekly)\b"
    r"|(?<!was )(?<!were )\bonly (?:on|in|at|for|until|if|when|available|free|do|be|once|one)\b"
    r"|\b(?:calls?|calling|ring|ringing|befriend\w*|volunteer\w*|offer|match\w*|this (?:one|time|lady|man|gentleman"
    r"|woman|person)|take (?:her|him|them|on|it|this)|commit\w*|availab\w*|rota|yes|someone else|somebody else|anyone"
    r"|another one|my plate|no time|time to|her|hers)\b"
    r"|\b(?:she|he|they)(?:'ll|'d| will| would| can| can't| could| must| needs?| wants?| has to| doesn't| won't| is"
    r"| are)\b(?! never ask)"
    r"|\b(?:please|could you|can you|would you|unfortunately|sadly|regret\w*|afraid|sorry)\b"
    r"|^(?:but|however|though|although|only|not|no|yet|except|mind|still|then again|actually|wait|or)\b|\?"
)


def is_chatter(sentence: str) -> bool:
    """Of a plain sentence; a fragment never is."""
    return len(sentence.split()) >= _FEWEST_WORDS and _ABOUT_IT.search(sentence) is None
