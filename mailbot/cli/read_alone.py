"""``mailbot read`` without the other commands: what it does not need takes longer to load than a letter to read."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from mailbot.cli import read
from mailbot.cli.terminal import give_up_settings
from mailbot.settings import SettingsWrong


def main(arguments: Sequence[str]) -> None:
    app = typer.Typer(name="mailbot", add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_whole)
    read.add_to(app)
    try:
        app(args=list(arguments), prog_name="mailbot")
    except SettingsWrong as wrong:
        give_up_settings(wrong)


def _whole() -> None:
    """The befriending desk that runs on email."""
