"""Letters going out are claimed once, judged again at the claim, and what became of each is learned."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from desk_of_tests import DAY, HOUR, NOW, DeskOfTests, about
from sqlalchemy import event

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    OpenConcern,
    PauseEverything,
    Recipient,
    ResolveConcern,
    RestsOn,
    ResumeEverything,
    Send,
    StopMail,
    Suppress,
    UpdateReferral,
)
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.records import halts, outbox_rows
from mailbot.records.errors import LedgerError, RecordsConflict
from mailbot.records.outbox_rows import Claims
from mailbot.records.store import Store
from mailbot.records.tables import OutgoingRow, OutgoingState
from mailbot.records.vault import Vault

POLICY = Policy()
MINUTE = timedelta(minutes=1)
NIGHT = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
MORNING = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def desk(store: Store) -> DeskOfTests:
    return DeskOfTests(store)


def queue(desk: DeskOfTests, number: int = 1, **told: Any) -> int:
    send: Send = desk.mail(about(Entity.VOLUNTEER, number), **told)
    desk.do(send)
    return send.outgoing_id


def claim(store: Store, *, now: datetime = NOW, limit: int = 50, worker: str = "one", pages: bool = False) -> Claims:
    with store.write() as tx:
        return outbox_rows.claim(tx, now=now, limit=limit, policy=POLICY, worker=worker, pages=pages)


def claimed_ids(store: Store, **told: Any) -> list[int]:
    return [one.id for one in claim(store, **told).mails]


def state(desk: DeskOfTests, outgoing_id: int) -> OutgoingState:
    return desk.row(OutgoingRow, outgoing_id).state


def open_concern(desk: DeskOfTests, *, letter_id: int, referral_id: int | None = None) -> int:
    concern_id = desk.new("concern")
    desk.do(
        OpenConcern(
            concern_id=concern_id, letter_id=letter_id, referral_id=referral_id, categories=(), urgent=False,
            language_only=False,
        )
    )  # fmt: skip
    return concern_id


# ------------------------------------------------------------------------------------------------------- claiming


def test_a_claim_hands_over_what_is_needed_to_send(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    [mail] = claim(desk.store).mails
    assert (mail.id, mail.address, mail.party, mail.attempts, mail.page) == (
        outgoing_id, "ada@example.com", Party.FAMILY, 1, False,
    )  # fmt: skip
    assert mail.raw == b"rendered " + str(outgoing_id).encode()
    assert mail.message_id == f"<out-{outgoing_id}@example.org>"
    row = desk.row(OutgoingRow, outgoing_id)
    assert (row.state, row.claimed_by) == (OutgoingState.SENDING, "one")
    assert claim(desk.store, worker="two") == Claims(())


def test_letters_wait_until_they_may_go_and_go_in_order(desk: DeskOfTests) -> None:
    late = queue(desk, 1, send_at=NOW + 2 * HOUR)
    early = queue(desk, 2, send_at=NOW + HOUR)
    assert claimed_ids(desk.store) == []
    with desk.store.read() as tx:
        assert outbox_rows.next_due_at(tx) == NOW + HOUR
    assert claimed_ids(desk.store, now=NOW + 2 * HOUR) == [early, late]
    with desk.store.read() as tx:
        assert outbox_rows.next_due_at(tx) is None


def test_pages_are_claimed_apart_from_letters(desk: DeskOfTests) -> None:
    letter = queue(desk, 1)
    page = queue(desk, 2, page=True, to=Recipient(Party.STAFF, "dilys@example.org", "Dilys", "en", "+447700900123"))
    [paged] = claim(desk.store, pages=True).mails
    assert (paged.id, paged.page, paged.phone) == (page, True, "+447700900123")
    assert claimed_ids(desk.store) == [letter]


def test_a_limit_leaves_the_rest_for_the_next_claim(desk: DeskOfTests) -> None:
    ids = [queue(desk, number) for number in range(7)]
    assert claimed_ids(desk.store, limit=3) == ids[:3]
    assert claimed_ids(desk.store, limit=3) == ids[3:6]


def test_hundreds_are_claimed_without_a_query_for_each(desk: DeskOfTests) -> None:
    sends = [desk.mail(about(Entity.VOLUNTEER, number), rests_on=()) for number in range(300)]
    desk.do(*sends)
    asked: list[str] = []
    event.listen(desk.store.engine, "before_cursor_execute", lambda c, cur, statement, *_: asked.append(statement))
    assert len(claimed_ids(desk.store, limit=300)) == 300
    assert len(asked) < 12


# ------------------------------------------------------------------------------------------------- judged once more


def test_in_quiet_hours_a_letter_waits_for_the_morning_but_an_answer_goes(desk: DeskOfTests) -> None:
    unasked = queue(desk, 1, send_at=NIGHT, use_by=NIGHT + 7 * DAY)
    answer = queue(desk, 2, send_at=NIGHT, use_by=NIGHT + 7 * DAY, answers_letter=desk.letter())
    to_staff = queue(
        desk, 3, send_at=NIGHT, use_by=NIGHT + DAY, to=Recipient(Party.STAFF, "dilys@example.org", "Dilys")
    )
    assert sorted(claimed_ids(desk.store, now=NIGHT)) == sorted([answer, to_staff])
    assert desk.row(OutgoingRow, unasked).next_attempt_at == MORNING
    assert claimed_ids(desk.store, now=MORNING) == [unasked]


def test_unasked_emails_to_a_family_that_piled_up_go_one_a_day(desk: DeskOfTests) -> None:
    referral = desk.referral()
    told = {"referral_id": referral.id, "unasked": True}
    first, second = queue(desk, 1, **told), queue(desk, 2, **told)
    answer = queue(desk, 3, referral_id=referral.id, answers_letter=desk.letter())
    assert sorted(claimed_ids(desk.store)) == [first, answer]
    assert desk.row(OutgoingRow, second).next_attempt_at == NOW + DAY
    with desk.store.write() as tx:
        outbox_rows.delivered(tx, first, NOW)
    assert claimed_ids(desk.store, now=NOW + HOUR) == []
    assert claimed_ids(desk.store, now=NOW + DAY) == [second]


def test_while_everything_is_paused_only_mail_to_staff_is_claimed(desk: DeskOfTests) -> None:
    halt_id = desk.new("halt")
    desk.do(PauseEverything(halt_id=halt_id, by="dilys", reason="letters arrive twice"))
    dilys = Recipient(Party.STAFF, "dilys@example.org", "Dilys", phone="+447700900123")
    family, staff = queue(desk, 1), queue(desk, 2, to=dilys)
    page = queue(desk, 3, page=True, to=dilys)
    assert claimed_ids(desk.store) == [staff]
    assert claimed_ids(desk.store, pages=True) == [page]
    with desk.store.read() as tx:
        assert outbox_rows.next_due_at(tx) is None  # nothing keeps an idle worker awake
        told = halts.halt(tx)
    assert told is not None
    assert (told.id, told.by, told.waiting) == (halt_id, "dilys", 1)
    with pytest.raises(RecordsConflict):
        desk.do(PauseEverything(halt_id=desk.new("halt"), by="owen"))
    desk.do(ResumeEverything(halt_id=halt_id, by="owen"))
    with pytest.raises(LedgerError):
        desk.do(ResumeEverything(halt_id=halt_id, by="owen"))
    assert claimed_ids(desk.store) == [family]


def test_a_pause_waits_for_claims_that_did_not_see_it(desk: DeskOfTests) -> None:
    queue(desk, 1)
    done: list[str] = []
    with desk.store.write() as tx:
        claims = outbox_rows.claim(tx, now=NOW, limit=9, policy=POLICY, worker="one", pages=False)
        pausing = threading.Thread(target=lambda: (_pause(desk), done.append("paused")))
        pausing.start()
        pausing.join(0.4)
        assert done == []  # else a letter would be claimed after the pause was told
    pausing.join(10)
    assert (len(claims.mails), done) == (1, ["paused"])
    queue(desk, 2)
    assert claimed_ids(desk.store) == []


def _pause(desk: DeskOfTests) -> None:
    desk.do(PauseEverything(halt_id=desk.new("halt"), by="dilys"))


def test_one_email_is_stopped_only_while_it_waits(desk: DeskOfTests) -> None:
    stopped, goes = queue(desk, 1), queue(desk, 2)
    desk.do(StopMail(outgoing_id=stopped, by="dilys"))
    assert (state(desk, stopped), desk.row(OutgoingRow, stopped).reason) == (
        OutgoingState.CANCELLED,
        "stopped by dilys",
    )
    assert claimed_ids(desk.store) == [goes]
    with pytest.raises(LedgerError):
        desk.do(StopMail(outgoing_id=goes, by="dilys"))


def test_what_is_past_its_use_by_is_cancelled_and_told(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk, use_by=NOW + HOUR)
    assert claim(desk.store, now=NOW + HOUR) == Claims((), (outgoing_id,))
    row = desk.row(OutgoingRow, outgoing_id)
    assert (row.state, row.reason) == (OutgoingState.CANCELLED, "past its use-by")


def test_what_rests_on_an_older_version_is_cancelled(desk: DeskOfTests) -> None:
    referral = desk.referral()
    here = About(Entity.REFERRAL, referral.id)
    stale = queue(desk, 1, rests_on=(RestsOn(here, referral.version),), referral_id=referral.id)
    desk.do(UpdateReferral(referral_id=referral.id, phones=("+447700900001",)))
    fresh = queue(desk, 2, rests_on=(RestsOn(here, referral.version + 1),), referral_id=referral.id)
    gone = queue(desk, 3, rests_on=(RestsOn(About(Entity.MATCH, 999), 1),))
    claims = claim(desk.store)
    assert [one.id for one in claims.mails] == [fresh]
    assert claims.cancelled_ids == (stale, gone)
    assert desk.row(OutgoingRow, stale).reason == "no longer true"


def test_an_open_concern_stops_all_but_the_first_acknowledgement_and_mail_to_staff(desk: DeskOfTests) -> None:
    referral = desk.referral()
    concern_id = open_concern(desk, letter_id=desk.letter(), referral_id=referral.id)
    stopped = queue(desk, 1, referral_id=referral.id)
    acknowledged = queue(desk, 2, referral_id=referral.id, despite_freeze=True)
    to_staff = queue(desk, 3, referral_id=referral.id, to=Recipient(Party.STAFF, "dilys@example.org", "Dilys"))
    claims = claim(desk.store)
    assert sorted(one.id for one in claims.mails) == sorted([acknowledged, to_staff])
    assert claims.cancelled_ids == (stopped,)
    assert desk.row(OutgoingRow, stopped).reason == "a concern is open"
    desk.do(ResolveConcern(concern_id=concern_id, staff_id="dilys", text="spoke to her"))
    later = queue(desk, 4, referral_id=referral.id)
    assert claimed_ids(desk.store) == [later]


def test_without_a_referral_the_concern_of_the_letter_stops_it(desk: DeskOfTests) -> None:
    worrying, other = desk.letter(), desk.letter()
    open_concern(desk, letter_id=worrying)
    stopped = queue(desk, 1, letter_id=worrying)
    answer = queue(desk, 2, answers_letter=worrying)
    goes = queue(desk, 3, letter_id=other)
    claims = claim(desk.store)
    assert [one.id for one in claims.mails] == [goes]
    assert claims.cancelled_ids == (stopped, answer)


def test_an_address_that_said_stop_after_it_was_queued_is_written_to_no_more(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    desk.do(Suppress(address="ADA@example.com", reason="said stop"))
    assert claim(desk.store).cancelled_ids == (outgoing_id,)
    assert desk.row(OutgoingRow, outgoing_id).reason == "written to no more"


# ---------------------------------------------------------------------------------------------- what became of each


def test_a_delivered_letter_is_sent_and_released(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    claim(desk.store)
    with desk.store.write() as tx:
        outbox_rows.delivered(tx, outgoing_id, NOW + MINUTE)
    row = desk.row(OutgoingRow, outgoing_id)
    assert (row.state, row.sent_at, row.claimed_by) == (OutgoingState.SENT, NOW + MINUTE, None)


def test_a_refusal_is_kept_without_the_address_it_names(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    claim(desk.store)
    with desk.store.write() as tx:
        outbox_rows.refused(tx, outgoing_id, "550 5.1.1 <ada@example.com>: no such user", NOW)
    row = desk.row(OutgoingRow, outgoing_id)
    assert (row.state, row.reason) == (OutgoingState.REFUSED, "550 5.1.1 … no such user")


def test_a_temporary_failure_is_tried_again_with_growing_pauses_and_given_up_after_days(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk, answers_letter=desk.letter())
    now, pauses, gave_up = NOW, [], False
    while not gave_up:
        assert claimed_ids(desk.store, now=now) == [outgoing_id]
        with desk.store.write() as tx:
            gave_up = outbox_rows.try_again(tx, outgoing_id, "451 try later", now, POLICY)
        row = desk.row(OutgoingRow, outgoing_id)
        pauses.append(row.next_attempt_at - now)
        now = row.next_attempt_at
    assert pauses[:9] == [one * MINUTE for one in (1, 2, 4, 8, 16, 32, 64, 120, 120)]
    assert (row.state, row.reason) == (OutgoingState.REFUSED, "gave up: 451 try later")
    assert POLICY.retry_days * DAY <= now - NOW < POLICY.retry_days * DAY + 3 * HOUR


def test_a_lost_answer_is_looked_into_after_ten_minutes_and_sent_once_more_only_once(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    first = claim(desk.store).mails[0]
    with desk.store.write() as tx:
        outbox_rows.became_uncertain(tx, outgoing_id, NOW)
        assert outbox_rows.uncertain_due(tx, NOW + 9 * MINUTE, POLICY) == []
        [doubtful] = outbox_rows.uncertain_due(tx, NOW + 10 * MINUTE, POLICY)
        assert (doubtful.id, doubtful.message_id) == (outgoing_id, first.message_id)
        assert outbox_rows.send_once_more(tx, outgoing_id, NOW + 10 * MINUTE)
        assert not outbox_rows.send_once_more(tx, outgoing_id, NOW + 10 * MINUTE)
    again = claim(desk.store, now=NOW + 10 * MINUTE).mails[0]
    assert (again.message_id, again.attempts, again.sent_again) == (first.message_id, 2, 1)
    with desk.store.write() as tx:
        outbox_rows.became_uncertain(tx, outgoing_id, NOW + 11 * MINUTE)
        assert outbox_rows.uncertain_due(tx, NOW + DAY, POLICY) == []
        assert not outbox_rows.send_once_more(tx, outgoing_id, NOW + DAY)
    assert state(desk, outgoing_id) is OutgoingState.UNCERTAIN


def test_one_that_may_have_arrived_is_never_called_cancelled(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    claim(desk.store)
    with desk.store.write() as tx:
        outbox_rows.became_uncertain(tx, outgoing_id, NOW)
        outbox_rows.send_once_more(tx, outgoing_id, NOW + 10 * MINUTE)
    desk.do(Suppress(address="ada@example.com", reason="said stop"))
    assert claim(desk.store, now=NOW + 10 * MINUTE) == Claims(())
    assert state(desk, outgoing_id) is OutgoingState.UNCERTAIN


def test_an_uncertain_letter_found_in_the_sent_folder_is_sent(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    claim(desk.store)
    with desk.store.write() as tx:
        outbox_rows.became_uncertain(tx, outgoing_id, NOW)
        outbox_rows.delivered(tx, outgoing_id, NOW + 10 * MINUTE)
        assert outbox_rows.uncertain_due(tx, NOW + DAY, POLICY) == []
    assert state(desk, outgoing_id) is OutgoingState.SENT


def test_a_claim_whose_worker_died_becomes_uncertain(desk: DeskOfTests) -> None:
    dead, alive = queue(desk, 1), queue(desk, 2)
    claim(desk.store)
    later = NOW + outbox_rows.CLAIM
    with desk.store.write() as tx:
        assert outbox_rows.expire_claims(tx, later - MINUTE) == 0
        outbox_rows.renew_claims(tx, [alive], "one", later - MINUTE)
        outbox_rows.renew_claims(tx, [dead], "another", later - MINUTE)
        assert outbox_rows.expire_claims(tx, later) == 1
    assert (state(desk, dead), state(desk, alive)) == (OutgoingState.UNCERTAIN, OutgoingState.SENDING)


def test_a_worker_taken_for_dead_cannot_bring_back_a_letter_that_was_sent(desk: DeskOfTests) -> None:
    outgoing_id = queue(desk)
    claim(desk.store)
    with desk.store.write() as tx:
        outbox_rows.delivered(tx, outgoing_id, NOW)
        outbox_rows.try_again(tx, outgoing_id, "451", NOW, POLICY)
        outbox_rows.refused(tx, outgoing_id, "550", NOW)
        outbox_rows.became_uncertain(tx, outgoing_id, NOW)
    assert state(desk, outgoing_id) is OutgoingState.SENT


def test_ours_are_found_by_their_message_ids(desk: DeskOfTests) -> None:
    first, second = queue(desk, 1), queue(desk, 2)
    with desk.store.read() as tx:
        found = outbox_rows.find_by_message_ids(
            tx, ["<strange@example.net>", f"<out-{first}@example.org>", f"<out-{second}@example.org>"]
        )
        assert outbox_rows.find_by_message_ids(tx, []) == ()
    assert [one.id for one in found] == [second, first]
    assert (found[0].address, found[0].about, found[0].state) == (
        "ada@example.com", About(Entity.VOLUNTEER, 2), "due",
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------- two workers at once


def test_two_workers_never_claim_the_same_letter(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    desk = DeskOfTests(store)
    desk.do(*(desk.mail(about(Entity.VOLUNTEER, number)) for number in range(60)))
    both_hold = threading.Barrier(2, timeout=20)
    claimed: list[list[int]] = []

    def work(worker: str) -> None:
        with store.write() as tx:
            claims = outbox_rows.claim(tx, now=NOW, limit=20, policy=POLICY, worker=worker, pages=False)
            both_hold.wait()
        claimed.append([one.id for one in claims.mails])
        while mails := claim(store, limit=7, worker=worker).mails:
            claimed.append([one.id for one in mails])

    workers = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    everything = [outgoing_id for ids in claimed for outgoing_id in ids]
    store.close()
    assert len(everything) == 60
    assert len(set(everything)) == 60


def test_the_claim_uses_the_partial_index(sqlite_url: str, vault: Vault) -> None:
    store = Store.open(sqlite_url, vault)
    asked: list[tuple[str, Any]] = []
    event.listen(store.engine, "before_cursor_execute", lambda c, cur, sql, given, *_: asked.append((sql, given)))
    with store.write() as tx:
        outbox_rows.claim(tx, now=NOW, limit=5, policy=POLICY, worker="one", pages=False)
        outbox_rows.expire_claims(tx, NOW)
        outbox_rows.uncertain_due(tx, NOW, POLICY)
        outbox_rows.next_due_at(tx)
        plans = [
            str(tx.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).all())
            for sql, given in asked
            if sql.startswith("SELECT") and "FROM outgoing" in sql
        ]
    store.close()
    wanted = ("ix_outgoing_due", "ix_outgoing_sending", "ix_outgoing_uncertain", "ix_outgoing_due")
    assert len(plans) == len(wanted)
    # PostgreSQL's plan for any value uses no partial index when the state is bound
    assert not [given for _, given in asked if {"due", "sending", "uncertain"} & set(map(str, given))]
    assert all(index in plan for index, plan in zip(wanted, plans, strict=True)), plans
