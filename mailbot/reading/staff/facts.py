"""What staff want done: commands in ordinary words, several in one letter, also between the lines of a digest.

Only newly written words command; a mere mention does not. What looks like a command and is not certain is ``unclear``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mailbot.reading.letter import Evidence, Kind, Letter, RiskReading, StaffCommand, StaffFacts, Verb
from mailbot.reading.risk import read_risk
from mailbot.reading.skills.dates import days_told, lengths_told, month_begins, sent_day
from mailbot.reading.skills.language import language_of
from mailbot.reading.staff.answers import ShortAnswer, begins_with_yes, short_answer, taken_back, told_call, was_reached
from mailbot.reading.staff.bare_orders import bare_order
from mailbot.reading.staff.digest_lines import Digest, read_digest, references_in
from mailbot.reading.words.plain import Sentence, plain, sentences
from mailbot.reading.words.wording import Wording

# In the order in which they are tried: the first that fits a piece of a sentence is its verb.
_VERBS: tuple[tuple[Verb, re.Pattern[str]], ...] = tuple(
    (verb, re.compile(words))
    for verb, words in (
        (Verb.NOTE, r"^(?:please |can you |could you )?(?:(?:add|make|put) (?:a )?)?note\b"),
        (
            Verb.RESOLVE_RISK,
            r"\bresolved?\b|\b(?:take|taking|took) (?:the |that |her |his |this )?(?:risk )?flag off\b|"
            r"\b(?:lift|remove|clear|drop) the (?:risk |red )?(?:flag|alert|freeze)\b|\brisk (?:is |"
            r"has been )?(?:over|dealt with|cleared)\b",
        ),
        (Verb.REOPEN, r"\bre-?open\b"),
        (Verb.ERASE, r"\berase\b|\b(?:delete|wipe|forget) (?:everything|all|his|her|their|this person|the lot)\b"),
        (Verb.ADD_VOLUNTEER, r"\badd (?:(?:a|the|our|this|another) )?(?:new )?volunteer\b|\bnew volunteer:"),
        (
            Verb.LIST_VOLUNTEERS,
            r"\bwho(?:'s|s| is| are| else|'s got| has| can|'ve)?\b.{0,40}\b(?:free|room|available|space|capacity)\b|"
            r"\b(?:list|show)(?: me)?(?: all| the)?(?: free| available)? volunteers\b|"
            r"\bwhich volunteers\b|\bany volunteers\b|\b(?:which|any) befrienders\b|"
            r"\bvolunteers (?:do we have|have we got)\b|"
            r"\b(?:send|give)(?: me| us)? (?:a list of )?(?:the |our |all the )?(?:free |available )?volunteers\b|"
            r"\b(?:any|some)(?:one|body) (?:free|available|with (?:room|space))\b|"
            r"\bwho could take (?:on )?(?:another|one more)\b",
        ),
        (
            Verb.REPORT,
            r"\breports?\b|\b(?:the |some )?(?:figures|statistics|stats|numbers) (?:for|of|on|since|"
            r"from)\b|\bhow many (?:referrals|matches|calls|people|families) (?:did we|have we|were|are)\b",
        ),
        (
            Verb.HELP,
            r"^help\b(?! (?:her|him|them|us|me with))|\bwhat (?:can|am|may|"
            r"could) i (?:allowed to )?(?:say|ask|do|write|tell)\b|"
            r"\bwhat (?:do|can) you understand\b|"
            r"\bwhat words\b.{0,30}\b(?:use|understand|work)\b|\b(?:remind me of|tell me) (?:the |what )commands\b|"
            r"\bhow (?:do i|does one|do you) use (?:this|it)\b|\bwhat (?:are )?the commands\b|\bhow does this work\b",
        ),
        (
            Verb.CLOSE,
            r"\bclose\b|\bclosing\b|\bshut (?:r-?\d+|\d{4}) down\b|"
            r"\btake (?:r-?\d+|\d{4}) off (?:the |our )?(?:list|books)\b",
        ),
        (
            Verb.HOLD,
            r"\bholds?\b|\bsit on\b|\bpark\b|\bput .{0,30}\bon hold\b|\bgo on hold\b|\bon ice\b|"
            r"\bkeep (?:r-?\d+|\d{4}|it|her|him|this one) (?:back|waiting|on hold)\b|\bpause (?:r-?\d+|\d{4})\b|"
            r"\bleave (?:r-?\d+|\d{4}|it|her|him|this one) (?:alone |be |as it is )?(?:until|till|til)\b|"
            r"\b(?:put|push) (?:r-?\d+|\d{4}|it|this one) (?:off|back) (?:until|till|for)\b|"
            r"\b(?:r-?\d+|\d{4}) (?:must |can |has to )?wait (?:until|till|for a)\b",
        ),
        (
            Verb.ASSIGN,
            r"\bassign\b|\bgive (?:r-\d+|\d{4}|it|her|him|this|this one|them) to\b|\bmatch .{1,40} (?:with|to)\b|"
            r"\binstead\b|\bmeant for\b|^(?:please )?(?:r-?\d+|\d{4})(?: goes)? (?:to|for) |"
            r"^(?:please )?(?:(?:put|pair) [\w' -]{2,40} with|let [\w' -]{2,40} (?:have|take)) (?:r-?\d+|\d{4})\b|"
            r"^(?!only |no |maybe |if |i |we |he |she |they |who |nobody )[\w'-]+(?: [\w'-]+)? can (?:have|take) "
            r"(?:r-?\d+|\d{4})\b",
        ),
        (Verb.PAUSE_VOLUNTEER, r"\bpause\b|\brest\b"),
        (
            Verb.APPROVE,
            r"\bapproved?\b|\bas suggested\b|\bas it stands\b|\bis a yes\b|\bgo ahead\b|"
            r"\bhappy with (?:that|this|the)\b",
        ),
        (
            Verb.SHOW,
            r"\bshow\b|\beverything (?:on|about)\b|\bdetails (?:of|on|for)\b|\bwhat(?:'s|"
            r" is) (?:happening|going on|the (?:latest|position|story)) (?:with|on)\b|"
            r"\bwhat (?:do|have) we (?:have|got|know|hold) (?:on|about)\b|"
            r"\b(?:where are we|any news) (?:with|on|of)\b|"
            r"\b(?:remind me|tell me|fill me in) (?:about|on) (?:r-?\d+|\d{4})\b|"
            r"\b(?:pull up|look up|bring up|let me see) (?:the file (?:on|for) )?(?:r-?\d+|\d{4})\b|"
            r"\bhow (?:is|are we|far are we|far have we got) (?:doing )?(?:with|on) (?:r-?\d+|\d{4})\b|"
            r"\bwhere (?:have|are) we got (?:to )?with\b|"
            r"\b(?:file|history|background|status|latest) (?:on|of|for) (?:r-?\d+|\d{4})\b",
        ),
    )
)
_NO_REFERENCE = frozenset({Verb.LIST_VOLUNTEERS, Verb.ADD_VOLUNTEER, Verb.PAUSE_VOLUNTEER, Verb.REPORT, Verb.HELP})
_TAKEN_BACK = re.compile(
    r"\b(?:no,? wait|scrap that|ignore (?:what|that|my|the)|leave (?:him|her|them|it|that|"
    r"this|r-\d+|\d{4})\b(?! (?:alone |be |as it is )?(?:until|till|til)\b)|on second thoughts|"
    r"forget (?:that|what i|i said|it)\b|cancel that|as you were)"
)
_RULED_OUT = re.compile(
    r"\b(?:don'?t|do not|didn'?t|never|not|won'?t|can'?t|cannot|shouldn'?t|wouldn'?t|mustn'?t|"
    r"isn'?t|no need to|without|nobody should)\b"
)
_UNCERTAIN = re.compile(
    r"\b(?:if|unless|maybe|perhaps|might|should|think|shall (?:we|i)|do you think|thinking of|thinking about|not sure"
    r"|could\b(?! you)|would\b(?! you)|would you (?:like|prefer|rather)|you (?:could|may|might)|whether|wonder|hop(?:e"
    r"|ing)|wish|want(?:s|ed)? to|suggest|propos\w+|ask(?:ed|s) (?:whether|if|me|about)|supposed|have to|need(?:s)? to"
    r"|what if|would it|was going to|were going to|going to|wondering|once (?:she|he|they|i|we)|when (?:she|he|they)"
    r"|could be|may be|tempted|will probably|i'?ll|i will|we'?ll|i'?d|we'?d|ought|used to|what happens|how do i|can i"
    r"|could i|am i|may i)\b"
)
_AT_ONCE = frozenset({Verb.CLOSE, Verb.ERASE, Verb.APPROVE, Verb.ASSIGN, Verb.REOPEN, Verb.RESOLVE_RISK})
_PUT_OFF = re.compile(
    r"\b(?:some ?day|one day|at some point|eventually|later|when|once|after|next (?:week|month|year)|tomorrow|soon"
    r"|in due course|in (?:a|the) (?:few|week|month|couple|future)|sometime|perhaps|maybe|yet)\b"
)
_RESOLVED = re.compile(  # a concern is resolved by saying plainly that it is
    r"(?:(?:ok|okay|yes|thanks|please|hi|morning)\W+)*(?:mark )?(?:(?:r-?\s?\d+|l-\s?\d+|\d{4}|it|this|that|now|is|as"
    r"|has|been|all|the|concern|alert|about|on|for|that's|it's|i've|i|we|we've|have"
    r"|please)\W+)*resolved?\b(?! (?:to (?!r-|l-)|by\b|soon|when|if|once|next|in\b|on (?!r-|l-)|tomorrow|later|not\b"
    r"|yet))"
)
_ALREADY = re.compile(
    r"\b(?:i|i've|we|we've|has|have|was|were|been|already|ruth|imran|he|she|they) (?:have |"
    r"has |already |just )?(?:closed|approved|assigned|held|reopened|erased|paused|noted|"
    r"closing)\b"
)
_ASKED_POLITELY = re.compile(
    r"\bcan (?:r-?\d+|\d{4}) go on hold\b|"
    r"\b(?:can|could|would|will) you\b|\bplease\b|\bcould i have\b|\bcan i have\b|\bmay i have\b"
)
_ALL = re.compile(
    r"\ball (?:of (?:them|these)|the (?:above|rest)|three|two|four|five|six|\d)\b|\ball\b(?=$|"
    r"[ ,.!]*(?:please|thanks|approved))|\bboth\b|\bthe lot\b|\beverything\b"
)
_LEADING_REFERENCE = re.compile(r"^\W*(?:(?:R-?\s?)?\d{4,6}|L-\s?\d+)\b[ \t]*[:,–-]?[ \t]*", re.IGNORECASE)
_NAME_WORD = r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*"
_NAME = re.compile(rf"(?<![\w-])(?!Assign|Give|Please|Match|Could|Can)(?:{_NAME_WORD} ){{1,2}}{_NAME_WORD}(?![\w-])")
_SPLIT = re.compile(
    r"(?:,| -)? (?:and|also|then|plus)(?: please)?,? (?=(?:please )?(?:tell me |show|who|"
    r"close|approve|assign|hold|note|reopen|erase|pause|list|add|resolve|take the flag|bring|"
    r"give|send|can you|could you|(?:r-?)?\d{4,6}\b[^,.;]{0,3}(?: to | for | is | as |:)))|"
    r", (?=(?:please )?(?:r-?)?\d{4,6} to [a-z])|"
    r", (?=(?:please |then )?(?:close|approve|assign|hold|reopen|show|park) (?:r-?)?\d{4,6}\b)",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"^(?:thanks|thank you|ta|cheers|many thanks|kind regards|regards|best|best wishes|"
    r"morning|hi|hello|hiya|afternoon)\b[^?]{0,30}$"
)
_FOR_WEEKS = re.compile(r"\bfor (?:(a fortnight)|(a|one|two|three|four) weeks?)\b")
_TOLD_OF = re.compile(r"\b(?:has|have|had) (?:written|asked|rung|emailed|requested)\b|\bdeleted?\b")
_SOMEBODY = re.compile(r"\b(?:pause|rest) (?:him|her|them)\b")
_NEIGHBOURS = 12  # sentences before or after one that may hold its reference or reason; each is read again for it


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence or a part of one, with the reference that its place lends it."""

    words: str
    plain: str
    asks: bool
    paragraph: int
    lent: str | None = None


