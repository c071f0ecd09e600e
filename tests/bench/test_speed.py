"""How fast, and how big: measured on the real process with Dovecot and Postfix. ``make bench`` prints it all."""

from __future__ import annotations

import os
import smtplib
import statistics
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from bench_letters import varied_letters
from mailstack import MailStack
from running_service import Home, Service, within
from sqlalchemy import select

from mailbot.app import open_store
from mailbot.clock import SystemClock, monotonic
from mailbot.inbox.login import Account, connect
from mailbot.records.store import Store
from mailbot.records.tables import LetterRow, OutgoingRow, OutgoingState

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

LETTERS_ONE_BY_ONE = 200
BACKLOG = 2000
ACKNOWLEDGEMENTS = ("acknowledgement", "referrer_acknowledgement", "letter_received", "volunteer_letter_received")


def test_from_arrival_to_acknowledgement(stack: MailStack, tmp_path: Path) -> None:
    desk = new_desk()
    home = Home.made(tmp_path / "home", on_servers(stack, desk))
    store = open_store(home.settings())
    arrived: list[datetime] = []
    with home.running() as service:
        post(stack, desk, *next(varied_letters(1, desk, seed=2)))  # the first one warms it up
        assert within(30, lambda: opened(store) == 1), service.log
        for sender, raw in varied_letters(LETTERS_ONE_BY_ONE, desk):
            before = opened(store)
            arrived.append(post(stack, desk, sender, raw))
            assert within(30, lambda number=before: opened(store) > number), service.log
            Event().wait(Random(len(arrived)).uniform(0, 0.3))
        assert within(30, lambda: waiting(store) == 0), service.log
    answers = acknowledged(store)
    store.close()
    whole = [
        (answers[letter][1] - at).total_seconds() for letter, at in enumerate(arrived, start=2) if letter in answers
    ]
    own = [(sent - taken_in).total_seconds() for letter, (taken_in, sent) in answers.items() if letter > 1]
    tell(f"of {len(arrived)} letters one by one, {len(whole)} are acknowledged by email, the others by a person")
    tell(f"arrival -> acknowledgement taken by Postfix: {spread(whole)}")
    tell(f"of it from take-in to that moment: {spread(own)}")


def test_a_backlog_on_sqlite(stack: MailStack, tmp_path: Path) -> None:
    work_off(stack, tmp_path, "SQLite", {})


def test_a_backlog_on_postgresql(stack: MailStack, tmp_path: Path, careful_postgresql_url: str) -> None:
    work_off(stack, tmp_path, "PostgreSQL", {"MAILBOT_DATABASE_URL": careful_postgresql_url})


def work_off(stack: MailStack, tmp_path: Path, name: str, variables: dict[str, str]) -> None:
    """Start on a full inbox, wait until all is durable, decided and sent."""
    desk = new_desk()
    home = Home.made(tmp_path / "home", on_servers(stack, desk) | variables)
    store = open_store(home.settings())
    with home.running() as service:
        assert within(30, lambda: opened(store) == 0)
        Event().wait(3)
        idle = megabytes(service)
        assert service.stop() == 0
    fill(stack, desk, BACKLOG)
    with home.running() as service:
        start, told = monotonic(), 0.0
        while opened(store) < BACKLOG or waiting(store):
            assert service.process.poll() is None, service.log
            assert monotonic() - start < 600, service.log[-2000:]
            if not told and taken_in(store) == BACKLOG:
                told = monotonic() - start
            Event().wait(0.25)
        seconds = monotonic() - start
        after = megabytes(service)
        assert service.stop() == 0
    sent = sum(1 for one in rows(store, select(OutgoingRow.state)) if one.state is OutgoingState.SENT)
    answers = len(acknowledged(store))
    store.close()
    tell(f"{name}: {BACKLOG} letters in {seconds:.1f} s: {BACKLOG / seconds:.0f} letters a second (load {load()})")
    tell(f"{name}: all taken in after {told:.1f} s; {answers} acknowledgements and {sent - answers} other emails sent")
    tell(f"{name}: resident memory {idle:.0f} MB idle, {after:.0f} MB after the backlog")


def new_desk() -> str:
    return f"befriending-{uuid4().hex[:8]}@example.com"


def on_servers(stack: MailStack, desk: str) -> dict[str, str]:
    login = {"USER": desk, "PASSWORD": stack.password, "HOST": stack.host, "CA_FILE": str(stack.ca_file)}
    mailbox = {"PORT": str(stack.imaps_port), "SECURITY": "tls", **login}
    smtp = {"PORT": str(stack.smtp_port), "SECURITY": "starttls", **login}
    return {
        "MAILBOT_SERVICE_ADDRESS": desk,
        "MAILBOT_POLICY_AUTOMATIC_TO_PUBLIC_AN_HOUR": "100000",  # else a backlog goes to staff, as a loop would
        **{f"MAILBOT_MAILBOX_{name}": value for name, value in mailbox.items()},
        **{f"MAILBOT_SMTP_{name}": value for name, value in smtp.items()},
    }


def post(stack: MailStack, desk: str, sender: str, raw: bytes) -> datetime:
    """Returns when Postfix had taken it."""
    with smtplib.SMTP(stack.host, stack.smtp_port, timeout=20) as client:
        client.sendmail(sender, [desk], raw)
        return SystemClock().now()


def fill(stack: MailStack, desk: str, number: int) -> None:
    account = Account(stack.host, stack.imaps_port, "tls", desk, lambda: stack.password, ca_file=stack.ca_file)
    with connect(account) as client:
        for _, raw in varied_letters(number, desk):
            client.append("INBOX", raw)


def rows(store: Store, query: Any) -> Sequence[Any]:
    with store.read() as tx:
        return tx.session.execute(query).all()


def taken_in(store: Store) -> int:
    return len(rows(store, select(LetterRow.id)))


def opened(store: Store) -> int:
    return len(rows(store, select(LetterRow.id).where(LetterRow.opened_at.is_not(None))))


def waiting(store: Store) -> int:
    """Emails that may go now and have not gone."""
    now = SystemClock().now()
    under_way = OutgoingRow.state.in_((OutgoingState.DUE, OutgoingState.SENDING))
    return len(rows(store, select(OutgoingRow.id).where(under_way, OutgoingRow.next_attempt_at <= now)))


def acknowledged(store: Store) -> dict[int, tuple[datetime, datetime]]:
    """By letter: when it was taken in, and when the server had taken its acknowledgement."""
    query = (
        select(LetterRow.id, LetterRow.taken_in_at, OutgoingRow.sent_at)
        .join(OutgoingRow, OutgoingRow.answers_letter == LetterRow.id)
        .where(OutgoingRow.touchpoint.in_(ACKNOWLEDGEMENTS), OutgoingRow.sent_at.is_not(None))
    )
    return {row.id: (row.taken_in_at, row.sent_at) for row in rows(store, query)}


def megabytes(service: Service) -> float:
    status = Path(f"/proc/{service.process.pid}/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def spread(seconds: Sequence[float]) -> str:
    ninety_ninth = statistics.quantiles(seconds, n=100)[98]
    return f"median {statistics.median(seconds) * 1000:.0f} ms, p99 {ninety_ninth * 1000:.0f} ms (load {load()})"


def load() -> str:
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def tell(words: str) -> None:
    print(f"\n  {words}", end="")
