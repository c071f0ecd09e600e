"""``mailbot run`` as a process on Dovecot and Postfix, with TLS: quick, ended cleanly, and nothing is repeated."""

from __future__ import annotations

import smtplib
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from mailstack import MailStack
from running_service import LETTER, Home, Service, letter, within

from mailbot.app import build
from mailbot.clock import SystemClock, WoundClock
from mailbot.inbox.login import Account, connect

pytestmark = pytest.mark.servers

DOMAIN = f"{uuid4().hex[:8]}.example.com"
WORRYING = f"{LETTER} I have the tablets beside me and I am going to take them tonight."


@pytest.fixture
def desk() -> str:
    """An address that no other test has used."""
    return f"befriending-{uuid4().hex[:8]}@example.com"


@pytest.fixture
def home(tmp_path: Path, stack: MailStack, desk: str) -> Home:
    return Home.made(tmp_path / "home", on_real_servers(stack, desk))


def on_real_servers(stack: MailStack, desk: str) -> dict[str, str]:
    login = {"USER": desk, "PASSWORD": stack.password, "HOST": stack.host, "CA_FILE": str(stack.ca_file)}
    mailbox = {"PORT": str(stack.imaps_port), "SECURITY": "tls", **login}
    smtp = {"PORT": str(stack.smtp_port), "SECURITY": "starttls", **login}
    return {
        "MAILBOT_SERVICE_ADDRESS": desk,
        **{f"MAILBOT_MAILBOX_{name}": value for name, value in mailbox.items()},
        **{f"MAILBOT_SMTP_{name}": value for name, value in smtp.items()},
    }


def post(stack: MailStack, desk: str, sender: str, text: str = LETTER) -> None:
    with smtplib.SMTP(stack.host, stack.smtp_port, timeout=20) as client:
        client.sendmail(sender, [desk], letter(sender, text, desk))


def subjects(stack: MailStack, desk: str, address: str) -> list[str]:
    """Of the letters from this test's desk that lie in somebody's mailbox."""
    reader = Account(stack.host, stack.imaps_port, "tls", address, lambda: stack.password, ca_file=stack.ca_file)
    with connect(reader) as client:
        client.select_folder("INBOX", readonly=True)
        uids = client.search(["FROM", desk])
        heads = client.fetch(uids, ["ENVELOPE"]) if uids else {}
        return [head[b"ENVELOPE"].subject.decode() for head in heads.values()]


def ended_cleanly(service: Service) -> bool:
    return service.stop(10) == 0 and "mailbot has stopped" in service.log and "Traceback" not in service.log


def test_a_posted_letter_is_answered_within_seconds_and_a_restart_repeats_nothing(
    home: Home, stack: MailStack, desk: str
) -> None:
    people = [f"{name}@{DOMAIN}" for name in ("ada", "gwen", "nesta")]

    def answered(number: int) -> bool:
        return [len(subjects(stack, desk, one)) for one in people[:number]] == [1] * number

    with home.running() as service:
        post(stack, desk, people[0])
        assert within(20, lambda: answered(1)), service.log
        post(stack, desk, people[1])  # it waits in IDLE by now
        assert within(10, lambda: answered(2)), service.log
        assert ended_cleanly(service)
    post(stack, desk, people[2])
    with home.running() as service:
        assert within(20, lambda: answered(3)), service.log
        assert ended_cleanly(service)
    assert answered(3)


def test_the_recurring_tick_goes_up_the_rota(home: Home, stack: MailStack, desk: str) -> None:
    post(stack, desk, f"ada@{DOMAIN}", WORRYING)
    before = build(home.settings(), clock=WoundClock(SystemClock().now() - timedelta(minutes=14, seconds=40)))
    assert within(10, lambda: before.once()["sent"] > 0)
    before.store.close()

    def told(name: str) -> int:
        return sum("lease read now" in one for one in subjects(stack, desk, f"{name}@example.com"))

    assert within(10, lambda: told("dilys") == 1)
    with home.running() as service:
        assert told("owen") == 0  # not due yet when it started
        assert within(45, lambda: told("owen") == 1), service.log
        assert ended_cleanly(service)
