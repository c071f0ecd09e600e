"""Plain sentences: text made ready for comparing with wording lists, beside the words as they were written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# \x91 to \x94 are quotes where windows-1252 was announced as iso-8859-1
_STRAIGHT = str.maketrans(
    {
        "\x91": "'",
        "\x92": "'",
        "\x93": '"',
        "\x94": '"',
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
    }
)
_STRAY_APOSTROPHE = re.compile(r"(?<!\w)'|'(?!\w)")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|;(?=\s)|[\U0001f300-\U0001faff]+")
_BULLET = re.compile(r"^\s*(?:[-*•·–>]|\(?\d{1,2}[.)])\s+")
_LIST_ITEM = re.compile(r"^\s*(?:[-*•·–]|\(?\d{1,2}[.)])\s+\S")
_WRAPPED = 55  # characters: a shorter line was ended by its writer, not by the mail program
MOST_CHARACTERS = 60_000  # what is read; nobody's own words are longer, and each word costs time


@dataclass(frozen=True, slots=True)
class Sentence:
    """``words`` as written, ``plain`` for comparing; ``paragraph`` from 0; ``asks``: ends with a question mark."""

    words: str
    plain: str
    paragraph: int
    asks: bool = False


def plain(text: str) -> str:
    """Lower case, straight quotes, no accents, one space between words; apostrophes only within words."""
    straight = _INVISIBLE.sub("", text).translate(_STRAIGHT)
    decomposed = unicodedata.normalize("NFKD", straight)
    folded = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return _SPACE.sub(" ", _STRAY_APOSTROPHE.sub(" ", folded)).strip()


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a letter: ended by a stop, a blank line, a list item, or a line that its writer ended."""
    found = []
    for number, paragraph in enumerate(_paragraphs(text[:MOST_CHARACTERS])):
        for piece, asks in _split(paragraph):
            made = plain(piece)
            if made:
                found.append(Sentence(_SPACE.sub(" ", piece).strip(), made, number, asks))
    return tuple(found)


def _paragraphs(text: str) -> Iterator[str]:
    held: list[str] = []
    for line in text.splitlines():
        ends_before = not line.strip() or _LIST_ITEM.match(line) or (held and len(held[-1]) < _WRAPPED)
        if ends_before and held:
            yield " ".join(held)
            held = []
        if line.strip():
            held.append(_BULLET.sub("", line).strip())
    if held:
        yield " ".join(held)


def _split(paragraph: str) -> Iterator[tuple[str, bool]]:
    start = 0
    for end in _END.finditer(paragraph):
        yield paragraph[start : end.end()], "?" in end.group()
        start = end.end()
    yield paragraph[start:], False
