"""The post: hands letters to the SMTP server over connections that stay open, and says what became of each.

Sole home of aiosmtplib. Its ``sendmail`` cannot tell whether an answer was lost before or after the final dot (both are
``SMTPServerDisconnected``), so a letter's commands are given one by one.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPStatus,
)
from aiosmtplib.protocol import SMTPProtocol

from mailbot.logins.tls import PERHAPS_OURS, client_context, wants_our_certificate
from mailbot.logins.trouble import CertificateUnusable, NoToken
from mailbot.outbox.delivery import Delivery, Outcome, without_addresses
from mailbot.outbox.frame import Unaddressable, checked_address

_START_OF_LINE_DOT = re.compile(rb"(?m)^\.")
_LONE_LINE_END = re.compile(rb"\r\n|\r|\n")
_WRONG = (SMTPException, OSError, NoToken, CertificateUnusable)
# Said to a kept connection's MAIL FROM: the server is closing, or the login has run out with its token.
_NOT_ANY_MORE = (SMTPStatus.domain_unavailable, SMTPStatus.auth_failed, 530)
_PATIENCE_AFTER_DOT = 5  # times the timeout: RFC 5321 4.5.3.2.6 wants far more patience here than elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpAccount:
    """Where and how letters are handed over. ``secret`` gives the password or the bearer token, and is asked at each
    login (it may raise ``NoToken``); ``instead_of`` gives another one when the server refused that one, and is asked
    once. ``timeout`` is seconds for one answer."""

    host: str
    port: int
    security: Literal["tls", "starttls", "none"] = "starttls"
    user: str = ""
    secret: Callable[[], str] | None = None
    method: Literal["password", "xoauth2"] = "password"
    instead_of: Callable[[str], str] | None = None
    ca_file: Path | None = None
    certificate_file: Path | None = None  # our own, for a server that wants to see one; its key in the same file, or in
    key_file: Path | None = None
    timeout: float = 60.0
    connections: int = 4


@dataclass(slots=True)
class _Line:
    """One connection while it carries a letter. ``kept``: it carried others before; ``named``: MAIL FROM was accepted;
    ``dotted``: the final dot has been written."""

    smtp: SMTP
    kept: bool = False
    named: bool = False
    dotted: bool = False


class Post:
    """``sender`` is the bare mailbox of MAIL FROM. At most ``account.connections`` letters travel at once."""

    def __init__(self, account: SmtpAccount, sender: str) -> None:
        self.account = account
        self.sender = sender
        self._free: list[SMTP] = []
        self._turns = asyncio.Semaphore(account.connections)

    async def deliver(self, mail_id: int, message_id: str, recipient: str, raw: bytes) -> Delivery:
        """Hand one letter over. Raises nothing but cancellation; ``mail_id`` and ``message_id`` name it to a reader of
        a traceback only."""
        try:
            recipient = checked_address(recipient)  # aiosmtplib would send to whatever it makes of one
        except Unaddressable as wrong:
            return Delivery(Outcome.REFUSED, str(wrong))
        async with self._turns:
            delivery = await self._try(recipient, raw, fresh=False)
            if delivery is None:  # the server had closed a connection that we kept: nothing was said about the letter
                delivery = await self._try(recipient, raw, fresh=True)
            return delivery or Delivery(Outcome.TEMPORARY, "the server hangs up")

    async def probe(self) -> Delivery:
        """Connect, log in and part again, for ``mailbot check``."""
        async with self._turns:
            try:
                async with self._line(fresh=True) as line:
                    await line.smtp.noop()
            except _WRONG as wrong:
                return _before_the_letter(wrong)
            return Delivery(Outcome.SENT)

    async def close(self) -> None:
        """Part from the server; a letter that comes later connects anew."""
        while self._free:
            await _part(self._free.pop())

    async def _try(self, recipient: str, raw: bytes, *, fresh: bool) -> Delivery | None:
        """None when a kept connection turned out to be closing before the letter was named."""
        line: _Line | None = None
        try:
            async with self._line(fresh=fresh) as line:
                await line.smtp.mail(self.sender)
                line.named = True
                return await self._hand_over(line, recipient, raw)
        except _WRONG as wrong:
            if line is None or not line.named:
                closing = not isinstance(wrong, SMTPSenderRefused) or wrong.code in _NOT_ANY_MORE
                return None if line and line.kept and closing else _before_the_letter(wrong)
            return _during_the_letter(wrong, dotted=line.dotted)

    async def _hand_over(self, line: _Line, recipient: str, raw: bytes) -> Delivery:
        """RCPT and DATA; a refusal leaves the connection usable."""
        try:
            await line.smtp.rcpt(recipient)
            code, words = await self._data(line, raw)
        except SMTPRecipientRefused as refused:
            code, words = refused.code, refused.message
        if not line.dotted:
            await _forget(line.smtp)
        return _judged(code, words)

    async def _data(self, line: _Line, raw: bytes) -> tuple[int, str]:
        """The letter, then the final dot on its own, so that a connection lost before it is known to be lost before."""
        code, words = await line.smtp.execute_command(b"DATA")
        protocol = line.smtp.protocol
        if code != SMTPStatus.start_input or protocol is None:
            return code, words
        protocol.write(_as_data(raw))
        async with asyncio.timeout(self.account.timeout):
            await _gone_out(protocol)
        line.dotted = protocol.is_connected
        answer = await protocol.execute_command(b".", timeout=self.account.timeout * _PATIENCE_AFTER_DOT)
        return answer.code, answer.message

    @contextlib.asynccontextmanager
    async def _line(self, *, fresh: bool) -> AsyncIterator[_Line]:
        """A connection of our own for a while; it is kept for the next letter unless something went wrong on it."""
        smtp = None if fresh else self._kept()
        line = _Line(smtp or await self._connect(), kept=smtp is not None)
        try:
            yield line
        except BaseException:  # cancelled in the middle of a letter, too: nobody knows what the server expects next
            line.smtp.close()
            raise
        if line.smtp.is_connected:
            self._free.append(line.smtp)

    def _kept(self) -> SMTP | None:
        while self._free:
            smtp = self._free.pop()
            if smtp.is_connected:
                return smtp
        return None

    async def _connect(self) -> SMTP:
        account = self.account
        secret = await asyncio.to_thread(account.secret) if account.secret else None
        try:
            return await self._log_in(secret)
        except SMTPAuthenticationError as refused:
            if secret is None or account.instead_of is None or 400 <= refused.code < 500:
                raise
            # a token may have been withdrawn, or have run out while this machine slept
            return await self._log_in(await asyncio.to_thread(account.instead_of, secret))

    async def _log_in(self, secret: str | None) -> SMTP:
        account = self.account
        by_token = account.method == "xoauth2" and secret is not None

        async def token() -> str:
            return secret or ""

        smtp = SMTP(
            hostname=account.host,
            port=account.port,
            local_hostname=self.sender.rpartition("@")[2] or "localhost",
            timeout=account.timeout,
            use_tls=account.security == "tls",
            start_tls=account.security == "starttls",  # left to itself it would do without when the server offers none
            tls_context=_tls(account),
            username=account.user or None,
            password=None if by_token else secret,
            oauth_token_generator=token if by_token else None,
        )
        try:
            await smtp.connect()
        except (SMTPServerDisconnected, SMTPConnectError) as wrong:
            smtp.close()
            hung_up = SMTPServerDisconnected in (type(wrong), type(wrong.__cause__), type(wrong.__context__))
            if account.security == "none" or not hung_up or wants_our_certificate(wrong):
                raise
            raise SMTPServerDisconnected(f"{wrong}; {PERHAPS_OURS}") from wrong
        except BaseException:
            smtp.close()
            raise
        return smtp


def _tls(account: SmtpAccount) -> ssl.SSLContext | None:
    if account.security == "none":
        return None
    return client_context(account.ca_file, account.certificate_file, account.key_file)


def _as_data(raw: bytes) -> bytes:
    """RFC 5321 4.5.2, and every line end a CRLF: a lone one could end the letter early at some servers."""
    if raw.count(b"\n") != raw.count(b"\r\n") or raw.count(b"\r") != raw.count(b"\r\n") or not raw.endswith(b"\n"):
        raw = _LONE_LINE_END.sub(b"\r\n", raw).removesuffix(b"\r\n") + b"\r\n"
    return _START_OF_LINE_DOT.sub(b"..", raw)


async def _gone_out(protocol: SMTPProtocol) -> None:
    """Until the letter has left our buffer, or the connection is seen to be lost."""
    await asyncio.sleep(0)
    while (
        isinstance(protocol.transport, asyncio.WriteTransport)
        and protocol.is_connected
        and protocol.transport.get_write_buffer_size()
    ):
        await asyncio.sleep(0.005)


async def _forget(smtp: SMTP) -> None:
    """RSET, so that the next letter finds the connection as new."""
    try:
        await smtp.rset()
    except (SMTPException, OSError):
        smtp.close()


async def _part(smtp: SMTP) -> None:
    try:
        await smtp.quit()
    except (SMTPException, OSError):
        smtp.close()


def _judged(code: int, words: str) -> Delivery:
    """What an answer to RCPT, DATA or the final dot means."""
    why = f"{code} {without_addresses(words)}"
    if 200 <= code < 300:
        return Delivery(Outcome.SENT, why, code)
    if 500 <= code < 600:
        ours = code in (530, 535)  # the server wants us to log in: no fault of the recipient's
        return Delivery(Outcome.TEMPORARY if ours else Outcome.REFUSED, why, code, trouble=ours)
    return Delivery(Outcome.TEMPORARY, why, code)


def _before_the_letter(wrong: Exception) -> Delivery:
    """Connecting, greeting, TLS, login or MAIL FROM failed: it is about us, so even a 5xx is only for now."""
    if isinstance(wrong, SMTPResponseException):
        return Delivery(Outcome.TEMPORARY, _told(wrong), wrong.code, trouble=not 400 <= wrong.code < 500)
    if isinstance(wrong, NoToken):
        return Delivery(Outcome.TEMPORARY, f"no token: {_told(wrong)}", trouble=wrong.permanent)
    if wants_our_certificate(wrong):
        words = "the server wants another certificate of ours (smtp.certificate_file, smtp.key_file)"
        return Delivery(Outcome.TEMPORARY, words, trouble=True)
    # an OSError is a server that cannot be reached just now, unless its certificate is wrong
    badly_set = not isinstance(wrong, OSError) or isinstance(wrong.__cause__ or wrong, ssl.SSLError)
    return Delivery(Outcome.TEMPORARY, _told(wrong), trouble=badly_set)


def _during_the_letter(wrong: Exception, *, dotted: bool) -> Delivery:
    if dotted:
        return Delivery(Outcome.UNCERTAIN, f"no answer after the letter was handed over: {_told(wrong)}")
    return Delivery(Outcome.TEMPORARY, _told(wrong))


def _told(wrong: Exception) -> str:
    if isinstance(wrong, SMTPResponseException):
        return f"{wrong.code} {without_addresses(wrong.message)}"
    return without_addresses(wrong) or type(wrong).__name__
