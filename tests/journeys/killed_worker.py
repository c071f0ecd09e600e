"""A worker to be killed: for each job on a line of its input it forks a child that makes one pass of the real app.

Started once by ``test_killed``: a fork saves each child the second that importing takes. Where a child is to die by
itself, the app's parts are wrapped here; the deaths in the middle of SMTP come from the mail server's side.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from types import SimpleNamespace
from typing import Any, NoReturn

from neighbours import STAFF
from sqlalchemy import event

from mailbot.app import App, build
from mailbot.clock import WoundClock, london
from mailbot.flow import Flow
from mailbot.outbox.delivery import Delivery
from mailbot.outbox.post import Post
from mailbot.reading.letter import RawLetter
from mailbot.records.inbox_rows import InboxRows, LetterToOpen
from mailbot.settings import Settings
from mailbot.tryout.home import town_settings


class Point(StrEnum):
    """Where the process dies."""

    FETCHED = "after fetch"
    TAKEN_IN = "after take-in"
    BEFORE_FILING = "before file-away"
    MOVED = "after the move, before it is recorded"
    BEFORE_OPENING_COMMIT = "before the opening commit"
    OPENED = "after the opening commit"
    CLAIMED = "after the claim"
    BEFORE_DOT = "before the final dot"
    AFTER_DOT = "after the final dot"


BY_THE_SERVER = (Point.BEFORE_DOT, Point.AFTER_DOT)


@dataclass(frozen=True, slots=True)
class Job:
    """One pass at ``now`` (ISO 8601), dying at ``point`` ("" for one that lives)."""

    point: str
    now: str
    host: str
    imap_port: int
    smtp_port: int
    password: str
    database_url: str
    variables: dict[str, str]

    def settings(self) -> Settings:
        servers: Any = SimpleNamespace(
            host=self.host, imap_port=self.imap_port, smtp_port=self.smtp_port, password=self.password
        )
        day = london(self.clock().now()).date()
        return town_settings(servers, day=day, staff=STAFF, database_url=self.database_url, variables=self.variables)

    def clock(self) -> WoundClock:
        return WoundClock(datetime.fromisoformat(self.now))


def die() -> NoReturn:
    """As by a power cut: nothing is flushed, closed or rolled back."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("alive")


def main() -> None:
    for line in sys.stdin:
        job = Job(**json.loads(line))
        settings = job.settings()
        child = os.fork()
        if child == 0:
            one_pass(job, settings)
            os._exit(0)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def one_pass(job: Job, settings: Settings) -> None:
    app = build(settings, clock=job.clock())
    if job.point and Point(job.point) not in BY_THE_SERVER:
        doom(app, Point(job.point))
    app.once()


def doom(app: App, point: Point) -> None:
    """Wrap the parts so that the process dies at this point."""
    app.poller = replace(app.poller, keeper=DyingKeeper(app.keeper, point))
    app.flow = DyingFlow(**{one.name: getattr(app.flow, one.name) for one in fields(app.flow)})
    app.flow.point = point
    if point is Point.CLAIMED:
        app.flow.post = DyingPost(app.flow.post.account, app.flow.post.sender)


class DyingKeeper:
    """The keeper, until it is time."""

    def __init__(self, keeper: InboxRows, point: Point) -> None:
        self._keeper, self._point = keeper, point

    def take_in(self, letters: Sequence[RawLetter]) -> None:
        if self._point is Point.FETCHED:
            die()
        self._keeper.take_in(letters)
        if self._point is Point.TAKEN_IN:
            die()

    def to_file_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> list[int]:
        found = self._keeper.to_file_away(folder, uidvalidity, uids)
        if found and self._point is Point.BEFORE_FILING:
            die()
        return found

    def filed_away(self, folder: str, uidvalidity: int, uids: Sequence[int]) -> None:
        if self._point is Point.MOVED:
            die()
        self._keeper.filed_away(folder, uidvalidity, uids)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._keeper, name)


@dataclass
class DyingFlow(Flow):
    """The flow, until it is time."""

    point: Point | None = None

    def open_letter(self, waiting: LetterToOpen) -> bool:
        if self.point is Point.BEFORE_OPENING_COMMIT:
            event.listen(self.store.engine, "commit", lambda _: die())  # all is written, nothing is committed
        opened = Flow.open_letter(self, waiting)
        if self.point is Point.OPENED:
            die()
        return opened


class DyingPost(Post):
    """The post, dead as soon as it has a letter in its hands."""

    async def deliver(self, mail_id: int, message_id: str, recipient: str, raw: bytes) -> Delivery:
        die()


if __name__ == "__main__":
    main()
