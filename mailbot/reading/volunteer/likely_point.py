"""The main point of a volunteer's letter by its words, weighed against the point that its signs make.

Likelihood alone never makes a yes (a wrong one is the worst error), tells of no call, day or absence that was not
found, and ends nothing unless it is sure; and a yes that the words speak against is unclear, which a person reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mailbot.reading.letter import VolunteerIntent
from mailbot.reading.volunteer.points import Heard
from mailbot.reading.words.likely import Likely, tokens_of
from mailbot.reading.words.spelling import spelt_out

BY_SIGNS = 1.2  # what the point that the signs make has beforehand, of a logarithm
SURE = -0.7  # a logarithm: likelier than all others together
_FIRST = 3  # words by which an answer begins

_Intent = VolunteerIntent
_OF_MACHINES = frozenset({_Intent.AUTO_REPLY, _Intent.BOUNCE})
_ONLY_WHEN_SURE = frozenset({_Intent.DECLINE, _Intent.RESIGN, _Intent.PAUSE})
_TO_AN_OFFER = frozenset({_Intent.ACCEPT, _Intent.DECLINE, _Intent.CONDITIONAL, _Intent.CONFLICT_OF_INTEREST})


def words_about_point(visible: str, replying_to: str) -> list[str]:
    """What ``Likely`` looks at: the words, what is answered, and with which words the answer begins."""
    tokens = tokens_of(spelt_out(visible))
    return [*tokens, f"+{replying_to}", *(f"+{replying_to} {one}" for one in tokens[:_FIRST])]


def likeliest(
    points: Sequence[VolunteerIntent], heard: Heard, words: Sequence[str], likely: Likely
) -> tuple[VolunteerIntent, ...]:
    """The points again, another one first where the words speak for it more than the signs for theirs."""
    by_signs = points[0]
    told = {VolunteerIntent(one): value for one, value in likely.logarithms(words).items()}
    best = max(told, key=lambda one: told[one] + (BY_SIGNS if one is by_signs else 0.0))
    if best is by_signs or not _may_be(best, heard, told):
        return tuple(points)
    if by_signs is _Intent.ACCEPT and best not in _TO_AN_OFFER | {_Intent.QUESTION}:
        best = _Intent.UNCLEAR
    if best is _Intent.DECLINE and by_signs is _Intent.ACCEPT:
        best = _Intent.UNCLEAR
    crossed = _TO_AN_OFFER if best in _TO_AN_OFFER | {_Intent.UNCLEAR, _Intent.QUESTION} else frozenset()
    others = (one for one in points if one is not best and one is not _Intent.UNCLEAR and one not in crossed)
    return (best, *others)


def _may_be(point: VolunteerIntent, heard: Heard, told: Mapping[VolunteerIntent, float]) -> bool:
    if point in _OF_MACHINES or point is _Intent.ACCEPT:
        return False
    if point in (_Intent.CONTACT_MADE, _Intent.NO_ANSWER):
        return heard.call is not None
    if point is _Intent.ATTEMPT_PLANNED:
        return heard.next_call is not None
    if point in (_Intent.AWAY, _Intent.PAUSE) and heard.away is None:
        return False
    return point not in _ONLY_WHEN_SURE or told[point] >= SURE
