"""Why there is no token, in words for a person who can mend it."""

from __future__ import annotations


class NoToken(Exception):
    """``permanent``: trying again will not help until a person has changed something. The words hold no secret."""

    def __init__(self, words: str, *, permanent: bool = True) -> None:
        super().__init__(words)
        self.permanent = permanent


class CertificateUnusable(ValueError):
    """A file that TLS needs cannot be used. ``which`` is the setting: ca_file, certificate_file or key_file."""

    def __init__(self, which: str, words: str) -> None:
        super().__init__(words)
        self.which = which
