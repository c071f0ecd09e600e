"""Is our letter in the Sent folder?"""

from __future__ import annotations

import pytest
from keeping import DESK, account, letter

from mailbot.inbox.sent import find_sent, keeps_our_mail
from mailbot.inbox.trouble import Refused
from mailbot.tryout.servers import EmbeddedMailThread

ONE, TWO = "<one@example.net>", "<two@example.net>"


def test_letters_are_found_by_their_message_id(mail: EmbeddedMailThread) -> None:
    mail.append(DESK, letter("one"), folder="Sent")

    assert find_sent(account(mail), "Sent", [ONE, TWO]) == {ONE}


def test_an_id_that_is_only_part_of_another_is_not_found(mail: EmbeddedMailThread) -> None:
    mail.append(DESK, letter("twenty one"), folder="Sent")

    assert find_sent(account(mail), "Sent", ["one@example.net", "<e@example.net>"]) == set()


def test_a_folder_is_proved_to_keep_our_mail_when_all_we_sent_lies_in_it(mail: EmbeddedMailThread) -> None:
    mail.append(DESK, letter("one"), folder="Sent")
    mail.append(DESK, letter("two"), folder="Sent")

    assert keeps_our_mail(account(mail), "Sent", [ONE, TWO])


@pytest.mark.parametrize("known_sent", [[], [TWO], [ONE, TWO]])
def test_a_folder_is_not_proved_by_nothing_or_by_half(mail: EmbeddedMailThread, known_sent: list[str]) -> None:
    mail.append(DESK, letter("one"), folder="Sent")

    assert not keeps_our_mail(account(mail), "Sent", known_sent)


def test_a_folder_that_is_missing_keeps_nothing(mail: EmbeddedMailThread) -> None:
    assert not keeps_our_mail(account(mail), "Sent", [ONE])
    with pytest.raises(Refused, match="opening the folder Sent"):
        find_sent(account(mail), "Sent", [ONE])
