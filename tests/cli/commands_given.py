"""What the tests of the commands share: what a command left, and the variables of the embedded servers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mailbot.tryout.servers import EmbeddedMailThread


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left: its exit code and its words."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Mailbot = Callable[..., Said]


def servers_of(mail: EmbeddedMailThread) -> dict[str, str]:
    """The variables that point a service at the embedded servers."""
    return {
        "MAILBOT_SERVICE_ADDRESS": "befriending@example.com",
        "MAILBOT_MAILBOX_HOST": mail.host,
        "MAILBOT_MAILBOX_PORT": str(mail.imap_port),
        "MAILBOT_MAILBOX_SECURITY": "none",
        "MAILBOT_MAILBOX_USER": "befriending@example.com",
        "MAILBOT_MAILBOX_PASSWORD": mail.password,
        "MAILBOT_MAILBOX_FOLDERS": "INBOX",
        "MAILBOT_SMTP_HOST": mail.host,
        "MAILBOT_SMTP_PORT": str(mail.smtp_port),
        "MAILBOT_SMTP_SECURITY": "none",
        "MAILBOT_SMTP_USER": "befriending@example.com",
        "MAILBOT_SMTP_PASSWORD": mail.password,
    }
