"""What was newly written, what was only quoted, what was forwarded, and which answer stands under which quoted line.

Works on lines of text (HTML comes with its quoted blocks marked by ">"). Where a mail could be cut in two ways, a
quotation left in the new text is a smaller harm than a person's own words lost. Every pattern is tried on a short line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

MARKERS = {
    "en": "— please write your answer above this line —",
    "cy": "— ysgrifennwch eich ateb uwchben y llinell hon —",
}

MOST_LINES = 20_000
_LONGEST_SIGNATURE = 40  # lines
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
    forward = bool(_FORWARD_SUBJECT.match(subject))
    return Circumstances(
        is_reply=not forward and (replies or bool(_REPLY_SUBJECT.match(subject))),
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
    new_text = _without_work_signature("\n\n".join(new), around.sender_name)
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
        if _FORWARDED.match(head):
            return self._role_of_mail(at, forwarded=True)
        if _ORIGINAL.match(head) and self._has_header_block(at + 1):
            return self._role_of_mail(at, forwarded=False)
        if _is_marker(head):
            self._drop_attribution_above(at)
            return _Role.QUOTED
        if head[-1] == ":":
            return self._after_attribution(at)
        if _FROM.match(head) and self._is_header_block(at) and not self._is_own_memo(at):
            return self._role_of_mail(at, forwarded=False)
        return None

    def _role_of_mail(self, at: int, *, forwarded: bool) -> _Role:
        """Quoted or passed on? Our own mail is never passed on to us."""
        nearby = " ".join(self.heads[at : at + 6])
        author = re.search(
            r"(?:^|\s)\*?(?:" + _FROM_LABELS + r")\*?\s?:(.*?)(?=$|\s\*?(?:" + _OTHER_LABELS + r")\*?\s?:)",
            nearby,
            re.I,
        )
        if author and any(self.around.is_own_address(address.lower()) for address in _ADDRESS.findall(author[1])):
            return _Role.QUOTED
        if forwarded or not self.around.is_reply:
            return _Role.PASSED
        return _Role.QUOTED

    def _has_header_block(self, at: int) -> bool:
        return any(
            _FROM.match(head) and self._is_header_block(at + step) for step, head in enumerate(self.heads[at : at + 4])
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

    def _is_own_memo(self, at: int) -> bool:
        """A letter that begins "From: … To: … Subject: …" in its writer's own hand."""
        return not self.around.is_reply and not self.around.is_forward and at <= self.first

    def _back_over_rules(self, at: int) -> int:
        begin = at
        while begin > 0 and _label_of(self.heads[begin - 1]) and at - begin < 3:
            begin -= 1
        while begin > 0 and not self.heads[begin - 1].strip("-_=* "):
            begin -= 1
        if begin > 0 and _ORIGINAL.match(self.heads[begin - 1]):
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
        strong = bool(_ADDRESS.search(block)) or bool(_DATE.search(block) and _TIME.search(block))
        if not marked and not (following and strong):
            return None
        self._give(self._back_over_rules(begin), at + 1, _Role.DROPPED)
        if any(self.around.is_own_address(address.lower()) for address in _ADDRESS.findall(block)):
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
            if not _VERB.search(block):
                return None
            if _STARTS.match(block) and (_ADDRESS.search(block) or _DIGITS.search(block)):
                return begin
        block = self.heads[at]
        return at if _ADDRESS.search(block) else None

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
            if self.given[at] is None and len(self.heads[at]) < 120 and _DEVICE.match(self.heads[at]):
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
            len(head) > 100 or _SENTENCE.search(head) or _NUMBER.search(head) for head in block
        )


def _label_of(head: str) -> str:
    """Which of the header lines of a quoted mail it is: "sent", "to", "subject", or none: ""."""
    return next((name for name, pattern in _LABELS if pattern.match(head)), "")


def _is_marker(head: str) -> bool:
    return bool(_MARKER.search(head))


def _looks_attributing(head: str) -> bool:
    return len(head) < 300 and bool(_ADDRESS.search(head) or (_DATE.search(head) and _TIME.search(head)))


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
    return _MARKS.sub("", line[:2_000]).strip() + line[2_000:].rstrip()


