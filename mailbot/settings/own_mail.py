"""What our own mail is known by, from the settings: the signed reply address, and what reading must know of us."""

from __future__ import annotations

from mailbot.outbox.reply_address import ReplyAddress
from mailbot.reading.reader import Reader
from mailbot.settings.sections import Settings


def build_reader(settings: Settings) -> Reader:
    """What reading must know of us."""
    reply = reply_address(settings)
    return Reader(
        own_addresses=frozenset({settings.service.address.lower()}),
        is_own_message_id=reply.is_own_message_id,
        authserv_id=settings.mailbox.authserv_id,
    )


def reply_address(settings: Settings) -> ReplyAddress:
    return ReplyAddress(settings.reply.secret.encode(), settings.service.address, settings.reply.plus)
