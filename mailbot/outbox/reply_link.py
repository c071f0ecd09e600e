"""A link that opens an answer, written but for sending: ``mailto:`` with words, subject and our token (RFC 6068).

Such an answer is a new letter, without In-Reply-To. The token is in the address it goes to; where plus-addresses are
not proved to arrive (``reply.plus`` is off), it stands at the end of the subject instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

LINK = re.compile(r"mailto:[A-Za-z0-9._~%-]+@[A-Za-z0-9.-]+\?subject=[A-Za-z0-9._~%-]*&body=[A-Za-z0-9._~%-]*")


@dataclass(frozen=True, slots=True)
class ReplyLink:
    """Where answers to one letter go; ``mark`` stands at the end of the subject."""

    address: str
    mark: str = ""

    def opening(self, words: str) -> str:
        """The address of a link that opens a letter with these words. What stands after "…" is the writer's to say."""
        given = words.partition("…")[0]
        subject = " ".join(part for part in (given.strip(" ,:"), self.mark) if part)
        local, _, domain = self.address.rpartition("@")
        return f"mailto:{_encoded(local)}@{domain}?subject={_encoded(subject)}&body={_encoded(given)}"


def _encoded(text: str) -> str:
    """Every reserved character, "+" too: some programs read it as a space (RFC 6068, section 5)."""
    return quote(text, safe="")
