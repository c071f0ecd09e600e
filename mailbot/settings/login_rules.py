"""What single values cannot show about getting in: who gives the token, and whether TLS can use its files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mailbot.logins import google, microsoft
from mailbot.logins.tls import client_context
from mailbot.logins.trouble import CertificateUnusable, NoToken
from mailbot.settings.sections import Mailbox, OAuth, Smtp

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
# Tenants that stand for everybody's: there the application has no rights of its own.
NOBODYS_TENANTS = frozenset({"common", "organizations", "consumers"})

Told = tuple[str, str, str]  # key, what is wrong, what is allowed


def server_faults(section: str, server: Mailbox | Smtp, oauth: OAuth) -> Iterator[Told]:
    """How one server is reached, and what opens it."""
    if server.security == "none" and server.host not in LOOPBACK:
        wrong = f"would send passwords and letters to {server.host} in clear"
        yield f"{section}.security", wrong, '"none" is only for this machine (localhost); use "tls" or "starttls"'
    yield from _tls_files(section, server)
    yield from _token_faults(section, server, oauth)


def _tls_files(section: str, server: Mailbox | Smtp) -> Iterator[Told]:
    if server.security == "none" and server.certificate_file:
        mend = 'use security = "tls" or "starttls", or leave the certificate out'
        yield f"{section}.certificate_file", "is shown to nobody: the connection has no TLS", mend
    if server.key_file and not server.certificate_file:
        yield f"{section}.key_file", "is told without a certificate", f"name it as {section}.certificate_file"
    else:
        yield from _usable(section, server.ca_file, server.certificate_file, server.key_file)


def _usable(section: str, ca_file: str, certificate_file: str = "", key_file: str = "") -> Iterator[Told]:
    """By trying: what cannot be loaded now will not open the door at night either."""
    ca, certificate, key = (Path(each) if each else None for each in (ca_file, certificate_file, key_file))
    if ca is not None and not ca.is_file():
        yield f"{section}.ca_file", f'names "{ca}", but there is no such file', "name a PEM file, or leave it out"
        return
    try:
        client_context(ca, certificate, key)
    except CertificateUnusable as unusable:
        mend = "name PEM files: certificates, and a private key without a pass phrase"
        yield f"{section}.{unusable.which}", f"cannot be used: {unusable}", mend


def _token_faults(section: str, server: Mailbox | Smtp, oauth: OAuth) -> Iterator[Told]:
    if server.method != "xoauth2":
        return
    if not server.token_command and not oauth.provider:
        mend = f"set oauth.provider, or name a program that prints a fresh token as {section}.token_command"
        yield f"{section}.method", 'is "xoauth2", but nothing gives a token', mend
    if server.token_command and oauth.provider:
        wrong = f'gives a token, and so does oauth.provider = "{oauth.provider}"'
        yield f"{section}.token_command", wrong, "keep one of them"
    if not server.user:
        yield f"{section}.user", 'is empty, but the method is "xoauth2"', "name the mailbox that the token is for"


def oauth_faults(oauth: OAuth, mailbox: Mailbox, smtp: Smtp) -> Iterator[Told]:
    """What the provider needs, and what it has no use for."""
    if not oauth.provider:
        if oauth.client_id or oauth.tenant or oauth.service_account_file:  # a secret alone may wait in its file
            yield "oauth.provider", "is empty, though an application is told", 'name it: "microsoft" or "google"'
        return
    if "xoauth2" not in (mailbox.method, smtp.method):
        mend = 'set mailbox.method and smtp.method to "xoauth2"'
        yield "oauth.provider", f'is "{oauth.provider}", but nobody asks for a token', mend
    yield from _usable("oauth", oauth.ca_file)
    yield from _microsoft(oauth) if oauth.provider == "microsoft" else _google(oauth)


def _microsoft(oauth: OAuth) -> Iterator[Told]:
    for key, what in (("tenant", "the tenant's ID or domain"), ("client_id", "the application's (client) ID")):
        if not getattr(oauth, key):
            yield f"oauth.{key}", "is empty, and Microsoft needs it", f"write {what}, as Entra shows it"
    if oauth.service_account_file:
        yield "oauth.service_account_file", "is Google's, and the provider is Microsoft", "leave it out"
    if oauth.access == "delegated":
        return
    if oauth.tenant in NOBODYS_TENANTS:
        yield "oauth.tenant", f'is "{oauth.tenant}", which is nobody\'s', "write your own tenant's ID or domain"
    if bool(oauth.client_secret) == bool(oauth.certificate_file):
        told = "both told" if oauth.client_secret else "both missing"
        mend = "the application proves itself by one of them: keep one"
        yield "oauth.client_secret", f"and oauth.certificate_file are {told}", mend
    elif oauth.certificate_file:
        yield from _application_certificate(oauth.certificate_file)


def _application_certificate(file: str) -> Iterator[Told]:
    try:
        microsoft.certificate_and_key(Path(file))
    except NoToken as unusable:
        yield "oauth.certificate_file", f"cannot be used: {unusable}", "name one PEM file that holds both (the key RSA)"


def _google(oauth: OAuth) -> Iterator[Told]:
    for key in ("tenant", "certificate_file"):
        if getattr(oauth, key):
            yield f"oauth.{key}", "is Microsoft's, and the provider is Google", "leave it out"
    if oauth.access == "delegated":
        for key in ("client_id", "client_secret"):
            if not getattr(oauth, key):
                mend = "write what Google shows for the OAuth client (of the type desktop app)"
                yield f"oauth.{key}", "is empty, and Google needs it", mend
    elif not oauth.service_account_file:
        mend = 'name the JSON key, or set oauth.access to "delegated"'
        yield "oauth.service_account_file", "is empty, and Google needs it", mend
    else:
        try:
            google.service_account(Path(oauth.service_account_file))
        except NoToken as unusable:
            mend = "name the JSON file that Google gave when the key was made"
            yield "oauth.service_account_file", f"cannot be used: {unusable}", mend
