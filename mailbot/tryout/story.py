"""The try-out's story: a few families write, volunteers answer or stay silent, days pass, staff are told.

Everything but the waiting is real: the mail servers, the flow, the database. Who is who is in the cast below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from mailbot.casework.people import Credential, StaffMember
from mailbot.casework.promises import Promise
from mailbot.clock import london
from mailbot.records import promise_rows, volunteer_rows
from mailbot.records.volunteer_csv import NewVolunteer
from mailbot.tryout.town import Arrived, Neighbour, Town
from mailbot.weekly_hours import EVERY_DAY, WeeklyHours

START = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)  # a Tuesday
IN_DATE = tuple((one, date(2028, 1, 1)) for one in Credential)

ADA = Neighbour("Ada Bright", "ada@example.com")
NERYS = Neighbour("Nerys Prydderch", "nerys@example.com")
TOM = Neighbour("Tom Askew", "tom@example.net")
MEGAN = Neighbour("Megan Ward", "megan@example.com")
OFFICER = Neighbour("Colin Marsh", "colin.marsh@families.example.net")
LOST = Neighbour("Jo Finch", "jo.finch@example.net")
BEN = Neighbour("Ben Hale", "ben@example.org")
CARYS = Neighbour("Carys Rees", "carys@example.org")
SAM = Neighbour("Sam Reed", "sam@example.org")
DILYS = Neighbour("Dilys Morgan", "dilys@example.org")
OWEN = Neighbour("Owen Price", "owen@example.org")

STAFF = (
    StaffMember(
        id="dilys", name=DILYS.name, address=DILYS.address, roles=("coordinator", "safeguarding"), phone="+447700900901"
    ),
    StaffMember(id="owen", name=OWEN.name, address=OWEN.address, roles=("lead", "safeguarding"), phone="+447700900902"),
)
VOLUNTEERS = (
    NewVolunteer(
        name=BEN.name, address=BEN.address, gender="male", hours=WeeklyHours.on(range(5), "17:00", "21:00"),
        capacity=1, credentials=IN_DATE,
    ),
    NewVolunteer(
        name=CARYS.name, address=CARYS.address, gender="female", languages=("en", "cy"), hours=EVERY_DAY, capacity=1,
        credentials=IN_DATE,
    ),
    NewVolunteer(name=SAM.name, address=SAM.address, hours=EVERY_DAY, capacity=1, credentials=IN_DATE),
)  # fmt: skip

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Told:
    """How the story ended: every letter, and every promise with its reference."""

    letters: tuple[Arrived, ...]
    promises: tuple[tuple[str, Promise], ...]


def play(town: Town, folder: Path, tell: Tell) -> Told:
    """Play it, telling what happens line by line; every email is left in ``folder`` as .eml and .html."""
    with town.flow.store.write() as tx:
        volunteer_rows.add_all(tx, VOLUNTEERS, town.clock.now())
    stage = _Stage(town, tell)
    _first_day(stage)
    _first_evening(stage)
    _the_days_after(stage)
    _leave(town.arrived, folder)
    return Told(tuple(town.arrived), _promises(town))


def _first_day(stage: _Stage) -> None:
    stage.scene("Several people write on the same morning.")
    stage.writes(
        ADA,
        "Hello,\n\nmy son was taken into custody last week and I cannot sleep. Please could somebody ring me once a "
        "week? Weekday evenings after 6 are best. My number is 07700 900118.\n\nAda Bright",
        "asks for calls",
    )
    stage.writes(
        NERYS,
        "Annwyl dîm,\n\nHoffwn i gael rhywun i siarad efo fi ar y ffôn unwaith yr wythnos, os gwelwch yn dda, yn "
        "Gymraeg. Mae fy mab yn y carchar. Dw i adra bob bore Llun a bore Iau. Fy rhif i ydy 07700 900671."
        "\n\nDiolch,\nNerys Prydderch",
        "asks for calls, in Welsh",
    )
    stage.writes(
        TOM,
        "Hi, I'd like the weekly phone calls please. My partner has just been sentenced. Any evening is fine."
        "\n\nTom Askew",
        "asks for calls and forgets the number",
    )
    stage.writes(
        MEGAN,
        "I would like the telephone befriending please, 07700 900447, mornings. He is released on Friday and he "
        "has said he is coming straight here and that nobody will stop him this time. Last time he broke my wrist."
        "\n\nMegan Ward",
        "asks for calls; there is danger in the letter",
    )
    stage.writes(
        OFFICER,
        "Dear team,\n\nI am the family liaison officer at HMP Leeds. I would like to refer Mrs Jean Holt for "
        "telephone befriending. She knows that I am writing and would like the calls. Her number is 07700 900236, "
        "afternoons.\n\nKind regards,\nColin Marsh\nFamily Liaison Officer",
        "refers somebody else",
    )
    stage.writes(
        LOST,
        "Please can someone phone me every week, my brother is on remand. 07700 900555, weekends.\n\nJo Finch",
        "asks for calls; the mailbox will be gone",
    )
    stage.settle()
    stage.scene("One answer comes back: that mailbox does not exist.")
    stage.town.bounces(stage.town.last(LOST, "acknowledgement"))
    stage.settle()
    stage.scene("Dilys answers the alert, speaks to Megan, and says how it ended.")
    stage.answers(DILYS, "concern_alert", "Seen")
    stage.wind(hours=1)
    stage.answers(DILYS, "concern_alert", "Resolved: spoke to her, she is at her sister's and the police know")
    stage.settle()
    stage.scene("Dilys asks Mrs Holt, who wants the calls. Then volunteers are asked.")
    stage.answers(DILYS, "staff_task", "Yes", containing="wants our calls")
    stage.settle()
    stage.town.match()
    stage.show()


def _first_evening(stage: _Stage) -> None:
    stage.scene("Two volunteers answer; Sam says nothing.")
    stage.wind(hours=3)
    for volunteer, words in ((CARYS, "Yes, happy to take this on.\n\nCarys"), (BEN, "Yes please.\n\nBen")):
        if stage.town.got(volunteer, "offer_made"):
            stage.answers(volunteer, "offer_made", words)
    stage.settle()
    stage.scene("Tom sends his number after all.")
    stage.answers(TOM, "acknowledgement", "Sorry, it is 07700 900333.\n\nTom")
    stage.settle()


def _the_days_after(stage: _Stage) -> None:
    stage.scene("A day and a half pass.")
    stage.wind(days=1, hours=20)
    stage.scene("Ben and Carys have made their first calls.")
    for volunteer, words in ((BEN, "Spoke for 40 minutes. Monday at 7 suits her."), (CARYS, "Spoke for half an hour.")):
        if stage.town.got(volunteer, "call_report_asked"):
            stage.answers(volunteer, "call_report_asked", words)
    stage.settle()
    stage.scene("The week goes on. Nobody is free for the others, so staff are told.")
    stage.wind(days=4)
    stage.scene("Dilys calls three people herself. One she forgets.")
    for reference in ("R-1004", "R-1005", "R-1006"):
        stage.answers(DILYS, "digest", f"called {reference}, spoke for 20 minutes")
    stage.settle()
    stage.scene("The last day of the week passes.")
    stage.wind(days=1, hours=4)


class _Stage:
    """Plays a scene and tells it."""

    def __init__(self, town: Town, tell: Tell) -> None:
        self.town = town
        self._tell = tell
        self._shown = 0

    def scene(self, words: str) -> None:
        self._tell(f"\n{london(self.town.clock.now()):%A %-d %B, %H:%M}  {words}")

    def writes(self, who: Neighbour, text: str, what: str) -> None:
        self.town.writes(who, text, subject="Phone calls")
        self._tell(f"    {who.name} {what}")

    def answers(self, who: Neighbour, kind: str, text: str, *, containing: str = "") -> None:
        letter = [one for one in self.town.got(who, kind) if containing in " ".join(one.text.split())][-1]
        self.town.answers(who, letter, text)
        self._tell(f"    {who.name} answers “{letter.subject}”: {text.splitlines()[0]}")

    def settle(self) -> None:
        self.town.settle()
        self.show()

    def wind(self, **step: float) -> None:
        self.town.wind(**step)
        self.show()

    def show(self) -> None:
        for one in self.town.arrived[self._shown :]:
            self._tell(f"  → {london(one.at):%a %H:%M}  {one.to:34} {one.subject}")
        self._shown = len(self.town.arrived)


def _leave(letters: list[Arrived], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(letters, 1):
        name = f"{number:03d}-{one.kind}-{one.to.partition('@')[0]}"
        (folder / f"{name}.eml").write_bytes(one.raw)
        (folder / f"{name}.html").write_text(one.html, encoding="utf-8")


def _promises(town: Town) -> tuple[tuple[str, Promise], ...]:
    with town.flow.store.read() as tx:
        return promise_rows.with_references(tx)
