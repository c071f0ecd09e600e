"""Whose number is it? In doubt it is not that of the person to be rung."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.skills.phones.called_theirs import GIVEN_BY_THEM
from mailbot.reading.skills.phones.context import Told
from mailbot.reading.skills.phones.owner_words import (
    ABOUT_ANOTHER,
    ABOUT_THEM,
    ALONE,
    ANOTHERS_NUMBER,
    ASKED_TO_RING,
    ASKS,
    CONDITION,
    DESKS,
    DOUBT,
    ELSES_AFTER,
    FINDS_ME,
    FIRST_PERSON,
    HANGS,
    HELD_BY_OTHERS,
    IS_A_PLACE,
    LABELLED,
    MY_NUMBER,
    NOT_OUR_WORDS,
    OF_A_PLACE,
    OF_ONES_OWN,
    OTHER_PEOPLE,
    OTHERS_NUMBER,
    OURS_AFTER,
    SOMEBODY_ELSES,
    SOMEBODY_RINGS,
    SOURCE,
    SOURCE_ANYWHERE,
    THEIR_OWN,
    THEIR_PEOPLES,
    THEIR_PEOPLES_AFTER,
    THEIRS_AFTER,
    THIRD_PERSON,
)
from mailbot.reading.skills.phones.signature import is_signed_inline
from mailbot.reading.skills.phones.words import (
    IS_BEST,
    OFFERED,
)

MOST_BEFORE = 140  # characters of a sentence before its number


def is_the_writers(number: Told) -> bool:
    """In the letter of somebody who writes for themselves."""
    if _IS_ME.match(number.after):
        return True
    written_before = number.sentence[: number.found.start]
    plainly = _is_asked_for_plainly(number)
    if is_signed_inline(written_before) or (_is_attached_to_another(number.before) and not plainly):
        return False
    if SOMEBODY_RINGS.search(number.before[-60:]):
        return False
    if DOUBT.search(number.before[-80:]) or DOUBT.search(number.after[:60]) or _is_labelled_with_another(number):
        return False
    if _is_offered(number.before) or _asks_for_calls(number.before):
        return True
    if IS_A_PLACE.match(number.after) or SOMEBODY_ELSES.search(number.before) or ELSES_AFTER.search(number.after):
        return False
    if ANOTHERS_NUMBER.search(number.before):
        return False
    return plainly or _speaks_for_itself(number)


_IS_ME = re.compile(r"[\s(-]*(?:is |that's |'s |it's |= ?)?(?:just |only )?(?:mine|my own|me)\b(?! (?:\w+'s|mum|mate))")


def stands_alone_among_others(number: Told) -> bool:
    """Of several numbers: one for which nothing speaks, beside words about other people."""
    if number.settled:
        return number.forbidden
    if _IS_ME.match(number.after) or OF_ONES_OWN.match(number.after):
        return False
    if OFFERED.search(number.before) or THEIR_OWN.search(number.before):
        return False
    return bool(OTHER_PEOPLE.search(f"{number.before[-60:]} {_AT_A_PLACE.sub(' ', number.after[:90])}"))


def is_called_ones_own(number: Told) -> bool:
    """Do words of its own speak for it ("my number is", "ring me on", "is mine")? Standing alone does not."""
    if number.settled:
        return not number.forbidden
    if _IS_ME.match(number.after) or OF_ONES_OWN.match(number.after):
        return True
    if FINDS_ME.match(number.after) or IS_BEST.match(number.after):
        return True
    pieces = [piece for piece in _PIECE_ENDS.split(number.before) if re.search(r"\w", piece)]
    last = pieces[-1] if pieces else ""
    if MY_NUMBER.search(last) and not OTHER_PEOPLE.search(last):
        return True
    if _is_asked_for_plainly(number):
        return True
    return _is_offered(number.before) or _asks_for_calls(number.before) or bool(THEIR_OWN.search(last))


def stands_plainly(number: Told) -> bool:
    """Is there nothing in its clause but labels, times and "or"?"""
    beside = f"{_SENTENCE_PART.split(number.before)[-1]} {_SENTENCE_PART.split(number.after)[0]}"
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", beside)
    return all(word in ALONE or word.removesuffix("'s") in ALONE for word in words)


_SENTENCE_PART = re.compile(r"[;.!?]|\s-\s")
_PHONE = re.compile(r"\b(?:phone|mobile|number|line|landline|sim|handset)\b")
_AT_A_PLACE = re.compile(
    r"\bat my (?:\w+ ){1,3}?\w+'?s'?(?!\w)|\b(?:she|he|they) knows? (?:all|about|everything|i'm|i am)\b"
)


def _is_offered(before: str) -> bool:
    """ "Ring me on"; yet not "you can ring my sister on"."""
    offers = list(OFFERED.finditer(before))
    if not offers:
        return False
    last = offers[-1]
    return not _OF_ANYBODY.fullmatch(last.group()) or not OTHER_PEOPLE.search(before, last.end())


_OF_ANYBODY = re.compile(r"(?:you can|only) (?:ring|call|use)")


def _is_asked_for_plainly(number: Told) -> bool:
    """ "Would you be able to phone", "Joan Ellis Phone:": a request or label right before it, and nobody else near."""
    near = number.before[-70:]
    near = _REQUESTED_OF.sub("you", near)
    if NOT_OUR_WORDS.search(near) or OTHER_PEOPLE.search(near):
        return False
    return bool(ASKED_TO_RING.search(near) or LABELLED.search(near))


_REQUESTED_OF = re.compile(r"\b(?:if )?(?:you(?= (?:could|can|would))|someone|somebody|volunteer|woman|lady)\b")


def _speaks_for_itself(number: Told) -> bool:
    """In doubt a number is not used: its words must offer it or call it one's own, or it must stand alone."""
    pieces = _PIECE_ENDS.split(number.before)
    if THEIR_OWN.search(number.before) or OF_ONES_OWN.match(number.after):
        return True
    if any(
        word not in ALONE and word.removesuffix("'s") not in ALONE
        for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", pieces[-1])
    ):
        return False
    others = list(OTHER_PEOPLE.finditer(number.before))
    since = number.before[others[-1].end() :] if others else ""
    if not re.search(r"\w", pieces[-1]) and _PHONE.search(since) and not _ONESELF.search(since):
        return False
    told_before = next((piece for piece in reversed(pieces[:-1]) if re.search(r"\w", piece)), "")
    if OTHERS_NUMBER.search(told_before):
        return False
    return not ABOUT_ANOTHER.match(told_before) or "for me" in told_before


