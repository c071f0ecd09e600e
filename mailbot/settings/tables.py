"""Files that hold one kind of entry over and over: ``[[helpline]]``, ``[[member]]``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from mailbot.settings.reader import Source, read_section
from mailbot.settings.toml_file import Table, TomlFile

T = TypeVar("T")


def read_entries(
    entry_type: type[T],
    name: str,
    file: TomlFile,
    source: Source,
    *,
    narrowed: Mapping[str, Any] | None = None,
    beside: tuple[str, ...] = (),
) -> tuple[T, ...]:
    """The entries without a fault, in the order of the file; a faulty one is named by its number and line.

    ``beside``: the sections that may stand in the same file, and are read by somebody else.
    """
    may = " and ".join((f"[[{name}]]", *(f"[{one}]" for one in beside)))
    for key in file.values:
        if key != name and key not in beside:
            source.fault(file.root().place(key), key, "is no setting", f"only {may} may stand in this file")
    entries = file.entries(name)
    if entries is None:
        source.fault(file.root().place(name), name, "is no list of entries", f"start each with [[{name}]]")
        return ()
    read = [_entry(entry_type, f"{name}[{nth}]", entry, source, narrowed) for nth, entry in enumerate(entries, start=1)]
    return tuple(one for one in read if one is not None)


def _entry(
    entry_type: type[T], numbered: str, entry: Table, source: Source, narrowed: Mapping[str, Any] | None
) -> T | None:
    source.places[numbered] = entry.place()
    # An entry has no environment variables of its own: which of the list would one mean?
    alone = Source({}, source.home, source.faults, source.places)
    return read_section(entry_type, numbered, entry, alone, narrowed=narrowed)
