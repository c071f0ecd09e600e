"""Sentences that speak of numbers told in others: corrections, bans, a phone that was taken, a change of mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.reading.skills.phones.called_theirs import is_called_theirs
from mailbot.reading.skills.phones.context import Told
from mailbot.reading.skills.phones.numbers import numbers_in
from mailbot.reading.skills.phones.owner import is_called_ones_own, stands_alone_among_others, stands_plainly
from mailbot.reading.skills.phones.owner_words import OTHER_PEOPLE
from mailbot.reading.skills.phones.pointers import apply_pointers, strike_out
from mailbot.reading.skills.phones.words import (
    BANS,
    CORRECTS,
    DIGIT_CORRECTED,
    FIRST_IS_OUT,
    NO_CALLS,
    NO_TO,
    OFFERED_ANEW,
    PHONE_TAKEN,
    POINTS_BACK,
    WHICH_IS_WHICH,
)


def think_again(told: list[Told], said: Sequence[str], *, for_another: frozenset[str] | None) -> None:
    """Forbid what other sentences speak against. A no is never taken back here.

    ``for_another``: words of the name of the person to be rung, where somebody else writes for them.
    """
    _spread_over_joined(told)
    _apply_corrections(told, said)
    strike_out(told)
    understood = apply_pointers(told, said)
    _apply_what_follows(told, said, understood)
    _apply_general_bans(told, said)
    _apply_taken_phone(told, said)
    _apply_change_of_mind(told, said)
    if for_another is not None:
        _hold_back_the_writers(told, for_another)
    elif len({number.found.e164 for number in told}) > 1:
        _hold_back_the_doubtful(told)


def _hold_back_the_doubtful(told: list[Told]) -> None:
    """Of several numbers, those beside talk of other people, and those of which it is not said whose they are."""
    for number in told:
        number.forbidden = number.forbidden or stands_alone_among_others(number)
    left = [number for number in told if not number.forbidden]
    if len({number.found.e164 for number in left}) < 2:
        return
    owned = {number.found.e164 for number in left if is_called_ones_own(number)}
    for first, second in pairwise(left):
        if second.joined and first.at == second.at:  # "A or B": one is called one's own, so is the other
            pair = {first.found.e164, second.found.e164}
            if pair & owned or not OTHER_PEOPLE.search(second.sentence.lower()):
                owned |= pair
    for number in left:
        number.forbidden = number.found.e164 not in owned and not stands_plainly(number)


def _hold_back_the_writers(told: list[Told], names: frozenset[str]) -> None:
    """Of several numbers in a referrer's letter, those not called the other person's are likely the writer's own."""
    left = [number for number in told if not number.forbidden]
    if len({number.found.e164 for number in told}) < 2 or not left:
        return
    theirs = {number.found.e164 for number in left if is_called_theirs(number, names)}
    for first, second in pairwise(left):
        if second.at == first.at and first.found.e164 in theirs and _SECOND_LINE.search(second.before):
            theirs.add(second.found.e164)
        if second.joined and second.at == first.at and first.found.e164 in theirs:
            theirs.add(second.found.e164)
    alone = len({number.found.e164 for number in left}) == 1
    for number in left:
        plain = (alone and _ASKED_FOR.search(number.before)) or (stands_plainly(number) and (alone or not theirs))
        number.forbidden = number.found.e164 not in theirs and not plain


_ASKED_FOR = re.compile(
    r"\bhers(?: is|'s)?\W*$|\b(?:only|please|just|but|to) (?:only )?(?:ring|call|phone|use|try)\W*$|\b(?:should"
    r"|to) be\W*$"
    r"|\b(?:it's|a call|you want|rang than wrote|her it's|shared|new one|ring|wrote)\W*$"
)
_SECOND_LINE = re.compile(
    r"^\W*(?:and |or |failing that |so |then |if there's no reply )*,?\W*(?:and |or |try )?(?:her |his |the |a "
    r"|on )*(?:landline|home|house"
    r"|mobile|mob)(?: number| phone)*(?: is| on)?[\s:,(]*$"
)


def _spread_over_joined(told: list[Told]) -> None:
    """ "Not A or B", "A and B are old": numbers joined by nothing but "and" share their lot."""
    for _ in range(2):
        for first, second in pairwise(told):
            if second.joined and second.at == first.at and (first.forbidden or second.forbidden):
                first.forbidden = second.forbidden = True


def _apply_corrections(told: list[Told], said: Sequence[str]) -> None:
    """ "07700 900001, sorry, 07700 900002": the first was taken back; "a 7 not a 1" leaves nobody sure."""
    for first, second in pairwise(told):
        if second.at - first.at > 1:
            continue
        between = first.after if second.at > first.at else ""
        between += f" {second.before}" if second.at > first.at else _gap(first, second)
        if len(between) < 60 and CORRECTS.search(between):
            first.forbidden = True
    for number in told:
        following = said[number.at + 1].lower() if number.at + 1 < len(said) else ""
        if DIGIT_CORRECTED.search(number.after) or DIGIT_CORRECTED.search(following):
            number.forbidden = True


def _gap(first: Told, second: Told) -> str:
    return first.sentence[first.found.end : second.found.start].lower()


def _apply_what_follows(told: list[Told], said: Sequence[str], understood: frozenset[int]) -> None:
    """ "Please don't ring her on either of those": the next sentence may speak of the numbers before it."""
    for number in told:
        following = said[number.at + 1].lower() if number.at + 1 < len(said) else ""
        if number.at + 1 in understood:
            continue
        if following and not numbers_in(following) and POINTS_BACK.search(following):
            number.forbidden = True


def _apply_general_bans(told: list[Told], said: Sequence[str]) -> None:
    """ "Never ring the landline", told where no number stands, forbids every number of that kind."""
    for at, sentence in enumerate(said):
        lower = sentence.lower()
        if any(number.at == at for number in told):
            continue
        if FIRST_IS_OUT.search(lower):
            for number in told[:-1] if len(told) > 1 else told:
                number.forbidden = True
        for no in NO_TO.finditer(lower):
            for words, shape in BANS:
                if words.search(lower[no.start() : no.end() + 12]):
                    _forbid(told, shape)


def _apply_taken_phone(told: list[Told], said: Sequence[str]) -> None:
    """ "He has got my phone": a number is forbidden unless it is offered anew ("ring me on", "my new one is")."""
    for at, sentence in enumerate(said):
        taken = PHONE_TAKEN.search(sentence.lower())
        for number in told if taken else []:
            within = number.at == at and number.found.start > taken.start() if taken else False
            if number.at == at and not within:
                continue
            before = number.before.partition(taken.group())[2] if within and taken else number.before
            number.forbidden = number.forbidden or not OFFERED_ANEW.search(before)


def _forbid(told: list[Told], shape: re.Pattern[str]) -> None:
    for number in told:
        if shape.match(number.found.e164):
            number.forbidden = True


def _apply_change_of_mind(told: list[Told], said: Sequence[str]) -> None:
    """ "On second thoughts don't ring": no number told before it; "one of them is hers": none of them all."""
    for at, sentence in enumerate(said):
        lower = sentence.lower()
        if WHICH_IS_WHICH.search(lower) and len(told) > 1:
            for number in told:
                number.forbidden = True
        if any(number.at == at for number in told) or not NO_CALLS.search(lower):
            continue
        for number in told:
            number.forbidden = number.forbidden or number.at < at
