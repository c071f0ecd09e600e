"""Settings: complete and safe as shipped; a wrong value names itself, its file and line, and what is allowed."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from config_folder import KEY, MEMBER, SHIPPED, VERIFIED_ON, Folder

from mailbot.casework.policy import Policy
from mailbot.clock import SystemClock, london
from mailbot.logins.trouble import NoToken
from mailbot.settings import Settings, Severity, load_for_looking, login_secret, readiness
from mailbot.settings.hold_table import MAY_BE_HELD
from mailbot.settings.policy_file import IN_ORDER
from mailbot.settings.reader import keys_of
from mailbot.settings.sections import SECTIONS
from mailbot.settings.toml_file import read_toml

TODAY = VERIFIED_ON


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_the_shipped_folder_loads_once_a_first_day_and_secrets_are_there(folder: Folder) -> None:
    settings = folder.load()
    assert settings.mailbox.take_in_since == date(2026, 1, 31)
    assert settings.mailbox.password == "hunter2"
    assert settings.mailbox.folders == ("INBOX", "Junk")
    assert settings.policy == Policy()


def test_the_shipped_folder_sends_nothing_and_verifies_every_server(folder: Folder) -> None:
    settings = folder.load()
    assert settings.outbox.mode == "off"
    assert not settings.reply.plus
    assert settings.mailbox.security == "tls"
    assert settings.smtp.security == "starttls"


def test_the_shipped_file_shows_every_setting(folder: Folder) -> None:
    text = (SHIPPED / "mailbot.toml").read_text()
    file = read_toml(SHIPPED / "mailbot.toml", [])
    for section, kind in SECTIONS.items():
        shown = set(file.lines[section, 0])
        for field in dataclasses.fields(kind):
            assert {field.name, f"{field.name}_file"} & shown or f"# {field.name} = " in text, f"{section}.{field.name}"


def test_the_shipped_policy_shows_every_number_with_its_default() -> None:
    shown = read_toml(SHIPPED / "policy.toml", []).values
    defaults = {**dataclasses.asdict(Policy()), "hold_minutes": dict.fromkeys(MAY_BE_HELD, 0)}
    assert {key: tuple(value) if isinstance(value, list) else value for key, value in shown.items()} == defaults


def test_every_shipped_key_has_a_comment_above_it_or_above_its_neighbour() -> None:
    for name in ("mailbot.toml", "policy.toml"):
        paragraph_has_comment = False
        for line in (SHIPPED / name).read_text().splitlines():
            if not line:
                paragraph_has_comment = False
            elif line.startswith("#"):
                paragraph_has_comment = True
            elif "=" in line:
                assert paragraph_has_comment, f"{name}: {line}"


def test_relative_paths_start_beside_the_config_folder(folder: Folder) -> None:
    folder.change("mailbot.toml", 'file = ""', 'file = "var/mailbot.log"')
    settings = folder.load()
    assert settings.database.url == f"sqlite:///{folder.config.parent}/var/mailbot.db"
    assert settings.log.file == f"{folder.config.parent}/var/mailbot.log"


def test_no_secret_shows_in_the_settings_words(folder: Folder) -> None:
    words = repr(folder.load())
    for secret in ("hunter2", "hunter3", "s" * 32, KEY, "sqlite:"):
        assert secret not in words


# ---------------------------------------------------------------------------------------------- the environment


@pytest.mark.parametrize(
    ("name", "told", "value"),
    [
        ("MAILBOT_SMTP_HOST", "mail.example.net", lambda all_: all_.smtp.host == "mail.example.net"),
        ("MAILBOT_SMTP_PORT", "465", lambda all_: all_.smtp.port == 465),
        ("MAILBOT_REPLY_PLUS", "True", lambda all_: all_.reply.plus is True),
        ("MAILBOT_MAILBOX_TAKE_IN_SINCE", "2026-02-01", lambda all_: all_.mailbox.take_in_since == date(2026, 2, 1)),
        ("MAILBOT_MAILBOX_FOLDERS", "INBOX, Junk Email", lambda all_: all_.mailbox.folders == ("INBOX", "Junk Email")),
        ("MAILBOT_MAILBOX_FOLDERS", '["A, B"]', lambda all_: all_.mailbox.folders == ("A, B",)),
        ("MAILBOT_POLICY_PROMISE_DAYS", "8", lambda all_: all_.policy.promise_days == 8),
        (
            "MAILBOT_POLICY_HOLD_MINUTES",
            "offer_made = 5",
            lambda all_: all_.policy.hold_minutes == (("offer_made", 5),),
        ),
        ("MAILBOT_POLICY_ATTEMPT_HOURS", "12, 48", lambda all_: all_.policy.attempt_hours == (12, 48)),
        ("MAILBOT_SMTP_PASSWORD", "from the environment", lambda all_: all_.smtp.password == "from the environment"),
    ],
)
def test_a_variable_goes_before_the_file(
    folder: Folder, name: str, told: str, value: Callable[[Settings], bool]
) -> None:
    assert value(folder.load(**{name: told}))


def test_a_secret_may_come_from_a_file_that_a_variable_names(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("of the container\n")
    settings = folder.load(MAILBOT_SMTP_PASSWORD_FILE=str(tmp_path / "elsewhere"))
    assert settings.smtp.password == "of the container"


def test_a_misspelt_variable_is_a_fault(folder: Folder) -> None:
    (fault,) = folder.faults(MAILBOT_SMPT_HOST="mail.example.net")
    assert fault.startswith("MAILBOT_SMPT_HOST: MAILBOT_SMPT_HOST sets nothing; names are MAILBOT_<SECTION>_<KEY>")


def test_a_wrong_variable_names_itself(folder: Folder) -> None:
    (fault,) = folder.faults(MAILBOT_SMTP_PORT="smtp")
    assert fault == 'MAILBOT_SMTP_PORT: smtp.port is "smtp"; it must be a whole number from 1 to 65535'


# --------------------------------------------------------------------------------------------------- wrong values


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("mailbot.toml", "port = 993", "port = 99999", "mailbox.port is 99999; it must be a whole number from 1 to"),
        ("mailbot.toml", "port = 993", 'port = "993"', 'mailbox.port is "993"; it must be a whole number'),
        ("mailbot.toml", "port = 993", "port = true", "mailbox.port is true; it must be a whole number"),
        ("mailbot.toml", 'mode = "off"', 'mode = "of"', 'is "of"; it must be one of "off", "redirect", "on"'),
        ("mailbot.toml", "plus = false", 'plus = "no"', 'reply.plus is "no"; it must be true or false'),
        (
            "mailbot.toml",
            "take_in_since = 2026-01-31",
            'take_in_since = "2026-01-31"',
            'mailbox.take_in_since is "2026-01-31"; it must be a day as 2026-01-31, without quotes',
        ),
        ("mailbot.toml", "poll_seconds = 60", "pol_seconds = 60", 'is no setting; did you mean "poll_seconds"?'),
        ("mailbot.toml", "poll_seconds = 60", "colour = 60", "mailbox.colour is no setting; allowed are host, port"),
        ("mailbot.toml", "[log]", "[logg]", "logg is no section; allowed are [service], [mailbox]"),
        ("mailbot.toml", 'folders = ["INBOX", "Junk"]', "folders = []", "mailbox.folders is []; it must be at least"),
        (
            "mailbot.toml",
            'name = "The Befriending Team"',
            'name = "Prison Support"',
            'service.name is "Prison Support"; it must be a few neutral words',
        ),
        ("mailbot.toml", "own_numbers = []", 'own_numbers = ["020 7946 0123"]', "it must be numbers as"),
        ("mailbot.toml", "command = []", 'command = ["sms", "{name}"]', "only {reference} and {phone} stand in braces"),
        ("mailbot.toml", "command = []", 'command = ["sms", "read"]', "safeguarding.command does not say which letter"),
        ("mailbot.toml", 'security = "tls"', 'security = "none"', "would send passwords and letters to imap."),
        ("mailbot.toml", 'mode = "off"', 'mode = "redirect"', 'outbox.mode is "redirect", but nobody is named'),
        ("mailbot.toml", 'processed_folder = "Processed"', 'processed_folder = "Junk"', "is read for new letters too"),
        ("mailbot.toml", 'url = "sqlite:///var/mailbot.db"', 'url = "mysql://a"', 'must start with "sqlite:///" or'),
        ("policy.toml", "promise_days = 7", "promise_days = 0", "policy.promise_days is 0; it must be a"),
        ("policy.toml", "promise_days = 7", "promise_days = 7.5", "policy.promise_days is 7.5; it must be"),
        ("policy.toml", 'digest_at = "08:00"', 'digest_at = "8am"', 'is "8am"; it must be a London time as "HH:MM"'),
        ("policy.toml", 'nation = "ENG"', 'nation = "UK"', 'it must be one of "ENG", "WLS", "SCT", "NIR"'),
        ("policy.toml", "amber_days = 5", "amber_days = 9", "policy.amber_days is 9, after staff_call_days (6)"),
        ("policy.toml", "attempt_hours = [24, 72]", "attempt_hours = 24", "must be a list in [ ], each a whole number"),
        ("policy.toml", "introduction = 0", "introduction = 900", "is 900; it must be a whole number of minutes from"),
        ("policy.toml", "introduction = 0", "introductions = 5", 'no email of ours; did you mean "introduction"?'),
        ("policy.toml", "introduction = 0", "concern_alert = 5", "cannot be held: alerts, tasks and answers to staff"),
        ("policy.toml", "introduction = 0", "acknowledgement = 5", "cannot be held: it answers what somebody wrote"),
        ("policy.toml", "introduction = 0", "match_ended = 5", "it keeps a volunteer from using a number"),
        ("policy.toml", "promise_days = 7", "promise_day = 7", 'no setting; did you mean "promise_days"?'),
    ],
)  # fmt: skip
def test_a_wrong_value_names_itself_its_line_and_what_is_allowed(
    folder: Folder, file: str, old: str, new: str, told: str
) -> None:
    number = folder.change(file, old, new)
    (fault,) = folder.faults()
    assert fault.startswith(f"{folder.config / file}:{number}: ")
    assert told in fault


def test_every_fault_is_told_at_once(folder: Folder) -> None:
    folder.change("mailbot.toml", "port = 993", "port = 0")
    folder.change("policy.toml", "promise_days = 7", 'promise_days = "week"')
    (folder.config / "staff.toml").write_text(MEMBER.replace("lead", "boss"))
    assert len(folder.faults(MAILBOT_NOTHING="1")) == 4


def test_a_file_that_is_no_toml_names_the_line(folder: Folder) -> None:
    number = folder.change("policy.toml", "promise_days = 7", "promise_days = seven")
    assert folder.faults()[0].startswith(f"{folder.config}/policy.toml:{number}: policy.toml is no TOML")


def test_a_missing_file_is_named(folder: Folder) -> None:
    (folder.config / "mailbot.toml").unlink()
    assert folder.faults() == [
        f"{folder.config}/mailbot.toml: mailbot.toml is missing; `mailbot init DIR` writes one to start from"
    ]


def test_a_secret_file_that_is_not_there_is_named_but_no_secret_is_ever_shown(folder: Folder) -> None:
    (folder.secrets / "mailbox_password").unlink()
    folder.secret("reply_secret", "too short")
    folder.secret("database_keys", "no key")
    faults = "\n".join(folder.faults())
    assert f'mailbox.password_file names "{folder.secrets}/mailbox_password", but there is no such file' in faults
    folder.secret("mailbox_password", "hunter2")
    faults = "\n".join(folder.faults())
    assert "reply.secret has only 9 characters" in faults
    assert "database.keys holds no key in place 1" in faults
    assert "too short" not in faults
    assert "no key\n" not in faults


def test_a_secret_told_twice_is_a_fault(folder: Folder) -> None:
    (fault,) = folder.faults(MAILBOT_SMTP_PASSWORD="a", MAILBOT_SMTP_PASSWORD_FILE="b")
    assert "smtp.password is told twice, as MAILBOT_SMTP_PASSWORD and as MAILBOT_SMTP_PASSWORD_FILE" in fault


def test_an_unsecured_server_is_allowed_on_this_machine_only(folder: Folder) -> None:
    settings = folder.load(MAILBOT_MAILBOX_SECURITY="none", MAILBOT_MAILBOX_HOST="127.0.0.1")
    assert settings.mailbox.security == "none"


def test_every_rule_of_order_names_two_numbers_of_the_policy() -> None:
    names = {field.name for field in dataclasses.fields(Policy)}
    assert {name for pair in IN_ORDER for name in pair} <= names


def test_a_wording_mistake_names_its_file(folder: Folder) -> None:
    path = folder.config / "wording" / "calls.toml"
    lines = path.read_text().splitlines()
    path.write_text("\n".join([*lines, "[planned_once]", 'en = "no list"']))
    (fault,) = folder.faults()
    assert fault.startswith(f"{path}:{len(lines) + 1}: wording.calls planned_once.en must be a list")


def test_a_required_setting_that_is_missing_is_named_with_its_section(folder: Folder) -> None:
    folder.change("mailbot.toml", "take_in_since = 2026-01-31", "")
    (fault,) = folder.faults()
    assert fault.endswith("mailbox.take_in_since is missing; it must be a day as 2026-01-31, without quotes")


# ------------------------------------------------------------------------------------------------ staff, helplines


def test_staff_become_the_roster_in_the_order_of_the_file(folder: Folder) -> None:
    away = "away = [{ from = 2026-08-01, until = 2026-08-14 }, { from = 2026-12-24 }]\n"
    second = MEMBER.replace("dilys", "owen").replace("Dilys@", "owen@")
    (folder.config / "staff.toml").write_text(MEMBER + away + second)
    roster = folder.load().roster
    assert [one.id for one in roster.members] == ["dilys", "owen"]
    assert roster.members[0].address == "dilys@example.com"
    assert [absence.until for absence in roster.members[0].away] == [date(2026, 8, 14), None]
    assert [one.id for one in roster.having("lead", date(2026, 8, 14))] == ["owen"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MEMBER.replace('"lead"', '"boss"'), "member[1].roles is ['coordinator', 'boss', 'safeguarding']; it must be"),
        (MEMBER.replace("Dilys@example.com", "Dilys"), "member[1].address is not allowed; it must be"),
        (MEMBER + MEMBER, "member[2].id is another member's too"),
        (MEMBER + "away = [{ until = 2026-08-01 }]", "member[1].away is no absence"),
        (MEMBER + "away = [{ from = 2026-08-02, until = 2026-08-01 }]", "member[1].away is no absence"),
        (
            MEMBER.replace("[[member]]", "[[people]]"),
            "people is no setting; only [[member]] and [safeguarding_rota] may stand in this file",
        ),
        (MEMBER.replace("[[member]]", "[member]"), "member is no list of entries; start each with [[member]]"),
    ],
)
def test_a_fault_in_the_staff_file_names_whose_and_what(folder: Folder, text: str, told: str) -> None:
    (folder.config / "staff.toml").write_text(text)
    faults = folder.faults()
    assert any(told in fault for fault in faults), faults


def test_a_fault_in_the_staff_file_shows_nobodys_address_or_number(folder: Folder) -> None:
    spoilt = MEMBER.replace("Dilys@example.com", "dilys at home").replace("+447700900123", "07700 900123")
    (folder.config / "staff.toml").write_text(spoilt)
    told = "\n".join(folder.faults())
    assert "member[1].address" in told
    assert "member[1].phone" in told
    assert "at home" not in told
    assert "07700 900123" not in told


def test_a_helpline_is_fresh_once_somebody_verified_it(folder: Folder) -> None:
    path = folder.config / "helplines.toml"
    assert not any(helpline.is_fresh(TODAY) for helpline in folder.load().helplines)
    text = path.read_text().replace('verified_on = ""', f"verified_on = {TODAY.isoformat()}", 1)
    path.write_text(text.replace('verified_by = ""', 'verified_by = "Dilys"', 1))
    assert [helpline.name for helpline in folder.load().helplines if helpline.is_fresh(TODAY)] == ["Samaritans"]


# ------------------------------------------------------------------------------------------------------ readiness


def test_the_shipped_folder_is_not_ready_and_says_why(folder: Folder) -> None:
    told = "\n".join(f"{one.severity} {one.what}" for one in readiness(folder.load(), TODAY))
    for words in (
        "fault service.address is still the example's",
        "warning nothing is sent (outbox.mode is off)",
        "fault there is no safeguarding.command",
        "blocker nobody has the role coordinator",
        "blocker nobody has the role safeguarding",
        "fault Samaritans is left out of every email",
        "fault no email names a helpline",
    ):
        assert words in told


def test_a_completed_folder_has_no_fault_left(folder: Folder) -> None:
    folder.complete()
    settings = folder.load()
    assert readiness(settings, TODAY) == []
    in_a_year = [one for one in readiness(settings, TODAY + timedelta(days=366)) if one.severity is Severity.FAULT]
    assert len(in_a_year) == len(settings.helplines) + 1


def test_looking_at_a_letter_needs_neither_secrets_nor_a_first_day(folder: Folder) -> None:
    folder.change("mailbot.toml", "take_in_since = 2026-01-31", "# take_in_since = 2026-01-31")
    shutil.rmtree(folder.secrets)
    assert load_for_looking(folder.config, {}).service.name == "The Befriending Team"


def test_looking_works_from_a_checkout_as_it_is() -> None:
    assert load_for_looking(SHIPPED, {}).templates == SHIPPED.parent / "templates"


# --------------------------------------------------------------------------------------------------- logging in


def test_a_password_is_what_one_logs_in_with(folder: Folder) -> None:
    settings = folder.load()
    assert login_secret(settings.mailbox, settings).current() == "hunter2"


def test_a_token_is_asked_of_the_command_at_every_login(folder: Folder, tmp_path: Path) -> None:
    counter = tmp_path / "asked"
    settings = folder.load(
        MAILBOT_MAILBOX_METHOD="xoauth2",
        MAILBOT_MAILBOX_TOKEN_COMMAND=f'["sh", "-c", "echo x >> {counter}; wc -l < {counter} | tr -d \\" \\""]',
    )
    secret = login_secret(settings.mailbox, settings)
    assert [secret.current(), secret.current()] == ["1", "2"]


@pytest.mark.parametrize("command", ['["false"]', '["true"]', '["echo", "two words"]'])
def test_a_command_that_gives_no_token_is_told_without_its_output(folder: Folder, command: str) -> None:
    settings = folder.load(MAILBOT_SMTP_METHOD="xoauth2", MAILBOT_SMTP_TOKEN_COMMAND=command)
    with pytest.raises(NoToken, match="token_command") as fault:
        login_secret(settings.smtp, settings).current()
    assert "two words" not in str(fault.value)


def test_xoauth2_without_a_command_is_a_fault(folder: Folder) -> None:
    assert "nothing gives a token" in "\n".join(folder.faults(MAILBOT_MAILBOX_METHOD="xoauth2"))


def test_every_section_is_a_frozen_value_with_known_keys() -> None:
    for kind in SECTIONS.values():
        assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert set(keys_of(kind)) >= {field.name for field in dataclasses.fields(kind)}


def test_no_day_of_the_shipped_example_lies_ahead_of_the_clock() -> None:
    assert date(2026, 1, 31) <= london(SystemClock().now()).date()
