"""A poller whose mailbox has become somebody else's leaves it, and touches nothing; it may be run again."""

from __future__ import annotations

import threading

from keeping import DESK, letter, poller
from memory_keeper import DatabaseAway, MemoryKeeper

from mailbot.inbox.idle import Bell
from mailbot.tryout.servers import EmbeddedMailThread

PATIENCE = 15.0  # seconds until the test gives up


def test_a_poller_leaves_when_the_keeper_says_so_and_works_on_when_it_is_run_again(mail: EmbeddedMailThread) -> None:
    mail.append(DESK, letter("one"))
    keeper, troubles = MemoryKeeper(refuses=lambda letters: True), []
    reader = poller(mail, keeper, leave_on=(DatabaseAway,), on_trouble=troubles.append)
    stop, bell = threading.Event(), Bell()

    reader.run(stop, bell.fileno())  # comes back by itself

    assert troubles == []
    assert len(mail.messages(DESK)) == 1
    keeper.refuses = lambda letters: False
    again = threading.Thread(target=reader.run, args=(stop, bell.fileno()))
    again.start()
    keeper.wait_for_looks(1, PATIENCE)
    stop.set()
    bell.ring()
    again.join(PATIENCE)
    bell.close()
    assert not again.is_alive()
    assert keeper.subjects() == ["one"]
