"""What lies in the Sent folder since we last looked: headers alone, whatever the folder holds and however often it is
numbered anew. Nothing in it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailbot.inbox.login import Account, connect
from mailbot.inbox.mailbox import Mailbox, Opened, in_parts
from mailbot.inbox.trouble import Refused

AT_ONCE = 200  # mails in a part
MOST_AFTER_RENUMBERING = 2_000  # the newest of those since the day of the last look

HEADERS = ("from", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "reply-to",
           "auto-submitted", "x-auto-response-suppress", "precedence", "list-id", "content-type",
           "return-path")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Where the last look ended, and on which day it was made."""

    uidvalidity: int
    uidnext: int
    day: date


@dataclass(frozen=True, slots=True)
class SentHeaders:
    """``raw``: the headers that tell what is answered and to whom it went. ``arrived_at`` is the server's, in UTC."""

    arrived_at: datetime | None
    raw: bytes


@dataclass(frozen=True, slots=True)
class SentPart:
    """Some mails, and where the look has come to once they are dealt with."""

    mails: tuple[SentHeaders, ...]
    uidvalidity: int
    uidnext: int


def sent_since(account: Account, folder: str, known: Known | None) -> Iterator[SentPart]:
    """Part by part, oldest first. The first look ever tells only where the folder ends: its past is not read. A folder
    that is missing gives nothing. Raises ``MailboxTrouble``."""
    with Mailbox(connect(account)) as mailbox:
        try:
            opened = mailbox.open(folder)
        except Refused:  # no such folder, or not ours to open: then there is no evidence
            return
        if known is None:
            yield SentPart((), opened.uidvalidity, _end(mailbox, opened))
            return
        uids = _new(mailbox, opened, known)
        for part in in_parts(uids, AT_ONCE):
            yield SentPart(_headers(mailbox, part), opened.uidvalidity, part[-1] + 1)
        if not uids and opened.uidvalidity != known.uidvalidity:
            yield SentPart((), opened.uidvalidity, _end(mailbox, opened))


def _new(mailbox: Mailbox, opened: Opened, known: Known) -> list[int]:
    if opened.uidvalidity == known.uidvalidity:
        return mailbox.uids_from(known.uidnext) if opened.exists else []
    # a day earlier: the server's days may not be ours
    return mailbox.uids_since(known.day - timedelta(days=1))[-MOST_AFTER_RENUMBERING:]


def _end(mailbox: Mailbox, opened: Opened) -> int:
    if opened.uidnext:
        return opened.uidnext
    uids = mailbox.uids(opened.exists)
    return uids[-1] + 1 if uids else 1


def _headers(mailbox: Mailbox, uids: Sequence[int]) -> tuple[SentHeaders, ...]:
    arrived = {one.uid: one.arrived_at for one in mailbox.listed(uids)}
    return tuple(SentHeaders(arrived.get(uid), raw) for uid, raw in sorted(mailbox.headers(uids, HEADERS).items()))
