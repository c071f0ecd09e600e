"""Is our letter in the Sent folder? Evidence that an uncertain sending did happen (design rule 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.inbox.login import Account, connect
from mailbot.inbox.mailbox import Mailbox
from mailbot.inbox.trouble import Refused


def keeps_our_mail(account: Account, folder: str, known_sent: Iterable[str]) -> bool:
    """Is it proved that the folder keeps what we send? So it is when every one of ``known_sent`` (Message-IDs of
    letters that the SMTP server accepted a while ago, at least one) lies in it. Raises ``MailboxTrouble``."""
    asked = set(known_sent)
    try:
        return bool(asked) and find_sent(account, folder, asked) == asked
    except Refused:  # no such folder
        return False


def find_sent(account: Account, folder: str, message_ids: Iterable[str]) -> set[str]:
    """Those of ``message_ids`` (with their angle brackets) that lie in the folder. Raises ``MailboxTrouble``."""
    with Mailbox(connect(account)) as mailbox:
        mailbox.open(folder)
        return {message_id for message_id in message_ids if _lies_in(mailbox, message_id)}


def _lies_in(mailbox: Mailbox, message_id: str) -> bool:
    # SEARCH finds substrings, and some servers tokenise: only the header itself is proof.
    found = mailbox.with_message_id(message_id)
    return any(
        message_id in re.findall(r"<[^<>]*>", mailbox.message_id_of(uid).decode("ascii", "replace")) for uid in found
    )
