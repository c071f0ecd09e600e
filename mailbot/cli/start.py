"""``mailbot init`` and ``mailbot tryout``: the first two things somebody does with mailbot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from mailbot.casework.promises import Promise, PromiseKind
from mailbot.cli.terminal import Exit, give_up, say, tell_table, today
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
    """Make a home: config, templates and fresh keys. A folder that has a config is left as it is."""
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
    """Play the service against embedded mail servers. The clock is wound on; every email is left in a folder."""
    try:
        from mailbot.app.tryout import play
    except ModuleNotFoundError:  # its servers are an extra that a live service need not install
        give_up("The try-out has servers of its own, to be installed first: pip install 'mailbot[tryout]'", Exit.USAGE)
    told = play(folder, say)
    _tell_promises(told.promises)
    say(f"\nEvery email lies in {folder.resolve()}, as .eml and .html ({len(told.letters)} of them).")


def _tell_promises(promises: Sequence[tuple[str, Promise]]) -> None:
    ends = max(one.next_step_at for _, one in promises if one.settled_at is None)
    tell_table(
        ("about", "promised", "made", "due", "ended"),
        ((reference, PROMISED[one.kind], one.made_at, one.due_at, _ended(one, ends)) for reference, one in promises),
        title="\nWhat was promised",
    )
    week = [one for _, one in promises if one.kind is PromiseKind.FIRST_CONTACT]
    kept = sum(1 for one in week if one.outcome == "kept")
    say(f"\n{kept} of {len(week)} people were called within the week. Of the others, staff were told each day.")


def _ended(promise: Promise, now: datetime) -> str:
    if promise.outcome is not None:
        return promise.outcome
    missed = promise.kind is PromiseKind.FIRST_CONTACT and promise.due_at < now
    return "MISSED, still open" if missed else "open"


PROMISED = {
    PromiseKind.FIRST_CONTACT: "a conversation within the week",
    PromiseKind.ESSENTIALS: "ask again for what is missing",
    PromiseKind.OFFER_ANSWER: "the volunteer's answer",
    PromiseKind.FAMILY_TOLD: "the family knows who calls",
    PromiseKind.FIRST_CALL: "the first call, and word of it",
    PromiseKind.ATTEMPT: "another try",
    PromiseKind.NEXT_CALL: "the next call",
    PromiseKind.STILL_WAITING: "somebody is still looked for",
    PromiseKind.STAFF_TASK: "staff are asked",
    PromiseKind.CONCERN: "a person looks at a worry",
}
