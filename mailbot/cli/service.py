"""``mailbot run``, ``once`` and ``status``: the service itself, and how it fares."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from typing import Annotated

import typer

from mailbot.app import App, build, open_store
from mailbot.casework.snapshot import DeskReport
from mailbot.casework.staff.orders.halting import since_when
from mailbot.cli.logs import log_as_told
from mailbot.cli.terminal import Config, Exit, Json, complain, give_up, say, settings_at, tell_json, tell_table, today
from mailbot.clock import SystemClock
from mailbot.outbox.compose import Composer
from mailbot.records import snapshots
from mailbot.settings import Settings, Severity, readiness

LOOKED_WITHIN = timedelta(minutes=15)  # the inbox is looked at every few minutes, whether or not anything comes


def add_to(app: typer.Typer) -> None:
    app.command()(run)
    app.command()(once)
    app.command()(status)


def run(config: Config = None) -> None:
    """Serve until told to stop. SIGTERM ends what was begun, then the process."""
    settings = settings_at(config)
    log_as_told(settings.log)
    _ready(settings).run()


def once(json: Json = False, config: Config = None) -> None:
    """One pass: take in, open, match, send; then stop. For cron, or for trying."""
    settings = settings_at(config)
    log_as_told(settings.log)
    counts = _ready(settings).once()
    if json:
        tell_json(counts)
    else:
        tell_table(("", ""), ((name.replace("_", " "), count) for name, count in counts.items()))


def status(
    healthy: Annotated[
        bool, typer.Option("--healthy", help="Say nothing; exit with 1 when the service does not do its work.")
    ] = False,
    json: Json = False,
    config: Config = None,
) -> None:
    """How the service fares: what waits, what is late. Counts only, never names."""
    now = SystemClock().now()
    settings = settings_at(config)
    with closing(open_store(settings)) as store, store.read() as tx:
        report = snapshots.desk_report(tx, now)
    looked = report.last_look_at is not None and now - report.last_look_at <= LOOKED_WITHIN
    is_healthy = looked and not report.unsent
    if not healthy:
        paused = {"everything_paused_since": report.halt.since if report.halt else None}
        told = {**paused, **_counts(report, now), "last_look_at": report.last_look_at, "healthy": is_healthy}
        if json:
            tell_json(told)
        else:
            if report.halt:
                say(f"EVERYTHING IS PAUSED {since_when(report.halt, settings.roster)}. `mailbot resume` ends it.\n")
            tell_table(("", ""), ((name.replace("_", " "), value) for name, value in told.items()))
    if healthy and not is_healthy:
        raise typer.Exit(Exit.NOT_WELL)


def _counts(report: DeskReport, now: datetime) -> dict[str, int]:
    late = [one for one in report.referrals if one.first_contact_at is None and one.due_at <= now]
    return {
        "open_referrals": len(report.referrals),
        "promises_broken": len(late),
        "open_offers": len(report.offers),
        "matches": len(report.matches),
        "open_concerns": len(report.concerns),
        "open_tasks": len(report.tasks),
        "volunteers": len(report.volunteers),
        "letters_today": report.letters_since,
        "letters_waiting_to_be_opened": report.waiting_to_be_opened,
        "letters_set_aside": report.set_aside,
        "letters_without_outcome": report.without_outcome,
        "gaps_in_the_mailbox": report.gaps,
        "emails_late": report.unsent,
        "emails_uncertain": report.uncertain,
        "emails_refused_today": report.refused_since,
    }


def _ready(settings: Settings) -> App:
    """The service, when nothing stands in its way: better said once at the start than by every tick."""
    _refuse_blockers(settings)
    service = build(settings)
    _refuse_broken_templates(service.composer)
    if not service.store.is_current():
        give_up("The database has another schema than this program: run `mailbot db upgrade`.", Exit.RECORDS)
    return service


def _refuse_blockers(settings: Settings) -> None:
    findings = readiness(settings, today())
    for one in findings:
        if one.severity is not Severity.WARNING:
            complain(f"{one.severity}: {one.place}: {one.what}; {one.mend}")
    if any(one.severity is Severity.BLOCKER for one in findings):
        give_up("Not started: a blocker must be mended first.", Exit.SETTINGS)


def _refuse_broken_templates(composer: Composer) -> None:
    """A mistake is found at the start, never at sending time (design rule 11)."""
    faults = composer.check()
    for fault in faults:
        complain(str(fault))
    if faults:
        give_up("Not started: a template must be mended first.", Exit.SETTINGS)
