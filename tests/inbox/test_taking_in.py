"""What one pass over the mailbox does, against the embedded server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from keeping import DESK, MONDAY, account, letter, poller
from memory_keeper import DatabaseAway, MemoryKeeper, subject_of

from mailbot.clock import WoundClock
from mailbot.inbox import mailbox as mailbox_module
from mailbot.inbox.login import connect
from mailbot.inbox.mailbox import Mailbox
from mailbot.inbox.poller import Limits
from mailbot.inbox.trouble import ConnectionLost
from mailbot.tryout.servers import EmbeddedMailThread, Spoil


def subjects_in(mail: EmbeddedMailThread, folder: str = "INBOX") -> list[str]:
    return [subject_of(stored.raw) for stored in mail.messages(DESK, folder)]


def test_a_letter_is_taken_in_whole_with_its_time_of_arrival_and_then_filed_away(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    arrived_at = datetime(2026, 3, 29, 1, 30, tzinfo=timezone(timedelta(hours=1)))
    mail.deliver(DESK, letter("please call me"), "ada@example.net", arrived_at)

    done = poller(mail, keeper).once()

    (kept,) = keeper.letters.values()
    (stored,) = mail.messages(DESK, "Processed")
    assert kept.raw == stored.raw
    assert kept.whole_size == len(stored.raw)
    assert kept.arrived_at == arrived_at
    assert kept.arrived_at.tzinfo is UTC
    assert (done.taken_in, done.filed_away, done.could_not_fetch, done.troubles) == (1, 1, 0, ())
    assert mail.messages(DESK) == []


def test_seen_means_nothing_and_is_never_set(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.append(DESK, letter("read by somebody already"), flags=["\\Seen"])
    mail.append(DESK, letter("not read yet"))

    poller(mail, keeper).once()

    assert keeper.subjects() == ["read by somebody already", "not read yet"]
    flags = {subject_of(stored.raw): stored.flags for stored in mail.messages(DESK, "Processed")}
    assert flags == {"read by somebody already": {"\\Seen"}, "not read yet": frozenset()}


def test_junk_is_a_folder_like_any_other(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("taken for spam"), folder="Junk")
    mail.deliver(DESK, letter("in the inbox"))

    done = poller(mail, keeper, folders=["INBOX", "Junk"]).once()

    assert sorted(keeper.subjects()) == ["in the inbox", "taken for spam"]
    assert [look.folder for look in done.looks] == ["INBOX", "Junk"]
    assert sorted(subjects_in(mail, "Processed")) == ["in the inbox", "taken for spam"]


def test_a_folder_that_is_missing_is_told_and_does_not_stop_the_others(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("in the inbox"))

    done = poller(mail, keeper, folders=["Spam", "INBOX"]).once()

    assert keeper.subjects() == ["in the inbox"]
    assert done.troubles == ("the server said no while opening the folder Spam",)


def test_nothing_is_moved_when_no_processed_folder_is_named(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("stays"))
    desk = poller(mail, keeper, processed_folder="")

    assert desk.once().taken_in == 1
    assert desk.once().taken_in == 0

    assert subjects_in(mail) == ["stays"]
    assert mail.folders(DESK) == ["INBOX"]


def test_a_second_pass_finds_only_what_is_new(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    desk = poller(mail, keeper)
    mail.deliver(DESK, letter("first"))
    desk.once()
    mail.deliver(DESK, letter("second"))

    assert desk.once().taken_in == 1
    assert keeper.subjects() == ["first", "second"]


def test_letters_are_filed_away_on_a_server_without_move(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.remove_capability("MOVE")
    mail.deliver(DESK, letter("copied"))

    poller(mail, keeper).once()

    assert subjects_in(mail) == []
    assert subjects_in(mail, "Processed") == ["copied"]


def test_without_move_and_uidplus_what_a_person_marked_as_deleted_is_not_expunged(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.remove_capability("MOVE")
    mail.remove_capability("UIDPLUS")
    mail.deliver(DESK, letter("ours"))
    held_back = mail.append(DESK, letter("marked by a person"), flags=["\\Deleted"])
    mail.spoil(held_back, Spoil.LEAVE_OUT)
    desk = poller(mail, keeper)

    desk.once()
    desk.once()

    assert sorted(subjects_in(mail)) == ["marked by a person", "ours"]
    assert subjects_in(mail, "Processed") == ["ours"]


def test_without_move_and_uidplus_ours_are_expunged_when_nobody_else_marked_any(mail: EmbeddedMailThread) -> None:
    mail.remove_capability("MOVE")
    mail.remove_capability("UIDPLUS")
    mail.deliver(DESK, letter("ours"))

    poller(mail, MemoryKeeper()).once()

    assert subjects_in(mail) == []
    assert subjects_in(mail, "Processed") == ["ours"]


def test_a_keeper_that_is_away_leaves_every_letter_where_it_is(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper(refuses=lambda letters: True)
    for number in range(12):
        mail.deliver(DESK, letter(f"letter {number}"))
    desk = poller(mail, keeper)

    with pytest.raises(DatabaseAway):
        desk.once()

    assert len(subjects_in(mail)) == 12
    assert keeper.unfetchable == {}
    assert keeper.looks == []
    keeper.refuses = lambda letters: False
    assert desk.once().taken_in == 12


@pytest.mark.parametrize("place", range(4))
def test_one_letter_that_cannot_be_recorded_does_not_stop_the_rest(mail: EmbeddedMailThread, place: int) -> None:
    keeper = MemoryKeeper(refuses=lambda letters: any(subject_of(each.raw) == "bad" for each in letters))
    subjects = ["one", "two", "three"]
    for subject in [*subjects[:place], "bad", *subjects[place:]]:
        mail.deliver(DESK, letter(subject))

    done = poller(mail, keeper).once()

    assert keeper.subjects() == subjects
    assert list(keeper.unfetchable.values()) == ["it could not be recorded (DatabaseAway)"]
    assert (done.taken_in, done.could_not_fetch) == (3, 1)
    assert subjects_in(mail) == ["bad"]


@pytest.mark.parametrize("number", [1, 2])
def test_a_keeper_that_refuses_every_letter_is_away_however_few_they_are(mail: EmbeddedMailThread, number: int) -> None:
    keeper = MemoryKeeper(refuses=lambda letters: True)
    for each in range(number):
        mail.deliver(DESK, letter(f"letter {each}"))

    with pytest.raises(DatabaseAway):
        poller(mail, keeper).once()
    assert keeper.unfetchable == {}


@pytest.mark.parametrize("how", [Spoil.REFUSE, Spoil.LEAVE_OUT])
def test_one_letter_that_cannot_be_fetched_does_not_stop_the_rest(mail: EmbeddedMailThread, how: Spoil) -> None:
    keeper = MemoryKeeper()
    uids = [mail.deliver(DESK, letter(f"letter {number}")) for number in range(4)]
    mail.spoil(uids[1], how)

    done = poller(mail, keeper).once()

    assert keeper.subjects() == ["letter 0", "letter 2", "letter 3"]
    assert [uid for _, _, uid in keeper.unfetchable] == [uids[1]]
    assert (done.could_not_fetch, done.looks[0].without_outcome, done.looks[0].gaps) == (1, 0, ())
    assert subjects_in(mail) == ["letter 1"]


def test_a_letter_that_breaks_the_connection_each_time_is_set_aside_after_the_others(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    uids = [mail.deliver(DESK, letter(f"letter {number}")) for number in range(4)]
    mail.spoil(uids[0], Spoil.HANG_UP)
    desk = poller(mail, keeper)

    lost = 0
    while not desk_is_done(keeper, uids) and lost < 10:
        try:
            desk.once()
        except ConnectionLost:
            lost += 1

    assert sorted(keeper.subjects()) == ["letter 1", "letter 2", "letter 3"]
    assert list(keeper.unfetchable.values()) == ["the connection is lost each time it is fetched"]
    assert lost == 3


def desk_is_done(keeper: MemoryKeeper, uids: list[int]) -> bool:
    return {uid for _, _, uid in [*keeper.letters, *keeper.unfetchable]} == set(uids)


def test_a_letter_of_sixty_megabytes_is_taken_in_by_its_beginning(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    huge = letter("with a film", "x" * 70 + "\r\n" + ("y" * 76 + "\r\n") * 770_000)
    mail.append(DESK, huge, MONDAY)
    mail.deliver(DESK, letter("ordinary"))

    poller(mail, keeper).once()

    partly, whole = keeper.letters.values()
    assert len(huge) > 60_000_000
    assert partly.raw == huge[: 4 << 20]
    assert partly.whole_size == len(huge)
    assert partly.arrived_at == MONDAY
    assert whole.whole_size == len(whole.raw)
    assert mail.messages(DESK, "Processed")[0].raw == huge


def test_batches_are_bounded_by_bytes_and_by_number(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    news: list[int] = []
    for number in range(7):
        mail.deliver(DESK, letter(f"small {number}"))
    for number in range(3):
        mail.deliver(DESK, letter(f"large {number}", "z" * 30_000))
    limits = Limits(batch_bytes=50_000, batch_letters=3)

    poller(mail, keeper, limits=limits, on_new=lambda: news.append(len(keeper.letters))).once()

    assert keeper.batches == [3, 3, 2, 1, 1]
    assert news == [3, 6, 8, 9, 10]
    assert sum(keeper.batches) == len(keeper.letters) == 10


def test_everything_is_looked_at_again_after_a_change_of_uidvalidity(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    desk = poller(mail, keeper, processed_folder="")
    for number in range(3):
        mail.deliver(DESK, letter(f"letter {number}"))
    before = desk.once().looks[0]

    mail.reset_uidvalidity(DESK)
    after = desk.once().looks[0]

    assert before.uidvalidity != after.uidvalidity
    assert len(keeper.letters) == 6  # the same three, under their new UIDs: records knows them by Message-ID and hash
    assert (after.gaps, after.without_outcome, after.uidnext) == ((), 0, 4)


def test_a_letter_dragged_away_before_it_was_taken_in_is_reported_as_a_gap(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    desk = poller(mail, keeper)
    mail.deliver(DESK, letter("first"))
    assert desk.once().looks[0].gaps == ()
    dragged = mail.deliver(DESK, letter("dragged away"))
    mail.deliver(DESK, letter("third"))
    mail.remove(DESK, [dragged])

    look = desk.once().looks[0]

    assert look.gaps == (dragged,)
    assert keeper.subjects() == ["first", "third"]
    assert desk.once().looks[0].gaps == ()


def test_a_gap_is_reported_by_a_process_that_was_not_there_before(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("first"))
    poller(mail, keeper).once()
    dragged = mail.deliver(DESK, letter("dragged away while we were down"))
    mail.remove(DESK, [dragged])

    assert poller(mail, keeper).once().looks[0].gaps == (dragged,)


def test_what_was_there_before_the_first_look_is_no_gap(mail: EmbeddedMailThread) -> None:
    mail.deliver(DESK, letter("first"))
    mail.remove(DESK, [mail.deliver(DESK, letter("deleted years ago"))])

    assert poller(mail, MemoryKeeper()).once().looks[0].gaps == ()


def test_the_reconciliation_tells_the_folder_as_it_was_found(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    uids = [mail.deliver(DESK, letter(f"letter {number}")) for number in range(3)]
    clock = WoundClock(MONDAY)

    done = poller(mail, keeper, clock).once()

    (look,) = keeper.looks
    assert done.looks == (look,)
    assert (look.folder, look.exists, look.uidnext) == ("INBOX", 3, uids[-1] + 1)
    assert (look.gaps, look.without_outcome, look.looked_at) == ((), 0, MONDAY)


def test_a_filing_that_is_refused_is_told_and_tried_again(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("letter"))
    mail.refuse_folder("Processed")
    desk = poller(mail, keeper)

    done = desk.once()

    assert (done.taken_in, done.filed_away) == (1, 0)
    assert done.troubles == ("the server said no while moving letters to Processed",)
    assert subjects_in(mail) == ["letter"]
    mail.accept_folder("Processed")
    assert desk.once().filed_away == 1


def test_a_large_folder_is_searched_in_pieces(mail: EmbeddedMailThread, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox_module, "_UIDS_AT_ONCE", 3)
    keeper = MemoryKeeper()
    for number in range(10):
        mail.deliver(DESK, letter(f"letter {number}"))

    assert poller(mail, keeper).once().taken_in == 10


def test_a_large_folder_that_keeps_its_letters_is_not_read_through_at_each_look(mail: EmbeddedMailThread) -> None:
    keeper = CountingKeeper()
    clock = WoundClock(MONDAY)
    for number in range(1_100):
        mail.append(DESK, letter(f"history {number}"))
    desk = poller(mail, keeper, clock, processed_folder="")
    desk.once()
    mail.append(DESK, letter("new"))

    keeper.asked = 0
    assert desk.once().taken_in == 1
    assert keeper.asked < 10
    clock.wind(timedelta(minutes=16))
    desk.once()
    assert keeper.asked > 1_100


class CountingKeeper(MemoryKeeper):
    asked = 0

    def missing(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        self.asked += len(uids)
        return super().missing(folder, uidvalidity, uids)


def test_no_word_of_a_letter_reaches_the_log(mail: EmbeddedMailThread, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    caplog.set_level("DEBUG", logger="imapclient")  # a command that was tested before this may have silenced it
    keeper = MemoryKeeper(refuses=lambda letters: b"unspeakable" in letters[-1].raw)
    mail.deliver(DESK, letter("whispered subject"))
    mail.deliver(DESK, letter("second whisper", "unspeakable"))
    mail.deliver(DESK, letter("third whisper"))

    poller(mail, keeper).once()

    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("mailbot", "imapclient"))]
    assert ours
    assert not [line for line in ours if "whisper" in line or "unspeakable" in line or "ada@" in line]


def test_a_look_that_is_cut_short_is_not_recorded_as_proof(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("long ago"))
    poller(mail, keeper).once()
    uids = [mail.deliver(DESK, letter(f"letter {number}")) for number in range(4)]
    stop = threading.Event()

    poller(mail, keeper, limits=Limits(batch_letters=2), on_new=stop.set).run(stop)

    assert keeper.batches == [1, 2]
    assert len(keeper.looks) == 1
    mail.remove(DESK, [uids[3]])
    done = poller(mail, keeper).once()
    assert (done.taken_in, done.looks[0].gaps) == (1, (uids[3],))


class DraggingKeeper(MemoryKeeper):
    """Somebody drags a letter away at the very moment when it was found to be missing here."""

    drag: Callable[[], None] = staticmethod(lambda: None)

    def missing(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        self.drag()
        return super().missing(folder, uidvalidity, uids)


def test_a_letter_dragged_away_before_its_size_was_asked_is_a_gap(mail: EmbeddedMailThread) -> None:
    keeper = DraggingKeeper()
    desk = poller(mail, keeper)
    desk.once()
    uids = [mail.deliver(DESK, letter(f"letter {number}")) for number in range(3)]
    keeper.drag = lambda: mail.remove(DESK, uids[1:2])

    done = desk.once()

    assert (done.taken_in, done.could_not_fetch, done.looks[0].gaps) == (2, 0, (uids[1],))
    assert done.looks[0].without_outcome == 0


def test_a_letter_dragged_away_before_it_was_fetched_is_a_gap(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    poller(mail, keeper).once()
    uids = [mail.deliver(DESK, letter(f"letter {number}")) for number in range(3)]
    mail.spoil(uids[1], Spoil.LEAVE_OUT)  # else pymap gives what it remembers of a letter that is gone

    done = poller(mail, keeper, limits=Limits(batch_letters=1), on_new=lambda: mail.remove(DESK, uids[1:2])).once()

    assert (done.taken_in, done.could_not_fetch, done.looks[0].gaps) == (2, 0, (uids[1],))


class PersistentKeeper(MemoryKeeper):
    """Wants a letter that could not be fetched to be tried again at each look."""

    def could_not_fetch(self, folder: str, uidvalidity: int, uid: int, why: str) -> None:
        pass


def test_a_letter_without_an_outcome_that_is_dragged_away_later_is_a_gap(mail: EmbeddedMailThread) -> None:
    keeper = PersistentKeeper()
    desk = poller(mail, keeper)
    uid = mail.deliver(DESK, letter("cannot be had"))
    mail.spoil(uid, Spoil.LEAVE_OUT)
    assert [desk.once().looks[0].without_outcome for _ in range(2)] == [1, 1]

    mail.remove(DESK, [uid])

    assert desk.once().looks[0].gaps == (uid,)
    assert desk.once().looks[0].gaps == ()


def test_a_search_from_a_uid_on_leaves_out_the_last_letter_below_it(mail: EmbeddedMailThread) -> None:
    uid = mail.deliver(DESK, letter("the last"))
    with Mailbox(connect(account(mail))) as mailbox:
        mailbox.open("INBOX")
        assert mailbox.uids_from(uid) == [uid]
        assert mailbox.uids_from(uid + 1) == []
