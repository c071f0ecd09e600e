"""The try-out's story, played whole: what a newcomer sees first."""

from __future__ import annotations

from email import message_from_bytes
from pathlib import Path

import pytest

from mailbot.app.tryout import play
from mailbot.clock import monotonic


@pytest.mark.timeout(120)
def test_the_story_is_played_in_under_a_minute_and_leaves_every_email(tmp_path: Path) -> None:
    lines: list[str] = []
    began = monotonic()
    told = play(tmp_path, lines.append)
    assert monotonic() - began < 60
    eml, html = sorted(tmp_path.glob("*.eml")), sorted(tmp_path.glob("*.html"))
    assert len(eml) == len(html) == len(told.letters) > 30
    assert all(message_from_bytes(path.read_bytes())["Message-ID"] for path in eml)
    shown = "\n".join(lines)
    for seen in ("ada@example.com", "Eich neges atom", "URGENT", "We are sorry", "Did you speak?", "does not exist"):
        assert seen in shown
    ended = {(reference, one.kind.value): one.outcome for reference, one in told.promises}
    assert ended["R-1001", "first_contact"] == "kept"
    assert ended["R-1002", "first_contact"] == "kept"
    assert ended["R-1004", "concern"] == "resolved"
    assert ended["R-1003", "first_contact"] is None  # the one that was broken is still open: somebody must still call
    assert {reference for reference, _ in told.promises} >= {f"R-{number}" for number in range(1001, 1007)}
