"""Which lines bear the mark of a quotation: ">", and where a quotation is certain also "|" and initials ("DH>")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from mailbot.reading.mail.attribution import attribution_ending
from mailbot.reading.mail.header_block import header_block_at, label_of
from mailbot.reading.mail.quoting_signs import FORWARDED, INITIALS, MARKER, MARKS, ORIGINAL

_FEWEST = 3  # marked lines that look quoted without anything that introduces them
_NUMBER = re.compile(r"\d(?:[ -]?\d){6}")
_LINK = re.compile(r"<?https?://\S{1,300}$")


class MarkedLines:
    """``unmarked``: the lines without marks, the others empty. ``inner``: all lines, their marks taken off."""

    def __init__(self, heads: Sequence[str]) -> None:
        self.heads = heads
        self.marked = [head.startswith(">") for head in heads]
        self.unmarked = ["" if marked else head for head, marked in zip(heads, self.marked, strict=True)]
        self.inner = [MARKS.sub("", head) if marked else head for head, marked in zip(heads, self.marked, strict=True)]

    def follow(self, at: int) -> bool:
        """Is the first line from ``at`` on that is not empty a marked one?"""
        return next((self.marked[step] for step in range(at, min(len(self.heads), at + 8)) if self.heads[step]), False)

    def learn_after(self, at: int) -> bool:
        """Under an attribution: takes bars or initials for marks, if the next line bears some."""
        head = next((head for head in self.heads[at : at + 8] if head), "")
        initials = INITIALS.match(head)
        if head.startswith("|") and not _is_row_of_table(head):
            self._mark(lambda line: line.startswith("|"))
        elif initials:
            self._mark_initials(initials[1])
        return self.follow(at)

    def learn_bars(self, end: int) -> None:
        """In an answer: two and more lines with bars or with the same initials are marked."""
        barred = [head for head in self.heads[:end] if head.startswith("| ")]
        if len(barred) >= 2 and not any(_is_row_of_table(head) for head in barred):
            self._mark(lambda line: line.startswith("|"))
        said = [found[1] for head in self.heads[:end] if ">" in head[:16] and (found := INITIALS.match(head))]
        if len(said) >= 2 and len(set(said)) == 1:
            self._mark_initials(said[0])

    def authors_within(self, end: int) -> tuple[str, ...] | None:
        """The addresses told by attributions and header lines among marked lines; None if there are none of these."""
        told: list[str] = []
        introduced = False
        block = [self.inner[at] if self.marked[at] else "" for at in range(end)]
        for at, line in enumerate(block):
            if not line:
                continue
            if found := attribution_ending(block, at):
                introduced, told = True, [*told, *found.addresses]
            elif label_of(line) == "from" and (header := header_block_at(block, at)):
                introduced, told = True, [*told, *header.addresses]
            elif (line[0] in "-_=" and ORIGINAL.match(line)) or FORWARDED.match(line) or MARKER.search(line):
                introduced = True
            if len(told) > 20:
                break
        return tuple(told) if introduced else None

    def look_quoted(self, end: int) -> bool:
        """Without anything that introduces them: as a program quotes a mail, not as one sets off a number."""
        rows = [line for line, marked in zip(self.heads[:end], self.marked[:end], strict=True) if marked]
        if any(_NUMBER.search(row) for row in rows[:40]):
            return False
        return len(rows) >= _FEWEST or any(row == ">" or row.startswith((">>", "> >")) for row in rows)

    def broken_off(self, end: int) -> list[int]:
        """Links that a program has broken off a marked line and left without a mark."""
        return [
            at
            for at in range(1, end - 1)
            if self.heads[at][:5] in ("<http", "http:", "https") and _LINK.match(self.heads[at])
            if self.marked[at - 1] and self.marked[at + 1]
        ]

    def _mark_initials(self, initials: str) -> None:
        self._mark(lambda line: line.startswith(initials) and bool(INITIALS.match(line)))

    def _mark(self, bears: Callable[[str], bool]) -> None:
        for at, head in enumerate(self.heads):
            if not self.marked[at] and bears(head):
                self.marked[at] = True
                self.unmarked[at] = ""
                self.inner[at] = INITIALS.sub("", MARKS.sub("", head))


def _is_row_of_table(head: str) -> bool:
    return len(head) > 1 and head.endswith("|")
