"""The town of the journeys on Dovecot and Postfix: every letter really travels, and only the waiting is wound on.

Letters arrive at the real time, since no server lets a test choose it; the town's own clock is ahead of the real one.
"""

from __future__ import annotations

import smtplib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Literal
from uuid import uuid4

from mailstack import MailStack

from mailbot.app import build
from mailbot.casework.people import Credential, StaffMember
from mailbot.clock import SystemClock, london, monotonic
from mailbot.inbox.idle import InboxClient
from mailbot.inbox.login import Account, connect
from mailbot.records import volunteer_rows
from mailbot.records.volunteer_csv import NewVolunteer
from mailbot.settings import Settings
from mailbot.tryout.home import town_settings
from mailbot.tryout.servers import AUTHSERV_ID, Accepted
from mailbot.tryout.town import Neighbour, Town
from mailbot.weekly_hours import EVERY_DAY

PATIENCE = 20.0  # seconds until a letter that does not arrive fails the test
HOLDS_MAIL = ("maildrop", "incoming", "active", "deferred", "hold")  # Postfix's queues


@dataclass(slots=True)
class AheadClock:
    """The real clock and so much: it goes by itself, and can be wound on."""

    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return SystemClock().now() + self.ahead

    def wind_to(self, at: datetime) -> datetime:
        self.ahead += max(at - self.now(), timedelta(0))
        return self.now()


@dataclass(slots=True)
class PostedMail:
    """What a town needs of its mail servers, of real ones."""

    stack: MailStack
    desk: str
    people: Sequence[Neighbour]
    host: str = field(init=False)
    imap_port: int = field(init=False)
    smtp_port: int = field(init=False)
    password: str = field(init=False)
    _seen: dict[str, int] = field(default_factory=dict)
    _sent: list[Accepted] = field(default_factory=list)
    _clients: dict[str, InboxClient] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.host, self.password = self.stack.host, self.stack.password
        self.imap_port, self.smtp_port = self.stack.imaps_port, self.stack.smtp_port

    def deliver(
        self,
        to: str,
        raw: bytes,
        mail_from: str,
        when: datetime,
        *,
        authentication: Literal["pass", "fail"] | None = None,
    ) -> None:
        """Through Postfix, under the header with which a receiving server says who it was; ``when`` is now."""
        if authentication:
            domain = mail_from.rpartition("@")[2]
            found = f"Authentication-Results: {AUTHSERV_ID}; dmarc={authentication} header.from={domain}\r\n"
            raw = found.encode() + raw
        with smtplib.SMTP(self.host, self.smtp_port, timeout=PATIENCE) as client:
            client.sendmail(mail_from, [to], raw)
        self.come_to_rest()

    def sent(self) -> list[Accepted]:
        """All that lies in people's mailboxes, in the order in which it was seen there."""
        self.come_to_rest()
        for person in self.people:
            self._sent += [Accepted(self.desk, (person.address,), raw) for raw in self._new_in(person.address)]
        return self._sent

    def come_to_rest(self) -> None:
        """Wait until Postfix has delivered everything, or sent it back."""
        end = monotonic() + PATIENCE
        while any(self._queued()):
            assert monotonic() < end, self.stack.logs()
            Event().wait(0.02)

    def _queued(self) -> Iterator[Path]:
        for name in HOLDS_MAIL:
            yield from (one for one in (self.stack.folder / "postfix" / "spool" / name).rglob("*") if one.is_file())

    def _new_in(self, address: str) -> list[bytes]:
        seen = self._seen.get(address, 0)
        client = self._open(address)
        uids = sorted(uid for uid in client.search("ALL") if uid > seen)
        found = client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
        self._seen[address] = max([seen, *uids])
        return [found[uid][b"BODY[]"] for uid in uids]

    def _open(self, address: str) -> InboxClient:
        """One connection for each person: a journey looks many times."""
        if address not in self._clients:
            self._clients[address] = connect(self.account(address))
            self._clients[address].select_folder("INBOX", readonly=True)
        client = self._clients[address]
        client.noop()
        return client

    def close(self) -> None:
        for client in self._clients.values():
            client.logout()

    def account(self, address: str) -> Account:
        stack = self.stack
        return Account(stack.host, stack.imaps_port, "tls", address, lambda: stack.password, ca_file=stack.ca_file)


