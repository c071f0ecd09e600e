"""What a family's or referrer's letter is for: the signs of all kinds are weighed against each other.

``signs_of`` finds the signs; ``_POINTS`` says for what each of them speaks, and how loudly; the purpose with the most
points has it, if it has enough. Meanings as in ``samples/README.md``. What is not understood is ``other``, which goes
to a person.

Somebody frightened who tells their story to this inbox and where they can be rung, with no question and no other
purpose, asks for the calls: so a number, a need and a loved one in prison speak for the calls, each a little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from mailbot.reading.family.bare_answer import agrees_barely, stop_told
from mailbot.reading.family.intent_signs import Sign, Signs, signs_of
from mailbot.reading.family.selling_words import OF_A_FAMILY, SPAM
from mailbot.reading.letter import Evidence, FamilyIntent
from mailbot.reading.words.lexicon import Lexicon
from mailbot.reading.words.likely import Likely, tokens_of
from mailbot.reading.words.patterns import search

_CALLS, _GROUP, _BOTH = FamilyIntent.BEFRIENDING, FamilyIntent.GROUP, FamilyIntent.BOTH
_ENQUIRY, _UPDATE, _FEEDBACK = FamilyIntent.ENQUIRY, FamilyIntent.UPDATE, FamilyIntent.FEEDBACK
_WITHDRAW, _VOLUNTEER, _OTHER = FamilyIntent.WITHDRAW, FamilyIntent.VOLUNTEER_ENQUIRY, FamilyIntent.OTHER

ENOUGH = 3  # points: fewer decide nothing
A_POINT = 0.12  # of a logarithm: what a point of the signs weighs against the likelihood by words
LEAST_POINTS, MOST_POINTS = -5, 9
SURE = -0.7  # a logarithm: without signs a purpose must be likelier than all others together
ENOUGH_WORDS = 30  # of a shorter letter the likelihood says less
BOTH_SAID = 5  # points, where the signs say calls and group
# Sign: the purpose, its points where it first stands, those for each further sentence, and in how many at most
_POINTS: dict[str, tuple[tuple[FamilyIntent, int, int, int], ...]] = {
    "calls": (
        (_CALLS, 5, 1, 3),
        (_ENQUIRY, -3, 0, 1),
        (_VOLUNTEER, -1, 0, 1),
        (_UPDATE, -2, 0, 1),
        (_OTHER, -3, 0, 1),
        (_FEEDBACK, -2, 0, 1),
    ),
    "asked_for_calls": ((_CALLS, 4, 0, 1), (_ENQUIRY, -4, 0, 1)),
    "no_calls": ((_CALLS, -9, 0, 1),),
    "group": ((_GROUP, 5, 1, 3), (_ENQUIRY, -3, 0, 1), (_OTHER, -3, 0, 1), (_FEEDBACK, -1, 0, 1)),
    "asked_for_group": ((_GROUP, 4, 0, 1), (_ENQUIRY, -4, 0, 1)),
    "no_group": ((_GROUP, -9, 0, 1),),
    "both": ((_CALLS, 4, 0, 1), (_GROUP, 4, 0, 1)),
    "need": ((_CALLS, 1, 1, 2), (_VOLUNTEER, -2, 0, 1), (_OTHER, -1, 0, 1)),
    "refers": ((_CALLS, 3, 0, 1),),
    "question": ((_ENQUIRY, 3, 1, 3),),
    "question_perhaps": ((_ENQUIRY, 1, 0, 1),),
    "asks": ((_ENQUIRY, 1, 1, 3),),
    "asks_us": ((_ENQUIRY, 2, 0, 1),),
    "not_yet": ((_ENQUIRY, 5, 1, 2), (_CALLS, -4, 0, 1), (_GROUP, -4, 0, 1)),
    "volunteering": ((_VOLUNTEER, 5, 2, 3), (_CALLS, -4, 0, 1), (_ENQUIRY, -4, 0, 1)),
    "volunteering_perhaps": ((_VOLUNTEER, 1, 1, 3),),
    "no_volunteering": ((_VOLUNTEER, -2, 0, 1),),
    "known": ((_UPDATE, 2, 1, 3), (_FEEDBACK, 1, 0, 1), (_CALLS, -2, 0, 1), (_ENQUIRY, -1, 0, 1)),
    "changed": ((_UPDATE, 4, 2, 3),),
    "changed_perhaps": ((_UPDATE, 1, 0, 1),),
    "leaving": ((_WITHDRAW, 9, 1, 2),),
    "met": ((_FEEDBACK, 3, 1, 2), (_CALLS, -2, 0, 1), (_ENQUIRY, -1, 0, 1), (_VOLUNTEER, -1, 0, 1)),
    "praise": ((_FEEDBACK, 3, 1, 3),),
    "complaint": ((_FEEDBACK, 4, 1, 3),),
    "elsewhere": ((_OTHER, 6, 2, 3), (_ENQUIRY, -3, 0, 1)),
    "elsewhere_perhaps": ((_OTHER, 1, 0, 1),),
    # what else stands in the letter
    "number": ((_CALLS, 3, 0, 1), (_ENQUIRY, -2, 0, 1), (_UPDATE, 1, 0, 1)),
    "hours": ((_CALLS, 2, 0, 1), (_UPDATE, 1, 0, 1)),
    "wishes": ((_UPDATE, 1, 0, 1),),
    "loved_one": ((_CALLS, 1, 0, 1), (_VOLUNTEER, -1, 0, 1)),
    "for_another": ((_CALLS, 2, 0, 1),),
    "abroad": ((_CALLS, 1, 0, 1),),
    "answers_us": ((_UPDATE, 2, 0, 1), (_CALLS, -2, 0, 1)),
    "reference": ((_UPDATE, 3, 0, 1),),
}
_OF_SOMEBODY_KNOWN = {"known", "changed", "answers_us", "reference"}
_INSTEAD = (_WITHDRAW, _VOLUNTEER, _UPDATE, _OTHER, _ENQUIRY, _FEEDBACK, _CALLS, _GROUP)  # of equals, the first


@dataclass(frozen=True, slots=True)
class IntentTold:
    intent: FamilyIntent
    agrees: bool = False
    stop: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What other skills found in the letter: ``replying``: it answers one of our mails; ``reference``: it names one of
    our references; ``number``, ``hours``: where and when to ring; ``for_another``: it is written for somebody else;
    ``loved_one``: a prisoner is told of.
    """

    replying: bool = False
    reference: bool = False
    number: bool = False
    hours: bool = False
    wishes: bool = False
    for_another: bool = False
    loved_one: bool = False
    abroad: bool = False  # neither English nor Welsh
    placed: bool = False  # in a prison, or at a stage


