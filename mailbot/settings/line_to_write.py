"""Which line of which file to change, and to what: told so that it can be copied."""

from __future__ import annotations

import re
from pathlib import Path

from mailbot.settings.sections import Settings


def line_to_write(settings: Settings, key: str, value: str) -> str:
    """``value`` as TOML. A key that is not told is written below the head of its section."""
    section, _, name = key.partition(".")
    place = settings.place(key)
    if place.source.startswith("MAILBOT_"):
        bare = value.strip('"')
        return f"set {place.source}={bare}"
    line = f"{name} = {value}"
    if _stands_at(Path(place.source), place.line, name):
        return f"change line {place.line} of {place.source} to: {line}"
    return f"write below [{section}], line {place.line} of {place.source}: {line}"


def _stands_at(file: Path, number: int, name: str) -> bool:
    lines = file.read_text(encoding="utf-8").splitlines()
    return 0 < number <= len(lines) and re.match(rf"\s*{name}\s*=", lines[number - 1]) is not None
