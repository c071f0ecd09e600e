"""Text out of bytes, whatever charset is named: by it, else by what the bytes show. Never raises, linear.

Senders name charsets wrongly, by names nobody knows, or not at all, and some encode UTF-8 twice.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

# not charsets at all, or ones whose decoding is not linear
_NO_CHARSET = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
# what senders really mean, as every browser reads it (WHATWG Encoding Standard)
_MEANT = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "euc-kr": "cp949",
    "shift-jis": "cp932",
    "iso2022-jp": "iso2022_jp_2",
    "big5": "big5hkscs",
}
_OTHER_NAMES = {
    "windows-874": "cp874",
    "utf8mb4": "utf-8",
    "unicode": "utf-16",
    "ucs-2": "utf-16",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "x-mac-roman": "mac-roman",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode-2-0-utf-8": "utf-8",
    "x-user-defined": "cp1252",
    "ansi": "cp1252",
    "latin-9": "iso8859-15",
}
_ASCII_MEANS_MORE = ("utf-7", "hz")  # charsets that write other letters in plain ASCII bytes
_LONGEST_NAME = 60
_JAPANESE = re.compile(rb"\x1b\$[@B]|\x1b\([BJI]")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4_000  # bytes by which UTF-16 without a mark is told


def decode_bytes(raw: bytes, charset: str) -> str:
    """Text out of bytes: by the charset named, else as UTF-8, else as Windows-1252. Never raises."""
    if raw.isascii() and b"\x1b" not in raw and b"\0" not in raw:
        codec = _codec(charset) if charset else ""
        if codec not in _ASCII_MEANS_MORE:
            return raw.decode("ascii")
    return _undoubled(_decoded(raw, charset))


def wide_charset(raw: bytes) -> str:
    """UTF-16 or UTF-32, as the first bytes show it; else ""."""
    marked = next((codec for mark, codec in _BYTE_ORDER_MARKS if raw.startswith(mark)), "")
    return marked or _wide(raw)


def _decoded(raw: bytes, charset: str) -> str:
    if raw.startswith(codecs.BOM_UTF8):
        raw, charset = raw[3:], "utf-8"
    codec = _codec(charset)
    wide = wide_charset(raw) if codec in ("", "utf-8", "cp1252") or codec.startswith("utf-16") else ""
    if wide:
        codec = wide
    elif codec in ("", "utf-8", "cp1252") and b"\x1b" in raw and _JAPANESE.search(raw):
        codec = "iso2022_jp_2"
    for name in (codec, "utf-8"):
        if name:
            try:
                return raw.decode(name)
            except (UnicodeError, ValueError, LookupError):
                continue
    return _with_faults(raw, codec)


def _with_faults(raw: bytes, codec: str) -> str:
    """The charset named with a few faults in it, mostly sound UTF-8, or another encoding altogether?"""
    for name in (codec, "utf-8"):
        if not name or name == "cp1252":
            continue
        try:
            lenient = raw.decode(name, "replace")
        except (UnicodeError, ValueError, LookupError):
            continue
        faults = lenient.count("\ufffd")
        sound = sum(sign > "\x7f" for sign in lenient[:20_000]) - min(faults, 20_000)
        if sound > 0 and (name == "utf-8" or faults * 5 <= len(lenient)):
            return lenient
    return raw.decode("cp1252", "replace")


@lru_cache(maxsize=256)
def _codec(charset: str) -> str:
    """The codec's own name, "" for what is no charset of text."""
    asked = charset.strip("\"' \t")[:_LONGEST_NAME].lower()
    try:
        found = codecs.lookup(_OTHER_NAMES.get(asked, asked)) if asked else None
    except (LookupError, ValueError, UnicodeError):
        return ""
    if found is None or not getattr(found, "_is_text_encoding", True) or found.name.replace("_", "-") in _NO_CHARSET:
        return ""
    return _MEANT.get(found.name.replace("_", "-"), found.name)


def _wide(raw: bytes) -> str:
    """UTF-16 without its mark, told by where the zero bytes of plain letters stand."""
    head = raw[:_LOOKED_AT]
    if len(head) < 4 or b"\0" not in head:
        return ""
    first, second = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if second * 10 >= half * 6 and first * 10 <= half:
        return "utf-16-le"
    if first * 10 >= half * 6 and second * 10 <= half:
        return "utf-16-be"
    return ""


# ------------------------------------------------------------------------------------------------------- encoded twice

_HIGH = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "".join(map(chr, (0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0)))
_FOLLOWING = "[" + re.escape(_HIGH) + "]"
# UTF-8 read as Windows-1252: a leading sign and as many following ones as it asks for
_TWICE = re.compile(rf"[\u00c2-\u00df]{_FOLLOWING}|[\u00e0-\u00ef]{_FOLLOWING}{{2}}|[\u00f0-\u00f4]{_FOLLOWING}{{3}}")
_HINTS = ("Ã", "Â", "â€", "ðŸ", "Å", "Ä")


def _undoubled(text: str) -> str:
    """UTF-8 that was taken for Windows-1252 and encoded once more ("donâ€™t"), put right where it surely was."""
    if not any(hint in text for hint in _HINTS):
        return text
    return _TWICE.sub(_put_right, text)


def _put_right(found: re.Match[str]) -> str:
    raw = b"".join(bytes((ord(sign),)) if ord(sign) < 0x100 else sign.encode("cp1252") for sign in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        return found[0]
