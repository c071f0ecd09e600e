"""Wrappers, charsets, signs and files that hide a letter's words: what can be read is, and the rest is named."""

from __future__ import annotations

import base64
import struct
import time

import pytest

from mailbot.reading.letter import Letter
from mailbot.reading.mail.rtf import text_of_rtf, unpacked
from mailbot.reading.mail.smime import signed_content
from mailbot.reading.mail.tnef import wrapped_in
from mailbot.reading.parse import Reader, read_letter

WORDS = "Please ring me"
READER = Reader(own_addresses=frozenset({"befriending@example.org"}))


def opened(raw: bytes | str) -> Letter:
    return read_letter(raw if isinstance(raw, bytes) else raw.encode(), READER)


def encoded(content_type: str, body: bytes, more: str = "") -> bytes:
    head = f"From: ada@example.net\nContent-Type: {content_type}\nContent-Transfer-Encoding: base64\n{more}\n"
    return head.encode() + base64.encodebytes(body)


# ------------------------------------------------------------------------------------------------------------ charsets

SAID = {
    "utf-7": "Ring me – Zoë",
    "utf-16-le": "Please ring me about my son",
    "utf-16-be": "Please ring me about my son",
    "utf-32": "Ring me – Zoë",
    "iso-2022-jp": "息子のことで電話をください",
    "gb18030": "请给我打电话",
    "gbk": "请给我打电话",
    "big5": "請打電話給我",
    "euc-kr": "전화해 주세요",
    "shift_jis": "電話をください",
    "koi8-r": "Позвоните мне",
    "windows-1251": "Позвоните мне",
    "windows-1250": "Zadzwoń do mnie, mąż",
    "iso-8859-2": "Zadzwoń do mnie",
    "windows-1256": "اتصل بي",
}


@pytest.mark.parametrize("charset", SAID)
def test_text_in_a_charset_that_is_named_is_read(charset: str) -> None:
    assert opened(encoded(f"text/plain; charset={charset}", SAID[charset].encode(charset))).new_text == SAID[charset]


@pytest.mark.parametrize(
    ("told", "raw"),
    [
        ("utf-16", "Please ring me".encode("utf-16-be")),
        ("utf-8", "Please ring me".encode("utf-16-le")),
        ("us-ascii", "Please ring me".encode("utf-16")),
        ("utf-16", b"Please ring me"),
        ("cp037", b"Please ring me"),
        ("windows-1252", b"\xef\xbb\xbfPlease ring me"),
        ("utf8mb4", b"Please ring me"),
        ("=?utf-8?q?x?=", b"Please ring me"),
    ],
)
def test_a_charset_that_cannot_be_meant_does_not_hide_the_words(told: str, raw: bytes) -> None:
    assert opened(encoded(f"text/plain; charset={told}", raw)).new_text == WORDS


def test_japanese_without_its_charset_is_known_by_its_signs() -> None:
    words = SAID["iso-2022-jp"]
    assert opened(b"Subject: x\n\n" + words.encode("iso-2022-jp")).new_text == words
    assert opened(encoded("text/plain; charset=us-ascii", words.encode("iso-2022-jp"))).new_text == words


def test_one_fault_in_many_signs_spoils_no_others() -> None:
    raw = "请给我打电话，谢谢你们的帮助".encode("gb18030") + b"\xff\xff"
    assert "请给我打电话" in opened(encoded("text/plain; charset=gb2312", raw)).new_text


@pytest.mark.parametrize("words", ["don’t ring – it’s £5", "Siân’s mum", "café", "naïve 😀 ok", "Zadzwoń, mąż"])
def test_text_that_was_encoded_twice_is_put_right(words: str) -> None:
    twice = "".join(chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((byte,)).decode("cp1252")
                    for byte in words.encode())  # fmt: skip
    assert opened(encoded("text/plain; charset=utf-8", twice.encode())).new_text == words


