"""Tokens for Google Workspace (sole home of google.auth): by a service account that acts for the mailbox, or for a
mailbox whose person logged in once.

The libraries are an extra, so they are imported when they are needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from mailbot.clock import SystemClock
from mailbot.logins.kept import KeptLogin
from mailbot.logins.tokens import Token
from mailbot.logins.trouble import NoToken

AUTHORITY = "https://oauth2.googleapis.com"
LOGIN_PAGE = "https://accounts.google.com/o/oauth2/v2/auth"
SCOPE = "https://mail.google.com/"  # what Google's IMAP and SMTP ask for; no narrower one opens them
# The page that nobody serves: the person copies its address, so the service needs no browser and no open port.
REDIRECT = "http://127.0.0.1:49151/"
LIFE_SECONDS = 3600.0
LOGIN_AGAIN = "run `mailbot login` again"
_NEEDED = ("client_email", "private_key")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleApp:
    """``service_account_file`` is the JSON key that Google made; the client ID and secret are an application's."""

    service_account_file: Path | None = None
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    authority: str = AUTHORITY
    ca_file: Path | None = None

    @property
    def token_uri(self) -> str:
        return f"{self.authority.rstrip('/')}/token"


def application_token(app: GoogleApp, mailbox: str) -> Token:
    """By the service account, to which an administrator has delegated ``mailbox``. Raises ``NoToken``."""
    info = {**service_account(app.service_account_file), "token_uri": app.token_uri}
    google = _google()
    try:
        made = google.service_account.Credentials.from_service_account_info(info, scopes=[SCOPE], subject=mailbox)
    except (ValueError, google.errors.GoogleAuthError):
        raise NoToken(f"the private key in {app.service_account_file} cannot be used") from None
    return _refreshed(google, made, app)


def delegated_token(app: GoogleApp, kept: KeptLogin) -> Token:
    """By the login that is kept. Raises ``NoToken``."""
    google = _google()
    made = google.credentials.Credentials(
        None, refresh_token=kept.read(), token_uri=app.token_uri, client_id=app.client_id,
        client_secret=app.client_secret, scopes=[SCOPE],
    )  # fmt: skip
    return _refreshed(google, made, app)


def log_in(
    app: GoogleApp, kept: KeptLogin, mailbox: str, tell: Callable[[str], None], ask: Callable[[str], str]
) -> None:
    """The flow of an installed application, with PKCE (RFC 7636): ``tell`` is given where to go, ``ask`` asks for the
    address at which the browser ended. Raises ``NoToken``."""
    google = _google()
    client = {
        "client_id": app.client_id, "client_secret": app.client_secret, "auth_uri": LOGIN_PAGE,
        "token_uri": app.token_uri,
    }  # fmt: skip
    flow = google.Flow.from_client_config({"installed": client}, scopes=[SCOPE], redirect_uri=REDIRECT)
    flow.oauth2session.mount("https://", google.web(app.ca_file).get_adapter("https://"))
    page, state = flow.authorization_url(access_type="offline", prompt="consent", login_hint=mailbox)
    tell(f"Open this page in any browser, log in as the mailbox, and allow it:\n\n{page}\n")
    tell("The browser then ends at a page that cannot be shown. Its address is what is needed.")
    code = _code_of(ask("The address"), state)
    try:
        told = flow.fetch_token(code=code)
    except OSError as error:
        raise NoToken(f"Google cannot be asked for a token ({type(error).__name__})", permanent=False) from None
    except Exception as error:  # noqa: BLE001 (oauthlib's errors may repeat what we sent)
        name = re.sub(r"\W", "", str(getattr(error, "error", "")))[:40] or type(error).__name__
        raise NoToken(
            f"Google refuses the login ({name}): start again, the address is good for a few minutes"
        ) from None
    if not told.get("refresh_token"):
        raise NoToken("Google gave no refresh token: remove the application's access from the account, and try again")
    try:
        kept.write(told["refresh_token"])
    except OSError as fault:
        raise NoToken(f"{kept.file} cannot be written ({fault.strerror})") from None


def service_account(file: Path | None) -> dict[str, Any]:
    """The JSON key's fields. Raises ``NoToken`` when it is none."""
    try:
        told = json.loads(file.read_text(encoding="utf-8")) if file else None
    except OSError as fault:
        raise NoToken(f"{file} cannot be read ({fault.strerror})") from None
    except ValueError:
        raise NoToken(f"{file} is no JSON key of a service account") from None
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in _NEEDED):
        raise NoToken(f"{file} is no JSON key of a service account")
    return told


def _code_of(address: str, state: str) -> str:
    told = parse_qs(urlsplit(address.strip()).query)
    if "error" in told:
        raise NoToken("somebody said no at Google's page")
    if told.get("state") != [state] or not told.get("code"):
        raise NoToken("that is not the address of this login: copy all of it, from http to the end")
    return told["code"][0]


@dataclass(frozen=True, slots=True)
class _Google:
    service_account: Any
    credentials: Any
    errors: Any
    Request: Any
    Flow: Any
    web: Any


def _google() -> _Google:
    try:
        from google.auth import exceptions
        from google.auth.transport.requests import Request
        from google.oauth2 import credentials, service_account
        from google_auth_oauthlib.flow import Flow

        from mailbot.logins.web import web
    except ModuleNotFoundError:
        raise NoToken("Google needs a library more: pip install 'mailbot[google]'") from None
    return _Google(service_account, credentials, exceptions, Request, Flow, web)


def _refreshed(google: _Google, made: Any, app: GoogleApp) -> Token:
    try:
        made.refresh(google.Request(session=google.web(app.ca_file)))
    except google.errors.RefreshError as error:
        raise _refusal(error) from None
    except (google.errors.TransportError, OSError) as error:
        cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
        raise NoToken(f"Google cannot be asked for a token ({type(cause).__name__})", permanent=False) from None
    except google.errors.GoogleAuthError as error:
        raise NoToken(f"Google cannot be asked for a token ({type(error).__name__})") from None
    return Token(str(made.token), _seconds(made))


def _seconds(made: Any) -> float:
    """How long Google said that it is good for: the library keeps a moment in naive UTC, told by the wall clock."""
    if not made.expiry:
        return LIFE_SECONDS
    return float((made.expiry.replace(tzinfo=UTC) - SystemClock().now()).total_seconds())


def _refusal(error: Any) -> NoToken:
    told = next((one for one in error.args if isinstance(one, dict)), {})
    name = re.sub(r"[^\w.-]", "", str(told.get("error", "")))[:40] or "no reason given"
    words = PLAIN_WORDS.get(name, "see what Google says of this")
    return NoToken(f"Google refuses a token ({name}): {words}", permanent=not getattr(error, "retryable", False))


PLAIN_WORDS = {
    "unauthorized_client": "the service account may not act for this mailbox: an administrator has to delegate "
    f"{SCOPE} to its client ID (Security, API controls, Domain-wide delegation)",
    "invalid_grant": "the login was withdrawn or has run out, the key was deleted, there is no such mailbox, or this "
    f"machine's clock is wrong; with a login of your own, {LOGIN_AGAIN}",
    "invalid_client": "oauth.client_id or oauth.client_secret is wrong, or the application was deleted",
    "access_denied": "an administrator has forbidden this application",
    "invalid_scope": f"the application may not ask for {SCOPE}",
    "deleted_client": "the application was deleted",
    "disabled_client": "the application is switched off",
}
