"""Two processes on one PostgreSQL: one reads the mailbox, and the other takes over when it dies or sleeps."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from running_service import Home, Service, letter, on_embedded_servers, within

from mailbot.tryout.servers import EmbeddedMailThread

pytestmark = pytest.mark.processes

LEASE_SECONDS = 5


@pytest.fixture
def home(tmp_path: Path, mail: EmbeddedMailThread, postgresql_url: str) -> Home:
    variables = {"MAILBOT_DATABASE_URL": postgresql_url, "MAILBOT_MAILBOX_LEASE_SECONDS": str(LEASE_SECONDS)}
    return Home.made(tmp_path / "home", on_embedded_servers(mail) | variables)


def got(mail: EmbeddedMailThread, address: str) -> int:
    """How many of our letters to this address the server took."""
    return sum(address in one.recipients for one in mail.sent())


def waits(service: Service) -> bool:
    """Has it seen that another worker reads the mailbox?"""
    return "waiting until the mailbox is free" in service.log


def test_when_a_worker_is_killed_the_other_takes_the_mailbox_over(home: Home, mail: EmbeddedMailThread) -> None:
    with home.running() as first:
        mail.deliver("befriending@example.com", letter("ada@example.net"))
        assert within(20, lambda: got(mail, "ada@example.net") == 1), first.log
        with home.running() as second:
            assert within(10, lambda: waits(second)), second.log
            first.kill()
            mail.deliver("befriending@example.com", letter("gwen@example.net", name="Gwen Parry"))
            assert within(LEASE_SECONDS + 14, lambda: got(mail, "gwen@example.net") == 1), second.log
            assert second.stop(10) == 0
            assert "WARNING" not in second.log
    assert [got(mail, "ada@example.net"), got(mail, "gwen@example.net")] == [1, 1]


def test_a_worker_that_slept_through_its_lease_leaves_and_waits_for_its_turn(
    home: Home, mail: EmbeddedMailThread
) -> None:
    with home.running() as first, home.running() as second:
        assert within(10, lambda: waits(second)), second.log
        first.signal(signal.SIGSTOP)
        mail.deliver("befriending@example.com", letter("ada@example.net"))
        assert within(LEASE_SECONDS + 14, lambda: got(mail, "ada@example.net") == 1), second.log
        first.signal(signal.SIGCONT)
        mail.deliver("befriending@example.com", letter("gwen@example.net", name="Gwen Parry"))
        assert within(15, lambda: waits(first)), first.log
        assert "LeaseLost" not in first.log.replace("leaving the mailbox: LeaseLost", "")
        assert second.stop(10) == 0
        mail.deliver("befriending@example.com", letter("nesta@example.net", name="Nesta Rees"))
        assert within(15, lambda: got(mail, "nesta@example.net") == 1), first.log
        assert first.stop(10) == 0
    assert [got(mail, f"{name}@example.net") for name in ("ada", "gwen", "nesta")] == [1, 1, 1]
