"""The review's three questions, 1 to 5 each: in figures or words, in one line, numbered, or under each question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.reading.family.reply_figures import figures_told, ordinal_or_figure
from mailbot.reading.family.reply_scores import Judged
from mailbot.reading.words.lexicon import Lexicon
from mailbot.reading.words.plain import plain

QUESTIONS = 3
MOST = 5
LONGEST = 4_000  # characters of a letter in which answers are looked for
_GRADES = {"best": 5, "good": 4, "fair": 3, "poor": 2, "worst": 1}
# "1.", "q2:", "b)", "the third", "for the last one": the number of a question before its answer
_LABEL = re.compile(
    r"(?:^|(?<=[\s,;.]))(?:(?:(?:question|answer|no|number|cwestiwn|q|a)\.?\s?)?\(?([123])\s?(?:[.):=]+(?!\d)|-(?=\s?\S)"
    r"|\s-\s)|q([123])\b[.):=]*|\(?([abc])[.):]|(?:for |to |and |on )*(?:the |my )?(first|second|third|last|1st|2nd"
    r"|3rd)(?: (?:one|question|is|was|i'd say|its|it's|a|i'd give|i would say|would be))*[:,-]?(?=\s))\s*"
)
_FIGURE_FIRST = re.compile(
    r"\b([1-5]|one|two|three|four|five) (?:for|to|on) (?:the |my |question |number |q)*(first|second|third|last|1st|2nd"
    r"|3rd|[123])\b"
)
_RUN_TOGETHER = re.compile(r"^\W*([1-5])([1-5])([1-5])(?!\w)")
_ALL = re.compile(
    r"\b(?:all (?:three|\ds|of them|3|round|\w+s)|for (?:all|each|everything|every one|the lot)|each(?: one)?|across"
    r" the board|everything|the same for all|straight \w+s|every (?:one|question)|i gyd|popeth|pob un)\b"
)
_SPELT = re.compile(
    r"^\W*(one|two|three|four|five)[\s,]+(?:and )?(one|two|three|four|five)[\s,]+(?:and )?(one|two|three|four|five)\b"
)
_ANY_OTHER = re.compile(r"[^\W\d_]{2,}")
_LETTERS = {"a": 1, "b": 2, "c": 3, "last": 3}


def answers_told(text: str, under_questions: Sequence[str], lexicon: Lexicon) -> tuple[tuple[int, ...], bool]:
    """Three answers, 0 where one is not given or cannot be told, or none at all; and: must a person read them?

    ``under_questions``: what stands under each quoted line, when answers were written between them.
    """
    if len(under_questions) == QUESTIONS:
        return _whole([_graded(plain(one), lexicon) for one in under_questions])
    lines = [plain(line) for line in text[:LONGEST].splitlines() if line.strip()]
    joined = " \n ".join(lines)
    labelled = _figure_first(joined) or _labelled(joined, lexicon)
    if labelled:
        return _whole(labelled)
    return _unlabelled(lines, lexicon)


def _whole(graded: Sequence[Judged]) -> tuple[tuple[int, ...], bool]:
    values = tuple(one.value or 0 for one in graded)
    return (values if any(values) else ()), any(one.unclear for one in graded)


def _figure_first(text: str) -> list[Judged]:
    """ "4 for the first, 5 for the second": the figure stands before what it answers."""
    told = {ordinal: figures_told(figure, most=MOST) for figure, ordinal in _FIGURE_FIRST.findall(text)}
    if len(told) < 2:
        return []
    graded = [Judged()] * QUESTIONS
    for ordinal, figures in told.items():
        graded[(_LETTERS.get(ordinal) or ordinal_or_figure(ordinal) or 1) - 1] = Judged(figures[0] if figures else None)
    return graded


def _labelled(text: str, lexicon: Lexicon) -> list[Judged]:
    marks = [(match, _number(match)) for match in _LABEL.finditer(text)]
    numbers = [number for _, number in marks]
    if len(numbers) < 2 or numbers != sorted(set(numbers)):
        return []
    graded = [Judged()] * QUESTIONS
    ends = [match.start() for match, _ in marks[1:]] + [len(text)]
    for (match, number), end in zip(marks, ends, strict=True):
        before = text[: match.start()] if match.group(4) and number == 1 else ""
        graded[number - 1] = _graded(text[match.end() : end], lexicon, before=before)
    if not any(one.value for one in graded[1:]) and not graded[0].value:
        return []
    return graded


def _number(match: re.Match[str]) -> int:
    told = next(part for part in match.groups() if part)
    return _LETTERS.get(told) or ordinal_or_figure(told) or 0


def _unlabelled(lines: Sequence[str], lexicon: Lexicon) -> tuple[tuple[int, ...], bool]:
    text = _SPELT.sub(r"\1 , \2 , \3", _RUN_TOGETHER.sub(r"\1 , \2 , \3", " , ".join(lines)))
    spaced = re.sub(r"(?<=\d)\s*[-/&+]\s*(?=\d\b)|(?<=\b\d)\s+(?=\d\b)|(?<=\b\d) (?:and|then) (?=\d\b)", " , ", text)
    figures = figures_told(spaced.replace("all three", "all"), most=MOST)
    if len(figures) == 1 and _ALL.search(text):
        return (figures[0],) * QUESTIONS, False
    if len(figures) == QUESTIONS:
        return figures, False
    if figures:
        parts = [part for part in re.split(r"\s*[,;\n]\s*(?:and |then )?|\. | and ", spaced) if part.strip(" .!")]
        return _in_parts(parts, lexicon) if len(parts) == QUESTIONS else ((), True)
    by_line = [part for part in lines if lexicon_grade(part, lexicon) or _open(part, lexicon)]
    parts = list(lines) if len(lines) == QUESTIONS == len(by_line) else re.split(r"\s*[,;]\s*(?:and |then )?|\. ", text)
    parts = [part for part in parts if part.strip(" .!")]
    if len(parts) == QUESTIONS and all(len(part.split()) <= 12 for part in parts):
        return _in_parts(parts, lexicon)
    one = lexicon_grade(text, lexicon)
    if one and _ALL.search(text):
        return (one,) * QUESTIONS, False
    return (), bool(one)


def _in_parts(parts: Sequence[str], lexicon: Lexicon) -> tuple[tuple[int, ...], bool]:
    graded = [_graded(part, lexicon) for part in parts]
    if sum(bool(one.value) for one in graded) < 2:
        return (), True
    return _whole(graded)


def _graded(words: str, lexicon: Lexicon, *, before: str = "") -> Judged:
    """One answer: its figure first, else its words, when these are of one mind."""
    words = words.strip(" \n,;.-")
    figures = figures_told(words, most=MOST)
    if not figures and before:
        figures = figures_told(before[-40:], most=MOST)
    if figures:
        return Judged(figures[0], unclear=len(set(figures)) > 1)
    if not _ANY_OTHER.search(words) or _open(words, lexicon):
        return Judged()
    grade = lexicon_grade(words, lexicon)
    return Judged(grade, unclear=grade is None)


def _open(words: str, lexicon: Lexicon) -> bool:
    return any(hit.section == "unanswered" for hit in lexicon.find(words))


def lexicon_grade(words: str, lexicon: Lexicon) -> int | None:
    """The grade of the first phrase, the longest where several begin together or overlap."""
    hits = [hit for hit in lexicon.find(words) if hit.section in _GRADES]
    if not hits:
        return None
    first = min(hits, key=lambda hit: (hit.start, -hit.end))
    return _GRADES[first.section]
