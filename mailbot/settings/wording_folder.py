"""``config/wording/*.toml`` becomes the ``Wording`` that letters are read with."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from mailbot.reading.words.wording import Wording
from mailbot.settings.fault import Place, SettingsFault
from mailbot.settings.second_opinion import second_opinion
from mailbot.settings.toml_file import TomlFile, read_toml

MEND = "the head of each wording file shows how phrases are written"


def read_wording(folder: Path, faults: list[SettingsFault]) -> Wording | None:
    """All phrase lists, checked and compiled; None when one has a fault."""
    before = len(faults)
    files = {path.stem: read_toml(path, faults) for path in sorted(folder.glob("*.toml"))}
    if len(faults) > before:
        return None
    try:
        wording = Wording.from_tables({stem: _tables(file) for stem, file in files.items()})
    except ValueError as cause:
        faults.append(_fault(folder, str(cause), files))
        return None
    return replace(wording, second_opinion=second_opinion())


def _tables(file: TomlFile) -> dict[str, object]:
    return dict(file.values)


def _fault(folder: Path, cause: str, files: dict[str, TomlFile]) -> SettingsFault:
    """The cause begins with the file's stem; the first section it names is where to look."""
    stem, _, wrong = cause.partition(":")
    path = folder / f"{stem}.toml"
    file = files.get(stem)
    line = 0
    for name in re.findall(r"\w+", wrong) if file else ():
        assert file is not None
        line = file.lines.get((name, 0), {}).get("", 0) or file.lines[("", 0)].get(name, 0)
        if line:
            break
    return SettingsFault(Place(str(path), line), f"wording.{stem}", wrong.strip() or cause, MEND)
