"""Fixtures: embedded mail servers (``mail`` plain, ``tls_mail`` with a certificate), fresh for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mailbot.tryout.servers import EmbeddedMailThread


@pytest.fixture
def mail() -> Iterator[EmbeddedMailThread]:
    with EmbeddedMailThread() as servers:
        yield servers


@pytest.fixture
def tls_mail() -> Iterator[EmbeddedMailThread]:
    with EmbeddedMailThread(tls=True) as servers:
        yield servers
