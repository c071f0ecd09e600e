"""What is said of a number so plainly that no other word beside it counts: struck out, put in its place, a friend's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.skills.phones.context import Told
from mailbot.reading.skills.phones.plainly_told_words import (
    AFTER_SWAP,
    AT_A_FRIENDS,
    BECOMES,
    CAN_GO,
    CONSENTS,
    EARLIER_FAILS,
    FOR_OTHER_MATTERS,
    HAS_LISTENERS,
    IN_THEIR_HANDS,
    IS_A_FRIENDS,
    IS_MINE_NOW,
    KEEPS,
    LISTENS_BY_LEAVE,
    MINE_NOW,
    NAMES_A_FRIENDS,
    NOT_DONE,
    NOT_MINE,
    OF_ANYBODY,
    STRIKES,
    SWAPPED,
    SWAPS,
    TAKES,
    TAKES_OFF,
)
from mailbot.reading.skills.phones.words import BAD_AFTER, HARMLESS_NO

MOST_BESIDE = 200  # characters of a sentence on either side of its number


def settle(told: Sequence[Told], *, own_words: bool) -> None:
    """Forbid what is plainly struck out; in the person's ``own_words`` also mark as sure what is plainly put forward.

    Friends' lines count as put forward where the friend agrees or the calls are asked for there.
    """
    for place, number in enumerate(told):
        previous = told[place - 1] if place and told[place - 1].at == number.at else None
        if previous is not None and BECOMES.fullmatch(number.sentence[previous.found.end : number.found.start]):
            previous.forbidden, previous.settled = True, True
        lead, tail = _around(told, place)
        if (
            _is_struck(lead, tail)
            or (own_words and _is_in_their_hands(lead, tail))
            or (own_words and (NOT_MINE.search(lead) or FOR_OTHER_MATTERS.search(lead)))
        ):
            number.forbidden, number.settled = True, True
        elif own_words and _is_put_forward(number, previous, lead, tail):
            number.forbidden, number.settled = False, True
    if own_words:
        _settle_what_is_kept(told)
        _settle_what_comes_next(told)


def _around(told: Sequence[Told], place: int) -> tuple[str, str]:
    """The words of the sentence before a number and behind it, as far as the numbers beside it."""
    number = told[place]
    lower = number.sentence.lower()
    start = told[place - 1].found.end if place and told[place - 1].at == number.at else 0
    end = told[place + 1].found.start if place + 1 < len(told) and told[place + 1].at == number.at else len(lower)
    return (
        lower[max(start, number.found.start - MOST_BESIDE) : number.found.start],
        lower[number.found.end : min(end, number.found.end + MOST_BESIDE)],
    )


def _is_struck(lead: str, tail: str) -> bool:
    """ "Bin 07700 ...", "swap 07700 ... for", "take 07700 ... off", "07700 ... can go"."""
    for verb, behind in ((STRIKES, None), (SWAPS, SWAPPED), (TAKES, TAKES_OFF)):
        found = verb.search(lead)
        if found and not NOT_DONE.search(lead[: found.start()]) and (behind is None or behind.match(tail)):
            return True
    return CAN_GO.match(tail) is not None


def _is_in_their_hands(lead: str, tail: str) -> bool:
    """Others know it, pay for it, or are always near it."""
    if IN_THEIR_HANDS.search(lead) and not NOT_DONE.search(lead[-25:]):
        return True
    return HAS_LISTENERS.search(tail) is not None and not LISTENS_BY_LEAVE.search(tail)


def _is_put_forward(number: Told, previous: Told | None, lead: str, tail: str) -> bool:
    """A new number of one's own, or a friend's line at which the calls may come."""
    if previous is not None and previous.settled and not previous.forbidden:
        return False
    if (MINE_NOW.search(lead) or IS_MINE_NOW.match(tail)) and not _is_spoken_against(tail):
        return not OF_ANYBODY.search(lead) and not _NO_OR_ANOTHERS.search(lead)
    asked = AT_A_FRIENDS.search(lead)
    named = NAMES_A_FRIENDS.search(lead) or IS_A_FRIENDS.match(tail)
    agreed = CONSENTS.search(lead) or CONSENTS.search(tail)
    if _is_spoken_against(tail) or NOT_DONE.search(lead) or (asked and NOT_DONE.search(lead[: asked.start()])):
        return False
    return bool((asked or named) and agreed)


_NO_OR_ANOTHERS = re.compile(
    r"n't\b|\b(?:not|never|nid|peidiwch|paid|if|when|has|he|she|his|her"
    r"|solicitors?|prison|school|council|hospital|exs|mums|dads|sons|brothers|sisters|husbands)\b|\b(?!it|that)[a-z]{2,}'s\b"
)


def _is_spoken_against(tail: str) -> bool:
    return BAD_AFTER.search(HARMLESS_NO.sub(" ", tail)) is not None


def _settle_what_is_kept(told: Sequence[Told]) -> None:
    """ "Bin 07700 ... and put 07700 ...": what is to be kept, where another number is struck out."""
    struck = {number.found.e164 for number in told if number.forbidden and number.settled}
    for place, number in enumerate(told):
        if not struck or number.settled or number.found.e164 in struck:
            continue
        lead, tail = _around(told, place)
        if _is_spoken_against(tail):
            continue
        kept = KEEPS.search(lead)
        swapped = place and told[place - 1].found.e164 in struck and AFTER_SWAP.fullmatch(lead)
        if swapped or (kept and not OF_ANYBODY.search(kept.group()) and not NOT_DONE.search(lead[: kept.start()])):
            number.forbidden, number.settled = False, True


def _settle_what_comes_next(told: Sequence[Told]) -> None:
    """ "07700 ..., or if that's off, 01632 ...": whoever offers the one offers the other."""
    for place, number in enumerate(told[1:], 1):
        previous = told[place - 1]
        if previous.forbidden or previous.at < number.at - 1 or number.settled:
            continue
        lead, tail = _around(told, place)
        if EARLIER_FAILS.fullmatch(lead) and not OF_ANYBODY.search(lead) and not _is_spoken_against(tail):
            number.forbidden, number.settled = False, True
