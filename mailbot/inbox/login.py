"""Into the mailbox: TLS verified, by password or by XOAUTH2 (Microsoft 365, Google)."""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from imapclient import SocketTimeout

from mailbot.inbox.idle import InboxClient, hang_up
from mailbot.inbox.trouble import CannotReach, ConnectionLost, LoginRefused, NotTrusted
from mailbot.logins.tls import PERHAPS_OURS, client_context, wants_our_certificate
from mailbot.logins.trouble import CertificateUnusable, NoToken

__all__ = ["Account", "connect"]


@dataclass(frozen=True, slots=True)
class Account:
    """A mailbox and the way in. ``secret`` is asked at each login: the password, or a bearer token; it may raise
    ``NoToken``, ``OSError``, ``LookupError`` or ``ValueError`` when it cannot tell. ``instead_of`` gives another one
    when the server refused that one, and is asked once."""

    host: str
    port: int
    security: Literal["tls", "starttls", "none"]
    user: str
    secret: Callable[[], str]
    method: Literal["password", "xoauth2"] = "password"
    instead_of: Callable[[str], str] | None = None
    ca_file: Path | None = None  # a further authority to trust, for a server with the charity's own certificate
    certificate_file: Path | None = None  # our own, for a server that wants to see one; its key in the same file, or in
    key_file: Path | None = None
    timeout: float = 60.0  # seconds, for connecting and for each read


def connect(account: Account) -> InboxClient:
    """A client that is logged in; one per thread. Raises ``MailboxTrouble`` of the kind that fits."""
    given: list[str] = []
    try:
        return _logged_in(account, account.secret, given)
    except LoginRefused as refused:
        if not (refused.permanent and given and account.instead_of):
            raise
        # a token may have been withdrawn, or have run out while this machine slept
        instead_of = account.instead_of
        return _logged_in(account, lambda: instead_of(given[0]), given)


def _logged_in(account: Account, secret: Callable[[], str], given: list[str]) -> InboxClient:
    """A fresh connection each time: servers hang up on a refused login sooner or later. ``given`` learns what was
    tried."""
    client = _open(account)
    try:
        given.append(_told(secret, account))
        _log_in(client, account, given[-1])
    except BaseException:
        hang_up(client)
        raise
    return client


def _open(account: Account) -> InboxClient:
    where = f"{account.host}:{account.port}"
    client: InboxClient | None = None
    context = None if account.security == "none" else _context(account)
    try:
        client = InboxClient(
            account.host,
            account.port,
            ssl=account.security == "tls",
            ssl_context=context,
            timeout=SocketTimeout(account.timeout, account.timeout),
        )
        if context is not None and account.security == "starttls":
            _start_tls(client, context, where)
        return client
    except ssl.SSLCertVerificationError as error:
        hang_up(client)
        raise NotTrusted(
            f"the certificate of {where} cannot be verified ({error.verify_message}); "
            "if it is your own server, name its authority as ca_file"
        ) from error
    except ssl.SSLError as error:
        hang_up(client)
        if wants_our_certificate(error):
            raise _wants_a_certificate(account, where) from error
        raise CannotReach(f"{where} does not speak TLS as expected ({error.reason}): is it the right port?") from error
    except socket.gaierror as error:
        raise CannotReach(f"there is no host named {account.host}, or no network to ask") from error
    except TimeoutError as error:
        hang_up(client)
        raise CannotReach(f"{where} did not answer within {account.timeout:g} seconds") from error
    except OSError as error:
        hang_up(client)
        raise CannotReach(f"no connection to {where} ({error.strerror or type(error).__name__})") from error
    except imaplib.IMAP4.error as error:
        hang_up(client)
        if wants_our_certificate(error):
            raise _wants_a_certificate(account, where) from error
        if context is not None and isinstance(error, imaplib.IMAP4.abort):
            raise CannotReach(f"{where} hung up as soon as TLS was there; {PERHAPS_OURS}") from error
        raise CannotReach(f"{where} answers, but not as an IMAP server should") from error


def _context(account: Account) -> ssl.SSLContext:
    try:
        return client_context(account.ca_file, account.certificate_file, account.key_file)
    except CertificateUnusable as unusable:
        raise NotTrusted(str(unusable)) from unusable


def _wants_a_certificate(account: Account, where: str) -> NotTrusted:
    if account.certificate_file is None:
        return NotTrusted(
            f"{where} lets in only who shows a certificate: name one as certificate_file, with its key_file"
        )
    return NotTrusted(f"{where} does not accept our certificate ({account.certificate_file})")


def _start_tls(client: InboxClient, context: ssl.SSLContext, where: str) -> None:
    if not client.has_capability("STARTTLS"):
        raise NotTrusted(f"{where} offers no STARTTLS, and without it the password would be readable on the way")
    client.starttls(context)
    client._set_read_timeout()


# What a server says when it is its own trouble, not ours (RFC 5530, section 3).
_ITS_OWN_TROUBLE = re.compile(r"\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)\]", re.IGNORECASE)


def _told(secret: Callable[[], str], account: Account) -> str:
    try:
        return secret()
    except NoToken as trouble:
        raise LoginRefused(f"no token for {account.user}: {trouble}", permanent=trouble.permanent) from None
    except (OSError, LookupError, ValueError) as error:
        raise LoginRefused(f"the secret for {account.user} cannot be read ({type(error).__name__})") from error


def _log_in(client: InboxClient, account: Account, secret: str) -> None:
    try:
        if account.method == "xoauth2":
            client.sasl_login("XOAUTH2", _bearer(account.user, secret))
        else:
            _log_in_by_password(client, account.user, secret)
    except imaplib.IMAP4.error as error:
        # imapclient makes a LoginError of everything, a lost connection too
        if isinstance(error, imaplib.IMAP4.abort) or isinstance(error.__context__, imaplib.IMAP4.abort):
            raise ConnectionLost(f"{account.host} hung up during the login") from None
        raise _refusal(account, str(error), secret) from None  # the cause may repeat what we sent
    except OSError as error:
        raise ConnectionLost(f"{account.host} fell silent during the login ({type(error).__name__})") from error


def _log_in_by_password(client: InboxClient, user: str, password: str) -> None:
    # imaplib sends LOGIN in ASCII only; PLAIN carries UTF-8.
    plain = (user + password).isascii() and not client.has_capability("LOGINDISABLED")
    if plain or not client.has_capability("AUTH=PLAIN"):
        client.login(user, password)
    else:
        client.plain_login(user, password)


def _bearer(user: str, token: str) -> Callable[[bytes], bytes]:
    answers = [f"user={user}\x01auth=Bearer {token}\x01\x01".encode()]

    def respond(challenge: bytes) -> bytes:
        # A second challenge holds the reason of a failure; the answer to it is empty, then comes the NO.
        return answers.pop() if answers else b""

    return respond


def _refusal(account: Account, said: str, secret: str) -> LoginRefused:
    said = said.replace(secret, "…") if secret else said
    said = re.sub(r"^b['\"]|['\"]$", "", said)[:200]
    if _ITS_OWN_TROUBLE.search(said):
        return LoginRefused(f"{account.host} cannot let {account.user} in just now: {said}", permanent=False)
    what = "the password" if account.method == "password" else "the token"
    return LoginRefused(f"{account.host} does not accept {what} of {account.user}: {said}")
