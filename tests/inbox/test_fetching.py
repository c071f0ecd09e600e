"""Fetching from a server that gives odd answers: a mailbox written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest
from keeping import MONDAY

from mailbot.inbox.fetching import Fetched, Fetcher, Limits, batches
from mailbot.inbox.mailbox import Listed, Mailbox
from mailbot.inbox.trouble import Refused


class OddMailbox(Mailbox):
    """Holds letters 1 to 5. It says NO to a command that names a ``poisoned`` one; it never tells of a ``mute`` one."""

    def __init__(self, *, poisoned: int = 0, mute: int = 0, arrived_at: datetime | None = MONDAY) -> None:
        self.there = {uid: b"Subject: %d\r\n\r\n" % uid for uid in range(1, 6)}
        self.poisoned, self.mute, self.arrived_at = poisoned, mute, arrived_at

    def uids_from(self, start: int) -> list[int]:
        return [uid for uid in self.there if uid >= start]

    def listed(self, uids: Sequence[int]) -> list[Listed]:
        return [Listed(uid, len(raw), self.arrived_at) for uid, raw in self._told(uids).items()]

    def bodies(self, uids: Sequence[int]) -> dict[int, bytes]:
        return self._told(uids)

    def _told(self, uids: Sequence[int]) -> dict[int, bytes]:
        if self.poisoned in uids:
            raise Refused("no")
        return {uid: self.there[uid] for uid in uids if uid in self.there and uid != self.mute}


def fetcher(mailbox: OddMailbox) -> Fetcher:
    return Fetcher(mailbox, "INBOX", 7, Limits(), MONDAY)


def test_a_letter_whose_size_is_refused_does_not_hide_the_others() -> None:
    listing = fetcher(OddMailbox(poisoned=3)).list([1, 2, 3, 4, 5])

    assert [letter.uid for letter in listing.listed] == [1, 2, 4, 5]
    assert (listing.refused, listing.gone) == (((3, "the server does not tell its size"),), ())


def test_a_letter_whose_size_is_not_told_is_refused_while_it_is_there_and_gone_when_it_is_not() -> None:
    mailbox = OddMailbox(mute=3)
    del mailbox.there[4]

    listing = fetcher(mailbox).list([1, 2, 3, 4, 5])

    assert [letter.uid for letter in listing.listed] == [1, 2, 5]
    assert [uid for uid, _ in listing.refused] == [3]
    assert listing.gone == (4,)


def test_a_letter_that_went_after_it_was_listed_is_gone() -> None:
    mailbox = OddMailbox()
    listing = fetcher(mailbox).list([1, 2])
    del mailbox.there[1]

    fetched = fetcher(mailbox).fetch(listing.listed)

    assert [letter.uid for letter in fetched.letters] == [2]
    assert (fetched.refused, fetched.gone) == ((), (1,))


def test_a_time_of_arrival_that_makes_no_sense_becomes_the_time_of_taking_in() -> None:
    mailbox = OddMailbox(arrived_at=None)

    fetched: Fetched = fetcher(mailbox).fetch(mailbox.listed([1]))

    assert fetched.letters[0].arrived_at == MONDAY


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([5, 5, 1], [[5, 5], [1]]),
        ([50, 1, 1], [[50], [1, 1]]),
        ([1, 50, 1], [[1], [50], [1]]),
        ([1] * 7, [[1] * 3, [1] * 3, [1]]),
    ],
)
def test_a_batch_ends_at_ten_bytes_or_at_three_letters(sizes: list[int], expected: list[list[int]]) -> None:
    listed = [Listed(uid, size, MONDAY) for uid, size in enumerate(sizes)]

    made = batches(listed, Limits(batch_bytes=10, batch_letters=3))

    assert [[letter.size for letter in batch] for batch in made] == expected