_PIECE_ENDS = re.compile(r"[,;:()/]|\.\s|\s-\s|\b(?:but|so|and|or|then|ond|neu|felly)\b")


def _is_labelled_with_another(number: Told) -> bool:
    """ "07700 ... (Col)": a name beside it that is not the writer's, who is told by ``names`` where that is known."""
    label = _LABEL_AFTER.match(number.sentence, number.found.end)
    return bool(label) and label.group(1).lower() not in ALONE | number.names if label else False


_LABEL_AFTER = re.compile(r"\s*\(([A-Z][a-z]+)\)")


def is_the_other_persons(number: Told, said: Sequence[str], names: frozenset[str]) -> bool:
    """In a referrer's letter: whom did the words speak of last, before the number?"""
    before = re.split(r";|\.\s", number.before)[-1][-MOST_BEFORE:]
    if OURS_AFTER.search(number.after):
        return False
    if re.search(GIVEN_BY_THEM, before):
        return True
    if IS_A_PLACE.match(number.after) or THEIR_PEOPLES_AFTER.match(number.after):
        return False
    if THEIRS_AFTER.match(number.after) or ABOUT_THEM.match(number.after) or _names(names).match(number.after):
        return True
    if _ends_with_another_name(number, names):
        return False
    signed = _SIGNED_BY.match(number.sentence)
    if (
        signed
        and names
        and not names & {word.lower() for word in signed.group(1).split()}
        and not _owner(before, names)
    ):
        return False
    if OF_A_PLACE.search(before) or HELD_BY_OTHERS.search(before):
        return False
    owner = _owner(before, names)
    if owner is None and not DESKS.search(before):
        return _context_speaks_of_them([*said[: number.at], number.sentence[: number.found.start]], names)
    return owner is True and not _hangs_on_condition(before)