@pytest.mark.parametrize("words", ["Mae’r gŵr â’r plant", "À bientôt", "ÂÊÎ", "Â", "São João, ã"])
def test_text_that_only_looks_encoded_twice_is_left(words: str) -> None:
    assert opened(encoded("text/plain; charset=utf-8", words.encode())).new_text == words


def test_a_mail_kept_as_a_file_of_utf_16_opens() -> None:
    letter = opened("From: Ada <ada@example.net>\nSubject: x\n\nPlease ring me".encode("utf-16"))
    assert (letter.sender.address, letter.new_text) == ("ada@example.net", WORDS)


# ------------------------------------------------------------------------------------------------------------- headers


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("=?utf-8?q?how_are_you?_fine?=", "how are you? fine"),
        ("=?utf-8?q?never_ended", "never ended"),
        ("=?utf-8?b?UGxlYXNlIHJpbmcgbWU", "Please ring me"),
        ("=?utf-8?b?UGxlYXNl?==?utf-8?q?_ring?=", "Please ring"),
        ("=?utf-8?b?UGxl!!YXNl?=", "Please"),
        ("=?iso-8859-1?q?caf=E9?= =?utf-8?q?_x?=", "café x"),
        ("=?x-unknown?q?caf=C3=A9?=", "café"),
        ("=?utf-8*en-GB?q?caf=C3=A9?=", "café"),
        ("=?utf-8?q?ca?=\n =?utf-8?q?f=C3=A9?=", "café"),
        ("caf\u00e9 in the raw", "café in the raw"),
        ("r\u200bi\u200dng \u202eme", "ring me"),
        ("=?utf-8?q??=", ""),
        ("=?=?=?", "=?=?=?"),
    ],
)
def test_a_subject_encoded_in_whatever_way_is_read(told: str, subject: str) -> None:
    assert opened(f"Subject: {told}\n\nHello").subject == subject


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("filename=a.jpg", "a.jpg"),
        ('filename="a b.jpg"', "a b.jpg"),
        ("filename==?utf-8?q?caf=C3=A9.jpg?=", "café.jpg"),
        ("filename*=utf-8''caf%C3%A9.jpg", "café.jpg"),
        ("filename*=caf%C3%A9.jpg", "café.jpg"),
        ("filename*0*=utf-8''caf%C3; filename*1*=%A9.jpg", "café.jpg"),
        ("filename*1=b.jpg; filename*0=a", "ab.jpg"),
        ("filename*=x-none''a%ZZ.jpg", "a%ZZ.jpg"),
        ('filename="never ended.jpg', "never ended.jpg"),
        ("filename*x=a.jpg", "a.jpg"),
    ],
)
def test_a_file_name_encoded_in_whatever_way_is_told(told: str, name: str) -> None:
    letter = opened(f"Content-Type: image/jpeg\nContent-Disposition: attachment; {told}\n\nx")
    assert [attachment.filename for attachment in letter.attachments] == [name]


# ---------------------------------------------------------------------------------------------------- broken encodings


