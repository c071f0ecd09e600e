"""Notices that firms put under their emails: confidentiality, viruses, the environment; in several languages."""

from __future__ import annotations

import re

_SAYS = re.compile(
    r"\bconfidential\b|intended (?:recipient|only|solely)|intended for the|disclaimer|privileged|addressee"
    r"|received (?:this|the) (?:e-?mail|message|communication) (?:in error|by mistake)|in error,? please"
    r"|notify the sender"
    r"|not necessarily (?:represent|reflect)|views (?:or opinions )?expressed|registered (?:in|charity|office"
    r"|company|number)"
    r"|before printing|think before you print|consider the environment before|legally binding|limited liability"
    r"|checked for viruses|virus[- ]free|safeguarding and promoting|monitored (?:and|or) recorded"
    r"|data protection act|gdpr"
    r"|privacy (?:notice|policy)|any attachments?\b|files transmitted with it|unauthori[sz]ed (?:use|copying"
    r"|disclosure)"
    r"|cyfrinachol|derbynnydd bwriadedig|drwy gamgymeriad|trwy gamgymeriad|y sawl y'i cyfeiriwyd|elusen gofrestredig"
    r"|croesawu gohebiaeth|welcome correspondence in welsh|e-bost hwn|neges hon"
    r"|vertrauliche?|rechtlich geschützt|nicht der (?:richtige |beabsichtigte )?(?:adressat|empfänger)"
    r"|irrtümlich erhalten"
    r"|vernichten sie|diese e-?mail (?:enthält|ist)|umwelt|ausdrucken"
    r"|confidentiel|destinataires?\b|par erreur|pièces jointes|n['’]imprimez|avant d['’]imprimer"
    r"|confidencial|destinatari[oa]|por error|por engano|antes de imprimir|uso exclusivo|riservat[eo]|per errore"
    r"|poufn[ea]|adresat|omyłkowo|vertrouwelijk|geadresseerde|bij vergissing|конфиденциальн|fortrolig|konfidentiell",
    re.IGNORECASE,
)
_OWN_VOICE = re.compile(r"\b(?:I|I'm|I’m|my|me)\b|(?<!\w)(?:ich|mein\w{0,2}|mon|mes|moi|mój|fy)(?!\w)")
_MOST = 3_000  # characters of a notice


def is_notice(paragraph: str) -> bool:
    """Is the paragraph one? Not if somebody speaks of himself in it."""
    text = paragraph[:_MOST]
    told = {found.lower() for found in _SAYS.findall(text)}
    if not told or _OWN_VOICE.search(text):
        return False
    return len(told) >= 2 or len(text) >= 90 or bool(_ALONE.match(text))


# so well known that one sentence does
_ALONE = re.compile(
    r"\W{0,4}(?:(?:please )?(?:consider the environment|think) before (?:you )?print|this (?:e-?mail"
    r"|message) (?:and any attachments? )?"
    r"(?:is|are) (?:strictly )?confidential\b|(?:private and )?confidential\W{0,3}$|(?:confidentiality notice"
    r"|disclaimer)\b)",
    re.IGNORECASE,
)
_RULES = re.compile(r"[\s\-_*=#~|]{0,200}")


def without_notice(text: str) -> tuple[str, str]:
    """The text without the notices at its end, and these. A text that is nothing else is left as it is."""
    rows = text.split("\n")
    end = len(rows)
    while end > 0:
        begin = _paragraph_begins(rows, end)
        if begin <= 0 or not is_notice(" ".join(rows[begin:end])):
            break
        end = begin
        while end > 0 and _RULES.fullmatch(rows[end - 1]):
            end -= 1
    if end <= 0:
        return text, ""
    kept = "\n".join(rows[:end]).rstrip()
    return (kept, "\n".join(rows[end:]).strip()) if end < len(rows) else (text, "")


def _paragraph_begins(rows: list[str], end: int) -> int:
    while end > 0 and _RULES.fullmatch(rows[end - 1]):
        end -= 1
    begin = end
    while begin > 0 and not _RULES.fullmatch(rows[begin - 1]):
        begin -= 1
    return begin
