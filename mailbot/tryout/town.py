"""A small town with real mail servers and a clock that one winds on: the try-out's stage, and the journeys'.

Letters are placed with the wound-on arrival time, and the real flow is called directly; only the waiting is left out.
"""

from __future__ import annotations

import asyncio
import email.policy
import email.utils
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Literal

from mailbot.casework.timetable import at_london
from mailbot.clock import WoundClock, london
from mailbot.flow import Flow
from mailbot.inbox.poller import Poller
from mailbot.inbox.trouble import MailboxTrouble
from mailbot.records import outbox_rows, promise_rows, snapshots
from mailbot.tryout.servers import AUTHSERV_ID, EmbeddedMailThread

LONGEST_STEP = timedelta(hours=1)
GLANCE_EVERY = timedelta(hours=6)  # at an inbox into which nothing was written; each look is a log-in
SHORTEST_STEP = timedelta(minutes=1)
MOST_TURNS = 60
NEVER = datetime.min.replace(tzinfo=UTC)
DIGEST_HOUR = time(8)
NO_MATCHING_FROM = time(20)

__all__ = ["AUTHSERV_ID", "Arrived", "Neighbour", "Town"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody with a mailbox of their own."""

    name: str
    address: str

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Arrived:
    """One of our letters, as it lay in somebody's mailbox. ``kind`` is the touchpoint's template name."""

    at: datetime
    kind: str
    to: str
    subject: str
    text: str
    html: str
    message: EmailMessage
    raw: bytes

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])


@dataclass(slots=True)
class Town:
    """``arrived`` is the diary of all that our service sent, in order; ``pages_file`` where its pages are noted."""

    mail: EmbeddedMailThread
    flow: Flow
    poller: Poller
    clock: WoundClock
    address: str  # the service's
    pages_file: Path | None = None
    arrived: list[Arrived] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _seen: int = 0
    _written: bool = False
    _glanced_at: datetime = NEVER
    _numbers: count[int] = field(default_factory=lambda: count(1))

    # ------------------------------------------------------------------------------------------- what people do

    def writes(
        self,
        who: Neighbour,
        text: str,
        *,
        subject: str = "Hello",
        headers: Mapping[str, str] | None = None,
        authentication: Literal["pass", "fail"] | None = "pass",
    ) -> None:
        """A letter of their own to the service."""
        message = self._message(who, self.address, subject, text, headers or {})
        self.deliver(message.as_bytes(policy=email.policy.SMTP), who.address, authentication=authentication)

    def answers(
        self,
        who: Neighbour,
        letter: Arrived,
        text: str,
        *,
        from_address: str | None = None,
        headers: Mapping[str, str] | None = None,
        authentication: Literal["pass", "fail"] | None = "pass",
        quoted: bool = True,
    ) -> None:
        """A reply as most programs write one: the answer on top, what was answered quoted below."""
        sender = Neighbour(who.name, from_address or who.address)
        reply_to = str(letter.message["Reply-To"] or letter.message["From"])
        threading = {"In-Reply-To": letter.message_id, "References": letter.message_id}
        body = f"{text}\n\n{_quoted(letter)}" if quoted else text
        message = self._message(sender, reply_to, f"Re: {letter.subject}", body, {**threading, **(headers or {})})
        to = email.utils.parseaddr(reply_to)[1]
        self.deliver(message.as_bytes(policy=email.policy.SMTP), sender.address, to=to, authentication=authentication)

    def bounces(self, letter: Arrived, status: str = "5.1.1") -> None:
        """The receiving server reports (RFC 3464) that this letter of ours could not be delivered."""
        self.deliver(delivery_report(letter, self.address, status), authentication=None)

    def deliver(
        self,
        raw: bytes,
        mail_from: str = "",
        *,
        to: str | None = None,
        authentication: Literal["pass", "fail"] | None = "pass",
        arrived_at: datetime | None = None,
    ) -> None:
        """These very bytes, in the service's mailbox, now (or at ``arrived_at``)."""
        when = arrived_at or self.clock.now()
        self.mail.deliver(to or self.address, raw, mail_from, when, authentication=authentication)
        self._written = True

    # ----------------------------------------------------------------------------------------------- what passes

    def settle(self) -> None:
        """Let mailbot do all that can be done at this moment."""
        for _ in range(MOST_TURNS):
            done = self._turn()
            if not done:
                return
        raise RuntimeError("the town does not come to rest: something answers itself")

    def wind(self, **step: float) -> None:
        """Let time pass (``days=2``, ``hours=3`` ...), everything due being done on the way."""
        self.wind_to(self.clock.now() + timedelta(**step))

    def wind_to(self, until: datetime) -> None:
        """Let time pass to that moment, stopping wherever something is due: what stands still is not looked at."""
        self.settle()
        while self.clock.now() < until:
            self.clock.wind_to(min(until, self._next_moment()))
            if self.clock.now() - self._glanced_at >= GLANCE_EVERY or london(self.clock.now()).time() == DIGEST_HOUR:
                self._glance()
            self.flow.match_waiting()
            self.flow.look_into_uncertain()
            self.settle()
            if self.flow.send_digest():
                self.settle()

    def _glance(self) -> None:
        """Look at the inbox as the service does all the time; the digest tells when that was last."""
        self._glanced_at = self.clock.now()
        with suppress(MailboxTrouble):
            self.poller.once()

    def match(self) -> int:
        """One matching tick now; returns how many offers were made."""
        made = self.flow.match_waiting(at_once=True)
        self.settle()
        return made

    # --------------------------------------------------------------------------------------------- what is seen

    def got(self, who: Neighbour, kind: str | None = None) -> list[Arrived]:
        """What they got from the service (of one kind), oldest first."""
        return [one for one in self.arrived if one.to == who.address.lower() and (kind is None or one.kind == kind)]

    def last(self, who: Neighbour, kind: str | None = None) -> Arrived:
        """The latest of these; raises AssertionError with what there was instead."""
        found = self.got(who, kind)
        if not found:
            there = [(one.to, one.kind) for one in self.arrived]
            raise AssertionError(f"no {kind or 'letter'} came to {who.first_name}; there was {there}")
        return found[-1]

    def pages(self) -> list[str]:
        """The references that the paging command was called with."""
        if self.pages_file is None or not self.pages_file.exists():
            return []
        return self.pages_file.read_text().split()

    def today(self, hour: int, minute: int = 0) -> datetime:
        """That London wall time of the present day, in UTC."""
        return london(self.clock.now()).replace(hour=hour, minute=minute, second=0, microsecond=0).astimezone(UTC)

    def close(self) -> None:
        """Give everything back; the mail servers are their owner's to stop."""
        self._loop.run_until_complete(self.flow.post.close())
        self._loop.close()
        self.flow.store.close()

    # ------------------------------------------------------------------------------------------------- turning

    def _turn(self) -> int:
        done = 0
        if self._written:
            self._written = False
            done += self.poller.once().taken_in
        done += self.flow.open_letters()
        done += self.flow.keep_promises()
        done += self._loop.run_until_complete(self.flow.post_letters())
        self._note_arrivals()
        return done

    def _note_arrivals(self) -> None:
        sent = self.mail.sent()
        for accepted in sent[self._seen :]:
            message = message_from_bytes(accepted.raw, policy=email.policy.default)
            kinds = self._kind(str(message["Message-ID"]))
            text, html = _body(message, "plain"), _body(message, "html")
            for recipient in accepted.recipients:
                self.arrived.append(
                    Arrived(
                        self.clock.now(), kinds, recipient.lower(), str(message["Subject"]), text, html, message,
                        accepted.raw,
                    )
                )  # fmt: skip
        self._seen = len(sent)

    def _kind(self, message_id: str) -> str:
        with self.flow.store.read() as tx:
            found = outbox_rows.find_by_message_ids(tx, [message_id])
        return found[0].touchpoint if found else ""

    def _next_moment(self) -> datetime:
        now = self.clock.now()
        with self.flow.store.read() as tx:
            due = [one for one in (promise_rows.next_due_at(tx), outbox_rows.next_due_at(tx)) if one]
            somebody_waits = bool(snapshots.board(tx, now).waiting)
        hour = (now + LONGEST_STEP).replace(minute=0, second=0, microsecond=0)
        moments = [max(one, now + SHORTEST_STEP) for one in due]
        matches_then = DIGEST_HOUR <= london(hour).time() <= NO_MATCHING_FROM  # at night nobody is asked
        moments.append(hour if somebody_waits and matches_then else self._next_digest(now))
        return min(moments)

    def _next_digest(self, now: datetime) -> datetime:
        today = at_london(london(now).date(), DIGEST_HOUR)
        return today if today > now else at_london(london(now).date() + timedelta(days=1), DIGEST_HOUR)

    def _message(self, who: Neighbour, to: str, subject: str, text: str, headers: Mapping[str, str]) -> EmailMessage:
        message = EmailMessage()
        message["From"] = email.utils.formataddr((who.name, who.address))
        message["To"] = to
        message["Subject"] = subject
        message["Date"] = self.clock.now()
        domain = who.address.rpartition("@")[2]
        message["Message-ID"] = f"<letter-{next(self._numbers)}.{self.clock.now():%Y%m%d%H%M%S}@{domain}>"
        for name, value in headers.items():
            message[name] = value
        message.set_content(text)
        return message


def delivery_report(letter: Arrived, to: str, status: str) -> bytes:
    """A delivery report in the form of RFC 3464, with the headers of what was not delivered."""
    returned = "".join(f"{name}: {value}\n" for name, value in letter.message.items())
    text = f"""From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: {to}
Subject: Undelivered Mail Returned to Sender
Date: {email.utils.format_datetime(letter.at)}
Message-ID: <report.{letter.at:%Y%m%d%H%M%S}@mx.example.net>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="report"

--report
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered to one or more recipients.

--report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; {letter.to}
Action: failed
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--report
Content-Type: text/rfc822-headers

{returned}
--report--
"""
    return text.replace("\n", "\r\n").encode()


def _body(message: EmailMessage, subtype: Literal["plain", "html"]) -> str:
    part = message.get_body((subtype,))
    return str(part.get_content()) if part is not None else ""


def _quoted(letter: Arrived) -> str:
    sent = london(letter.at)
    line = f"On {sent:%a, %d %b %Y} at {sent:%H:%M}, {letter.message['From']} wrote:"
    return line + "\n\n" + "\n".join(f"> {one}" for one in letter.text.splitlines())