def _tidy(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _without_work_signature(text: str, sender_name: str) -> str:
    """Without what follows the writer's name when all of it looks like a signature of work: title, firm, disclaimer.

    A number alone below the name is kept: families write theirs there.
    """
    names = _ways_to_sign(sender_name)
    rows = text.split("\n")
    for at in range(max(1, len(rows) - _LONGEST_SIGNATURE), len(rows) - 1):
        if rows[at].strip().strip(",.").lower() not in names:
            continue
        after = [line.strip() for line in rows[at + 1 :] if line.strip()]
        first = after[0].lower() if after else ""
        opens = "|" in first or bool(_TITLE.search(first)) or first.startswith(sender_name.lower() or "|")
        if opens and all(_is_signature_line(line) for line in after):
            return "\n".join(rows[: at + 1]).rstrip()
    return text


def _ways_to_sign(sender_name: str) -> frozenset[str]:
    name = sender_name.lower().split(" - ")[0].strip()
    if "," in name:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    words = name.split()
    if not words:
        return frozenset()
    initials = [word[0] for word in words]
    return frozenset({name, words[0], initials[0], "".join(initials), ".".join(initials)})


def _is_signature_line(line: str) -> bool:
    if _DISCLAIMER.search(line) or "|" in line or _CONTACT.search(line):
        return True
    return len(line) <= 70 and not _SENTENCE.search(line)


def _doubts(new_text: str, quoted: str, answered: bool) -> list[str]:
    if quoted and not new_text:
        return ["nothing is written above or between the quoted lines; an answer may stand among them"]
    if quoted and not answered and _ANSWERS_BELOW.search(new_text[:1_000]):
        return ["answers may stand among the quoted lines"]
    return []


# ------------------------------------------------------------------------------------------------------------- wording

_REPLY_SUBJECT = re.compile(
    r"\s*(re|aw|antw|antwort|sv|rif|r|ref|res|odp|ynt|ateb|ymateb|atb)\s*(\[\d+\]|\(\d+\))?\s*:", re.IGNORECASE
)
_FORWARD_SUBJECT = re.compile(r"\s*(fwd?|wg|tr|i|rv|enc|pd|doorst|vb|ymlaen|anfonwyd ymlaen)\s*:", re.IGNORECASE)

_MARKER = re.compile(
    r"(please write your answer above this line|ysgrifennwch eich ateb uwchben y llinell hon)", re.IGNORECASE
)
_ORIGINAL = re.compile(
    r"[-_]{2,} ?(original message|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original"
    r"|mensaje original|mensagem original|(oryginalna wiadomość|wiadomość oryginalna)|neges wreiddiol"
    r"|messaggio originale"
    r"|oorspronkelijk bericht|original-nachricht) ?[-_]{2,}$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"(?:[-_]{2,} ?(forwarded (message|by .{1,80})|weitergeleitete nachricht|message transféré|mensaje reenviado"
    r"|mensagem encaminhada|(przekazana wiadomość|wiadomość przekazana)|neges a anfonwyd ymlaen"
    r"|neges wedi['’]i hanfon ymlaen|messaggio inoltrato|doorgestuurd bericht) ?[-_]{2,}"
    r"|(begin forwarded message|anfang der weitergeleiteten nachricht|début du message réexpédié"
    r"|inicio del mensaje reenviado"
    r"|dechrau('r)? neges a anfonwyd ymlaen) ?:)$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=*]{5,}$")
_MARKS = re.compile(r"^[ \t]{0,8}(?:>[ \t]?){1,20}")

_FROM_LABELS = r"from|von|de|od|da|van|fra|från|oddi wrth|gan|o"
_OTHER_LABELS = r"sent|date|gesendet|datum|envoyé|enviado|fecha|data|wysłano|to|an|à|para|do|at|cc|subject|betreff|pwnc"
_FROM = re.compile(rf"\*?(?:{_FROM_LABELS})\*?\s?:\*?\s*\S", re.IGNORECASE)
_LABELS = tuple(
    (name, re.compile(rf"\*?(?:{labels})\*?\s?:", re.IGNORECASE))
    for name, labels in (
        (
            "sent",
            "sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada(?: "
            "em)?|fecha|data|wysłano|inviato|verzonden|anfonwyd"
            "|dyddiad|skickat|sendt",
        ),
        ("to", "to|an|à|a|para|do|aan|til|till|at|i|cc"),
        ("subject", "subject|betreff|objet|asunto|assunto|temat|oggetto|onderwerp|pwnc|testun|emne|ämne"),
    )
)

_VERB = re.compile(
    r"(?<!\w)(wrote|writes|schrieb|geschrieben|a écrit|écrit|escribió|escribio|escreveu|napisał(?:\(a\)|a)?|pisze|"
    r"ysgrifennodd|ysgrifennwyd|ha scritto|schreef|skrev|написал(?:\(а\)|а)?|пише|a scris|írta|yazdı|a ecrit)(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|mie|jue|vie|sáb|sab|dom"
    r"|seg|ter|"
    r"qua|qui|sex|pon|wt|śr|czw|pt|sob|niedz|ndz|llun|maw|merch|iau|gwe|sad|sul)\w{0,8}\.?,?"
)
_STARTS = re.compile(
    rf"(?:on|am|le|el|em|op|il|ar|w dniu|dnia|den|på)\s+(?:\w{{2,12}}\.?,?\s+){{0,2}}\d|{_WEEKDAY}\s+\d"
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|[^<>@]{{1,80}}<[^<>@\s]{{1,80}}@[^<>@\s]{{1,80}}>\s+(?:wrote|escreveu|schrieb|ysgrifennodd)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,80}@[^\s<>()\[\],;:\"@]{1,120}")
_DIGITS = re.compile(r"\d")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_TIME = re.compile(r"\d{1,2} ?[:.h] ?\d\d|\d ?[ap]\.?m", re.IGNORECASE)

_DEVICE = re.compile(
    r"(?:(?:sent|written) (?:from|via|using|with|by) (?:my |the |a )?(?:i ?phone|i ?pad|i ?pod|galaxy|samsung"
    r"|android|huawei"
    r"|xperia|sony|blackberry|nokia|windows|htc|lg|pixel|google|motorola|moto|oneplus|xiaomi|honor|kindle|amazon|mobile"
    r"|(?:smart)?phone|tablet|device|yahoo|outlook|hotmail|mail for|gmail|proton|aol|bt|sky|talktalk|virgin"
    r"|mail\.com|gmx"
    r"|spark|edison|tutanota|fastmail|icloud|three|ee\b|vodafone|o2)\b[^?!<]{0,40}(?:<https?:[^>]{0,60}>?)?"
    r"|get outlook for (?:ios|android|mac)\b.{0,60}|get bluemail for .{0,30}"
    r"|anfonwyd o(?:['’]m| fy)? ?(?:iphone|ipad|ffôn|android|galaxy).{0,20}"
    r"|von meinem (?:iphone|ipad|samsung|handy|smartphone|android)\b.{0,40}gesendet|gesendet (?:von|mit) .{1,40}"
    r"|envoyé (?:de|depuis) mon .{1,30}|enviado desde mi .{1,30}|enviado do meu .{1,30}"
    r"|wysłan[oe] z (?:mojego )?(?:iphone|ipad|telefonu|smartfona|urządzenia).{0,30}|inviato dal? mio .{1,30}"
    r"|verzonden vanaf mijn .{1,30}|virus-free\.? ?(?:www\.)?(?:avast|avg)?.{0,60}"
    r"|(?:yahoo mail|aol mail): search, organi[sz]e, conquer.{0,60})$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\?|!|\b(?:i|i['’]m|i['’]ve|i['’]ll|me|my|he|she|him|her|we|please|can|could|would|will|call|ring|ps|p\.s)\b"
    r"|\w\.\s+[A-Z]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[ -]?\d){6}")  # of a telephone: it may be the very thing that was written
_TITLE = re.compile(
    r"\b(officer|manager|worker|advis[eo]r|solicitor|nurse|teacher|chaplain|director|co-?ordinator|consultant"
    r"|prescriber"
    r"|practitioner|assistant|associate|lead|head of|fellow|lecturer|professor|deputy|senior|secretary|administrator"
    r"|keeper|counsellor|therapist|partner at|executive|doctor|pennaeth|rheolwr|swyddog|gweithiwr)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"https?://|www\.|@|\b(?:tel|telephone|phone|mobile|mob|ddi|direct|office|reception|fax|ffôn)\b", re.IGNORECASE
)
_DISCLAIMER = re.compile(
    r"confidential|intended recipient|disclaimer|registered (?:in|charity|office|company|number)|limited liability"
    r"|privileged"
    r"|views expressed|legally binding|before printing|safeguarding and promoting|elusen gofrestredig|cyfrinachol",
    re.IGNORECASE,
)
_ANSWERS_BELOW = re.compile(
    r"\b(see|my|the|answers?|repl(?:y|ies)|comments?|responses?)\b.{0,40}\b(below|inline|in line|in (?:red|blue"
    r"|green|bold|capitals|caps))\b"
    r"|\b(?:gweler|atebion) .{0,20}\bisod\b|\b(?:answers?|repl(?:y|ies)) (?:are )?underneath\b",
    re.IGNORECASE,
)
