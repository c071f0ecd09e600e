"""Wires a town to the real parts, for the try-out and the journeys. Needs the extra ``tryout`` (embedded servers)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from mailbot.app import build
from mailbot.casework.people import StaffMember
from mailbot.clock import WoundClock, london
from mailbot.tryout import story
from mailbot.tryout.home import town_settings
from mailbot.tryout.servers import EmbeddedMailThread
from mailbot.tryout.town import Town


def play(folder: Path, tell: Callable[[str], None]) -> story.Told:
    """The story from beginning to end, on servers and a database of its own; the emails are left in ``folder``."""
    clock = WoundClock(story.START)
    with TemporaryDirectory(prefix="mailbot-tryout-") as kept, EmbeddedMailThread(clock=clock) as mail:
        town = open_town(Path(kept), mail, clock=clock, staff=story.STAFF)
        try:
            return story.play(town, folder, tell)
        finally:
            town.close()


def open_town(
    folder: Path,
    mail: EmbeddedMailThread,
    *,
    clock: WoundClock,
    staff: Sequence[StaffMember],
    database_url: str = "",
    variables: Mapping[str, str] | None = None,
) -> Town:
    """A town on these mail servers that goes by ``clock``; everything it keeps lies in ``folder``."""
    pages = folder / "pages.txt"
    settings = town_settings(
        mail,
        day=london(clock.now()).date(),
        staff=staff,
        pages_file=pages,
        variables=variables,
        database_url=database_url or f"sqlite:///{folder / 'mailbot.db'}",
    )
    app = build(settings, clock=clock)
    app.store.upgrade()
    return Town(mail, app.flow, app.poller, clock, settings.service.address, pages)
