"""Person, auto-reply, bounce, complaint, read receipt, list, or our own mail: RFC 3834, 3464, 5965, 8098, and habit.

A person's letter must never be taken for a machine's: what is in doubt is a person's. One sign that only machines give
is enough; signs that people give too count only together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from mailbot.reading.letter import Evidence, Kind, Mailbox
from mailbot.reading.mail.bounce import DAEMON, FAILURE
from mailbot.reading.mail.headers import Headers


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the kind of a letter is told from. ``words`` is the newly written text, ``types`` the type of every part."""

    headers: Headers
    sender: Mailbox
    reply_to: tuple[Mailbox, ...]
    subject: str
    words: str
    message_id: str
    replies_to: tuple[str, ...]
    types: frozenset[str]
    report_type: str
    is_own_message_id: Callable[[str], bool]
    is_own_address: Callable[[str], bool]
    written_to_us: bool  # does To or Cc name our address?

    @property
    def answers_ours(self) -> bool:
        return any(self.is_own_message_id(told) for told in self.replies_to)


def kind_of(sheet: Sheet) -> tuple[Kind, Evidence | None]:
    """The kind, with the words that decided it; a person's needs none."""
    for kind, find in _IN_ORDER:
        if words := find(sheet):
            return kind, Evidence("kind", words[:200])
    return Kind.PERSON, None


def _own(sheet: Sheet) -> str:
    if sheet.message_id and sheet.is_own_message_id(sheet.message_id):
        return f"Message-ID: {sheet.message_id}"
    submitted = _submitted(sheet)
    if sheet.is_own_address(sheet.sender.address) and submitted == "auto-generated":
        return f"From: {sheet.sender.address}, Auto-Submitted: {submitted}"
    return ""


def _complaint(sheet: Sheet) -> str:
    if sheet.report_type == "feedback-report":
        return "a feedback report (RFC 5965)"
    return ""


def _receipt(sheet: Sheet) -> str:
    if sheet.report_type == "disposition-notification" and not _rejects(sheet):
        return "a disposition notification (RFC 8098)"
    if _READ_SUBJECT.match(sheet.subject) and (read := _WAS_READ.search(sheet.words[:1_500])):
        return f"{sheet.subject[:60]} … {read[0]}"
    return ""


def _rejects(sheet: Sheet) -> bool:
    """Dovecot tells by a disposition notification that a mailbox is full or refuses the mail."""
    return "rejected" in sheet.headers.first("auto-submitted").lower() or "rejected" in sheet.subject.lower()


def _bounce(sheet: Sheet) -> str:
    from_machine = bool(DAEMON.match(sheet.sender.address)) or _null_path(sheet)
    if sheet.report_type == "disposition-notification":
        return "a disposition notification that tells of a rejection (RFC 8098)"
    if sheet.report_type == "delivery-status" or (from_machine and "message/delivery-status" in sheet.types):
        return "a delivery report (RFC 3464)"
    if sheet.headers.first("x-failed-recipients"):
        return "X-Failed-Recipients"
    if not from_machine and sheet.sender.address:
        return ""
    told = FAILURE.search(sheet.subject) or (FAILURE.search(sheet.words[:3_000]) if from_machine else None)
    return f"{sheet.sender.address or 'Return-Path: <>'}: {told[0]}" if told else ""


def _mailing_list(sheet: Sheet) -> str:
    """Mail through a list and bulk mail, unless it answers us or the list is our own address (a Google group)."""
    if sheet.answers_ours or _own_list(sheet):
        return ""
    listed = sheet.headers.first("list-id") or sheet.headers.first("mailing-list")
    precedence = sheet.headers.first("precedence").strip().lower()
    to_many = any(sheet.headers.has(name) for name in ("list-unsubscribe", "list-post", "feedback-id"))
    if listed and (to_many or precedence in _BULK or not sheet.written_to_us):
        return f"List-Id: {listed}"
    return f"Precedence: {precedence}" if precedence == "list" or (precedence in _BULK and to_many) else ""


def _auto_reply(sheet: Sheet) -> str:
    return _by_header(sheet) or _by_subject(sheet) or _by_words(sheet)


def _by_header(sheet: Sheet) -> str:
    submitted = _submitted(sheet)
    if submitted not in ("", "no") and not (submitted == "auto-generated" and _passes_on_a_form(sheet)):
        return f"Auto-Submitted: {submitted}"
    if _NEVER_A_PERSON.match(sheet.sender.address):
        return f"From: {sheet.sender.address}"
    for name in _ONLY_AUTO:
        value = sheet.headers.first(name).strip()
        if sheet.headers.has(name) and value.lower() not in ("no", "none", "false", "0"):
            return f"{name}: {value}"
    for name, pattern in _AUTO_VALUES:
        if (value := sheet.headers.first(name)) and pattern.search(value):
            return f"{name}: {value}"
    return ""


