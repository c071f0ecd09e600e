"""A TOML file together with the lines its keys stand on, so that a fault can be found at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mailbot.settings.fault import Place, SettingsFault

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Table:
    """One section (or one entry of many) with the line of each key; the line of "" is that of its header."""

    path: Path
    values: Mapping[str, object]
    lines: Mapping[str, int]

    def place(self, key: str = "") -> Place:
        """Where that key stands, else the section's header, else the file."""
        return Place(str(self.path), self.lines.get(key) or self.lines.get("", 0))


@dataclass(frozen=True, slots=True)
class TomlFile:
    """``values`` as parsed (empty when the file could not be); ``lines`` by section and by how often it came before."""

    path: Path
    values: Mapping[str, object]
    lines: Mapping[tuple[str, int], Mapping[str, int]]

    def root(self) -> Table:
        """What stands above the first section."""
        return self._table("", 0, self.values)

    def section(self, name: str) -> Table | None:
        """``[name]`` (empty when it is not there); None when that name is something else."""
        values = self.values.get(name, {})
        return self._table(name, 0, values) if isinstance(values, dict) else None

    def entries(self, name: str) -> list[Table] | None:
        """Every ``[[name]]``, in order; None when that name is something else."""
        listed = self.values.get(name, [])
        if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
            return None
        return [self._table(name, nth, entry) for nth, entry in enumerate(listed)]

    def _table(self, name: str, nth: int, values: Mapping[str, object]) -> Table:
        return Table(self.path, values, self.lines.get((name, nth), {}))


def read_toml(path: Path, faults: list[SettingsFault]) -> TomlFile:
    """Read and parse; what goes wrong is added to ``faults`` and leaves an empty file."""
    try:
        text = path.read_text(encoding="utf-8")
        return TomlFile(path, tomllib.loads(text), _lines(text))
    except FileNotFoundError:
        fault = SettingsFault(Place(str(path)), path.name, "is missing", "`mailbot init DIR` writes one to start from")
    except tomllib.TOMLDecodeError as cause:
        fault = _not_toml(path, text, str(cause))
    except (OSError, UnicodeDecodeError) as cause:
        fault = SettingsFault(Place(str(path)), path.name, f"cannot be read ({cause})", "it must be text in UTF-8")
    faults.append(fault)
    return TomlFile(path, {}, {})


def _lines(text: str) -> dict[tuple[str, int], dict[str, int]]:
    found: dict[tuple[str, int], dict[str, int]] = {("", 0): {}}
    current = found["", 0]
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            nth = sum(1 for name, _ in found if name == header.group(1))
            current = found.setdefault((header.group(1), nth), {"": number})
        elif key := _KEY.match(line):
            current.setdefault(key.group(1), number)
    return found


def _not_toml(path: Path, text: str, cause: str) -> SettingsFault:
    told = re.search(r"at line (\d+)", cause)
    line = int(told.group(1)) if told else len(text.splitlines())
    mend = "text stands in quotes, lists in [ ], true and false in small letters"
    return SettingsFault(Place(str(path), line), path.name, f"is no TOML: {cause}", mend)
