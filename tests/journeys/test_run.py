"""``mailbot run`` as a process, on embedded servers: quick, ended cleanly; a restart loses and repeats nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from running_service import LETTER, Home, Service, letter, on_embedded_servers, within

from mailbot.app import build
from mailbot.clock import SystemClock, WoundClock, monotonic
from mailbot.tryout.servers import EmbeddedMailThread

pytestmark = pytest.mark.processes

WORRYING = (
    f"{LETTER} I do not want to be here any more. I have the tablets beside me and I am going to take them tonight."
)


@pytest.fixture
def home(tmp_path: Path, mail: EmbeddedMailThread) -> Home:
    return Home.made(tmp_path / "home", on_embedded_servers(mail))


def got(mail: EmbeddedMailThread, address: str) -> int:
    """How many of our letters to this address the server took."""
    return sum(address in one.recipients for one in mail.sent())


def test_a_letter_is_answered_within_seconds_and_a_restart_loses_and_repeats_nothing(
    home: Home, mail: EmbeddedMailThread
) -> None:
    with home.running() as service:
        mail.deliver("befriending@example.com", letter("ada@example.net"))
        assert within(20, lambda: got(mail, "ada@example.net") == 1), service.log
        start = monotonic()  # it waits in IDLE by now
        mail.deliver("befriending@example.com", letter("gwen@example.net", name="Gwen Parry"))
        assert within(10, lambda: got(mail, "gwen@example.net") == 1), service.log
        assert monotonic() - start < 10
        assert ended_cleanly(service)

    mail.deliver("befriending@example.com", letter("nesta@example.net", name="Nesta Rees"))
    with home.running() as service:
        assert within(20, lambda: got(mail, "nesta@example.net") == 1), service.log
        assert ended_cleanly(service)

    assert [got(mail, f"{name}@example.net") for name in ("ada", "gwen", "nesta")] == [1, 1, 1]


def test_the_tick_of_the_scheduler_climbs_the_ladder_of_a_worry(home: Home, mail: EmbeddedMailThread) -> None:
    mail.deliver("befriending@example.com", letter("ada@example.net", WORRYING))
    before = build(home.settings(), clock=WoundClock(SystemClock().now() - timedelta(minutes=15)))
    before.once()
    before.store.close()
    assert (asked(mail, "dilys@example.com"), asked(mail, "owen@example.com")) == (1, 0)

    with home.running() as service:  # a quarter of an hour after the first of the rota was asked
        assert within(40, lambda: asked(mail, "owen@example.com") == 1), service.log
        assert ended_cleanly(service)
    assert got(mail, "ada@example.net") == 1


def asked(mail: EmbeddedMailThread, address: str) -> int:
    """How often this person of the rota was told to read something now."""
    return sum(address in one.recipients and b"lease read now: " in one.raw for one in mail.sent())


def ended_cleanly(service: Service) -> bool:
    return service.stop(10) == 0 and "mailbot has stopped" in service.log and "Traceback" not in service.log
