"""The settings of a town: the delivered config with its own cast, fresh secrets, and the embedded servers' ports."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
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
    settings = _delivered(tuple(sorted((variables or {}).items())))
    mailbox = replace(settings.mailbox, host=mail.host, port=mail.imap_port, password=mail.password, take_in_since=day)
    smtp = replace(settings.smtp, host=mail.host, port=mail.smtp_port)
    command = ("sh", "-c", 'echo "$1" >> "$2"', "page", "{reference}", str(pages_file)) if pages_file else ()
    return replace(
        settings,
        mailbox=mailbox,
        smtp=smtp,
        database=replace(settings.database, url=database_url),
        roster=Roster(tuple(staff)),
        helplines=verified_helplines(day),
        safeguarding=replace(settings.safeguarding, command=command),
    )


@lru_cache(maxsize=8)
def _delivered(variables: tuple[tuple[str, str], ...]) -> Settings:
    """The delivered config, read once: compiling its wording lists takes a second."""
    environ = {
        "MAILBOT_SERVICE_ADDRESS": SERVICE,
        "MAILBOT_MAILBOX_HOST": "localhost",
        "MAILBOT_MAILBOX_SECURITY": "none",
        "MAILBOT_MAILBOX_USER": SERVICE,
        "MAILBOT_MAILBOX_PASSWORD": "replaced",
        "MAILBOT_MAILBOX_TAKE_IN_SINCE": "2026-01-01",
        "MAILBOT_MAILBOX_AUTHSERV_ID": AUTHSERV_ID,
        "MAILBOT_MAILBOX_FOLDERS": "INBOX",
        "MAILBOT_MAILBOX_SENT_FOLDER": "",
        "MAILBOT_SMTP_HOST": "localhost",
        "MAILBOT_SMTP_SECURITY": "none",
        "MAILBOT_SMTP_USER": "",
        "MAILBOT_SMTP_PASSWORD": "",
        "MAILBOT_OAUTH_CLIENT_SECRET": "",
        "MAILBOT_OUTBOX_MODE": "on",
        "MAILBOT_REPLY_PLUS": "true",
        "MAILBOT_REPLY_SECRET": secrets.token_urlsafe(48),
        "MAILBOT_DATABASE_KEYS": Vault.new_keys().key,
        **dict(variables),
    }
    return load(packaged("config"), environ)


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
