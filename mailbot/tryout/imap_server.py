"""An IMAP server in memory: pymap, with the work-arounds that version 0.36 needs and faults one can ask for."""

from __future__ import annotations

import asyncio
import re
import ssl
from argparse import Namespace
from collections.abc import Iterable
from contextlib import AsyncExitStack, closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple, cast

from proxyprotocol.reader import ProxyProtocolReader
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.filter import FilterSet
from pymap.backend.dict.mailbox import MailboxData, MailboxSet, Message
from pymap.concurrent import Event
from pymap.config import IMAPConfig
from pymap.context import connection_exit
from pymap.exceptions import InvalidAuth, NotAllowedError, NotSupportedError
from pymap.imap import IMAPConnection, IMAPServer
from pymap.imap.state import ConnectionState
from pymap.interfaces.login import LoginInterface
from pymap.mime import MessageContent
from pymap.parsing.command.auth import SelectCommand
from pymap.parsing.command.select import ExpungeCommand, FetchCommand, IdleCommand, MoveCommand
from pymap.parsing.message import AppendMessage
from pymap.parsing.response.code import Capability
from pymap.parsing.specials import ObjectId
from pymap.parsing.specials.flag import Flag
from pymap.selected import SelectedMailbox
from pymap.user import UserMetadata
from pysasl import SASLAuth
from pysasl.creds.external import ExternalVerificationRequired
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import Cleartext
from pysasl.identity import ClearIdentity

from mailbot.clock import SystemClock

_PARSED_BELOW = 64 << 10  # bytes


class Spoil(StrEnum):
    """What the server does when the body of a spoilt letter is fetched; each was seen on a real server."""

    REFUSE = "refuse"  # answers NO to the whole command
    LEAVE_OUT = "leave out"  # answers OK and says nothing of it
    HANG_UP = "hang up"  # drops the connection


class Stored(NamedTuple):
    """A letter as it lies on the server; ``arrived_at`` is its INTERNALDATE."""

    uid: int
    flags: frozenset[str]
    arrived_at: datetime
    raw: bytes


@dataclass(slots=True)
class Faults:
    """What the server shall do wrong; may be changed while it runs."""

    missing_capabilities: set[bytes] = field(default_factory=set)
    spoilt: dict[tuple[str, int], Spoil] = field(default_factory=dict)  # (folder, UID) of any account
    refused_folders: set[str] = field(default_factory=set)


class InMemoryImap:
    """The accounts and their mailboxes, and a server for them in the running event loop."""

    def __init__(self, *, password: str, tokens: dict[str, str], faults: Faults, tls: ssl.SSLContext | None) -> None:
        self.password = password
        self.tokens = tokens
        self.faults = faults
        self._tls = tls
        self._config = _config(tls)
        self._login = _OpenLogin(self._config, self)
        self._writers: set[asyncio.StreamWriter] = set()

    async def listen(self, host: str, port: int = 0, *, implicit_tls: bool = False) -> asyncio.Server:
        """Serve on ``port`` (0: any free one), with STARTTLS when there is a certificate."""
        config = _config(None) if implicit_tls else self._config
        server = _FaultyServer(self._login, config, self.faults)
        callback = ProxyProtocolReader(config.proxy_protocol).get_callback(server)

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._writers = {known for known in self._writers if not known.is_closing()} | {writer}
            await callback(reader, cast(asyncio.StreamWriter, _WholeResponses(writer)))

        return await asyncio.start_server(serve, host, port, ssl=self._tls if implicit_tls else None)

    def hang_up(self) -> None:
        """Drop every connection without a word."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def ensure(self, address: str) -> MailboxSet:
        """The mailboxes of ``address``, made when there are none."""
        if address not in self._config.set_cache:
            self._config.set_cache[address] = (_Mailboxes(), FilterSet())
            self._login.users_dict[address] = UserMetadata(self._config, address, password=self.password)
        return self._config.set_cache[address][0]

    async def folder(self, address: str, name: str) -> MailboxData:
        """The folder, made when it is missing."""
        mailboxes = self.ensure(address)
        try:
            return await mailboxes.get_mailbox(name)
        except KeyError:
            await mailboxes.add_mailbox(name)
            return await mailboxes.get_mailbox(name)

    async def folder_names(self, address: str) -> list[str]:
        """Every folder of the account, INBOX first."""
        return [entry.name for entry in (await self.ensure(address).list_mailboxes()).list()]

    async def append(self, address: str, folder: str, raw: bytes, arrived_at: datetime, flags: Iterable[str]) -> int:
        """Place a letter; returns its UID."""
        mailbox = await self.folder(address, folder)
        letter = AppendMessage(raw, arrived_at, frozenset(Flag(flag.encode()) for flag in flags))
        return (await mailbox.append(letter, recent=True)).uid

    async def stored(self, address: str, folder: str) -> list[Stored]:
        """Everything in the folder, by UID."""
        mailbox = await self.folder(address, folder)
        return [
            Stored(
                message.uid,
                frozenset(str(flag) for flag in message.permanent_flags),
                message.internal_date,
                bytes(message._content or b""),
            )
            async for message in mailbox.messages()
        ]

    async def remove(self, address: str, folder: str, uids: Iterable[int]) -> None:
        """Take letters away, as a person at another client would."""
        await (await self.folder(address, folder)).delete(list(uids))

    async def reset_uidvalidity(self, address: str, folder: str) -> None:
        """Number the folder anew: another UIDVALIDITY, and UIDs from 1, as after a server was rebuilt."""
        mailbox = await self.folder(address, folder)
        letters = [letter async for letter in mailbox.messages()]
        mailbox._uid_validity += 1
        mailbox._max_uid = 0
        mailbox._messages.clear()
        for letter in letters:
            mailbox._max_uid += 1
            mailbox._messages[mailbox._max_uid] = type(letter).copy(letter, uid=mailbox._max_uid)
        mailbox._mod_sequences.update(list(mailbox._messages))


# ------------------------------------------------------------------------------------------------ logging in


class _OpenLogin(Login):
    """Any address is an account; all share one password, read anew at each login."""

    def __init__(self, config: Config, accounts: InMemoryImap) -> None:
        super().__init__(config)
        self._accounts = accounts

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        address = credentials.authcid or credentials.authzid
        if not self._right(address, credentials):
            raise InvalidAuth()
        self._accounts.ensure(address)
        return Identity(address, self, None, frozenset())

    def _right(self, address: str, credentials: ServerCredentials) -> bool:
        try:
            return credentials.verify(ClearIdentity(address, self._accounts.password))
        except ExternalVerificationRequired as bearer:  # XOAUTH2
            return bearer.token is not None and bearer.token == self._accounts.tokens.get(address)


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


def _config(tls: ssl.SSLContext | None) -> Config:
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


# ------------------------------------------------------------------------------------------------- mailboxes


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


class _Mailboxes(MailboxSet):
    """The mailboxes of one account, all of them our own kind."""

    def __init__(self) -> None:
        super().__init__()
        self._inbox = _Mailbox(self._content_cache, self._thread_cache)

    async def add_mailbox(self, name: str) -> ObjectId:
        await super().add_mailbox(name)
        self._set[name] = mailbox = _Mailbox(self._content_cache, self._thread_cache)
        return mailbox.mailbox_id


# ------------------------------------------------------------------------------------------------ connections


class _WholeResponses:
    """A writer that sends a response whole: pymap writes it in small pieces, each of which would be a segment."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._held = bytearray()

    def write(self, data: bytes) -> None:
        self._held += data

    def writelines(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            self._held += piece

    async def drain(self) -> None:
        self._flush()
        await self._writer.drain()

    async def start_tls(self, context: ssl.SSLContext) -> None:
        await self.drain()
        await self._writer.start_tls(context)

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writer, name)

    def _flush(self) -> None:
        if self._held:
            self._writer.write(bytes(self._held))
            self._held.clear()


