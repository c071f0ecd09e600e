"""``mailbot preview``: an email as people get it, filled with an example; or all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mailbot.app import build_composer
from mailbot.casework.touchpoints import TOUCHPOINTS
from mailbot.cli.terminal import Config, Exit, give_up, say, settings_at
from mailbot.outbox.compose import Composer
from mailbot.outbox.examples import preview as example_of
from mailbot.outbox.previews import write_previews
from mailbot.settings import load_for_looking


def add_to(app: typer.Typer) -> None:
    app.command()(preview)


def preview(
    touchpoint: Annotated[
        str | None, typer.Argument(help="Which email: the name of its template, such as acknowledgement.")
    ] = None,
    language: Annotated[str, typer.Option(help="en or cy.")] = "en",
    html: Annotated[Path | None, typer.Option("--html", help="Write the HTML into this file.")] = None,
    every: Annotated[
        Path | None, typer.Option("--all", help="Write every email into this folder, with an index.html to begin at.")
    ] = None,
    config: Config = None,
) -> None:
    """Show one of our emails, filled with an example. The subject and text here, the HTML in a file."""
    if (touchpoint is None) == (every is None):
        give_up("Name one email, or a folder for all of them: --all FOLDER.", Exit.USAGE)
    composer = build_composer(settings_at(config, load_for_looking))
    if every is not None:
        count = write_previews(composer, every)
        say(f"{count} emails are in {every}. Begin with {every / 'index.html'}")
    elif touchpoint is not None:
        _show(composer, touchpoint, language, html)


def _show(composer: Composer, touchpoint: str, language: str, html: Path | None) -> None:
    languages = {kind.template(): kind.languages for kind in TOUCHPOINTS}
    if touchpoint not in languages:
        give_up(f"There is no email {touchpoint!r}. There are: {', '.join(sorted(languages))}.", Exit.USAGE)
    if language not in languages[touchpoint]:
        give_up(f"{touchpoint} is written in {', '.join(languages[touchpoint])}, not in {language!r}.", Exit.USAGE)
    subject, text, page = example_of(composer, touchpoint, language)
    say(f"Subject: {subject}\n\n{text}")
    if html is not None:
        html.write_text(page, encoding="utf-8")
        say(f"The HTML is in {html}")
