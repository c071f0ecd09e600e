"""The poller: letters out of the mailbox into the keeper's hands, for ever, whatever happens to server or database.

Rules (design rule 1): take in before anything else; ``\\Seen`` means nothing and is never set; keyed by UID; after a
UIDVALIDITY change everything is looked at again; one letter that cannot be had never stops the rest.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import uniform

from mailbot.clock import Clock
from mailbot.inbox.fetching import Limits
from mailbot.inbox.idle import LONGEST_IDLE, wait_until_readable
from mailbot.inbox.keeper import Keeper, Look
from mailbot.inbox.login import Account, connect
from mailbot.inbox.look import Looker, Outcome
from mailbot.inbox.mailbox import Mailbox
from mailbot.inbox.trouble import ConnectionLost, MailboxTrouble, Refused

__all__ = ["Keeper", "Limits", "Look", "Poller", "Pollings", "Round"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pollings:
    """How often and how patiently; seconds."""

    poll_seconds: float = 60.0  # where the server has no IDLE
    idle_seconds: float = LONGEST_IDLE  # at most four minutes; other folders than the first are seen that often
    first_pause: float = 1.0  # after a failure; doubled each time
    longest_pause: float = 300.0
    pause_when_permanent: float = 60.0  # at least: servers lock out who knocks too often with a wrong password
    told_again: float = 3600.0  # for as long as it lasts


@dataclass(frozen=True, slots=True)
class Round:
    """What one pass over all folders did. ``troubles`` in words; a folder in trouble did not stop the others."""

    taken_in: int = 0
    could_not_fetch: int = 0
    filed_away: int = 0
    looks: tuple[Look, ...] = ()
    troubles: tuple[str, ...] = ()


def _nothing_more(*_: object) -> None:
    """The default of the callbacks."""


@dataclass(slots=True)
class Poller:
    """One mailbox, one thread. ``on_new`` is called after each commit of letters, ``on_trouble`` with words for staff
    when something new is wrong, again every hour for as long as it lasts, and with "" once all is well again; both in
    the poller's thread."""

    account: Account
    folders: Sequence[str]  # the first is the one waited on
    processed_folder: str  # made when missing; "": nothing is ever moved
    keeper: Keeper
    clock: Clock
    limits: Limits = field(default_factory=Limits)
    pollings: Pollings = field(default_factory=Pollings)
    on_new: Callable[[], None] = _nothing_more
    on_trouble: Callable[[str], None] = _nothing_more
    leave_on: tuple[type[Exception], ...] = ()  # what the keeper raises once the mailbox is somebody else's
    _looker: Looker = field(init=False)
    _stop: threading.Event = field(default_factory=threading.Event)
    _told: str = ""
    _told_at: datetime | None = None

    def __post_init__(self) -> None:
        # Asked anew each time: the callbacks may be set after the poller was built.
        self._looker = Looker(
            self.keeper, self.clock, self.limits, on_new=lambda: self.on_new(), stopping=lambda: self._stop.is_set()
        )

    def once(self) -> Round:
        """Connect, look at every folder, take in, file away, reconcile. Raises ``MailboxTrouble``, or what the keeper
        raises; what was not taken in then lies where it was."""
        with Mailbox(connect(self.account)) as mailbox:
            return self._round(mailbox)

    def run(self, stop: threading.Event, wake_fd: int | None = None) -> None:
        """Until ``stop`` is set, and ``wake_fd`` is made readable (else a wait may last four minutes more). Making
        ``wake_fd`` readable while ``stop`` is not set makes the poller look at once. Returns earlier when the keeper
        raises one of ``leave_on``: the caller may run it again."""
        self._stop = stop
        try:
            self._run(stop, wake_fd)
        except self.leave_on as error:
            log.info("leaving the mailbox: %s", type(error).__name__)
        finally:
            self._stop = threading.Event()

    def _run(self, stop: threading.Event, wake_fd: int | None) -> None:
        failures = 0
        while not stop.is_set():
            try:
                with Mailbox(connect(self.account)) as mailbox:
                    while not stop.is_set():
                        done = self._round(mailbox)
                        failures = 0
                        self._tell("; ".join(done.troubles))
                        self._wait_for_news(mailbox, done, wake_fd)
            except self.leave_on:
                raise
            except Exception as error:  # noqa: BLE001 (the loop that must never die; the keeper may raise anything)
                failures += 1
                self._tell_of(error, failures)
                _pause(seconds_of_pause(self.pollings, error, failures) * uniform(0.5, 1.0), stop, wake_fd)

    # -------------------------------------------------------------------------------------------------- a round

    def _round(self, mailbox: Mailbox) -> Round:
        outcomes: list[Outcome] = []
        processed_folder, troubles = self._place_to_file(mailbox)
        for folder in self.folders:
            if self._stop.is_set():
                break
            try:
                outcomes.append(self._looker.look(mailbox, folder, processed_folder))
            except Refused as refused:
                troubles.append(str(refused))
        return _sum(outcomes, troubles)

    def _place_to_file(self, mailbox: Mailbox) -> tuple[str, list[str]]:
        if not self.processed_folder:
            return "", []
        try:
            mailbox.ensure_folder(self.processed_folder)
        except Refused as refused:
            return "", [f"{refused}; letters are taken in and stay where they are"]
        return self.processed_folder, []

    # -------------------------------------------------------------------------------------------------- waiting

    def _wait_for_news(self, mailbox: Mailbox, done: Round, wake_fd: int | None) -> None:
        first = self.folders[0]
        if self._stop.is_set():
            return
        if not mailbox.can("IDLE") or first not in (look.folder for look in done.looks):
            _pause(self.pollings.poll_seconds, self._stop, wake_fd)
            return
        # What arrived since the look was announced with answers long read; between SELECT and IDLE nothing is missed.
        if mailbox.open(first).uidnext > self._looker.uidnext(first):
            return
        try:
            mailbox.wait_for_news(self.pollings.idle_seconds, wake_fd)
        except Refused:  # it offers IDLE and does not do it
            _pause(self.pollings.poll_seconds, self._stop, wake_fd)

    # -------------------------------------------------------------------------------------------------- trouble

    def _tell_of(self, error: Exception, failures: int) -> None:
        if not isinstance(error, MailboxTrouble):
            # Its text is not ours: it may quote a letter.
            words = f"letters cannot be recorded ({type(error).__name__}); they stay on the server"
        elif isinstance(error, ConnectionLost) and failures == 1:
            log.info("%s; connecting anew", error)  # servers hang up now and then: no trouble yet
            return
        else:
            words = str(error)
        self._tell(words)

    def _tell(self, words: str) -> None:
        now = self.clock.now()
        since_told = now - (self._told_at or now)
        lasts = bool(words) and since_told >= timedelta(seconds=self.pollings.told_again)
        if words != self._told or lasts:
            self._told, self._told_at = words, now
            log.warning("mailbox: %s", words or "all is well again")
            self.on_trouble(words)


def seconds_of_pause(pollings: Pollings, error: Exception, failures: int) -> float:
    """At most so long until the next try, after this many failures in a row; doubled each time, up to a limit."""
    permanent = isinstance(error, MailboxTrouble) and error.permanent
    first = max(pollings.first_pause, pollings.pause_when_permanent) if permanent else pollings.first_pause
    return float(min(first * 2.0 ** min(failures - 1, 30), pollings.longest_pause))


def _pause(seconds: float, stop: threading.Event, wake_fd: int | None) -> None:
    if wake_fd is None:
        stop.wait(seconds)
    elif not stop.is_set():
        wait_until_readable([], seconds, wake_fd)


def _sum(outcomes: Sequence[Outcome], troubles: Sequence[str]) -> Round:
    return Round(
        taken_in=sum(outcome.taken_in for outcome in outcomes),
        could_not_fetch=sum(outcome.could_not_fetch for outcome in outcomes),
        filed_away=sum(outcome.filed_away for outcome in outcomes),
        looks=tuple(outcome.look for outcome in outcomes),
        troubles=(*troubles, *(outcome.trouble for outcome in outcomes if outcome.trouble)),
    )
