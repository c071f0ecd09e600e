"""One section of a file, overridden by the environment, becomes one frozen value; each wrong key is a fault."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import Field, dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from mailbot.settings.fault import Place, SettingsFault
from mailbot.settings.toml_file import Table
from mailbot.settings.values import NotAllowed, allowed, from_text, from_toml

T = TypeVar("T")

# What a field may say of itself in its metadata.
SECRET = {"secret": True}  # never shown; may stand in a file of its own, named by ``<key>_file``
PERSONAL = {"personal": True}  # a fault names the key, not what stood there
IS_PATH = {"path": True}  # relative ones start at the folder that holds the config folder


@dataclass(frozen=True, slots=True)
class Source:
    """What the reader draws on; it adds to ``faults`` and to ``places``."""

    environ: Mapping[str, str]
    home: Path
    faults: list[SettingsFault]
    places: dict[str, Place]

    def fault(self, place: Place, key: str, wrong: str, may_be: str) -> None:
        self.faults.append(SettingsFault(place, key, wrong, may_be))


def variable(section: str, key: str) -> str:
    """The environment variable that overrides a key."""
    return f"MAILBOT_{section}_{key}".upper()


def keys_of(section_type: type) -> dict[str, Field[Any]]:
    """Every key that a section's file may hold; a secret's ``<key>_file`` besides it."""
    keys: dict[str, Field[Any]] = {}
    for one in dataclasses.fields(section_type):
        keys[one.name] = one
        if one.metadata.get("secret"):
            keys[f"{one.name}_file"] = one
    return keys


def read_section(
    section_type: type[T],
    section: str,
    table: Table,
    source: Source,
    *,
    narrowed: Mapping[str, Any] | None = None,
) -> T | None:
    """The section's value, or None when it has a fault; ``narrowed`` are types that say more than the dataclass."""
    before = len(source.faults)
    hints = {**get_type_hints(section_type, include_extras=True), **(narrowed or {})}
    reading = _Reading(section, table, source)
    reading.refuse_unknown(list(keys_of(section_type)))
    values: dict[str, object] = {}
    for one in dataclasses.fields(section_type):  # type: ignore[arg-type]  # typing has no name for "any dataclass"
        told = reading.secret(one) if one.metadata.get("secret") else reading.plain(one, hints[one.name])
        if told is not _NOT_TOLD:
            values[one.name] = told
        elif one.metadata.get("path") and one.default:
            values[one.name] = str(source.home / str(one.default))
        elif one.default is dataclasses.MISSING:
            source.fault(table.place(), f"{section}.{one.name}", "is missing", f"it must be {allowed(hints[one.name])}")
    return section_type(**values) if len(source.faults) == before else None


_NOT_TOLD = object()
_WRONG = object()  # told, but a fault: not to be reported as missing too


@dataclass(frozen=True, slots=True)
class _Reading:
    section: str
    table: Table
    source: Source

    def refuse_unknown(self, known: list[str]) -> None:
        for key in self.table.values:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                hint = f'did you mean "{near[0]}"?' if near else "allowed are " + ", ".join(known)
                self.fault(self.table.place(key), key, "is no setting", hint)

    def plain(self, one: Field[Any], hint: Any) -> object:
        name = variable(self.section, one.name)
        if name not in self.source.environ and one.name not in self.table.values:
            return _NOT_TOLD
        by_environ = name in self.source.environ
        told = self.source.environ[name] if by_environ else self.table.values[one.name]
        place = Place(name) if by_environ else self.table.place(one.name)
        self.source.places[f"{self.section}.{one.name}"] = place
        try:
            value = from_text(str(told), hint) if by_environ else from_toml(told, hint)
        except NotAllowed as cause:
            wrong = "is not allowed" if one.metadata.get("personal") else f"is {_shown(told)}"
            return self.fault(place, one.name, wrong, f"it must be {cause}")
        return str(self.source.home / str(value)) if one.metadata.get("path") and value else value

    def secret(self, one: Field[Any]) -> object:
        """By itself or in a file; what the environment tells goes before what the section tells."""
        name, file_key = variable(self.section, one.name), f"{one.name}_file"
        by_environ = {each: self.source.environ[each] for each in (name, f"{name}_FILE") if each in self.source.environ}
        by_table = {each: self.table.values[each] for each in (one.name, file_key) if each in self.table.values}
        told = by_environ or by_table
        if not told:
            return _NOT_TOLD
        key, value = next(iter(told.items()))
        place = Place(key) if by_environ else self.table.place(key)
        self.source.places[f"{self.section}.{one.name}"] = place
        if len(told) > 1:
            return self.fault(place, one.name, "is told twice, as " + " and as ".join(told), "keep one of them")
        if not isinstance(value, str):
            return self.fault(place, key, "is no text", "it must be text in quotes")
        return self._out_of_file(value, place, file_key) if key.lower().endswith("_file") else value

    def _out_of_file(self, named: str, place: Place, key: str) -> object:
        path = self.source.home / named
        try:
            return path.read_text(encoding="utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError) as cause:
            why = "there is no such file" if isinstance(cause, FileNotFoundError) else "it cannot be read"
            return self.fault(place, key, f'names "{path}", but {why}', "write the secret into it, or name another")

    def fault(self, place: Place, key: str, wrong: str, may_be: str) -> object:
        self.source.fault(place, f"{self.section}.{key}" if self.section else key, wrong, may_be)
        return _WRONG


def _shown(told: object) -> str:
    if isinstance(told, bool):
        return str(told).lower()
    shown = f'"{told}"' if isinstance(told, str) else str(told)
    return shown if len(shown) <= 80 else shown[:77] + "..."