@pytest.mark.parametrize(
    "body",
    [
        "UGxlYXNlIHJp\nbmcgbWU=",
        "UGxl*YXNl IHJp!bmcgbWU",
        "UGxlYXNlIA==cmluZyBtZQ==",
        "UGxlYXNlIHJpbmcgbWU=\n\n",
    ],
)
def test_broken_base64_is_decoded_as_far_as_it_goes(body: str) -> None:
    assert opened(f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{body}").new_text == WORDS


def test_plain_words_that_are_called_base64_are_kept() -> None:
    words = "Please could somebody ring me about my son"
    assert opened(f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{words}").new_text == words


@pytest.mark.parametrize(
    "body", ["Please=20ring=20me", "Please ri=\nng me", "Please ring me=", "=50lease=20ring me=\n"]
)
def test_broken_quoted_printable_is_read(body: str) -> None:
    text = opened(f"Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n{body}").new_text
    assert text == WORDS


def test_a_multipart_that_is_encoded_as_none_may_be_is_read() -> None:
    inner = b"--b\nContent-Type: text/plain\n\nPlease ring me\n--b--\n"
    assert opened(encoded("multipart/mixed; boundary=b", inner)).new_text == WORDS


# --------------------------------------------------------------------------------------------------------- unseen signs


def test_signs_that_nobody_sees_do_not_hide_a_word() -> None:
    hidden = "Ple\u200base r\u200di\u200cng\u2062 m\u00ade\U000e0041\ufe0f"
    assert opened(encoded("text/plain; charset=utf-8", hidden.encode())).new_text == WORDS
    page = f"<p>{hidden}</p>".encode()
    assert opened(encoded("text/html; charset=utf-8", page)).new_text == WORDS


def test_signs_that_join_an_emoji_stay() -> None:
    family = "👩\u200d👧 ❤\ufe0f"
    assert opened(encoded("text/plain; charset=utf-8", family.encode())).new_text == family


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ('<div style="display:none">Yes</div><p>No</p>', "No"),
        ("<p>No<span class=a style='color:red; Font-Size: 0px'>t sure</span></p>", "No"),
        ('<p>k<span style="visibility:hidden">x<span>y</span></span>ill</p>', "kill"),
        ("<div hidden>Yes</div><p>No</p>", "No"),
        ('<p style="font-size:0.9em">small</p>', "small"),
        ('<p title="a hidden sign">seen</p>', "seen"),
        ('<div style="display:none">all that there is</div>', "all that there is"),
        ('<div style="display:none">never closed', "never closed"),
    ],
)
def test_what_a_page_hides_is_not_read(page: str, seen: str) -> None:
    assert opened(f"Content-Type: text/html\n\n{page}").new_text == seen


