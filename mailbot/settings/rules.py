"""What single values cannot show: settings that contradict each other, or that would be dangerous together."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

from mailbot.settings.fault import Place, SettingsFault
from mailbot.settings.login_rules import Told, oauth_faults, server_faults
from mailbot.settings.sections import Database, Mailbox, Outbox, Reply, Safeguarding, Service

SHORTEST_SECRET = 32
KEY_BYTES = 32  # a Fernet key, base64


def contradictions(parts: Mapping[str, Any], places: Mapping[str, Place]) -> list[SettingsFault]:
    """Every fault that only shows when sections are read together."""
    told = [
        *server_faults("mailbox", parts["mailbox"], parts["oauth"]),
        *server_faults("smtp", parts["smtp"], parts["oauth"]),
        *oauth_faults(parts["oauth"], parts["mailbox"], parts["smtp"]),
        *_folders(parts["mailbox"]),
        *_outbox(parts["outbox"], parts["service"]),
        *_reply(parts["reply"]),
        *_database(parts["database"]),
        *_safeguarding(parts["safeguarding"]),
    ]
    return [SettingsFault(places.get(key, Place("mailbot.toml")), key, wrong, mend) for key, wrong, mend in told]


def _folders(mailbox: Mailbox) -> Iterator[Told]:
    for key, folder in (("processed_folder", mailbox.processed_folder), ("sent_folder", mailbox.sent_folder)):
        if folder in mailbox.folders:
            wrong = f'is "{folder}", which is read for new letters too'
            yield f"mailbox.{key}", wrong, "name a folder that is not in mailbox.folders"


def _outbox(outbox: Outbox, service: Service) -> Iterator[Told]:
    if outbox.mode == "redirect" and not outbox.redirect_to:
        mend = "set outbox.redirect_to to the address that gets everything"
        yield "outbox.mode", 'is "redirect", but nobody is named', mend
    if outbox.redirect_to and outbox.redirect_to.lower() == service.address.lower():
        yield "outbox.redirect_to", "is the service's own address: mail would go round", "name somebody else's"


def _reply(reply: Reply) -> Iterator[Told]:
    if reply.secret and len(reply.secret) < SHORTEST_SECRET:
        mend = f"it needs {SHORTEST_SECRET} characters or more; `mailbot init` makes one"
        yield "reply.secret", f"has only {len(reply.secret)} characters", mend
    if reply.plus and not reply.secret:
        yield "reply.plus", "is on, but there is no reply.secret to sign with", "`mailbot init` makes one"


def _database(database: Database) -> Iterator[Told]:
    if not database.url.startswith(("sqlite:///", "postgresql://")):
        yield "database.url", "is no database we know", 'it must start with "sqlite:///" or "postgresql://"'
    for nth, key in enumerate(database.keys.split(), start=1):
        if not _is_key(key):
            mend = "each line is 32 random bytes in base64; `mailbot init` makes one"
            yield "database.keys", f"holds no key in place {nth}", mend


def _is_key(key: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(key)) == KEY_BYTES
    except (binascii.Error, ValueError):
        return False


def _safeguarding(safeguarding: Safeguarding) -> Iterator[Told]:
    if safeguarding.command and not any("{reference}" in word for word in safeguarding.command):
        yield "safeguarding.command", "does not say which letter", "one of its words must hold {reference}"
