"""What is easily forgotten: each kind has its ladder, template and words, and every printed reply is understood."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime
from functools import cache
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
from mailbot.casework.staff.digest.morning import PARTS
from mailbot.casework.touchpoints import TOUCHPOINTS
from mailbot.reading.letter import Verb
from mailbot.reading.parse import Reader, read_letter
from mailbot.reading.staff import read_staff
from mailbot.records.ledger import STEPS

ROOT = Path(__file__).parent.parent
PROMISE_KINDS = (ROOT / "mailbot" / "casework" / "promises.py").read_text("utf-8")
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


def verbs_of(line: str) -> list[Verb]:
    """What a line of the help orders; a line of answers ("yes, no or done, in answer to a question") has several."""
    answers, in_answer, to = line.partition(", in answer to a ")
    if not in_answer:
        return [one.verb for one in read(line).commands]
    replying_to = "match_proposed" if to == "proposal" else "staff_task"
    each = re.split(r", | or ", answers)
    found = [read(one, replying_to=replying_to).commands for one in each]
    assert [len(one) for one in found] == [1] * len(each), line
    return [one.verb for (one,) in found]


@pytest.mark.parametrize("line", HELP)
def test_every_line_of_the_help_is_understood(line: str) -> None:
    assert len(verbs_of(line)) == (3 if "in answer to" in line else 1)


def test_every_verb_has_its_order() -> None:
    assert set(VERBS) == set(Verb)


def test_every_verb_stands_in_the_help_which_is_the_answer_to_its_own() -> None:
    assert {verb for line in HELP for verb in verbs_of(line)} == set(Verb) - {Verb.HELP}
    assert [one.verb for one in read("help").commands] == [Verb.HELP]


def test_every_line_of_the_help_and_help_itself_has_a_row_in_the_document_on_replies() -> None:
    document = (ROOT / "docs" / "replies.md").read_text("utf-8")
    rows = {re.match(r"\| `([^`]+)`", line)[1] for line in document.splitlines() if line.startswith("| `")}  # type: ignore[index]
    assert rows == {*HELP, "help"}


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_is_among_the_replies_that_are_decided_on(verb: Verb) -> None:
    """The letters of ``tests/casework/staff/staff_replies``, each held against what a careful person would do."""
    assert verb in verbs_told_by_staff()


@cache
def verbs_told_by_staff() -> frozenset[Verb]:
    told: set[Verb] = set()
    for file in sorted((ROOT / "tests" / "casework" / "staff" / "staff_replies").glob("*.toml")):
        for reply in tomllib.loads(file.read_text("utf-8"))["reply"]:
            to = reply.get("to", "digest")
            proposal = any("offer" in one or "proposed" in one for one in reply.get("done", ()))
            kind = "digest" if to == "digest" else "match_proposed" if proposal else "staff_task"
            facts = read(reply["text"], context=to if to.startswith("R-") else None, replying_to=kind)
            told |= {one.verb for one in facts.commands}
    return frozenset(told)


TOLD_BY = {5: 3}  # row 5 is told to staff by row 3's email and its promise, with reasons of its own


@pytest.mark.parametrize(
    ("row", "touchpoints", "kinds"),
    [
        (3, {"staff_task", "staff_reply"}, {PromiseKind.STAFF_TASK}),
        (5, {"staff_task"}, {PromiseKind.FIRST_CONTACT, PromiseKind.STAFF_TASK}),
        (21, {"digest", "command_done", "command_confirm"}, set()),  # nothing is promised: it is sent anew each day
        (22, {"concern_alert"}, {PromiseKind.CONCERN}),
    ],
)
def test_the_rows_of_the_staffs_desk_have_their_emails_promises_and_ladders(
    row: int, touchpoints: set[str], kinds: set[PromiseKind]
) -> None:
    """``docs/service.md``, The timetable: each row by its number there, and what keeps it."""
    assert re.search(rf"^\| {row} \| staff", (ROOT / "docs" / "service.md").read_text("utf-8"), re.MULTILINE)
    known = {one.template(): one for one in TOUCHPOINTS}
    for name in touchpoints:
        assert known[name].row == TOLD_BY.get(row, row)
    assert kinds <= set(LADDERS)
    for kind in kinds:
        told = re.search(rf"{kind.name} = .*# rows? (.*?),? about", PROMISE_KINDS)
        assert told
        kept_by = TOLD_BY.get(row, row) if kind is PromiseKind.STAFF_TASK else row
        assert str(kept_by) in re.findall(r"\d+", told[1])


def test_every_section_of_the_digest_is_told_of_in_the_order_in_which_it_comes() -> None:
    document = (ROOT / "docs" / "staff_desk.md").read_text("utf-8")
    told = re.findall(r"^\| ([^|]+?) \|", document.split("| section |", 1)[1].split("\n\n", 1)[0], re.MULTILINE)
    assert [one for one in told if not one.startswith("---")] == [part.title for part in PARTS]


def test_row_5_is_told_to_staff_from_day_4_to_the_breach_each_with_its_own_words_and_replies() -> None:
    reasons = (
        TaskReason.NEEDS_ASSIGNING, TaskReason.PROMISE_AMBER, TaskReason.STAFF_CALL, TaskReason.PROMISE_BROKEN,
    )  # fmt: skip
    words = tomllib.loads((ROOT / "templates" / "words" / "en.toml").read_text("utf-8"))
    told = {str(key) for table in words.values() if isinstance(table, dict) for key in table}
    for reason in reasons:
        assert reason.value in told
        assert CHOICES[reason]
