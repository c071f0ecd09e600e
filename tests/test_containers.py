"""Dockerfile and docker-compose.yml say nothing that the settings, the wheel and the commands do not know."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from config_folder import Folder
from dockerfile import CHECKOUT, step, steps
from typer.main import get_command

from mailbot.casework.policy import Policy
from mailbot.cli import app
from mailbot.settings.folder import CONFIG_VARIABLE
from mailbot.settings.new_home import make_home
from mailbot.settings.reader import keys_of, variable
from mailbot.settings.sections import SECTIONS, Database, OAuth

COMPOSE_TEXT = (CHECKOUT / "docker-compose.yml").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(COMPOSE_TEXT)
MAILBOT: dict[str, Any] = COMPOSE["services"]["mailbot"]
KNOWN = {CONFIG_VARIABLE} | {
    variable(section, key) for section, kind in (SECTIONS | {"policy": Policy}).items() for key in keys_of(kind)
}


def test_every_variable_is_one_that_the_settings_know() -> None:
    set_in_image = set(re.findall(r"\b(MAILBOT_\w+)=", step("ENV")))
    assert CONFIG_VARIABLE in set_in_image
    assert set_in_image | set(MAILBOT["environment"]) <= KNOWN


def test_every_secret_that_is_named_is_handed_to_the_service_and_has_its_file() -> None:
    for service in COMPOSE["services"].values():
        named = {
            value.removeprefix("/run/secrets/") for name, value in service["environment"].items() if "_FILE" in name
        }
        assert named == set(service["secrets"])
    assert {file["file"] for file in COMPOSE["secrets"].values()} == {
        f"./secrets/{name}" for name in COMPOSE["secrets"]
    }


def test_the_settings_read_each_secret_from_where_compose_puts_it(folder: Folder, tmp_path: Path) -> None:
    contents = {name: f"{name} {'x' * 32}" for name in MAILBOT["secrets"]}
    contents |= {
        "database_keys": (folder.secrets / "database_keys").read_text(),
        "database_url": "postgresql://host/db",
    }
    environ = {}
    for name, inside in MAILBOT["environment"].items():
        file = tmp_path / Path(inside).name
        file.write_text(contents[file.name] + "\n")
        environ[name] = str(file)
    settings = folder.load(**environ)
    assert settings.database.url == contents["database_url"]
    assert settings.reply.secret == contents["reply_secret"]
    assert settings.mailbox.password == contents["mailbox_password"]
    assert settings.smtp.password == contents["smtp_password"]
    assert settings.oauth.client_secret == contents["oauth_client_secret"]


def test_mailbot_init_makes_every_secret_but_those_of_the_database(tmp_path: Path) -> None:
    make_home(tmp_path / "home", date(2026, 1, 31))
    made = {file.name for file in (tmp_path / "home" / "secrets").iterdir()}
    assert made == set(COMPOSE["secrets"]) - {"database_url", "postgres_password"}
    for name in COMPOSE["secrets"]:
        assert name in made or f"secrets/{name}" in COMPOSE_TEXT.partition("services:")[0]  # told in the steps


def test_the_image_installs_every_library_that_a_setting_may_ask_for() -> None:
    extras = re.search(r"'\.\[([\w,]+)\]'", next(rest for name, rest in steps() if name == "RUN"))
    assert extras
    told = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert set(extras[1].split(",")) == set(told) - {"dev", "train", "tryout"}


def test_what_the_service_writes_lies_in_the_volume_that_is_kept() -> None:
    assert MAILBOT["read_only"] is True
    for written in (OAuth().login_file, Database().url.removeprefix("sqlite:///")):
        assert Path(written).parts[0] == "var"
    assert "var:/srv/mailbot/var" in MAILBOT["volumes"]
    assert set(COMPOSE["volumes"]) == {
        volume.split(":")[0]
        for service in COMPOSE["services"].values()
        for volume in service["volumes"]
        if not volume.startswith("./")
    }


def test_the_database_that_is_told_in_the_steps_is_the_one_that_is_started() -> None:
    told = re.search(r"postgresql://(\w+):THE-PASSWORD@(\w+)/(\w+)", COMPOSE_TEXT)
    assert told
    user, host, name = told.groups()
    database = COMPOSE["services"][host]
    assert (database["environment"]["POSTGRES_USER"], database["environment"]["POSTGRES_DB"]) == (user, name)
    assert MAILBOT["depends_on"] == {host: {"condition": "service_healthy"}}
    assert f"--username {user}" in database["healthcheck"]["test"][1]
    assert not any("ports" in service for service in COMPOSE["services"].values())  # nobody outside needs either


def test_time_to_end_is_longer_than_a_page_or_a_letter_takes() -> None:
    assert MAILBOT["stop_grace_period"] == "60s"
    assert step("STOPSIGNAL") == "SIGTERM"


def test_every_command_that_the_steps_give_exists() -> None:
    told = re.findall(r"mailbot mailbot ([a-z]+)|^# +1\. mailbot ([a-z]+)", COMPOSE_TEXT, re.MULTILINE)
    commands: Any = get_command(app)
    assert {first or second for first, second in told} == {"init", "login", "check"}
    assert {first or second for first, second in told} <= set(commands.commands)


def test_config_templates_and_the_database_lie_where_the_image_looks() -> None:
    home = step("WORKDIR")
    config = re.search(rf"{CONFIG_VARIABLE}=(\S+)", step("ENV"))
    assert config
    assert config[1] == f"{home}/config"
    inside = {volume.split(":")[1]: volume for volume in MAILBOT["volumes"]}
    assert set(inside) == {f"{home}/config", f"{home}/templates", f"{home}/var"}
    assert all(inside[f"{home}/{name}"].endswith(":ro") for name in ("config", "templates"))
    assert step("VOLUME") == f"{home}/var"


def test_the_service_does_not_run_as_root() -> None:
    user, group = step("USER").split(":")
    made = [rest for name, rest in steps() if name == "RUN"][-1]
    assert int(user) > 0
    assert f"--uid {user} " in made
    assert f"-o {user} -g {group} -m 700 /srv/mailbot/var" in made
    assert f"sudo chown {user} secrets/*" in COMPOSE_TEXT
    assert [name for name, _ in steps()].index("USER") < [name for name, _ in steps()].index("CMD")


def test_what_the_image_copies_is_there_and_is_all_that_the_wheel_needs() -> None:
    copied = {word for name, rest in steps() if name == "COPY" and "--from" not in rest for word in rest.split()[:-1]}
    assert all((CHECKOUT / name).exists() for name in copied)
    assert copied >= {"mailbot", "config", "templates", "pyproject.toml", "setup.py", "constraints.txt", "README.md"}


@pytest.mark.parametrize("words", ["HEALTHCHECK", "CMD"])
def test_the_commands_that_the_image_gives_exist(words: str) -> None:
    listed = json.loads(re.search(r"\[.*\]", step(words)).group())  # type: ignore[union-attr]
    given = [shlex.split(part) for part in " ".join(listed).removeprefix("sh -c ").removeprefix("exec ").split(" && ")]
    for command in given:
        rest = command[command.index("mailbot") + 1 :]
        found: Any = get_command(app)
        while rest and not rest[0].startswith("-"):
            found = found.commands[rest.pop(0)]
        options = {option for parameter in found.params for option in parameter.opts}
        assert set(rest) <= options


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "home").mkdir()
    return Folder(tmp_path / "home")