class _FaultyServer(IMAPServer):
    """pymap's server, but each connection knows the faults."""

    __slots__ = ["_faults"]

    def __init__(self, login: Login, config: Config, faults: Faults) -> None:
        super().__init__(login, config)
        self._faults = faults

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sock_info: SocketInfo) -> None:
        connection = IMAPConnection(self.commands, self._config, reader, writer, sock_info)
        async with AsyncExitStack() as stack:
            connection_exit.set(stack)
            stack.enter_context(closing(connection))
            await connection.run(_FaultyState(self._login, self._config, self._faults, writer))


class _FaultyState(ConnectionState):
    """One connection's conversation, with the faults that were asked for."""

    def __init__(self, login: LoginInterface, config: IMAPConfig, faults: Faults, writer: asyncio.StreamWriter) -> None:
        super().__init__(login, config)
        self._faults = faults
        self._writer = writer

    @property
    def capability(self) -> Capability:
        told = super().capability.capabilities
        return Capability([name for name in told if name not in self._faults.missing_capabilities])

    async def do_idle(self, cmd: IdleCommand) -> Any:
        self._needs(b"IDLE")
        return await super().do_idle(cmd)

    async def do_move(self, cmd: MoveCommand) -> Any:
        self._needs(b"MOVE")
        self._opens(cmd.mailbox)
        return await super().do_move(cmd)

    async def do_expunge(self, cmd: ExpungeCommand) -> Any:
        if cmd.uid_set is not None:
            self._needs(b"UIDPLUS")
        return await super().do_expunge(cmd)

    async def do_select(self, cmd: SelectCommand) -> Any:
        self._opens(cmd.mailbox)
        return await super().do_select(cmd)

    async def do_fetch(self, cmd: FetchCommand) -> Any:
        spoilt = self._spoilt_among(cmd) if any(b"BODY" in attribute.value for attribute in cmd.attributes) else {}
        if Spoil.HANG_UP in spoilt.values():
            self._writer.transport.abort()
        if Spoil.REFUSE in spoilt.values():
            raise NotSupportedError("Could not read the message.")
        sequences = {seq for seq, kept in self.selected.messages.get_all(cmd.sequence_set) if kept.uid in spoilt}
        response, updates = await super().do_fetch(cmd)
        if spoilt:
            response._untagged = [told for told in response._untagged if getattr(told, "seq", None) not in sequences]
        return response, updates

    def _opens(self, folder: str) -> None:
        if folder in self._faults.refused_folders:
            raise NotAllowedError("Not that folder.")

    def _needs(self, capability: bytes) -> None:
        if capability in self._faults.missing_capabilities:
            raise NotSupportedError("No such command.")

    def _spoilt_among(self, cmd: FetchCommand) -> dict[int, Spoil]:
        asked = {message.uid for _, message in self.selected.messages.get_all(cmd.sequence_set)}
        return {
            uid: spoil
            for (folder, uid), spoil in self._faults.spoilt.items()
            if folder == self.selected.lookup and uid in asked
        }
