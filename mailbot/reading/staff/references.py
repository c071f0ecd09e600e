"""How a referral or a letter is told by its number: ``R-1042``, bare ``1042``, ``L-17``."""

from __future__ import annotations

import re
from functools import lru_cache

REFERENCE = re.compile(r"\bR-?\s?(\d{4,6})\b", re.IGNORECASE)
LETTER_REFERENCE = re.compile(r"\bL-\s?(\d{1,9})\b", re.IGNORECASE)  # a letter that is about no referral yet
# A bare number is a reference unless it is a year, a clock time, money, part of a telephone number, or counts things.
BARE_NUMBER = r"(?<![\w£.:/+-])(?!20[1-4]\d)[1-9]\d{3}(?![\w/]|[.,:]\d)"
BARE_REFERENCE = re.compile(
    rf"(?<!\d )({BARE_NUMBER})(?! ?\d|-\d| (?:people|families|calls|words|pounds|miles|copies|leaflets|letters|hours"
    r"|referrals|volunteers|visits|hrs|hours|o'?clock)\b)"
)


@lru_cache(maxsize=512)
def references_in(text: str) -> tuple[str, ...]:
    """Every reference in the text, ``R-1042`` or bare ``1042``, and letters' ``L-17``, in order and each once."""
    found = [(match.start(), f"R-{match[1]}") for match in REFERENCE.finditer(text)]
    found += [(match.start(1), f"R-{match[1]}") for match in BARE_REFERENCE.finditer(text)]
    found += [(match.start(), f"L-{match[1]}") for match in LETTER_REFERENCE.finditer(text)]
    return tuple(dict.fromkeys(reference for _, reference in sorted(found)))
