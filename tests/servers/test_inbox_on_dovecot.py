"""The poller against real servers: what Postfix delivers and Dovecot keeps."""

from __future__ import annotations

import smtplib
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from mailstack import MailStack
from memory_keeper import MemoryKeeper

from mailbot.clock import SystemClock, monotonic
from mailbot.inbox.idle import Bell
from mailbot.inbox.login import Account, connect
from mailbot.inbox.poller import Poller
from mailbot.inbox.sent import find_sent
from mailbot.inbox.sent_since import Known, sent_since
from mailbot.inbox.trouble import LoginRefused

pytestmark = pytest.mark.servers

PATIENCE = 20.0  # seconds until a test gives up


@pytest.fixture
def desk() -> str:
    """An address that no other test has used."""
    return f"befriending-{uuid4().hex[:8]}@example.org"


def account(stack: MailStack, desk: str, password: str | None = None) -> Account:
    return Account(
        stack.host, stack.imaps_port, "tls", desk, lambda: password or stack.password, ca_file=stack.ca_file, timeout=20
    )


def poller(stack: MailStack, desk: str, keeper: MemoryKeeper, **options: object) -> Poller:
    settings: dict[str, object] = {"folders": ["INBOX"], "processed_folder": "Processed"}
    return Poller(account(stack, desk), keeper=keeper, clock=SystemClock(), **(settings | options))  # type: ignore[arg-type]


def post(stack: MailStack, recipient: str, subject: str, sender: str = "ada@example.net") -> None:
    headers = [f"From: {sender}", f"To: {recipient}", f"Subject: {subject}", f"Message-ID: <{uuid4().hex}@example.net>"]
    raw = "\r\n".join([*headers, "", "Hi.", ""])
    with smtplib.SMTP(stack.host, stack.smtp_port, timeout=20) as client:
        client.sendmail(sender, [recipient], raw.encode())


@contextmanager
def running(poller: Poller) -> Iterator[None]:
    stop, bell = threading.Event(), Bell()
    thread = threading.Thread(target=poller.run, args=(stop, bell.fileno()))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        bell.ring()
        thread.join(PATIENCE)
        bell.close()
    assert not thread.is_alive()


def test_a_posted_letter_wakes_the_poller_and_is_filed_away(stack: MailStack, desk: str) -> None:
    keeper = MemoryKeeper()
    taken_in = threading.Event()
    seconds = []
    with running(poller(stack, desk, keeper, on_new=taken_in.set)):
        keeper.wait_for_looks(1, PATIENCE)
        for number in range(5):
            taken_in.clear()
            start = monotonic()
            post(stack, desk, f"letter {number}")
            assert taken_in.wait(PATIENCE)
            seconds.append(monotonic() - start)
        looks = len(keeper.looks)
        keeper.wait_for_looks(looks + 1, PATIENCE)
    assert sorted(keeper.subjects()) == [f"letter {number}" for number in range(5)]
    assert statistics.median(seconds) < 2.0  # Dovecot itself waits half a second before it tells
    with connect(account(stack, desk)) as client:
        assert client.select_folder("INBOX")[b"EXISTS"] == 0
        assert client.select_folder("Processed")[b"EXISTS"] == 5
        assert client.search("UNSEEN") == client.search("ALL")


def test_a_letter_that_comes_just_before_idle_is_told_at_once(stack: MailStack, desk: str) -> None:
    client, other = connect(account(stack, desk)), connect(account(stack, desk))
    client.select_folder("INBOX")
    for number in range(10):
        other.append("INBOX", f"Subject: {number}\r\n\r\nHi.\r\n".encode())
        start = monotonic()
        client.wait_for_news(PATIENCE)
        assert monotonic() - start < 3.0
        client.select_folder("INBOX")
    other.logout()
    client.logout()


def test_a_letter_to_a_plus_address_arrives_with_its_token(stack: MailStack, desk: str) -> None:
    keeper = MemoryKeeper()
    address = desk.replace("@", "+K7F2Q9@")
    post(stack, address, "an answer")
    take_in(stack, desk, keeper, 1)

    (letter,) = keeper.letters.values()
    assert b"Delivered-To: " + address.encode() + b"\r\n" in letter.raw


def test_mail_to_a_mailbox_that_does_not_exist_comes_back_as_a_bounce(stack: MailStack, desk: str) -> None:
    keeper = MemoryKeeper()
    post(stack, "nosuch-person@example.net", "hello", sender=desk)
    take_in(stack, desk, keeper, 1)

    (bounce,) = keeper.letters.values()
    assert bounce.raw.startswith(b"Return-Path: <>\r\n")
    assert b"multipart/report" in bounce.raw
    assert b"Status: 5.1.1" in bounce.raw
    assert b"Final-Recipient: rfc822; nosuch-person@example.net" in bounce.raw


def test_a_recipient_can_be_refused_at_once(stack: MailStack, desk: str) -> None:
    with smtplib.SMTP(stack.host, stack.smtp_port, timeout=20) as client:
        answer = client.sendmail(desk, ["refused-person@example.net", desk], b"Subject: hello\r\n\r\nHi.\r\n")
    assert answer["refused-person@example.net"][0] == 550


