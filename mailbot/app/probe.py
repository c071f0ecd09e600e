"""The probe of ``mailbot check``: two letters to ourselves, one to a plus-address, looked for in the mailbox (design
rule 6).

Many servers refuse plus-addresses, and some change Message-IDs; a family's answer would then be lost unseen.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from mailbot.app import imap_account, smtp_account
from mailbot.clock import SystemClock, monotonic
from mailbot.inbox.idle import wait_until_readable
from mailbot.inbox.login import connect
from mailbot.inbox.mailbox import Mailbox
from mailbot.inbox.sent import find_sent
from mailbot.inbox.trouble import MailboxTrouble, Refused
from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.post import Post
from mailbot.reading.mail.headers import split_headers
from mailbot.reading.mail.provenance import receiver_named
from mailbot.settings import Settings

PATIENCE_SECONDS = 120
PLUS_AFTER_BARE_SECONDS = 20.0  # once the bare letter is here, its twin is not far behind
SENT_SECONDS = 5.0  # a server files its copy a moment later
PAUSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Came:
    """A letter as it lay in the mailbox. ``receiver`` stamped it: ``None`` when nobody did."""

    message_id: str
    receiver: str | None


@dataclass(frozen=True, slots=True)
class Probed:
    """One of the two. ``refused`` is why SMTP did not take it; ``came`` is None when it did not come back in time."""

    address: str
    message_id: str
    token: bytes
    raw: bytes = field(repr=False)
    refused: str = ""
    came: Came | None = None


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """``sent_kept``: does the Sent folder keep what we send? None when there is none, or it cannot be opened.
    ``trouble``: why nothing could be looked for."""

    bare: Probed
    plus: Probed
    seconds: float
    sent_kept: bool | None = None
    trouble: str = ""


def probe(settings: Settings, patience: float = PATIENCE_SECONDS) -> ProbeResult:
    """Send both, wait for both at most ``patience`` seconds, and tell what was found."""
    own = settings.service.address
    local, _, domain = own.rpartition("@")
    bare, plus = _letter(own, own), _letter(own, f"{local}+{secrets.token_hex(12)}@{domain}")
    try:
        with Mailbox(connect(imap_account(settings))) as mailbox:
            # a service that is at work may file them before we look
            before = _next_uids(mailbox, (*settings.mailbox.folders, settings.mailbox.processed_folder))
            bare, plus = asyncio.run(_send(settings, (bare, plus)))
            bare, plus = _wait(mailbox, before, bare, plus, patience)
        kept = _sent_keeps(settings, [one.message_id for one in (bare, plus) if one.came]) if bare.came else None
    except MailboxTrouble as trouble:
        return ProbeResult(bare, plus, patience, trouble=str(trouble))
    return ProbeResult(bare, plus, patience, kept)


def _letter(own: str, to: str) -> Probed:
    token = secrets.token_hex(12)
    letter = EmailMessage(policy=SMTP)
    letter["From"] = own
    letter["To"] = to
    letter["Subject"] = "mailbot check"
    letter["Date"] = format_datetime(SystemClock().now())
    letter["Message-ID"] = f"<probe.{token}@{own.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(f"A letter from mailbot to itself: {token}. It may be deleted.\n")
    return Probed(to, str(letter["Message-ID"]), token.encode(), letter.as_bytes())


async def _send(settings: Settings, letters: Sequence[Probed]) -> tuple[Probed, Probed]:
    post = Post(smtp_account(settings), settings.service.address)
    try:
        bare, plus = [_after(one, await post.deliver(0, one.message_id, one.address, one.raw)) for one in letters]
        return bare, plus
    finally:
        await post.close()


def _after(one: Probed, delivery: Delivery) -> Probed:
    refused = "" if delivery.outcome is Outcome.SENT else delivery.why or delivery.outcome.value
    return Probed(one.address, one.message_id, one.token, one.raw, refused)


def _next_uids(mailbox: Mailbox, folders: Sequence[str]) -> dict[str, int]:
    """Where each folder ends now: the letters must come after."""
    ends = {}
    for folder in folders:
        try:
            opened = mailbox.open(folder)
            ends[folder] = opened.uidnext or max(mailbox.uids(opened.exists), default=0) + 1
        except Refused:
            continue  # `check` tells of a missing folder
    return ends


def _wait(
    mailbox: Mailbox, before: dict[str, int], bare: Probed, plus: Probed, patience: float
) -> tuple[Probed, Probed]:
    until = monotonic() + patience
    while _is_awaited(bare) or _is_awaited(plus):
        for raw in _arrived(mailbox, before):
            bare, plus = _found(bare, raw), _found(plus, raw)
        if bare.came and _is_awaited(plus):
            until = min(until, monotonic() + PLUS_AFTER_BARE_SECONDS)
        if monotonic() > until:
            break
        if _is_awaited(bare) or _is_awaited(plus):
            wait_until_readable([], PAUSE_SECONDS, None)
    return bare, plus


def _is_awaited(one: Probed) -> bool:
    return one.came is None and not one.refused


def _arrived(mailbox: Mailbox, before: dict[str, int]) -> list[bytes]:
    arrived: list[bytes] = []
    for folder, start in before.items():
        mailbox.open(folder)
        new = mailbox.uids_from(start)
        arrived.extend(mailbox.bodies(new).values() if new else ())
    return arrived


def _found(one: Probed, raw: bytes) -> Probed:
    if one.came or one.token not in raw:
        return one
    headers, _ = split_headers(raw)
    came = Came(headers.first("message-id").strip(), receiver_named(headers))
    return Probed(one.address, one.message_id, one.token, one.raw, one.refused, came)


def _sent_keeps(settings: Settings, message_ids: list[str]) -> bool | None:
    folder = settings.mailbox.sent_folder
    if not folder:
        return None
    until = monotonic() + SENT_SECONDS
    while True:
        try:
            kept = find_sent(imap_account(settings), folder, message_ids) == set(message_ids)
        except Refused:
            return None
        if kept or monotonic() > until:
            return kept
        wait_until_readable([], PAUSE_SECONDS, None)
