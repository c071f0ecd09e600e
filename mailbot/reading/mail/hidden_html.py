"""HTML without what its own style hides: a reader must not read what no person sees. Linear; never raises.

Only what is hidden beyond doubt goes (``display: none``, ``visibility: hidden``, the ``hidden`` attribute, letters of
no size, Outlook's ``mso-hide``); colour on colour stays, since it takes a browser to tell. What is never closed stays
too, and everything does where nothing else would be left.
"""

from __future__ import annotations

import re

MOST_HIDDEN = 300  # elements
FURTHEST_CLOSE = 20_000  # characters

_VALUE = r"\s*=\s*(?:\"[^\"<>]{0,600}\"|'[^'<>]{0,600}'|[^\s\"'<>]{1,300})"
_HIDING = r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d]))"
_HIDDEN = re.compile(
    rf"<(?P<name>[a-z][a-z0-9]{{0,10}})(?:\s+[\w:-]{{1,40}}(?:{_VALUE})?){{0,20}}?"
    rf"\s+(?:style\s*=\s*(?:\"[^\"<>]{{0,400}}?{_HIDING}|'[^'<>]{{0,400}}?{_HIDING})|hidden(?=[\s>/=]))[^<>]{{0,1000}}>",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(?:^|>)[^<>]*\w")
_HINT = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide|font-size\s*:\s*0|\shidden[\s>/=]", re.IGNORECASE
)
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "col", "area", "base", "wbr"))
_ROOT = frozenset(("html", "body"))


def without_hidden(markup: str) -> str:
    """The markup without the elements that are hidden by a style of their own."""
    if not _HINT.search(markup):
        return markup
    kept: list[str] = []
    at = begun = 0
    for _ in range(MOST_HIDDEN):
        found = _HIDDEN.search(markup, at)
        if found is None:
            break
        at = found.end()
        if (end := _closed(markup, found)) is not None:
            kept.append(markup[begun : found.start()])
            at = begun = end
    kept.append(markup[begun:])
    shown = "".join(kept)
    return shown if _WORDS.search(shown) else markup


def _closed(markup: str, opened: re.Match[str]) -> int | None:
    """Where the element ends; None for one that has no end, or none near by."""
    name = opened["name"].lower()
    if name in _VOID:
        return opened.end()
    if name in _ROOT:
        return None
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^<>]{{0,2000}}>", re.IGNORECASE).finditer(
        markup, opened.end(), opened.end() + FURTHEST_CLOSE
    ):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return None
