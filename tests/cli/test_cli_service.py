"""``mailbot once``, ``run``, ``status`` and ``referrals``: a letter goes in, and its referral can be looked at."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from commands_given import Mailbot, servers_of
from config_folder import Folder

from mailbot.clock import SystemClock
from mailbot.records.inbox_rows import InboxRows
from mailbot.records.store import Store
from mailbot.tryout.servers import EmbeddedMailThread

ADAS = b"""From: Ada Bright <ada@example.net>
To: befriending@example.com
Subject: Could somebody ring me?
Date: Mon, 2 Mar 2026 10:00:00 +0000
Message-ID: <one@example.net>
Content-Type: text/plain; charset=utf-8

Hello, could I have somebody to talk to once a week, please?
My number is 07700 900123, evenings are best.
Ada Bright
"""


@pytest.fixture
def after_adas_letter(mailbot: Mailbot, home: Store, mail: EmbeddedMailThread) -> dict[str, str]:
    """The variables of a service that has taken Ada's letter in."""
    mail.append("befriending@example.com", ADAS, SystemClock().now())
    servers = servers_of(mail)
    told = mailbot("once", "--json", **servers)
    assert told.code == 0, told.err
    assert told.json["taken in"] == told.json["opened"] == 1
    return servers


def test_one_pass_takes_a_letter_from_the_inbox_to_its_answer(
    mailbot: Mailbot, mail: EmbeddedMailThread, after_adas_letter: dict[str, str]
) -> None:
    assert ("ada@example.net",) in [one.recipients for one in mail.sent()]  # and staff their digest, by the hour
    (listed,) = mailbot("referrals", "list", "--json").json
    assert listed["reference"] == "R-1001"
    assert listed["stage"] == "waiting"
    assert listed["next_step_at"] is not None


def test_a_referral_is_shown_without_name_or_number_unless_they_are_asked_for(
    mailbot: Mailbot, after_adas_letter: dict[str, str]
) -> None:
    shown = mailbot("referrals", "show", "R-1001").out + mailbot("referrals", "show", "1001", "--json").out
    assert "acknowledgement" in shown
    assert "first_contact" in shown
    for personal in ("Ada", "ada@", "900123"):
        assert personal not in shown
    assert mailbot("referrals", "show", "R-1001", "--personal", "--json").json["phones"] == ["+447700900123"]


@pytest.mark.parametrize(("reference", "code", "words"), [("R-7", 1, "no referral R-7"), ("Ada", 2, "looks like R-")])
def test_a_reference_that_names_nothing_is_told(
    mailbot: Mailbot, home: Store, reference: str, code: int, words: str
) -> None:
    told = mailbot("referrals", "show", reference)
    assert told.code == code
    assert words in told.err


def test_the_status_counts_and_names_nobody(mailbot: Mailbot, after_adas_letter: dict[str, str]) -> None:
    told = mailbot("status", "--json")
    assert told.code == 0
    assert told.json["open_referrals"] == told.json["letters_today"] == 1
    assert told.json["healthy"] is True
    assert "ada" not in json.dumps(told.json).lower()
    assert mailbot("status", "--healthy").code == 0


def test_a_service_that_never_looked_is_not_healthy(mailbot: Mailbot, home: Store) -> None:
    told = mailbot("status", "--healthy")
    assert (told.code, told.out) == (1, "")


def test_a_service_that_has_not_looked_for_an_hour_is_not_healthy(
    mailbot: Mailbot, home: Store, folder: Folder
) -> None:
    clock = SystemClock()
    rows = InboxRows(home, clock, take_in_since=folder.load().mailbox.take_in_since, history_days=7)
    rows.looked(_Look(clock.now() - timedelta(hours=1)))
    assert mailbot("status", "--healthy").code == 1
    rows.looked(_Look(clock.now()))
    assert mailbot("status", "--healthy").code == 0


@pytest.mark.parametrize("command", ["run", "once"])
def test_nothing_starts_while_a_blocker_stands(mailbot: Mailbot, home: Store, folder: Folder, command: str) -> None:
    (folder.config / "staff.toml").write_text("")
    told = mailbot(command)
    assert told.code == 3
    assert "blocker: config/staff.toml:1: nobody has the role safeguarding" in told.err


@pytest.mark.parametrize("command", ["run", "once"])
def test_nothing_starts_with_a_mistake_in_a_template(
    mailbot: Mailbot, home: Store, folder: Folder, command: str
) -> None:
    mailbot("init", "fresh")
    (folder.config.parent / "fresh" / "templates").rename(folder.config.parent / "templates")
    template = folder.config.parent / "templates" / "cy" / "introduction.md"
    template.write_text(template.read_text() + "\n{{ surname }}\n")
    told = mailbot(command)
    assert told.code == 3
    assert f"{template}, line " in told.err
    assert "surname" in told.err


@pytest.mark.parametrize("command", ["run", "once"])
def test_nothing_starts_on_another_schema(mailbot: Mailbot, folder: Folder, command: str) -> None:
    (folder.config.parent / "var").mkdir()
    told = mailbot(command)
    assert told.code == 4
    assert "run `mailbot db upgrade`" in told.err


def test_a_database_that_is_away_has_its_own_exit_code(mailbot: Mailbot, folder: Folder) -> None:
    told = mailbot("referrals", "list", MAILBOT_DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert told.code == 4
    assert "cannot be reached" in told.err


def test_a_wrong_password_has_its_own_exit_code(mailbot: Mailbot, home: Store, mail: EmbeddedMailThread) -> None:
    told = mailbot("once", **servers_of(mail) | {"MAILBOT_MAILBOX_PASSWORD": "not-it"})
    assert told.code == 5
    assert "does not accept the password" in told.err
    assert "not-it" not in told.err


def test_an_upgrade_makes_the_database_and_the_next_changes_nothing(mailbot: Mailbot, folder: Folder) -> None:
    assert mailbot("db", "upgrade").code == 0
    assert (folder.config.parent / "var").stat().st_mode & 0o777 == 0o700
    assert "already" in mailbot("db", "upgrade").out


class _Look:
    folder, uidvalidity, uidnext, exists, gaps, without_outcome = "INBOX", 1, 1, 0, (), 0

    def __init__(self, looked_at: object) -> None:
        self.looked_at = looked_at
