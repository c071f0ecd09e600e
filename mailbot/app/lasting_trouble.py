"""Trouble with the inbox: a passing fault is for the log, a lasting one for a person."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailbot.clock import Clock

log = logging.getLogger(__name__)

TOLD_AFTER = timedelta(minutes=30)


@dataclass(slots=True)
class LastingTrouble:
    """``tell`` is given the words of what has lasted for half an hour, each time that it is noted again."""

    clock: Clock
    tell: Callable[[str], None]
    _since: datetime | None = None

    @property
    def lasts(self) -> bool:
        """Has the last look at the inbox failed?"""
        return self._since is not None

    def note(self, words: str) -> None:
        """What the poller says: at first, every hour for as long as it lasts, and "" once all is well again."""
        if not words:
            self._since = None
            log.info("the inbox is well again")
            return
        log.warning("the inbox: %s", words)
        now = self.clock.now()
        self._since = self._since or now
        if now - self._since >= TOLD_AFTER:
            self.tell(words)
