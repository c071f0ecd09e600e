"""A snapshot shows all that may matter for one decision, as it is in the database at that moment."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from desk_of_tests import CAUSE, DAY, HOUR, NOW, DeskOfTests, about
from sqlalchemy import event, insert, update

from mailbot.casework.about import About, Entity
from mailbot.casework.actions import (
    AskConfirmation,
    AskStaff,
    Climb,
    EndMatch,
    FileLetter,
    Hold,
    JoinLetter,
    MakePromise,
    MoveTo,
    OpenAgain,
    OpenConcern,
    OpenReferral,
    Recipient,
    ResolveConcern,
    Settle,
    SettleOffer,
    Suppress,
    UpdateReferral,
    Withdraw,
)
from mailbot.casework.people import Party
from mailbot.casework.policy import Policy
from mailbot.casework.promises import PromiseKind
from mailbot.casework.referral import Referral, Stage
from mailbot.casework.snapshot import Confirmation, OfferState, Snapshot, Task, TaskReason
from mailbot.casework.timetable import between_digests
from mailbot.reading.letter import (
    Authentication,
    Kind,
    Letter,
    Mailbox,
    Preference,
    Provenance,
    StaffCommand,
    Verb,
)
from mailbot.records import inbox_rows, outbox_rows, promise_rows, snapshots
from mailbot.records.inbox_rows import GAP, MARK
from mailbot.records.ledger import apply
from mailbot.records.lookups import LETTER, OUTGOING
from mailbot.records.store import Store
from mailbot.records.tables import LetterState, OutgoingState
from mailbot.records.vault import Vault
from mailbot.weekly_hours import WeeklyHours


@pytest.fixture
def desk(store: Store) -> DeskOfTests:
    return DeskOfTests(store)


def letter_from(address: str = "ada@example.com", *, message_id: str = "<a1@example.com>", text: str = "") -> Letter:
    return Letter(
        kind=Kind.PERSON, sender=Mailbox("Ada", address), reply_to=(), recipients=(), subject="hello", sent_at=None,
        message_id=message_id, replies_to=(), whole_text=text, new_text=text, quoted_text="", passed_on="",
        attachments=(), provenance=Provenance(Authentication.UNKNOWN),
    )  # fmt: skip


def snapshot_of(desk: DeskOfTests, letter: Letter, letter_id: int | None = None, **told: Any) -> Snapshot:
    key = letter_id or desk.letter(message_id=letter.message_id)
    values: dict[str, Any] = {"arrived_at": NOW, "history": False, "answered_id": None, "bounced_id": None, "now": NOW}
    with desk.store.write() as tx:
        inbox_rows.note_read(tx, key, letter)
        return snapshots.for_letter(tx, letter_id=key, letter=letter, **(values | told))


def promise_id(desk: DeskOfTests, kind: PromiseKind, what: About, *, referral_id: int | None = None) -> int:
    desk.do(MakePromise(kind=kind, about=what, due_at=NOW + DAY, next_step_at=NOW, referral_id=referral_id))
    with desk.store.read() as tx:
        return promise_rows.due(tx, NOW, 100)[-1]


def send(desk: DeskOfTests, what: About, **told: Any) -> int:
    action = desk.mail(what, **told)
    desk.do(action)
    return action.outgoing_id


def ask(desk: DeskOfTests, reason: TaskReason = TaskReason.UNCLEAR_LETTER, **told: Any) -> int:
    task_id = desk.new("task")
    desk.do(AskStaff(task=Task(id=task_id, reason=reason, asked_at=NOW, assigned_to="dilys", **told)))
    return task_id


def worry(desk: DeskOfTests, letter_id: int, referral_id: int | None = None) -> int:
    concern_id = desk.new("concern")
    desk.do(
        OpenConcern(
            concern_id=concern_id, letter_id=letter_id, referral_id=referral_id, categories=("self_harm",), urgent=True,
            language_only=False, letter="what was written", words=("the words",),
        )
    )  # fmt: skip
    return concern_id


# ------------------------------------------------------------------------------------------------- whoever wrote


def test_of_somebody_unknown_nothing_is_known(desk: DeskOfTests) -> None:
    desk.referral(address="somebody@example.net")
    key = desk.letter()
    assert snapshot_of(desk, letter_from(), key, arrived_at=NOW - HOUR) == Snapshot(
        letter_id=key, arrived_at=NOW - HOUR
    )


def test_a_letter_without_a_sender_or_a_message_id_has_a_snapshot_too(desk: DeskOfTests) -> None:
    snapshot = snapshot_of(desk, letter_from("", message_id=""), history=True)
    assert snapshot.history
    assert snapshot.referrals == ()
    assert not snapshot.letter_already_opened


def test_an_unknown_sender_costs_two_queries(desk: DeskOfTests) -> None:
    key = desk.letter()
    asked: list[str] = []
    with desk.store.write() as tx:
        event.listen(desk.store.engine, "before_cursor_execute", lambda c, cur, statement, *_: asked.append(statement))
        snapshots.for_letter(
            tx, letter_id=key, letter=letter_from(), arrived_at=NOW, history=False, answered_id=None, bounced_id=None,
            now=NOW,
        )  # fmt: skip
    assert len([one for one in asked if one.startswith("SELECT") and "advisory" not in one]) <= 2, asked


def test_every_particular_of_a_referral_comes_back(desk: DeskOfTests) -> None:
    told = {
        "phones": ("+447700900001", "+447700900002"), "phones_forbidden": ("+447700900003",), "name": "Ada Price",
        "hours": WeeklyHours.on([0, 1], "18:00", "21:00"), "language": "cy", "language_certain": False,
        "spoken_languages": ("cy", "en"), "preferences": frozenset({Preference.FEMALE_VOLUNTEER.value}),
        "voicemail_ok": True, "relationship": "partner", "prison": "HMP Dunvale", "referrer": None,
    }  # fmt: skip
    referral = desk.referral(**told)
    assert snapshot_of(desk, letter_from("ADA@example.com")).referrals == (referral,)


def test_the_sender_s_referrals_are_those_open_or_closed_within_eight_weeks_newest_first(desk: DeskOfTests) -> None:
    old, recent, current = (desk.referral(received_at=NOW + number * HOUR) for number in range(3))
    for closed, at in ((old, NOW - timedelta(weeks=8)), (recent, NOW - DAY)):
        desk.do(MoveTo(referral_id=closed.id, stage=Stage.CLOSED, reason="moved away"), now=at)
    found = snapshot_of(desk, letter_from())
    assert [one.id for one in found.referrals] == [current.id, recent.id]
    assert found.referral is None  # From alone joins nothing: casework decides
    assert found.people_at_address == 3


def test_mother_and_daughter_at_one_address_are_two_people(desk: DeskOfTests) -> None:
    mother, daughter = desk.referral(name="Ada Price"), desk.referral(name="Efa Price", received_at=NOW + HOUR)
    found = snapshot_of(desk, letter_from())
    assert found.people_at_address == 2
    assert [one.id for one in found.referrals] == [daughter.id, mother.id]


def test_a_second_referral_of_the_same_person_is_no_second_person(desk: DeskOfTests) -> None:
    first = desk.referral()
    again = Referral(
        id=desk.new("referral"), stage=Stage.WAITING, received_at=NOW, due_at=NOW + 7 * DAY, person_id=first.person_id,
        address="ada@example.com",
    )  # fmt: skip
    desk.do(OpenReferral(referral=again, letter_id=desk.letter(), new_person=False))
    found = snapshot_of(desk, letter_from())
    assert found.people_at_address == 1
    assert len(found.referrals) == 2


def test_a_person_who_moved_to_another_address_is_known_by_both(desk: DeskOfTests) -> None:
    referral = desk.referral()
    desk.do(UpdateReferral(referral_id=referral.id, address="ada.price@example.net"))
    for address in ("ada@example.com", "ada.price@example.net"):
        assert [one.id for one in snapshot_of(desk, letter_from(address)).referrals] == [referral.id]


def test_a_referrer_is_not_a_family(desk: DeskOfTests) -> None:
    referred = desk.referral(
        address=None, referrer="professional", referrer_name="Officer", referrer_address="officer@example.net"
    )
    found = snapshot_of(desk, letter_from("officer@example.net"))
    assert found.referrals == ()
    assert [one.id for one in found.referred] == [referred.id]
    assert found.people_at_address == 0
    assert found.referred[0].referrer_address == "officer@example.net"


def test_a_volunteer_is_known_by_the_address(desk: DeskOfTests) -> None:
    ben = desk.volunteer("ben@example.org", capacity=3)
    found = snapshot_of(desk, letter_from("Ben@Example.org"))
    assert found.volunteer is not None
    assert (found.volunteer.id, found.volunteer.capacity) == (ben, 3)


def test_automatic_mail_to_the_sender_and_to_the_public_is_counted(desk: DeskOfTests) -> None:
    ada, staff = Recipient(Party.FAMILY, "ada@example.com"), Recipient(Party.STAFF, "dilys@example.org")
    officer = Recipient(Party.REFERRER, "officer@example.net")
    sends = [desk.mail(about(Entity.VOLUNTEER, number), to=to) for number, to in enumerate((ada, officer, staff))]
    desk.do(*sends, now=NOW - HOUR / 2)
    desk.do(desk.mail(about(Entity.VOLUNTEER, 10), to=ada), now=NOW - 23 * HOUR)
    desk.do(desk.mail(about(Entity.VOLUNTEER, 11), to=ada), now=NOW - 25 * HOUR)
    found = snapshot_of(desk, letter_from())
    assert (found.automatic_to_sender, found.automatic_to_public) == (2, 2)


def test_a_suppressed_sender_is_known(desk: DeskOfTests) -> None:
    assert not snapshot_of(desk, letter_from()).suppressed
    desk.do(Suppress(address="Ada@example.com", reason="said stop"))
    assert snapshot_of(desk, letter_from()).suppressed
    assert not snapshot_of(desk, letter_from("efa@example.com")).suppressed


def test_staff_are_told_of_too_much_mail_once_a_day(desk: DeskOfTests) -> None:
    first = desk.letter()
    snapshot_of(desk, letter_from(), first)
    ask(desk, TaskReason.TOO_MUCH_MAIL, letter_id=first)
    assert snapshot_of(desk, letter_from()).too_much_told
    assert not snapshot_of(desk, letter_from("efa@example.com")).too_much_told
    assert not snapshot_of(desk, letter_from(), now=NOW + DAY + HOUR).too_much_told


def test_a_second_copy_of_a_letter_that_was_opened_is_known(desk: DeskOfTests) -> None:
    first, copy = desk.letter(), desk.letter()
    assert not snapshot_of(desk, letter_from(), first).letter_already_opened
    assert not snapshot_of(desk, letter_from(), copy).letter_already_opened  # neither is opened yet
    desk.do(FileLetter(letter_id=first, outcome="joined"))
    assert snapshot_of(desk, letter_from(), copy).letter_already_opened
    assert not snapshot_of(desk, letter_from(), first).letter_already_opened
    assert not snapshot_of(desk, letter_from(message_id="<a2@example.com>")).letter_already_opened
    assert not snapshot_of(desk, letter_from("eve@example.com")).letter_already_opened


def test_open_referrals_with_the_telephone_number_of_the_letter_are_shown(desk: DeskOfTests) -> None:
    number = ("+447700900001",)
    first, second, closed = (desk.referral(address=f"{name}@example.net", phones=number) for name in "abc")
    desk.do(MoveTo(referral_id=closed.id, stage=Stage.CLOSED, reason="moved away"))
    found = snapshot_of(desk, letter_from(text="Please ring me on 07700 900 001, thank you."))
    assert found.same_number_referrals == (first.id, second.id)
    assert snapshot_of(desk, letter_from(text="Please ring me on 07700 900002.")).same_number_referrals == ()


def test_a_sender_is_known_while_the_hash_key_is_being_changed(database_url: str) -> None:
    old, new = Vault.new_keys(), Vault.new_keys()
    before = DeskOfTests(Store.open(database_url, Vault([old.key], [old.hash_key])))
    ben, referral, first = (
        before.volunteer("ada@example.com"),
        before.referral(phones=("+447700900001",)),
        before.letter(),
    )
    snapshot_of(before, letter_from(), first)
    before.do(FileLetter(letter_id=first, outcome="joined"), Suppress(address="ada@example.com", reason="said stop"))
    mail = send(before, about(Entity.VOLUNTEER, 1), to=Recipient(Party.STAFF, "ada@example.com"))
    before.store.close()
    after = DeskOfTests(Store.open(database_url, Vault([new.key, old.key], [new.hash_key, old.hash_key])), uid=100)
    found = snapshot_of(after, letter_from(text="My number is 07700 900001."))
    with after.store.read() as tx:
        assert [one.address for one in outbox_rows.find_by_message_ids(tx, [f"<out-{mail}@example.org>"])] == [
            "ada@example.com"
        ]
    after.store.close()
    assert [one.id for one in found.referrals] == [referral.id]
    assert found.volunteer is not None
    assert found.volunteer.id == ben
    assert (found.suppressed, found.automatic_to_sender, found.letter_already_opened) == (True, 1, True)
    assert found.same_number_referrals == (referral.id,)


# ------------------------------------------------------------------------------------------------ what it answers


def test_a_letter_that_answers_ours_is_about_that_referral(desk: DeskOfTests) -> None:
    referral, other = desk.referral(), desk.referral(address="efa@example.com")
    mail = send(desk, about(Entity.REFERRAL, referral.id), referral_id=referral.id)
    found = snapshot_of(desk, letter_from(), answered_id=mail)
    assert found.referral == found.referrals[0]
    assert found.referral is not None
    assert found.referral.id == referral.id
    assert found.answered is not None
    assert (found.answered.id, found.answered.touchpoint, found.same_sender) == (mail, "letter_received", True)
    assert [one.id for one in found.mails] == [mail]
    from_elsewhere = snapshot_of(desk, letter_from("efa@example.com"), answered_id=mail)
    assert not from_elsewhere.same_sender
    assert [one.id for one in from_elsewhere.referrals] == [other.id]


def test_a_token_of_a_mail_we_do_not_have_proves_nothing(desk: DeskOfTests) -> None:
    found = snapshot_of(desk, letter_from(), answered_id=4711)
    assert (found.answered, found.same_sender, found.referral) == (None, False, None)


def test_a_volunteer_s_answer_shows_the_offer_and_who_else_is_asked(desk: DeskOfTests) -> None:
    ben, carys = desk.volunteer(), desk.volunteer("carys@example.org")
    referral = desk.referral()
    offer_id = desk.offer(referral.id, ben)
    to = Recipient(Party.VOLUNTEER, "ben@example.org")
    mail = send(desk, about(Entity.OFFER, offer_id), to=to, referral_id=referral.id)
    found = snapshot_of(desk, letter_from("ben@example.org"), answered_id=mail)
    assert found.offer == found.open_offer
    assert found.offer is not None
    assert (found.offer.id, found.offer.volunteer.id, found.offer.volunteer.open_offers) == (offer_id, ben, 1)
    desk.do(SettleOffer(offer_id=offer_id, state=OfferState.LAPSED))
    second = desk.offer(referral.id, carys)
    late = snapshot_of(desk, letter_from("ben@example.org"), answered_id=mail)
    assert late.offer is not None
    assert late.open_offer is not None
    assert (late.offer.id, late.offer.state, late.open_offer.id) == (offer_id, OfferState.LAPSED, second)


def test_a_bounce_shows_what_it_is_about(desk: DeskOfTests) -> None:
    ben, referral = desk.volunteer(), desk.referral()
    match_id = desk.match(referral.id, ben)
    mail = send(desk, about(Entity.MATCH, match_id), referral_id=referral.id)
    found = snapshot_of(desk, letter_from("mailer-daemon@example.net"), bounced_id=mail)
    assert found.bounced is not None
    assert found.match is not None
    assert (found.bounced.id, found.match.id, found.match.volunteer.id) == (mail, match_id, ben)
    assert found.answered is None
    assert found.volunteer is None  # nobody writes from the address of a mail server


def test_what_is_about_a_match_that_ended_does_not_show_the_next_volunteer_s(desk: DeskOfTests) -> None:
    ben, carys, referral = desk.volunteer(), desk.volunteer("carys@example.org"), desk.referral()
    ended = desk.match(referral.id, ben)
    mail = send(desk, about(Entity.MATCH, ended), referral_id=referral.id)
    desk.do(EndMatch(match_id=ended, reason="asked to stop"))
    current = desk.match(referral.id, carys)
    with desk.store.write() as tx:
        theirs = snapshots.for_mail(tx, mail, NOW)
        everything = snapshots.for_referral(tx, referral.id, NOW)
    assert theirs.match is None
    assert theirs.volunteer is not None
    assert theirs.volunteer.id == ben
    assert everything.match is not None
    assert everything.match.id == current


def test_an_answer_to_a_task_shows_the_task_and_what_hangs_on_it(desk: DeskOfTests) -> None:
    ben, referral = desk.volunteer(), desk.referral()
    offer_id = desk.offer(referral.id, ben)
    task_id = ask(
        desk, TaskReason.OTHER_ADDRESS, referral_id=referral.id, volunteer_id=ben, offer_id=offer_id, letter="a letter",
        facts=("a fact",),
    )  # fmt: skip
    mail = send(desk, about(Entity.TASK, task_id), to=Recipient(Party.STAFF, "dilys@example.org"))
    found = snapshot_of(desk, letter_from("dilys@example.org"), answered_id=mail)
    assert found.task is not None
    assert (found.task.id, found.task.letter, found.task.facts) == (task_id, "a letter", ("a fact",))
    assert found.open_tasks == (found.task,)
    assert found.offer is not None
    assert found.referral is not None
    assert (found.offer.id, found.referral.id) == (offer_id, referral.id)


def test_an_answer_to_an_alert_shows_the_concern(desk: DeskOfTests) -> None:
    referral = desk.referral()
    concern_id = worry(desk, desk.letter(), referral.id)
    mail = send(desk, about(Entity.CONCERN, concern_id), to=Recipient(Party.STAFF, "dilys@example.org"))
    found = snapshot_of(desk, letter_from("dilys@example.org"), answered_id=mail)
    assert found.concern is not None
    assert (found.concern.id, found.concern.categories, found.concern.words) == (
        concern_id, ("self_harm",), ("the words",),
    )  # fmt: skip
    assert found.open_concerns == (found.concern,)
    assert found.referral is not None
    assert found.referral.frozen
    desk.do(ResolveConcern(concern_id=concern_id, staff_id="dilys", text="rang her"))
    later = snapshot_of(desk, letter_from("dilys@example.org"), answered_id=mail)
    assert later.open_concerns == ()
    assert later.concern is not None
    assert later.concern.resolved_at == NOW
    assert later.referral is not None
    assert not later.referral.frozen


def test_a_yes_to_a_confirmation_shows_the_commands_and_what_they_were_about(desk: DeskOfTests) -> None:
    referral = desk.referral()
    task_id, confirmation_id = ask(desk, referral_id=referral.id), desk.new("confirmation")
    confirmation = Confirmation(
        id=confirmation_id, staff_id="dilys", commands=(StaffCommand(Verb.HOLD, "R-1001", until=date(2026, 4, 1)),),
        asked_at=NOW, expires_at=NOW + 3 * DAY, about=about(Entity.TASK, task_id),
    )  # fmt: skip
    desk.do(AskConfirmation(confirmation=confirmation))
    mail = send(desk, about(Entity.CONFIRMATION, confirmation_id), to=Recipient(Party.STAFF, "dilys@example.org"))
    found = snapshot_of(desk, letter_from("dilys@example.org"), answered_id=mail)
    assert found.confirmation == confirmation
    assert found.task is not None
    assert found.referral is not None
    assert (found.task.id, found.referral.id) == (task_id, referral.id)


def test_an_answer_to_the_receipt_of_a_letter_is_about_the_referral_that_the_letter_joined(desk: DeskOfTests) -> None:
    first, referral = desk.letter(), desk.referral()
    mail = send(desk, about(Entity.LETTER, first), answers_letter=first, letter_id=first)
    assert snapshot_of(desk, letter_from(), answered_id=mail).referral is None
    desk.do(JoinLetter(letter_id=first, referral_id=referral.id))
    found = snapshot_of(desk, letter_from(), answered_id=mail)
    assert found.referral is not None
    assert found.referral.id == referral.id


def test_a_letter_opened_again_is_about_the_referral_that_staff_named(desk: DeskOfTests) -> None:
    referral, key = desk.referral(address="somebody@example.net"), desk.letter()
    desk.do(FileLetter(letter_id=key, outcome="with staff"), OpenAgain(letter_id=key, directed=referral.reference))
    found = snapshot_of(desk, letter_from(), key)
    assert found.referral is not None
    assert (found.directed, found.referral.id) == (referral.reference, referral.id)
    desk.do(OpenAgain(letter_id=key, directed="new"))
    anew = snapshot_of(desk, letter_from(), key)
    assert (anew.directed, anew.referral) == ("new", None)


# ----------------------------------------------------------------------------------------------- unasked, promises


def test_unasked_mail_of_the_last_eight_days_counts_sent_or_waiting(desk: DeskOfTests) -> None:
    referral = desk.referral()
    number = iter(range(100))

    def unasked(at: datetime, **told: Any) -> int:
        values: dict[str, Any] = {"unasked": True, "send_at": at, "use_by": at + 7 * DAY, "referral_id": referral.id}
        return send(desk, about(Entity.VOLUNTEER, next(number)), **(values | told))

    sent, waiting = unasked(NOW - 3 * DAY), unasked(NOW + DAY)
    unasked(NOW - 9 * DAY)
    unasked(NOW, unasked=False)
    unasked(NOW, to=Recipient(Party.VOLUNTEER, "ben@example.org"))
    with desk.store.write() as tx:
        outbox_rows.delivered(tx, sent, NOW - 2 * DAY)
        found = snapshots.for_referral(tx, referral.id, NOW).referral
    assert found is not None
    assert found.last_unasked_at == (NOW + DAY, NOW - 2 * DAY)
    assert waiting


def test_a_promise_that_is_due_has_all_around_it(desk: DeskOfTests) -> None:
    ben, referral = desk.volunteer(), desk.referral()
    match_id = desk.match(referral.id, ben)
    key = promise_id(desk, PromiseKind.FIRST_CALL, about(Entity.MATCH, match_id), referral_id=referral.id)
    with desk.store.write() as tx:
        found = snapshots.for_promise(tx, key, NOW)
    assert found is not None
    assert found.promise is not None
    assert found.referral is not None
    assert found.match is not None
    assert found.volunteer is not None
    assert (found.promise.kind, found.promise.about) == (PromiseKind.FIRST_CALL, about(Entity.MATCH, match_id))
    assert (found.referral.id, found.match.id, found.volunteer.id) == (referral.id, match_id, ben)


def test_a_promise_about_a_task_without_a_referral_has_the_task(desk: DeskOfTests) -> None:
    key = promise_id(desk, PromiseKind.STAFF_TASK, about(Entity.TASK, task_id := ask(desk)))
    with desk.store.write() as tx:
        found = snapshots.for_promise(tx, key, NOW)
    assert found is not None
    assert found.task is not None
    assert (found.task.id, found.referral) == (task_id, None)


def test_a_promise_settled_or_climbed_meanwhile_is_none(desk: DeskOfTests) -> None:
    referral = desk.referral()
    here = about(Entity.REFERRAL, referral.id)
    key = promise_id(desk, PromiseKind.ESSENTIALS, here, referral_id=referral.id)
    desk.do(Climb(kind=PromiseKind.ESSENTIALS, about=here, step=1, next_step_at=NOW + HOUR))
    with desk.store.write() as tx:
        assert snapshots.for_promise(tx, key, NOW) is None
        assert snapshots.for_promise(tx, key, NOW + HOUR) is not None
    desk.do(Settle(kind=PromiseKind.ESSENTIALS, about=here, outcome="told"))
    with desk.store.write() as tx:
        assert snapshots.for_promise(tx, key, NOW + HOUR) is None
        assert snapshots.for_promise(tx, key + 100, NOW) is None


def test_two_workers_told_of_the_same_promise_take_its_step_once(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    desk = DeskOfTests(store)
    referral = desk.referral()
    here = about(Entity.REFERRAL, referral.id)
    key = promise_id(desk, PromiseKind.ESSENTIALS, here, referral_id=referral.id)
    start, taken = threading.Barrier(2, timeout=20), []

    def work() -> None:
        start.wait()
        with store.write() as tx:
            if snapshots.for_promise(tx, key, NOW) is not None:
                taken.append(key)
                step = Climb(kind=PromiseKind.ESSENTIALS, about=here, step=1, next_step_at=NOW + HOUR)
                apply(tx, [step], cause=CAUSE, now=NOW, render=desk.render)

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    store.close()
    assert taken == [key]


def test_letters_of_one_sender_are_decided_one_after_the_other(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    desk = DeskOfTests(store)
    first, second = desk.letter(), desk.letter()
    holds, seen = threading.Event(), []

    def later() -> None:
        holds.wait(20)
        seen.append(len(snapshot_of(desk, letter_from(), second).referrals))

    worker = threading.Thread(target=later)
    worker.start()
    referral = Referral(
        id=desk.new("referral"), person_id=desk.new("person"), stage=Stage.WAITING, received_at=NOW,
        due_at=NOW + 7 * DAY, address="ada@example.com",
    )  # fmt: skip
    with store.write() as tx:
        snapshots.for_letter(
            tx, letter_id=first, letter=letter_from(), arrived_at=NOW, history=False, answered_id=None, bounced_id=None,
            now=NOW,
        )  # fmt: skip
        holds.set()
        worker.join(0.3)
        assert seen == []  # it waits for the sender's lock
        apply(tx, [OpenReferral(referral=referral, letter_id=first)], cause=CAUSE, now=NOW, render=desk.render)
    worker.join(20)
    store.close()
    assert seen == [1]  # and then sees the referral: no second one is opened


# ---------------------------------------------------------------------------------------------- mails and commands


def test_something_that_happened_to_a_mail_shows_its_newest_state(desk: DeskOfTests) -> None:
    referral = desk.referral()
    mail = send(desk, about(Entity.REFERRAL, referral.id), referral_id=referral.id)
    with desk.store.write() as tx:
        outbox_rows.delivered(tx, mail, NOW + HOUR)
        found = snapshots.for_mail(tx, mail, NOW + HOUR)
        with pytest.raises(LookupError):
            snapshots.for_mail(tx, mail + 1, NOW)
    assert found.mail is not None
    assert (found.mail.state, found.mail.sent_at) == ("sent", NOW + HOUR)
    assert found.referral is not None
    assert found.mails == (found.mail,)


def test_commands_find_referrals_and_letters_by_reference(desk: DeskOfTests) -> None:
    desk.volunteer()
    referral, key = desk.referral(), desk.letter()
    concern_id = worry(desk, key)
    with desk.store.write() as tx:
        known = snapshots.for_command(
            tx, references=[referral.reference, referral.reference.lower(), f"L-{key}", "R-99999", "nonsense"], now=NOW
        )
    by_reference = dict(known.referrals)
    assert set(by_reference) == {referral.reference, referral.reference.lower(), f"L-{key}"}
    named, letter = by_reference[referral.reference], by_reference[f"L-{key}"]
    assert named.referral is not None
    assert named.referral.id == referral.id
    assert (letter.letter_id, [one.id for one in letter.open_concerns]) == (key, [concern_id])
    assert [one.name for one in known.volunteers] == ["Ben"]


# ----------------------------------------------------------------------------------------------------- overviews


def test_the_board_shows_who_waits_and_may_be_matched_longest_waiting_first(desk: DeskOfTests) -> None:
    ben = desk.volunteer()
    second, first = desk.referral(received_at=NOW), desk.referral(received_at=NOW - HOUR, phones=())
    held, freed, worrying, gone, offered = (desk.referral() for _ in range(5))
    desk.do(
        Hold(referral_id=held.id, until=date(2026, 3, 3)),
        Hold(referral_id=freed.id, until=date(2026, 3, 2)),
        Withdraw(referral_id=gone.id),
        MoveTo(referral_id=offered.id, stage=Stage.OFFERED, reason="offered"),
    )
    worry(desk, desk.letter(), worrying.id)
    with desk.store.write() as tx:
        board = snapshots.board(tx, NOW)
    assert {one.id for one in board.waiting} == {first.id, second.id, freed.id}
    assert board.waiting[0].id == first.id
    assert [one.id for one in board.volunteers] == [ben]


def test_the_desk_report_counts_what_staff_must_know(desk: DeskOfTests) -> None:
    ben = desk.volunteer(capacity=2)
    waiting, matched, closed = (desk.referral(address=f"{name}@example.net") for name in "abc")
    offer_id, match_id = desk.offer(waiting.id, ben), desk.match(matched.id, ben)
    desk.do(MoveTo(referral_id=closed.id, stage=Stage.CLOSED, reason="moved away"))
    task_id, concern_id = ask(desk), worry(desk, desk.letter(), waiting.id)
    promise_id(desk, PromiseKind.STAFF_TASK, about(Entity.TASK, task_id))
    spam = desk.letter()
    desk.do(FileLetter(letter_id=spam, outcome="spam"))
    with desk.store.write() as tx:
        aside = {"state": LetterState.SET_ASIDE, "kind": "auto_reply"}
        tx.session.execute(update(LETTER).where(LETTER.c.id == spam - 1).values(aside))
    late, doubtful, refused = (send(desk, about(Entity.VOLUNTEER, number)) for number in (1, 2, 3))
    with desk.store.write() as tx:
        tx.session.execute(_set_sending([doubtful, refused]))
        outbox_rows.became_uncertain(tx, doubtful, NOW)
        outbox_rows.refused(tx, refused, "550", NOW)
        report = snapshots.desk_report(tx, NOW + HOUR)
        status = snapshots.status(tx, NOW + HOUR)
    assert {one.id for one in report.referrals} == {waiting.id, matched.id}
    assert [one.id for one in report.offers] == [offer_id]
    assert [one.id for one in report.matches] == [match_id]
    assert [one.id for one in report.tasks] == [task_id]
    assert [one.id for one in report.concerns] == [concern_id]
    assert [one.kind for one in report.promises] == [PromiseKind.STAFF_TASK]
    assert report.volunteers[0].open_matches == 1
    assert (report.letters_since, report.spam_since, report.machines_since, report.set_aside) == (5, 1, 1, 1)
    assert (report.unsent, report.uncertain, report.refused_since) == (1, 1, 1)
    assert report.waiting_to_be_opened == 3
    assert (report.last_look_at, report.without_outcome, report.gaps) == (None, 0, 0)
    assert late
    assert dict(status.referrals) == {Stage.WAITING: 2}
    assert (status.open_concerns, status.open_tasks, status.open_promises, status.promises_due) == (1, 1, 1, 1)
    assert {state.value: many for state, many in status.outgoing} == {"due": 1, "sending": 0, "uncertain": 1}
    assert (status.letters_to_open, status.letters_set_aside, status.outgoing_late) == (3, 1, 1)


def test_what_happened_on_a_saturday_is_counted_on_monday(desk: DeskOfTests) -> None:
    friday = datetime(2026, 3, 6, 7, 0, tzinfo=UTC)
    monday = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
    told_on_friday, refused = (send(desk, about(Entity.VOLUNTEER, number)) for number in (1, 2))
    marks = [{"name": GAP, "key": f"INBOX/1/{uid}", "at": at} for uid, at in ((4, friday), (5, friday + DAY))]
    with desk.store.write() as tx:
        tx.session.execute(insert(MARK), marks)
        tx.session.execute(_set_sending([told_on_friday, refused]))
        outbox_rows.refused(tx, told_on_friday, "550", friday)
        outbox_rows.refused(tx, refused, "550", friday + DAY)
        span = between_digests(monday, Policy())
        report = snapshots.desk_report(tx, monday, span)
        day_only = snapshots.desk_report(tx, monday)
    assert (report.gaps, report.refused_since) == (1, 1)
    assert (day_only.gaps, day_only.refused_since) == (0, 0)


def test_on_a_friday_the_report_holds_the_emails_of_the_weekend(desk: DeskOfTests) -> None:
    friday = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
    weekend, later = (friday + many * DAY + HOUR for many in (2, 3))
    for number, at in ((1, weekend), (2, later)):
        desk.do(desk.mail(about(Entity.VOLUNTEER, number), send_at=at))
    with desk.store.read() as tx:
        report = snapshots.desk_report(tx, friday, between_digests(friday, Policy()))
    assert [one.goes_at for one in report.coming] == [weekend]


def test_an_empty_desk_reports_nothing(store: Store) -> None:
    with store.read() as tx:
        report = snapshots.desk_report(tx, NOW)
        status = snapshots.status(tx, NOW)
        assert snapshots.list_referrals(tx, open_only=False, now=NOW) == ()
        assert snapshots.diary(tx, 1001) == ()
    assert (report.referrals, report.letters_since, report.unsent) == ((), 0, 0)
    assert (status.referrals, status.folders) == ((), ())


def test_a_diary_tells_what_was_done_sent_and_promised_in_order(desk: DeskOfTests) -> None:
    referral = desk.referral()
    here = about(Entity.REFERRAL, referral.id)
    mail = desk.mail(here, referral_id=referral.id, send_at=NOW + HOUR)
    promise = MakePromise(
        kind=PromiseKind.FIRST_CONTACT, about=here, due_at=NOW + 7 * DAY, next_step_at=NOW + 4 * DAY,
        referral_id=referral.id,
    )  # fmt: skip
    desk.do(mail, promise)
    with desk.store.read() as tx:
        entries = snapshots.diary(tx, referral.id)
        assert snapshots.list_referrals(tx, open_only=True, now=NOW)[0].id == referral.id
    assert [(one.kind.value, one.what) for one in entries] == [
        ("done", "OpenReferral"), ("done", "Send"), ("done", "MakePromise"), ("mail", "letter_received"),
        ("promise", "first_contact"),
    ]  # fmt: skip
    assert [one.at for one in entries] == sorted(one.at for one in entries)
    assert "Ada" not in repr(entries)
    assert "ada@example.com" not in repr(entries)


def test_hundreds_of_referrals_are_listed_with_a_handful_of_queries(desk: DeskOfTests) -> None:
    actions = [
        OpenReferral(
            referral=Referral(
                id=1001 + number, person_id=1 + number, stage=Stage.WAITING, received_at=NOW, due_at=NOW + 7 * DAY,
                name="Ada", address=f"ada{number}@example.com",
            ),
            letter_id=letter_id,
        )
        for letter_id in [desk.letter()]
        for number in range(300)
    ]  # fmt: skip
    desk.do(*actions)
    asked: list[str] = []
    event.listen(desk.store.engine, "before_cursor_execute", lambda c, cur, statement, *_: asked.append(statement))
    with desk.store.write() as tx:
        board = snapshots.board(tx, NOW)
    assert len(board.waiting) == 300
    assert len([one for one in asked if "SELECT" in one]) <= 10


def _set_sending(ids: list[int]) -> Any:
    return update(OUTGOING).where(OUTGOING.c.id.in_(ids)).values(state=OutgoingState.SENDING)
