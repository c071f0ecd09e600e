"""The poller as it runs: IDLE, polling, failures, stopping."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from keeping import DESK, MONDAY, account, letter, poller
from memory_keeper import MemoryKeeper, subject_of

from mailbot.clock import WoundClock, monotonic
from mailbot.inbox.idle import Bell, InboxClient
from mailbot.inbox.keeper import Look
from mailbot.inbox.login import connect
from mailbot.inbox.poller import Poller, Pollings, seconds_of_pause
from mailbot.inbox.trouble import CannotReach, ConnectionLost, LoginRefused
from mailbot.tryout.servers import EmbeddedMailThread

QUICK = Pollings(poll_seconds=0.05, first_pause=0.02, longest_pause=0.1, pause_when_permanent=0.02)
PATIENCE = 10.0  # seconds until a test gives up


def until(true: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "it never came true"
        threading.Event().wait(0.005)


@contextmanager
def running(desk: Poller) -> Iterator[Bell]:
    """The poller in a thread, stopped at the end by the bell alone."""
    stop, bell = threading.Event(), Bell()
    thread = threading.Thread(target=desk.run, args=(stop, bell.fileno()))
    thread.start()
    try:
        yield bell
    finally:
        stop.set()
        bell.ring()
        thread.join(PATIENCE)
        bell.close()
    assert not thread.is_alive()


@contextmanager
def waiting_client(mail: EmbeddedMailThread) -> Iterator[InboxClient]:
    client = connect(account(mail))
    client.select_folder("INBOX")
    try:
        yield client
    finally:
        client.shutdown()


def test_a_letter_wakes_the_poller_within_a_moment(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    told = threading.Event()
    with running(poller(mail, keeper, on_new=told.set)):
        until(lambda: bool(keeper.looks))
        threading.Event().wait(0.05)  # it waits in IDLE now
        start = monotonic()
        mail.deliver(DESK, letter("wakes"))
        assert told.wait(PATIENCE)
        assert monotonic() - start < 1.0
    assert keeper.subjects() == ["wakes"]


class BusyKeeper(MemoryKeeper):
    """A letter comes into the inbox while the other folder is being looked at."""

    deliver: Callable[[], object] | None = None

    def looked(self, look: Look) -> None:
        super().looked(look)
        if look.folder == "Junk" and self.deliver is not None:
            self.deliver()
            self.deliver = None


def test_a_letter_that_comes_while_another_folder_is_looked_at_is_not_waited_for(mail: EmbeddedMailThread) -> None:
    keeper = BusyKeeper()
    mail.messages(DESK, "Junk")
    keeper.deliver = lambda: mail.deliver(DESK, letter("meanwhile"))
    with running(poller(mail, keeper, folders=["INBOX", "Junk"])):
        until(lambda: keeper.subjects() == ["meanwhile"])


@pytest.mark.parametrize("attempt", range(20))
def test_a_letter_that_comes_just_before_idle_is_seen_at_once(mail: EmbeddedMailThread, attempt: int) -> None:
    with waiting_client(mail) as client:
        mail.deliver(DESK, letter("just before"))
        start = monotonic()
        client.wait_for_news(PATIENCE)
        assert monotonic() - start < 1.0


def test_every_letter_of_a_shower_is_taken_in_while_the_poller_waits(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    with running(poller(mail, keeper)):
        for number in range(60):
            mail.deliver(DESK, letter(f"letter {number}"))
        until(lambda: len(keeper.letters) == 60)


def test_news_over_tls_is_seen_even_when_it_came_with_the_answer_to_idle(tls_mail: EmbeddedMailThread) -> None:
    client = connect(account(tls_mail, port=tls_mail.imaps_port, security="tls", ca_file=tls_mail.ca_file))
    client.select_folder("INBOX")
    for number in range(5):
        tls_mail.deliver(DESK, letter(f"letter {number}"))
        start = monotonic()
        client.wait_for_news(PATIENCE)
        assert monotonic() - start < 1.0
    client.shutdown()


def test_a_quiet_idle_ends_when_its_time_is_over(mail: EmbeddedMailThread) -> None:
    with waiting_client(mail) as client:
        start = monotonic()
        client.wait_for_news(0.1)
        assert 0.1 <= monotonic() - start < 1.0


def test_a_bell_ends_a_wait_and_one_ring_ends_one_wait(mail: EmbeddedMailThread) -> None:
    bell = Bell()
    with waiting_client(mail) as client:
        bell.ring()
        start = monotonic()
        client.wait_for_news(PATIENCE, bell.fileno())
        assert monotonic() - start < 1.0
        start = monotonic()
        client.wait_for_news(0.1, bell.fileno())
        assert monotonic() - start >= 0.1
    bell.close()


def test_a_server_that_hangs_up_during_idle_is_noticed_at_once(mail: EmbeddedMailThread) -> None:
    with waiting_client(mail) as client:
        threading.Timer(0.1, mail.hang_up).start()
        start = monotonic()
        with pytest.raises((InboxClient.AbortError, OSError)):
            client.wait_for_news(PATIENCE)
        assert monotonic() - start < 2.0


def test_after_a_lost_connection_the_poller_comes_back_without_a_fuss(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    troubles: list[str] = []
    with running(poller(mail, keeper, pollings=QUICK, on_trouble=troubles.append)):
        until(lambda: bool(keeper.looks))
        mail.hang_up()
        mail.deliver(DESK, letter("after the break"))
        until(lambda: keeper.subjects() == ["after the break"])
    assert troubles == []


def test_where_the_server_has_no_idle_it_is_polled(mail: EmbeddedMailThread) -> None:
    mail.remove_capability("IDLE")
    keeper = MemoryKeeper()
    with running(poller(mail, keeper, pollings=QUICK)):
        until(lambda: bool(keeper.looks))
        mail.deliver(DESK, letter("polled"))
        until(lambda: keeper.subjects() == ["polled"])


def test_a_ring_makes_the_poller_look_at_the_other_folders_too(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.messages(DESK, "Junk")
    with running(poller(mail, keeper, folders=["INBOX", "Junk"])) as bell:
        until(lambda: len(keeper.looks) >= 2)
        mail.deliver(DESK, letter("in junk"), folder="Junk")
        bell.ring()
        until(lambda: keeper.subjects() == ["in junk"])


def test_a_database_that_is_away_is_told_and_the_letter_is_taken_in_when_it_is_back(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper(refuses=lambda letters: True)
    troubles: list[str] = []
    mail.deliver(DESK, letter("patient"))
    with running(poller(mail, keeper, pollings=QUICK, on_trouble=troubles.append)):
        until(lambda: bool(troubles))
        assert [subject_of(stored.raw) for stored in mail.messages(DESK)] == ["patient"]
        keeper.refuses = lambda letters: False
        until(lambda: keeper.subjects() == ["patient"])
        until(lambda: len(troubles) == 2)
    assert troubles == ["letters cannot be recorded (DatabaseAway); they stay on the server", ""]


def test_a_wrong_password_is_told_once_and_the_right_one_ends_it(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    troubles: list[str] = []
    secrets = ["correct horse"]
    mail.deliver(DESK, letter("behind the door"))
    desk = poller(
        mail,
        keeper,
        account=account(mail, secret=lambda: secrets[-1]),
        pollings=QUICK,
        on_trouble=troubles.append,
    )
    with running(desk):
        until(lambda: bool(troubles))
        threading.Event().wait(0.1)
        secrets.append(mail.password)
        until(lambda: keeper.subjects() == ["behind the door"])
        until(lambda: len(troubles) == 2)
    assert "does not accept the password" in troubles[0]
    assert "correct horse" not in troubles[0]
    assert troubles[1] == ""


def test_what_lasts_is_told_again(mail: EmbeddedMailThread) -> None:
    troubles: list[str] = []
    clock = WoundClock(MONDAY)
    refused = account(mail, secret=lambda: "wrong")
    with running(poller(mail, MemoryKeeper(), clock, account=refused, pollings=QUICK, on_trouble=troubles.append)):
        until(lambda: len(troubles) == 1)
        clock.wind(timedelta(hours=1))
        until(lambda: len(troubles) == 2)
    assert len(set(troubles)) == 1


def test_a_change_of_uidvalidity_under_a_waiting_poller_is_survived(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    mail.deliver(DESK, letter("first"))
    with running(poller(mail, keeper, processed_folder="", pollings=QUICK)):
        until(lambda: len(keeper.letters) == 1)
        mail.reset_uidvalidity(DESK)
        mail.deliver(DESK, letter("second"))
        until(lambda: len(keeper.letters) == 3)
    assert sorted(keeper.subjects()) == ["first", "first", "second"]


def test_a_stopped_poller_may_be_used_again(mail: EmbeddedMailThread) -> None:
    keeper = MemoryKeeper()
    desk = poller(mail, keeper)
    with running(desk):
        until(lambda: bool(keeper.looks))
    mail.deliver(DESK, letter("later"))
    assert desk.once().taken_in == 1


@pytest.mark.parametrize(
    ("error", "failures", "seconds"),
    [
        (ConnectionLost("lost"), 1, 1),
        (ConnectionLost("lost"), 2, 2),
        (CannotReach("away"), 5, 16),
        (CannotReach("away"), 1000, 300),
        (LoginRefused("wrong"), 1, 60),
        (LoginRefused("wrong"), 2, 120),
        (LoginRefused("its own trouble", permanent=False), 1, 1),
        (RuntimeError(), 3, 4),
    ],
)
def test_pauses_double_up_to_a_limit_and_are_long_after_a_wrong_password(
    error: Exception, failures: int, seconds: float
) -> None:
    assert seconds_of_pause(Pollings(), error, failures) == seconds


def test_callbacks_may_be_set_after_the_poller_was_built(mail: EmbeddedMailThread) -> None:
    desk = poller(mail, MemoryKeeper())
    news: list[str] = []
    desk.on_new = lambda: news.append("new")
    mail.deliver(DESK, letter("good"))

    desk.once()

    assert news == ["new"]
