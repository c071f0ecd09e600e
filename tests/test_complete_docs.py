"""README and CONTRIBUTING name everything there is, and nothing that is not: settings, numbers, commands, options."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from mailbot.casework.people import StaffMember
from mailbot.casework.policy import Policy
from mailbot.cli import app
from mailbot.cli.terminal import Exit
from mailbot.outbox.helplines import Helpline
from mailbot.settings.sections import SECTIONS
from mailbot.settings.staff_file import ROLES
from mailbot.settings.toml_file import read_toml

CHECKOUT = Path(__file__).parent.parent
README = (CHECKOUT / "README.md").read_text()
NOT_IN_HELP = {"--help", "--config", "--version", "--no-healthy"}


def table_under(heading: str) -> list[list[str]]:
    """The cells of the first table after a heading, without its head."""
    lines = README.split(f"\n{heading}\n", 1)[1].splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("|"))
    rows: list[list[str]] = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows


def as_written(field: dataclasses.Field[Any]) -> str:
    """A default as the tables write it."""
    if field.default is dataclasses.MISSING:
        return "required"
    if field.metadata.get("table"):
        return json.dumps(dict(field.default))
    value = list(field.default) if isinstance(field.default, tuple) else field.default
    return json.dumps(value, ensure_ascii=False)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name."""
    for name, found in get_command(app).commands.items():  # type: ignore[attr-defined]
        if hasattr(found, "commands"):
            yield from ((f"{name} {inner}", command) for inner, command in found.commands.items())
        else:
            yield name, found


def documented(name: str) -> str:
    """The README's cell for one command."""
    cells = [row[0] for row in table_under("## Commands") if re.match(rf"mailbot {name}(?= |$)", row[0])]
    assert len(cells) == 1, f"mailbot {name} stands in the table {len(cells)} times"
    return cells[0]


def test_every_setting_stands_in_the_readme_with_its_default() -> None:
    told = {row[0]: row[1] for row in table_under("### `config/mailbot.toml`")}
    real = {
        f"{section}.{field.name}": as_written(field)
        for section, kind in SECTIONS.items()
        for field in dataclasses.fields(kind)
    }
    assert told == real


def test_every_number_of_the_policy_stands_in_the_readme_with_its_default() -> None:
    told = {row[0]: row[1] for row in table_under("### `config/policy.toml`")}
    assert told == {field.name: as_written(field) for field in dataclasses.fields(Policy)}


def test_every_setting_has_its_meaning() -> None:
    for heading in ("### `config/mailbot.toml`", "### `config/policy.toml`"):
        assert all(len(row[2]) > 5 or row[2].startswith("…") for row in table_under(heading))


def test_the_keys_of_staff_and_helplines_stand_in_the_readme() -> None:
    about = README.split("### The other files", 1)[1].split("\n## ", 1)[0]
    keys = [field.name for kind in (StaffMember, Helpline) for field in dataclasses.fields(kind)]
    for word in [*keys, *ROLES]:
        assert f"`{word}`" in about


def test_what_the_shipped_file_shows_is_the_default_unless_it_is_an_example() -> None:
    examples = {"signed_role", "user"}
    file = read_toml(CHECKOUT / "config" / "mailbot.toml", [])
    for section, kind in SECTIONS.items():
        shown = file.section(section)
        assert shown
        for field in dataclasses.fields(kind):
            if field.name in shown.values and field.default is not dataclasses.MISSING and field.name not in examples:
                value = shown.values[field.name]
                assert (tuple(value) if isinstance(value, list) else value) == field.default, f"{section}.{field.name}"


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_stands_in_the_readme_with_every_option(name: str) -> None:
    cell = documented(name)
    command = dict(commands())[name]
    real = {
        option for parameter in command.params if parameter.param_type_name == "option" for option in parameter.opts
    }
    assert set(re.findall(r"--[a-z-]+", cell)) == real - NOT_IN_HELP


def test_the_readme_tells_of_no_command_that_is_not_there() -> None:
    told = {re.match(r"mailbot ([a-z]+(?: [a-z]+)?)(?= |$)", row[0]).group(1) for row in table_under("## Commands")}  # type: ignore[union-attr]
    assert told == {name for name, _ in commands()}


def test_every_exit_code_stands_in_the_readme() -> None:
    codes = README.split("| exit code |", 1)[1]
    for code in Exit:
        assert f"\n| {code.value} |" in codes


def test_every_command_has_a_sentence_of_help() -> None:
    for name, command in commands():
        assert command.help, name
        assert command.help.splitlines()[0].endswith("."), name


def test_every_command_of_make_that_is_told_of_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text(), re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md"):
        told = set(re.findall(r"`make ([a-z-]+)`|^ +make ([a-z-]+)", (CHECKOUT / document).read_text(), re.MULTILINE))
        assert {name for pair in told for name in pair if name} <= targets


def test_every_file_that_contributing_names_exists() -> None:
    text = (CHECKOUT / "CONTRIBUTING.md").read_text()
    named = re.findall(r"`((?:mailbot|templates|config|tests|docs)/[\w./-]+|\w+\.(?:md|toml|txt))`", text)
    assert named
    for path in named:
        assert (CHECKOUT / path).exists(), path
