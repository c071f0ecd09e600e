"""A store on each database, the cast, and a world in which they have met."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailbot.records.store import Store
from mailbot.records.vault import Vault


@pytest.fixture
def store(database_url: str, vault: Vault) -> Iterator[Store]:
    opened = Store.open(database_url, vault)
    yield opened
    opened.close()
