"""What was read so far of a staff letter: the orders found, what stays in doubt, and what its words can point at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.staff.digest import Digest
from mailbot.reading.staff.doubts import leaves_doubt
from mailbot.reading.staff.meant import references_meant
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.shorthand import volunteers_named
from mailbot.reading.staff.told_in_piece import name_in


class OrderSheet:
    """``found``: each order with the words that it rests on, in the order told. ``unclear``: words to be asked back."""

    def __init__(
        self, pieces: Sequence[Piece], digest: Digest, sent_on: date, context: str | None, *, is_digest: bool
    ) -> None:
        self.pieces = pieces
        self.digest = digest
        self.sent_on = sent_on
        self.context = context
        self.is_digest = is_digest
        self.found: list[tuple[StaffCommand, str]] = []
        self.unclear: list[str] = []

    def order(self, command: StaffCommand, piece: Piece) -> None:
        self.found.append((command, piece.words))

    def doubt(self, piece: Piece) -> None:
        self.unclear.append(piece.words)

    def order_each(self, verb: Verb, references: Sequence[str], piece: Piece) -> None:
        for reference in references:
            self.found.append((StaffCommand(verb, referral=reference), piece.words))
        if not references:
            self.unclear.append(piece.words)

    def take_back(self, at: int, verbs: Collection[Verb] = frozenset(Verb)) -> list[StaffCommand]:
        """What an earlier sentence ordered and this one takes back is asked, not done."""
        taken: list[StaffCommand] = []
        if not self.found:
            return taken
        about = set(self.references(at))
        for command, words in list(self.found):
            same = command.referral is None or command.referral in about or not about
            if same and command.verb in verbs and command.verb is not Verb.NOTE:
                self.found.remove((command, words))
                self.unclear.append(words)
                taken.append(command)
        return taken

    def take_back_last(self, verbs: Collection[Verb]) -> list[StaffCommand]:
        """ "Close 1001. Scrap that, I meant 1011": what was ordered just before is meant, whatever is named now."""
        if not self.found or self.found[-1][0].verb not in verbs or self.found[-1][0].verb is Verb.NOTE:
            return []
        command, words = self.found.pop()
        self.unclear.append(words)
        return [command]

    def withdraw(self, order: tuple[StaffCommand, str]) -> None:
        if order in self.found:
            self.found.remove(order)
            self.unclear.append(order[1])

    def references(self, at: int) -> tuple[str, ...]:
        return references_meant(self.pieces, at, self.digest, self.context)

    def volunteer(self, piece: Piece) -> str | None:
        named = volunteers_named(piece.words, self.digest)
        return self.digest.volunteer(piece.words) or (named[0] if len(named) == 1 else None)

    def somebody_before(self, at: int) -> str | None:
        """The volunteer whom a sentence shortly before tells of."""
        for before in reversed(self.pieces[max(0, at - 3) : at]):
            if before.paragraph != self.pieces[at].paragraph or before.asks or leaves_doubt(before):
                break
            if volunteer := self.volunteer(before) or name_in(before.words):
                return volunteer
        return None
