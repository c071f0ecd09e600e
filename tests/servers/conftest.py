"""One Dovecot and Postfix for the whole session; each test uses an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from mailstack import MailStack


@pytest.fixture(scope="session")
def stack() -> Iterator[MailStack]:
    with MailStack() as servers:
        yield servers