def test_a_page_full_of_hidden_things_is_read_within_a_second() -> None:
    for unit in (
        '<div style="display:none">',
        '<div style="display:none">a</div>',
        '<p a=b style="',
        "<p hidden ",
        "<p a ",
    ):
        begun = time.process_time()
        opened("Content-Type: text/html\n\n" + '<p style="display:none">a</p>' + unit * (900_000 // len(unit)))
        assert time.process_time() - begun < 1


def test_endless_entities_are_no_fault() -> None:
    assert opened("Content-Type: text/html\n\n<p>Please ring me&#" + "9" * 6_000 + ";</p>").new_text.startswith(WORDS)


# --------------------------------------------------------------------------------------------- two versions of one text


def versions(plain: str, page: str) -> str:
    head = "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n"
    return f"{head}{plain}\n--b\nContent-Type: text/html\n\n{page}\n--b--\n"


@pytest.mark.parametrize(
    "plain",
    ["", " \n\n", "Your email client does not support HTML.", "This email is best viewed in a browser.",
     "[image: logo]\n\nPlease view this message in HTML."],
)  # fmt: skip
def test_a_plain_version_that_says_nothing_gives_way_to_the_page(plain: str) -> None:
    page = "<p>My son was taken to prison on Monday and I would like somebody to ring me in the evenings.</p>"
    assert "somebody to ring me" in opened(versions(plain, page)).new_text


def test_of_two_versions_that_disagree_the_one_that_a_person_sees_is_read() -> None:
    decoy = "Thank you for your order. " * 30
    page = "<p>He says he is going to take all of his tablets tonight and nobody at home is awake to stop him now.</p>"
    assert "tablets tonight" in opened(versions(decoy, page)).new_text


def test_the_whole_of_a_page_in_pieces_is_read() -> None:
    raw = (
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\n"
        "Content-Type: multipart/mixed; boundary=c\n\n"
        "--c\nContent-Type: text/html\n\n<p>Please</p>\n--c\nContent-Type: image/png; name=a.png\n\nx\n"
        "--c\nContent-Type: text/html\n\n<p>ring me</p>\n--c--\n--b--\n"
    )
    letter = opened(raw)
    assert letter.new_text.split() == WORDS.split()
    assert [told.filename for told in letter.attachments] == ["a.png"]


# ------------------------------------------------------------------------------------------------------------- wrappers


def attribute(name: int, value: bytes, level: int = 1) -> bytes:
    return struct.pack("<BII", level, name, len(value)) + value + struct.pack("<H", sum(value) % 65536)


def properties(*pairs: tuple[int, int, bytes]) -> bytes:
    told = struct.pack("<I", len(pairs))
    for kind, number, value in pairs:
        told += struct.pack("<HHII", kind, number, 1, len(value)) + value + b"\0" * (-len(value) % 4)
    return told


RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator Riched20;}\f0 Please\par ring \'e9 me\u8217?s}"
BODIES = {
    "plain": attribute(0x0002800C, b"Please ring me\0"),
    "wide": attribute(0x00069003, properties((31, 0x1000, "Please ring me".encode("utf-16-le")))),
    "page": attribute(0x00069003, properties((258, 0x1013, b"<p>Please ring me</p>"))),
    "rich": attribute(
        0x00069003,
        properties((258, 0x1009, struct.pack("<IIII", 40, 24, 0x414C454D, 0) + rb"{\rtf1 Please ring me}  ")),
    ),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_letter_in_outlooks_wrapper_is_read_and_its_files_are_told(body: bytes) -> None:
    file = attribute(0x00069002, b"", 2) + attribute(0x00018010, b"FORM~1.PDF\0", 2) + attribute(0x0006800F, b"%PDF", 2)
    file += attribute(0x00069005, properties((30, 0x3707, b"referral form.pdf\0")), 2)
    raw = struct.pack("<IH", 0x223E9F78, 1) + body + file
    letter = opened(encoded("application/ms-tnef; name=winmail.dat", raw))
    assert letter.new_text == WORDS
    assert [told.filename for told in letter.attachments] == ["winmail.dat", "referral form.pdf"]
    assert letter.not_read == ("an attached document",)


def test_a_damaged_wrapper_is_named() -> None:
    whole = struct.pack("<IH", 0x223E9F78, 1) + BODIES["wide"]
    for cut in range(len(whole)):
        wrapped_in(whole[:cut])
    letter = opened(encoded("application/ms-tnef; name=winmail.dat", b"nonsense"))
    assert letter.not_read == ("an Outlook wrapper (winmail.dat, TNEF)",)


def test_rich_text_is_read() -> None:
    assert text_of_rtf(RTF.decode("latin-1")) == "Please\nring é me’s"
    assert text_of_rtf(r"{\rtf1{\*\htmltag64 <p>}\htmlrtf {\b \htmlrtf0 Please ring me\htmlrtf }\htmlrtf0}") == WORDS
    assert text_of_rtf(r"{\rtf1 \u55357?\u56832? \{ok\} a\~b}") == "😀 {ok} a b"
    assert text_of_rtf("no rich text") == ""


def test_packed_rich_text_is_unpacked_as_microsofts_own_example_is() -> None:
    # MS-OXRTFCP, 3.1: the two examples of the specification
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed) == rb"{\rtf1\ansi\ansicpg1252\pard hello world}" + b"\r\n"
    turning = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked(turning) == rb"{\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_an_attached_rich_text_is_passed_on() -> None:
    letter = opened(encoded("application/rtf; name=form.rtf", RTF))
    assert "ring é me’s" in letter.passed_on
    assert not letter.not_read


def der(tag: int, *content: bytes, open_ended: bool = False) -> bytes:
    body = b"".join(content)
    if open_ended:
        return bytes((tag, 0x80)) + body + b"\0\0"
    if len(body) < 128:
        return bytes((tag, len(body))) + body
    return bytes((tag, 0x82)) + len(body).to_bytes(2, "big") + body


def sealed(inner: bytes, *, kind: str = "2a864886f70d010702", open_ended: bool = False) -> bytes:
    pieces = [der(4, inner[at : at + 20]) for at in range(0, len(inner), 20)]
    held = der(0x24, *pieces, open_ended=True) if open_ended else der(4, inner)
    enclosed = der(
        0x30, bytes.fromhex("06092a864886f70d010701"), der(0xA0, held, open_ended=open_ended), open_ended=open_ended
    )
    signed = der(0x30, b"\x02\x01\x01", der(0x31), enclosed, der(0x31), open_ended=open_ended)
    return der(0x30, der(6, bytes.fromhex(kind)), der(0xA0, signed, open_ended=open_ended), open_ended=open_ended)


@pytest.mark.parametrize("open_ended", [False, True])
@pytest.mark.parametrize(
    "kind", ["application/pkcs7-mime; smime-type=signed-data", "application/octet-stream; name=smime.p7m"]
)
def test_a_signed_letter_is_read_from_its_wrapper(kind: str, open_ended: bool) -> None:
    inner = b"Content-Type: text/plain; charset=utf-8\r\n\r\nPlease ring me\r\n"
    letter = opened(encoded(kind, sealed(inner, open_ended=open_ended)))
    assert letter.new_text == WORDS
    assert not letter.not_read


def test_an_encrypted_letter_is_named_and_a_damaged_one_too() -> None:
    secret = sealed(b"x" * 40, kind="2a864886f70d010703")
    letter = opened(encoded("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", secret))
    assert letter.not_read == ("an S/MIME wrapper (enveloped-data)",)
    whole = sealed(b"Content-Type: text/plain\n\nPlease ring me", open_ended=True)
    for cut in range(len(whole)):
        signed_content(whole[:cut])
    assert signed_content(b"\x30\x80" * 5_000) == b""


# -------------------------------------------------------------------------------------------- what is set into the text


def test_files_and_seals_in_the_text_are_cut_out_and_told() -> None:
    uu = "begin 644 photo.jpg\n#0V%T\n#0V%T\n#0V%T\n`\nend"
    yenc = "=ybegin line=128 size=3 name=clip.mp3\nabc\n=yend size=3"
    letter = opened(f"Subject: x\n\nPlease\n{uu}\n{yenc}\nring me")
    assert letter.new_text.split() == WORDS.split()
    assert [told.filename for told in letter.attachments] == ["photo.jpg", "clip.mp3"]


def test_words_that_begin_as_a_file_would_are_kept() -> None:
    words = "begin 2026 with a call\nand ring me\nend"
    assert opened(f"Subject: x\n\n{words}").new_text == words


def test_a_signature_of_pgp_leaves_the_words_and_a_secret_is_named() -> None:
    signed = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nPlease ring me\n- - a list\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    )
    assert opened(f"Subject: x\n\n{signed}").new_text == "Please ring me\n- a list"
    secret = opened("Subject: x\n\nHello\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n")
    assert secret.new_text == "Hello"
    assert secret.not_read == ("an encrypted message (OpenPGP)",)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("application/pdf; name=a.pdf", ("an attached document",)),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("an attached document",)),
        ("application/octet-stream; name=form.docx", ("an attached document",)),
        ("message/external-body; access-type=anon-ftp", ("a text that is kept elsewhere (message/external-body)",)),
        ("message/partial; number=2; total=3; id=a", ("the other pieces of a message that was sent in pieces",)),
        ("image/png; name=logo.png", ()),
        ("text/calendar; name=a.ics", ()),
        ("application/pkcs7-signature; name=smime.p7s", ()),
    ],
)
def test_attachments_that_may_hold_words_are_named(part: str, told: tuple[str, ...]) -> None:
    raw = f"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: {part}\n\nx\n--b--\n"
    letter = opened(raw)
    assert letter.not_read == told
    assert letter.new_text.startswith("Hello")


# ---------------------------------------------------------------------------------------------------- very long letters


def test_a_very_long_letter_keeps_its_beginning_and_its_end_for_the_readers() -> None:
    letter = opened("Subject: x\n\nThe first words.\n" + "So it goes on.\n" * 10_000 + "The last words.")
    assert letter.new_text.startswith("The first words.")
    assert letter.new_text.endswith("The last words.")
    assert len(letter.new_text) < 41_000
    assert any(told.startswith("the middle of what was written") for told in letter.not_read)
    assert len(letter.whole_text) > 100_000
