"""Is anybody's safety in question? Reads a letter for talk and signs of danger (service.md, never 1).

A missed risk costs far more than a false alarm: what is uncertain counts. The phrases are in config/wording; here is
only how they count. A ``concern`` phrase weighs 2, a sign its own weight; different signs add up across sentences.
From 2 a person must look; from 5 (suicide and self-harm from 4), or by one ``urgent`` phrase, at once. A ``mention`` is
a concern, unless what stands beside it takes the alarm out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mailbot.reading.letter import Evidence, Kind, Letter, Risk, RiskReading
from mailbot.reading.words.lexicon import Hit
from mailbot.reading.words.plain import Sentence, plain, sentences
from mailbot.reading.words.wording import CATEGORIES, Wording

Writer = Literal["family", "volunteer"]

UNSPECIFIED = "unspecified"  # the writer says that something is wrong, and not what
READABLE = ("en", "cy")

NOT_READ_FOR: dict[Writer, frozenset[str]] = {
    "family": frozenset({"boundary_breach"}),
    "volunteer": frozenset({"under_18", "bereavement_in_custody"}),
}
_NEVER_URGENT = ("under_18", "bereavement_in_custody", UNSPECIFIED)
_OFFENCES = ("domestic_abuse", "child_at_risk", "threat_to_others", "adult_at_risk")  # what a conviction can be for
_URGENT_FROM = {"suicide_self_harm": 4, "adult_at_risk": 9}
_WEIGHTS = {"urgent": 4, "concern": 2, "mention": 2}
_NO_WORDS_OF_A_PERSON = (Kind.BOUNCE, Kind.COMPLAINT, Kind.RECEIPT, Kind.OWN)
_REACH = 70  # characters after a conviction within which past violence belongs to it
_SUBSTANTIAL = 12  # words: less in an unknown language is no letter ("ok merci")
_EVIDENCE_LENGTH = 240
_WORD = re.compile(r"[\w']+")
_TELLS_WHEN = re.compile(r"\b(?:since|after|when|while|now)\b[^,;]*$")  # "since she was sent down there's been ..."
_NUMBERED = re.compile(r"(?m)^[ \t>]*(\d{1,2})[.)][ \t]+(.{1,400})")
# The commonest words of the two languages that somebody here reads. "a", "i" and the like are common elsewhere too.
_COMMON = frozenset(
    _WORD.findall(
        "the and to of my is it in for me you he she was that have on with be not we are this would can his her at "
        "they from him been please so but just if like call one or has what do when an all there had will your hi "
        "hello thanks thank son who phone week yn yr mae ac ei fy dw ddim chi wedi eich gyda efo hi eu oes os gwelwch "
        "diolch sydd bod fel nos rwy ond am ar hoffwn helo annwyl carchar"
    )
)


@dataclass(frozen=True, slots=True)
class _Finding:
    category: str
    section: str
    weight: int
    words: str


def read_risk(letter: Letter, wording: Wording, *, by: Writer, language: str, language_certain: bool) -> RiskReading:
    """Read everything a family member wrote or passed on, or only what a volunteer newly wrote.

    ``language`` is ISO 639-1. Text that nobody here reads is a concern with ``uncertain_language`` set.
    """
    if letter.kind in _NO_WORDS_OF_A_PERSON:
        return RiskReading()
    text = what_counts(letter, by)
    findings = [finding for finding in _findings(sentences(text), wording) if finding.category not in NOT_READ_FOR[by]]
    findings.extend(_worries_answered(letter, wording))
    unread = _nobody_reads(text, language, language_certain)
    if by == "volunteer" and not _weighed(findings, unread=False).categories:
        findings.extend(_worries_told(sentences(text), wording))
    return _at_once_if_help_was_called(_weighed(findings, unread=unread), sentences(text), wording)


def risk_in_text(text: str, wording: Wording, *, by: Writer) -> RiskReading:
    """The same for a piece of text that has no letter: a staff note, a form."""
    kept = [found for found in _findings(sentences(text), wording) if found.category not in NOT_READ_FOR[by]]
    return _weighed(kept, unread=False)


def hinted(letter: Letter, wording: Wording, *, by: Writer) -> tuple[str, ...]:
    """The categories that some sign speaks for, be it too weak to alarm."""
    found = {finding.category for finding in _findings(sentences(what_counts(letter, by)), wording)}
    return tuple(category for category in CATEGORIES if category in found - NOT_READ_FOR[by])


def what_counts(letter: Letter, by: Writer) -> str:
    if by == "volunteer":
        return letter.new_text
    return "\n\n".join(part for part in (letter.subject, letter.new_text, letter.passed_on) if part)


# ---------------------------------------------------------------------------------------------------------- findings


def _findings(letter: Sequence[Sentence], wording: Wording) -> Iterator[_Finding]:
    found = [wording.risk.find(wording.spelt(sentence.plain)) for sentence in letter]
    for at, sentence in enumerate(letter):
        hits = [hit for hit in found[at] if hit.table in CATEGORIES]
        if not hits:
            continue
        around = found[max(0, at - 1) : at + 3]
        for hit in _that_count(hits, found[at], around, wording.spelt(sentence.plain)):
            weight = hit.weight or _WEIGHTS[hit.section]
            yield _Finding(hit.table, hit.section, weight, sentence.words[:_EVIDENCE_LENGTH])


def _that_count(
    hits: Sequence[Hit], here: Sequence[Hit], around: Sequence[Sequence[Hit]], sentence: str
) -> Iterator[Hit]:
    said = {hit.section for hit in here if hit.table == "exclusions"}
    if "standing" in said:
        return
    finished = _is_finished(said, around)
    for hit in hits:
        if any(other.section == "figurative" and _takes_the_sting_out(other, hit) for other in here):
            continue
        if finished or ("undeniable" not in said and _is_denied(hit, here, sentence)):
            continue
        if hit.section == "mention" and (
            "official" in said or ("conviction" in said and "live" not in said and hit.table in _OFFENCES)
        ):
            continue
        if "live" not in said and _belongs_to_a_conviction(hit, here, sentence):
            continue
        yield hit


def _takes_the_sting_out(figure: Hit, hit: Hit) -> bool:
    """A figure of speech within a longer alarming phrase is none: "I wish I was dead"."""
    return figure.overlaps(hit) and not (hit.start < figure.start and figure.end <= hit.end)


def _is_finished(said: set[str], around: Sequence[Sequence[Hit]]) -> bool:
    """Told as long ago *and* as over, near by; never when something says that it goes on."""
    told_over = any(hit.section == "over" for hits in around for hit in hits)
    return "long_ago" in said and told_over and "live" not in said


def _is_denied(hit: Hit, here: Sequence[Hit], sentence: str) -> bool:
    for other in here:
        if other.section == "denied" and other.start < hit.start:
            between = sentence[other.end : hit.start]
            if len(_WORD.findall(between)) <= 1 and not re.search(r"[,:()]", between):
                return True
    return False


def _belongs_to_a_conviction(hit: Hit, here: Sequence[Hit], sentence: str) -> bool:
    if hit.table not in _OFFENCES:
        return False
    if re.search(r"\b(?:me|us|my|i|i'm|himself|herself)\b", sentence[hit.start : hit.end]):
        return False
    return any(
        other.section == "conviction"
        and -_REACH < hit.start - other.end < _REACH
        and not (hit.weight and hit.start < other.start)  # "he'll see the lad who got him locked up"
        and not _TELLS_WHEN.search(sentence[max(0, other.start - 30) : other.start])
        for other in here
        if other.table == "exclusions"
    )


# ------------------------------------------------------------------------------------------------- our own questions


def _worries_answered(letter: Letter, wording: Wording) -> Iterator[_Finding]:
    """ "Did anything worry you?" with any answer that is not a no: under the quoted line, or under its number."""
    for question, answer in (*letter.answers, *_numbered_answers(letter)):
        asked = {hit.section for hit in wording.risk.find(plain(question)) if hit.table == "worries"}
        first = plain(answer)[:80]
        if "question" not in asked or not first:
            continue
        denials = [hit for hit in wording.risk.find(first) if hit.section == "denial" and hit.table == "worries"]
        if not any(hit.start == 0 for hit in denials):
            yield _Finding(UNSPECIFIED, "answer", 2, answer.strip()[:_EVIDENCE_LENGTH])


def _numbered_answers(letter: Letter) -> Iterator[tuple[str, str]]:
    if letter.answers or not letter.quoted_text:
        return
    questions = dict(_NUMBERED.findall(letter.quoted_text[:20_000]))
    for number, answer in _NUMBERED.findall(letter.new_text[:20_000]):
        if number in questions:
            yield questions[number], answer


def _worries_told(letter: Iterable[Sentence], wording: Wording) -> Iterator[_Finding]:
    for sentence in letter:
        here = wording.risk.find(wording.spelt(sentence.plain))
        for hit in here:
            if hit.table == "worries" and hit.section == "worry" and not _is_denied(hit, here, sentence.plain):
                yield _Finding(UNSPECIFIED, "worry", 2, sentence.words[:_EVIDENCE_LENGTH])


def _at_once_if_help_was_called(told: RiskReading, letter: Iterable[Sentence], wording: Wording) -> RiskReading:
    """Beside an alarm, "I've rung 999" makes it urgent; alone it is none (a burglary, years ago, somebody's job)."""
    if told.risk is not Risk.CONCERN or not set(told.categories) - set(_NEVER_URGENT):
        return told
    for sentence in letter:
        here = wording.risk.find(wording.spelt(sentence.plain))
        figures = [hit for hit in here if hit.section == "figurative"]
        called = any(
            hit.table == "worries" and hit.section == "emergency" and not any(one.overlaps(hit) for one in figures)
            for hit in here
        )
        if called and not {hit.section for hit in here} & {"long_ago", "official", "standing"}:
            words = Evidence("risk: help was called", sentence.words[:_EVIDENCE_LENGTH])
            return replace(told, risk=Risk.URGENT, evidence=(*told.evidence, words))
    return told


# ---------------------------------------------------------------------------------------------------------- weighing


def _weighed(findings: Sequence[_Finding], *, unread: bool) -> RiskReading:
    by_category: dict[str, dict[str, int]] = {}
    for finding in findings:
        by_category.setdefault(finding.category, {})[finding.section] = finding.weight
    risks = {category: _risk_of(category, sections) for category, sections in by_category.items()}
    categories = tuple(
        category for category in (*CATEGORIES, UNSPECIFIED) if risks.get(category, Risk.NONE) != Risk.NONE
    )
    highest = max((risks[category] for category in categories), key=ORDER.index, default=Risk.NONE)
    if unread and highest == Risk.NONE:
        highest = Risk.CONCERN
    told = dict.fromkeys(
        Evidence(f"risk: {finding.category}", finding.words) for finding in findings if finding.category in categories
    )
    return RiskReading(highest, categories, unread, tuple(told))


ORDER = (Risk.NONE, Risk.CONCERN, Risk.URGENT)


def _risk_of(category: str, sections: dict[str, int]) -> Risk:
    weight = sum(weight for section, weight in sections.items() if section != "mention")
    if (weight >= _URGENT_FROM.get(category, 5) or "urgent" in sections) and category not in _NEVER_URGENT:
        return Risk.URGENT
    return Risk.CONCERN if weight >= 2 or "mention" in sections else Risk.NONE


def _nobody_reads(text: str, language: str, language_certain: bool) -> bool:
    words = [word for word in _WORD.findall(plain(text)) if not word[:1].isdigit()]
    if len(words) < _SUBSTANTIAL:
        return language not in READABLE and language_certain and len(words) > 3
    if language_certain:
        return language not in READABLE
    return sum(word in _COMMON for word in words) < len(words) * 0.15
