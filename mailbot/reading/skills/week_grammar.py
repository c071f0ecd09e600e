"""The times of the week that a plain sentence names, and where they stand: "weekdays", "after 6", "Tues or Thurs".

What a sentence *means* by them (offers, excludes, merely tells) is ``availability``'s concern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from mailbot.reading.skills.week_words import (
    ALL_DAY,
    ANY_TIME,
    DAY_END,
    DAY_NAMES,
    DAY_START,
    EVERY_DAY,
    GROUPS,
    PARTS,
    Words,
    clock,
    minute_meant,
)
from mailbot.weekly_hours import MINUTES_A_DAY, Span, WeeklyHours

MOST_ITEMS = 24  # of one sentence; nobody tells more, and what follows costs more with each


class Sort(Enum):
    """What an item of a sentence is: a time, a limit ("not before 11"), a reference to a time told, or a mere date."""

    TIME = "time"
    LIMIT = "limit"
    THEN = "then"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Item:
    """Words ``start`` to ``end`` of the sentence; ``days`` and ``stretch`` (minutes) where they are told."""

    start: int
    end: int
    sort: Sort = Sort.TIME
    days: frozenset[int] | None = None
    stretch: tuple[int, int] | None = None


def items_of(sentence: str) -> list[Item]:
    """Every time of the week in a plain (lower case, straight) sentence, in order."""
    if not _ANY_TIME_WORD.search(sentence):
        return []
    found = (item for match in _ITEM.finditer(sentence) if (item := _item(match, sentence)) is not None)
    return list(islice(found, MOST_ITEMS))


def hours_of(items: Sequence[Item], sentence: str) -> WeeklyHours:
    """The hours that a run of items names together: "Mon or Wed 10-12, Friday afternoons"."""
    whole = WeeklyHours()
    run = _Run()
    for place, item in enumerate(items):
        before = sentence[items[place - 1].end : item.start] if place else ""
        if item.days is not None and run.ends_before_days(before, items, place, sentence):
            whole, run = whole | run.hours(), _Run()
        if item.days is None and run.ends_before_time(before, items, place, sentence):
            whole, run = whole | run.hours(), _Run()
        run.take(item, before)
    return whole | run.hours()


@dataclass(slots=True)
class _Run:
    """Days and stretches that belong together, as a reader gathers them from left to right."""

    days: frozenset[int] | None = None
    stretches: tuple[tuple[int, int], ...] = ()
    last_was_days: bool = False

    def ends_before_days(self, before: str, items: Sequence[Item], place: int, sentence: str) -> bool:
        has_own_time = _time_follows(items, place, sentence)
        if not self.stretches:  # "Friday is best, or Saturday morning": words between, and a time of their own
            return self.days is not None and has_own_time and not _ONLY_JOINS.fullmatch(before)
        if self.days is None:
            return bool(_OR.search(before)) or (has_own_time and bool(_JOIN.search(before)))
        return not (self.last_was_days and _JOIN.search(before) and not has_own_time)

    def ends_before_time(self, before: str, items: Sequence[Item], place: int, sentence: str) -> bool:
        if self.days is None and not self.stretches:
            return False
        if self.days is not None and _days_follow(items, place, sentence):
            return True
        return self.days is not None and not self.stretches and bool(_ONLY_OR.fullmatch(before))

    def take(self, item: Item, before: str) -> None:
        if item.days is not None:
            self.days = item.days | (self.days or frozenset())
        if item.stretch is not None:
            within = self.stretches and _is_narrowed_by(self.stretches[-1], item.stretch) and not _OR.search(before)
            self._narrow(item.stretch, joined=item.days is None and bool(_JOIN.search(before)) and not within)
        self.last_was_days = item.days is not None

    def _narrow(self, stretch: tuple[int, int], *, joined: bool) -> None:
        if not self.stretches or (joined and not self.last_was_days):
            self.stretches = (*self.stretches, stretch)
            return
        last = self.stretches[-1]
        common = (max(last[0], stretch[0]), min(last[1], stretch[1]))
        self.stretches = (*self.stretches[:-1], common if common[0] < common[1] else stretch)

    def hours(self) -> WeeklyHours:
        if self.days is None and not self.stretches:
            return WeeklyHours()
        return WeeklyHours.of(
            Span(day, start, end)
            for day in (self.days if self.days is not None else EVERY_DAY)
            for start, end in (self.stretches or (ALL_DAY,))
            if start < end
        )


def _is_narrowed_by(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """ "Thursday nights, 8 to 9", "afternoons, after 2": the second time makes the first exact."""
    return max(outer[0], inner[0]) < min(outer[1], inner[1]) and outer != ALL_DAY


_JOIN = re.compile(r"[,/&+;]|\b(?:and|or|neu|ac|nor|plus|also|lub|aur|ya)\b")
_OR = re.compile(r"[/&+]|\b(?:and|or|neu|ac|plus|also|lub|aur|ya)\b")
_ONLY_JOINS = re.compile(
    r"(?:[\s,/&+;()-]|\b(?:and|or|either|both|also|on|neu|ac|a|i|aur|lub|y|the|every|any|bob|ar|w|nos|bore"
    r"|prynhawn)\b)*"
)
_ONLY_OR = re.compile(
    r"[\s,]*(?:and|or|neu|ac|plus|also|lub|aur|ya)\s+(?:also |in the |the |at |on |most |any "
    r"|all )*"
)
_ATTACHED = re.compile(
    r"[\s(:]*(?:(?:on|in|at|of|the|an?|any|every|each|ar|yn|y|bob|w|ko|between|from|in the)\s+)*[\s(]*"
)


def _time_follows(items: Sequence[Item], place: int, sentence: str) -> bool:
    """Do the days at ``place`` (and those joined to them) have a time of their own after them?"""
    if items[place].stretch is not None:
        return True
    for here, following in zip(items[place:], items[place + 1 :], strict=False):
        between = sentence[here.end : following.start]
        if following.days is None:
            return bool(_ATTACHED.fullmatch(between))
        if len(between) > 12 or not _JOIN.search(between):
            return False
        if following.stretch is not None:
            return True
    return False


def _days_follow(items: Sequence[Item], place: int, sentence: str) -> bool:
    """Does the time at ``place`` have days of its own directly after it ("bore Iau", "after 6 Tuesdays")?"""
    if place + 1 >= len(items) or items[place + 1].days is None:
        return False
    return bool(_ATTACHED.fullmatch(sentence[items[place].end : items[place + 1].start]))


# ------------------------------------------------------------------------------------------------ words to items

_DAY = "(?:" + "|".join(pattern for pattern, _ in DAY_NAMES) + r")(?![\w'])"
_DAY_NUMBERS = tuple((re.compile(pattern), number) for pattern, number in DAY_NAMES)
_GROUP_WORDS = tuple((re.compile(words.pattern), words) for words in GROUPS)
_PART_WORDS = tuple((re.compile(words.pattern), words) for words in PARTS)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b"
_PART_OF_DAY = r"(?:mornings?|afternoons?|evenings?|nights?|lunch\s?time)"
_TO = r"\s*(?:-|to|till?|til|until|untill?|through|thru|i(?= ddydd)|hyd|tan|do|se)\s*"
_DATES = (
    rf"(?:this|last|next|since|until|till|by|before|after|coming|that|past|previous|week on|one)(?: coming"
    rf"| past)? {_DAY}(?: {_PART_OF_DAY})?"
    rf"|{_DAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b(?:(?: of)? {_MONTH})?|{_DAY},? \d{{1,2}} (?:of )?{_MONTH}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
    rf"|(?:this|last|tomorrow|yesterday|next|good|that|same|one|some|long|other|few|couple of|first|all|half the"
    rf"|middle of the|in the) (?:very )?"
    rf"(?:nights?\b"
    rf"|{_PART_OF_DAY})(?<!in the mornings)(?<!in the morning)(?<!in the afternoon)(?<!in the afternoons)"
    r"(?<!in the evening)(?<!in the evenings)"
    rf"|{_DAY}(?:,? {_PART_OF_DAY})? (?:just gone|gone\b|coming\b|running|gyntaf|diwethaf|group|calls?\b(?! (?:me"
    rf"|would|is|are|suit))|sessions?|meeting|club|class|market)"
    r"|(?:today|tomorrow|tonight|yesterday|heddiw|yfory)(?:,? (?:at|after|before|from|about|around"
    r"|am) \d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)?)?"
    rf"|nights? (?:a |per |shift|staff|out\b|and day|after night|club)|night and day|day and night|(?:two|three|four"
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
    r"(?:any ?time |up )?(?:before|until|till|til|untill|up to|no later than|to|cyn|tan|hyd at|do|przed)"
    r"(?: (?:about|around|roughly|say|tua))? "
)
# A cheap look before the long one: no time of the week is told without one of these.
_ANY_TIME_WORD = re.compile(
    r"\d|day|time|week|wk|noon|morn|even|eve|night|whenever|hour|school|half|o'clock|past|after|before|until|till"
    r"|from|mon|tue|wed|thu|fri|sat|sun"
    r"|nos|bore|prynhawn|pnawn|p'nawn|dydd|bryd|adeg|amser|hwyr|diwrnod|ysgol|wythnos|gwaith|then|lunch|dinner|matter"
    r"|mind|fussed|bothered|ots|pir|peer|subah"
    r"|dopa|shaam|sham|baje|rano|rank|wiecz|po |poniedz|wtor|rod|czwart|pi[ąa]t|sobot|niedz|jum|itwa|mangal|budh|am\b"
    r"|pm\b|cyn|rhwng|ar [oô]l|between|to "
)
_ITEM = re.compile(
    r"(?<![\w'£.:-])(?<!\d/)(?:"
    rf"(?P<dates>(?:{_DATES})(?!\w))"
    rf"|(?P<day_range>(?:(?:from|between|o"
    rf"|od) )?(?P<first_day>{_DAY}){_TO}(?:and )?(?P<last_day>{_DAY})(?: inclusive)?)"
    rf"|(?P<group>(?:{'|'.join(words.pattern for words in GROUPS)})(?!\w))"
    rf"|(?P<not_before>(?:not|never|\w+n't (?:\w+ ){{0,4}}?|nothing|nid|d?dim) ?(?:before|until|till|til|earlier than"
    rf"|cyn|tan) {clock('nb_')})"
    rf"|(?P<not_after>(?:not|never|\w+n't (?:\w+ ){{0,4}}?|nothing|no later than|nid|d?dim) ?(?:after|past|later than"
    rf"|beyond|ar [oô]l) {clock('na_')})"
    rf"|(?P<range>(?:between |from |rhwng |o |od |mi[eę]dzy |anywhere between |around |about |say |)"
    rf"{clock('rs_')}\s*(?:-+|to|till?|til|til'|until|untill?|through|and|&|a|ac|i|tan|hyd|hyd at|do|se) ?(?:about "
    rf"|around |say )?{clock('re_')}"
    rf"(?: (?:baje )?(?:ke darmiyan|tak))?)"
    rf"|(?P<then>(?:any ?time )?(?:after (?:that|then|this)|(?:from )?then on(?:wards)?|wedi hynny|ar [oô]l hynny))"
    rf"|(?P<after>{_AFTER}{clock('a_')}(?: ?(?:onwards?|on\b(?! (?:{_DAY}|a |the |my |any |week))|ymlaen))?)"
    rf"|(?P<onwards>{clock('o_')} ?(?:onwards?|ymlaen|or later|or after))"
    rf"|(?P<before>{_BEFORE}{clock('b_')}|{clock('e_')} or (?:before|earlier))"
    rf"|(?P<any>(?:{ANY_TIME})(?!\w))"
    rf"|(?P<day>{_DAY})"
    rf"|(?P<part>(?:{'|'.join(words.pattern for words in PARTS)})(?!\w))"
    rf"|(?P<point>(?:at|around|about|am|for|roughly|@) ?{clock('p_')}(?=\s*(?:$|[,.;)!?]|on\b|or\b|and\b|every|each"
    rf"|please|is\b|would|{_DAY})))"
    rf"|(?P<said_point>{clock('s_')})"
    r")"
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
    if name == "day":
        if words in {"sat", "sun", "wed", "fri", "mon", "peer", "pir", "hafta ko"} and _is_no_day(sentence, start, end):
            return None
        return Item(start, end, days=frozenset({_day_number(words)}))
    if name in {"group", "part"}:
        meant = _meant(sentence, start, end)
        return Item(start, end, days=meant.days, stretch=meant.stretch) if meant else None
    if name == "any":
        return Item(start, end, stretch=ALL_DAY)
    if name == "then":
        return Item(start, end, Sort.THEN)
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
        return Item(start, end, stretch=stretch) if stretch[0] < stretch[1] else Item(start, end, Sort.DATE)
    if match["not_before"]:
        return Item(start, end, Sort.LIMIT, stretch=(0, max(1, minute_meant(match, "nb_")[0])))
    if match["not_after"]:
        return Item(
            start, end, Sort.LIMIT, stretch=(min(minute_meant(match, "na_")[0], MINUTES_A_DAY - 1), MINUTES_A_DAY)
        )
    for name, prefix in (("after", "a_"), ("onwards", "o_")):
        if match[name]:
            minute = minute_meant(match, prefix)[0]
            return Item(start, end, stretch=(minute, DAY_END)) if minute < DAY_END else Item(start, end, Sort.DATE)
    if match["before"]:
        prefix = "b_" if match["b_hour"] or match["b_noon"] or match["b_midnight"] else "e_"
        minute = min(minute_meant(match, prefix)[0], MINUTES_A_DAY)
        return Item(start, end, stretch=(DAY_START, minute)) if minute > DAY_START else Item(start, end, Sort.DATE)
    return _point_item(match)


def _point_item(match: re.Match[str]) -> Item | None:
    """A single clock time: an hour is offered. A bare number without "at", am or pm is no time at all."""
    prefix = "p_" if match["point"] else "s_"
    minute, _ = minute_meant(match, prefix)
    plain_number = prefix == "s_" and not any(match[prefix + part] for part in ("half", "half_day", "noon", "minute"))
    if plain_number or minute + 60 > MINUTES_A_DAY or (prefix == "s_" and match["s_minute"] and minute % 5):
        return None
    return Item(match.start(), match.end(), stretch=(minute, minute + 60))


def _range(first: tuple[int, bool], last: tuple[int, bool]) -> tuple[int, int]:
    """Two clock times as one stretch; a missing am or pm is that which gives an order, between 09:00 and 21:00."""
    (start, start_said), (end, end_said) = first, last
    if not start_said and start >= end and end_said:
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
    return bool(_NOT_SATURDAY_BEFORE.search(sentence[:start]) or _NOT_SATURDAY_AFTER.match(sentence, end))


def spoken_clock(items: Sequence[Item]) -> Iterator[int]:
    """The clock times told, for "after that": the start of a limit's allowed part, or of a stretch that begins late."""
    for item in items:
        if item.sort is Sort.LIMIT and item.stretch:
            yield item.stretch[1] if item.stretch[0] == 0 else item.stretch[0]
        elif item.stretch and item.days is None and item.stretch != ALL_DAY:
            yield item.stretch[1] if item.stretch[0] == DAY_START else item.stretch[0]
