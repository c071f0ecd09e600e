"""What the parts of a message hold: its text, what was passed on, our own mail coming back, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailbot.reading.letter import Attachment
from mailbot.reading.mail.headers import message_ids, sender_of
from mailbot.reading.mail.html_text import text_of_html
from mailbot.reading.mail.mime import LONGEST_TEXT, Part
from mailbot.reading.mail.plain_text import clean, joined, unflow
from mailbot.reading.reader import Reader

MOST_TEXT = 400_000  # characters of text of one letter that are read
MOST_HTML = 600_000  # characters of HTML of one letter that are made text
MOST_FINE_HTML = 250_000  # and of these, by the slower way that keeps tables


@dataclass(slots=True)
class Contents:
    """What the parts hold, gathered in their order."""

    reader: Reader
    not_read: list[str]
    texts: list[str] = field(default_factory=list)
    passed_on: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)  # our own mail coming back, in a report or attached
    attachments: list[Attachment] = field(default_factory=list)
    left: int = MOST_TEXT
    html_left: int = MOST_HTML

    def take_all(self, root: Part) -> None:
        """What the whole message holds; a message that is one text is read whatever its disposition says."""
        if root.main_type == "text" and root.content_type not in _NOT_FOR_READING:
            self.texts.append(self._text(root))
        else:
            self.take(root)

    def take(self, part: Part, *, in_report: bool = False) -> None:
        kind = part.content_type
        if kind == "multipart/alternative":
            self._take_alternative(part)
        elif kind.startswith("multipart/"):
            if kind == "multipart/encrypted":
                self.not_read.append("an encrypted message (OpenPGP)")
            for within in part.parts:
                self.take(within, in_report=in_report or kind == "multipart/report")
        elif kind in ("message/rfc822", "message/global"):
            self._take_message(part, in_report=in_report)
        elif kind in _RETURNED_HEADERS or (in_report and kind.startswith("message/")):
            self.returned.append(self._cut(part.text()))
        elif part.main_type == "text" and kind not in _NOT_FOR_READING:
            self._take_text(part)
        else:
            self._take_attachment(part)

    def _take_alternative(self, part: Part) -> None:
        """Of the versions of one text the plain one, unless it is only a stub beside the HTML."""
        plain = next((one for one in part.parts if one.content_type == "text/plain"), None)
        rich = next((one for one in flat(part) if one.content_type == "text/html"), None)
        if plain is not None and (rich is None or not _is_stub(plain, rich)):
            self.take(plain)
        elif rich is not None:
            self.take(rich)
        elif part.parts:
            self.take(part.parts[-1])
        for one in flat(part):
            if one is not plain and one is not rich and one.main_type not in ("text", "multipart"):
                self.take(one)
            elif one.content_type == "text/calendar":
                self._take_attachment(one)

    def _take_text(self, part: Part) -> None:
        text = self._text(part)
        if part.is_attachment or (part.filename and self.texts):
            self._take_attachment(part)
            if part.content_type in _ATTACHED_TEXT and text.strip():
                self.passed_on.append(joined((part.filename, text)))
        elif text.strip():
            self.texts.append(text)

    def _take_message(self, part: Part, *, in_report: bool) -> None:
        """A mail attached whole was passed on, but for our own, which only comes back."""
        if not part.parts:
            self.not_read.append("an attached message")
            return
        mail = part.parts[0]
        inner = Contents(self.reader, self.not_read, left=self.left, html_left=self.html_left)
        inner.take_all(mail)
        self.left, self.html_left = inner.left, inner.html_left
        heads = "\n".join(
            f"{name}: {value}" for name in ("From", "Date", "Subject") if (value := mail.headers.text(name.lower()))
        )
        whole = joined((heads, *inner.texts, *inner.passed_on))
        ids = message_ids(mail.headers.first("message-id"))
        ours = any(self.reader.is_own_message_id(told) for told in ids) or self.reader.is_own_address(
            sender_of(mail.headers).address
        )
        (self.returned if in_report or ours else self.passed_on).append(whole)
        self.returned.extend(inner.returned)
        self.attachments.append(Attachment(clean(part.filename), part.content_type, part.length))
        self.attachments.extend(inner.attachments)

    def _take_attachment(self, part: Part) -> None:
        if reason := _unreadable(part):
            self.not_read.append(reason)
        if not part.content_type.endswith(("delivery-status", "disposition-notification", "feedback-report")):
            self.attachments.append(Attachment(clean(part.filename), part.content_type, part.size))

    def _text(self, part: Part) -> str:
        if not part.reads_in_full():
            self.not_read.append(f"text after its first {LONGEST_TEXT} bytes")
        text = part.text()
        if part.content_type == "text/html" or (part.content_type == "text/plain" and _LOOKS_LIKE_HTML.match(text)):
            if len(text) > self.html_left:
                self.not_read.append(f"HTML after the first {MOST_HTML} characters")
                text = text[: self.html_left]
            self.html_left -= len(text)
            text = text_of_html(text, fine=self.html_left >= MOST_HTML - MOST_FINE_HTML)
        elif part.parameters.get("format", "").lower() == "flowed":
            text = unflow(text, delete_space=part.parameters.get("delsp", "").lower() == "yes")
        return self._cut(text)

    def _cut(self, text: str) -> str:
        if len(text) > self.left:
            self.not_read.append(f"text after the first {MOST_TEXT} characters")
        text = text[: self.left]
        self.left -= len(text)
        return text


_RETURNED_HEADERS = ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers")
_NOT_FOR_READING = (
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "text/css",
    "text/javascript",
    "text/rtf",
    "text/richtext",
    "text/x-amp-html",
    "text/watch-html",
)
_ATTACHED_TEXT = ("text/plain", "text/html", "text/csv", "text/markdown", "text/enriched")
_LOOKS_LIKE_HTML = re.compile(r"\s{0,100}(<!doctype html|<html[\s>])", re.IGNORECASE)
_STUB = re.compile(r"\b(html|view (this|it) (email|message)|does not support|browser|nid yw eich)\b", re.IGNORECASE)


def flat(part: Part) -> list[Part]:
    """The part's own parts and theirs, but nothing from within an attached message."""
    found: list[Part] = []
    waiting = list(part.parts)
    while waiting:
        here = waiting.pop(0)
        found.append(here)
        if here.main_type == "multipart":
            waiting[:0] = here.parts
    return found


def _is_stub(plain: Part, rich: Part) -> bool:
    """Is the plain version empty, or a hint that there is HTML, or a small part of what the HTML says?"""
    text = plain.text()
    words = len(re.findall(r"\w+", text[:20_000]))
    if words == 0:
        return True
    if words > 60:
        return False
    shown = len(re.findall(r"\w+", text_of_html(rich.text()[:60_000], fine=False)[:20_000]))
    return shown > 4 * words and (bool(_STUB.search(text)) or shown > words + 40)


def _unreadable(part: Part) -> str:
    kind, name = part.content_type, part.filename.lower()
    if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name == "winmail.dat":
        return "an Outlook wrapper (winmail.dat, TNEF)"
    if kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return "an S/MIME wrapper (" + (part.parameters.get("smime-type", "").lower()[:40] or "pkcs7-mime") + ")"
    if kind in ("text/rtf", "text/richtext", "application/rtf"):
        return "a rich-text document"
    return ""
