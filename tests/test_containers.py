"""Dockerfile and docker-compose.yml say nothing that the settings, the wheel and the commands do not know."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from config_folder import Folder
from typer.main import get_command

from mailbot.casework.policy import Policy
from mailbot.cli import app
from mailbot.settings.folder import CONFIG_VARIABLE
from mailbot.settings.reader import keys_of, variable
from mailbot.settings.sections import SECTIONS

CHECKOUT = Path(__file__).parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text())
MAILBOT: dict[str, Any] = COMPOSE["services"]["mailbot"]
KNOWN = {CONFIG_VARIABLE} | {
    variable(section, key) for section, kind in (SECTIONS | {"policy": Policy}).items() for key in keys_of(kind)
}


def steps() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest) pairs, continued lines joined."""
    text = re.sub(r"\\\n\s*", " ", (CHECKOUT / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def step(name: str) -> str:
    """The last instruction of that name."""
    return [rest for instruction, rest in steps() if instruction == name][-1]


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
    assert step("USER") == "mailbot"
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
