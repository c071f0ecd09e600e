"""What HTML says of quoting: the quoted blocks, and the places from which on all is an answered or forwarded mail.

By the names that Gmail, Apple Mail, Outlook, Thunderbird, Yahoo, Hotmail, Zoho, GMX and others give their elements; a
mail that passed through Outlook on the web has them with ``x_`` before.
"""

from __future__ import annotations

import html
import re

OPEN, CLOSE = "\ue000", "\ue001"  # private characters that stand for the edges of a quoted block

_BLOCKQUOTE = re.compile(r"<(/?)blockquote\b([^<>]{0,1000})>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")
_QUOTE_SIGNS = re.compile(r"type\s*=\s*[\"']?cite|class\s*=\s*[\"']?[^\"'>]*(quote|cite)|border-left", re.IGNORECASE)
_NO_BORDER = re.compile(r"border-left\s*:\s*(?:none|0)|border\s*:\s*(?:none|0)", re.IGNORECASE)
# what Outlook, Hotmail and Zimbra set between the answer and the mail answered
_DIVIDER = re.compile(
    r"<(?:div|span|hr)\b[^<>]{0,300}?(?:"
    r"\bid\s*=\s*[\"']?(?:x_)*(?:divRplyFwdMsg|OLK_SRC_BODY_SECTION|stopSpelling|zwchr|mail-editor-reference-message-container"
    r"|ms-outlook-mobile-body-separator-line)\b"
    r"|border-top\s*:\s*(?:solid\s+#(?:E1E1E1|B5C4DF)|#(?:E1E1E1|B5C4DF)\s+[\d.]{1,4}pt\s+solid)"
    r"|\bname\s*=\s*[\"']?(?:x_)*quote[\"'\s>]"
    r"|data-marker\s*=\s*[\"']?__QUOTED_TEXT__"
    r")[^<>]{0,600}>"
    r"|<div\b[^<>]{0,60}\bid\s*=\s*[\"']?(?:x_)*appendonsend\b[^<>]{0,100}>\s*</div>(?=\s*<hr\b)",
    re.IGNORECASE,
)
# as a plain-text mail of Outlook has it; the quoting knows what follows as quoted, or as forwarded
_DIVIDING_LINE = "<div>-----Original Message-----</div>"
_OWN_LINE = re.compile(r"-{3,} ?\w[^-\n]{3,60}-{3,}|forwarded message", re.IGNORECASE)


def mark_quotes(markup: str) -> str:
    """Puts signs for the edges of quoted blocks, and a line of its own where a mail that is answered begins."""
    return _mark_blocks(_mark_dividers(markup))


def _mark_dividers(markup: str) -> str:
    """Only the first counts: what follows it is that mail, with those that it quotes itself."""
    for found in _DIVIDER.finditer(markup):
        above, below = _words(markup[: found.start()]), _words(markup[found.end() : found.end() + 3_000])
        if not below:
            return markup
        if _OWN_LINE.search(above[-80:]) or _OWN_LINE.match(below):
            return markup
        return markup[: found.start()] + _DIVIDING_LINE + markup[found.start() :]
    return markup


def _mark_blocks(markup: str) -> str:
    kept: list[str] = []
    nesting: list[bool] = []
    at = 0
    for tag in _BLOCKQUOTE.finditer(markup):
        kept.append(markup[at : tag.start()])
        at = tag.end()
        if not tag[1]:
            quotes = _quotes(tag[2]) or _introduced(markup[max(0, tag.start() - 600) : tag.start()])
            nesting.append(quotes)
            kept.append(tag[0] + (f"<div>{OPEN}</div>" if quotes else ""))
        else:
            quotes = nesting.pop() if nesting else False
            kept.append((f"<div>{CLOSE}</div>" if quotes else "") + tag[0])
    kept.append(markup[at:])
    return "".join(kept)


def _quotes(attributes: str) -> bool:
    return bool(_QUOTE_SIGNS.search(attributes)) and not _NO_BORDER.search(attributes.replace("border-left-", ""))


def _introduced(before: str) -> bool:
    """Does an attribution ("... 10 Mar 2026 ... wrote:") stand before it? A bare blockquote else is only an indent."""
    words = _words(before)
    return words.endswith((":", "：")) and any(character.isdigit() for character in words[-120:])


def _words(markup: str) -> str:
    return html.unescape(_ANY_TAG.sub(" ", markup[-20_000:])).strip()
