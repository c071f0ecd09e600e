"""What the parts of a message hold: its text, what was passed on, our own mail coming back, attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mailbot.reading.letter import Attachment
from mailbot.reading.mail.charsets import decode_bytes
from mailbot.reading.mail.headers import message_ids, sender_of
from mailbot.reading.mail.hidden_html import without_hidden
from mailbot.reading.mail.html_text import text_of_html
from mailbot.reading.mail.inline_files import without_inline_files
from mailbot.reading.mail.mime import LONGEST_TEXT, SEALED, Part
from mailbot.reading.mail.plain_text import clean, joined, unflow
from mailbot.reading.mail.rtf import text_of_rtf
from mailbot.reading.mail.tnef import wrapped_in
from mailbot.reading.mail.unseen import without_unseen
from mailbot.reading.reader import Reader

MOST_TEXT = 400_000  # characters of text of one letter that are read
MOST_HTML = 600_000  # characters of HTML of one letter that are made text
MOST_FINE_HTML = 250_000  # and of these, by the slower way that keeps tables
MOST_WRAPPED = 8_000_000  # bytes of an Outlook wrapper, encoded


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
        elif part.parts:  # what was signed within an S/MIME wrapper
            for within in part.parts:
                self.take_all(within)
        elif kind in _WRAPPERS or part.filename.lower() == "winmail.dat":
            self._take_wrapper(part)
        elif kind == "message/partial":
            self.not_read.append("the other pieces of a message that was sent in pieces")
            self._take_text(part)
        elif kind in _RETURNED_HEADERS or (in_report and kind.startswith("message/")):
            self.returned.append(self._cut(part.text()))
        elif part.main_type == "text" and kind not in _NOT_FOR_READING:
            self._take_text(part)
        else:
            self._take_attachment(part)

    def _take_alternative(self, part: Part) -> None:
        """Of the versions of one text the plain one, unless it is a stub beside the HTML or says something else."""
        plain = next((one for one in part.parts if one.content_type == "text/plain"), None)
        rich = next((one for one in part.parts if _holds_html(one)), None)
        if rich is not None and (plain is None or self._differs(plain, rich)):
            chosen: Part | None = rich
        else:
            chosen = plain or next(iter(part.parts[-1:]), None)
        if chosen is not None:
            self.take(chosen)
        for version in part.parts:
            if version is chosen:
                continue
            for one in (version, *flat(version)):
                if one.main_type not in ("text", "multipart") or one.content_type == "text/calendar":
                    self.take(one)

    def _differs(self, plain: Part, rich: Part) -> bool:
        page = next(one for one in (rich, *flat(rich)) if one.content_type == "text/html")
        compared = page.text()[: min(_COMPARED, max(0, self.html_left))]
        self.html_left -= len(compared) // 8  # the quick way costs so much less
        return _is_other(plain.text()[:_COMPARED], text_of_html(_disarmed(compared), fine=False))

    def _take_wrapper(self, part: Part) -> None:
        """Outlook's wrapper: its files are listed, its text is read where the letter has no other."""
        wrapped = wrapped_in(part.content(MOST_WRAPPED))
        if wrapped is None or len(part.body) > MOST_WRAPPED:
            self.not_read.append("an Outlook wrapper (winmail.dat, TNEF)")
        self.attachments.append(Attachment(clean(part.filename), part.content_type, part.size))
        if wrapped is None:
            return
        if not any(text.strip() for text in self.texts):
            page = text_of_html(_disarmed(wrapped.html[: max(0, self.html_left)])) if not wrapped.text.strip() else ""
            self.texts.append(self._cut(without_unseen(wrapped.text if wrapped.text.strip() else page)))
        for name, raw in wrapped.attached[:_MOST_WRAPPED_FILES]:
            self.attachments.append(Attachment(clean(name)[:200], "application/octet-stream", len(raw)))
            if name.lower().endswith((".txt", ".rtf")):
                text = decode_bytes(raw[:LONGEST_TEXT], "")
                text = text_of_rtf(text) if name.lower().endswith(".rtf") else text
                self.passed_on.append(joined((name, self._cut(without_unseen(text)))))
            elif name.lower().endswith(_DOCUMENT_NAMES):
                self.not_read.append(_DOCUMENT)

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
        if part.content_type in _RTF and (text := self._cut(without_unseen(text_of_rtf(part.text())))).strip():
            if part.is_attachment or part.filename or self.texts:
                self.passed_on.append(joined((part.filename, text)))
            else:
                self.texts.append(text)
        elif reason := _unreadable(part):
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
                text = text[: max(0, self.html_left)]
            self.html_left -= len(text)
            text = text_of_html(_disarmed(text), fine=self.html_left >= MOST_HTML - MOST_FINE_HTML)
        elif part.content_type in _ENRICHED:
            text = _ENRICHED_TAG.sub("", text)
        else:
            text = self._without_inline_files(text)
            if part.parameters.get("format", "").lower() == "flowed":
                text = unflow(text, delete_space=part.parameters.get("delsp", "").lower() == "yes")
        return self._cut(without_unseen(text))

    def _without_inline_files(self, text: str) -> str:
        cleared = without_inline_files(text)
        self.not_read.extend(cleared.not_read)
        self.attachments.extend(
            Attachment(clean(name)[:200], "application/octet-stream", 0) for name in cleared.files[:_MOST_WRAPPED_FILES]
        )
        return cleared.text

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
    "text/x-amp-html",
    "text/watch-html",
)
_ENRICHED = ("text/enriched", "text/richtext")  # RFC 1896
_ENRICHED_TAG = re.compile(r"</?[A-Za-z-]{1,60}>|(?<=<)<")
_ATTACHED_TEXT = ("text/plain", "text/html", "text/csv", "text/markdown", *_ENRICHED)
_RTF = ("text/rtf", "application/rtf", "application/x-rtf")
_WRAPPERS = ("application/ms-tnef", "application/vnd.ms-tnef")
_MOST_WRAPPED_FILES = 100
_DOCUMENT = "an attached document"
_DOCUMENT_NAMES = (".doc", ".docx", ".odt", ".pdf", ".pages", ".wps", ".ods", ".xls", ".xlsx", ".xps")
_LOOKS_LIKE_HTML = re.compile(r"\s{0,100}(<!doctype html|<html[\s>])", re.IGNORECASE)
_ENDLESS_ENTITY = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}")  # of no sign at all, on which the library's reader raises
_COMPARED = 60_000  # characters of two versions of one text
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


