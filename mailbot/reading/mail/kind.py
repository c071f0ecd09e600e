"""Person, auto-reply, bounce, complaint, read receipt, list, or our own mail: RFC 3834, 3464, 5965, 8098, and habit.

A person's letter must never be taken for a machine's: what is in doubt is a person's. One sign that only machines give
is enough; signs that people give too count only together.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mailbot.reading.letter import Bounce, Evidence, Kind
from mailbot.reading.mail.auto_reply import auto_reply
from mailbot.reading.mail.bounce import bounce_told
from mailbot.reading.mail.complaint import complains, complaint_told
from mailbot.reading.mail.receipt import receipt
from mailbot.reading.mail.sheet import Sheet
from mailbot.reading.mail.undelivered import undelivered


def kind_of(sheet: Sheet) -> tuple[Kind, Evidence | None]:
    """The kind, with the words that decided it; a person's needs none."""
    for kind, find in _IN_ORDER:
        if words := find(sheet):
            return kind, Evidence("kind", words[:200])
    return Kind.PERSON, None


def told_of_our_mail(kind: Kind, sheet: Sheet) -> Bounce | None:
    """What a bounce or a complaint says of the mail that it is about."""
    if kind is Kind.BOUNCE:
        return bounce_told(sheet)
    return complaint_told(sheet) if kind is Kind.COMPLAINT else None


def _own(sheet: Sheet) -> str:
    if sheet.message_id and sheet.is_own_message_id(sheet.message_id):
        return f"Message-ID: {sheet.message_id}"
    if sheet.is_own_address(sheet.sender.address) and sheet.submitted == "auto-generated":
        return f"From: {sheet.sender.address}, Auto-Submitted: {sheet.submitted}"
    return ""


def _mailing_list(sheet: Sheet) -> str:
    """Mail through a list and bulk mail, unless it answers us or the list is our own address (a Google group)."""
    if sheet.answers_ours or _own_list(sheet):
        return ""
    listed = sheet.headers.first("list-id") or sheet.headers.first("mailing-list")
    precedence = sheet.headers.first("precedence").strip().lower()
    to_many = any(sheet.headers.has(name) for name in ("list-unsubscribe", "list-post", "feedback-id"))
    if listed and (to_many or precedence in _BULK or not sheet.written_to_us):
        return f"List-Id: {listed}"
    return f"Precedence: {precedence}" if precedence == "list" or (precedence in _BULK and to_many) else ""


def _own_list(sheet: Sheet) -> bool:
    told = " ".join(sheet.headers.first(name) for name in ("list-id", "list-post", "mailing-list"))
    addresses = re.findall(r"[^\s<>:;,]{1,200}@[^\s<>:;,?]{1,200}", told.lower())
    dotted = re.findall(r"<([^<>@\s]{1,200})>", told.lower())
    return any(sheet.is_own_address(address) for address in addresses) or any(
        sheet.is_own_address(name.replace(".", "@", 1)) for name in dotted
    )


_IN_ORDER: tuple[tuple[Kind, Callable[[Sheet], str]], ...] = (
    (Kind.OWN, _own),
    (Kind.COMPLAINT, complains),
    (Kind.RECEIPT, receipt),
    (Kind.BOUNCE, undelivered),
    (Kind.AUTO_REPLY, auto_reply),
    (Kind.MAILING_LIST, _mailing_list),
)
_BULK = ("list", "bulk", "junk")
