"""TLS as we speak it to mail servers: always verified, 1.2 or later, with our own certificate where one is wanted."""

from __future__ import annotations

import ssl
from pathlib import Path

from mailbot.logins.trouble import CertificateUnusable

LEAST_VERSION = ssl.TLSVersion.TLSv1_2  # RFC 8996: what is older is no protection

# Some servers hang up without a word when they miss our certificate.
PERHAPS_OURS = "perhaps it lets in only who shows a certificate (certificate_file, key_file)"

# What OpenSSL calls it when a server hangs up for want of a client certificate, or over one that it does not know.
_OF_CLIENT_CERTIFICATE = ("CERTIFICATE_REQUIRED", "UNKNOWN_CA", "BAD_CERTIFICATE", "HANDSHAKE_FAILURE")


def client_context(
    ca_file: Path | None = None, certificate_file: Path | None = None, key_file: Path | None = None
) -> ssl.SSLContext:
    """``ca_file`` is a further authority to trust (PEM). ``certificate_file`` is shown to a server that asks for it;
    its private key stands in ``key_file``, or in the same file. Raises ``CertificateUnusable``."""
    context = ssl.create_default_context()
    context.minimum_version = max(context.minimum_version, LEAST_VERSION)
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise CertificateUnusable("ca_file", f"ca_file {ca_file} cannot be read as certificates") from error
    if certificate_file is not None:
        _show(context, certificate_file, key_file)
    return context


def wants_our_certificate(error: BaseException | None) -> bool:
    """Did the server say that it hangs up because of the certificate that we showed, or did not show? The libraries
    wrap what OpenSSL said."""
    while error is not None:
        reason = (error.reason or "") if isinstance(error, ssl.SSLError) else ""
        if "ALERT" in reason and any(words in reason for words in _OF_CLIENT_CERTIFICATE):
            return True
        error = error.__cause__ or error.__context__
    return False


def _show(context: ssl.SSLContext, certificate_file: Path, key_file: Path | None) -> None:
    for which, file in (("certificate_file", certificate_file), ("key_file", key_file)):
        if file is not None and not file.is_file():
            raise CertificateUnusable(which, f"{which} {file} is not there")
    try:
        # without a password of our own, OpenSSL would ask for one at the terminal, and wait
        context.load_cert_chain(certificate_file, key_file, password=lambda: "")
    except (OSError, ssl.SSLError) as error:
        reason = getattr(error, "reason", "") or ""
        if "KEY_VALUES_MISMATCH" in reason:
            words = f"{key_file or certificate_file} is not the private key of {certificate_file}"
            raise CertificateUnusable("key_file", words) from error
        words = f"{certificate_file} and its private key cannot be read (PEM, the key without a pass phrase)"
        raise CertificateUnusable("certificate_file", words) from error
