"""Orders read out of the pieces of a staff letter, one after the other; what is not certain is left ``unclear``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.skills.dates import days_told, lengths_told, month_begins
from mailbot.reading.staff.answers import ShortAnswer, begins_with_yes, short_answer, taken_back, told_call, was_reached
from mailbot.reading.staff.bare_orders import bare_order
from mailbot.reading.staff.digest_lines import Digest, references_in
from mailbot.reading.staff.order_words import (
    ALL,
    ALREADY,
    ASKED_POLITELY,
    AT_ONCE,
    FOR_WEEKS,
    LEADING_REFERENCE,
    PUT_OFF,
    RESOLVED,
    RULED_OUT,
    SIGN_OFF,
    SOMEBODY,
    TAKEN_BACK,
    TOLD_OF,
    UNCERTAIN,
    VERBS,
)
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.told_in_piece import (
    after_colon,
    asked_for,
    is_doubted,
    is_particular,
    name_in,
    reason_in,
    rest_of_command,
)

_NEIGHBOURS = 12  # sentences before or after one that may hold its reference or reason; each is read again for it


class OrderReader:
    """Reads the pieces in order; a reference or a reason may stand in a neighbouring piece of the same paragraph."""

    def __init__(self, digest: Digest, sent_on: date, context: str | None, is_digest: bool) -> None:
        self.digest = digest
        self.sent_on = sent_on
        self.context = context
        self.is_digest = is_digest
        self.found: list[tuple[StaffCommand, str]] = []
        self.unclear: list[str] = []

    def read(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        skip_to = 0
        for at, piece in enumerate(pieces):
            if at < skip_to or SIGN_OFF.match(piece.plain):
                continue
            skip_to = self._read_piece(at, piece)

    def _read_piece(self, at: int, piece: Piece) -> int:
        bare = bare_order(piece.plain, answers_task=not self.is_digest) if not piece.asks else None
        if bare and all(other is piece or SIGN_OFF.match(other.plain) for other in self.pieces):
            self.found.append((bare, piece.words))
            return at + 1
        verb = next((verb for verb, words in VERBS if words.search(piece.plain)), None)
        if verb is Verb.NOTE:
            self._add(verb, at, text=after_colon(piece.words))
            return at + 1
        taken_back = TAKEN_BACK.search(piece.plain)
        if taken_back and verb is not Verb.ASSIGN:
            self._take_back(at)
            return at + 1
        if verb is None or (verb is Verb.APPROVE and not self.is_digest and begins_with_yes(piece.plain)):
            self._short_answer(at, piece)
            return at + 1
        if verb is Verb.ADD_VOLUNTEER:
            return self._add_volunteer(at)
        if self._is_ruled_out(verb, piece):
            self._take_back(at, {verb})
            return at + 1
        if self._is_uncertain(verb, piece):
            self.unclear.append(piece.words)
            return at + 1
        if verb is Verb.SHOW and TOLD_OF.search(piece.plain):
            return at + 1
        self._command(verb, at, piece)
        return at + 1

    def _is_ruled_out(self, verb: Verb, piece: Piece) -> bool:
        """A "not" before the verb rules it out; one in the reason that follows does not."""
        words = dict(VERBS)[verb].search(piece.plain)
        before = piece.plain[: words.start()] if words else ""
        return verb not in (Verb.HELP,) and bool(RULED_OUT.search(before.rpartition(",")[2]))

    def _is_uncertain(self, verb: Verb, piece: Piece) -> bool:
        if verb in (Verb.HELP, Verb.LIST_VOLUNTEERS, Verb.REPORT):
            return verb is Verb.REPORT and not (
                piece.asks or ASKED_POLITELY.search(piece.plain) or len(piece.plain) < 60
            )
        words = dict(VERBS)[verb].search(piece.plain)
        before = piece.plain[: words.start()] if words else ""
        if ALREADY.search(piece.plain) or UNCERTAIN.search(before):
            return True
        if words and verb in AT_ONCE and PUT_OFF.search(re.split(r"[,;:]|\s-\s", piece.plain[words.end() :])[0]):
            return True
        if verb is Verb.RESOLVE_RISK and "resolve" in piece.plain and not RESOLVED.match(piece.plain):
            return True
        if re.search(r"\b(?:if|unless|in case)\b", piece.plain) and verb is not Verb.HOLD:
            return True
        return piece.asks and verb is not Verb.SHOW and not ASKED_POLITELY.search(piece.plain)

    def _command(self, verb: Verb, at: int, piece: Piece) -> None:
        if verb is Verb.APPROVE and ALL.search(piece.plain) and not references_in(piece.words):
            self._approve_all(piece)
        elif verb is Verb.ASSIGN:
            self._assign(at, piece)
        elif verb is Verb.PAUSE_VOLUNTEER:
            self._pause_volunteer(at, piece)
        elif verb in (Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.HELP):
            text = None if verb is Verb.HELP else asked_for(piece.words, verb)
            self.found.append((StaffCommand(verb, text=text), piece.words))
        elif verb is Verb.HOLD:
            self._add(verb, at, until=self._until(piece.plain), text=reason_in(piece.words))
        elif verb in (Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE):
            self._add(verb, at, text=self._reason_around(verb, at))
        else:
            self._add(verb, at)

    def _add(self, verb: Verb, at: int, *, until: date | None = None, text: str | None = None) -> None:
        piece = self.pieces[at]
        references = self._references(at)
        grave = verb in (Verb.ERASE, Verb.RESOLVE_RISK)
        if not references or (grave and len(references) > 1):
            self.unclear.append(piece.words)
            return
        for reference in references:
            self.found.append((StaffCommand(verb, referral=reference, until=until, text=text), piece.words))

    def _references(self, at: int) -> tuple[str, ...]:
        """In the piece itself, lent by its place, by a name, or told just before in the same paragraph."""
        piece = self.pieces[at]
        ruled_out = set(references_in(" ".join(re.findall(r"(?i)\bnot (?:R-?)?\d{4,6}", piece.words))))
        here = tuple(reference for reference in references_in(piece.words) if reference not in ruled_out)
        if here:
            return here
        if piece.lent:
            return (piece.lent,)
        if named := self.digest.named(piece.words):
            return (named,)
        for before in reversed(self.pieces[max(0, at - _NEIGHBOURS) : at]):
            if before.paragraph != piece.paragraph:
                break
            told = references_in(before.words)
            if told:
                return told if len(told) == 1 else ()
        return (self.context,) if self.context else ()

    def _approve_all(self, piece: Piece) -> None:
        number = re.search(r"\b(?:all|both)\b(?: (two|three|four|five|six|\d))?", piece.plain)
        wanted = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get((number and number[1]) or "")
        if "both" in piece.plain.split():
            wanted = 2
        if self.digest.for_approval and wanted in (None, len(self.digest.for_approval)):
            for reference in self.digest.for_approval:
                self.found.append((StaffCommand(Verb.APPROVE, referral=reference), piece.words))
        else:
            self.unclear.append(piece.words)

    def _assign(self, at: int, piece: Piece) -> None:
        instead = piece.words.partition(" instead")
        told = re.split(r"\b(?:to|with|for|assign)\b", piece.words)
        after = instead[0] if instead[1] else told[-1] if len(told) > 1 else piece.words
        volunteer = (
            self.digest.volunteer(after.partition(",")[0])
            or name_in(LEADING_REFERENCE.sub("", after))
            or self.digest.volunteer(piece.words)
            or name_in(piece.words)
        )
        references = self._references(at)
        if not volunteer or len(references) != 1:
            self.unclear.append(piece.words)
            return
        self.found.append(
            (StaffCommand(Verb.ASSIGN, references[0], volunteer, text=reason_in(piece.words)), piece.words)
        )

    def _pause_volunteer(self, at: int, piece: Piece) -> None:
        volunteer = self.digest.volunteer(piece.words)
        before = self.pieces[at - 1] if at else None
        reason = None
        if not volunteer and before and before.paragraph == piece.paragraph and SOMEBODY.search(piece.plain):
            volunteer = None if before.asks or is_doubted(before) else self.digest.volunteer(before.words)
            reason = before.words.strip(" .")
        if not volunteer:
            if re.search(r"\bpause\b", piece.plain):
                self.unclear.append(piece.words)
            return
        text = piece.words.split(",")[0].strip() if "," in piece.words else reason
        until = self._until(piece.plain)
        self.found.append((StaffCommand(Verb.PAUSE_VOLUNTEER, None, volunteer, until, text), piece.words))

    def _add_volunteer(self, at: int) -> int:
        """The particulars stand in the rest of the sentence, or in the lines that follow it."""
        piece = self.pieces[at]
        lines = [piece.words.partition(":")[2].strip()] if ":" in piece.words else []
        end = at + 1
        while end < len(self.pieces) and len(lines) < 8 and is_particular(self.pieces[end]):
            lines.append(self.pieces[end].words)
            end += 1
        lines = [line for line in lines if line]
        name = next((found for line in lines if (found := name_in(line))), None) or name_in(piece.words)
        if not name or RULED_OUT.search(piece.plain):
            self.unclear.append(piece.words)
            return end
        rest = [line.replace(name, "").strip(" ,") for line in lines]
        text = "\n".join(line for line in rest if line) or None
        self.found.append((StaffCommand(Verb.ADD_VOLUNTEER, volunteer=name, text=text), piece.words))
        return end

    def _short_answer(self, at: int, piece: Piece) -> None:
        """ "Seen", "yes", "done", "new": answers that begin a sentence, with what goes with them."""
        answer = short_answer(piece.plain, asks=piece.asks) or told_call(piece.plain, asks=piece.asks)
        if answer is None:
            if references_in(piece.words) and (piece.asks or UNCERTAIN.search(piece.plain)):
                self.unclear.append(piece.words)
            elif self.found and (verbs := taken_back(piece.plain)):
                self._take_back(at, verbs)
        elif answer.verb is None:
            self.unclear.append(piece.words)
        elif answer.verb is Verb.NEW:
            self.found.append((StaffCommand(Verb.NEW), piece.words))
        elif answer.verb is Verb.JOIN:
            self._joins(piece)
        elif answer.verb is Verb.CALLED:
            self._called(at, piece)
        else:
            self._answered(at, piece, answer, answer.verb)

    def _answered(self, at: int, piece: Piece, answer: ShortAnswer, verb: Verb) -> None:
        references = references_in(piece.words)
        yes_or_no = verb in (Verb.YES, Verb.NO)
        answers_itself = (
            yes_or_no and at > 0 and self.pieces[at - 1].asks and self.pieces[at - 1].paragraph == piece.paragraph
        )
        if answers_itself or len(references) > 1 or (yes_or_no and references and references != (self.context,)):
            self.unclear.append(piece.words)
            return
        lent = references[0] if references else piece.lent or self.context
        if yes_or_no and self.is_digest:
            if piece.lent and verb is Verb.YES and not answer.has_more:
                self.found.append((StaffCommand(Verb.APPROVE, referral=piece.lent), piece.words))
                return
            if not piece.lent and self.context is None:
                self.unclear.append(piece.words)
                return
        if verb is Verb.DONE and not lent:
            lent = next(iter(self._references(at)), None)
        text = piece.words.strip() if answer.has_more else None
        self.found.append((StaffCommand(verb, referral=lent, text=text), piece.words))

    def _called(self, at: int, piece: Piece) -> None:
        references = self._references(at)
        if not references:
            return
        if len(references) > 1 or self.digest.volunteer(piece.words):
            self.unclear.append(piece.words)
            return
        following = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        lengths = lengths_told(piece.plain)
        if not lengths and following and len(following.plain.split()) <= 3:  # "Called. 20 minutes."
            lengths = lengths_told(following.plain)
        minutes = lengths[0].minutes if lengths and was_reached(piece.plain) else None
        command = StaffCommand(Verb.CALLED, referral=references[0], text=piece.words, minutes=minutes)
        self.found.append((command, piece.words))

    def _take_back(self, at: int, verbs: Collection[Verb] = frozenset(Verb)) -> None:
        """What an earlier sentence ordered and this one takes back is asked, not done."""
        about = set(self._references(at))
        for command, words in list(self.found):
            same = command.referral is None or command.referral in about or not about
            if same and command.verb in verbs and command.verb is not Verb.NOTE:
                self.found.remove((command, words))
                self.unclear.append(words)

    def _joins(self, piece: Piece) -> None:
        references = references_in(piece.words)
        if len(references) == 1 and not self.is_digest:
            self.found.append((StaffCommand(Verb.JOIN, referral=references[0]), piece.words))
        else:
            self.unclear.append(piece.words)

    def _until(self, words: str) -> date | None:
        until = re.search(r"\b(?:until|till|til)\b", words)
        days = [day for day in days_told(words, self.sent_on) if not until or day.start >= until.start()]
        if days:
            return days[0].coming
        if length := FOR_WEEKS.search(words):
            weeks = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[length[2] or "two"]
            return self.sent_on + timedelta(weeks=weeks)
        return next(
            (first - timedelta(days=1) for word, first in month_begins(words, self.sent_on) if word != "in"), None
        )

    def _reason_around(self, verb: Verb, at: int) -> str | None:
        """The rest of the piece after the command, else what stands around it in the same paragraph."""
        piece = self.pieces[at]
        own = rest_of_command(piece.words, verb)
        if own:
            return own
        first = max(0, at - _NEIGHBOURS)
        around = [
            LEADING_REFERENCE.sub("", other.words)
            for place, other in enumerate(self.pieces[first : at + _NEIGHBOURS + 1], first)
            if other.paragraph == piece.paragraph
            and place != at
            and not any(words.search(other.plain) for _, words in VERBS)
            and not SIGN_OFF.match(other.plain)
        ]
        return " ".join(around).strip() or None
