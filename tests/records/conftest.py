"""A store on each database in turn, and a small desk on top of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_of_tests import DeskOfTests

from mailbot.records.store import Store
from mailbot.records.vault import Vault


@pytest.fixture
def store(database_url: str, vault: Vault) -> Iterator[Store]:
    opened = Store.open(database_url, vault)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> DeskOfTests:
    return DeskOfTests(store)


@pytest.fixture
def sqlite_desk(sqlite_url: str, vault: Vault) -> Iterator[DeskOfTests]:
    """For what does not depend on the database."""
    opened = Store.open(sqlite_url, vault)
    yield DeskOfTests(opened)
    opened.close()
