"""Times of the week in the commonest words: misspelt days, thumbs' "between", odd ways to say a part or the whole.

The grammar then needs one word for each thing.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OTHER_WORDS = frozenset({"sundry", "sundae"})


def days_put_right(sentence: str) -> str:
    """A plain sentence whose misspelt days ("tuseday", "firdays") are spelt right."""
    return _MAY_BE_A_DAY.sub(_put_right, sentence)


def in_common_words(sentence: str) -> str:
    """A plain sentence with its rarer ways to tell times in the words of the grammar."""
    for pattern, said in _REWRITTEN:
        sentence = pattern.sub(said, sentence)
    return sentence


# ---------------------------------------------------------------------------------------------------- misspelt days

_MAY_BE_A_DAY = re.compile(r"\b([mtwfs][a-z']{3,9}?[yai][ya]?)(s?)\b")


def _put_right(found: re.Match[str]) -> str:
    word = found[1]
    if word in _NAMES:
        return found.group()
    return _misspelt().get(word, word) + found[2]


@lru_cache(maxsize=1)
def _misspelt() -> dict[str, str]:
    """Each word one slip of the thumb away from a day: a letter left out, doubled, wrong, or two in the wrong order."""
    meant: dict[str, str] = {
        "wensday": "wednesday", "wendsday": "wednesday", "wedsday": "wednesday", "wensdy": "wednesday",
        "wenesday": "wednesday", "wendesday": "wednesday", "thersday": "thursday", "satday": "saturday",
        "sat'day": "saturday", "wed'sday": "wednesday", "thusday": "thursday",
    }  # fmt: skip
    for name in _NAMES:
        for at in range(1, len(name)):
            before, after = name[:at], name[at:]
            slips = [before + after[1:], before + after[0] + after, before + after[1:2] + after[0] + after[2:]]
            slips += [before + letter + after[1:] for letter in "aeiourn"]
            for slip in slips:
                meant.setdefault(slip, name)
    return {slip: name for slip, name in meant.items() if slip not in _OTHER_WORDS and slip not in _NAMES}


# ------------------------------------------------------------------------------------------------------- other words

_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_CLOCK = (
    r"(?:(?:half (?:past )?|quarter (?:past|to) )?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven"
    r"|twelve)(?: ?[ap]m| o'?clock|ish)?)"
)
_REWRITTEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(half|quarter)[- ](past|to)[- ](?=\w)"), r"\1 \2 "),
    (re.compile(r"(?<!\d)(?:1/2|½)(?: past)? (?=\d)"), "half past "),
    (
        re.compile(
            r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-(?=thirty|fifteen"
            r"|forty)"
        ),
        r"\1 ",
    ),
    (re.compile(r"\b(?:btwn|betw|btw|bet|b/w)\.? (?=\d)"), "between "),
    (re.compile(r"\bbetween the hours of "), "between "),
    (re.compile(rf"\bleave (?:it|me) (?:till|until|to|til) (?={_CLOCK}\b)"), "after "),
    (re.compile(r"\bdays?: any\b"), "any day"),
    (re.compile(r"\b(?:later|earlier)(?: on)? in the (?:day|evening|morning|afternoon)\b,?"), ""),
    (re.compile(r"\bnot (?:when|while) [^,;.☎]{2,40}, (?:which is|which are|that's|so) "), "not "),
    (
        re.compile(
            r"\bany (?:day|time|other day) (?:but|except|bar|other than|apart from) (?:that|those|then"
            r"|them)\b"
        ),
        "any other day",
    ),
    (
        re.compile(
            rf"\bafter (?:i|i've|we|we've)(?: (?!at |by |about )[a-z']+){{1,5}} (?:at|by|about|around) ({_CLOCK})(?!\w)"
        ),
        r"after \1",
    ),
    (re.compile(rf"\bbetween ({_DAY}) and (?={_DAY}\b)"), r"\1 to "),
    (re.compile(rf"\b({_DAY}) 2 (?={_DAY})"), r"\1 to "),
    (re.compile(r"\b(\d{1,2}) 2 (?=\d{1,2}\b)"), r"\1 to "),
    (re.compile(r"\b(?:roughly|approx(?:imately)?\.?|circa) (?=\d)"), "about "),
    (re.compile(rf"\b({_CLOCK})\s?\+(?!\w)"), r"after \1"),
    (re.compile(rf"\b(?:when|once|after) it(?:'s| has| is) (?:gone|past|turned) (?={_CLOCK}\b)"), "after "),
    (re.compile(rf"(?:^|(?<=[,;:] ))(?:gone|post) (?={_CLOCK}\b)|\bpost (?=\d)"), "after "),
    (re.compile(rf"\bpre (?={_CLOCK}\b)"), "before "),
    (re.compile(rf"\bearliest ({_CLOCK})(?:,| and|, and)? latest ({_CLOCK})"), r"between \1 and \2"),
    (
        re.compile(
            rf"\b({_DAY}) (evening|night|morning|afternoon)s? (?:to|through|till|until|-) ({_DAY})"
            rf" \2s?\b"
        ),
        r"\1 to \3 \2s",
    ),
    (re.compile(rf"\b({_DAY}) aft\b(?! \d)"), r"\1 afternoon"),
    (re.compile(r"\b(?:either|any|each|both) days? (?:of|at|over) (?:the )?weekend"), "weekends"),
    (re.compile(r"\bdays (?=(?:rather than|not|instead of) (?:the )?(?:evenings|nights))"), "daytime "),
    (re.compile(r"\b(?:during|in) (?:the |a )?school day\b"), "school hours"),
    (
        re.compile(
            r"\b(?:while|when|whilst|once) (?:(?:the|my|our|her|both) )*(?:kids?|children|boys?|girls?|little ones?"
            r"|little (?:boy|girl|lad)|sons?"
            r"|daughters?|lads?|bairns?|grandchildren|he|she|they)(?:'s|'re|'ve| is| are| r| have| has)? (?:all"
            r" )?(?:gone |off |away |back )*"
            r"(?:at|in|to) school(?: hours)?\b"
        ),
        "school hours",
    ),
    (re.compile(r"\b(?:normal |usual )?(?:business|office|working) hours\b"), "office hours"),
    (
        re.compile(
            r"\b(?:any old time|(?:at )?all hours|(?:at )?any hour(?: of the day)?|at your (?:own )?convenience"
            r"|time(?:'s| is) no object"
            r"|no particular time|whatever time (?:suits|is best|you like)(?: (?:you|them|the volunteer|your"
            r" volunteer))?"
            r"|(?:flexible|easy) (?:about|on|with) (?:the )?(?:when|times?)|all one to me(?: when)?|in all the time"
            r"|(?:adref?|adra|gartref?|yma) (?:drwy|trwy)'r (?:amser|dydd))\b"
        ),
        "any time",
    ),
    (re.compile(r"\bwhen(?:ever)? (?:it )?(?:best )?suits(?: you| them)?(?: best)?(?=\s*(?:$|[.,;!)]))"), "any time"),
    (re.compile(r"\b(?:i'm|i am|she's|he's) (?:nearly |almost )?always at home(?=\s*(?:$|[.,;!)]))"), "any time"),
    (
        re.compile(
            r"\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*) (mornings?|afternoons?|evenings?|nights?)( [^,;.]{0,30})?,?"
            r" (?:and )?so"
            r" (?:do|does|would|is|are) (?:an? )?((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
        ),
        r"\1 and \4 \2\3",
    ),
    (
        re.compile(
            r"\bbetween ([\d.:]{1,5}(?: ?[ap]m)?), [a-z'\s]{3,40},? and ([\d.:]{1,5}(?:"
            r" ?[ap]m)?)(?![\w:])"
        ),
        r"between \1 and \2",
    ),
    (
        re.compile(
            r"(?<!any )(?<!each )(?<!every )\b(?:(?:the|my|all|most|all the|on the) )*other (?=(?:nights|evenings"
            r"|mornings|afternoons)\b)"
        ),
        "any other ",
    ),
    (re.compile(r"\b(is|are) (?:my|our|her|his) (?:weekend|saturday|sunday)s?\b"), r"\1 free"),
    (
        re.compile(
            r"\b((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?) all (?=(?:the )?(?:morning|afternoon"
            r"|evening)\b)"
        ),
        r"\1 ",
    ),
    (re.compile(r"\ball (?=(?:morning|afternoon|evening),? (?:on )?(?:a )?(?:mon|tue|wed|thu|fri|sat|sun))"), ""),
    (
        re.compile(
            r"\b(?:but )?if not,?(?: then)? (?=(?:mon|tue|wed|thu|fri|sat|sun|week|morn|even|after|night|any|on"
            r" )\w*)"
        ),
        "or ",
    ),
    (
        re.compile(
            r"\b(?:any|every|each|most|whichever) days?,? (?:from |of |on )?(?=(?:mon|tue|wed|thu|fri|sat"
            r"|sun)[a-z]*\b)"
        ),
        "",
    ),
)
