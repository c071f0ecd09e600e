"""Mails as nobody sends them: samples damaged, mixed, wrapped and blown up, each the same again for the same seed."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

SAMPLES = Path(__file__).parents[2] / "samples"
LARGEST = 1_000_000  # bytes of a mutated mail

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def sample_mails() -> list[bytes]:
    """Every sample, in the order of its file."""
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*/*.eml"))]


def mutated(seed: int, mails: Sequence[bytes]) -> bytes:
    """One mail with up to six mutations of a kind drawn by ``seed``."""
    chance = Random(seed)
    raw = chance.choice(mails)
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 6))):
        raw = chance.choice(MUTATIONS)(raw, chance, mails)[:LARGEST]
    return raw


# ------------------------------------------------------------------------------------------------------------ damages


def flipped_bits(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.randint(1, 40) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def chunk_lost(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    begin, end = _stretch(raw, chance)
    return raw[:begin] + raw[end:]


def chunk_doubled(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    begin, end = _stretch(raw, chance)
    return raw[:end] + raw[begin:end] * chance.randint(1, 3) + raw[end:]


def spliced(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    other = chance.choice(mails)
    begin, end = _stretch(other, chance)
    at = _place(raw, chance)
    return raw[:at] + other[begin:end] + raw[at:]


def lines_shuffled(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    lines = raw.split(b"\n")
    begin, end = sorted((chance.randint(0, len(lines)), chance.randint(0, len(lines))))
    middle = lines[begin:end]
    chance.shuffle(middle)
    return b"\n".join((*lines[:begin], *middle, *lines[end:]))


def other_line_ends(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(
        b"\n", chance.choice((b"\r", b"\r\n", b"\n", b"\r\r\n", b"\n\n", b"\0\n"))
    )


# ------------------------------------------------------------------------------------------------- headers and parts

HEADERS = (
    b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: multipart/alternative; boundary=\"b",
    b"Content-Type:", b"Content-Type: text/html; charset=utf-16",
    b"Content-Type: text/plain; format=flowed; delsp=yes", b"Content-Type: message/rfc822",
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    b"Content-Type: application/ms-tnef; name=winmail.dat", b"Content-Type: application/pkcs7-mime",
    b"Content-Type: text/rtf", b"Content-Type: text/calendar; method=REPLY",
    b"Content-Type: message/partial; number=1", b"Content-Type: multipart/encrypted; boundary=b",
    b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable",
    b"Content-Transfer-Encoding: x-uuencode",
    b"Content-Disposition: attachment; filename*0*=utf-8''%41; filename*1=b", b"From: =?utf-8?q?a?b?= <a@b>, (((\"",
    b"Subject: =?x?b?====?= =?utf-8?q?=ff=fe?= =?utf-16?b?//4=", b"Subject: \xff\xfe\x00",
    b"Date: 99 Foo 99999 99:99:99 +9999", b"Date: Thu, 01 Jan 1970 00:00:00 -9999", b"Message-ID: <>",
    b"References: " + b"<a@b> " * 400, b"In-Reply-To: <a@b>", b"Auto-Submitted: auto-replied", b"Return-Path: <>",
    b"From: MAILER-DAEMON@example.net", b"To: " + b"a@b.example, " * 400,
    b"Authentication-Results: mx.example.org; dmarc=pass (((", b"List-Id: <a.b>", b"X-Failed-Recipients: a@b.example",
    b"From ", b": ", b" folded", b"\t" * 300, b"Received: " + b"from a by b " * 300, b"Precedence: bulk",
)  # fmt: skip


def header_set_in(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    lines = raw.split(b"\n")
    at = chance.randint(0, min(len(lines), chance.choice((3, 12, 400))))
    return b"\n".join((*lines[:at], chance.choice(HEADERS), *lines[at:]))


def header_doubled(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    return chance.choice(HEADERS) + b"\n" + raw


def boundary_damaged(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    found = [at for at in range(len(raw) - 1) if raw[at : at + 2] == b"--"][:200]
    if not found:
        return header_set_in(raw, chance, mails)
    at = chance.choice(found)
    end = raw.find(b"\n", at)
    end = len(raw) if end < 0 else end
    line = chance.choice((b"", raw[at:end] + b"--", raw[at : max(at, end - 3)], b"--b", b"  " + raw[at:end], b"--"))
    return raw[:at] + line + raw[end:]


CHARSETS = (
    "utf-8", "us-ascii", "iso-8859-1", "windows-1252", "windows-1250", "utf-16", "utf-16le", "utf-7", "utf-32",
    "gb18030", "big5", "iso-2022-jp", "iso-2022-kr", "shift_jis", "euc-jp", "koi8-r", "hz", "cp037", "punycode",
    "idna", "base64", "rot13", "hex", "unicode_escape", "undefined", "x-none", "", "\\", "utf-8" * 50, "mbcs", "zlib",
)  # fmt: skip


def other_charset(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    """Another charset named, or the same letter truly written in another one."""
    name = chance.choice(CHARSETS)
    if chance.random() < 0.5:
        begin = raw.lower().find(b"charset=")
        if begin >= 0:
            end = min(at if (at := raw.find(sign, begin + 8)) >= 0 else len(raw) for sign in (b"\n", b";"))
            return raw[: begin + 8] + name.encode() + raw[end:]
    body = raw.partition(b"\n\n")[2] or raw
    try:
        text = body.decode("utf-8", "replace").encode(name, "replace")
    except (LookupError, ValueError, TypeError):
        text = body
    return f"Content-Type: text/plain; charset={name}\n\n".encode() + text


def wrapped(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    """Set into parts or attached mails, some levels deep; or encoded whole."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 20, 80))):
        way = chance.randrange(5)
        if way == 0:
            raw = b"From: a@b.example\nContent-Type: message/rfc822\n\n" + raw
        elif way == 1:
            kind = chance.choice((b"mixed", b"alternative", b"related", b"report", b"digest", b"signed", b"x"))
            raw = b"Content-Type: multipart/" + kind + b"; boundary=b\n\nx\n--b\n" + raw + b"\n--b--\n"
        elif way == 2 and len(raw) < 200_000:
            raw = b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(raw)
        elif way == 3 and len(raw) < 200_000:
            raw = b"Content-Transfer-Encoding: quoted-printable\n\n" + quopri.encodestring(raw)
        else:
            raw = b"Content-Type: text/html\n\n<html><body><blockquote type=cite><div>" + raw
        raw = raw[:LARGEST]
    return raw


