"""What a value may be: small constraints that stand in the sections' annotations and say in words what they allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Protocol

from mailbot.outbox.discreet import revealing_words


class Constraint(Protocol):
    """Does a value of the right type fit, and what would?"""

    @property
    def allowed(self) -> str: ...

    def fits(self, value: object) -> bool: ...


@dataclass(frozen=True, slots=True)
class Between:
    least: int
    most: int

    @property
    def allowed(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def fits(self, value: object) -> bool:
        return isinstance(value, int) and self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class Matching:
    """A text, or every text of a list, that the whole pattern fits."""

    pattern: str
    allowed: str

    def fits(self, value: object) -> bool:
        texts = value if isinstance(value, tuple) else (value,)
        return all(isinstance(text, str) and re.fullmatch(self.pattern, text) for text in texts)


@dataclass(frozen=True, slots=True)
class NotEmpty:
    allowed: str = "at least one, none of them empty"

    def fits(self, value: object) -> bool:
        return bool(value) and (not isinstance(value, tuple) or all(value))


@dataclass(frozen=True, slots=True)
class Neutral:
    """A sender name: somebody else may see the screen (service.md, never 2)."""

    allowed: str = "a few neutral words on one line: no prison, court, offence or the like, no @ < > or quotes"

    def fits(self, value: object) -> bool:
        shape = isinstance(value, str) and re.fullmatch(r"[^\x00-\x1f<>\"@]{1,60}", value) and value.strip()
        return bool(shape) and not revealing_words(str(value))


_ADDRESS = r"[^\s@<>,;:\"()\[\]\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"

Port = Annotated[int, Between(1, 65535)]
Address = Annotated[str, Matching(_ADDRESS, "an email address such as befriending@example.org")]
MaybeAddress = Annotated[str, Matching(rf"(?:{_ADDRESS})?", "an email address, or nothing")]
Words = Annotated[str, Matching(r"[^\x00-\x1f]*[^\x00-\x20][^\x00-\x1f]*", "words on one line, not empty")]
MaybeWords = Annotated[str, Matching(r"[^\x00-\x1f]*", "words on one line, or nothing")]
NeutralWords = Annotated[str, Neutral()]
ClockTime = Annotated[str, Matching(r"(?:[01]\d|2[0-3]):[0-5]\d", 'a London time as "HH:MM", from "00:00" to "23:59"')]
PhoneNumbers = Annotated[tuple[str, ...], Matching(r"\+[1-9]\d{6,14}", 'numbers as "+442079460123", without spaces')]
