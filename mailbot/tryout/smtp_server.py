"""An SMTP server that takes any letter and does what it is told to do wrong: aiosmtpd."""

from __future__ import annotations

import asyncio
import base64
import binascii
import logging
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

# aiosmtpd logs every line of a letter.
logging.getLogger("mail.log").setLevel(logging.ERROR)

_LARGEST = 32 << 20  # bytes


class Fault(StrEnum):
    """How a connection ends under a letter."""

    HANG_UP = "hang up"  # drop the connection; the letter was not taken
    KEEP_AND_HANG_UP = "keep and hang up"  # take the letter, then drop the connection before the answer


@dataclass(frozen=True, slots=True)
class Accepted:
    """A letter that was taken; ``raw`` as it came over the wire."""

    mail_from: str
    recipients: tuple[str, ...]
    raw: bytes


class Owner(Protocol):
    """Who the server works for. A hook returns an SMTP answer, a ``Fault``, or None for "go on"."""

    smtp_hook: Callable[[Envelope], str | Fault | None] | None  # after the final dot, before the answer
    before_the_dot: Callable[[Envelope], str | Fault | None] | None  # when DATA is said; HANG_UP cuts the letter short
    refuse_recipients: dict[str, str]  # address in lower case -> SMTP answer

    def lets_in(
        self, door: Literal["imap", "smtp"], *, password: str = "", user: str = "", token: str = ""
    ) -> bool: ...

    async def accept(self, mail_from: str, recipients: Iterable[str], raw: bytes) -> None: ...


class SmtpServer:
    """Makes one protocol object per connection and remembers the connections."""

    def __init__(self, owner: Owner, tls: ssl.SSLContext | None) -> None:
        self._owner = owner
        self._tls = tls
        self._connections: set[_Connection] = set()

    async def listen(self, host: str, port: int = 0, *, implicit_tls: bool = False) -> asyncio.Server:
        """Serve on ``port`` (0: any free one), with STARTTLS when there is a certificate."""
        loop = asyncio.get_running_loop()

        def connection() -> _Connection:
            made = _Connection(
                _Conversation(self._owner),
                hostname="mx.embedded.test",
                enable_SMTPUTF8=True,
                tls_context=None if implicit_tls else self._tls,
                # over implicit TLS aiosmtpd does not know that the connection is already safe
                auth_require_tls=self._tls is not None and not implicit_tls,
                authenticator=self._authenticate,
                data_size_limit=_LARGEST,
                loop=loop,
            )
            made.before_the_dot = lambda envelope: self._owner.before_the_dot and self._owner.before_the_dot(envelope)
            self._connections.add(made)
            return made

        return await loop.create_server(connection, host, port, ssl=self._tls if implicit_tls else None)

    def hang_up(self) -> None:
        """Drop every connection without a word."""
        for connection in self._connections:
            connection.drop()
        self._connections.clear()

    def _authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: LoginPassword
    ) -> AuthResult:
        # handled=False: aiosmtpd gives the 535 answer itself
        return AuthResult(success=self._owner.lets_in("smtp", password=given.password.decode()), handled=False)


class _Connection(SMTP):
    """One connection, which can be cut off when DATA is said, halfway through the letter."""

    before_the_dot: Callable[[Envelope], str | Fault | None]

    def drop(self) -> None:
        if isinstance(self.transport, asyncio.Transport):
            self.transport.abort()

    async def smtp_DATA(self, arg: str | None) -> None:  # noqa: N802 (aiosmtpd's name)
        wrong = self.before_the_dot(self.envelope) if self.envelope and self.envelope.rcpt_tos else None
        if isinstance(wrong, Fault):
            await self.push("354 End data with <CR><LF>.<CR><LF>")
            self.drop()
        elif wrong:
            await self.push(wrong)
        else:
            await super().smtp_DATA(arg)


class _Conversation:
    """aiosmtpd's handler: what to answer to whom."""

    def __init__(self, owner: Owner) -> None:
        self._owner = owner

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if refused := self._owner.refuse_recipients.get(address.lower()):
            return refused
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: _Connection, session: Session, envelope: Envelope) -> str:  # noqa: N802
        wrong = self._owner.smtp_hook(envelope) if self._owner.smtp_hook else None
        if isinstance(wrong, str) and not isinstance(wrong, Fault):
            return wrong
        if wrong is not Fault.HANG_UP:
            await self._owner.accept(
                envelope.mail_from or "", envelope.rcpt_tos, bytes(envelope.original_content or b"")
            )
        if wrong is not None:
            server.drop()
        return "250 2.0.0 OK, taken"

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        challenged = await server.challenge_auth("") if len(args) == 1 else _decode(args[1])
        given = challenged if isinstance(challenged, bytes) else b""
        fields = dict(part.partition("=")[::2] for part in given.decode().split("\x01") if part)
        token = fields.get("auth", "").removeprefix("Bearer ")
        right = self._owner.lets_in("smtp", user=fields.get("user", ""), token=token or "-")
        return AuthResult(success=right, handled=False)


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
