"""Staff's answers to "a person must read this letter": what it is, and words of theirs for whoever wrote it.

"befriending, Janet, 07700 900123, evenings", "group", "ignore", "reply: ..." with all that stands below it. Each begins
a line of the newly written text. What is quoted, denied, asked or merely told of is no answer: it is unclear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.letter import Evidence, StaffCommand, Verb
from mailbot.reading.staff.sign_offs import without_sign_off
from mailbot.reading.staff.told_of_them import told_of_them
from mailbot.reading.words.plain import plain

_TO_THEM = r"(?: (?:back )?(?:to )?(?:her|him|them|it|the (?:letter|writer|email|family|lady|gentleman)))?"
_REPLY = re.compile(
    rf"[ \t]*(?:[-*•][ \t]+)?(?:\*\*)?(?:please |and |then |so |yes,? )*(?:send (?:this|the) )?(?:reply|answer|respond"
    rf"|write back){_TO_THEM}(?: (?:with|as follows|by saying|saying|like this|this))?(?:\*\*)?[ \t]*:(?:\*\*)?"
    r"(?P<text>.*)",
    re.IGNORECASE,
)
_LIKE_A_REPLY = re.compile(
    r"[ \t]*(?:[-*•][ \t]+)?(?:please )?(?:reply|respond|write back)\b[^:\n]{0,60}:", re.IGNORECASE
)
# The words that our own emails put where staff's are to stand
_PLACEHOLDER = re.compile(r"\W*(?:your |then your |type your )?(?:own )?words\b.{0,40}|\W*", re.IGNORECASE | re.DOTALL)
_NO_WORDS = re.compile(
    r"(?:none|no(?:ne)?(?: reply)?(?: is)?(?: needed| required| necessary)?"
    r"|not (?:needed|necessary|required|yet|now)|nothing|n/?a|later|tbc|tbd|done|sent|yes|ok(?:ay)?"
    r"|see (?:below|above)|as above|to follow|pending|will do|mine|i(?:'ll| will) (?:do|write|answer|reply|ring|call)\b"
    r"[\w ,']{0,20}(?:tomorrow|later|myself|it|her|him|them))[ .!]*"
)
_NOT_YET = re.compile(
    r"\b(?:don'?t|do not|not|never|draft|hold|wait|before|if|unless|maybe|perhaps|should|shall|could|would|think|check"
    r"|later|tomorrow|yet|once|when|after|instead|said|says|wrote|asked|her answer|his answer)\b|\?"
)
# Words to the desk that stand among those to the writer
_TO_THE_DESK = re.compile(
    r"(?m)^\W*(?:(?:ps|p\.s\.|nb|note|note to self|note for us)\b\W*)?(?:please )?(?:do not|don't|don’t|only|you can"
    r"|please)? ?(?:send (?:this|it|that|the (?:above|reply|email|letter))|close (?:it|this|the)\b|assign\b"
    r"|cancel (?:this|that|it)\b)|^\W*(?:draft|not yet|wait|internal)\W*$|\bbefore you send (?:this|it)\b",
    re.IGNORECASE,
)
# Lines that are for the file, or order something: a note about them must never reach them
_FOR_THE_FILE = re.compile(
    r"(?m)^[^\w\n]*(?:(?:p\.?s\.?|n\.?b\.?)\W+)?(?:"
    r"(?:note|memo)(?: (?:for|to|on) (?:the )?\w+)?[ \t]*(?::|[ \t][–—-]+[ \t])"
    r"|(?:internal(?: note)?|internally|private(?:ly)?|confidential|staff only|between us|off the record"
    r"|(?:only )?for (?:us|the file|the team|our (?:file|records?|notes?))|not for (?:her|him|them))[ \t]*[:,–—-]"
    r"|(?:resolved?|closed?|seen|called|befriending|done|on hold|ignore)[ \t]*[:,–—]"
    r"|(?:resolved?|closed?|seen|done|ignore|group|befriending|reopen|erase|spam|no answer)\W*$"
    r"|called \d|(?:put (?:it |this |them )?on )?hold (?:it |this |them |her |him )?(?:until|till)\b"
    r"|(?:un)?pause \w+\W*$|(?:pause|resume) everything\b|cancel (?:e-)?\d|add volunteer\b|confirm all\b"
    r"|i (?:have )?(?:spoke|spoken|talked) (?:to|with) (?:her|him|them)\b)",
    re.IGNORECASE,
)
_OUR_REFERENCE = re.compile(r"\b[RL]-\s?\d{1,6}\b", re.IGNORECASE)

_LEAD = r"(?:(?:hi|hello|morning|thanks|thank you|ok|okay|yes|please|ah|sorry)[ ,.!-]+)*"
_IT_IS = (
    r"(?:(?:it'?s|it is|it was|this is|this one is|that'?s|that is|this|she|he|they|it|wants?|would|'d|like|asks?"
    r"|asking|is|for|about|a|an|the|clearly|just|only|request)[ ]+)*"
)
_BEFRIENDING = re.compile(
    rf"{_LEAD}{_IT_IS}(?:(?:weekly )?(?:phone |telephone )?calls|(?:telephone )?befriending)"
    r"(?:[ ]+(?:request|calls|please|for (?:her|him|them)))*"
    r"(?P<rest>[ \t]*(?:[,;:.\n–—-]|(?=[+(]?\d{3}))(?:.|\n)*|[ .!]*)",
    re.IGNORECASE,
)
_NEW_AND_TOLD = re.compile(
    rf"{_LEAD}(?:(?:it'?s|it is|this is|she'?s|he'?s|they'?re) )?(?:a )?new(?: (?:person|one|referral|family|request))?"
    r"[ \t]*[,;:–—-](?P<rest>(?:.|\n)+)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    rf"{_LEAD}{_IT_IS}(?:(?:online|peer support|support|peer|zoom) )*group(?:s| request| please|,? please)*[ .!]*"
    r"(?:thanks|thank you)?[ .!]*",
    re.IGNORECASE,
)
_IGNORE = re.compile(
    rf"{_LEAD}(?:(?:just )?ignore(?: (?:it|this|this one|this letter|this email|this mail|the letter))?"
    r"|(?:(?:it'?s|it is|this is|that'?s|just|only|all) )*(?:spam|junk|junk mail|an? (?:advert|scam|sales pitch))"
    r"|(?:please )?bin (?:it|this|this one)|nothing to do(?: here)?|not for us)"
    r"(?:,? (?:please|thanks|thank you|it'?s (?:spam|junk|an advert|a scam)))*[ .!]*",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(?:or|and) (?:the |a )?(?:online |support )?(?:group|befriending|calls)\b|\bboth\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\?|\b(?:maybe|perhaps|i think|not sure|unsure|probably|possibly|might|i guess|i suppose|seems?|if|unless|later"
    r"|tomorrow|wait)\b(?! (?:possible|you can|she'?s in|he'?s in))",
    re.IGNORECASE,
)


MOST_CHARACTERS = 1_000  # of an answer that says what a letter is


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """``rest``: what is left of the letter, for other orders."""

    rest: str
    commands: tuple[StaffCommand, ...] = ()
    unclear: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def read_letter_answer(visible: str, *, sender_name: str, is_digest: bool, between: Sequence[str] = ()) -> LetterAnswer:
    """``visible`` is what was newly written, ``between`` its pieces that stand between quoted lines. Words for the
    writer order nothing else, whatever they are."""
    before, text = _cut_reply(visible)
    what, doubted = _what_it_is(without_sign_off(before, sender_name))
    rest = "" if what or doubted else before
    commands = [what] if what else []
    unclear = [doubted] if doubted else []
    if text is not None:
        scattered = bool(between) and not any(_same_words(text) in _same_words(piece) for piece in between)
        reply = _reply(text, rest, sender_name) if not (is_digest or scattered) else None
        if reply is None or (what and what.verb is Verb.IGNORE):  # nothing is to be done, and yet something is?
            commands = [one for one in commands if one.verb is not Verb.IGNORE]
            unclear.append(text.strip()[:200] or before.strip()[:200])
        else:
            commands.append(reply)
    elif not is_digest and _LIKE_A_REPLY.match(visible):
        return LetterAnswer("", unclear=(visible.strip()[:200],))
    evidence = tuple(Evidence(f"command: {one.verb}", (one.text or one.verb.value)[:200]) for one in commands)
    return LetterAnswer(rest, tuple(commands), tuple(unclear), evidence)


# ------------------------------------------------------------------------------------------------- words to the writer


def _cut_reply(visible: str) -> tuple[str, str | None]:
    """The text before "reply:", and all that stands after it; None when there is no such line."""
    lines = visible.split("\n")
    for at, line in enumerate(lines):
        found = _REPLY.fullmatch(line)
        if found:
            return "\n".join(lines[:at]), "\n".join((found["text"].strip(), *lines[at + 1 :])).strip("\n")
    return visible, None


def _same_words(text: str) -> str:
    return " ".join(text.split())


def _reply(text: str, before: str, sender_name: str) -> StaffCommand | None:
    """None where it is not certain that these words, all of them, are to go."""
    words = without_sign_off(text, sender_name).strip()
    said = plain(words)
    if _PLACEHOLDER.fullmatch(words):
        return StaffCommand(Verb.REPLY)
    another = any(_REPLY.fullmatch(line) for line in words.split("\n"))
    for_the_desk = _TO_THE_DESK.search(words) or _FOR_THE_FILE.search(words)
    if another or _NO_WORDS.fullmatch(said) or for_the_desk or _OUR_REFERENCE.search(words):
        return None
    if _NOT_YET.search(plain(before)):
        return None
    return StaffCommand(Verb.REPLY, text=words)


# -------------------------------------------------------------------------------------------------- what the letter is


def _what_it_is(text: str) -> tuple[StaffCommand | None, str]:
    """The answer that the whole text gives; or None, with the text when it begins like one and is none for certain."""
    said = text.strip(" \t\n.!,-*•")
    if not said or len(said) > MOST_CHARACTERS:
        return None, ""
    straight = said.replace("’", "'")
    if _GROUP.fullmatch(straight):
        return StaffCommand(Verb.GROUP), ""
    if _IGNORE.fullmatch(straight):
        return StaffCommand(Verb.IGNORE), ""
    for verb, pattern in ((Verb.BEFRIENDING, _BEFRIENDING), (Verb.NEW, _NEW_AND_TOLD)):
        found = pattern.fullmatch(straight)
        if found:
            return _told(verb, found["rest"].strip(" \t\n.!,;:–—-"), said)
    return None, ""


_PLACEHOLDER_OF_PARTICULARS = re.compile(r"\(?number, name, times\)?|\(they would like the calls\)", re.IGNORECASE)


def _told(verb: Verb, rest: str, said: str) -> tuple[StaffCommand | None, str]:
    if not rest or _PLACEHOLDER_OF_PARTICULARS.fullmatch(rest):
        return StaffCommand(verb), ""
    if _HEDGED.search(rest) or _EITHER.search(rest) or _OUR_REFERENCE.search(rest):
        return None, said
    told = told_of_them(rest)
    if told.is_nothing and verb is Verb.NEW:
        return None, "" if not told.doubts else said
    return (None, said) if told.doubts else (StaffCommand(verb, text=rest), "")
