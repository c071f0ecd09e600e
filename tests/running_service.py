"""mailbot as its users run it: a home by ``mailbot init``, settings by ``MAILBOT_`` variables, and the real process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from threading import Event

from mailbot.clock import SystemClock, monotonic
from mailbot.settings import Settings, load
from mailbot.tryout.servers import EmbeddedMailThread

DESK = "befriending@example.com"
STAFF = """
[[member]]
id = "dilys"
name = "Dilys Morgan"
address = "dilys@example.com"
roles = ["coordinator", "safeguarding"]
phone = "+447700900901"

[[member]]
id = "owen"
name = "Owen Price"
address = "owen@example.com"
roles = ["lead", "safeguarding"]
phone = "+447700900902"
"""
PATIENCE = 40.0  # seconds until a test gives up waiting
LETTER = "Could somebody ring me once a week? My number is 07700 900123, any evening after six suits me."
_NUMBERS = count(1)


@dataclass(slots=True)
class Service:
    """One process of ``mailbot run``. Its log goes to a file, so that nobody has to read a pipe."""

    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def log(self) -> str:
        return self.log_file.read_text()

    def is_at_work(self) -> bool:
        return "mailbot is at work" in self.log

    def signal(self, sign: signal.Signals) -> None:
        self.process.send_signal(sign)

    def stop(self, seconds: float = 10) -> int:
        """SIGTERM, as from systemd; the exit code. Raises ``TimeoutExpired`` when that takes too long."""
        self.signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def kill(self) -> None:
        """SIGKILL, as from a power cut."""
        self.process.kill()
        self.process.wait()


@dataclass(slots=True)
class Home:
    """A home of one's own; ``variables`` are those of its commands."""

    folder: Path
    variables: dict[str, str]
    _runs: count[int] = field(default_factory=lambda: count(1))

    @classmethod
    def made(cls, folder: Path, variables: Mapping[str, str]) -> Home:
        """By the commands that a newcomer would give."""
        home = cls(folder, {"MAILBOT_CONFIG": str(folder / "config"), **COMMON, **variables})
        home.command("init", str(folder))
        (folder / "config" / "staff.toml").write_text(STAFF)
        home.command("db", "upgrade")
        return home

    def command(self, *words: str) -> str:
        """What the command wrote. Raises AssertionError with its words when it failed."""
        done = subprocess.run(_command(*words), env=self._environ(), capture_output=True, text=True, timeout=50)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @contextmanager
    def running(self) -> Iterator[Service]:
        """``mailbot run``, already at work; killed at the end if the test has not ended it."""
        log_file = self.folder / f"run-{next(self._runs)}.log"
        with log_file.open("wb") as log:
            process = subprocess.Popen(_command("run"), env=self._environ(), stderr=log, stdin=subprocess.DEVNULL)
        service = Service(process, log_file)
        try:
            assert within(PATIENCE, lambda: service.is_at_work() or process.poll() is not None)
            assert process.poll() is None, service.log
            yield service
        finally:
            service.kill()

    def settings(self) -> Settings:
        return load(self.folder / "config", self.variables)

    def _environ(self) -> dict[str, str]:
        return {**os.environ, **self.variables}


COMMON = {
    "MAILBOT_SERVICE_ADDRESS": DESK,
    "MAILBOT_MAILBOX_USER": DESK,
    "MAILBOT_MAILBOX_FOLDERS": "INBOX",
    "MAILBOT_MAILBOX_SENT_FOLDER": "",
    "MAILBOT_MAILBOX_POLL_SECONDS": "3600",  # so that only IDLE can be quick
    "MAILBOT_OUTBOX_MODE": "on",
    "MAILBOT_REPLY_PLUS": "true",
    "MAILBOT_SAFEGUARDING_COMMAND": '["true", "{reference}"]',
}


def on_embedded_servers(mail: EmbeddedMailThread) -> dict[str, str]:
    """The variables that point a service at these servers."""
    return {
        "MAILBOT_MAILBOX_HOST": mail.host,
        "MAILBOT_MAILBOX_PORT": str(mail.imap_port),
        "MAILBOT_MAILBOX_SECURITY": "none",
        "MAILBOT_MAILBOX_PASSWORD": mail.password,
        "MAILBOT_SMTP_HOST": mail.host,
        "MAILBOT_SMTP_PORT": str(mail.smtp_port),
        "MAILBOT_SMTP_SECURITY": "none",
        "MAILBOT_SMTP_USER": DESK,
        "MAILBOT_SMTP_PASSWORD": mail.password,
    }


def letter(sender: str, text: str = LETTER, to: str = DESK, name: str = "Ada Bright") -> bytes:
    """A letter as a family's mail program writes it."""
    message = EmailMessage()
    message["From"] = f"{name} <{sender}>"
    message["To"] = to
    message["Subject"] = "Hello"
    message["Date"] = SystemClock().now()
    message["Message-ID"] = f"<{next(_NUMBERS)}.{SystemClock().now():%Y%m%d%H%M%S%f}@example.net>"
    message.set_content(f"{text}\n\n{name}\n")
    return message.as_bytes()


def within(seconds: float, happened: Callable[[], bool]) -> bool:
    """Whether it happened in time."""
    until = monotonic() + seconds
    while not happened():
        if monotonic() > until:
            return False
        Event().wait(0.05)
    return True


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "mailbot", *words]