# Our emails explain a reply behind it: "new (they would like the calls)". Copied with the reply, it says nothing more.
_EXPLAINED = re.compile(r"(?im)^([ \t]*[-*•]?[ \t]*(?:new|reopen R-\d+|for R-\d+))[ \t]*\([^()\n]{0,80}\)[ \t]*$")


# A line that begins with an order is no continuation of the line above it.
_ORDER_LINE = re.compile(
    r"(?im)^(?:please )?(?:close|approve|assign|hold|note|show|re-?open|park) (?:R-\d{4,6}|\d{4})\b(?=[^\n?]{0,60}$)"
)


def read_staff(
    letter: Letter,
    *,
    replying_to: str,
    sent_at: datetime,
    context_reference: str | None,
    volunteer_names: Sequence[str] = (),
    wording: Wording | None = None,
) -> StaffFacts:
    """Commands in the order told. ``context_reference`` is the referral that the answered mail was about, if about one.

    ``replying_to`` is the kind of our mail that is answered ("digest", or the touchpoint's word). Days are London's.
    With ``wording`` the risk in mail that staff passed on is read; what staff themselves write of a risk is none.
    """
    visible = "\n".join(line.rstrip() for line in letter.new_text.splitlines()).strip("\n")
    risk = _passed_on_risk(letter, wording)
    if letter.kind is not Kind.PERSON:
        return StaffFacts(visible_text=visible, risk=risk)
    digest = read_digest(letter.quoted_text, volunteer_names)
    reader = _Reader(digest, sent_day(sent_at), context_reference, "digest" in replying_to)
    reader.read(_pieces(letter, digest, _EXPLAINED.sub(r"\1", visible)))
    evidence = tuple(Evidence(f"command: {command.verb}", words) for command, words in reader.found)
    return StaffFacts(
        commands=_merged([command for command, _ in reader.found]),
        unclear=tuple(dict.fromkeys(reader.unclear)),
        visible_text=visible,
        risk=risk,
        evidence=evidence,
    )


