"""``mailbot login``: somebody logs in once as the mailbox, and allows mailbot to read it and to send."""

from __future__ import annotations

import typer

from mailbot.cli.terminal import Config, Exit, give_up, say, settings_at
from mailbot.logins.trouble import NoToken
from mailbot.settings import log_in


def add_to(app: typer.Typer) -> None:
    app.command()(login)


def login(config: Config = None) -> None:
    """Log in once as the mailbox, where oauth.access is "delegated". Says what to open and what to type."""
    settings = settings_at(config)
    if not settings.oauth.provider or settings.oauth.access != "delegated":
        place = settings.place("oauth.access")
        give_up(f'Nothing to do: oauth.access is not "delegated" ({place}), so nobody has to log in.', Exit.NOT_WELL)
    if not settings.database.keys.split():
        give_up("There is no key in database.keys to encrypt the login with: `mailbot init` makes one.", Exit.SETTINGS)
    try:
        log_in(settings, say, typer.prompt)
    except NoToken as trouble:
        give_up(f"Not logged in: {trouble}", Exit.SERVERS)
    say(f"Logged in. The login is kept, encrypted, in {settings.oauth.login_file}. Next: mailbot check")
