"""Tokens for Microsoft 365 (sole home of msal): as an application, or for a mailbox whose person logged in once.

Each token is asked for by a new client: msal would keep tokens, and answer refusals, out of a memory of its own. The
library is an extra, so it is imported when it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mailbot.logins.kept import KeptLogin
from mailbot.logins.tokens import Token
from mailbot.logins.trouble import NoToken

AUTHORITY = "https://login.microsoftonline.com"
AS_APPLICATION = ["https://outlook.office365.com/.default"]
AS_SOMEBODY = ["https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send"]

LOGIN_AGAIN = "run `mailbot login` again"


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrosoftApp:
    """The registered application. ``certificate_file`` (PEM) holds its certificate and its private key (RSA)."""

    tenant: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    certificate_file: Path | None = None
    authority: str = AUTHORITY
    ca_file: Path | None = None


def application_token(app: MicrosoftApp) -> Token:
    """By the application's own secret or certificate, with nobody logged in. Raises ``NoToken``."""
    return _token(_asked(lambda: _confidential(app).acquire_token_for_client(AS_APPLICATION)))


def delegated_token(app: MicrosoftApp, kept: KeptLogin) -> Token:
    """By the login that is kept; Microsoft gives another refresh token each time, which is kept in its place. Raises
    ``NoToken``."""
    refresh_token = kept.read()
    told = _asked(lambda: _public(app).acquire_token_by_refresh_token(refresh_token, AS_SOMEBODY))
    token = _token(told)
    if told.get("refresh_token", refresh_token) != refresh_token:
        _keep(kept, told["refresh_token"])
    return token


def certificate_and_key(file: Path) -> dict[str, str]:
    """The two out of one PEM file, as msal wants them. Raises ``NoToken``."""
    try:
        text = file.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise NoToken(f"{file} cannot be read as PEM") from None
    found = {label: block for block, label in _PEM.findall(text)}
    key = next((block for label, block in found.items() if label.endswith("PRIVATE KEY")), "")
    if not key or "CERTIFICATE" not in found:
        raise NoToken(f"{file} must hold a certificate and its private key, both as PEM")
    return {"private_key": key, "public_certificate": found["CERTIFICATE"]}


_PEM = re.compile(r"(-----BEGIN ([A-Z ]+)-----.*?-----END \2-----)", re.DOTALL)


def log_in(app: MicrosoftApp, kept: KeptLogin, tell: Callable[[str], None]) -> None:
    """The device-code flow (RFC 8628): ``tell`` is given the code and where to type it, then we wait until somebody
    did. Raises ``NoToken``."""
    client = _asked(lambda: _public(app))
    flow = _asked(lambda: client.initiate_device_flow(scopes=AS_SOMEBODY))
    if "user_code" not in flow:
        raise _refusal(flow)
    tell(
        f"Open {flow['verification_uri']} in any browser, type the code {flow['user_code']}, and log in as the mailbox."
    )
    told = _asked(lambda: client.acquire_token_by_device_flow(flow))
    _token(told)
    if "refresh_token" not in told:
        raise NoToken("Microsoft gave no refresh token: does the application have the permission offline_access?")
    _keep(kept, told["refresh_token"])


def _confidential(app: MicrosoftApp) -> Any:
    credential = certificate_and_key(app.certificate_file) if app.certificate_file else app.client_secret
    return _client("ConfidentialClientApplication", app, client_credential=credential)


def _public(app: MicrosoftApp) -> Any:
    return _client("PublicClientApplication", app)


def _client(kind: str, app: MicrosoftApp, **options: Any) -> Any:
    try:
        import msal

        from mailbot.logins.web import web
    except ModuleNotFoundError:
        raise NoToken("Microsoft 365 needs a library more: pip install 'mailbot[microsoft]'") from None
    return getattr(msal, kind)(
        app.client_id,
        authority=f"{app.authority.rstrip('/')}/{app.tenant}",
        instance_discovery=False,  # the settings name the authority; nobody else needs to be asked whether it is one
        http_client=web(app.ca_file),
        **options,
    )


