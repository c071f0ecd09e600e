"""What lies in the Sent folder since the last look."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from keeping import DESK, MONDAY, account, letter

from mailbot.inbox.sent_since import Known, SentPart, sent_since
from mailbot.tryout.servers import EmbeddedMailThread

LONG_AGO = datetime(2024, 3, 4, 12, 0, tzinfo=UTC)


def subjects(parts: list[SentPart]) -> list[str]:
    found = []
    for part in parts:
        for mail in part.mails:
            assert b"Hello." not in mail.raw  # nobody's words
            found += [line[9:].decode() for line in mail.raw.splitlines() if line.lower().startswith(b"subject: ")]
    return found


def look(mail: EmbeddedMailThread, known: Known | None) -> list[SentPart]:
    return list(sent_since(account(mail), "Sent", known))


def after(parts: list[SentPart]) -> Known:
    return Known(parts[-1].uidvalidity, parts[-1].uidnext, MONDAY.date())


def test_the_first_look_tells_only_where_the_folder_ends(mail: EmbeddedMailThread) -> None:
    for number in range(3):
        mail.append(DESK, letter(f"old {number}"), folder="Sent")
    first = look(mail, None)
    assert subjects(first) == []
    assert look(mail, after(first)) == []
    mail.append(DESK, letter("new"), folder="Sent")
    assert subjects(look(mail, after(first))) == ["new"]


def test_an_empty_folder_is_looked_at_from_its_beginning(mail: EmbeddedMailThread) -> None:
    mail.append(DESK, letter("gone"), folder="Sent")
    mail.remove(DESK, [1], folder="Sent")
    first = look(mail, None)
    assert look(mail, after(first)) == []
    mail.append(DESK, letter("new"), folder="Sent")
    assert subjects(look(mail, after(first))) == ["new"]


def test_many_come_in_parts_each_with_the_mark_that_follows_it(
    mail: EmbeddedMailThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailbot.inbox.sent_since.AT_ONCE", 2)
    mail.append(DESK, letter("old"), folder="Sent")
    first = look(mail, None)
    for number in range(5):
        mail.append(DESK, letter(f"new {number}"), folder="Sent")
    parts = look(mail, after(first))
    assert [len(part.mails) for part in parts] == [2, 2, 1]
    assert subjects(look(mail, after(parts[:1]))) == ["new 2", "new 3", "new 4"]


def test_after_a_change_of_uidvalidity_only_what_was_sent_since_the_last_look_is_given(
    mail: EmbeddedMailThread,
) -> None:
    mail.append(DESK, letter("long ago"), LONG_AGO, folder="Sent")
    first = look(mail, None)
    mail.append(DESK, letter("on that day"), MONDAY, folder="Sent")
    mail.reset_uidvalidity(DESK, "Sent")
    again = look(mail, after(first))
    assert subjects(again) == ["on that day"]
    assert again[-1].uidvalidity != first[-1].uidvalidity
    assert look(mail, after(again)) == []


def test_nothing_sent_since_a_change_of_uidvalidity_still_tells_where_it_ends(mail: EmbeddedMailThread) -> None:
    mail.append(DESK, letter("long ago"), LONG_AGO, folder="Sent")
    first = look(mail, None)
    mail.reset_uidvalidity(DESK, "Sent")
    again = look(mail, after(first))
    assert subjects(again) == []
    assert look(mail, after(again)) == []


def test_a_folder_that_is_missing_gives_nothing(mail: EmbeddedMailThread) -> None:
    assert list(sent_since(account(mail), "Gesendet", None)) == []
