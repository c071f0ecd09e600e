"""The times of the week that a plain sentence names, and where they stand: "weekdays", "after 6", "Tues or Thurs".

What a sentence *means* by them (offers, excludes, merely tells) is ``availability``'s concern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from mailbot.reading.skills.hours.week_words import (
    ALL_DAY,
    ANY_TIME,
    DAY_END,
    DAY_NAMES,
    DAY_START,
    GROUPS,
    PARTS,
    Words,
    clock,
    minute_meant,
)
from mailbot.weekly_hours import MINUTES_A_DAY

MOST_ITEMS = 24  # of one sentence; nobody tells more, and what follows costs more with each


class Sort(Enum):
    """What an item of a sentence is: a time, a limit ("not before 11"), a reference to a time told, or a mere date."""

    TIME = "time"
    LIMIT = "limit"
    THEN = "then"  # "after that"
    BEFORE_THEN = "before_then"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Item:
    """Words ``start`` to ``end`` of the sentence; ``days`` and ``stretch`` (minutes) where they are told.

    ``clock``: what was told is an hour and not a part of the day; ``point``: a single one ("at 5").
    """

    start: int
    end: int
    sort: Sort = Sort.TIME
    days: frozenset[int] | None = None
    stretch: tuple[int, int] | None = None
    clock: bool = False
    point: bool = False


def may_tell_time(sentence: str) -> bool:
    """A cheap look before the long one: False only where no time of the week is told."""
    return _ANY_TIME_WORD.search(sentence) is not None


def items_of(sentence: str) -> list[Item]:
    """Every time of the week in a plain (lower case, straight) sentence, in order."""
    if not may_tell_time(sentence):
        return []
    found = (item for match in _ITEM.finditer(sentence) if (item := _item(match, sentence)) is not None)
    return list(islice(found, MOST_ITEMS))


# ------------------------------------------------------------------------------------------------ words to items

_DAY = "(?:" + "|".join(pattern for pattern, _ in DAY_NAMES) + r")(?![\w'])"
_DAY_NUMBERS = tuple((re.compile(pattern), number) for pattern, number in DAY_NAMES)
_GROUP_WORDS = tuple((re.compile(words.pattern), words) for words in GROUPS)
_PART_WORDS = tuple((re.compile(words.pattern), words) for words in PARTS)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
_PART_OF_DAY = r"(?:mornings?|afternoons?|evenings?|nights?|lunch\s?time)"
_TO = (
    r"\s*(?:-|to|till?|til|until|untill?|(?:right )?through(?: to| till?| until)?|all the way to|thru|i(?= ddydd)"
    r"|hyd|tan|do|se)\s*"
)
_DATES = (
    rf"(?:this|last|next|since|until|till|by|before|after|coming|that|past|previous|week on|one)(?: coming"
    rf"| past)? {_DAY}(?: {_PART_OF_DAY})?(?:,? at \d{{1,2}}(?:[.:]\d\d)?(?: ?[ap]m)?)?"
    rf"|from {_DAY}(?=,? (?:i|i'll|i'm|we|we'll|she|he)\b)|{_DAY},? (?:this|next|last) week\b|{_DAY},? (?:the"
    rf" )?\d{{1,2}}(?:st|nd|rd|th)\b(?:(?: of)? {_MONTH})?"
    rf"|{_DAY},? \d{{1,2}} (?:of )?{_MONTH}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
    rf"|(?:this|last|tomorrow|yesterday|next|good|that|same|one|some|long|(?<!any )other|few|couple of|first|all|half"
    rf" the"
    rf"|middle of the|in the) (?:very )?"
    rf"(?:nights?\b"
    rf"|{_PART_OF_DAY})(?<!in the mornings)(?<!in the morning)(?<!in the afternoon)(?<!in the afternoons)"
    r"(?<!in the evening)(?<!in the evenings)"
    rf"|{_DAY}(?:,? {_PART_OF_DAY})? (?:just gone|gone\b|coming\b|running|gyntaf|diwethaf|group|calls?\b(?! (?:me"
    rf"|would|is|are|suit))|sessions?|meeting|club|class|market)"
    r"|(?:today|tomorrow|tonight|yesterday|heddiw|yfory)(?:,? (?:at|after|before|from|about|around"
    r"|am) \d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)?)?"
    rf"|(?:choir|bingo|darts|quiz|training|football|club|youth|games|film|pub|poker|karate|yoga|dance|band) (?:nights?"
    rf"|evenings?)|(?:morning|night|evening) (?:person|people|owls?|bird)"
    rf"|(?:before|by|until|till|since|end of|the end of|after) the week(?:end)?\b|(?:this|next|last|the other)"
    rf" week(?:end)?\b"
    rf"|nights? (?:a |per |shift|work\w*|owl|porter|watch|driver|bus|nurse|staff|out\b|and day|after night|club)"
    rf"|night and day|day and night|(?:two|three|four"
    rf"|five|\d) nights?"
    rf"|(?:bore|prynhawn|p'nawn|pnawn|nos|noswaith) da|heno|neithiwr|bore 'ma|(?:bore|nos) (?:fory|yfory|ddoe)"
    rf"|{_PART_OF_DAY} (?:class|course|tea|service|paper|news|college|school)|sunday (?:school|lunch|dinner|best"
    rf"|roast)"
)
_AFTER = (
    r"(?:any ?time |sometime |from )?(?:after|from|past|beyond|no earlier than|ar [oôö]l|wedi|ar ol|o|po|later than)"
    r"(?: (?:about|around|roughly|approx|maybe|say|tua))? "
)
_BEFORE = (
    r"(?:any ?time |up )?(?:before|until|till|til|untill|up to|no later than|to|cyn|tan|hyd at|przed)"
    r"(?: (?:about|around|roughly|say|tua))? "
)
_ANY_TIME_WORD = re.compile(
    r"\d|(?:mon|tue|wed|thu|fri|sat|sun|wen)|days?\b|dail|times?\b|week|wk|w/e|noon|morn|even[iu]|eves?\b|nigh?t"
    r"|whenever|when you|as and when|hour|school|o'clock|lunch|dinner"
    r"|after (?:that|then|this)|afterwards|(?:before|than) (?:that|then|this)|then on"
    r"|from then|after(?:$|[ ,.]*(?:is|would|please)\b)|midnight|matter|mind|fuss|bothered|flexible|same to|makes? no"
    r"|no preference|conven|suits|always|never out|take your pick|choice|object|particular|easy about|gone \w"
    r"|past \w|llun|mawrth|mercher|school|½"
    r"|[mtwfs][a-z']{2,8}(?:ay|dy)s?\b|[mtwfs]\w?\s?[/+&-]\s?[mtwfs]|\b(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)\b"
    r"|(?:after|from|before|until|till|to|past|half|between|at|by) one\b|\btea\b|tea\s?time|arvo|aft[aeiou]?r?n"
    r"|\b(?:pir|peer|jum|itwa|hafta|mangal|budh|somwar|subah|dopa|shaa?m|do peh)|baje"
    r"|nos|\bfore(?:au)?\b|pryd\b|bore|prynhawn|p'?nawn|dydd|bryd|adeg|amser|hwyr|diwrnod|ysgol|wythnos|gwaith|hynny|sadwrn|gloch|canol"
    r"|deuddeg"
    r"|\b(?:d?dau|tri|dri|[bp]h?edwar|[bp]h?ump|chwech|saith|wyth|naw|d?deg)\b"
    r"|rano|rankiem|wiecz|po[łl]ud|poniedz|wtor|rod[yęaę]|czwart|pi[ąa]t|sobot|niedz"
)
_ITEM = re.compile(
    r"(?<![\w'£.:-])(?<!\d/)(?:"
    rf"(?P<dates>(?:{_DATES})(?!\w))"
    rf"|(?P<day_range>(?:(?:from|between|o"
    rf"|od) )?(?P<first_day>{_DAY}){_TO}(?:and )?(?P<last_day>{_DAY})(?: inclusive)?)"
    rf"|(?P<day_onwards>(?:from )?(?P<from_day>{_DAY}) (?:onwards?|on(?=\s*(?:$|[,.;)]|is\b|i'm\b|i am\b))))"
    rf"|(?P<group>(?:{'|'.join(words.pattern for words in GROUPS)})(?!\w))"
    rf"|(?P<not_before>(?:not|never|\w+n't (?:\w+ ){{0,4}}?|nothing|no (?:phone )?calls?(?: please)?,?|(?:nid"
    rf"|d?dim)(?: ar gael)?) ?(?:before|until|till"
    rf"|til"
    rf"|earlier than|cyn|tan) {clock('nb_')})"
    rf"|(?P<not_after>(?:not|never|\w+n't (?:\w+ ){{0,4}}?|nothing|no (?:phone )?calls?(?: please)?,?|no later than"
    rf"|nid|d?dim) ?(?:after|past|later than"
    rf"|beyond|ar [oô]l) {clock('na_')})"
    rf"|(?P<range>(?:(?P<both>(?:anywhere |any ?time |sometime )?between |rhwng |mi[eę]dzy )|from |o |od |around "
    rf"|about "
    rf"|say |){clock('rs_')}\s*(?:-+|to|till?|til|til'|until|untill?|through|tan|hyd|hyd at|do|se"
    rf"|(?(both)(?:and|&|a|ac|i)|-)) ?(?:about |around |say )?{clock('re_')}"
    rf"(?: (?:baje )?(?:ke darmiyan|tak))?)"
    rf"|(?P<before_then>(?:any ?time )?(?:(?:before|earlier than|sooner than) (?:that|then|this)|cyn hynny)\b(?!"
    rf" (?:he|she|i|we|they)\b))"
    rf"|(?P<then>(?:any ?time )?(?:(?:after|later than) (?:that|then|this)\b|afterwards|(?:from )?then on(?:wards)?"
    rf"|from then\b"
    rf"|wedi hynny|ar [oô]l hynny|(?:any ?time|ring|call)(?: me)? after(?=\s*(?:$|[,.;!)]|is\b|would\b|please\b))"
    rf"|after(?= (?:is|would be) (?:fine|good|best|ok|great|perfect)\b)))"
    rf"|(?P<after>{_AFTER}{clock('a_')}(?: ?(?:onwards?|on\b(?! (?:{_DAY}|a |the |my |any |week))|ymlaen))?)"
    rf"|(?P<onwards>{clock('o_')} ?(?:onwards?|ymlaen|or later|or after|on(?=\s*(?:$|[.,;)]))|at (?:the )?(?:very"
    rf" )?earliest))"
    rf"|(?P<before>{_BEFORE}{clock('b_')}|{clock('e_')} (?:or (?:before|earlier)|at (?:the )?(?:very )?latest))"
    rf"|(?P<any>(?:{ANY_TIME})(?!\w))"
    rf"|(?P<day>{_DAY})"
    rf"|(?P<part>(?:{'|'.join(words.pattern for words in PARTS)})(?!\w))"
    rf"|(?P<home_by>(?:i'm|i am|i'll be|she's|she is|he's|he is|she'll be) (?:\w+ )?(?:home|back|in|finished|done|off)"
    rf" (?:by|at|for) {clock('h_')})"
    rf"|(?P<point>(?:(?:at|by|around|about|roughly|make it|@) ?{clock('p_')}|(?:am|for) ?{clock('f_')}"
    rf"(?=\s*(?:$|[,.;)!?]|on\b|or\b|and\b|so\b|felly\b|every|each|please|is\b|would|{_DAY}))))"
    rf"|(?P<said_point>{clock('s_')})"
    r")"
)
_IS_BEFORE = re.compile(r"\b(?:is|are)\s*$")
_GOES_ON_AS_A_DAY = re.compile(r"\s*(?:[,/&.+-]|$|(?:and|or|to|am|pm|mornings?|afternoons?|evenings?|nights?|eves?)\b)")
_AT_WORK = re.compile(
    r"\b(?:i|he|she|we) (?:do|driv\w+|clean\w*|stack\w*|guard\w*) (?:(?!any|most|every)\w+ ){0,3}$"
    r"|(?:\bwork(?:s|ed|ing)?|\b(?:does|doing)|(?:'m|'s|\bam|\bis) on) (?:permanent |mostly |the )?$"
)
_NOT_SATURDAY_BEFORE = re.compile(
    r"(?:\b(?:i|we|have|has|had|he|she|been|just|dog|cat|is|was|were|are|am|get|got|be|the|they|who|and then)|'(?:s"
    r"|ve|m|re|d))\s*$"
)
_NOT_SATURDAY_AFTER = re.compile(
    r"\s*(?:in|at|by|here|there|down|up|with|next|beside|around|for|shining|was|it|him|her|on)\b"
)


def _item(match: re.Match[str], sentence: str) -> Item | None:
    start, end, name = match.start(), match.end(), match.lastgroup
    words = match.group()
    if name == "dates":
        return Item(start, end, Sort.DATE)
    if name == "day_range":
        first, last = _day_number(match["first_day"]), _day_number(match["last_day"])
        count = (last - first) % 7
        return Item(start, end, days=frozenset((first + step) % 7 for step in range(count + 1)))
    if name == "day_onwards":  # the lastgroup of nested groups is the outer one
        return Item(start, end, days=frozenset(range(_day_number(match["from_day"]), 7)))
    if name == "day":
        if words in {"sat", "sun", "wed", "fri", "mon", "peer", "pir", "hafta ko"} and _is_no_day(sentence, start, end):
            return None
        return Item(start, end, days=frozenset({_day_number(words)}))
    if words == "nights" and _AT_WORK.search(sentence[:start]):
        return Item(start, end, Sort.DATE)
    if name in {"group", "part"}:
        meant = _meant(sentence, start, end)
        return Item(start, end, days=meant.days, stretch=meant.stretch) if meant else None
    if name == "any":
        return Item(start, end, stretch=ALL_DAY)
    if name == "then":
        return Item(start, end, Sort.THEN)
    if name == "before_then":
        return Item(start, end, Sort.BEFORE_THEN)
    return _clock_item(match)


def _meant(sentence: str, start: int, end: int) -> Words | None:
    """The first entry of the tables that reads exactly these words where they stand."""
    for pattern, words in _GROUP_WORDS + _PART_WORDS:
        found = pattern.match(sentence, start)
        if found and found.end() == end:
            return words
    return None


def _clock_item(match: re.Match[str]) -> Item | None:
    start, end = match.start(), match.end()
    if match["range"]:
        stretch = _range(minute_meant(match, "rs_"), minute_meant(match, "re_"))
        return _stretch_item(match, stretch)
    if match["not_before"]:
        return Item(start, end, Sort.LIMIT, stretch=(0, max(1, minute_meant(match, "nb_")[0])), clock=True)
    if match["not_after"]:
        last, said = minute_meant(match, "na_")
        last = min(last + (12 * 60 if not said and last < 12 * 60 else 0), MINUTES_A_DAY - 1)  # "not after 9"
        return Item(start, end, Sort.LIMIT, stretch=(last, MINUTES_A_DAY), clock=True)
    for name, prefix in (("after", "a_"), ("onwards", "o_"), ("home_by", "h_")):
        if match[name]:
            return _stretch_item(match, (minute_meant(match, prefix)[0], DAY_END))
    if match["before"]:
        prefix = "b_" if match["b_hour"] or match["b_noon"] or match["b_midnight"] else "e_"
        return _stretch_item(match, (DAY_START, min(minute_meant(match, prefix)[0], MINUTES_A_DAY)))
    return _point_item(match)


def _stretch_item(match: re.Match[str], stretch: tuple[int, int]) -> Item:
    """One whose end is not after its start lies outside the calling day, and is no time to be called."""
    if stretch[0] < stretch[1]:
        return Item(match.start(), match.end(), stretch=stretch, clock=True)
    return Item(match.start(), match.end(), Sort.DATE)


def _point_item(match: re.Match[str]) -> Item | None:
    """A single clock time: an hour is offered. A bare number without "at", am or pm is no time at all."""
    prefix = next((prefix for prefix in ("p_", "f_") if _is_told(match, prefix)), "s_")
    minute, _ = minute_meant(match, prefix)
    plain_number = prefix == "s_" and not any(match[prefix + part] for part in ("half", "half_day", "noon", "minute"))
    if plain_number or not 7 * 60 <= minute <= DAY_END or (prefix == "s_" and match["s_minute"] and minute % 5):
        return None
    if re.search(r"(?:lunch|dinner)\s?time", match.group()):
        return Item(match.start(), match.end(), stretch=(minute, minute + 120))
    return Item(match.start(), match.end(), stretch=(minute, minute + 60), clock=True, point=True)


def _is_told(match: re.Match[str], prefix: str) -> bool:
    return any(match[prefix + part] for part in ("hour", "noon", "midnight"))


def _range(first: tuple[int, bool], last: tuple[int, bool]) -> tuple[int, int]:
    """Two clock times as one stretch; a missing am or pm is that which gives an order, between 09:00 and 21:00."""
    (start, start_said), (end, end_said) = first, last
    if not start_said and start >= end and (end_said or end >= 12 * 60):  # "7 till 4" begins in the morning
        start -= 12 * 60
    elif not start_said and end_said and start + 12 * 60 < end and start < DAY_START + 60:
        start += 12 * 60
    if not end_said and end <= start:
        end = min(end + 12 * 60, DAY_END)
    return max(start, 0), min(end, MINUTES_A_DAY)


def _day_number(words: str) -> int:
    words = words.strip()
    return next(number for pattern, number in _DAY_NUMBERS if _day_matches(pattern, words))


def _day_matches(pattern: re.Pattern[str], words: str) -> bool:
    return bool(pattern.fullmatch(words) or pattern.fullmatch("nos " + words, 4))


def _is_no_day(sentence: str, start: int, end: int) -> bool:
    """ "The dog sat down", "the sun", "they wed": short day names that are other words."""
    if sentence[start:end] in {"peer", "pir", "hafta ko"}:
        return not re.search(r"\b(?:se|ko|tak|aur|jum)", sentence[end : end + 12])
    if sentence[start:end] in {"mon", "fri"} or (
        _IS_BEFORE.search(sentence[:start]) and _GOES_ON_AS_A_DAY.match(sentence, end)
    ):
        return False
    return bool(_NOT_SATURDAY_BEFORE.search(sentence[:start]) or _NOT_SATURDAY_AFTER.match(sentence, end))
