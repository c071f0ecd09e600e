"""Is a time of a sentence about calls offered, ruled out, or merely told?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.skills.hours.availability_words import (
    BUSY,
    CALLS,
    CLAUSE,
    CLAUSE_ENDS,
    ELSEWHERE,
    EVENT,
    FREE,
    FREE_TIME,
    HE_RINGS,
    INCLUDE_AGAIN,
    JOINED_ONLY,
    NOT_THEM,
    NOT_TO_BE_CALLED,
    OUT_AFTER,
    OUT_BEFORE,
    REASON,
    SUITS,
    SUITS_AFTER,
    THE_REST,
    WANTED_WHEN,
    WORK,
)
from mailbot.reading.skills.hours.pointed_back import points_back
from mailbot.reading.skills.hours.week_grammar import Item, Sort
from mailbot.reading.skills.hours.week_words import ALL_DAY

OFFERED, TOLD_ONLY, OUT, FIRMLY_OUT = 1, 0, -1, -2


def calls_meant(words: str) -> re.Match[str] | None:
    """Where the words speak of somebody being rung, and not of whom the prisoner rings."""
    return CALLS.search(HE_RINGS.sub(" ", words))


def signs_of(sentence: str, times: Sequence[Item]) -> list[int]:
    """For each time of a sentence about calls: offered, merely told, or out."""
    signs: list[int] = []
    pointed_at = bool(times) and points_back(sentence[times[-1].end :])
    for place, item in enumerate(times):
        glue = sentence[times[place - 1].end if place else 0 : item.start]
        following = times[place + 1].start if place + 1 < len(times) else len(sentence)
        after = sentence[item.end : following]
        carried = (
            signs[-1] if signs and (JOINED_ONLY.fullmatch(glue) or (signs[-1] > 0 and glue.strip() == "but")) else None
        )
        if carried and times[place - 1].sort is Sort.LIMIT and item.days is None:
            carried = FIRMLY_OUT  # "not before 10 or after 8"
        if carried is not None and ("," in glue or carried == FIRMLY_OUT) and _begins_anew(sentence, item, glue):
            carried = None
        if carried == FIRMLY_OUT and glue.strip() == "," and item.clock and not item.days and times[place - 1].days:
            carried = None  # "any weekday except Friday, after 10.30"
        if carried == FIRMLY_OUT and _goes_with_what_is_left(times, place, glue, signs):
            carried = None
        if carried and carried < 0 and _IN_AGAIN.search(glue):
            carried = None  # "in mon-weds, out thurs-fri, in sat"
        if signs and signs[-1] < 0 and _SO_ARE.search(glue):
            carried = FIRMLY_OUT  # "Sundays are out, so are Mondays"
        sign = _sign(sentence, item, glue=glue, after=after, carried=carried)
        if sign == TOLD_ONLY and any(told > 0 for told in signs) and _is_taken_up(item, glue, after, signs[-1]):
            sign = OUT
        if (
            pointed_at
            and sign != OFFERED
            and item.sort is Sort.TIME
            and (not _ruled_out_before(glue) or _THEIR_ABSENCE.search(glue))
        ):
            sign = OFFERED
        signs.append(sign)
        if NOT_THEM.search(after):
            signs = [
                FIRMLY_OUT if at >= place or _same_run(signs, times, at, place, sentence) else was
                for at, was in enumerate(signs)
            ]
        elif sign < 0 and carried is not None and carried > 0 and OUT_AFTER.match(after) and not _ITSELF.match(after):
            signs = [sign if _same_run(signs, times, at, place, sentence) else was for at, was in enumerate(signs)]
    return _rest_of(sentence, times, signs)


def _rest_of(sentence: str, times: Sequence[Item], signs: list[int]) -> list[int]:
    """ "His visits are Tuesdays and Sundays so the other days suit": what was merely told before the rest is out."""
    for place, item in enumerate(times):
        if signs[place] > 0 and _is_of_the_rest(sentence, item):
            so = bool(re.search(r"\bso\b", sentence[times[place - 1].end : item.start])) if place else False
            signs = [
                OUT if at < place and times[at].sort is Sort.TIME and (sign == TOLD_ONLY or so) else sign
                for at, sign in enumerate(signs)
            ]
    return signs


def _sign(sentence: str, item: Item, *, glue: str, after: str, carried: int | None) -> int:
    if item.sort is Sort.LIMIT:
        return TOLD_ONLY if _HAPPENS.search(sentence[item.start : item.end]) else OFFERED
    if _ruled_out_before(glue):
        return FIRMLY_OUT
    if carried == OFFERED and item.days is not None and item.stretch is None and glue.strip() == "but":
        return FIRMLY_OUT  # "any evening but Friday"
    if OUT_AFTER.match(after):
        return FIRMLY_OUT
    if carried is not None and carried < 0:
        return carried
    if SUITS_AFTER.match(after):
        return OFFERED
    if _NO_WORK.search(glue) and not calls_meant(sentence):
        return TOLD_ONLY
    clause, lead = _clause_around(sentence, item)
    if item.point and EVENT.search(lead):
        return TOLD_ONLY
    strong = bool(calls_meant(clause))
    if not strong and REASON.search(lead) and not WANTED_WHEN.search(lead) and not _is_time_opening(lead):
        return TOLD_ONLY
    if not strong and HE_RINGS.search(clause):
        return TOLD_ONLY
    if not strong and ELSEWHERE.search(clause) and not SUITS.search(clause) and not FREE_TIME.search(clause):
        return TOLD_ONLY
    around = clause[: len(lead)] + " " + clause[len(lead) + item.end - item.start :]  # "working hours" is no work
    if (
        not strong
        and BUSY.search(around)
        and not FREE_TIME.search(clause)
        and not re.search(
            r"\b(?:free|available|can|suits?|fine|best|after work|only (?:bit of |real )?(?:peace|quiet|chance|time"
            r"|day))\b",
            clause,
        )
    ):
        if _WORKS_LATE.search(clause) and item.days is not None:
            return OUT
        if WORK.search(clause):
            return OFFERED if _opens_with_offer(clause) else OUT if THE_REST.search(sentence) else TOLD_ONLY
        if item.stretch == ALL_DAY and item.days is None:
            return TOLD_ONLY  # "evenings, I teach all day"
        return OUT if item.days is not None or not _opens_with_offer(clause) else OFFERED
    return OFFERED if carried is None else carried


def _is_taken_up(item: Item, glue: str, after: str, last: int) -> bool:
    """ "Evenings, but Tuesday I've got yoga and Thursday it's the quiz": a day after a turn, with something on it."""
    turned = _TURNS_AWAY.search(glue) or (last < 0 and _AND_ON.search(glue))
    return item.days is not None and bool(turned) and _HAS_ON.match(after) is not None


_TURNS_AWAY = re.compile(r"\b(?:but|though|although|except|only)\b,?(?: (?:on|a|an|the|my|of))*\s*$")
_AND_ON = re.compile(r"\b(?:and|or)(?: (?:on|a|an|the|my|of))*\s*$|,\s*$")
_HAS_ON = re.compile(
    r",? (?:i've got|i've|i have|it's|is|i'm at|i'm on|i'm in|i go|i do|i work|there's|she's at|she has|he has|he's at"
    r"|we've|we have) (?!(?:the |a |my |all |usually |really |quite |also )*"
    r"(?:free|time|nothing|fine|good|best|ok|okay|easier|easiest|better|off|clear|great|perfect|any|house|place|home"
    r"|mornings?"
    r"|evenings?|afternoons?|day|after|before|from|until|between|only|no|when|possible|lovely|ideal|alright)\b|\d)"
)
_HAPPENS = re.compile(r"\b(?:finish|start|leave|open|close|knock|clock)\b")  # "I don't finish till 4"


def _is_of_the_rest(sentence: str, item: Item) -> bool:
    return sentence.startswith("any other", item.start) or sentence.endswith("any other ", 0, item.start)


_ITSELF = re.compile(r"[\s,]*(?:excepted|excluded)\b")  # "any evening, Tuesdays excepted"
_WORKS_LATE = re.compile(r"\bwork(?:s|ing)? (?:late|evenings|the late)")
_SO_ARE = re.compile(r"[,;]?\s*(?:and )?(?:(?:so|nor|neither) (?:are|is|do|does)|ditto|same (?:for|with|goes for)) $")
_IN_AGAIN = re.compile(r",\s*(?:but |and )?(?:in|free|home|yes)(?: on)? $")
_WHILE_THEY_ARE_OUT = re.compile(  # "any time my husband is out: Mondays 10 to 12"
    r"\b(?:any ?time|when|while|whenever)\b[^,;]{0,40}(?:\bis|'s|\bare|'re) (?:out|away|busy)[:,]? (?:on )?$"
    r"|^[^,;]{0,40}(?:\bis|'s|\bare|'re) (?:out|away): $"
)
_NO_WORK = re.compile(
    r"(?:n't|\bnot|\bnever) (?:at |in )?work(?:ing)?(?: (?:on|at|an?|the|in)){0,3} $|(?:nid"
    r"|d?dim) yn gweithio(?: ar)? $"
)
_THEIR_ABSENCE = re.compile(
    r"\b(?:he|she|they|everyone|everybody|my [a-z' -]{2,20})(?:'s| is| are|'re) (?:out|away|busy) (?:on |in the |at )?$"
)
_NEW_CLAUSE = re.compile(r"[;!?]|\.\s|\b(?:so|and then)\b(?! (?:not|are|is)\b)")


def _ruled_out_before(glue: str) -> bool:
    """Do the words before a time, since the last turn of the sentence, rule it out?"""
    start = max((turn.end() for turn in _NEW_CLAUSE.finditer(glue)), default=0)
    glue = glue[max(start, len(glue) - 60) :]
    if _NO_WORK.search(glue) or _WHILE_THEY_ARE_OUT.search(glue):
        return False
    return bool(OUT_BEFORE.search(glue) or NOT_TO_BE_CALLED.search(glue))


_COMMA_OR_IN = re.compile(r",\s*(?:in the |at |of an? )?|\s+in the ")


def _goes_with_what_is_left(times: Sequence[Item], place: int, glue: str, signs: Sequence[int]) -> bool:
    """ "Weekdays bar Friday after 3": the hour is that of the other days, none of which has a time of its own."""
    item = times[place]
    if (
        not (_COMMA_OR_IN.fullmatch(glue) if not item.clock else not glue.strip())
        or item.days
        or not times[place - 1].days
        or times[place - 1].stretch
    ):
        return False
    offered = [times[at] for at in range(place) if signs[at] > 0]
    return bool(offered) and all(other.days is not None and other.stretch is None for other in offered)


def _begins_anew(sentence: str, item: Item, glue: str) -> bool:
    """ "I work Mondays, any other day suits": joined by a comma, yet with a verdict of its own."""
    if re.search(r"\b(?:and|or|nor)\b", glue) and "," not in glue:
        return bool(THE_REST.match(sentence, item.start))
    if not glue.strip():
        return False  # "nos Sul", "Monday evenings"
    end = CLAUSE_ENDS.search(sentence, item.end)
    clause = sentence[item.start : end.start() if end else len(sentence)]
    return bool(FREE.search(clause) or THE_REST.search(clause))


def _opens_with_offer(clause: str) -> bool:
    """ "After 6, I'm on days" offers; "I have my mum in the mornings" does not."""
    return bool(re.match(r"[\s,-]*(?:after|from|before|between|any|until|till)\b", clause))


def _is_time_opening(lead: str) -> bool:
    """Is the word that looks like a reason the beginning of the clause's own offer ("when I'm off, Tuesdays")?"""
    return "," in lead


def _clause_around(sentence: str, item: Item) -> tuple[str, str]:
    """The clause that holds the time, and its part before the time."""
    start = 0
    for found in CLAUSE.finditer(sentence, 0, item.start):
        start = found.end()
    end_match = CLAUSE_ENDS.search(sentence, item.end)
    end = end_match.start() if end_match else len(sentence)
    return sentence[start:end], sentence[start : item.start]


def breaks(sentence: str, last: Item, following: Item) -> bool:
    """Does a new offer begin between two times of the same sign?"""
    between = sentence[last.end : following.start]
    if following.days is None and between.strip(" ,") == "but":  # "evenings but before 8" narrows
        return False
    return bool(INCLUDE_AGAIN.search(between)) or len(between) > 90


def _same_run(signs: Sequence[int], times: Sequence[Item], at: int, place: int, sentence: str) -> bool:
    """Are the times from ``at`` to ``place`` joined by nothing but "and", "or" or the like?"""
    if at > place or times[at].clock != times[place].clock:
        return False
    return all(
        JOINED_ONLY.fullmatch(sentence[here.end : following.start])
        for here, following in zip(times[at:place], times[at + 1 : place + 1], strict=True)
    )
