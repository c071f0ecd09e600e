"""Volunteers are added once, changed, and shown with what they carry and whom they are not to be asked for."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from desk_of_tests import NOW, DeskOfTests
from sqlalchemy import event

from mailbot.casework.actions import EndMatch, MakeOffer, MoveTo, OpenReferral, SettleOffer
from mailbot.casework.people import Absence, Credential
from mailbot.casework.referral import Stage
from mailbot.casework.snapshot import OfferState
from mailbot.records import volunteer_rows
from mailbot.records.store import Store
from mailbot.records.volunteer_rows import (
    AddressTaken,
    BadRows,
    NewVolunteer,
    NoSuchVolunteer,
    VolunteerChange,
    import_csv,
)
from mailbot.weekly_hours import WeeklyHours

CARYS = NewVolunteer(
    name="Carys Bevan",
    address="carys@example.org",
    languages=("cy", "en"),
    gender="female",
    hours=WeeklyHours.on([0, 3], "18:00", "21:00"),
    capacity=2,
    credentials=((Credential.DBS, date(2027, 3, 31)), (Credential.SAFEGUARDING, date(2027, 4, 1))),
    lived_experience=True,
    prisons=("HMP Dunvale",),
    absences=(Absence(date(2026, 8, 1), date(2026, 8, 14)), Absence(date(2026, 12, 20))),
)
BEN = NewVolunteer(name="Ben Hughes", address="ben@example.org")


@pytest.fixture
def desk(store: Store) -> DeskOfTests:
    return DeskOfTests(store)


def add(store: Store, new: NewVolunteer) -> int:
    with store.write() as tx:
        return volunteer_rows.add(tx, new, NOW)


def test_every_particular_comes_back_as_it_was_told(store: Store) -> None:
    key = add(store, CARYS)
    with store.read() as tx:
        carys = volunteer_rows.show(tx, key)
        assert volunteer_rows.show(tx, key + 1) is None
    assert carys is not None
    for name in (
        "name",
        "address",
        "languages",
        "gender",
        "hours",
        "capacity",
        "lived_experience",
        "prisons",
        "absences",
    ):
        assert getattr(carys, name) == getattr(CARYS, name), name
    assert dict(carys.credentials) == dict(CARYS.credentials)
    assert (carys.open_matches, carys.open_offers, carys.paused, carys.version) == (0, 0, False, 1)


def test_names_addresses_and_prisons_are_not_readable_in_the_database(store: Store) -> None:
    add(store, CARYS)
    with store.read() as tx:
        row = tx.session.connection().exec_driver_sql("SELECT * FROM volunteer").one()
    told = repr(row._asdict())
    assert "Carys" not in told
    assert "example.org" not in told
    assert "Dunvale" not in told


def test_the_same_address_twice_is_refused_whatever_its_letters(store: Store) -> None:
    add(store, BEN)
    with pytest.raises(AddressTaken):
        add(store, NewVolunteer(name="Another", address="BEN@example.org"))
    with store.read() as tx:
        assert len(volunteer_rows.list_volunteers(tx)) == 1


def test_an_imported_file_with_one_address_taken_adds_nobody_and_names_the_line(store: Store) -> None:
    add(store, BEN)
    text = "name,email\nCarys Bevan,carys@example.org\nBen Hughes,ben@example.org\n"
    with pytest.raises(BadRows) as caught, store.write() as tx:
        volunteer_rows.add_all(tx, import_csv(text, NOW.date()), NOW)
    assert [(one.line, one.column) for one in caught.value.faults] == [(3, "email")]
    with store.read() as tx:
        assert [one.name for one in volunteer_rows.list_volunteers(tx)] == ["Ben Hughes"]


def test_hundreds_are_imported_and_listed_with_a_handful_of_queries(store: Store) -> None:
    lines = [f"Volunteer {number},v{number}@example.org,2027-01-01" for number in range(300)]
    news = import_csv("\n".join(["name,email,dbs_until", *lines]), NOW.date())
    with store.write() as tx:
        assert len(volunteer_rows.add_all(tx, news, NOW)) == 300
    asked: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda c, cur, statement, *_: asked.append(statement))
    with store.read() as tx:
        listed = volunteer_rows.list_volunteers(tx)
    assert [one.name for one in listed[:2]] == ["Volunteer 0", "Volunteer 1"]
    assert all(one.credentials == ((Credential.DBS, date(2027, 1, 1)),) for one in listed)
    assert len([one for one in asked if "SELECT" in one]) <= 6


def test_only_what_is_told_changes(store: Store) -> None:
    key = add(store, CARYS)
    told = VolunteerChange(
        hours=WeeklyHours.on([5]), credentials=((Credential.DBS, date(2029, 1, 1)),), absences=(), paused=True
    )
    with store.write() as tx:
        volunteer_rows.update(tx, key, told)
        carys = volunteer_rows.show(tx, key)
    assert carys is not None
    assert (carys.hours, carys.absences, carys.paused, carys.version) == (WeeklyHours.on([5]), (), True, 2)
    assert dict(carys.credentials) == {Credential.DBS: date(2029, 1, 1), Credential.SAFEGUARDING: date(2027, 4, 1)}
    assert (carys.name, carys.prisons, carys.capacity) == (CARYS.name, CARYS.prisons, CARYS.capacity)


def test_a_new_address_must_be_free(store: Store) -> None:
    ben, carys = add(store, BEN), add(store, CARYS)
    with store.write() as tx:
        volunteer_rows.update(tx, ben, VolunteerChange(address="ben@example.org"))  # their own
        volunteer_rows.update(tx, ben, VolunteerChange(address="ben.hughes@example.net"))
    with pytest.raises(AddressTaken), store.write() as tx:
        volunteer_rows.update(tx, carys, VolunteerChange(address="Ben.Hughes@example.net"))
    with pytest.raises(NoSuchVolunteer), store.write() as tx:
        volunteer_rows.update(tx, 999, VolunteerChange(paused=True))


def test_what_a_volunteer_carries_counts_open_offers_and_matches(desk: DeskOfTests) -> None:
    ben = add(desk.store, NewVolunteer(name="Ben", address="ben@example.org", capacity=3))
    first, second = desk.referral(), desk.referral()
    desk.offer(first.id, ben)
    match_id = desk.match(second.id, ben)
    with desk.store.read() as tx:
        carrying = volunteer_rows.show(tx, ben)
    assert carrying is not None
    assert (carrying.open_offers, carrying.open_matches) == (1, 1)
    desk.do(EndMatch(match_id=match_id, reason="moved away"))
    with desk.store.read() as tx:
        after = volunteer_rows.show(tx, ben)
    assert after is not None
    assert (after.open_offers, after.open_matches) == (1, 0)
    assert after.past_referrals == {second.id}


@pytest.mark.parametrize(
    ("state", "not_again"),
    [
        (OfferState.DECLINED, True),
        (OfferState.LAPSED, True),
        (OfferState.WITHDRAWN, False),
        (OfferState.UNDELIVERABLE, False),
    ],
)
def test_who_declined_or_did_not_answer_is_not_asked_for_that_person_again(
    desk: DeskOfTests, state: OfferState, not_again: bool
) -> None:
    ben = add(desk.store, BEN)
    referral = desk.referral()
    offer_id = desk.new("offer")
    desk.do(
        MakeOffer(offer_id=offer_id, referral_id=referral.id, volunteer_id=ben, window_hours=24),
        SettleOffer(offer_id=offer_id, state=state),
    )
    with desk.store.read() as tx:
        shown = volunteer_rows.show(tx, ben)
    assert shown is not None
    assert (referral.id in shown.past_referrals) is not_again


def test_a_new_referral_of_the_same_person_is_not_offered_to_who_declined_the_first(desk: DeskOfTests) -> None:
    ben = add(desk.store, BEN)
    first = desk.referral()
    offer_id = desk.offer(first.id, ben)
    desk.do(
        SettleOffer(offer_id=offer_id, state=OfferState.DECLINED),
        MoveTo(referral_id=first.id, stage=Stage.CLOSED, reason="moved away"),
    )
    second = dataclasses.replace(first, id=desk.new("referral"))
    desk.do(OpenReferral(referral=second, letter_id=desk.letter(), new_person=False))
    with desk.store.read() as tx:
        shown = volunteer_rows.show(tx, ben)
    assert shown is not None
    assert shown.past_referrals == {first.id, second.id}


def test_recorded_exclusions_are_known(desk: DeskOfTests) -> None:
    ben, referral = add(desk.store, BEN), desk.referral()
    with desk.store.write() as tx:
        volunteer_rows.exclude(tx, ben, referral.id, NOW)
        volunteer_rows.exclude(tx, ben, referral.id, NOW)
        with pytest.raises(NoSuchVolunteer):
            volunteer_rows.exclude(tx, ben + 1, referral.id, NOW)
        shown = volunteer_rows.show(tx, ben)
    assert shown is not None
    assert shown.excluded_referrals == {referral.id}
