"""Second thoughts: what takes back what was ordered before it, and orders of one letter that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.reading.letter import StaffCommand, Verb

_SIGH = (
    r"(?:(?:oh|oops|whoops|hmm+|sorry|um|er|erm|ah|argh|damn|blast|actually|but|and|well|apologies|my mistake"
    r"|hang on|hold on|or rather|or|thinking about it|come to think of it)\b[ ,.!-]*){0,4}"
)
_NO = (
    r"no(?= ?(?:[,.!;:-]|$)| (?:wait|sorry|not|don'?t|make|give|i|hang|scrap|leave|that|it'?s|she|he|they"
    r"|actually|use|try|put|let'?s|hold|close)\b)"
)
MOST_ORDERS = 100  # of one letter that are compared with each other
_BEGINS = re.compile(
    rf"(?i)^[\s(,.-]*{_SIGH}(?:"
    rf"(?P<no>{_NO}(?:[ ,.!-]+(?:no|wait|sorry|not that(?: one)?|hang on|hold on|actually|i meant?|that should be)\b)*)"
    r"|wait(?=[ ,.!-]+(?:no|don'?t|actually|sorry|i|she|he|they|[\w'-]+(?:'s| is| has))\b)(?:[ ,.!-]+(?:no|sorry)\b)*"
    r"|(?:scrap|scrub|scratch|strike|cancel|ignore|disregard|belay|forget|bin|delete|undo) (?:that|this|it|all that"
    r"|the last(?: one| bit)?|what i (?:said|wrote|put)|i said (?:that|it))"
    r"|(?:i(?:'ll)? )?(?:take|took|taking) (?:that|it|this) (?:all )?back|(?:i(?:'ve| have)? )?changed? my mind"
    r"|on (?:second thoughts|reflection)|as you were|never mind|don'?t\b(?=[ ,.!]*$|[,.])|(?:hang|hold) on(?=[ ,.!]*$)"
    r"|(?:i(?:'m| am| was) )?(?:only|just) (?:joking|kidding|teasing|testing|trying (?:it|this) out)"
    r"|correction|(?:i )?meant?(?: to (?:say|put|write|type))?(?! (?:for|to be)\b)\b"
    r"|actually(?=[ ,]+[\w'-]+(?:'s| is| has| can'?t| won'?t| isn'?t)\b)"
    r"|(?:my )?(?:mistake|wrong (?:number|one|line))(?=[ ,.!]*$|[.;-]|,(?! ?(?:wrong|no\b|nobody"
    r"|not (?:her|his|known)|she|he|they)\b))"
    r")[ ,.!;:-]*"
)
# Where in a sentence a second thought can begin: "approve 1252 - no, sorry, I take that back"
BREAKS = (
    r"(?:,| -|\.\.\.?| \() ?(?=(?:(?:oh|oops|whoops|hmm+|sorry|um|er|erm|actually|wait|hang on|hold on|or)"
    r"[ ,.!-]+){0,4}"
    r"(?:no[,.! ]+(?:sorry|wait|not that|don'?t|scrap|scrub|hang|hold|on second|actually|i (?:mean|take)|make|leave"
    r"|forget|ignore)|or rather|wait,? no|(?:scrap|scrub|scratch|strike|belay|disregard|cancel|forget|ignore) (?:that"
    r"|this|it|what)|i take (?:that|it) back|actually,? (?:no|don'?t)|on second thoughts|rather,? don'?t|wait\b[ ,])"
    r"|i meant? (?:r-?\s?)?\d{4,6}\b|no,? (?:r-?\s?)?\d{4,6}\W*$"
    r"|no, (?:i|make|leave|don'?t)\b|no, [\w'-]+(?: [\w'-]+)?[ .!]*$)"
)
# "Except 1355": the beginning of a sentence that belongs to the "approve them all" before it
EXCEPTS = re.compile(
    r"(?:and |but |well |oh )?(?:except(?: for)?|apart from|other than|excluding|save for|bar|but not|not)"
    r" (?:r-?\d|\d{4}|the (?:first|second|third|fourth|last|top|bottom|middle)\b|[\w'-]+'s\b)"
)
_CORRECTS = re.compile(
    r"\b(?:instead|better|make it|meant|rather|actually|correction|after all|second thoughts|should have)\b"
)
_CHANGES = frozenset(
    {
        Verb.APPROVE, Verb.ASSIGN, Verb.CLOSE, Verb.ERASE, Verb.HOLD, Verb.REOPEN, Verb.RESOLVE_RISK,
        Verb.PAUSE_VOLUNTEER, Verb.ADD_VOLUNTEER, Verb.YES,
    }
)  # fmt: skip
_AGAINST_EACH_OTHER = (
    {Verb.APPROVE, Verb.ASSIGN},
    {Verb.APPROVE, Verb.CLOSE},
    {Verb.ASSIGN, Verb.CLOSE},
    {Verb.HOLD, Verb.CLOSE},
    {Verb.REOPEN, Verb.CLOSE},
)


def second_thought(words: str) -> tuple[str, frozenset[Verb]] | None:
    """What is left of a piece that takes something back, and which verbs it takes back; else None."""
    found = _BEGINS.match(words.replace("’", "'"))
    if not found:
        return None
    return words[found.end() :].strip(), _CHANGES if found["no"] else frozenset(Verb)


def contradicted(found: Sequence[tuple[StaffCommand, str]]) -> Iterator[tuple[StaffCommand, str]]:
    """Orders that cannot all be meant: of two about one referral the later holds only if it says that it corrects."""
    for at, (earlier, told) in enumerate(found[:MOST_ORDERS]):
        for later, words in found[at + 1 : MOST_ORDERS]:
            if _contradict(earlier, later):
                yield earlier, told
                if not _CORRECTS.search(words.lower()):
                    yield later, words


def _contradict(one: StaffCommand, other: StaffCommand) -> bool:
    if one.referral != other.referral:
        return False
    if {one.verb, other.verb} == {Verb.YES, Verb.NO}:  # a letter's question has no referral
        return True
    if one.referral is None:
        return False
    if one.verb is other.verb is Verb.ASSIGN:
        return one.volunteer != other.volunteer
    return {one.verb, other.verb} in _AGAINST_EACH_OTHER
