"""``mailbot referrals``: people's requests, by reference; names and numbers only when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from typing import Annotated, Any

import typer

from mailbot.app import open_store
from mailbot.casework.about import About
from mailbot.casework.promises import Promise
from mailbot.casework.references import of_referral
from mailbot.casework.referral import Referral
from mailbot.casework.snapshot import SentMail
from mailbot.cli.terminal import (
    Config,
    Exit,
    Json,
    give_up,
    number_of,
    say,
    settings_at,
    tell_json,
    tell_table,
)
from mailbot.clock import SystemClock
from mailbot.records import lookups
from mailbot.records.journal import Recorded, entries_for_referral
from mailbot.records.store import Tx

app = typer.Typer(help="People's requests, by reference.", no_args_is_help=True)


@app.command("list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Closed ones too.")] = False,
    json: Json = False,
    config: Config = None,
) -> None:
    """All that are open: stage, promise, next step."""
    now = SystemClock().now()
    with closing(open_store(settings_at(config))) as store, store.read() as tx:
        found = [one for one in lookups.referrals(tx, now=now) if everything or one.is_open]
        told = [_without_person(one, now) | {"next_step_at": _next_step_at(tx, one)} for one in found]
    if json:
        tell_json(told)
        return
    tell_table(
        ("reference", "stage", "received", "promise due", "kept", "next step", "frozen"),
        (
            (one["reference"], one["stage"], one["received_at"], one["due_at"], one["first_contact_at"],
             one["next_step_at"], one["frozen"])
            for one in told
        ),
    )  # fmt: skip


@app.command()
def show(
    reference: Annotated[str, typer.Argument(help="As R-1042.")],
    personal: Annotated[bool, typer.Option("--personal", help="Name, numbers and addresses too.")] = False,
    json: Json = False,
    config: Config = None,
) -> None:
    """One request, its promises, emails and journal. No name or number without --personal."""
    number = number_of(reference)
    now = SystemClock().now()
    with closing(open_store(settings_at(config))) as store, store.read() as tx:
        referral = lookups.referral(tx, number, now)
        if referral is None:
            give_up(f"There is no referral {of_referral(number)}.", Exit.NOT_WELL)
        promises = _open_promises(tx, referral.id)
        mails = lookups.mails(tx, lookups.OUTGOING.c.referral_id == referral.id)
        done = entries_for_referral(tx, referral.id)
    told = _without_person(referral, now) | (_person(referral) if personal else {})
    if json:
        told |= {"promises": [_promise(one) for one in promises], "mails": [_mail(one) for one in mails]}
        tell_json(told | {"journal": [_entry(one) for one in done]})
        return
    tell_table(("", ""), ((key.replace("_", " "), _words(value)) for key, value in told.items()))
    _tell("promised", [_promise(one) for one in promises])
    _tell("emails", [_mail(one) for one in reversed(mails)])
    _tell("what was done", [_entry(one) for one in done])


def _without_person(one: Referral, now: datetime) -> dict[str, Any]:
    return {
        "reference": one.reference,
        "stage": one.stage.value,
        "received_at": one.received_at,
        "due_at": one.due_at,
        "due_at_adjusted": one.adjusted_due_at(now),
        "first_contact_at": one.first_contact_at,
        "missing": list(one.missing) if one.is_open else [],
        "language": one.language,
        "hours": one.hours.to_json() if one.hours else None,
        "preferences": sorted(one.preferences),
        "referrer": one.referrer,
        "frozen": one.frozen,
        "withdrawn_at": one.withdrawn_at,
        "hold_until": one.hold_until,
        "lapsed_offers": one.lapsed_offers,
        "closed_at": one.closed_at,
    }


def _person(one: Referral) -> dict[str, Any]:
    return {
        "name": one.name,
        "address": one.address,
        "phones": list(one.phones),
        "phones_forbidden": list(one.phones_forbidden),
        "voicemail_ok": one.voicemail_ok,
        "referrer_name": one.referrer_name,
        "referrer_address": one.referrer_address,
    }


def _next_step_at(tx: Tx, one: Referral) -> datetime | None:
    return min((promise.next_step_at for promise in _open_promises(tx, one.id)), default=None)


def _open_promises(tx: Tx, referral_id: int) -> tuple[Promise, ...]:
    return lookups.promises(tx, lookups.PROMISE.c.referral_id == referral_id, lookups.PROMISE.c.settled_at.is_(None))


def _promise(one: Promise) -> dict[str, Any]:
    return {"kind": one.kind.value, "due_at": one.due_at, "next_step_at": one.next_step_at, "about": _about(one.about)}


def _mail(one: SentMail) -> dict[str, Any]:
    return {"email": one.touchpoint, "to": one.party.value, "state": one.state, "sent_at": one.sent_at}


def _entry(one: Recorded) -> dict[str, Any]:
    cause = " ".join(str(part) for part in (one.cause.kind, one.cause.id, one.cause.name) if part)
    return {"at": one.at, "action": one.action, "about": _about(one.entry.about), "because_of": cause}


def _about(about: About | None) -> str:
    return f"{about.entity} {about.id}" if about else ""


def _tell(title: str, lines: Sequence[dict[str, Any]]) -> None:
    if lines:
        say("")
        tell_table([key.replace("_", " ") for key in lines[0]], (tuple(one.values()) for one in lines), title=title)


def _words(value: object) -> object:
    """A cell: lists in words, moments as the table shows them."""
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return value
