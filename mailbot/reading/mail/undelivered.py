"""Does a server tell that mail was not delivered? By RFC 3464, and by what real servers write without it.

The less a sender looks like a server, the more must be told in a server's words; a letter that was passed on or is an
answer, and one that begins with a person's words, is a person's.
"""

from __future__ import annotations

import re

from mailbot.reading.mail.bounce import before_copy
from mailbot.reading.mail.server_words import FAILURE, OPENING, SUBJECT, TRACE
from mailbot.reading.mail.sheet import Sheet

_LINES = 8  # that may stand before a server's first sentence, if they are no sentences
_READ = 4_000  # characters of the text in which a server tells
_DAEMON = re.compile(
    r"\W{0,3}(mailer[-_. ]?daemon|mail[-_.]?daemon|mdaemon|mail[-_.]deliver(y[-_.](sub)?system|y|er)\b"
    r"|microsoftexchange[0-9a-f]{6,}|non-?delivery|\w{0,12}smtp_mail_service|mail[-_.]?system\b|x400[-_]mta)",
    re.IGNORECASE,
)
_KEEPER = re.compile(
    r"(post[-_.]?master|uucp|mmdf|ndr|smtp|mailer|daemon|post[-_.]?office|bounces?|mail|mmsc|anti-?virus|mail-?scanner|sysadmin|system|listserv"
    r"|mail-?sweeper|notes_gateway|.{1,40}-admin|isn|administrator|content-?filter)@",
    re.IGNORECASE,
)
_SERVERS_NAME = re.compile(
    r"\W{0,3}(mail[- ]deliver[y]?( (sub)?system)?\b|mail(er)?[- ]daemon|mail (administrator|system|service)|interscan"
    r"|internet mail delivery|system administrator|microsoft (exchange|outlook)$|courier mail server|content-filter"
    r"|delivery (sub)?system|mdaemon at|post ?master\b)",
    re.IGNORECASE,
)
_OF_BOUNCES = ("x-mx-bounce", "x-ahmailid")  # McAfee SaaS (MX Logic), Active!hunter
_NO_WORDS = re.compile(
    r"[^\w>]*|[\d\W_]{0,200}|[*#=|-].{0,200}|content-[a-z-]{3,40}:.{0,200}|message from .{0,100}", re.IGNORECASE
)
_SHOUTED = re.compile(r"[^a-z>]*")
_SERVERS_I = re.compile(
    r"\bI(['’]m| am) (afraid|sorry|not going)\b|\bI wasn['’]t able\b|\bI['’]ve given up\b|\bI include\b"
)
_PERSONAL = re.compile(
    r"\b(I|I['’](m|ve|d|ll)|[Mm]y|me|mum|dad|she|he|her|his|[Tt]hanks|[Cc]heers|[Rr]egards|[Ll]ove|[Hh]i"
    r"|[Hh]iya)\b(?!@)"
    r"|\b[Pp]lease (ring|call|phone|write|text|send it|could|can|tell)\b"
)
_ADDRESS = re.compile(r"[\w.+'=-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}")


def is_daemon(sheet: Sheet) -> bool:
    """Written in a name that no person has."""
    return bool(_DAEMON.match(sheet.sender.address or sheet.sender.name))


def undelivered(sheet: Sheet) -> str:
    """The sign that it is a delivery report, or ""."""
    return _by_structure(sheet) or _by_words(sheet)


def _by_structure(sheet: Sheet) -> str:
    if sheet.report_type == "disposition-notification":
        return "a disposition notification that tells of a rejection (RFC 8098)"
    if sheet.report_type.endswith("delivery-status"):
        return "a delivery report (RFC 3464)"
    if sheet.headers.first("x-failed-recipients").strip():
        return "X-Failed-Recipients"
    if name := next((name for name in _OF_BOUNCES if sheet.headers.has(name)), ""):
        return name
    if sheet.notifies_of("Bounce"):
        return "a notification of Amazon SES"
    if any(kind.startswith("message/") and kind.endswith("delivery-status") for kind in sheet.types):
        by_server = is_daemon(sheet) or sheet.has_null_path or _opening(sheet) or _subject(sheet)
        return "a delivery report (RFC 3464)" if by_server and not sheet.is_passed_on_or_answer else ""
    return ""


def _by_words(sheet: Sheet) -> str:
    told = sheet.sender.address or sheet.sender.name or "nobody"
    if is_daemon(sheet):
        sign = _subject(sheet) or _found(FAILURE, sheet.text) or _of_mail(sheet)
        return f"{told}: {sign}" if sign else ""
    if sheet.is_passed_on_or_answer:
        return ""
    subject, opening = _subject(sheet), _opening(sheet)
    if sheet.has_null_path:
        if sheet.submitted in ("auto-replied", "auto-notified") and not subject:
            return ""
        sign = subject or (opening if sheet.returns_mail or _found(TRACE, sheet.text) else "")
        return f"Return-Path: <>, {sign}" if sign else ""
    if not opening and not (subject and _is_keeper(sheet)):
        return ""
    trace, names = _found(TRACE, sheet.text), _names_somebody(sheet)
    if _is_keeper(sheet):
        told_more = trace or (names and _found(FAILURE, sheet.text))
        enough = (subject and (opening or told_more)) or (opening and (trace or names))
        return f"{told}: {subject or opening}" if enough else ""
    if (subject or trace) and names and not _is_personal(sheet):
        return f"{subject or trace} … {opening}"
    return ""


def _is_personal(sheet: Sheet) -> bool:
    """Does somebody speak of themselves, or ask for something, beside the words of a server?"""
    told = _SERVERS_I.sub(" ", before_copy(sheet.text[:_READ]))
    return bool(_PERSONAL.search(told))


def _is_keeper(sheet: Sheet) -> bool:
    """In a name that servers use and people, too; or no name at all."""
    return (
        not sheet.sender.address
        or bool(_KEEPER.match(sheet.sender.address))
        or bool(_SERVERS_NAME.match(sheet.sender.name))
        or (sheet.headers.has("x-mlserver") and ".fml" in sheet.message_id.lower())
    )


def _of_mail(sheet: Sheet) -> str:
    """A mailer-daemon that encloses mail, names an address or tells what servers said, in whatever language."""
    if sheet.returns_mail:
        return "encloses a mail"
    others = (found for found in _ADDRESS.findall(sheet.text[:_READ]) if not sheet.is_own_address(found))
    return _found(TRACE, sheet.text) or next(others, "")


def _names_somebody(sheet: Sheet) -> bool:
    return sheet.returns_mail or bool(_ADDRESS.search(sheet.text[:_READ]))


def _subject(sheet: Sheet) -> str:
    found = SUBJECT.match(sheet.subject)
    return found[0].strip() if found else ""


def _opening(sheet: Sheet) -> str:
    """A server's sentence where the text begins, or after lines that are no sentences."""
    at = 0
    text = sheet.text[:_READ].lstrip()
    for _ in range(_LINES):
        if found := OPENING.match(text, at):
            return " ".join(found[0].split())[:120]
        end = text.find("\n", at)
        line = text[at:end].strip() if end >= 0 else ""
        if end < 0 or not (_SHOUTED.fullmatch(line) or _NO_WORDS.fullmatch(line)):
            return ""
        at = end + 1
    return ""


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text[:_READ])
    return found[0] if found else ""
