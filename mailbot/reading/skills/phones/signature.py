"""The signature below a letter: where it begins, and whether its numbers are a person's own or those of their work."""

from __future__ import annotations

import re

from mailbot.reading.skills.phones.words import (
    CLOSING,
    NAME_LINE,
    WORK,
)

MOST_LINES = 8  # of a signature
LONGEST_LINE = 90  # characters; a longer one is a sentence


def split_signature(text: str) -> tuple[str, str]:
    """The letter proper, and what stands below the closing words and the name (job, firm, telephone, footer)."""
    lines = text.split("\n")
    below = _after_closing(lines)
    if below is None:
        below = _after_name(lines)
    if below is None:
        return text, ""
    return "\n".join(lines[:below]), "\n".join(lines[below:])


def is_of_work(signature: str, names: frozenset[str] = frozenset()) -> bool:
    """Does it hold anything but numbers, their labels, a name and an address? A job, a firm: in doubt, work.

    ``names``: words of the writer's name, in lower case; where they are known, other words beside a number are a firm.
    """
    if WORK.search(signature):
        return True
    return any(not _is_personal(line, names) for line in signature.split("\n"))


def _is_personal(line: str, names: frozenset[str]) -> bool:
    """Nothing but numbers, labels, an email address, a name of two words, or where somebody lives."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"\S{1,60}@\S{1,60}", " ", line).lower())
    others = [word for word in words if word not in _LABELS | names]
    return (
        not others
        or bool(_ADDRESS.search(line))
        or (len(others) <= (0 if names else 2) and bool(_HAS_NUMBER.search(line)))
    )


def is_signed_inline(before: str) -> bool:
    """ "Ada Lane, Assistant Manager, Lane Motors, 01632 ...": a work signature run together. ``before``: as written."""
    return bool(_INLINE.search(before[-110:]))


def _after_closing(lines: list[str]) -> int | None:
    for place in range(len(lines) - 1, -1, -1):
        if CLOSING.match(lines[place].strip()):
            below, named = place + 1, False
            while below < len(lines) and (not lines[below].strip() or NAME_LINE.match(lines[below].strip())):
                if WORK.search(lines[below]) or (named and lines[below].strip()):
                    break  # a second line of capitals is a firm
                named = named or bool(lines[below].strip())
                below += 1
            return below
    return None


def _after_name(lines: list[str]) -> int | None:
    """Below a line that is a name and nothing else, if only short lines follow it."""
    held = [place for place, line in enumerate(lines) if line.strip()]
    for place in held[-MOST_LINES:-1]:
        line = lines[place].strip()
        alone = place == held[0] or not lines[place - 1].strip() or len(lines[place - 1]) < LONGEST_LINE
        below = [lines[after] for after in held if after > place]
        if alone and place != held[0] and _SIGNED.match(line) and all(_is_short(one) for one in below):
            return place + 1 if not _HAS_NUMBER.search(line) else place
    return None


def _is_short(line: str) -> bool:
    return len(line) <= LONGEST_LINE and not _SENTENCE.search(line)


_HAS_NUMBER = re.compile(r"\d{3}")
_SENTENCE = re.compile(
    r"\b(?:she|he|i|i'm|me|you|please|ring|call|her|his|can|if|would|use|not|is)\b(?!:)|[.?!] ", re.IGNORECASE
)
_SIGNED = re.compile(
    r"(?:(?:Mrs?|Ms|Miss|Dr|Fr|Revd?|Sr|Cllr)\.? )?[A-Z][\w'-]+\.?(?: (?:[A-Z][\w'-]*\.?|\([\w .]+\)|van|ap|de)){0,3}"
    r"(?: (?:B[AS]c?|M[AS]c|RN|RMN|DipSW|PhD|MBE|OBE|PGCE)\b.*)?(?:,? \([\w ]+\))?[,.]?(?:\s*\|.*)?$"
)
_LABEL_WORDS = (
    "tel telephone t m mob mobile ph phone h home house landline number no cell whatsapp text email e mail is and or"
    " thanks ta ffôn symudol mrs mr ms miss my me x xx xxx on sent from iphone ipad samsung galaxy android outlook"
    " yahoo for get"
)
_LABELS = frozenset(_LABEL_WORDS.split())
_ADDRESS = re.compile(r"^\W*\d{1,4}[a-z]? (?=[a-z])[\w' ]{3,40}|\b[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}\b", re.IGNORECASE)
_INLINE = re.compile(
    r"\b(?:Assistant|Manager|Officer|Director|Practitioner|Worker|Nurse|Administrator|Coordinator|Co-ordinator"
    r"|Executive"
    r"|Consultant|Engineer|Accountant|Solicitor|Supervisor|Foreman|Clerk|Teacher|Lecturer|Secretary|Chaplain|Planner"
    r"|Ltd|Limited|PLC|plc|LLP|(?:&|and) (?:Co|Sons|Daughters|Partners)|Motors|Lead|Hub|Link Worker|Practice|Clinic"
    r"|Chaplaincy|Council|NHS|Trust|Services|Solicitors|Surgery|University|College|School|Group)\b"
    r"[^.!?\n]{0,60}$"
)
