"""The fixed cast as casework's values, and an office to decide in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from mailbot.casework.people import Credential, Roster, StaffMember, Volunteer
from mailbot.casework.policy import Policy
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import Office
from mailbot.casework.timetable import promise_due
from mailbot.reading.words.wording import REQUIRED, Wording
from mailbot.weekly_hours import WeeklyHours

NOW = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)  # a Tuesday
EVENINGS = WeeklyHours.on(range(5), "18:00", "21:00")
MORNINGS = WeeklyHours.on(range(7), "09:00", "12:00")
IN_DATE = tuple((one, date(2027, 1, 1)) for one in Credential)
DILYS = StaffMember(id="dilys", name="Dilys Morgan", address="dilys@example.org", roles=("coordinator", "safeguarding"))
OWEN = StaffMember(id="owen", name="Owen Price", address="owen@example.org", roles=("lead", "safeguarding"))


def a_volunteer(number: int = 1, **changes: Any) -> Volunteer:
    told: dict[str, Any] = {
        "id": number,
        "name": f"Ben Hale{number}",
        "address": f"ben{number}@example.org",
        "hours": EVENINGS,
        "credentials": IN_DATE,
    }
    return Volunteer(**(told | changes))


def a_referral(number: int = 1001, **changes: Any) -> Referral:
    received_at = changes.pop("received_at", NOW - timedelta(hours=1))
    told: dict[str, Any] = {
        "id": number,
        "stage": Stage.WAITING,
        "received_at": received_at,
        "due_at": promise_due(received_at, 7),
        "person_id": number,
        "name": "Ada Bright",
        "address": "ada@example.com",
        "phones": ("+447700900118",),
        "hours": EVENINGS,
    }
    return Referral(**(told | changes))


@dataclass
class CountingIds:
    last: dict[str, int] = field(default_factory=dict)

    def new(self, entity: str) -> int:
        self.last[str(entity)] = self.last.get(str(entity), 0) + 1
        return self.last[str(entity)]


@cache
def few_words() -> Wording:
    """A wording list with one phrase in each section: for what reads no letter."""
    return Wording.from_tables(
        {table: {section: {"en": ["some words"]} for section in sections} for table, sections in REQUIRED.items()}
    )


def an_office(wording: Wording, **policy: Any) -> Office:
    return Office(
        policy=Policy(**policy), roster=Roster((DILYS, OWEN)), wording=wording, address="befriending@example.org"
    )
