"""``mailbot run``, as a process of its own: a letter is answered within seconds, and SIGTERM ends it cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from commands_given import servers_of
from config_folder import Folder

from mailbot.clock import SystemClock, monotonic
from mailbot.records.store import Store
from mailbot.tryout.servers import EmbeddedMailThread

pytestmark = pytest.mark.processes

ADAS = (
    b"From: Ada Bright <ada@example.net>\r\nTo: befriending@example.com\r\nSubject: Hello\r\n"
    b"Message-ID: <run@example.net>\r\n\r\n"
    b"Could somebody ring me once a week? 07700 900123, any evening.\r\nAda Bright\r\n"
)


@pytest.fixture
def service(folder: Folder, home: Store, mail: EmbeddedMailThread) -> Iterator[subprocess.Popen[str]]:
    """The process, at work."""
    environ = {**os.environ, **servers_of(mail), "MAILBOT_CONFIG": str(folder.config)}
    words = [sys.executable, "-m", "mailbot", "run"]
    process = subprocess.Popen(words, env=environ, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def test_a_letter_is_answered_and_sigterm_ends_it_cleanly(
    service: subprocess.Popen[str], mail: EmbeddedMailThread
) -> None:
    mail.append("befriending@example.com", ADAS, SystemClock().now())
    answered = _within(30, lambda: any("ada@example.net" in one.recipients for one in mail.sent()))
    service.send_signal(signal.SIGTERM)
    _, told = service.communicate(timeout=20)
    assert answered, told
    assert service.returncode == 0, told
    assert "mailbot has stopped" in told
    assert "Traceback" not in told
    for personal in ("Ada", "ada@", "900123"):
        assert personal not in told


def _within(seconds: float, happened: Callable[[], bool]) -> bool:
    until = monotonic() + seconds
    while not happened():
        if monotonic() > until:
            return False
        Event().wait(0.05)
    return True