def _by_subject(sheet: Sheet) -> str:
    """ "Automatic reply: …" with its colon, or such a subject beside another sign."""
    found = _AUTO_SUBJECT.match(sheet.subject)
    if found is None or found["colon"]:
        return sheet.subject if found else ""
    signs = _Signs.of(sheet)
    return sheet.subject if signs.hints or signs.absent or signs.machine else ""


def _by_words(sheet: Sheet) -> str:
    """By wording alone: what only a machine writes beside anything else of the kind, or absence beside a hint."""
    if len(sheet.words) > _LONGEST_AUTO:
        return ""
    signs = _Signs.of(sheet)
    formal = len(signs.formal) + len(signs.thanks)
    machine = len(signs.machine) >= 2 or (signs.machine and (formal or signs.absent or signs.hints))
    absent = signs.absent and signs.hints
    if machine or absent or (len(signs.formal) >= 2 and signs.hints) or len(signs.formal) >= 3:
        return "; ".join((*signs.machine, *signs.formal, *signs.absent, *signs.thanks, *signs.hints))
    return ""


@dataclass(frozen=True, slots=True)
class _Signs:
    """Words found: those only a machine writes, those people write too, absence, thanks; and hints of the headers."""

    machine: list[str]
    formal: list[str]
    absent: list[str]
    thanks: list[str]
    hints: list[str]

    @classmethod
    def of(cls, sheet: Sheet) -> _Signs:
        words = " ".join(sheet.words[:_LONGEST_AUTO].split())
        machine, formal, absent, thanks = (
            [found[0] for pattern in patterns if (found := pattern.search(words))]
            for patterns in (_MACHINE, _FORMAL, _ABSENT, _THANKS)
        )
        return cls(machine, formal, absent, thanks, _hints(sheet))


def _hints(sheet: Sheet) -> list[str]:
    """Signs that a person's mail may carry as well."""
    hints = []
    if _SUPPRESS.search(sheet.headers.first("x-auto-response-suppress")):
        hints.append("X-Auto-Response-Suppress")
    if sheet.headers.first("precedence").strip().lower() in ("bulk", "junk"):
        hints.append("Precedence")
    if _null_path(sheet):
        hints.append("Return-Path: <>")
    if _NO_REPLY.match(sheet.sender.address):
        hints.append(sheet.sender.address)
    if sheet.headers.has("x-ms-exchange-inbox-rules-loop"):
        hints.append("X-MS-Exchange-Inbox-Rules-Loop")
    return hints


def _submitted(sheet: Sheet) -> str:
    return re.split(r"[;\s(]", sheet.headers.first("auto-submitted").strip().lower())[0]


def _passes_on_a_form(sheet: Sheet) -> bool:
    """A website's form: written by a machine, yet the words are a person's, who is named in Reply-To."""
    others = [box.address for box in sheet.reply_to if box.address and box.address != sheet.sender.address]
    return bool(others) and not sheet.replies_to and not sheet.headers.has("list-unsubscribe")


def _null_path(sheet: Sheet) -> bool:
    return any(value.strip() == "<>" for value in sheet.headers.all("return-path")[:1])


def _own_list(sheet: Sheet) -> bool:
    told = " ".join(sheet.headers.first(name) for name in ("list-id", "list-post", "mailing-list"))
    addresses = re.findall(r"[^\s<>:;,]{1,200}@[^\s<>:;,?]{1,200}", told.lower())
    dotted = re.findall(r"<([^<>@\s]{1,200})>", told.lower())
    return any(sheet.is_own_address(address) for address in addresses) or any(
        sheet.is_own_address(name.replace(".", "@", 1)) for name in dotted
    )


_IN_ORDER: tuple[tuple[Kind, Callable[[Sheet], str]], ...] = (
    (Kind.OWN, _own),
    (Kind.COMPLAINT, _complaint),
    (Kind.RECEIPT, _receipt),
    (Kind.BOUNCE, _bounce),
    (Kind.AUTO_REPLY, _auto_reply),
    (Kind.MAILING_LIST, _mailing_list),
)

_BULK = ("list", "bulk", "junk")
_LONGEST_AUTO = 2_500  # characters; a longer letter is nobody's out-of-office


