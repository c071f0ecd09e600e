"""Builds the real parts from Settings, and runs them: one process, from the first connection to a clean stop."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from mailbot.app.lasting_trouble import LastingTrouble
from mailbot.casework.snapshot import Office
from mailbot.clock import Clock, SystemClock
from mailbot.flow import Flow, Sending
from mailbot.inbox.fetching import Limits
from mailbot.inbox.login import Account
from mailbot.inbox.poller import Poller, Pollings, Round
from mailbot.inbox.sent import find_sent, keeps_our_mail
from mailbot.inbox.sent_since import Known, SentPart, sent_since
from mailbot.inbox.trouble import MailboxTrouble
from mailbot.outbox.compose import Composer, ServiceWords
from mailbot.outbox.post import Post, SmtpAccount
from mailbot.reading.family import read_family
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.volunteer import read_volunteer
from mailbot.records.inbox_rows import InboxRows, LeaseLost
from mailbot.records.outbox_rows import lately_sent
from mailbot.records.store import Store
from mailbot.records.vault import Vault
from mailbot.scheduler import Ticks
from mailbot.settings import Settings
from mailbot.settings.login_secret import login_secret
from mailbot.settings.own_mail import build_reader, reply_address

log = logging.getLogger(__name__)

RENEWALS_A_LEASE = 3
SENDER_WAIT_SECONDS = 2.0
OPENER_WAIT_SECONDS = 15.0
KNOWN_SENT = 5  # so many of our latest letters prove whether the Sent folder keeps them
PRACTICE = "Please could somebody ring me on 07700 900118? Evenings are best. Diolch. I am not sure about czwartek."
PRACTISED_AT = datetime(2026, 1, 1, tzinfo=UTC)
SENT_SECONDS = 300  # how often the Sent folder is looked into for what staff answered by hand


@dataclass(slots=True)
class App:
    """The parts, wired. ``once`` and ``run`` are what the commands call."""

    settings: Settings
    clock: Clock
    store: Store
    office: Office
    composer: Composer
    flow: Flow
    keeper: InboxRows
    poller: Poller
    _stopping: threading.Event = field(default_factory=threading.Event)
    _trouble: LastingTrouble = field(init=False)

    def __post_init__(self) -> None:
        self._trouble = LastingTrouble(self.clock, self._tell_safely)

    def once(self) -> dict[str, int]:
        """One pass: take in, open, keep promises, match, post. What the mailbox raises is raised at the end: an inbox
        that cannot be looked at must not keep an alert from going out."""
        round_, trouble = self._look_once()
        opened = self.flow.open_letters()
        self._look_at_sent()
        kept = self.flow.keep_promises()
        offers = self.flow.match_waiting()
        self.flow.send_digest()
        self.flow.look_into_uncertain()
        sent = asyncio.run(self._post_all())
        if trouble is not None:
            raise trouble
        return {
            "taken in": round_.taken_in, "opened": opened, "promises looked at": kept, "offers made": offers,
            "sent": sent,
        }  # fmt: skip

    def _look_once(self) -> tuple[Round, MailboxTrouble | None]:
        try:
            return self.poller.once(), None
        except MailboxTrouble as trouble:
            return Round(), trouble

    def _look_at_sent(self) -> int:
        """A mailbox in trouble is told of by the poller; what was sent meanwhile is found at the next look."""
        if self._trouble.lasts:  # servers lock out who knocks too often with a wrong password
            return 0
        try:
            return self.flow.note_answered_by_hand()
        except MailboxTrouble as trouble:
            log.info("the Sent folder: %s", trouble)
            return 0

    def run(self) -> None:
        """Until SIGTERM or SIGINT, then drain and stop: what was begun is ended, what waits is found again."""
        asyncio.run(self._run())

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        stop, new_letters, new_mail = asyncio.Event(), asyncio.Event(), asyncio.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, stop.set)
        wake_poller, wake_fd = socket.socketpair()
        self.poller.on_new = lambda: _set_from_thread(loop, new_letters)
        self.poller.on_trouble = self._trouble.note
        thread = threading.Thread(target=self._poll, args=(wake_fd.fileno(),), name="poller")
        ticks = Ticks(
            self.flow, after=new_mail.set, also={"the lease of the mailbox": (self._lease_renewed_after(), self._renew)}
        )
        await ticks.start()
        thread.start()
        workers = [
            asyncio.create_task(self._open_for_ever(new_letters, new_mail)),
            asyncio.create_task(self._post_for_ever(new_mail)),
            asyncio.create_task(self._look_at_sent_for_ever(stop)),
        ]
        await asyncio.to_thread(warm_up, self.office)
        log.info("mailbot is at work")
        await stop.wait()
        log.info("mailbot is stopping")
        self._stopping.set()
        wake_poller.send(b"x")
        new_letters.set()
        new_mail.set()
        await ticks.stop()
        await asyncio.gather(*workers)
        await asyncio.to_thread(thread.join)
        await self.flow.post.close()
        await asyncio.to_thread(self.flow.safely, "the lease of the mailbox", self._give_back)
        wake_poller.close()
        wake_fd.close()
        self.store.close()
        log.info("mailbot has stopped")

    def _poll(self, wake_fd: int) -> None:
        waiting = False
        while not self._stopping.is_set():
            if self.flow.safely("the lease of the mailbox", self._renew):
                waiting = False
                self.poller.run(self._stopping, wake_fd)  # comes back early when the lease is lost
            elif not waiting:
                waiting = True
                log.info("waiting until the mailbox is free")
            self._stopping.wait(self._lease_renewed_after())

    def _renew(self) -> int:
        """1 while we hold the mailbox, 0 while another worker does."""
        seconds = self.settings.mailbox.lease_seconds
        return int(self.keeper.hold_lease(*self._lease(), self.clock.now(), seconds) is not None)

    def _give_back(self) -> int:
        self.keeper.give_back_lease(*self._lease(), self.clock.now())
        return 1

    def _lease_renewed_after(self) -> int:
        return max(1, self.settings.mailbox.lease_seconds // RENEWALS_A_LEASE)

    def _lease(self) -> tuple[str, str]:
        mailbox = self.settings.mailbox
        return f"{mailbox.user}@{mailbox.host}", self.flow.worker

    async def _open_for_ever(self, new_letters: asyncio.Event, new_mail: asyncio.Event) -> None:
        while not self._stopping.is_set():
            new_letters.clear()
            opened = await asyncio.to_thread(
                self.flow.safely, "opening letters", lambda: self.flow.open_letters(self._stopping.is_set)
            )
            if opened:
                new_mail.set()
            await _wait(new_letters, OPENER_WAIT_SECONDS)

    async def _post_for_ever(self, new_mail: asyncio.Event) -> None:
        while not self._stopping.is_set():
            new_mail.clear()
            if not await self.flow.post_safely():
                await _wait(new_mail, SENDER_WAIT_SECONDS)

    async def _look_at_sent_for_ever(self, stop: asyncio.Event) -> None:
        """Apart from the other ticks: a mail server that hangs keeps none of them waiting."""
        while not stop.is_set():
            await asyncio.to_thread(self.flow.safely, "the Sent folder", self._look_at_sent)
            await _wait(stop, SENT_SECONDS)

    async def _post_all(self) -> int:
        sent = 0
        while went := await self.flow.post_letters():
            sent += went
        await self.flow.post.close()
        return sent

    def _tell_safely(self, words: str) -> None:
        self.flow.safely("telling of trouble", lambda: self._tell(words))

    def _tell(self, words: str) -> int:
        self.flow.tell_of_trouble(words)
        return 1


def build(settings: Settings, *, clock: Clock | None = None) -> App:
    """Wire everything up; connects to nothing yet."""
    clock = clock or SystemClock()
    store = open_store(settings)
    office = Office(
        policy=settings.policy,
        roster=settings.roster,
        wording=settings.wording,
        address=settings.service.address,
        own_numbers=frozenset(settings.service.own_numbers),
        processed_folder=settings.mailbox.processed_folder,
        sent_folder=settings.mailbox.sent_folder,
    )
    reply = reply_address(settings)
    composer = build_composer(settings)
    account = imap_account(settings)
    flow = Flow(
        store=store,
        office=office,
        composer=composer,
        reply=reply,
        reader=build_reader(settings),
        clock=clock,
        post=Post(smtp_account(settings), settings.service.address),
        sending=Sending(
            mode=settings.outbox.mode,
            redirect_to=settings.outbox.redirect_to,
            page_command=settings.safeguarding.command,
            find_sent=_sent_folder(settings, account, store),
            sent_since=_sent_since(settings, account),
            sent_folder=settings.mailbox.sent_folder,
        ),
        worker=f"{socket.gethostname()}-{os.getpid()}",
    )
    keeper = InboxRows(
        store, clock, take_in_since=settings.mailbox.take_in_since, history_days=settings.policy.history_days
    )
    poller = Poller(
        account,
        settings.mailbox.folders,
        settings.mailbox.processed_folder,
        keeper,
        clock,
        Limits(max_letter_bytes=settings.mailbox.max_letter_bytes),
        Pollings(poll_seconds=settings.mailbox.poll_seconds),
        leave_on=(LeaseLost,),
    )
    return App(settings, clock, store, office, composer, flow, keeper, poller)


def warm_up(office: Office) -> None:
    """Read one letter for practice: word lists and the language model are made ready before the first family writes."""
    letter = read_letter(b"From: Ada <ada@example.org>\r\nSubject: Hello\r\n\r\n" + PRACTICE.encode(), Reader())
    read_family(letter, wording=office.wording)
    read_volunteer(letter, replying_to="offer", wording=office.wording, sent_at=PRACTISED_AT)


def open_store(settings: Settings) -> Store:
    """The database as it is set; connects when it is first used."""
    return Store.open(settings.database.url, Vault(settings.database.keys.split()))


def build_composer(settings: Settings) -> Composer:
    """Raises ``TemplateBroken`` when the layout is unusable."""
    service = settings.service
    words = ServiceWords(
        name=service.name, address=service.address, signed_by=service.signed_by, signed_role=service.signed_role,
        phone=service.phone, charity=service.charity,
    )  # fmt: skip
    return Composer(settings.templates, service=words, helplines=settings.helplines, reply=reply_address(settings))


def imap_account(settings: Settings) -> Account:
    mailbox = settings.mailbox
    secret = login_secret(mailbox, settings)
    return Account(
        host=mailbox.host, port=mailbox.port, security=mailbox.security, user=mailbox.user,
        secret=secret.current, method=mailbox.method, instead_of=secret.instead_of, ca_file=_path(mailbox.ca_file),
        certificate_file=_path(mailbox.certificate_file), key_file=_path(mailbox.key_file),
    )  # fmt: skip


def smtp_account(settings: Settings) -> SmtpAccount:
    smtp = settings.smtp
    secret = login_secret(smtp, settings)
    return SmtpAccount(
        host=smtp.host, port=smtp.port, security=smtp.security, user=smtp.user,
        secret=secret.current if smtp.user else None, method=smtp.method, instead_of=secret.instead_of,
        ca_file=_path(smtp.ca_file), certificate_file=_path(smtp.certificate_file), key_file=_path(smtp.key_file),
        connections=smtp.connections,
    )  # fmt: skip


def _path(told: str) -> Path | None:
    return Path(told) if told else None


class _SentFolder:
    """Looks our letters up in the Sent folder, once it is proved to keep them; else it finds nothing."""

    def __init__(self, account: Account, folder: str, store: Store) -> None:
        self._account, self._folder, self._store = account, folder, store

    def __call__(self, message_ids: Iterable[str]) -> set[str]:
        with self._store.read() as tx:
            known = lately_sent(tx, KNOWN_SENT)
        if not known or not keeps_our_mail(self._account, self._folder, known):
            return set()
        return find_sent(self._account, self._folder, message_ids)


def _sent_folder(settings: Settings, account: Account, store: Store) -> _SentFolder | None:
    folder = settings.mailbox.sent_folder
    return _SentFolder(account, folder, store) if folder else None


def _sent_since(settings: Settings, account: Account) -> Callable[[Known | None], Iterable[SentPart]] | None:
    folder = settings.mailbox.sent_folder
    return (lambda known: sent_since(account, folder, known)) if folder else None


def _set_from_thread(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    loop.call_soon_threadsafe(event.set)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
