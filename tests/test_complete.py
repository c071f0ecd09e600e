"""What is easily forgotten: each kind has its ladder, template and words, and every printed reply is understood."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.casework.actions import Action
from mailbot.casework.asking.tasks import CHOICES
from mailbot.casework.desk import LADDERS
from mailbot.casework.matching.matcher import WORDS
from mailbot.casework.matching.volunteers import WHY_NOT
from mailbot.casework.promises import PromiseKind
from mailbot.casework.snapshot import TaskReason
from mailbot.casework.staff.commands import HELP, VERBS
from mailbot.casework.touchpoints import TOUCHPOINTS
from mailbot.reading.letter import Verb
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.staff import read_staff
from mailbot.records.ledger import STEPS

ROOT = Path(__file__).parent.parent
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
EXAMPLES = {
    "(a volunteer's name)": "Ben Hale",
    "(another volunteer's name)": "Ben Hale",
    "R-… (the reference it belongs to)": "R-1001",
    "R-… (they are one person)": "R-1001",
    "(number, name, times)": "07700 900123, Janet Holt, evenings",
    "(your words to them)": "Thank you, we will ring you.",
    "{reference}": "R-1042",
    "reason": "moved away",
    "what was done": "spoke to her, she is safe",
}


def read(text: str, *, context: str | None = "R-1042", replying_to: str = "staff_task"):  # type: ignore[no-untyped-def]
    raw = f"From: Dilys <dilys@example.org>\r\nSubject: Re: A person is needed\r\n\r\n{text}\r\n".encode()
    letter = read_letter(raw, Reader())
    return read_staff(
        letter, replying_to=replying_to, sent_at=NOON, context_reference=context, volunteer_names=("Ben Hale",)
    )


def test_every_promise_has_a_ladder() -> None:
    assert set(LADDERS) == set(PromiseKind)


def test_every_action_is_carried_out() -> None:
    assert set(STEPS) == set(Action.__args__)  # type: ignore[attr-defined]


def test_every_touchpoint_has_its_templates_and_no_template_is_left_over() -> None:
    for language in ("en", "cy"):
        wanted = {one.template() for one in TOUCHPOINTS if language in one.languages}
        there = {path.stem for path in (ROOT / "templates" / language).glob("*.md") if not path.stem.startswith("_")}
        assert there == wanted


def test_every_reason_to_ask_staff_names_the_replies_that_deal_with_it() -> None:
    assert set(CHOICES) == set(TaskReason)
    assert all(CHOICES.values())


def test_every_reason_why_not_has_its_words() -> None:
    assert set(WHY_NOT) <= set(WORDS)


@pytest.mark.parametrize("choice", sorted({choice for choices in CHOICES.values() for choice in choices}))
def test_every_reply_that_our_emails_suggest_is_understood_and_can_be_done(choice: str) -> None:
    text = choice
    for placeholder, example in EXAMPLES.items():
        text = text.replace(placeholder, example)
    replying_to = "match_proposed" if choice in CHOICES[TaskReason.PROPOSAL] else "staff_task"
    facts = read(text, replying_to=replying_to)
    assert len(facts.commands) == 1, f"{text!r}: {facts}"
    assert facts.commands[0].verb in VERBS
    assert facts.unclear == ()
    bare = re.sub(r" \(.*", "", text)
    assert [one.verb for one in read(bare, replying_to=replying_to).commands] == [facts.commands[0].verb]


@pytest.mark.parametrize("line", HELP)
def test_every_line_of_the_help_is_understood(line: str) -> None:
    if "answer to a question" in line:
        assert [one.verb for one in read("yes").commands] == [Verb.YES]
        return
    commands = read(line).commands
    assert len(commands) == 1
    assert commands[0].verb in VERBS
