"""A config folder of one's own: the shipped one, complete enough to load, that a test may spoil."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from mailbot.clock import SystemClock, london
from mailbot.reading.words.wording import REQUIRED
from mailbot.settings import Settings, SettingsWrong, load

SHIPPED = Path(__file__).parent.parent / "config"
VERIFIED_ON: date = london(SystemClock().now()).date()
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
MEMBER = """
[[member]]
id = "dilys"
name = "Dilys Morgan"
address = "Dilys@example.com"
roles = ["coordinator", "lead", "safeguarding"]
phone = "+447700900123"
"""


class Folder:
    """A config folder of one's own, complete, that a test may spoil."""

    def __init__(self, home: Path) -> None:
        self.config = home / "config"
        self.secrets = home / "secrets"
        shutil.copytree(SHIPPED, self.config, ignore=shutil.ignore_patterns("wording"))
        self.wording()
        self.secrets.mkdir()
        self.secret("mailbox_password", "hunter2\n")
        self.secret("smtp_password", "hunter3\n")
        self.secret("oauth_client_secret", "")
        self.secret("reply_secret", "s" * 32 + "\n")
        self.secret("database_keys", KEY + "\n")
        self.change("mailbot.toml", "# take_in_since = 2026-01-31", "take_in_since = 2026-01-31")

    def wording(self) -> None:
        """One phrase in each section that is needed: the shipped lists take most of a second to compile."""
        folder = self.config / "wording"
        folder.mkdir()
        for table, sections in REQUIRED.items():
            text = "\n".join(f'[{section}]\nen = ["some words"]' for section in sections)
            (folder / f"{table}.toml").write_text(text + "\n")

    def secret(self, name: str, text: str) -> None:
        (self.secrets / name).write_text(text)

    def change(self, file: str, old: str, new: str) -> int:
        """Replace the one line ``old``; returns its number."""
        path = self.config / file
        lines = path.read_text().splitlines()
        (number,) = [number for number, line in enumerate(lines) if line == old]
        lines[number] = new
        path.write_text("\n".join(lines) + "\n")
        return number + 1

    def load(self, **environ: str) -> Settings:
        return load(self.config, environ)

    def faults(self, **environ: str) -> list[str]:
        with pytest.raises(SettingsWrong) as wrong:
            self.load(**environ)
        return [str(fault) for fault in wrong.value.faults]

    def complete(self) -> None:
        """Put right what the shipped example leaves to its reader."""
        (self.config / "staff.toml").write_text(MEMBER)
        helplines = self.config / "helplines.toml"
        text = helplines.read_text().replace('verified_on = ""', f"verified_on = {VERIFIED_ON.isoformat()}")
        helplines.write_text(text.replace('verified_by = ""', 'verified_by = "Dilys"'))
        self.change("mailbot.toml", 'address = "befriending@example.org"', 'address = "befriending@example.com"')
        self.change("mailbot.toml", 'host = "imap.example.org"', 'host = "imap.example.com"')
        self.change("mailbot.toml", 'host = "smtp.example.org"', 'host = "smtp.example.com"')
        self.change("mailbot.toml", "command = []", 'command = ["true", "{phone}", "{reference}"]')
        self.change("mailbot.toml", "plus = false", "plus = true")
        self.change("mailbot.toml", 'authserv_id = ""', 'authserv_id = "mx.example.com"')
        self.change("mailbot.toml", 'mode = "off"', 'mode = "on"')
