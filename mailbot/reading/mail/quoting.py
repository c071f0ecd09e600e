"""What was newly written, what was only quoted, what was forwarded, and which answer stands under which quoted line.

Works on lines of text (HTML comes with its quoted blocks marked by ">"). Where a mail could be cut in two ways, a
quotation left in the new text is a smaller harm than a person's own words lost. Every pattern is tried on a short line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from mailbot.reading.mail.quoting_signs import (
    ADDED,
    ADDRESS,
    ANSWERS_BELOW,
    ANY_LABEL,
    DATE,
    DEVICE,
    DIGITS,
    FORWARD_SUBJECT,
    FORWARDED,
    FROM,
    FROM_LABELS,
    LABELS,
    MARKER,
    MARKS,
    NUMBER,
    ORIGINAL,
    OTHER_LABELS,
    REPLY_SUBJECT,
    SENTENCE,
    STARTS,
    TIME,
    VERB,
)
from mailbot.reading.mail.signature import without_work_signature

MARKERS = {
    "en": "— please write your answer above this line —",
    "cy": "— ysgrifennwch eich ateb uwchben y llinell hon —",
}

MOST_LINES = 20_000
_LONGEST_LINE = 400  # characters of a line that patterns are tried on


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


class _Role(Enum):
    NEW = auto()
    QUOTED = auto()
    PASSED = auto()
    DROPPED = auto()  # attributions, signatures, what a device adds


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
    roles = _Sorter(lines, around).roles()
    new, answers = _pieces(lines, roles)
    new_text = without_work_signature("\n\n".join(new), around.sender_name)
    quoted = _tidy("\n".join(_bare(line) for line, role in zip(lines, roles, strict=True) if role is _Role.QUOTED))
    doubts.extend(_doubts(new_text, quoted, bool(answers)))
    return Split(
        new_text=new_text,
        quoted_text=quoted,
        passed_on=_tidy("\n".join(line for line, role in zip(lines, roles, strict=True) if role is _Role.PASSED)),
        answers=tuple(answers),
        doubts=tuple(doubts),
    )


class _Sorter:
    """Gives every line its role, from the top down."""

    def __init__(self, lines: list[str], around: Circumstances) -> None:
        self.lines = lines
        self.heads = [line[:_LONGEST_LINE].strip() for line in lines]
        self.around = around
        self.given: list[_Role | None] = [None] * len(lines)
        self.attributed = False
        self.answers_ours = around.is_reply
        self.first = next((at for at, head in enumerate(self.heads) if head), 0)  # the first line that is not empty

    def roles(self) -> list[_Role]:
        begin, role = self._cut()
        for at in range(begin, len(self.lines)):
            self.given[at] = self.given[at] or role
        self._marked_lines(begin)
        self._device_lines(begin)
        self._signatures(begin)
        return [role or _Role.NEW for role in self.given]

    # ------------------------------------------------------------- where an unmarked quotation or forwarded mail begins

    def _cut(self) -> tuple[int, _Role]:
        for at, head in enumerate(self.heads):
            if not head or head[0] == ">":
                continue
            role = self._role_from(at, head)
            if role:
                return self._back_over_rules(at), role
        return len(self.lines), _Role.QUOTED

    def _role_from(self, at: int, head: str) -> _Role | None:
        if FORWARDED.match(head):
            return self._role_of_mail(at, forwarded=True)
        if ORIGINAL.match(head) and self._has_header_block(at + 1):
            return self._role_of_mail(at, forwarded=False)
        if _is_marker(head):
            self._drop_attribution_above(at)
            return _Role.QUOTED
        if head[-1] == ":":
            return self._after_attribution(at)
        if FROM.match(head) and self._is_header_block(at) and not self._is_own_memo(at):
            return self._role_of_mail(at, forwarded=False)
        if "@" in head and ANY_LABEL.match(head) and self._names_ours_in_any_language(at):
            return _Role.QUOTED
        return None

    def _role_of_mail(self, at: int, *, forwarded: bool) -> _Role:
        """Quoted or passed on? Our own mail is never passed on to us."""
        nearby = " ".join(self.heads[at : at + 6])
        author = re.search(
            r"(?:^|\s)\*?(?:" + FROM_LABELS + r")\*?\s?:(.*?)(?=$|\s\*?(?:" + OTHER_LABELS + r")\*?\s?:)",
            nearby,
            re.I,
        )
        if author and any(self.around.is_own_address(address.lower()) for address in ADDRESS.findall(author[1])):
            return _Role.QUOTED
        if forwarded or not self.around.is_reply:
            return _Role.PASSED
        return _Role.QUOTED

    def _has_header_block(self, at: int) -> bool:
        return any(
            FROM.match(head) and self._is_header_block(at + step) for step, head in enumerate(self.heads[at : at + 4])
        )

    def _is_header_block(self, at: int) -> bool:
        """ "From:" with two of date, to and subject below it, one of them the subject or an address among them."""
        block = [self.heads[at]]
        for head in self.heads[at + 1 : at + 10]:
            if not head:
                break
            block.append(head)
        for head in reversed(self.heads[max(0, at - 3) : at]):  # older programs begin with the date or the subject
            if not _label_of(head):
                break
            block.append(head)
        found = {_label_of(head) for head in block} - {""}
        text = " ".join(block)
        return len(found) >= 2 and ("subject" in found or "@" in text) and ("sent" in found or "@" in text)

    def _names_ours_in_any_language(self, at: int) -> bool:
        """Header lines with unknown words, the first with our address: "发件人: …"."""
        ours = any(self.around.is_own_address(address.lower()) for address in ADDRESS.findall(self.heads[at]))
        below = self.heads[at + 1 : at + 4]
        return ours and at > self.first and len(below) == 3 and sum(bool(ANY_LABEL.match(head)) for head in below) >= 2

    def _is_own_memo(self, at: int) -> bool:
        """A letter that begins "From: … To: … Subject: …" in its writer's own hand."""
        return not self.around.is_reply and not self.around.is_forward and at <= self.first

    def _back_over_rules(self, at: int) -> int:
        begin = at
        while begin > 0 and _label_of(self.heads[begin - 1]) and at - begin < 3:
            begin -= 1
        while begin > 0 and not self.heads[begin - 1].strip("-_=* "):
            begin -= 1
        if begin > 0 and ORIGINAL.match(self.heads[begin - 1]):
            begin -= 1
        return begin

    # ----------------------------------------------------------------------------------------------------- attributions

    def _after_attribution(self, at: int) -> _Role | None:
        """An attribution before marked lines is dropped; before unmarked ones everything from it on is quoted."""
        begin = self._attribution_begins(at)
        if begin is None:
            return None
        following = next((head for head in self.heads[at + 1 : at + 6] if head), "")
        block = " ".join(self.heads[begin : at + 1])
        marked = following.startswith(">")
        strong = bool(ADDRESS.search(block)) or bool(DATE.search(block) and TIME.search(block))
        if not marked and not (following and strong):
            return None
        self._give(self._back_over_rules(begin), at + 1, _Role.DROPPED)
        if any(self.around.is_own_address(address.lower()) for address in ADDRESS.findall(block)):
            self.answers_ours = True
        if marked:
            self.attributed = True
            return None
        return _Role.QUOTED if self.answers_ours else _Role.PASSED

    def _attribution_begins(self, at: int) -> int | None:
        """The first line of an attribution of up to four lines that ends in line ``at``, or None."""
        lowest = at
        while lowest > max(0, at - 3) and self.heads[lowest - 1] and self.heads[lowest - 1][0] != ">":
            lowest -= 1
        for begin in range(at, lowest - 1, -1):
            block = " ".join(self.heads[begin : at + 1])
            if not VERB.search(block):
                return None
            if STARTS.match(block) and (ADDRESS.search(block) or DIGITS.search(block)):
                return begin
        block = self.heads[at]
        return at if ADDRESS.search(block) else None

    def _drop_attribution_above(self, at: int) -> None:
        above = [step for step in range(max(0, at - 6), at) if self.heads[step]]
        if above and self.heads[above[-1]].endswith(":"):
            begin = self._attribution_begins(above[-1])
            if begin is None and _looks_attributing(self.heads[above[-1]]):
                begin = above[-1]
            if begin is not None:
                self._give(begin, at, _Role.DROPPED)

    def _give(self, begin: int, end: int, role: _Role) -> None:
        for at in range(begin, end):
            self.given[at] = role

    # ----------------------------------------------------------------------------- marked lines, devices and signatures

    def _marked_lines(self, end: int) -> None:
        marked = [at for at in range(end) if self.heads[at].startswith(">")]
        if not marked:
            return
        if not self.answers_ours and not self.attributed:
            return  # somebody's own way of making a list
        role = _Role.QUOTED if self.answers_ours else _Role.PASSED
        for at in marked:
            self.given[at] = role
        if not self.attributed:
            self._drop_attribution_above(marked[0])

    def _device_lines(self, end: int) -> None:
        for at in range(end):
            head = self.heads[at]
            if self.given[at] is None and ((len(head) < 120 and DEVICE.match(head)) or ADDED.match(head)):
                self.given[at] = _Role.DROPPED

    def _signatures(self, end: int) -> None:
        at = 0
        while at < end:
            if self.given[at] is None and self.heads[at] == "--" and self._is_signature(at, end):
                stop = self._signature_ends(at, end)
                for line in range(at, stop):
                    self.given[line] = self.given[line] or _Role.DROPPED
                at = stop
            at += 1

    def _signature_ends(self, at: int, end: int) -> int:
        return next((line for line in range(at + 1, end) if self.given[line] in (_Role.QUOTED, _Role.PASSED)), end)

    def _is_signature(self, at: int, end: int) -> bool:
        """With its space it is one by custom (RFC 3676, 4.3); without, only before few short lines, none a sentence."""
        if at <= self.first:
            return False
        if self.lines[at].rstrip("\r").endswith("-- "):
            return True
        block: list[str] = []
        for line in range(at + 1, end):
            if self.given[line] in (_Role.QUOTED, _Role.PASSED) or len(block) > 8:
                break
            if self.heads[line]:
                block.append(self.heads[line])
        return len(block) <= 8 and not any(
            len(head) > 100 or SENTENCE.search(head) or NUMBER.search(head) for head in block
        )