def test_a_backlog_of_five_thousand_is_taken_in_and_filed_away_in_batches(stack: MailStack, desk: str) -> None:
    keeper = MemoryKeeper()
    with connect(account(stack, desk)) as client:
        for start in range(0, 5_000, 500):
            numbers = range(start, start + 500)
            client.multiappend("INBOX", [f"Subject: letter {number}\r\n\r\nHi.\r\n".encode() for number in numbers])
    start = monotonic()

    done = poller(stack, desk, keeper).once()

    print(f"\n5,000 letters taken in and filed away in {monotonic() - start:.1f} s")
    assert (done.taken_in, done.filed_away, done.troubles) == (5_000, 5_000, ())
    assert max(keeper.batches) <= 100
    assert set(keeper.subjects()) == {f"letter {number}" for number in range(5_000)}
    assert done.looks[0].without_outcome == 0
    with connect(account(stack, desk)) as client:
        assert client.select_folder("INBOX")[b"EXISTS"] == 0
        assert client.select_folder("Processed")[b"EXISTS"] == 5_000


def test_a_letter_of_sixty_megabytes_is_taken_in_by_its_beginning(stack: MailStack, desk: str) -> None:
    keeper = MemoryKeeper()
    huge = b"Subject: with a film\r\n\r\n" + (b"y" * 76 + b"\r\n") * 780_000
    with connect(account(stack, desk)) as client:
        client.append("INBOX", huge)

    done = poller(stack, desk, keeper).once()

    (letter,) = keeper.letters.values()
    assert done.taken_in == 1
    assert letter.raw == huge[: len(letter.raw)]
    assert len(letter.raw) < letter.whole_size == len(huge)


def test_a_letter_dragged_away_is_a_gap_and_a_new_uidvalidity_is_looked_at_anew(stack: MailStack, desk: str) -> None:
    keeper = MemoryKeeper()
    reader = poller(stack, desk, keeper, folders=["Desk"], processed_folder="")
    with connect(account(stack, desk)) as client:
        client.create_folder("Desk")
        client.append("Desk", b"Subject: first\r\n\r\nHi.\r\n")
        before = reader.once().looks[0]
        client.append("Desk", b"Subject: dragged\r\n\r\nHi.\r\n")
        client.select_folder("Desk")
        client.delete_messages([2])
        client.expunge()
        assert reader.once().looks[0].gaps == (2,)
        client.close_folder()
        client.delete_folder("Desk")
        client.create_folder("Desk")
        client.append("Desk", b"Subject: first\r\n\r\nHi.\r\n")
    after = reader.once().looks[0]

    assert after.uidvalidity != before.uidvalidity
    assert (after.gaps, after.without_outcome) == ((), 0)
    assert keeper.subjects() == ["first", "first"]


def test_a_wrong_password_is_refused_in_words(stack: MailStack, desk: str) -> None:
    with pytest.raises(LoginRefused, match="does not accept the password of befriending-"):
        connect(account(stack, desk, "wrong horse"))


def test_our_letters_are_found_in_the_sent_folder(stack: MailStack, desk: str) -> None:
    with connect(account(stack, desk)) as client:
        client.create_folder("Sent")
        client.append("Sent", b"Message-ID: <one@example.org>\r\nSubject: ours\r\n\r\nHi.\r\n")

    assert find_sent(account(stack, desk), "Sent", ["<one@example.org>", "<two@example.org>"]) == {"<one@example.org>"}


def test_what_staff_sent_is_found_by_its_headers_even_when_the_folder_is_made_anew(stack: MailStack, desk: str) -> None:
    sent = b"Message-ID: <%d@example.org>\r\nTo: ada@example.net\r\nIn-Reply-To: <a@example.net>\r\n\r\nOur words.\r\n"
    with connect(account(stack, desk)) as client:
        client.create_folder("Sent")
        client.append("Sent", sent % 1)
        [first] = sent_since(account(stack, desk), "Sent", None)
        client.append("Sent", sent % 2)
        known = Known(first.uidvalidity, first.uidnext, SystemClock().now().date() - timedelta(days=1))
        [part] = sent_since(account(stack, desk), "Sent", known)
        client.delete_folder("Sent")
        client.create_folder("Sent")
        client.append("Sent", sent % 3)
        [anew] = sent_since(account(stack, desk), "Sent", known)

    assert first.mails == ()
    for found, number in ((part, 2), (anew, 3)):
        [one] = found.mails
        assert b"<%d@example.org>" % number in one.raw
        assert b"<a@example.net>" in one.raw
        assert b"Our words" not in one.raw
    assert anew.uidvalidity != first.uidvalidity
    assert list(sent_since(account(stack, desk), "Gesendet", None)) == []


def take_in(stack: MailStack, desk: str, keeper: MemoryKeeper, number: int) -> None:
    """Wait until so many letters have been delivered and taken in."""
    reader = poller(stack, desk, keeper)
    end = monotonic() + PATIENCE
    while len(keeper.letters) < number:
        assert monotonic() < end, stack.logs()
        reader.once()
        threading.Event().wait(0.05)