@dataclass(slots=True)
class RealTown(Town):
    """A bounce comes without anybody's doing: the mailbox is looked into at every turn."""

    def _turn(self) -> int:
        self._written = True
        return Town._turn(self)


@dataclass(frozen=True, slots=True)
class Cast:
    """The fixed cast, at addresses that no other test has used."""

    desk: str
    ada: Neighbour
    ben: Neighbour
    carys: Neighbour
    dilys: Neighbour
    owen: Neighbour

    @classmethod
    def anew(cls, *, ben: str = "ben", ada: str = "ada") -> Cast:
        domain = f"{uuid4().hex[:8]}.example.org"
        return cls(
            f"befriending@{domain}",
            Neighbour("Ada Bright", f"{ada}@{domain}"),
            Neighbour("Ben Hale", f"{ben}@{domain}"),
            Neighbour("Carys Rees", f"carys@{domain}"),
            Neighbour("Dilys Morgan", f"dilys@{domain}"),
            Neighbour("Owen Price", f"owen@{domain}"),
        )

    @property
    def staff(self) -> tuple[StaffMember, ...]:
        roles = ((self.dilys, ("coordinator", "safeguarding")), (self.owen, ("lead", "safeguarding")))
        return tuple(
            StaffMember(
                id=one.first_name.lower(), name=one.name, address=one.address, roles=held, phone="+447700900901"
            )
            for one, held in roles
        )

    @property
    def people(self) -> tuple[Neighbour, ...]:
        return self.ada, self.ben, self.carys, self.dilys, self.owen


def open_real_town(stack: MailStack, cast: Cast, folder: Path, volunteers: Sequence[Neighbour]) -> RealTown:
    """A town between ten and five in London: the next such hour, when it is another now."""
    clock, mail = AheadClock(), PostedMail(stack, cast.desk, cast.people)
    clock.wind_to(_office_hour(clock.now()))
    app = build(_settings(mail, cast, folder), clock=clock)
    app.store.upgrade()
    with app.store.write() as tx:
        for one in volunteers:
            volunteer_rows.add(tx, _ready(one, clock.now()), clock.now())
    return RealTown(mail, app.flow, app.poller, clock, cast.desk, folder / "pages.txt")  # type: ignore[arg-type]


def _settings(mail: PostedMail, cast: Cast, folder: Path) -> Settings:
    stack, today = mail.stack, london(SystemClock().now()).date()
    settings = town_settings(
        mail,  # type: ignore[arg-type]
        day=today,
        staff=cast.staff,
        pages_file=folder / "pages.txt",
        database_url=f"sqlite:///{folder / 'mailbot.db'}",
    )
    login = {"user": cast.desk, "password": stack.password, "ca_file": str(stack.ca_file)}
    return replace(
        settings,
        service=replace(settings.service, address=cast.desk),
        mailbox=replace(settings.mailbox, security="tls", **login),
        smtp=replace(settings.smtp, security="starttls", **login),
    )


def _ready(one: Neighbour, now: datetime) -> NewVolunteer:
    in_date = tuple((each, (now + timedelta(days=700)).date()) for each in Credential)
    return NewVolunteer(name=one.name, address=one.address, capacity=2, credentials=in_date, hours=EVERY_DAY)


def _office_hour(now: datetime) -> datetime:
    here = london(now)
    if 10 <= here.hour < 17:
        return now
    ten = here.replace(hour=10, minute=0, second=0, microsecond=0)
    return ten if here.hour < 10 else ten + timedelta(days=1)
