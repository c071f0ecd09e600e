"""A config folder, the environment and secret files become ``Settings``; every fault is told, not only the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mailbot.casework.policy import Policy
from mailbot.settings.fault import Place, SettingsFault, SettingsWrong
from mailbot.settings.folder import CONFIG_VARIABLE, home_of, templates_beside
from mailbot.settings.helplines import read_helplines
from mailbot.settings.policy_file import read_policy
from mailbot.settings.reader import Source, keys_of, read_section, variable
from mailbot.settings.rules import contradictions
from mailbot.settings.sections import SECTIONS, Database, Settings
from mailbot.settings.staff_file import read_roster
from mailbot.settings.toml_file import TomlFile, read_toml
from mailbot.settings.wording_folder import read_wording

# What only a running service needs, stood in for when somebody merely looks at a letter or a template.
STAND_INS = {
    "MAILBOT_MAILBOX_TAKE_IN_SINCE": "2026-01-01",
    "MAILBOT_MAILBOX_PASSWORD": "",
    "MAILBOT_SMTP_PASSWORD": "",
    "MAILBOT_OAUTH_CLIENT_SECRET": "",
    "MAILBOT_REPLY_PLUS": "false",
    "MAILBOT_REPLY_SECRET": "nothing that is only looked at is ever sent",
    "MAILBOT_DATABASE_KEYS": "",
}


def load(config_dir: Path, environ: Mapping[str, str]) -> Settings:
    """All settings. Raises SettingsWrong with every fault there is."""
    source = Source(environ, home_of(config_dir), [], {})
    parts: dict[str, Any] = {
        **_sections(config_dir, source),
        "policy": read_policy(read_toml(config_dir / "policy.toml", source.faults), source),
        "roster": read_roster(read_toml(config_dir / "staff.toml", source.faults), source),
        "helplines": read_helplines(read_toml(config_dir / "helplines.toml", source.faults), source),
        "wording": read_wording(config_dir / "wording", source.faults),
    }
    source.faults.extend(_unknown_variables(environ))
    if all(part is not None for part in parts.values()):
        source.faults.extend(contradictions(parts, source.places))
    if source.faults:
        raise SettingsWrong(sorted(source.faults))
    return Settings(
        **parts,
        config_dir=config_dir,
        home=source.home,
        templates=templates_beside(config_dir),
        places=source.places,
    )


def load_for_looking(config_dir: Path, environ: Mapping[str, str]) -> Settings:
    """The settings for commands that neither connect nor remember: no secret is read, no first day asked for."""
    without_files = {name: value for name, value in environ.items() if name.removesuffix("_FILE") not in STAND_INS}
    return load(config_dir, {**without_files, **STAND_INS})


def _sections(config_dir: Path, source: Source) -> dict[str, Any]:
    file = read_toml(config_dir / "mailbot.toml", source.faults)
    for name in file.values:
        if name not in SECTIONS:
            place = (file.section(name) or file.root()).place(name)
            source.fault(place, name, "is no section", "allowed are " + ", ".join(f"[{each}]" for each in SECTIONS))
    if not file.values:
        return dict.fromkeys(SECTIONS)
    return {name: _section(name, kind, file, source) for name, kind in SECTIONS.items()}


def _section(name: str, kind: type, file: TomlFile, source: Source) -> Any:
    table = file.section(name)
    if table is None:
        source.fault(file.root().place(name), name, "is no section", f"write [{name}] on a line of its own")
        return None
    section = read_section(kind, name, table, source)
    for key in keys_of(kind):  # what is not told is found by its section
        source.places.setdefault(f"{name}.{key}", table.place())
    return replace(section, url=_beside(section.url, source.home)) if isinstance(section, Database) else section


def _beside(url: str, home: Path) -> str:
    """A relative SQLite path starts from ``home``, wherever mailbot is started."""
    path = url.removeprefix("sqlite:///")
    return f"sqlite:///{home / path}" if path != url and path != ":memory:" else url


def _unknown_variables(environ: Mapping[str, str]) -> list[SettingsFault]:
    kinds = {**SECTIONS, "policy": Policy}
    known = {CONFIG_VARIABLE} | {variable(section, key) for section, kind in kinds.items() for key in keys_of(kind)}
    return [
        SettingsFault(Place(name), name, "sets nothing", "names are MAILBOT_<SECTION>_<KEY>, such as MAILBOT_SMTP_HOST")
        for name in environ
        if name.startswith("MAILBOT_") and name not in known
    ]
