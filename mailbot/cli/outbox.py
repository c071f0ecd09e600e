"""``mailbot outbox``, ``pause`` and ``resume``: what goes out, stopping one email, stopping all of them."""

from __future__ import annotations

import getpass
import re
from contextlib import closing
from datetime import datetime, timedelta
from typing import Annotated, Any

import typer

from mailbot.app import App, build, open_store
from mailbot.casework.mails.coming import foreseen
from mailbot.casework.mails.words import named, to_whom, why_waits
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.references import of_either
from mailbot.casework.snapshot import ComingMail, Halt
from mailbot.casework.staff.orders.halting import since_when
from mailbot.cli.terminal import Config, Exit, Json, give_up, say, settings_at, tell_json, tell_table
from mailbot.clock import SystemClock
from mailbot.records import coming_rows, halts, promise_rows
from mailbot.settings import Settings

A_WEEK = timedelta(days=7)
NOT_WRITTEN_TO = "No family, referrer or volunteer is written to until you resume."
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask whether it is meant.")]
app = typer.Typer(help="What goes out next, and stopping it.", no_args_is_help=True)


def add_to(whole: typer.Typer) -> None:
    whole.command()(pause)
    whole.command()(resume)


@app.command("list")
def list_(
    week: Annotated[bool, typer.Option("--week", help="Also what promises will do in the coming seven days.")] = False,
    json: Json = False,
    config: Config = None,
) -> None:
    """Every email that waits: number, when, what, to whom, why it waits. References and volunteers' names only."""
    settings, now = settings_at(config), SystemClock().now()
    with closing(open_store(settings)) as store, store.read() as tx:
        halt = halts.halt(tx)
        waiting = [_waiting(one, settings.policy, halt, now) for one in coming_rows.coming_mail(tx)]
        coming = foreseen(promise_rows.open_with_references(tx), now + A_WEEK) if week else ()
    later = [{"at": one.at, "what": one.what, "about": one.about} for one in coming]
    if json:
        paused = {"by": halt.by, "since": halt.since} if halt else None
        tell_json({"paused": paused, "waiting": waiting, **({"foreseen": later} if week else {})})
        return
    if halt:
        say(f"EVERYTHING IS PAUSED {since_when(halt, settings.roster)}. `mailbot resume` ends it.\n")
    if waiting:
        tell_table(("number", "goes", "what", "to whom", "waits because"), (tuple(one.values())[:5] for one in waiting))
        say("\n`mailbot outbox cancel E-…` stops one.")
    else:
        say("No email waits.")
    if week:
        title = "\nIn the coming week, if nothing happens before"
        tell_table(("when", "what", "about"), (tuple(one.values()) for one in later), title=title)


@app.command()
def cancel(
    number: Annotated[str, typer.Argument(help="As E-17; see `mailbot outbox list`.")],
    config: Config = None,
) -> None:
    """Stop one email that waits. What it was for is told, and asked of a person where nobody else would see to it."""
    told = re.fullmatch(r"(?i)(?:E-?)?(\d{1,9})", number.strip())
    if not told:
        give_up("An email's number looks like E-17.", Exit.USAGE)
    service = _service(settings_at(config))
    with closing(service.store):
        outcome = service.flow.stop_email(int(told[1]), _who())
    if outcome.refused:
        give_up(outcome.refused, Exit.NOT_WELL)
    for line in (outcome.done, *outcome.more):
        say(line)


def pause(
    reason: Annotated[str, typer.Option("--reason", help="Told to the leads.")] = "",
    yes: Yes = False,
    config: Config = None,
) -> None:
    """Pause everything: no email leaves but alerts, pages and staff's own; nobody is offered. The leads are told."""
    settings = settings_at(config)
    if not yes and not typer.confirm(f"{NOT_WRITTEN_TO} Pause everything?"):
        give_up("Nothing was done.", Exit.NOT_WELL)
    service = _service(settings)
    with closing(service.store):
        lasting = service.flow.pause_everything(_who(), reason)
    if lasting:
        give_up(f"It is paused already, {since_when(lasting, settings.roster)}.", Exit.NOT_WELL)
    say("Everything is paused. `mailbot resume`, or the reply “resume everything”, ends it.")


def resume(yes: Yes = False, config: Config = None) -> None:
    """Let everything go on. What has waited goes out, each judged anew. The leads are told."""
    settings = settings_at(config)
    if not yes and not typer.confirm("What has waited goes out. Resume everything?"):
        give_up("Nothing was done.", Exit.NOT_WELL)
    service = _service(settings)
    with closing(service.store):
        ended = service.flow.resume_everything(_who())
    if ended is None:
        give_up("Nothing is paused.", Exit.NOT_WELL)
    say(f"Everything goes on. Emails that have waited: {ended.waiting}.")


def _waiting(one: ComingMail, policy: Policy, halt: Halt | None, now: datetime) -> dict[str, Any]:
    paused = halt is not None and one.mail.party is not Party.STAFF
    return {
        "number": one.mail.reference,
        "goes_at": None if paused else one.goes_at,
        "what": named(one.mail.touchpoint),
        "to": to_whom(one.mail, one.volunteer_name, one.letter_id),
        "why": why_waits(one, policy, halt, now),
        "email": one.mail.touchpoint,
        "reference": of_either(one.mail.referral_id) or None,
    }


def _service(settings: Settings) -> App:
    service = build(settings)
    if not service.store.is_current():
        give_up("The database has another schema than this program: run `mailbot db upgrade`.", Exit.RECORDS)
    return service


def _who() -> str:
    """Who sits at the machine, for the journal and the leads."""
    return f"{getpass.getuser()} (at the command line)"
