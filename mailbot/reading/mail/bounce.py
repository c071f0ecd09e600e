"""Delivery reports: RFC 3464 reports, and the plain-text ones of Exchange, Exim, qmail, Postfix and old gateways."""

from __future__ import annotations

import re
from collections.abc import Callable

from mailbot.reading.letter import Bounce
from mailbot.reading.mail.headers import Headers, message_ids, split_headers
from mailbot.reading.mail.mime import Part

MOST_RECIPIENTS = 100
_READ = 40_000  # characters of a plain-text report

DAEMON = re.compile(
    r"^(mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|mail[-_.]delivery[-_.](sub)?system|ndr|postmaster"
    r"|microsoftexchange[0-9a-f]+|mmdf|uucp)(@|$)"
)
FAILURE = re.compile(
    r"undeliver(able|ed)|could ?n[o']t be delivered|was not delivered|delivery (has )?failed"
    r"|delivery (status )?notification"
    r"|delivery failure|failure notice|mail delivery (failed|system|subsystem)|returned mail|returned to sender"
    r"|did not reach (some or all of )?the (intended|following) recipient|delivery to the following recipients? failed"
    r"|wasn't delivered|unable to deliver|message not delivered|warning: message .{0,40}delayed|delivery (is )?delayed"
    r"|mail failed|failed mail|not (yet )?been delivered|automatically rejected|user unknown|не доставлено"
    r"|permanent(ly)? (fatal )?error|unzustellbar|non remis|no se ha podido entregar|ni ellid danfon|heb ei (d)?danfon",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"will (continue to )?(be )?(retr(y|ied)|try(ing)?)|still trying|not yet been delivered|delayed"
    r"|you do not need to resend",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(r"giving up|given up|permanent|no longer|could not be delivered|failed", re.IGNORECASE)
# Dovecot tells by a disposition notification that a mailbox is full
_REPORTS = ("message/delivery-status", "message/disposition-notification")
_SUCCESS = ("delivered", "relayed", "expanded")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE = re.compile(r"(?<!\d)([45])\d\d(?=[ -])")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'=-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_PREFIX = re.compile(r"^(smtp|rfc822|to)=")
_ID_LINE = re.compile(r"^[> \t]{0,6}Message-ID:[ \t]*(<[^<>\s]{1,400}>)", re.IGNORECASE | re.MULTILINE)
_COPY_BEGINS = re.compile(
    r"^[-_ ]*(below this line is a copy|this is a copy of (your|the) message|original message( headers)?:?|"
    r"message (header|text) follows|returned message|unsent message below)",
    re.IGNORECASE | re.MULTILINE,
)


def report_of(root: Part) -> Bounce | None:
    """What a structured report says of the recipients that it did not reach, or None if it names none."""
    report = next((part for part in _walk(root) if part.content_type in _REPORTS), None)
    if report is None:
        return None
    groups = _groups(report)
    failed = [group for group in groups if _action(group) not in _SUCCESS]
    if not failed:
        return None
    status = next((found[1] for group in failed if (found := _STATUS.search(group.first("status")))), "")
    delayed = all(_action(group) == "delayed" for group in failed)
    permanent = not delayed and (_tells_failed(failed) or not status.startswith("4"))
    return Bounce(
        recipients=tuple(dict.fromkeys(address for group in failed if (address := _recipient(group))))[
            :MOST_RECIPIENTS
        ],
        status=status,
        permanent=permanent,
        original_message_id=returned_id(root) or _told_id(groups),
    )


def tells_only_success(root: Part) -> bool:
    """A report that somebody asked for: every recipient got it."""
    groups = [group for part in _walk(root) if part.content_type.endswith("delivery-status") for group in _groups(part)]
    return bool(groups) and all(_action(group) in _SUCCESS for group in groups)


def told_bounce(root: Part, text: str, headers: Headers, own: Callable[[str], bool]) -> Bounce:
    """What a plain-text report says: the addresses that it names before the copy of our mail, other than ours."""
    text = text[:_READ]
    begins = _COPY_BEGINS.search(text)
    told = _ID_LINE.sub("", text[: begins.start()] if begins else text)
    failed = headers.first("x-failed-recipients")
    recipients = [_PREFIX.sub("", address.lower().strip("'")) for address in _ADDRESS.findall(failed or told)]
    status = found[1] if (found := _STATUS.search(told)) else ""
    code = found[1] if (found := _CODE.search(told)) else ""
    temporary = (status or code).startswith("4") or (not status and not code and bool(_DELAY.search(told)))
    return Bounce(
        recipients=tuple(
            dict.fromkeys(address for address in recipients if not DAEMON.match(address) and not own(address))
        )[:MOST_RECIPIENTS],
        status=status,
        permanent=not temporary or (bool(_GIVEN_UP.search(told)) and not _DELAY.search(told)),
        original_message_id=returned_id(root) or (ids[0] if (ids := _ID_LINE.findall(text)) else ""),
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


def _told_id(groups: list[Headers]) -> str:
    return next((ids[0] for group in groups if (ids := message_ids(group.first("original-message-id")))), "")


def _groups(report: Part) -> list[Headers]:
    """The per-recipient groups of fields (RFC 3464, 2.1); the first group is about the message."""
    raw = report.content().replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip(b"\n")
    groups = [split_headers(piece.lstrip(b"\n"))[0] for piece in raw.split(b"\n\n")[: MOST_RECIPIENTS + 1]]
    return [group for group in groups if group.has("final-recipient") or group.has("original-recipient")]


def _action(group: Headers) -> str:
    return group.first("action").strip().lower().split(" ")[0]


def _tells_failed(groups: list[Headers]) -> bool:
    return any(_action(group) == "failed" for group in groups)


def _recipient(group: Headers) -> str:
    """The address that we wrote to: the original one where the server tells it."""
    for name in ("original-recipient", "final-recipient"):
        if found := _ADDRESS.search(group.first(name).rpartition(";")[2]):
            return found[0].lower()
    return ""


def returned_id(root: Part) -> str:
    """The Message-ID of the mail that came back with a report, "" when there is none."""
    for part in _walk(root)[1:]:
        if part.content_type in ("message/rfc822", "message/global"):
            headers = part.parts[0].headers if part.parts else split_headers(part.body[:_READ])[0]
        elif part.content_type in ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"):
            headers = split_headers(part.content()[:_READ].lstrip())[0]
        else:
            continue
        if ids := message_ids(headers.first("message-id")):
            return ids[0]
    return ""
