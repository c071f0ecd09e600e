"""``mailbot read --explain``: the letter itself with the words that decided marked in it, what they mean, the facts.

Each fact has a number and a colour. The number stands behind its words, so that a page without colour says the same;
what was not newly written is dim, and has a bar before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.style import Style
from rich.text import Text

from mailbot.cli.marked_words import Marked, marks_in
from mailbot.cli.read_labels import fact_rows
from mailbot.cli.read_trial import Told
from mailbot.cli.terminal import harmless, say, tell_table
from mailbot.reading.letter import Evidence, Letter

COLOURS = ("green", "cyan", "magenta", "yellow", "blue", "bright_green", "bright_cyan", "bright_magenta", "bright_blue")
ALARM = "bold red"
MOST_SHOWN = 20_000  # characters of a letter


def explain(name: str, told: Told) -> None:
    """Print one letter, explained, to standard output."""
    facts = _facts(told.evidence)
    numbers = {fact: number for number, fact in enumerate(facts, start=1)}
    say(Text(f"{name}: {_kind(told)}", style="bold"))
    for line in _shown(told.letter, told.evidence, numbers):
        say(line)
    say("")
    _tell_legend(told.evidence, numbers)
    say("")
    tell_table(("fact", "what was read"), fact_rows(told.labels))
    for what in told.letter.not_read:
        say(f"not read: {what}")
    say("")


def _kind(told: Told) -> str:
    kind = told.letter.kind.value.replace("_", " ")
    seems = told.labels.get("seems")
    return f"{kind}, read as {told.writer}" + (f"; who writes: {seems}" if seems else "")


def _facts(evidence: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(one.fact for one in evidence))


def _style(fact: str, number: int) -> str:
    return ALARM if fact.startswith("risk") else f"bold {COLOURS[(number - 1) % len(COLOURS)]}"


# ---------------------------------------------------------------------------------------------------- the letter itself


def _shown(letter: Letter, evidence: Sequence[Evidence], numbers: dict[str, int]) -> Iterable[Text]:
    sender = f"{letter.sender.name} <{letter.sender.address}>".strip()
    yield _marked(f"From: {sender}", evidence, numbers)
    yield _marked(f"Subject: {letter.subject}", evidence, numbers)
    yield Text("")
    text = letter.whole_text[:MOST_SHOWN]
    marked = _marked(text, evidence, numbers)
    for line, is_new in zip(marked.split("\n", allow_blank=True), _are_new(text, letter), strict=False):
        if is_new or not line.plain.strip():
            yield line
        else:
            line.stylize(Style(dim=True))
            yield Text("| ", style="dim").append_text(line)
    if len(letter.whole_text) > MOST_SHOWN:
        yield Text(f"(and {len(letter.whole_text) - MOST_SHOWN} characters more)", style="dim")


def _marked(text: str, evidence: Sequence[Evidence], numbers: dict[str, int]) -> Text:
    """The text in its colours; where marks overlap, the shorter one is seen, and both numbers stand."""
    marks = marks_in(text, evidence)
    styled = Text(harmless(text))
    for mark in sorted(marks, key=lambda one: one.start - one.end):
        styled.stylize(_style(mark.fact, numbers[mark.fact]), mark.start, mark.end)
    return _numbered(styled, marks, numbers)


def _numbered(styled: Text, marks: Sequence[Marked], numbers: dict[str, int]) -> Text:
    """Each run of marked words between two angles, with its numbers behind it."""
    shown, at = Text(), 0
    for start, end, facts in _runs(marks):
        shown.append_text(styled[at:start])
        shown.append("‹", style="dim").append_text(styled[start:end])
        told = ",".join(str(number) for number in sorted({numbers[fact] for fact in facts}))
        shown.append(f"›[{told}]", style="dim")
        at = end
    return shown.append_text(styled[at:])


def _runs(marks: Sequence[Marked]) -> list[tuple[int, int, set[str]]]:
    """Marks that overlap become one run."""
    runs: list[tuple[int, int, set[str]]] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.end)):
        if runs and mark.start < runs[-1][1]:
            start, end, facts = runs[-1]
            runs[-1] = (start, max(end, mark.end), facts | {mark.fact})
        else:
            runs.append((mark.start, mark.end, {mark.fact}))
    return runs


def _are_new(text: str, letter: Letter) -> list[bool]:
    """For each line: was it newly written, or passed on as content?"""
    new = [line.strip() for line in letter.new_text.split("\n") if line.strip()]
    passed_on = {line.strip() for line in letter.passed_on.split("\n")}
    told, at = [], 0
    for line in text.split("\n"):
        is_next = at < len(new) and line.strip() == new[at]
        at += is_next
        told.append(is_next or line.strip() in passed_on)
    return told


# ----------------------------------------------------------------------------------------------------------- the legend


def _tell_legend(evidence: Sequence[Evidence], numbers: dict[str, int]) -> None:
    if not evidence:
        say("No words decided: what is not told is read as nothing.")
        return
    for fact, number in numbers.items():
        words = " / ".join(dict.fromkeys(" ".join(one.words.split()) for one in evidence if one.fact == fact))
        line = Text(f"[{number}] {fact}", style=_style(fact, number))
        say(line.append(f"  because of: {harmless(words[:400])}", style="default not bold"))
