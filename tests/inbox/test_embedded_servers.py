"""The embedded servers themselves: what the other tests and the try-out rely on."""

from __future__ import annotations

import asyncio
import smtplib
import ssl

import pytest
from keeping import DESK, MONDAY, letter

from mailbot.clock import WoundClock, monotonic
from mailbot.tryout.servers import PASSWORD, Accepted, EmbeddedMail, EmbeddedMailThread, Fault

ADA, BEN = "ada@example.net", "ben@example.com"


def send(mail: EmbeddedMailThread, *recipients: str, raw: bytes = letter("hello")) -> dict[str, tuple[int, bytes]]:
    with smtplib.SMTP(mail.host, mail.smtp_port, timeout=5) as client:
        return client.sendmail(DESK, recipients, raw)


def test_they_start_within_a_moment() -> None:
    start = monotonic()
    with EmbeddedMailThread():
        assert monotonic() - start < 0.5


def test_anybody_gets_a_mailbox_and_what_was_sent_is_kept_in_order(mail: EmbeddedMailThread) -> None:
    send(mail, ADA, BEN)
    send(mail, BEN, raw=letter("second"))

    assert mail.sent() == [Accepted(DESK, (ADA, BEN), letter("hello")), Accepted(DESK, (BEN,), letter("second"))]
    assert [stored.raw.endswith(letter("hello")) for stored in mail.messages(ADA)] == [True]
    assert len(mail.messages(BEN)) == 2


def test_a_plus_address_is_delivered_to_the_base_mailbox_and_kept_in_delivered_to(mail: EmbeddedMailThread) -> None:
    send(mail, "befriending+K7F2Q@example.org")

    (stored,) = mail.messages(DESK)
    assert stored.raw.startswith(
        b"Return-Path: <befriending@example.org>\r\nDelivered-To: befriending+K7F2Q@example.org\r\n"
    )


@pytest.mark.parametrize("found", ["pass", "fail"])
def test_what_the_receiver_found_about_the_sender_stands_above_the_letter(mail: EmbeddedMailThread, found: str) -> None:
    mail.deliver(DESK, letter("hello"), ADA, MONDAY, authentication=found)  # type: ignore[arg-type]

    (stored,) = mail.messages(DESK)
    assert stored.arrived_at == MONDAY
    assert stored.raw == (
        b"Return-Path: <ada@example.net>\r\nDelivered-To: befriending@example.org\r\n"
        b"Authentication-Results: mx.embedded.test; dmarc=" + found.encode() + b" header.from=example.net\r\n"
    ) + letter("hello")


def test_what_comes_by_smtp_is_stamped_by_the_wound_on_clock() -> None:
    with EmbeddedMailThread(clock=WoundClock(MONDAY)) as mail:
        send(mail, ADA)
        assert mail.messages(ADA)[0].arrived_at == MONDAY


def test_a_recipient_can_be_refused_while_the_others_are_served(mail: EmbeddedMailThread) -> None:
    mail.refuse_recipients[ADA] = "550 5.1.1 no such person"

    assert send(mail, ADA, BEN) == {ADA: (550, b"5.1.1 no such person")}
    assert mail.sent()[0].recipients == (BEN,)


def test_a_hook_can_refuse_a_letter_after_its_final_dot(mail: EmbeddedMailThread) -> None:
    mail.smtp_hook = lambda envelope: "451 4.7.1 come back later"

    with pytest.raises(smtplib.SMTPDataError, match="come back later"):
        send(mail, ADA)
    assert mail.sent() == []


@pytest.mark.parametrize(("fault", "taken"), [(Fault.HANG_UP, 0), (Fault.KEEP_AND_HANG_UP, 1)])
def test_the_answer_to_the_final_dot_can_be_lost(mail: EmbeddedMailThread, fault: Fault, taken: int) -> None:
    mail.smtp_hook = lambda envelope: fault

    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(mail, ADA)
    assert len(mail.sent()) == taken


def test_the_connection_can_be_lost_before_the_final_dot(mail: EmbeddedMailThread) -> None:
    mail.before_the_dot = lambda envelope: Fault.HANG_UP

    with pytest.raises((smtplib.SMTPServerDisconnected, OSError)):
        send(mail, ADA)
    assert mail.sent() == []


def test_smtp_takes_the_password_only_over_tls_when_there_is_a_certificate(tls_mail: EmbeddedMailThread) -> None:
    context = ssl.create_default_context(cafile=tls_mail.ca_file)
    with smtplib.SMTP("localhost", tls_mail.smtp_port) as client:
        client.ehlo()
        assert "auth" not in client.esmtp_features
        client.starttls(context=context)
        assert client.login(DESK, PASSWORD)[0] == 235
    with smtplib.SMTP_SSL("localhost", tls_mail.smtps_port, context=context) as client:
        assert client.login(DESK, PASSWORD)[0] == 235


def test_smtp_refuses_a_wrong_password_and_a_stale_token() -> None:
    with EmbeddedMailThread(tokens={DESK: "fresh"}) as mail, smtplib.SMTP(mail.host, mail.smtp_port) as client:
        client.ehlo()
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login(DESK, "wrong")
        client.user = DESK
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.auth("XOAUTH2", lambda challenge=None: f"user={DESK}\x01auth=Bearer stale\x01\x01")
        answer = client.auth("XOAUTH2", lambda challenge=None: f"user={DESK}\x01auth=Bearer fresh\x01\x01")
        assert answer[0] == 235


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff not a letter at all",
        b"Content-Type: text/plain; charset=no-such-charset\r\n\r\n\xff\xfe",
        b"Content-Type: multipart/mixed; boundary=\r\nFrom: <<>>\r\n\r\n--\r\n",
        b"From: \r\nContent-Type: ;;;=\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\npart\r\n" * 10_000,
    ],
    ids=["nothing", "bytes", "charset", "boundary", "headers", "ten thousand parts"],
)
def test_any_bytes_are_stored_as_they_are(mail: EmbeddedMailThread, raw: bytes) -> None:
    mail.append(DESK, raw)

    assert mail.messages(DESK)[0].raw == raw


def test_they_run_inside_an_event_loop_too() -> None:
    async def story() -> list[bytes]:
        async with EmbeddedMail(clock=WoundClock(MONDAY)) as mail:
            await mail.deliver(DESK, letter("hello"), ADA)
            return [stored.raw for stored in await mail.messages(DESK)]

    (raw,) = asyncio.run(story())
    assert raw.endswith(letter("hello"))
