"""What every command shares: how it is told where the settings are, how it speaks, and what its exit codes mean."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mailbot.clock import SystemClock, london
from mailbot.settings import Settings, SettingsWrong, default_config_folder, load


class Exit(IntEnum):
    """0 is all well; 2 is typer's, for a command that is written wrongly."""

    WELL = 0
    NOT_WELL = 1  # the command did its work and has something bad to tell
    USAGE = 2
    SETTINGS = 3  # the settings cannot be used
    RECORDS = 4  # the database is away, full, or has another schema
    SERVERS = 5  # a mail server cannot be reached or does not let us in


Config = Annotated[
    Path | None,
    typer.Option("--config", help="The config folder; else $MAILBOT_CONFIG, ./config, or what the package carries."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document, for a program to read.")]


def settings_at(config: Path | None, loading: Callable[[Path, os._Environ[str]], Settings] = load) -> Settings:
    """Raises SettingsWrong, which ``main`` tells."""
    return loading(config or default_config_folder(os.environ), os.environ)


def today() -> date:
    """London's day."""
    return london(SystemClock().now()).date()


def say(words: str | Text) -> None:
    """Plain words to the terminal: nothing in them is markup."""
    out().print(harmless(words) if isinstance(words, str) else words, markup=False, highlight=False, soft_wrap=True)


def complain(words: str) -> None:
    """To standard error, so that a program which reads our output is not confused."""
    Console(stderr=True, width=_width()).print(words, markup=False, highlight=False, soft_wrap=True, style="red")


def give_up(words: str, code: Exit) -> NoReturn:
    complain(words)
    raise typer.Exit(code)


def number_of(reference: str) -> int:
    """1042 for "R-1042", or for the number alone."""
    number = re.fullmatch(r"(?i)(?:R-)?(\d+)", reference.strip())
    if not number:
        give_up("A reference looks like R-1042.", Exit.USAGE)
    return int(number[1])


def give_up_settings(wrong: SettingsWrong) -> NoReturn:
    """Every fault with where it stands, outside of a command."""
    complain("The settings cannot be used:")
    for fault in wrong.faults:
        complain(f"  {fault}")
    raise SystemExit(Exit.SETTINGS) from None


def tell_json(value: Any) -> None:
    """On one line; where standard output does not speak Unicode, in JSON's own escapes."""
    is_unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    sys.stdout.write(json.dumps(value, ensure_ascii=not is_unicode, default=_jsonable) + "\n")


def tell_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """A table of plain words; nothing in a cell is markup."""
    table = Table(*columns, title=title or None, title_justify="left", header_style="bold", box=None, pad_edge=False)
    table.show_header = any(columns)
    for row in rows:
        table.add_row(*(Text(harmless(_words(cell))) for cell in row))
    out().print(table)


def harmless(words: str) -> str:
    """Words of strangers, without the control signs by which a terminal can be made to do things."""
    return words.translate(_CONTROLS)


_CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def out() -> Console:
    """Made anew each time, so that it writes wherever standard output goes now."""
    return Console(width=_width())


def moment_words(moment: datetime | None) -> str:
    """London wall time, to the minute."""
    return f"{london(moment):%a %d %b %H:%M}" if moment else ""


def _words(cell: object) -> str:
    if isinstance(cell, datetime):
        return moment_words(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def _width() -> int | None:
    return None if sys.stdout.isatty() else 160


def _jsonable(value: object) -> object:
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Path):
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
