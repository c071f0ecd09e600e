"""A bearer token, kept until it is nearly run out, and obtained anew once when a server refuses it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from mailbot.clock import monotonic
from mailbot.logins.trouble import NoToken

log = logging.getLogger(__name__)

RENEWED_BEFORE_SECONDS = 300.0
RENEWED_BEFORE_PART = 0.1  # of a life so short that five minutes would be most of it


@dataclass(frozen=True, slots=True)
class Token:
    """``seconds`` is how long it opens the door, from when it was asked for."""

    words: str = field(repr=False)
    seconds: float


@dataclass(slots=True)
class Tokens:
    """Shared by all who log in with it, in any thread: while one obtains, the others wait and get the same.

    ``obtain`` asks whoever issues them; it raises ``NoToken``. ``now`` is a clock of seconds that is never put back.
    """

    obtain: Callable[[], Token] = field(repr=False)
    now: Callable[[], float] = monotonic
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _kept: Token | None = field(default=None, repr=False)
    _since: float = 0.0

    def current(self) -> str:
        """One that is good for a while yet. When it cannot be renewed, the old one serves until it has run out; then
        raises ``NoToken``."""
        with self._lock:
            if self._kept is None or self._age() >= _renewed_at(self._kept):
                self._renew_while_it_serves()
            assert self._kept is not None
            return self._kept.words

    def instead_of(self, refused: str) -> str:
        """Another one, since a server refused this one. Raises ``NoToken``."""
        with self._lock:
            if self._kept is None or self._kept.words == refused:  # else somebody obtained another meanwhile
                self._renew()
            assert self._kept is not None
            return self._kept.words

    def _renew_while_it_serves(self) -> None:
        try:
            self._renew()
        except NoToken as trouble:
            if self._kept is None or self._age() >= self._kept.seconds:
                self._kept = None
                raise
            log.warning("the token could not be renewed, the old one still serves: %s", trouble)

    def _renew(self) -> None:
        began = self.now()
        self._kept = self.obtain()
        self._since = began

    def _age(self) -> float:
        return self.now() - self._since


def _renewed_at(token: Token) -> float:
    """At what age."""
    return token.seconds - min(RENEWED_BEFORE_SECONDS, token.seconds * RENEWED_BEFORE_PART)
