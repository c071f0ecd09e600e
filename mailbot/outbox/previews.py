"""Every email we may send, written into a folder to look at: a page, a text and one index of them all."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mailbot.casework.people import Party
from mailbot.casework.touchpoints import TOUCHPOINTS, Touchpoint
from mailbot.outbox.compose import Composed, Composer
from mailbot.outbox.examples import DAY, EXAMPLES

_PARTIES = {
    Party.FAMILY: "To families",
    Party.REFERRER: "To those who write for somebody else",
    Party.VOLUNTEER: "To volunteers",
    Party.STAFF: "To staff",
}
_LANGUAGES = {"en": "English", "cy": "Welsh", "en, cy": "English and Welsh"}
_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Every email that mailbot sends</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 60em; margin: 0 auto; padding: 20px; font: 17px/1.5 system-ui, sans-serif; }}
li {{ margin: 0 0 8px; }}
a {{ color: #0b4f8a; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #1e1e1e; color: #ededed; }} a {{ color: #8ec7ff; }} }}
small {{ display: block; }}
</style>
</head>
<body>
<main>
<h1>Every email that mailbot sends</h1>
<p>Filled with examples. Each opens as people get it, or as plain text.</p>
{parts}
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """One example of one email in one language; ``name`` is the file's, without its end."""

    name: str
    touchpoint: type[Touchpoint]
    letter: Composed


def previews(composer: Composer, today: date = DAY) -> Iterator[Preview]:
    """Every example of every email, in each of its languages, in the order of the timetable."""
    for kind in sorted(TOUCHPOINTS, key=lambda one: (list(_PARTIES).index(one.party), one.row, one.template())):
        for number, example in enumerate(EXAMPLES[kind.template()], 1):
            for language in kind.languages if not getattr(example, "bilingual", False) else kind.languages[:1]:
                letter = composer.compose(example, language, today)
                name = f"{kind.template()}-{number}-{letter.language.replace(', ', '-')}"
                yield Preview(name, kind, letter)


def write_previews(composer: Composer, folder: Path) -> int:
    """Into ``folder``, made when missing: ``index.html``, and two files for each. Returns how many emails there are.

    Files of other names are left alone. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = list(previews(composer))
    for one in written:
        (folder / f"{one.name}.html").write_text(one.letter.html, "utf-8")
        (folder / f"{one.name}.txt").write_text(f"Subject: {one.letter.subject}\n\n{one.letter.text}", "utf-8")
    parts = "\n".join(_part(party, [one for one in written if one.touchpoint.party is party]) for party in _PARTIES)
    (folder / "index.html").write_text(_INDEX.format(parts=parts), "utf-8")
    return len(written)


def _part(party: Party, written: list[Preview]) -> str:
    lines = "\n".join(_line(one) for one in written)
    return f"<h2>{_PARTIES[party]}</h2>\n<ul>\n{lines}\n</ul>" if written else ""


def _line(one: Preview) -> str:
    kind = one.touchpoint.template().replace("_", " ")
    language = _LANGUAGES.get(one.letter.language, one.letter.language)
    return (
        f'<li><a href="{one.name}.html">{html.escape(one.letter.subject)}</a>'
        f"<small>{kind}, row {one.touchpoint.row}, {language} "
        f'(<a href="{one.name}.txt">{kind} as text</a>)</small></li>'
    )
