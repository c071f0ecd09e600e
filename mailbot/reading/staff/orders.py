"""Orders read out of the pieces of a staff letter, one after the other; what is not certain is left ``unclear``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from mailbot.reading.letter import StaffCommand, Verb
from mailbot.reading.skills.dates import lengths_told
from mailbot.reading.staff.agreement import agrees, all_but, liked, liked_together, speaks_of_the_rest
from mailbot.reading.staff.answers import ShortAnswer, begins_with_yes, short_answer, taken_back, told_call, was_reached
from mailbot.reading.staff.bare_orders import bare_order
from mailbot.reading.staff.digest_lines import Digest, references_in
from mailbot.reading.staff.doubts import RULED_OUT, UNCERTAIN, is_ruled_out, is_told, is_uncertain, leaves_doubt
from mailbot.reading.staff.meant import NEIGHBOURS, references_meant, until_meant
from mailbot.reading.staff.order_words import (
    ALL,
    LEADING_REFERENCE,
    NAME,
    NAMED_FOR,
    NOT_NAMED,
    REPEATED,
    SIGN_OFF,
    SIGNED,
    SOMEBODY,
    TAKEN_BACK,
    TOPIC,
    VERBS,
)
from mailbot.reading.staff.pieces import Piece
from mailbot.reading.staff.shorthand import shorthand, volunteers_named
from mailbot.reading.staff.told_in_piece import (
    asked_for,
    asked_to_erase,
    is_particular,
    name_in,
    noted,
    reason_in,
    rest_of_command,
    why_paused,
)
from mailbot.reading.words.plain import plain

_THEM = re.compile(r"\b(?:them|those|these)\b")
_TO_SOMEBODY = re.compile(r"\b(?:to|let) (?:him|her|them)\b")
_WANTS_A_REASON = frozenset({Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE, Verb.HOLD, Verb.ASSIGN})
_COUNTED = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MAY_BE_REPEATED = frozenset({Verb.APPROVE, Verb.SHOW, Verb.HOLD, Verb.CLOSE})


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
        self._find_reasons()
        self._forget_reasons_in_doubt()

    def _read_piece(self, at: int, piece: Piece) -> int:
        bare = bare_order(piece.plain, answers_task=not self.is_digest) if not piece.asks else None
        if bare and all(other is piece or SIGN_OFF.match(other.plain) for other in self.pieces):
            self.found.append((bare, piece.words))
            return at + 1
        verb = next((verb for verb, words in VERBS if words.search(piece.plain)), None)
        if verb is Verb.NOTE:
            return self._note(at, piece)
        taken_back = TAKEN_BACK.search(piece.plain)
        if taken_back and verb is not Verb.ASSIGN:
            self._take_back(at)
            return at + 1
        if self._in_shorthand(at, piece) or self._agrees_to_a_match(verb, at, piece):
            return at + 1
        if verb is None or (verb is Verb.APPROVE and not self.is_digest and begins_with_yes(piece.plain)):
            self._short_answer(at, piece)
            return at + 1
        if verb is Verb.ADD_VOLUNTEER:
            return self._add_volunteer(at)
        if is_ruled_out(verb, piece):
            self._take_back(at, {verb})
        elif is_uncertain(verb, piece):
            self.unclear.append(piece.words)
        elif not (verb is Verb.SHOW and is_told(piece)):
            self._command(verb, at, piece)
        return at + 1

    def _note(self, at: int, piece: Piece) -> int:
        """A note after a colon goes on to the end of its paragraph, or to the next order."""
        text, end = noted(piece.words), at + 1
        while text and ":" in piece.words and end < len(self.pieces) and self._continues(self.pieces[end], piece):
            text = f"{text} {self.pieces[end].words}"
            end += 1
        self._add(Verb.NOTE, at, text=text)
        return end

    def _continues(self, piece: Piece, note: Piece) -> bool:
        if piece.paragraph != note.paragraph or piece.asks or references_in(piece.words):
            return False
        if SIGN_OFF.match(piece.plain) or SIGNED.fullmatch(piece.words) or "please" in piece.plain:
            return False
        return all(not words.search(piece.plain) or verb is Verb.ASSIGN for verb, words in VERBS)

    def _in_shorthand(self, at: int, piece: Piece) -> bool:
        """ "1263 ok", "Glenys: 1266", "all three: go"; what waits for no approval is not approved by an "ok"."""
        if piece.asks or piece.tied or not (short := shorthand(piece.words, self.digest, piece.plain)):
            return False
        if short.volunteer:
            return self._likes(short.volunteer, short.references or self._references(at), piece)
        if short.all_of:
            return self._approves_counted(short.all_of, piece)
        if not set(short.references) <= set(self.digest.for_approval):
            return False
        self._add_each(Verb.APPROVE, short.references, piece)
        return True

    def _approves_counted(self, counted: str, piece: Piece) -> bool:
        waiting = self.digest.placed(piece.plain) or self.digest.for_approval
        number = next((number for word, number in _COUNTED.items() if word in counted.split()), len(waiting))
        if not waiting or number != len(waiting):
            return False
        self._add_each(Verb.APPROVE, waiting, piece)
        return True

    def _agrees_to_a_match(self, verb: Verb | None, at: int, piece: Piece) -> bool:
        """ "ok" under a line that wants approval, "yes to all but 1312", "Saul will do", "Grace for 1310"."""
        if verb not in (None, Verb.APPROVE, Verb.SHOW) or piece.asks:
            return False
        if verb is None and piece.lent in self.digest.for_approval and agrees(piece.plain):
            self.found.append((StaffCommand(Verb.APPROVE, referral=piece.lent), piece.words))
            return True
        but = all_but(piece.words, piece.plain, self.digest)
        if but is not None:
            self._add_each(Verb.APPROVE, but, piece)
            return True
        if self._likes_together(piece) or self._repeats(at, piece):
            return True
        kept = NOT_NAMED.sub("", piece.words)
        volunteer = self.digest.volunteer(kept)
        if (
            volunteer is None
            and verb is None
            and not piece.tied
            and (piece.lent or (self.context and not self.is_digest))
        ):
            return self._names_a_stranger(at, piece)
        if volunteer is None or verb is Verb.SHOW or piece.tied:
            return False
        names = {volunteer.lower(), volunteer.split()[0].lower()}
        if said := liked(piece.plain):
            return not names.isdisjoint((said, *said.split())) and self._likes(
                volunteer, references_in(piece.words) or self._references(at), piece
            )
        named = NAMED_FOR.fullmatch(plain(kept)) if verb is None else None
        return bool(named and named["name"] in names) and self._names(volunteer, at, piece)

    def _likes_together(self, piece: Piece) -> bool:
        """ "Yes to Ravi and Maureen": each is suggested for one referral, and named in no other way."""
        volunteers = self.digest.volunteers_in(piece.words)
        if len(volunteers) < 2 or references_in(piece.words) or piece.tied or not liked_together(piece.plain):
            return False
        told = [self.digest.suggested_for(name) for name in volunteers]
        self._add_each(Verb.APPROVE, [one[0] for one in told] if all(len(one) == 1 for one in told) else (), piece)
        return True

    def _repeats(self, at: int, piece: Piece) -> bool:
        """ "& 1242", "same for 1043": what was ordered just before holds for these too."""
        if (
            not REPEATED.fullmatch(piece.plain)
            or not at
            or not self.found
            or self.found[-1][1] != self.pieces[at - 1].words
        ):
            return False
        before = self.found[-1][0]
        if before.verb not in _MAY_BE_REPEATED:
            return False
        for reference in references_in(piece.words):
            self.found.append((replace(before, referral=reference), piece.words))
        return True

    def _likes(self, volunteer: str, told: Sequence[str], piece: Piece) -> bool:
        """A volunteer who is found good is approved where suggested, and assigned where the referral is named."""
        suggested = self.digest.suggested_for(volunteer)
        if not told and len(suggested) == 1:
            told = suggested
        if len(told) != 1:
            self.unclear.append(piece.words)
        elif told[0] in suggested:
            self.found.append((StaffCommand(Verb.APPROVE, referral=told[0]), piece.words))
        else:
            self._assigned(told[0], volunteer, piece)
        return True

    def _names(self, volunteer: str, at: int, piece: Piece) -> bool:
        """ "Bartholomew for 1128 please", or the name alone in answer to the question who should take it."""
        told = references_in(piece.words) or self.digest.placed(piece.plain) or ((piece.lent,) if piece.lent else ())
        if not told and re.search(r"\b(?:instead|(?:this|that)(?: one)?|it|her|him)\b", piece.plain):
            told = self._references(at)
        if not told and not self.is_digest and self.context:
            told = (self.context,)
        if not told and len(self.digest.references) == 1:
            told = self.digest.references
        return len(told) == 1 and self._likes(volunteer, told, piece)

    def _names_a_stranger(self, at: int, piece: Piece) -> bool:
        """A full name that our email did not hold, where it had asked who should take it."""
        name = name_in(piece.words)
        named = NAMED_FOR.fullmatch(piece.plain)
        return bool(name and named and named["name"] == plain(name)) and self._names(name or "", at, piece)

    def _assigned(self, referral: str, volunteer: str, piece: Piece) -> None:
        reason = reason_in(piece.words, about=volunteer)
        self.found.append((StaffCommand(Verb.ASSIGN, referral, volunteer, text=reason), piece.words))

    def _add_each(self, verb: Verb, references: Sequence[str], piece: Piece) -> None:
        for reference in references:
            self.found.append((StaffCommand(verb, referral=reference), piece.words))
        if not references:
            self.unclear.append(piece.words)

    def _command(self, verb: Verb, at: int, piece: Piece) -> None:
        if (
            verb is Verb.APPROVE
            and not references_in(piece.words)
            and (ALL.search(piece.plain) or speaks_of_the_rest(piece.plain))
        ):
            self._approve_all(piece)
        elif verb is Verb.APPROVE and _THEM.search(piece.plain) and self._told_of_all(at):
            self._approve_all(self.pieces[at - 1])
        elif verb is Verb.ASSIGN:
            self._assign(at, piece)
        elif verb is Verb.PAUSE_VOLUNTEER:
            self._pause_volunteer(at, piece)
        elif verb in (Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.HELP):
            text = None if verb is Verb.HELP else asked_for(piece.words, verb)
            self.found.append((StaffCommand(verb, text=text), piece.words))
        elif verb is Verb.HOLD:
            self._add(verb, at, until=until_meant(self.pieces, at, self.sent_on), text=reason_in(piece.words))
        elif verb in (Verb.RESOLVE_RISK, Verb.REOPEN, Verb.ERASE, Verb.CLOSE):
            self._add(verb, at, text=rest_of_command(piece.words, verb))
        else:
            self._add(verb, at, text=self._why_approved(piece) if verb is Verb.APPROVE else None)

    def _told_of_all(self, at: int) -> bool:
        """Does the piece before this one, which says "them", speak of all that wait?"""
        before = self.pieces[at - 1] if at else None
        return before is not None and bool(ALL.search(before.plain)) and not references_in(self.pieces[at].words)

    def _why_approved(self, piece: Piece) -> str | None:
        reason = reason_in(piece.words)
        return reason if reason and not any(words.search(plain(reason)) for _, words in VERBS) else None

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
        return references_meant(self.pieces, at, self.digest, self.context)

    def _approve_all(self, piece: Piece) -> None:
        number = re.search(r"\b(?:all|both|other)\b(?: (two|three|four|five|six|\d))?", piece.plain)
        wanted = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get((number and number[1]) or "")
        waiting = self.digest.for_approval
        if speaks_of_the_rest(piece.plain):
            told = {reference for other in self.pieces for reference in self._told_by(other)}
            waiting = tuple(reference for reference in waiting if reference not in told)
        elif "both" in piece.plain.split():
            wanted = 2
        self._add_each(Verb.APPROVE, waiting if wanted in (None, len(waiting)) else (), piece)

    def _told_by(self, piece: Piece) -> tuple[str, ...]:
        named = self.digest.named(piece.words)
        lent = tuple(reference for reference in (piece.lent, named) if reference)
        return (*references_in(piece.words), *self.digest.placed(piece.plain), *lent)

    def _assign(self, at: int, piece: Piece) -> None:
        instead = piece.words.partition(" instead")
        told = re.split(r"\b(?:to|with|for|assign)\b", piece.words)
        after = instead[0] if instead[1] else told[-1] if len(told) > 1 else piece.words
        volunteer = (
            self.digest.volunteer(after.partition(",")[0])
            or name_in(LEADING_REFERENCE.sub("", after))
            or self.digest.volunteer(NOT_NAMED.sub("", piece.words))
            or name_in(piece.words)
        )
        if not volunteer and _TO_SOMEBODY.search(piece.plain):
            volunteer = self._somebody_before(at)[0]
        references = self._references(at)
        if not volunteer or len(references) != 1:
            self.unclear.append(piece.words)
            return
        self._assigned(references[0], volunteer, piece)

    def _pause_volunteer(self, at: int, piece: Piece) -> None:
        volunteer, reason = self._volunteer(piece), None
        if not volunteer and SOMEBODY.search(piece.plain):
            volunteer, reason = self._somebody_before(at)
        if not volunteer:
            if re.search(r"\bpause\b", piece.plain):
                self.unclear.append(piece.words)
            return
        text = reason or reason_in(piece.words, about=volunteer)
        until = until_meant(self.pieces, at, self.sent_on)
        self.found.append((StaffCommand(Verb.PAUSE_VOLUNTEER, None, volunteer, until, text), piece.words))

    def _volunteer(self, piece: Piece) -> str | None:
        named = volunteers_named(piece.words, self.digest)
        return self.digest.volunteer(piece.words) or (named[0] if len(named) == 1 else None)

    def _somebody_before(self, at: int) -> tuple[str | None, str | None]:
        """The volunteer whom a sentence shortly before tells of, and what it tells."""
        for before in reversed(self.pieces[max(0, at - 3) : at]):
            if before.paragraph != self.pieces[at].paragraph or before.asks or leaves_doubt(before):
                break
            if volunteer := self._volunteer(before) or name_in(before.words):
                return volunteer, why_paused(before.words)
        return None, None

    def _add_volunteer(self, at: int) -> int:
        """The particulars stand in the rest of the sentence, or in the lines that follow it."""
        piece = self.pieces[at]
        lines = [piece.words.partition(":")[2].strip()] if ":" in piece.words else []
        end = at + 1
        while end < len(self.pieces) and len(lines) < 8 and is_particular(self.pieces[end]):
            lines.append(self.pieces[end].words)
            end += 1
        lines = _from_the_name_on([line for line in lines if line])
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

    def _find_reasons(self) -> None:
        """Where the piece itself holds no reason, it stands around it in the same paragraph, in pieces of no order."""
        orders = {words for command, words in self.found if command.verb is not Verb.CALLED}
        for number, (command, words) in enumerate(self.found):
            if command.verb in _WANTS_A_REASON and command.text is None:
                at = next((at for at, piece in enumerate(self.pieces) if piece.words == words), None)
                if at is not None:
                    self.found[number] = (replace(command, text=self._reason_around(command, at, orders)), words)

    def _reason_around(self, command: StaffCommand, at: int, orders: Collection[str]) -> str | None:
        """What stands before the order, else what follows it."""
        paragraph = self.pieces[at].paragraph
        for near in (self.pieces[max(0, at - NEIGHBOURS) : at], self.pieces[at + 1 : at + NEIGHBOURS + 1]):
            told = [
                LEADING_REFERENCE.sub("", other.words)
                for other in near
                if other.paragraph == paragraph and other.words not in orders and _may_be_a_reason(other, command)
            ]
            if reason := " ".join(told).strip():
                return (asked_to_erase(reason) or reason) if command.verb is Verb.ERASE else reason
        return None

    def _forget_reasons_in_doubt(self) -> None:
        """A sentence that names a referral with a doubt is asked back, unless it is the reason of an order about it."""
        reasons = " ".join(command.text or "" for command, _ in self.found)
        self.unclear = [words for words in self.unclear if LEADING_REFERENCE.sub("", words) not in reasons]


def _may_be_a_reason(piece: Piece, command: StaffCommand) -> bool:
    told = references_in(piece.words)
    if told and command.referral not in told:
        return False
    if SIGN_OFF.match(piece.plain) or SIGNED.fullmatch(piece.words) or TOPIC.fullmatch(piece.plain):
        return False
    if TAKEN_BACK.search(piece.plain):
        return False
    return is_told(piece) or not any(words.search(piece.plain) for _, words in VERBS)


def _from_the_name_on(lines: Sequence[str]) -> list[str]:
    """The particulars begin at the line that holds nothing but a name, where there is one."""
    begin = next((at for at, line in enumerate(lines) if re.fullmatch(rf"(?:Name: *)?{NAME.pattern}", line)), 0)
    return list(lines[begin:])
