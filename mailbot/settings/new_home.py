"""``mailbot init``: a folder of one's own with config, templates, fresh keys and room for the database."""

from __future__ import annotations

import secrets
import shutil
from datetime import date
from pathlib import Path

from mailbot.records.vault import Vault
from mailbot.settings.folder import packaged

FIRST_DAY_LINE = "# take_in_since = 2026-01-31"


class HomeExists(ValueError):
    """There is a config folder already; nothing was changed."""


def make_home(home: Path, today: date) -> list[Path]:
    """Everything that was made, in order. ``today`` (London's) becomes ``take_in_since``. Raises HomeExists.

    Secrets that are there already are kept: new keys would make every letter unreadable.
    """
    config = home / "config"
    if config.exists():
        raise HomeExists(f"{config} is there already; nothing was changed")
    home.mkdir(parents=True, exist_ok=True)
    shutil.copytree(packaged("config"), config)
    _set_first_day(config / "mailbot.toml", today)
    made = [config]
    if not (home / "templates").exists():
        shutil.copytree(packaged("templates"), home / "templates")
        made.append(home / "templates")
    return [*made, *_private_folders(home), *_secrets(home / "secrets")]


def _set_first_day(file: Path, today: date) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(FIRST_DAY_LINE, f"take_in_since = {today.isoformat()}", 1), encoding="utf-8")


def _private_folders(home: Path) -> list[Path]:
    folders = [home / "var", home / "secrets"]
    for folder in folders:
        folder.mkdir(mode=0o700, exist_ok=True)
    return folders


def _secrets(folder: Path) -> list[Path]:
    contents = {
        "database_keys": Vault.new_keys().key + "\n",
        "reply_secret": secrets.token_urlsafe(48) + "\n",
        "mailbox_password": "",
        "smtp_password": "",
        "oauth_client_secret": "",
    }
    made = []
    for name, text in contents.items():
        file = folder / name
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(text, encoding="utf-8")
            made.append(file)
    return made
