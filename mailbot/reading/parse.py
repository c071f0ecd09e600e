"""A letter opened: raw bytes in, a ``Letter`` out, whatever the bytes are.

Never raises; what lies beyond a budget of size, parts or depth, or cannot be read, is named in ``Letter.not_read``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from mailbot.reading.bounce import report_of, tells_only_success, told_bounce
from mailbot.reading.headers import Headers, date_of, decode_bytes, mailboxes, message_ids
from mailbot.reading.html_text import text_of_html
from mailbot.reading.kind import Sheet, kind_of
from mailbot.reading.letter import (
    Attachment,
    Authentication,
    Bounce,
    Evidence,
    Kind,
    Letter,
    Mailbox,
    Provenance,
)
from mailbot.reading.mime import LONGEST_TEXT, Part, split_message
from mailbot.reading.provenance import provenance_of
from mailbot.reading.quoting import Split, circumstances, split_text

MOST_TEXT = 400_000  # characters of text of one letter that are read
MOST_HTML = 600_000  # characters of HTML of one letter that are made text
MOST_FINE_HTML = 250_000  # and of these, by the slower way that keeps tables


def _nobodys(message_id: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """What must be known to read a letter: which addresses and message ids are ours, whose authentication is believed.

    ``own_addresses`` are in lower case and without a plus tag. ``authserv_id``: "" believes nobody, "microsoft"
    believes Microsoft 365, anything else must be the authserv-id of the topmost Authentication-Results header.
    """

    own_addresses: frozenset[str] = frozenset()
    is_own_message_id: Callable[[str], bool] = _nobodys
    authserv_id: str = ""

    def is_own_address(self, address: str) -> bool:
        name, at, domain = address.lower().rpartition("@")
        return name.partition("+")[0] + at + domain in self.own_addresses


def read_letter(raw: bytes, reader: Reader, *, whole_size: int | None = None) -> Letter:
    """Open a letter. ``whole_size`` (bytes) is larger than ``raw`` when only its beginning was fetched."""
    try:
        return _open(raw, reader, whole_size)
    except Exception as fault:  # noqa: BLE001 - one bad letter is shown to a person as it is, and never lost
        return _barely(raw, type(fault).__name__)


def _open(raw: bytes, reader: Reader, whole_size: int | None) -> Letter:
    root, beyond = split_message(raw)
    headers = root.headers
    sender = _sender(headers)
    subject = _clean(headers.text("subject"))[:500]
    found = _Contents(reader, list(beyond))
    found.take_all(root)
    if whole_size is not None and whole_size > len(raw):
        found.not_read.append(f"what follows the first {len(raw)} of {whole_size} bytes")
    text = _clean("\n\n".join(found.texts))
    replies_to = _replies_to(headers)
    split = split_text(
        text,
        circumstances(
            subject,
            replies=bool(replies_to),
            sender_name=sender.name,
            is_own_address=reader.is_own_address,
        ),
    )
    kind, evidence, bounce = _kind(root, sender, subject, split, text, replies_to, reader)
    returned = _clean("\n\n".join(found.returned))
    attached = _clean("\n\n".join(found.passed_on))
    return Letter(
        kind=kind,
        sender=sender,
        reply_to=_boxes(headers, ("reply-to",)),
        recipients=_recipients(headers),
        subject=subject,
        sent_at=date_of(headers.first("date")),
        message_id=next(iter(message_ids(_clean(headers.first("message-id")))), ""),
        replies_to=replies_to,
        whole_text=_joined((text, attached))[:MOST_TEXT],
        # nobody wrote a report
        new_text=split.new_text if kind not in _REPORTS else "",
        quoted_text=_joined((split.quoted_text, returned)),
        passed_on=_joined((split.passed_on, attached)),
        attachments=tuple(found.attachments),
        provenance=provenance_of(headers, reader.authserv_id),
        bounce=bounce,
        not_read=tuple(dict.fromkeys((*found.not_read, *(split.doubts if kind is Kind.PERSON else ())))),
        evidence=evidence,
        answers=split.answers,
    )


_REPORTS = (Kind.BOUNCE, Kind.COMPLAINT, Kind.RECEIPT)


def _barely(raw: bytes, fault: str) -> Letter:
    """The least that can be said of a letter that could not be opened: its bytes as text, for a person to read."""
    text = _clean(decode_bytes(bytes(raw[:MOST_TEXT]), ""))
    return Letter(
        kind=Kind.PERSON,
        sender=Mailbox("", ""),
        reply_to=(),
        recipients=(),
        subject="",
        sent_at=None,
        message_id="",
        replies_to=(),
        whole_text=text,
        new_text=text,
        quoted_text="",
        passed_on="",
        attachments=(),
        provenance=Provenance(Authentication.UNKNOWN),
        not_read=(f"the letter as a whole, which could not be opened ({fault})",),
    )


# -------------------------------------------------------------------------------------------------------------- headers


def _sender(headers: Headers) -> Mailbox:
    for name in ("from", "sender", "x-sender"):
        for box in mailboxes(headers.first(name)):
            return Mailbox(_clean(box.name), _clean(box.address))
    return Mailbox("", "")


def _boxes(headers: Headers, names: Iterable[str]) -> tuple[Mailbox, ...]:
    return tuple(
        Mailbox(_clean(box.name), _clean(box.address))
        for name in names
        for value in headers.all(name)[:20]
        for box in mailboxes(value)
        if box.address
    )


_DELIVERED_BY = (
    "to",
    "cc",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "apparently-to",
    "resent-to",
)
_RECEIVED_FOR = re.compile(r"\sfor\s+<?([^\s<>;@]{1,200}@[^\s<>;]{1,200})>?", re.IGNORECASE)


def _recipients(headers: Headers) -> tuple[str, ...]:
    told = [box.address for box in _boxes(headers, _DELIVERED_BY)]
    received = [found[1] for value in headers.all("received")[:5] if (found := _RECEIVED_FOR.search(value[:2_000]))]
    return tuple(dict.fromkeys(_clean(address).lower() for address in (*told, *received)))


def _replies_to(headers: Headers) -> tuple[str, ...]:
    answered = message_ids(headers.first("in-reply-to")) if "<" in headers.first("in-reply-to") else ()
    chain = [told for told in message_ids(headers.first("references")) if "@" in told]
    return tuple(dict.fromkeys(_clean(told) for told in (*answered, *reversed(chain))))[:100]


# ------------------------------------------------------------------------------------------------------------- contents


@dataclass(slots=True)
class _Contents:
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
        rich = next((one for one in _flat(part) if one.content_type == "text/html"), None)
        if plain is not None and (rich is None or not _is_stub(plain, rich)):
            self.take(plain)
        elif rich is not None:
            self.take(rich)
        elif part.parts:
            self.take(part.parts[-1])
        for one in _flat(part):
            if one is not plain and one is not rich and one.main_type not in ("text", "multipart"):
                self.take(one)
            elif one.content_type == "text/calendar":
                self._take_attachment(one)

    def _take_text(self, part: Part) -> None:
        text = self._text(part)
        if part.is_attachment or (part.filename and self.texts):
            self._take_attachment(part)
            if part.content_type in _ATTACHED_TEXT and text.strip():
                self.passed_on.append(_joined((part.filename, text)))
        elif text.strip():
            self.texts.append(text)

    def _take_message(self, part: Part, *, in_report: bool) -> None:
        """A mail attached whole was passed on, but for our own, which only comes back."""
        if not part.parts:
            self.not_read.append("an attached message")
            return
        mail = part.parts[0]
        inner = _Contents(self.reader, self.not_read, left=self.left, html_left=self.html_left)
        inner.take_all(mail)
        self.left, self.html_left = inner.left, inner.html_left
        heads = "\n".join(
            f"{name}: {value}" for name in ("From", "Date", "Subject") if (value := mail.headers.text(name.lower()))
        )
        whole = _joined((heads, *inner.texts, *inner.passed_on))
        ids = message_ids(mail.headers.first("message-id"))
        ours = any(self.reader.is_own_message_id(told) for told in ids) or self.reader.is_own_address(
            _sender(mail.headers).address
        )
        (self.returned if in_report or ours else self.passed_on).append(whole)
        self.returned.extend(inner.returned)
        self.attachments.append(Attachment(_clean(part.filename), part.content_type, len(part.body)))
        self.attachments.extend(inner.attachments)

    def _take_attachment(self, part: Part) -> None:
        if reason := _unreadable(part):
            self.not_read.append(reason)
        if not part.content_type.endswith(("delivery-status", "disposition-notification", "feedback-report")):
            self.attachments.append(Attachment(_clean(part.filename), part.content_type, part.size))

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
            text = _unflow(text, delete_space=part.parameters.get("delsp", "").lower() == "yes")
        return self._cut(text)

    def _cut(self, text: str) -> str:
        if len(text) > self.left:
            self.not_read.append(f"text after the first {MOST_TEXT} characters")
        text = text[: self.left]
        self.left -= len(text)
        return text


_REPORT_PARTS = ("message/delivery-status", "message/disposition-notification", "message/feedback-report")
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


def _flat(part: Part) -> list[Part]:
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


def _unflow(text: str, *, delete_space: bool) -> str:
    """Soft line breaks undone (RFC 3676): a line ending in a space goes on, but for "-- " and a change of quoting."""
    out: list[list[str]] = []
    open_depth: int | None = None
    for line in text.split("\n"):
        stripped = line.lstrip(">")
        depth = len(line) - len(stripped)
        words = stripped[1:] if stripped.startswith(" ") else stripped
        flows = words.endswith(" ") and words != "-- "
        kept = words[:-1] if flows and delete_space else words
        if open_depth == depth and words != "-- ":
            out[-1].append(kept)
        else:
            out.append(["> " * min(depth, 9), kept])
        open_depth = depth if flows else None
    return "\n".join("".join(pieces) for pieces in out)


# ----------------------------------------------------------------------------------------------------------------- kind


def _kind(
    root: Part, sender: Mailbox, subject: str, split: Split, text: str, replies_to: tuple[str, ...], reader: Reader
) -> tuple[Kind, tuple[Evidence, ...], Bounce | None]:
    types = frozenset(part.content_type for part in (root, *_flat(root)))
    sheet = Sheet(
        headers=root.headers,
        sender=sender,
        reply_to=_boxes(root.headers, ("reply-to",)),
        subject=subject,
        words=split.new_text or text,
        message_id=next(iter(message_ids(root.headers.first("message-id"))), ""),
        replies_to=replies_to,
        types=types,
        report_type=_report_type(root, types),
        is_own_message_id=reader.is_own_message_id,
        is_own_address=reader.is_own_address,
        written_to_us=any(reader.is_own_address(box.address) for box in _boxes(root.headers, ("to", "cc"))),
    )
    kind, evidence = kind_of(sheet)
    bounce = None
    if kind is Kind.BOUNCE and tells_only_success(root):
        kind = Kind.RECEIPT
    elif kind is Kind.BOUNCE:
        told_in_words = told_bounce(root, text, root.headers, reader.is_own_address)
        bounce = _with_our_id(report_of(root) or told_in_words, replies_to, reader)
    told = (Evidence(evidence.fact, _clean(evidence.words)),) if evidence else ()
    return kind, told, bounce


def _report_type(root: Part, types: frozenset[str]) -> str:
    """What a multipart/report reports; by its parts, where the parameter is missing."""
    if root.content_type != "multipart/report":
        return ""
    told = root.parameters.get("report-type", "").lower()
    return told or next((kind.removeprefix("message/") for kind in sorted(types) if kind in _REPORT_PARTS), "")


def _with_our_id(bounce: Bounce, replies_to: tuple[str, ...], reader: Reader) -> Bounce:
    """An id of ours wherever it stands counts before any other."""
    if bounce.original_message_id and reader.is_own_message_id(bounce.original_message_id):
        return bounce
    ours = next((told for told in replies_to if reader.is_own_message_id(told)), "")
    told = ours or bounce.original_message_id or next(iter(replies_to), "")
    return Bounce(bounce.recipients, bounce.status, bounce.permanent, told)


# ----------------------------------------------------------------------------------------------------------------- text

_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000\ue001]")
_BREAKS = re.compile(r"\r\n|[\r\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def _clean(text: str) -> str:
    """Without control signs, invisible signs and lone surrogates; every kind of space made a plain one."""
    text = _SPACES.sub(" ", _UNWANTED.sub("", _BREAKS.sub("\n", text)))
    return _SURROGATES.sub("\ufffd", text)


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(kept for text in texts if (kept := text.strip("\n").rstrip()))
