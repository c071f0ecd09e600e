"""The ledger, on both databases: offers, matches and calls; nobody is booked twice."""

from __future__ import annotations

import threading

import pytest
from desk_of_tests import CAUSE, DAY, HOUR, NOW, DeskOfTests
from sqlalchemy.exc import SQLAlchemyError

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    Action,
    Briefed,
    EndMatch,
    FamilyTold,
    MakeMatch,
    MakeOffer,
    RecordCall,
    SettleOffer,
    StartOfferWindow,
    VolunteerUndeliverable,
)
from mailbot.casework.snapshot import OfferState
from mailbot.reading.letter import CallOutcome
from mailbot.records.errors import RecordsConflict, RecordsError
from mailbot.records.ledger import LedgerError, Taken, apply
from mailbot.records.store import Store
from mailbot.records.tables import CallRow, MatchRow, OfferRow, ReferralRow, VolunteerRow
from mailbot.records.vault import Vault


def test_an_offer_reserves_and_says_why_this_volunteer_and_not_another(desk: DeskOfTests) -> None:
    referral, ben, carys = desk.referral(), desk.volunteer(), desk.volunteer("carys@example.org")
    offer_id = desk.new("offer")
    desk.do(
        MakeOffer(
            offer_id=offer_id, referral_id=referral.id, volunteer_id=ben, window_hours=24, reasons=("overlap 240",),
            passed_over=((carys, "away"),),
        )
    )  # fmt: skip
    row = desk.row(OfferRow, offer_id)
    assert (row.state, row.volunteer_id, row.window_hours, row.made_at, row.sent_at) == (
        OfferState.OPEN, ben, 24, NOW, None,
    )  # fmt: skip
    assert desk.row(VolunteerRow, ben).last_offered_at == NOW
    assert desk.journal(referral.id)[-1] == (
        "MakeOffer",
        {"volunteer": ben, "window_hours": 24, "reasons": ["overlap 240"], "passed_over": [[carys, "away"]]},
    )


def test_a_referral_with_an_open_offer_is_taken(desk: DeskOfTests) -> None:
    referral, ben, carys = desk.referral(), desk.volunteer(), desk.volunteer("carys@example.org")
    desk.offer(referral.id, ben)
    with pytest.raises(Taken):
        desk.offer(referral.id, carys)


def test_a_volunteer_without_room_is_taken_until_a_match_ends_or_an_offer_is_settled(desk: DeskOfTests) -> None:
    ben = desk.volunteer(capacity=2)
    people = [desk.referral().id for _ in range(4)]
    match_id, offer_id = desk.match(people[0], ben), desk.offer(people[1], ben)
    with pytest.raises(Taken):
        desk.offer(people[2], ben)
    desk.do(EndMatch(match_id=match_id, reason="moved away"))
    desk.offer(people[2], ben)
    with pytest.raises(Taken):
        desk.offer(people[3], ben)
    desk.do(SettleOffer(offer_id=offer_id, state=OfferState.DECLINED))
    desk.offer(people[3], ben)


def test_the_next_volunteer_is_asked_in_the_same_breath_as_an_offer_lapses(desk: DeskOfTests) -> None:
    referral, ben, carys = desk.referral(), desk.volunteer(), desk.volunteer("carys@example.org")
    first, second = desk.offer(referral.id, ben), desk.new("offer")
    desk.do(
        SettleOffer(offer_id=first, state=OfferState.LAPSED),
        MakeOffer(offer_id=second, referral_id=referral.id, volunteer_id=carys, window_hours=12),
    )
    assert [one.state for one in desk.rows(OfferRow)] == [OfferState.LAPSED, OfferState.OPEN]


def test_the_window_starts_when_the_offer_was_sent(desk: DeskOfTests) -> None:
    offer_id = desk.offer(desk.referral().id, desk.volunteer())
    desk.do(StartOfferWindow(offer_id=offer_id, sent_at=NOW + HOUR), now=NOW + 2 * HOUR)
    row = desk.row(OfferRow, offer_id)
    assert (row.sent_at, row.version) == (NOW + HOUR, 1)


