"""A letter opens whatever its bytes are, within its budgets, and says what was not read."""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailbot.reading.letter import Kind, Letter, Mailbox
from mailbot.reading.parse import Reader, read_letter

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/*.eml"))
OURS = "befriending@example.org"
READER = Reader(
    own_addresses=frozenset({OURS}),
    is_own_message_id=lambda told: told.startswith("<mb."),
    authserv_id="mx.example.org",
)


def opened(raw: bytes | str) -> Letter:
    return read_letter(raw if isinstance(raw, bytes) else raw.encode(), READER)


# -------------------------------------------------------------------------------------------------------- never raises


def check(letter: Letter) -> None:
    texts = (
        letter.subject,
        letter.whole_text,
        letter.new_text,
        letter.quoted_text,
        letter.passed_on,
        letter.sender.name,
    )
    for text in (*texts, letter.message_id, letter.sender.address, *letter.recipients, *letter.replies_to):
        text.encode("utf-8")  # no lone surrogates
        assert "\0" not in text
    assert not any("could not be opened" in told for told in letter.not_read)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=3_000))
def test_any_bytes_open(raw: bytes) -> None:
    check(opened(raw))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=30)), min_size=1, max_size=8),
)
def test_samples_with_bytes_changed_open(sample: Path, changes: list[tuple[float, int, bytes]]) -> None:
    raw = sample.read_bytes()
    for where, length, new in changes:
        at = int(where * len(raw))
        raw = raw[:at] + new + raw[at + length :]
    check(opened(raw))


PIECES = [
    b"From: ", b"Subject: ", b"Content-Type: ", b"multipart/mixed; boundary=", b"multipart/alternative;",
    b"text/html", b"text/plain; charset=", b"message/rfc822", b"\r\n", b"\n", b"\n\n", b"--b", b"b",
    b"=?utf-8?q?=C3?=", b"=?", b"?b?", b"utf-7", b"unicode_escape", b"idna", b"\xed\xa0\x80", b"\0", b"<", b">",
    b"<blockquote type=cite>", b"<!--", b"&#xd800;", b"> ", b"wrote:", b"a@example.org", b"(", b'"', b"\\", b";",
    b"Date: ", b"Mon, 99 Foo 99999 99:99 +9999", b"Content-Transfer-Encoding: base64", b"quoted-printable",
    b"In-Reply-To: <a@b>", b"-- \n", b"On 1 Mar 2026 at 10:00, ", b"Authentication-Results: mx.example.org; ",
    b"dmarc=pass", b"message/delivery-status", b"report-type=delivery-status",
]  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_arrangement_of_what_mails_are_made_of_opens(pieces: list[bytes]) -> None:
    check(opened(b"".join(pieces)))


def test_a_fault_in_opening_is_told_and_the_words_are_kept() -> None:
    def faulty(message_id: str) -> bool:
        raise ZeroDivisionError

    letter = read_letter(b"Message-ID: <a@b>\n\nPlease ring me", Reader(is_own_message_id=faulty))
    assert letter.kind is Kind.PERSON
    assert "Please ring me" in letter.whole_text
    assert letter.not_read == ("the letter as a whole, which could not be opened (ZeroDivisionError)",)


# -------------------------------------------------------------------------------------------------------------- budgets

TEXT = b"Subject: Re: x\r\nIn-Reply-To: <a@b>\r\n\r\n"
HTML = b"Content-Type: text/html\r\nIn-Reply-To: <a@b>\r\n\r\n"
MIXED = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"


def nested(depth: int) -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(depth))


def filled(head: bytes, unit: bytes, size: int = 1_000_000) -> bytes:
    return head + unit * ((size - len(head)) // len(unit))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nested multiparts": lambda: nested(20_000)[:1_000_000],
    "nested attached mails": lambda: filled(b"", b"Content-Type: message/rfc822\r\n\r\n"),
    "ten thousand parts": lambda: filled(MIXED, b"--x\r\nContent-Type: text/html\r\n\r\n<p>hi</p>\r\n", 450_000),
    "alternatives": lambda: filled(
        MIXED,
        b"--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\nhi\n--y\nContent-Type: text/html\n\n"
        + b"<p>a</p>" * 300
        + b"\n--y--\n",
    ),
    "near boundaries": lambda: filled(MIXED, b"--xy\r\n"),
    "attributions": lambda: filled(TEXT, b"On 1 2026 a@b.c wrote:\n"),
    "attributions in mid-air": lambda: filled(TEXT, b"wrote 1 @ 12:30 2026:\n"),
    "from lines": lambda: filled(TEXT, b"From: a\n"),
    "answers": lambda: filled(TEXT, b"> a\nb\n"),
    "marks": lambda: filled(TEXT, b">"),
    "signatures": lambda: filled(TEXT, b"--\nx\n"),
    "names": lambda: filled(b"From: Ada Example <a@b.example>\n" + TEXT, b"Ada\nOfficer\n"),
    "one line": lambda: filled(TEXT, b"wrote a@b "),
    "spaces": lambda: filled(TEXT, b" "),
    "nested divs": lambda: filled(HTML, b"<div>"),
    "nested tables": lambda: filled(HTML, b"<table><tr><td>"),
    "nested lists": lambda: filled(HTML, b"<ul><li>"),
    "open tags": lambda: filled(HTML, b"<a "),
    "open comments": lambda: filled(HTML, b"<!--"),
    "blockquotes": lambda: filled(HTML, b"<blockquote type=cite>a"),
    "wide cells": lambda: filled(HTML, b"<td rowspan=9999 colspan=9999>a"),
    "flowed": lambda: filled(b"Content-Type: text/plain; format=flowed\n\n", b"a \n"),
    "header fields": lambda: filled(b"", b"A: b\r\n"),
    "folded field": lambda: filled(b"Subject: a\n", b" b\n"),
    "comments in From": lambda: filled(b"From: ", b"("),
    "encoded words": lambda: filled(b"Subject: ", b"=?utf-8?q?a?= "),
    "references": lambda: filled(b"References: ", b"<a@b> "),
    "authentication": lambda: filled(b"Authentication-Results: mx.example.org;", b"("),
    "parameters": lambda: filled(b"Content-Type: text/plain;", b' a="b;'),
    "recipients in a report": lambda: filled(
        b"From: MAILER-DAEMON@example.net\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n"
        b"--x\nContent-Type: message/delivery-status\n\n",
        b"Final-Recipient: rfc822; a@b.example\nAction: failed\n\n",
    ),
    "random bytes": lambda: random.Random(1).randbytes(1_000_000),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_megabyte_opens_within_a_second(make: Callable[[], bytes]) -> None:
    raw = make()
    begun = time.process_time()
    check(opened(raw))
    assert time.process_time() - begun < 1


HUGE: dict[str, Callable[[], bytes]] = {
    "text": lambda: filled(TEXT, b"hello there\n", 25_000_000),
    "HTML": lambda: filled(HTML, b"<p>a</p>\n", 25_000_000),
    "nested": lambda: nested(12) + b"hello\n" * 4_100_000,
    "picture": lambda: (
        MIXED
        + b"--x\n\nhello\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
        + b"QUJD" * 6_200_000
    ),
}


@pytest.mark.parametrize("make", HUGE.values(), ids=HUGE.keys())
def test_twenty_five_megabytes_open_within_three_seconds(make: Callable[[], bytes]) -> None:
    raw = make()
    begun = time.process_time()
    letter = opened(raw)
    assert time.process_time() - begun < 3
    assert letter.whole_text


def test_what_lies_beyond_a_budget_is_named() -> None:
    assert "parts after the first 500" in opened(HOSTILE["ten thousand parts"]()).not_read
    assert "parts nested deeper than 12" in opened(nested(40)).not_read
    assert "text after the first 400000 characters" in opened(filled(TEXT, b"hello\n")).not_read
    assert "header fields beyond the first of very many" in opened(HOSTILE["header fields"]()).not_read
    cut = read_letter(b"Subject: x\n\nhello", READER, whole_size=60_000_000)
    assert cut.not_read == ("what follows the first 17 of 60000000 bytes",)


# -------------------------------------------------------------------------------------------------------- real oddities


def test_headers_are_read_into_plain_values() -> None:
    letter = opened(
        'From: "Example, Ada" <Ada@Example.NET>\nTo: Befriending <befriending+token@example.org>, b@example.com\n'
        "Cc: undisclosed-recipients:;\nDelivered-To: c@example.com\nReply-To: =?utf-8?q?Ad=C3=A0?= <ada2@example.net>\n"
        "Received: from a by b for <befriending+other@example.org>; Mon, 2 Mar 2026\n"
        "Subject: =?utf-8?B?SGVs?= =?utf-8?Q?p=20?=\n me\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n"
        "Message-ID: <one@example.net>\nIn-Reply-To: <three@example.org>\n"
        "References: <one@example.org> <two@example.org>\n <three@example.org>\n\nHello"
    )
    assert letter.sender == Mailbox("Example, Ada", "ada@example.net")
    assert letter.recipients == (
        "befriending+token@example.org",
        "b@example.com",
        "c@example.com",
        "befriending+other@example.org",
    )
    assert letter.reply_to == (Mailbox("Adà", "ada2@example.net"),)
    assert letter.subject == "Help me"
    assert letter.sent_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert letter.message_id == "<one@example.net>"
    assert letter.replies_to == ("<three@example.org>", "<two@example.org>", "<one@example.org>")


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("ada@example.net", Mailbox("", "ada@example.net")),
        ("ada@example.net (Ada)", Mailbox("Ada", "ada@example.net")),
        ("<ada@example.net>", Mailbox("", "ada@example.net")),
        ("'Ada' <ada@example.net>", Mailbox("Ada", "ada@example.net")),
        ("ada@example.net <ada@example.net>", Mailbox("", "ada@example.net")),
        ("dilys@example.org <eve@example.net>", Mailbox("dilys@example.org", "eve@example.net")),
        ("=?utf-8?q?Example=2C_Ada?= <ada@example.net>", Mailbox("Example, Ada", "ada@example.net")),
        ("Ada Example", Mailbox("Ada Example", "")),
        ('"Ada <ada@example.net>', Mailbox("Ada", "ada@example.net")),
        ("", Mailbox("", "")),
    ],
)
def test_the_sender_is_the_address_in_the_from_field(sender: str, expected: Mailbox) -> None:
    assert opened(f"From: {sender}\n\nHello").sender == expected


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "£5 â".encode()),
        ("iso-8859-1", "£5 â".encode("latin-1")),
        ("us-ascii", "£5 â".encode("cp1252")),
        ("x-no-such-charset", "£5 â".encode()),
        ("x-no-such-charset", "£5 â".encode("cp1252")),
        ("utf-8", "£5 â".encode("cp1252")),
        ("punycode", "£5 â".encode()),
        ("utf-16", "£5 â".encode("utf-16")),
        ("", "£5 â".encode()),
    ],
)
def test_text_in_a_charset_that_is_wrong_or_unknown_is_still_read(charset: str, raw: bytes) -> None:
    head = f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: base64\n\n'.encode()
    assert opened(head + base64.b64encode(raw)).new_text == "£5 â"


def test_a_mail_with_faults_in_its_form_keeps_its_words() -> None:
    for raw in (
        "From ada@example.net Mon Mar  2 10:00:00 2026\nSubject: x\n\nPlease ring me",
        "\r\n\r\nSubject: x\r\n\r\nPlease ring me",
        "Subject: x\rFrom: ada@example.net\r\rPlease ring me",
        "Please ring me",
        "Subject: x\nPlease ring me",
        "Content-Type: multipart/mixed; boundary=nowhere\n\nPlease ring me",
        "Content-Type: multipart/mixed\n\n--seen\nContent-Type: text/plain\n\nPlease ring me\n--seen--",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nPlease ring me",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=c\n\n"
        "--c\n\nPlease ring me\n--b--",
        "Content-Type: nonsense\n\nPlease ring me",
        "Content-Type: text/plain; charset\n\nPlease ring me",
        "Subject: \0x\n\nPlease\0 ring me",
        "Content-Type: text/plain\nContent-Transfer-Encoding: x-unheard-of\n\nPlease ring me",
        "Content-Type: text/html\n\n<html><body><p>Please ring me",
        "Content-Type: text/plain\n\n<html><body><p>Please ring me</p></body></html>",
        "Content-Type: text/html\n\n" + "<div>" * 400 + "Please ring me",
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\nContent-Type: text/html\n\n<p>Please ring "
        "me\n--b--",
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Please ring me\n--b--",
    ):
        assert opened(raw).new_text == "Please ring me", raw


def mixed(*parts: str) -> str:
    return "From: ada@example.net\nContent-Type: multipart/mixed; boundary=b\n\n" + "".join(
        f"--b\n{part}\n" for part in parts
    ) + "--b--\n"  # fmt: skip


def test_a_stub_beside_html_does_not_hide_what_the_html_says() -> None:
    words = "He rang last night and said that he is coming straight here and I do not know what to do any more. " * 3
    raw = (
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nThis message needs an HTML viewer.\n"
        f"--b\nContent-Type: text/html\n\n<p>{words}</p>\n--b--\n"
    )
    assert opened(raw).new_text == words.strip()


def test_text_and_mails_attached_are_passed_on() -> None:
    letter = opened(
        mixed(
            "Content-Type: text/plain\n\nSee attached.",
            'Content-Type: text/plain\nContent-Disposition: attachment; filename="form.txt"\n\nName: Eve',
            "Content-Type: message/rfc822\n\nFrom: Eve <eve@example.net>\nSubject: help\n\nPlease ring me",
        )
    )
    assert letter.new_text == "See attached."
    assert "Name: Eve" in letter.passed_on
    assert "From: Eve <eve@example.net>" in letter.passed_on
    assert "Please ring me" in letter.passed_on
    assert "Please ring me" in letter.whole_text
    assert [told.content_type for told in letter.attachments] == ["text/plain", "message/rfc822"]


def test_our_own_mail_attached_is_quoted_and_not_passed_on() -> None:
    letter = opened(
        mixed(
            "Content-Type: text/plain\n\nWhat is this?",
            f"Content-Type: message/rfc822\n\nFrom: {OURS}\nMessage-ID: <mb.0@example.org>\n\nReply YES or NO",
        )
    )
    assert letter.passed_on == ""
    assert "Reply YES or NO" in letter.quoted_text


def test_attachments_are_listed_with_name_type_and_size() -> None:
    picture = base64.encodebytes(b"x" * 1_000).decode()
    letter = opened(
        mixed(
            "Content-Type: text/plain\n\nHere",
            "Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n"
            f"Content-Disposition: attachment; filename*=utf-8''DBS%20front.jpg\n\n{picture}",
        )
    )
    assert [(told.filename, told.content_type, told.size) for told in letter.attachments] == [
        ("DBS front.jpg", "image/jpeg", 1_000)
    ]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("Content-Type: application/ms-tnef; name=winmail.dat\n\nx", "an Outlook wrapper (winmail.dat, TNEF)"),
        ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx", "an S/MIME wrapper (enveloped-data)"),
        ("Content-Type: multipart/encrypted; boundary=c\n\n--c\n\nx\n--c--", "an encrypted message (OpenPGP)"),
        ("Content-Type: application/rtf\n\nx", "a rich-text document"),
    ],
)
def test_what_cannot_be_read_is_named(part: str, told: str) -> None:
    assert told in opened(mixed("Content-Type: text/plain\n\nHello", part)).not_read


def test_flowed_text_is_put_together_and_keeps_its_quoting() -> None:
    raw = (
        "Content-Type: text/plain; format=flowed\nIn-Reply-To: <a@b>\n\nOn 1 Mar 2026 at 10:00, B wrote:\n> one \n> "
        "two\n>> three\n"
        "I am \nhere\n-- \nAda\n"
    )
    letter = opened(raw)
    assert letter.new_text == "I am\nhere".replace("\n", " ")
    assert letter.quoted_text == "one two\nthree"


def test_a_letter_that_is_only_a_subject_opens() -> None:
    letter = opened("From: ada@example.net\nSubject: please ring me 07700 900123\n\n")
    assert (letter.subject, letter.new_text) == ("please ring me 07700 900123", "")
