"""``mailbot volunteers``: who may be offered a person to support."""

from __future__ import annotations

import csv
import io
import os
import re
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from mailbot.app import open_store
from mailbot.casework.matching.volunteers import WHY_NOT, unfit
from mailbot.casework.people import Credential, Volunteer
from mailbot.casework.references import of_referral
from mailbot.cli.terminal import (
    Config,
    Exit,
    Json,
    complain,
    give_up,
    number_of,
    say,
    settings_at,
    tell_json,
    tell_table,
    today,
)
from mailbot.clock import SystemClock
from mailbot.reading.skills.hours import read_hours
from mailbot.records import lookups, volunteer_rows
from mailbot.records.volunteer_csv import WrongCell, day_of
from mailbot.records.volunteer_csv_out import export_csv
from mailbot.records.volunteer_rows import BadRows, NewVolunteer, VolunteerChange
from mailbot.settings import Settings
from mailbot.weekly_hours import EVERY_DAY, WeeklyHours

ANY_TIME = re.compile(
    r"\b(any\s?time|any day|every ?day|all (?:day|week|days)|seven days|mon(?:day)?\s*(?:-|to)\s*sun)", re.I
)
app = typer.Typer(help="Who may be offered a person to support.", no_args_is_help=True)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A spreadsheet saved as CSV, with a header line.", dir_okay=False)],
    config: Config = None,
) -> None:
    """Add everybody in a CSV file. When any row has a fault, each is named and nobody is added."""
    settings = settings_at(config)
    try:
        raw = file.read_bytes()
    except OSError as fault:
        give_up(f"{file} cannot be read ({fault.strerror}).", Exit.USAGE)
    ids = _add(raw, settings, str(file))
    say(f"{len(ids)} volunteers added.")


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Where to: a CSV file that is not there yet.", dir_okay=False)],
    config: Config = None,
) -> None:
    """Write everybody into a CSV file, which `import` reads back. It holds names and addresses: keep it closed."""
    settings = settings_at(config)
    with closing(open_store(settings)) as store, store.read() as tx:
        everybody = volunteer_rows.list_volunteers(tx)
    try:
        with open(file, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as out:
            out.write(export_csv(everybody))
    except OSError as fault:
        give_up(f"{file} cannot be written ({fault.strerror}).", Exit.USAGE)
    say(f"{len(everybody)} volunteers written to {file}.")


@app.command()
def renew(
    volunteer: Annotated[str, typer.Argument(help="Their name, or the number that `volunteers list` shows.")],
    dbs: Annotated[str, typer.Option(help="The last day, as 2028-05-04.")] = "",
    befriending: Annotated[str, typer.Option(help="The last day, as 2028-05-04.")] = "",
    safeguarding: Annotated[str, typer.Option(help="The last day, as 2028-05-04.")] = "",
    boundaries: Annotated[str, typer.Option(help="The last day, as 2028-05-04.")] = "",
    config: Config = None,
) -> None:
    """Say until when a check or a training is in date now. What is not named stays as it is."""
    told = {Credential.DBS: dbs, Credential.BEFRIENDING: befriending, Credential.SAFEGUARDING: safeguarding,
            Credential.BOUNDARIES: boundaries}  # fmt: skip
    days = tuple((kind, _day_told(kind, words)) for kind, words in told.items() if words)
    if not days:
        give_up("Until when? As: --dbs 2028-05-04", Exit.USAGE)
    with closing(open_store(settings_at(config))) as store, store.write() as tx:
        one = _named(volunteer, volunteer_rows.list_volunteers(tx))
        volunteer_rows.update(tx, one.id, VolunteerChange(credentials=days))
    lines = "; ".join(f"{kind.value} until {day.isoformat()}" for kind, day in days)
    say(f"{one.name}: {lines}.")


@app.command()
def add(
    name: Annotated[str, typer.Option(help="First name and surname.")],
    email: Annotated[str, typer.Option(help="The address they write from.")],
    languages: Annotated[str, typer.Option(help="As en cy.")] = "",
    gender: Annotated[str, typer.Option(help="female, male, or nothing.")] = "",
    hours: Annotated[str, typer.Option(help="When they can call, as: mon 18:00-21:00; sat 09:00-12:00")] = "",
    capacity: Annotated[str, typer.Option(help="How many people they support at once.")] = "",
    dbs_until: Annotated[str, typer.Option(help="The last day, as 2027-03-31.")] = "",
    befriending_until: Annotated[str, typer.Option(help="The last day, as 2027-03-31.")] = "",
    safeguarding_until: Annotated[str, typer.Option(help="The last day, as 2027-03-31.")] = "",
    boundaries_until: Annotated[str, typer.Option(help="The last day, as 2027-03-31.")] = "",
    lived_experience: Annotated[str, typer.Option(help="yes or no.")] = "",
    prisons: Annotated[str, typer.Option(help="Where they work, worked or have kin; divided by ;")] = "",
    away: Annotated[str, typer.Option(help="As: 2026-12-20 to 2027-01-04")] = "",
    wishes: Annotated[str, typer.Option(help="In their own words.")] = "",
    config: Config = None,
) -> None:
    """Add one volunteer. Each option takes what the CSV column of that name takes."""
    told = {key: value for key, value in locals().items() if key != "config"}
    table = io.StringIO()
    writer = csv.DictWriter(table, fieldnames=list(told))
    writer.writeheader()
    writer.writerow(told)
    (id_,) = _add(table.getvalue().encode(), settings_at(config), "")
    say(f"Volunteer {id_} added.")


@app.command("list")
def list_(json: Json = False, config: Config = None) -> None:
    """Everybody, and what keeps them from being asked."""
    settings = settings_at(config)
    with closing(open_store(settings)) as store, store.read() as tx:
        everybody = volunteer_rows.list_volunteers(tx)
    if json:
        tell_json([_as_json(one, settings) for one in everybody])
        return
    tell_table(
        ("id", "name", "languages", "carries", "in date until", "not now because"),
        (
            (one.id, one.name, " ".join(one.languages), f"{one.open_matches + one.open_offers} of {one.capacity}",
             _in_date_until(one), _why_not(one, settings))
            for one in everybody
        ),
    )  # fmt: skip


@app.command()
def show(
    volunteer: Annotated[int, typer.Argument(help="The number that `volunteers list` shows.")],
    json: Json = False,
    config: Config = None,
) -> None:
    """One volunteer, with everything we know."""
    settings = settings_at(config)
    with closing(open_store(settings)) as store, store.read() as tx:
        one = volunteer_rows.show(tx, volunteer)
    if one is None:
        give_up(f"There is no volunteer {volunteer}.", Exit.NOT_WELL)
    told = _as_json(one, settings)
    if json:
        tell_json(told)
    else:
        tell_table(("", ""), ((key.replace("_", " "), _plain(value)) for key, value in told.items()))


@app.command()
def exclude(
    volunteer: Annotated[int, typer.Argument(help="The number that `volunteers list` shows.")],
    reference: Annotated[str, typer.Argument(help="As R-1042.")],
    config: Config = None,
) -> None:
    """Record that this volunteer is never to be matched with this person."""
    number = number_of(reference)
    now = SystemClock().now()
    with closing(open_store(settings_at(config))) as store, store.write() as tx:
        if lookups.referral(tx, number, now) is None:
            give_up(f"There is no referral {of_referral(number)}.", Exit.NOT_WELL)
        try:
            volunteer_rows.exclude(tx, volunteer, number, now)
        except volunteer_rows.NoSuchVolunteer:
            give_up(f"There is no volunteer {volunteer}.", Exit.NOT_WELL)
    say(f"Volunteer {volunteer} is not matched with {of_referral(number)}.")


def _day_told(kind: Credential, words: str) -> date:
    try:
        return day_of(words, today())
    except WrongCell as fault:
        give_up(f"--{kind.value}: {fault.wrong}; allowed: {fault.allowed}", Exit.USAGE)


def _named(told: str, everybody: tuple[Volunteer, ...]) -> Volunteer:
    """By number, by name, or by the beginning of a name that only one has."""
    wanted = told.casefold().split()
    exact = [one for one in everybody if str(one.id) == told.strip() or one.name.casefold().split() == wanted]
    found = exact or [one for one in everybody if wanted and one.name.casefold().split()[: len(wanted)] == wanted]
    if not found:
        give_up("There is no volunteer by that name or number.", Exit.NOT_WELL)
    if len(found) > 1:
        give_up(f"Which one? {', '.join(f'{one.name} ({one.id})' for one in found)}", Exit.NOT_WELL)
    return found[0]


def _add(raw: bytes, settings: Settings, file: str) -> list[int]:
    now = SystemClock().now()
    try:
        news: list[NewVolunteer] = volunteer_rows.import_csv(
            volunteer_rows.text_of(raw),
            today(),
            read_hours=lambda words, _day: _plainly_told(words),
            capacity=settings.policy.new_volunteer_capacity,
        )
        with closing(open_store(settings)) as store, store.write() as tx:
            return volunteer_rows.add_all(tx, news, now)
    except BadRows as bad:
        for fault in bad.faults:
            where = f"{file}:{fault.line}: " if file else ""
            complain(f"{where}{fault.column or 'row'}: {fault.wrong}; allowed: {fault.allowed}")
        give_up("Nobody was added.", Exit.NOT_WELL)


def _plainly_told(words: str) -> WeeklyHours | None:
    """Hours in words; "at any time" only where that is plainly said: a spreadsheet is not guessed at."""
    hours = read_hours(words)
    if hours == EVERY_DAY and not ANY_TIME.search(words):
        return None
    return hours


def _why_not(one: Volunteer, settings: Settings) -> str:
    reason = unfit(one, settings.policy, SystemClock().now())
    return WHY_NOT[reason] if reason else ""


def _in_date_until(one: Volunteer) -> str:
    """The day on which the first of the four runs out; nothing while one is missing."""
    days = [day for _, day in one.credentials]
    return min(days).isoformat() if len(days) == 4 else ""


def _as_json(one: Volunteer, settings: Settings) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "address": one.address,
        "languages": list(one.languages),
        "gender": one.gender,
        "hours": one.hours.to_json() if one.hours else None,
        "capacity": one.capacity,
        "open_matches": one.open_matches,
        "open_offers": one.open_offers,
        "credentials": {kind.value: day.isoformat() for kind, day in one.credentials},
        "absences": [{"from": away.from_, "until": away.until} for away in one.absences],
        "lived_experience": one.lived_experience,
        "paused": one.paused,
        "undeliverable": one.undeliverable,
        "prisons": list(one.prisons),
        "wishes": one.wishes,
        "not_now_because": _why_not(one, settings),
    }


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(_plain(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
