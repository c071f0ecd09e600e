"""The command line: one file per group of commands, and no rules in here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit with its code (``terminal.Exit``)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a name that a narrow terminal cannot write ends no command
            stream.reconfigure(errors="replace")
    if words[:1] == ["read"]:  # tried again and again while wording is written: it starts without database and servers
        from mailbot.cli.read_alone import main as run
    else:
        from mailbot.cli.commands import main as run
    run(words)


def __getattr__(name: str) -> Any:
    """``app``: all commands, which are loaded when they are asked for."""
    if name == "app":
        from mailbot.cli.commands import app

        return app
    raise AttributeError(name)
