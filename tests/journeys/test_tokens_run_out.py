"""Tokens run out while the service runs: nothing is lost, both servers are logged in to anew; what lasts is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from neighbours import ADA, ADAS_LETTER, BEN, CARYS, GWEN, OWEN, MakeTown, reasons
from running_service import DESK, Home, letter, on_embedded_servers, within
from token_server import CLIENT, CLIENT_SECRET, TENANT, TokenServer, robot_file, token_server

from mailbot.app.lasting_trouble import LastingTrouble
from mailbot.inbox.poller import Pollings
from mailbot.tryout.home import SERVICE
from mailbot.tryout.servers import EmbeddedMailThread
from mailbot.tryout.town import Town

WRITERS = ("ada", "gwen", "nesta", "mair")


@pytest.fixture
def issuer(tmp_path: Path) -> Iterator[TokenServer]:
    (tmp_path / "issuer").mkdir()
    with token_server(tmp_path / "issuer") as serving:
        yield serving


def by_microsoft(issuer: TokenServer) -> dict[str, str]:
    return {
        "MAILBOT_MAILBOX_METHOD": "xoauth2",
        "MAILBOT_OAUTH_PROVIDER": "microsoft",
        "MAILBOT_OAUTH_TENANT": TENANT,
        "MAILBOT_OAUTH_CLIENT_ID": CLIENT,
        "MAILBOT_OAUTH_CLIENT_SECRET": CLIENT_SECRET,
        "MAILBOT_OAUTH_AUTHORITY": issuer.url,
        "MAILBOT_OAUTH_CA_FILE": str(issuer.ca_file),
    }


def on_both_sides(user: str) -> dict[str, str]:
    return {"MAILBOT_SMTP_METHOD": "xoauth2", "MAILBOT_SMTP_USER": user}


def by_google(issuer: TokenServer, folder: Path) -> dict[str, str]:
    issuer.robot_key = robot_file(folder / "robot.json")
    return {
        "MAILBOT_MAILBOX_METHOD": "xoauth2",
        "MAILBOT_OAUTH_PROVIDER": "google",
        "MAILBOT_OAUTH_SERVICE_ACCOUNT_FILE": str(folder / "robot.json"),
        "MAILBOT_OAUTH_AUTHORITY": issuer.url,
        "MAILBOT_OAUTH_CA_FILE": str(issuer.ca_file),
    }


@pytest.mark.processes
def test_the_service_runs_on_while_three_tokens_run_out(tmp_path: Path, issuer: TokenServer) -> None:
    issuer.life = 1.0
    with EmbeddedMailThread(token_check=issuer.is_good) as mail:
        without_password = {name: told for name, told in on_embedded_servers(mail).items() if "PASSWORD" not in name}
        home = Home.made(tmp_path / "home", {**without_password, **by_microsoft(issuer), **on_both_sides(DESK)})
        with home.running() as service:
            for round_, name in enumerate(WRITERS):
                if round_:
                    run_out(issuer, mail)
                mail.deliver(DESK, letter(f"{name}@example.net", name=f"{name.title()} Bright"))
                assert within(15, lambda who=name: answers(mail, who) == 1), service.log  # type: ignore[misc]
            assert service.stop(10) == 0
        assert mail.logins.count("imap") >= 4
        assert mail.logins.count("smtp") >= 4
    assert [answers(mail, name) for name in WRITERS] == [1, 1, 1, 1]
    for secret in (CLIENT_SECRET, *issuer.issued()):
        assert secret not in service.log
    assert "Traceback" not in service.log


@pytest.mark.processes  # it waits for the tokens to run out
def test_three_tokens_run_out_and_everybody_is_answered_once(
    make_town: MakeTown, tmp_path: Path, issuer: TokenServer
) -> None:
    issuer.life = 2.0
    town = make_town(volunteers=(), variables={**by_google(issuer, tmp_path), **on_both_sides(SERVICE)})
    town.mail.mail.token_check = issuer.is_good
    for round_, who in enumerate((ADA, GWEN, BEN, CARYS)):
        if round_:
            run_out(issuer, town.mail)
        town.writes(who, ADAS_LETTER.replace("Ada Bright", who.name).replace("118", f"12{round_}"))
        town.settle()
    assert [len(town.got(who, "acknowledgement")) for who in (ADA, GWEN, BEN, CARYS)] == [1, 1, 1, 1]
    assert (town.mail.logins.count("imap"), town.mail.logins.count("smtp")) == (4, 4)
    assert len(issuer.issued()) < 8  # one token serves both sides


def test_a_client_that_was_revoked_is_told_to_the_lead_once_a_day_and_needs_no_restart(
    make_town: MakeTown, issuer: TokenServer
) -> None:
    town = make_town(volunteers=(), variables=by_microsoft(issuer))
    town.mail.mail.token_check = issuer.is_good
    with watching(town):
        issuer.revoked.add("client")  # an administrator removes the application's secret
        issuer.withdraw_all()
        town.mail.hang_up()
        asked = len(issuer.asked)
        assert within(10, lambda: len(issuer.asked) > asked + 1)
        assert town.got(OWEN, "staff_task") == []  # it may pass

        told_after(town, hours=1)
        assert len(town.got(OWEN, "staff_task")) == 1
        told = town.last(OWEN, "staff_task").text
        assert "oauth.client_secret is wrong" in told
        assert CLIENT_SECRET not in told
        told_after(town, hours=1)
        assert reasons(town).count("machine_trouble") == 1
        told_after(town, hours=24)
        assert reasons(town).count("machine_trouble") == 2

        town.mail.deliver(town.address, letter(ADA.address, ADAS_LETTER), "", town.clock.now(), authentication="pass")
        issuer.revoked.clear()  # and makes another one
        assert within(10, lambda: town.flow.open_letters() == 1)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1


@contextmanager
def watching(town: Town) -> Iterator[None]:
    """The poller at work as in the service, but impatient; the clock is the town's."""
    town.poller.pollings = replace(Pollings(), first_pause=0.02, pause_when_permanent=0.02, longest_pause=0.05)
    town.poller.on_trouble = LastingTrouble(town.clock, town.flow.tell_of_trouble).note
    stop = threading.Event()
    thread = threading.Thread(target=town.poller.run, args=(stop,), daemon=True)
    thread.start()
    assert within(10, lambda: "imap" in town.mail.logins)
    yield
    stop.set()
    town.mail.hang_up()
    thread.join(10)
    assert not thread.is_alive()


def told_after(town: Town, hours: int) -> None:
    """Time passes, and the poller says again what lasts."""
    before = town.poller._told_at
    town.wind(hours=hours, seconds=1)
    assert within(10, lambda: town.poller._told_at != before)
    assert within(2, lambda: town.settle() is None)


def run_out(issuer: TokenServer, mail: EmbeddedMailThread) -> None:
    """Wait until the newest token has run out; then both servers hang up on who logged in with it, as Exchange does."""
    newest = issuer.issued()[-1]
    assert within(5, lambda: not issuer.is_good(DESK, newest))
    mail.hang_up()


def answers(mail: EmbeddedMailThread, name: str) -> int:
    return sum(f"{name}@example.net" in one.recipients for one in mail.sent())
