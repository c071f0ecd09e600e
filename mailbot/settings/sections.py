"""The sections of ``config/mailbot.toml`` as frozen values: the one list of what may be set, its type and default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from mailbot.casework.people import Roster
from mailbot.casework.policy import Policy
from mailbot.outbox.helplines import Helpline
from mailbot.reading.words.wording import Wording
from mailbot.settings.fault import Place
from mailbot.settings.kinds import (
    Address,
    Between,
    Matching,
    MaybeAddress,
    MaybeWords,
    NeutralWords,
    NotEmpty,
    PhoneNumbers,
    Port,
    Words,
)
from mailbot.settings.reader import IS_PATH, PERSONAL, SECRET

Security = Literal["tls", "starttls", "none"]
Method = Literal["password", "xoauth2"]
PLACEHOLDERS = r"(?:[^{}]|\{reference\}|\{phone\})+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Who we are to those who write to us."""

    name: NeutralWords
    address: Address
    signed_by: Words
    signed_role: MaybeWords = ""
    phone: MaybeWords = ""
    charity: Words
    own_numbers: PhoneNumbers = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """The inbox, by IMAP."""

    host: Words
    port: Port = 993
    security: Security = "tls"
    user: Words
    password: str = field(default="", repr=False, metadata=SECRET)
    method: Method = "password"
    token_command: tuple[str, ...] = ()
    folders: Annotated[tuple[str, ...], NotEmpty()] = ("INBOX", "Junk")
    processed_folder: Words = "Processed"
    sent_folder: MaybeWords = "Sent"
    take_in_since: date
    poll_seconds: Annotated[int, Between(5, 3600)] = 60
    lease_seconds: Annotated[int, Between(5, 600)] = 60
    max_letter_bytes: Annotated[int, Between(100_000, 1_000_000_000)] = 40_000_000
    authserv_id: MaybeWords = ""
    ca_file: str = field(default="", metadata=IS_PATH)
    certificate_file: str = field(default="", metadata=IS_PATH)
    key_file: str = field(default="", metadata=IS_PATH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Smtp:
    """The server that takes our mail."""

    host: Words
    port: Port = 587
    security: Security = "starttls"
    user: MaybeWords = ""
    password: str = field(default="", repr=False, metadata=SECRET)
    method: Method = "password"
    token_command: tuple[str, ...] = ()
    connections: Annotated[int, Between(1, 16)] = 2
    ca_file: str = field(default="", metadata=IS_PATH)
    certificate_file: str = field(default="", metadata=IS_PATH)
    key_file: str = field(default="", metadata=IS_PATH)


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth:
    """Who issues the tokens for ``method = "xoauth2"``, and as whom we ask: the application itself, or somebody who
    logged in once and delegated the mailbox to it."""

    provider: Literal["", "microsoft", "google"] = ""
    access: Literal["application", "delegated"] = "application"
    tenant: Annotated[str, Matching(r"[A-Za-z0-9.-]*", "a tenant's ID or domain, or nothing")] = ""
    client_id: MaybeWords = ""
    client_secret: str = field(default="", repr=False, metadata=SECRET)
    certificate_file: str = field(default="", metadata=IS_PATH)
    service_account_file: str = field(default="", metadata=IS_PATH)
    login_file: str = field(default="var/mailbox_login", metadata=IS_PATH)
    authority: Annotated[
        str, Matching(r"(?:https://[^\s/?#]+/?)?", 'an address such as "https://login.example.org", or nothing')
    ] = ""
    ca_file: str = field(default="", metadata=IS_PATH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """Whether mail leaves at all."""

    mode: Literal["off", "redirect", "on"] = "off"
    redirect_to: MaybeAddress = field(default="", metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The signed address that an answer comes back to."""

    plus: bool = False
    secret: str = field(default="", repr=False, metadata=SECRET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Where we remember. ``url`` has a relative SQLite path made absolute; ``keys`` is one key a line, newest first."""

    url: str = field(default="sqlite:///var/mailbot.db", repr=False, metadata=SECRET)
    keys: str = field(default="", repr=False, metadata=SECRET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguarding:
    """The second way to wake the rota: a command, word by word."""

    command: Annotated[
        tuple[str, ...], Matching(PLACEHOLDERS, "words in which only {reference} and {phone} stand in braces")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """References only, never a name or an address."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    file: str = field(default="", metadata=IS_PATH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that was set. ``home`` is what relative paths start from; ``places`` where each key was told."""

    service: Service
    mailbox: Mailbox
    smtp: Smtp
    oauth: OAuth
    outbox: Outbox
    reply: Reply
    database: Database
    safeguarding: Safeguarding
    log: Log
    policy: Policy
    roster: Roster
    helplines: tuple[Helpline, ...]
    wording: Wording
    config_dir: Path
    home: Path
    templates: Path
    places: Mapping[str, Place] = field(default_factory=dict, repr=False)

    def place(self, key: str) -> Place:
        """Where ``section.key`` was told; for a default, the file in which it could be."""
        return self.places.get(key) or Place(str(self.config_dir / "mailbot.toml"))


SECTIONS: dict[str, type] = {
    "service": Service,
    "mailbox": Mailbox,
    "smtp": Smtp,
    "oauth": OAuth,
    "outbox": Outbox,
    "reply": Reply,
    "database": Database,
    "safeguarding": Safeguarding,
    "log": Log,
}
