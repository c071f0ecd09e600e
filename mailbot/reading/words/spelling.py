"""Letters made plain for the phrase tables: one kind of quote, dash and space, lower case, text-speak spelt out.

``plain`` never changes the length of what it straightens; ``spelt_out`` may.
"""

from __future__ import annotations

import re
from functools import lru_cache

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

# What thumbs and dictation write, and what is meant.
_VERBS = ("do", "does", "did", "is", "are", "was", "were", "ca", "wo", "could", "should", "would", "have", "has", "had")
_WORDS = {
    "ne1": "anyone", "any1": "anyone", "sum1": "someone", "some1": "someone", "somone": "someone", "sumone": "someone",
    "b4": "before", "bt": "but", "2day": "today", "2moro": "tomorrow", "2mor": "tomorrow", "2morrow": "tomorrow",
    "2nite": "tonight", "tonite": "tonight", "tlk": "talk", "cn": "can", "plz": "please", "pls": "please",
    "txt": "text",
    "msg": "message", "dwn": "down", "wiv": "with", "dnt": "don't", "neva": "never", "cud": "could", "wud": "would",
    "ppl": "people", "u": "you", "ur": "your", "cannot": "can't", "hes": "he's", "shes": "she's", "im": "i'm",
    **{f"{verb}nt": f"{verb}n't" for verb in _VERBS},
    **{f"{who}{verb}": f"{who}'{verb}" for who in ("i", "you", "they", "we") for verb in ("ve", "ll", "re")},
}  # fmt: skip
for _word in ("ill", "well", "were", "ire"):  # words of their own
    del _WORDS[_word]
_MISSPELT = re.compile(
    r"(?<![\w'])(?:(?P<word>"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")|(?P<any_time>n e ?time)|(?P<someone>some one)"
    r"|(?P<negated>can|do|does) not|(?P<to_before>talk|want|need|going|went|spoke|speak|listen|like) 2"
    r"|(?P<to>2)(?= (?:talk|tlk|speak|be|get|say|ring|call)\b)|(?P<for>4)(?= (?:me|him|her|my|us|\d+ ?y)))(?![\w'])"
)
LONGEST_SENTENCE = 700  # characters; what nobody ends is cut, so that no letter takes long to read
_BLANKS = re.compile(r"[ \t\u00a0]{2,}")
_BLANK_LINES = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_ENDLESS_WORD = re.compile(r"\S{81,}")
_DICTATED_STOP = re.compile(r"\s+(full stop|question mark|exclamation mark|new line|new paragraph)\b", re.IGNORECASE)
_DICTATED_COMMA = re.compile(r"\s+comma\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[!?;])\s+|(?<=\.)(?:\s+|(?=[A-Z]))|\.\.+|\n\s*\n|\n(?=\s*[-*•])")


def straight(text: str) -> str:
    """One kind of quote, dash and space; as long as before."""
    return text.translate(_STRAIGHT)


def within_bounds(text: str, most: int) -> str:
    """At most ``most`` characters, without long runs of blanks or signs, on which patterns are slow."""
    text = _BLANKS.sub(" ", text[: 2 * most].replace("\r", ""))  # first, since blank lines are slow on long runs
    text = _BLANK_LINES.sub("\n\n", text)
    return _ENDLESS_WORD.sub(lambda found: found.group()[:80], text)[:most]


def undictated(text: str) -> str:
    """Spoken punctuation ("full stop", "comma") as signs, where a letter was plainly dictated."""
    if len(_DICTATED_STOP.findall(text)) < 2:
        return text
    return _DICTATED_COMMA.sub(",", _DICTATED_STOP.sub(".\n", text))


def plain(text: str) -> str:
    """Straight signs and lower case: as long as before for nearly every letter."""
    return straight(text).lower()


@lru_cache(maxsize=64)
def spelt_out(text: str) -> str:
    """``plain``, with dictation undone and text-speak in full words."""
    return _MISSPELT.sub(_meant, plain(undictated(straight(text))))


def _meant(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "word":
            return _WORDS[found["word"]]
        case "any_time":
            return "any time"
        case "someone":
            return "someone"
        case "negated":
            return "can't" if found["negated"] == "can" else found["negated"] + "n't"
        case "to_before":
            return found["to_before"] + " to"
        case "to":
            return "to"
        case _:
            return "for"


def sentences(text: str) -> list[str]:
    """Sentences, list lines and paragraphs; a line wrapped by the mail program is joined again."""
    return list(_sentences(text))


@lru_cache(maxsize=32)  # every skill asks for those of the same letter
def _sentences(text: str) -> tuple[str, ...]:
    pieces = []
    for piece in _SENTENCE_END.split(_joined(text)):
        piece = piece.strip()
        while len(piece) > LONGEST_SENTENCE:
            cut = _cut(piece)
            pieces.append(piece[:cut].strip())
            piece = piece[cut:].strip()
        if piece:
            pieces.append(piece)
    return tuple(pieces)


def _cut(piece: str) -> int:
    """Where an endless sentence is cut: at a blank, not within a number."""
    for at in range(LONGEST_SENTENCE, LONGEST_SENTENCE // 2, -1):
        if piece[at] == " " and not (piece[at - 1].isdigit() and piece[at + 1 : at + 2].isdigit()):
            return at
    return LONGEST_SENTENCE


def _joined(text: str) -> str:
    """Undo wrapping: a line end is a sentence end only after a short line or a stop."""
    lines = [line.strip() for line in text.split("\n")]
    out: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        out.append(line)
        wrapped = len(line) >= 50 and following and not re.match(r"[-*•]|\w[\w ]{1,24}:\s", following)
        out.append(" " if wrapped else "\n\n")
    return "".join(out)
