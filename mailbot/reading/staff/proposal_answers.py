"""Answers to a proposal: "ok", "2", "Carys", "none of these", and several in one: "R-1042 ok, R-1043 2, R-1044 no".

Every part of the letter must be such an answer or a courtesy. One that is not leaves the others in doubt, since it may
take them back ("ok, but not before Friday").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.around_orders import SIGNED, is_courtesy
from mailbot.reading.words.plain import plain

PROPOSAL = "match_proposed"  # the touchpoint's name, as ``replying_to`` has it

_REF = r"(?:r-? ?)?(?P<{}>\d{{4,6}})"
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3, "last": -1,
}  # fmt: skip
_YES = (
    r"(?:yes|yep|yeah|yup|ok|okay|approved?|agreed?|fine|good|great|perfect|lovely|go ahead|please do|do|sure"
    r"|that'?s fine|fine by me|fine with me)"
)
_NO = (
    r"(?:(?:no|nope)(?:,? (?:none|not any|not one)(?: of (?:them|these|those|the (?:two|three)))?)?"
    r"|(?:no|nope),? (?:neither|nobody|thanks|thank you)|none(?: of (?:them|these|those|the (?:two|three)))?"
    r"|neither(?: of (?:them|these|the two))?|nobody|no one)"
)
_PLACE = (
    r"(?:(?:number|option|choice) )?(?P<bare>[1-9]|one|two|three)"
    r"|(?:the )?(?P<place>first|second|third|last|1st|2nd|3rd)(?: one| on the list)?"
)
_ANSWER = re.compile(
    rf"(?:{_REF.format('before')}[ :,=-]*(?:is )?(?:an? )?)?"
    rf"(?:(?:(?P<yes>{_YES})(?:,? {_YES})*)|(?P<no>{_NO})|(?:(?:yes|ok|okay),? )?(?:please )?"
    rf"(?:(?:ask|choose|pick|take|use|try|let'?s (?:ask|try|go with|have)|go (?:with|for)) )?"
    rf"(?:{_PLACE}|(?P<name>[\w'-]+(?: [\w'-]+){{0,2}}?)))"
    rf"(?: (?:for|to|on|with) {_REF.format('after')})?(?:,? (?:please|pls|thanks|thank you|ta|cheers))*"
)
_YES_TO = re.compile(rf"{_YES},? (?:for |to |on |with )?{_REF.format('only')}(?:,? (?:please|thanks|thank you|ta))*")
_NO_TO = re.compile(rf"{_NO},? (?:for |to |on |with )?{_REF.format('only')}(?:,? (?:thanks|thank you|ta))*")
_PARTS = re.compile(r"[\n;]+|[.!](?=\s|$)|,(?= *(?:and |then )?(?:r-? ?)?\d{4,6}\b)| and (?=(?:r-? ?)?\d{4,6}\b)", re.I)
_EXPLAINED = re.compile(r" ?\([^()\n]{0,80}\)")
_SIGNATURE = re.compile(
    r"(?:(?:tel|mob|mobile|phone|t|m)[.:]? ?)?\+?[\d ()-]{8,}|\S+@\S+|(?:https?://|www\.)\S+"
    r"|(?:[A-Z][\w&'-]*[ ,|]*){1,4}(?:co-?ordinator|manager|lead|officer|director|team|charity|service)"
    r"|sent from my .{1,30}",
    re.IGNORECASE,
)
_LISTED = re.compile(r"^[ \t]*[-*•][ \t]+")


@dataclass(frozen=True, slots=True)
class ProposalAnswers:
    """``commands`` with the words that each rests on; or, when any part is no answer, ``unclear`` has them. ``rest``:
    the parts that are neither answer nor courtesy."""

    commands: tuple[tuple[StaffCommand, str], ...] = ()
    unclear: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


def proposal_answers(written: str, context: str | None, names: Sequence[str]) -> ProposalAnswers:
    """What the whole letter says to proposals; empty when no part of it is such an answer."""
    found: list[tuple[StaffCommand, str]] = []
    others: list[str] = []
    for part in _PARTS.split(written):
        words = _LISTED.sub("", _EXPLAINED.sub("", part)).strip(" \t\r,")
        if not re.search(r"\w", words):
            continue
        command = _answer(plain(words).strip(" .,!-"), context, names)
        if command is not None:
            found.append((command, words))
        elif not (is_courtesy(plain(words)) or SIGNED.fullmatch(words) or _SIGNATURE.fullmatch(words)):
            others.append(words)
    several = {command.referral for command, _ in found}
    if found and (others or len(several) < len({command for command, _ in found})):
        return ProposalAnswers(unclear=tuple(words for _, words in found), rest=tuple(others))
    return ProposalAnswers(commands=tuple(dict.fromkeys(found)), rest=tuple(others))


def _answer(said: str, context: str | None, names: Sequence[str]) -> StaffCommand | None:
    if one := _YES_TO.fullmatch(said):
        return StaffCommand(Verb.APPROVE, referral=f"R-{one['only']}")
    if one := _NO_TO.fullmatch(said):
        return StaffCommand(Verb.NO, referral=f"R-{one['only']}")
    told = _ANSWER.fullmatch(said)
    if told is None or (told["before"] and told["after"]):
        return None
    number = told["before"] or told["after"]
    referral = f"R-{number}" if number else context
    if referral is None:
        return None
    if told["yes"]:
        return StaffCommand(Verb.APPROVE, referral=referral)
    if told["no"]:
        return StaffCommand(Verb.NO, referral=referral)
    if place := told["bare"] or told["place"]:
        return StaffCommand(Verb.CHOOSE, referral=referral, number=_NUMBERS.get(place) or int(place))
    volunteer = _named(told["name"], names)
    return StaffCommand(Verb.ASSIGN, referral=referral, volunteer=volunteer) if volunteer else None


def _named(told: str, names: Sequence[str]) -> str | None:
    """The full name, when only one volunteer is called so."""
    whole = [name for name in names if plain(name) == told]
    found = whole or [name for name in names if name.split() and plain(name.split()[0]) == told]
    return found[0] if len(found) == 1 else None
