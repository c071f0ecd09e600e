"""Embedded IMAP and SMTP servers for the try-out and for fast tests: one event loop, loopback, milliseconds to start.

In two event loops an IDLE would never wake: pymap's events belong to the loop that waits for them.
"""

from __future__ import annotations

import asyncio
import email.parser
import email.utils
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Literal, Self

from aiosmtpd.smtp import Envelope

from mailbot.clock import Clock, SystemClock
from mailbot.tryout.certificate import Certificate, make_certificate
from mailbot.tryout.imap_faults import Faults, Spoil
from mailbot.tryout.imap_server import InMemoryImap, Stored
from mailbot.tryout.smtp_server import Accepted, Fault, SmtpServer

AUTHSERV_ID = "mx.embedded.test"
PASSWORD = "embedded-password"
HOST = "127.0.0.1"

Authentication = Literal["pass", "fail"] | None
SmtpHook = Callable[[Envelope], str | Fault | None]


@dataclass(slots=True)
class EmbeddedMail:
    """Both servers, started and stopped inside a running event loop (``async with`` or ``start``, ``stop``).

    Any address is an account with ``password`` (or its token by XOAUTH2); any recipient gets a mailbox, and a
    plus-address is delivered to the base one. ``clock`` stamps what comes in by SMTP. With ``tls`` both ports offer
    STARTTLS, and there are two more with TLS from the first byte; the client must trust ``ca_file``.

    Faults, which may be set while it runs: ``smtp_hook`` and ``before_the_dot`` (see ``smtp_server``),
    ``refuse_recipients`` (address to SMTP answer), ``spoil``, ``remove_capability``, ``refuse_folder``, ``hang_up``.
    """

    password: str = PASSWORD
    tokens: dict[str, str] = field(default_factory=dict)  # address -> bearer token
    token_check: Callable[[str, str], bool] | None = None  # address, token -> is it good now? in place of ``tokens``
    tls: bool = False
    client_authority: Path | None = None  # with it, TLS is only for who shows a certificate of this authority (PEM)
    logins: list[str] = field(default_factory=list)  # "imap" or "smtp", for each that was let in
    clock: Clock = field(default_factory=SystemClock)
    smtp_hook: SmtpHook | None = None
    before_the_dot: SmtpHook | None = None
    refuse_recipients: dict[str, str] = field(default_factory=dict)
    on_the_way: Callable[[str, bytes], bytes | None] | None = None  # recipient, letter -> what arrives; None: nothing
    sent_folder: str = ""  # where the sender's copy of each letter is kept; "": nowhere
    host: str = HOST
    imap_port: int = 0
    smtp_port: int = 0
    imaps_port: int = 0
    smtps_port: int = 0
    ca_file: Path | None = None
    _faults: Faults = field(default_factory=Faults)
    _imap: InMemoryImap = field(init=False)
    _smtp: SmtpServer = field(init=False)
    _accepted: list[Accepted] = field(default_factory=list)
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> Self:
        """Listen. Raises ``OSError`` when a port that was asked for is taken."""
        certificate = self._certificate() if self.tls else None
        tls = certificate.server_context(self.client_authority) if certificate else None
        self._imap = InMemoryImap(self, faults=self._faults, tls=tls)
        self._smtp = SmtpServer(self, tls)
        self.imap_port = self._keep(await self._imap.listen(self.host, self.imap_port))
        self.smtp_port = self._keep(await self._smtp.listen(self.host, self.smtp_port))
        if tls:
            self.imaps_port = self._keep(await self._imap.listen(self.host, self.imaps_port, implicit_tls=True))
            self.smtps_port = self._keep(await self._smtp.listen(self.host, self.smtps_port, implicit_tls=True))
        return self

    async def stop(self) -> None:
        """Stop listening and drop every connection."""
        await self._stack.aclose()
        self.hang_up()

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def deliver(
        self,
        rcpt: str,
        raw: bytes,
        mail_from: str = "",
        arrived_at: datetime | None = None,
        folder: str = "INBOX",
        authentication: Authentication = None,
    ) -> int:
        """Place a letter as a receiving server would, its own headers on top; returns the UID.

        ``authentication`` adds what the receiver found out about the From domain (``AUTHSERV_ID``).
        """
        stamped = _receivers_headers(rcpt, raw, mail_from, authentication) + raw
        return await self._imap.append(base_address(rcpt), folder, stamped, arrived_at or self.clock.now(), ())

    async def append(
        self,
        address: str,
        raw: bytes,
        arrived_at: datetime | None = None,
        folder: str = "INBOX",
        flags: Iterable[str] = (),
    ) -> int:
        """Place exactly these bytes, as a client's APPEND would; returns the UID."""
        return await self._imap.append(address, folder, raw, arrived_at or self.clock.now(), flags)

    async def messages(self, address: str, folder: str = "INBOX") -> list[Stored]:
        """What lies in a folder: (uid, flags, arrived_at, raw) each, by UID. A folder that is missing is made."""
        return await self._imap.stored(address, folder)

    async def folders(self, address: str) -> list[str]:
        """The names of the account's folders."""
        return await self._imap.folder_names(address)

    async def remove(self, address: str, uids: Iterable[int], folder: str = "INBOX") -> None:
        """Take letters away, as somebody at another mail client would."""
        await self._imap.remove(address, folder, uids)

    async def reset_uidvalidity(self, address: str, folder: str = "INBOX") -> None:
        """Number a folder anew under another UIDVALIDITY, and drop the connections that knew the old one."""
        await self._imap.reset_uidvalidity(address, folder)
        self._imap.hang_up()

    def sent(self) -> list[Accepted]:
        """Everything accepted over SMTP, in order."""
        return list(self._accepted)

    def spoil(self, uid: int, how: Spoil = Spoil.REFUSE, folder: str = "INBOX") -> None:
        """Make the body of one letter impossible to fetch."""
        self._faults.spoilt[folder, uid] = how

    def heal(self, uid: int, folder: str = "INBOX") -> None:
        """Undo ``spoil``."""
        self._faults.spoilt.pop((folder, uid), None)

    def remove_capability(self, name: str) -> None:
        """Be a server without IDLE, MOVE or UIDPLUS."""
        self._faults.missing_capabilities.add(name.encode())

    def refuse_folder(self, name: str) -> None:
        """Answer NO when this folder is selected, or letters are moved to it."""
        self._faults.refused_folders.add(name)

    def accept_folder(self, name: str) -> None:
        """Undo ``refuse_folder``."""
        self._faults.refused_folders.discard(name)

    def change_password(self, password: str) -> None:
        """From now on only this password is right, for IMAP and for SMTP."""
        self.password = password

    def lets_in(self, door: Literal["imap", "smtp"], *, password: str = "", user: str = "", token: str = "") -> bool:
        """Is this password right, or this user's token good now? Asked at each login."""
        if token:
            good = self.token_check(user, token) if self.token_check else self.tokens.get(user) == token
        else:
            good = password == self.password
        if good:
            self.logins.append(door)
        return good

    def hang_up(self) -> None:
        """Drop every connection without a word."""
        self._imap.hang_up()
        self._smtp.hang_up()

    async def accept(self, mail_from: str, recipients: Iterable[str], raw: bytes) -> None:
        """What the SMTP server does with a letter that it took."""
        accepted = Accepted(mail_from, tuple(recipients), raw)
        self._accepted.append(accepted)
        if self.sent_folder:
            await self.append(base_address(mail_from), raw, folder=self.sent_folder, flags=["\\Seen"])
        for recipient in accepted.recipients:
            arriving = self.on_the_way(recipient, raw) if self.on_the_way else raw
            if arriving is not None:
                await self.deliver(recipient, arriving, mail_from)

    def _certificate(self) -> Certificate:
        folder = self._stack.enter_context(TemporaryDirectory(prefix="mailbot-embedded-"))
        certificate = make_certificate(Path(folder))
        self.ca_file = certificate.certificate
        return certificate

    def _keep(self, server: asyncio.Server) -> int:
        self._stack.callback(server.close)
        return int(server.sockets[0].getsockname()[1])


def base_address(address: str) -> str:
    """The mailbox that a plus-address belongs to, in lower case."""
    local, _, domain = address.rpartition("@")
    return f"{local.split('+', 1)[0]}@{domain}".lower()


def _receivers_headers(rcpt: str, raw: bytes, mail_from: str, authentication: Authentication) -> bytes:
    lines = [f"Return-Path: <{mail_from}>", f"Delivered-To: {rcpt}"]
    if authentication:
        domain = _from_domain(raw)
        lines.append(f"Authentication-Results: {AUTHSERV_ID}; dmarc={authentication} header.from={domain}")
    return "".join(line + "\r\n" for line in lines).encode()


def _from_domain(raw: bytes) -> str:
    headers = email.parser.BytesHeaderParser().parsebytes(raw)
    return email.utils.parseaddr(str(headers.get("From", "")))[1].rpartition("@")[2].lower() or "unknown.invalid"
