"""Each piece that takes bytes or fields apart takes any: what it gives can be kept, and nothing raises."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.reading.mail.charsets import decode_bytes
from mailbot.reading.mail.headers import base64_bytes, date_of, decode_words, mailboxes, message_ids, parameters
from mailbot.reading.mail.inline_files import without_inline_files
from mailbot.reading.mail.mime import split_message
from mailbot.reading.mail.rtf import text_of_rtf, unpacked
from mailbot.reading.mail.smime import signed_content
from mailbot.reading.mail.tnef import wrapped_in
from mailbot.reading.mail.unseen import without_unseen

CHARSETS = (
    "utf-8 utf-7 utf-16 utf-16be utf-32 us-ascii iso-8859-1 windows-1250 gb2312 gb18030 hz big5 iso-2022-jp iso-2022-kr"
    " shift_jis euc-kr cp037 koi8-r punycode idna rot13 base64 zlib hex unicode_escape undefined mbcs"
)
PACKED = struct.pack("<IIII", 200, 180, 0x75465A4C, 0)
WRAPPER = struct.pack("<IH", 0x223E9F78, 1)
SIGNED = bytes.fromhex("3080 06092a864886f70d010702 a080 3080 020101 3100 3080 06092a864886f70d010701 a080 2480")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([*CHARSETS.split(), "", "x" * 300, "\0", "é"]))
def test_any_bytes_are_text_in_any_charset(raw: bytes, charset: str) -> None:
    assert isinstance(decode_bytes(raw, charset), str)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_taken_apart(raw: bytes) -> None:
    base64_bytes(raw)
    split_message(raw)
    for begin in (b"", PACKED):
        unpacked(begin + raw)
    for begin in (b"", WRAPPER, WRAPPER + struct.pack("<BII", 1, 0x00069003, len(raw))):
        wrapped_in(begin + raw)
    for begin in (b"", SIGNED):
        signed_content(begin + raw)


FIELDS = st.text("ab=?;:*'\"<>()@,.\\ \n\tqQbB1%é\ud800\u200b", max_size=80) | st.text(max_size=60)


@settings(max_examples=200, deadline=None)
@given(FIELDS)
def test_any_field_is_taken_apart(value: str) -> None:
    for read in (decode_words, parameters, mailboxes, message_ids, date_of, without_unseen, without_inline_files):
        read(value)  # type: ignore[operator]


@settings(max_examples=200, deadline=None)
@given(st.text("{}\\*'u0123456789-parbfonttblhtmlrtfv \n;é\ud83d", max_size=120))
def test_any_rich_text_is_read(document: str) -> None:
    text_of_rtf("{\\rtf1 " + document).encode("utf-8")


FLOODS: dict[str, Callable[[], object]] = {
    "groups": lambda: text_of_rtf("{\\rtf1" + "{" * 600_000),
    "signs": lambda: text_of_rtf("{\\rtf1" + "\\u1?" * 150_000),
    "bytes": lambda: text_of_rtf("{\\rtf1" + "\\'e4" * 150_000),
    "references": lambda: unpacked(PACKED[:4] + b"\xff\xff\xff\x7f" + PACKED[8:] + b"\xff" + b"\x00\x0f" * 300_000),
    "attributes": lambda: wrapped_in(WRAPPER + struct.pack("<BIIH", 1, 2, 0, 0) * 80_000),
    "properties": lambda: wrapped_in(
        WRAPPER + struct.pack("<BII", 1, 0x00069003, 900_000) + struct.pack("<I", 2**31) + b"\x1e\x10\x01\0" * 225_000
    ),
    "open values": lambda: signed_content(b"\x30\x80" * 500_000),
    "pieces": lambda: signed_content(SIGNED + b"\x04\x01a" * 330_000),
    "nested pieces": lambda: signed_content(SIGNED + (b"\x24\x80" * 9 + b"\x04\x00" * 9) * 30_000),
    "begins": lambda: without_inline_files("begin 644 a\n" * 80_000),
    "lines of a file": lambda: without_inline_files("begin 644 a\n" + "M\n" * 400_000),
    "begins and lines": lambda: without_inline_files("begin 644 a\nM\nM\n" * 60_000),
    "seals": lambda: without_inline_files("-----BEGIN PGP SIGNED MESSAGE-----\n" * 28_000),
    "twice encoded": lambda: decode_bytes("Ã©Â£â€™".encode() * 60_000, "utf-8"),
    "padding": lambda: base64_bytes(b"A=" * 500_000),
    "words": lambda: decode_words("=?utf-8?q?" * 2_000),
    "parameters": lambda: parameters("a/b" + "; a*1=b" * 500_000),
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_a_flood_of_one_thing_is_taken_apart_within_a_second(flood: Callable[[], object]) -> None:
    begun = time.process_time()
    flood()
    assert time.process_time() - begun < 1
