"""Gives every line of a mail its role: newly written, quoted, passed on, signature, or added by a machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from itertools import islice

from mailbot.reading.mail.attribution import Attribution, attribution_ending, attribution_within
from mailbot.reading.mail.device_lines import rows_added
from mailbot.reading.mail.header_block import HeaderBlock, header_block_at, is_label_in_any_language, label_of
from mailbot.reading.mail.marked_lines import MarkedLines
from mailbot.reading.mail.quoting_signs import ADDRESS, FORWARDED, GROUPWISE, MARKER, ORIGINAL, RULE, SET_OFF
from mailbot.reading.mail.signature import is_signature_block, signature_ends

_LONGEST_LINE = 400  # characters of a line that patterns are tried on
_UNSEEN = " \t\r\u200e\u200f\u200c\u200d"


class Role(Enum):
    NEW = auto()
    QUOTED = auto()
    PASSED = auto()
    SIGNATURE = auto()
    DROPPED = auto()  # attributions, and what a device adds


class Sorter:
    """Gives every line its role, from the top down."""

    def __init__(
        self,
        lines: list[str],
        *,
        is_reply: bool,
        is_forward: bool,
        sender_name: str,
        is_own_address: Callable[[str], bool],
    ) -> None:
        self.lines = lines
        self.heads = [line[:_LONGEST_LINE].strip(_UNSEEN) for line in lines]
        self.marks = MarkedLines(self.heads)
        self.is_reply = is_reply
        self.is_forward = is_forward
        self.sender_name = sender_name
        self.is_own_address = is_own_address
        self.given: list[Role | None] = [None] * len(lines)
        self.attributed = False
        self.answers_ours = is_reply
        self.first = next((at for at, head in enumerate(self.heads) if head), 0)  # the first line that is not empty

    def roles(self) -> list[Role]:
        begin, role = self._cut()
        for at in range(begin, len(self.lines)):
            self.given[at] = self.given[at] or role
        self._marked_lines(begin)
        self._added_lines(begin)
        self._signatures(begin)
        return [role or Role.NEW for role in self.given]

    # ------------------------------------------------------------- where an unmarked quotation or forwarded mail begins

    def _cut(self) -> tuple[int, Role]:
        for at, head in enumerate(self.heads):
            if head and (role := self._role_from(at, head)):
                return self._back_over_rules(at), role
        return len(self.lines), Role.QUOTED

    def _role_from(self, at: int, head: str) -> Role | None:
        if self.marks.marked[at]:
            return self._role_by(ADDRESS.findall(head)) if GROUPWISE.match(head) else None
        if FORWARDED.match(head):
            return self._role_by(self._authors_below(at), forwarded=True)
        if self._sets_off_original(at, head):
            return None if self._marked_attribution_below(at) else self._role_by(self._authors_below(at))
        if MARKER.search(head):
            self._drop_attribution_above(at)
            return Role.QUOTED
        if attribution_within(head):
            return self._role_by(ADDRESS.findall(head))
        found = attribution_ending(self.marks.unmarked, at)
        if found and not label_of(head):
            return self._after_attribution(found)
        if (block := self._header_block(at)) and not self._is_own_memo(block.begin):
            return self._role_by(block.addresses)
        return Role.QUOTED if self._is_block_in_any_language(at, head) else None

    def _role_by(self, authors: Iterable[str], *, forwarded: bool = False) -> Role:
        """Quoted or passed on? Our own mail is never passed on to us."""
        if any(self.is_own_address(address.lower()) for address in authors):
            return Role.QUOTED
        return Role.PASSED if forwarded or not self.answers_ours else Role.QUOTED

    def _sets_off_original(self, at: int, head: str) -> bool:
        if head[0] not in "-_=*":
            return False
        if ORIGINAL.match(head):
            return True
        below = [row for row in self.heads[at + 1 : at + 8] if row][:4]
        return bool(SET_OFF.match(head)) and sum(is_label_in_any_language(row) for row in below) >= 3

    def _header_block(self, at: int) -> HeaderBlock | None:
        return (
            header_block_at(self.marks.unmarked, at) if ":" in self.heads[at][:40] or "：" in self.heads[at] else None
        )

    def _authors_below(self, at: int) -> tuple[str, ...]:
        for step in range(at, min(len(self.heads), at + 8)):
            if label_of(self.marks.inner[step]) == "from":
                block = header_block_at(self.marks.inner, step)
                return block.addresses if block else tuple(ADDRESS.findall(self.heads[step].lower()))
        return tuple(ADDRESS.findall(" ".join(self.heads[at : at + 3]).lower()))

    def _marked_attribution_below(self, at: int) -> bool:
        """Proton sets such a line above its attribution, which the marked lines follow."""
        for step in range(at + 1, min(len(self.heads), at + 5)):
            found = attribution_ending(self.marks.unmarked, step)
            if found:
                return self.marks.follow(found.end)
        return self.marks.follow(at + 1)

    def _is_block_in_any_language(self, at: int, head: str) -> bool:
        """Header lines with unknown words, the first with our address or under a rule: "Kutoka: …"."""
        if at <= self.first or not is_label_in_any_language(head):
            return False
        below = self.heads[at + 1 : at + 4]
        if len(below) < 3 or sum(is_label_in_any_language(row) for row in below) < 2:
            return False
        if any(self.is_own_address(address.lower()) for address in ADDRESS.findall(head)):
            return True
        return "@" in head and bool(RULE.match(self.heads[at - 1]))

    def _is_own_memo(self, at: int) -> bool:
        """A letter that begins "From: … To: … Subject: …" in its writer's own hand."""
        return not self.answers_ours and not self.is_forward and at <= self.first

    def _back_over_rules(self, at: int) -> int:
        begin = at
        while begin > 0 and at - begin < 4 and label_of(self.heads[begin - 1]) and label_of(self.heads[at]):
            begin -= 1
        while begin > 0 and not self.heads[begin - 1].strip("-_=* "):
            begin -= 1
        if begin > 0 and ORIGINAL.match(self.heads[begin - 1]):
            begin -= 1
        return begin

    # ----------------------------------------------------------------------------------------------------- attributions

    def _after_attribution(self, found: Attribution) -> Role | None:
        """An attribution before marked lines is dropped; before unmarked ones everything from it on is quoted."""
        below = self.marks.follow(found.end) or self.marks.learn_after(found.end)
        ends = not any(self.heads[found.end : found.end + 30])
        if not below and not found.certain:
            return None
        if ends and not self.answers_ours and not found.addresses:
            return None
        self._give(self._back_over_rules(found.begin), found.end, Role.DROPPED)
        if any(self.is_own_address(address) for address in found.addresses):
            self.answers_ours = True
        if below or ends or self._is_answered_first(found.end):
            self.attributed = True
            return None
        return Role.QUOTED if self.answers_ours else Role.PASSED

    def _is_answered_first(self, begin: int) -> bool:
        """Does an answer stand between the attribution and marked lines that no other attribution introduces?"""
        for at in range(begin, min(len(self.heads), begin + 25)):
            if self.marks.marked[at]:
                return not attribution_ending(self.marks.inner, at)
            if self.heads[at] and (attribution_ending(self.marks.unmarked, at) or self._header_block(at)):
                return False
        return False

    def _drop_attribution_above(self, at: int) -> None:
        above = next((step for step in range(at - 1, max(-1, at - 7), -1) if self.heads[step]), None)
        if above is not None and (found := attribution_ending(self.marks.unmarked, above)):
            self._give(found.begin, at, Role.DROPPED)

    def _give(self, begin: int, end: int, role: Role) -> None:
        for at in range(begin, end):
            self.given[at] = role

    # ----------------------------------------------------------------------------- marked lines, devices and signatures

    def _marked_lines(self, end: int) -> None:
        within = self.marks.authors_within(end)
        if within and any(self.is_own_address(address) for address in within):
            self.answers_ours = True
        if self.answers_ours:
            self.marks.learn_bars(end)
        marked = [at for at in range(end) if self.marks.marked[at]]
        if not marked:
            return
        if not (self.answers_ours or self.attributed or within is not None or self.marks.look_quoted(end)):
            return  # somebody's own way of making a list
        role = Role.QUOTED if self.answers_ours else Role.PASSED
        for at in marked:
            self.given[at] = role
        for at in self.marks.broken_off(end):
            self.given[at] = role
        if not self.attributed:
            self._drop_attribution_above(marked[0])

    def _added_lines(self, end: int) -> None:
        at = 0
        while at < end:
            rows = 1
            if self.given[at] is None and self.heads[at] and (added := rows_added(self.heads, at)):
                rows = min(added, end - at)
                self._give(at, at + rows, Role.DROPPED)
                if at > 0 and self.given[at - 1] is None and self.heads[at - 1] in ("--", "---", "----", "—", "–"):
                    self.given[at - 1] = Role.DROPPED
            at += rows

    def _signatures(self, end: int) -> None:
        at, stop = 0, 0
        while at < end:
            if self.given[at] is None and self.heads[at] in ("--", "—", "__") and at > self.first:
                if stop <= at:
                    stop = next((line for line in range(at + 1, end) if self._is_foreign(line)), end)
                until = self._signature_ends(at, stop)
                for line in range(at, until):
                    self.given[line] = self.given[line] or Role.SIGNATURE
                at = max(at, until - 1)
            at += 1

    def _signature_ends(self, at: int, stop: int) -> int:
        """Where the signature ends that begins in line ``at``; there, if it is none."""
        if self.lines[at].rstrip("\r").endswith("-- "):  # one by custom (RFC 3676, 4.3)
            return signature_ends(self.heads, at + 1, stop)
        kept = (
            head for line, head in enumerate(self.heads[at + 1 : stop], at + 1) if self.given[line] is None and head
        )
        return stop if is_signature_block(list(islice(kept, 10)), self.sender_name) else at

    def _is_foreign(self, at: int) -> bool:
        return self.given[at] in (Role.QUOTED, Role.PASSED)
