"""IMAP and SMTP alike: a refused token is asked for anew once; a server that wants our certificate is shown it."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from mailbot.inbox.login import Account, connect
from mailbot.inbox.trouble import CannotReach, LoginRefused, MailboxTrouble, NotTrusted
from mailbot.logins.tls import client_context
from mailbot.logins.trouble import CertificateUnusable, NoToken
from mailbot.outbox.delivery import Delivery, Outcome
from mailbot.outbox.post import Post, SmtpAccount
from mailbot.tryout.certificate import Certificate, make_certificate
from mailbot.tryout.servers import EmbeddedMailThread

DESK = "befriending@example.org"


def inbox(mail: EmbeddedMailThread, port: int = 0, **changes: object) -> Account:
    told: dict[str, object] = {
        "host": mail.host, "port": port or mail.imap_port, "security": "none", "user": DESK, "method": "xoauth2",
        "secret": lambda: mail.password, "timeout": 5.0,
    }  # fmt: skip
    return Account(**(told | changes))  # type: ignore[arg-type]


def outbox(mail: EmbeddedMailThread, port: int = 0, **changes: object) -> SmtpAccount:
    told: dict[str, object] = {
        "host": mail.host, "port": port or mail.smtp_port, "security": "none", "user": DESK, "method": "xoauth2",
        "secret": lambda: mail.password, "timeout": 5.0,
    }  # fmt: skip
    return SmtpAccount(**(told | changes))  # type: ignore[arg-type]


def knock(account: SmtpAccount) -> Delivery:
    async def story() -> Delivery:
        post = Post(account, DESK)
        try:
            return await post.probe()
        finally:
            await post.close()

    return asyncio.run(story())


# ----------------------------------------------------------------------------------------------------- tokens


def test_a_refused_token_is_asked_for_anew_once_on_both_sides() -> None:
    refused: list[str] = []

    def instead_of(token: str) -> str:
        refused.append(token)
        return "fresh"

    with EmbeddedMailThread(tokens={DESK: "fresh"}) as mail:
        with connect(inbox(mail, secret=lambda: "stale", instead_of=instead_of)) as client:
            assert client.folder_exists("INBOX")
        assert knock(outbox(mail, secret=lambda: "stale", instead_of=instead_of)).outcome is Outcome.SENT
        assert mail.logins == ["imap", "smtp"]
    assert refused == ["stale", "stale"]


def test_a_second_refusal_is_final_on_both_sides() -> None:
    asked: list[str] = []

    def instead_of(token: str) -> str:
        asked.append(token)
        return "stale, too"

    with EmbeddedMailThread(tokens={DESK: "fresh"}) as mail:
        with pytest.raises(LoginRefused, match="does not accept the token") as told:
            connect(inbox(mail, secret=lambda: "stale", instead_of=instead_of))
        delivery = knock(outbox(mail, secret=lambda: "stale", instead_of=instead_of))
    assert len(asked) == 2
    assert (delivery.outcome, delivery.trouble) == (Outcome.TEMPORARY, True)
    assert "stale" not in f"{told.value} {delivery.why}"


@pytest.mark.parametrize("permanent", [True, False])
def test_no_token_is_told_in_plain_words_on_both_sides(mail: EmbeddedMailThread, permanent: bool) -> None:
    def secret() -> str:
        raise NoToken("the application is switched off", permanent=permanent)

    with pytest.raises(LoginRefused, match=f"no token for {DESK}: the application is switched off") as told:
        connect(inbox(mail, secret=secret))
    delivery = knock(outbox(mail, secret=secret))
    assert told.value.permanent is permanent
    assert delivery == Delivery(Outcome.TEMPORARY, "no token: the application is switched off", trouble=permanent)


def test_a_letter_whose_token_cannot_be_had_waits(mail: EmbeddedMailThread) -> None:
    def secret() -> str:
        raise NoToken("the application is switched off")

    async def story() -> Delivery:
        return await Post(outbox(mail, secret=secret), DESK).deliver(1, "<x@example.org>", "ada@example.com", b"x\r\n")

    assert asyncio.run(story()).outcome is Outcome.TEMPORARY


# -------------------------------------------------------------------------------------- certificates of our own


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("ours"))


@pytest.fixture(scope="module")
def eves(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("eves"))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_that_wants_our_certificate_is_shown_it(ours: Certificate, security: str) -> None:
    with EmbeddedMailThread(tls=True, client_authority=ours.certificate) as mail:
        for_imap, for_smtp = ports(mail, security)
        shown = {"security": security, "method": "password", "ca_file": mail.ca_file,
                 "certificate_file": ours.certificate, "key_file": ours.key}  # fmt: skip
        with connect(inbox(mail, for_imap, **shown)) as client:
            assert client.folder_exists("INBOX")
        assert knock(outbox(mail, for_smtp, **shown)).outcome is Outcome.SENT


def test_certificate_and_key_may_stand_in_one_file(ours: Certificate, tmp_path: Path) -> None:
    (both := tmp_path / "both.pem").write_bytes(ours.certificate.read_bytes() + ours.key.read_bytes())
    with EmbeddedMailThread(tls=True, client_authority=ours.certificate) as mail:
        shown = {"security": "tls", "method": "password", "ca_file": mail.ca_file, "certificate_file": both}
        assert knock(outbox(mail, mail.smtps_port, **shown)).outcome is Outcome.SENT


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("shows", ["nothing", "eves"])
def test_without_the_right_certificate_no_password_leaves_and_the_words_say_what_to_do(
    ours: Certificate, eves: Certificate, security: str, shows: str
) -> None:
    asked: list[str] = []
    with EmbeddedMailThread(tls=True, client_authority=ours.certificate) as mail:
        for_imap, for_smtp = ports(mail, security)
        told: dict[str, object] = {
            "security": security, "method": "password", "ca_file": mail.ca_file,
            "secret": lambda: asked.append("asked") or mail.password,  # type: ignore[func-returns-value]
        }  # fmt: skip
        if shows == "eves":
            told |= {"certificate_file": eves.certificate, "key_file": eves.key}
        with pytest.raises(MailboxTrouble, match=r"perhaps it lets in only .* \(certificate_file, key_file\)"):
            connect(inbox(mail, for_imap, **told))
        delivery = knock(outbox(mail, for_smtp, **told))
        assert mail.logins == []
    assert delivery.outcome is Outcome.TEMPORARY
    assert "perhaps it lets in only who shows a certificate" in delivery.why


@pytest.mark.parametrize("shows", ["nothing", "eves"])
def test_a_server_that_says_why_is_understood(ours: Certificate, eves: Certificate, shows: str) -> None:
    """Dovecot and Postfix say by an alert of TLS what they miss; the embedded servers only hang up."""
    shown = {"certificate_file": eves.certificate, "key_file": eves.key} if shows == "eves" else {}
    told: dict[str, object] = {"security": "tls", "method": "password", "ca_file": ours.certificate, **shown}
    with EmbeddedMailThread() as mail, hard_door(ours) as port:
        with pytest.raises(NotTrusted, match="name one as" if shows == "nothing" else "does not accept our") as trouble:
            connect(inbox(mail, port, **told))
        delivery = knock(outbox(mail, port, **told))
    assert trouble.value.permanent
    assert (delivery.outcome, delivery.trouble) == (Outcome.TEMPORARY, True)
    assert "smtp.certificate_file" in delivery.why


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_server_that_speaks_only_old_tls_is_refused(monkeypatch: pytest.MonkeyPatch, security: str) -> None:
    old: Callable[..., ssl.SSLContext] = Certificate.server_context

    def server_context(*of: object) -> ssl.SSLContext:
        context = old(*of)
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings(action="ignore"):  # that it is deprecated is the point
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        return context

    monkeypatch.setattr(Certificate, "server_context", server_context)
    with EmbeddedMailThread(tls=True) as mail:
        for_imap, for_smtp = ports(mail, security)
        told = {"security": security, "method": "password", "ca_file": mail.ca_file}
        with pytest.raises(MailboxTrouble) as trouble:
            connect(inbox(mail, for_imap, **told))
        delivery = knock(outbox(mail, for_smtp, **told))
        assert mail.logins == []
    assert isinstance(trouble.value, CannotReach)
    assert delivery.outcome is Outcome.TEMPORARY


def test_the_oldest_tls_we_speak_is_1_2() -> None:
    assert client_context().minimum_version >= ssl.TLSVersion.TLSv1_2


def test_a_key_with_a_pass_phrase_is_refused_and_nobody_is_asked_for_one(ours: Certificate, tmp_path: Path) -> None:
    from cryptography.hazmat.primitives import serialization as pem

    key = pem.load_pem_private_key(ours.key.read_bytes(), None)
    locked = key.private_bytes(pem.Encoding.PEM, pem.PrivateFormat.PKCS8, pem.BestAvailableEncryption(b"open"))
    (tmp_path / "locked.pem").write_bytes(locked)
    with pytest.raises(CertificateUnusable, match="without a pass phrase"):
        client_context(None, ours.certificate, tmp_path / "locked.pem")


def test_a_key_of_another_certificate_is_named(ours: Certificate, eves: Certificate) -> None:
    with pytest.raises(CertificateUnusable, match="is not the private key of") as told:
        client_context(None, ours.certificate, eves.key)
    assert told.value.which == "key_file"


@contextmanager
def hard_door(ours: Certificate) -> Iterator[int]:
    """Shakes hands only with who shows our certificate, as OpenSSL does it."""
    context = ours.server_context(ours.certificate)
    listener = socket.create_server(("127.0.0.1", 0))

    def open_door() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                context.wrap_socket(connection, server_side=True).close()

    thread = threading.Thread(target=open_door, daemon=True)
    thread.start()
    yield int(listener.getsockname()[1])
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(5)


def ports(mail: EmbeddedMailThread, security: str) -> tuple[int, int]:
    return (mail.imaps_port, mail.smtps_port) if security == "tls" else (mail.imap_port, mail.smtp_port)