def intent_told(
    subject: str,
    text: str,
    phrases: Lexicon,
    *,
    passed_on: str = "",
    beside: Circumstances,
    capitalised: frozenset[str] = frozenset(),
    likely: Likely | None = None,
) -> IntentTold:
    """Weigh the signs of a plain letter (``spelt_out``), and beside them how ``likely`` each purpose is by its words.

    ``subject`` is "" where it is ours; ``passed_on``: mail the writer forwarded; ``capitalised``: words with a capital,
    in lower case.
    """
    signs = signs_of(subject, text, passed_on, phrases)
    if sold := _sold(f"{subject} {text} {passed_on}", signs, beside):
        return _told(FamilyIntent.SPAM, sold)
    if stop := stop_told(subject, text, asks=bool(signs["calls"].count) and not signs["no_calls"].count):
        return _told(FamilyIntent.WITHDRAW, stop, stop=True)
    if beside.replying and not passed_on and agrees_barely(text, subject, capitalised):
        return IntentTold(FamilyIntent.UPDATE, agrees=True, evidence=(Evidence("agrees", text.strip()),))
    found = _with_circumstances(signs, beside)
    if likely is None or beside.replying:  # it was fitted to letters that nobody asked for
        return _weighed(found)
    words = words_of(subject, text, passed_on, beside)
    return _weighed(found, likely.logarithms(words), min(1.0, len(words) / ENOUGH_WORDS))


def words_of(subject: str, text: str, passed_on: str, beside: Circumstances) -> list[str]:
    """What ``Likely`` looks at: the words, and the circumstances as words of their own."""
    told = [f"+{field.name}" for field in fields(beside) if getattr(beside, field.name)]
    return [*tokens_of(subject), ".", *tokens_of(text), ".", *tokens_of(passed_on), *told]


def _told(intent: FamilyIntent, *words: str, stop: bool = False) -> IntentTold:
    return IntentTold(intent, stop=stop, evidence=tuple(Evidence("intent", word.strip()) for word in words))


def _sold(text: str, signs: Signs, beside: Circumstances) -> str:
    """Two different signs of selling or fraud, and nothing that a family would write."""
    if beside.loved_one or OF_A_FAMILY.search(text):
        return ""
    found = [match.group() for pattern in SPAM if (match := search(pattern, text))]
    found += [words for words in signs.sold if not any(words in other or other in words for other in found)]
    return "; ".join(found) if len(found) >= 2 else ""


# -------------------------------------------------------------------------------------------------------- weighing


