"""Volunteers as a spreadsheet, so that importing it gives the same again. Pure.

Written as Excel reads it best: UTF-8 with a byte order mark, commas, CRLF. A cell that a spreadsheet would take for a
formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab) begins with an apostrophe instead, which import takes away.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from mailbot.casework.people import Absence, Volunteer
from mailbot.casework.references import of_referral
from mailbot.records.volunteer_csv import COLUMNS, LOOKS_LIKE_A_FORMULA
from mailbot.weekly_hours import exact_words


def export_csv(volunteers: Iterable[Volunteer]) -> bytes:
    """A header, then a row each, in the order given."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, fieldnames=COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for one in volunteers:
        writer.writerow({column: _harmless(cell) for column, cell in _cells(one).items()})
    return table.getvalue().encode("utf-8-sig")


def _cells(one: Volunteer) -> dict[str, str]:
    return {
        "name": one.name,
        "email": one.address,
        "languages": " ".join(one.languages),
        "gender": one.gender,
        "hours": exact_words(one.hours) if one.hours else "",
        "capacity": str(one.capacity),
        **{f"{kind.value}_until": day.isoformat() for kind, day in one.credentials},
        "lived_experience": _yes_or_no(one.lived_experience),
        "prisons": "; ".join(one.prisons),
        "away": "; ".join(map(_absence, one.absences)),
        "wishes": one.wishes,
        "excluded": "; ".join(of_referral(key) for key in sorted(one.excluded_referrals)),
        "paused": _yes_or_no(one.paused),
        "undeliverable": _yes_or_no(one.undeliverable),
    }


def _absence(away: Absence) -> str:
    if away.until is None:
        return f"{away.from_.isoformat()} onwards"
    return (
        away.from_.isoformat() if away.until == away.from_ else f"{away.from_.isoformat()} to {away.until.isoformat()}"
    )


def _yes_or_no(told: bool) -> str:
    return "yes" if told else "no"


def _harmless(cell: str) -> str:
    return f"'{cell}" if LOOKS_LIKE_A_FORMULA.match(cell) else cell
