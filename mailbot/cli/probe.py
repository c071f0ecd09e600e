"""The probe of ``mailbot check``: a letter to our own plus-address, looked for in the mailbox (design rule 6).

Many servers refuse plus-addresses, and some change Message-IDs; a family's answer would then be lost unseen.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime

from mailbot.app import imap_account, smtp_account
from mailbot.clock import SystemClock, monotonic
from mailbot.inbox.idle import wait_until_readable
from mailbot.inbox.login import connect
from mailbot.inbox.mailbox import Mailbox
from mailbot.inbox.trouble import MailboxTrouble, Refused
from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.post import Post
from mailbot.settings import Finding, Settings, Severity

PATIENCE_SECONDS = 120.0
PAUSE_SECONDS = 1.0


def probe_plus_address(settings: Settings, patience: float = PATIENCE_SECONDS) -> Iterator[Finding]:
    """Send it, wait for it, and say what came of it; nothing when all arrived as it was sent and plus is on."""
    place = str(settings.place("reply.plus"))
    token = secrets.token_hex(12)
    address, message_id, raw = _letter(settings.service.address, token)
    try:
        with Mailbox(connect(imap_account(settings))) as mailbox:
            before = _next_uids(mailbox, settings.mailbox.folders)
            sent = asyncio.run(_send(settings, address, message_id, raw))
            if sent.outcome is not Outcome.SENT:
                yield _finding(settings, place, f"the probe was not taken: {sent.why}")
                return
            came = _wait(mailbox, before, token.encode(), patience)
    except MailboxTrouble as trouble:
        yield _finding(settings, place, f"the probe cannot be looked for: {trouble}")
        return
    if came is None:
        yield _finding(settings, place, f"no letter to a plus-address arrived within {patience:g} seconds")
        return
    if message_id not in came:
        mend = "answers are then known by their plus-address only: reply.plus must be on"
        yield Finding(Severity.WARNING, place, "your server changes Message-IDs", mend)
    if not settings.reply.plus:
        yield Finding(Severity.WARNING, place, "plus-addresses arrive here", "set reply.plus to true")


def _letter(own: str, token: str) -> tuple[str, str, bytes]:
    local, _, domain = own.rpartition("@")
    letter = EmailMessage(policy=policy.SMTP)
    letter["From"] = own
    letter["To"] = f"{local}+{token}@{domain}"
    letter["Subject"] = "mailbot check"
    letter["Date"] = format_datetime(SystemClock().now())
    letter["Message-ID"] = f"<probe.{token}@{domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(f"A letter from mailbot to itself: {token}. It may be deleted.\n")
    return str(letter["To"]), str(letter["Message-ID"]), letter.as_bytes()


async def _send(settings: Settings, address: str, message_id: str, raw: bytes) -> Delivery:
    post = Post(smtp_account(settings), settings.service.address)
    try:
        return await post.deliver(0, message_id, address, raw)
    finally:
        await post.close()


def _next_uids(mailbox: Mailbox, folders: tuple[str, ...]) -> dict[str, int]:
    """Where each folder ends now: the probe must come after."""
    ends = {}
    for folder in folders:
        try:
            opened = mailbox.open(folder)
            ends[folder] = opened.uidnext or max(mailbox.uids(opened.exists), default=0) + 1
        except Refused:
            continue  # `check` tells of a missing folder
    return ends


def _wait(mailbox: Mailbox, before: dict[str, int], token: bytes, patience: float) -> str | None:
    """The Message-ID under which it arrived, or None when it did not in time."""
    until = monotonic() + patience
    while True:
        for folder, start in before.items():
            mailbox.open(folder)
            new = mailbox.uids_from(start)
            for raw in mailbox.bodies(new).values() if new else ():
                if token in raw:
                    return str(message_from_bytes(raw)["Message-ID"])
        if monotonic() > until:
            return None
        wait_until_readable([], PAUSE_SECONDS, None)


def _finding(settings: Settings, place: str, what: str) -> Finding:
    """A fault where answers are lost by it; while plus is off, only a warning."""
    severity = Severity.FAULT if settings.reply.plus else Severity.WARNING
    return Finding(severity, place, what, "keep reply.plus off, or have plus-addresses delivered")
