"""``mailbot preview`` shows any email without a database, a server or a finished configuration."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands_given import Mailbot
from config_folder import Folder

from mailbot.casework.touchpoints import TOUCHPOINTS


@pytest.mark.parametrize(("language", "word"), [("en", "Hello Ada"), ("cy", "Ada")])
def test_an_email_is_shown_in_its_language(mailbot: Mailbot, folder: Folder, language: str, word: str) -> None:
    told = mailbot("preview", "acknowledgement", "--language", language)
    assert told.code == 0
    assert told.out.startswith("Subject: ")
    assert word in told.out


def test_the_html_goes_into_a_file(mailbot: Mailbot, folder: Folder, tmp_path: Path) -> None:
    assert mailbot("preview", "offer_made", "--html", "offer.html").code == 0
    assert (tmp_path / "offer.html").read_text().lower().startswith("<!doctype html")


def test_all_emails_go_into_a_folder_with_an_index(mailbot: Mailbot, folder: Folder, tmp_path: Path) -> None:
    told = mailbot("preview", "--all", "emails")
    assert told.code == 0
    index = (tmp_path / "emails" / "index.html").read_text()
    linked = re.findall(r'href="([^"]+)"', index)
    assert {kind.template() for kind in TOUCHPOINTS} <= {name.partition("-")[0] for name in linked}
    assert all((tmp_path / "emails" / name).stat().st_size > 100 for name in linked)


def test_neither_one_email_nor_a_folder_is_no_preview(mailbot: Mailbot, folder: Folder) -> None:
    assert mailbot("preview").code == 2
    assert mailbot("preview", "digest", "--all", "emails").code == 2


def test_an_email_that_is_not_there_is_answered_with_those_that_are(mailbot: Mailbot) -> None:
    told = mailbot("preview", "greeting")
    assert told.code == 2
    assert "acknowledgement, briefing" in told.err


def test_a_language_that_an_email_does_not_have_is_told(mailbot: Mailbot) -> None:
    told = mailbot("preview", "digest", "--language", "cy")
    assert told.code == 2
    assert "digest is written in en" in told.err
