"""A message as a tree of parts, by a splitter of our own: linear, within budgets of parts and depth, never raising.

The library's parser takes seconds on hostile nesting and raises on some real mail; this one treats what it cannot
follow as text, so that a person's words are never lost to a broken wrapper.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field

from mailbot.reading.mail.charsets import decode_bytes, wide_charset
from mailbot.reading.mail.headers import (
    LONGEST_SECTION,
    MOST_FIELDS,
    Headers,
    base64_bytes,
    decode_words,
    parameters,
    split_headers,
)
from mailbot.reading.mail.smime import signed_content

MOST_PARTS = 500
DEEPEST = 12
MOST_DELIMITERS = 20_000  # lines that look like a boundary, in the whole message
_LONGEST_DELIMITER = 1_000  # bytes after the boundary, up to the line's end
LONGEST_TEXT = 600_000  # bytes of one text part that are decoded

_GUESSED_BOUNDARY = re.compile(rb"\s{0,200}(?:[^\n]{0,998}\n){0,20}?--([^\r\n]{1,200}?)[ \t]*\r?\n[A-Za-z-]{2,60}:")
# six words with blanks between: text that is called base64 and is not
_IN_PLAIN_WORDS = re.compile(rb"\s{0,20}(?:[A-Za-z',.!?]{1,30} ){5}[A-Za-z',.!?]{1,30}")
_CHARSET_IN_HTML = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its headers, its type in lower case, its undecoded body or the parts within it."""

    headers: Headers
    content_type: str
    parameters: dict[str, str]
    body: bytes
    parts: tuple[Part, ...] = ()
    length: int = 0  # of the whole undecoded body; ``body`` itself is empty where there are parts

    @property
    def main_type(self) -> str:
        return self.content_type.partition("/")[0]

    @property
    def filename(self) -> str:
        _, disposition = parameters(self.headers.first("content-disposition"))
        name = disposition.get("filename") or self.parameters.get("name") or ""
        return " ".join(decode_words(name).split())[:200]

    @property
    def is_attachment(self) -> bool:
        return parameters(self.headers.first("content-disposition"))[0] == "attachment"

    @property
    def size(self) -> int:
        """Bytes once decoded, told from the length alone where it can be."""
        if self._encoding == "base64":
            signs = len(self.body) - self.body.count(b"\n") - self.body.count(b"\r")
            return max(0, signs * 3 // 4 - self.body[-6:].count(b"="))
        return len(self.body) if self._encoding != "quoted-printable" else len(self.content(len(self.body)))

    @property
    def _encoding(self) -> str:
        return self.headers.first("content-transfer-encoding").partition(";")[0].strip(" \"'").lower()

    def content(self, most: int = LONGEST_TEXT) -> bytes:
        """The body decoded, its first ``most`` encoded bytes at the most."""
        if self._encoding == "base64" and not _IN_PLAIN_WORDS.match(self.body):
            return base64_bytes(self.body[:most])
        if self._encoding == "quoted-printable":
            return binascii.a2b_qp(self.body[:most])
        return self.body[:most]

    def text(self) -> str:
        """The body as text with plain line ends."""
        raw = self.content()
        charset = self.parameters.get("charset", "")
        if not charset and self.content_type == "text/html" and (told := _CHARSET_IN_HTML.search(raw[:2_000])):
            charset = told[1].decode("ascii")
        return decode_bytes(raw, charset).replace("\r\n", "\n").replace("\r", "\n")

    def reads_in_full(self) -> bool:
        return len(self.body) <= LONGEST_TEXT


@dataclass(slots=True)
class _Budget:
    parts: int = MOST_PARTS
    delimiters: int = MOST_DELIMITERS
    beyond: dict[str, None] = field(default_factory=dict)  # what was not read, in order, each told once


def split_message(raw: bytes) -> tuple[Part, tuple[str, ...]]:
    """The message as a tree, and what lay beyond a budget, in words."""
    if wide := wide_charset(raw[:2_000]):  # a mail kept as a file of UTF-16 text
        raw = decode_bytes(raw, wide).encode("utf-8", "replace")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    budget = _Budget()
    begin = len(raw) - len(raw.lstrip(b"\r\n"))
    return _part(_Slice(raw, begin, len(raw)), "text/plain", 0, budget), tuple(budget.beyond)


@dataclass(frozen=True, slots=True)
class _Slice:
    """A stretch of bytes; the bytes themselves are copied for the innermost parts only."""

    of: bytes
    begin: int
    end: int

    def copy(self) -> bytes:
        return self.of[self.begin : self.end]


def _part(stretch: _Slice, default: str, depth: int, budget: _Budget) -> Part:
    headers, at = split_headers(stretch.of, stretch.begin, stretch.end)
    if at - stretch.begin > LONGEST_SECTION or len(headers.fields) >= MOST_FIELDS:
        budget.beyond["header fields beyond the first of very many"] = None
    body = _Slice(stretch.of, at, stretch.end)
    kind, told = parameters(headers.first("content-type"))
    kind = re.sub(r"\s.*", "", kind, flags=re.DOTALL)
    if "/" not in kind:
        kind = default if kind != "text" else "text/plain"
    parts: tuple[Part, ...] = ()
    if kind.startswith("multipart/"):
        parts = _within(body, kind, told.get("boundary", ""), depth, budget)
        if not parts and (inside := _decoded(headers, body)) is not body:  # no multipart may be encoded; some are
            parts = _within(inside, kind, told.get("boundary", ""), depth, budget)
        if not parts:  # no boundary to be found: what stands there is read as text
            kind = "text/plain"
    elif kind in ("message/rfc822", "message/global") and _may_enter(depth, budget):
        parts = (_part(_decoded(headers, body), "text/plain", depth + 1, budget),)
    elif _is_sealed(kind, told) and _may_enter(depth, budget):
        inner = signed_content(Part(headers, kind, told, body.copy()).content(body.end - body.begin))
        parts = (_part(_Slice(inner, 0, len(inner)), "text/plain", depth + 1, budget),) if inner else ()
    return Part(headers, kind, told, b"" if parts else body.copy(), parts, body.end - body.begin)


SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")


def _is_sealed(kind: str, told: dict[str, str]) -> bool:
    """An S/MIME wrapper, also where a gateway has forgotten its type."""
    return kind in SEALED or (kind == "application/octet-stream" and told.get("name", "").lower().endswith(".p7m"))


def _decoded(headers: Headers, body: _Slice) -> _Slice:
    """An attached mail is sent as it is; some senders encode it all the same."""
    if headers.first("content-transfer-encoding").strip().lower() not in ("base64", "quoted-printable"):
        return body
    raw = Part(headers, "message/rfc822", {}, body.copy()).content(body.end - body.begin)
    return _Slice(raw, 0, len(raw))


def _within(body: _Slice, kind: str, boundary: str, depth: int, budget: _Budget) -> tuple[Part, ...]:
    mark = boundary.rstrip().encode("utf-8", "replace")
    if not mark or body.of.find(b"--" + mark, body.begin, body.end) < 0:
        guess = _GUESSED_BOUNDARY.match(body.of, body.begin, min(body.end, body.begin + 20_000))
        mark = guess[1] if guess else b""
    if not mark or not _may_enter(depth, budget):
        return ()
    default = "message/rfc822" if kind == "multipart/digest" else "text/plain"
    parts = []
    for piece in _pieces(body, b"--" + mark, budget):
        if budget.parts <= 0:
            budget.beyond["parts after the first " + str(MOST_PARTS)] = None
            break
        budget.parts -= 1
        parts.append(_part(piece, default, depth + 1, budget))
    return tuple(parts)


def _may_enter(depth: int, budget: _Budget) -> bool:
    if depth >= DEEPEST:
        budget.beyond[f"parts nested deeper than {DEEPEST}"] = None
        return False
    return True


def _pieces(body: _Slice, delimiter: bytes, budget: _Budget) -> list[_Slice]:
    """What stands between delimiter lines (RFC 2046, 5.1.1); the last may lack its closing one."""
    raw = body.of
    pieces: list[_Slice] = []
    begin, at = -1, body.begin
    while len(pieces) <= MOST_PARTS and (found := raw.find(delimiter, at, body.end)) >= 0:
        budget.delimiters -= 1
        if budget.delimiters < 0:
            budget.beyond[f"what follows {MOST_DELIMITERS} lines that look like a boundary"] = None
            break
        at = found + len(delimiter)
        if found > body.begin and raw[found - 1] not in b"\r\n":
            continue
        line = raw[at : min(at + _LONGEST_DELIMITER, body.end)]
        rest, ending, _ = line.partition(b"\n")
        if rest.strip() not in (b"", b"--"):
            continue
        rest, end = rest.strip(), at + len(rest) + len(ending)
        if begin >= 0:
            pieces.append(_Slice(raw, begin, _before_break(raw, begin, found)))
        begin, at = end if not rest else -1, end
        if rest:
            break
    if begin >= 0:
        pieces.append(_Slice(raw, begin, body.end))
    return pieces


def _before_break(raw: bytes, begin: int, end: int) -> int:
    """The line break before a delimiter belongs to the delimiter."""
    for ending in (b"\r\n", b"\n", b"\r"):
        if raw.endswith(ending, begin, end):
            return end - len(ending)
    return end