def _is_attached_to_another(before: str) -> bool:
    """ "My solicitor is on", "I rang", "In an emergency only:": the number is told, yet not as the writer's own."""
    segment = re.split(r"[,;]|\.\s|\s-\s|\b(?:but|so)\b", before)[-1]
    if not segment.strip(" (") and _FROM_SOMEBODY.search(before) and not _MINE.search(before):
        return True
    if OFFERED.search(segment) or THEIR_OWN.search(segment):
        return False
    if SOURCE.search(segment):
        return True
    if _asks_for_calls(before):
        return False
    label = segment.rstrip(" (").endswith((":", "=")) and len(segment.split()) > 5
    return bool(HANGS.search(segment)) and not label


def _asks_for_calls(before: str) -> bool:
    """ "Could I have a call, Tuesdays after 7, on": a wish for calls, or times, and nobody else spoken of since."""
    if not _ENDS_ON.search(before):
        return False
    wished = [found.end() for found in ASKS.finditer(before)]
    if not wished or SOURCE_ANYWHERE.search(before):
        return False
    others = [found.end() for found in OTHER_PEOPLE.finditer(before)]
    return not others or bool(_ONESELF.search(before, others[-1]))


_ONESELF = re.compile(r"\b(?:i|i'm|i'd|i'll|me|my|please)\b")
_ENDS_ON = re.compile(r"(?:^|[\s(])(?:on|at|ar)[\s(:-]*$")
_MINE = re.compile(r"\bmy (?:\w+ )?(?:number|mobile|phone)\b")
_FROM_SOMEBODY = re.compile(r"\b(?:got|saw|found|left|gave|given|via)\b[^,;]{0,40}[,;:][\s(]*$")


def _owner(words: str, names: frozenset[str]) -> bool | None:
    """True: the other person's; False: the writer's, an office's, or somebody's else; None: nobody was spoken of."""
    theirs = [found.end() for pattern in (THIRD_PERSON, _names(names)) for found in pattern.finditer(words)]
    others = [found.end() for pattern in (FIRST_PERSON, DESKS, THEIR_PEOPLES) for found in pattern.finditer(words)]
    if not theirs and not others:
        return None
    return max(theirs, default=-1) > max(others, default=-1)


def _context_speaks_of_them(earlier: Sequence[str], names: frozenset[str]) -> bool:
    """ "She'd love it. Please use 07700 ...": whom the nearest sentence with a person in it is about."""
    for sentence in reversed(earlier[-4:]):
        lower = re.sub(r"\bnot me\b", " ", sentence.lower())
        theirs = [found.start() for p in (THIRD_PERSON, _names(names)) for found in p.finditer(lower)]
        ours = [found.start() for p in (FIRST_PERSON, DESKS) for found in p.finditer(lower)]
        if theirs or ours:  # whom it begins with
            return min(theirs, default=len(lower)) < min(ours, default=len(lower))
    return False


def _hangs_on_condition(before: str) -> bool:
    """ "If she doesn't answer ring 07700 ..." speaks of her, and gives another's number."""
    condition = CONDITION.search(before)
    return bool(condition) and not re.search(
        r"\b(?:her|him|them|his|their)\b", before[condition.end() if condition else 0 :]
    )


def _ends_with_another_name(number: Told, names: frozenset[str]) -> bool:
    """ "Eve Hill 07700 ...", where the person to be supported is called otherwise."""
    written = _NAME_BEFORE.search(number.sentence[: number.found.start])
    if not written or not names:
        return False
    first, last = written.group(1).lower().split()
    return first not in names and not (first in _TITLES and last in names)


_TITLES = (
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "nan",
    "auntie",
    "aunt",
    "uncle",
    "client",
    "patient",
    "resident",
    "tenant",
    "contact",
)
_SIGNED_BY = re.compile(r"([A-Z][a-z'-]+ [A-Z][a-z'-]+)(?= [A-Z(]|,|\n)")
_NAME_BEFORE = re.compile(r"(?:^|[:\n.(]\s*|\b[a-z]+ )([A-Z][a-z'-]+ [A-Z][a-z'-]+)[\s,:(-]*$")


def _names(names: frozenset[str]) -> re.Pattern[str]:
    """Their names as words, a few at most; nothing where nobody is named."""
    listed = "|".join(re.escape(name) for name in sorted(names)[:6])
    return re.compile(rf"\W*\b(?:{listed})\b" if listed else r"(?!)")
