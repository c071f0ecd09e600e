"""HTTPS to whoever issues tokens: verified, patient for so long and no longer, silent about what it carries."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path
from typing import Any

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter

from mailbot.logins.tls import client_context

PATIENCE_SECONDS = 20.0  # for connecting, and for each read
_TALKATIVE = ("msal", "google", "requests_oauthlib", "oauthlib", "urllib3")  # at "debug" they tell secrets


def web(ca_file: Path | None = None) -> Session:
    """``ca_file`` is a further authority to trust. Raises ``CertificateUnusable``."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    session = Session()
    session.mount("https://", _Adapter(client_context(ca_file)))
    return session


class _Adapter(HTTPAdapter):
    """``requests`` takes an authority only in place of all others, and a variable may take even that away."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, ssl_context=self._context, **options)

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        return super().proxy_manager_for(*arguments, ssl_context=self._context, **options)

    def send(self, request: PreparedRequest, *arguments: Any, **options: Any) -> Response:
        options["timeout"] = options.get("timeout") or PATIENCE_SECONDS
        return super().send(request, *arguments, **options)
