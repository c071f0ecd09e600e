"""The log goes where ``[log]`` says, and libraries that tell every tick are quiet in it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from mailbot.cli.logs import log_as_told
from mailbot.settings import Log


@pytest.fixture(autouse=True)
def _log_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(logging.getLogger(), "level", logging.WARNING)


def test_a_file_gets_what_is_told_from_the_level_up(tmp_path: Path) -> None:
    file = tmp_path / "var" / "mailbot.log"
    log_as_told(Log(level="warning", file=str(file)))
    logging.getLogger("mailbot.flow").info("L-1 is opened")
    logging.getLogger("mailbot.flow").warning("L-2 is set aside")
    logging.getLogger("apscheduler.executors").info("a tick")
    assert [line.split(" ", 2)[2] for line in file.read_text().splitlines()] == [
        "WARNING mailbot.flow: L-2 is set aside"
    ]


def test_without_a_file_the_log_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    log_as_told(Log(level="debug"))
    logging.getLogger("mailbot").debug("R-1042 waits")
    logging.getLogger("imapclient").debug("a line of a letter")
    told = capsys.readouterr()
    assert told.out == ""
    assert "R-1042 waits" in told.err
    assert "a line of a letter" not in told.err
