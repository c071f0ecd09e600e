"""The settings of a town: the delivered config with its own cast, fresh secrets, and the embedded servers' ports."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from mailbot.casework.people import Roster, StaffMember
from mailbot.outbox.helplines import Helpline
from mailbot.records.vault import Vault
from mailbot.settings import Settings
from mailbot.settings.folder import packaged
from mailbot.settings.loading import load
from mailbot.tryout.servers import AUTHSERV_ID, EmbeddedMailThread

SERVICE = "befriending@example.org"


def town_settings(
    mail: EmbeddedMailThread,
    *,
    day: date,
    staff: Sequence[StaffMember],
    database_url: str,
    pages_file: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> Settings:
    """``day`` is the London day on which the town begins; ``variables`` are further ``MAILBOT_…`` ones."""
    environ = {
        "MAILBOT_SERVICE_ADDRESS": SERVICE,
        "MAILBOT_MAILBOX_HOST": mail.host,
        "MAILBOT_MAILBOX_PORT": str(mail.imap_port),
        "MAILBOT_MAILBOX_SECURITY": "none",
        "MAILBOT_MAILBOX_USER": SERVICE,
        "MAILBOT_MAILBOX_PASSWORD": mail.password,
        "MAILBOT_MAILBOX_TAKE_IN_SINCE": day.isoformat(),
        "MAILBOT_MAILBOX_AUTHSERV_ID": AUTHSERV_ID,
        "MAILBOT_MAILBOX_FOLDERS": "INBOX",
        "MAILBOT_MAILBOX_SENT_FOLDER": "",
        "MAILBOT_SMTP_HOST": mail.host,
        "MAILBOT_SMTP_PORT": str(mail.smtp_port),
        "MAILBOT_SMTP_SECURITY": "none",
        "MAILBOT_SMTP_USER": "",
        "MAILBOT_SMTP_PASSWORD": "",
        "MAILBOT_OUTBOX_MODE": "on",
        "MAILBOT_REPLY_PLUS": "true",
        "MAILBOT_REPLY_SECRET": secrets.token_urlsafe(48),
        "MAILBOT_DATABASE_URL": database_url,
        "MAILBOT_DATABASE_KEYS": Vault.new_keys().key,
        **(variables or {}),
    }
    settings = load(packaged("config"), environ)
    command = ("sh", "-c", 'echo "$1" >> "$2"', "page", "{reference}", str(pages_file)) if pages_file else ()
    return replace(
        settings,
        roster=Roster(tuple(staff)),
        helplines=verified_helplines(day),
        safeguarding=replace(settings.safeguarding, command=command),
    )


def verified_helplines(day: date) -> tuple[Helpline, ...]:
    """Helplines of the town, verified today: their numbers are made up."""
    return (
        Helpline(
            name="Someone to talk to, day and night", number="01632 960100", languages=("en", "cy"), verified_on=day,
            verified_by="Dilys Morgan",
        ),
        Helpline(
            name="Families’ helpline", number="01632 960200", languages=("en",), verified_on=day,
            verified_by="Dilys Morgan",
        ),
    )  # fmt: skip
