"""``mailbot init`` and ``mailbot tryout``: the first two things somebody does with mailbot."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mailbot.cli.terminal import Exit, give_up, say, today
from mailbot.settings.new_home import HomeExists, make_home

NEXT = """
Next:
  1. put your own in:      {config}/mailbot.toml, staff.toml, helplines.toml
  2. write the passwords:  {home}/secrets/mailbox_password and smtp_password
  3. keep a copy elsewhere of {home}/secrets/database_keys: without it every letter is lost
  4. mailbot --help, then: cd {home} && mailbot db upgrade && mailbot check
Nothing is sent until outbox.mode is "on"."""


def add_to(app: typer.Typer) -> None:
    app.command()(init)
    app.command()(tryout)


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it may be there already.")] = Path(),
) -> None:
    """Make a folder with config, templates and fresh keys, for editing."""
    try:
        made = make_home(folder, today())
    except HomeExists as fault:
        give_up(str(fault), Exit.NOT_WELL)
    for path in made:
        say(f"made {path}")
    say(NEXT.format(config=folder / "config", home=folder))


def tryout(
    folder: Annotated[Path, typer.Option("--into", help="Where every email is left, as .eml and .html.")] = Path(
        "tryout-mail"
    ),
) -> None:
    """Play some weeks of the service against embedded mail servers, with a clock that is wound on."""
    from mailbot.tryout import story  # its servers are an extra that a live service need not install

    story.play(folder)