# ------------------------------------------------------------------------------------------------------------- floods

FLOODS = (
    b" ", b"\n", b"\0", b">", b"> ", b"> a\n", b"-- \n", b"a", b"a ", b"a\n", b"0", b"07700 900123 ", b"my mum ",
    b"<div>", b"<b>a", b"<table><tr><td>", b"<blockquote>", b"&amp;", b"&#x41;", b"&#" + b"9" * 40, b"<!--",
    b"<p style='display:none'>", b"=?utf-8?q?a?= ", b"=3D", b"=\n", b"A: b\n", b" b\n", b"--b\n",
    b"--b\nContent-Type: text/html\n\n<p>a\n", b"<a@b> ", b"a@b.example, ", b"(", b"\"",
    b"From: a\nTo: b\nSent: c\nSubject: d\n", b"On 1 Mar 2026 at 10:00, A <a@b.example> wrote:\n", b"On 1 Mar 2026\n",
    b"wrote:\n", b"close R-1042. ", b"R-1042 ", b"yes ", b"no, ", b"i want to die ", b"mon or tue after 6 ", b"not ",
    b"dw i ", b"1. a\n", b"- a\n", b"begin 644 a\n", b"=ybegin line=1 name=a\n", b"-----BEGIN PGP MESSAGE-----\n",
    b"{\\rtf1 ", b"\\'e4", b"{", b"}", b"\x1b$B", b"\x30\x80", "é".encode(), "e\u0301".encode(), "\u0301".encode(),
    "\u200b".encode(), "\u202e".encode(), "ﷺ".encode(), "👩‍👧".encode(), "漢字".encode(), "Ã©".encode(),
    "\ud800".encode("utf-8", "surrogatepass"), b"\xff", b"\xc3", b"Content-Type: message/rfc822\n\n",
    b"http://a.example/", b"tel: 0", b"half past ", b"a.", b"a-", b"a'", b"? ", b"... ", b"_", b"+44", b"/", b": ",
    b"\t", b"\x0b", b"\x85",
)  # fmt: skip


def flooded(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    """One or two short things said very often, at one place; one flood in twenty fills up to the largest mail."""
    unit = chance.choice(FLOODS) + (chance.choice(FLOODS) if chance.random() < 0.5 else b"")
    size = int(10 ** chance.uniform(1, 5.95 if chance.random() < 0.05 else 3.7))
    at = _place(raw, chance)
    return raw[:at] + unit * max(1, size // len(unit)) + raw[at:]


def strange_letters(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    for _ in range(chance.randint(1, 60)):
        sign = chr(
            chance.choice((chance.randrange(0x250), chance.randrange(0x2000, 0x2070), chance.randrange(0x110000)))
        )
        at = _place(raw, chance)
        raw = raw[:at] + sign.encode("utf-8", "surrogatepass") + raw[at:]
    return raw


def random_bytes(raw: bytes, chance: Random, mails: Sequence[bytes]) -> bytes:
    at = _place(raw, chance)
    return raw[:at] + chance.randbytes(int(10 ** chance.uniform(0, 3.5))) + raw[at:]


MUTATIONS: tuple[Mutation, ...] = (
    flipped_bits, chunk_lost, chunk_doubled, spliced, lines_shuffled, other_line_ends, header_set_in, header_doubled,
    boundary_damaged, other_charset, wrapped, flooded, strange_letters, random_bytes,
)  # fmt: skip


def _place(raw: bytes, chance: Random) -> int:
    return chance.randint(0, len(raw))


def _stretch(raw: bytes, chance: Random) -> tuple[int, int]:
    begin = _place(raw, chance)
    return begin, min(len(raw), begin + int(10 ** chance.uniform(0, 4)))