def _patterns(*sources: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


_ONLY_AUTO = (
    "x-autoreply", "x-auto-reply", "x-autorespond", "x-autoresponder", "x-autoreply-from", "x-mail-autoreply",
    "x-vacation", "x-autoreply-domain", "x-autogenerated-reply",
)  # fmt: skip
_AUTO_VALUES = (
    ("precedence", re.compile(r"auto[-_]?reply", re.IGNORECASE)),
    ("preference", re.compile(r"auto[-_]?reply", re.IGNORECASE)),
    ("x-precedence", re.compile(r"auto[-_]?reply", re.IGNORECASE)),
    ("x-post-messageclass", re.compile(r"autoresponder", re.IGNORECASE)),
    ("delivered-to", re.compile(r"^\s*autoresponder\s*$", re.IGNORECASE)),
    ("x-fc-machinegenerated", re.compile(r"true", re.IGNORECASE)),
    # Apple's own rules write this header for filing as well ("MOVE_TO_FOLDER/…"), which says nothing about the writer
    ("x-apple-action", re.compile(r"vacation|auto.?reply|out.?of.?office", re.IGNORECASE)),
    ("x-mailer", re.compile(r"vacation|autorespond|auto-?reply", re.IGNORECASE)),
)
_NEVER_A_PERSON = re.compile(r"(mailer[-_.]?daemon|microsoftexchange[0-9a-f]{16,})@", re.IGNORECASE)
_SUPPRESS = re.compile(r"all|oof|autoreply", re.IGNORECASE)
_NO_REPLY = re.compile(r"(no|do[-_.]?not|don'?t)[-_.]?reply|auto-?(reply|respon)|noreply", re.IGNORECASE)
_READ_SUBJECT = re.compile(r"(read|not read|gelesen|lu|leído|lida|darllenwyd)\s*:", re.IGNORECASE)
_WAS_READ = re.compile(r"was (read|opened|displayed) on|was deleted without being read", re.IGNORECASE)
_AUTO_SUBJECT = re.compile(
    r"\s*\[?(automatic(ally generated)? (reply|response)|auto[- ]?(matic )?(reply|response|respond(er)?|answer)"
    r"|automated (reply|response)|out[- ]of[- ](the[- ])?office( (auto)?reply)?|ooo|away from (my|the) (office|desk"
    r"|mail)"
    r"|on (annual|maternity|paternity|sick) leave|ymateb awtomatig|ateb awtomatig|neges awtomatig|atebiad awtomatig"
    r"|allan o['’]r swyddfa|i ffwrdd o['’]r swyddfa|automatische antwort|abwesenheits?notiz|abwesend"
    r"|réponse automatique|respuesta automática|resposta automática|risposta automatica|automatisch antwoord"
    r"|odpowiedź automatyczna|autosvar|răspuns automat)\]?\s*(?P<colon>:|$)?",
    re.IGNORECASE,
)
_MACHINE = _patterns(
    r"(?<![\w'’])this is an? (auto(mat(ed|ic)(ally[- ]generated)?|[- ]?generated|-?reply))|dyma (neges"
    r"|ymateb) awtomatig",
    r"(?:^|[.!?*] ?)\W{0,3}(automated|automatic) (response|reply|message)\b",
    r"\b(mailbox|inbox|account|address) (is|was) (not|un-?)\s?(being )?(monitored|checked|read|attended)"
    r"|nid yw'r (blwch|cyfeiriad) .{0,30}ei fonitro",
    r"\bwe (aim|endeavour|will endeavour|try) to (respond|reply|answer)\b.{0,60}\bwithin\b|byddwn yn ceisio ateb",
    r"\b(automatically generated|auto[- ]generated|wedi['’]i gynhyrchu'n awtomatig)\b",
)
_FORMAL = _patterns(
    r"(?:^|[.!?:*] ?)\W{0,3}(please )?do not (reply|respond) to this|peidiwch ag ateb (y|yr)",
    r"\b(your|this) (e-?mail|message|enquiry|query)( \w+)? (has been|was) (successfully )?received"
    r"|, which has been received|mae eich (neges|e-bost) wedi (cyrraedd|ei d[de]+rbyn)",
    r"\bif your (matter|enquiry|query|request|message) (is urgent|cannot wait|can't wait)\b",
)
_ABSENT = _patterns(
    r"\b(out of|away from) (the|my) (office|desk)\b|allan o['’]r swyddfa|i ffwrdd o['’]r swyddfa",
    r"\bon (annual|maternity|paternity|parental|sick|study|compassionate)? ?leave\b|ar wyliau|ar (fy ng)?ngwyliau",
    r"\b(no|limited|little|intermittent) access to (my )?(e-?mails?|internet)\b",
    r"\bnot be (reading|checking|monitoring|picking up|accessing) (my |any )?(e-?mails?|messages?)",
    r"\b(respond|reply|get back|answer|deal with)\b.{0,60}\b(on|upon|when|after) (my|i) return|pan fyddaf yn ôl"
    r"|ar ôl dychwelyd",
)
_THANKS = _patterns(
    r"^\W*(dear \w+,? )?(many )?thank(s| you)( very much)? for (your (e-?mail|message|enquiry)|contacting|e-?mailing"
    r"|getting in touch)"
    r"|^\W*diolch (yn fawr )?am (eich|gysylltu|e-?bostio)",
)