def _passed_on_risk(letter: Letter, wording: Wording | None) -> RiskReading:
    if wording is None or not letter.passed_on.strip():
        return RiskReading()
    forwarded = replace(letter, subject="", new_text="", quoted_text="", answers=())
    language, certain = language_of(letter.passed_on)
    return read_risk(forwarded, wording, by="family", language=language, language_certain=certain)


def _pieces(letter: Letter, digest: Digest, visible: str) -> tuple[_Piece, ...]:
    lent = {}
    for quoted, answer in letter.answers:
        references = references_in(quoted)
        for sentence in sentences(answer):
            lent[sentence.plain] = references[0] if len(references) == 1 else None
    return tuple(
        _Piece(words, plain(words), sentence.asks, sentence.paragraph, lent.get(sentence.plain))
        for sentence in sentences(_ORDER_LINE.sub(r"\n\g<0>", visible))
        for words in _parts(sentence)
    )


def _parts(sentence: Sentence) -> Iterator[str]:
    for part in _SPLIT.split(sentence.words):
        if part.strip():
            yield part.strip()


class _Reader:
    """Reads the pieces in order; a reference or a reason may stand in a neighbouring piece of the same paragraph."""

    def __init__(self, digest: Digest, sent_on: date, context: str | None, is_digest: bool) -> None:
        self.digest = digest
        self.sent_on = sent_on
        self.context = context
        self.is_digest = is_digest
        self.found: list[tuple[StaffCommand, str]] = []
        self.unclear: list[str] = []

    def read(self, pieces: Sequence[_Piece]) -> None:
        self.pieces = pieces
        skip_to = 0
        for at, piece in enumerate(pieces):
            if at < skip_to or _SIGN_OFF.match(piece.plain):
                continue
            skip_to = self._read_piece(at, piece)

    def _read_piece(self, at: int, piece: _Piece) -> int:
        bare = bare_order(piece.plain, answers_task=not self.is_digest) if not piece.asks else None
        if bare and all(other is piece or _SIGN_OFF.match(other.plain) for other in self.pieces):
            self.found.append((bare, piece.words))
            return at + 1
        verb = next((verb for verb, words in _VERBS if words.search(piece.plain)), None)
        if verb is Verb.NOTE:
            self._add(verb, at, text=_after_colon(piece.words))
            return at + 1
        taken_back = _TAKEN_BACK.search(piece.plain)
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
        if verb is Verb.SHOW and _TOLD_OF.search(piece.plain):
            return at + 1
        self._command(verb, at, piece)
        return at + 1

    def _is_ruled_out(self, verb: Verb, piece: _Piece) -> bool:
        """A "not" before the verb rules it out; one in the reason that follows does not."""
        words = dict(_VERBS)[verb].search(piece.plain)
        before = piece.plain[: words.start()] if words else ""
        return verb not in (Verb.HELP,) and bool(_RULED_OUT.search(before.rpartition(",")[2]))

    def _is_uncertain(self, verb: Verb, piece: _Piece) -> bool:
        if verb in (Verb.HELP, Verb.LIST_VOLUNTEERS, Verb.REPORT):
            return verb is Verb.REPORT and not (
                piece.asks or _ASKED_POLITELY.search(piece.plain) or len(piece.plain) < 60
            )
        words = dict(_VERBS)[verb].search(piece.plain)
        before = piece.plain[: words.start()] if words else ""
        if _ALREADY.search(piece.plain) or _UNCERTAIN.search(before):
            return True
        if words and verb in _AT_ONCE and _PUT_OFF.search(re.split(r"[,;:]|\s-\s", piece.plain[words.end() :])[0]):
            return True
        if verb is Verb.RESOLVE_RISK and "resolve" in piece.plain and not _RESOLVED.match(piece.plain):
            return True
        if re.search(r"\b(?:if|unless|in case)\b", piece.plain) and verb is not Verb.HOLD:
            return True
        return piece.asks and verb is not Verb.SHOW and not _ASKED_POLITELY.search(piece.plain)

    def _command(self, verb: Verb, at: int, piece: _Piece) -> None:
        if verb is Verb.APPROVE and _ALL.search(piece.plain) and not references_in(piece.words):
            self._approve_all(piece)
        elif verb is Verb.ASSIGN:
            self._assign(at, piece)
        elif verb is Verb.PAUSE_VOLUNTEER:
            self._pause_volunteer(at, piece)
        elif verb in (Verb.LIST_VOLUNTEERS, Verb.REPORT, Verb.HELP):
            text = None if verb is Verb.HELP else _asked_for(piece.words, verb)
            self.found.append((StaffCommand(verb, text=text), piece.words))
        elif verb is Verb.HOLD:
            self._add(verb, at, until=self._until(piece.plain), text=_reason_in(piece.words))
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

    def _approve_all(self, piece: _Piece) -> None:
        number = re.search(r"\b(?:all|both)\b(?: (two|three|four|five|six|\d))?", piece.plain)
        wanted = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get((number and number[1]) or "")
        if "both" in piece.plain.split():
            wanted = 2
        if self.digest.for_approval and wanted in (None, len(self.digest.for_approval)):
            for reference in self.digest.for_approval:
                self.found.append((StaffCommand(Verb.APPROVE, referral=reference), piece.words))
        else:
            self.unclear.append(piece.words)

    def _assign(self, at: int, piece: _Piece) -> None:
        instead = piece.words.partition(" instead")
        told = re.split(r"\b(?:to|with|for|assign)\b", piece.words)
        after = instead[0] if instead[1] else told[-1] if len(told) > 1 else piece.words
        volunteer = (
            self.digest.volunteer(after.partition(",")[0])
            or _name_in(_LEADING_REFERENCE.sub("", after))
            or self.digest.volunteer(piece.words)
            or _name_in(piece.words)
        )
        references = self._references(at)
        if not volunteer or len(references) != 1:
            self.unclear.append(piece.words)
            return
        self.found.append(
            (StaffCommand(Verb.ASSIGN, references[0], volunteer, text=_reason_in(piece.words)), piece.words)
        )

    def _pause_volunteer(self, at: int, piece: _Piece) -> None:
        volunteer = self.digest.volunteer(piece.words)
        before = self.pieces[at - 1] if at else None
        reason = None
        if not volunteer and before and before.paragraph == piece.paragraph and _SOMEBODY.search(piece.plain):
            volunteer = None if before.asks or _doubted(before) else self.digest.volunteer(before.words)
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
        while end < len(self.pieces) and len(lines) < 8 and _is_particular(self.pieces[end]):
            lines.append(self.pieces[end].words)
            end += 1
        lines = [line for line in lines if line]
        name = next((found for line in lines if (found := _name_in(line))), None) or _name_in(piece.words)
        if not name or _RULED_OUT.search(piece.plain):
            self.unclear.append(piece.words)
            return end
        rest = [line.replace(name, "").strip(" ,") for line in lines]
        text = "\n".join(line for line in rest if line) or None
        self.found.append((StaffCommand(Verb.ADD_VOLUNTEER, volunteer=name, text=text), piece.words))
        return end

    def _short_answer(self, at: int, piece: _Piece) -> None:
        """ "Seen", "yes", "done", "new": answers that begin a sentence, with what goes with them."""
        answer = short_answer(piece.plain, asks=piece.asks) or told_call(piece.plain, asks=piece.asks)
        if answer is None:
            if references_in(piece.words) and (piece.asks or _UNCERTAIN.search(piece.plain)):
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

    def _answered(self, at: int, piece: _Piece, answer: ShortAnswer, verb: Verb) -> None:
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

    def _called(self, at: int, piece: _Piece) -> None:
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

    def _joins(self, piece: _Piece) -> None:
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
        if length := _FOR_WEEKS.search(words):
            weeks = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[length[2] or "two"]
            return self.sent_on + timedelta(weeks=weeks)
        return next(
            (first - timedelta(days=1) for word, first in month_begins(words, self.sent_on) if word != "in"), None
        )

    def _reason_around(self, verb: Verb, at: int) -> str | None:
        """The rest of the piece after the command, else what stands around it in the same paragraph."""
        piece = self.pieces[at]
        own = _rest_of_command(piece.words, verb)
        if own:
            return own
        first = max(0, at - _NEIGHBOURS)
        around = [
            _LEADING_REFERENCE.sub("", other.words)
            for place, other in enumerate(self.pieces[first : at + _NEIGHBOURS + 1], first)
            if other.paragraph == piece.paragraph
            and place != at
            and not any(words.search(other.plain) for _, words in _VERBS)
            and not _SIGN_OFF.match(other.plain)
        ]
        return " ".join(around).strip() or None


