"""The fixed cast: Ada writes, Ben and Carys volunteer, Dilys and Owen are staff, and Eve should not get in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mailbot.casework.people import Credential, StaffMember
from mailbot.casework.referral import Referral
from mailbot.records import lookups, snapshots, volunteer_rows
from mailbot.records.volunteer_csv import NewVolunteer
from mailbot.tryout.town import Neighbour, Town
from mailbot.weekly_hours import EVERY_DAY, WeeklyHours

MakeTown = Callable[..., Town]

ADA = Neighbour("Ada Bright", "ada@example.com")
NESTA = Neighbour("Nesta Bright", "ada@example.com")  # Ada's daughter, at Ada's address
GWEN = Neighbour("Gwen Parry", "gwen@example.net")
OFFICER = Neighbour("Colin Marsh", "colin.marsh@families.example.net")
BEN = Neighbour("Ben Hale", "ben@example.org")
CARYS = Neighbour("Carys Rees", "carys@example.org")
DILYS = Neighbour("Dilys Morgan", "dilys@example.org")
OWEN = Neighbour("Owen Price", "owen@example.org")
EVE = Neighbour("Eve Sharp", "eve@example.net")

STAFF = (
    StaffMember(
        id="dilys", name=DILYS.name, address=DILYS.address, roles=("coordinator", "safeguarding"), phone="+447700900901"
    ),
    StaffMember(id="owen", name=OWEN.name, address=OWEN.address, roles=("lead", "safeguarding"), phone="+447700900902"),
)

IN_DATE = tuple((one, date(2028, 1, 1)) for one in Credential)
VOLUNTEERS = {
    "ben": NewVolunteer(
        name=BEN.name, address=BEN.address, gender="male", capacity=1, credentials=IN_DATE,
        hours=WeeklyHours.on(range(5), "17:00", "21:00"),
    ),
    "carys": NewVolunteer(
        name=CARYS.name, address=CARYS.address, gender="female", languages=("en", "cy"), capacity=2,
        credentials=IN_DATE, hours=EVERY_DAY,
    ),
}  # fmt: skip

ADAS_LETTER = """Hello,

My son was taken into custody last week and I do not know what to do with myself. I saw that somebody can
ring me once a week. Please could I have the phone calls? Weekday evenings after 6 are best.

My number is 07700 900118.

Thank you
Ada Bright
"""


def settle_in(town: Town, names: tuple[str, ...]) -> None:
    """The volunteers of these names are known to the service."""
    with town.flow.store.write() as tx:
        for name in names:
            volunteer_rows.add(tx, VOLUNTEERS[name], town.clock.now())


def referral(town: Town, number: int = 1001) -> Referral:
    """The referral as it stands now."""
    with town.flow.store.read() as tx:
        found = snapshots.for_referral(tx, number, town.clock.now()).referral
    assert found is not None
    return found


def open_referrals(town: Town) -> tuple[Referral, ...]:
    with town.flow.store.read() as tx:
        return snapshots.list_referrals(tx, open_only=True, now=town.clock.now())


def reasons(town: Town) -> list[str]:
    """For what staff were asked, in the order of asking."""
    with town.flow.store.read() as tx:
        return [one.reason.value for one in lookups.tasks(tx)]


def waiting(town: Town) -> list[str]:
    """For what staff were asked and have not answered."""
    with town.flow.store.read() as tx:
        return [one.reason.value for one in lookups.tasks(tx, lookups.TASK.c.settled_at.is_(None))]


def ada_is_matched(town: Town) -> None:
    """Ada wrote, and Ben has her number."""
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.match()
    town.answers(BEN, town.last(BEN, "offer_made"), "Yes please.")
    town.settle()
    assert len(town.got(BEN, "briefing")) == 1


def one_line(text: str) -> str:
    """As one reads it: the lines of an email break anywhere."""
    return " ".join(text.split())
