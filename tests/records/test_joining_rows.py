"""Those who would like to volunteer are kept whole, changed by one at a time, and join only when all is confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from desk_of_tests import NOW, DeskOfTests

from mailbot.casework.about import Entity
from mailbot.casework.actions import AddVolunteer, KeepJoining, SetCredentials, Suppress
from mailbot.casework.newcomers import AddressKnown, Joining, JoiningState
from mailbot.casework.people import Credential
from mailbot.records import joining_rows, volunteer_rows
from mailbot.records.errors import RecordsConflict
from mailbot.records.ledger import LedgerError, Taken
from mailbot.records.tables import JoiningRow
from mailbot.weekly_hours import WeeklyHours

DATES = tuple((one, date(2028, 5, 4)) for one in Credential)


def sam(desk: DeskOfTests, **told: object) -> Joining:
    values: dict[str, object] = {
        "id": desk.new(Entity.JOINING), "name": "Sam Reed", "address": "sam@example.org", "asked_by": "dilys",
        "made_at": NOW, "state": JoiningState.ASKED,
    }  # fmt: skip
    return Joining(**(values | told))  # type: ignore[arg-type]


def kept(desk: DeskOfTests, joining_id: int) -> Joining:
    with desk.store.read() as tx:
        found = joining_rows.joining(tx, joining_id)
    assert found is not None
    return found


def test_everything_told_comes_back(desk: DeskOfTests) -> None:
    one = sam(
        desk, asked=("hours", "prisons"), asked_again=True, nudged=True, hours=WeeklyHours.on([0], "18:00", "21:00"),
        languages=("en", "cy"), capacity=2, prisons=(), credentials=DATES, confirmed=(Credential.DBS,),
        unclear=("hours",), wishes="women only", gender="female", lived_experience=True, note="met her",
        conflict_accepted=True, letter_id=desk.letter(),
    )  # fmt: skip
    desk.do(KeepJoining(joining=one))
    assert kept(desk, one.id) == replace(one, known=AddressKnown("sam@example.org"))


def test_who_decided_on_an_older_state_must_look_again(desk: DeskOfTests) -> None:
    one = sam(desk)
    desk.do(KeepJoining(joining=one))
    first = kept(desk, one.id)
    desk.do(KeepJoining(joining=replace(first, capacity=2)))
    with pytest.raises(Taken):
        desk.do(KeepJoining(joining=replace(first, capacity=3)))
    assert kept(desk, one.id).capacity == 2


def test_two_open_ones_with_one_address_cannot_be(desk: DeskOfTests) -> None:
    desk.do(KeepJoining(joining=sam(desk)))
    with pytest.raises(RecordsConflict):
        desk.do(KeepJoining(joining=sam(desk)))
    assert len(desk.rows(JoiningRow)) == 1


def test_nobody_becomes_a_volunteer_while_a_date_is_not_confirmed(desk: DeskOfTests) -> None:
    one = sam(desk, credentials=DATES, confirmed=tuple(Credential)[:3])
    desk.do(KeepJoining(joining=one))
    with pytest.raises(LedgerError):
        desk.do(AddVolunteer(joining=kept(desk, one.id)))
    sure = replace(kept(desk, one.id), confirmed=tuple(Credential), state=JoiningState.JOINED, ended_at=NOW)
    desk.do(AddVolunteer(joining=sure))
    with desk.store.read() as tx:
        (volunteer,) = volunteer_rows.list_volunteers(tx)
    assert (volunteer.name, dict(volunteer.credentials)) == ("Sam Reed", dict(DATES))
    assert kept(desk, one.id).volunteer_id == volunteer.id


def test_somebody_with_that_address_by_now_is_not_added_twice(desk: DeskOfTests) -> None:
    one = sam(desk, credentials=DATES, confirmed=tuple(Credential))
    desk.do(KeepJoining(joining=one))
    desk.volunteer("sam@example.org")
    with pytest.raises(Taken):
        desk.do(AddVolunteer(joining=kept(desk, one.id)))


def test_an_address_is_known_as_a_familys_a_referrers_or_as_written_to_no_more(desk: DeskOfTests) -> None:
    desk.referral(address="ada@example.com", referrer="professional", referrer_address="colin@example.net")
    desk.do(Suppress(address="eve@example.net", reason="complained"))
    with desk.store.read() as tx:
        known = [
            joining_rows.address_known(tx, one) for one in ("Ada@example.com", "colin@example.net", "eve@example.net")
        ]
        assert joining_rows.address_known(tx, "new@example.org") == AddressKnown("new@example.org")
    assert [(one.family, one.referrer, one.suppressed) for one in known] == [
        (True, False, False), (False, True, False), (False, False, True),
    ]  # fmt: skip


def test_a_renewed_date_replaces_only_its_own(desk: DeskOfTests) -> None:
    key = desk.volunteer()
    desk.do(SetCredentials(volunteer_id=key, credentials=DATES, by="dilys"))
    later = ((Credential.DBS, date(2029, 1, 1)),)
    desk.do(SetCredentials(volunteer_id=key, credentials=later, by="dilys"))
    with desk.store.read() as tx:
        (ben,) = volunteer_rows.list_volunteers(tx)
    assert dict(ben.credentials) == dict(DATES) | dict(later)
    with pytest.raises(LedgerError):
        desk.do(SetCredentials(volunteer_id=key + 1, credentials=later, by="dilys"))
