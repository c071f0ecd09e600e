"""The README's "When something goes wrong", line by line: bad input gets a clear answer, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from neighbours import ADA, ADAS_LETTER, DILYS, GWEN, OWEN, MakeTown, open_referrals, reasons
from sqlalchemy import event

from mailbot.inbox.trouble import LoginRefused
from mailbot.records.errors import RecordsAway, RecordsFull
from mailbot.tryout.town import Town

HEAD = (
    f"From: Ada Bright <{ADA.address}>\r\nTo: befriending@example.org\r\nSubject: Hello\r\n"
    "Message-ID: <odd@example.com>\r\nMIME-Version: 1.0\r\n"
)
WORDS = ADAS_LETTER.replace("\n", "\r\n")


def test_a_wrong_password_leaves_every_letter_where_it_is(town: Town) -> None:
    right = town.mail.password
    town.writes(ADA, ADAS_LETTER)
    town.mail.change_password("a new one")
    with pytest.raises(LoginRefused, match="does not accept the password"):
        town.poller.once()
    assert len(town.mail.messages(town.address)) == 1
    town.mail.change_password(right)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1


def test_trouble_with_the_mailbox_is_told_to_the_lead_once_a_day(town: Town) -> None:
    for _ in range(3):
        town.flow.tell_of_trouble("the server does not accept the password")
        town.settle()
    assert len(town.got(OWEN, "staff_task")) == 1


def test_a_database_that_is_away_leaves_every_letter_on_the_server(town: Town, tmp_path: Path) -> None:
    town.writes(ADA, ADAS_LETTER)
    with _database_away(town, tmp_path / "mailbot.db"), pytest.raises(RecordsAway):
        town.poller.once()
    assert len(town.mail.messages(town.address)) == 1
    assert town.got(ADA) == []
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1


def test_a_full_disk_half_opens_nothing(town: Town) -> None:
    town.writes(ADA, ADAS_LETTER)
    town.poller.once()  # taken in while there was room
    with _disk_full(town):
        town.writes(GWEN, "A long letter. " * 20_000)
        with pytest.raises(RecordsFull, match="nothing was written"):
            town.poller.once()
    assert open_referrals(town) == ()
    assert len(town.mail.messages(town.address)) == 1
    town.settle()
    assert len(open_referrals(town)) == 1
    assert len(town.got(ADA, "acknowledgement")) == len(town.got(GWEN)) == 1


def test_a_letter_of_sixty_megabytes_is_answered_and_staff_learn_what_was_not_read(town: Town) -> None:
    attachment = ("QUJD" * 19 + "\r\n") * 790_000
    town.deliver(_with_attachments(attachment, 1).encode(), ADA.address)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    assert any("not read" in one.text for one in town.got(DILYS, "staff_task"))
    assert len(town.mail.messages(town.address, "Processed")) == 1


def test_a_letter_of_ten_thousand_parts_is_answered_and_staff_learn_what_was_not_read(town: Town) -> None:
    town.deliver(_with_attachments("QUJD\r\n", 10_000).encode(), ADA.address)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1
    assert any("not read" in one.text for one in town.got(DILYS, "staff_task"))


def test_a_letter_in_a_charset_that_does_not_exist_is_read_like_any_other(town: Town) -> None:
    head = HEAD + "Content-Type: text/plain; charset=x-klingon\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    town.deliver((head + WORDS).encode(), ADA.address)
    town.settle()
    (one,) = open_referrals(town)
    assert one.phones == ("+447700900118",)
    assert len(town.got(ADA, "acknowledgement")) == 1


def test_after_a_change_of_uidvalidity_no_letter_is_answered_twice(town: Town) -> None:
    town.mail.refuse_folder("Processed")  # so that the letter stays where it was
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    town.mail.reset_uidvalidity(town.address)
    town.writes(GWEN, ADAS_LETTER.replace("Ada Bright", "Gwen Parry").replace("900118", "900119"))
    town.settle()
    assert len(town.mail.messages(town.address)) == 2
    assert len(town.got(ADA, "acknowledgement")) == len(town.got(GWEN, "acknowledgement")) == 1
    assert len(open_referrals(town)) == 2


def test_a_server_that_says_later_for_two_days_gets_the_letter_in_the_end(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.mail.smtp_hook = lambda envelope: "451 4.3.0 try again later"
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=2)
    assert town.arrived == []
    town.mail.smtp_hook = None
    town.wind(hours=3)
    assert len(town.got(ADA, "acknowledgement")) == 1


def test_a_server_that_says_later_for_ever_is_told_to_staff(make_town: MakeTown) -> None:
    town = make_town(volunteers=())
    town.mail.refuse_recipients[ADA.address] = "451 4.2.2 mailbox full"
    town.writes(ADA, ADAS_LETTER)
    town.wind(days=town.flow.office.policy.retry_days, hours=3)
    assert town.got(ADA) == []
    assert "acknowledgement_failed" in reasons(town)


def test_the_first_start_on_three_years_of_mail_answers_none_of_it(town: Town) -> None:
    for months in range(1, 37):
        old = town.clock.now() - timedelta(days=30 * months)
        town.deliver(_plain(f"<old.{months}@example.com>", WORDS), ADA.address, arrived_at=old)
    fear = "I cannot go on. I have the tablets here and tonight I will end it."
    ten_days_ago = town.clock.now() - timedelta(days=10)
    town.deliver(_plain("<fear@example.net>", fear), GWEN.address, arrived_at=ten_days_ago)
    town.settle()
    assert open_referrals(town) == ()
    assert town.got(ADA) == town.got(GWEN) == []
    assert town.pages()  # but what may be a danger is read now
    town.writes(ADA, ADAS_LETTER)
    town.settle()
    assert len(town.got(ADA, "acknowledgement")) == 1


def _plain(message_id: str, words: str) -> bytes:
    head = HEAD.replace("<odd@example.com>", message_id)
    return f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{words}".encode()


def _with_attachments(content: str, how_many: int) -> str:
    part = (
        "--part\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=photo.bin\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{content}\r\n"
    )
    text = f"--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{WORDS}\r\n"
    head = HEAD + "Content-Type: multipart/mixed; boundary=part\r\n\r\n"
    return head + text + part * how_many + "--part--\r\n"


@contextmanager
def _database_away(town: Town, file: Path) -> Iterator[None]:
    """Nothing that can be opened lies where the database was."""
    town.flow.store.close()
    aside = file.rename(file.with_suffix(".aside"))
    file.mkdir()
    yield
    town.flow.store.close()
    file.rmdir()
    aside.rename(file)


@contextmanager
def _disk_full(town: Town) -> Iterator[None]:
    """The database may not grow by a single page."""
    engine = town.flow.store.engine
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def bound(connection: Any, _: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    engine.dispose()
    event.listen(engine, "connect", bound)
    yield
    event.remove(engine, "connect", bound)
    engine.dispose()
