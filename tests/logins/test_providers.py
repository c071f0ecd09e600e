"""Microsoft and Google, by their own libraries, at a server that issues tokens as they do."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from token_server import (
    CLIENT,
    CLIENT_SECRET,
    GOOGLE_CODE,
    TENANT,
    USER_CODE,
    TokenServer,
    application_certificate,
    robot_file,
    token_server,
)

from mailbot.logins import google, microsoft
from mailbot.logins.google import GoogleApp
from mailbot.logins.kept import KeptLogin
from mailbot.logins.microsoft import MicrosoftApp
from mailbot.logins.trouble import NoToken
from mailbot.records.vault import Vault

MAILBOX = "befriending@example.org"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TokenServer]:
    with token_server(tmp_path_factory.mktemp("issuer")) as server:
        yield server


@pytest.fixture
def issuer(serving: TokenServer) -> TokenServer:
    """As good as new."""
    serving.life, serving.away, serving.approved = 3600.0, False, True
    serving.revoked.clear()
    serving.asked.clear()
    return serving


@pytest.fixture
def kept(tmp_path: Path) -> KeptLogin:
    vault = Vault([Vault.new_keys().key])
    return KeptLogin(tmp_path / "var" / "mailbox_login", vault.encrypt, vault.decrypt)


def entra(issuer: TokenServer, **changes: object) -> MicrosoftApp:
    told: dict[str, object] = {
        "tenant": TENANT, "client_id": CLIENT, "client_secret": CLIENT_SECRET, "authority": issuer.url,
        "ca_file": issuer.ca_file,
    }  # fmt: skip
    return MicrosoftApp(**(told | changes))  # type: ignore[arg-type]


def workspace(issuer: TokenServer, **changes: object) -> GoogleApp:
    told: dict[str, object] = {"authority": issuer.url, "ca_file": issuer.ca_file}
    return GoogleApp(**(told | changes))  # type: ignore[arg-type]


# ----------------------------------------------------------------------------------------------------- Microsoft


def test_microsoft_gives_an_application_a_token_for_its_secret(issuer: TokenServer) -> None:
    issuer.life = 77
    token = microsoft.application_token(entra(issuer))
    assert issuer.is_good(MAILBOX, token.words)
    assert token.seconds == 77


def test_microsoft_gives_an_application_a_token_for_its_certificate(issuer: TokenServer, tmp_path: Path) -> None:
    issuer.application_key = application_certificate(tmp_path / "application.pem")
    app = entra(issuer, client_secret="", certificate_file=tmp_path / "application.pem")
    assert issuer.is_good(MAILBOX, microsoft.application_token(app).words)


def test_a_second_token_is_asked_for_anew_and_not_out_of_the_librarys_memory(issuer: TokenServer) -> None:
    app = entra(issuer)
    assert microsoft.application_token(app).words != microsoft.application_token(app).words
    assert issuer.asked == ["client_credentials"] * 2


def test_a_refusal_is_forgotten_as_soon_as_it_is_mended(issuer: TokenServer) -> None:
    issuer.revoked.add("client")
    with pytest.raises(NoToken):
        microsoft.application_token(entra(issuer))
    issuer.revoked.clear()
    assert microsoft.application_token(entra(issuer)).words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"client_secret": "another"}, r"invalid_client, AADSTS7000215\): oauth.client_secret is wrong"),
        ({"client_id": "5"}, r"AADSTS700016\): there is no such application in the tenant"),
        ({"tenant": "nowhere.example.org"}, "are oauth.authority, oauth.tenant and oauth.certificate_file right"),
        ({"certificate_file": Path("/nowhere.pem")}, "cannot be read as PEM"),
    ],
)
def test_what_microsoft_refuses_is_told_in_plain_words(
    issuer: TokenServer, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(NoToken, match=words) as told:
        microsoft.application_token(entra(issuer, **changes))
    assert told.value.permanent
    assert "another" not in str(told.value)


def test_microsoft_being_away_is_no_lasting_trouble(issuer: TokenServer) -> None:
    issuer.away = True
    with pytest.raises(NoToken) as told:
        microsoft.application_token(entra(issuer))
    assert not told.value.permanent
    with pytest.raises(NoToken, match="cannot be asked") as told:
        microsoft.application_token(entra(issuer, authority="https://127.0.0.1:1"))
    assert not told.value.permanent


def test_an_issuer_whose_certificate_nobody_vouches_for_gets_no_secret(issuer: TokenServer) -> None:
    with pytest.raises(NoToken, match="SSLError"):
        microsoft.application_token(entra(issuer, ca_file=None))
    assert issuer.asked == []


def test_a_login_by_device_code_is_kept_and_renewed(issuer: TokenServer, kept: KeptLogin) -> None:
    told: list[str] = []
    microsoft.log_in(entra(issuer), kept, told.append)
    assert USER_CODE in told[0]
    assert "https://login.example.org/device" in told[0]
    first = kept.read()
    token = microsoft.delegated_token(entra(issuer), kept)
    assert issuer.is_good(MAILBOX, token.words)
    assert kept.read() != first  # Microsoft gives another one each time


def test_a_login_that_somebody_declines_keeps_nothing(issuer: TokenServer, kept: KeptLogin) -> None:
    issuer.approved = False
    with pytest.raises(NoToken, match="somebody said no"):
        microsoft.log_in(entra(issuer), kept, lambda _: None)
    assert not kept.file.exists()


def test_a_login_that_was_withdrawn_says_how_to_log_in_again(issuer: TokenServer, kept: KeptLogin) -> None:
    microsoft.log_in(entra(issuer), kept, lambda _: None)
    issuer.revoked.add("login")
    with pytest.raises(NoToken, match=r"withdrawn .*: run `mailbot login` again"):
        microsoft.delegated_token(entra(issuer), kept)


# -------------------------------------------------------------------------------------------------------- Google


def test_google_gives_a_service_account_a_token_for_the_mailbox(issuer: TokenServer, tmp_path: Path) -> None:
    issuer.robot_key = robot_file(tmp_path / "robot.json")
    issuer.life = 600
    token = google.application_token(workspace(issuer, service_account_file=tmp_path / "robot.json"), MAILBOX)
    assert issuer.is_good(MAILBOX, token.words)
    assert issuer.mailboxes[-1] == MAILBOX
    assert 590 < token.seconds <= 600


def test_a_mailbox_that_was_not_delegated_is_told_in_plain_words(issuer: TokenServer, tmp_path: Path) -> None:
    issuer.robot_key = robot_file(tmp_path / "robot.json")
    issuer.revoked.add("client")
    with pytest.raises(
        NoToken, match=r"unauthorized_client\): the service account may not act for this mailbox"
    ) as told:
        google.application_token(workspace(issuer, service_account_file=tmp_path / "robot.json"), MAILBOX)
    assert told.value.permanent


@pytest.mark.parametrize("text", ["", "{}", "[]", "not JSON", '{"client_email": "a@example.org", "private_key": "x"}'])
def test_a_file_that_is_no_service_account_is_told(issuer: TokenServer, tmp_path: Path, text: str) -> None:
    (tmp_path / "robot.json").write_text(text)
    with pytest.raises(NoToken, match=r"robot\.json"):
        google.application_token(workspace(issuer, service_account_file=tmp_path / "robot.json"), MAILBOX)


def test_a_login_by_googles_page_is_kept_and_renewed(issuer: TokenServer, kept: KeptLogin) -> None:
    app = workspace(issuer, client_id=CLIENT, client_secret=CLIENT_SECRET)
    google.log_in(app, kept, MAILBOX, _page(issuer), lambda _: _ended_at(issuer))
    assert issuer.is_good(MAILBOX, google.delegated_token(app, kept).words)
    issuer.revoked.add("login")
    with pytest.raises(NoToken, match="invalid_grant"):
        google.delegated_token(app, kept)


def test_an_address_of_another_login_is_not_believed(issuer: TokenServer, kept: KeptLogin) -> None:
    app = workspace(issuer, client_id=CLIENT, client_secret=CLIENT_SECRET)
    for address in ("", "http://127.0.0.1/?code=x", f"http://127.0.0.1/?state=other&code={GOOGLE_CODE}"):
        with pytest.raises(NoToken, match="not the address of this login"):
            google.log_in(app, kept, MAILBOX, lambda _: None, lambda _, told=address: told)  # type: ignore[misc]
    assert issuer.asked == []


def test_google_being_away_is_no_lasting_trouble(issuer: TokenServer, tmp_path: Path) -> None:
    robot_file(tmp_path / "robot.json")
    app = workspace(issuer, service_account_file=tmp_path / "robot.json", authority="https://127.0.0.1:1")
    with pytest.raises(NoToken, match=r"cannot be asked for a token \(ConnectionError\)") as told:
        google.application_token(app, MAILBOX)
    assert not told.value.permanent


# ------------------------------------------------------------------------------------------------ secrets stay so


def test_a_kept_login_is_encrypted_and_closed_to_others(kept: KeptLogin) -> None:
    kept.write("refresh-token-of-the-mailbox")
    assert stat.S_IMODE(kept.file.stat().st_mode) == 0o600
    assert b"refresh-token" not in kept.file.read_bytes()
    assert [file.name for file in kept.file.parent.iterdir()] == [kept.file.name]
    kept.write("another")
    assert kept.read() == "another"


def test_a_login_kept_under_other_keys_says_what_to_do(kept: KeptLogin) -> None:
    kept.write("refresh-token")

    def another(_: bytes) -> bytes:
        raise ValueError("another key")

    with pytest.raises(NoToken, match=r"other database\.keys: run `mailbot login` again"):
        KeptLogin(kept.file, kept.encrypt, another).read()


def test_nothing_secret_reaches_the_log_at_any_level(
    issuer: TokenServer, kept: KeptLogin, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    app = workspace(issuer, client_id=CLIENT, client_secret=CLIENT_SECRET)
    google.log_in(app, kept, MAILBOX, _page(issuer), lambda _: _ended_at(issuer))
    google.delegated_token(app, kept)
    microsoft.log_in(entra(issuer), kept, lambda _: None)
    microsoft.delegated_token(entra(issuer), kept)
    microsoft.application_token(entra(issuer))
    for secret in (CLIENT_SECRET, "bearer-token", "refresh-token", GOOGLE_CODE):
        assert secret not in caplog.text


_STATE: list[str] = []


def _page(issuer: TokenServer) -> object:
    """Reads what the login page is told, as Google would."""

    def tell(words: str) -> None:
        for word in words.split():
            if word.startswith("https://accounts.google.com/"):
                told = parse_qs(urlsplit(word).query)
                issuer.challenge = told["code_challenge"][0]
                _STATE[:] = told["state"]

    return tell


def _ended_at(issuer: TokenServer) -> str:
    return f"http://127.0.0.1:49151/?state={_STATE[0]}&code={GOOGLE_CODE}&scope=https://mail.google.com/"
