"""Redirect mode: the letter goes to staff instead and says so."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from outbox_cast import a_send, make_composer

from mailbot.outbox.examples import EXAMPLES, MOMENT
from mailbot.outbox.redirect import redirected

NOTE = "Not sent: mailbot is in redirect mode. This letter was for: family."


@pytest.mark.parametrize("name", ["acknowledgement", "introduction"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_redirected_letter_goes_to_staff_alone_and_is_marked_everywhere(name: str, language: str) -> None:
    example = EXAMPLES[name][-1]
    message_id, raw = make_composer().render(a_send(example, language), "<a@example.com>", (), now=MOMENT)
    before = message_from_bytes(raw, policy=policy.default)
    after = message_from_bytes(redirected(raw, "dilys@example.org", "family"), policy=policy.default)
    assert after["To"] == "dilys@example.org"
    assert after["Subject"] == f"[family] {before['Subject']}"
    assert b"ada@example.com" not in after.as_bytes()
    assert after["Message-ID"] == message_id
    assert after["Reply-To"] is None
    assert after["Auto-Submitted"] == before["Auto-Submitted"]
    for kind in ("plain", "html"):
        was, now = before.get_body((kind,)), after.get_body((kind,))
        assert was is not None
        assert now is not None
        assert NOTE in now.get_content()
        assert len(now.get_content()) > len(was.get_content())
    assert after.get_body(("plain",)).get_content().startswith(NOTE)  # type: ignore[union-attr]
    assert after.defects == []
    assert all(
        line.count(b"\r") == line.count(b"\n") for line in redirected(raw, "d@example.org", "x").splitlines(True)
    )
