"""``mailbot read``: what mailbot makes of a letter in a file, and the words that decided; no database is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from mailbot.cli.read_labels import fact_rows
from mailbot.cli.read_trial import Told, Trial, Writer
from mailbot.cli.terminal import Config, Exit, complain, give_up, say, settings_at, tell_json, tell_table
from mailbot.clock import SystemClock
from mailbot.settings import load_for_looking
from mailbot.settings.own_mail import build_reader


def add_to(app: typer.Typer) -> None:
    app.command()(read)


def read(
    paths: Annotated[list[Path], typer.Argument(help="Files as a mail program saves them (.eml), or folders of them.")],
    as_: Annotated[
        Writer | None, typer.Option("--as", help="Who is taken to have written; else mailbot says who seems to have.")
    ] = None,
    replying_to: Annotated[
        str | None,
        typer.Option(
            help="The kind of our email that is answered, such as offer, call_checkin or digest; "
            "else what an X-Replying-To header says."
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="The letter itself, with the words that decided each fact marked.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line, for a program to read.")] = False,
    config: Config = None,
) -> None:
    """Say what a letter in a file says, and why. For trying wording; nothing is remembered."""
    if json and explain:
        give_up("--json is for a program and --explain for a person: give one of them.", Exit.USAGE)
    missing = [path for path in paths if not path.exists()]
    if missing:
        give_up(f"There is no file {missing[0]}.", Exit.USAGE)
    settings = settings_at(config, load_for_looking)
    trial = Trial(
        build_reader(settings), settings.wording, frozenset(settings.service.own_numbers), SystemClock().now()
    )
    show = _tell_json if json else _explain if explain else _tell
    unread = 0
    for file, name in _files(paths):
        try:
            raw, size = _beginning(file, settings.mailbox.max_letter_bytes)
        except OSError as fault:
            complain(f"{name} cannot be read: {fault.strerror or type(fault).__name__}.")
            unread += 1
            continue
        show(name, trial.read(raw, as_, replying_to, whole_size=size))
    if unread:
        raise typer.Exit(Exit.NOT_WELL)


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Each file with its name; in a folder, and in the folders in it, the path from there on, in order."""
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.suffix.lower() == ".eml" and not one.is_dir())
            for name in sorted(one.relative_to(path).as_posix() for one in inside):
                yield path / name, name
        else:
            yield path, path.name


def _beginning(file: Path, most: int) -> tuple[bytes, int]:
    """So many bytes of a file, and how many it has."""
    with file.open("rb") as opened:
        return opened.read(most), file.stat().st_size


def _tell_json(name: str, told: Told) -> None:
    tell_json({"file": name, **told.labels})


def _explain(name: str, told: Told) -> None:
    from mailbot.cli.read_explain import explain  # nobody else needs it

    explain(name, told)


def _tell(name: str, told: Told) -> None:
    seems = told.labels.get("seems")
    by = f", who seems to be: {seems}" if seems else ""
    say(f"{name}: {told.labels['kind'].replace('_', ' ')}, from {told.letter.sender.address or 'nobody'}{by}")
    tell_table(("", ""), fact_rows(told.labels))
    for what in told.letter.not_read:
        say(f"not read: {what}")
    say("")
