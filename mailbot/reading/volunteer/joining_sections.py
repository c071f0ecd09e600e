"""Which words of an answer belong to which of our numbered questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.reading.letter import Letter
from mailbot.reading.words.plain import plain

_NUMBERED = re.compile(
    r"^\s*(?:q(?:uestion)?\.?\s*)?\(?([1-9])(?:[.)](?:\s+|(?=[^\d\s]))|:\s+|\s*[-–](?:\s+)(?=\D))(.*)$", re.I
)
_TITLES = {
    "hours": r"(?:my )?(?:hours|times|availability|when(?: i can (?:call|ring))?|days)",
    "languages": r"(?:my )?languages?(?: spoken)?",
    "capacity": r"(?:how many(?: people)?|(?:number of )?people|number|capacity)",
    "prisons": r"(?:any )?prisons?(?: links?)?",
    "credentials": r"(?:dates|dbs and trainings?|checks|trainings?)",
    "wishes": r"(?:wishes|preferences?|anything else|other|lived experience|about me|gender)",
}
_TITLED = {key: re.compile(rf"^\s*[-*•]?\s*{words}\s*[:=]\s*(.*)$", re.I) for key, words in _TITLES.items()}
_OF_A_CREDENTIAL = re.compile(
    r"^\s*[-*•]?\s*(?:dbs|befriending|safeguarding|boundaries)(?: (?:check|training|course|certificate))?\s*[:=–-]",
    re.I,
)
_OUR_WORDS = {  # as our emails ask; the last line of a question counts too, since an answer stands under that
    "hours": r"when can you|monday evenings, 6 to 9",
    "languages": r"which languages",
    "capacity": r"how many people|one is a good start|one number|^number\b",
    "prisons": r"is there a prison|nobody you know is put to you|no is fine",
    "credentials": r"until which day|dbs check|(?:befriending|safeguarding|boundaries) training|month and year",
    "wishes": r"anything you would like us|lived through|through this yourself|you do not have to|rather ring women",
}
_SIGNS_OFF = re.compile(
    r"^\W*(?:(?:with )?(?:best|kind|warm|many)\b[\w ]{0,20}|regards|thanks(?: again| very much| so much)?|thank you"
    r"|cheers|yours[\w ]{0,14}|all the best|diolch(?: yn fawr)?|love|take care"
    r"|hope (?:this|that) helps[\w ]{0,12})\W*$",
    re.I,
)
_GREETS = re.compile(
    r"^\W*(?:hi|hello|hiya|dear|good (?:morning|afternoon|evening)|morning|shwmae|helo)\b[^.?!\n]{0,40}$", re.I
)


@dataclass(frozen=True, slots=True)
class Sections:
    """``own``: the plain words (lines kept) under each question; ``rest``: what stands under none."""

    own: dict[str, str]
    as_written: dict[str, str]
    rest: str
    rest_as_written: str


def sections_of(letter: Letter, asked: Sequence[str]) -> Sections:
    """By answers between our lines, by number, by title; a bare answer to a single question is its answer."""
    own: dict[str, list[str]] = {}
    text = letter.new_text
    for quoted, answer in letter.answers:
        key = _of_our_line(quoted, letter.quoted_text, asked)
        if key and answer.strip():
            own.setdefault(key, []).append(_with_its_line(key, quoted, answer.strip()))
            text = text.replace(answer.strip(), "\n", 1)
    rest: list[str] = []
    current: str | None = None
    last = 0
    for line in _body(text):
        number = _NUMBERED.match(line)
        titled = next(((key, found[1]) for key, words in _TITLED.items() if (found := words.match(line))), None)
        if number and last < int(number[1]) <= len(asked):
            last = int(number[1])
            current, line = asked[last - 1], number[2]
        elif titled:
            current, line = titled
        elif _OF_A_CREDENTIAL.match(line) and "credentials" in asked:
            current = "credentials"
        elif not line.strip() and not last:
            current = None
        (own.setdefault(current, []) if current else rest).append(line)
    if not own and len(asked) == 1:
        own, rest = {asked[0]: rest}, []
    written = {key: "\n".join(lines).strip() for key, lines in own.items()}
    return Sections(
        own={key: plain_lines(words) for key, words in written.items() if words},
        as_written={key: " ".join(words.split()) for key, words in written.items() if words},
        rest=plain_lines("\n".join(rest)),
        rest_as_written="\n".join(rest).strip(),
    )


def plain_lines(text: str) -> str:
    return "\n".join(plain(line) for line in text.splitlines() if line.strip())


def _of_our_line(quoted: str, whole: str, asked: Sequence[str]) -> str | None:
    """The question whose number stands nearest above that line in what was quoted; else by the words of ours."""
    lines = [line.lstrip("> \t") for line in whole.splitlines()]
    wanted = plain(quoted)
    at = next((number for number, line in enumerate(lines) if plain(line) == wanted), None)
    for line in reversed(lines[: at + 1] if at is not None else [quoted.strip()]):
        number = _NUMBERED.match(line)
        if number and int(number[1]) <= len(asked):
            return asked[int(number[1]) - 1]
    said = re.sub(r"[^\w\s,]", "", wanted)
    return next((key for key, words in _OUR_WORDS.items() if re.search(words, said)), None)


def _with_its_line(key: str, quoted: str, answer: str) -> str:
    """Under our line "DBS check" stands only a day: the line says of what."""
    title = re.search(r"dbs check|befriending training|safeguarding training|boundaries training", plain(quoted))
    return f"{title[0]}: {answer}" if key == "credentials" and title else answer


def _body(text: str) -> list[str]:
    """Without the greeting, and without what stands from the closing words on."""
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if at and _SIGNS_OFF.match(line)), len(lines))
    return ["" if _GREETS.match(line) and at < 3 else line for at, line in enumerate(lines[:end])]