def _holds_html(part: Part) -> bool:
    return part.content_type == "text/html" or any(one.content_type == "text/html" for one in flat(part))


def _disarmed(markup: str) -> str:
    return without_hidden(_ENDLESS_ENTITY.sub("", markup))


def _is_other(plain: str, shown: str) -> bool:
    """Is the plain version empty, a hint that there is HTML, a small part of what the HTML says, or another text?"""
    told, seen = _WORD.findall(plain[:20_000]), _WORD.findall(shown[:20_000])
    if not told or not seen:
        return bool(seen) or not told
    if len(told) <= 60 and len(seen) > 4 * len(told) and (_STUB.search(plain) or len(seen) > len(told) + 40):
        return True
    if len(told) <= 30 and _STUB.search(plain) and not set(told) & set(seen) - _COMMON_IN_STUBS:
        return True
    missing = set(map(str.lower, seen)) - set(map(str.lower, told))
    return len(missing) >= 15 and 2 * len(missing) >= len(set(seen))


def _unreadable(part: Part) -> str:
    kind, name = part.content_type, part.filename.lower()
    if kind in SEALED or name.endswith(".p7m"):
        return "an S/MIME wrapper (" + (part.parameters.get("smime-type", "").lower()[:40] or "pkcs7-mime") + ")"
    if kind in _RTF:
        return "a rich-text document"
    if kind == "message/external-body":
        return "a text that is kept elsewhere (message/external-body)"
    if name.endswith(_DOCUMENT_NAMES) or kind in _DOCUMENTS or kind.startswith(_DOCUMENT_FAMILIES):
        return _DOCUMENT
    return ""


_DOCUMENTS = ("application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-works")
_DOCUMENT_FAMILIES = ("application/vnd.openxmlformats-officedocument", "application/vnd.oasis.opendocument")
_WORD = re.compile(r"\w+")
_COMMON_IN_STUBS = frozenset(_WORD.findall("a the this is to of in and your you it not for on if email message"))
