"""What somebody who would like to volunteer tells bit by bit, and what of it staff must still look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from casework_cast import NOW

from mailbot.casework.newcomers import AddressKnown, Joining, JoiningState, as_facts, with_answer
from mailbot.casework.people import Credential
from mailbot.reading.volunteer.joining_facts import JoiningFacts
from mailbot.weekly_hours import WeeklyHours

DAY, LATER = date(2028, 5, 4), date(2029, 1, 31)
HOURS = WeeklyHours.on([0], "18:00", "21:00")
ALL = tuple((one, DAY) for one in Credential)
SAM = Joining(
    id=1, name="Sam Reed", address="sam@example.org", asked_by="dilys", made_at=NOW, state=JoiningState.ASKED
)  # fmt: skip
TOLD = replace(SAM, hours=HOURS, languages=("en",), capacity=1, prisons=(), credentials=ALL)


@pytest.mark.parametrize(
    ("before", "told", "after"),
    [
        (SAM, {}, {"missing": ("hours", "languages", "capacity", "prisons", "credentials")}),
        (SAM, {"hours": HOURS}, {"missing": ("languages", "capacity", "prisons", "credentials")}),
        (SAM, {"prisons": ()}, {"prisons": ()}),
        (TOLD, {}, {"missing": (), "credentials": ALL}),
        (TOLD, {"unclear": ("hours",)}, {"missing": ("hours",)}),
        (TOLD, {"unclear": ("capacity",)}, {"missing": ("capacity",)}),
        (TOLD, {"unclear": ("dbs",)}, {"credentials_missing": (Credential.DBS,)}),
        (TOLD, {"not_yet": ("dbs",)}, {"missing": (), "not_yet": (Credential.DBS,), "credentials": ALL[1:]}),
        (replace(TOLD, not_yet=(Credential.DBS,), credentials=ALL[1:]), {"credentials": (("dbs", LATER),)},
         {"not_yet": (), "credentials": ((Credential.DBS, LATER), *ALL[1:])}),
        # a date that changes is to be confirmed anew, the others stay confirmed
        (replace(TOLD, confirmed=tuple(Credential)), {"credentials": (("dbs", LATER),)},
         {"confirmed": tuple(Credential)[1:]}),
        (replace(TOLD, confirmed=tuple(Credential)), {"credentials": (("dbs", DAY),)},
         {"confirmed": tuple(Credential)}),
        (replace(TOLD, confirmed=tuple(Credential)), {"unclear": ("safeguarding",)},
         {"confirmed": (Credential.DBS, Credential.BEFRIENDING, Credential.BOUNDARIES)}),
        # a prison once named is not taken back by a later "none"
        (replace(TOLD, prisons=("HMP Berwyn",)), {"prisons": ()}, {"prisons": ("HMP Berwyn",)}),
        (replace(TOLD, prisons=("HMP Berwyn",)), {"prisons": ("HMP Styal",)}, {"prisons": ("HMP Berwyn", "HMP Styal")}),
        (replace(TOLD, prisons=("HMP Berwyn",)), {"unclear": ("prisons",)}, {"prisons": ("HMP Berwyn",)}),
        (TOLD, {"unclear": ("prisons",)}, {"prisons": None, "missing": ("prisons",)}),
        (replace(TOLD, wishes="women only"), {"wishes": "no Sundays"}, {"wishes": "women only no Sundays"}),
        (replace(TOLD, lived_experience=True), {}, {"lived_experience": True}),
    ],
)  # fmt: skip
def test_a_further_letter_adds_and_puts_right(before: Joining, told: dict[str, Any], after: dict[str, Any]) -> None:
    result = with_answer(before, JoiningFacts(**told))
    assert {key: getattr(result, key) for key in after} == after


def test_staff_are_shown_each_date_with_its_year_and_what_nobody_knows() -> None:
    one = replace(
        TOLD, credentials=ALL[:2], confirmed=(Credential.DBS,), not_yet=(Credential.BOUNDARIES,),
        unclear=("safeguarding",), prisons=("HMP Berwyn",), gender="female", lived_experience=True, wishes="women only",
        languages=(),
    )  # fmt: skip
    assert as_facts(one) == (
        "DBS until 4 May 2028 (confirmed)",
        "befriending until 4 May 2028",
        "safeguarding: not clear, please look in the letter",
        "boundaries: they say not yet",
        "hours: mon 18:00-21:00",
        "languages: not told (English is assumed)",
        "people at once: 1",
        "prisons they have to do with: HMP Berwyn",
        "wishes: women only",
        "a woman",
        "lived experience: yes",
    )


@pytest.mark.parametrize(
    ("known", "accepted", "in_conflict"),
    [
        (AddressKnown("a@example.org"), False, False),
        (AddressKnown("a@example.org", family=True), False, True),
        (AddressKnown("a@example.org", referrer=True), False, True),
        (AddressKnown("a@example.org", family=True), True, False),
        (AddressKnown("a@example.org", suppressed=True), False, False),
    ],
)
def test_an_address_known_as_somebody_elses_is_a_conflict_until_staff_accept_it(
    known: AddressKnown, accepted: bool, in_conflict: bool
) -> None:
    assert replace(SAM, known=known, conflict_accepted=accepted).in_conflict is in_conflict
