"""The hours that a run of items names together: which days go with which times, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.skills.hours.week_grammar import Item
from mailbot.reading.skills.hours.week_words import ALL_DAY, EVERY_DAY, WEEKDAYS, WEEKEND
from mailbot.weekly_hours import Span, WeeklyHours


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
    exact: bool = False  # the time told last has two clock times for its ends
    goes_on: bool = False  # the same part of the day was told again, and days of its own follow

    def ends_before_days(self, before: str, items: Sequence[Item], place: int, sentence: str) -> bool:
        told_again = items[place : place + 2]
        if self.goes_on or self._goes_on_with(told_again, before):
            self.goes_on = False
            return False
        has_own_time = _time_follows(items, place, sentence)
        if not self.stretches and self.days is not None and has_own_time and _said_anew(before, items[place + 1 :]):
            return True
        if (
            has_own_time
            and self.days is not None
            and not self.stretches
            and self._is_another_kind(items, place, sentence)
        ):
            return True
        if has_own_time and self.days is not None and self._is_a_new_group(before, items, place, sentence):
            return True
        if not self.stretches:  # "Friday is best, or Saturday morning": words between, and a time of their own
            return self.days is not None and has_own_time and not _ONLY_JOINS.fullmatch(before)
        told = items[place - 1] if place else None
        if told and told.days is not None and told.stretch is not None and not has_own_time:
            return bool(_JOIN.search(before))  # "weeknights or Saturday"
        if self.days is None and items[place].days == EVERY_DAY and not has_own_time:
            return False  # "after 6.30, and I'm not fussy which day"
        if self.days is None:
            return bool(_OR.search(before)) or (has_own_time and bool(_JOIN.search(before)))
        return not (self.last_was_days and _JOIN.search(before) and not has_own_time)

    def _is_a_new_group(self, before: str, items: Sequence[Item], place: int, sentence: str) -> bool:
        """ "Mondays and Tuesdays, and Wednesday mornings": not the last of a list with commas."""
        if not _AFTER_COMMA.fullmatch(before) or not _has_part(items, place, sentence):
            return False
        return place == 1 or bool(self.stretches) or _joined_plainly(items, place - 1, sentence)

    def _is_another_kind(self, items: Sequence[Item], place: int, sentence: str) -> bool:
        """ "Weekends and Monday mornings", "weekends, and also weekday"
        " evenings": the part is not that of the weekend."""
        told, here = items[place - 1], items[place]
        if told.stretch is not None or told.days == here.days or told.days is None:
            return False
        if re.search(r"\balso\b", sentence[told.end : here.start]):
            return True
        if told.days == WEEKEND and here.days != WEEKEND:
            return True
        if not _has_part(items, place, sentence):
            return False
        several = sentence[told.start : told.end].endswith("days")  # "Fridays or Monday mornings"
        return told.days == WEEKDAYS or (several and _ONE_DAY.search(sentence[here.start : here.end]) is not None)

    def ends_before_time(self, before: str, items: Sequence[Item], place: int, sentence: str) -> bool:
        if self.days is None and not self.stretches:
            return False
        if self.days is None and items[place].stretch == ALL_DAY and _OR.search(before):
            return True  # "mornings, or all day Sunday"
        if self.days is not None and self.stretches and not items[place].clock and _ANY_OTHER_DAY.search(before):
            return True  # "Tuesday afternoons or any evening"
        if self._goes_on_with(items[place : place + 1], before):
            self.goes_on = _days_follow(items, place, sentence)
            return False
        if self.days is not None and _days_follow(items, place, sentence):
            between_two = not self.stretches and self.last_was_days and not _OR.search(before)
            return not (
                between_two and _time_follows(items, place + 1, sentence)
            )  # "weekdays after 3 weekends any time"
        return self.days is not None and not self.stretches and bool(_ONLY_OR.fullmatch(before))

    def _goes_on_with(self, following: Sequence[Item], before: str) -> bool:
        """ "Monday nights and Wednesday nights after 7": the same part again, joined by nothing but "and"."""
        return (
            self.days is not None
            and bool(_ONLY_JOINS.fullmatch(before))
            and bool(self.stretches)
            and any(not item.clock and self.stretches == (item.stretch,) for item in following)
        )

    def take(self, item: Item, before: str) -> None:
        if item.days is not None:
            self.days = item.days | (self.days or frozenset())
        if item.stretch is not None:
            if self.stretches and _are_two_ends(self.stretches[-1], item, before):
                self.stretches = (*self.stretches[:-1], (self.stretches[-1][0], item.stretch[1]))
                self.last_was_days = item.days is not None
                return
            within = self.stretches and _is_narrowed_by(self.stretches[-1], item.stretch) and not _OR.search(before)
            self._narrow(item, joined=item.days is None and bool(_JOIN.search(before)) and not within)
        self.last_was_days = item.days is not None

    def _narrow(self, item: Item, *, joined: bool) -> None:
        assert item.stretch is not None
        stretch, exact, self.exact = item.stretch, self.exact, _is_exact(item)
        if not self.stretches or (joined and not self.last_was_days):
            self.stretches = (*self.stretches, stretch)
            return
        last = self.stretches[-1]
        if exact != self.exact and max(last[0], stretch[0]) < min(last[1], stretch[1]) and last != ALL_DAY != stretch:
            self.stretches = (*self.stretches[:-1], last if exact else stretch)
            self.exact = True
            return  # "early evening, between 5 and 7"
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


def _is_exact(item: Item) -> bool:
    return item.clock and item.stretch is not None and item.stretch[0] != ALL_DAY[0] and item.stretch[1] != ALL_DAY[1]


def _are_two_ends(last: tuple[int, int], item: Item, before: str) -> bool:
    """ "After 9 and before 4"."""
    if item.stretch is None or not item.clock or re.search(r"\bor\b|\bneu\b", before):
        return False
    return last[1] == ALL_DAY[1] and item.stretch[0] == ALL_DAY[0] and ALL_DAY[0] <= last[0] < item.stretch[1]


def _is_narrowed_by(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """ "Thursday nights, 8 to 9", "afternoons, after 2": the second time makes the first exact."""
    return max(outer[0], inner[0]) < min(outer[1], inner[1]) and outer != ALL_DAY


_WHOLE = (WEEKDAYS, WEEKEND)
_JOIN = re.compile(r"[,/&+;]|\b(?:and|or|neu|ac|nor|plus|also|else|otherwise|lub|aur|ya)\b")
_OR = re.compile(r"[/&+]|\b(?:and|or|neu|ac|plus|also|else|otherwise|lub|aur|ya)\b")
_ONLY_JOINS = re.compile(
    r"(?:[\s,/&+;()-]|\b(?:and|or|either|both|also|on|neu|ac|a|i|aur|lub|y|the|every|any|bob|ar|w|nos|bore"
    r"|prynhawn)\b)*"
)
_ONLY_OR = re.compile(
    r"[\s,]*(?:and|or|neu|ac|plus|also|else|otherwise|lub|aur|ya)\s+(?:also |in the |the |at |on |most |any "
    r"|all )*"
)
_ATTACHED = re.compile(
    r"[\s(:]*(?:(?:on|in|at|of|the|an?|any|every|each|ar|yn|y|bob|w|ko|between|from|in the)\s+)*[\s(]*"
)


_AFTER_COMMA = re.compile(r",\s*(?:and|or|neu|a|ac) ")  # "Sundays, and Wednesday afternoons"
_ONE_DAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:mon|tue|wed|thu|fri|sat|sun)\b")
_ANY_OTHER_DAY = re.compile(
    r"\b(?:or|and|otherwise|else|also|plus|neu|a)(?: also)?,? (?:any|every|most|each|unrhyw"
    r"|bob) $"
)
_ANEW = re.compile(r"(,?)\s*(?:and|or|neu|a|ac)(?: also)? (?:on|ar|at)(?: an?| the)? ")


def _said_anew(before: str, following: Sequence[Item]) -> bool:
    """ "On Saturdays, or on Sunday mornings": what is told with an "on" of its own has a time of its own."""
    found = _ANEW.fullmatch(before.lstrip())
    return found is not None and (bool(found[1]) or (bool(following) and not following[0].clock))


def _has_part(items: Sequence[Item], place: int, sentence: str) -> bool:
    """Do the days at ``place`` have a part of the day, directly after them ("Friday mornings")?"""
    if items[place].stretch is not None:
        return True
    following = items[place + 1 : place + 2]
    return (
        bool(following)
        and following[0].days is None
        and not following[0].clock
        and not following[0].start - items[place].end > 4
    )


def _joined_plainly(items: Sequence[Item], place: int, sentence: str) -> bool:
    """Are the days at ``place`` joined to those before by "and" without a comma ("Mondays and Tuesdays, and ...")?"""
    return place > 0 and bool(
        re.fullmatch(
            r"\s*(?:and|or|&|/|\+)\s*(?:on"
            r" )?",
            sentence[items[place - 1].end : items[place].start],
        )
    )


def _time_follows(items: Sequence[Item], place: int, sentence: str) -> bool:
    """Do the days at ``place`` (and those joined to them) have a time of their own after them?"""
    if items[place].stretch is not None:
        return True
    for here, following in zip(items[place:], items[place + 1 :], strict=False):
        between = sentence[here.end : following.start]
        if following.days is None:
            return bool(_ATTACHED.fullmatch(between))
        if _AFTER_COMMA.fullmatch(between) and _has_part(items, items.index(following), sentence):
            return False
        if len(between) > 12 or not _JOIN.search(between):
            return False
        if between.strip() == "," and (here.days in _WHOLE) != (following.days in _WHOLE):
            return False  # "any time Sat or Sun, weekdays after tea"
        if following.stretch is not None:
            return True
    return False


def _days_follow(items: Sequence[Item], place: int, sentence: str) -> bool:
    """Does the time at ``place`` have days of its own directly after it ("bore Iau", "after 6 Tuesdays")?"""
    if place + 1 >= len(items) or items[place + 1].days is None:
        return False
    return bool(_ATTACHED.fullmatch(sentence[items[place].end : items[place + 1].start]))
