"""Emails with their newly written words marked ‹so›, made into messages and scored: exact, words lost, words leaked."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mailbot.reading.letter import Letter
from mailbot.reading.parse import read_letter
from mailbot.reading.reader import Reader

CASES = Path(__file__).resolve().parents[2] / "cases" / "quoting"
OURS = "befriending@example.org"
READER = Reader(own_addresses=frozenset({OURS}))
STRANGER = Reader(own_addresses=frozenset({"nobody@example.com"}))

_MARKED = re.compile("‹(.*?)›", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Case:
    """One email: ``visible`` is what was newly written; ``passed`` and ``answers`` are only told where they matter."""

    name: str
    own: bool  # a person's own words that look like something else
    raw: bytes
    bare: bytes  # without a header that tells a reply, as a collection of bodies would have it
    visible: str
    passed: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Score:
    exact: int
    lost: tuple[str, ...]  # names of the cases where words of the writer are missing
    leaked: tuple[str, ...]  # names of the cases where words of others are left
    wrong: tuple[str, ...]  # not exact, in whatever way

    @property
    def cases(self) -> int:
        return self.exact + len(self.wrong)

    def __str__(self) -> str:
        return f"{self.exact} of {self.cases} exact, {len(self.lost)} lose words, {len(self.leaked)} leak words"


def cases_of(half: str) -> Iterator[Case]:
    """The cases of one half, "tuned" or "held_back"."""
    for path in sorted((CASES / half).glob("*.toml")):
        told = tomllib.loads(path.read_text("utf-8"))
        for case in told["case"]:
            yield _case(path.stem, {**told, **case})


def score(cases: Iterator[Case], *, bare: bool = False) -> Score:
    """``bare``: by the body alone; what is ours and that it is a reply are then not known."""
    exact, lost, leaked, wrong = 0, [], [], []
    for case in cases:
        letter = read_letter(case.bare, STRANGER) if bare else read_letter(case.raw, READER)
        written, found = case.visible.split(), letter.new_text.split()
        if written == found and (bare or _rest_is_right(letter, case)):
            exact += 1
            continue
        wrong.append(case.name)
        if Counter(written) - Counter(found):
            lost.append(case.name)
        if Counter(found) - Counter(written):
            leaked.append(case.name)
    return Score(exact, tuple(lost), tuple(leaked), tuple(wrong))


def _rest_is_right(letter: Letter, case: Case) -> bool:
    return case.passed in letter.passed_on and (not case.answers or letter.answers == case.answers)


def _case(stem: str, told: dict[str, Any]) -> Case:
    text, html = told.get("text", ""), told.get("html", "")
    marked = _MARKED.findall(text or html)
    answered = told.get("reply", True)
    subject = told.get("subject", "Re: calls")
    headers = f"From: {told.get('from', 'Moira Penn <moira@example.net>')}\nTo: {OURS}\n"
    body = _body(text.replace("‹", "").replace("›", ""), html.replace("‹", "").replace("›", ""))
    reply = f"Subject: {subject}\n" + ("In-Reply-To: <a.1@example.org>\n" if answered else "")
    return Case(
        name=f"{stem}: {told['id']}",
        own=told.get("own", False),
        raw=(headers + reply + body).encode(),
        bare=(headers + ("Subject: calls\n" if answered else reply) + body).encode(),
        visible="\n\n".join(marked if text else (_TAG.sub("", one) for one in marked)),
        passed=told.get("passed", ""),
        answers=tuple((quoted, answer) for quoted, answer in told.get("answers", [])),
    )


def _body(text: str, html: str) -> str:
    text = text.removeprefix("\n")
    if not html:
        return f"Content-Type: text/plain; charset=utf-8\n\n{text}"
    if not text:
        return f"Content-Type: text/html; charset=utf-8\n\n{html}"
    return (
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n"
    )
