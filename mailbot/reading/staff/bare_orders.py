"""Orders that count only as a whole sentence: "2", "cancel 3", "pause everything". Among other words they are none."""

from __future__ import annotations

import re

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.sending_orders import everything

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
}  # fmt: skip
_CHOICE = re.compile(
    r"(?:please )?(?:(?:choose|pick|go with|go for|take) )?"
    r"(?:(?:option|number|choice) (?P<number>[1-9]|one|two|three|four|five)"
    r"|the (?P<place>first|second|third|fourth|fifth|last)(?: one| option)?|(?P<bare>[1-9]))(?:,? please)?[ .!]*"
)
_CANCEL = re.compile(
    r"(?:please )?(?:cancel (?:number )?(?P<number>\d{1,9})|cancel (?P<referral>r-\d{4,6})"
    r"|(?:stop|cancel) (?:that|this) (?:one|email|message)(?: (?:from )?going out)?)(?:,? please)?[ .!]*"
)


def bare_order(plain: str, *, answers_task: bool) -> StaffCommand | None:
    """A choice answers a question of ours only (``answers_task``): in a digest a lone number means nothing."""
    if order := everything(plain):
        return order
    if cancel := _CANCEL.fullmatch(plain):
        number = int(cancel["number"]) if cancel["number"] else None
        referral = cancel["referral"].upper() if cancel["referral"] else None
        return StaffCommand(Verb.CANCEL, referral=referral, number=number)
    if answers_task and (choice := _CHOICE.fullmatch(plain)):
        told = choice["number"] or choice["place"] or choice["bare"]
        return StaffCommand(Verb.CHOOSE, number=_NUMBERS.get(told) or int(told))
    return None
