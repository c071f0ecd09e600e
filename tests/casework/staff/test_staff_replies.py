"""Staff's replies, as staff write them: what is done, refused or asked back for each, without one wrong action."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from desk_of_replies import Decided, StaffCommand, Verb, decide

from mailbot.casework.staff.commands import HELP
from mailbot.reading.words.wording import Wording

HERE = Path(__file__).parent
REPLIES = [
    pytest.param(reply, id=f"{file.stem}-{number}")
    for file in sorted((HERE / "staff_replies").glob("*.toml"))
    for number, reply in enumerate(tomllib.loads(file.read_text("utf-8"))["reply"], 1)
]

NOT_READ = ("not clear", "did not understand")  # either is right: nothing is done, and it is said


@cache
def wording() -> Wording:
    folder = HERE.parents[2] / "config" / "wording"
    return Wording.from_tables({one.stem: tomllib.loads(one.read_text("utf-8")) for one in folder.glob("*.toml")})


def decided_about(reply: dict[str, Any]) -> Decided:
    given = {
        key: reply[key]
        for key in ("to", "by", "proof", "quoted", "waiting_for", "asked_days_ago", "used", "paused")
        if key in reply
    }
    waiting = tuple(
        StaffCommand(Verb(verb), referral=about, volunteer=next(iter(name), None))
        for verb, about, *name in reply.get("waiting", ())
    )
    return decide(reply["text"], wording=wording(), waiting=waiting, **given)


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_is_done_refused_or_asked_back_as_a_careful_person_would(reply: dict[str, Any]) -> None:
    decided = decided_about(reply)
    assert list(decided.done) == reply.get("done", []), decided
    assert len(decided.refused) == len(reply.get("refused", [])), decided
    assert len(decided.asked) == len(reply.get("asked", [])), decided
    for line, words in zip(decided.refused, reply.get("refused", []), strict=True):
        assert words in line
        assert "“" in line or "send the order anew" in line  # each refusal names the nearest possible thing
    for line, words in zip(decided.asked, reply.get("asked", []), strict=True):
        assert words in line or (words in NOT_READ and any(one in line for one in NOT_READ))
    for words in reply.get("says", []):
        assert words in "\n".join(decided.said)
    assert set(reply.get("because", ())) <= set(decided.because), decided
    if "words" in reply:
        assert [" ".join(one.split()) for one in decided.words] == reply["words"]


def test_every_order_that_help_names_stands_in_the_documentation() -> None:
    told = (HERE.parents[2] / "docs" / "replies.md").read_text("utf-8")
    assert [line for line in HELP if f"`{line}`" not in told] == []


def test_there_are_many_replies_and_no_two_alike() -> None:
    told = [(one.values[0]["text"], str(sorted((k, str(v)) for k, v in one.values[0].items()))) for one in REPLIES]  # type: ignore[index, union-attr]
    assert len(told) >= 150
    assert len(set(told)) == len(told)