def _label_of(head: str) -> str:
    """Which of the header lines of a quoted mail it is: "sent", "to", "subject", or none: ""."""
    return next((name for name, pattern in LABELS if pattern.match(head)), "")


def _is_marker(head: str) -> bool:
    return bool(MARKER.search(head))


def _looks_attributing(head: str) -> bool:
    return len(head) < 300 and bool(ADDRESS.search(head) or (DATE.search(head) and TIME.search(head)))


# ---------------------------------------------------------------------------------------------------- putting together


def _pieces(lines: list[str], roles: list[_Role]) -> tuple[list[str], list[tuple[str, str]]]:
    """The new text in the pieces between which quoted lines stand, and each with the quoted line above it."""
    pieces: list[str] = []
    answers: list[tuple[str, str]] = []
    held: list[str] = []
    above: list[str] = []

    def close() -> None:
        if text := _tidy("\n".join(held)):
            pieces.append(text)
            if above:
                answers.append((_logical_line(above), text))
        held.clear()

    for line, role in zip(lines, roles, strict=True):
        if role is _Role.NEW:
            held.append(line)
        elif role is _Role.QUOTED and _bare(line):
            if any(part.strip() for part in held):
                close()
                above.clear()
            held.clear()
            above.append(_bare(line))
        elif role is _Role.QUOTED and above and above[-1]:
            above.append("")
    close()
    return pieces, answers


def _logical_line(above: list[str]) -> str:
    """The quoted line above, joined with those before it where the mail program has wrapped it."""
    rows = list(above)
    while rows and not rows[-1]:
        rows.pop()
    width = max((len(row) for row in rows), default=0)
    line = rows.pop() if rows else ""
    while rows and rows[-1] and width <= 80 and len(rows[-1]) + 1 + len(line.split(" ")[0]) > min(width, 76) - 4:
        if re.match(r"(\d+[.)]|[-*•]|R-\d)", line):
            break
        line = rows.pop() + " " + line
    return line


def _bare(line: str) -> str:
    """A quoted line without its marks."""
    return MARKS.sub("", line[:2_000]).strip() + line[2_000:].rstrip()


def _tidy(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _doubts(new_text: str, quoted: str, answered: bool) -> list[str]:
    if quoted and not new_text:
        return ["nothing is written above or between the quoted lines; an answer may stand among them"]
    if quoted and not answered and ANSWERS_BELOW.search(new_text[:1_000]):
        return ["answers may stand among the quoted lines"]
    return []
