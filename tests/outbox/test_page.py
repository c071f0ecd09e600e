"""Paging the rota by a configured command."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.page import deliver_page

PHONE = "+447700900999"


def page(*command: str, timeout: float = 10) -> Delivery:
    return asyncio.run(deliver_page(command, "R-1042", PHONE, timeout=timeout))


def test_the_command_gets_reference_and_phone_as_arguments_and_no_shell(tmp_path: Path) -> None:
    file = tmp_path / "told"
    script = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('|'.join(sys.argv[2:]))"
    sent = page(sys.executable, "-c", script, str(file), "read {reference}; $(now)", "{phone}", "{other}")
    assert sent.outcome is Outcome.SENT
    assert file.read_text() == f"read R-1042; $(now)|{PHONE}|{{other}}"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ((), "no paging command is configured"),
        (("/no/such/command",), "cannot be started: FileNotFoundError"),
        ((sys.executable, "-c", "raise SystemExit(3)"), "ended with status 3"),
    ],
)
def test_a_command_that_fails_is_trouble_and_is_tried_again(command: tuple[str, ...], why: str) -> None:
    failed = page(*command)
    assert (failed.outcome, failed.trouble) == (Outcome.TEMPORARY, True)
    assert why in failed.why


def test_a_command_that_hangs_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    file = tmp_path / "alive"
    inner = f"import time, pathlib; time.sleep(1.5); pathlib.Path({str(file)!r}).touch()"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    hung = page(sys.executable, "-c", script, timeout=0.5)
    assert "did not end within 0.5 seconds" in hung.why
    asyncio.run(asyncio.sleep(1.3))
    assert not file.exists()
