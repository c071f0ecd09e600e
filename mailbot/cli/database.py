"""``mailbot db``: the database's schema."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import typer

from mailbot.app import open_store
from mailbot.cli.terminal import Config, say, settings_at

app = typer.Typer(help="The database.", no_args_is_help=True)


@app.callback()
def _database() -> None:
    """The database."""


@app.command()
def upgrade(config: Config = None) -> None:
    """Bring the database's schema up to date. In one transaction; nothing happens when it is."""
    settings = settings_at(config)
    _make_room(settings.database.url)
    with closing(open_store(settings)) as store:
        before = store.current()
        store.upgrade()
        after = store.current()
    say(f"The database is at {after} already." if before == after else f"The database is now at {after}.")


def _make_room(url: str) -> None:
    """A SQLite file's folder, closed to others."""
    path = url.removeprefix("sqlite:///")
    if path != url:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