@pytest.mark.parametrize("state", [one for one in OfferState if one is not OfferState.OPEN])
def test_an_open_offer_is_settled_and_only_a_lapsed_one_counts(sqlite_desk: DeskOfTests, state: OfferState) -> None:
    referral = sqlite_desk.referral()
    offer_id = sqlite_desk.offer(referral.id, sqlite_desk.volunteer())
    sqlite_desk.do(SettleOffer(offer_id=offer_id, state=state), now=NOW + HOUR)
    row = sqlite_desk.row(OfferRow, offer_id)
    assert (row.state, row.settled_at, row.version) == (state, NOW + HOUR, 2)
    lapsed = 1 if state is OfferState.LAPSED else 0
    assert sqlite_desk.row(ReferralRow, referral.id).lapsed_offers == lapsed


def test_a_late_yes_settles_a_lapsed_offer_and_nothing_else_is_settled_twice(desk: DeskOfTests) -> None:
    offer_id = desk.offer(desk.referral().id, desk.volunteer())
    desk.do(SettleOffer(offer_id=offer_id, state=OfferState.LAPSED))
    desk.do(SettleOffer(offer_id=offer_id, state=OfferState.ACCEPTED))
    with pytest.raises(LedgerError, match="does not go from accepted to declined"):
        desk.do(SettleOffer(offer_id=offer_id, state=OfferState.DECLINED))


def test_a_match_is_made_told_briefed_and_ended(desk: DeskOfTests) -> None:
    referral, ben = desk.referral(), desk.volunteer()
    match_id = desk.match(referral.id, ben)
    desk.do(FamilyTold(match_id=match_id, at=NOW + HOUR), Briefed(match_id=match_id, at=NOW + 2 * HOUR))
    row = desk.row(MatchRow, match_id)
    assert (row.volunteer_id, row.made_at, row.family_told_at, row.briefed_at, row.version) == (
        ben, NOW, NOW + HOUR, NOW + 2 * HOUR, 1,
    )  # fmt: skip
    desk.do(EndMatch(match_id=match_id, reason="moved away"), now=NOW + DAY)
    desk.do(EndMatch(match_id=match_id, reason="again"), now=NOW + 2 * DAY)
    row = desk.row(MatchRow, match_id)
    assert (row.ended_at, row.ended_reason, row.version) == (NOW + DAY, "moved away", 2)


def test_a_referral_has_one_match_at_a_time(desk: DeskOfTests) -> None:
    referral, ben = desk.referral(), desk.volunteer(capacity=3)
    match_id = desk.match(referral.id, ben)
    with pytest.raises(Taken):
        desk.offer(referral.id, ben)
    offer_id = desk.row(MatchRow, match_id).offer_id
    with pytest.raises(Taken):
        desk.do(MakeMatch(match_id=99, offer_id=offer_id, referral_id=referral.id, volunteer_id=ben))


def call(desk: DeskOfTests, referral_id: int, match_id: int | None, **told: object) -> Action:
    values = {"call_id": desk.new("call"), "by": "volunteer", "outcome": CallOutcome.SPOKE, "at": NOW + DAY}
    return RecordCall(referral_id=referral_id, match_id=match_id, **(values | told))  # type: ignore[arg-type]


def test_attempts_grow_until_they_speak(desk: DeskOfTests) -> None:
    referral = desk.referral()
    match_id = desk.match(referral.id, desk.volunteer())
    desk.do(call(desk, referral.id, match_id, outcome=CallOutcome.NO_ANSWER, next_call_at=NOW + 2 * DAY))
    desk.do(call(desk, referral.id, match_id, outcome=CallOutcome.NO_ANSWER, attempts=2))
    row = desk.row(MatchRow, match_id)
    assert (row.attempts, row.first_contact_at, row.next_call_at) == (3, None, None)
    assert desk.row(ReferralRow, referral.id).first_contact_at is None
    desk.do(call(desk, referral.id, match_id, at=NOW + 3 * DAY, minutes=40, next_call_at=NOW + 10 * DAY))
    desk.do(call(desk, referral.id, match_id, at=NOW + 10 * DAY))
    row = desk.row(MatchRow, match_id)
    assert (row.attempts, row.first_contact_at, row.next_call_at) == (0, NOW + 3 * DAY, None)
    assert desk.row(ReferralRow, referral.id).first_contact_at == NOW + 3 * DAY
    assert [(one.outcome, one.minutes) for one in desk.rows(CallRow)] == [
        (CallOutcome.NO_ANSWER, None),
        (CallOutcome.NO_ANSWER, None),
        (CallOutcome.SPOKE, 40),
        (CallOutcome.SPOKE, None),
    ]


