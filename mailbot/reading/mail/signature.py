"""The signature of work below a writer's name: title, firm, telephone, disclaimer."""

from __future__ import annotations

import re

from mailbot.reading.mail.quoting_signs import SENTENCE

_LONGEST_SIGNATURE = 40  # lines


def without_work_signature(text: str, sender_name: str) -> str:
    """Without what follows the writer's name when all of it looks like a signature of work: title, firm, disclaimer.

    A number alone below the name is kept: families write theirs there.
    """
    names = _ways_to_sign(sender_name)
    rows = text.split("\n")
    for at in range(max(1, len(rows) - _LONGEST_SIGNATURE), len(rows) - 1):
        if rows[at].strip().strip(",.").lower() not in names:
            continue
        after = [line.strip() for line in rows[at + 1 :] if line.strip()]
        first = after[0].lower() if after else ""
        opens = "|" in first or bool(_TITLE.search(first)) or first.startswith(sender_name.lower() or "|")
        if opens and all(_is_signature_line(line) for line in after):
            return "\n".join(rows[: at + 1]).rstrip()
    return text


def _ways_to_sign(sender_name: str) -> frozenset[str]:
    name = sender_name.lower().split(" - ")[0].strip()
    if "," in name:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    words = name.split()
    if not words:
        return frozenset()
    initials = [word[0] for word in words]
    return frozenset({name, words[0], initials[0], "".join(initials), ".".join(initials)})


def _is_signature_line(line: str) -> bool:
    if _DISCLAIMER.search(line) or "|" in line or _CONTACT.search(line):
        return True
    return len(line) <= 70 and not SENTENCE.search(line)


_TITLE = re.compile(
    r"\b(officer|manager|worker|advis[eo]r|solicitor|nurse|teacher|chaplain|director|co-?ordinator|consultant"
    r"|prescriber"
    r"|practitioner|assistant|associate|lead|head of|fellow|lecturer|professor|deputy|senior|secretary|administrator"
    r"|keeper|counsellor|therapist|partner at|executive|doctor|pennaeth|rheolwr|swyddog|gweithiwr)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"https?://|www\.|@|\b(?:tel|telephone|phone|mobile|mob|ddi|direct|office|reception|fax|ffôn)\b", re.IGNORECASE
)
_DISCLAIMER = re.compile(
    r"confidential|intended recipient|disclaimer|registered (?:in|charity|office|company|number)|limited liability"
    r"|privileged"
    r"|views expressed|legally binding|before printing|safeguarding and promoting|elusen gofrestredig|cyfrinachol",
    re.IGNORECASE,
)
