"""All commands together, and what is told when one of them cannot go on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from mailbot import __version__
from mailbot.cli import check, database, login, outbox, preview, read, referrals, service, start, volunteers
from mailbot.cli.terminal import Exit, complain, give_up_settings
from mailbot.inbox.trouble import MailboxTrouble
from mailbot.outbox.template_book import TemplateBroken
from mailbot.records.errors import RecordsError
from mailbot.settings import SettingsWrong

app = typer.Typer(
    name="mailbot",
    help="The befriending desk that runs on email.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # a traceback with local values would show people's names
    rich_markup_mode=None,
)
for group in (start, service, outbox, login, check, preview, read):
    group.add_to(app)
app.add_typer(outbox.app, name="outbox")
app.add_typer(referrals.app, name="referrals")
app.add_typer(volunteers.app, name="volunteers")
app.add_typer(database.app, name="db")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit with its code (``terminal.Exit``)."""
    try:
        app(args=list(arguments) if arguments is not None else None)
    except SettingsWrong as wrong:
        give_up_settings(wrong)
    except TemplateBroken as broken:
        complain(f"A template cannot be used: {broken}")
        raise SystemExit(Exit.SETTINGS) from None
    except RecordsError as fault:
        complain(f"The database: {fault}")
        raise SystemExit(Exit.RECORDS) from None
    except MailboxTrouble as trouble:
        complain(f"The mailbox: {trouble}")
        raise SystemExit(Exit.SERVERS) from None


@app.callback()
def _whole(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=lambda told: _version(told))] = False,
) -> None:
    """The befriending desk that runs on email."""


def _version(told: bool) -> None:
    if told:
        typer.echo(f"mailbot {__version__}")
        raise typer.Exit
