"""Receipts: our mail was read, deleted unread, or delivered (RFC 8098, 3798, 3464), by report or in words alone."""

from __future__ import annotations

import re

from mailbot.reading.mail.bounce import tells_only_success
from mailbot.reading.mail.sheet import Sheet

_LONGEST = 1_500  # characters; a longer text is no receipt
_MDN = "message/disposition-notification"
_SUBJECT = re.compile(
    r"\W{0,3}((read|not read|deleted|gelesen|nicht gelesen|ungelesen gelöscht|lue?|non lu|leído|no leído|lida"
    r"|lido|não lida|letto|non letto|gelezen|niet gelezen|läst|oläst|lest|ulest|læst|luettu|przeczytan[oey]|přečteno"
    r"|elolvasva|citit|okundu|прочитано|прочтено|διαβάστηκε|既読|開封済み|已读|읽음|darllenwyd)\s{0,2}[:：]"
    r"|(read|return) receipt|(mail|message) (read|displayed)|disposition notification|lesebestätigung"
    r"|confirmation de lecture|confirmación de lectura|conferma di lettura|leesbevestiging)(?=\W|$)",
    re.IGNORECASE,
)
_WAS_READ = re.compile(
    r"(was|has been) (read|opened|displayed|deleted without being read) (on|at)\b[^\n]{0,25}\d"
    r"|was deleted without being read"
    r"|this is an? (return |read |delivery )?receipt for (the|your) (mail|message|e-?mail)"
    r"|this receipt verifies that the message has been displayed|(return|read) receipt only acknowledges"
    r"|wurde am .{4,60} (gelesen|geöffnet|angezeigt|gelöscht)|(a été|été) (lu|ouvert|supprimé|affiché)[es]{0,2} (le"
    r"|sans)\b"
    r"|(fue|ha sido) (leído|eliminado|abierto) (el|sin)\b|foi (lida|lido|eliminada|excluída) (em|sem)\b"
    r"|è stato (letto|eliminato)|werd gelezen op|is gelezen op|została? (przeczytan|usunięt)|ei ddarllen ar\b"
    r"|var läst|blev læst|ble lest|on luettu|было прочитано",
    re.IGNORECASE,
)
_SENDMAILS = "addresses had successful delivery notifications"


def receipt(sheet: Sheet) -> str:
    """The sign that it is a receipt, or ""."""
    if _rejects(sheet):
        return ""
    if sheet.report_type.endswith("disposition-notification"):
        return "a disposition notification (RFC 8098)"
    if tells_only_success(sheet.root) and (sheet.report_type or not sheet.is_passed_on_or_answer):
        return "a report of delivery (RFC 3464)"
    if _SENDMAILS in sheet.text[:_LONGEST].lower() and not sheet.is_passed_on_or_answer:
        return "a report of delivery"
    if sheet.notifies_of("Delivery"):
        return "a notification of Amazon SES"
    subject = _SUBJECT.match(sheet.subject)
    if not subject and _MDN not in sheet.types:
        return ""
    told = _WAS_READ.search(sheet.text) if len(sheet.text) <= _LONGEST else None
    if _MDN in sheet.types and not sheet.is_passed_on_or_answer and (subject or told or not sheet.words.strip()):
        return "a disposition notification (RFC 8098)"
    return f"{sheet.subject[:60]} … {told[0]}" if subject and told else ""


def _rejects(sheet: Sheet) -> bool:
    """Dovecot tells by a disposition notification that a mailbox is full or refuses the mail."""
    return "rejected" in sheet.headers.first("auto-submitted").lower() or "rejected" in sheet.subject.lower()
