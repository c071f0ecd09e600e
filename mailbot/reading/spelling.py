"""Letters made plain for the phrase tables: one kind of quote, dash and space, lower case, text-speak spelt out.

``plain`` never changes the length of what it straightens; ``spelt_out`` may.
"""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u200a": " ",
        "\u202f": " ",
        "\t": " ",
        "\r": "\n",
    }
)

# What thumbs and dictation write, and what is meant. Applied in order to straightened lower-case text.
_SPELLINGS = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\bn e ?time\b", "any time"),
        (r"\bne1\b|\bany1\b", "anyone"),
        (r"\bsum1\b|\bsome1\b|\bsome one\b|\bsomone\b|\bsumone\b", "someone"),
        (r"\bb4\b", "before"),
        (r"\bbt\b", "but"),
        (r"\b2day\b", "today"),
        (r"\b2moro?\b|\b2morrow\b", "tomorrow"),
        (r"\b2nite\b|\btonite\b", "tonight"),
        (r"\btlk\b", "talk"),
        (r"\bcn\b", "can"),
        (r"\bplz\b|\bpls\b", "please"),
        (r"\btxt\b", "text"),
        (r"\bmsg\b", "message"),
        (r"\bdwn\b", "down"),
        (r"\bwiv\b", "with"),
        (r"\bdnt\b|\bdon;t\b", "don't"),
        (r"\bneva\b", "never"),
        (r"\bcud\b", "could"),
        (r"\bwud\b", "would"),
        (r"\bppl\b", "people"),
        (r"\bu\b", "you"),
        (r"\bur\b", "your"),
        (r"\b(talk|want|need|going|went|spoke|speak|listen|like) 2\b", r"\1 to"),
        (r"\b2 (?=(?:talk|speak|be|get|say|ring|call)\b)", "to "),
        (r"\b4 (?=(?:me|him|her|my|us|\d+ ?y)\b)", "for "),
        (r"\b(do|does|did|is|are|was|were|ca|wo|could|should|would|have|has|had)nt\b", r"\1n't"),
        (r"\b(i|you|they|we)(ve|ll|m|re)\b(?<!\bill)(?<!\bwell)(?<!\bwere)(?<!\byoull)", r"\1'\2"),
        (r"\b(he|she)s\b", r"\1's"),
        (r"\bcan not\b|\bcannot\b", "can't"),
        (r"\bdo not\b", "don't"),
        (r"\bdoes not\b", "doesn't"),
    )
)
_DICTATED_STOP = re.compile(r"\s+(full stop|question mark|exclamation mark|new line|new paragraph)\b", re.IGNORECASE)
_DICTATED_COMMA = re.compile(r"\s+comma\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[!?;])\s+|(?<=\.)(?:\s+|(?=[A-Z]))|\.\.+|\n\s*\n|\n(?=\s*[-*•])")


def straight(text: str) -> str:
    """One kind of quote, dash and space; as long as before."""
    return text.translate(_STRAIGHT)


def undictated(text: str) -> str:
    """Spoken punctuation ("full stop", "comma") as signs, where a letter was plainly dictated."""
    if len(_DICTATED_STOP.findall(text)) < 2:
        return text
    return _DICTATED_COMMA.sub(",", _DICTATED_STOP.sub(".\n", text))


def plain(text: str) -> str:
    """Straight signs and lower case: as long as before for nearly every letter."""
    return straight(text).lower()


def spelt_out(text: str) -> str:
    """``plain``, with dictation undone and text-speak in full words."""
    words = plain(undictated(straight(text)))
    for pattern, meant in _SPELLINGS:
        words = pattern.sub(meant, words)
    return words


def sentences(text: str) -> list[str]:
    """Sentences, list lines and paragraphs; a line wrapped by the mail program is joined again."""
    pieces = []
    for piece in _SENTENCE_END.split(_joined(text)):
        piece = piece.strip()
        if piece:
            pieces.append(piece)
    return pieces


def _joined(text: str) -> str:
    """Undo wrapping: a line end is a sentence end only after a short line or a stop."""
    lines = [line.strip() for line in text.split("\n")]
    out: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        out.append(line)
        wrapped = len(line) >= 50 and following and not re.match(r"[-*•]|\w[\w ]{1,24}:\s", following)
        out.append(" " if wrapped else "\n\n")
    return "".join(out)
