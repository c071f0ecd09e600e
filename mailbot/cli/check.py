"""``mailbot check``: everything that is wrong, with where it stands and how to mend it, before a letter meets it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from typing import Annotated, Literal

import typer

from mailbot.app import build_composer, imap_account, open_store, smtp_account
from mailbot.app.probe import PATIENCE_SECONDS, probe
from mailbot.app.probe_findings import probe_findings
from mailbot.casework.staff.orders.halting import since_when
from mailbot.cli.terminal import Config, Exit, Json, say, settings_at, tell_json, today
from mailbot.inbox.login import connect
from mailbot.inbox.mailbox import Mailbox
from mailbot.inbox.trouble import LoginRefused, MailboxTrouble, Refused
from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.post import Post
from mailbot.outbox.template_book import TemplateBroken, TemplateFault
from mailbot.records import halts, outbox_rows
from mailbot.records.errors import RecordsError
from mailbot.records.store import Store
from mailbot.settings import (
    Finding,
    Settings,
    SettingsFault,
    SettingsWrong,
    Severity,
    readiness,
)

LOGIN_REFUSED = (530, 534, 535)  # RFC 4954, section 6


def add_to(app: typer.Typer) -> None:
    app.command()(check)


def check(
    offline: Annotated[bool, typer.Option("--offline", help="Do not connect to the mail servers.")] = False,
    send_probe: Annotated[
        bool, typer.Option("--probe", help="Send letters to ourselves: do plus-addresses and Message-IDs arrive?")
    ] = False,
    wait: Annotated[
        int, typer.Option("--wait", min=1, help="Seconds until a probe counts as lost.")
    ] = PATIENCE_SECONDS,
    json: Json = False,
    config: Config = None,
) -> None:
    """Name everything that is wrong, and how to mend it. Exits with 1 when anything worse than a warning is found."""
    try:
        settings = settings_at(config)
    except SettingsWrong as wrong:
        findings = [_of_settings(fault) for fault in wrong.faults]
    else:
        findings = list(_findings(settings, offline=offline, send_probe=send_probe, wait=wait))
    faults = [one for one in findings if one.severity is not Severity.WARNING]
    if json:
        tell_json([asdict(one) for one in findings])
    else:
        for one in findings:
            say(f"{one.severity.value:<8} {one.place}: {one.what}\n         {one.mend}")
        say(f"\n{len(faults)} faults, {len(findings) - len(faults)} warnings." if findings else "All is well.")
    if faults:
        raise typer.Exit(Exit.NOT_WELL)


def _findings(settings: Settings, *, offline: bool, send_probe: bool, wait: int) -> Iterator[Finding]:
    yield from readiness(settings, today())
    yield from _templates(settings)
    yield from _database(settings)
    if not offline:
        yield from _mailbox(settings)
        yield from _smtp(settings)
        if send_probe:
            yield from probe_findings(settings, probe(settings, wait))


def _of_settings(fault: SettingsFault) -> Finding:
    return Finding(Severity.FAULT, str(fault.place), f"{fault.key} {fault.wrong}", fault.allowed)


def _templates(settings: Settings) -> Iterator[Finding]:
    try:
        faults: list[TemplateFault] = build_composer(settings).check()
    except TemplateBroken as broken:
        faults = [broken.fault]
    for fault in faults:
        yield Finding(Severity.FAULT, f"{fault.file}:{fault.line}", fault.words, fault.mend)


def _database(settings: Settings) -> Iterator[Finding]:
    place = str(settings.place("database.url"))
    if not settings.database.keys.split():
        return  # told already; without a key nothing can be opened
    try:
        with closing(open_store(settings)) as store:
            if not store.is_current():
                what = "the database has another schema than this program"
                yield Finding(Severity.FAULT, place, what, "run `mailbot db upgrade`")
            else:
                yield from _outgoing(settings, store)
    except RecordsError as fault:
        yield Finding(Severity.FAULT, place, f"database: {fault}", "is it running, and is database.url right?")


def _outgoing(settings: Settings, store: Store) -> Iterator[Finding]:
    with store.read() as tx:
        halt, on_trial = halts.halt(tx), outbox_rows.redirected(tx)
    if halt:
        what = f"EVERYTHING IS PAUSED {since_when(halt, settings.roster)}; emails that wait: {halt.waiting}"
        yield Finding(Severity.FAULT, "the outbox", what, "`mailbot resume`, or the reply “resume everything”, ends it")
    if on_trial and settings.outbox.mode == "on":
        what = f"{on_trial} emails went to the trial's address only, and count as sent: nobody else ever got them"
        mend = "begin with a new database, and with letters that nobody waits for"
        yield Finding(Severity.FAULT, str(settings.place("outbox.mode")), what, mend)


def _mailbox(settings: Settings) -> Iterator[Finding]:
    try:
        with Mailbox(connect(imap_account(settings))) as mailbox:
            for folder in settings.mailbox.folders:
                try:
                    mailbox.open(folder)
                except Refused:
                    what = f'there is no folder "{folder}"'
                    where = str(settings.place("mailbox.folders"))
                    yield Finding(Severity.FAULT, where, what, "name the folders as your server does")
    except MailboxTrouble as trouble:
        place, mend = _where_to_mend(settings, "mailbox", refused=isinstance(trouble, LoginRefused))
        yield Finding(Severity.FAULT, place, f"mailbox: {trouble}", mend)


def _smtp(settings: Settings) -> Iterator[Finding]:
    delivery = asyncio.run(_knock(settings))
    if delivery.outcome is not Outcome.SENT:
        refused = delivery.why.startswith("no token") or delivery.code in LOGIN_REFUSED
        place, mend = _where_to_mend(settings, "smtp", refused=refused)
        yield Finding(Severity.FAULT, place, f"smtp: {delivery.why}", mend)


def _where_to_mend(settings: Settings, section: Literal["mailbox", "smtp"], *, refused: bool) -> tuple[str, str]:
    """The setting that most likely is wrong, and what to do about it."""
    server = settings.mailbox if section == "mailbox" else settings.smtp
    if not refused:
        mend = f"look at host, port, security and ca_file in [{section}], or ask whoever runs the server"
        return str(settings.place(f"{section}.host")), mend
    if server.method == "password":
        mend = "write the right one into its file; where passwords are not taken, docs/getting_in.md has the other ways"
        return str(settings.place(f"{section}.password")), mend
    if server.token_command:
        return str(settings.place(f"{section}.token_command")), "run it by hand: it must print one fresh token"
    mend = f"mend [oauth]; {section}.user must be the mailbox that the token may open (docs/getting_in.md)"
    return str(settings.place("oauth.provider")), mend


async def _knock(settings: Settings) -> Delivery:
    post = Post(smtp_account(settings), settings.service.address)
    try:
        return await post.probe()
    finally:
        await post.close()