# --------------------------------------------------------------------------------------------------- words in a piece


def _after_colon(words: str) -> str | None:
    after = words.partition(":")[2].strip()
    if after:
        return after
    rest = re.sub(
        r"(?i)^(?:please |can you |could you )?(?:(?:add|make|put) (?:a )?)?note\b(?: (?:on|for|to))?"
        r"\s*(?:R-?\s?\d{4,6}|\d{4})?\W*",
        "",
        words,
    )
    return rest.strip() or None


def _reason_in(words: str) -> str | None:
    """What follows the first comma after the command, where it is a reason: "..., Desmond's full"."""
    bare = _LEADING_REFERENCE.sub("", words)
    reason = bare.partition(",")[2].strip(" .")
    if not reason or len(reason.split()) < 2 or re.match(r"(?i)(?:R-?)?\d|not |till|until|please|say ", reason):
        return None
    return reason


def _rest_of_command(words: str, verb: Verb) -> str | None:
    bare = _LEADING_REFERENCE.sub("", words)
    if verb is Verb.ERASE and re.search(r"(?i)\bhas asked|wants|requested", bare):
        asked = re.search(r"(?i)(?:has asked|wants|requested)\b.*", bare)
        return asked[0].strip(" .") if asked else None
    colon = bare.partition(":")[2].strip()
    if colon:
        return colon
    found = dict(_VERBS)[verb].search(bare.lower())
    after = bare[found.end() :] if found else ""
    after = re.sub(
        r"(?i)^[\s,]*(?:please\b)?[\s,]*(?:R-?\s?\d{4,6}\b|L-\s?\d+\b|\d{4}\b)?[\s,]*(?:please\b)?[\s,.:;–-]*",
        "",
        after,
    )
    after = re.sub(r"(?i)^(?:as|because|since)\s+", "", after)
    return after.strip() if len(after.split()) >= 2 else None