def _with_circumstances(signs: Signs, beside: Circumstances) -> dict[str, Sign]:
    """The signs, with those which only count together with something else put together."""
    found = dict(signs.found)
    wants = signs["wants_it"]
    calls = signs["calls"].count or signs["no_calls"].count or signs["group"].count
    if wants.count and not calls and signs["calls_named"].count:
        found["asked_for_calls"] = wants
    if wants.count and not (signs["group"].count or signs["no_group"].count) and signs["group_named"].count:
        found["asked_for_group"] = wants
    if signs["no_calls"].count and signs["group_named"].count and not (signs["group"].count or signs["no_group"].count):
        found.setdefault("asked_for_group", signs["group_named"])  # the one and not the other
    if signs["calls"].count and not (signs["question"].count or signs["asks"].count):
        found.pop("not_yet", None)  # who asks outright, and for nothing else, has decided
    if signs["refers"].count and signs["group"].count:
        found.pop("refers", None)
    if "judged" in found and not (beside.loved_one or beside.number or signs["need"].count):
        found.setdefault("complaint", found["judged"])  # of us, in a letter that tells of nothing else
    if "question" in found:
        found.pop("asks_us", None)
    if beside.abroad and signs["question"].count and not beside.number:
        found.pop("calls", None)  # in other languages a word for calls is all that is known: here it is asked about
    told = {
        "number": beside.number,
        "hours": beside.hours,
        "wishes": beside.wishes or beside.placed,
        "loved_one": beside.loved_one,
        "for_another": beside.for_another,
        "abroad": beside.abroad,
        "answers_us": beside.replying,
        "reference": beside.reference,
    }
    return found | {name: Sign(name.replace("_", " "), 1) for name, holds in told.items() if holds}


def _weighed(found: dict[str, Sign], likely: Mapping[str, float] | None = None, weight: float = 1.0) -> IntentTold:
    points = dict.fromkeys(_INSTEAD, 0)
    for section, sign in found.items():
        for intent, first, further, most in _POINTS.get(section, ()):
            points[intent] += first + further * (min(sign.count, most) - 1)
    if _OF_SOMEBODY_KNOWN.isdisjoint(found):
        points[_UPDATE] = 0  # particulars alone are no change of any
    best = _by_signs(found, points)
    if likely is not None:
        best = _most_likely(points, best, likely, weight)
    if best is _OTHER and points[_OTHER] < ENOUGH:
        return _told(_OTHER, "nothing asked for that is understood")
    return _told(best, *_words_for(best, found))


def _by_signs(found: dict[str, Sign], points: Mapping[FamilyIntent, int]) -> FamilyIntent:
    best = max(_INSTEAD, key=lambda intent: points[intent])
    if points[best] < ENOUGH:
        return _OTHER
    return _asked_for(found, points) if best in (_CALLS, _GROUP) else best


def _most_likely(
    points: Mapping[FamilyIntent, int], by_signs: FamilyIntent, likely: Mapping[str, float], weight: float
) -> FamilyIntent:
    """Signs and likelihood together. Leaving is believed of signs alone: a stop that nobody meant does harm."""
    both = min(points[_CALLS], points[_GROUP]) + (BOTH_SAID if by_signs is _BOTH else 0)
    sums = {
        one: weight * likely[one.value] + A_POINT * min(max(told, LEAST_POINTS), MOST_POINTS)
        for one, told in (*points.items(), (_BOTH, both))
        if one is not _WITHDRAW or told >= ENOUGH
    }
    best = max(sums, key=lambda one: sums[one])
    if by_signs is _OTHER and (weight < 1 or likely[best.value] < SURE):
        return _OTHER
    return best


def _asked_for(found: dict[str, Sign], points: Mapping[FamilyIntent, int]) -> FamilyIntent:
    """Calls, group or both: who asks for the group alone may tell a number and a story, too."""
    group = _asks(found, "group") and points[_GROUP] >= ENOUGH
    calls = points[_CALLS] >= ENOUGH and (not group or _asks(found, "calls"))
    return _BOTH if group and calls else _GROUP if group else _CALLS


def _asks(found: dict[str, Sign], what: str) -> bool:
    return not {what, f"asked_for_{what}", "both"}.isdisjoint(found)


def _words_for(best: FamilyIntent, found: dict[str, Sign]) -> list[str]:
    purposes = {_CALLS, _GROUP} if best is _BOTH else {best}
    words = [
        (first, found[section].words)
        for section, row in _POINTS.items()
        if section in found
        for intent, first, _, _ in row
        if intent in purposes and first > 0
    ]
    words.sort(key=lambda each: -each[0])
    return list(dict.fromkeys(word for _, word in words[:2]))
