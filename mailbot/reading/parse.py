"""A letter opened: raw bytes in, a ``Letter`` out, whatever the bytes are.

Never raises; what lies beyond a budget of size, parts or depth, or cannot be read, is named in ``Letter.not_read``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.reading.letter import Authentication, Bounce, Evidence, Kind, Letter, Mailbox, Provenance
from mailbot.reading.mail.charsets import decode_bytes
from mailbot.reading.mail.contents import MOST_TEXT, Contents
from mailbot.reading.mail.headers import Headers, date_of, mailboxes, message_ids, sender_of
from mailbot.reading.mail.kind import kind_of, told_of_our_mail
from mailbot.reading.mail.mime import Part, split_message
from mailbot.reading.mail.plain_text import clean, joined
from mailbot.reading.mail.provenance import provenance_of
from mailbot.reading.mail.quoting import Split, circumstances, split_text
from mailbot.reading.mail.sheet import Sheet
from mailbot.reading.reader import Reader
from mailbot.reading.words.plain import beginning_and_end

__all__ = ["Reader", "read_letter"]


def read_letter(raw: bytes, reader: Reader, *, whole_size: int | None = None) -> Letter:
    """Open a letter. ``whole_size`` (bytes) is larger than ``raw`` when only its beginning was fetched."""
    try:
        return _open(raw, reader, whole_size)
    except Exception as fault:  # noqa: BLE001 - one bad letter is shown to a person as it is, and never lost
        return _barely(raw, type(fault).__name__)


def _open(raw: bytes, reader: Reader, whole_size: int | None) -> Letter:
    root, beyond = split_message(raw)
    headers = root.headers
    sender = sender_of(headers)
    subject = clean(headers.text("subject"))[:500]
    found = Contents(reader, list(beyond))
    found.take_all(root)
    if whole_size is not None and whole_size > len(raw):
        found.not_read.append(f"what follows the first {len(raw)} of {whole_size} bytes")
    text = clean("\n\n".join(found.texts))
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
    returned = clean("\n\n".join(found.returned))
    attached = clean("\n\n".join(found.passed_on))
    new_text = _within_reach("what was written", split.new_text, found.not_read)
    passed_on = _within_reach("what was passed on", joined((split.passed_on, attached)), found.not_read)
    if len(split.answers) > MOST_ANSWERS:
        found.not_read.append(f"answers between quoted lines after the first {MOST_ANSWERS}")
    return Letter(
        kind=kind,
        sender=sender,
        reply_to=_boxes(headers, ("reply-to",)),
        recipients=_recipients(headers),
        subject=subject,
        sent_at=date_of(headers.first("date")),
        message_id=next(iter(message_ids(clean(headers.first("message-id")))), ""),
        replies_to=replies_to,
        whole_text=joined((text, attached))[:MOST_TEXT],
        # nobody wrote a report
        new_text=new_text if kind not in _REPORTS else "",
        quoted_text=joined((split.quoted_text, returned)),
        passed_on=passed_on,
        attachments=tuple(found.attachments),
        provenance=provenance_of(headers, reader.authserv_id),
        bounce=bounce,
        not_read=tuple(dict.fromkeys((*found.not_read, *(split.doubts if kind is Kind.PERSON else ())))),
        evidence=evidence,
        answers=split.answers[:MOST_ANSWERS],
        signature=split.signature,
        disclaimer=split.disclaimer,
    )


MOST_FOR_READERS = 40_000  # characters each of what was written and passed on; a long letter has a tenth of it
MOST_ANSWERS = 200  # between quoted lines
_REPORTS = (Kind.BOUNCE, Kind.COMPLAINT, Kind.RECEIPT)


def _within_reach(what: str, text: str, not_read: list[str]) -> str:
    """The beginning and the end of a very long text: every reader after this one takes time by its length."""
    if len(text) > MOST_FOR_READERS:
        not_read.append(f"the middle of {what}, which has more than {MOST_FOR_READERS} characters")
    return beginning_and_end(text, MOST_FOR_READERS)


def _barely(raw: bytes, fault: str) -> Letter:
    """The least that can be said of a letter that could not be opened: its bytes as text, for a person to read."""
    text = clean(decode_bytes(bytes(raw[:MOST_TEXT]), ""))
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
        new_text=beginning_and_end(text, MOST_FOR_READERS),
        quoted_text="",
        passed_on="",
        attachments=(),
        provenance=Provenance(Authentication.UNKNOWN),
        not_read=(f"the letter as a whole, which could not be opened ({fault})",),
    )


# -------------------------------------------------------------------------------------------------------------- headers


def _boxes(headers: Headers, names: Iterable[str]) -> tuple[Mailbox, ...]:
    return tuple(
        Mailbox(clean(box.name), clean(box.address))
        for name in names
        for value in headers.all(name)[:20]
        for box in mailboxes(value)
        if box.address
    )


_DELIVERED_BY = (
    "to",
    "cc",
    "bcc",
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
    return tuple(dict.fromkeys(clean(address).lower() for address in (*told, *received)))


def _replies_to(headers: Headers) -> tuple[str, ...]:
    answered = message_ids(headers.first("in-reply-to")) if "<" in headers.first("in-reply-to") else ()
    chain = [told for told in message_ids(headers.first("references")) if "@" in told]
    return tuple(dict.fromkeys(clean(told) for told in (*answered, *reversed(chain))))[:100]


# ----------------------------------------------------------------------------------------------------------------- kind


def _kind(
    root: Part, sender: Mailbox, subject: str, split: Split, text: str, replies_to: tuple[str, ...], reader: Reader
) -> tuple[Kind, tuple[Evidence, ...], Bounce | None]:
    sheet = Sheet(
        root=root,
        sender=sender,
        reply_to=_boxes(root.headers, ("reply-to",)),
        subject=subject,
        words=split.new_text or text,
        text=text,
        message_id=next(iter(message_ids(root.headers.first("message-id"))), ""),
        replies_to=replies_to,
        is_own_message_id=reader.is_own_message_id,
        is_own_address=reader.is_own_address,
        written_to_us=any(reader.is_own_address(box.address) for box in _boxes(root.headers, ("to", "cc"))),
    )
    kind, evidence = kind_of(sheet)
    told = (Evidence(evidence.fact, clean(evidence.words)),) if evidence else ()
    return kind, told, told_of_our_mail(kind, sheet)
