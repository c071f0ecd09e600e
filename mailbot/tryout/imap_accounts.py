"""Accounts and mailboxes in memory: pymap's, with the repairs that version 0.36 needs."""

from __future__ import annotations

import re
import ssl
from argparse import Namespace
from contextlib import suppress
from typing import Literal, Protocol

from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.mailbox import MailboxData, MailboxSet, Message
from pymap.concurrent import Event
from pymap.exceptions import InvalidAuth
from pymap.mime import MessageContent
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials import ObjectId
from pymap.selected import SelectedMailbox
from pysasl import SASLAuth
from pysasl.creds.external import ExternalVerificationRequired
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import Cleartext
from pysasl.identity import ClearIdentity

from mailbot.clock import SystemClock

_PARSED_BELOW = 64 << 10  # bytes


class DoorKeeper(Protocol):
    """Who may log in: asked anew at each login."""

    password: str

    def lets_in(
        self, door: Literal["imap", "smtp"], *, password: str = "", user: str = "", token: str = ""
    ) -> bool: ...


class Accounts(Protocol):
    """The mailboxes, and whose they are."""

    owner: DoorKeeper

    def ensure(self, address: str) -> MailboxSet: ...


class OpenLogin(Login):
    """Any address is an account; all share one password, read anew at each login."""

    def __init__(self, config: Config, accounts: Accounts) -> None:
        super().__init__(config)
        self._accounts = accounts

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        address = credentials.authcid or credentials.authzid
        if not self._right(address, credentials):
            raise InvalidAuth()
        self._accounts.ensure(address)
        return Identity(address, self, None, frozenset())

    def _right(self, address: str, credentials: ServerCredentials) -> bool:
        owner = self._accounts.owner
        try:
            right = credentials.verify(ClearIdentity(address, owner.password))
        except ExternalVerificationRequired as bearer:  # XOAUTH2
            return owner.lets_in("imap", user=address, token=bearer.token or "-")
        return right and owner.lets_in("imap", password=owner.password)


class _Config(Config):
    @property
    def tls_auth(self) -> SASLAuth:
        return SASLAuth.named([b"PLAIN", b"LOGIN", b"XOAUTH2"])

    @property
    def initial_auth(self) -> SASLAuth:
        return self.tls_auth

    @property
    def greeting(self) -> bytes:
        return b"embedded.test ready"  # pymap's own asks the resolver for this machine's name


def imap_config(tls: ssl.SSLContext | None) -> Config:
    options = Namespace(debug=False, passlib_cfg=None, proxy_protocol=None, inherited_sockets=None)
    return _Config(
        options,
        host=None,
        port=0,
        tls_enabled=tls is not None,
        ssl_context=tls,
        hash_context=Cleartext(),
        invalid_user_sleep=0.0,
        reject_dnsbl=False,
        demo_data=False,
        demo_user="",
        demo_password="",
    )


class _Mailbox(MailboxData):
    """A mailbox that tells an IDLE client what changed just before the IDLE began, and stores any bytes whatever."""

    async def append(self, append_msg: AppendMessage, *, recent: bool = False) -> Message:
        content = _content(append_msg.literal)
        async with self.messages_lock.write_lock():
            self._max_uid = uid = self._max_uid + 1
            self._messages[uid] = message = Message(
                uid,
                append_msg.when or SystemClock().now(),
                append_msg.flag_set,
                email_id=self._content_cache.add(content),
                thread_id=self._thread_cache.add(content),
                recent=recent,
                content=content,
            )
            self._mod_sequences.update([uid])
            self._updated.set()
        return message

    async def update_selected(self, selected: SelectedMailbox, *, wait_on: Event | None = None) -> SelectedMailbox:
        # pymap would wait for the next change first, and report the earlier one only at DONE.
        if selected.mod_sequence is not None and selected.mod_sequence < self._mod_sequences.highest:
            wait_on = None
        return await super().update_selected(selected, wait_on=wait_on)


def _content(raw: bytes) -> MessageContent:
    """pymap's view of the message. It parses MIME by the ``email`` package, which real letters make raise or take
    seconds: such a letter, or a large one, is shown as its headers' ids and opaque bytes."""
    if len(raw) <= _PARSED_BELOW:
        with suppress(IndexError, AttributeError, ValueError, LookupError, TypeError, RecursionError):
            return MessageContent.parse(raw)
    ids = re.findall(rb"^Message-ID:.*\r?\n", raw[:_PARSED_BELOW], re.IGNORECASE | re.MULTILINE)
    content = MessageContent.parse(b"".join(ids[:1]) + b"\r\n")
    content._raw = memoryview(raw)
    return content


class Mailboxes(MailboxSet):
    """The mailboxes of one account, all of them our own kind."""

    def __init__(self) -> None:
        super().__init__()
        self._inbox = _Mailbox(self._content_cache, self._thread_cache)

    async def add_mailbox(self, name: str) -> ObjectId:
        await super().add_mailbox(name)
        self._set[name] = mailbox = _Mailbox(self._content_cache, self._thread_cache)
        return mailbox.mailbox_id
