"""``mailbot check`` names every fault with where it stands and how to mend it, and exits accordingly."""

from __future__ import annotations

import pytest
from broken_settings import BROKEN, spoil
from commands_given import Mailbot, servers_of
from config_folder import Folder

from mailbot.records.store import Store
from mailbot.tryout.servers import EmbeddedMailThread


def test_all_is_well_in_a_complete_folder(mailbot: Mailbot, home: Store) -> None:
    told = mailbot("check", "--offline")
    assert (told.code, told.out) == (0, "All is well.\n")


def test_every_wrong_setting_is_named_at_once(mailbot: Mailbot, folder: Folder) -> None:
    line = folder.change("mailbot.toml", "port = 993", "port = 0")
    folder.change("policy.toml", "promise_days = 7", "promise_days = 0")
    told = mailbot("check", "--offline", "--json")
    assert told.code == 1
    first, second = told.json
    assert first["place"] == f"config/mailbot.toml:{line}"
    assert second["place"].startswith("config/policy.toml:")


def test_the_shipped_example_is_not_ready_for_anybody(mailbot: Mailbot) -> None:
    mailbot("init", ".")
    told = mailbot("check", "--offline")
    assert told.code == 1
    for words in ("service.address is still the example's", "nobody has the role", "no safeguarding.command",
                  "Samaritans is left out", "mailbox.password is empty", "run `mailbot db upgrade`"):  # fmt: skip
        assert words in told.out


def test_an_outbox_that_is_off_is_only_a_warning(mailbot: Mailbot, home: Store) -> None:
    told = mailbot("check", "--offline", MAILBOT_OUTBOX_MODE="off")
    assert told.code == 0
    assert "nothing is sent (outbox.mode is off)" in told.out


def test_a_mistake_in_a_template_is_named_with_file_and_line(mailbot: Mailbot, home: Store, folder: Folder) -> None:
    mailbot("init", "fresh")
    (folder.config.parent / "fresh" / "templates").rename(folder.config.parent / "templates")
    template = folder.config.parent / "templates" / "en" / "offer_nudge.md"
    lines = template.read_text().splitlines()
    template.write_text("\n".join([*lines, "{{ surname }}"]))
    told = mailbot("check", "--offline", "--json")
    assert told.code == 1
    assert any(one["place"] == f"{template}:{len(lines) + 1}" and "surname" in one["what"] for one in told.json)


def test_a_database_that_is_away_is_named(mailbot: Mailbot, folder: Folder) -> None:
    told = mailbot("check", "--offline", MAILBOT_DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert told.code == 1
    assert "the database cannot be reached" in told.out


def test_both_servers_are_asked_to_let_us_in(mailbot: Mailbot, home: Store, mail: EmbeddedMailThread) -> None:
    told = mailbot("check", **servers_of(mail))
    assert told.code == 0, told.out


def test_a_wrong_password_is_named_without_showing_it(mailbot: Mailbot, home: Store, mail: EmbeddedMailThread) -> None:
    servers = servers_of(mail) | {"MAILBOT_MAILBOX_PASSWORD": "not-it", "MAILBOT_SMTP_PASSWORD": "not-it"}
    told = mailbot("check", "--json", **servers)
    assert told.code == 1
    assert [one["what"].split(":")[0] for one in told.json] == ["mailbox", "smtp"]
    assert "not-it" not in told.out


def test_a_folder_that_the_server_does_not_have_is_named(
    mailbot: Mailbot, home: Store, mail: EmbeddedMailThread
) -> None:
    told = mailbot("check", **servers_of(mail) | {"MAILBOT_MAILBOX_FOLDERS": "INBOX, Spam"})
    assert 'there is no folder "Spam"' in told.out


@pytest.mark.parametrize("at", range(0, len(BROKEN), 12))
def test_check_exits_with_1_for_a_fault_and_with_0_for_a_warning(
    mailbot: Mailbot, home: Store, folder: Folder, at: int
) -> None:
    spoil(folder, BROKEN[at])
    told = mailbot("check", "--offline", "--json")
    assert any(BROKEN[at].what in each["what"] and BROKEN[at].mend in each["mend"] for each in told.json)
    assert told.code == int(any(each["severity"] != "warning" for each in told.json))
