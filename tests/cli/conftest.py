"""Fixtures: a home as ``mailbot init`` makes it, complete, with its database; and a way to give commands in it."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands_given import Mailbot, Said
from config_folder import Folder

from mailbot.app import open_store
from mailbot.cli import main
from mailbot.records.store import Store


@pytest.fixture
def mailbot(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Mailbot:
    """Gives a command from the home's folder, in this process; what it did to the log is undone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logging.getLogger(), "handlers", list(logging.getLogger().handlers))
    monkeypatch.setattr(logging.getLogger(), "level", logging.getLogger().level)

    def give(*words: str, **environ: str) -> Said:
        with monkeypatch.context() as here:
            for name, value in environ.items():
                here.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main(words)
        told = capsys.readouterr()
        return Said(int(ended.value.code or 0), told.out, told.err)

    return give


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.complete()
    return folder


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Upgraded once; every folder of the tests has the same key."""
    folder = Folder(tmp_path_factory.mktemp("upgraded"))
    with pytest.raises(SystemExit):
        main(["db", "upgrade", "--config", str(folder.config)])
    return folder.config.parent / "var" / "mailbot.db"


@pytest.fixture
def home(folder: Folder, mailbot: Mailbot, empty_database: Path) -> Iterator[Store]:
    """The records of a home whose settings are complete and whose database is up to date."""
    room = folder.config.parent / "var"
    room.mkdir()
    shutil.copy(empty_database, room)
    store = open_store(folder.load())
    yield store
    store.close()
