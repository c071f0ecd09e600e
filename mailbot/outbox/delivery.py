"""Delivery: what became of handing a letter over (design rule 5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@]+>?")
_LONGEST_WHY = 200


class Outcome(StrEnum):
    SENT = "sent"  # the server answered for it
    TEMPORARY = "temporary"  # it did not get past the final dot, or the server said "later": try again
    REFUSED = "refused"  # for good
    UNCERTAIN = "uncertain"  # the final dot was sent and the answer was lost


@dataclass(frozen=True, slots=True)
class Delivery:
    """``why`` holds no address, so that it may be logged. ``trouble``: our own account or server is at fault, not this
    letter, so staff should look."""

    outcome: Outcome
    why: str = ""
    code: int | None = None
    trouble: bool = False


def without_addresses(words: object) -> str:
    """A server's words in one line, every address left out."""
    told = " ".join(str(words).split())
    return _ADDRESS.sub("(an address)", told)[:_LONGEST_WHY]
