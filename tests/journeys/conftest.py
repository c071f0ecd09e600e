"""The town of the journeys: Tuesday morning, Dilys and Owen at their desks, Ben and Carys ready to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from neighbours import STAFF, MakeTown, settle_in

from mailbot.app.tryout import open_town
from mailbot.clock import WoundClock
from mailbot.tryout.servers import EmbeddedMailThread
from mailbot.tryout.town import Town

TUESDAY = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)


@pytest.fixture
def make_town(tmp_path: Path) -> Iterator[MakeTown]:
    """Opens towns: ``volunteers`` by name (Ben and Carys unless said otherwise), ``start``, ``variables`` ..."""
    with ExitStack() as stack:

        def make(
            *,
            start: datetime = TUESDAY,
            volunteers: tuple[str, ...] = ("ben", "carys"),
            variables: dict[str, str] | None = None,
            database_url: str = "",
        ) -> Town:
            clock = WoundClock(start)
            mail = stack.enter_context(EmbeddedMailThread(clock=clock))
            town = open_town(tmp_path, mail, clock=clock, staff=STAFF, variables=variables, database_url=database_url)
            stack.callback(town.close)
            settle_in(town, volunteers)
            return town

        yield make


@pytest.fixture
def town(make_town: MakeTown) -> Town:
    return make_town()
