"""The words for days, parts of the day and clock times, in English and Welsh (and some in Polish and Urdu).

Source of the meanings: the table of availability in ``samples/README.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DAY_START, DAY_END = 9 * 60, 21 * 60
ALL_DAY = (DAY_START, DAY_END)
WEEKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Words:
    """One pattern and what it means: ``days``, a stretch of the day in minutes, or both."""

    pattern: str
    days: frozenset[int] | None = None
    stretch: tuple[int, int] | None = None


# Welsh day names are words of their own (llun: a picture, mawrth: March), so they need a part of the day before them,
# which is looked for by the pattern of the name itself.
_CY = r"(?:(?:bob|ar|o|i|ac|a|neu|pob)\s+)?"
_CY_BEFORE = (
    r"(?:d?dydd(?:iau)?\s+|(?<=bore )|(?<=nos )|(?<=noson )|(?<=boreau )|(?<=nosweithiau )|(?<=prynhawniau )"
    r"|(?<=prynhawn )|(?<=p'nawn )|(?<=pnawn ))"
)

DAY_NAMES: tuple[tuple[str, int], ...] = (
    (r"mon(?:day)?'?s?", 0),
    (r"tue?s?(?:day)?'?s?", 1),
    (r"w(?:ed(?:s|nes|es|ne)?|edn|ens|ends|enes)(?:day)?'?s?", 2),
    (r"th(?:ur|urs|u|rus)(?:day)?'?s?", 3),
    (r"fri(?:day)?'?s?", 4),
    (r"sat(?:urday|erday)?'?s?", 5),
    (r"sun(?:day)?'?s?", 6),
    (_CY_BEFORE + r"l+un", 0),
    (_CY_BEFORE + r"[mf]awrth", 1),
    (_CY_BEFORE + r"[mf]ercher", 2),
    (_CY_BEFORE + r"iau", 3),
    (_CY_BEFORE + r"g?wener", 4),
    (_CY_BEFORE + r"sadwrn", 5),
    (_CY_BEFORE + r"sul", 6),
    (r"poniedzia[łl](?:ek|ki|ku)", 0),
    (r"wtor(?:ek|ki|ku)", 1),
    (r"[śs]rod[yęaę]", 2),
    (r"czwart(?:ek|ki|ku)", 3),
    (r"pi[ąa]t(?:ek|ki|ku)", 4),
    (r"sobot[yęa]", 5),
    (r"niedziel[eęa]", 6),
    (r"peer|pir|somwar", 0),
    (r"mangal", 1),
    (r"budh", 2),
    (r"jumm?e?raa?t", 3),
    (r"jumm?a", 4),
    (r"hafta ko|saneechar|sanichar", 5),
    (r"itwaa?r", 6),
)

GROUPS: tuple[Words, ...] = (
    Words(r"week\s?nights?|(?:any|every|each|most) week\s?nights?", WEEKDAYS, (18 * 60, DAY_END)),
    Words(r"on (?:a )?school days?", WEEKDAYS),
    Words(r"(?:on (?:a )?)?school nights?", WEEKDAYS, (18 * 60, DAY_END)),
    Words(r"school (?:hours|time|days)|(?:during|in) school", WEEKDAYS, (9 * 60 + 30, 15 * 60)),
    Words(
        r"(?:while|when|whilst) (?:the |my )?(?:kids|children|boys|girls|little ones|he's|she's|they're)"
        r"(?: are|'re| r)? (?:at|in) school(?: hours)?",
        WEEKDAYS,
        (9 * 60 + 30, 15 * 60),
    ),
    Words(
        r"(?:tra|pan)(?: fo| bod| mae| fydd)?'?r?(?: y)? plant(?: yn yr)? ysgol|tra (?:bod|fo)(?: y|'r) plant yn yr"
        r" ysgol"
        r"|pan (?:mae|fydd)(?: y|'r) plant yn yr ysgol",
        WEEKDAYS,
        (9 * 60 + 30, 15 * 60),
    ),
    Words(r"oriau(?:'r)? ysgol", WEEKDAYS, (9 * 60 + 30, 15 * 60)),
    Words(r"office hours|working hours|oriau(?:'r)? gwaith", WEEKDAYS, (9 * 60, 17 * 60)),
    Words(r"week\s?-?days?|(?:in|during|through|thru) the week|mid\s?-?week|working days?", WEEKDAYS),
    Words(_CY + r"(?:yn ystod yr wythnos|dyddiau(?:'r)? (?:yr )?wythnos|diwrnodau gwaith)", WEEKDAYS),
    Words(
        r"(?:(?:doesn't|don't) (?:really )?matter|(?:don't|not) (?:really )?(?:mind|fussed|bothered|fussy)(?: about"
        r"| on)?) (?:what|which)"
        r" (?:day|days)(?: of the week)?(?: it(?:'s| is))?|(?:whatever|whichever) days?(?: of the week)?(?: you"
        r" like)?|the day doesn't"
        r" (?:really )?matter|(?:doesn't|don't) matter (?:about )?the day",
        EVERY_DAY,
    ),
    Words(r"week\s?-?ends?|[bp]enwythnos(?:au)?|(?:y |ar y |dros y )bwrw sul", WEEKEND),
    Words(
        r"all days|any other days?|(?:any|every|each|most|whichever|either)\s?days?\b(?! (?:time|long))|daily|seven"
        r" days(?: a week)?"
        r"|7 days(?: a week)?"
        r"|all (?:through the )?week|(?:bob|unrhyw) d?dd?iwrnod|bob dydd|pob dydd",
        EVERY_DAY,
    ),
)

ANY_TIME = (
    r"any\s?-?time(?: at all| of (?:the )?day| you like| really)?|(?:just )?when (?:you|they) (?:like|want|fancy)(?!"
    r" to)|as and when|when\s?ever(?: you (?:like|want|can|fancy)| suits)?"
    r"|(?:i'm|i am|she's|he's) never out|take your pick|(?:the )?choice is yours|your choice of (?:day|time)s?"
    r"|whatever(?:'s| is)? (?:suits?|best|good|easiest|convenient)(?: for)?(?: (?:you|them|the volunteer|her|him))?"
    r"(?=\s*(?:$|[.,;!)]))"
    r"|all day(?: long)?|(?:can|could|will|i'll|happy to) (?:fit|work) (?:in with|round|around) (?:you|your"
    r" volunteer|them|her|him)|(?<=: )any(?=[ ]*(?:$|[.,;!\n]))"
    r"|at all hours|24/7|(?:it )?(?:doesn't|don't) (?:really )?matter (?:what time|when)|(?:don't"
    r"|not) (?:really )?(?:mind|fussed|bothered)"
    r" (?:what time|when)|no preference (?:on|for|about|of|as to) time|(?:not|n't) (?:really |at all )?(?:fussy|fussed"
    r"|bothered|particular|mind) (?:about|on|what|which|with) (?:day|time)s?|(?:days and |day or )?times? (?:don't"
    r"|doesn't)"
    r" (?:really )?matter|flexible(?: (?:on|about|with|as to|around) (?:the )?(?:days?|times?)(?:(?: and| or|/| &)"
    r" (?:days?|times?))?)?(?=\s*(?:$|[.,;!)]))|(?:all )?the same to (?:me|her|him|us)(?: (?:what time|when))?"
    r"|makes? no (?:difference|odds)(?: to (?:me|her|him|us))?(?: (?:what time|when))?|(?:always|usually) (?:in"
    r"|here|home|at home|about|around|there|available),? (?:day and night|night and day|day or night)"
    r"|(?:i'm|i am|she's|he's|she is|he is) (?:nearly |almost |pretty much )?always (?:in|home|at home|here|about"
    r"|around)(?=\s*(?:$|[,.;!)]|so\b"
    r"|now\b|anyway\b|these days\b))|(?:morning|day),? noon,? (?:and"
    r"|or|&) night|day or night|unrhyw (?:bryd|adeg|amser)|(?:does "
    r"|dim )ots pryd"
)

PARTS: tuple[Words, ...] = (
    Words(
        r"(?:early |late |mid-?)?mornings?|\bmorn|in the am|(?<=(?:mon|tue|wed|thu|fri|sat|sun) )am\b|(?<=(?:day|ues"
        r"|urs|eds) )am\b|(?<=days )am\b",
        None,
        (9 * 60, 12 * 60),
    ),
    Words(
        r"(?:early |late |mid-?)?afternoons?|(?<=(?:mon|tue|wed|thu|fri|sat|sun) )pm\b|(?<=(?:day|ues|urs|eds) )pm\b"
        r"|aft(?:s|er noons?)|\bpm\b",
        None,
        (12 * 60, 17 * 60),
    ),
    Words(r"(?:early |late )?(?:evenings?|eves?|evening's)\b|nights?|night time|nighttime", None, (18 * 60, DAY_END)),
    Words(r"day\s?-?times?|during the day|in the day", None, (9 * 60, 17 * 60)),
    Words(r"lunch\s?-?(?:times?|breaks?|hours?)|dinner\s?-?times?|amser cinio", None, (12 * 60, 14 * 60)),
    Words(r"before (?:my |our |her |his )?lunch|cyn cinio", None, (9 * 60, 12 * 60)),
    Words(
        r"ar [oô]l (?:swper|te)\b|after (?:i've had |we've had )?(?:my |our |her |his |the )?(?:supper"
        r"|tea)(?![ -]?(?:time|break)|\w)",
        None,
        (18 * 60, DAY_END),
    ),
    Words(r"tea\s?-?times?|amser te", None, (16 * 60, 18 * 60)),
    Words(r"(?:yn y )?boreau?|(?:yn y |ben )bore|yn y bore|\bbore(?! da)", None, (9 * 60, 12 * 60)),
    Words(r"(?:yn y )?(?:prynhawn|p'nawn|pnawn)(?:iau|au)?(?! da)", None, (12 * 60, 17 * 60)),
    Words(r"gyda'?r nos|gyda'r hwyr|yn yr? hwyr|nosweithiau|noson|\bnos(?! da)|min nos", None, (18 * 60, DAY_END)),
    Words(r"yn ystod y dydd", None, (9 * 60, 17 * 60)),
    Words(r"rano|rankiem|subah", None, (9 * 60, 12 * 60)),
    Words(r"po po[łl]udniu|dopahar|do peh?ar", None, (12 * 60, 17 * 60)),
    Words(r"wieczor(?:em|ami)|shaa?m", None, (18 * 60, DAY_END)),
)

NUMBERS = {
    **{
        word: n
        for n, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
        )
    },
    **{
        word: n
        for n, word in enumerate(
            ["un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw", "deg", "unarddeg", "deuddeg"], 1
        )
        if word != "un"
    },
    "ddau": 2,
    "dri": 3,
    "bedwar": 4,
    "bump": 5,
    "ddeg": 10,
    "phedwar": 4,
    "phump": 5,
    "thri": 3,
}
# "One" counts more often than it tells the time: "the only one", "one job or the other".
_ONE = (
    r"one(?=\s*(?:$|[^\w\s]|o'?\s?clock|and|or(?! the other)|to|till?|until|on|in the|pm|am|ish|every|each|any|mon"
    r"|tue|wed|thu"
    r"|fri|sat|sun|week|is|would|please|if|when|at|for|thirty|fifteen))"
)
_HOUR = r"(?:\d{1,2}|" + _ONE + "|" + "|".join(sorted(NUMBERS.keys() - {"one"}, key=len, reverse=True)) + r")"
# What a bare number counts when it is no hour: "after 14 months", "until 3 different people".
_COUNTED = (
    r"(?!\s*\d|/\d|\s*%)(?!\s*(?:-\s*)?(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?|hrs?|mins?|minutes?"
    r"|kids?|children|times"
    r"|people|of|others?|more|different|boys|girls|calls|miles|quid|pounds|visits|blynedd|mlynedd|wythnos|mis"
    r"|phlentyn|blant|plant|st|nd|rd"
    r"|th|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*|a\.?(?:side|levels?))\b)"
)
_CLOCK = (
    r"(?:(?P<§half>half\s*-?\s*(?:past\s+)?|(?:a )?quarter (?:past|after)\s+|(?:a )?quarter to\s+|(?:ten|twenty|five"
    r"|10|20|5) (?:past|to)\s+"
    r"|hanner awr wedi\s+|chwarter wedi\s+|chwarter i\s+)?"
    r"(?P<§hour>"
    + _HOUR
    + r")(?:\s?[:.]\s?(?P<§minute>[0-5]\d)|(?<=[01]\d)(?P<§hundred>00|15|30|45)(?=\s?(?:hrs|hours)?\b))?"
    r"(?:\s?(?P<§half_day>a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'?\s?clock(?: in the (?:morning|afternoon|evening)| at night)?"
    r"|o'r gloch|\s?-?ish"
    r"|baje)){0,2}(?![\w£])"
    + _COUNTED
    + r"|(?P<§noon>noon|mid-?\s?day|twelve noon|canol dydd|hanner dydd|dinner\s?time|lunch\s?time)"
    r"|(?P<§midnight>midnight|hanner nos))"
)


def clock(prefix: str) -> str:
    """The pattern of a clock time, its groups named with ``prefix`` so that two can stand in one pattern."""
    return _CLOCK.replace("§", prefix)


def minute_meant(match: re.Match[str], prefix: str) -> tuple[int, bool]:
    """Minutes after midnight of a ``clock`` match, and whether am or pm was said (or is plain from 24 hours)."""
    if match[prefix + "noon"]:
        return 12 * 60, True
    if match[prefix + "midnight"]:
        return 24 * 60, True
    word = match[prefix + "hour"]
    hour = int(word) if word.isdigit() else NUMBERS[word]
    minute = int(match[prefix + "minute"] or match[prefix + "hundred"] or 0)
    minute += _offset(match[prefix + "half"] or "")
    said = (match[prefix + "half_day"] or "").replace(".", "").replace(" ", "")
    if said.startswith("pm") or "afternoon" in said or "evening" in said or "night" in said:
        return (hour % 12 + 12) * 60 + minute, True
    if said.startswith("am") or "morning" in said:
        return (hour % 12) * 60 + minute, True
    if hour > 12 or (word.isdigit() and len(word) == 2 and word[0] == "0"):
        return min(hour, 24) * 60 + minute, True
    total = hour * 60 + minute
    return (total if total >= DAY_START else total + 12 * 60), False


def _offset(words: str) -> int:
    words = words.strip()
    if not words:
        return 0
    if words.startswith(("half", "hanner")):
        return 30
    size = {"ten": 10, "10": 10, "twenty": 20, "20": 20, "five": 5, "5": 5}.get(words.split()[0], 15)
    return -size if words.endswith((" to", " i")) else size
