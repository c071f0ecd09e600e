"""Into the mailbox, and out again with clear words when it does not work."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from keeping import DESK, account

from mailbot.inbox.login import connect
from mailbot.inbox.trouble import CannotReach, ConnectionLost, LoginRefused, NotTrusted
from mailbot.tryout.servers import EmbeddedMailThread


def test_a_password_opens_the_mailbox_over_tls(tls_mail: EmbeddedMailThread) -> None:
    way_in = account(tls_mail, port=tls_mail.imaps_port, security="tls", ca_file=tls_mail.ca_file)
    with connect(way_in) as client:
        assert client.folder_exists("INBOX")


def test_a_password_opens_the_mailbox_over_starttls(tls_mail: EmbeddedMailThread) -> None:
    with connect(account(tls_mail, security="starttls", ca_file=tls_mail.ca_file)) as client:
        assert client.folder_exists("INBOX")


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tls_mail: EmbeddedMailThread, security: str) -> None:
    port = tls_mail.imaps_port if security == "tls" else tls_mail.imap_port
    with pytest.raises(NotTrusted, match=r"certificate of 127\.0\.0\.1.*cannot be verified.*ca_file") as told:
        connect(account(tls_mail, port=port, security=security))
    assert told.value.permanent


def test_a_certificate_for_another_name_is_not_trusted(
    tls_mail: EmbeddedMailThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: resolve("127.0.0.1", *rest, **more))
    way_in = account(
        tls_mail, host="imap.example.org", port=tls_mail.imaps_port, security="tls", ca_file=tls_mail.ca_file
    )
    with pytest.raises(NotTrusted, match="cannot be verified"):
        connect(way_in)


def test_a_server_without_starttls_never_sees_the_password(mail: EmbeddedMailThread) -> None:
    asked: list[str] = []

    def secret() -> str:
        asked.append("secret")
        return mail.password

    with pytest.raises(NotTrusted, match="offers no STARTTLS"):
        connect(account(mail, security="starttls", secret=secret))
    assert asked == []


def test_a_ca_file_that_cannot_be_read_is_named(mail: EmbeddedMailThread, tmp_path: Path) -> None:
    with pytest.raises(NotTrusted, match=r"ca_file .*nowhere\.pem cannot be read"):
        connect(account(mail, security="tls", ca_file=tmp_path / "nowhere.pem"))


def test_a_wrong_password_is_told_without_the_password(mail: EmbeddedMailThread) -> None:
    with pytest.raises(LoginRefused, match=r"does not accept the password of befriending@example\.org") as told:
        connect(account(mail, secret=lambda: "correct horse"))
    assert told.value.permanent
    assert "correct horse" not in str(told.value)
    assert told.value.__cause__ is None


def test_a_password_with_welsh_letters_works(mail: EmbeddedMailThread) -> None:
    mail.change_password("tŷ bach twt")
    with connect(account(mail)) as client:
        assert client.folder_exists("INBOX")


def test_a_secret_that_cannot_be_read_is_told(mail: EmbeddedMailThread, tmp_path: Path) -> None:
    with pytest.raises(LoginRefused, match=r"secret for befriending@example\.org cannot be read \(FileNotFoundError\)"):
        connect(account(mail, secret=lambda: (tmp_path / "absent").read_text()))


def test_a_token_opens_the_mailbox_by_xoauth2() -> None:
    with (
        EmbeddedMailThread(tokens={DESK: "fresh-token"}) as mail,
        connect(account(mail, method="xoauth2", secret=lambda: "fresh-token")) as client,
    ):
        assert client.folder_exists("INBOX")


def test_a_stale_token_is_told_without_the_token() -> None:
    with (
        EmbeddedMailThread(tokens={DESK: "fresh-token"}) as mail,
        pytest.raises(LoginRefused, match=r"does not accept the token of befriending@example\.org") as told,
    ):
        connect(account(mail, method="xoauth2", secret=lambda: "stale-token"))
    assert "stale-token" not in str(told.value)


def test_a_port_where_nobody_listens_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with EmbeddedMailThread() as mail, pytest.raises(CannotReach, match=f"no connection to 127.0.0.1:{port}") as told:
        connect(account(mail, port=port))
    assert not told.value.permanent


def test_a_port_that_does_not_speak_tls_is_told(mail: EmbeddedMailThread) -> None:
    with pytest.raises(CannotReach, match="does not speak TLS as expected"):
        connect(account(mail, security="tls"))


def test_a_server_that_is_silent_is_given_up(mail: EmbeddedMailThread) -> None:
    with says(b"") as port, pytest.raises(CannotReach, match=r"did not answer within 0\.2 seconds"):
        connect(account(mail, port=port, timeout=0.2))


def test_something_else_than_an_imap_server_is_told(mail: EmbeddedMailThread) -> None:
    with says(b"220 mx.example.org ESMTP\r\n") as port, pytest.raises(CannotReach, match="not as an IMAP server"):
        connect(account(mail, port=port, timeout=0.5))


@pytest.mark.parametrize(
    ("answer", "permanent"),
    [
        (b"NO [UNAVAILABLE] the user database is away", False),
        (b"NO [LIMIT] too many connections", False),
        (b"NO [AUTHENTICATIONFAILED] no", True),
        (b"NO no", True),
    ],
)
def test_a_refusal_that_is_the_servers_own_trouble_is_temporary(
    mail: EmbeddedMailThread, answer: bytes, permanent: bool
) -> None:
    with says(b"* PREAUTH-NOT\r\n", answer) as port, pytest.raises(LoginRefused) as told:
        connect(account(mail, port=port, timeout=2))
    assert told.value.permanent is permanent


def test_a_server_that_repeats_the_password_does_not_get_it_into_the_words(mail: EmbeddedMailThread) -> None:
    with (
        says(b"* OK hello\r\n", b"NO wrong password: correct-horse") as port,
        pytest.raises(LoginRefused, match="wrong password: …") as told,
    ):
        connect(account(mail, port=port, secret=lambda: "correct-horse"))
    assert "correct-horse" not in str(told.value)


def test_a_server_that_hangs_up_during_the_login_is_told(mail: EmbeddedMailThread) -> None:
    with says(b"* OK hello\r\n", b"") as port, pytest.raises(ConnectionLost, match="hung up during the login"):
        connect(account(mail, port=port, timeout=2))


@contextmanager
def says(greeting: bytes, login_answer: bytes | None = None) -> Iterator[int]:
    """A server that greets with these bytes and answers LOGIN so (b"": by hanging up)."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(greeting.replace(b"* PREAUTH-NOT", b"* OK hello"))
            for line in connection.makefile("rb"):
                tag, _, command = line.strip().partition(b" ")
                if command.upper().startswith(b"CAPABILITY"):
                    connection.sendall(b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n")
                elif login_answer == b"":
                    return
                elif login_answer is not None:
                    connection.sendall(tag + b" " + login_answer + b"\r\n")

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    yield listener.getsockname()[1]
    listener.close()
    thread.join(5)
