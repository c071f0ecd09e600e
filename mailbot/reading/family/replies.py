"""What a family answers to one of our emails: only the question that was asked is taken as answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mailbot.reading.family.reply_review import answers_told
from mailbot.reading.family.reply_scores import Judged, score_told
from mailbot.reading.letter import Evidence, FamilyFacts, FamilyReply, Letter
from mailbot.reading.words.lexicon import Hit, Lexicon
from mailbot.reading.words.plain import sentences
from mailbot.reading.words.spelling import spelt_out, within_bounds
from mailbot.reading.words.wording import Wording

UNSOLICITED = "unsolicited"
SCORE, REVIEW, ENDING = "how_is_it_going", "review_due", "ending_due"
CHOICES = ("group", "helpline", "close", "more_calls")
MOST_READ = 6_000  # characters
_ABOUT_CALLS = frozenset({"introduction", "acknowledgement", "essentials_reminder", "promise_missed", "waiting"})
_ABOUT_VOLUNTEER = frozenset({"introduction", SCORE, "promise_missed", "waiting"})
_ANSWER = re.compile(r"^\s*(?:re|aw|sv|antw|ateb|fwd?)\s*:", re.IGNORECASE)
_THUMBS = str.maketrans({"👍": " thumbs up ", "👎": " thumbs down ", "❤": " love it "})
_OPTION = re.compile(r"^[\s>*-]*\(?([1-4a-d])[.):]\s*(\S.{0,200})$", re.IGNORECASE | re.MULTILINE)
_BARE_OPTION = re.compile(
    r"(?:(?:option|number|no|choice|answer|i'll (?:go|take)|go with|the)[. ]+)*([1-4a-d])"
    r"(?: please| thanks| thank you)*"
)
_RULED_OUT = re.compile(r"(?:\b(?:not|no|never|nor|without|rather than|instead of|than)|n't)(?: \w+){0,4} ?$")
_POLITE = re.compile(r"\b(?:can|could|may|might) (?:i|we|you)\b|\bplease\b|\bany chance\b|\bi'd (?:like|love)\b")
_DOUBTS = re.compile(
    r"\b(?:not sure|maybe|perhaps|don't know|thinking about|undecided|can't decide|what (?:is|are)|ansicr)\b"
)


def reply_told(letter: Letter, facts: FamilyFacts, *, replying_to: str, wording: Wording) -> FamilyReply | None:
    """None when nothing of ours is answered. ``facts``: what the letter says besides, whoever it answers."""
    if replying_to == UNSOLICITED:
        return None
    text = _newly_written(letter)
    said = [one.plain for one in sentences(text)]
    stop = facts.stop or _says_stop(said, wording.replies)
    judged = score_told(said, wording.replies) if replying_to == SCORE else Judged()
    answers: tuple[int, ...] = ()
    unclear = judged.unclear
    if replying_to == REVIEW:
        answers, unclear = answers_told(
            text, [answer for _, answer in letter.answers if answer.strip()], wording.replies
        )
    choice = None
    if replying_to == ENDING:
        choice, unclear = _choice(said, letter.quoted_text, wording.replies)
    changes = _changes(said, facts, replying_to, wording.replies)
    answered = bool(judged.value or answers or choice or stop or changes or unclear)
    if not answered and replying_to in (SCORE, REVIEW, ENDING):
        unclear = bool(said) and not facts.agrees  # what was asked is not answered in words that are known
    return FamilyReply(
        agrees=facts.agrees and not answered,
        changes=changes,
        score=judged.value,
        answers=answers,
        choice=choice,
        stop=stop,
        unclear=unclear and not stop,
        evidence=_evidence(text, judged, answers, choice, changes, stop=stop),
    )


def _newly_written(letter: Letter) -> str:
    """An empty letter may hold its answer in the subject."""
    text = within_bounds(letter.new_text, MOST_READ)
    if not text.strip() and letter.subject and not _ANSWER.match(letter.subject):
        text = within_bounds(letter.subject, MOST_READ)
    return (
        spelt_out(text.translate(_THUMBS))
        if "\n" not in text
        else "\n".join(spelt_out(line.translate(_THUMBS)) for line in text.splitlines())
    )


# ------------------------------------------------------------------------------------------------- stop and changes


def _says_stop(said: Sequence[str], lexicon: Lexicon) -> bool:
    return any(_kept(lexicon.find(one), {"stop"}, "not_stop") for one in said)


def _changes(said: Sequence[str], facts: FamilyFacts, replying_to: str, lexicon: Lexicon) -> tuple[str, ...]:
    told = {hit.section for one in said for hit in lexicon.find(one)}
    early = replying_to in _ABOUT_CALLS
    new = replying_to == "essentials_reminder"  # what was missing is told for the first time: no change
    found = {
        "phone": (bool(facts.phones) and not new) or "phone" in told,
        "availability": (facts.availability is not None and early and not new) or "times" in told,
        "volunteer": replying_to in _ABOUT_VOLUNTEER and "volunteer" in told,
        "name": early and "name" in told,
    }
    return tuple(key for key, is_told in found.items() if is_told)


def _kept(hits: Iterable[Hit], sections: set[str], spared: str) -> list[Hit]:
    hits = list(hits)
    harmless = [hit for hit in hits if hit.section == spared]
    return [hit for hit in hits if hit.section in sections and not any(hit.overlaps(one) for one in harmless)]


# ------------------------------------------------------------------------------------------------- the ending's choice


def _choice(said: Sequence[str], quoted: str, lexicon: Lexicon) -> tuple[str | None, bool]:
    """The one that is chosen, and: is there a choice that cannot be told?"""
    if len(said) <= 2 and said and (bare := _BARE_OPTION.fullmatch(said[0].strip(" .!"))):
        option = _options(quoted, lexicon).get(bare[1].lower())
        return option, option is None
    chosen: list[str] = []
    doubt = asks = False
    for one in said:
        named = [
            hit for hit in _longest(lexicon.find(one)) if not _RULED_OUT.search(one[: hit.start]) or _means_no(one, hit)
        ]
        chosen += [hit.section for hit in named]
        doubt = doubt or bool(_DOUBTS.search(one))
        asks = asks or one.rstrip().endswith("?")
    chosen = list(dict.fromkeys(chosen))
    if "close" in chosen and len(chosen) > 1 and _closes_lightly(said):
        chosen.remove("close")
    if len(chosen) == 1:
        return (None, True) if doubt or (asks and not _asks_politely(said)) else (chosen[0], False)
    return None, bool(chosen) or doubt or asks


def _options(quoted: str, lexicon: Lexicon) -> dict[str, str]:
    """The choices as our own email numbered them."""
    found = {}
    for mark, words in _OPTION.findall(quoted[:MOST_READ]):
        sections = {hit.section for hit in lexicon.find(spelt_out(words)) if hit.section in CHOICES}
        if len(sections) == 1:
            found[mark.lower()] = sections.pop()
    return found


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    told = [hit for hit in hits if hit.section in CHOICES]
    return [
        hit
        for hit in told
        if not any(other.start <= hit.start and hit.end <= other.end and other != hit and other.section != hit.section
                   and other.end - other.start > hit.end - hit.start for other in told)
    ]  # fmt: skip


def _means_no(said: str, hit: Hit) -> bool:
    """ "I don't need anything more": the phrase itself holds the no."""
    return hit.section == "close" and _NO.match(said[hit.start :]) is not None


_NO = re.compile(r"(?:no|none|neither|nothing|don't|do not|won't|doesn't|leave)\b")
_LIGHT = re.compile(r"\b(?:no thanks|no thank you|none|neither|nothing|no more)\b")


def _closes_lightly(said: Sequence[str]) -> bool:
    """ "No thanks to the group, the helpline please": the no is about another choice."""
    return any(_LIGHT.search(one) for one in said)


def _asks_politely(said: Sequence[str]) -> bool:
    return any(_POLITE.search(one) for one in said)


def _evidence(
    text: str, judged: Judged, answers: tuple[int, ...], choice: str | None, changes: tuple[str, ...], *, stop: bool
) -> tuple[Evidence, ...]:
    told = {"score": judged.value, "answers": answers, "choice": choice, "changes": changes, "stop": stop}
    return tuple(Evidence(f"reply: {key}", within_bounds(text.strip(), 300)) for key, value in told.items() if value)
