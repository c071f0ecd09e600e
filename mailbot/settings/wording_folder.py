"""``config/wording/*.toml`` becomes the ``Wording`` that letters are read with."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from mailbot.reading.words.wording import Wording
from mailbot.settings.fault import Place, SettingsFault
from mailbot.settings.fitted import likely_intents, likely_points, second_opinion
from mailbot.settings.toml_file import TomlFile, read_toml

MEND = "the head of each wording file shows how phrases are written"


def read_wording(folder: Path, faults: list[SettingsFault]) -> Wording | None:
    """All phrase lists, checked and compiled; None when one has a fault."""
    before = len(faults)
    files = {path.stem: read_toml(path, faults) for path in sorted(folder.glob("*.toml"))}
    if len(faults) > before:
        return None
    try:
        wording = _built(tuple((stem, (folder / f"{stem}.toml").read_text("utf-8")) for stem in files))
    except ValueError as cause:
        faults.append(_fault(folder, str(cause), files))
        return None
    return replace(
        wording, second_opinion=second_opinion(), likely_intents=likely_intents(), likely_points=likely_points()
    )


@lru_cache(maxsize=2)
def _built(texts: tuple[tuple[str, str], ...]) -> Wording:
    """Five thousand phrases take a third of a second: the same texts are compiled once in a process."""
    return Wording.from_tables({stem: tomllib.loads(text) for stem, text in texts})


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
