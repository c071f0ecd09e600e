"""Header fields of one part, read leniently: folding, RFC 2047 words, RFC 2231 parameters, addresses, dates, ids.

The library's own readers raise on real mail (IndexError, AttributeError, LookupError), so only its date parser is used.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from mailbot.reading.letter import Mailbox
from mailbot.reading.mail.charsets import decode_bytes
from mailbot.reading.mail.plain_text import clean
from mailbot.reading.mail.unseen import without_unseen

MOST_FIELDS = 2_000
LONGEST_SECTION = 400_000  # bytes of one header section
LONGEST_FIELD = 20_000  # characters; the rest of a longer one is not read
MOST_ADDRESSES = 500

_FIELD = re.compile(r"([!-9;-~]{1,200})[ \t]*:(.*)", re.DOTALL)
_BLANK_LINE = re.compile(rb"\n\r?\n")
# some senders leave question marks in a word as they are, and some never end the last one
_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?((?:[^?]|\?(?!=)){0,2000})(?:\?=|$)")
_ID = re.compile(r"<[^<>\s]{1,400}>")
_PARAMETER = re.compile(r";\s*([^\s=;\"]{1,80})\s*=\s*(\"(?:[^\"\\]|\\.)*\"|[^;]*)", re.DOTALL)
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,200}@[^\s<>()\[\],;:\"@]{1,250}")


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields in their order, names in lower case, values unfolded but not decoded."""

    fields: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> list[str]:
        return [value for field, value in self.fields if field == name]

    def first(self, name: str) -> str:
        """The first value of that name, or ""."""
        return next((value for field, value in self.fields if field == name), "")

    def has(self, name: str) -> bool:
        return any(field == name for field, _ in self.fields)

    def text(self, name: str) -> str:
        """The first value with its RFC 2047 words decoded and white space made single spaces."""
        return " ".join(without_unseen(decode_words(self.first(name))).split())


def split_headers(raw: bytes, begin: int = 0, stop: int | None = None) -> tuple[Headers, int]:
    """The header section of ``raw`` from ``begin`` on, and where the body begins; nothing after ``stop`` is looked at.

    A beginning that is no header field at all makes everything body; an mbox "From " line before them is passed over.
    """
    fields: list[tuple[str, str]] = []
    stop = len(raw) if stop is None else stop
    at, held = begin, ""
    for line, start, end in _lines(raw, begin, stop):
        at = end
        if start - begin > LONGEST_SECTION or len(fields) >= MOST_FIELDS:
            blank = _BLANK_LINE.search(raw, start, stop)
            return Headers(tuple(fields)), blank.end() if blank else stop
        if not line.strip():
            break
        if line[0] in " \t":
            held = held + " " + line.strip() if len(held) < LONGEST_FIELD else held
            continue
        if not _FIELD.match(line):
            if not fields and not held and line.startswith(("From ", ">From ")):
                continue
            at = start  # a line that is no field ends the section, as a body would
            break
        _keep(fields, held)
        held = line
    _keep(fields, held)
    return Headers(tuple(fields)), at


def _lines(raw: bytes, at: int, stop: int) -> Iterator[tuple[str, int, int]]:
    while at < stop:
        end = raw.find(b"\n", at, stop)
        end = stop if end < 0 else end + 1
        yield decode_bytes(raw[at : min(end, at + LONGEST_FIELD)], "").rstrip("\r\n").replace("\0", ""), at, end
        at = end


def _keep(fields: list[tuple[str, str]], line: str) -> None:
    if len(fields) < MOST_FIELDS and (field := _FIELD.match(line)):
        fields.append((field[1].lower(), field[2].strip()[:LONGEST_FIELD]))


def decode_words(value: str) -> str:
    """RFC 2047 words decoded; neighbours of one charset are joined before, since some senders cut letters in two."""
    if "=?" not in value:
        return value
    out: list[str] = []
    charset, held, at = "", b"", 0
    for word in _WORD.finditer(value):
        between = value[at : word.start()]
        raw = _word_bytes(word[2], word[3])
        if held and not between.strip() and word[1].lower() == charset:
            held += raw
        else:
            out.append(decode_bytes(held, charset))
            if between.strip() or not held:
                out.append(between)
            charset, held = word[1].lower(), raw
        at = word.end()
    out.append(decode_bytes(held, charset))
    out.append(value[at:])
    return "".join(out)


def _word_bytes(encoding: str, text: str) -> bytes:
    if encoding in "qQ":
        return binascii.a2b_qp(text.replace("_", " ").encode("utf-8", "replace"))
    return base64_bytes(text.encode("ascii", "ignore"))


