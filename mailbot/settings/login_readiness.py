"""Is everything there that logging in by token will need? Found without asking anybody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from mailbot.logins.trouble import NoToken
from mailbot.settings.finding import Finding, Severity
from mailbot.settings.login_secret import kept_login
from mailbot.settings.sections import Settings

LIBRARIES = {"microsoft": ("msal",), "google": ("google.oauth2", "google_auth_oauthlib")}
OTHERS_MAY_READ = 0o077


def login_findings(settings: Settings) -> Iterator[Finding]:
    yield from _commands(settings)
    if settings.oauth.provider:
        yield from _libraries(settings)
        if settings.oauth.access == "delegated":
            yield from _login(settings)
    yield from _open_keys(settings)


def _commands(settings: Settings) -> Iterator[Finding]:
    for section, server in (("mailbox", settings.mailbox), ("smtp", settings.smtp)):
        if server.method == "xoauth2" and server.token_command and shutil.which(server.token_command[0]) is None:
            key = f"{section}.token_command"
            what = f"the program of {key} is not there, or may not be run"
            yield Finding(Severity.BLOCKER, str(settings.place(key)), what, "name a program that this machine has")


def _libraries(settings: Settings) -> Iterator[Finding]:
    provider = settings.oauth.provider
    if not all(_is_installed(name) for name in LIBRARIES[provider]):
        what = f"the library for logging in to {provider.capitalize()} is not installed"
        place = str(settings.place("oauth.provider"))
        yield Finding(Severity.BLOCKER, place, what, f"pip install 'mailbot[{provider}]'")


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # not even the package around it
        return False


def _login(settings: Settings) -> Iterator[Finding]:
    try:
        kept_login(settings).read()
    except NoToken as trouble:
        place = str(settings.place("oauth.login_file"))
        yield Finding(Severity.BLOCKER, place, f"oauth.login_file opens nothing: {trouble}", "run `mailbot login`")


def _open_keys(settings: Settings) -> Iterator[Finding]:
    """Private keys that anybody on the machine could read."""
    told = {
        "mailbox.key_file": settings.mailbox.key_file or settings.mailbox.certificate_file,
        "smtp.key_file": settings.smtp.key_file or settings.smtp.certificate_file,
        "oauth.certificate_file": settings.oauth.certificate_file,
        "oauth.service_account_file": settings.oauth.service_account_file,
    }
    for key, file in told.items():
        if file and Path(file).is_file() and Path(file).stat().st_mode & OTHERS_MAY_READ:
            what = f"the private key of {key} can be read by others on this machine"
            yield Finding(Severity.WARNING, str(settings.place(key)), what, f"chmod 600 {file}")
