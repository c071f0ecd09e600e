"""The letters, accounts and pollers that the inbox tests use."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from memory_keeper import MemoryKeeper

from mailbot.clock import Clock, WoundClock
from mailbot.inbox.login import Account
from mailbot.inbox.poller import Poller
from mailbot.tryout.servers import EmbeddedMailThread

DESK = "befriending@example.org"
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def letter(subject: str, body: str = "Hello.") -> bytes:
    lines = [
        "From: Ada Example <ada@example.net>",
        f"To: {DESK}",
        f"Subject: {subject}",
        f"Message-ID: <{subject.replace(' ', '-')}@example.net>",
        "",
        body,
        "",
    ]
    return "\r\n".join(lines).encode()


def account(mail: EmbeddedMailThread, **changes: Any) -> Account:
    options: dict[str, Any] = {
        "host": mail.host,
        "port": mail.imap_port,
        "security": "none",
        "user": DESK,
        "secret": lambda: mail.password,
        "timeout": 5.0,
    }
    return Account(**(options | changes))


def poller(mail: EmbeddedMailThread, keeper: MemoryKeeper, clock: Clock | None = None, **changes: Any) -> Poller:
    options: dict[str, Any] = {
        "account": account(mail),
        "folders": ["INBOX"],
        "processed_folder": "Processed",
        "keeper": keeper,
        "clock": clock or WoundClock(MONDAY),
    }
    return Poller(**(options | changes))
