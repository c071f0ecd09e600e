"""Was it written by a machine because mail arrived (RFC 3834)? By its headers, its subject, or its words.

A person's letter must never be held: what people write as well counts only beside another sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.reading.mail import auto_words
from mailbot.reading.mail.sheet import Sheet
from mailbot.reading.mail.undelivered import is_daemon

_LONGEST = 2_500  # characters; a longer letter is nobody's out-of-office
_SHORT = 30  # words; in a longer letter, one word of absence may be anybody's
_BEGINS = 250  # characters; a notice says soon that it is one, and a footer comes late


def auto_reply(sheet: Sheet) -> str:
    """The sign that a machine answers, or ""."""
    return _by_header(sheet) or _by_subject(sheet) or _by_words(sheet)


def _by_header(sheet: Sheet) -> str:
    submitted = sheet.submitted
    if submitted not in ("", "no") and not (submitted == "auto-generated" and _passes_on_a_form(sheet)):
        return f"Auto-Submitted: {submitted}"
    if is_daemon(sheet):
        return f"From: {sheet.sender.address or sheet.sender.name}"
    for name, value in sheet.headers.fields:
        if auto_words.ONLY_AUTO.fullmatch(name) and value.strip().lower() not in ("no", "none", "false", "0"):
            return f"{name}: {value}"
    if sheet.report_type or auto_words.AGGREGATE.match(sheet.subject):
        return "a report to postmasters"
    for name, pattern in auto_words.AUTO_VALUES:
        if (value := sheet.headers.first(name)) and pattern.search(value):
            return f"{name}: {value}"
    return ""


def _by_subject(sheet: Sheet) -> str:
    """ "Automatic reply: …" with its colon, or such a subject beside another sign."""
    if auto_words.SHORT_SUBJECT.match(sheet.subject):
        return sheet.subject if sheet.replies_to or _hints(sheet) or auto_words.AUTO_COLON.match(sheet.subject) else ""
    found = auto_words.SUBJECT.match(sheet.subject)
    if found is None or found["colon"]:
        return sheet.subject if found else ""
    signs = _Signs.of(sheet)
    absent = len(signs.absent) + bool(sheet.replies_to)
    return sheet.subject if not signs.asks and (signs.hints or signs.machine or absent >= 2) else ""


def _by_words(sheet: Sheet) -> str:
    """By wording alone: what only a machine writes beside anything else of the kind, or absence beside a hint."""
    if len(sheet.words) > _LONGEST:
        return ""
    signs = _Signs.of(sheet)
    formal = len(signs.formal) + len(signs.thanks)
    told = len(signs.machine) >= 2 or bool(signs.machine and (formal or signs.absent or signs.hints))
    if not told and not signs.asks and not sheet.quotes:
        absent = len(signs.absent) >= 2 or (signs.absent and _is_short_answer(sheet))
        told = bool(signs.hints and (absent or len(signs.formal) >= 2)) or len(signs.formal) >= 3
    if told and signs.begins <= _BEGINS:
        return "; ".join((*signs.machine, *signs.formal, *signs.absent, *signs.thanks, *signs.hints))
    return ""


def _is_short_answer(sheet: Sheet) -> bool:
    """A few words that answer a mail and tell of coming back."""
    answers = bool(sheet.replies_to) or sheet.is_passed_on_or_answer or sheet.has_null_path
    return answers and len(sheet.words.split()) <= _SHORT and bool(auto_words.COMES_BACK.search(sheet.words))


@dataclass(frozen=True, slots=True)
class _Signs:
    """Words found: those only a machine writes, those people write too, absence, thanks; and hints of the headers."""

    machine: list[str]
    formal: list[str]
    absent: list[str]
    thanks: list[str]
    hints: list[str]
    begins: int  # characters before the first of the words
    asks: bool  # a notice asks nothing

    @classmethod
    def of(cls, sheet: Sheet) -> _Signs:
        signed = auto_words.SIGN_OFF.search(sheet.words[:_LONGEST])
        words = " ".join(sheet.words[: signed.start() if signed else _LONGEST].split())
        low = words.lower()
        machine, formal, absent, thanks = (
            group.found(words, low)
            for group in (auto_words.MACHINE, auto_words.FORMAL, auto_words.ABSENT, auto_words.THANKS)
        )
        found_first = min((found.start() for found in (*machine, *formal, *absent, *thanks)), default=0)
        return cls(
            _told(machine), _told(formal), _told(absent), _told(thanks), _hints(sheet), found_first, "?" in words
        )


def _told(found: list[re.Match[str]]) -> list[str]:
    return [one[0] for one in found]


def _hints(sheet: Sheet) -> list[str]:
    """Signs that a person's mail may carry as well."""
    hints = []
    if auto_words.SUPPRESS.search(sheet.headers.first("x-auto-response-suppress")):
        hints.append("X-Auto-Response-Suppress")
    if sheet.headers.first("precedence").strip().lower() in ("bulk", "junk"):
        hints.append("Precedence")
    if sheet.has_null_path:
        hints.append("Return-Path: <>")
    if auto_words.NO_REPLY.match(sheet.sender.address):
        hints.append(sheet.sender.address)
    if sheet.headers.has("x-ms-exchange-inbox-rules-loop"):
        hints.append("X-MS-Exchange-Inbox-Rules-Loop")
    if auto_words.TICKET.match(sheet.subject):
        hints.append(sheet.subject[:60])
    return hints


def _passes_on_a_form(sheet: Sheet) -> bool:
    """A website's form: written by a machine, yet the words are a person's, who is named in Reply-To.

    One that names nobody to answer stays a machine's: staff read it, and no answer goes to the website.
    """
    others = [box.address for box in sheet.reply_to if box.address and box.address != sheet.sender.address]
    return bool(others) and not sheet.replies_to and not sheet.headers.has("list-unsubscribe")
