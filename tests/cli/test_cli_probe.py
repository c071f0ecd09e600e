"""``mailbot check --probe``: letters to ourselves tell what the servers do, and which line of the config to change."""

from __future__ import annotations

import re
import threading

import pytest
from commands_given import Mailbot, Said, servers_of
from config_folder import Folder
from running_service import within

from mailbot.app import build
from mailbot.tryout.servers import EmbeddedMailThread

pytestmark = pytest.mark.usefixtures("home")


def probed(mailbot: Mailbot, mail: EmbeddedMailThread, *words: str, **variables: str) -> Said:
    """The servers' addresses come by variables, what the probe is about from the files."""
    return mailbot("check", "--probe", "--json", *words, **servers_of(mail) | variables)


def line_of(folder: Folder, start: str) -> int:
    """The number of the one line that begins so."""
    lines = (folder.config / "mailbot.toml").read_text().splitlines()
    (number,) = [number for number, line in enumerate(lines, start=1) if line.startswith(start)]
    return number


def stamped(by: str) -> object:
    """A receiver that says what it found out, as its topmost header."""
    return lambda _, raw: f"Authentication-Results: {by}\r\n".encode() + raw


def test_nothing_is_told_when_all_comes_back_and_the_settings_say_so(
    mailbot: Mailbot, mail: EmbeddedMailThread
) -> None:
    mail.mail.on_the_way = stamped("mx.example.com; spf=pass")  # type: ignore[assignment]
    mail.mail.sent_folder = "Sent"
    told = probed(mailbot, mail)
    assert (told.code, told.json) == (0, [])


def test_both_letters_go_through_smtp_and_come_back_through_imap(mailbot: Mailbot, mail: EmbeddedMailThread) -> None:
    probed(mailbot, mail)
    (bare,), (plus,) = [one.recipients for one in mail.sent()]
    assert bare == "befriending@example.com"
    assert re.fullmatch(r"befriending\+\w{24}@example\.com", plus)
    assert "imap" in mail.logins
    assert "smtp" in mail.logins


def test_plus_addresses_that_arrive_are_proposed(mailbot: Mailbot, folder: Folder, mail: EmbeddedMailThread) -> None:
    folder.change("mailbot.toml", "plus = true", "plus = false")
    told = probed(mailbot, mail)
    assert told.code == 0
    (found,) = [one for one in told.json if one["what"] == "plus-addresses arrive here"]
    line = line_of(folder, "plus = ")
    assert found["place"] == f"config/mailbot.toml:{line}"
    assert found["mend"] == f"change line {line} of config/mailbot.toml to: plus = true"


def test_a_setting_that_a_variable_tells_is_changed_there(mailbot: Mailbot, mail: EmbeddedMailThread) -> None:
    told = probed(mailbot, mail, MAILBOT_REPLY_PLUS="false")
    assert "set MAILBOT_REPLY_PLUS=true" in [one["mend"] for one in told.json]


