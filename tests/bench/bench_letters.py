"""Letters to measure with: the families' samples, each under another name, address, number and Message-ID."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path
from random import Random
from uuid import UUID

from mailbot.clock import SystemClock

FAMILIES = Path(__file__).parent.parent / "samples" / "families"
WORRYING_ONE_IN = 20  # the samples hold far more worries than a week's mail does
NAMES = ("Ada", "Gwen", "Nesta", "Mair", "Joan", "Priya", "Aled", "Tom", "Sioned", "Kemi", "Rhys", "Lena")
SURNAMES = ("Bright", "Parry", "Rees", "Okafor", "Lloyd", "Marsh", "Patel", "Vaughan", "Quill", "Hale", "Stone")
_HEADER = re.compile(rb"(?im)^(from|to|cc|date|message-id|return-path|reply-to|delivered-to):(?:.|\r?\n[ \t])*\r?\n")
_NUMBER = re.compile(rb"07700 ?900 ?(\d{3})")


def varied_letters(number: int, desk: str, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many (sender, letter); each from an address of its own, so that each opens something of its own."""
    chance = Random(seed)
    calm, worrying = _samples()
    for nth in range(number):
        sample = chance.choice(worrying if nth % WORRYING_ONE_IN == WORRYING_ONE_IN - 1 else calm)
        name = f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"
        sender = f"{name.lower().replace(' ', '.')}.{seed}.{nth}@example.net"
        yield sender, _readdressed(sample, name, sender, desk, chance)


def _readdressed(sample: bytes, name: str, sender: str, desk: str, chance: Random) -> bytes:
    head, gap, body = re.split(rb"(\r?\n\r?\n)", sample, maxsplit=1)
    kept = _HEADER.sub(b"", head + b"\n").rstrip(b"\r\n")
    own = (
        f"From: {name} <{sender}>\r\nTo: {desk}\r\nDate: {format_datetime(SystemClock().now())}\r\n"
        f"Message-ID: <{UUID(int=chance.getrandbits(128))}@example.net>\r\n"
    )
    number = b"07700 900%03d" % chance.randrange(1000)
    whole = own.encode() + kept + gap + _NUMBER.sub(number, body)
    return re.sub(rb"\r?\n", b"\r\n", whole)


def _samples() -> tuple[list[bytes], list[bytes]]:
    """Those without and those with a worry."""
    labels = [json.loads(line) for line in (FAMILIES / "labels.jsonl").read_text().splitlines()]
    calm = [FAMILIES / one["file"] for one in labels if one["risk"] == "none"]
    worrying = [FAMILIES / one["file"] for one in labels if one["risk"] != "none"]
    return [one.read_bytes() for one in calm], [one.read_bytes() for one in worrying]
