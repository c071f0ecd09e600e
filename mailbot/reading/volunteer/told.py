"""The sentences of a volunteer's letter, each with the days, times and phrases found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from mailbot.reading.skills.dates import ClockTold, DayTold, clocks_told, days_told, lengths_told, spelt_out_ranges
from mailbot.reading.skills.who_spoke import talked_to_another, told_talk, told_talk_denied, without_their_talk
from mailbot.reading.volunteer.whose import without_what_is_theirs
from mailbot.reading.words.lexicon import Hit
from mailbot.reading.words.plain import Sentence, plain, sentences
from mailbot.reading.words.wording import Wording

_PAST_QUESTION = re.compile(r"did you speak|have you spoken|did you get|siarad")
_COMING_QUESTION = re.compile(r"next call|galwad nesaf")
_DONE = re.compile(
    r"(?:yes\b\W+)?(?:all )?(?:done|spoke|talked)\W+(\d{1,3})(?=\W|$)(?!\W*(?:am|pm|times|jan|"
    r"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_DAY_WORD = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|tomorrow|tonight|(?:d?dydd |nos |bore )(?:llun|lun|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul)"
    r"|yfory|fory|heno|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)"
)
_ONLY_WHEN = re.compile(  # a day and a time, and nothing that says what was or is then
    rf"(?:and |then |the |our |see (?:you|her|him|them) |again |next (?:call |one |time |chat )?|is |it's |on |this "
    rf"|coming |y |yr |galwad |nesaf |eto )*{_DAY_WORD}(?: (?:next|week|coming|again|evening|morning|afternoon|night"
    rf"|at|around|about|for|\d{{1,2}}"
    r"(?:[.:]\d\d)? ?(?:am|pm)?|half|past|quarter|to|o'clock|noon|six|seven|eight|nine|ten|eleven|twelve|one|two|three"
    r"|four|five|please|thanks|o'r gloch|gyda'r nos|as usual|usual|same time|am|yr un amser"
    r"|again please))*,?(?: \w+){0,1}"
)
_REPORT_THEN_DAY = re.compile(
    r"(?P<report>(?:(?:yes\W+)?(?:(?:we|i) )?(?:talked|spoke|spoken|chatted|done|siaradais|siaradon"
    r"|(?:wedi )?siarad)\b|yes,? (?=\d))[^;.]*?(?:\d|hour|min|half|awr|munud)[^,;.-]*?|not yet|ddim eto"
    r"|dim eto)(?:\s*[,;-]\s*|\s+(?=(?:and |then )?(?:the )?next\b))"
    rf"(?P<then>(?!last\b|on\b)[^,]*\b{_DAY_WORD}.*)"
)
_GOING_TO_CALL = re.compile(r"\b(?:going|hoping|planning|due|able|trying) to (?:ring|call|phone|try|speak|talk|have)\b")
_NO_ABSENCE = re.compile(  # "straight away", "ring back on Monday", "I'm to ring him"
    r"\b(?:straight|right|far|passed|put|taken|took|walked|moved|ran|got) away$|\b(?:straight|right|far|passed) away\b"
    r"|\b(?:ring|call|phone|rung|text)(?: (?:her|him|them|me))? back\b|\bi(?:'m| am) to \w"
)

_CALL_NAMED = re.compile(
    r"\b(?:rang|rung|called|phoned|dialled|call|chat|talk|natter|conversation|catch up|session|ring|phone call|spoke"
    r"|ffoniais|ffonies|ffonio|galwad|alwad|sgwrs)\b"
)
_RUNG = re.compile(r"\b(?:rang|called|phoned|dialled|rung|ffoniais|ffonies)\b")
_BEGINS_TO_ASK = re.compile(
    r"(?:(?:what|how|where|who|why|when) (?:do|does|should|can|is|are|would|will|happens|if|about)"
    r"|(?:should|can|could|may|do|am) i|is (?:it|there)|are (?:we|there)|do (?:we|you)"
    r"|(?:can|could) you (?:tell|remind))\b"
)
_TO_COME = re.compile(r"\b(?:will|shall|going to|next|plan\w*|due|hop(?:e|ing)|want\w*)\b|'ll\b")
_OTHER_LENGTH = re.compile(
    r"\b(?:walk|drive|train|bus|journey|queue\w*|wait\w*|hold|away from|late|early|before|after|ago|training|meeting"
    r"|every|each|per|usually|drove|walked|reach|getting|rang out|ringing out|no (?:answer|reply))\b"
)
_NOT_RUNG = re.compile(
    r"\b(?:haven't|have not|not|heb|ddim)\b[^.,;]{0,20}\b(?:rung|called|phoned|spoken|tried|ffonio|siarad)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with everything that was found in it; ``context`` is past, coming or empty."""

    words: str
    plain: str
    hits: tuple[Hit, ...]
    days: tuple[DayTold, ...]
    clocks: tuple[ClockTold, ...]
    minutes: int | None
    asks: bool
    context: str = ""

    @property
    def is_report(self) -> bool:
        """A call was held, or none yet, and no day is told: what stands alone after it is when the next one is."""
        bare = self.minutes is not None or len(self.plain.split()) <= 3
        return (self.says("spoke") and bare and not self.days) or self.plain.strip(" .!") in ("not yet", "ddim eto")

    def says(self, *sections: str) -> bool:
        return any(hit.section in sections for hit in self.hits if hit.table in ("calls", "volunteering"))


