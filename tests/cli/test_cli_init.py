"""``mailbot init`` makes a folder that is private where it must be, and never overwrites one."""

from __future__ import annotations

from pathlib import Path

from commands_given import Mailbot

from mailbot.clock import SystemClock, london
from mailbot.settings import load


def test_the_new_folder_loads_with_fresh_keys_and_today_as_its_first_day(mailbot: Mailbot, tmp_path: Path) -> None:
    assert mailbot("init", "desk").code == 0
    settings = load(tmp_path / "desk" / "config", {})
    assert settings.mailbox.take_in_since == london(SystemClock().now()).date()
    assert settings.outbox.mode == "off"
    assert settings.templates == tmp_path / "desk" / "templates"
    assert mailbot("init", "other").code == 0
    assert settings.database.keys != load(tmp_path / "other" / "config", {}).database.keys


def test_only_the_owner_may_look_into_secrets_and_var(mailbot: Mailbot, tmp_path: Path) -> None:
    mailbot("init", ".")
    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "secrets").iterdir()} == {0o600}


def test_a_folder_that_has_a_config_is_left_alone(mailbot: Mailbot, tmp_path: Path) -> None:
    mailbot("init", ".")
    keys = (tmp_path / "secrets" / "database_keys").read_text()
    told = mailbot("init", ".")
    assert told.code == 1
    assert "is there already; nothing was changed" in told.err
    assert (tmp_path / "secrets" / "database_keys").read_text() == keys


def test_secrets_that_are_there_already_are_kept(mailbot: Mailbot, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "database_keys").write_text("the only key\n")
    mailbot("init", ".")
    assert (tmp_path / "secrets" / "database_keys").read_text() == "the only key\n"


def test_what_is_told_names_no_secret(mailbot: Mailbot, tmp_path: Path) -> None:
    told = mailbot("init", ".")
    for name in ("database_keys", "reply_secret"):
        assert (tmp_path / "secrets" / name).read_text().strip() not in told.out
