"""Orders in shorthand: "1263 ok", "Glenys: 1266", "the three for approval: go". The words are few, so all must fit.

A piece is compared with every reference in it written ``<r>`` and every volunteer's name ``<v>``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.staff.around_orders import LEADING_REFERENCE
from mailbot.reading.staff.digest import WORDS_TOO, Digest
from mailbot.reading.staff.references import BARE_NUMBER, references_in
from mailbot.reading.words.plain import plain

_FILL = (
    r"(?:(?:also|and|then|ok|so|plus|next|please|pls|yes|lets|let's|we'll|can we|could we|i'd say|hi|morning)[ ,:-]+)*"
)
_OF = (
    r"(?:<r>(?:(?:,| and| &| n) <r>)*(?: both| all)?|it|this(?: one)?|that(?: one)?|them|her|him|the (?:first|second"
    r"|third|last|middle|top|bottom"
    r"|other)(?: one)?|(?:first|second|third|last|middle|top|bottom) one)"
)
_END = (
    r"(?:[ ,.!-]*(?:please|pls|thanks|thank you|ta|cheers|yes|ok|then|instead|go|x|from me|by me|with me|for me"
    r"|too|as well|tho|though))*"
)
_GOOD = (
    r"(?:yes|yep|ok|okay|fine|good|go|go ahead|approved?|great|agreed|perfect|as they stand|as it stands"
    r"|as they are|as it is|as you have them|as is"
    r"|as suggested|as proposed|good to go|a yes|a go|spot on|right)"
)
_COUNT = (
    r"(?:both|all|the (?:first|top|last|bottom) (?:two|three|four)|all (?:of )?(?:today's|your|the|these"
    r"|those) (?:suggestions|matches|ones)|(?:all )?(?:the )?(?:two|three|four"
    r"|five|six)|all of (?:them|these)|(?:the )?(?:lot|matches"
    r"|suggestions))"
)
_APPROVED = re.compile(
    rf"{_FILL}(?:for )?(?P<which><r>(?:(?:,| and| &| \+|,? then)+ ?<r>)*)[ :,-]*(?:(?:is|are|looks?|both|all|can)\b ?)*"
    rf"{_GOOD}(?:[ ,]+{_GOOD})*{_END}"
)
_AGREED_TO = re.compile(  # "ok to 1302 and 1303", "yes for 1302"
    rf"{_FILL}(?:(?:it's |that's )?(?:a )?(?:yes|yep|ok|okay|go ahead|go|fine|happy|good|agreed|thumbs up|approval)"
    rf"(?: please| from me)?,? (?:to|for|with|on)) (?:both )?(?P<which><r>(?:(?:,| and| &| \+)+ ?<r>)*)"
    rf"(?:[ ,]+{_GOOD})*{_END}"
)
_ALL_APPROVED = re.compile(
    rf"{_FILL}(?:(?:it's |its |that's )?(?:a )?(?:yes|ok|approve|go|(?:i'm |i am )?(?:happy|fine|ok|okay"
    rf"|content))[ ,a-z]{{0,8}} (?:to |for "
    rf"|with )?)?(?P<all>{_COUNT})"
    r"(?: (?:of (?:them|these|those|the)|of|the|suggested|for approval|that need approval|needing approval"
    r"|waiting|on the approval list|suggested"
    rf"|matches|suggestions))*[ :,-]*(?:(?:is|are|look|can)\b ?)*(?P<good>{_GOOD})?(?:[ ,]+{_GOOD})*{_END}"
)
_ALL_IS_WELL = re.compile(r"all (?:good|fine|great|ok|okay|right|perfect)\b.*")  # a mood, and no order
_ASSIGNED = re.compile(
    rf"{_FILL}(?:"
    rf"<v>[ ,:-]*(?:for|to|with|takes|will take|to take|should take|can take|could take|to have|gets|will"
    rf" have|can have)? ?{_OF}"
    rf"|{_OF}[ ,:-]*(?:is |goes |should go |can go |could go |to go |lets give )?(?:to|for|with)? ?(?:be )?<v>(?:'s)?"
    rf"|(?:give|offer|pass|send|assign|put|match|move|hand|pair|allocate) {_OF} (?:over )?(?:(?:to|with|on) )?<v>"
    rf"|(?:put|pair|match|assign|try|use|have) <v> (?:down )?(?:to|with|on|for|onto) {_OF}"
    rf"|{_OF}[ ,:-]*(?:lets |let's |please )*(?:give|offer|send|pass|assign) (?:(?:it|her|him) )?to <v>"
    rf"|<v>(?:'s|,)? (?:is )?(?:a )?(?:yes|ok|perfect|spot on|(?:good|great) (?:shout|match|choice"
    rf"|fit)) (?:for|on|to) {_OF}"
    rf"(?:,? (?:go for it|go ahead))?"
    rf"|(?:take|try|use|make it) <v>(?: instead)?"
    rf"|<r>[ ,:-]*(?:please )?(?:use|try|have|ask|make it) <v>"
    rf"|(?:give|offer|let) <v> (?:have |take |do )?{_OF}"
    rf"|(?:<v>[ ,]*(?:instead )?|go with <v> )(?:for )?{_OF}"
    rf"){_END}"
)
_REASON = re.compile(r"(?:,| -|;| \(|:| because| since| as (?=she|he|they|i|we|it)) .*$")
# How a person is ("Delia is fine"), told by a name, and two names that nothing joins, agree to nothing
_MOOD = re.compile(r"\b(?:is|are|looks?|ok|okay|fine|great|perfect|right|spot on)\b|\bgood\b(?! to go)|\bgo\b$")
_HEDGED = re.compile(  # "1042 to Grace, if she has room", "ok to 1042, once I have met him"
    r"(?:,| -|;|:) ?(?:but|if|unless|or|maybe|perhaps|though|although|wait|when|once|after|not until|not till"
    r"|only (?:if|when|after)|provided|subject to|i think|i suppose|possibly|probably|let me|i'll|assuming|pending)\b"
    r"|\b(?:i think|if (?:she|he|they|it)|not sure|not yet)\b|\?"
)
_PLACES = re.compile(
    r"(?:\bthe |^)(?:first|second|third|fourth|fifth|last|top|bottom|middle)(?: (?:one|two|three|four))?\b"
    r"(?:(?:,| and| &) (?:the )?(?:first|second|third|fourth|fifth|last|top|bottom|middle)(?: one)?\b)*"
)
_MERE_NAMES = re.compile(r"(?:<[rv]>[ ,]*)+")


@dataclass(frozen=True, slots=True)
class Shorthand:
    """``all_of``: what "all three", "both" counts, else None. ``volunteer`` where one is to be assigned."""

    references: tuple[str, ...] = ()
    volunteer: str | None = None
    all_of: str | None = None
    agreed: bool = False


def shorthand(words: str, digest: Digest, said: str) -> Shorthand | None:
    """The order of a piece (``words``; ``said`` in plain words), or None where it is no shorthand, wholly."""
    words, said = _without_ruled_out(words, said, digest)
    known = volunteers_named(_without_reason(words), digest)
    if len(known) > 1:
        return None
    if is_hedged(said):
        return None
    text = _marked(said, known)
    named = _named(words, text, digest)
    for name, _ in named:
        text = re.sub(rf"\b{re.escape(plain(name))}(?P<match>'s (?:match|one))?\b(?!'s)", "<r>", text)
    for candidate in (text, _without_reason(text)):
        bare = candidate.strip(" .!,-")
        told = references_in(_without_reason(said)) or references_in(said)
        if named:
            told = () if told or _MERE_NAMES.fullmatch(bare) else tuple(reference for _, reference in named)
            if not told:
                return None
        if known and _ASSIGNED.fullmatch(bare):
            return Shorthand(told if named else references_in(_without_reason(said)), known[0])
        if not known and (_APPROVED.fullmatch(bare) or _AGREED_TO.fullmatch(bare)):
            of_the_match = "'s match" in said or "'s one" in said or _AGREED_TO.fullmatch(bare)
            return None if named and _MOOD.search(bare) and not of_the_match else Shorthand(told, agreed=True)
        if not known and (placed := _placed(bare, said, digest)):
            return Shorthand(placed, agreed=True)
        if known or "<r>" in bare or _ALL_IS_WELL.fullmatch(bare):
            continue
        if (counted := _ALL_APPROVED.fullmatch(bare)) and _says_yes(bare):
            return Shorthand(all_of=counted["all"], agreed=True)
    return None


def _without_ruled_out(words: str, said: str, digest: Digest) -> tuple[str, str]:
    """ "1203 not Hilary, Sunil" without the volunteer who is not to have it, where another is named."""
    for name in volunteers_named(words, digest):
        either = rf"(?:{re.escape(name)}|{re.escape(name.split()[0])})"
        ruled_out = re.compile(rf",? ?\b(?:not|rather than|instead of) {either}\b", re.IGNORECASE)
        kept = ruled_out.sub("", words)
        if kept != words and volunteers_named(kept, digest):
            words, said = kept, ruled_out.sub("", said)
    return words, said


def _placed(bare: str, said: str, digest: Digest) -> tuple[str, ...]:
    """ "First two yes as they are", "the last one fine": agreed to by their places in the list."""
    if "<r>" in bare:
        return ()
    marked = _PLACES.sub("<r>", bare)
    agreed = marked != bare and (_APPROVED.fullmatch(marked) or _AGREED_TO.fullmatch(marked))
    return digest.placed(said) if agreed else ()


def _without_reason(words: str) -> str:
    """ "1042 - Grace, she is near" without what follows the order; the sign behind the reference begins no reason."""
    begins = LEADING_REFERENCE.match(words) or re.match(r"<r> ?[-:] ", words)
    head = begins.end() if begins else 0
    return words[:head] + _REASON.sub("", words[head:])


def _named(words: str, text: str, digest: Digest) -> tuple[tuple[str, str], ...]:
    """Referrals of an older digest, called by the name of their person."""
    return tuple(
        (name, reference)
        for name, reference in digest.by_name
        if not any(name == volunteer.split()[0] for volunteer in digest.volunteers)
        and re.search(rf"\b{re.escape(plain(name))}\b", text)
        and (plain(name) not in WORDS_TOO or re.search(rf"\b{re.escape(name)}\b", words))
    )


def is_hedged(said: str) -> bool:
    """Is an order in few words followed by a condition, a doubt, or something to be done first?"""
    return _HEDGED.search(said) is not None


def volunteers_named(words: str, digest: Digest) -> tuple[str, ...]:
    """Volunteers in the piece; a first name in small letters counts where it is no word of its own."""
    small = plain(words)
    firsts = [name.split()[0].lower() for name in digest.volunteers]
    found = dict.fromkeys(digest.volunteers_in(words))
    for name in digest.volunteers:
        first = name.split()[0].lower()
        if firsts.count(first) == 1 and first not in WORDS_TOO and re.search(rf"\b{re.escape(plain(first))}\b", small):
            found[name] = None
    return tuple(found)


def _says_yes(bare: str) -> bool:
    return re.search(rf"\b{_GOOD}\b", bare) is not None


def _marked(said: str, known: tuple[str, ...]) -> str:
    for name in known:
        whole, first = plain(name), plain(name.split()[0])
        said = re.sub(rf"\b(?:{re.escape(whole)}|{re.escape(first)})\b", "<v>", said)
    return re.sub(rf"\br-?\s?\d{{4,6}}\b|{BARE_NUMBER}", "<r>", said)
