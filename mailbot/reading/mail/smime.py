"""The letter within an S/MIME signature (RFC 8551, 3.5.2): signed data holds it readably, enveloped data does not.

Nothing is verified: what a signature would prove is told by our own receiver, or not at all.
"""

from __future__ import annotations

_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DEEPEST = 12
_MOST_PIECES = 20_000


def signed_content(raw: bytes) -> bytes:
    """The message that was signed, or b"" where there is none to read (encrypted, compressed, damaged)."""
    try:
        outer = _Value(raw, 0, len(raw))
        kind, held, *_ = outer.inner(3)
        if kind.content() != _SIGNED_DATA:
            return b""
        _, _, enclosed, *_ = held.inner(1)[0].inner(4)
        pieces: list[bytes] = []
        enclosed.inner(2)[1].gather(pieces, 0)
        return b"".join(pieces)
    except (IndexError, ValueError):
        return b""


class _Value:
    """One BER value (X.690, 8.1), from ``at`` on; lengths may be left open. Raises IndexError or ValueError."""

    __slots__ = ("begin", "constructed", "end", "next", "raw", "tag")

    def __init__(self, raw: bytes, at: int, stop: int) -> None:
        self.raw = raw
        self.tag = raw[at]
        self.constructed = bool(self.tag & 0x20)
        length, begin = raw[at + 1], at + 2
        self.begin = begin
        if length == 0x80:  # open: what is within ends with two zero bytes
            self.end = self.next = -1
            return
        if length > 0x80:
            count = length & 0x7F
            if count > 8:
                raise ValueError("no length")
            length = int.from_bytes(raw[begin : begin + count], "big")
            self.begin = begin + count
        self.end = self.next = min(self.begin + length, stop)

    def content(self) -> bytes:
        return self.raw[self.begin : self.end]

    def inner(self, most: int, depth: int = 0) -> list[_Value]:
        """The first values within."""
        return self._walk(most, depth)[0]

    def gather(self, pieces: list[bytes], depth: int) -> None:
        """The bytes of all strings within, in their order."""
        if not self.constructed:
            pieces.append(self.content())
            return
        if depth > _DEEPEST:
            raise ValueError("too deep")
        for value in self._walk(_MOST_PIECES, depth)[0]:
            value.gather(pieces, depth + 1)

    def _walk(self, most: int, depth: int) -> tuple[list[_Value], int]:
        """The values within, and where the next value after this one begins."""
        if depth > _DEEPEST:
            raise ValueError("too deep")
        stop = self.end if self.end >= 0 else len(self.raw)
        values: list[_Value] = []
        at = self.begin
        while at < stop and len(values) < most:
            if self.end < 0 and self.raw[at : at + 2] == b"\0\0":
                return values, at + 2
            value = _Value(self.raw, at, stop)
            values.append(value)
            if value.next < 0 and len(values) < most:
                value.next = value._walk(_MOST_PIECES, depth + 1)[1]
            at = value.next
        return values, at
