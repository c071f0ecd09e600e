"""The long run: ``make fuzz-read N=100000 FROM=0``. Prints what failed or was slow, by seed, and a summary.

A seed that fails is looked at with ``python -m tests.reading.fuzz --seed 123 > mail.eml``.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat

from tests.reading.fuzz.mutations import mutated, sample_mails
from tests.reading.fuzz.reading_every_way import read_every_way
from tests.reading.reading_cases import wording

BATCH = 250
SLOW = 1.0  # seconds
GIVEN_UP = 30  # seconds: who waits longer has found what he looked for
TOLD_EVERY = 5_000  # mails
# in a language that is told by statistics, which are loaded when first needed
SLOVAK = "Subject: x\n\nDobrý deň, môj brat je vo väzení a chcel by som sa s niekým porozprávať.".encode()
SIZES = (1_000, 10_000, 100_000, 1_000_001)  # bytes: the upper ends of the classes that are told


@dataclass(slots=True)
class Tally:
    """``slowest``: (seconds, way, seed, bytes) by way. ``failed``: seed with the fault."""

    read: int = 0
    seconds: float = 0.0
    sizes: Counter[int] = field(default_factory=Counter)
    slowest: dict[str, tuple[float, int, int]] = field(default_factory=dict)
    slow: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.read += other.read
        self.seconds += other.seconds
        self.sizes += other.sizes
        self.slow += other.slow
        self.failed += other.failed
        for way, told in other.slowest.items():
            self.slowest[way] = max(told, self.slowest.get(way, (0.0, 0, 0)))


def run(first: int, count: int, stop_at: float) -> Tally:
    mails, tally = sample_mails(), Tally()
    signal.signal(signal.SIGALRM, _give_up)
    for _ in read_every_way(SLOVAK, wording()):  # what is loaded once takes no mail's time
        pass
    for seed in range(first, first + count):
        if time.monotonic() > stop_at:
            break
        raw = mutated(seed, mails)
        tally.read += 1
        tally.sizes[next(end for end in SIZES if len(raw) < end)] += 1
        signal.alarm(GIVEN_UP)
        try:
            for taken in read_every_way(raw, wording()):
                tally.seconds += taken.seconds
                told = (taken.seconds, seed, len(raw))
                tally.slowest[taken.way] = max(told, tally.slowest.get(taken.way, (0.0, 0, 0)))
                if taken.seconds >= SLOW:
                    tally.slow.append(f"seed {seed} ({len(raw)} bytes): {taken.way} took {taken.seconds:.2f} s")
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            tally.failed.append(f"seed {seed} ({len(raw)} bytes): {traceback.format_exc(limit=-3)}")
        finally:
            signal.alarm(0)
    return tally


def _give_up(signal_number: int, frame: object) -> None:
    raise TimeoutError(f"not read after {GIVEN_UP} seconds")


def main() -> int:
    if sys.argv[1:2] == ["--seed"]:
        sys.stdout.buffer.write(mutated(int(sys.argv[2]), sample_mails()))
        return 0
    number, first = int(os.environ.get("N", "100000")), int(os.environ.get("FROM", "0"))
    minutes, processes = float(os.environ.get("MINUTES", "60")), int(os.environ.get("PROCESSES", "2"))
    stop_at = time.monotonic() + 60 * minutes
    begun, whole = time.monotonic(), Tally()
    batches = range(first, first + number, BATCH)
    counts = [min(BATCH, first + number - at) for at in batches]
    with ProcessPoolExecutor(processes) as pool:
        for tally in pool.map(run, batches, counts, repeat(stop_at)):
            whole.add(tally)
            for words in (*tally.slow, *tally.failed):
                print(words, flush=True)
            if whole.read % TOLD_EVERY == 0:
                print(f"{whole.read} read after {time.monotonic() - begun:.0f} s", flush=True)
    print(f"{whole.read} mails in {time.monotonic() - begun:.0f} s with {processes} processes,", end=" ")
    print(f"{1000 * whole.seconds / max(1, whole.read):.1f} ms each to open and to read in three ways")
    print("sizes: " + ", ".join(f"{whole.sizes[end]} below {end} bytes" for end in SIZES))
    for way, (seconds, seed, size) in sorted(whole.slowest.items(), key=lambda told: -told[1][0]):
        print(f"slowest {way:18} {seconds:.3f} s (seed {seed}, {size} bytes)")
    print(f"{len(whole.failed)} failed, {len(whole.slow)} took {SLOW:g} s or more")
    return 1 if whole.failed or whole.slow or whole.read < number else 0


if __name__ == "__main__":
    sys.exit(main())