def test_staff_who_spoke_to_the_family_keep_the_promise_without_a_match(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(call(desk, referral.id, None, by="dilys", minutes=20))
    assert desk.row(ReferralRow, referral.id).first_contact_at == NOW + DAY
    [row] = desk.rows(CallRow)
    assert (row.told_by, row.match_id, row.minutes) == ("dilys", None, 20)


def test_a_volunteer_whose_mail_bounced_is_marked(desk: DeskOfTests) -> None:
    ben = desk.volunteer()
    desk.do(VolunteerUndeliverable(volunteer_id=ben))
    row = desk.row(VolunteerRow, ben)
    assert (row.undeliverable, row.version) == (True, 2)
    [entry] = desk.journal_about(About(Entity.VOLUNTEER, ben))
    assert entry.action == "VolunteerUndeliverable"


# ------------------------------------------------------------------------------------------- two workers at one moment


def race(store: Store, *offers: MakeOffer) -> list[type[Exception] | None]:
    """Each in a thread of its own, all begun before any commits; what each raised."""
    raised: list[type[Exception] | None] = [None] * len(offers)
    ready = threading.Barrier(len(offers))

    def work(place: int) -> None:
        try:
            with store.write() as tx:
                tx.session.connection()
                ready.wait(10)
                apply(tx, [offers[place]], cause=CAUSE, now=NOW, render=DeskOfTests(store).render)
        except (RecordsError, SQLAlchemyError) as fault:
            raised[place] = type(fault)

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(offers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return raised


def test_two_workers_cannot_give_one_volunteer_two_people(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    desk = DeskOfTests(store)
    ben = desk.volunteer()
    offers = [
        MakeOffer(offer_id=desk.new("offer"), referral_id=desk.referral().id, volunteer_id=ben, window_hours=24)
        for _ in range(2)
    ]
    assert sorted(race(store, *offers), key=str) == sorted([None, Taken], key=str)
    assert len(desk.rows(OfferRow)) == 1
    store.close()


def test_two_workers_cannot_ask_two_volunteers_for_one_person(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    desk = DeskOfTests(store)
    referral = desk.referral()
    offers = [
        MakeOffer(
            offer_id=desk.new("offer"), referral_id=referral.id, volunteer_id=desk.volunteer(address), window_hours=24
        )
        for address in ("ben@example.org", "carys@example.org")
    ]
    assert sorted(race(store, *offers), key=str) == sorted([None, Taken], key=str)
    assert len(desk.rows(OfferRow)) == 1
    store.close()


def test_the_database_itself_refuses_a_second_open_offer_and_a_second_open_match(desk: DeskOfTests) -> None:
    referral, ben = desk.referral(), desk.volunteer(capacity=9)
    offer_id = desk.offer(referral.id, ben)
    told = {"referral_id": referral.id, "volunteer_id": ben, "made_at": NOW}
    offer = {"state": OfferState.OPEN, "window_hours": 24, "reasons": (), "passed_over": []}
    with pytest.raises(RecordsConflict), desk.store.write() as tx:
        tx.session.add(OfferRow(id=98, **told, **offer))
    with desk.store.write() as tx:
        tx.session.add(MatchRow(id=97, offer_id=offer_id, **told))
    with pytest.raises(RecordsConflict), desk.store.write() as tx:
        tx.session.add(MatchRow(id=98, offer_id=offer_id, **told))