def _asked_for(words: str, verb: Verb) -> str | None:
    if verb is Verb.REPORT:
        found = re.search(r"(?i)\b(?:the )?((?:figures|statistics|stats|numbers|report|how many)\b.*)", words)
        return found[1].strip(" ?.") if found else None
    found = re.search(r"(?i)\b(?:room|space|capacity|free|available)\b(?: on)?(?: a| an| the)?\s*(.*)", words)
    if not found:
        return None
    asked = found[1].strip(" ?.")
    return asked or None


def _name_in(words: str) -> str | None:
    found = _NAME.search(words)
    return found[0] if found else None


def _doubted(piece: _Piece) -> bool:
    return bool(_UNCERTAIN.search(piece.plain) or _RULED_OUT.search(piece.plain) or references_in(piece.words))


def _is_particular(piece: _Piece) -> bool:
    """A line that tells something of the new volunteer, not the next command."""
    if references_in(piece.words) and not re.search(r"\d{3} ?\d{3}", piece.words):
        return False
    return not any(words.search(piece.plain) for _, words in _VERBS) and len(piece.words) > 2


def _merged(commands: Sequence[StaffCommand]) -> tuple[StaffCommand, ...]:
    """One command told twice is one command; the telling with a reason lends it."""
    merged: dict[tuple[Verb, str | None, str | None, str | None], StaffCommand] = {}
    for command in commands:
        key = (command.verb, command.referral, command.volunteer, command.text if command.verb is Verb.NOTE else None)
        known = merged.get(key)
        merged[key] = (
            command
            if known is None
            else replace(known, text=known.text or command.text, until=known.until or command.until)
        )
    resolved = {command.referral for command in merged.values() if command.verb is Verb.RESOLVE_RISK}
    return tuple(
        command
        for command in merged.values()
        if not (command.verb is Verb.CALLED and command.referral in resolved)  # the call is the resolution's reason
    )
