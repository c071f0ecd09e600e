"""``mailbot login``: somebody logs in once as the mailbox; from then on the service has tokens of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from commands_given import Mailbot, servers_of
from config_folder import Folder
from token_server import CLIENT, CLIENT_SECRET, GOOGLE_CODE, TENANT, USER_CODE, TokenServer, token_server

from mailbot.records.store import Store
from mailbot.tryout.servers import EmbeddedMailThread


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TokenServer]:
    with token_server(tmp_path_factory.mktemp("issuer")) as server:
        yield server


@pytest.fixture
def issuer(serving: TokenServer) -> TokenServer:
    serving.approved = True
    serving.revoked.clear()
    return serving


def delegated(issuer: TokenServer, provider: str) -> dict[str, str]:
    told = {
        "PROVIDER": provider, "ACCESS": "delegated", "CLIENT_ID": CLIENT, "AUTHORITY": issuer.url,
        "CA_FILE": str(issuer.ca_file),
    }  # fmt: skip
    told |= {"TENANT": TENANT} if provider == "microsoft" else {"CLIENT_SECRET": CLIENT_SECRET}
    by_token = {"MAILBOT_MAILBOX_METHOD": "xoauth2", "MAILBOT_SMTP_METHOD": "xoauth2"}
    return by_token | {f"MAILBOT_OAUTH_{key}": value for key, value in told.items()}


@pytest.mark.usefixtures("home")
def test_a_login_at_microsoft_lets_check_into_both_servers(
    mailbot: Mailbot, folder: Folder, issuer: TokenServer
) -> None:
    variables = delegated(issuer, "microsoft")
    before = mailbot("check", "--offline", **variables)
    assert before.code == 1
    assert "run `mailbot login`" in before.out
    told = mailbot("login", **variables)
    assert told.code == 0, told.err
    assert USER_CODE in told.out
    kept = folder.config.parent / "var" / "mailbox_login"
    assert f"kept, encrypted, in {kept}" in told.out
    assert b"refresh" not in kept.read_bytes()
    with EmbeddedMailThread(token_check=issuer.is_good) as mail:
        check = mailbot("check", **servers_of(mail), **variables)
        assert check.code == 0, check.out
        assert mail.logins == ["imap", "smtp"]


def test_a_login_at_google_asks_for_the_address_at_which_the_browser_ended(
    mailbot: Mailbot, home: Store, issuer: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []
    monkeypatch.setattr("mailbot.cli.login.say", pages.append)

    def browser(_: str) -> str:
        page = next(word for words in pages for word in words.split() if word.startswith("https://accounts.google.com"))
        told = parse_qs(urlsplit(page).query)
        assert told["login_hint"] == ["befriending@example.org"]
        issuer.challenge = told["code_challenge"][0]
        return f"{told['redirect_uri'][0]}?state={told['state'][0]}&code={GOOGLE_CODE}"

    monkeypatch.setattr("typer.prompt", browser)
    variables = delegated(issuer, "google")
    assert mailbot("login", **variables).code == 0
    with EmbeddedMailThread(token_check=issuer.is_good) as mail:
        assert mailbot("check", **servers_of(mail), **variables).code == 0


def test_a_login_that_is_declined_exits_with_5_and_keeps_nothing(
    mailbot: Mailbot, folder: Folder, home: Store, issuer: TokenServer
) -> None:
    issuer.approved = False
    told = mailbot("login", **delegated(issuer, "microsoft"))
    assert told.code == 5
    assert "Not logged in: Microsoft refuses a token (authorization_declined" in told.err
    assert not (folder.config.parent / "var" / "mailbox_login").exists()


def test_there_is_nothing_to_log_in_to_with_a_password(mailbot: Mailbot, folder: Folder) -> None:
    told = mailbot("login")
    assert told.code == 1
    assert "nobody has to log in" in told.err


def test_a_refused_token_is_told_by_check_with_the_reason_and_the_mend(
    mailbot: Mailbot, home: Store, issuer: TokenServer, tmp_path: Path
) -> None:
    variables = delegated(issuer, "microsoft")
    assert mailbot("login", **variables).code == 0
    issuer.revoked.add("login")
    with EmbeddedMailThread(token_check=issuer.is_good) as mail:
        issuer.withdraw_all()
        told = mailbot("check", "--json", **servers_of(mail), **variables)
    assert told.code == 1
    assert len(told.json) == 2
    for one in told.json:
        assert "run `mailbot login` again" in one["what"]
        assert one["place"] == "MAILBOT_OAUTH_PROVIDER"
        assert "[oauth]" in one["mend"]
