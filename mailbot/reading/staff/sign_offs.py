"""What stands under a letter of staff and is no part of what they say: "Kind regards, Dilys"."""

from __future__ import annotations

import re

_CLOSING = re.compile(
    r"(?:(?:with |many |very |all )?(?:kind(?:est)?|best|warm(?:est)?|good) ?(?:regards|wishes)?|regards|best"
    r"|yours(?: (?:sincerely|faithfully|truly))?|sincerely|cheers|thanks|many thanks|thank you|ta"
    r"|cofion(?: (?:gorau|cynnes))?|diolch(?: yn fawr)?|hwyl|yn gywir)[ ,.!]*",
    re.IGNORECASE,
)
_DEVICE = re.compile(r"(?:sent from|anfonwyd o|get outlook) .{0,60}", re.IGNORECASE)
MOST_LINES = 4


def without_sign_off(text: str, sender_name: str) -> str:
    """Without closing words and the writer's own name at its end; a "thanks" that is all there is stays."""
    names = _own_names(sender_name)
    lines = text.rstrip().split("\n")
    for _ in range(MOST_LINES):
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        last = lines[-1].strip(" \t*_–—-")
        signs = last.strip(" ,.").casefold() in names
        if len(lines) < 2 or not (signs or _CLOSING.fullmatch(last) or _DEVICE.fullmatch(last)):
            break
        lines.pop()
    return "\n".join(lines).rstrip()


def _own_names(sender_name: str) -> frozenset[str]:
    name = " ".join(sender_name.split()).casefold()
    if not name:
        return frozenset()
    first = name.split()[0]
    return frozenset({name, first, first[0]})