def base64_bytes(raw: bytes) -> bytes:
    """Base64 decoded as far as it goes; what is no base64 sign is passed over.

    Several texts set one after the other are decoded each: padding ends one of them.
    """
    out, held = [], b""
    for piece in raw.translate(None, _NO_BASE64).split(b"="):
        held += piece
        if len(held) % 4 != 1:
            out.append(_unpadded(held))
            held = b""
    out.append(_unpadded(held[:-1]))
    return b"".join(out)


_NO_BASE64 = re.sub(rb"[A-Za-z0-9+/=]", b"", bytes(range(256)))


def _unpadded(signs: bytes) -> bytes:
    try:
        return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))
    except binascii.Error:
        return b""


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """The value before the first semicolon, in lower case, and the parameters (RFC 2045, 2231), names in lower case."""
    value = value[:4_000]
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, str]]] = {}
    for name, raw in _PARAMETER.findall(value):
        raw = raw.strip()
        text = re.sub(r"\\(.)", r"\1", raw[1:-1]) if len(raw) > 1 and raw[0] == raw[-1] == '"' else raw.strip("\"'")
        stem, star, rest = name.lower().partition("*")
        if star:
            pieces.setdefault(stem, []).append((int(rest.strip("*")) if rest.strip("*").isdecimal() else 0, text))
        else:
            plain.setdefault(stem, decode_words(text))
    for stem, numbered in pieces.items():
        plain[stem] = _extended("".join(text for _, text in sorted(numbered)))
    return value.partition(";")[0].strip().lower(), plain


def _extended(text: str) -> str:
    charset, mark, rest = text.partition("'")
    if mark and "'" in rest and len(charset) < 40:
        return decode_bytes(unquote_to_bytes(rest.partition("'")[2]), charset)
    return decode_bytes(unquote_to_bytes(text), "")


@lru_cache(maxsize=64)  # the same few fields of one mail are asked for by several
def mailboxes(value: str) -> tuple[Mailbox, ...]:
    """The mailboxes of an address field; what stands without an address is left out, unless nothing else is there."""
    found = []
    for entry in _entries(value[:LONGEST_FIELD])[:MOST_ADDRESSES]:
        name, bracket, rest = entry.rpartition("<")
        address = _ADDRESS.search(rest if bracket else entry)
        if address and not bracket:
            name = entry[: address.start()] + entry[address.end() :]
        elif not bracket:
            name = entry
        words = _name(name)
        low = address[0].strip("'.").lower() if address else ""
        if low or words:
            found.append(Mailbox(words if words.lower() != low else "", low))
    return tuple(box for box in found if box.address) or tuple(found[:1])


def _entries(value: str) -> list[str]:
    """The value cut at its commas and semicolons, except those within quotation marks, brackets and comments."""
    entries, begin, quoted, comment, bracket = [], 0, False, 0, False
    skip = False
    for at, sign in enumerate(value):
        if skip:
            skip = False
        elif sign == "\\":
            skip = True
        elif sign == '"' and not comment:
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "()":
            comment = max(0, comment + (1 if sign == "(" else -1))
        elif comment:
            continue
        elif sign in "<>":
            bracket = sign == "<"
        elif sign in ",;" and not bracket:
            entries.append(value[begin:at])
            begin = at + 1
        elif sign == ":" and not bracket:
            begin = at + 1  # the name of a group (RFC 5322, 3.4)
    if quoted or bracket or comment:  # a fault in the field: cut it at every comma
        return value.split(",")
    entries.append(value[begin:])
    return [entry for entry in entries if entry.strip()]


def _name(raw: str) -> str:
    text = decode_words(re.sub(r"\\(.)", r"\1", raw.strip().strip("()").strip('"').strip()))
    text = " ".join(text.split()).strip("\"' ")
    return text[:200]


def message_ids(value: str) -> tuple[str, ...]:
    """The message ids of a field, with their angle brackets; a lone bare one gets them."""
    found = tuple(_ID.findall(value))
    if found:
        return found
    bare = value.strip()
    return (f"<{bare}>",) if bare and len(bare) < 400 and not re.search(r"[\s<>]", bare) else ()


def date_of(value: str) -> datetime | None:
    """A Date field in UTC, or None. A time without a zone is taken as UTC."""
    try:
        told = parsedate_to_datetime(value[:200])
        return (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, AttributeError, OverflowError):
        return None


def sender_of(headers: Headers) -> Mailbox:
    """The author that the mail names; without one, who sent it."""
    for name in ("from", "sender", "x-sender"):
        for box in mailboxes(headers.first(name)):
            return Mailbox(clean(box.name), clean(box.address))
    return Mailbox("", "")
