"""What a person's name looks like, and its capitals put right: titles, letters after it, words that are no name."""

from __future__ import annotations

import re

from mailbot.reading.words.spelling import straight

TITLES = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev(?:d|erend)?|sir|dame|fr|father|sister|sr|pc|sgt|cllr|canon|imam|rabbi"
    r"|pastor|y parch)"
)
_PARTICLES = "ap ab ferch van von de der den la le di da al el bin bint ibn o y"
PARTICLES = frozenset(_PARTICLES.split())
# A name beginning with a capital; after an apostrophe comes a capital ("O'Neill"), so "Ada's" ends before it.
NAME_WORD = (
    r"(?:(?:[A-ZØø-žŻŁŚÀ-Þ][a-zà-ÿø-ž]*(?:-[A-Za-zà-ÿ][a-zà-ÿ]*|'[A-Z][a-z]+|[A-Z][a-z]+)*|[A-Z]\.|[A-Z]'[a-z]+"
    r"|[A-ZÀ-ÞŁŻŚ]{2,}(?:[-'][A-ZÀ-Þ]+)*|ap|ab|van|von|de|der|la|al|ferch|bin)(?![\w]))"
)
NAME = rf"{NAME_WORD}(?: {NAME_WORD}){{0,3}}"
FULL_NAME = rf"{NAME_WORD}(?: {NAME_WORD}){{1,3}}"

NO_PERSON = re.compile(
    r"\b(?:ipad|iphone|phone|galaxy|android|tablet|laptop|admin|info|enquir\w+|office|team|surgery|centre|center"
    r"|support|service|services|council|ltd|limited|plc|charity|mail|delivery"
    r"|system|department|claims|compensation|noreply|no-reply|reception|school|helpdesk|desk|group|hub|trust|nhs"
    r"|prison|family|families|postmaster|daemon|hmp|hmyoi|visits|befriending|volunteer\w*|project|church|parish"
    r"|outlook|samsung|huawei|university|college|hospital|court|primary|academy)\b|'s (?:ipad|iphone|phone|tablet)"
    r"|@|\d|&",
    re.IGNORECASE,
)
JOB = re.compile(
    r"\b(?:officer|worker|manager|administrator|nurse|chaplain|adviser|advisor|practitioner|prescriber|visitor|health"
    r"|probation|social|family|engagement|link|support|housing|youth|outreach|mental|head|senior|deputy|assistant"
    r"|director|fellow|coordinator|lead|department|criminology|year|iphone|samsung|outlook|keyworker|teacher|engineer"
    r"|consultant|accountant|solicitor|priest|vicar|planner|clerk|secretary|police|constable|tenancy|carers?)\b",
    re.IGNORECASE,
)
_NO_NAMES = (
    "a afraid afternoon afternoons all an annwyl anytime april asking at august befriender befriending best "
    "cheers cofion dad dear december diolch dziękuję evening evenings everyone faithfully february fine free "
    "friday fridays from glad going group happy hello helo help her here hi his hiya hmp in january july june "
    "just kind looking love madam many march may monday mondays morning mornings mum no not november october off "
    "ok on only out please prison really regards saturday saturdays sent september shukriya sincerely sir so "
    "sorry still stop sunday sundays team thank thanks the thursday thursdays truly tuesday tuesdays up very warm "
    "wednesday wednesdays weekday weekdays weekend weekends whenever wishes worried writing x xx yes you yours "
    "nan son hmm hope ring call text me my and but or we us he she they it this that there its it's i'm im to for "
    "with by of if as we're today tonight tomorrow always never too wife husband partner nana gran sick desperate "
    "alone lost waiting through new back home welsh english irish muslim christian referral update information "
    "confidential private urgent fao "
)
NOT_NAMES = frozenset(_NO_NAMES.split())


def put_right(name: str) -> str:
    """Capitals put right: "karen whitlock", "IRIS JOLLY", "angus mcdonald", "Anna VAN DER BERG"."""
    words = [word for word in name.replace("\u00a0", " ").split() if word]
    return " ".join(_capitals(word, first=place == 0) for place, word in enumerate(words)).rstrip(".,")


def bare(name: str) -> str:
    """Without titles before it and letters after it ("Dr Ada Lane MBE")."""
    while True:
        shorter = _LETTERS_AFTER.sub("", _TITLE.sub("", name))
        if shorter == name:
            return name
        name = shorter


def header_words(display: str) -> str:
    """A display name without signs that are in no name."""
    return re.sub(r"[^\w\s'.,()\[\]|/&@-]", "", straight(display)).strip().strip("\"'")


_TITLE = re.compile(rf"^{TITLES}\b\.?\s+", re.IGNORECASE)
_LETTERS_AFTER = re.compile(
    r"[\s,]+(?:R[MG]?N|RGN|SRN|B[AS]c?|BEd|BEng|M[AS]c?|MEd|MSW|LLB|PhD|DPhil|MBE|OBE|CBE|JP|DipSW|CQSW|PGCE|QTS|FRSA"
    r"|MRCGP|FRCGP|Cert ?Ed)\.?(?:\s*\(?[Hh]ons\)?)?$"
)
_MC = re.compile(r"^(Mc)([a-z])")


def _capitals(word: str, *, first: bool) -> str:
    if not first and word.lower() in PARTICLES and len(word) > 1:
        return word.lower()
    if word.islower() or (word.isupper() and len(word.strip(".")) > 1):
        word = re.sub(r"(^|[-'])(\w)", lambda match: match.group(1) + match.group(2).upper(), word.lower())
        return _MC.sub(lambda match: match.group(1) + match.group(2).upper(), word)
    return word
