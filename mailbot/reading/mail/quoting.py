"""What was newly written, what was only quoted, what was forwarded, and which answer stands under which quoted line.

Works on lines of text (HTML comes with its quoted blocks marked by ">"). Where a mail could be cut in two ways, a
quotation left in the new text is a smaller harm than a person's own words lost. Every pattern is tried on a short line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mailbot.reading.mail.answers import bare, pieces_and_answers, tidy
from mailbot.reading.mail.line_roles import Role, Sorter
from mailbot.reading.mail.notices import is_notice, without_notice
from mailbot.reading.mail.quoting_signs import ANSWERS_BELOW, FORWARD_SUBJECT, REPLY_SUBJECT
from mailbot.reading.mail.signature import without_work_signature

MARKERS = {
    "en": "— please write your answer above this line —",
    "cy": "— ysgrifennwch eich ateb uwchben y llinell hon —",
}

MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the headers tell about the text: does it answer a mail or pass one on, who wrote it, what is ours?"""

    is_reply: bool
    is_forward: bool
    sender_name: str
    is_own_address: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Split:
    """The text taken apart. ``doubts`` names why words of the writer may stand among the quoted lines."""

    new_text: str
    quoted_text: str
    passed_on: str
    answers: tuple[tuple[str, str], ...]
    doubts: tuple[str, ...] = ()
    signature: str = ""
    disclaimer: str = ""


def circumstances(
    subject: str, *, replies: bool, sender_name: str, is_own_address: Callable[[str], bool]
) -> Circumstances:
    """``replies``: does the mail name another in In-Reply-To or References?"""
    forward = bool(FORWARD_SUBJECT.match(subject))
    return Circumstances(
        is_reply=not forward and (replies or bool(REPLY_SUBJECT.match(subject))),
        is_forward=forward,
        sender_name=sender_name,
        is_own_address=is_own_address,
    )


def split_text(text: str, around: Circumstances) -> Split:
    """Take the text of a mail apart. Linear in its length; never raises."""
    lines = text.split("\n")
    doubts = []
    if len(lines) > MOST_LINES:
        doubts.append(f"lines after the first {MOST_LINES}")
        lines = lines[:MOST_LINES]
    roles = Sorter(
        lines,
        is_reply=around.is_reply,
        is_forward=around.is_forward,
        sender_name=around.sender_name,
        is_own_address=around.is_own_address,
    ).roles()
    pieces, answers = pieces_and_answers(zip(lines, map(_in_short, roles), strict=True))
    pieces, notices = _without_notices(pieces)
    new_text, work_signature = without_work_signature("\n\n".join(pieces), around.sender_name)
    quoted = tidy("\n".join(bare(line) for line in _of(Role.QUOTED, lines, roles)))
    doubts.extend(_doubts(new_text, quoted, bool(answers)))
    return Split(
        new_text=new_text,
        quoted_text=quoted,
        passed_on=tidy("\n".join(_of(Role.PASSED, lines, roles))),
        answers=tuple(answers),
        doubts=tuple(doubts),
        signature=tidy("\n".join((work_signature, *_of(Role.SIGNATURE, lines, roles)))),
        disclaimer="\n\n".join(notices),
    )


def _in_short(role: Role) -> str:
    return {Role.NEW: "new", Role.QUOTED: "quoted"}.get(role, "")


def _of(wanted: Role, lines: list[str], roles: list[Role]) -> list[str]:
    return [line for line, role in zip(lines, roles, strict=True) if role is wanted]


def _without_notices(pieces: list[str]) -> tuple[list[str], list[str]]:
    """Without notices at the end of a piece, and without pieces that are one, but for the only piece."""
    kept, notices = [], []
    for at, piece in enumerate(pieces):
        text, notice = without_notice(piece)
        if at and not notice and is_notice(piece):
            text, notice = "", piece
        kept.append(text)
        notices.append(notice)
    return [text for text in kept if text], [notice for notice in notices if notice]


def _doubts(new_text: str, quoted: str, answered: bool) -> list[str]:
    if quoted and not new_text:
        return ["nothing is written above or between the quoted lines; an answer may stand among them"]
    if quoted and not answered and ANSWERS_BELOW.search(new_text[:1_000]):
        return ["answers may stand among the quoted lines"]
    return []