@pytest.mark.parametrize("how", ["refused", "dropped"])
@pytest.mark.parametrize("plus", ["true", "false"])
def test_plus_addresses_that_do_not_arrive_are_a_fault_only_where_they_are_used(
    mailbot: Mailbot, folder: Folder, mail: EmbeddedMailThread, how: str, plus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.app.probe.PLUS_AFTER_BARE_SECONDS", 0.5)
    folder.change("mailbot.toml", "plus = true", f"plus = {plus}")
    if how == "refused":
        mail.smtp_hook = lambda envelope: (
            "550 5.1.1 no such mailbox" if any("+" in one for one in envelope.rcpt_tos) else None
        )
    else:
        mail.mail.on_the_way = lambda recipient, raw: None if "+" in recipient else raw
    told = probed(mailbot, mail)
    (found,) = [one for one in told.json if "a letter to a plus-address" in one["what"]]
    assert ("was not taken: 550 5.1.1" in found["what"]) == (how == "refused")
    assert found["severity"] == ("fault" if plus == "true" else "warning")
    assert told.code == (1 if plus == "true" else 0)
    if plus == "true":
        assert found["mend"].startswith(
            f"change line {line_of(folder, 'plus = ')} of config/mailbot.toml to: plus = false"
        )


def test_a_probe_that_never_comes_back_is_a_fault(mailbot: Mailbot, mail: EmbeddedMailThread) -> None:
    mail.mail.on_the_way = lambda *_: None
    told = probed(mailbot, mail, "--wait", "1")
    assert told.code == 1
    (found,) = told.json
    assert found["what"] == "the probe to our own address did not come back within 1 seconds"
    assert re.fullmatch(r"MAILBOT_MAILBOX_FOLDERS", found["place"])


def test_a_probe_that_smtp_does_not_take_is_a_fault(mailbot: Mailbot, mail: EmbeddedMailThread) -> None:
    mail.smtp_hook = lambda _: "554 5.7.1 not from here"
    told = probed(mailbot, mail, "--wait", "1")
    assert told.code == 1
    assert "the probe was not taken: 554 5.7.1 not from here" in [one["what"] for one in told.json]


@pytest.mark.parametrize(("plus", "code"), [("true", 0), ("false", 1)])
def test_message_ids_that_are_changed_want_plus_addresses(
    mailbot: Mailbot, folder: Folder, mail: EmbeddedMailThread, plus: str, code: int
) -> None:
    folder.change("mailbot.toml", "plus = true", f"plus = {plus}")
    mail.mail.on_the_way = lambda _, raw: re.sub(rb"Message-ID: <probe\.", b"Message-ID: <0123.", raw)
    told = probed(mailbot, mail)
    assert told.code == code
    assert any("your server changes Message-IDs" in one["what"] for one in told.json)


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("MX7.Example.NET; dmarc=pass header.from=example.com", "mx7.example.net"),
        ("spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=example.com; dkim=none", "microsoft"),
        ('"mx one.example.net" 1; none', "mx one.example.net"),
    ],
)
def test_the_receiver_that_stamps_is_proposed(
    mailbot: Mailbot, folder: Folder, mail: EmbeddedMailThread, header: str, name: str
) -> None:
    mail.mail.on_the_way = stamped(header)  # type: ignore[assignment]
    told = probed(mailbot, mail)
    assert told.code == 0
    line = line_of(folder, "authserv_id = ")
    assert f'change line {line} of config/mailbot.toml to: authserv_id = "{name}"' in [one["mend"] for one in told.json]
    folder.change("mailbot.toml", 'authserv_id = "mx.example.com"', f'authserv_id = "{name}"')
    assert not any("stamps" in one["what"] for one in probed(mailbot, mail).json)


def test_a_sent_folder_that_keeps_nothing_is_told(
    mailbot: Mailbot, folder: Folder, mail: EmbeddedMailThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.app.probe.SENT_SECONDS", 0.2)
    mail.append("befriending@example.com", b"Subject: x\r\n\r\nx\r\n", folder="Sent")
    (found,) = [one for one in probed(mailbot, mail).json if "proves nothing" in one["what"]]
    assert found["what"] == '"Sent" proves nothing: it does not keep what mailbot sends'
    line = line_of(folder, "sent_folder = ")
    assert found["mend"].startswith(f'change line {line} of config/mailbot.toml to: sent_folder = ""')


def test_a_service_at_work_that_files_the_probe_away_at_once_does_not_hide_it(
    mailbot: Mailbot, folder: Folder, mail: EmbeddedMailThread
) -> None:
    poller = build(folder.load(**servers_of(mail))).poller
    stop = threading.Event()
    thread = threading.Thread(target=poller.run, args=(stop,), daemon=True)
    thread.start()
    told = probed(mailbot, mail)
    filed = within(10, lambda: len(mail.messages("befriending@example.com", "Processed")) == 2)
    stop.set()
    mail.hang_up()
    thread.join(10)
    assert told.code == 0, told.out
    assert filed
