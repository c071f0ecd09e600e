"""The signature of work below a writer's name: title, firm, telephone; and the block after ``-- ``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.mail.notices import is_notice

_LONGEST_SIGNATURE = 40  # lines

SENTENCE = re.compile(
    r"\?|!|\b(?:i|i['’]m|i['’]ve|i['’]ll|me|my|he|she|him|her|we|please|can|could|would|will|call|ring|ps|p\.s)\b"
    r"|\w\.\s+[A-Z]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[ -]?\d){6}")  # of a telephone: it may be the very thing that was written
_OWN_VOICE = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|I'll|I’ll|my)\b")
_ENDS_AS_SENTENCE = re.compile(r"\w \w.*[a-z]{2}[.;]$")
_FEWEST_WORDS = 4


def without_work_signature(text: str, sender_name: str) -> tuple[str, str]:
    """Without what follows the writer's name when all of it looks like a signature of work, and this.

    A number alone below the name is kept: families write theirs there.
    """
    names = _ways_to_sign(sender_name)
    rows = text.split("\n")
    for at in range(max(1, len(rows) - _LONGEST_SIGNATURE), len(rows) - 1):
        if not _signs(rows, at, names):
            continue
        after = [line.strip() for line in rows[at + 1 :] if line.strip()]
        if after and _opens_signature(after, rows[at].strip(), sender_name) and _is_signature(after):
            return "\n".join(rows[: at + 1]).rstrip(), "\n".join(rows[at + 1 :]).strip()
    return text, ""


def is_signature_block(block: Sequence[str], sender_name: str) -> bool:
    """Is what stands under a bare ``--`` a signature? Few short lines, none a sentence, no number without a name."""
    rows = [row for row in block if row]
    if not rows or len(rows) > 8:
        return not rows
    named = rows[0].strip("*_ ,.").lower() in _ways_to_sign(sender_name)
    for row in rows:
        if is_notice(row):
            continue
        if len(row) > 100 or SENTENCE.search(row) or (_NUMBER.search(row) and not named):
            return False
        if _ENDS_AS_SENTENCE.search(row) and len(row.split()) >= _FEWEST_WORDS:
            return False
    return True


def signature_ends(heads: Sequence[str], begin: int, end: int) -> int:
    """Where the block after ``-- `` ends: at ``end``, or where somebody goes on in sentences under an empty line."""
    for at in range(begin + 1, end):
        if heads[at] and not heads[at - 1] and len(heads[at]) > 30 and _OWN_VOICE.search(heads[at]):
            return end if is_notice(" ".join(heads[at : at + 10])) else at
    return end


def _signs(rows: Sequence[str], at: int, names: frozenset[str]) -> bool:
    """Does the writer sign in this line: by a way of writing the name, or by any name under closing words?"""
    line = rows[at].strip()
    if line.strip(",.*_").lower() in names:
        return True
    above = next((rows[step].strip() for step in range(at - 1, max(-1, at - 3), -1) if rows[step].strip()), "")
    return bool(_NAME.match(line) and _CLOSING.match(above))


def _opens_signature(after: Sequence[str], name: str, sender_name: str) -> bool:
    first = after[0].lower()
    if "|" in first or _TITLE.search(first) or (sender_name and first.startswith(sender_name.lower())):
        return True
    same_name = len(after) > 1 and len(first) < 60 and first.startswith(name.lower().rstrip(",.") + " ")
    return same_name and any(_TITLE.search(row) or _CONTACT.search(row) for row in after[1:])


def _is_signature(after: Sequence[str]) -> bool:
    return all(_is_signature_line(line) for line in after)


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


_NAME = re.compile(r"\*?[A-ZÀ-Þ][\w'’.-]{0,25}(?: [A-ZÀ-Þ][\w'’.-]{0,25}){0,3}\*?,?$")
_CLOSING = re.compile(
    r"(?:(?:kind(?:est)?|best|warm(?:est)?|many|with|all|yours)[ a-z]{0,25}|regards|thanks|thank you|cheers"
    r"|sincerely|best"
    r"|mit freundlichen grüßen|viele grüße|liebe grüße|beste grüße|mfg|vg|lg|cordialement|bien (?:à vous"
    r"|cordialement)|merci"
    r"|saludos(?: cordiales)?|un saludo|atentamente|gracias|atenciosamente|cumprimentos|obrigad[oa]|abraços"
    r"|pozdrawiam|z poważaniem|dziękuję|cofion(?: gorau| cynnes)?|diolch(?: yn fawr)?|hwyl|yn gywir"
    r"|cordiali saluti|grazie"
    r"|met vriendelijke groet(?:en)?|groet(?:en)?|mvg|med vänlig hälsning|hälsningar|mvh|venlig hilsen"
    r"|med venlig hilsen)"
    r"[,.!]{0,3}$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(officer|manager|worker|advis[eo]r|solicitor|nurse|teacher|chaplain|director|co-?ordinator|consultant"
    r"|prescriber"
    r"|practitioner|assistant|associate|lead|head of|fellow|lecturer|professor|deputy|senior|secretary|administrator"
    r"|keeper|counsellor|therapist|partner at|executive|doctor|engineer|developer|analyst|president|founder|ceo"
    r"|cto|designer"
    r"|pennaeth|rheolwr|swyddog|gweithiwr)\b",
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