def told_in(
    text: str, answers: Iterable[tuple[str, str]], wording: Wording, sent_on: date, *, asked_of_calls: bool = False
) -> tuple[Told, ...]:
    """The sentences of a volunteer's letter. An answer under our question takes its tense from the question.

    ``asked_of_calls``: it answers our "did you speak?", so that a bare day and length are a call that was held.
    """
    contexts = {}
    for question, answer in answers:
        asked = plain(question)
        context = "past" if _PAST_QUESTION.search(asked) else "coming" if _COMING_QUESTION.search(asked) else ""
        for sentence in sentences(answer):
            contexts[sentence.plain] = context
    found: list[Told] = []
    after = False
    for sentence in sentences(text):
        context = contexts.get(sentence.plain, "")
        after = bool(found) and (
            found[-1].is_report or (after and found[-1].minutes is not None and not found[-1].days)
        )
        for piece, tense in _report_and_next(spelt_out_ranges(sentence.plain), context, follows_report=after):
            told = _told(sentence, piece, tense, wording, sent_on)
            found.append(_with_talk_by_length(told) if asked_of_calls else told)
    if asked_of_calls:
        found = _with_talk_measured_after(found)
    if any(talked_to_another(told.plain) for told in found):
        found = [replace(told, hits=without_their_talk(told.plain, told.hits)) for told in found]
    return _without_talk_before_a_first_call(found)


def _told(sentence: Sentence, piece: str, context: str, wording: Wording, sent_on: date) -> Told:
    piece = wording.spelt(piece)
    days = days_told(piece, sent_on)
    lengths = lengths_told(piece)
    found = _without_calls_to_come(piece, wording.volunteer.find(piece))
    hits = told_talk(piece, without_what_is_theirs(piece, sentence.words, found))
    minutes = lengths[0].minutes if lengths else _done(piece)
    asks = sentence.asks or _BEGINS_TO_ASK.match(piece) is not None
    if minutes is not None and _done(piece) is not None:
        hits = (*hits, Hit(0, len("done"), "calls", "spoke"))
    return Told(sentence.words, piece, hits, days, clocks_told(piece, days), minutes, asks, context)


def _with_talk_by_length(told: Told) -> Told:
    """ "Rang her at 8, 45 minutes" and "Good call on Monday, 40 mins" tell of a call that was held."""
    told_already = told.says("spoke", "no_answer", "declined", "away", "pause", "not_yet", "planned")
    if told.minutes is None or told_already or told.asks or told.context == "coming" or told_talk_denied(told.plain):
        return told
    names_it = _CALL_NAMED.search(told.plain) or (told.days and told.clocks)
    comes = any(day.is_fixed and day.coming > day.past for day in told.days) or _TO_COME.search(told.plain)
    if not names_it or comes or _OTHER_LENGTH.search(told.plain):
        return told
    return replace(told, hits=(*told.hits, Hit(0, len(told.plain), "calls", "spoke")))


def _with_talk_measured_after(letter: list[Told]) -> list[Told]:
    """ "Called him Saturday at 11, he was a bit low. 40 mins.": rung, and a bare length after it."""
    if any(told.says("spoke", "no_answer", "declined") for told in letter):
        return letter
    for at, told in enumerate(letter):
        measured = any(one.minutes and not one.hits and len(one.plain.split()) < 8 for one in letter[at + 1 : at + 3])
        if measured and _RUNG.search(told.plain) and not told.says("planned", "not_yet") and not told.asks:
            talk = replace(told, hits=(*told.hits, Hit(0, len(told.plain), "calls", "spoke")))
            return [*letter[:at], talk, *letter[at + 1 :]]
    return letter


def changes_hours(letter: Sequence[Told], *, across: bool = False) -> bool:
    """New times for good: told outright, or a part of the week beside a word that it is for good.

    ``across``: the two may stand in neighbouring sentences, in a letter that is about nothing else.
    """
    if any(told.says("changed_hours") or (told.says("for_good") and told.says("week_part")) for told in letter):
        return True
    return across and any(
        (one.says("for_good") and other.says("week_part")) or (one.says("week_part") and other.says("for_good"))
        for one, other in pairwise(letter)
        if not one.says("spoke", "no_answer") and not other.asks
    )


def _without_talk_before_a_first_call(letter: Sequence[Told]) -> tuple[Told, ...]:
    """ "I haven't rung her yet ... the first time we spoke": talk without a day, a time or a length is then none."""
    if not any(told.says("not_yet") and _NOT_RUNG.search(told.plain) for told in letter):
        return tuple(letter)
    return tuple(
        told
        if told.days or told.clocks or told.minutes
        else replace(told, hits=tuple(hit for hit in told.hits if (hit.table, hit.section) != ("calls", "spoke")))
        for told in letter
    )


def _report_and_next(sentence: str, context: str, *, follows_report: bool) -> tuple[tuple[str, str], ...]:
    """ "Talked 40 minutes, Monday at 7" as our own emails suggest it: a report, then the day of the next call."""
    if context:
        return ((sentence, context),)
    if follows_report and _ONLY_WHEN.fullmatch(sentence.strip(" .!-")):
        return ((sentence, "coming"),)
    found = _REPORT_THEN_DAY.match(sentence)
    if not found or not _ONLY_WHEN.fullmatch(found["then"].strip(" .!-")):
        return ((sentence, ""),)
    return ((found["report"], ""), (found["then"], "coming"))


def _without_calls_to_come(sentence: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """ "I'm going to phone on Friday" is not "I'm going to Spain on Friday"."""
    return tuple(
        hit
        for hit in hits
        if not (
            hit.section == "away"
            and (
                _GOING_TO_CALL.search(sentence[hit.start : hit.end + 8])
                or _NO_ABSENCE.search(sentence[max(0, hit.start - 20) : hit.start + 8])
            )
        )
    )


def _done(sentence: str) -> int | None:
    """ "Done 40" is forty minutes."""
    found = _DONE.match(sentence)
    return int(found[1]) if found and 0 < int(found[1]) <= 300 else None
