"""What a delivery report says: by RFC 3464, else by the words of a plain-text one before the copy of our mail.

Whom it did not reach, why (RFC 3463), whether for good, and which mail of ours it is about.
"""

from __future__ import annotations

import re

from mailbot.reading.letter import Bounce
from mailbot.reading.mail.headers import Headers, mailboxes, message_ids, split_headers
from mailbot.reading.mail.mime import Part
from mailbot.reading.mail.sheet import Sheet

MOST_RECIPIENTS = 100
_READ = 40_000  # characters of a plain-text report

_NO_RECIPIENT = re.compile(
    r"(mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|post[-_.]?master|microsoftexchange[0-9a-f]+|ndr|mmdf|abuse|support"
    r"|helpdesk|no-?reply)@",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"will (continue to )?(be )?(retr(y|ied)|try(ing)?|keep trying|tried)|still (trying|being retried|undelivered)"
    r"|not yet been delivered|(has|have) been delayed|delivery delayed|delayed mail|do(n['’]t| not) (need"
    r"|have) to resend"
    r"|attempts will continue|warning message only|transient non-fatal|taking longer than usual|temporar(y"
    r"|ily) (fail|defer"
    r"|unavail)|will be tried again|has been postponed|this is (just )?a warning",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(r"giving up|given up|permanent|no longer|could not be delivered|failed", re.IGNORECASE)
_REPORTS = ("delivery-status", "/disposition-notification")
_SUCCESS = ("delivered", "relayed", "expanded")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE = re.compile(r"(?<!\d)([45])\d\d(?=[ -])")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'=-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_PREFIX = re.compile(r"^(smtp|rfc822|to)=")
_ID_LINE = re.compile(r"^[> \t]{0,6}Message-ID:[ \t]*(<[^<>\s]{1,400}>)", re.IGNORECASE | re.MULTILINE)
_TO_LINE = re.compile(r"^[> \t]{0,6}To:[ \t]*([^\n]{3,500})$", re.IGNORECASE | re.MULTILINE)
_COPY_BEGINS = re.compile(
    r"^[-_=|* \t]{0,60}((below )?(is|this line is) a copy|this is a copy of (your|the) message|original (message|mail)"
    r"( headers| info)?( |:|-|$)|message (headers?|text|log)? ?follows?|returned (message|mail)\b|unsent message below"
    r"|the header of the original message|a copy of the (original )?message|(here|included) is a copy"
    r"|possibly truncated original message|begin(ning)? of (the )?original|return-path:|received: from)",
    re.IGNORECASE | re.MULTILINE,
)
# an address that stands as recipients do: alone, first in its line before a reason, or after such a word
_OF_RECIPIENT = re.compile(
    r"^[ \t>*|]{0,40}(?:(?:final-|original-|failed |intended |undeliverable )?(?:recipients?|addresse?s?|rcpt to|to"
    r"|addressed to|unknown user|error-for|user|undeliverable to|smtp server|could not be delivered to"
    r"|recipient address"
    r"|your (?:e-?mail|mail|message)(?: message)? to)\b[^\n@<]{0,40})?[\[(<\"']{0,3}(?:smtp:|rfc822;|mailto:)? ?"
    r"(?<![\w.+%=-])([^\s@<>\[\]()\"':;,]{1,64}@[^\s@<>\[\]()\"':;,]{3,190})",
    re.IGNORECASE | re.MULTILINE,
)
_NOT_OF_RECIPIENT = re.compile(
    r"^[ \t>*|]{0,40}(from|sender|original sender|mail from|return-path|reply-to|contact)\b",
    re.IGNORECASE | re.MULTILINE,
)


def bounce_told(sheet: Sheet) -> Bounce:
    """What the report says; its own part counts before its words, the mail enclosed last."""
    reports = _reports(sheet.root)
    groups = [group for part in reports for group in _groups(part)]
    failed = [group for group in groups if _action(group) not in _SUCCESS]
    told = _by_fields(failed) if failed else _by_words(sheet)
    ids = message_ids(returned_headers(sheet.root).first("message-id"))
    ids = ids or tuple(told for group in groups for told in message_ids(group.first("original-message-id")))
    # some set the returned headers behind the report's own fields
    ids = ids or tuple(found for part in reports for found in _ID_LINE.findall(part.text()[:_READ]))
    ids = ids or tuple(_ID_LINE.findall(sheet.text[:_READ]))
    return Bounce(
        recipients=(told.recipients or _sent_to(sheet))[:MOST_RECIPIENTS],
        status=told.status,
        permanent=told.permanent,
        original_message_id=told_id(ids, sheet),
    )


def before_copy(text: str) -> str:
    """What is told before the copy of our mail."""
    begins = _COPY_BEGINS.search(text)
    return text[: begins.start()] if begins else text


def told_id(ids: tuple[str, ...], sheet: Sheet) -> str:
    """The mail that a report is about: an id of ours wherever it stands counts before any other."""
    everywhere = (*ids, *sheet.replies_to)
    ours = next((told for told in everywhere if sheet.is_own_message_id(told)), "")
    return ours or next(iter(everywhere), "")


def tells_only_success(root: Part) -> bool:
    """A report that somebody asked for: every recipient got it."""
    groups = [group for part in _reports(root) if "disposition" not in part.content_type for group in _groups(part)]
    return bool(groups) and all(_action(group) in _SUCCESS for group in groups)


def returned_headers(root: Part) -> Headers:
    """The headers of the mail that came back with a report; none when it did not."""
    for part in _walk(root)[1:]:
        if part.content_type in ("message/rfc822", "message/global"):
            return part.parts[0].headers if part.parts else split_headers(part.body[:_READ])[0]
        if part.content_type in ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"):
            return split_headers(part.content()[:_READ].lstrip())[0]
    return Headers()


# ---------------------------------------------------------------------------------------------------- by its own fields


def _by_fields(failed: list[Headers]) -> Bounce:
    status = next((found for group in failed if (found := _status(group))), "")
    delayed = all(_action(group) == "delayed" for group in failed)
    gave_up = any(_action(group) == "failed" for group in failed)
    recipients = (address for group in failed for address in _recipients(group))
    return Bounce(
        recipients=tuple(dict.fromkeys(recipients)),
        status=status,
        permanent=not delayed and (gave_up or not status.startswith("4")),
        original_message_id="",
    )


def _walk(part: Part) -> list[Part]:
    """The part and all within it, but not within a returned message."""
    found, waiting = [], [part]
    while waiting:
        here = waiting.pop(0)
        found.append(here)
        if here.main_type != "message":
            waiting.extend(here.parts)
    return found


def _reports(root: Part) -> list[Part]:
    # Dovecot tells by a disposition notification that a mailbox is full
    return [part for part in _walk(root) if part.main_type == "message" and part.content_type.endswith(_REPORTS)]


def _groups(report: Part) -> list[Headers]:
    """The per-recipient groups of fields (RFC 3464, 2.1); the first group is about the message."""
    raw = report.content().replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip(b"\n")
    groups = [split_headers(piece.lstrip(b"\n"))[0] for piece in raw.split(b"\n\n")[: MOST_RECIPIENTS + 1]]
    return [group for group in groups if group.has("final-recipient") or group.has("original-recipient")]


def _action(group: Headers) -> str:
    return re.split(r"[\s(;]", group.first("action").strip().lower())[0]


def _status(group: Headers) -> str:
    for name in ("status", "diagnostic-code"):
        if found := _STATUS.search(group.first(name)[:1_000]):
            return found[1]
    return ""


def _recipients(group: Headers) -> tuple[str, ...]:
    """The addresses that we wrote to: the original ones where the server tells them."""
    for name in ("original-recipient", "final-recipient"):
        found = [at[0].lower() for value in group.all(name) if (at := _ADDRESS.search(value.rpartition(";")[2]))]
        if found:
            return tuple(found)
    return ()


# -------------------------------------------------------------------------------------------------------- by its words


def _by_words(sheet: Sheet) -> Bounce:
    """The addresses that it names before the copy of our mail, other than ours and the servers' own."""
    told = _ID_LINE.sub("", before_copy(sheet.text[:_READ]))
    status = found[1] if (found := _STATUS.search(told)) else ""
    code = found[1] if (found := _CODE.search(told)) else ""
    delays = bool(_DELAY.search(told) or _DELAY.search(sheet.subject))
    temporary = (status or code).startswith("4") or (not status and not code and delays)
    return Bounce(
        recipients=_named(sheet, told),
        status=status,
        permanent=not temporary or (bool(_GIVEN_UP.search(told)) and not delays),
        original_message_id="",
    )


def _named(sheet: Sheet, told: str) -> tuple[str, ...]:
    """By header, else those that stand as recipients do, else any."""
    lines = "\n".join(line for line in told.split("\n") if not _NOT_OF_RECIPIENT.match(line))
    for found in (
        _ADDRESS.findall(sheet.headers.first("x-failed-recipients")),
        [at for one in _OF_RECIPIENT.findall(lines) for at in _ADDRESS.findall(one)],
        _ADDRESS.findall(lines),
    ):
        low = (_PREFIX.sub("", address.lower().strip("'.")) for address in found)
        kept = tuple(dict.fromkeys(at for at in low if not _NO_RECIPIENT.match(at) and not sheet.is_own_address(at)))
        if kept:
            return kept
    return ()


def _sent_to(sheet: Sheet) -> tuple[str, ...]:
    """Whom the mail that came back was sent to, where the report names nobody."""
    values = returned_headers(sheet.root).all("to") or _TO_LINE.findall(sheet.text[:_READ])[:5]
    boxes = [box.address for value in values for box in mailboxes(value)]
    return tuple(dict.fromkeys(at for at in boxes if _ADDRESS.fullmatch(at) and not sheet.is_own_address(at)))
