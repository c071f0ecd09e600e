"""Letters are kept before anything else happens, each UID has an outcome, and one poller at a time may keep them."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from mailbot.casework.policy import Policy
from mailbot.clock import WoundClock
from mailbot.reading.letter import Authentication, Kind, Letter, Mailbox, Provenance, RawLetter
from mailbot.records import inbox_rows
from mailbot.records.errors import RecordsError
from mailbot.records.inbox_rows import InboxRows, LeaseLost, message_id_of
from mailbot.records.store import Store
from mailbot.records.tables import LetterRow, LetterState, UnfetchedRow
from mailbot.records.vault import Vault

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
POLICY = Policy()
BODY = b"From: Ada <ada@example.com>\r\nMessage-ID: <%d@example.com>\r\nSubject: hello\r\n\r\nPlease ring me.\r\n"


@dataclass(frozen=True)
class Look:
    folder: str = "INBOX"
    uidvalidity: int = 1
    uidnext: int = 10
    exists: int = 3
    gaps: tuple[int, ...] = ()
    without_outcome: int = 0
    looked_at: datetime = NOW


def raw_letter(uid: int, *, number: int | None = None, uidvalidity: int = 1, arrived_at: datetime = NOW) -> RawLetter:
    raw = BODY % (uid if number is None else number)
    return RawLetter("INBOX", uidvalidity, uid, arrived_at, raw, len(raw))


def letter_of(address: str = "ada@example.com", message_id: str = "<1@example.com>") -> Letter:
    return Letter(
        kind=Kind.PERSON, sender=Mailbox("Ada", address), reply_to=(), recipients=(), subject="hello", sent_at=None,
        message_id=message_id, replies_to=("<ours@example.org>",), whole_text="", new_text="", quoted_text="",
        passed_on="", attachments=(), provenance=Provenance(Authentication.UNKNOWN),
    )  # fmt: skip


@pytest.fixture
def clock() -> WoundClock:
    return WoundClock(NOW)


@pytest.fixture
def inbox(store: Store, clock: WoundClock) -> InboxRows:
    return InboxRows(store, clock, take_in_since=date(2026, 2, 27), history_days=7)


def kept(store: Store) -> list[LetterRow]:
    with store.read() as tx:
        return list(tx.session.scalars(select(LetterRow).order_by(LetterRow.id)))


def states(store: Store) -> list[LetterState]:
    return [row.state for row in kept(store)]


# ------------------------------------------------------------------------------------------------------- taking in


def test_a_letter_taken_in_is_missing_no_more_and_may_be_filed_away_once(inbox: InboxRows) -> None:
    assert inbox.missing("INBOX", 1, [3, 1, 2]) == [3, 1, 2]
    inbox.take_in([raw_letter(1), raw_letter(2)])
    assert inbox.missing("INBOX", 1, [3, 1, 2]) == [3]
    assert inbox.to_file_away("INBOX", 1, [1, 2, 3]) == [1, 2]
    inbox.filed_away("INBOX", 1, [1])
    assert inbox.to_file_away("INBOX", 1, [1, 2, 3]) == [2]
    assert inbox.missing("INBOX", 2, [1]) == [1]  # another UIDVALIDITY is another mailbox
    assert inbox.missing("Junk", 1, [1]) == [1]


def test_the_raw_bytes_come_back_as_they_were(inbox: InboxRows, store: Store) -> None:
    raw = bytes(range(256)) * 40
    inbox.take_in([RawLetter("INBOX", 1, 7, NOW - MINUTE, raw, 60_000_000)])
    with store.read() as tx:
        letter = inbox_rows.next_letter(tx, NOW)
    assert letter is not None
    assert (letter.raw, letter.whole_size, letter.arrived_at, letter.attempts) == (raw, 60_000_000, NOW - MINUTE, 0)


def test_taking_in_the_same_uid_again_changes_nothing(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(1)])
    inbox.take_in([raw_letter(1), raw_letter(1), raw_letter(2)])
    assert states(store) == [LetterState.TAKEN_IN, LetterState.TAKEN_IN]


def test_after_a_new_uidvalidity_the_same_letters_are_duplicates_that_are_accounted_for(
    inbox: InboxRows, store: Store
) -> None:
    inbox.take_in([raw_letter(1), raw_letter(2)])
    again = [raw_letter(uid, number=number, uidvalidity=2) for uid, number in ((5, 1), (6, 2), (7, 3))]
    inbox.take_in(again)
    by_uid = {row.uid: row for row in kept(store)}
    assert [by_uid[uid].state for uid in (5, 6, 7)] == [
        LetterState.DUPLICATE, LetterState.DUPLICATE, LetterState.TAKEN_IN,
    ]  # fmt: skip
    assert [by_uid[uid].duplicate_of for uid in (5, 6)] == [by_uid[1].id, by_uid[2].id]
    assert inbox.missing("INBOX", 2, [5, 6, 7]) == []
    assert inbox.to_file_away("INBOX", 2, [5, 6, 7]) == [5, 6, 7]


def test_two_equal_letters_in_one_batch_are_one_letter_and_its_duplicate(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(1, number=1), raw_letter(2, number=1)])
    assert states(store) == [LetterState.TAKEN_IN, LetterState.DUPLICATE]
    with store.read() as tx:
        assert len(inbox_rows.next_letters(tx, NOW, 10)) == 1


def test_the_same_message_id_with_other_bytes_is_no_duplicate(inbox: InboxRows, store: Store) -> None:
    one, other = raw_letter(1, number=1), raw_letter(2, number=1)
    inbox.take_in([one, RawLetter("INBOX", 1, 2, NOW, other.raw + b"More.\r\n", len(other.raw) + 7)])
    assert states(store) == [LetterState.TAKEN_IN, LetterState.TAKEN_IN]


def test_all_of_a_batch_is_kept_or_nothing(inbox: InboxRows, store: Store) -> None:
    impossible = dataclasses.replace(raw_letter(2), whole_size=None)  # type: ignore[arg-type]
    with pytest.raises(RecordsError):
        inbox.take_in([raw_letter(1), impossible])
    assert kept(store) == []


def test_hundreds_of_letters_are_taken_in_together(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(uid) for uid in range(1, 501)])
    assert inbox.missing("INBOX", 1, list(range(1, 2002))) == list(range(501, 2002))
    with store.read() as tx:
        assert len(inbox_rows.next_letters(tx, NOW, 1000)) == 500


@pytest.mark.parametrize(
    ("arrived_at", "history"),
    [
        (NOW - MINUTE, False),
        (datetime(2026, 2, 27, 0, 0, tzinfo=UTC), False),  # the first London day, before seven days are over
        (datetime(2026, 2, 26, 23, 59, tzinfo=UTC), True),
        (NOW - 8 * DAY, True),
    ],
)
def test_a_letter_from_before_the_first_day_is_history(
    inbox: InboxRows, store: Store, arrived_at: datetime, history: bool
) -> None:
    inbox.take_in([raw_letter(1, arrived_at=arrived_at)])
    with store.read() as tx:
        [letter] = inbox_rows.next_letters(tx, NOW, 10)
    assert letter.history is history


def test_a_letter_more_than_seven_days_old_when_taken_in_is_history(store: Store, clock: WoundClock) -> None:
    inbox = InboxRows(store, clock, take_in_since=date(2020, 1, 1), history_days=7)
    inbox.take_in([raw_letter(1, arrived_at=NOW - 7 * DAY - MINUTE), raw_letter(2, arrived_at=NOW - 7 * DAY)])
    assert [row.history for row in kept(store)] == [True, False]


# ------------------------------------------------------------------------------------------------- reconciliation


def test_what_could_not_be_fetched_has_an_outcome_and_may_still_be_taken_in(inbox: InboxRows, store: Store) -> None:
    inbox.could_not_fetch("INBOX", 1, 4, "the server says it is damaged")
    inbox.could_not_fetch("INBOX", 1, 4, "the server says it is damaged")
    assert inbox.missing("INBOX", 1, [4, 5]) == [5]
    assert inbox.to_file_away("INBOX", 1, [4]) == []
    with store.read() as tx:
        row = tx.session.get(UnfetchedRow, ("INBOX", 1, 4))
        assert row is not None
        assert row.attempts == 2
    inbox.take_in([raw_letter(4)])
    with store.read() as tx:
        assert tx.session.get(UnfetchedRow, ("INBOX", 1, 4)) is None


def test_the_last_look_is_remembered_for_its_uidvalidity_only(inbox: InboxRows) -> None:
    assert inbox.last_uidnext("INBOX", 1) is None
    inbox.looked(Look(uidnext=10))
    inbox.looked(Look(uidnext=12, gaps=(10, 11)))
    inbox.looked(Look(uidnext=12, gaps=(10, 11)))
    assert inbox.last_uidnext("INBOX", 1) == 12
    assert inbox.last_uidnext("INBOX", 2) is None
    assert inbox.last_uidnext("Junk", 1) is None


# --------------------------------------------------------------------------------------------------------- the lease


def test_the_lease_has_one_holder_who_may_renew_it(inbox: InboxRows) -> None:
    assert inbox.hold_lease("poller", "one", NOW, 60) == 1
    assert inbox.hold_lease("poller", "one", NOW + MINUTE / 2, 60) == 1
    assert inbox.hold_lease("poller", "two", NOW + MINUTE, 60) is None
    assert inbox.hold_lease("other mailbox", "two", NOW, 60) == 1


def test_a_lease_that_ran_out_goes_to_the_next_with_a_higher_number(inbox: InboxRows) -> None:
    assert inbox.hold_lease("poller", "one", NOW, 60) == 1
    assert inbox.hold_lease("poller", "two", NOW + MINUTE, 60) == 2
    assert inbox.hold_lease("poller", "one", NOW + MINUTE, 60) is None


def test_a_lease_given_back_may_be_taken_at_once(inbox: InboxRows) -> None:
    inbox.hold_lease("poller", "one", NOW, 60)
    inbox.give_back_lease("poller", "one", NOW)
    assert inbox.hold_lease("poller", "two", NOW, 60) == 2


def test_a_poller_that_lost_its_lease_keeps_nothing(store: Store, clock: WoundClock) -> None:
    slow, quick = (InboxRows(store, clock, take_in_since=date(2026, 1, 1), history_days=7) for _ in range(2))
    slow.hold_lease("poller", "slow", NOW, 60)
    slow.take_in([raw_letter(1)])
    quick.hold_lease("poller", "quick", NOW + 2 * MINUTE, 60)
    attempts: list[Callable[[], None]] = [
        lambda: slow.take_in([raw_letter(2)]),
        lambda: slow.could_not_fetch("INBOX", 1, 2, "gone"),
        lambda: slow.looked(Look()),
    ]
    for attempt in attempts:
        with pytest.raises(LeaseLost):
            attempt()
    quick.take_in([raw_letter(2)])
    assert [row.uid for row in kept(store)] == [1, 2]
    slow.filed_away("INBOX", 1, [1])  # what was done on the server is true, whoever did it
    assert quick.to_file_away("INBOX", 1, [1, 2]) == [2]


def test_a_poller_that_never_got_its_lease_keeps_nothing(store: Store, clock: WoundClock) -> None:
    first, second = (InboxRows(store, clock, take_in_since=date(2026, 1, 1), history_days=7) for _ in range(2))
    first.hold_lease("poller", "first", NOW, 60)
    second.hold_lease("poller", "second", NOW, 60)
    with pytest.raises(LeaseLost):
        second.take_in([raw_letter(1)])


def test_of_many_pollers_that_ask_at_once_one_gets_the_lease(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    start, fences = threading.Barrier(4, timeout=20), []

    def ask(holder: str) -> None:
        rows = InboxRows(store, WoundClock(NOW), take_in_since=date(2026, 1, 1), history_days=7)
        start.wait()
        fences.append(rows.hold_lease("poller", holder, NOW, 60))

    pollers = [threading.Thread(target=ask, args=(name,)) for name in "abcd"]
    for one in pollers:
        one.start()
    for one in pollers:
        one.join()
    store.close()
    assert sorted(fences, key=str) == [1, None, None, None]


# ----------------------------------------------------------------------------------------------------- to be opened


def test_letters_are_opened_oldest_first_and_history_last(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(1), raw_letter(2, arrived_at=NOW - MINUTE), raw_letter(3, arrived_at=NOW - 30 * DAY)])
    with store.read() as tx:
        letters = inbox_rows.next_letters(tx, NOW, 10)
    assert [one.arrived_at for one in letters] == [NOW - MINUTE, NOW, NOW - 30 * DAY]


def test_a_letter_that_raises_waits_longer_each_time_and_is_then_set_aside(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(1)])
    now, waits = NOW, []
    for expected in (False, False, True):
        with store.write() as tx:
            letter = inbox_rows.next_letter(tx, now)
            assert letter is not None
            assert inbox_rows.letter_failed(tx, letter.id, "ValueError", now, POLICY) is expected
            assert inbox_rows.next_letter(tx, now) is None
        row = kept(store)[0]
        assert row.next_attempt_at is not None
        waits.append(row.next_attempt_at - now)
        now = row.next_attempt_at
    assert waits[:2] == [MINUTE, 2 * MINUTE]
    assert (row.state, row.attempts, row.fault) == (LetterState.SET_ASIDE, 3, "ValueError")
    with store.write() as tx:
        assert inbox_rows.next_letter(tx, now + DAY) is None
        assert not inbox_rows.still_to_open(tx, row.id)


def test_one_bad_letter_does_not_keep_the_next_one_waiting(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(1, arrived_at=NOW - MINUTE), raw_letter(2)])
    with store.write() as tx:
        first = inbox_rows.next_letter(tx, NOW)
        assert first is not None
        inbox_rows.letter_failed(tx, first.id, "ValueError", NOW, POLICY)
        second = inbox_rows.next_letter(tx, NOW)
    assert second is not None
    assert second.id != first.id


def test_what_was_read_of_a_letter_is_kept_for_comparing(inbox: InboxRows, store: Store) -> None:
    inbox.take_in([raw_letter(1)])
    [row] = kept(store)
    with store.write() as tx:
        assert row.message_id_fingerprint == tx.vault.fingerprint("<1@example.com>")
        inbox_rows.note_read(tx, row.id, letter_of())
    [row] = kept(store)
    assert (row.kind, row.message_id, row.references) == ("person", "<1@example.com>", ("<ours@example.org>",))
    assert row.sender_fingerprint == store.vault.fingerprint("ADA@example.com")


def test_two_workers_are_never_handed_the_same_letter(postgresql_url: str, vault: Vault) -> None:
    store = Store.open(postgresql_url, vault)
    InboxRows(store, WoundClock(NOW), take_in_since=date(2026, 1, 1), history_days=7).take_in(
        [raw_letter(uid) for uid in range(1, 41)]
    )
    both_hold = threading.Barrier(2, timeout=20)
    taken: list[list[int]] = []

    def work() -> None:
        with store.write() as tx:
            letters = [one.id for one in inbox_rows.next_letters(tx, NOW, 15)]
            taken.append(letters)
            both_hold.wait()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    store.close()
    assert [len(letters) for letters in taken] == [15, 15]
    assert not set(taken[0]) & set(taken[1])


# -------------------------------------------------------------------------------------------------- the Message-ID


@pytest.mark.parametrize(
    ("raw", "message_id"),
    [
        (b"Message-ID: <a@example.com>\r\n\r\n", "<a@example.com>"),
        (b"From: x\nmessage-id:\n <a@example.com>\n\nhello", "<a@example.com>"),
        (b"MESSAGE-ID :  <a\r\n\tb@example.com>  (note)\r\n\r\n", "<ab@example.com>"),
        (b"Message-Id: bare@example.com\r\n\r\n", "bare@example.com"),
        (b"Message-ID: <caf\xe9@example.com>\r\n\r\n", "<café@example.com>"),
        (b"Subject: none\r\n\r\nMessage-ID: <body@example.com>\r\n", ""),
        (b"Message-ID:\r\nSubject: empty\r\n\r\n", ""),
        (b"X-Message-ID: <other@example.com>\r\n\r\n", ""),
        (b"", ""),
    ],
)
def test_the_message_id_is_found_whatever_the_header_looks_like(raw: bytes, message_id: str) -> None:
    assert message_id_of(raw) == message_id


@given(st.binary(max_size=2000) | st.builds(lambda tail: b"Message-ID:" + tail, st.binary(max_size=500)))
def test_looking_for_a_message_id_never_raises(raw: bytes) -> None:
    assert isinstance(message_id_of(raw), str)


def test_a_hostile_header_costs_no_time() -> None:
    found = message_id_of(b"Message-ID: " + b"\r\n " * 2_000_000)
    assert found == ""
