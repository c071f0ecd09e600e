"""``config/helplines.toml``: numbers change, so each says who verified it and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from mailbot.outbox.helplines import Helpline
from mailbot.settings.kinds import MaybeWords, NotEmpty, Words
from mailbot.settings.reader import Source
from mailbot.settings.tables import read_entries
from mailbot.settings.toml_file import TomlFile

_ALLOWED = {
    "name": Words,
    "number": Words,
    "languages": Annotated[tuple[str, ...], NotEmpty()],
    "verified_on": date | None,
    "verified_by": MaybeWords,
}


def read_helplines(file: TomlFile, source: Source) -> tuple[Helpline, ...]:
    """All helplines, in the order of the file, verified or not."""
    return read_entries(Helpline, "helpline", file, source, narrowed=_ALLOWED)