def _asked(ask: Callable[[], Any]) -> Any:
    """What msal answers; what it raises becomes ``NoToken``, without its words: they may repeat what we sent."""
    try:
        return ask()
    except OSError as error:  # all that requests raises, too
        raise NoToken(f"Microsoft cannot be asked for a token ({type(error).__name__})", permanent=False) from None
    except ValueError as error:  # an authority that is none, an answer that is no JSON, a certificate that does not fit
        raise NoToken(
            f"Microsoft cannot be asked for a token ({type(error).__name__}): are oauth.authority, oauth.tenant and "
            "oauth.certificate_file right?"
        ) from None
    except NoToken:
        raise
    except Exception as error:  # noqa: BLE001 (the libraries below msal have errors of their own)
        if type(error).__module__.startswith("msal"):  # a 5xx answer
            raise NoToken("Microsoft cannot give a token just now", permanent=False) from None
        raise NoToken(f"the certificate of the application cannot be used ({type(error).__name__})") from None


def _token(told: dict[str, Any]) -> Token:
    if "access_token" not in told:
        raise _refusal(told)
    return Token(str(told["access_token"]), float(told.get("expires_in", 3600)))


def _keep(kept: KeptLogin, refresh_token: str) -> None:
    try:
        kept.write(refresh_token)
    except OSError as fault:
        raise NoToken(f"{kept.file} cannot be written ({fault.strerror})") from None


def _refusal(told: dict[str, Any]) -> NoToken:
    """In our words: theirs are long, and name things that do not matter here."""
    described = re.search(r"AADSTS\d+", str(told.get("error_description", "")))
    code = described.group() if described else ""
    error = re.sub(r"[^\w.-]", "", str(told.get("error", "no reason given")))[:40]
    words = PLAIN_WORDS.get(code) or PLAIN_WORDS.get(error) or "see what Microsoft says of this code"
    named = f"{error}, {code}" if code else error
    permanent = error not in ("temporarily_unavailable", "server_error", "slow_down")
    return NoToken(f"Microsoft refuses a token ({named}): {words}", permanent=permanent)


# By Microsoft's number of the refusal, or by the error of RFC 6749 (5.2) and RFC 8628 (3.5).
PLAIN_WORDS = {
    "AADSTS7000215": "oauth.client_secret is wrong (it is the secret's value, not its ID)",
    "AADSTS7000222": "oauth.client_secret has run out: make a new one for the application, and write it into its file",
    "AADSTS700027": "the application does not know this certificate, or it has run out: upload the one in use",
    "AADSTS700016": "there is no such application in the tenant: look at oauth.client_id and oauth.tenant",
    "AADSTS90002": "there is no such tenant: look at oauth.tenant",
    "AADSTS7000112": "the application is switched off in the tenant: an administrator can switch it on",
    "AADSTS7000218": "allow public client flows for the application (Authentication, Advanced settings)",
    "AADSTS65001": "an administrator has to consent to the application's permissions",
    "AADSTS70008": f"the login has run out: {LOGIN_AGAIN}",
    "AADSTS700082": f"the login was not used for 90 days: {LOGIN_AGAIN}",
    "AADSTS50173": f"the login was withdrawn (a password change, say): {LOGIN_AGAIN}",
    "AADSTS50076": f"a second factor is wanted: {LOGIN_AGAIN}",
    "AADSTS50057": "the account is switched off",
    "invalid_client": "the application's secret or certificate is wrong, has run out, or was withdrawn",
    "unauthorized_client": "the application may not ask for this: an administrator has to allow it",
    "invalid_grant": f"the login is not valid any more: {LOGIN_AGAIN}",
    "invalid_scope": "the application lacks its permissions (IMAP and SMTP)",
    "access_denied": "somebody said no",
    "authorization_declined": "somebody said no",
    "expired_token": f"nobody typed the code in time: {LOGIN_AGAIN}",
}
