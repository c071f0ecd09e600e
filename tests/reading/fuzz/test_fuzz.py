"""Whatever arrives is read within a second by every reader, and nothing raises."""

from __future__ import annotations

from random import Random

import pytest

from tests.reading.fuzz.mutations import MUTATIONS, Mutation, mutated, sample_mails
from tests.reading.fuzz.reading_every_way import WAYS, read_every_way
from tests.reading.reading_cases import wording

MAILS = sample_mails()
BATCHES, IN_A_BATCH = 10, 25  # each opened and read by one reader in turn; ``make fuzz-read`` reads by all of them
LONGEST = 1.0  # seconds of processor time


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_mutated_mail_is_read_within_a_second(batch: int) -> None:
    for seed in range(batch * IN_A_BATCH, (batch + 1) * IN_A_BATCH):
        for taken in read_every_way(mutated(seed, MAILS), wording(), (WAYS[seed % 3],)):
            assert taken.seconds < LONGEST, f"seed {seed}: {taken}"


@pytest.mark.parametrize("unit", ["\t", " ", "\t\x0b", " \n", "\u00a0 ", "\n\t"])
def test_a_letter_of_blanks_is_read_within_a_second(unit: str) -> None:
    raw = b"Subject: x\nIn-Reply-To: <a@b.example>\n\nHello\n> a" + (unit * 200_000).encode()[:600_000] + b"b"
    for taken in read_every_way(raw, wording()):
        assert taken.seconds < LONGEST, taken


def test_a_seed_makes_the_same_mail_again() -> None:
    assert [mutated(seed, MAILS) for seed in range(30)] == [mutated(seed, MAILS) for seed in range(30)]
    assert len({mutated(seed, MAILS) for seed in range(30)}) == 30


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_each_mutation_changes_most_mails(mutation: Mutation) -> None:
    changed = sum(mutation(mail, Random(at), MAILS) != mail for at, mail in enumerate(MAILS))
    assert changed > len(MAILS) // 2
