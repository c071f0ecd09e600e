"""What Outlook's wrapper (winmail.dat, MS-OXTNEF) holds: the letter's text and its attachments. Never raises."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.reading.mail.charsets import decode_bytes
from mailbot.reading.mail.rtf import text_of_rtf, unpacked

MOST_ATTRIBUTES = 2_000
_SIGNATURE = 0x223E9F78
_BODY, _TITLE, _DATA, _LETTER_PROPERTIES, _ATTACHED_PROPERTIES, _BEGINS_ATTACHED, _CODE_PAGE = (
    0x0002800C, 0x00018010, 0x0006800F, 0x00069003, 0x00069005, 0x00069002, 0x00069007,
)  # fmt: skip
_PLAIN_TEXT, _HTML, _RTF, _LONG_NAME = 0x1000, 0x1013, 0x1009, 0x3707
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 13: 0, 20: 8, 64: 8, 72: 16}  # bytes of a value by its type
_TEXT, _WIDE_TEXT, _OBJECT, _BYTES = 30, 31, 13, 258


@dataclass(slots=True)
class Wrapped:
    """``text`` is plain, or else ``html``. ``attached``: file name and content of each file, in their order."""

    text: str = ""
    html: str = ""
    attached: list[tuple[str, bytes]] = field(default_factory=list)


def wrapped_in(raw: bytes) -> Wrapped | None:
    """What the wrapper holds, as far as it can be followed, or None if it is none."""
    if len(raw) < 6 or struct.unpack_from("<I", raw)[0] != _SIGNATURE:
        return None
    found, charset, rich = Wrapped(), "cp1252", ""
    for name, value in _attributes(raw):
        if name == _CODE_PAGE and len(value) >= 4:
            charset = f"cp{struct.unpack_from('<I', value)[0]}"
        elif name == _BODY:
            found.text = _text(value, charset)
        elif name == _BEGINS_ATTACHED and len(found.attached) < MOST_ATTRIBUTES:
            found.attached.append(("", b""))
        elif name == _TITLE and found.attached:
            found.attached[-1] = (_text(value, charset), found.attached[-1][1])
        elif name == _DATA and found.attached:
            found.attached[-1] = (found.attached[-1][0], value)
        elif name == _ATTACHED_PROPERTIES and found.attached:
            long_name = dict(_properties(value)).get(_LONG_NAME)
            if long_name:
                found.attached[-1] = (_told(long_name, charset), found.attached[-1][1])
        elif name == _LETTER_PROPERTIES:
            properties = dict(_properties(value))
            found.text = found.text or _told(properties.get(_PLAIN_TEXT), charset)
            found.html = _told(properties.get(_HTML), charset)
            rich = text_of_rtf(decode_bytes(unpacked(properties.get(_RTF, (0, b""))[1]), "cp1252"))
    found.text = found.text if found.text.strip() else rich if not found.html.strip() else ""
    return found


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    for _ in range(MOST_ATTRIBUTES):
        if at + 9 > len(raw):
            return
        name, size = struct.unpack_from("<II", raw, at + 1)
        yield name, raw[at + 9 : at + 9 + size]
        at += 9 + size + 2


def _properties(raw: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """Each property's number with its type and value (MS-OXTNEF, 2.1.3.4); stops at what it cannot follow."""
    if len(raw) < 4:
        return
    at = 4
    for _ in range(min(struct.unpack_from("<I", raw)[0], MOST_ATTRIBUTES)):
        if at + 4 > len(raw):
            return
        kind, number = struct.unpack_from("<HH", raw, at)
        at += 4
        if number >= 0x8000:  # a named one: its namespace, then a number or a name
            if at + 24 > len(raw):
                return
            by_name, told = struct.unpack_from("<II", raw, at + 16)
            at += 24 + (_padded(told) if by_name else 0)
        base = kind & 0x0FFF
        many = bool(kind & 0x1000) or base in (_TEXT, _WIDE_TEXT, _OBJECT, _BYTES)
        count = 1
        if many:
            if at + 4 > len(raw):
                return
            count = struct.unpack_from("<I", raw, at)[0]
            at += 4
        for _ in range(min(count, MOST_ATTRIBUTES)):
            size = _FIXED.get(base, 0)
            if base in (_TEXT, _WIDE_TEXT, _OBJECT, _BYTES):
                if at + 4 > len(raw):
                    return
                size = struct.unpack_from("<I", raw, at)[0]
                at += 4
            elif base not in _FIXED:
                return
            yield number, (base, raw[at : at + size])
            at += _padded(size)
            if at > len(raw):
                return


def _padded(size: int) -> int:
    return size + -size % 4


def _told(told: tuple[int, bytes] | None, charset: str) -> str:
    if told is None:
        return ""
    return _text(told[1], "utf-16-le" if told[0] == _WIDE_TEXT else charset)


def _text(raw: bytes, charset: str) -> str:
    return decode_bytes(raw, charset).rstrip("\0").replace("\r\n", "\n")
