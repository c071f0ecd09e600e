"""HTML made plain text, with quoted blocks marked by ">" as a plain-text mail has them.

inscriptis gives the best text, yet gives nothing for deep nesting and takes seconds for a hundred thousand tags; a
plain stripping of tags, which is linear, takes its place then.
"""

from __future__ import annotations

import html
import re

import inscriptis
from inscriptis.css_profiles import STRICT_CSS_PROFILE
from inscriptis.model.config import ParserConfig
from lxml.etree import LxmlError  # type: ignore[import-untyped]  # inscriptis parses with lxml

from mailbot.reading.mail.html_quotes import CLOSE, OPEN, mark_quotes

MOST_FOR_INSCRIPTIS = 200_000  # characters
MOST_TAGS_FOR_INSCRIPTIS = 12_000

_CONFIG = ParserConfig(css=STRICT_CSS_PROFILE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,20})[^<>]{0,20000}>|<[!?/][^<>]{0,20000}>")
_UNSEEN = ("script", "style", "title")
_BREAKS = {"br": "\n", "td": "  ", "th": "  ", "li": "\n- "}
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "table", "ul"))
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center dd div dl dt fieldset footer form header hr html main nav pre"
        " section tr",
    )
)


def text_of_html(markup: str, *, fine: bool = True) -> str:
    """The text a person would see, lines of quoted blocks beginning with ``> ``. Linear in the length; never raises.

    Not ``fine``: only the tags are stripped, at a tenth of the cost.
    """
    seen = _without_unseen(markup.replace(OPEN, "").replace(CLOSE, ""))
    marked = mark_quotes(seen)
    plain = _strip_tags(marked)
    if fine and len(marked) <= MOST_FOR_INSCRIPTIS and marked.count("<") <= MOST_TAGS_FOR_INSCRIPTIS:
        laid_out = _by_inscriptis(marked)
        if 2 * _letters(laid_out) >= _letters(plain):
            plain = laid_out
    return _quote_lines(plain)


def _without_unseen(markup: str) -> str:
    """Without comments, scripts, styles and titles; one that is never closed is left as it stands."""
    markup = _cut_out(markup, re.compile("<!--"), re.compile("-->"))
    for name in _UNSEEN:
        markup = _cut_out(markup, re.compile(rf"<{name}\b", re.IGNORECASE), re.compile(rf"</{name}\s*>", re.IGNORECASE))
    return markup


def _cut_out(markup: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> str:
    kept, at = [], 0
    while (begin := opening.search(markup, at)) and (end := closing.search(markup, begin.end())):
        kept.append(markup[at : begin.start()])
        at = end.end()
    kept.append(markup[at:])
    return "".join(kept)


def _by_inscriptis(markup: str) -> str:
    try:
        return str(inscriptis.get_text(markup, _CONFIG))
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError, LxmlError):
        return ""


def _strip_tags(markup: str) -> str:
    flat = re.sub(r"[ \t\r\n]+", " ", markup)
    text = html.unescape(_TAG.sub(_break_for, flat))
    lines = (line.strip(" \t") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _break_for(tag: re.Match[str]) -> str:
    name = (tag[2] or "").lower()
    if name in _BREAKS:
        return "" if tag[1] and name != "br" else _BREAKS[name]
    if name in _PARAGRAPHS:
        return "\n\n" if tag[1] else "\n"
    return "\n" if name in _BLOCKS else ""


def _letters(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n") - text.count("\xa0")


def _quote_lines(text: str) -> str:
    if OPEN not in text:
        return text
    lines, depth = [], 0
    for line in text.split("\n"):
        depth += line.count(OPEN)
        words = line.replace(OPEN, "").replace(CLOSE, "")
        if words.strip() or (OPEN not in line and CLOSE not in line):
            lines.append("> " * min(depth, 9) + words.lstrip() if depth else words)
        depth = max(0, depth - line.count(CLOSE))
    return "\n".join(lines)
