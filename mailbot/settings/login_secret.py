"""What to log in with: the password, or a bearer token, as the settings say. One token serves the mailbox and SMTP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mailbot.logins import google, microsoft
from mailbot.logins.command import token_of_command
from mailbot.logins.google import GoogleApp
from mailbot.logins.kept import KeptLogin
from mailbot.logins.microsoft import MicrosoftApp
from mailbot.logins.tokens import Token, Tokens
from mailbot.records.errors import RecordsError
from mailbot.records.vault import Vault
from mailbot.settings.sections import Mailbox, OAuth, Settings, Smtp


@dataclass(frozen=True, slots=True)
class LoginSecret:
    """``current`` is asked at every login, ``instead_of`` once when the server refused what it gave. Both raise
    ``NoToken``."""

    current: Callable[[], str]
    instead_of: Callable[[str], str] | None = None


def login_secret(server: Mailbox | Smtp, settings: Settings) -> LoginSecret:
    if server.method == "password":
        return LoginSecret(lambda: server.password)
    if server.token_command:
        return LoginSecret(lambda: token_of_command(server.token_command))
    tokens = _tokens(settings.oauth, server.user, settings.database.keys)
    return LoginSecret(tokens.current, tokens.instead_of)


def log_in(settings: Settings, tell: Callable[[str], None], ask: Callable[[str], str]) -> None:
    """Somebody delegates the mailbox to us, once. Raises ``NoToken``."""
    oauth, kept = settings.oauth, kept_login(settings)
    if oauth.provider == "microsoft":
        microsoft.log_in(_microsoft(oauth), kept, tell)
    else:
        google.log_in(_google(oauth), kept, settings.mailbox.user, tell, ask)


def kept_login(settings: Settings) -> KeptLogin:
    """What ``log_in`` left."""
    return _kept(settings.oauth, settings.database.keys)


@lru_cache(maxsize=4)
def _tokens(oauth: OAuth, user: str, keys: str) -> Tokens:
    """The same for all that log in as the same: what one renews, the others need not."""
    return Tokens(_obtain(oauth, user, keys))


def _obtain(oauth: OAuth, user: str, keys: str) -> Callable[[], Token]:
    kept = _kept(oauth, keys)
    if oauth.provider == "microsoft":
        app = _microsoft(oauth)
        if oauth.access == "delegated":
            return lambda: microsoft.delegated_token(app, kept)
        return lambda: microsoft.application_token(app)
    google_app = _google(oauth)
    if oauth.access == "delegated":
        return lambda: google.delegated_token(google_app, kept)
    return lambda: google.application_token(google_app, user)


def _microsoft(oauth: OAuth) -> MicrosoftApp:
    return MicrosoftApp(
        tenant=oauth.tenant, client_id=oauth.client_id, client_secret=oauth.client_secret,
        certificate_file=_path(oauth.certificate_file), authority=oauth.authority or microsoft.AUTHORITY,
        ca_file=_path(oauth.ca_file),
    )  # fmt: skip


def _google(oauth: OAuth) -> GoogleApp:
    return GoogleApp(
        service_account_file=_path(oauth.service_account_file), client_id=oauth.client_id,
        client_secret=oauth.client_secret, authority=oauth.authority or google.AUTHORITY, ca_file=_path(oauth.ca_file),
    )  # fmt: skip


def _kept(oauth: OAuth, keys: str) -> KeptLogin:
    """The vault is opened when it is needed: who has no login to keep needs no keys for it."""

    def encrypt(plain: bytes) -> bytes:
        return Vault(keys.split()).encrypt(plain)

    def decrypt(secret: bytes) -> bytes:
        try:
            return Vault(keys.split()).decrypt(secret)
        except RecordsError as fault:
            raise ValueError(str(fault)) from None

    return KeptLogin(Path(oauth.login_file), encrypt, decrypt)


def _path(told: str) -> Path | None:
    return Path(told) if told else None
